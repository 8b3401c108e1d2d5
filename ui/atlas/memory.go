package atlas

import (
	"fmt"
	"math"

	layout "sidelight/annotations/atlas"
)

// memoryForm is how a camera is kept: a version, degrees, and how near it is.
const memoryForm = "1 %f %f %f"

// Memory returns where the reader has moved the map to; empty for the whole world.
func (v *View) Memory() string {
	if c := v.camera; c != (layout.Camera{}) {
		return fmt.Sprintf(memoryForm, c.Lon, c.Lat, c.Zoom)
	}
	return ""
}

// Recall moves the map to where it was in an earlier run. What is no place on the globe
// is the whole world.
func (v *View) Recall(kept string) {
	var c layout.Camera
	if n, err := fmt.Sscanf(kept, memoryForm, &c.Lon, &c.Lat, &c.Zoom); n != 3 || err != nil ||
		!(math.Abs(c.Lon) <= 180 && math.Abs(c.Lat) <= 90 && c.Zoom >= 0 && c.Zoom < math.MaxInt32) {
		c = layout.Camera{}
	}
	if c != v.camera {
		v.camera = c
		v.lay()
	}
}

// OnMind hears when the reader has moved the map.
func (v *View) OnMind(f func()) { v.mind = f }
