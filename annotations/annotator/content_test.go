package annotator_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
)

// A place whose standing is disputed carries the name that the article prints.
func TestDisputedPlacesAreNamedAsPrinted(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Two Palestinian families came to the hearing in May.", "Palestinian"},
		{"The Thai embassy sent two people to the hearing.", "Thailand"},
	} {
		a, err := annotations.NewArticle("a.txt", c.text)
		if err != nil {
			t.Fatal(err)
		}
		content, err := annotator.Annotate(t.Context(), a, annotator.Options{Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range content.Entities {
			if x.Kind == annotations.Place {
				got = append(got, x.Name)
			}
		}
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: the places are %q, want %q", c.text, got, c.want)
		}
	}
}

// A relation keeps the words of the article; read from its object it points back.
func TestRelationsPointAtTheirObject(t *testing.T) {
	const text = "Ann Lee met Robert Sinclair near the harbour, where both had worked for years."
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	content, err := annotator.Annotate(t.Context(), a, annotator.Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if len(content.Relations) != 1 {
		t.Fatalf("%d relations, want one", len(content.Relations))
	}
	r := content.Relations[0]
	if r.From != "ann-lee" || r.To != "robert-sinclair" || r.Label != "met" || r.Inverse != "← met" || a.Slice(r.Evidence[0]) != text {
		t.Errorf("%+v", r)
	}
}
