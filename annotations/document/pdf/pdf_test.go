package pdf_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/pdf"
	"sidelight/annotations/document/pdf/pdfium"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

// wide is a line as wide as the column of the page, and narrow one of two columns.
const (
	wide   = "The wind had been steady from the west for three days and the sea ran high, so that no"
	narrow = "The wind had been steady for three days"
)

func repeat(line string, times int) []string {
	var out []string
	for range times {
		out = append(out, line)
	}
	return out
}

// samples are files of our own, by the name of the file that says what comes out.
func samples() map[string]file {
	all := make(map[string]file)

	p := new(page).put(bold, 20, 72, 760, "On the Sea")
	y := p.lines(11, 72, 720, wide, wide, "ship left the harbour.")
	y = p.lines(11, 72, y-14, wide, "second, after a gap.")
	y = p.lines(11, 92, y, "Third, set in: the wind had been steady from the west for three days and the sea ran")
	y = p.lines(11, 72, y, wide, "ship left.")
	p.put(bold, 14, 72, y-10, "Trade winds")
	p.lines(11, 72, y-34, wide, "and so on.")
	all["paragraphs"] = file{pages: []*page{p}, info: "/Title (On the Sea) /Author (A. Sailor)"}

	p = new(page)
	p.lines(11, 72, 760, "The wind had been steady from the west for three days and the harbour was an inter-",
		"national one, and a well-known one. It blew on for a whole week, so that each was well-",
		"known there. The ships came from the north and from the south, and the name was Anglo-",
		"Saxon.")
	all["hyphens"] = file{pages: []*page{p}}

	var pages []*page
	for i := range 6 {
		p := new(page).put(roman, 9, 72, 800, []string{"The Sea", "Winds of the World"}[i%2]).put(roman, 9, 290, 40, fmt.Sprint(i+7))
		name := []string{"one", "two", "three", "four", "five", "six"}[i]
		p.lines(11, 72, 760, "On page "+name+" the wind had been steady from the west for three days and the sea ran high",
			"so that no ship left the harbour, and the words of page "+name+" go on at the head of the next")
		pages = append(pages, p)
	}
	all["furniture"] = file{pages: pages}

	p = new(page).put(bold, 18, 150, 780, "A Title over Two Columns")
	p.lines(10, 72, 740, repeat(narrow, 8)...)
	p.lines(10, 310, 740, append(repeat(narrow, 6), "to the end.")...)
	p.lines(10, 72, 600, wide, "is a line over both.")
	p.lines(10, 72, 560, append(repeat("Below it the wind was steady for days on", 5), "left.")...)
	p.lines(10, 310, 560, append(repeat("Below it the wind was steady on the other", 5), "right.")...)
	all["columns"] = file{pages: []*page{p}}

	p = new(page)
	p.put(roman, 11, 72, 760, "Plain").put(bold, 11, 102, 760, "bold").put(italic, 11, 130, 760, "slanted").put(roman, 11, 172, 760, "and a link.")
	p.link(191, 755, 222, 770, "https://example.org/a")
	p.lines(11, 72, 730, "• one dot", "• another dot")
	p.lines(11, 72, 680, "1. first", "2. second")
	p.lines(11, 72, 630, "A sentence with a note")
	p.put(roman, 7, 171, 634, "1").put(roman, 11, 178, 630, "and more.")
	p.put(roman, 6, 72, 104, "1").put(roman, 8, 76, 100, "What the note says.")
	p.put(roman, 6, 72, 92, "2").put(roman, 8, 76, 88, "Nobody refers to it.")
	all["notes"] = file{pages: []*page{p}}

	p = new(page)
	p.lines(11, 72, 760, "1 Introduction")
	p.lines(11, 72, 730, wide, "and so on.")
	q := new(page)
	q.lines(11, 72, 760, "A Second Part")
	q.lines(11, 72, 730, wide, "Introduction")
	q.draw.WriteString("BT /F1 9 Tf 0 1 -1 0 30 300 Tm (Turned by a quarter) Tj ET\n")
	q.put(fixed, 10, 72, 600, "if wind {").put(fixed, 10, 96, 586, "sail( now )").put(fixed, 10, 72, 572, "}")
	all["outline"] = file{pages: []*page{p, q}, outline: []entry{{"Introduction", 0}, {"A Second Part", 1}, {"Not there", 1}}}
	return all
}

