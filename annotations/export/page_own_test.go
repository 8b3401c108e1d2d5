package export

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/export/margin"
	"sidelight/annotations/notes"
	"sidelight/annotations/text"
)

// noted is a set of notes on the words of an article, the style and the words of each in
// turn; a note without a place for words that are not there.
func noted(e *annotations.Edition, quotes ...string) *notes.Set {
	var all []notes.Placed
	whole := e.Article().Text
	for i, q := range quotes {
		day := time.Date(2026, 11, 28, 9, i, 0, 0, time.UTC)
		p := notes.Placed{Status: anchor.Unanchored, Note: notes.Note{
			ID: notes.ID(fmt.Sprintf("N%d", i)), Style: notes.Styles()[i%len(notes.Styles())], Made: day, Changed: day,
		}}
		p.Target.Quote.Exact = q
		if i%3 != 2 {
			p.Text, p.Tags = fmt.Sprintf("Note %d:\n<b> & “%d”.", i, i), []string{"to check"}
		}
		if at := strings.Index(whole, q); at >= 0 {
			p.Span, p.Status = annotations.Span{Start: at, End: at + len(q)}, anchor.Kept
		}
		all = append(all, p)
	}
	return notes.NewSet(all)
}

func writtenWith(t *testing.T, e *annotations.Edition, parts Parts) *written {
	t.Helper()
	var b, again bytes.Buffer
	if err := HTML(&b, e, parts, plainWords(), someDay); err != nil {
		t.Fatal(err)
	}
	if err := HTML(&again, e, parts, plainWords(), someDay); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Errorf("the same notes give two pages (%v)", err)
	}
	return parsed(t, b.String())
}

// withClass returns the elements of a class below a node.
func withClass(n *html.Node, class string) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if slices.Contains(strings.Fields(attribute(d, "class")), class) {
			out = append(out, d)
		}
	}
	return out
}

// Each note lies on its words and nothing else, whatever marks and paragraphs it crosses;
// its letter leads to what the reader wrote, beside the text and after it, and that leads
// back.
func TestHTMLWithNotes(t *testing.T) {
	quotes := map[string][]string{
		"tiny":    {"met Zoë’s", "🙂 Zoë met", "friend> & left.\n\nÉmile said", "Zoë", "“no”", "words that are gone", "said: “no”.", "left"},
		"bundled": {"ongoing talks and discussions", "no progress was made", "final warning", "Israel had been informed of the matter", "Four other American hostages have been declared dead", "gone", "Hamas", "having conversations and talking with people around the world"},
	}
	for name, e := range map[string]*annotations.Edition{"tiny": tiny(t), "bundled": bundled(t)} {
		for _, marks := range []bool{true, false} {
			t.Run(fmt.Sprint(name, marks), func(t *testing.T) {
				set := noted(e, quotes[name]...)
				s := margin.New(e, set, margin.Options{})
				p := writtenWith(t, e, Parts{Marks: marks, Margin: s})
				p.checkStandsAlone()
				if marks {
					p.checkCards(e)
				} else if strings.Contains(saidBy(p.root), "In the article") {
					t.Error("the page has cards")
				}
				for _, par := range e.Article().Paragraphs() {
					if got := unnumbered(p.ids[fmt.Sprintf("p%d", par.Number)]); got != e.Article().Slice(par.Span) {
						t.Errorf("paragraph %d is %q", par.Number, got)
					}
				}
				p.checkNotes(s)
			})
		}
	}
}

// checkNotes: see TestHTMLWithNotes.
func (p *written) checkNotes(s *margin.Sheet) {
	p.t.Helper()
	number := 0
	for _, e := range s.Entries {
		if !e.Stands {
			if lost := saidBy(withClass(p.root, "adrift")[0]); !strings.Contains(lost, e.Quote) || !strings.Contains(lost, text.Visible(firstLine(e.Note))) {
				p.t.Errorf("among what has no place there is %q, and not %q", lost, e.Quote)
			}
			continue
		}
		if !e.Placed.HasWords() {
			continue
		}
		number++
		mark, beside, after := p.ids[fmt.Sprint("h", number)], p.ids[fmt.Sprint("o", number)], p.ids[fmt.Sprint("e", number)]
		if mark == nil || beside == nil || after == nil {
			p.t.Fatalf("note %d on %q has mark %v, note beside %v, after %v", number, e.Quote, mark, beside, after)
		}
		if got := saidBy(mark); !strings.HasPrefix(strings.Join(strings.Fields(e.Quote), " "), strings.TrimRight(strings.Join(strings.Fields(got), " "), ",.")) {
			p.t.Errorf("the mark of %q begins with %q", e.Quote, got)
		}
		for _, line := range strings.Split(e.Note, "\n") {
			if !strings.Contains(saidBy(beside), line) || !strings.Contains(saidBy(after), line) {
				p.t.Errorf("note %d says %q beside and %q after the text", number, saidBy(beside), saidBy(after))
			}
		}
		if all := links(p.root); all[fmt.Sprint("o", number)] != 1 || all[fmt.Sprint("e", number)] != 1 || links(after)[fmt.Sprint("h", number)] != 1 {
			p.t.Errorf("the links of note %d are %v", number, all)
		}
	}
	p.checkMarks(s)
}

