package index

import (
	"fyne.io/fyne/v2/lang"

	"sidelight/annotations"
)

// Kinds is the name of a group of entities in the reader's language.
func Kinds(k annotations.Kind) string {
	switch k {
	case annotations.Person:
		return lang.X("index.people", "People")
	case annotations.Organisation:
		return lang.X("index.organisations", "Organisations")
	case annotations.Place:
		return lang.X("index.places", "Places")
	case annotations.Event:
		return lang.X("index.events", "Events")
	case annotations.Time:
		return lang.X("index.dates", "Dates and times")
	case annotations.Number:
		return lang.X("index.numbers", "Numbers")
	case annotations.Quote:
		return lang.X("index.quotations", "Quotations")
	}
	return lang.X("index.terms", "Terms")
}

// Voice is the name of a voice in the reader's language.
func Voice(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return lang.X("index.on-record", "On-record quote")
	case annotations.Official:
		return lang.X("index.official", "Official statement")
	case annotations.Anonymous:
		return lang.X("index.anonymous", "Anonymous source")
	case annotations.Inference:
		return lang.X("index.inference", "Writer’s inference")
	}
	return lang.X("index.own-account", "Article’s own account")
}

func (r row) label() string {
	switch r.part {
	case head:
		return Kinds(r.kind)
	case entry:
		return r.name
	case speaker:
		return Voice(r.voice)
	case caption:
		return lang.X("index.speaking", "Who is speaking")
	case nothing:
		return lang.X("index.nothing", "No name is like that")
	}
	return ""
}

// indexName is what screen readers call the rail.
func indexName() string { return lang.X("index.name", "Index") }
