package reading

import "sidelight/annotations"

// Primary is the selection that the programs of a desktop share, where there is one: it
// is what was selected last, in whichever program, and the middle button of the mouse
// inserts it.
type Primary interface {
	Selection() string
	Select(words string)
}

// primarySelection returns what was selected last on the desktop.
func (p *parts) primarySelection() string {
	if p.primary == nil {
		return ""
	}
	return p.primary.Selection()
}

// selectPrimary makes words that the reader has selected the selection of the desktop.
func (p *parts) selectPrimary(words string) {
	if p.primary != nil && words != "" {
		p.primary.Select(words)
	}
}

// selectedOnPage follows a selection in the article: one on a card ends.
func (r *Reader) selectedOnPage() {
	r.aside.panel.Unselect()
	r.selectPrimary(r.edition().Article().Slice(r.page.Selection()))
}

// selectedOnPanel follows a selection on a card: one in the article ends.
func (r *Reader) selectedOnPanel() {
	r.page.Select(annotations.Span{})
	r.selectPrimary(r.onPanel().Words)
}
