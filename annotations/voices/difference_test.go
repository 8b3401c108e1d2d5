package voices_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/text"
	"sidelight/annotations/voices"
)

// marked puts brackets around the words at spans.
func marked(s string, at []annotations.Span) string {
	var b strings.Builder
	last := 0
	for _, x := range at {
		b.WriteString(s[last:x.Start] + "[" + s[x.Start:x.End] + "]")
		last = x.End
	}
	return b.String() + s[last:]
}

func TestDifferences(t *testing.T) {
	for _, c := range [][2]string{
		{"“[final] warning”", "“This is your [last] warning!”"},
		{"“[giving] Israel everything [they] [need] to [get] the job [done],”",
			"“I am [sending] Israel everything [it] [needs] to [finish] the job, not a single Hamas member will be safe.”"},
		{"“ongoing talks and discussions”", "“These are ongoing talks and discussions.”"},
		{"“American lives [are] at stake,”", "“There [are] American lives at stake.”"},
		{"“Straße [und] «Café»”", "“STRASSE, cafe”"},
		{"“[one] [two]”", "“[three] [four] [five]”"},
		{"“”", "“[a] [b]”"},
		{"日本[語]", "日本[人]"},
		{"the… end", "the ... end"},
	} {
		bare := strings.NewReplacer("[", "", "]", "")
		a, b := bare.Replace(c[0]), bare.Replace(c[1])
		x, y := voices.Differences(a, b)
		if got := [2]string{marked(a, x), marked(b, y)}; got != c {
			t.Errorf("got  %q\nwant %q", got, c)
		}
	}
}

// The printed words that are not marked stand in the published wording too, in the same
// order.
func FuzzDifferences(f *testing.F) {
	f.Add("a b c d", "a x c d e")
	f.Add("“giving Israel everything they need”", "I am sending Israel everything it needs")
	f.Add("'s — … 日本", "\xff 日 本")
	f.Add("㊦", "") // a sign around a word is none, even if it folds to a letter
	f.Add("a下b", "a㊦b")
	f.Fuzz(func(t *testing.T, a, b string) {
		fuzzed.Within(t, func() {
			x, y := voices.Differences(a, b)
			unmarked(t, b, y)
			all := []rune(text.Plain.Fold(b))
			for _, w := range unmarked(t, a, x) {
				if unicode.IsSpace(w) {
					continue
				}
				at := slices.Index(all, w)
				if at < 0 {
					t.Fatalf("%q is not marked in %q, and not in %q", w, a, b)
				}
				all = all[at+1:]
			}
			if same, also := voices.Differences(a, a); len(same)+len(also) > 0 {
				t.Errorf("%q differs from itself: %v %v", a, same, also)
			}
		})
	})
}

// unmarked returns the letters of a text outside of spans, folded, with blanks for all
// else, and holds the spans to their order.
func unmarked(t *testing.T, s string, spans []annotations.Span) []rune {
	t.Helper()
	var b strings.Builder
	last := 0
	for _, x := range spans {
		if x.Start < last || x.End <= x.Start || x.End > len(s) {
			t.Fatalf("%v of %q", spans, s)
		}
		b.WriteString(s[last:x.Start] + " ")
		last = x.End
	}
	b.WriteString(s[last:])
	return []rune(text.Plain.Fold(strings.Map(func(r rune) rune {
		if text.InWord(r) {
			return r
		}
		return ' '
	}, b.String())))
}

// A comparison of long wordings ends soon.
func TestDifferencesOfLongWordings(t *testing.T) {
	a, b := strings.Repeat("one two three ", 20_000), strings.Repeat("two one four ", 20_000)
	x, y := voices.Differences(a, b)
	if len(x) == 0 || len(y) == 0 {
		t.Error("no difference")
	}
	if x, _ := voices.Differences(a, a+" four"); len(x) > 0 {
		t.Errorf("differs in %v", slices.Collect(slices.Values(x[:1])))
	}
}
