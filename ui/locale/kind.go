package locale

import (
	"fyne.io/fyne/v2/lang"

	"sidelight/annotations"
)

// Kind is the name of a kind in the reader's language, of one entity: "Person".
func Kind(k annotations.Kind) string {
	switch k {
	case annotations.Person:
		return lang.X("kind.person", "Person")
	case annotations.Organisation:
		return lang.X("kind.organisation", "Organisation")
	case annotations.Place:
		return lang.X("kind.place", "Place")
	case annotations.Event:
		return lang.X("kind.event", "Event")
	case annotations.Time:
		return lang.X("kind.date", "Date or time")
	case annotations.Number:
		return lang.X("kind.number", "Number")
	case annotations.Quote:
		return lang.X("kind.quotation", "Quotation")
	}
	return lang.X("kind.term", "Term")
}

// Kinds is the name of a kind in the reader's language, of all that are of it:
// "People".
func Kinds(k annotations.Kind) string {
	switch k {
	case annotations.Person:
		return lang.X("kinds.people", "People")
	case annotations.Organisation:
		return lang.X("kinds.organisations", "Organisations")
	case annotations.Place:
		return lang.X("kinds.places", "Places")
	case annotations.Event:
		return lang.X("kinds.events", "Events")
	case annotations.Time:
		return lang.X("kinds.dates", "Dates and times")
	case annotations.Number:
		return lang.X("kinds.numbers", "Numbers")
	case annotations.Quote:
		return lang.X("kinds.quotations", "Quotations")
	}
	return lang.X("kinds.terms", "Terms")
}
