package edition

import "sidelight/annotations"

// mention is an entry of the list mentions in mentions.yaml.
type mention struct {
	entity text
	form   annotations.Form
	quote  quote
	origin annotations.Origin
	score  float64
	by     annotations.Stage
	ground *quote
}

// exclusion is an entry of the list exclude in mentions.yaml.
type exclusion struct {
	entity text
	quote  quote
}

func readMention(r *record) mention {
	m := mention{
		entity: r.need("entity"),
		form: choice(r, "form", annotations.ParseForm,
			[]annotations.Form{annotations.Name, annotations.Alias, annotations.Description, annotations.Pronoun}),
		quote:  r.quote(),
		origin: r.origin(),
		ground: r.beside("ground"),
	}
	var at place
	if m.score, at, _ = r.number("score"); !(m.score >= 0 && m.score <= 1) {
		r.l.fault(at, "score is %v and lies between 0 and 1", m.score)
	}
	if r.get("by") != nil {
		m.by = choice(r, "by", annotations.ParseStage, annotations.Stages())
	}
	return m
}

func readExclusion(r *record) exclusion {
	x := exclusion{entity: r.need("entity"), quote: r.quote()}
	r.text("reason")
	return x
}

// readMentions reads both lists of the mentions files.
func (l *loader) readMentions(files []text) (ms []mention, xs []exclusion) {
	l.walk(files, func(root *record) {
		for _, n := range root.list("mentions") {
			r := l.record(n, "an entry of mentions")
			ms = append(ms, readMention(r))
			r.done()
		}
		for _, n := range root.list("exclude") {
			r := l.record(n, "an entry of exclude")
			xs = append(xs, readExclusion(r))
			r.done()
		}
	})
	return ms, xs
}
