package uitest

import (
	"sidelight/annotations"
	"sidelight/ui/session"
)

// Select opens the card of an entity at its n-th mention, counted from 0, or at
// none of them, as the shell would after a click. An empty id closes the card.
func Select(s *session.Session, id annotations.EntityID, n int) {
	var m annotations.MentionID
	if x, ok := s.Edition().Nth(id, n); ok {
		m = x.ID()
	}
	s.Update(func(s *session.State) { s.Select(id, m) })
}

// OpenPanel opens or closes the side panel.
func OpenPanel(s *session.Session, open bool) {
	s.Update(func(s *session.State) { s.Panel.Open = open })
}
