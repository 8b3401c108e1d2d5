package locale

import (
	"strings"

	"sidelight/annotations"
)

// Marked says that the program has marked an edition and that nobody has checked it, how
// many marks there are and of how many the program is not sure. Where the article is in
// another language than English it says that names are not marked. It is empty if the
// program has not looked for marks.
func Marked(e *annotations.Edition) string {
	if !e.Marked() {
		return ""
	}
	all, unsure := found(e)
	marks := X("marked.marks", "{{.N}} marks", map[string]any{"N": Count(all)})
	switch {
	case all == 0:
		marks = X("marked.none", "nothing found to mark")
	case all == 1:
		marks = X("marked.mark", "1 mark")
	}
	if unsure > 0 {
		marks += X("marked.unsure", ", {{.N}} unsure", map[string]any{"N": Count(unsure)})
	}
	parts := []string{X("marked.unchecked", "Marked by Sidelight, not checked"), marks}
	if Nameless(e) {
		parts = append(parts, X("marked.nameless", "names are marked in English texts only"))
	}
	return strings.Join(parts, "  ·  ")
}

// Finding says that the program is looking for marks.
func Finding() string {
	return X("page.finding", "Sidelight is looking for names, dates, numbers and quotations.")
}

// Nameless reports whether the program has marked an edition without its names: it knows
// those of English texts only.
func Nameless(e *annotations.Edition) bool {
	language, _, _ := strings.Cut(e.Language(), "-")
	return e.Marked() && language != "" && language != "en"
}

// found counts the marks that the program has found, and those of which it is not sure.
// Pronouns are no marks of their own.
func found(e *annotations.Edition) (all, unsure int) {
	for i := range e.Mentions() {
		m := &e.Mentions()[i]
		if m.Origin != annotations.Found || m.Form == annotations.Pronoun {
			continue
		}
		all++
		if m.Unsure() {
			unsure++
		}
	}
	return all, unsure
}
