// Package foundtest is what the tests of the annotator's stages share: documents made of
// a line of text, names that are marked in it, and what every cast must hold.
package foundtest

import (
	"context"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// Divide divides a text as an article is divided.
func Divide(t testing.TB, text string) *found.Doc {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	d, err := found.Divide(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Marked reads a text in which names stand as {P|Karoline Leavitt}, {O|Hamas}, {L|Gaza} or
// {M|Israeli}, and divides it as an article is divided.
func Marked(t testing.TB, text string) (*found.Doc, []found.Name) {
	t.Helper()
	kinds := map[byte]annotations.Kind{'P': annotations.Person, 'O': annotations.Organisation, 'L': annotations.Place, 'M': found.Misc}
	var b strings.Builder
	var names []found.Name
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "}")
		start := b.Len()
		b.WriteString(name[2:])
		names = append(names, found.Name{Span: annotations.Span{Start: start, End: b.Len()}, Kind: kinds[name[0]], Score: 0.95})
		text = after
	}
	d := Divide(t, b.String())
	for i := range names {
		names[i].First, names[i].Last = d.TokenFrom(names[i].Start), d.TokenFrom(names[i].End-1)+1
	}
	return d, names
}

// Sound fails the test if a cast breaks what every cast must hold: mentions are valid, in
// order and do not cross, and entities have a name and a kind.
func Sound(t testing.TB, d *found.Doc, c *found.Cast) {
	t.Helper()
	for i, m := range c.Mentions {
		valid(t, d, c, m)
		if i > 0 && (m.Start < c.Mentions[i-1].Start || m.Span == c.Mentions[i-1].Span) {
			t.Fatalf("mention %+v is not behind %+v", m, c.Mentions[i-1])
		}
	}
	nested(t, d, c.Mentions)
	for _, e := range c.Entities {
		if e.Name == "" || e.Kind < annotations.Person || e.Kind > annotations.Event {
			t.Fatalf("entity %+v has no name or kind", e)
		}
	}
}

// valid fails the test if a mention does not fit the document and the cast.
func valid(t testing.TB, d *found.Doc, c *found.Cast, m found.Mention) {
	t.Helper()
	if !m.ValidIn(d.Text) || m.First < 0 || m.First >= m.Last || m.Last > len(d.Tokens) || m.Entity < 0 || m.Entity >= len(c.Entities) {
		t.Fatalf("mention %+v is not valid", m)
	}
	if m.Form < annotations.Name || m.Form > annotations.Pronoun || !(m.Score >= 0 && m.Score <= 1) {
		t.Fatalf("mention %+v has no form or score", m)
	}
	if m.Ground != (annotations.Span{}) && !m.Ground.ValidIn(d.Text) {
		t.Fatalf("the ground of mention %+v is not valid", m)
	}
}

// nested fails the test if mentions cross.
func nested(t testing.TB, d *found.Doc, all []found.Mention) {
	t.Helper()
	var open []found.Mention
	for _, m := range all {
		for len(open) > 0 && open[len(open)-1].End <= m.Start {
			open = open[:len(open)-1]
		}
		for _, o := range open {
			if o.Crosses(m.Span) {
				t.Fatalf("mentions %+v %q and %+v %q cross", o, d.Text[o.Start:o.End], m, d.Text[m.Start:m.End])
			}
		}
		open = append(open, m)
	}
}
