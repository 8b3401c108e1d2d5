package flow

import (
	"strings"

	"sidelight/ui/typeset"
)

// card yields the lines of a row that stands on a card: its first cell, then the others
// below each other in one or two columns. The head of the table is the labels beside
// them and has no lines of its own.
func (t *table) card(s *setting, first int, top float64, yield func(typeset.Line, float64) bool) {
	if t.isHead(s, first) {
		return
	}
	a, f := s.article, &s.format
	end := t.rowEnd(a, first)
	y := top + float64(f.px(cardPadY))
	put := func(i int, y float64, width float32) (float64, bool) {
		for _, text := range s.texts(i) {
			for line := range lines(text, text.Start(), width) {
				line.Block = i
				if !yield(line, y) {
					return y, false
				}
				y += float64(line.Leading())
			}
		}
		return y, true
	}
	y, ok := put(first, y, f.Width-2*f.px(cardPadX)-t.lead(s, first))
	y += 2
	perColumn, width := t.cardColumns(s, end-first-1)
	begin := y
	for k, i := 0, first+1; i < end && ok; k, i = k+1, i+1 {
		if k == perColumn {
			y = begin
		}
		label := t.labelWidth(s, i)
		bottom, row := y, float64(f.px(cardRow))
		if !t.beside(s, i, width) {
			bottom += row - 2
			label = -f.px(labelGap)
		}
		bottom, ok = put(i, bottom+float64(f.px(1)), width-label-f.px(labelGap))
		y = max(y+row, bottom+float64(f.px(1)))
	}
}

// cardColumns is how many cells stand below each other on a card, and how wide each of
// its columns is.
func (t *table) cardColumns(s *setting, cells int) (perColumn int, width float32) {
	f := &s.format
	inner := f.Width - 2*f.px(cardPadX)
	if f.Width < cardWide {
		return cells, inner
	}
	return (cells + 1) / 2, float32(int((inner - f.px(cardColumns)) / 2))
}

// cardRoom is between what the words of a cell stand on its card.
func (t *table) cardRoom(s *setting, i int) (left, right float32) {
	first := t.rowStart(s.article, i)
	pad := s.format.px(cardPadX)
	if i == first {
		return pad + t.lead(s, i), s.format.Width - pad
	}
	perColumn, width := t.cardColumns(s, t.rowEnd(s.article, first)-first-1)
	if i-first-1 < perColumn {
		return pad, pad + width
	}
	return s.format.Width - pad - width, s.format.Width - pad
}

// beside reports whether a cell has room beside its label on a card; if not, it stands
// below it.
func (t *table) beside(s *setting, i int, width float32) bool {
	return t.labelWidth(s, i)+s.format.px(labelGap)+t.valueWidth(s, i) <= width
}

// label is the block of the head above a cell, if there is one.
func (t *table) label(s *setting, i int) (at int, ok bool) {
	col := s.article.Block(i).Col
	if col >= t.columns || t.labels[col] < 0 {
		return 0, false
	}
	return t.labels[col], true
}

// labelWidth is how wide the label of a cell is; 0 without one.
func (t *table) labelWidth(s *setting, i int) float32 {
	at, ok := t.label(s, i)
	if !ok {
		return 0
	}
	return t.valueWidth(s, at)
}

// lead is how wide the label before the cell is that begins a card, with a blank: a bare
// number says too little for a title. It is 0 where the cell says enough.
func (t *table) lead(s *setting, i int) float32 {
	at, ok := t.label(s, i)
	if !ok || !isFigure(s.article.Slice(s.article.Block(i).Span)) {
		return 0
	}
	style := s.frame(i).Style
	width := float32(int(style.Face.Width(s.drawnCell(at)+" ", style.Size) + 0.5))
	if width > s.format.Width/2 {
		return 0
	}
	return width
}

// drawnCell is what is drawn of a cell on one line.
func (s *setting) drawnCell(i int) string {
	return typeset.Drawn(strings.Join(strings.Fields(s.article.Slice(s.article.Block(i).Span)), " "))
}

// valueWidth is how wide a cell would be on one line.
func (t *table) valueWidth(s *setting, i int) float32 {
	w := float32(0)
	for _, text := range s.texts(i) {
		w = max(w, naturalWidth(text))
	}
	return w
}
