package dates

import (
	"time"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// settle works out the value of an expression and adds it.
func (r *reader) settle(e expression) {
	if e.op == aWeekday && e.second.op == aWeekday && e.mod < 0 { // "is open from Monday to Friday"
		if way, _ := r.tense(&e); way == habitual {
			e.form, e.second = form{op: recurring, score: 0.8}, form{}
		}
	}
	d := found.Date{Span: r.span(e.first, e.last), Score: e.score, Duration: e.op == length, Recurs: e.op == recurring}
	x, ground, relative := r.resolve(&e, e.form, date{})
	d.Relative = relative && !x.zero()
	d.Ground = ground
	switch e.second.op {
	case 0:
		d.Value = value(x, date{})
	case open:
		d.Value = r.sinceThen(x)
	default:
		y, _, _ := r.resolve(&e, e.second, x)
		if !x.zero() && !y.zero() {
			d.Value = value(x, y)
		}
		x = y
	}
	if e.doubtful(d) {
		d.Score = min(d.Score, guess)
	}
	if e.habit || e.doubtful(d) && e.date.grain >= byMonth {
		d.Score = min(d.Score, guessMonth)
	}
	d.Relative = d.Relative && !d.Value.IsZero()
	r.out = append(r.out, d)
	r.anchorAt(&e, x, d)
}

// anchorAt takes the date of an expression, or the end of its range, as the one from
// which the text goes on to count.
func (r *reader) anchorAt(e *expression, x date, d found.Date) {
	switch {
	case e.op == open && e.date.grain == byDay: // a day that is not settled
		r.anchor = anchor{}
	case e.second.op == open, d.Value.IsZero(), e.op == sameDay:
	default:
		told := !d.Ground.Empty() && d.Ground == r.anchor.span && r.anchor.explicit
		r.anchor = anchor{x, d.Span, r.sentence, r.block, e.second.op == 0 && (e.op == fixed || told)}
	}
}

// Scores of a date that no verb and no other date settled. A month may be that of every
// year: "the monsoon in July".
const (
	guess      = 0.75
	guessMonth = 0.6
)

// doubtful reports whether the value of d, of the expression e, rests on nothing but
// that news tell of what is near.
func (e *expression) doubtful(d found.Date) bool {
	return (e.op == noYear || e.op == aWeekday) && e.mod < 0 && (e.weekday == 0 || e.nth != 0) && d.Ground.Empty() || e.op == fixed && d.Value.IsZero()
}

// sinceThen is the interval from x to an open end.
func (r *reader) sinceThen(x date) annotations.Date {
	if x.zero() || !x.valid() {
		return annotations.Date{}
	}
	d, err := annotations.ParseDate(string(append(x.begin(nil), "/.."...)))
	if err != nil {
		return annotations.Date{}
	}
	return d
}

// resolve is the date of a form, what settled it, and whether it is counted from
// another; after is the beginning of a range that ends with it.
func (r *reader) resolve(e *expression, f form, after date) (x date, ground annotations.Span, relative bool) {
	switch f.op {
	case fixed:
		return f.date, ground, false
	case noYear:
		x, ground = r.withYear(e, f, after)
		return x, ground, true
	case yearFromRef:
		if r.fine(byYear) {
			x = keep(f, within(f, r.ref.y+f.n).date)
		}
		return x, ground, true
	case aWeekday:
		x, ground = r.onWeekday(e, f, after)
		return x, ground, true
	case fromRef:
		return r.fromReference(f), ground, true
	case fromAnchor:
		x, ground = r.fromText(f)
		return x, ground, true
	case sameDay:
		if a := r.anchor; a.date.grain == byDay && a.block == r.block && r.sentence-a.sentence <= 2 {
			return a.date, a.span, true
		}
	}
	return x, ground, false
}

// fromReference counts from the date of the article.
func (r *reader) fromReference(f form) date {
	g := f.date.grain
	if f.vague || g == 0 || !r.fine(g) {
		return date{}
	}
	x := r.ref.in(g).moved(f.n)
	x.about = f.date.about
	if f.about && x.grain >= byMonth {
		x.about = true
	}
	return x
}

// fine reports whether the date of the article is known as finely as a grain.
func (r *reader) fine(g grain) bool {
	switch r.ref.grain {
	case byDay:
		return true
	case byMonth:
		return g >= byMonth
	case byYear:
		return g >= byYear
	}
	return false
}

// nearby reports whether the last date stands near enough in the text to count from.
func (r *reader) nearby(sentences int) bool {
	a := r.anchor
	return !a.date.zero() && r.sentence-a.sentence <= sentences && (a.block == r.block || a.block+1 == r.block)
}

// fromText counts from the date that the text named last.
func (r *reader) fromText(f form) (date, annotations.Span) {
	const reach = 4 // sentences
	g, a := f.date.grain, r.anchor
	switch {
	case f.vague || g == 0:
		return date{}, annotations.Span{}
	case r.nearby(reach) && a.counts(g) && (g != byYear || a.date.grain != byYear || f.n == 0 || a.sentence+1 >= r.sentence):
		return a.date.in(g).moved(f.n), a.span
	case g >= byYear && f.n < 0 && f.mod < 0 && r.fine(g): // "from a year earlier"
		return r.ref.in(g).moved(f.n), annotations.Span{}
	}
	return date{}, annotations.Span{}
}

// counts reports whether the anchor is fine enough to count stretches of a grain from.
func (a anchor) counts(g grain) bool {
	if g == byDay || g == byWeek || g == byWeekend {
		return a.date.grain == byDay || g == byWeek && a.date.grain == byWeek
	}
	return a.date.grain <= g
}

// withYear gives a day, month, season, quarter or holiday its year: of the date before
// it in a range, as a modifier says, or the nearest past one unless the verb is future.
func (r *reader) withYear(e *expression, f form, after date) (x date, ground annotations.Span) {
	if !after.zero() {
		x = within(f, after.y).date
		if x.last().Before(after.first()) {
			x = within(f, after.y+1).date
		}
		return x, ground
	}
	switch f.mod {
	case following, that, same:
		return r.yearOfText(f)
	case -1:
		if y, ok := r.narrated(); ok && f.date.grain <= byMonth {
			return keep(f, within(f, y).date), r.anchor.span
		}
	}
	if r.ref.zero() || r.ref.grain == byYear && (f.mod != this || f.date.grain == byDay) {
		return x, ground
	}
	if x = r.matching(f); !x.zero() {
		return x, ground
	}
	switch f.mod {
	case last, pastly, previous:
		x = r.nearest(f, -1, true)
	case next, coming:
		x = r.nearest(f, 1, true)
	case this:
		x = r.ofThisYear(f)
	default:
		x, ground = r.byTense(e, f)
	}
	return keep(f, x), ground
}

// byTense is a date without its year, as the tense of its clause says. What is so long
// ago that it would have been given its year is the coming one, if no verb says
// otherwise or it ends a term.
func (r *reader) byTense(e *expression, f form) (date, annotations.Span) {
	way, ground := r.tense(e)
	if way == habitual && f.date.grain != byDay {
		e.habit, way = true, either
	}
	if x := r.running(e, f); way > 0 && !x.zero() {
		return x, ground
	}
	before, after := r.nearest(f, -1, false), r.nearest(f, 1, false)
	switch {
	case before.zero() || after.zero():
		return date{}, ground
	case way == either || way > 0 && f.date.grain == byQuarter:
		return closer(r.ref, before, after), ground
	case way > 0:
		return after, ground
	case (way == 0 || r.terms(e.first-1)) && far(r.ref, before, after):
		return after, ground
	}
	return before, ground
}

// matching is the day without its year that falls on the weekday that is said with it,
// in the year nearest to the article; zero if none does.
func (r *reader) matching(f form) (x date) {
	if f.weekday == 0 || f.nth != 0 || r.ref.grain != byDay {
		return x
	}
	for y := r.ref.y - 2; y <= r.ref.y+1; y++ {
		d := within(f, y).date
		if d.valid() && weekdayNumber(d) == int(f.weekday)-1 && (x.zero() || apart(d, r.ref) < apart(x, r.ref)) {
			x = d
		}
	}
	return x
}

// apart is the time between the beginnings of two dates.
func apart(a, b date) time.Duration { return a.first().Sub(b.first()).Abs() }

// running is the beginning of a range that the article's date lies in; zero if it does
// not.
func (r *reader) running(e *expression, f form) date {
	if e.second.op != noYear {
		return date{}
	}
	a := r.nearest(f, -1, false)
	b := within(e.second, a.y).date
	if b.last().Before(a.first()) {
		b = within(e.second, a.y+1).date
	}
	if a.zero() || b.last().Before(r.ref.first()) {
		return date{}
	}
	return a
}

// far reports whether the date before x is so long ago that it would have been given
// its year, and the one after x soon.
func far(x, before, after date) bool {
	const long, soon = 240 * 24, 75 * 24 // hours
	return x.first().Sub(before.last()).Hours() > long && after.first().Sub(x.last()).Hours() < soon
}

// terms reports whether the word at i stands before the end of a term: "until March 1".
func (r *reader) terms(i int) bool {
	return r.is(i, until) || r.says(i, "by") || r.says(i, "record") || r.is(i, plan) && !r.at(i).is(weak)
}

// closer is the one of two dates, before and after x, that is nearer to it.
func closer(x, before, after date) date {
	if after.first().Sub(x.last()) < x.first().Sub(before.last()) {
		return after
	}
	return before
}

// keep is x, about there if the form is.
func keep(f form, x date) date {
	x.about = f.date.about
	return x
}

// ofThisYear is "this summer" or "this March". This winter is the one that lasts or
// comes next.
func (r *reader) ofThisYear(f form) date {
	x := within(f, r.ref.y).date
	if f.date.grain == bySeason && f.date.m == 24 && r.ref.grain != byYear && r.ref.m <= 3 {
		return x.moved(-4)
	}
	return x
}

// nearest is the date of a form that is nearest to the article's, before it (-1) or
// after it (1); the article's own does if it is not to be beyond it. It is zero if
// there is none within eight years, the longest way to a 29 February.
func (r *reader) nearest(f form, way int, beyond bool) date {
	from, to := r.ref.first(), r.ref.last()
	for n := -1; n <= 8; n++ {
		x := within(f, r.ref.y+way*n).date
		if !x.valid() {
			continue
		}
		first, last := x.first(), x.last()
		if way < 0 && (last.Before(from) || !beyond && !first.After(to)) || way > 0 && (first.After(to) || !beyond && !last.Before(from)) {
			return x
		}
	}
	return date{}
}

// narrated is the year in which the text tells something from the past: a date in full
// stands shortly before in the paragraph, or a year in the sentence.
func (r *reader) narrated() (int, bool) {
	a := r.anchor
	if a.date.zero() || a.block != r.block || !a.explicit || a.date.grain > byYear || a.date.grain == 0 {
		return 0, false
	}
	if r.ref.zero() {
		return a.date.y, r.sentence-a.sentence <= 4
	}
	if a.sentence == r.sentence {
		return a.date.y, a.date.y != r.ref.y && (a.date.grain < byYear || a.date.y < r.ref.y-8)
	}
	return a.date.y, a.date.grain < byYear && a.date.y < r.ref.y-1 && r.sentence-a.sentence <= 3
}

// yearOfText is a date without its year, in that of the text's last date: "that May".
func (r *reader) yearOfText(f form) (date, annotations.Span) {
	a := r.anchor
	if !r.nearby(4) || a.date.grain > byYear {
		return date{}, annotations.Span{}
	}
	x := within(f, a.date.y).date
	if f.mod == following && !x.first().After(a.date.last()) {
		x = within(f, a.date.y+1).date
	}
	return keep(f, x), a.span
}

// onWeekday is the day of a weekday: the nearest past one, the article's own day among
// them, unless the verb is future.
func (r *reader) onWeekday(e *expression, f form, after date) (x date, ground annotations.Span) {
	a := r.anchor
	switch {
	case !after.zero():
		return weekdayFrom(after, f.date.d, 1, true), ground
	case f.mod == following:
		if r.nearby(4) && a.date.grain == byDay {
			return weekdayFrom(a.date, f.date.d, 1, true), a.span
		}
		return x, ground
	case f.mod == previous && r.nearby(2) && a.date.grain == byDay:
		return weekdayFrom(a.date, f.date.d, -1, true), a.span
	case r.ref.grain != byDay:
		return x, ground
	}
	switch f.mod {
	case ofWeek:
		return r.ref.in(byWeek).moved(f.n).in(byDay).days(f.date.d), ground
	case last, pastly, previous:
		x = weekdayFrom(r.ref, f.date.d, -1, f.date.grain != byWeekend).days(7 * f.n)
	case next, coming:
		x = weekdayFrom(r.ref, f.date.d, 1, true)
	default:
		x, ground = r.weekdayByTense(e, f)
	}
	if f.date.grain == byWeekend {
		x.grain = byWeekend
	}
	return x, ground
}

// weekdayByTense is a weekday as the tense of its clause says.
func (r *reader) weekdayByTense(e *expression, f form) (date, annotations.Span) {
	way, ground := r.tense(e)
	switch {
	case way == either:
		return closer(r.ref, weekdayFrom(r.ref, f.date.d, -1, false), weekdayFrom(r.ref, f.date.d, 1, false)), ground
	case way == habitual, way == 0 && f.mod == this:
		way = 1
	case way == 0:
		way = -1
	}
	return weekdayFrom(r.ref, f.date.d, way, false), ground
}
