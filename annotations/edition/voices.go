package edition

import "sidelight/annotations"

// passage is an entry of voices.yaml.
type passage struct {
	annotations.Passage
	speaker text
	quote   quote
	cue     *quote
}

func readPassage(r *record) *passage {
	p := &passage{}
	p.Voice = choice(r, "voice", annotations.ParseVoice, annotations.Voices())
	p.speaker = r.text("speaker")
	p.Speaker = annotations.EntityID(p.speaker.value)
	named := r.text("name")
	p.Name = named.value
	p.quote = r.quote()
	p.Origin, p.cue = r.origin(), r.beside("cue")
	p.Anonymity = r.anonymity(p.Voice, p.Origin)
	switch p.Voice {
	case annotations.OwnAccount, annotations.Inference:
		for _, t := range []text{p.speaker, named} {
			if t.value != "" {
				r.l.fault(t.at, "a passage of voice %s has no speaker: take it out or change the voice", p.Voice)
			}
		}
	case annotations.OnRecord, annotations.Official, annotations.Unnamed:
		if unsaid := p.speaker.value == "" && named.value == ""; unsaid && p.Origin != annotations.Found || p.speaker.value != "" && named.value != "" {
			r.l.fault(r.at(), "a passage of voice %s names who speaks, by speaker (an entity) or by name (in words): write one of the two", p.Voice)
		}
	}
	return p
}

// anonymity reads whether the speaker asked not to be named, which a passage of an
// unnamed speaker says and no other.
func (r *record) anonymity(v annotations.Voice, o annotations.Origin) annotations.Anonymity {
	t := r.text("anonymity")
	switch {
	case v == annotations.Unnamed && o == annotations.Found && t.value == "":
		return 0
	case v == annotations.Unnamed:
		return choice(r, "anonymity", annotations.ParseAnonymity, []annotations.Anonymity{annotations.Asked, annotations.Unsaid})
	case v != 0 && t.value != "":
		r.l.fault(t.at, "anonymity is for a passage of voice %s: take it out or change the voice", annotations.Unnamed)
	}
	return 0
}

// quotation is an entry of quotations.yaml.
type quotation struct {
	annotations.Quotation
	entity, speaker text
	sources         []text
}

func readQuotation(r *record) *quotation {
	q := &quotation{entity: r.need("entity"), speaker: r.text("speaker")}
	q.Speaker = annotations.EntityID(q.speaker.value)
	q.Said = r.text("said").value
	if unsaid := q.speaker.value == "" && q.Said == ""; unsaid && !r.l.marked || q.speaker.value != "" && q.Said != "" {
		r.l.fault(r.at(), "a quotation has a speaker (an entity) or said (the speaker in words): write one of the two")
	}
	q.Setting = r.prose(r.text("setting")).value
	q.Date = r.date("date")
	q.OnRecord = r.flag("on-record", false)
	q.Published = r.text("published").value
	q.Difference = r.prose(r.text("difference")).value
	q.sources = r.texts("sources")
	if q.Published != "" && len(q.sources) == 0 {
		r.l.fault(q.entity.at, "the quotation %s gives a published wording without sources: name where it is published", q.entity.value)
	}
	return q
}
