package panel

// Offset returns how far the panel is scrolled, in pixels.
func (p *Panel) Offset() float32 { return p.list.Offset() }
