package timeline

import (
	"strings"

	"sidelight/annotations"
)

// Link is what is known of the order of two moments.
type Link uint8

// The links, from nothing known to all.
const (
	Unknown Link = iota // which came first is not given
	Began               // the first began before the other began, and may have lasted beyond that
	Stated              // the article says that the first came first
	Then                // the first was over before the other began
)

// Order is what two dates tell of their order, if the first came first. It is [Unknown]
// where they overlap, where an end that would tell is open, and where either is no date.
// Of ranges it is [Began] where only their beginnings are in order and neither beginning
// is in doubt.
func Order(a, b annotations.Date) Link {
	if a.Before(b) {
		return Then
	}
	from, to := Begin(a), Begin(b)
	if inDoubt(from) || inDoubt(to) || !from.Before(to) {
		return Unknown
	}
	return Began
}

// Begin is the date at which a range begins, zero if that is open or not known. Of
// another date it is the date itself.
func Begin(d annotations.Date) annotations.Date {
	begin, _, _ := ends(d)
	return begin
}

// End is the date at which a range ends, in the same way.
func End(d annotations.Date) annotations.Date {
	_, end, _ := ends(d)
	return end
}

// IsRange reports whether a date runs from one date to another.
func IsRange(d annotations.Date) bool {
	_, _, ok := ends(d)
	return ok
}

// ends takes a date apart.
func ends(d annotations.Date) (begin, end annotations.Date, isRange bool) {
	from, to, isRange := strings.Cut(d.String(), "/")
	if !isRange {
		return d, d, false
	}
	return part(from), part(to), true
}

func part(s string) annotations.Date {
	if s == "" || s == ".." {
		return annotations.Date{}
	}
	d, err := annotations.ParseDate(s)
	if err != nil {
		return annotations.Date{}
	}
	return d
}

// inDoubt reports whether a date is uncertain or approximate, as its qualifier has it.
func inDoubt(d annotations.Date) bool { return strings.ContainsAny(d.String(), "?~%") }

// within reports whether all that a date can mean lies in what another can mean.
func within(d, in annotations.Date) bool {
	if d.IsZero() || in.IsZero() || d.Earliest().IsZero() || d.Latest().IsZero() {
		return false
	}
	return !d.Earliest().Before(in.Earliest()) && !in.Latest().IsZero() && !d.Latest().After(in.Latest())
}
