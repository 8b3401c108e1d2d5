package timeline_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

func TestNothingToShow(t *testing.T) {
	a, err := annotations.NewArticle("a.txt", "Nobody says when.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Title: "Untimed", Language: "en", Article: a})
	if err != nil {
		t.Fatal(err)
	}
	r := newRig(t, look.Light, e, 688, 772)
	if r.view.Nothing() == "" {
		t.Error("nothing is said of why nothing is shown")
	}
	r.session.Show(session.Document{Edition: uitest.Edition(t)})
	r.settle()
	if why := r.view.Nothing(); why != "" || len(r.order()) == 0 {
		t.Errorf("%q is said of %d rows", why, len(r.order()))
	}
	r.session.Show(session.Document{})
	r.settle()
	if r.view.Figure() != nil {
		t.Error("a drawing is shown of nothing")
	}
}
