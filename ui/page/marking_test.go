package page_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// The bar makes room for the words while a note on them is written.
func TestTheBarGoesWhileANoteIsWritten(t *testing.T) {
	p, e, _, _, _ := noted(t, look.Light)
	p.SetActions([]page.Action{{Icon: "quotes", Label: "Cite", Lead: true, Do: func() {}}})
	shown := func() (out bool) {
		uitest.Each(p, func(o fyne.CanvasObject) {
			if b, ok := o.(fyne.Accessible); ok && b.AccessibilityLabel() == "Wave" {
				out = true
			}
		})
		return out
	}
	span := spanOf(t, e, "last month")
	p.ScrollToSpan(span)
	p.Select(span)
	if !shown() {
		t.Fatal("there is no bar over the words")
	}
	now := p.Shown()
	now.Draft = &notes.Draft{Placed: uitest.Noted(t, e.Article(), "d", "last month", 0), New: true}
	now.Panel.Open, now.Panel.Face = true, session.Writing
	p.Follow(p.Shown(), now)
	if shown() {
		t.Error("the bar stays while the note is written")
	}
	if p.Selection() != span {
		t.Errorf("%v stay selected, want %v", p.Selection(), span)
	}
}

// The bar over selected words highlights them, and gives the highlight on them another
// style.
func TestTheBarHighlights(t *testing.T) {
	p, e, w, _, m := noted(t, look.Light)
	_, roles := uitest.App(t, look.Light)
	p.SetActions([]page.Action{{Icon: "copy", Label: "Copy", Do: func() {}}, {Icon: "quotes", Label: "Cite", Lead: true, Do: func() {}}})
	menu := command.Target{}
	p.OnMenu = func(x command.Target, _ fyne.Position) { menu = x }
	span := spanOf(t, e, "last month")
	tap := func(s annotations.Span, name string) {
		t.Helper()
		p.ScrollToSpan(s)
		p.Select(s)
		w.Canvas().Capture()
		found := false
		uitest.Each(p, func(o fyne.CanvasObject) {
			if b, ok := o.(fyne.Accessible); ok && !found && b.AccessibilityLabel() == name {
				found = true
				o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
			}
		})
		if !found {
			t.Fatalf("the bar has no %q", name)
		}
	}
	tap(span, "Wave")
	if !p.Selection().Empty() {
		t.Error("the words stay selected after they have been highlighted")
	}
	tap(spanOf(t, e, "final warning"), "Brackets")
	tap(span, "Note")
	tap(spanOf(t, e, "final warning"), "Note")
	tap(span, "More for these words")
	want := []string{fmt.Sprintf("highlight %v wave", span), "restyle n3 brackets", fmt.Sprintf("write %v", span), "edit n3"}
	if !slices.Equal(m.acts, want) {
		t.Errorf("the bar asked for %q, want %q", m.acts, want)
	}
	if menu.On != command.OnSelection || menu.Passage != span {
		t.Errorf("the last button opens the menu of %+v", menu)
	}
	names := func() (out []string) {
		p.Select(annotations.Span{})
		p.Select(span)
		uitest.Each(p, func(o fyne.CanvasObject) {
			if b, ok := o.(fyne.Accessible); ok && o != fyne.CanvasObject(p) {
				out = append(out, b.AccessibilityLabel())
			}
		})
		return out
	}
	if got, want := names(), []string{"Marker", "Half band", "Wave", "Brackets", "Side line", "Note", "Cite", "More for these words"}; !slices.Equal(got, want) {
		t.Errorf("the bar has %q, want %q", got, want)
	}
	for _, width := range []float32{360, 420, 520, 600} {
		w.Resize(fyne.NewSize(width, 772))
		p.SetFormat(page.FormatFor(roles, look.Setting{}, width, width))
		p.ScrollToSpan(span)
		names()
		uitest.Fits(t, p)
	}
	w.Resize(fyne.NewSize(904, 772))
	p.SetFormat(page.FormatFor(roles, look.Setting{}, 1280, 904))
	p.Margin = nil
	if got := names(); !slices.Equal(got, []string{"Copy", "Cite"}) {
		t.Errorf("without a margin the bar has %q", got)
	}
}
