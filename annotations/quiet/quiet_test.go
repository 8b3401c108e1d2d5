package quiet_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/quiet"
	"sidelight/assets"
)

// marked makes an edition of a text in which marks stand between braces, each as
// {entity form words}: the first letter of an entity is that of its kind, and the
// form is n, a, d or p.
func marked(t testing.TB, text string) *annotations.Edition {
	t.Helper()
	kinds := map[byte]annotations.Kind{'p': annotations.Person, 'o': annotations.Organisation, 'l': annotations.Place,
		'e': annotations.Event, 'd': annotations.Time, 'n': annotations.Number, 'q': annotations.Quote, 't': annotations.Term}
	forms := map[string]annotations.Form{"n": annotations.Name, "a": annotations.Alias, "d": annotations.Description, "p": annotations.Pronoun}
	c := annotations.Content{Title: "Marked"}
	var plain strings.Builder
	var open []int // indices in c.Mentions
	known := map[annotations.EntityID]bool{}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{':
			head := strings.SplitN(text[i+1:], " ", 3)
			id := annotations.EntityID(head[0])
			if !known[id] {
				known[id] = true
				c.Entities = append(c.Entities, annotations.Entity{ID: id, Kind: kinds[id[0]], Name: head[0]})
			}
			open = append(open, len(c.Mentions))
			c.Mentions = append(c.Mentions, annotations.Mention{Entity: id, Form: forms[head[1]], Span: annotations.Span{Start: plain.Len()}})
			i += len(head[0]) + len(head[1]) + 2
		case '}':
			c.Mentions[open[len(open)-1]].End = plain.Len()
			open = open[:len(open)-1]
		default:
			plain.WriteByte(text[i])
		}
	}
	a, err := annotations.NewArticle("marked.txt", plain.String())
	if err != nil {
		t.Fatal(err)
	}
	c.Article = a
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// whys are the reasons of all marks of an edition, in their order.
func whys(e *annotations.Edition) (out []quiet.Reason) {
	for _, p := range e.Article().Paragraphs() {
		for _, c := range quiet.Choose(e, p) {
			out = append(out, c.Why)
		}
	}
	return out
}

const filler = " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen" +
	" seventeen eighteen nineteen twenty" // room for four marks more

func TestChoose(t *testing.T) {
	const (
		shown, pronoun, description, title = quiet.Shown, quiet.Pronoun, quiet.Description, quiet.Title
		inside, repeated, crowded          = quiet.Inside, quiet.Repeated, quiet.Crowded
	)
	for _, tt := range []struct {
		name, text string
		want       []quiet.Reason
	}{
		{"a name in few words", "{pa n Ada} and {pb n Bob}.", []quiet.Reason{shown, shown}},
		{"numbers, dates and quotations by any name", `{na a Half} said {qa a "no"} on {da a Monday}.`, []quiet.Reason{shown, shown, shown}},
		{"a pronoun", "{pa p She} came." + filler, []quiet.Reason{pronoun}},
		{"the first description, and the second", "{ea d The storm} passed. {ea d The storm} had been strong." + filler, []quiet.Reason{shown, description}},
		{"a description after a pronoun", "{pa p She} came, {pa d the captain}." + filler, []quiet.Reason{pronoun, shown}},
		{"a description before the name", "{pa d The captain} of the ship is {pa n Ada}." + filler, []quiet.Reason{shown, shown}},
		{"a title", "{pa d Captain} {pa n Ada} and {pb n Bob}, {pb d the cook}." + filler, []quiet.Reason{title, shown, shown, title}},
		{"another name inside a name", "{oa n The {la a Dutch} crew}." + filler, []quiet.Reason{shown, inside}},
		{"a name inside a name", "{oa n The {la n Ellery} crew}." + filler, []quiet.Reason{shown, shown}},
		{"another name inside a description", "{oa d The {la a Dutch} {ta a sail}}." + filler, []quiet.Reason{shown, shown, inside}},
		{"the first description inside a quotation", `{qa n "a {ea d storm}"}.` + filler, []quiet.Reason{shown, inside}},
		{"another name right after", "{pa n Ada} sailed and {pa a Quill} slept." + filler, []quiet.Reason{shown, repeated}},
		{"another name after more words", "{pa n Ada} sailed and saw the land in the north where {pa a Quill} slept." + filler, []quiet.Reason{shown, shown}},
		{"another name right after a pronoun", "{pa p She} sailed and {pa a Quill} slept." + filler, []quiet.Reason{pronoun, shown}},
		{"three lines", "{ea d The raid on {lb n the coast of {la n Ellery}}}." + filler, []quiet.Reason{crowded, shown, shown}},
		{"a quotation has no line", `{ea d The {qa n "last {la n Ellery} warning"}}.` + filler, []quiet.Reason{shown, shown, shown}},
		{"no room", "{pa n Ada} went on {ta a foot} to {la a town}.", []quiet.Reason{shown, crowded, crowded}},
		{"room for one, and names go first", "{ea d The storm} took the old {oa d {la a Dutch} ship}.", []quiet.Reason{crowded, crowded, shown}},
		{
			"room for one, and what was said longest ago goes first",
			"{la n Ellery} and {pa n Ada} are one two three four five six seven eight nine ten.\n\nIn {la a town} it rained, and {pa a Quill} slept on.",
			[]quiet.Reason{shown, shown, crowded, shown},
		},
	} {
		got := whys(marked(t, tt.text))
		if len(got) != len(tt.want) {
			t.Fatalf("%s: %v, want %v", tt.name, got, tt.want)
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
				break
			}
		}
	}
}

