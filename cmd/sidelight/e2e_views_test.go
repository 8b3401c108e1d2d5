//go:build e2e

package main

import (
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/carry"
	order "sidelight/ui/command"
	"sidelight/ui/keyboard"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// tabsOf is where the toolbar names the views.
var tabsOf = image.Rect(270, 0, 596, toolbar)

// keyed is what is expected of a window that is given keys: they are given to it too.
type keyed struct {
	*expected
	laid uitest.Queue // what is laid out behind it comes here, for the test's goroutine
}

// newKeyed is newExpected with keys.
func newKeyed(t *testing.T) keyed {
	t.Helper()
	x := keyed{newExpected(t), uitest.NewQueue()}
	x.reader.Join(reading.Surroundings{
		Do: x.laid.Do, Keys: &keyboard.Router{}, Say: func(string, string) {}, Tray: &carry.Tray{},
	})
	x.reader.AttachCanvas(x.window.Canvas())
	x.window.Canvas().Focus(x.reader.Page())
	return x
}

// settle waits until nothing of the view in the middle is laid out any more.
func (x keyed) settle() {
	x.t.Helper()
	for began := time.Now(); ; time.Sleep(time.Millisecond) {
		x.laid.Run()
		if s, drawn := x.reader.Sight(); !drawn || s.Settled() && s.Figure() != nil {
			return
		}
		if time.Since(began) > patience {
			x.t.Fatalf("after %v the view is not laid out", patience)
		}
	}
}

// press gives a key to what has the keyboard.
func (x keyed) press(name fyne.KeyName) {
	x.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	x.settle()
}

// give gives a command.
func (x keyed) give(id order.ID) {
	x.t.Helper()
	if !x.reader.RunCommand(id) {
		x.t.Fatalf("%s cannot be given", id)
	}
	x.settle()
}

// TestEndToEndEightKeys goes without the mouse from a mark to its network, to a
// neighbour, to the card of that one, to the sentence that proves the connection, and
// back to the mark, in eight keys.
func TestEndToEndEightKeys(t *testing.T) {
	x := newKeyed(t)
	w := open(t)
	w.waitFor(x.expected, page, "the article")
	w.key("Tab")
	x.press(fyne.KeyTab)
	w.waitFor(x.expected, page, "a mark with the keyboard")
	s := x.reader.Session()
	mark := s.State().Focused

	pressed := 0
	key := func(name string) {
		t.Helper()
		pressed++
		w.key(name)
	}
	key("Return") // 1: the card of the mark
	x.press(fyne.KeyReturn)
	w.waitFor(x.expected, panel, "the card of the mark")
	there := w.settled(page, "the mark with its card")
	from := s.State().Selected

	key("3") // 2: its network
	x.give(order.ShowNetwork)
	w.waitFor(x.expected, page, "the network of the mark")
	w.waitFor(x.expected, panel, "the network beside it in words")
	w.waitFor(x.expected, tabsOf, "the tab of the network")

	key("Right") // 3: a neighbour
	x.press(fyne.KeyRight)
	w.waitFor(x.expected, page, "a neighbour with the keyboard")

	key("Return") // 4: its card
	x.press(fyne.KeyReturn)
	w.waitFor(x.expected, panel, "the card of the neighbour")
	w.waitFor(x.expected, page, "the network of the neighbour")
	neighbour := s.State().Selected
	if neighbour == from || !connected(x.edition, from, neighbour) {
		t.Fatalf("from %q the keys lead to %q", from, neighbour)
	}

	key("e") // 5: the sentence that proves it
	x.give(order.ShowProof)
	if s.State().View != session.Article || !proves(x.expected, from, neighbour) {
		t.Fatalf("the proof is shown in %q", s.State().View)
	}
	w.waitFor(x.expected, tabsOf, "the article with the proof")
	w.waitFor(x.expected, panel, "the card of the neighbour beside the proof")

	for _, what := range []string{"the network of the neighbour again", "the network of the mark again"} {
		key("alt+Left") // 6, 7
		x.give(order.Back)
		w.waitFor(x.expected, panel, what+", in words")
		w.waitFor(x.expected, page, what)
	}
	key("alt+Left") // 8: where the reader was
	x.give(order.Back)
	if got := s.State(); got.View != session.Article || got.Focused != mark || got.Selected != from {
		t.Fatalf("back leads to %q, with %q selected and the keyboard at %q", got.View, got.Selected, got.Focused)
	}
	w.waitBack(there, page, "the mark again")
	w.waitFor(x.expected, panel, "its card again")
	if pressed > 8 {
		t.Errorf("it takes %d keys", pressed)
	}
	w.quit()
}

// connected reports whether the edition connects two entities.
func connected(e *annotations.Edition, a, b annotations.EntityID) bool {
	for _, r := range e.Relations() {
		if r.From == a && r.To == b || r.From == b && r.To == a {
			return true
		}
	}
	return false
}

// proves reports whether words are in view that prove a connection.
func proves(x *expected, a, b annotations.EntityID) bool {
	for _, r := range x.edition.Relations() {
		if r.From != a && r.From != b || r.To != a && r.To != b {
			continue
		}
		for _, words := range r.Evidence {
			if x.reader.Page().Sees(words) {
				return true
			}
		}
	}
	return false
}

// TestEndToEndViews turns from view to view by key and by mouse, and finds the last one
// again in the next run.
func TestEndToEndViews(t *testing.T) {
	x := newKeyed(t)
	home := t.TempDir()
	w := openIn(t, home, []string{"--sample"})
	w.waitFor(x.expected, page, "the article")
	var views []*order.Command
	for _, id := range []order.ID{order.ShowArticle, order.ShowTimeline, order.ShowNetwork, order.ShowMap, order.ShowVoices} {
		for _, c := range x.reader.Commands() {
			if c.ID == id {
				views = append(views, c)
			}
		}
	}
	if len(views) < 2 {
		t.Fatalf("there are %d views", len(views))
	}
	for _, c := range views[1:] {
		w.key(c.Key())
		x.give(c.ID)
		w.waitFor(x.expected, tabsOf, c.Label()+" by key, its tab")
		w.waitFor(x.expected, page, c.Label()+" by key")
		w.waitFor(x.expected, panel, c.Label()+" by key, in words")
	}
	for _, c := range views {
		w.click(x.labelled(c.Label()))
		w.move(nowhere)
		x.give(c.ID)
		w.waitFor(x.expected, tabsOf, c.Label()+" by mouse, its tab")
		w.waitFor(x.expected, page, c.Label()+" by mouse")
	}
	w.quit()

	again := openIn(t, home, []string{"--sample"})
	again.waitFor(x.expected, tabsOf, "the last view in the next run, its tab")
	again.waitFor(x.expected, page, "the last view in the next run")
	again.key("1")
	x.give(order.ShowArticle)
	again.waitFor(x.expected, page, "the article in the next run")
	again.quit()
}
