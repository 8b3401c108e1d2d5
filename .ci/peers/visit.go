//go:build linux

package main

import (
	"errors"
	"os"
	"time"
)

// with starts p with t, hands the run to do and ends it.
func (b *bench) with(p program, home string, t *text, do func(*run) error) error {
	r, err := b.start(p, home, t)
	if err != nil {
		return err
	}
	err = do(r)
	if ended := r.end(); err == nil {
		err = ended
	}
	return err
}

// atHome does the same in a home of its own.
func (b *bench) atHome(p program, t *text, do func(*run) error) error {
	home, err := os.MkdirTemp("", "bench-peers-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(home) }()
	return b.with(p, home, t, do)
}

// visitArticle measures p with the article.
func (b *bench) visitArticle(p program) error {
	if !b.wants("start", "memory.article", "rest", "scroll.article") {
		return nil
	}
	home, err := os.MkdirTemp("", "bench-peers-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(home) }()
	if b.wants("start") {
		if err := b.with(p, home, b.article, b.firstStart); err != nil {
			return err
		}
	}
	return b.with(p, home, b.article, b.secondStart)
}

func (b *bench) firstStart(r *run) error {
	frames, err := r.opened()
	if err != nil {
		return err
	}
	b.record(r.p, "start.first", stood(frames).Sub(r.began))
	b.picture(r.p, "start.first")
	return b.screen.pause(time.Second) // what it keeps for the next start
}

// opened waits for the text.
func (r *run) opened(alarms ...alarm) ([]frame, error) {
	k, err := r.b.screen.ink()
	if err != nil {
		return nil, err
	}
	frames, err := r.watch(k, shows(r.p), alarms...)
	if err != nil {
		r.b.picture(r.p, "failed")
	}
	return frames, err
}

func (b *bench) secondStart(r *run) error {
	var soon time.Duration
	frames, err := r.opened(alarm{r.began.Add(1500 * time.Millisecond), func() { soon = r.used() }})
	if err != nil {
		return err
	}
	b.picture(r.p, "start.second")
	if b.wants("start") {
		b.record(r.p, "start.second", stood(frames).Sub(r.began))
		b.record(r.p, "start.cpu", soon)
	}
	all, err := r.idle(time.Second, patience)
	if err != nil {
		return err
	}
	if b.wants("start") {
		b.record(r.p, "start.cpu.all", all)
	}
	return b.each(r, []step{
		{"memory.article", true, func() error { return b.memory(r, "memory.article") }},
		{"rest", true, func() error { return b.rest(r) }},
		{"scroll.article", !r.p.bare && !r.p.pages, func() error { return b.scroll(r, "scroll.article", 10) }},
	})
}

// A step measures something in a window that is open.
type step struct {
	id  string
	can bool // the program can do that
	do  func() error
}

// each takes the steps that are wanted. If one fails, that is noted and the next is
// taken.
func (b *bench) each(r *run, steps []step) error {
	for _, s := range steps {
		if !s.can || !b.wants(s.id) {
			continue
		}
		if err := s.do(); err != nil {
			b.picture(r.p, "failed")
			if errors.Is(err, errGone) {
				return err
			}
			b.miss(r.p, s.id+": "+err.Error())
		}
	}
	return nil
}

func (b *bench) memory(r *run, id string) error {
	m, err := memory(r.tree())
	if err != nil {
		return err
	}
	b.recordValue(r.p, id, float64(m.share)/(1<<20))
	b.recordValue(r.p, id+".own", float64(m.own)/(1<<20))
	return nil
}

// rest measures what a program uses while nobody does anything.
func (b *bench) rest(r *run) error {
	before, began := r.used(), time.Now()
	if err := b.screen.pause(b.restFor); err != nil {
		return err
	}
	b.recordValue(r.p, "rest", 100*float64(r.used()-before)/float64(time.Since(began)))
	return nil
}

// wheelSteps is how often the wheel is turned.
const wheelSteps = 200

// scroll turns the wheel, downwards and back again each time after turn steps, or only
// downwards if turn is 0.
func (b *bench) scroll(r *run, id string, turn int) error {
	b.screen.point(left+wide/2, top+high/2)
	defer b.screen.park()
	before, err := r.idle(500*time.Millisecond, patience)
	if err != nil {
		return err
	}
	at, err := b.screen.ink()
	if err != nil {
		return err
	}
	moved := false
	for i := range wheelSteps {
		button := byte(wheelDown)
		if turn > 0 && i/turn%2 == 1 {
			button = wheelUp
		}
		if err := b.screen.wheel(button, b.pace); err != nil {
			return err
		}
		if i == wheelSteps/2+5 {
			k, err := b.screen.ink()
			if err != nil {
				return err
			}
			moved = !k.like(at)
		}
	}
	after, err := r.idle(500*time.Millisecond, patience)
	if err != nil {
		return err
	}
	b.picture(r.p, id)
	if !moved {
		return errSame
	}
	b.record(r.p, id, after-before)
	return nil
}

// visitFloor measures what the wheel costs a window in which next to nothing is drawn.
func (b *bench) visitFloor(p program) error {
	if !p.bare || !b.wants("scroll.article") {
		return nil
	}
	return b.atHome(p, &text{wheel: true}, func(r *run) error {
		if _, err := r.opened(); err != nil {
			return err
		}
		return b.scroll(r, "scroll.article", 10)
	})
}

// visitBook measures p with the book.
func (b *bench) visitBook(p program) error {
	if p.bare || !b.wants("book", "memory.book", "scroll.book", "reflow", "find") {
		return nil
	}
	return b.atHome(p, b.book, b.inBook)
}

func (b *bench) inBook(r *run) error {
	frames, err := r.opened()
	if err != nil {
		return err
	}
	b.picture(r.p, "book.first")
	b.record(r.p, "book.first", stood(frames).Sub(r.began))
	err = b.each(r, []step{{"memory.book", true, func() error {
		if err := b.screen.pause(2*time.Second - time.Since(stood(frames))); err != nil {
			return err
		}
		return b.memory(r, "memory.book")
	}}})
	if err != nil {
		return err
	}
	all, err := r.idle(time.Second, 5*time.Minute)
	if err != nil {
		return err
	}
	b.record(r.p, "book.cpu", all)
	return b.each(r, []step{
		{"memory.book.rest", true, func() error { return b.memory(r, "memory.book.rest") }},
		{"scroll.book", !r.p.pages, func() error { return b.scroll(r, "scroll.book", 0) }},
		{"reflow", true, func() error { return b.reflow(r) }},
		{"find", len(r.p.find) > 0, func() error { return b.find(r) }},
	})
}

// visitChapters measures p with the book as an EPUB.
func (b *bench) visitChapters(p program) error {
	if !p.chapters || !b.wants("chapters") {
		return nil
	}
	return b.atHome(p, b.chapters, func(r *run) error {
		frames, err := r.opened()
		if err == nil {
			b.record(p, "chapters.first", stood(frames).Sub(r.began))
			b.picture(p, "chapters.first")
		}
		return err
	})
}

// acted presses keys and returns what was seen from then on, when that was, and the
// processor time that it took until the program was at rest again.
func (b *bench) acted(r *run, anew bool, keys ...chord) (frames []frame, began time.Time, used time.Duration, err error) {
	before, err := r.idle(500*time.Millisecond, patience)
	if err != nil {
		return nil, began, 0, err
	}
	k, err := b.screen.ink()
	if err != nil {
		return nil, began, 0, err
	}
	began = time.Now()
	if err := b.screen.press(keys...); err != nil {
		return nil, began, 0, err
	}
	if frames, err = r.watch(k, func(now ink) bool { return !(anew && now.like(k)) && shows(r.p)(now) }); err != nil {
		return nil, began, 0, err
	}
	after, err := r.idle(500*time.Millisecond, patience)
	return frames, began, after - before, err
}

// reflow steps the size of the type until the words stand otherwise in their lines.
func (b *bench) reflow(r *run) error {
	frames, began, used, err := b.acted(r, true, r.p.larger)
	if err != nil {
		return err
	}
	first, is := changed(frames)
	if !is {
		return errSame
	}
	b.picture(r.p, "reflow")
	b.record(r.p, "reflow.first", first.Sub(began))
	b.record(r.p, "reflow.final", stood(frames).Sub(began))
	b.record(r.p, "reflow.cpu", used)
	return nil
}

// find looks for a word that is near the end of the book.
func (b *bench) find(r *run) error {
	last := typed(late)[len(early):]
	if r.p.enter {
		last = []chord{{key: keyReturn}}
	}
	if _, _, _, err := b.acted(r, false, r.p.find...); err != nil {
		return err
	}
	word := early
	if r.p.enter {
		word = late
	}
	if _, _, _, err := b.acted(r, false, typed(word)...); err != nil {
		return err
	}
	b.picture(r.p, "find.before")
	frames, began, used, err := b.acted(r, true, last...)
	if err != nil {
		return err
	}
	b.picture(r.p, "find")
	if _, is := changed(frames); !is {
		return errSame
	}
	b.record(r.p, "find.hit", stood(frames).Sub(began))
	b.record(r.p, "find.cpu", used)
	return nil
}
