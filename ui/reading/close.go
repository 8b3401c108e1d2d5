package reading

import (
	"sync"

	"sidelight/annotations"
	"sidelight/ui/session"
)

// Close ends all that still works for the article, after another article has taken
// its place for good, and lets go of it: the toolkit keeps what was in the window for
// a minute and longer, and would keep article, layout and index with it.
func (r *Reader) Close() {
	r.margin.close()
	r.keeper.stop()
	r.canvas, r.prefs, r.keeper.keep = nil, nil, nil
	r.find.hide()
	r.search.end()
	r.aloud.stop()
	r.page.Stop()
	r.session.Show(session.Document{Edition: blank()})
}

// blank returns the edition that a closed reader shows in place of its own.
var blank = sync.OnceValue(func() *annotations.Edition {
	a, err := annotations.NewArticle("", ".")
	if err != nil {
		panic("reading: " + err.Error()) // the text above is always the same
	}
	e, err := annotations.New(annotations.Content{Article: a})
	if err != nil {
		panic("reading: " + err.Error())
	}
	return e
})
