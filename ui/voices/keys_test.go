package voices_test

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
)

// The arrows go through all passages in the order of the article, and from row to row.
func TestKeysOnTheStrip(t *testing.T) {
	r := sample(t)
	for i, p := range r.s.Edition().Passages() {
		r.press(r.Strip(), fyne.KeyRight)
		if got := r.Strip().Focused(); got != "passage:"+strconv.Itoa(p.Start) {
			t.Fatalf("step %d leads to %s, want %d", i, got, p.Start)
		}
	}
	r.press(r.Strip(), fyne.KeyHome)
	_, first := r.passage(annotations.Official, 0)
	if got := r.Strip().Focused(); got != "passage:"+first {
		t.Errorf("Home leads to %s", got)
	}
	row := func() annotations.Voice {
		g, _ := r.Strip().Figure().Find(r.Strip().Focused())
		return g.Target.Voice
	}
	for _, c := range []struct {
		key fyne.KeyName
		to  annotations.Voice
	}{
		{fyne.KeyDown, annotations.Unnamed}, {fyne.KeyDown, annotations.Inference}, {fyne.KeyDown, annotations.OwnAccount},
		{fyne.KeyUp, annotations.Inference}, {fyne.KeyUp, annotations.Unnamed}, {fyne.KeyUp, annotations.Official}, {fyne.KeyUp, annotations.OnRecord},
	} {
		if r.press(r.Strip(), c.key); row() != c.to {
			t.Errorf("%s leads to %v, want %v", c.key, row(), c.to)
		}
	}
	r.press(r.Strip(), fyne.KeyEnd, fyne.KeyDown, fyne.KeyDown)
	if got := r.Strip().Focused(); got != "order" {
		t.Errorf("below the last row is %s", got)
	}
	r.press(r.Strip(), fyne.KeyLeft)
	if got := r.Strip().Focused(); got != "fold-all" {
		t.Errorf("left of the order is %s", got)
	}
	r.press(r.Strip(), fyne.KeyUp)
	if row() != annotations.OwnAccount {
		t.Errorf("above the order is %v", row())
	}
	r.press(r.Strip(), fyne.KeyHome, fyne.KeyLeft, fyne.KeyUp)
	if got := r.Strip().Focused(); got != "voice:on-record" {
		t.Errorf("before the first passage, one row up, is %s", got)
	}
	r.press(r.Strip(), fyne.KeyRight, fyne.KeyUp, fyne.KeySpace)
	if s := r.s.State().Panel; s.Voice != annotations.OnRecord {
		t.Errorf("Space opens %+v", s)
	}
}

// The arrows reach all that can be clicked in the list.
func TestKeysInTheList(t *testing.T) {
	r := sample(t)
	reached := map[string]bool{}
	for last := "-"; r.List().Focused() != last; {
		last = r.List().Focused()
		r.press(r.List(), fyne.KeyDown)
		reached[r.List().Focused()] = true
		if !r.inView(r.List().Focused()) {
			t.Errorf("%s is not in view", r.List().Focused())
		}
		for line := ""; r.List().Focused() != line; {
			line = r.List().Focused()
			r.press(r.List(), fyne.KeyRight)
			reached[r.List().Focused()] = true
		}
		for line := ""; r.List().Focused() != line; {
			line = r.List().Focused()
			r.press(r.List(), fyne.KeyLeft)
			reached[r.List().Focused()] = true
		}
		if strings.HasPrefix(r.List().Focused(), "sign:") {
			r.press(r.List(), fyne.KeyRight)
		}
	}
	for _, g := range r.List().Figure().Groups {
		if g.Name != "" && !reached[g.Key] {
			t.Errorf("no key leads to %s", g.Key)
		}
	}
}

// Tab goes from the chips to the strip and on to the list.
func TestTab(t *testing.T) {
	r := sample(t)
	var got []fyne.Focusable
	for range len(r.Chips()) + 2 {
		r.w.Canvas().FocusNext()
		got = append(got, r.w.Canvas().Focused())
	}
	n := len(r.Chips())
	if got[0] != fyne.Focusable(r.Chips()[0]) || got[n] != fyne.Focusable(r.Strip()) || got[n+1] != fyne.Focusable(r.List()) {
		t.Errorf("Tab goes to %T", got)
	}
	if r.Focus() != fyne.Focusable(r.Strip()) {
		t.Errorf("the view begins at %T", r.Focus())
	}
}
