package prefs

// The keys of how wide what stands beside the page is.
const (
	keyIndexWidth = "index.width"
	keyPanelWidth = "panel.width"
)

// Bounds of the widths of index and panel beside the page, in pixels.
const (
	MinIndex, MaxIndex = 160, 360
	MinPanel, MaxPanel = 300, 560
)

// Sides are the widths of index and panel beside the page as the reader has set
// them, in pixels. Zero means the design's own width.
type Sides struct{ Index, Panel float32 }

// Sides returns the widths that were set.
func (p *Prefs) Sides() Sides {
	return Sides{
		Index: float32(p.setOr0(keyIndexWidth, MinIndex, MaxIndex)),
		Panel: float32(p.setOr0(keyPanelWidth, MinPanel, MaxPanel)),
	}
}

// SetSides keeps the widths.
func (p *Prefs) SetSides(s Sides) {
	p.store.set(keyIndexWidth, float64(s.Index))
	p.store.set(keyPanelWidth, float64(s.Panel))
}
