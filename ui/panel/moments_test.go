package panel_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// The panel says all that the timeline shows, while nothing is selected there.
func TestPanel_ListsTheMoments(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	r := newRig(uitest.Edition(t), roles)
	w := open(t, r.Panel, 376, 2400)
	if uitest.Shows(w, "Moments in order") {
		t.Fatal("the moments are listed beside the article")
	}
	r.update(func(s *session.State) { s.View = session.Timeline })
	for _, words := range []string{"Moments in order", "12 moments", "January 19", "year not stated", "“last month”", "date left open",
		"After that", "At writing", "Expected", "Proposed", "order not given", "3 dated, 7 placed by the article, 2 still ahead"} {
		if !uitest.Shows(w, words) {
			t.Errorf("%q is not shown", words)
		}
	}
	r.update(func(s *session.State) { s.Views.Timeline.AsTold = true })
	if !uitest.Shows(w, "Moments as told") || uitest.Shows(w, "Moments in order") {
		t.Error("the order does not follow the timeline")
	}
	r.update(func(s *session.State) { s.View = session.Article })
	if uitest.Shows(w, "12 moments") {
		t.Error("the moments are still listed beside the article")
	}
}

// The card of what is in the timeline says what came before and after, in the timeline
// only.
func TestPanel_SaysWhatCameBeforeAndAfter(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	r := newRig(uitest.Edition(t), roles)
	w := open(t, r.Panel, 376, 3000)
	for id, want := range map[annotations.EntityID]bool{"us-hamas-talks": true, "d-last-month": true, "doha": false} {
		r.update(func(s *session.State) { s.View = session.Article; s.Select(id, "") })
		if uitest.Shows(w, "Which came first is not given") {
			t.Errorf("%s: the order is told beside the article", id)
		}
		r.update(func(s *session.State) { s.View = session.Timeline })
		if got := uitest.Shows(w, "Before and after") && uitest.Shows(w, "Which came first is not given"); got != want {
			t.Errorf("%s: what came before and after is told: %v", id, got)
		}
	}
	r.update(func(s *session.State) { s.Select("trump-post", "") })
	if !uitest.Shows(w, "5 March 2025. The White") {
		t.Error("the briefing, of which the article says that it came before, is not told")
	}
}
