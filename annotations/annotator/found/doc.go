// Package found holds what the stages of the annotator hand to each other: an article
// divided into words and sentences, and the names, dates, numbers, quotations,
// entities and voices that the stages find in it.
//
// All spans are byte offsets of the article's text; tokens and sentences are known by
// their index in the [Doc].
package found

import (
	"context"
	"sort"

	"sidelight/annotations"
)

// Token is one word, number or sign: half-open byte offsets of the text.
type Token struct{ Start, End int32 }

// Sentence is a run of tokens that stands by itself: a sentence of a paragraph, or the
// words of a heading, an item or a cell.
type Sentence struct {
	First, Last int32 // tokens, half-open
	Block       int32 // the index of the article's block
	Kind        annotations.BlockKind
	Capitals    bool // most words begin with a capital or are all capitals, as in a headline: letters do not tell a name
}

// Doc is an article as the stages see it. It is immutable once made.
type Doc struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
	Article   *annotations.Article // nil for a text of the training data
	Language  string               // BCP 47, as told or as [Language] finds it; "" if not known
	Published annotations.Date     // zero if not known
}

// Divide divides an article into tokens and sentences. Code is left out. It ends with
// the context's error soon after the context ends.
func Divide(ctx context.Context, a *annotations.Article) (*Doc, error) {
	d := &Doc{Text: a.Text, Article: a, Tokens: make([]Token, 0, len(a.Text)/5)}
	for i, p := range a.Paragraphs() {
		b := a.Block(i)
		if b.Kind == annotations.BlockCode || p.Empty() {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for s := range a.Sentences(p) {
			d.add(s.Span, int32(i), b.Kind)
		}
	}
	return d, nil
}

// DivideText divides a text whose sentences are known, such as one of the training data.
func DivideText(text string, sentences []annotations.Span) *Doc {
	d := &Doc{Text: text, Tokens: make([]Token, 0, len(text)/5)}
	for i, s := range sentences {
		d.add(s, int32(i), annotations.BlockParagraph)
	}
	return d
}

func (d *Doc) add(s annotations.Span, block int32, kind annotations.BlockKind) {
	first := int32(len(d.Tokens))
	d.Tokens = tokenize(d.Tokens, d.Text, s)
	last := int32(len(d.Tokens))
	if first < last {
		d.Sentences = append(d.Sentences, Sentence{first, last, block, kind, d.capitals(first, last)})
	}
}

// Word is the text of a token.
func (d *Doc) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Span is the text from the first token to the one before last.
func (d *Doc) Span(first, last int) annotations.Span {
	return annotations.Span{Start: int(d.Tokens[first].Start), End: int(d.Tokens[last-1].End)}
}

// SentenceOf is the index of the sentence that holds a token.
func (d *Doc) SentenceOf(token int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return int(d.Sentences[i].Last) > token })
}

// TokenFrom is the index of the first token that ends behind the byte at offset; the
// number of tokens if there is none.
func (d *Doc) TokenFrom(offset int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return int(d.Tokens[i].End) > offset })
}

// SentenceSpan is the text of a sentence, from its first token to the end of its last.
func (d *Doc) SentenceSpan(i int) annotations.Span {
	return d.Span(int(d.Sentences[i].First), int(d.Sentences[i].Last))
}
