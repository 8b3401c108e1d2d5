package export

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/figure/svg/svgtest"
)

// drawings are two drawings of an edition: of its entities, and of a few words.
func drawings(e *annotations.Edition) *Pictures {
	all := &figure.Figure{Width: 600, Height: 1200, Title: "Who <is> there", Description: "Everybody & everything.", Ground: figure.Page}
	for i, n := range e.Entities() {
		g := figure.Group{Key: string(n.ID), Name: n.Name, Target: figure.Target{Entity: n.ID}, Shapes: []figure.Shape{
			figure.Box{At: figure.Rect{Y: float32(i) * 10, W: 600, H: 10}, Fill: figure.Lamp, Beam: true},
			figure.Words{At: figure.Rect{X: 10, Y: float32(i) * 10, W: 200, H: 20}, Ink: figure.InkOf(n.Kind), Text: n.Name},
		}}
		if of := e.MentionsOf(n.ID); len(of) > 0 {
			g.Target.Passage = of[0].Span
			g.Name += fmt.Sprintf(" ¶%d", e.Article().Paragraph(e.Article().ParagraphAt(of[0].Start)).Number)
		}
		all.Groups = append(all.Groups, g, figure.Group{Name: "Only " + n.Name, Target: figure.Target{Entity: n.ID}, Unlisted: true})
		if !g.Target.Passage.Empty() { // a sign that leads to the words is no row of its own
			all.Groups = append(all.Groups, figure.Group{Name: "Show", Target: figure.Target{Passage: g.Target.Passage}})
		}
	}
	few := &figure.Figure{Width: 100, Height: 50, Title: "Few", Ground: figure.Page, Groups: []figure.Group{{Shapes: []figure.Shape{
		figure.Words{At: figure.Rect{W: 100, H: 20}, Ink: figure.Text, Text: "words"},
		figure.Box{At: figure.Rect{Y: 20, W: 100, H: 20}, Fill: figure.Lamp, Beam: true},
	}}}}
	return &Pictures{
		All: []Picture{
			{ID: "who", Heading: "Who", Figure: all}, {ID: "few", Heading: "Few", Figure: few}, {ID: "no", Heading: "None", Nothing: "Nothing is known."},
		}, Beam: 0.2,
		Colour: func(ink figure.Ink, dark bool) string {
			if ink == figure.Muted {
				return "red;}body{display:none"
			}
			if dark {
				return "#ffffff"
			}
			return "#000001"
		},
	}
}

// The drawings stand on the page with a heading, as drawings that say what they show,
// and in words that lead to the cards and to the article.
func TestHTMLWithPictures(t *testing.T) {
	for name, e := range map[string]*annotations.Edition{"tiny": tiny(t), "bundled": bundled(t)} {
		t.Run(name, func(t *testing.T) {
			pictures := drawings(e)
			var b bytes.Buffer
			if err := HTML(&b, e, Parts{Marks: true, Pictures: pictures}, plainWords(), someDay); err != nil {
				t.Fatal(err)
			}
			p := parsed(t, b.String())
			p.checkStandsAlone()
			p.checkCards(e)
			var headings, captions []string
			var svgs []*html.Node
			for n := range p.root.Descendants() {
				switch n.Data {
				case "h3":
					headings = append(headings, saidBy(n))
				case "figcaption":
					captions = append(captions, saidBy(n))
				case "svg":
					svgs = append(svgs, n)
				}
			}
			if !slices.Equal(headings[:3], []string{"Who", "Few", "None"}) || !strings.Contains(b.String(), "None</h3>\n<p class=\"meta\">Nothing is known.</p>") {
				t.Errorf("the headings are %q", headings[:3])
			}
			if !slices.Equal(captions, []string{"Everybody & everything."}) {
				t.Errorf("the captions are %q", captions)
			}
			if len(svgs) != 2 || attribute(svgs[0], "role") != "img" || saidBy(p.ids[attribute(svgs[0], "aria-labelledby")]) != "Who <is> there" {
				t.Errorf("%d drawings, of which the first is not named by its title", len(svgs))
			}
			for i, one := range pictures.All[:2] {
				checkInline(t, b.String(), i, one.Figure)
			}
			checkRows(t, p, e)
			for _, want := range []string{"--f-ink-person:#000001;", "--f-lamp:#ffffff;", "@media print{:root{--f-page:#fff}}"} {
				if !strings.Contains(b.String(), want) {
					t.Errorf("the page does not hold %q", want)
				}
			}
			if strings.Contains(b.String(), "display:none}body") || strings.Contains(b.String(), "red;") {
				t.Error("a colour that is none stands in the style")
			}
		})
	}
}

// checkInline holds a drawing of the page against its figure.
func checkInline(t *testing.T, page string, i int, f *figure.Figure) {
	t.Helper()
	parts := strings.Split(page, "<svg xmlns")
	file, _, found := strings.Cut(parts[i+1], "</figure>")
	if !found {
		t.Fatal("a drawing stands in no figure")
	}
	file, _, _ = strings.Cut(file, "<figcaption")
	drawn := *f
	drawn.Description = ""
	svgtest.Check(t, []byte("<svg xmlns"+file), &drawn, nil)
}

// checkRows holds the words of the first drawing against the edition.
func checkRows(t *testing.T, p *written, e *annotations.Edition) {
	t.Helper()
	rows := 0
	for n := range p.root.Descendants() {
		if n.Data != "li" || n.Parent.Parent.Data != "details" {
			continue
		}
		x := e.Entities()[rows]
		to := links(n)
		card := ""
		for id := range to {
			if strings.HasPrefix(id, "n") {
				card = id
			}
		}
		if !strings.HasPrefix(saidBy(n), x.Name) || strings.Count(saidBy(n), "¶") > 1 || p.ids[card] == nil || !strings.Contains(saidBy(p.ids[card]), x.Name) {
			t.Errorf("row %d is %q and leads to %v", rows, saidBy(n), to)
		}
		if len(e.MentionsOf(x.ID)) > 0 && len(to) != 2 {
			t.Errorf("%q does not lead to its words: %v", saidBy(n), to)
		}
		rows++
	}
	if rows != len(e.Entities()) {
		t.Errorf("%d rows of %d entities", rows, len(e.Entities()))
	}
}

// Without drawings the page is as it was.
func TestHTMLWithoutPictures(t *testing.T) {
	e := tiny(t)
	if page := writtenOf(t, e).bytes; strings.Contains(page, "pictures") || strings.Contains(page, "<svg") || strings.Contains(page, "--f-") {
		t.Error("a page without drawings speaks of them")
	}
}
