package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/fontscan"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/prefs"
	"sidelight/ui/typeset"
	"sidelight/ui/uitest"
)

// A text in a script that no font shows is opened with a word on what to install; the
// sample needs none.
func TestMissingFontIsNamed(t *testing.T) {
	d, _ := atSample(t)
	queue := uitest.NewQueue()
	d.Do = queue.Do
	d.fonts = func() []fontscan.Footprint { return typeset.Covered(theme.DefaultSymbolFont().Content()) } // as on a bare system
	a, err := annotations.NewArticle("t.txt", "𒀀𒁀𒂀 and words.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: a})
	if err != nil {
		t.Fatal(err)
	}
	d.read(e, "/t.txt", false)
	queue.RunUntil(t, func() bool { return !d.lacking.Running() })
	if d.notice == nil || !strings.Contains(d.notice.AccessibilityLabel(), "Xsux") {
		t.Errorf("nothing is said of the font: %v", d.notice)
	}
	d.notice = nil
	d.read(d.sample, prefs.Sample, false)
	queue.RunUntil(t, func() bool { return !d.lacking.Running() })
	if d.notice != nil {
		t.Errorf("the sample is said to need a font: %s", d.notice.AccessibilityLabel())
	}
}

// The name of a script is a word, not its tag, for all that are written much.
func TestScriptsHaveNames(t *testing.T) {
	for _, tag := range strings.Fields("Arab Armn Beng Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hebr Hira Kana Khmr Knda Laoo Mlym Mymr Sinh Taml Telu Thai") {
		if locale.Script(tag) == tag && tag != "Thai" {
			t.Errorf("%s has no name", tag)
		}
	}
}
