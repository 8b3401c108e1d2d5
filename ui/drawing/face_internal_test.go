package drawing

import (
	"testing"

	"sidelight/annotations/figure"
	"sidelight/ui/look"
)

// The fonts of a figure are set in a file as in the window: in the same face, at the same
// size, on the same line.
func TestFacesAreThoseOfFiles(t *testing.T) {
	theme, err := look.New(look.Light)
	if err != nil {
		t.Fatal(err)
	}
	f := theme.Roles().Fonts
	faces := map[look.Font]figure.Face{
		f.Text: {Serif: true, Weight: 400}, f.Italic: {Serif: true, Italic: true, Weight: 400}, f.Strong: {Serif: true, Weight: 600},
		f.Sans: {Weight: 400}, f.SansMedium: {Weight: 500}, theme.Roles().Section.Font: {Weight: 600},
	}
	all := newFonts(theme.Roles())
	for _, font := range figure.Fonts() {
		role, face := all.of(font), font.Face()
		want, ok := faces[role.Font]
		want.Size = role.Size
		if !ok || face != want || role.Leading != font.Leading() {
			t.Errorf("font %d is %+v with %v to the line in a file, %+v with %v in the window", font, face, font.Leading(), want, role.Leading)
		}
		ascent, height := role.Face.Metrics(role.Size)
		if in := (role.Leading-height)/2 + ascent; in-font.Baseline() > 0.1 || font.Baseline()-in > 0.1 {
			t.Errorf("font %d stands %v below its top in a file, %v in the window", font, font.Baseline(), in)
		}
	}
}
