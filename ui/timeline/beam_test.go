package timeline_test

import (
	"slices"
	"testing"

	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// What is switched in from outside of the article takes the beam from nothing that the
// article tells.
func TestTheBeamStaysWithTheArticle(t *testing.T) {
	e := uitest.Edition(t)
	r := newRig(t, look.Light, e, 688, 772)
	before := map[string][]string{}
	for _, x := range e.Entities() {
		r.session.Update(func(s *session.State) { s.Select(x.ID, "") })
		before[string(x.ID)] = r.beams()
	}
	r.setWay(session.TimelineWay{Background: true, Since: true})
	lit := 0
	for _, x := range e.Entities() {
		r.session.Update(func(s *session.State) { s.Select(x.ID, "") })
		was := before[string(x.ID)]
		if len(was) == 0 {
			continue
		}
		lit++
		if now := r.beams(); !slices.Equal(now, was) {
			t.Errorf("%s: the beam went from %v to %v", x.ID, was, now)
		}
	}
	if lit == 0 {
		t.Error("no entity has a beam")
	}
}
