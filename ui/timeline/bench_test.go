package timeline_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	rows "sidelight/annotations/timeline"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/session"
)

// many is an edition of n dated events, each with a sentence of the article.
func many(t testing.TB, n int) *annotations.Edition {
	t.Helper()
	const sentence = "The board of the harbour met again and put the matter off until the next year, as it had done before.\n"
	a, err := annotations.NewArticle("many.txt", strings.Repeat(sentence, n))
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Title: "Many", Language: "en", Article: a}
	for i := range n {
		when, err := annotations.ParseDate(fmt.Sprintf("%d-%02d-%02d", 1800+i*7919%220, 1+i%12, 1+i*31%28))
		if err != nil {
			t.Fatal(err)
		}
		id := annotations.EntityID(fmt.Sprintf("e%d", i))
		c.Entities = append(c.Entities, annotations.Entity{ID: id, Kind: annotations.Event, Name: fmt.Sprintf("Meeting %d", i), When: when})
		c.Facts = append(c.Facts, annotations.Fact{
			ID: annotations.FactID(id), About: []annotations.EntityID{id}, State: annotations.InArticle,
			Text:     fmt.Sprintf("At its meeting number %d the board of the harbour put the matter off until the next year, as before.", i),
			Evidence: []annotations.Span{{Start: i * len(sentence), End: i*len(sentence) + 20}},
		})
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// BenchmarkLay lays out 2,000 rows from the edition on, which is done off the UI goroutine.
func BenchmarkLay(b *testing.B) {
	e, measure := many(b, 2000), drawing.Measure(roles(b))
	b.ResetTimer()
	for b.Loop() {
		all, err := rows.Rows(context.Background(), e, rows.Moments(e, rows.Way{}), false)
		if err != nil {
			b.Fatal(err)
		}
		_, err = rows.Lay(context.Background(), all, rows.Options{
			Width: 688, Left: 64, Column: 580, Measure: measure,
			Texts: func(r *rows.Row) rows.Texts {
				return rows.Texts{Record: r.When.Words(), What: r.Text, Who: "The article", Sign: "¶1"}
			},
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkScroll scrolls a timeline of 2,000 rows by a turn of the wheel, and paints it;
// x-short is how much longer that takes than in one of 20 rows.
func BenchmarkScroll(b *testing.B) {
	const turns = 200
	turn := scroller(b, 20)
	for range turns { // words are measured and drawn for the first time
		turn()
	}
	began := time.Now()
	for range turns {
		turn()
	}
	short := time.Since(began).Seconds() / turns
	turn = scroller(b, 2000)
	b.ResetTimer()
	for b.Loop() {
		turn()
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/short, "x-short")
}

// scroller returns what scrolls a timeline of n rows up and down by a turn of the wheel.
func scroller(b *testing.B, n int) (turn func()) {
	r := newRig(b, look.Light, many(b, n), 688, 772)
	down := float32(60)
	return func() {
		r.view.ScrollBy(down)
		if past := r.view.Place().Past; past == 0 || past+r.view.ViewHeight() >= r.view.Figure().Height {
			down = -down
		}
	}
}

// BenchmarkSelect lights another row of 2,000, and brings it into view.
func BenchmarkSelect(b *testing.B) {
	r := newRig(b, look.Light, many(b, 2000), 688, 772)
	i := 0
	b.ResetTimer()
	for b.Loop() {
		i = (i + 997) % 2000
		r.session.Update(func(s *session.State) { s.Select(annotations.EntityID(fmt.Sprintf("e%d", i)), "") })
	}
}

// BenchmarkArrange sets 2,000 rows anew in a window of another width: what of that keeps
// the window is only to ask for it.
func BenchmarkArrange(b *testing.B) {
	r := newRig(b, look.Light, many(b, 2000), 688, 772)
	i := 0
	b.ResetTimer()
	for b.Loop() {
		i++
		r.view.Resize(fyne.NewSize(600+float32(i%80), 772))
	}
}
