package pattern_test

import (
	"image"
	"image/color"
	"testing"

	"sidelight/ui/pattern"
)

// A wave goes on at the same step however long it is, and is whole at any scale.
func TestWave(t *testing.T) {
	ink := color.NRGBA{A: 255}
	for _, scale := range []int{1, 2, 3} {
		long := pattern.Wave(0, 0, 64, ink).Generator(64*scale, pattern.WaveHeight*scale)
		short := pattern.Wave(0, 0, 24, ink).Generator(24*scale, pattern.WaveHeight*scale)
		for x := range 24 * scale {
			column := 0
			for y := range pattern.WaveHeight * scale {
				if short.At(x, y) != long.At(x, y) || long.At(x, y) != long.At(x+8*scale, y) {
					t.Fatalf("at scale %d the wave differs at %v", scale, image.Pt(x, y))
				}
				if _, _, _, a := long.At(x, y).RGBA(); a > 0x5000 {
					column++
				}
			}
			if column == 0 {
				t.Errorf("at scale %d the wave is torn at %d", scale, x)
			}
		}
	}
}
