package quotes_test

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/found/foundtest"
	"sidelight/annotations/annotator/links"
	"sidelight/annotations/annotator/names"
	"sidelight/annotations/annotator/quotes"
)

// gold is one of the articles of testdata, as its README says.
type gold struct {
	name, text string
	entities   []found.Entity
	speakers   map[int]string // by the byte at which a quotation ends; "" for nobody
}

func readGold(t testing.TB) []gold {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d articles, want 12: %v", len(files), err)
	}
	var out []gold
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, body, _ := strings.Cut(string(b), "\n\n")
		g := gold{name: filepath.Base(file), speakers: map[int]string{}}
		for line := range strings.Lines(head) {
			g.entities = append(g.entities, entityOf(t, strings.TrimSpace(line)))
		}
		g.read(body)
		out = append(out, g)
	}
	return out
}

func entityOf(t testing.TB, line string) found.Entity {
	t.Helper()
	word, rest, _ := strings.Cut(line, " ")
	kind, ok := annotations.ParseKind(word)
	if !ok {
		t.Fatalf("%q names no kind", line)
	}
	e := found.Entity{Kind: kind}
	if kind == annotations.Person {
		e.Female, e.Male = rest[0] == 'f', rest[0] == 'm'
		rest = rest[2:]
	}
	e.Aliases = strings.Split(rest, "|")
	e.Name = e.Aliases[0]
	return e
}

// read takes the speakers out of the text.
func (g *gold) read(body string) {
	var text strings.Builder
	for {
		before, rest, ok := strings.Cut(body, "{")
		text.WriteString(before)
		if !ok {
			break
		}
		var who string
		who, body, _ = strings.Cut(rest, "}")
		g.speakers[text.Len()] = who
	}
	g.text = text.String()
}

// cast is the names of the article as people marked them: each place where a form of an
// entity stands, the longest first. Pronouns are left out.
func (g *gold) cast(d *found.Doc) *found.Cast {
	c := &found.Cast{Entities: g.entities}
	for e, x := range g.entities {
		for _, form := range x.Aliases {
			for at := 0; ; {
				i := strings.Index(d.Text[at:], form)
				if i < 0 {
					break
				}
				at += i
				s := annotations.Span{Start: at, End: at + len(form)}
				first := d.TokenFrom(s.Start)
				last := d.TokenFrom(s.End-1) + 1
				if last <= len(d.Tokens) && d.Span(first, last) == s {
					c.Mentions = append(c.Mentions, found.Mention{Span: s, First: first, Last: last, Entity: e, Form: annotations.Name, Score: 1})
				}
				at = s.End
			}
		}
	}
	slices.SortFunc(c.Mentions, func(a, b found.Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	end := 0
	c.Mentions = slices.DeleteFunc(c.Mentions, func(m found.Mention) bool {
		inside := m.Start < end
		end = max(end, m.End)
		return inside
	})
	return c
}

// speaker writes who says a quotation as the articles of testdata do.
func speaker(c *found.Cast, q *found.Quotation) string {
	switch {
	case q.Speaker >= 0:
		return c.Entities[q.Speaker].Name
	case q.Said != "":
		return "=" + q.Said
	}
	return ""
}

// With the names as people marked them, without a pronoun.
func TestSpeakers(t *testing.T) {
	speakers(t, 0.92, 0.80, func(d *found.Doc, g *gold, _ []found.Quotation) *found.Cast { return g.cast(d) })
}

// With the names and links that the program finds.
func TestSpeakersOfFoundNames(t *testing.T) {
	speakers(t, 0.92, 0.80, func(d *found.Doc, _ *gold, qs []found.Quotation) *found.Cast {
		ns, err := names.Find(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		cast, err := links.Resolve(context.Background(), d, ns, qs)
		if err != nil {
			t.Fatal(err)
		}
		return cast
	})
}

// means reports whether a speaker is the one who is wanted: the same words, or an entity
// by any of its forms.
func (g *gold) means(got, want string) bool {
	if got == want {
		return true
	}
	for _, e := range g.entities {
		if e.Name == want {
			return slices.Contains(e.Aliases, strings.TrimPrefix(strings.TrimPrefix(got, "="), "the "))
		}
	}
	return strings.TrimPrefix(want, "=") == got // an entity that the article's author left out
}

func speakers(t *testing.T, precision, recall float64, cast func(*found.Doc, *gold, []found.Quotation) *found.Cast) {
	t.Helper()
	right, given, want, all := 0, 0, 0, 0
	for _, g := range readGold(t) {
		d := foundtest.Divide(t, g.text)
		qs, err := quotes.Find(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, d, qs)
		cast := cast(d, &g, qs)
		ps, err := quotes.Attribute(context.Background(), d, qs, cast)
		if err != nil {
			t.Fatal(err)
		}
		settled(t, d, qs, cast, ps)
		seen := map[int]bool{}
		for i := range qs {
			q := &qs[i]
			who, ok := g.speakers[q.End]
			seen[q.End] = true
			got := speaker(cast, q)
			if got != "" {
				given++
			}
			switch {
			case !ok:
				t.Logf("%s: no quotation of the article: %q", g.name, d.Text[q.Start:q.End])
			case who != "" && g.means(got, who):
				right++
			case got != who:
				t.Logf("%s: %q is said by %q, want %q", g.name, d.Text[q.Start:q.End], got, who)
			}
		}
		for end, who := range g.speakers {
			all++
			if who != "" {
				want++
			}
			if !seen[end] {
				t.Logf("%s: not found: …%q", g.name, d.Text[max(0, end-30):end])
			}
		}
	}
	p, r := float64(right)/float64(given), float64(right)/float64(want)
	t.Logf("%d quotations, %d with a speaker: precision %.3f, recall %.3f", all, want, p, r)
	if all < 100 || p < precision || r < recall {
		t.Errorf("%d quotations, precision %.3f, recall %.3f; want 100, %.2f, %.2f", all, p, r, precision, recall)
	}
}
