package find_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/find"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/text"
)

func article(t testing.TB, text string) *annotations.Article {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Skip(err) // no text, or not UTF-8
	}
	return a
}

// in returns the hits of a query that goes on from none.
func in(t testing.TB, a *annotations.Article, query string) []annotations.Span {
	t.Helper()
	hits, err := find.New(a).Find(context.Background(), query, find.Hits{})
	if err != nil {
		t.Fatal(err)
	}
	return hits.Spans
}

func TestFind(t *testing.T) {
	for _, x := range []struct {
		text, query string
		want        []string
	}{
		{"The talks and the Talks.", "talks", []string{"talks", "Talks"}},
		{"The talks and the Talks.", "TALKS", []string{"talks", "Talks"}},
		{"Ångström met Angstrom.", "angstrom", []string{"Ångström", "Angstrom"}},
		{"A\u030angstro\u0308m", "angstrom", []string{"A\u030angstro\u0308m"}},
		{"Cafe\u0301 and café", "é", []string{"e\u0301", "é"}},
		{"He said “no.”", "\"no", []string{"“no"}},
		{"He said \"no.\"", "“no.”", []string{"\"no.\""}},
		{"It's, it’s, itʼs, it‘s, it´s, it`s, it′s, it＇s.", "it's",
			[]string{"It's", "it’s", "itʼs", "it‘s", "it´s", "it`s", "it′s", "it＇s"}},
		{"two  blanks and\ttabs", "two blanks and tabs", []string{"two  blanks and\ttabs"}},
		{"10\u00a0000 and 10\u202f000", "10 000", []string{"10\u00a0000", "10\u202f000"}},
		{"Wait… and wait...", "wait...", []string{"Wait…", "wait..."}},
		{"well-known well‐known well‑known well–known well−known", "well-known",
			[]string{"well-known", "well‐known", "well‑known", "well–known", "well−known"}},
		{"har\u200bbour op\u200dened cap\ufefftain blue\u00adberry", "harbour", []string{"har\u200bbour"}},
		{"har\u200bbour op\u200dened cap\ufefftain blue\u00adberry", "captain blueberry", []string{"cap\ufefftain blue\u00adberry"}},
		{"Ærø, Ålesund, Łódź, Đà Nẵng, Œuvre, Søren", "lodz, da nang, oeuvre", []string{"Łódź, Đà Nẵng, Œuvre"}},
		{"Ærø, Ålesund, Søren und Soren", "soeren", []string{"Søren"}},
		{"An oﬃce, a ﬁsh. The office.", "office", []string{"oﬃce", "office"}},
		{"Ｈａｒｂｏｕｒ １２３ Harbour 123", "harbour 123", []string{"Ｈａｒｂｏｕｒ １２３", "Harbour 123"}},
		{"Füße, Fuesse, Fusse, fu\u0308sse", "fuesse", []string{"Füße", "Fuesse", "fu\u0308sse"}},
		{"Füße, Fuesse, Fusse, fu\u0308sse", "füße", []string{"Füße", "Fuesse", "Fusse", "fu\u0308sse"}},
		{"Füße, Fuesse, Fusse", "fusse", []string{"Füße", "Fusse"}},
		{"The pot, the poet.", "poet", []string{"poet"}},
		{"İstanbul", "istanbul", []string{"İstanbul"}},
		{"ΟΔΟΣ, οδός", "οδοσ", []string{"ΟΔΟΣ", "οδός"}},
		{"Ἀρχῇ ἦν ὁ λόγος", "ΛΌΓΟΣ", []string{"λόγος"}},
		{"Những chiếc thuyền", "nhung chiec", []string{"Những chiếc"}},
		{"Корабль вошёл. За\u0301мок", "замок", []string{"За\u0301мок"}},
		{"「雨が降る」。雨", "雨", []string{"雨", "雨"}},
		{"か が", "か", []string{"か"}},
		{"한국", "\u1112", nil}, // a part of the first syllable
		{"한국", "\u1112\u1161\u11ab", []string{"한"}},
		{"aaaa", "aa", []string{"aa", "aa"}},
		{"aaab", "aab", []string{"aab"}},
		{"one\ntwo-\nthree", "one two", nil},
		{"one\ntwo-\nthree", "twothree", nil},
		{"one\ntwo-\nthree", "two-", []string{"two-"}},
		{"anything", "  ", nil},
		{"anything", "", nil},
		{"anything", "else", nil},
	} {
		var got []string
		a := article(t, x.text)
		for _, s := range in(t, a, x.query) {
			got = append(got, a.Slice(s))
		}
		if !reflect.DeepEqual(got, x.want) {
			t.Errorf("%q in %q: got %q, want %q", x.query, x.text, got, x.want)
		}
	}
}

// A word that is divided at the end of a line is found, with its hyphen or
// without.
func TestFindDividedWords(t *testing.T) {
	const text = "The men sat low against inter-\nnational winds, a well-\nknown\n cap-\r\ntain.\n\nInternational. U.S.-\nHamas"
	a, err := annotations.NewWrappedArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string][]string{
		"international": {"inter-\nnational", "International"},
		"captain":       {"cap-\r\ntain"},
		"well-known":    {"well-\nknown"},
		"wellknown":     {"well-\nknown"},
		"inter":         {"inter", "Inter"},
		"known captain": {"known\n cap-\r\ntain"},
	} {
		var got []string
		for _, s := range in(t, a, query) {
			got = append(got, a.Slice(s))
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %q, want %q", query, got, want)
		}
	}
}

