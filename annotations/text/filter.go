package text

import "strings"

// Keys returns the names in both forms, a line each, for a [Filter] to look at.
func Keys(names ...string) string {
	var b strings.Builder
	for _, n := range names {
		plain, spelled := Plain.Fold(n), Spelled.Fold(n)
		b.WriteString(plain + "\n")
		if spelled != plain {
			b.WriteString(spelled + "\n")
		}
	}
	return b.String()
}

// Filter is what a reader typed to see only names that hold it.
type Filter struct{ plain, spelled string }

// NewFilter returns the filter for what was typed, without the blanks around it.
func NewFilter(typed string) Filter {
	typed = strings.TrimSpace(typed)
	return Filter{Plain.Fold(typed), Spelled.Fold(typed)}
}

// IsEmpty reports whether the filter lets every name pass.
func (f Filter) IsEmpty() bool { return f.plain == "" }

// Passes reports whether one of the names of keys, which [Keys] returned, holds
// what was typed.
func (f Filter) Passes(keys string) bool {
	return strings.Contains(keys, f.plain) || strings.Contains(keys, f.spelled)
}