func TestSamples(t *testing.T) {
	for name, x := range samples() {
		t.Run(name, func(t *testing.T) {
			f := x.make()
			a, err := pdf.Read(t.Context(), f)
			if err != nil {
				t.Fatal(err)
			}
			documenttest.Origins(t, a)
			documenttest.Golden(t, filepath.Join("testdata", name+".txt"), documenttest.Outline(a))
			documenttest.Cut(t, f, pdf.Read)
			documenttest.Cancelled(t, f, pdf.Read)
		})
	}
}

// The letters of a ligature stand in one place, and are no words of their own.
func TestLigaturesAreLetters(t *testing.T) {
	p := new(page).put(roman, 11, 72, 700, "The ﬁrst ofﬁce deﬁnes it.")
	a, err := pdf.Read(t.Context(), file{pages: []*page{p}}.make())
	if err != nil || a.Text != "The first office defines it." {
		t.Errorf("it reads %q, %v", a.Text, err)
	}
	documenttest.Origins(t, a)
}

// Words of scripts that run from right to left are drawn from the left, and read.
func TestWordsFromRightToLeft(t *testing.T) {
	const drawn = "\\002\\003\\004\\005" // the letters of a word from its end
	p := new(page)
	fmt.Fprintf(&p.draw, "BT /F1 11 Tf 2 Tc 72 700 Td (%s %s) Tj ET\n", drawn, drawn)
	a, err := pdf.Read(t.Context(), file{pages: []*page{p}}.make())
	if err != nil || a.Text != "שלום שלום" {
		t.Errorf("it reads %q, %v", a.Text, err)
	}
	documenttest.Origins(t, a)
}

// Heads that differ from page to page are known by the number of the page in them, and
// entries of a list of contents lose theirs.
func TestNumbersOfPagesAreLeftOut(t *testing.T) {
	heads := []string{"Of Winds", "Of Seas", "Of Ships", "Of Ports", "Of Stars"}
	var pages []*page
	for i, head := range heads {
		p := new(page).put(roman, 9, 72, 800, fmt.Sprint(head, " ", i+31))
		p.put(roman, 11, 72, 740, head+" . . . . . . . . . . . 12").put(roman, 11, 72, 720, "Then more of "+head)
		pages = append(pages, p)
	}
	a, err := pdf.Read(t.Context(), file{pages: pages}.make())
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, head := range heads {
		want = append(want, head, "Then more of "+head)
	}
	if a.Text != strings.Join(want, "\n\n") {
		t.Errorf("it reads %q", a.Text)
	}
}

func TestOriginNamesThePlaceOnThePage(t *testing.T) {
	p := new(page)
	p.put(roman, 10, 100, 700, "One two")
	a, err := pdf.Read(t.Context(), file{pages: []*page{p}}.make())
	if err != nil {
		t.Fatal(err)
	}
	l, ok := a.Origin(strings.Index(a.Text, "two"))
	if !ok || l.Page != 1 || l.Offset != 4 || l.Box.Left < 99 || l.Box.Left > 102 || l.Box.Bottom < 695 || l.Box.Top > 712 {
		t.Errorf("two stands at %+v", l)
	}
}

