package search

import (
	"bytes"
	"context"
	"iter"
	"sort"
	"strings"
	"unicode"

	"sidelight/annotations"
)

// sentences are the records of the sentences of an article. There may be one for
// every other byte of the article, so eight bytes are kept for each; the rest of a
// record is worked out when it is asked for.
type sentences struct {
	article *annotations.Article
	at      []uint32 // the byte of the article at which each sentence begins
	// words are the bytes of Segment.text at which the words of each sentence begin,
	// and at which those of the last end. The blank behind the last word of a sentence
	// is the one before the first word of the next.
	words    []uint32
	said     []saying
	speakers string // in which the names of those who say them lie
}

// saying is on whose word sentences rest, from one of them on.
type saying struct {
	from  int   // the index of the sentence
	by    piece // of speakers
	voice annotations.Voice
}

// doc returns the record of a sentence without its id, its title and its end.
func (s *sentences) doc(i int) doc {
	d := doc{typ: passageType, order: uint8(passageOrder), start: s.at[i]}
	if from, to := s.words[i], s.words[i+1]; from < to {
		d.name = piece{from, to + 1}
	}
	if k := sort.Search(len(s.said), func(k int) bool { return s.said[k].from > i }); k > 0 {
		d.by, d.voice = s.said[k-1].by, s.said[k-1].voice
	}
	return d
}

// span returns the span of a sentence. It has no blanks at its ends, and nothing else
// lies before the next.
func (s *sentences) span(i int) annotations.Span {
	end := len(s.article.Text)
	if i+1 < len(s.at) {
		end = int(s.at[i+1])
	}
	start := int(s.at[i])
	return annotations.Span{Start: start, End: start + len(strings.TrimRightFunc(s.article.Text[start:end], unicode.IsSpace))}
}

// passageType is the index of Passage in types.
const passageType = 2

// ofArticle indexes the sentences of an article. It ends with the context's error
// soon after the context ends.
func ofArticle(ctx context.Context, e *annotations.Edition) (*Segment, error) {
	n, size := 0, 1 // room that grows would be copied again and again
	for s := range everySentence(e.Article()) {
		n++
		size += s.Len() + 1
	}
	b := sentenceBuilder{voicing: voicing{edition: e}, words: newCollector()}
	b.article, b.at, b.sentences.words = e.Article(), make([]uint32, 0, n), make([]uint32, 0, n+1)
	b.text.Grow(size)
	b.text.WriteByte(' ')
	for s := range everySentence(e.Article()) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		b.add(s)
	}
	return b.segment(), ctx.Err()
}

func everySentence(a *annotations.Article) iter.Seq[annotations.Sentence] {
	return func(yield func(annotations.Sentence) bool) {
		for _, p := range a.Paragraphs() {
			for s := range a.Sentences(p) {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// revoiced returns a segment of sentences for another edition of the article: what is
// said is the same, but not on whose word. It ends with the context's error soon after
// the context ends.
func (s *Segment) revoiced(ctx context.Context, e *annotations.Edition) (*Segment, error) {
	all := *s.sentences
	v := voicing{edition: e}
	for i := range all.at {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(e.Passages()) == 0 {
			break
		}
		v.say(i, all.span(i))
	}
	all.said, all.speakers = v.said, v.speakers.String()
	return &Segment{sentences: &all, text: s.text, vocab: s.vocab}, ctx.Err()
}

type sentenceBuilder struct {
	sentences
	voicing
	text   strings.Builder // begins and ends with a blank
	words  *collector
	folder folder
}

// end returns the byte at which the words of the next sentence begin.
func (b *sentenceBuilder) end() uint32 { return uint32(b.text.Len() - 1) }

func (b *sentenceBuilder) add(s annotations.Sentence) {
	record, src := uint32(len(b.at)), b.article.Slice(s.Span)
	b.at = append(b.at, uint32(s.Start))
	if len(b.edition.Passages()) > 0 {
		b.say(int(record), s.Span)
	}
	b.sentences.words = append(b.sentences.words, b.end())
	words := b.folder.fold(src)
	if len(words) == 0 {
		return
	}
	b.text.Write(words[1:])
	for w := range bytes.FieldsSeq(words) {
		b.words.word(record, w, false, true)
	}
	b.words.spell(src)
}

// voicing notes on whose word sentences rest.
type voicing struct {
	edition  *annotations.Edition
	said     []saying
	speakers strings.Builder // of all that is said
	last     folded          // the speakers of the last saying
}

// say notes on whose word a sentence rests, unless the one before it rests on the
// same.
func (v *voicing) say(sentence int, s annotations.Span) {
	var r record
	r.bear(v.edition, s)
	by, last := r.speakers(), saying{}
	if n := len(v.said); n > 0 {
		last = v.said[n-1]
	}
	if by == v.last && r.voice == last.voice {
		return
	}
	from := uint32(v.speakers.Len())
	v.speakers.WriteString(string(by))
	v.said = append(v.said, saying{sentence, piece{from, uint32(v.speakers.Len())}, r.voice})
	v.last = by
}

// segment returns the segment of the sentences.
func (b *sentenceBuilder) segment() *Segment {
	b.sentences.words = append(b.sentences.words, b.end())
	all := b.sentences // alone, without what was needed to build it
	all.said, all.speakers = b.voicing.said, b.voicing.speakers.String()
	return &Segment{sentences: &all, text: b.text.String(), vocab: b.words.vocabulary()}
}

// passageTitle returns what a passage is shown as: its words on one line.
func passageTitle(text string) string {
	if !strings.ContainsAny(text, "\n\r") {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}
