package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/locale"
)

var _ fyne.Accessible = (*status)(nil)

// status says to screen readers what is selected. It shows nothing. It has to
// stand at the root of the window: Fyne looks for names in containers only, not
// inside widgets.
type status struct {
	widget.BaseWidget
	r *Reader
}

func newStatus(r *Reader) *status {
	s := &status{r: r}
	s.ExtendBaseWidget(s)
	return s
}

// AccessibilityLabel names the selected entity, and says so if there is none.
func (s *status) AccessibilityLabel() string {
	if name := s.r.page.NameOf(s.r.session.State().Selected); name != "" {
		return locale.X("status.selected", "Selected: {{.Name}}", map[string]any{"Name": name})
	}
	return locale.X("status.nothing", "Nothing is selected")
}

// AccessibilityRole is text.
func (s *status) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer shows nothing.
func (s *status) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}