// On the page of the edition that comes with the program no paragraph has more than
// one mark in five words at rest and no two lines within a line; every name, number,
// date and quotation shows; and what does not show is the half of all or less.
func TestBundled(t *testing.T) {
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	all, shows := 0, map[annotations.MentionID]bool{}
	for i, p := range e.Article().Paragraphs() {
		n := 0
		for _, c := range quiet.Choose(e, p) {
			all++
			x, _ := e.Entity(c.Mention.Entity)
			if c.Why == quiet.Shown {
				n++
				shows[c.Mention.ID()] = true
			} else if c.Mention.Form == annotations.Name || c.Mention.Form == annotations.Alias &&
				(x.Kind == annotations.Number || x.Kind == annotations.Time || x.Kind == annotations.Quote) {
				t.Errorf("%q does not show", e.Article().Slice(c.Mention.Span))
			}
		}
		if words := e.Article().Words(p.Span); n*quiet.WordsToMark > words {
			t.Errorf("paragraph %d has %d marks in %d words", i+1, n, words)
		}
	}
	if all != len(e.Mentions()) || len(shows) < all/2 {
		t.Errorf("%d of %d marks show, of %d", len(shows), all, len(e.Mentions()))
	}
	for id := range shows {
		lines, quote := 0, ""
		for m, ok := e.Mention(id); ok; m, ok = e.Parent(m.ID()) {
			if x, _ := e.Entity(m.Entity); shows[m.ID()] && x.Kind != annotations.Quote {
				lines++
			}
			quote = e.Article().Slice(m.Span)
		}
		if lines > quiet.Storeys {
			t.Errorf("%d lines lie within each other in %q", lines, quote)
		}
	}
}

// A Memory says what Choose says, of one edition after the other.
func TestMemory(t *testing.T) {
	var m quiet.Memory
	for _, text := range []string{"{pa n Ada}. {pa p She} left.\n\n{pa d The cook}.", "{pa p She} met {pb n Bob}."} {
		e := marked(t, text)
		want := whys(e)
		for range 2 {
			for i := range e.Mentions() {
				if got := m.Why(e, &e.Mentions()[i]); got != want[i] {
					t.Errorf("%q: mark %d is %v, want %v", text, i, got, want[i])
				}
			}
		}
		var left [annotations.Pronoun + 1]int
		for i, m := range e.Mentions() {
			if want[i] != quiet.Shown {
				left[m.Form]++
			}
		}
		if got := quiet.LeftOut(e); got != left {
			t.Errorf("%q: %v marks are left out, want %v", text, got, left)
		}
	}
}

// Many marks in one paragraph, inside one and inside each other, take no time.
func TestManyMarks(t *testing.T) {
	const n = 20_000
	var wide, deep strings.Builder
	wide.WriteString("{ea d The whole")
	for i := range n {
		wide.WriteString(" {t" + strconv.Itoa(i%100) + " a word}")
		deep.WriteString("{e" + strconv.Itoa(i) + " d a ")
	}
	wide.WriteString("}.")
	for _, text := range []string{wide.String(), deep.String() + strings.Repeat("}", n)} {
		e := marked(t, text)
		fuzzed.Within(t, func() {
			if got := len(whys(e)); got < n {
				t.Errorf("%d marks are weighed", got)
			}
		})
	}
}

// Of marks that the program found and that lie within each other, the outer ones show no
// line. A quotation has none anyway, and an editor's mark keeps its line.
func TestAround(t *testing.T) {
	e := marked(t, `{ea n The raid on {lb n the coast of {la n Ellery}}} and {qa n "a {pa n Quill}"} and {na n {ta d a foot}}.`+filler)
	want := []quiet.Reason{quiet.Around, quiet.Around, quiet.Shown, quiet.Shown, quiet.Shown, quiet.Shown, quiet.Inside}
	var edits []annotations.Edit
	for _, m := range e.Mentions() {
		m.Origin, m.Score = annotations.Found, 1
		edits = append(edits, annotations.SetMention(m.ID(), m))
	}
	found, err := e.With(edits...)
	if err != nil {
		t.Fatal(err)
	}
	if got := whys(found); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := whys(e); slices.Contains(got, quiet.Around) {
		t.Errorf("an editor's: %v", got)
	}
	outer := e.Mentions()[0]
	own, err := found.With(annotations.SetMention(outer.ID(), outer))
	if err != nil {
		t.Fatal(err)
	}
	if got := whys(own); got[0] == quiet.Around || got[1] != quiet.Around {
		t.Errorf("an editor's around the program's: %v", got)
	}
}
