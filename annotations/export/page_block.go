package export

import (
	"slices"
	"strconv"

	"sidelight/annotations"
)

// pageBlock is a part of the article on the page: a block, or several that belong
// together, as the items of a list and the cells of a table do.
type pageBlock struct {
	Kind  string // "p" of a paragraph, "list" or "table", else the kind's name
	ID    string
	Level int           // of a heading, from 2
	Text  pageParagraph // of a single block
	Items []pageItem
	Rows  [][]pageCell
	// Beside are the notes in the margin that belong to other blocks than a paragraph,
	// which has them among its words.
	Beside []*ownEntry
}

// pageItem is an item of a list, a note, or a part of a quotation.
type pageItem struct {
	ID, Marker string
	Depth      int
	By         bool // it says who is quoted
	Runs       []run
}

type pageCell struct {
	Head bool
	Runs []run
}

// most is the deepest list that is set in further than the one around it.
const most = 6

// blocks are the parts of the article. Of an article that begins with its title, the
// head of the page has that.
func (x *paper) blocks() []pageBlock {
	a := x.e.Article()
	first := 0
	if x.e.BeginsWithTitle() {
		first = 1
	}
	var out []pageBlock
	for i := first; i < a.Len(); {
		next := x.group(i)
		out = append(out, x.blockOf(i, next))
		i = next
	}
	return out
}

// group is the block after those that belong together with the block of an index.
func (x *paper) group(i int) int {
	a := x.e.Article()
	kind := a.Block(i).Kind
	next := i + 1
	switch kind {
	case annotations.BlockItem, annotations.BlockNote, annotations.BlockQuote:
		for next < a.Len() && a.Block(next).Kind == kind {
			next++
		}
	case annotations.BlockCell:
		for next < a.Len() && a.Block(next).Kind == kind && (a.Block(next).Row > 0 || a.Block(next).Col > 0) {
			next++
		}
	}
	return next
}

// blockOf is the part of the page for the blocks from first to the one before next.
func (x *paper) blockOf(first, next int) pageBlock {
	b := x.e.Article().Block(first)
	out := pageBlock{Kind: b.Kind.String(), ID: x.idOf(first)}
	if b.Kind != annotations.BlockParagraph {
		for i := first; i < next; i++ {
			for _, n := range x.own.begin[i] {
				out.Beside = append(out.Beside, x.besideEntry(n))
			}
		}
	}
	switch b.Kind {
	case annotations.BlockParagraph:
		out.Kind, out.Text = "p", x.paragraph(first)
	case annotations.BlockHeading:
		out.Level, out.Text.Runs = min(max(int(b.Level), 2), 4), x.runsOf(first)
	case annotations.BlockItem, annotations.BlockNote, annotations.BlockQuote:
		out.Items = x.items(first, next)
	case annotations.BlockCell:
		out.Rows = x.rows(first, next)
	case annotations.BlockPicture:
		out.Text.Runs = x.runsOf(first)
		if b.Empty() && b.Picture != nil {
			out.Text.Runs = []run{{Text: x.line(b.Picture.Alt)}}
		}
	default:
		out.Text.Runs = x.runsOf(first)
	}
	return out
}

// paragraph is a paragraph with its number and the voices in it.
func (x *paper) paragraph(i int) pageParagraph {
	p := x.e.Article().Paragraph(i)
	out := pageParagraph{Number: x.e.Article().Sign(i), Runs: x.runsOf(i)}
	out.Bars, out.Voices = x.bars(p)
	out.Sides = x.sideLines(p)
	return out
}

// runsOf are the pieces of a block.
func (x *paper) runsOf(i int) []run {
	p := x.e.Article().Paragraph(i)
	t := x.typeset(p)
	t.sides = x.e.Article().Block(i).Kind == annotations.BlockParagraph
	t.inserts = x.inserts(i, t.sides)
	runs, _ := t.runs(p.Span, slices.Collect(x.e.MentionsIn(p.Span)))
	return runs
}

func (x *paper) items(first, next int) []pageItem {
	var out []pageItem
	for i := first; i < next; i++ {
		b := x.e.Article().Block(i)
		out = append(out, pageItem{
			ID: x.idOf(i), Marker: x.line(b.Marker), Depth: min(max(int(b.Depth), 1), most),
			By: b.Kind == annotations.BlockQuote && b.Level == 1, Runs: x.runsOf(i),
		})
	}
	return out
}

func (x *paper) rows(first, next int) [][]pageCell {
	var out [][]pageCell
	row := -1
	for i := first; i < next; i++ {
		b := x.e.Article().Block(i)
		if b.Row != row {
			out, row = append(out, nil), b.Row
		}
		out[len(out)-1] = append(out[len(out)-1], pageCell{b.Level == 1, x.runsOf(i)})
	}
	return out
}

// idOf is the name by which the page knows a block.
func (x *paper) idOf(i int) string {
	a := x.e.Article()
	if a.Block(i).Kind == annotations.BlockParagraph {
		return "p" + strconv.Itoa(a.Sign(i))
	}
	return "b" + strconv.Itoa(i)
}

// plain are the pieces of a span without marks: apart where something is set apart or
// leads elsewhere. Within a mark, which is a link itself, nothing leads elsewhere.
func (t *typeset) plain(s annotations.Span, inMark bool) []run {
	a := t.e.Article()
	cuts := []int{s.Start, s.End}
	for r := range a.Runs(s) {
		cuts = append(cuts, max(r.Start, s.Start), min(r.End, s.End))
	}
	for l := range a.Links(s) {
		cuts = append(cuts, max(l.Start, s.Start), min(l.End, s.End))
	}
	for n := range t.ownIn(s) {
		cuts = append(cuts, max(n.at.Start, s.Start), min(n.at.End, s.End))
	}
	slices.Sort(cuts)
	var out []run
	for i, from := range cuts[1:] {
		from, to := cuts[i], from
		if from == to {
			continue
		}
		next := run{Text: t.text(from, to), Own: t.ownMarks(annotations.Span{Start: from, End: to})}
		for r := range a.Runs(annotations.Span{Start: from, End: to}) {
			next.Style = r.Style
		}
		for l := range a.Links(annotations.Span{Start: from, End: to}) {
			if !inMark {
				next.Href = t.href(l)
			}
		}
		out = append(out, next)
	}
	return out
}

// href is where a link leads on the page or on the web; empty if that is no address.
func (x *paper) href(l annotations.Link) string {
	if l.Inner {
		return "#" + x.idOf(x.e.Article().ParagraphAt(l.To))
	}
	if address, err := annotations.ParseAddress(l.Target); err == nil {
		return address.String()
	}
	return ""
}