// A question that is not wanted any more is given up.
func TestFindEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	hits, err := find.New(article(t, "words")).Find(ctx, "words", find.Hits{})
	if !errors.Is(err, context.Canceled) || len(hits.Spans) > 0 {
		t.Errorf("found %v, error %v", hits.Spans, err)
	}
}

// foldsAs reports whether words that were found fold to the same as the query. A
// hyphen takes the end of its line with it, which out of its place is a blank: at the
// end of the words, and at their beginning, where the letter before it is missing.
func foldsAs(words, query string) bool {
	for _, before := range []string{"", "x"} {
		for _, w := range []string{words, strings.TrimRightFunc(words, unicode.IsSpace)} {
			w, q := before+w, before+query
			if text.Plain.Fold(w) == text.Plain.Fold(q) || text.Spelled.Fold(w) == text.Spelled.Fold(q) {
				return true
			}
		}
	}
	return false
}

// What is found, folded, is the folded query; and a query that is typed letter
// by letter finds what it finds at once.
func FuzzFind(f *testing.F) {
	f.Add("Ångström met A\u030angstrom.\n“Talks,” he said.", "ang", false)
	f.Add("a  b\tc", "b c", false)
	f.Add("한국 ΟΔΟΣ", "οδος", false)
	f.Add(" \u0308a\u0308 \u0308 b aab", "a b", false)
	f.Add("Füße aus inter-\nnational well-\nknown\u00ad\nfuu\u0308e", "fuesse", true)
	f.Add(strings.Repeat("Öe ", 400), "oe oe", true)
	f.Add(strings.Repeat("x", 600)+"é"+strings.Repeat("y-\nz", 200), "yz", true)
	f.Add(strings.Repeat("x", 600)+"-\nz", "-z", true)
	f.Fuzz(func(t *testing.T, source, query string, wrapped bool) {
		fuzzed.Within(t, func() {
			if len(query) > 64 {
				t.Skip("it would take long to type")
			}
			divide := annotations.NewArticle
			if wrapped {
				divide = annotations.NewWrappedArticle
			}
			a, err := divide("a.txt", source)
			if err != nil {
				t.Skip(err)
			}
			searched := find.New(a)
			var typed find.Hits
			for i := range query {
				if i > 0 {
					typed, _ = searched.Find(context.Background(), query[:i], typed)
				}
			}
			typed, _ = searched.Find(context.Background(), query, typed)
			last := 0
			for _, s := range typed.Spans {
				if !s.ValidIn(source) || s.Start < last || s.Empty() {
					t.Fatalf("hit %v after byte %d of %d", s, last, len(source))
				}
				last = s.End
				if words := a.Slice(s); !foldsAs(words, query) {
					t.Fatalf("hit %q folds to %q, the query to %q", words, text.Plain.Fold(words), text.Plain.Fold(query))
				}
			}
			if at := in(t, a, query); !reflect.DeepEqual(at, typed.Spans) {
				t.Fatalf("typed, %q is at %v; at once at %v", query, typed.Spans, at)
			}
		})
	})
}

// BenchmarkFind types a query into 3.3 MB of text, key by key. It reports the
// time of the first key, for which the text is folded, the longest of the other
// keys, and their mean in proportion to one strings.Count of the query in the
// same run.
func BenchmarkFind(b *testing.B) {
	for name, line := range map[string]string{
		"english": "The talks went on for a year, and the café stayed open; it was the captain’s.\n",
		"german":  "Die Gespräche dauerten ein Jahr, und das Café am Grünen Weg blieb für uns geöffnet.\n",
		"russian": "Переговоры шли год, и кафе на углу оставалось открытым, как сказал капитан.\n",
	} {
		b.Run(name, func(b *testing.B) { benchmark(b, strings.Repeat(line, 3_300_000/len(line))) })
	}
}

func benchmark(b *testing.B, source string) {
	a := article(b, source)
	queries := []string{"c", "ca", "caf", "cafe", "cafe ", "g", "gr", "gru", "grue", "gruen", "т", "то", "ка", "кап"}
	var first, longest, sum, plain time.Duration
	keys := 0
	b.ReportAllocs()
	for b.Loop() {
		searched := find.New(a)
		var hits find.Hits
		for i, q := range queries {
			start := time.Now()
			hits, _ = searched.Find(context.Background(), q, hits)
			took := time.Since(start)
			if i == 0 {
				first = max(first, took)
				continue
			}
			keys++
			sum, longest = sum+took, max(longest, took)
			start = time.Now()
			strings.Count(source, q)
			plain += time.Since(start)
		}
	}
	b.ReportMetric(float64(first)/1e6, "ms/first-key")
	b.ReportMetric(float64(longest)/1e6, "ms/key-max")
	b.ReportMetric(float64(sum)/float64(keys)/1e6, "ms/key")
	b.ReportMetric(float64(sum)/float64(plain), "x-strings-count")
}
