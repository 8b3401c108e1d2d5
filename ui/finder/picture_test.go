package finder_test

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
)

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name   string
		scheme look.Scheme
		query  string
		width  float32
	}{
		{"results_light", look.Light, "netnyahu", 376},
		{"many_light", look.Light, "aaaaaaaaaaaa", 376},
		{"partly_dark", look.Dark, "netanyhau spokesman", 376},
		{"none_light", look.Light, "geneva", 376},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, _ := newFinder(t, c.scheme)
			w := show(t, f, c.width, 520)
			w.Canvas().Unfocus() // a caret blinks
			f.SetQuery(c.query)
			test.AssertRendersToImage(t, c.name+".png", w.Canvas())
		})
	}
}

// What is shown is a function of the query and the theme, not of what was shown
// before.
func TestPictureFollowsThemeAndQuery(t *testing.T) {
	f, _ := newFinder(t, look.Light)
	w := show(t, f, 376, 520)
	test.Type(f.FocusTarget(), "netnyahu")
	press(f, fyne.KeyDown, fyne.KeyDown)
	light := picture(t, w)
	dark, err := look.New(look.Dark)
	if err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(dark)
	f.Field().Refresh()
	f.Results().Refresh()
	changed := picture(t, w)

	g, _ := newFinder(t, look.Dark)
	v := show(t, g, 376, 520)
	test.Type(g.FocusTarget(), "aaaaaaaaaaaa")
	press(g, fyne.KeyDown, fyne.KeyEscape)
	test.Type(g.FocusTarget(), "netnyahu")
	press(g, fyne.KeyDown, fyne.KeyDown)
	if bytes.Equal(light, changed) {
		t.Error("the theme changed and the picture did not")
	}
	if !bytes.Equal(picture(t, v), changed) {
		t.Error("the picture depends on what was shown before")
	}
}

// Fyne tells only what is in a window of a change of theme; the results are in
// it only during a search.
func TestThemeChangesWhileOutOfTheWindow(t *testing.T) {
	f, _ := newFinder(t, look.Light)
	w := show(t, f, 376, 520)
	f.SetQuery("netnyahu")
	f.SetQuery("")
	dark, err := look.New(look.Dark)
	if err != nil {
		t.Fatal(err)
	}
	both := w.Content().(*fyne.Container)
	both.Objects = both.Objects[:1]
	fyne.CurrentApp().Settings().SetTheme(dark)
	both.Objects = append(both.Objects, f.Results())
	f.SetQuery("netnyahu")
	got := picture(t, w)

	g, _ := newFinder(t, look.Dark)
	v := show(t, g, 376, 520)
	g.SetQuery("netnyahu")
	if !bytes.Equal(got, picture(t, v)) {
		t.Error("the results keep something of the theme that they were last seen in")
	}
}

// picture is what the window shows below the field, in which a caret blinks.
func picture(t *testing.T, w fyne.Window) []byte {
	t.Helper()
	img := w.Canvas().Capture().(interface {
		SubImage(image.Rectangle) image.Image
	})
	var b bytes.Buffer
	if err := png.Encode(&b, img.SubImage(image.Rect(0, 48, 376, 520))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
