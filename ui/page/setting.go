package page

import (
	"runtime"
	"sort"
	"strings"
	"sync/atomic"

	"sidelight/annotations"
	"sidelight/ui/typeset"
)

// A text of up to shortText bytes is set at once. Of a longer one only a window
// is, around the place that is shown; the whole is set in the background and
// takes the window's place when it is done, within a second for a book.
const (
	shortText    = 64 << 10
	windowBefore = 5 << 10 // bytes of the window before the place
	windowBehind = 9 << 10 // and behind it
	longBlock    = 8 << 10 // bytes of a paragraph that goes into a window whole
)

// job is the setting of a whole article in the background. Another job, or the
// end of the page, stops it.
type job struct{ stopped atomic.Bool }

// set breaks the article for the present format, or begins to.
func (p *Page) set() {
	p.stopSetting()
	if style := p.format.Reading.Style(); p.texts != nil && p.texts[0].Style != style {
		p.texts = nil
	}
	if len(p.edition.Article().Text) <= shortText {
		if p.texts == nil {
			p.texts = (&job{}).texts(p.edition.Article(), p.format.Reading.Style())
		}
		p.layout = typeset.NewLayout(p.texts, p.format.Column, p.format.ParagraphGap)
		return
	}
	p.partial = true
	p.setWindow(max(p.anchor.Offset, 0))
	p.startSetting()
}

// startSetting sets the whole article in the background.
func (p *Page) startSetting() {
	j := &job{}
	p.job = j
	article, f, texts, hand := p.edition.Article(), p.format, p.texts, p.hand
	go func() {
		if texts == nil {
			texts = j.texts(article, f.Reading.Style())
		}
		if j.stopped.Load() {
			return
		}
		layout := typeset.NewLayout(texts, f.Column, f.ParagraphGap)
		hand(func() {
			if p.job == j {
				p.settle(texts, layout)
			}
		})
	}()
}

// stopSetting ends what runs in the background.
func (p *Page) stopSetting() {
	if p.job != nil {
		p.job.stopped.Store(true)
		p.job = nil
	}
}

// texts measures all paragraphs. It is nil if the job was stopped.
func (j *job) texts(a *annotations.Article, style typeset.Style) []*typeset.Text {
	texts := make([]*typeset.Text, 0, len(a.Paragraphs))
	for i, par := range a.Paragraphs {
		if j.stopped.Load() {
			return nil
		}
		if i%16 == 15 {
			runtime.Gosched() // where there is one core, input goes first
		}
		texts = append(texts, typeset.NewText(a.Slice(par.Span), par.Start, style))
	}
	return texts
}

// settle puts the whole article in the window's place. What the reader reads
// stays where it is.
func (p *Page) settle(texts []*typeset.Text, layout *typeset.Layout) {
	halt(p.motion.jumping)
	p.job, p.partial = nil, false
	p.texts, p.layout = texts, layout
	p.show()
}

// setWindow sets the paragraphs around the byte at offset, and stands them where
// they are likely to be in the whole.
func (p *Page) setWindow(offset int) {
	a := p.edition.Article()
	band := annotations.Span{Start: offset - windowBefore, End: offset + windowBehind}
	first := a.ParagraphAt(max(band.Start, 0))
	var texts []*typeset.Text
	for i := first; i < len(a.Paragraphs) && (i == first || a.Paragraphs[i].Start < band.End); i++ {
		s := a.Paragraphs[i].Span
		if s.Len() > longBlock {
			s = clip(a, s, band)
		}
		texts = append(texts, typeset.NewText(a.Slice(s), s.Start, p.format.Reading.Style()))
	}
	l := typeset.LayoutFrom(first, texts, p.format.Column, p.format.ParagraphGap)
	if l.Lines[0].Start > a.Paragraphs[0].Start {
		l.Shift(p.likelyTop(offset) - l.Lines[l.LineOf(offset)].Top)
	}
	if l.Lines[len(l.Lines)-1].End < a.Paragraphs[len(a.Paragraphs)-1].End {
		l.Height = max(l.Height, p.likelyTop(len(a.Text)))
	}
	p.layout = l
	p.sheet.reset()
}

// clip is the part of a long paragraph that lies in the band, from word to word.
// Outside of it, it is the end that is nearer.
func clip(a *annotations.Article, s, band annotations.Span) annotations.Span {
	start := min(max(s.Start, band.Start), s.End-min(s.Len(), windowBefore))
	end := max(min(s.End, band.End), start+windowBefore)
	if i := strings.IndexByte(a.Text[start:end], ' '); i >= 0 && start > s.Start {
		start += i + 1
	}
	if i := strings.LastIndexByte(a.Text[start:min(end, s.End)], ' '); i > 0 && end < s.End {
		end = start + i + 1
	}
	end = min(end, s.End)
	for start > s.Start && !isRuneStart(a.Text[start]) {
		start--
	}
	for end < s.End && !isRuneStart(a.Text[end]) {
		end++
	}
	return annotations.Span{Start: start, End: end}
}

func isRuneStart(b byte) bool { return b&0xC0 != 0x80 }

// likelyTop is about how many pixels below the top of the text the byte at
// offset lies.
func (p *Page) likelyTop(offset int) float32 {
	f := p.format
	perLine := max(f.Column/(0.45*f.Reading.Size), 1)
	pars := float32(p.edition.Article().ParagraphAt(offset))
	return float32(int((float32(offset)/perLine+pars/2)*f.Reading.Leading + pars*f.ParagraphGap))
}

// top is how many pixels below the top of the text the line of the byte at
// offset lies; about, as long as the article is not set.
func (p *Page) top(offset int) float32 {
	if p.partial {
		return p.likelyTop(offset)
	}
	return p.layout.Lines[p.layout.LineOf(offset)].Top
}

// reach sees to it that the lines around the byte at offset are set.
func (p *Page) reach(offset int) {
	if !p.partial {
		return
	}
	lines, a := p.layout.Lines, p.edition.Article()
	from, to := lines[0].Start, lines[len(lines)-1].End
	before := offset-windowBefore/2 < from && from > a.Paragraphs[0].Start
	behind := offset+windowBehind/2 > to && to < a.Paragraphs[len(a.Paragraphs)-1].End
	if before || behind {
		p.setWindow(offset)
	}
}

// cover sees to it that the lines between top and bottom are set, in pixels below
// the top of the text.
func (p *Page) cover(top, bottom float32) {
	if !p.partial {
		return
	}
	lines, a := p.layout.Lines, p.edition.Article()
	last := &lines[len(lines)-1]
	before := top < lines[0].Top && lines[0].Start > a.Paragraphs[0].Start
	behind := bottom > last.Top+last.Leading() && last.End < a.Paragraphs[len(a.Paragraphs)-1].End
	if before || behind {
		p.setWindow(sort.Search(len(a.Text), func(i int) bool { return p.likelyTop(i) > top }))
	}
}
