package reading

import (
	"context"
	"runtime"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// Marks that are found in a long article come as one revision after the other, faster
// than the article is indexed. It is indexed once and not once for each.
func TestRevisionsAreIndexedTogether(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	e, err := annotations.New(uitest.LongContent(t, uitest.LongText(t, 4*atOnce), 400))
	if err != nil {
		t.Fatal(err)
	}
	revisions := []*annotations.Edition{e}
	for range 8 {
		if e, err = e.With(annotations.RemoveMention(e.Mentions()[0].ID())); err != nil {
			t.Fatal(err)
		}
		revisions = append(revisions, e)
	}
	once := allocated(func() { search.New(e) })

	r, err := New(app.Settings().Theme().(*look.Theme))
	if err != nil {
		t.Fatal(err)
	}
	r.do = uitest.NewQueue().Do // what the page sets beside the index waits there
	r.Show(session.Document{Edition: revisions[0]})
	for allocated(func() { time.Sleep(20 * time.Millisecond) }) > 16<<10 {
		// The page is still being set, beside the index.
	}
	several := allocated(func() {
		for i, e := range revisions[1:] {
			r.Show(session.Document{Revision: i + 1, Edition: e})
		}
		if _, err := r.search.answer(context.Background(), "ba", 0); err != nil {
			t.Fatal(err)
		}
	})
	if several > 3*once {
		t.Errorf("eight revisions take %d KB to index, one article %d KB", several>>10, once>>10)
	}
}

// allocated returns the bytes that a function allocates, and what runs beside it.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
