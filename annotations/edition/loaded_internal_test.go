package edition

import (
	"slices"
	"strings"
	"testing"

	"sidelight/annotations/fuzzed"
)

// terms are the loaded words that come with the program.
func terms(t *testing.T) []loadedTerm {
	l := &loader{ctx: t.Context()}
	out := loadedTerms(l)
	if l.faults.any() {
		t.Fatal(l.faults.sorted())
	}
	return out
}

// TestLoadedTerms holds the list to what its head says.
func TestLoadedTerms(t *testing.T) {
	terms := terms(t)
	if len(terms) < 20 {
		t.Errorf("only %d entries", len(terms))
	}
	seen := make(map[string]bool)
	for _, term := range terms {
		if len(term.words) == 0 {
			t.Errorf("an entry has no words: %+v", term)
		}
		for _, w := range slices.Concat(term.words, term.except) {
			if w.value != strings.ToLower(w.value) {
				t.Errorf("%s: %q is not in lower case and would never be found", w.at, w.value)
			}
			if seen[w.value] {
				t.Errorf("%s: %q stands there already", w.at, w.value)
			}
			seen[w.value] = true
		}
		for _, w := range term.words {
			if got, ok := term.find(w.value); !ok || got != w.value && !strings.Contains(w.value, got) {
				t.Errorf("%s: %q is not found in itself", w.at, w.value)
			}
		}
		for _, x := range term.except {
			bare := loadedTerm{words: term.words}
			if _, ok := bare.find(x.value); !ok {
				t.Errorf("%s: %q excepts nothing", x.at, x.value)
			}
			if w, ok := term.find(x.value); ok {
				t.Errorf("%s: %q is found in its exception", x.at, w)
			}
		}
	}
}

func TestFindLoaded(t *testing.T) {
	terms := terms(t)
	tests := []struct{ text, want string }{
		{"A plain sentence.", ""},
		{"The regime fell.", "regime"},
		{"REGIME", "regime"},
		{"The regimens differ.", ""},
		{"the Re\u0301gime", ""}, // another word, with an accent
		{"He said “the regime” fell.", ""},
		{`He said "the regime" fell.`, ""},
		{`He said "it" of the regime and "that".`, "regime"},
		{"«the regime» and ‘the regime’s end’", ""},
		{"„the regime“ fell", ""},
		{"the group’s regime and their ‘plan’", "regime"},
		{"An opening “ without an end: the regime", "regime"},
		{`5" of the regime`, "regime"},
		{"A freedom\nfighter", "freedom fighter"},
		{"Listed as a Foreign Terrorist Organization in 1997.", ""},
		{"A Foreign Terrorist Organization, and a terrorist.", "terrorist"},
		{"The U.S. designated Hamas as a terrorist group.", ""},
		{"a terrorist group", "terrorist"},
		{"It claimed responsibility.", ""},
		{"It claimed responsibility and claims that it won.", "claims"},
		{"so-called", "so-called"},
		{"İİİ regime", "regime"},
		{"", ""},
	}
	for _, tt := range tests {
		got := ""
		own := ownWords(tt.text)
		for _, term := range terms {
			if w, ok := term.find(own); ok {
				got = w
				break
			}
		}
		if got != tt.want {
			t.Errorf("%q: found %q, want %q", tt.text, got, tt.want)
		}
	}
}

// FuzzOwnWords holds that nothing is added to a text, that its marks may be
// wrong in any way, and that a text of nothing but marks is read in one go.
func FuzzOwnWords(f *testing.F) {
	for _, s := range []string{"", "a “b” c", "“", "‘a’s’", "\"\"\"", "\xff“\xfe", strings.Repeat("“‘„«", 20_000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed.Within(t, func() {
			own := ownWords(s)
			if a, b := len([]rune(own)), len([]rune(s)); a != b {
				t.Errorf("%q has %d characters, %q %d", own, a, s, b)
			}
			if !strings.ContainsAny(s, `"“„«‘`) && strings.Contains(own, "\x00") && !strings.Contains(s, "\x00") {
				t.Errorf("%q loses words without a quotation mark: %q", s, own)
			}
		})
	})
}
