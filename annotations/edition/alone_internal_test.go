package edition

import (
	"strings"
	"testing"

	"sidelight/annotations"
)

// lists returns the two lists of alone.yaml.
func lists(t *testing.T) (pronouns, descriptions []loadedTerm) {
	t.Helper()
	l := &loader{ctx: t.Context()}
	pronouns, descriptions = openings(l, "pronouns"), openings(l, "descriptions")
	if l.faults.any() {
		t.Fatal(l.faults.sorted())
	}
	return pronouns, descriptions
}

// TestOpenings holds the list to what its head says.
func TestOpenings(t *testing.T) {
	pronouns, descriptions := lists(t)
	seen := make(map[string]bool)
	for _, term := range append(pronouns, descriptions...) {
		if len(term.words) == 0 {
			t.Errorf("an entry has no words: %+v", term)
		}
		for _, w := range append(term.words, term.except...) {
			if w.value != strings.ToLower(w.value) || seen[w.value] {
				t.Errorf("%s: %q is not in lower case, or stands there already", w.at, w.value)
			}
			seen[w.value] = true
		}
		for _, w := range term.words {
			if got, ok := term.opens(w.value + " said so"); !ok || got != w.value {
				t.Errorf("%s: %q is not found at the beginning of a text", w.at, w.value)
			}
			if got, ok := term.opens("ada said " + w.value); ok {
				t.Errorf("%s: %q is found at the end of a text", w.at, got)
			}
		}
		for _, x := range term.except {
			if _, ok := (loadedTerm{words: term.words}).opens(x.value); !ok {
				t.Errorf("%s: %q excepts nothing", x.at, x.value)
			}
			if w, ok := term.opens(x.value + " more"); ok {
				t.Errorf("%s: %q is found in its exception", x.at, w)
			}
		}
	}
	if len(pronouns) < 3 || len(descriptions) < 1 {
		t.Errorf("%d and %d entries", len(pronouns), len(descriptions))
	}
}

func TestFactLeans(t *testing.T) {
	pronouns, descriptions := lists(t)
	const one, two = 1, 2
	for _, tt := range []struct {
		text  string
		cards int
		want  string
	}{
		{"Ada Quill left.", two, ""},
		{"She left.", one, "she"},
		{"SHE left.", one, "she"},
		{"Sheep left.", one, ""},
		{"Their remains were found.", one, "their"},
		{"Its president is Ada Quill.", one, "its"},
		{"It is not known who left.", one, ""},
		{"It is known.", one, "it"},
		{"This was denied.", one, "this"},
		{"In return the truce was extended.", one, "in return"},
		{"In return for prisoners Hamas freed two.", one, ""},
		{"There was no progress.", one, ""},
		{"There he stayed.", one, "there"},
		{"The official left.", two, "the official"},
		{"The official left.", one, ""},
		{"The officials left.", two, "the officials"},
		{"The official Ada Quill left.", two, ""},
		{"The official who left is Ada Quill.", two, ""},
		{"The officiality left.", two, ""},
		{"The group of states met.", two, ""},
		{"The group offered a truce.", two, "the group"},
		{"“She left”, said Ada Quill.", one, ""},
		{"", one, ""},
	} {
		f := &fact{}
		f.Text, f.About = tt.text, make([]annotations.EntityID, tt.cards)
		if _, got, _ := f.leans(pronouns, descriptions); got != tt.want {
			t.Errorf("%q on %d cards begins with %q, want %q", tt.text, tt.cards, got, tt.want)
		}
	}
}

func TestStrayPronoun(t *testing.T) {
	names := map[string]bool{"Quill": true, "Israeli": true}
	for text, want := range map[string]string{
		"The writer takes her silence for consent.":     "her",
		"The writer takes Ada Quill's silence for hers": "",
		"Quill said that she would leave.":              "",
		"Israeli officials said that he would leave.":   "",
		"Kushner said that he would leave.":             "he", // no entity and the first word
		"According to Kushner he would leave.":          "",
		"Before his post of 5 March, Trump met them.":   "",
		"Before his post of 5 March, they met.":         "his",
		"In a post he left. Ada stayed.":                "he",
		"The board met. The writer reads his silence":   "his",
		"The board met. Quill was in her office.":       "",
		"They said “he left”.":                          "",
		"İ said that he left.":                          "he",
		"The theory holds there.":                       "",
		"":                                              "",
	} {
		if got, _ := strayPronoun(text, names); got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}
