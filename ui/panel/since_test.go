package panel_test

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/look"
)

// A card says that nothing later was found where its facts end before those of the
// edition, and not where they do not or where the edition was never checked.
func TestPanel_NothingLater(t *testing.T) {
	const words = "Nothing later found"
	fact := func(on string) []annotations.Edit {
		return []annotations.Edit{annotations.AddFact(annotations.Fact{
			ID: "new", About: []annotations.EntityID{"month"}, State: annotations.Since, Text: "It ended.",
			Date: date(t, on), Sources: []annotations.SourceID{"S1"},
		})}
	}
	note := func(about annotations.EntityID, since ...annotations.Later) []annotations.Edit {
		return []annotations.Edit{func(c *annotations.Content) {
			c.Remarks = append([]annotations.Remark{}, c.Remarks...)
			c.Remarks[0].About, c.Remarks[0].Since = []annotations.EntityID{about}, since
		}}
	}
	later := annotations.Later{Text: "It ended.", Date: date(t, "2025-04"), Sources: []annotations.SourceID{"S1"}}
	never := func(c *annotations.Content) { c.Checked = annotations.Date{} }
	for _, c := range []struct {
		name  string
		edits []annotations.Edit
		want  bool
	}{
		{"nothing at all", nil, true},
		{"a fact of before", fact("2025-04"), true},
		{"a fact as late as any", fact("2025-10-08"), false},
		{"a note that tells of something later", note("month", later), false},
		{"a note of another card", note("boehler", later), true},
		{"a note of its own time", note("month"), true},
		{"never checked", []annotations.Edit{never}, false},
	} {
		e, err := sample(t).With(c.edits...)
		if err != nil {
			t.Fatal(err)
		}
		p := newRig(e, themed(t, look.Light))
		open(t, p.Panel, 376, 1600)
		p.ShowEntity("month", -1)
		if got := strings.Contains(normal(all(p.Panel)), words); got != c.want {
			t.Errorf("%s: the card says %q: %v", c.name, words, got)
		}
	}
}
