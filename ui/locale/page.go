package locale

import (
	"sidelight/annotations"
	"sidelight/annotations/export"
	"sidelight/ui/typeset"
)

// Page returns the words of a page that is printed or saved ([export.HTML]), in the
// reader's language.
func Page() export.Words {
	w := export.Words{
		Language: Language(),
		Kind:     Kind, Voice: Voice, Attribution: Attribution, Name: Name, Issued: shortIssued, Grade: Grade,
		Date: Date, ShortDate: ShortDate, Number: Number, Drawn: typeset.Drawn,
		Count:        func(n int) string { return X("page.words", "{{.N}} words", map[string]any{"N": Count(n)}) },
		NothingLater: dated(X("paper.nothing-later", "later facts: searched {{.Date}}")),
		EditionAsOf:  dated(X("paper.as-of", "edition as of {{.Date}}")),
		Printed:      dated(X("paper.printed", "printed from Sidelight, {{.Date}}")),
		AsOf:         dated(X("panel.as-of", "as of {{.Date}}")),
		PrintedAs: func(name string) string {
			return X("panel.printed", "Printed as “{{.Name}}” in this article", map[string]any{"Name": name})
		},
		Paragraph: func(n int) string { return X("paper.paragraph", "Paragraph {{.N}}", map[string]any{"N": n}) },
		VoicesOf: func(voices string) string {
			return X("paper.voices", "Who is speaking: {{.Voices}}", map[string]any{"Voices": voices})
		},
		Legend:  X("paper.legend", "What the lines mean"),
		Machine: X("paper.machine", "Marked by Sidelight, not checked."),
		Bars:    X("paper.bars", "the bars beside the text, to scale within each paragraph"),

		Pictures: X("paper.pictures", "In pictures"), InWords: X("paper.in-words", "The same in words"),
		Notes: X("paper.notes", "Notes"), NotesHint: X("paper.notes.hint", "numbers: the edition’s cards"),
		Own: X("paper.own", "Your highlights"), OwnHint: X("paper.own.hint", "letters: your own notes"), Status: NoteStatus,
		SeeAlso:      X("paper.see-also", "See also"),
		UnknownVoice: X("panel.voice.unknown", "Speaker not recorded"),
		Speaking:     X("speaking", "Who is speaking"), SpeakingBy: X("panel.speaking.unit", "share of words"),
	}
	sections(&w)
	details(&w)
	return w
}

// Language returns the language of the program's words, as a BCP 47 tag.
func Language() string { return X("paper.language", "en") }

// shortIssued is [Issued] with the months cut to three letters.
func shortIssued(s *annotations.Source) string {
	if s.Issued.IsZero() {
		return s.IssuedRaw
	}
	return ShortDate(s.Issued)
}

// dated returns a function that puts a date into words.
func dated(words string) func(string) string {
	return func(date string) string { return fill(words, map[string]any{"Date": date}) }
}

// sections are the labels that a card on the page shares with one in the panel.
func sections(w *export.Words) {
	w.InArticle = X("panel.in-article", "In this article")
	w.Background = X("background", "Background")
	w.NotInArticle = X("paper.background", "background: not in the article")
	w.Since = X("panel.since", "Since then")
	w.Connected = X("panel.connected", "Connected to")
	w.Mentions = X("panel.concordance", "Mentions")
	w.NotNamed = X("panel.not-in-article", "Not named in the article")
	w.Remarks = X("panel.notes", "Editor’s notes")
	w.Unverified = X("unverified", "unverified")
	w.Sources = X("panel.sources", "Sources")
	w.Party = X("panel.sources.party", "party to the matter")
}

// details are the labels of what a card says of a quotation and of a number.
func details(w *export.Words) {
	w.SaidBy = X("panel.quotation.by", "said by")
	w.Standing = X("panel.quotation.standing", "standing")
	w.OnRecord = X("panel.quotation.on-record", "on record")
	w.OffRecord = X("panel.quotation.off-record", "not on record")
	w.Setting = X("panel.quotation.setting", "where")
	w.When = X("panel.quotation.date", "when")
	w.AsPrinted = X("panel.quotation.printed", "in this article")
	w.AsPublished = X("panel.quotation.published", "as published")
	w.Difference = X("panel.quotation.difference", "difference")
	w.Value = X("panel.number.value", "value")
	w.Computed = X("panel.number.computed", "computed")
	w.NotPrinted = X("panel.number.not-printed", "computed from the article, not printed in it")
	w.Counted = X("panel.number.counted", "counted")
	w.Hedge = X("panel.number.hedge", "stated as")
	w.GivenBy = X("panel.number.given-by", "given by")
	w.NumberAsOf = X("panel.number.as-of", "as of")
	w.Others = X("panel.number.others", "How others report it")
}

// Grade returns the name of a grade of sources and how far such a source can carry a
// fact; the latter is empty for a grade that is none.
func Grade(grade string) (label, meaning string) {
	switch grade {
	case "A":
		meaning = X("panel.sources.grade-a", "Reports with staff of its own, prints an agency’s text unchanged, or is the official record. One is enough for a fact.")
	case "B":
		meaning = X("panel.sources.grade-b", "A party to the matter, a copy, or a translation. It takes two for a fact; one will do for what a party says itself.")
	case "C":
		meaning = X("panel.sources.grade-c", "A page that nobody answers for. A pointer only: what rests on it alone is shown as unverified.")
	default:
		return X("panel.sources.ungraded", "Not graded"), ""
	}
	return X("panel.sources.grade", "Grade {{.Grade}}", map[string]any{"Grade": grade}), meaning
}
