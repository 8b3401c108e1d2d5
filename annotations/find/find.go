// Package find finds words in an article as they stand: exactly, but for case,
// accents, the shape of quotation marks and the width of blanks.
package find

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sidelight/annotations"
)

// In returns where the query stands in the article, in reading order and not
// overlapping. No hit runs from one paragraph into the next. A query of nothing
// but blanks is nowhere. The time is proportional to the length of the article;
// In may run on any goroutine.
func In(a *annotations.Article, query string) []annotations.Span {
	var q, text folded
	q.fold(query, 0)
	if len(bytes.TrimSpace(q.out)) == 0 {
		return nil
	}
	_, first := utf8.DecodeRune(q.out)
	var hits []annotations.Span
	for _, p := range a.Paragraphs {
		text.fold(a.Slice(p.Span), p.Start)
		for at := 0; ; {
			i := bytes.Index(text.out[at:], q.out)
			if i < 0 {
				break
			}
			at += i
			end := at + len(q.out)
			if !text.whole(at, end) {
				at += first
				continue
			}
			hits = append(hits, annotations.Span{Start: int(text.from[at]), End: int(text.to[end-1])})
			at = end
		}
	}
	return hits
}

// folded is a text in the form in which texts are compared, and for each byte
// of it the source bytes [from, to) of the character that it comes from.
type folded struct {
	out      []byte
	from, to []int32
}

// whole reports whether the folded bytes [start, end) are whole characters of
// the source: one of those may fold to more than one, as a Hangul syllable does.
func (f *folded) whole(start, end int) bool {
	return (start == 0 || f.from[start-1] != f.from[start]) && (end == len(f.out) || f.from[end] != f.from[end-1])
}

// fold takes in src, which begins at byte base of its source.
func (f *folded) fold(src string, base int) {
	f.out, f.from, f.to = f.out[:0], f.from[:0], f.to[:0]
	blank := false
	for i := 0; i < len(src); {
		if c := src[i]; c > ' ' && c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			f.out, f.from, f.to = append(f.out, c), append(f.from, int32(base+i)), append(f.to, int32(base+i+1))
			blank, i = false, i+1
			continue
		}
		r, n := utf8.DecodeRuneInString(src[i:])
		if space := unicode.IsSpace(r); !space {
			f.add(r, base+i, base+i+n)
			blank = false
		} else if blank {
			f.extend(base + i + n)
		} else {
			f.put(' ', base+i, base+i+n)
			blank = true
		}
		i += n
	}
}

// add takes in a character that is no blank. A mark that stands on the letter
// before it belongs to that letter.
func (f *folded) add(r rune, from, to int) {
	if unicode.Is(unicode.Mn, r) {
		f.extend(to)
		return
	}
	var buf [utf8.UTFMax]byte
	decomposed := norm.NFD.Append(nil, buf[:utf8.EncodeRune(buf[:], r)]...)
	for len(decomposed) > 0 {
		d, n := utf8.DecodeRune(decomposed)
		if !unicode.Is(unicode.Mn, d) {
			// By way of the capital, which the two small sigmas share.
			f.put(straight(unicode.ToLower(unicode.ToUpper(d))), from, to)
		}
		decomposed = decomposed[n:]
	}
}

func (f *folded) put(r rune, from, to int) {
	before := len(f.out)
	f.out = utf8.AppendRune(f.out, r)
	for range len(f.out) - before {
		f.from, f.to = append(f.from, int32(from)), append(f.to, int32(to))
	}
}

// extend lets the last character reach to the source byte at to.
func (f *folded) extend(to int) {
	if n := len(f.from); n > 0 {
		start := f.from[n-1]
		for i := n - 1; i >= 0 && f.from[i] == start; i-- {
			f.to[i] = int32(to)
		}
	}
}

// straight is the typewriter's form of a quotation mark or an apostrophe.
func straight(r rune) rune {
	switch r {
	case '“', '”', '„', '«', '»':
		return '"'
	case '’', '‘', '‚', 'ʼ':
		return '\''
	}
	return r
}
