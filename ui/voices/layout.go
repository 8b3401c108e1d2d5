package voices

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/voices"
	"sidelight/ui/async"
)

const (
	// atOnce is up to how many passages an article is laid out at once: it takes less
	// than a frame. More are laid out behind the window.
	atOnce = 200
	// openUpTo is up to how many statements all speakers are unfolded at first.
	openUpTo = 80
)

// request is what is drawn. Requests are compared by [request.same].
type request struct {
	edition *annotations.Edition
	frame   voices.Frame
	filter  voices.Filter
	chosen  annotations.Span
	lit     annotations.EntityID
	folds   string // the folded speakers, and what a change of them changes
}

// laid is a drawing of the view.
type laid struct {
	model       *voices.Model
	strip, list *figure.Figure
}

// layOut draws what the snapshot and the size ask for, unless that is drawn.
func (v *View) layOut() {
	if v.now.Edition == nil || v.Size().Width <= 0 {
		return
	}
	r := request{edition: v.now.Edition, frame: v.frame(), filter: filter(v.now, v.model), chosen: chosen(v.now), lit: v.now.Selected}
	if !v.scrub.Empty() {
		r.chosen = v.scrub
	}
	v.unfold(r.chosen)
	r.folds = fmt.Sprint(v.folds) // sorted by key
	if r == v.wanted {
		v.settle()
		return
	}
	v.wanted = r
	model, folds := v.model, maps.Clone(v.folds)
	if len(r.edition.Passages()) <= atOnce {
		l, err := lay(context.Background(), r, model, folds, v.measure)
		v.job.Stop()
		v.show(r, l, err)
		return
	}
	v.job.Run(func(j *async.Job) (*laid, error) { return lay(j, r, model, folds, v.measure) },
		func(l *laid, err error) { v.show(r, l, err) })
}

// lay draws a request. The model is that of the edition, or nil.
func lay(ctx context.Context, r request, m *voices.Model, folds map[string]bool, measure figure.Measure) (*laid, error) {
	if m == nil || m.Edition != r.edition {
		m = voices.Of(r.edition)
		r.filter = m.Valid(r.filter)
	}
	s := voices.Setting{Frame: r.frame, Filter: r.filter, Folded: folded(m, folds, r.chosen), Chosen: r.chosen, Selected: r.lit}
	w := words(r.filter)
	strip := m.Draw(s, w, measure)
	list, err := m.List(ctx, s, w, measure)
	return &laid{m, strip, list}, err
}

// folded returns the speakers of whom only the name is shown: those whom the reader has
// folded up, and at first what has no speaker and, in a long article, everyone but who
// says the chosen passage.
func folded(m *voices.Model, folds map[string]bool, chosen annotations.Span) map[string]bool {
	out := map[string]bool{}
	said := 0
	for i := range m.Speakers {
		said += len(m.Speakers[i].Said)
	}
	for i := range m.Speakers {
		out[m.Speakers[i].Key] = said > openUpTo
	}
	for i := range m.Writer {
		out[m.Writer[i].Key] = true
	}
	if i := m.At(chosen.Start); i >= 0 && !chosen.Empty() {
		out[m.Passages[i].By.Key] = false
	}
	for key, on := range folds {
		out[key] = on
	}
	return out
}

// unfold shows what the speaker of a passage says that has just been chosen.
func (v *View) unfold(chosen annotations.Span) {
	if v.bring == "" || !strings.HasPrefix(v.bring, saidPrefix) || v.model == nil {
		return
	}
	if i := v.model.At(chosen.Start); i >= 0 && v.folds[v.model.Passages[i].By.Key] {
		delete(v.folds, v.model.Passages[i].By.Key)
		v.mind()
	}
}

// show shows a drawing.
func (v *View) show(r request, l *laid, err error) {
	if err != nil {
		return // it ends early only where a newer one takes its place
	}
	before := v.strip.Figure().Height
	v.model, v.shown, v.whole = l.model, r, nil
	v.strip.SetFigure(l.strip)
	v.list.SetFigure(l.list)
	v.head.count(v.model.Count(r.filter))
	v.head.follow(v.now)
	if before != l.strip.Height {
		v.place()
	}
	v.settle()
}

// settle scrolls to where the reader was, or to what has been chosen.
func (v *View) settle() {
	if v.shown != v.wanted || v.list.Size().Height <= 0 {
		return
	}
	turned := v.turned
	v.turned = false
	if p := v.restored; p != nil {
		v.restored, v.bring = nil, ""
		v.list.ScrollTo(*p)
		return
	}
	key := v.bring
	v.bring = ""
	at, ok := v.blockOf(key)
	if turned { // what is in view now is there by chance
		v.list.ScrollToTop()
	}
	if ok {
		v.list.Reveal(at)
	}
}

// blockOf returns the rectangle in the list of a group and of what belongs to it: a
// statement with its quotations, the head of a speaker with all statements.
func (v *View) blockOf(key string) (figure.Rect, bool) {
	groups := v.list.Figure().Groups
	at := slices.IndexFunc(groups, func(g figure.Group) bool { return g.Key == key })
	if at < 0 || key == "" {
		return figure.Rect{}, false
	}
	ends := []string{saidPrefix, keyHead, "apart"}
	if strings.HasPrefix(key, keyHead) {
		ends = ends[1:]
	}
	out := groups[at].Hit
	for _, g := range groups[at+1:] {
		if slices.ContainsFunc(ends, func(p string) bool { return strings.HasPrefix(g.Key, p) }) {
			break
		}
		out = out.Union(g.Hit)
	}
	return out, true
}
