package annotations

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations/text"
)

// Fingerprint is the SHA-256 of the bytes of an article's source file. It names
// the article wherever its file goes.
type Fingerprint [sha256.Size]byte

// String is the fingerprint in hexadecimal digits.
func (f Fingerprint) String() string { return hex.EncodeToString(f[:]) }

// Article is a text and its division into paragraphs and sentences.
// The text holds the bytes of the file, unaltered.
type Article struct {
	File string // the name of the file, without its folder
	// Fingerprint is that of the file; the functions here that make an article
	// take the text for the file's bytes.
	Fingerprint Fingerprint
	Text        string
	Paragraphs  []Paragraph

	words []int // in the paragraphs before each, and in all
}

// Paragraph is one line of the file that is not blank or, in a text whose lines
// are broken by hand, the lines up to a blank one.
// Its span leaves out line breaks and blanks at either end.
type Paragraph struct {
	Span
	Number    int // counted from 1
	Sentences []Sentence
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
	if i := invalidUTF8(text); i >= 0 {
		return nil, fmt.Errorf("%s: byte %d is not valid UTF-8", file, i)
	}
	a := &Article{File: file, Fingerprint: sha256.Sum256([]byte(text)), Text: text}
	a.expect(strings.Count(text, "\n") + 1)
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		a.add(Span{start, end})
		start = end + 1
	}
	return a.filled()
}

// NewWrappedArticle does what NewArticle does for a text whose lines are broken
// by hand: a paragraph ends at a blank line. Its span holds the line breaks
// within it, which are read as blanks.
func NewWrappedArticle(file, text string) (*Article, error) {
	if i := invalidUTF8(text); i >= 0 {
		return nil, fmt.Errorf("%s: byte %d is not valid UTF-8", file, i)
	}
	a := &Article{File: file, Fingerprint: sha256.Sum256([]byte(text)), Text: text}
	a.expect(strings.Count(text, "\n\n") + 1)
	begin := 0
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		if trimSpan(text, Span{start, end}).Empty() {
			a.add(Span{begin, start})
			begin = end
		}
		start = end + 1
	}
	a.add(Span{min(begin, len(text)), len(text)})
	return a.filled()
}

// lineEnd returns the byte of the line break at or after start, or the end of
// text.
func lineEnd(text string, start int) int {
	if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
		return start + i
	}
	return len(text)
}

// add appends a paragraph unless the span holds nothing but blanks.
func (a *Article) add(s Span) {
	if s = trimSpan(a.Text, s); s.Empty() {
		return
	}
	p := Paragraph{Span: s, Number: len(a.Paragraphs) + 1}
	words := a.Slice(s)
	for start, end := range text.Sentences(words) {
		p.Sentences = append(p.Sentences, Sentence{
			Span: Span{s.Start + start, s.Start + end}, Paragraph: p.Number, Number: len(p.Sentences) + 1,
		})
	}
	a.Paragraphs = append(a.Paragraphs, p)
	a.words = append(a.words, a.words[len(a.words)-1]+text.Count(words))
}

// expect makes room for the paragraphs of a long text, which would be copied
// again and again if the slice grew.
func (a *Article) expect(paragraphs int) {
	a.Paragraphs = make([]Paragraph, 0, paragraphs)
	a.words = append(make([]int, 0, paragraphs+1), 0)
}

func (a *Article) filled() (*Article, error) {
	if len(a.Paragraphs) == 0 {
		return nil, fmt.Errorf("%s: there is no text in it", a.File)
	}
	return a, nil
}

// Slice returns the text of the span, byte for byte.
func (a *Article) Slice(s Span) string { return a.Text[s.Start:s.End] }

// ParagraphAt returns the index of the paragraph that holds the byte at offset,
// or of the nearest one before it; 0 if there is none.
func (a *Article) ParagraphAt(offset int) int {
	i := sort.Search(len(a.Paragraphs), func(i int) bool { return a.Paragraphs[i].Start > offset })
	return max(i-1, 0)
}

// SentenceAt returns the sentence that holds the byte at offset, or the nearest
// one before it in the same paragraph.
func (a *Article) SentenceAt(offset int) Sentence {
	ss := a.Paragraphs[a.ParagraphAt(offset)].Sentences
	i := sort.Search(len(ss), func(i int) bool { return ss[i].Start > offset })
	return ss[max(i-1, 0)]
}

// Words returns the number of words in the span, as [text.Count] counts them. It
// looks only at the paragraphs that the span cuts.
func (a *Article) Words(s Span) int {
	first := sort.Search(len(a.Paragraphs), func(i int) bool { return a.Paragraphs[i].Start >= s.Start })
	last := sort.Search(len(a.Paragraphs), func(i int) bool { return a.Paragraphs[i].End > s.End })
	if first >= last {
		return text.Count(a.Slice(s))
	}
	return text.Count(a.Text[s.Start:a.Paragraphs[first].Start]) + a.words[last] - a.words[first] +
		text.Count(a.Text[a.Paragraphs[last-1].End:s.End])
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
