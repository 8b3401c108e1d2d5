package locale

import "sidelight/annotations"

// AsOf says how far the facts of an edition go and when they were checked: "Facts as
// of May 2026, checked 29 November 2026". It is empty if the edition says neither.
func AsOf(e *annotations.Edition) string {
	dates := map[string]any{"Newest": Date(e.FactsAsOf()), "Checked": Date(e.Checked())}
	switch {
	case e.FactsAsOf().IsZero() && e.Checked().IsZero():
		return ""
	case e.FactsAsOf().IsZero():
		return X("as-of.checked", "Facts checked {{.Checked}}", dates)
	case e.Checked().IsZero():
		return X("as-of.newest", "Facts as of {{.Newest}}", dates)
	}
	return X("as-of", "Facts as of {{.Newest}}, checked {{.Checked}}", dates)
}

// NothingLater says that a search has found no later fact, and when that was. It is
// empty if the edition does not say when its facts were checked.
func NothingLater(e *annotations.Edition) string {
	if e.Checked().IsZero() {
		return ""
	}
	return X("nothing-later", "Nothing later found, searched {{.Checked}}", map[string]any{"Checked": Date(e.Checked())})
}
