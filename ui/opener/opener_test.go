package opener_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/float"
	"sidelight/ui/look"
	"sidelight/ui/opener"
	"sidelight/ui/uitest"
)

// now is the time of the tests.
var now = time.Date(2026, time.November, 29, 12, 0, 0, 0, time.Local)

// rig is a palette over an empty window.
type rig struct {
	*opener.Opener
	w      fyne.Window
	queue  uitest.Queue
	dir    string
	opened []string
	asked  string // of the system's dialog
}

func newRig(t *testing.T, scheme look.Scheme, size fyne.Size) *rig {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	r := &rig{queue: uitest.NewQueue(), dir: t.TempDir(), w: test.NewTempWindow(t, &fyne.Container{})}
	for name, data := range map[string]string{
		"harbour-inquiry.md": "# Words", "harbour-map.rtf": "{\\rtf1", "harbour-minutes.txt": "Words",
		"harbour\u202e\u0001txt.md": "Words", "Harbour pictures/a.png": "", "other.md": "Words",
	} {
		path := filepath.Join(r.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now, now.AddDate(0, 0, -len(name))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chtimes(filepath.Join(r.dir, "Harbour pictures"), now, now.AddDate(0, 0, -1)); err != nil {
		t.Fatal(err)
	}
	r.Opener = opener.New(opener.Options{Roles: roles, Do: r.queue.Do, Now: func() time.Time { return now }, Recent: recents})
	r.OnOpen = func(path string) { r.opened = append(r.opened, path) }
	r.OnBrowse = func(folder string) { r.asked = folder }
	r.w.SetPadded(false)
	r.w.Resize(size)
	layer := float.NewLayer(r.w.Canvas())
	r.OnResized, r.OnCancel = layer.Fit, layer.Dismiss
	layer.Open(float.Popover{Content: r.Opener, Width: opener.Width, Top: opener.Top, Focus: r.FocusTarget()})
	r.Begin(r.dir, "here")
	r.w.Canvas().Capture()
	return r
}

func recents() []opener.Recent {
	return []opener.Recent{
		{Path: "here", Title: "White House confirms talks with Hamas officials", Where: "comes with Sidelight", Kind: "Edition", Icon: "article", Share: 0.71, When: now},
		{Path: "before", Title: "The Harbour Inquiry, One Year On", Where: "~/Documents/harbour-inquiry.md", Kind: "Markdown", Icon: "file-text", Share: 0.38, When: now.AddDate(0, 0, -1)},
		{Path: "read", Title: "Minutes of the county council, May 2026", Where: "~/Downloads/minutes-may.txt", Kind: "Text", Icon: "file-text", Share: 1, When: now.AddDate(0, 0, -10)},
		{Path: "new", Title: "dropped.md", Where: "~/dropped.md", Kind: "Markdown", Icon: "file-text", New: true},
	}
}

// press types keys into the field.
func (r *rig) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		r.FocusTarget().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// write types words and waits for what is listed then.
func (r *rig) write(t *testing.T, words string) {
	t.Helper()
	test.Type(r.FocusTarget(), words)
	r.settle(t)
}

// settle waits until the folder has been read.
func (r *rig) settle(t *testing.T) {
	t.Helper()
	r.queue.RunUntil(t, func() bool { return !r.Reading() })
}

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name   string
		scheme look.Scheme
		size   fyne.Size
		typed  string
	}{
		{"recent_light", look.Light, fyne.NewSize(760, 420), ""},
		{"folder_light", look.Light, fyne.NewSize(760, 520), "har"},
		{"folder_dark", look.Dark, fyne.NewSize(760, 520), "har"},
		{"nothing_sepia_small", look.Sepia, fyne.NewSize(640, 400), "zebra"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, c.scheme, c.size)
			if c.typed != "" {
				r.write(t, c.typed)
			}
			r.w.Canvas().Unfocus() // a caret blinks
			test.AssertRendersToImage(t, c.name+".png", r.w.Canvas())
		})
	}
}

// Enter alone opens what was read before what is read now.
func TestEnterOpensTheOneBefore(t *testing.T) {
	r := newRig(t, look.Light, fyne.NewSize(1280, 820))
	r.press(fyne.KeyReturn)
	r.press(fyne.KeyUp, fyne.KeyReturn)
	r.Begin(r.dir, "elsewhere")
	r.press(fyne.KeyReturn)
	if len(r.opened) != 3 || r.opened[0] != "before" || r.opened[1] != "here" || r.opened[2] != "here" {
		t.Errorf("opened are %q", r.opened)
	}
}

