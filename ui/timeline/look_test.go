package timeline_test

import (
	"image/png"
	"os"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

func TestLook(t *testing.T) {
	for _, c := range []struct {
		name   string
		scheme look.Scheme
		w, h   float32
		sel    string
		way    session.TimelineWay
	}{
		{"none-light", look.Light, 688, 772, "", session.TimelineWay{}},
		{"date-light", look.Light, 688, 772, "d-last-month", session.TimelineWay{}},
		{"told-light", look.Light, 688, 772, "us-hamas-talks", session.TimelineWay{AsTold: true}},
		{"talks-dark", look.Dark, 688, 772, "us-hamas-talks", session.TimelineWay{}},
		{"narrow", look.Light, 596, 652, "us-hamas-talks", session.TimelineWay{}},
		{"wide", look.Light, 1244, 1032, "trump-post", session.TimelineWay{}},
		{"since", look.Light, 688, 1500, "", session.TimelineWay{Since: true}},
		{"small", look.Light, 330, 1000, "", session.TimelineWay{}},
	} {
		r := newRig(t, c.scheme, uitest.Edition(t), c.w, c.h)
		r.session.Update(func(s *session.State) { s.Views.Timeline = c.way; s.Select(annotations.EntityID(c.sel), "") })
		r.settle()
		f, _ := os.Create("/tmp/tl-" + c.name + ".png")
		png.Encode(f, r.window.Canvas().Capture())
		f.Close()

	}
}
