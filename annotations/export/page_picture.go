package export

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/figure/svg"
	"sidelight/annotations/lazy"
)

// pictureStyle is for pages with drawings.
const pictureStyle = `.pictures{margin-top:26px}
.pictures h3{margin-top:20px;font-size:15px;line-height:21px;break-after:avoid}
.pictures figure{margin:8px 0 0;break-inside:avoid}
.pictures figure>svg{display:block;max-width:100%;height:auto}
.pictures summary{cursor:pointer;margin-top:6px}
.pictures summary:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}
.pictures ul{columns:2;column-gap:28px;margin-top:6px}
.pictures li{break-inside:avoid;padding-bottom:4px}
.paper{display:none}
@media screen and (max-width:700px){.pictures ul{columns:1}}
@media print{
.pictures figure>svg{width:auto;max-height:860px}
.pictures details,.pictures .long>svg{display:none}
.pictures .paper{display:block}
}
`

// Pictures are drawings for a page, and what they are drawn with.
type Pictures struct {
	All []Picture
	// Colour returns a colour as CSS has it ("#2e57cf"), in the dark and else in the light.
	Colour func(ink figure.Ink, dark bool) string
	// Beam is the strength of the beam, from 0 to 1.
	Beam float32
	// Icon returns an icon as SVG text; ok is false if none has the name.
	Icon func(name string) (svg []byte, ok bool)
}

// Picture is one drawing.
type Picture struct {
	ID      string // begins its ids on the page; each has one of its own
	Heading string
	Figure  *figure.Figure
	Nothing string // says in place of a figure why there is nothing to draw
}

// pagePicture is a drawing as the template writes it.
type pagePicture struct {
	Heading, Caption string
	SVG              template.HTML
	Long             bool   // no sheet of paper has room for it, which has its words instead
	Nothing          string // says why there is no drawing
	Rows             []pictureRow
}

// pictureRow is what one group of a drawing says, in words.
type pictureRow struct {
	Words           string
	Card, Paragraph int // to which it leads; 0 for none
}

// tallest is how many times its width a drawing may be high, to be printed: higher ones
// would be too small to be read on one sheet of paper.
const tallest = 1.9

// pictures writes the drawings, in colours that follow those of the page.
func (x *paper) pictures(p *Pictures) (out []pagePicture, err error) {
	if p == nil {
		return nil, nil
	}
	for _, one := range p.All {
		f := one.Figure
		if f == nil {
			out = append(out, pagePicture{Heading: x.line(one.Heading), Nothing: x.line(one.Nothing)})
			continue
		}
		drawn := *f
		drawn.Description = "" // stands below the drawing
		var b strings.Builder
		if err := svg.Write(&b, &drawn, svg.Options{
			Paint: variable, Beam: p.Beam, Icon: p.Icon, Drawn: x.line, Prefix: one.ID, Language: x.by.Language, Inline: true,
		}); err != nil {
			return nil, err
		}
		out = append(out, pagePicture{
			Heading: x.line(one.Heading), Caption: x.line(f.Description), SVG: template.HTML(b.String()),
			Long: f.Height > tallest*f.Width, Rows: x.pictureRows(f),
		})
	}
	return out, nil
}

// pictureRows say in words what a drawing shows: what a screen reader would say of it,
// with the way to the card and to the words of the article. What only leads to the words
// of the row before is no row of its own.
func (x *paper) pictureRows(f *figure.Figure) []pictureRow {
	var out []pictureRow
	var before *figure.Group
	for i := range f.Groups {
		g := &f.Groups[i]
		if g.Name == "" || g.Unlisted || before != nil && (g.Name == before.Name || leadsBack(g, before)) {
			continue
		}
		before = g
		row := pictureRow{Words: x.line(g.Name), Card: x.number[g.Target.Entity]}
		if s := g.Target.Passage; !s.Empty() {
			row.Paragraph = x.paragraphAt(s)
			row.Words = strings.TrimSuffix(row.Words, fmt.Sprintf(" ¶%d", row.Paragraph))
		}
		out = append(out, row)
	}
	return out
}

// leadsBack reports whether a group leads to the words of the one before it, and to nothing
// else.
func leadsBack(g, before *figure.Group) bool {
	words := before.Target.Passage
	return !words.Empty() && g.Target == figure.Target{Passage: words}
}

// paragraphAt is the number of the paragraph in which a span begins, 0 for one without.
func (x *paper) paragraphAt(s annotations.Span) int {
	a := x.e.Article()
	if s.Start < 0 || s.Start >= len(a.Text) {
		return 0
	}
	return a.Paragraph(a.ParagraphAt(s.Start)).Number
}

var colourOnly = lazy.Regexp{Source: `^#[0-9a-fA-F]{6}$`}

// variable is a colour by the name that [Pictures.style] gives it.
func variable(ink figure.Ink) string { return "var(--f-" + string(ink) + ")" }

// style gives each colour of the drawings a name, and a value in the light and in the
// dark. Paper is white.
func (p *Pictures) style() template.CSS {
	if p == nil || len(p.All) == 0 {
		return ""
	}
	var inks []figure.Ink
	for _, one := range p.All {
		if one.Figure != nil {
			inks = append(inks, one.Figure.Inks()...)
		}
	}
	slices.Sort(inks)
	inks = slices.Compact(inks)
	var b strings.Builder
	b.WriteString(pictureStyle)
	for _, dark := range []bool{false, true} {
		open, end := ":root{", "}\n"
		if dark {
			open, end = "@media screen and (prefers-color-scheme:dark){:root{", "}}\n"
		}
		b.WriteString(open)
		for _, ink := range inks {
			if c := p.Colour(ink, dark); colourOnly.Get().MatchString(c) {
				fmt.Fprintf(&b, "--f-%s:%s;", ink, c)
			}
		}
		b.WriteString(end)
	}
	fmt.Fprintf(&b, "@media print{:root{--f-%s:#fff}}\n", figure.Page)
	return template.CSS(b.String())
}
