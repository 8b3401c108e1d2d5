package panel_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// beside has the panel stand beside the network.
func (r *rig) beside(way session.NetworkWay) {
	r.update(func(s *session.State) { s.View, s.Views.Network = session.Network, way })
}

func TestNetworkInWords(t *testing.T) {
	e := uitest.Edition(t)
	p := newRig(e, themed(t, look.Light))
	win := open(t, p.Panel, 376, 9000)
	p.beside(session.NetworkWay{})
	words := uitest.Words(win.Content(), win.Canvas().Capture().Bounds())
	shown, connected := session.NetworkWay{}, map[annotations.EntityID]bool{}
	for _, r := range e.Relations() {
		from, _ := e.Entity(r.From)
		to, _ := e.Entity(r.To)
		if shown.Shows(from.Kind) && shown.Shows(to.Kind) {
			connected[r.From], connected[r.To] = true, true
		}
	}
	if want := fmt.Sprint("Who and what is connected ", len(connected)); !strings.Contains(words, want) {
		t.Errorf("%q is not among the words:\n%s", want, words)
	}
	if strings.Contains(words, "October 7, 2023") {
		t.Error("a date is listed before it was asked for")
	}
	p.beside(session.NetworkWay{}.With(annotations.Time, true))
	if words := uitest.Words(win.Content(), win.Canvas().Capture().Bounds()); !strings.Contains(words, "October 7, 2023") {
		t.Error("a date that was switched in is not listed")
	}
	// Every relation once, with all kinds.
	way := session.NetworkWay{}
	for _, k := range annotations.Kinds() {
		way = way.With(k, true)
	}
	p.beside(way)
	told := 0
	for _, key := range p.Keys() {
		if strings.HasPrefix(key, "told:") {
			told++
		}
	}
	if told != len(e.Relations()) {
		t.Errorf("%d relations are told, the edition has %d", told, len(e.Relations()))
	}
}

func TestConnectedBesideTheNetwork(t *testing.T) {
	e := uitest.Edition(t)
	p := newRig(e, themed(t, look.Light))
	win := open(t, p.Panel, 376, 2400)
	p.ShowEntity("us-hamas-talks", -1)
	p.beside(session.NetworkWay{})
	words := uitest.Words(win.Content(), win.Canvas().Capture().Bounds())
	for _, want := range []string{"Connected to 13", "led U.S.–Hamas talks", "hosted U.S.–Hamas talks · not in the article"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not among the words:\n%s", want, words)
		}
	}
	if n := strings.Count(words, "Connected to"); n != 1 {
		t.Errorf("the connections are listed %d times", n)
	}
	p.update(func(s *session.State) { s.View = session.Article })
	if words := uitest.Words(win.Content(), win.Canvas().Capture().Bounds()); strings.Contains(words, "led U.S.–Hamas talks") {
		t.Error("the long form stays beside the article")
	}
}

func TestNetworkInWords_LooksAsDesigned(t *testing.T) {
	p := newRig(uitest.Edition(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 772)
	p.ShowEntity("us-hamas-talks", -1)
	p.beside(session.NetworkWay{})
	test.AssertImageMatches(t, "network-talks.png", win.Canvas().Capture())
	p.ShowEntity("", -1)
	test.AssertImageMatches(t, "network-all.png", win.Canvas().Capture())
}
