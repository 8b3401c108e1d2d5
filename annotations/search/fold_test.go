package search

import (
	"testing"
	"unicode/utf8"

	"sidelight/annotations/fuzzed"
)

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{" – … “”", ""},
		{"White  House", " white house "},
		{"U.S.–Hamas", " us hamas "},
		{"U.S.A. today", " usa today "},
		{"the end.Next", " the end next "},
		{"1,200 people, 33", " 1200 people 33 "},
		{"2.5 million", " 2 5 million "},
		{"Netanyahu's office", " netanyahu office "},
		{"Netanyahu’s", " netanyahu "},
		{"hostages' names", " hostages names "},
		{"O’Brien 'quoted'", " obrien quoted "},
		{"Sana‘a", " sanaa "},
		{"naïve e\u0301migre\u0301", " naive emigre "},
		{"Straße Øre Łódź İzmir", " strasse ore lodz izmir "},
		{"cease\u00adfire", " ceasefire "},
		{"no\u00a0break", " no break "},
		{"a\xffb", " a b "},
		{"حماس", " حماس "},
	}
	for _, tt := range tests {
		if got := fold(tt.in); string(got) != tt.want {
			t.Errorf("fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{sampleText, "e\u0301", "ﬁ½", "a'\u0301s", "U.\u0301S", "'s's", "ß…İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed.Within(t, func() {
			got, from := new(folder).mapOf(s)
			if got != fold(s) || len(from) != len(got) {
				t.Fatalf("%q: %d places for %d bytes", s, len(from), len(got))
			}
			if again := fold(string(got)); again != got {
				t.Errorf("%q folds to %q and that to %q", s, got, again)
			}
			at := 0
			for i, sp := range from {
				if sp.Start < at || sp.End < sp.Start || sp.End > len(s) || got[i] != ' ' && sp.Empty() {
					t.Fatalf("%q: byte %d of %q stands for %v after %d", s, i, got, sp, at)
				}
				if utf8.ValidString(s) && !sp.Empty() && !sp.ValidIn(s) {
					t.Fatalf("%q: %v is not on rune boundaries", s, sp)
				}
				at = sp.Start
			}
		})
	})
}
