package page

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// A title takes two lines at most at any size of the text.
func TestTitleFitsAtAnySize(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	h := newHeader(roles)
	h.open(session.Document{Edition: uitest.Edition(t)})
	for size := float32(look.MinSize); size <= look.MaxSize; size++ {
		for _, c := range []struct{ window, width float32 }{{860, 860}, {1000, 596}, {1280, 688}, {1920, 1244}} {
			f := FormatFor(roles, look.Setting{Size: size, Measure: 62}, c.window, c.width)
			h.set(f)
			if lines := h.title.Size().Height / h.title.Role().Leading; lines > 2 {
				t.Errorf("at %v px in %v: the title takes %v lines of %v px", size, c.window, lines, f.Column)
			}
			if h.standfirst.Position().Y < h.title.Position().Y+h.title.Size().Height {
				t.Errorf("at %v px in %v: the standfirst lies over the title", size, c.window)
			}
		}
	}
}

// The header says how far the facts go and when they were checked, and says nothing
// of facts where a text has none.
func TestHeaderSaysHowFarTheFactsGo(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	e := uitest.Edition(t)
	h := newHeader(roles)
	words := func() string {
		var all []string
		for _, r := range h.remarks {
			all = append(all, r.words.Content())
		}
		return strings.Join(all, "\n")
	}
	h.open(session.Document{Edition: e})
	if got := words(); !strings.Contains(got, locale.Date(e.Checked())) || !strings.Contains(got, e.Notice()) {
		t.Errorf("the header of the edition remarks %q", got)
	}
	bare, err := annotations.New(annotations.Content{Article: e.Article()})
	if err != nil {
		t.Fatal(err)
	}
	h.open(session.Document{Edition: bare})
	h.set(FormatFor(roles, look.Setting{Size: look.MinSize, Measure: 62}, 1280, 688))
	if got := words(); got != "" {
		t.Errorf("the header of a text without facts remarks %q", got)
	}
}
