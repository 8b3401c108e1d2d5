package timeline

import (
	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/timeline"
	"sidelight/ui/async"
	"sidelight/ui/locale"
	"sidelight/ui/pattern"
	"sidelight/ui/session"
)

// request is what the rows depend on.
type request struct {
	edition *annotations.Edition
	way     session.TimelineWay
	width   float32
}

// laid is a timeline that has been laid out.
type laid struct {
	request
	sheet               *timeline.Sheet
	count, split, brief string
}

// settledSheet reports whether what is shown is what was asked for last.
func (v *View) settledSheet() bool { return v.shown != nil && v.shown.request == v.asked() }

func (v *View) asked() request {
	return request{v.now.Edition, v.now.Views.Timeline, v.Size().Width}
}

// lay lays the rows out anew where something that they depend on has changed.
func (v *View) lay() {
	ask := v.asked()
	if ask == v.want || ask.width <= 0 {
		return
	}
	v.want = ask
	if v.moments == 0 { // the rows of an article that has been left would hold it
		v.latest.Stop()
		v.shown = nil
		v.board.SetFigure(nil)
		return
	}
	measure := v.measure
	v.latest.Run(func(j *async.Job) (*laid, error) { return compute(j, ask, measure) }, func(l *laid, err error) {
		if err == nil {
			v.show(l)
		}
	})
}

// compute lays out what was asked for. Any goroutine may call it.
func compute(j *async.Job, ask request, measure figure.Measure) (*laid, error) {
	e, way := ask.edition, ask.way
	all := timeline.Moments(e, timeline.Way{Background: way.Background, Since: way.Since})
	rows, err := timeline.Rows(j, e, all, way.AsTold)
	if err != nil {
		return nil, err
	}
	l := &laid{request: ask}
	l.count, l.split, l.brief = locale.Moments(rows)
	left, column := columns(ask.width)
	l.sheet, err = timeline.Lay(j, rows, timeline.Options{
		Width: ask.width, Left: left, Column: column, Measure: measure, AsTold: way.AsTold,
		Texts:       func(r *timeline.Row) timeline.Texts { return texts(e, r, way.AsTold) },
		Title:       locale.X("timeline.title", "Timeline of “{{.Title}}”", map[string]any{"Title": e.Title()}),
		Orders:      orders(way.AsTold),
		Description: description(way.AsTold) + " " + l.count + ": " + l.split + ".",
	})
	return l, err
}

// description says what the drawing shows, for who cannot see it.
func description(asTold bool) string {
	if asTold {
		return locale.X("timeline.description.told", "What happened, in the order in which the article tells of it.")
	}
	return locale.X("timeline.description", "What happened, in the order of time as far as it is known.")
}

// orders says what the picture of both orders joins.
func orders(asTold bool) string {
	if asTold {
		return locale.X("timeline.orders.told", "Left: the place in time. Right: the place in the article")
	}
	return locale.X("timeline.orders", "Left: the place in the article. Right: the place in time")
}

// texts are the words of a row with the icon of who says so.
func texts(e *annotations.Edition, r *timeline.Row, asTold bool) timeline.Texts {
	t := locale.Moment(e, r, asTold)
	t.Icon = "book-open"
	if r.Told() >= 0 {
		t.Icon = pattern.VoiceIcon(annotations.OwnAccount)
		if p, ok := e.VoiceOf(r.Span); ok {
			t.Icon = pattern.VoiceIcon(p.Voice)
		}
	}
	if t.Who == "" {
		t.Icon = ""
	}
	return t
}

// show shows rows that have been laid out. What was chosen and where the reader was stay.
func (v *View) show(l *laid) {
	v.shown = l
	v.head.count(l.count, l.split, l.brief)
	v.draw()
	if v.past == nil {
		v.bringChosen()
	}
	v.bring = false
	v.scrollToPast()
}

// draw shows the rows as they are lit now.
func (v *View) draw() {
	if v.shown != nil {
		v.board.SetFigure(v.shown.sheet.Figure(v.look()))
	}
}

// look is which rows are lit: those that have to do with the selected entity, with the
// beam on the one that the reader opened, else on the first of those that say most of it.
func (v *View) look() timeline.Look {
	l := timeline.Look{Hover: v.hover, Lit: map[string]bool{}}
	id := v.now.Selected
	if id == "" {
		return l
	}
	best := -1
	for i := range v.shown.sheet.Rows {
		r := &v.shown.sheet.Rows[i]
		if !r.About(id) {
			continue
		}
		l.Lit[r.Key] = true
		if n := says(r, id); n > best {
			best, l.Chosen = n, r.Key
		}
	}
	if l.Lit[v.chosen] {
		l.Chosen = v.chosen
	}
	return l
}

// says is how much a row says of an entity: what the article tells goes before what it
// does not, and of both what is the entity's own.
func says(r *timeline.Row, id annotations.EntityID) int {
	n := 0
	if r.Told() >= 0 {
		n += 2
	}
	if r.Is(id) {
		n++
	}
	return n
}

// bringChosen brings the row with the beam into view after another one has got the beam.
func (v *View) bringChosen() {
	if at, ok := v.shown.sheet.Box(v.look().Chosen); ok && v.bring {
		v.board.Reveal(at)
	}
	v.bring = false
}
