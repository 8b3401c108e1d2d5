package edition_test

import (
	"os"
	"reflect"
	"testing"

	"sidelight/annotations"
)

// TestSampleNotes reads what the sample says beside the article.
func TestSampleNotes(t *testing.T) {
	e := load(t, os.DirFS("testdata/sample"))
	residents, board := e.Remarks()[0], e.Remarks()[1]
	if got := e.Article().Slice(residents.Span); got != "about 1,200 residents" {
		t.Errorf("the first note stands on %q", got)
	}
	residents.Span = annotations.Span{}
	want := annotations.Remark{
		ID: "note-residents", Title: "Other counts are lower", Text: "The minutes of the board give 1,150 residents.",
		About: []annotations.EntityID{"n-residents", "port-ellery"}, Sources: []annotations.SourceID{"S1"},
	}
	if !reflect.DeepEqual(residents, want) {
		t.Errorf("got %+v, want %+v", residents, want)
	}
	if got := e.Article().Text[board.Start-len("said the ") : board.End]; got != "said the board" {
		t.Errorf("the second note stands in %q", got)
	}
	later, _ := annotations.ParseDate("2022~")
	if want := []annotations.Later{{Text: "The board was chosen anew.", Date: later, Sources: []annotations.SourceID{"S1"}}}; !reflect.DeepEqual(board.Since, want) {
		t.Errorf("got %+v, want %+v", board.Since, want)
	}
	sections := []annotations.Section{
		{ID: "what-it-is", Heading: "What this text is", Paragraphs: []string{
			"The text was made up for the tests of the edition format.", "Its minutes do not exist either.",
		}, Sources: []annotations.SourceID{"S1"}},
		{ID: "not-known", Heading: "What is not known", Paragraphs: []string{"Nothing is."}},
	}
	if !reflect.DeepEqual(e.About(), sections) {
		t.Errorf("got %+v, want %+v", e.About(), sections)
	}
	n, _ := e.Entity("n-residents")
	if q := n.Quantity; q.Computed != "1,000 + 200" || q.Others != "The minutes of the board give 1,150." ||
		!reflect.DeepEqual(q.Sources, []annotations.SourceID{"S1"}) {
		t.Errorf("got %+v", q)
	}
}
