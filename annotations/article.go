package annotations

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"math"
	"sort"

	"sidelight/annotations/text"
)

// Fingerprint is the SHA-256 of the bytes of an article's source file. It names
// the article wherever its file goes.
type Fingerprint [sha256.Size]byte

// String is the fingerprint in hexadecimal digits.
func (f Fingerprint) String() string { return hex.EncodeToString(f[:]) }

// fingerprint is that of a file that holds a text. It makes no copy of all of it.
func fingerprint(text string) (f Fingerprint) {
	sum, piece := sha256.New(), make([]byte, 64<<10)
	for len(text) > 0 {
		n := copy(piece, text)
		_, _ = sum.Write(piece[:n]) // it never fails
		text = text[n:]
	}
	sum.Sum(f[:0])
	return f
}

// Article is a text and its division into blocks and sentences.
// The text of a plain file holds its bytes, unaltered; of any other format it is the
// reading text, which is derived from the file, and [Article.Origin] leads back.
type Article struct {
	File File
	Meta Meta
	Text string

	paragraphs []stretch
	milestones []milestone
	structure  *structure // nil if all blocks are paragraphs
	origin     *SourceMap // nil if the text is the file's own
}

// Paragraph is the text of one block. Without a structure that is one line of the file
// that is not blank or, in a text whose lines are broken by hand, the lines up to a
// blank one. Its span leaves out line breaks and blanks at either end; it is empty for
// a rule, and for a picture without words.
type Paragraph struct {
	Span
	Number int // of the block, counted from 1
}

// Sentence is one sentence of a paragraph without the blanks around it.
type Sentence struct {
	Span
	Paragraph int // the number of its paragraph, counted from 1
	Number    int // counted from 1 within the paragraph
}

// NewArticle divides text into paragraphs and sentences. It fails if text is
// not valid UTF-8 or holds nothing but blanks; the error names the byte offset
// of the first invalid byte.
func NewArticle(file, text string) (*Article, error) {
	return DivideArticle(context.Background(), file, text, false)
}

// NewWrappedArticle does what NewArticle does for a text whose lines are broken
// by hand: a paragraph ends at a blank line. Its span holds the line breaks
// within it, which are read as blanks.
func NewWrappedArticle(file, text string) (*Article, error) {
	return DivideArticle(context.Background(), file, text, true)
}

// DivideArticle does what NewArticle does or, for a wrapped text,
// NewWrappedArticle. It ends with the context's error soon after the context ends.
func DivideArticle(ctx context.Context, file, text string, wrapped bool) (*Article, error) {
	if i := invalidUTF8(text); i >= 0 {
		return nil, fmt.Errorf("%s: byte %d is not valid UTF-8", file, i)
	}
	if len(text) > math.MaxUint32 {
		return nil, fmt.Errorf("%s: a text of %d bytes is too long", file, len(text))
	}
	a := &Article{File: File{Name: file, Fingerprint: fingerprint(text), Size: int64(len(text))}, Text: text}
	spans := lines
	if wrapped {
		spans = wrappedLines
	}
	if err := a.divide(ctx, spans(text)); err != nil {
		return nil, err
	}
	if len(a.paragraphs) == 0 {
		return nil, fmt.Errorf("%s: there is no text in it", file)
	}
	return a, nil
}

// Slice returns the text of the span, byte for byte.
func (a *Article) Slice(s Span) string { return a.Text[s.Start:s.End] }

// Len returns the number of paragraphs.
func (a *Article) Len() int { return len(a.paragraphs) }

// Paragraph returns the paragraph of an index from 0.
func (a *Article) Paragraph(i int) Paragraph {
	return Paragraph{a.paragraphs[i].span(), i + 1}
}

// Paragraphs yields all paragraphs, each with its index from 0.
func (a *Article) Paragraphs() iter.Seq2[int, Paragraph] {
	return func(yield func(int, Paragraph) bool) {
		for i := range a.paragraphs {
			if !yield(i, a.Paragraph(i)) {
				return
			}
		}
	}
}

// Sentences yields the sentences of a paragraph.
func (a *Article) Sentences(p Paragraph) iter.Seq[Sentence] {
	return a.sentencesFrom(p, p.Start, 1)
}

// sentencesFrom yields the sentences of a paragraph from the byte on at which the
// sentence of a number begins.
func (a *Article) sentencesFrom(p Paragraph, at, number int) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		for start, end := range text.Sentences(a.Text[at:p.End]) {
			if !yield(Sentence{Span{at + start, at + end}, p.Number, number}) {
				return
			}
			number++
		}
	}
}

// ParagraphAt returns the index of the paragraph that holds the byte at offset,
// or of the nearest one before it; 0 if there is none.
func (a *Article) ParagraphAt(offset int) int {
	i := sort.Search(len(a.paragraphs), func(i int) bool { return int(a.paragraphs[i].start) > offset })
	return max(i-1, 0)
}

// SentenceAt returns the sentence that holds the byte at offset, or the nearest
// one before it in the same paragraph.
func (a *Article) SentenceAt(offset int) Sentence {
	p := a.Paragraph(a.ParagraphAt(offset))
	at, number := p.Start, 1
	if i := a.milestoneAfter(offset) - 1; i >= 0 && int(a.milestones[i].at) > p.Start {
		at, number = int(a.milestones[i].at), int(a.milestones[i].sentence)
	}
	var last Sentence
	for s := range a.sentencesFrom(p, at, number) {
		if last.Number > 0 && s.Start > offset {
			break
		}
		last = s
	}
	return last
}

// Words returns the number of words in the span, as [text.Count] counts them. It
// looks only at some of the text at both ends of the span.
func (a *Article) Words(s Span) int {
	first, last := a.milestoneAfter(s.Start-1), a.milestoneAfter(s.End)-1
	if first > last {
		return text.Count(a.Slice(s))
	}
	from, to := a.milestones[first], a.milestones[last]
	return text.Count(a.Text[s.Start:from.at]) + int(to.words-from.words) + text.Count(a.Text[to.at:s.End])
}

// Minutes returns the time to read the span in minutes, at 220 words a minute,
// rounded up.
func (a *Article) Minutes(s Span) int {
	const pace = 220
	return (a.Words(s) + pace - 1) / pace
}

// ReadingMinutes returns the time to read the whole article in minutes, at 220
// words a minute, rounded up.
func (a *Article) ReadingMinutes() int { return a.Minutes(Span{0, len(a.Text)}) }
