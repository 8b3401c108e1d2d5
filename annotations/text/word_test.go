package text_test

import (
	"slices"
	"testing"

	"sidelight/annotations/text"
)

func TestCount(t *testing.T) {
	for s, want := range map[string]int{
		"The U.S.-Hamas talks — “33 hostages” — went on …": 7,
		"": 0, " — ": 0, "it’s": 1, "½ a": 2,
		"船在早晨出海。":                   6,
		"The word 船 means boat 港口.": 7,
		"コンピューター":                   7,
		"배는 아침 일찍":                  3,
		"ในตอนเช้า":                 8,
		"नावें सुबह":                2,
	} {
		if got := text.Count(s); got != want {
			t.Errorf("%q has %d words, want %d", s, got, want)
		}
	}
}

func TestWordAt(t *testing.T) {
	for _, x := range []struct {
		s    string
		at   int
		want string
	}{
		{"the U.S. said", 5, "U.S"},
		{"Israel’s talks", 2, "Israel’s"},
		{"more than 1,200 people", 12, "1,200"},
		{"a well-known man", 4, "well-known"},
		{"har\u00adbour", 5, "har\u00adbour"},
		{"cafe\u0301 x", 4, "cafe\u0301"},
		{"船在早 alpha", 3, "在"},
		{"船alpha在", 4, "alpha"},
		{"ที่นี่", 3, "ที่"},
		{"one, two", 3, ""},
		{"end", 3, ""},
	} {
		a, b, ok := text.WordAt(x.s, x.at)
		if got := x.s[a:b]; got != x.want || ok != (x.want != "") {
			t.Errorf("at %d of %q: %q, want %q", x.at, x.s, got, x.want)
		}
	}
}

func TestStepsByWord(t *testing.T) {
	const s = "Well-known: 船が it’s"
	var ends, starts []int
	for at := 0; at < len(s); {
		at = text.NextWord(s, at)
		ends = append(ends, at)
	}
	for at := len(s); at > 0; {
		at = text.PreviousWord(s, at)
		starts = append(starts, at)
	}
	if want := []int{10, 15, 18, 25}; !slices.Equal(ends, want) {
		t.Errorf("forwards to %v, want %v", ends, want)
	}
	if want := []int{19, 15, 12, 0}; !slices.Equal(starts, want) {
		t.Errorf("backwards to %v, want %v", starts, want)
	}
}

func TestParts(t *testing.T) {
	var got []string
	const s = "Israel’s U.S.-led 1,200, cafe\u0301 雨が."
	for a, b := range text.Parts(s) {
		got = append(got, s[a:b])
	}
	if want := []string{"Israel", "s", "U.S", "led", "1,200", "cafe\u0301", "雨", "が"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestQuotations(t *testing.T) {
	for s, want := range map[string][]string{
		`He said "yes" and “no”.`:    {"yes", "no"},
		"«oui», »ja«, „nein“, „ne”":  {"oui", "ja", "nein", "ne"},
		"「行こう。」と言った":                 {"行こう。"},
		"“It goes on":                {"It goes on"},
		"“A „quoted“ word” and more": {"A „quoted“ word"},
		"None":                       nil,
	} {
		var got []string
		for a, b := range text.Quotations(s) {
			got = append(got, s[a:b])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q holds the quotations %q, want %q", s, got, want)
		}
	}
}
