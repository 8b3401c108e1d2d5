package annotations

import (
	"context"
	"iter"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations/text"
)

// stretch is the span of a paragraph in half the memory: a text may have one for
// every other of its bytes.
type stretch struct{ start, end uint32 }

func (s stretch) span() Span { return Span{int(s.start), int(s.end)} }

// milestone is a place from which sentences and words are counted on, so that not all of
// a long text is looked at: the beginning of a sentence, milestoneBytes or more behind
// the milestone before it.
type milestone struct {
	at       uint32 // byte of the text
	sentence uint32 // the number of the sentence in its paragraph, from 1
	words    uint32 // of the text before the milestone
}

const milestoneBytes = 4 << 10

// divide takes the paragraphs from spans, without the blanks around them. It counts
// them first: room that grows would be copied again and again.
func (a *Article) divide(ctx context.Context, spans iter.Seq[Span]) error {
	n := 0
	for s := range spans {
		if !trimSpan(a.Text, s).Empty() {
			n++
		}
		if n%milestoneBytes == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	a.paragraphs = make([]stretch, 0, n)
	for s := range spans {
		if s = trimSpan(a.Text, s); !s.Empty() {
			a.paragraphs = append(a.paragraphs, stretch{uint32(s.Start), uint32(s.End)}) //nolint:gosec // shorter than 4 GB
		}
	}
	return a.mile(ctx)
}

// mile sets the milestones of the paragraphs.
func (a *Article) mile(ctx context.Context) error {
	counted, words := 0, 0 // the words before a byte
	for i, p := range a.paragraphs {
		if i%milestoneBytes == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		s := p.span()
		if s.End-counted < milestoneBytes {
			continue
		}
		for x := range a.Sentences(Paragraph{Span: s}) {
			if x.Start-counted < milestoneBytes || !a.divides(x.Start) {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			words += text.Count(a.Text[counted:x.Start])
			counted = x.Start
			a.milestones = append(a.milestones, milestone{uint32(counted), uint32(x.Number), uint32(words)}) //nolint:gosec // shorter than 4 GB
		}
	}
	return ctx.Err()
}

// divides reports whether the words before a sentence and those from it on add up
// to the words of both: no word goes on over its beginning.
func (a *Article) divides(at int) bool {
	before, _ := utf8.DecodeLastRuneInString(a.Text[:at])
	first, _ := utf8.DecodeRuneInString(a.Text[at:])
	return unicode.IsSpace(before) || text.IsSingle(first)
}

// milestoneAfter returns the index of the first milestone behind a byte of the text.
func (a *Article) milestoneAfter(offset int) int {
	return sort.Search(len(a.milestones), func(i int) bool { return int(a.milestones[i].at) > offset })
}

// lines yields the lines of a text.
func lines(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for start := 0; start < len(text); {
			end := lineEnd(text, start)
			if !yield(Span{start, end}) {
				return
			}
			start = end + 1
		}
	}
}

// wrappedLines yields the stretches of a text between its blank lines.
func wrappedLines(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		begin := 0
		for line := range lines(text) {
			if !trimSpan(text, line).Empty() {
				continue
			}
			if !yield(Span{begin, line.Start}) {
				return
			}
			begin = line.End
		}
		yield(Span{begin, len(text)})
	}
}

// lineEnd returns the byte of the line break at or after start, or the end of
// text.
func lineEnd(text string, start int) int {
	if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
		return start + i
	}
	return len(text)
}

func invalidUTF8(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
				return i
			}
		}
	}
	return -1
}

func trimSpan(text string, s Span) Span {
	t := text[s.Start:s.End]
	left := len(t) - len(strings.TrimLeftFunc(t, unicode.IsSpace))
	t = strings.TrimSpace(t)
	return Span{s.Start + left, s.Start + left + len(t)}
}