// lettersOf are the letters of words in the order of the alphabet: highlights of one style
// may overlap, and brackets take in punctuation.
func lettersOf(words []string) string {
	all := slices.DeleteFunc([]rune(strings.Join(words, "")), func(r rune) bool { return !unicode.IsLetter(r) })
	slices.Sort(all)
	return string(all)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// checkMarks: the pieces of the highlights of each style are the words of its notes.
func (p *written) checkMarks(s *margin.Sheet) {
	p.t.Helper()
	article := slices.Collect(func(yield func(*html.Node) bool) {
		for n := range p.root.Descendants() {
			if n.Data == "article" && !yield(n) {
				return
			}
		}
	})[0]
	for _, style := range notes.Styles() {
		var want, got []string
		for _, e := range s.Entries {
			if e.Stands && e.Placed.Style == style {
				want = append(want, strings.Fields(e.Quote)...)
			}
		}
		for _, m := range withClass(article, style.String()) {
			got = append(got, strings.Fields(saidBy(m))...)
		}
		if a, b := lettersOf(got), lettersOf(want); a != b {
			p.t.Errorf("in the style %s there are %q, want %q", style, a, b)
		}
	}
}

// What a note says is shown and never obeyed, and neither are tags or names of styles.
func TestHTMLOfHostileNotes(t *testing.T) {
	for _, s := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</style><script>x</script>`, "\u202egnihton\u202c", "nul\x01\x1b[31m", `{{.}}`, "*/}<!--",
	} {
		e := tiny(t)
		set := noted(e, "met Zoë’s", "gone "+s)
		all := slices.Clone(set.All())
		for i := range all {
			all[i].Text, all[i].Tags, all[i].ID = s, []string{s}, notes.ID(s+all[i].Style.String())
		}
		sheet := margin.New(e, notes.NewSet(all), margin.Options{Called: func(notes.Style) string { return s }, Lost: s})
		p := writtenWith(t, e, Parts{Marks: true, Margin: sheet})
		p.checkStandsAlone()
		if !strings.Contains(saidBy(p.root), text.Visible(s)) {
			t.Errorf("%q is not shown as it is", s)
		}
	}
}

func TestLetters(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "a", 26: "z", 27: "aa", 52: "az", 53: "ba", 702: "zz", 703: "aaa"} {
		if got := letterOf(n); got != want {
			t.Errorf("the letter of %d is %q, want %q", n, got, want)
		}
	}
}

// Notes on a text with headings, lists and tables stand beside it too.
func TestHTMLWithNotesOnBlocks(t *testing.T) {
	e := structured(t)
	var quotes []string
	for i := range e.Article().Len() {
		if b := e.Article().Block(i); !b.Empty() {
			quotes = append(quotes, e.Article().Slice(b.Span))
		}
	}
	s := margin.New(e, noted(e, quotes...), margin.Options{})
	p := writtenWith(t, e, Parts{Marks: true, Margin: s})
	p.checkStandsAlone()
	if n := len(withClass(p.root, "mine")); n < len(quotes)/2 {
		t.Errorf("%d notes of %d stand after the text", n, len(quotes))
	}
}

func TestJSONOfNotes(t *testing.T) {
	e := tiny(t)
	s := margin.New(e, noted(e, "met Zoë’s", "gone", "left"), margin.Options{Called: func(notes.Style) string { return "mine" }})
	for name, parts := range map[string]Parts{"notes.json": {Margin: s}, "both.json": {Marks: true, Margin: s}} {
		var b bytes.Buffer
		if err := JSON(&b, e, parts); err != nil {
			t.Fatal(err)
		}
		golden(t, name, b.Bytes())
	}
}
