package prefs_test

import (
	"bytes"
	"log/slog"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/prefs"
)

func newPrefs(t *testing.T) (*prefs.Prefs, fyne.Preferences, *bytes.Buffer) {
	t.Helper()
	store, log := test.NewTempApp(t).Preferences(), &bytes.Buffer{}
	return prefs.New(store, slog.New(slog.NewTextHandler(log, nil))), store, log
}

const article = "0123456789abcdef"

func TestDefaultsWithoutALine(t *testing.T) {
	p, _, log := newPrefs(t)
	if got := p.Scheme(); got != look.System {
		t.Errorf("scheme %q", got)
	}
	if got := p.Window(); got != fyne.NewSize(1280, 820) {
		t.Errorf("window %v", got)
	}
	if !p.PanelOpen() {
		t.Error("the panel is closed")
	}
	if p.Text() != (look.Setting{}) || p.Still() {
		t.Errorf("text %+v, still %v", p.Text(), p.Still())
	}
	if got, want := p.Reading(article), (prefs.Reading{Mention: -1}); got != want {
		t.Errorf("reading %+v, want %+v", got, want)
	}
	if log.Len() > 0 {
		t.Errorf("logged %s", log)
	}
}

func TestKeepsWhatIsSet(t *testing.T) {
	p, _, log := newPrefs(t)
	p.SetScheme(look.Dark)
	p.SetWindow(fyne.NewSize(1000.5, 700))
	p.SetPanelOpen(false)
	here := prefs.Reading{Selected: "adam-boehler", Mention: 2, Offset: 2048}
	p.SetReading(article, here)
	p.SetReading("another", prefs.Reading{Mention: -1})
	if got := p.Scheme(); got != look.Dark {
		t.Errorf("scheme %q", got)
	}
	if got := p.Window(); got != fyne.NewSize(1000.5, 700) {
		t.Errorf("window %v", got)
	}
	if p.PanelOpen() {
		t.Error("the panel is open")
	}
	if got := p.Reading(article); got != here {
		t.Errorf("reading %+v, want %+v", got, here)
	}
	if log.Len() > 0 {
		t.Errorf("logged %s", log)
	}
}

func TestKeepsEverySetting(t *testing.T) {
	p, _, log := newPrefs(t)
	for size := look.MinSize; size <= look.MaxSize; size++ {
		for _, measure := range look.Measures() {
			for _, leading := range look.Leadings() {
				want := look.Setting{Size: float32(size), Measure: measure, Leading: leading}
				p.SetText(want)
				if got := p.Text(); got != want {
					t.Fatalf("text %+v, want %+v", got, want)
				}
			}
		}
	}
	if p.SetStill(true); !p.Still() {
		t.Error("things move again")
	}
	if log.Len() > 0 {
		t.Errorf("logged %s", log)
	}
}

func TestWindowIsKeptWithinBounds(t *testing.T) {
	p, _, _ := newPrefs(t)
	p.SetWindow(fyne.NewSize(10, 1e6))
	if got := p.Window(); got != fyne.NewSize(640, 8192) {
		t.Errorf("window %v", got)
	}
}

// What is stored may come from a hand or from another version.
func TestFallsBackWithALine(t *testing.T) {
	for _, c := range []struct {
		name string
		key  string
		set  func(fyne.Preferences, string)
	}{
		{"unknown scheme", "look.scheme", func(s fyne.Preferences, k string) { s.SetString(k, "purple") }},
		{"empty scheme", "look.scheme", func(s fyne.Preferences, k string) { s.SetString(k, "") }},
		{"scheme is a number", "look.scheme", func(s fyne.Preferences, k string) { s.SetInt(k, 3) }},
		{"window too narrow", "window.width", func(s fyne.Preferences, k string) { s.SetFloat(k, 639) }},
		{"window too wide", "window.width", func(s fyne.Preferences, k string) { s.SetInt(k, 8193) }},
		{"window is not a number", "window.width", func(s fyne.Preferences, k string) { s.SetFloat(k, math.NaN()) }},
		{"window too low", "window.height", func(s fyne.Preferences, k string) { s.SetInt(k, -820) }},
		{"window is endless", "window.height", func(s fyne.Preferences, k string) { s.SetFloat(k, math.Inf(1)) }},
		{"window is text", "window.height", func(s fyne.Preferences, k string) { s.SetString(k, "820") }},
		{"panel is text", "panel.open", func(s fyne.Preferences, k string) { s.SetString(k, "no") }},
		{"panel is a list", "panel.open", func(s fyne.Preferences, k string) { s.SetStringList(k, []string{"no"}) }},
		{"selection is a switch", "article.selected." + article, func(s fyne.Preferences, k string) { s.SetBool(k, true) }},
		{"selection is a book", "article.selected." + article, func(s fyne.Preferences, k string) { s.SetString(k, strings.Repeat("a", 1e6)) }},
		{"mention before the first", "article.mention." + article, func(s fyne.Preferences, k string) { s.SetInt(k, -2) }},
		{"offset before the text", "article.offset." + article, func(s fyne.Preferences, k string) { s.SetInt(k, -1) }},
		{"offset far behind it", "article.offset." + article, func(s fyne.Preferences, k string) { s.SetFloat(k, 1e300) }},
		{"text too small", "text.size", func(s fyne.Preferences, k string) { s.SetInt(k, 15) }},
		{"text too large", "text.size", func(s fyne.Preferences, k string) { s.SetInt(k, 25) }},
		{"size is text", "text.size", func(s fyne.Preferences, k string) { s.SetString(k, "large") }},
		{"size is not a number", "text.size", func(s fyne.Preferences, k string) { s.SetFloat(k, math.NaN()) }},
		{"a measure of none", "text.measure", func(s fyne.Preferences, k string) { s.SetInt(k, 64) }},
		{"a measure without end", "text.measure", func(s fyne.Preferences, k string) { s.SetFloat(k, math.Inf(1)) }},
		{"a leading of none", "text.leading", func(s fyne.Preferences, k string) { s.SetFloat(k, 1.6) }},
		{"leading is a list", "text.leading", func(s fyne.Preferences, k string) { s.SetStringList(k, []string{"1.7"}) }},
		{"motion is text", "look.still", func(s fyne.Preferences, k string) { s.SetString(k, "yes") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, store, log := newPrefs(t)
			c.set(store, c.key)
			if p.Scheme() != look.System || p.Window() != fyne.NewSize(1280, 820) || !p.PanelOpen() ||
				p.Reading(article) != (prefs.Reading{Mention: -1}) ||
				p.Text() != (look.Setting{}) || p.Still() {
				t.Errorf("not the defaults: %v, %v, %v, %+v", p.Scheme(), p.Window(), p.PanelOpen(), p.Reading(article))
			}
			if !strings.Contains(log.String(), "key="+c.key) {
				t.Errorf("the log does not name the key %s: %s", c.key, log)
			}
			if log.Len() > 4000 {
				t.Errorf("the log has %d bytes", log.Len())
			}
		})
	}
}

func TestArticleKey(t *testing.T) {
	a, b := prefs.ArticleKey("one"), prefs.ArticleKey("two")
	if a == b || len(a) != 16 || a != prefs.ArticleKey("one") {
		t.Errorf("keys %q and %q", a, b)
	}
}
