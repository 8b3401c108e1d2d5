package locale

import (
	"sidelight/annotations"
)

// Kind returns the name of a kind for one entity, in the reader's language:
// "Person".
func Kind(k annotations.Kind) string {
	switch k {
	case annotations.Person:
		return X("kind.person", "Person")
	case annotations.Organisation:
		return X("kind.organisation", "Organisation")
	case annotations.Place:
		return X("kind.place", "Place")
	case annotations.Event:
		return X("kind.event", "Event")
	case annotations.Time:
		return X("kind.date", "Date or time")
	case annotations.Number:
		return X("kind.number", "Number")
	case annotations.Quote:
		return X("kind.quotation", "Quotation")
	}
	return X("kind.term", "Term")
}

// Kinds returns the name of a kind for all its entities, in the reader's language:
// "People".
func Kinds(k annotations.Kind) string {
	switch k {
	case annotations.Person:
		return X("kinds.people", "People")
	case annotations.Organisation:
		return X("kinds.organisations", "Organisations")
	case annotations.Place:
		return X("kinds.places", "Places")
	case annotations.Event:
		return X("kinds.events", "Events")
	case annotations.Time:
		return X("kinds.dates", "Dates and times")
	case annotations.Number:
		return X("kinds.numbers", "Numbers")
	case annotations.Quote:
		return X("kinds.quotations", "Quotations")
	}
	return X("kinds.terms", "Terms")
}