// Tab takes the completion, in the letters of the name, and goes into folders.
func TestTabCompletes(t *testing.T) {
	r := newRig(t, look.Light, fyne.NewSize(1280, 820))
	sep := string(filepath.Separator)
	r.write(t, r.dir+sep+"HARBOUR-I")
	r.press(fyne.KeyTab)
	if got := r.FocusTarget().Text; got != r.dir+sep+"harbour-inquiry.md" {
		t.Errorf("Tab types %q", got)
	}
	r.settle(t)
	r.press(fyne.KeyReturn)
	if len(r.opened) != 1 || r.opened[0] != filepath.Join(r.dir, "harbour-inquiry.md") {
		t.Errorf("opened are %q", r.opened)
	}
	r.Begin(r.dir, "")
	r.write(t, "harbour p")
	r.press(fyne.KeyTab)
	if got := r.FocusTarget().Text; got != "Harbour pictures"+sep {
		t.Errorf("Tab types %q", got)
	}
	r.settle(t)
	r.press(fyne.KeyTab) // nothing begins there: it stays
	if got := r.FocusTarget().Text; got != "Harbour pictures"+sep {
		t.Errorf("Tab where there is nothing types %q", got)
	}
}

// Enter before the folder has been read opens its first file then. A folder is gone
// into, and what cannot be read is passed over.
func TestEnterInAFolder(t *testing.T) {
	r := newRig(t, look.Light, fyne.NewSize(1280, 820))
	test.Type(r.FocusTarget(), "harbour-m")
	r.press(fyne.KeyReturn)
	if len(r.opened) > 0 {
		t.Errorf("before the folder was read, %q is opened", r.opened)
	}
	r.settle(t)
	if len(r.opened) != 1 || r.opened[0] != filepath.Join(r.dir, "harbour-minutes.txt") {
		t.Errorf("opened are %q, not the text: the map is no text", r.opened)
	}
	r.Begin(r.dir, "")
	r.write(t, "harbour p")
	r.press(fyne.KeyReturn)
	r.settle(t)
	if got := r.FocusTarget().Text; len(r.opened) != 1 || filepath.Base(got) != "Harbour pictures" {
		t.Errorf("a folder is opened: %q, typed is %q", r.opened, got)
	}
	r.Begin(r.dir, "")
	r.write(t, "no such.md")
	r.press(fyne.KeyReturn)
	if last := r.opened[len(r.opened)-1]; last != filepath.Join(r.dir, "no such.md") {
		t.Errorf("what is typed and not there is opened as %q", last)
	}
}

func TestBrowseBeginsInTheFolder(t *testing.T) {
	r := newRig(t, look.Light, fyne.NewSize(1280, 820))
	r.write(t, "~/")
	size := r.w.Canvas().Size()
	at := fyne.NewPos((size.Width+opener.Width)/2-40, 0)
	at.Y = r.Position().Y + opener.Top + r.Size().Height - 20
	test.TapCanvas(r.w.Canvas(), at)
	if home, _ := os.UserHomeDir(); r.asked != home {
		t.Errorf("the dialog begins in %q", r.asked)
	}
}

func TestEscLeaves(t *testing.T) {
	r := newRig(t, look.Light, fyne.NewSize(1280, 820))
	r.write(t, "har")
	r.press(fyne.KeyEscape)
	if r.w.Canvas().Overlays().Top() != nil {
		t.Error("Esc leaves the palette where it is")
	}
}

// Keys that are typed before the folder has been read wait for it: a name is typed
// once, however often and however early Tab is pressed.
func TestKeysBeforeTheFolderIsRead(t *testing.T) {
	const tab, down, enter = fyne.KeyTab, fyne.KeyDown, fyne.KeyReturn
	for _, c := range []struct {
		name   string
		late   bool // the keys come before the list
		keys   []fyne.KeyName
		then   string // typed after the keys
		want   string
		opened string
	}{
		{name: "three Tabs", keys: []fyne.KeyName{down, tab, tab, tab}, want: "harbour-minutes.txt"},
		{name: "Tab before the list", late: true, keys: []fyne.KeyName{tab}, want: "harbour-inquiry.md"},
		{name: "three Tabs before the list", late: true, keys: []fyne.KeyName{down, tab, tab, tab}, want: "harbour-minutes.txt"},
		{name: "Enter after Tab", late: true, keys: []fyne.KeyName{down, tab, enter}, want: "harbour-minutes.txt", opened: "harbour-minutes.txt"},
		{name: "a folder once", late: true, keys: []fyne.KeyName{down, down, tab, tab}, want: "Harbour pictures" + string(filepath.Separator)},
		{name: "another text", late: true, keys: []fyne.KeyName{down, tab}, then: "-", want: "har-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, look.Light, fyne.NewSize(1280, 820))
			if err := os.Remove(filepath.Join(r.dir, "harbour\u202e\u0001txt.md")); err != nil {
				t.Fatal(err)
			}
			path := r.dir + string(filepath.Separator)
			test.Type(r.FocusTarget(), path+"har")
			if !c.late {
				r.settle(t)
			}
			r.press(c.keys...)
			test.Type(r.FocusTarget(), c.then)
			r.settle(t)
			if got := r.FocusTarget().Text; got != path+c.want {
				t.Errorf("typed is %q, want %q", got, path+c.want)
			}
			if c.opened == "" && len(r.opened) > 0 || c.opened != "" && (len(r.opened) != 1 || r.opened[0] != path+c.opened) {
				t.Errorf("opened are %q", r.opened)
			}
		})
	}
}
