package uitest

import (
	"math/rand"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
)

// LongText returns a text of at least n bytes, the same at each call: made-up words
// that follow Zipf's law, in sentences and paragraphs. If the environment has
// SIDELIGHT_BENCH_TEXT, LongText returns the file at that path instead.
func LongText(t testing.TB, n int) string {
	t.Helper()
	if path := os.Getenv("SIDELIGHT_BENCH_TEXT"); path != "" {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return strings.ToValidUTF8(string(b), "?")
	}
	r := rand.New(rand.NewSource(4)) //nolint:gosec // a text, no secret
	words := vocabulary(r, 30_000)
	zipf := rand.NewZipf(r, 1.1, 3, uint64(len(words)-1))
	var s strings.Builder
	for s.Len() < n {
		for range 2 + r.Intn(6) {
			sentence(&s, r, func() string { return words[zipf.Uint64()] })
		}
		s.WriteString("\n\n")
	}
	return s.String()
}

// vocabulary returns n made-up words, the frequent ones first and short.
func vocabulary(r *rand.Rand, n int) []string {
	syllables := strings.Fields("ba de fo gu hi ka le mo nu pi ra se to vu wi an er in on ut st ch th qu")
	words := make([]string, n)
	for i := range words {
		var w strings.Builder
		for range 1 + r.Intn(2) + len(strconv.Itoa(i))/2 {
			w.WriteString(syllables[r.Intn(len(syllables))])
		}
		words[i] = w.String()
	}
	return words
}

func sentence(s *strings.Builder, r *rand.Rand, word func() string) {
	n := 5 + r.Intn(25)
	for i := range n {
		w := word()
		if i == 0 || r.Intn(12) == 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		s.WriteString(w)
		if i < n-1 && r.Intn(10) == 0 {
			s.WriteByte(',')
		}
		if i < n-1 {
			s.WriteByte(' ')
		}
	}
	s.WriteString(". ")
}

// LongContent returns the content of an edition of text. In it n words, evenly
// spread, mention 400 entities of six kinds.
func LongContent(t testing.TB, text string, n int) annotations.Content {
	t.Helper()
	a, err := annotations.NewArticle("long.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Title: "A long text", Article: a}
	for i := range 400 {
		id := annotations.EntityID("e" + strconv.Itoa(i))
		c.Entities = append(c.Entities, annotations.Entity{ID: id, Name: "Entity " + strconv.Itoa(i), Kind: annotations.Kinds()[i%6]})
	}
	end := 0
	for i := range n {
		s := wordAt(text, max(end, int(int64(i)*int64(len(text))/int64(n))))
		if end = s.End; s.Empty() {
			break
		}
		c.Mentions = append(c.Mentions, annotations.Mention{Span: s, Entity: c.Entities[i%400].ID, Form: annotations.Name})
	}
	return c
}

// wordAt returns the first word that begins at byte from or after it.
func wordAt(text string, from int) annotations.Span {
	for from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	i := strings.IndexFunc(text[from:], unicode.IsLetter)
	if i < 0 {
		return annotations.Span{}
	}
	from += i
	n := strings.IndexFunc(text[from:], func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(text) - from
	}
	return annotations.Span{Start: from, End: from + n}
}
