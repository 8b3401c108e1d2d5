package annotations

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations/fuzzed"
)

// someContent is a small edition without a fault.
func someContent(t testing.TB) Content {
	t.Helper()
	a := article(t, "Ada met the board of Port Ellery. She left.")
	at := func(words string) Span {
		i := strings.Index(a.Text, words)
		if i < 0 {
			t.Fatalf("%q is not in the text", words)
		}
		return Span{i, i + len(words)}
	}
	date := func(s string) Date {
		d, err := ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	return Content{
		Title: "A meeting", Language: "en", Article: a,
		Entities: []Entity{
			{ID: "ada", Kind: Person, Name: "Ada"},
			{ID: "board", Kind: Organisation, Name: "Board"},
			{ID: "port", Kind: Place, Name: "Port Ellery"},
			{ID: "quote", Kind: Quote, Name: "words", Words: &Quotation{Speaker: "ada", Sources: []SourceID{"S1"}}},
		},
		Mentions: []Mention{
			{Span: at("She"), Entity: "ada", Form: Pronoun},
			{Span: at("Port Ellery"), Entity: "port", Form: Name},
			{Span: at("board of Port Ellery"), Entity: "board", Form: Name},
			{Span: at("Ada"), Entity: "ada", Form: Name},
		},
		Facts: []Fact{
			{ID: "met", About: []EntityID{"ada", "board"}, State: InArticle, Text: "Met the board.", Evidence: []Span{at("Ada met the board")}},
			{ID: "born", About: []EntityID{"ada"}, State: Background, Text: "Was born.", AsOf: date("2020"), Sources: []SourceID{"S1"}},
			{ID: "moved", About: []EntityID{"ada"}, State: Since, Text: "Moved.", Date: date("2022"), Sources: []SourceID{"S1"}},
		},
		Relations: []Relation{{ID: "r", From: "ada", To: "board", Label: "met", Inverse: "was met by", Evidence: []Span{at("Ada met")}}},
		Passages: []Passage{
			{Span: at("She left."), Voice: Inference},
			{Span: at("Ada met the board of Port Ellery."), Voice: OnRecord, Speaker: "ada", Name: "Ada"},
		},
		Remarks: []Remark{{Span: at("left"), ID: "n", Text: "Unclear.", About: []EntityID{"board"}, Sources: []SourceID{"S1"}}},
		About:   []Section{{ID: "s", Heading: "What this is", Sources: []SourceID{"S1"}}},
		Sources: []Source{{ID: "S1", Title: "Minutes"}},
	}
}

func TestQueries(t *testing.T) {
	c := someContent(t)
	e, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, m := range e.Mentions() {
		order = append(order, fmt.Sprint(m.Entity, depth(e, m.ID()), e.Ordinal(m.ID())))
	}
	if want := []string{"ada0 0", "board0 0", "port1 0", "ada0 1"}; !slices.Equal(order, want) {
		t.Errorf("mentions with depth and ordinal: %v, want %v", order, want)
	}
	text := e.Article().Text
	at := func(offset int) (out []EntityID) {
		for _, m := range e.MentionsAt(offset) {
			out = append(out, m.Entity)
		}
		return out
	}
	if got := at(strings.Index(text, "Ellery")); !slices.Equal(got, []EntityID{"port", "board"}) {
		t.Errorf("innermost first at Ellery: %v", got)
	}
	if got := at(strings.Index(text, " met")); got != nil {
		t.Errorf("between marks: %v", got)
	}
	if got := len(e.MentionsOf("ada")); got != 2 {
		t.Errorf("ada has %d mentions, want 2", got)
	}
	if links := e.TiesOf("board"); len(links) != 1 || links[0].Other != "ada" || links[0].Label != "was met by" {
		t.Errorf("links of the board: %+v", links)
	}
	if links := e.TiesOf("ada"); len(links) != 1 || links[0].Other != "board" || links[0].Label != "met" {
		t.Errorf("links of ada: %+v", links)
	}
	for state, want := range map[State]FactID{InArticle: "met", Background: "born", Since: "moved"} {
		if f := e.FactsOf("ada", state); len(f) != 1 || f[0].ID != want {
			t.Errorf("facts of ada, %s: %v", state, f)
		}
	}
	if p, ok := e.PassageAt(strings.Index(text, "left")); !ok || p.Voice != Inference {
		t.Errorf("PassageAt(left) = %v, %v", p, ok)
	}
	if _, ok := e.PassageAt(strings.Index(text, " She")); ok {
		t.Error("the blank between two passages has a voice")
	}
	if p, ok := e.VoiceOf(Span{strings.Index(text, "Ellery."), len(text) - 5}); !ok || p.Voice != OnRecord {
		t.Errorf("VoiceOf takes the larger part: %v, %v", p, ok)
	}
	if _, ok := e.Entity("nobody"); ok {
		t.Error("there is an entity nobody")
	}
	if s, ok := e.Source("S1"); !ok || s.Title != "Minutes" {
		t.Errorf("Source(S1) = %v, %v", s, ok)
	}
	note := func(words string) int { return len(slices.Collect(e.RemarksIn(spanOf(e, words)))) }
	if note("left") != 1 || note("She left") != 1 || note("She ") != 0 || note(".") != 0 {
		t.Error("NotesIn: the note does not lie on “left” alone")
	}
	if n := e.RemarksOf("board"); len(n) != 1 || n[0].ID != "n" || e.RemarksOf("ada") != nil {
		t.Errorf("NotesOf(board) = %v", n)
	}
	if s := e.About(); len(s) != 1 || s[0].ID != "s" {
		t.Errorf("About() = %v", s)
	}
	if c.Mentions[0].Form != Pronoun {
		t.Error("New sorted the caller's slice")
	}
}

// spanOf is the first place of words in the article.
func spanOf(e *Edition, words string) Span {
	i := strings.Index(e.Article().Text, words)
	return Span{i, i + len(words)}
}

// depth is the number of mentions around a mention.
func depth(e *Edition, id MentionID) int {
	n := 0
	for m, ok := e.Parent(id); ok; m, ok = e.Parent(m.ID()) {
		n++
	}
	return n
}

func TestNewRefuses(t *testing.T) {
	tests := []struct {
		name   string
		change func(c *Content)
		want   string
	}{
		{"no article", func(c *Content) { c.Article = nil }, "no article"},
		{"an id twice", func(c *Content) { c.Entities[1].ID = "ada" }, "two of entity ada"},
		{"an empty id", func(c *Content) { c.Sources[0].ID = "" }, "a source has no id"},
		{"a mention of nobody", func(c *Content) { c.Mentions[0].Entity = "eve" }, `"eve", which is not in the edition`},
		{"a span outside", func(c *Content) { c.Mentions[0].End = 999 }, "does not fit the article"},
		{"crossing marks", func(c *Content) { c.Mentions[1].End += 2 }, "cross"},
		{"a mark twice", func(c *Content) { c.Mentions = append(c.Mentions, c.Mentions[0]) }, "marked twice as ada"},
		{"a mark twice with another between", func(c *Content) {
			c.Mentions = append(c.Mentions, Mention{Span: c.Mentions[0].Span, Entity: "board", Form: Name}, c.Mentions[0])
		}, "marked twice as ada"},
		{"a fact about nothing", func(c *Content) { c.Facts[0].About = nil }, "is about no entity"},
		{"a fact about nobody", func(c *Content) { c.Facts[0].About[0] = "eve" }, `"eve"`},
		{"a fact without evidence", func(c *Content) { c.Facts[0].Evidence = nil }, "met has no evidence"},
		{"a fact without source", func(c *Content) { c.Facts[1].Sources = nil }, "born has no source"},
		{"background without its date", func(c *Content) { c.Facts[1].AsOf = Date{} }, "as of when"},
		{"since without a date", func(c *Content) { c.Facts[2].Date = Date{} }, "moved has no date"},
		{"an unknown moment", func(c *Content) { c.Facts[0].Moment = 9 }, "fact met has the moment 9, which is not known"},
		{"an order of nobody", func(c *Content) { c.Facts[0].Order = []EntityID{"ada", "eve"} }, `"eve"`},
		{"an unknown source", func(c *Content) { c.Facts[1].Sources[0] = "S9" }, `"S9"`},
		{"a relation to nobody", func(c *Content) { c.Relations[0].To = "eve" }, `"eve"`},
		{"a relation without backing", func(c *Content) { c.Relations[0].Evidence = nil }, "neither evidence nor source"},
		{"two voices", func(c *Content) { c.Passages[0].Start -= 9 }, "has two voices"},
		{"a speaker who is nobody", func(c *Content) { c.Passages[1].Speaker = "eve" }, `"eve"`},
		{"a quotation of nobody", func(c *Content) { c.Entities[3].Words.Speaker = "eve" }, `"eve"`},
		{"a note on nothing", func(c *Content) { c.Remarks[0].Span = Span{} }, "note n"},
		{"a note about nobody", func(c *Content) { c.Remarks[0].About = []EntityID{"eve"} }, `"eve"`},
		{"two notes of one id", func(c *Content) { c.Remarks = append(c.Remarks, c.Remarks[0]) }, "two of note n"},
		{"two sections of one id", func(c *Content) { c.About = []Section{{ID: "s"}, {ID: "s"}} }, "two of section s"},
		{"a section of an unknown source", func(c *Content) { c.About = []Section{{ID: "s", Sources: []SourceID{"S9"}}} }, `"S9"`},
		{"an unknown kind", func(c *Content) { c.Entities[0].Kind = 99 }, "entity ada has the kind 99, which is not known"},
		{"no kind", func(c *Content) { c.Entities[0].Kind = 0 }, "entity ada has the kind 0"},
		{"an unknown form", func(c *Content) { c.Mentions[0].Form = Pronoun + 1 }, "has the form 5, which is not known"},
		{"an unknown origin", func(c *Content) { c.Mentions[0].Given, c.Mentions[0].Origin = new(MentionID("m")), Corrected+1 }, "mention m has the origin 3"},
		{"a score above 1", func(c *Content) { c.Mentions[0].Score = 1.5 }, "has the score 1.5, which does not lie between 0 and 1"},
		{"a score that is none", func(c *Content) { c.Mentions[0].Score = float32(math.NaN()) }, "has the score NaN"},
		{"an unknown state", func(c *Content) { c.Facts[0].State = 7 }, "fact met has the state 7"},
		{"an unknown anonymity", func(c *Content) { c.Passages[0].Voice, c.Passages[0].Anonymity = Unnamed, Unsaid+1 }, "has the anonymity 3, which"},
		{"anonymity of a name", func(c *Content) { c.Passages[1].Anonymity = Asked }, "of voice on-record has the anonymity 1, which"},
		{"an unknown voice", func(c *Content) { c.Passages[0].Voice = Inference + 1 }, "has the voice 6, which is not known"},
		{"a number of an unknown source", func(c *Content) { c.Entities[1].Quantity = &Quantity{Sources: []SourceID{"S9"}} }, `"S9"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := someContent(t)
			tt.change(&c)
			if _, err := New(c); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func TestNewNamesEveryFault(t *testing.T) {
	c := someContent(t)
	c.Facts[0].Evidence, c.Facts[1].Sources, c.Relations[0].To = nil, nil, "eve"
	_, err := New(c)
	if err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("want three faults, got %v", err)
	}
}

// laminar returns spans in [0, size) that nest but never cross, some of them
// equal, without two alike of one entity.
func laminar(r *rand.Rand, size, n int) []Mention {
	var out []Mention
	var fill func(s Span, depth int)
	fill = func(s Span, depth int) {
		for at := s.Start; at < s.End && len(out) < n; {
			start := at + r.IntN(6)
			end := start + 1 + r.IntN(max(s.Len()/2, 1))
			if end > s.End {
				return
			}
			for k := range 1 + r.IntN(2) {
				out = append(out, Mention{Span: Span{start, end}, Entity: EntityID(fmt.Sprint("e", (len(out)+k)%7)), Form: Name})
				if k > 0 && out[len(out)-1].Entity == out[len(out)-2].Entity {
					out = out[:len(out)-1]
				}
			}
			if depth < 6 {
				fill(Span{start, end}, depth+1)
			}
			at = end
		}
	}
	fill(Span{0, size}, 0)
	seen := map[string]bool{}
	return slices.DeleteFunc(out, func(m Mention) bool {
		key := fmt.Sprint(m)
		dup := seen[key]
		seen[key] = true
		return dup
	})
}

func randomEdition(t testing.TB, seed uint64, size, n int) *Edition {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	c := Content{Article: article(t, strings.Repeat("x", size)), Mentions: laminar(r, size, n)}
	for i := range 7 {
		c.Entities = append(c.Entities, Entity{ID: EntityID(fmt.Sprint("e", i)), Kind: Term})
	}
	r.Shuffle(len(c.Mentions), func(i, j int) { c.Mentions[i], c.Mentions[j] = c.Mentions[j], c.Mentions[i] })
	e, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// FuzzMentionsAt compares the index with a scan of all mentions.
func FuzzMentionsAt(f *testing.F) {
	f.Add(uint64(1), uint8(40))
	f.Add(uint64(7), uint8(255))
	f.Fuzz(func(t *testing.T, seed uint64, length uint8) {
		fuzzed.Within(t, func() {
			size := int(length) + 1
			e := randomEdition(t, seed, size, 200)
			for offset := -1; offset <= size; offset++ {
				var want []*Mention
				for i := len(e.Mentions()) - 1; i >= 0; i-- {
					if m := &e.Mentions()[i]; m.Contains(offset) {
						want = append(want, m)
					}
				}
				if got := e.MentionsAt(offset); !slices.Equal(got, want) {
					t.Fatalf("at %d: %v, want %v", offset, got, want)
				}
				if m, ok := e.InnermostAt(offset); ok != (want != nil) || ok && m != want[0] {
					t.Fatalf("innermost at %d: %v, want one of %v", offset, m, want)
				}
			}
			for start := 0; start < size; start += 5 {
				s := Span{start, min(start+1+int(seed%9), size)}
				var want []*Mention
				for i := range e.Mentions() {
					if m := &e.Mentions()[i]; m.Overlaps(s) {
						want = append(want, m)
					}
				}
				if got := slices.Collect(e.MentionsIn(s)); !slices.Equal(got, want) {
					t.Fatalf("in %v: %v, want %v", s, got, want)
				}
			}
			for i, m := range e.Mentions() {
				var parent MentionID
				before := 0
				for _, o := range e.Mentions()[:i] {
					if o.Covers(m.Span) {
						parent = o.ID()
					}
					if o.Entity == m.Entity {
						before++
					}
				}
				if got, ok := e.Parent(m.ID()); ok != (parent != "") || ok && got.ID() != parent {
					t.Fatalf("the mention %s lies in %v, want %s", m.ID(), got, parent)
				}
				got, _ := e.Nth(m.Entity, before)
				if n := e.Ordinal(m.ID()); n != before || got == nil || got.ID() != m.ID() {
					t.Fatalf("the mention %s is number %d of its entity, want %d; that one is %v", m.ID(), n, before, got)
				}
			}
		})
	})
}

// BenchmarkMentionsAt grows the edition a hundredfold between the steps; the
// time of a query grows with the logarithm only.
func BenchmarkMentionsAt(b *testing.B) {
	for _, n := range []int{100, 10_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := Content{Article: article(b, strings.Repeat("x", 4*n)), Entities: []Entity{{ID: "e", Kind: Term}}}
			for i := range n {
				c.Mentions = append(c.Mentions, Mention{Span: Span{4 * i, 4*i + 3}, Entity: "e", Form: Name})
			}
			e, err := New(c)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(math.Log2(float64(n)), "log2(n)")
			i := 0
			for b.Loop() {
				i = (i + 7919) % n
				if len(e.MentionsAt(4*i+1)) != 1 {
					b.Fatal("the mention is not found")
				}
			}
		})
	}
}

// Of very many faults a hundred are kept, and the rest are counted.
func TestNewCountsFaults(t *testing.T) {
	c := someContent(t)
	for range 1000 {
		c.Sources = append(c.Sources, Source{})
	}
	_, err := New(c)
	if err == nil || !strings.Contains(err.Error(), "\n900 more faults were found") || strings.Count(err.Error(), "\n") != 100 {
		t.Errorf("got %v", err)
	}
}
