package panel_test

import (
	"image"
	"image/draw"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/panel"
	"sidelight/ui/shape"
)

// The whole of a card is pictured once; its parts are pictured by themselves, so
// that a change of one of them changes one picture.
func TestPanel_LooksAsDesigned(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Dark))
	p.ShowEntity("boehler", 0)
	win := open(t, p.Panel, 376, 772)
	test.AssertImageMatches(t, "boehler-dark.png", win.Canvas().Capture())
}

func TestPanel_SectionsLookAsDesigned(t *testing.T) {
	for name, show := range map[string]func(*rig){
		"glance":  func(p *rig) { p.ShowEntity("", -1) },
		"boehler": func(p *rig) { p.ShowEntity("boehler", 0) },
		"dermer":  func(p *rig) { p.ShowEntity("dermer", -1) },
		"held":    func(p *rig) { p.ShowEntity("held", -1) },
		"ongoing": func(p *rig) { p.ShowEntity("ongoing", 0) },
		"sources": func(p *rig) { p.ShowSources("S1") },
		"about":   func(p *rig) { p.ShowAbout() },
	} {
		p := newRig(sample(t), themed(t, look.Light))
		win := open(t, p.Panel, 376, 1600)
		show(p)
		whole, tops := win.Canvas().Capture(), sectionTops(p.Panel)
		for i, top := range tops {
			end := 1600
			if i+1 < len(tops) {
				end = tops[i+1]
			}
			part := cut(whole, top, end)
			test.AssertImageMatches(t, name+"-"+slug(p.Panel, top, end)+".png", part)
		}
	}
}

// sectionTops are where the header and the sections begin, in pixels from the top
// of the panel.
func sectionTops(p *panel.Panel) []int {
	tops := []int{0}
	for _, d := range tree(p) {
		if r, ok := d.CanvasObject.(*shape.Box); ok && r.Size() == fyne.NewSize(376-48, 1) {
			tops = append(tops, int(d.at.Y))
		}
	}
	slices.Sort(tops)
	return tops
}

// cut is a part of a picture without the blank at its end.
func cut(whole image.Image, top, end int) image.Image {
	for blank := true; blank && end > top+1; {
		for x := 2; x < 376 && blank; x++ {
			blank = whole.At(x, end-1) == whole.At(2, end-1)
		}
		if blank {
			end--
		}
	}
	part := image.NewNRGBA(image.Rect(0, 0, 376, end-top))
	draw.Draw(part, part.Bounds(), whole, image.Pt(0, top), draw.Src)
	return part
}

// slug is a file's name for what stands between two heights: the first words
// there, or "head" for the first part of a face.
func slug(p *panel.Panel, top, end int) string {
	if top == 0 {
		return "head"
	}
	for _, d := range texts(p) {
		if int(d.at.Y) > top && int(d.at.Y) < end {
			name := strings.ToLower(strings.TrimSpace(wordsOf(d)))
			return strings.Map(func(r rune) rune {
				if r < 'a' || r > 'z' {
					return '-'
				}
				return r
			}, strings.ReplaceAll(name, "’", ""))
		}
	}
	return "nothing"
}
