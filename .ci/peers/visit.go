//go:build linux

package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// article measures p with the article.
func (b *bench) visitArticle(p program) error {
	if !b.wants("start", "memory.article", "rest", "scroll.article") {
		return nil
	}
	home, err := b.newHome()
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(home) }()
	if b.wants("start") {
		if err := b.firstStart(p, home); err != nil {
			return err
		}
	}
	r, err := b.start(p, home, b.article)
	if err != nil {
		return err
	}
	err = b.secondStart(r)
	if ended := r.end(); err == nil {
		err = ended
	}
	return err
}

func (b *bench) firstStart(p program, home string) error {
	r, err := b.start(p, home, b.article)
	if err != nil {
		return err
	}
	frames, err := r.opened()
	if err == nil {
		b.record(p, "start.first", stood(frames).Sub(r.began))
		b.picture(p, "start.first")
		err = b.screen.pause(time.Second) // what it keeps for the next start
	}
	if ended := r.end(); err == nil {
		err = ended
	}
	return err
}

// opened waits for the text.
func (r *run) opened(alarms ...alarm) ([]frame, error) {
	k, err := r.b.screen.ink()
	if err != nil {
		return nil, err
	}
	frames, err := r.b.watch(k, shows(r.p), alarms...)
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
	all, err := r.idle(time.Second, 30*time.Second)
	if err != nil {
		return err
	}
	if b.wants("start") {
		b.record(r.p, "start.second", stood(frames).Sub(r.began))
		b.record(r.p, "start.cpu", soon)
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

// each takes the steps that are wanted. If one of a peer fails, that is noted and the
// next is taken.
func (b *bench) each(r *run, steps []step) error {
	for _, s := range steps {
		if !s.can || !b.wants(s.id) {
			continue
		}
		if err := s.do(); err != nil {
			b.picture(r.p, "failed")
			if err = fmt.Errorf("%s: %w", s.id, err); r.p.ours || errors.Is(err, errGone) {
				return err
			}
			b.miss(r.p, err.Error())
		}
	}
	return nil
}

func (b *bench) memory(r *run, id string) error {
	n, err := memory(r.tree())
	if err != nil {
		return err
	}
	b.recordValue(r.p, id, float64(n)/(1<<20))
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
		if err := b.screen.wheel(button); err != nil {
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

// visitBook measures p with the book.
func (b *bench) visitBook(p program) error {
	if p.bare || !b.wants("book", "memory.book", "scroll.book", "reflow", "find") {
		return nil
	}
	home, err := b.newHome()
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(home) }()
	r, err := b.start(p, home, b.book)
	if err != nil {
		return err
	}
	err = b.inBook(r)
	if ended := r.end(); err == nil {
		err = ended
	}
	return err
}

func (b *bench) inBook(r *run) error {
	frames, err := r.opened()
	if err != nil {
		return err
	}
	b.picture(r.p, "book.first")
	if b.wants("book") {
		b.record(r.p, "book.first", stood(frames).Sub(r.began))
	}
	if b.wants("memory.book") {
		if err := b.screen.pause(2*time.Second - time.Since(stood(frames))); err != nil {
			return err
		}
		if err := b.memory(r, "memory.book"); err != nil {
			return err
		}
	}
	all, err := r.idle(time.Second, 5*time.Minute)
	if err != nil {
		return err
	}
	if b.wants("book") {
		b.record(r.p, "book.cpu", all)
	}
	if b.wants("memory.book") {
		if err := b.memory(r, "memory.book.rest"); err != nil {
			return err
		}
	}
	return b.each(r, []step{
		{"scroll.book", !r.p.pages, func() error { return b.scroll(r, "scroll.book", 0) }},
		{"reflow", true, func() error { return b.reflow(r) }},
		{"find", len(r.p.find) > 0, func() error { return b.find(r) }},
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
	if frames, err = b.watch(k, func(now ink) bool { return !(anew && now.like(k)) && shows(r.p)(now) }); err != nil {
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
