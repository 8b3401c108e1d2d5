package coverage

import (
	"slices"
	"testing"

	"sidelight/annotations"
)

func TestThinFacts(t *testing.T) {
	var date annotations.Date
	if err := date.UnmarshalText([]byte("2025")); err != nil {
		t.Fatal(err)
	}
	ids := func(all ...annotations.SourceID) []annotations.SourceID { return all }
	e := edit(t, func(c *annotations.Content) {
		c.Entities = []annotations.Entity{{ID: "ada", Kind: annotations.Person}}
		c.Sources = []annotations.Source{
			{ID: "S1", URL: "https://a.example/1"}, {ID: "S2", URL: "https://a.example/1"}, {ID: "S3", URL: "https://b.example/"},
			{ID: "S4"}, {ID: "S5"},
		}
		fact := func(id annotations.FactID, state annotations.State, sources ...annotations.SourceID) {
			f := annotations.Fact{ID: id, About: []annotations.EntityID{"ada"}, State: state, Sources: sources}
			switch state {
			case annotations.InArticle:
				f.Evidence = []annotations.Span{spanOf(t, "met", 0)}
			case annotations.Background:
				f.AsOf, f.Statement = date, id == "said"
			case annotations.Since:
				f.Date = date
			}
			c.Facts = append(c.Facts, f)
		}
		fact("article", annotations.InArticle)
		fact("one", annotations.Background, "S1")
		fact("two", annotations.Background, "S1", "S3")
		fact("same", annotations.Since, "S1", "S2")
		fact("none", annotations.Since, "S4", "S5") // without addresses they are two
		fact("said", annotations.Background, "S3")
		c.Remarks = []annotations.Remark{{ID: "note", Span: spanOf(t, "met", 0), Sources: ids("S1"), Since: []annotations.Later{
			{Text: "a", Date: date, Sources: ids("S1", "S3")}, {Text: "b", Date: date, Sources: ids("S4")},
		}}}
	})
	thin, of := ThinFacts(e)
	var got []string
	for _, x := range thin {
		got = append(got, x.ID+" on "+string(x.Source.ID))
		if x.Statement != (x.ID == "said") {
			t.Errorf("%s is a statement: %v", x.ID, x.Statement)
		}
	}
	if want := []string{"one on S1", "same on S1", "said on S3", "note, since 2 on S4"}; !slices.Equal(got, want) || of != 7 {
		t.Errorf("%q of %d, want %q of 7", got, of, want)
	}
}
