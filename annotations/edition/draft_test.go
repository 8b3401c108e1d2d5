package edition_test

import (
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
	"sidelight/annotations/edition"
)

// Whatever the text, what the program marks in it can be written as an edition that is
// accepted and holds the same marks.
func FuzzDraft(f *testing.F) {
	f.Add("Ann Miller met 20 officials in Cairo on Tuesday. “We are hopeful,” Miller, the union's leader, said. She left.")
	f.Add("LISBON (AP) — \"Not\n\nthis year.\" The World Health Organization (WHO) hired Bo Li in May 2020; he praised WHO.")
	f.Add("Das sagte Anna Müller am 3. Mai: „Nein.“\r\n\r\nU.S.-Hamas talks: A B C, D E and F: “[G “H” {I <<J\tK")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 || !utf8.ValidString(text) {
			return
		}
		a, err := annotations.NewArticle("a.txt", text)
		if err != nil {
			return
		}
		bare, err := annotations.New(annotations.Content{Title: "T", Article: a})
		if err != nil {
			t.Fatal(err)
		}
		want, err := annotator.Mark(t.Context(), bare, annotator.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, _, err := edition.Review(t.Context(), folder(t, want))
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if len(got.Mentions()) != len(want.Mentions()) {
			t.Fatalf("%d mentions, want %d", len(got.Mentions()), len(want.Mentions()))
		}
		for i, m := range got.Mentions() {
			if m != want.Mentions()[i] {
				t.Fatalf("a mention is %+v, want %+v", m, want.Mentions()[i])
			}
		}
	})
}
