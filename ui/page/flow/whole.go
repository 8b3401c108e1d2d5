package flow

import (
	"context"
	"math"
	"runtime"
	"slices"
	"time"

	"sidelight/annotations"
	"sidelight/ui/typeset"
)

// texts is the measured blocks of an article. The zero texts has none.
type texts struct {
	format Format // in which they are measured; its width does not matter
	blocks [][]*typeset.Text
}

// of returns the measured block of an index, or nil.
func (t *texts) of(block int) []*typeset.Text {
	if t.blocks == nil {
		return nil
	}
	return t.blocks[block]
}

// in returns the texts as they are measured in a setting. Those that were measured in another
// format are a help: only what is set in another face has to be measured anew.
func (t *texts) in(ctx context.Context, s *setting) (texts, error) {
	format := s.format
	if format.Width = t.format.Width; format == t.format && t.blocks != nil {
		return *t, nil
	}
	out := texts{s.format, make([][]*typeset.Text, s.article.Len())}
	var turns turns
	for i, par := range s.article.Paragraphs() {
		if err := turns.pass(ctx); err != nil {
			return texts{}, err
		}
		if k := s.article.Block(i).Kind; k != annotations.BlockCell && k != annotations.BlockPicture { // how they are set depends on the width
			out.blocks[i] = s.measure(i, par.Span, t.of(i))
		}
	}
	return out, nil
}

// turn is how long others may have to wait: where there is one core, input goes first.
const turn = time.Millisecond / 2

// turns lets others run now and then.
type turns struct{ began time.Time }

// pass is called before each block. It returns the error of the context.
func (t *turns) pass(ctx context.Context) error {
	if now := time.Now(); now.Sub(t.began) > turn {
		runtime.Gosched()
		t.began = now
	}
	return ctx.Err()
}

// setWhole sets all blocks of an article, with the help of their texts in another format,
// in about so many lines.
func setWhole(ctx context.Context, s *setting, old texts, lines int) (Whole, error) {
	all, err := old.in(ctx, s)
	if err != nil {
		return Whole{}, err
	}
	cells := make(map[int][]*typeset.Text)
	s.texts = func(i int) []*typeset.Text {
		if t := all.of(i); t != nil {
			return t
		}
		if cells[i] == nil {
			cells[i] = s.measure(i, s.article.Paragraph(i).Span, nil)
		}
		return cells[i]
	}
	l := &layout{setting: s, lines: make([]typeset.Line, 0, lines+lines/16)}
	var turns turns
	c := s.start()
	for !c.done() {
		if err := turns.pass(ctx); err != nil {
			return Whole{}, err
		}
		l.add(&c, 0, math.MaxInt)
	}
	l.height = float32(c.top)
	if spare := cap(l.lines) - len(l.lines); spare > len(l.lines)/8 {
		l.lines = slices.Clone(l.lines)
	}
	return Whole{format: s.format, texts: all, layout: l}, nil
}