func TestHostileFiles(t *testing.T) {
	words := new(page).put(roman, 11, 72, 700, "words")
	long := new(page)
	long.draw.WriteString(strings.Repeat("q ", 3_000_000))
	many := new(page)
	many.draw.WriteString("BT /F1 11 Tf " + strings.Repeat("(words) Tj ", 300_000) + "ET")
	for _, c := range []struct {
		name     string
		file     *raw.File
		problems []raw.Problem // one of them
	}{
		{"nothing", &raw.File{}, []raw.Problem{raw.Damaged}},
		{"a head alone", &raw.File{Data: []byte("%PDF-1.5\n")}, []raw.Problem{raw.Damaged}},
		{"no text", file{pages: []*page{new(page)}}.make(), []raw.Problem{raw.NoText}},
		{"no pages", file{}.make(), []raw.Problem{raw.NoText, raw.Damaged}},
		{"a password", file{pages: []*page{words}, trailer: "/ID [(0123456789abcdef) (0123456789abcdef)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" +
			strings.Repeat("o", 32) + ") /U (" + strings.Repeat("u", 32) + ") >>"}.make(), []raw.Problem{raw.Protected}},
		{"pages that lead back to themselves", file{pages: []*page{words}, kids: "2 0 R 2 0 R"}.make(), []raw.Problem{raw.NoText, raw.Damaged}},
		{"states in one another", file{pages: []*page{long}}.make(), []raw.Problem{raw.NoText, raw.TooMuch, raw.Damaged}},
		{"a page of too many characters", file{pages: []*page{many}}.make(), []raw.Problem{raw.TooMuch}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := pdf.Read(t.Context(), c.file)
			if !slices.Contains(c.problems, documenttest.Problem(t, err)) {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

// The engine is stopped in the middle of a page when the context ends.
func TestReadingAPageStops(t *testing.T) {
	if err := pdfium.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	p := new(page)
	p.draw.WriteString(strings.Repeat("q ", 4_000_000))
	ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer stop()
	if _, err := pdf.Read(ctx, file{pages: []*page{p}}.make()); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the error is %v", err)
	}
}

// Eight times as much costs about eight times the work, whatever it is.
func TestWorkGrowsWithTheSize(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run")
	}
	shapes := map[string]func(n int) file{
		"pages": func(n int) file {
			var all []*page
			for i := range n {
				p := new(page)
				p.lines(11, 72, 760, fmt.Sprint("Line ", i), wide)
				all = append(all, p)
			}
			return file{pages: all}
		},
		"lines": func(n int) file {
			p := new(page)
			for i := range n {
				p.put(roman, 1, 72, float64(i), wide)
			}
			return file{pages: []*page{p}}
		},
		"pieces of one line": func(n int) file {
			p := new(page)
			for i := range n {
				p.put(roman, 11, float64(100*i), 700, "word")
			}
			return file{pages: []*page{p}}
		},
		"one place": func(n int) file {
			p := new(page)
			for range n {
				p.put(roman, 11, 72, 700, "word")
			}
			return file{pages: []*page{p}}
		},
		"links": func(n int) file {
			p := new(page)
			p.lines(11, 72, 760, repeat(wide, 40)...)
			for range n {
				p.link(0, 0, 600, 800, "x")
			}
			return file{pages: []*page{p}}
		},
		"bookmarks": func(n int) file {
			p := new(page)
			p.lines(11, 72, 760, wide)
			var all []entry
			for range n {
				all = append(all, entry{"x", 0})
			}
			return file{pages: []*page{p}, outline: all}
		},
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			documenttest.Doubles(t, pdf.Read, shape(60).make(), shape(480).make(), 8)
		})
	}
}

// However broken a file is, it is read or refused in time.
func FuzzRead(f *testing.F) {
	if err := pdfium.Start(f.Context()); err != nil {
		f.Fatal(err)
	}
	for _, x := range samples() {
		f.Add(x.make().Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed.Within(t, func() {
			a, err := pdf.Read(t.Context(), &raw.File{Data: data})
			if err != nil {
				documenttest.Problem(t, err)
				return
			}
			documenttest.Origins(t, a)
		})
	})
}

// However the words of a page are drawn, they are read.
func FuzzPage(f *testing.F) {
	if err := pdfium.Start(f.Context()); err != nil {
		f.Fatal(err)
	}
	for _, x := range samples() {
		f.Add(x.pages[0].draw.String())
	}
	f.Fuzz(func(t *testing.T, draw string) {
		p := new(page)
		p.draw.WriteString(draw)
		fuzzed.Within(t, func() {
			a, err := pdf.Read(t.Context(), file{pages: []*page{p}}.make())
			if err != nil {
				documenttest.Problem(t, err)
				return
			}
			documenttest.Origins(t, a)
		})
	})
}
