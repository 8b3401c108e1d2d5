package prefs_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/ui/look"
	"sidelight/ui/prefs"
)

func newPrefs(t *testing.T) (*prefs.Prefs, *bytes.Buffer) {
	t.Helper()
	log := &bytes.Buffer{}
	return prefs.New(prefs.NewStore(), slog.New(slog.NewTextHandler(log, nil))), log
}

// stored are preferences whose file says that value of the key.
func stored(t *testing.T, key, value string) (*prefs.Prefs, *bytes.Buffer) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "preferences.json")
	if err := os.WriteFile(path, fmt.Appendf(nil, "{%q: %s}", key, value), 0o600); err != nil {
		t.Fatal(err)
	}
	p, _, log := open(t, path)
	return p, log
}

// article is the key of the article that [short] makes.
const article = "7ff0189673119cce"

func TestDefaultsWithoutALine(t *testing.T) {
	p, log := newPrefs(t)
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
	if got := p.Left(short(t)); got.Place != atTheTop || got.Opened != nil {
		t.Errorf("an article that was not read yet was left at %+v", got)
	}
	if log.Len() > 0 {
		t.Errorf("logged %s", log)
	}
}

func TestKeepsWhatIsSet(t *testing.T) {
	p, log := newPrefs(t)
	p.SetScheme(look.Dark)
	p.SetWindow(fyne.NewSize(1000.5, 700))
	p.SetPanelOpen(false)
	for _, want := range []prefs.Sides{{Index: 160, Panel: 560}, {Index: 360, Panel: 300}, {}} {
		if p.SetSides(want); p.Sides() != want {
			t.Errorf("widths %v, want %v", p.Sides(), want)
		}
	}
	if got := p.Scheme(); got != look.Dark {
		t.Errorf("scheme %q", got)
	}
	if got := p.Window(); got != fyne.NewSize(1000.5, 700) {
		t.Errorf("window %v", got)
	}
	if p.PanelOpen() {
		t.Error("the panel is open")
	}
	if log.Len() > 0 {
		t.Errorf("logged %s", log)
	}
}

func TestKeepsEverySetting(t *testing.T) {
	p, log := newPrefs(t)
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
	p, _ := newPrefs(t)
	p.SetWindow(fyne.NewSize(10, 1e6))
	if got := p.Window(); got != fyne.NewSize(640, 8192) {
		t.Errorf("window %v", got)
	}
}

// What is stored may come from a hand or from another version.
func TestFallsBackWithALine(t *testing.T) {
	for _, c := range []struct{ name, key, value string }{
		{"unknown scheme", "look.scheme", `"purple"`},
		{"empty scheme", "look.scheme", `""`},
		{"scheme is a number", "look.scheme", `3`},
		{"window too narrow", "window.width", `639`},
		{"window too wide", "window.width", `8193`},
		{"window is nothing", "window.width", `null`},
		{"window too low", "window.height", `-820`},
		{"window is text", "window.height", `"820"`},
		{"panel is text", "panel.open", `"no"`},
		{"panel is a list", "panel.open", `["no"]`},
		{"selection is a switch", "place.selected." + article, `true`},
		{"selection is a book", "place.selected." + article, `"` + strings.Repeat("a", 1e6) + `"`},
		{"mention is a number", "place.mention." + article, `2`},
		{"offset before the header", "place.offset." + article, `-2`},
		{"offset far behind the text", "place.offset." + article, `1e300`},
		{"above the line", "place.past." + article, `-1`},
		{"opened is an object", "place.opened." + article, `{"entity": "a"}`},
		{"text too small", "text.size", `15`},
		{"text too large", "text.size", `25`},
		{"size is text", "text.size", `"large"`},
		{"a measure of none", "text.measure", `64`},
		{"a leading of none", "text.leading", `1.6`},
		{"leading is a list", "text.leading", `["1.7"]`},
		{"motion is text", "look.still", `"yes"`},
		{"index too narrow", "index.width", `159`},
		{"index too wide", "index.width", `361`},
		{"panel too narrow", "panel.width", `1`},
		{"panel too wide", "panel.width", `1e9`},
		{"panel has less than nothing", "panel.width", `-300`},
		{"width is a list", "index.width", `[200]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, log := stored(t, c.key, c.value)
			if p.Scheme() != look.System || p.Window() != fyne.NewSize(1280, 820) || !p.PanelOpen() ||
				p.Left(short(t)).Place != atTheTop || p.Left(short(t)).Opened != nil ||
				p.Text() != (look.Setting{}) || p.Still() || p.Sides() != (prefs.Sides{}) {
				t.Errorf("not the defaults: %v, %v, %v, %+v", p.Scheme(), p.Window(), p.PanelOpen(), p.Left(short(t)))
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
