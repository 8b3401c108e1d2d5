package timeline_test

import (
	"runtime"
	"testing"
	"time"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		file     string
		scheme   look.Scheme
		size     fyne.Size
		selected annotations.EntityID
		way      session.TimelineWay
	}{
		{"date-light.png", look.Light, zones[0], "d-last-month", session.TimelineWay{}},
		{"talks-dark-1000.png", look.Dark, zones[1], "us-hamas-talks", session.TimelineWay{AsTold: true}},
	} {
		r := newRig(t, c.scheme, uitest.Edition(t), c.size.Width, c.size.Height)
		r.session.Update(func(s *session.State) { s.Views.Timeline = c.way; s.Select(c.selected, "") })
		r.settle()
		test.AssertImageMatches(t, c.file, r.window.Canvas().Capture())
	}
}

// TestLetsGo holds a timeline to letting go of an edition when another one has nothing to
// show: the toolkit keeps widgets for a while.
func TestLetsGo(t *testing.T) {
	r := newRig(t, look.Light, many(t, 20), 688, 772)
	kept := weak.Make(r.session.Edition())
	a, err := annotations.NewArticle("", ".")
	if err != nil {
		t.Fatal(err)
	}
	blank, err := annotations.New(annotations.Content{Article: a})
	if err != nil {
		t.Fatal(err)
	}
	r.session.Show(session.Document{Edition: blank})
	for range 50 {
		if runtime.GC(); kept.Value() == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if kept.Value() != nil {
		t.Error("the edition is still held")
	}
	runtime.KeepAlive(r)
}
