package uitest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
)

// Noted is the n-th time, counted from 0, that an article has the words, as a note on
// them.
func Noted(t testing.TB, a *annotations.Article, id notes.ID, words string, n int) notes.Placed {
	t.Helper()
	at := 0
	for ; n >= 0; n-- {
		i := strings.Index(a.Text[at:], words)
		if i < 0 {
			t.Fatalf("the article has no words %q", words)
		}
		at += i + len(words)
	}
	return notes.Placed{
		Note: notes.Note{
			ID: id, Made: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC),
			Target: notes.Target{Quote: anchor.TextQuoteSelector{Exact: words}},
		},
		Span: annotations.Span{Start: at - len(words), End: at},
	}
}

// Notes returns six notes on the edition that comes with the program, one in each
// style and one more; four have words.
func Notes(t testing.TB, e *annotations.Edition) []notes.Placed {
	t.Helper()
	var out []notes.Placed
	for i, x := range []struct {
		words string
		style notes.Style
		text  string
		tags  []string
	}{
		{"having conversations and talking with people around the world", notes.Band, "", nil},
		{"Israel had been informed of the matter", notes.Brackets, "Before or after? Not said. Ask which.", []string{"to check"}},
		{"final warning", notes.Wave, "The post says “last”. Use for the lesson on translated quotations.", []string{"lesson"}},
		{"Four other American hostages have been declared dead by Israeli authorities", notes.Side, "One of three numbers with different sources. See [[Israel]].", []string{"numbers"}},
		{"no progress was made", notes.Marker, "Same source says more talks are expected.", []string{"to check"}},
		{"Egyptian and Qatari mediators helped arrange the talks,", notes.Side, "", nil},
	} {
		p := Noted(t, e.Article(), notes.ID(fmt.Sprint("n", i+1)), x.words, 0)
		p.Style, p.Text, p.Tags = x.style, x.text, x.tags
		p.Made = p.Made.Add(-time.Duration(i) * time.Hour) // the later in the text, the older
		p.Changed = p.Made
		out = append(out, p)
	}
	return out
}

// ManyNotes returns a highlight on each of n words that are evenly spread over an
// article, in all styles; every other one has words.
func ManyNotes(t testing.TB, a *annotations.Article, n int) []notes.Placed {
	t.Helper()
	var out []notes.Placed
	for i := range n {
		s := wordAt(a.Text, int(int64(i)*int64(len(a.Text))/int64(n)))
		if s.Empty() {
			break
		}
		p := notes.Placed{Note: notes.Note{ID: notes.ID(fmt.Sprint("n", i+1)), Style: notes.Styles()[i%len(notes.Styles())]}, Span: s}
		p.Target.Quote.Exact = a.Slice(s)
		if i%2 == 0 {
			p.Text = fmt.Sprintf("What is said here of %s is said elsewhere too. #tag%d", a.Slice(s), i%7)
		}
		out = append(out, p)
	}
	return out
}
