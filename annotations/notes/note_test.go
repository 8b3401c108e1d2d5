package notes_test

import (
	"slices"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/notes"
)

func TestInline(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // tags, and links in brackets
	}{
		{"plain", nil},
		{"#one and #two", []string{"one", "two"}},
		{"#to-check, #a/b. #ä_1!", []string{"to-check", "a/b", "ä_1"}},
		{"#1 of 2, issue#3, ##no, #-", nil},
		{"(#in) “#quotes”", []string{"in", "quotes"}},
		{"see [[Adam Boehler]] and [[ U.S. ]]", []string{"[Adam Boehler]", "[U.S.]"}},
		{"[[]] [[ ]] [[a\nb]] [[open", nil},
		{"#tag[[Link]]", []string{"tag", "[Link]"}},
		{"[[a #b]]", []string{"[a #b]"}},
		{"#trailing-", []string{"trailing"}},
	} {
		var got []string
		for _, x := range notes.InlineOf(c.text) {
			if x.Link != "" {
				got = append(got, "["+x.Link+"]")
				continue
			}
			got = append(got, x.Tag)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("InlineOf(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzInline(f *testing.F) {
	for _, s := range []string{"#a [[b]]", "[[", "[[]]]]", "#\xff", "###", "[[\xff]]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fuzzed.Within(t, func() {
			end := 0
			for _, x := range notes.InlineOf(text) {
				if x.Start < end || x.End <= x.Start || x.End > len(text) || (x.Tag == "") == (x.Link == "") {
					t.Fatalf("%+v in %q", x, text)
				}
				end = x.End
			}
		})
	})
}

func TestAllTagsNamesEachOnce(t *testing.T) {
	n := notes.Note{Text: "a #Lesson and #dates", Tags: []string{"lesson", "to check"}}
	if got, want := n.AllTags(), []string{"lesson", "to check", "dates"}; !slices.Equal(got, want) {
		t.Errorf("tags are %q, want %q", got, want)
	}
}

func TestSet(t *testing.T) {
	at := func(id notes.ID, start, end int, status anchor.Status) notes.Placed {
		return notes.Placed{
			Note: notes.Note{ID: id, Made: time.Unix(int64(len(id)), 0), Tags: []string{"T"}},
			Span: annotations.Span{Start: start, End: end}, Status: status,
		}
	}
	s := notes.NewSet([]notes.Placed{
		at("late", 40, 50, anchor.Kept), at("lost", 0, 0, anchor.Unanchored), at("in", 12, 15, anchor.Moved),
		at("may", 1, 2, anchor.Approximate), at("out", 12, 30, anchor.Kept),
	})
	ids := func(all []notes.Placed) (out []notes.ID) {
		for i := range all {
			out = append(out, all[i].ID)
		}
		return out
	}
	if got, want := ids(s.All()), []notes.ID{"out", "in", "late", "may", "lost"}; !slices.Equal(got, want) {
		t.Errorf("all are %q, want %q", got, want)
	}
	if got := ids(s.Adrift()); !slices.Equal(got, []notes.ID{"may", "lost"}) {
		t.Errorf("adrift are %q", got)
	}
	var on []notes.ID
	for p := range s.At(13) {
		on = append(on, p.ID)
	}
	if !slices.Equal(on, []notes.ID{"in", "out"}) {
		t.Errorf("on byte 13 are %q, want the inner one first", on)
	}
	for range s.At(1) {
		t.Error("a note whose place is not sure is drawn")
	}
	if tags := s.Tags(); len(tags) != 1 || tags[0] != (notes.TagCount{Tag: "T", N: 5}) {
		t.Errorf("tags are %v", tags)
	}
	var none *notes.Set
	for range none.In(annotations.Span{End: 9}) {
		t.Error("a set without notes has one")
	}
	if none.Len() != 0 || none.All() != nil || none.Tags() != nil {
		t.Error("a set without notes is not empty")
	}
}

func TestStyles(t *testing.T) {
	s := notes.Marker
	for _, want := range notes.Styles() {
		if got, err := notes.ParseStyle(want.String()); err != nil || got != want || s != want {
			t.Errorf("style %v reads as %v (%v), stepping gives %v", want, got, err, s)
		}
		s = s.Next()
	}
	if s != notes.Marker {
		t.Error("the style after the last is not the first")
	}
	if _, err := notes.ParseStyle("pink"); err == nil {
		t.Error("there is a style pink")
	}
}
