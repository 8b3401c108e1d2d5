package panel_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"sidelight/annotations/atlas"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// While the map is shown and nothing is selected, the panel lists each place once, and
// tells of those that are not on the map. A row opens its card, which lists all places
// for as long as the map is shown.
func TestPlaces(t *testing.T) {
	e := uitest.Edition(t)
	p := newRig(e, themed(t, look.Light))
	win := open(t, p.Panel, 376, 1600)
	p.update(func(s *session.State) { s.View = session.Map })
	win.Canvas().Capture()
	var shown []string
	for _, d := range texts(p.Panel) {
		shown = append(shown, wordsOf(d))
	}
	for _, x := range atlas.Gather(e) {
		n := 0
		for _, line := range shown {
			if line == x.Name {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s is listed %d times in %q", x.Name, n, shown)
		}
	}
	for _, words := range []string{"On the map", "Not on the map", "no location is given", "not in the article"} {
		if !slices.Contains(shown, words) {
			t.Errorf("%q is not said in %q", words, shown)
		}
	}
	test.TapCanvas(win.Canvas(), find(t, p.Panel, "Qatar", 0).at.AddXY(4, 4))
	if len(p.entities) != 1 || p.entities[0] != "qatar" {
		t.Fatalf("the row of Qatar opens %v", p.entities)
	}

	p.ShowEntity("qatar", -1)
	win.Canvas().Capture()
	if !strings.Contains(all(p.Panel), "All places") {
		t.Error("the card does not list the places while the map is shown")
	}
	p.update(func(s *session.State) { s.View = session.Article })
	win.Canvas().Capture()
	if strings.Contains(all(p.Panel), "All places") {
		t.Error("the card lists the places beside the article")
	}
}
