package uitest

import (
	"testing"

	"sidelight/annotations"
)

// Scores of what [ByMachine] makes.
const (
	SureScore   = 0.93
	UnsureScore = 0.55
)

// ByMachine returns an edition as it would be if the program had found all its marks: it
// has no terms, facts, relations and remarks. Of the mentions of the entities in doubt the
// program is not sure. The article is the same.
func ByMachine(t testing.TB, e *annotations.Edition, doubt ...annotations.EntityID) *annotations.Edition {
	t.Helper()
	unsure := map[annotations.EntityID]bool{}
	for _, id := range doubt {
		unsure[id] = true
	}
	c := annotations.Content{Title: e.Title(), Standfirst: e.Standfirst(), Language: e.Language(), Article: e.Article(), Marked: true}
	terms := map[annotations.EntityID]bool{}
	for _, x := range e.Entities() {
		if terms[x.ID] = x.Kind == annotations.Term; !terms[x.ID] {
			x.Words, x.Quantity, x.Identity, x.Summary = nil, nil, "", ""
			c.Entities = append(c.Entities, x)
		}
	}
	for _, m := range e.Mentions() {
		if terms[m.Entity] {
			continue
		}
		m.Origin, m.Score = annotations.Found, SureScore
		if unsure[m.Entity] {
			m.Score = UnsureScore
		}
		c.Mentions = append(c.Mentions, m)
	}
	for _, x := range e.Passages() {
		x.Origin = annotations.Found
		c.Passages = append(c.Passages, x)
	}
	found, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return found
}
