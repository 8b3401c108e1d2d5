package ui_test

import (
	"context"
	"errors"
	"image"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"sidelight/ui"
	"sidelight/ui/command"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// A file that nobody has marked can be read at once. Its marks come later, and nothing on
// the page moves by a pixel, wherever the reader is and whatever is open.
func TestThePageDoesNotMoveWhenMarksCome(t *testing.T) {
	down := func(d *filesDesk) { d.Reader().Page().ScrollToY(913) }
	for _, x := range []struct {
		name     string
		headings bool
		w, h     float32
		act      func(*filesDesk)
	}{
		{"at the top", true, 1280, 820, func(*filesDesk) {}},
		{"at the top, without headings", false, 1280, 820, func(*filesDesk) {}},
		{"further down", false, 1280, 820, down},
		{"further down in a narrow window", true, 1000, 700, down},
		{"further down in a narrow window, without headings", false, 1000, 700, down},
		{"at the end of a small window", false, 800, 600, func(d *filesDesk) { d.Reader().RunCommand(command.End) }},
		{"further down in a wide window", false, 1920, 1080, down},
		{"words are selected", true, 1280, 820, func(d *filesDesk) { d.Reader().RunCommand(command.SelectAll) }},
		{"the panel is shut", false, 1280, 820, func(d *filesDesk) { d.Reader().RunCommand(command.TogglePanel) }},
		{"the notes are open", false, 1280, 820, func(d *filesDesk) { d.Reader().RunCommand(command.ShowNotes) }},
	} {
		t.Run(x.name, func(t *testing.T) {
			d, h := markDesk(t, harbour(x.headings))
			d.w.Resize(fyne.NewSize(x.w, x.h))
			d.read(t, d.files[0])
			if x.act(d); d.marks() != 0 {
				t.Fatal("there are marks before they are found")
			}
			before, state := d.seen(), d.Reader().Session().State()
			d.comes(t, h)
			if after := d.seen(); after != before {
				t.Errorf("the page moves:\n%.300s\n%.300s", before, after)
			}
			if now := d.Reader().Session().State(); now != state {
				t.Errorf("the state changes from %+v to %+v", state, now)
			}
		})
	}
}

// While it looks the header says so; then it says who has marked the text, how many marks
// there are and that nobody has checked them. The title stays that of the file.
func TestTheHeaderSaysWhoMarked(t *testing.T) {
	d, h := markDesk(t, harbour(true))
	d.read(t, d.files[0])
	const looking, found = "Sidelight is looking for names, dates, numbers and quotations.", "Marked by Sidelight, not checked  ·  300 marks, 60 unsure"
	if !d.shows(looking) || d.shows("This file has no marks.") || d.shows("Nothing is marked") {
		t.Error("the header does not say that marks are looked for")
	}
	if d.comes(t, h); !d.shows(found) || d.shows(looking) {
		t.Error("the header does not say who has marked the text")
	}
	if e := d.Reader().Session().Edition(); e.Title() != "The harbour" || !e.Marked() || d.w.Title() != "The harbour - Sidelight" {
		t.Errorf("the title is %q", e.Title())
	}
	d.Reader().Keep(d.p)
	if seen, ok := d.p.Seen(d.files[0]); !ok || seen.Edition {
		t.Errorf("the list of recent files calls what the program marked an edition: %+v", seen)
	}
	if now := d.Reader().Session().Snapshot(); now.Finding || now.Revision == 0 {
		t.Errorf("finding %t, revision %d", now.Finding, now.Revision)
	}
}

// shows reports whether the window shows a text.
func (d *filesDesk) shows(words string) bool { return (&desk{w: d.w}).says(words) }

// The marks are those of the index, of the views and of search as well.
func TestEverythingFollowsTheMarks(t *testing.T) {
	d, h := markDesk(t, harbour(false))
	d.read(t, d.files[0])
	d.comes(t, h)
	if !tells(d.w, "Ada Quill, 60") || !tells(d.w, "Bob Ek, 60, unsure") {
		t.Error("the index does not list what was found")
	}
	results := image.Rect(905, 48, 1280, 820)
	d.w.Canvas().Focus(d.Reader().Field())
	uitest.TypeIn(d.w, "quill")
	d.queue.RunUntil(t, func() bool {
		words := uitest.Words(d.w.Content(), results)
		return strings.Contains(words, "Ada Quill") && strings.Contains(words, "Person · mentioned 60 times")
	})
}

// What was noted, found and opened while the program looked is there afterwards.
func TestWhatIsOpenStays(t *testing.T) {
	d, h := markDesk(t, harbour(true))
	d.read(t, d.files[0])
	d.Reader().RunCommand(command.Find)
	d.w.Canvas().Capture()
	uitest.TypeIn(d.w, "berths")
	if !uitest.Shows(d.w, "1 of 60") {
		t.Fatal("nothing is found")
	}
	before := d.seen()
	focused := d.w.Canvas().Focused()
	d.comes(t, h)
	if d.w.Canvas().Focused() != focused || d.seen() != before || !uitest.Shows(d.w, "1 of 60") {
		t.Error("find loses the keyboard, or the page moves")
	}
}

// unclosed is a window that stays open: the toolkit's test driver closes one only once.
type unclosed struct{ fyne.Window }

func (unclosed) Close() {}

// What is still looked for is given up when something else is opened, when it is read
// again, and when the window closes; and nothing of it comes later.
func TestLookingIsGivenUp(t *testing.T) {
	for name, act := range map[string]func(*testing.T, *filesDesk){
		"another file": func(t *testing.T, d *filesDesk) { d.read(t, d.files[1]) },
		"the sample":   func(_ *testing.T, d *filesDesk) { d.ReadSample() },
		"read again": func(t *testing.T, d *filesDesk) {
			before := d.Reader()
			before.RunCommand(command.Reload)
			d.queue.RunUntil(t, func() bool { return d.Reader() != before })
		},
		"the window closes": func(_ *testing.T, d *filesDesk) { d.Leave() },
	} {
		t.Run(name, func(t *testing.T) {
			d, h := markDesk(t, harbour(true))
			d.Workspace = ui.NewWorkspace(unclosed{d.w}, d.p, look.Current(), uitest.Edition(t))
			d.Do, d.Marker = d.queue.Do, h
			d.read(t, d.files[0])
			<-h.begun
			act(t, d)
			select {
			case err := <-h.ended:
				if !errors.Is(err, context.Canceled) {
					t.Errorf("it ends with %v", err)
				}
			case <-time.After(10 * time.Second):
				t.Fatal("it goes on")
			}
		})
	}
}

// An edition is marked by a person, and nothing is looked for in it.
func TestAnEditionIsNotMarked(t *testing.T) {
	d := newDesk(t)
	h := newHand()
	d.Marker = h
	d.ReadSample()
	d.Open(d.folder)
	close(d.let)
	before := d.Reader()
	d.queue.RunUntil(t, func() bool { return d.Reader() != before })
	if len(h.begun) > 0 || d.Reader().Session().Snapshot().Finding || d.Reader().Session().Edition().Marked() {
		t.Error("an edition is marked by the program")
	}
}

// Pasted words are marked as a file is, and what is said of them stays.
func TestPastedWordsAreMarked(t *testing.T) {
	d, h := markDesk(t, "")
	fyne.CurrentApp().Clipboard().SetContent(harbour(false))
	d.Paste()
	d.queue.RunUntil(t, func() bool { return d.Reader() != nil })
	d.comes(t, h)
	if !d.shows("Pasted, not saved") || !d.shows("Marked by Sidelight") {
		t.Error("the header does not say both")
	}
}

// If the marks cannot be found the article can be read all the same, and a sentence says
// so.
func TestATextThatCannotBeMarked(t *testing.T) {
	for _, c := range []struct {
		err  error
		says string
	}{
		{errors.New("it was not to be"), "No marks could be found in this text."},
		{ui.ErrTooLong, "This text is too long for marks. It can be read and searched."},
	} {
		d, h := markDesk(t, harbour(true))
		h.fails = c.err
		d.read(t, d.files[0])
		before := d.seen()
		close(h.let)
		d.queue.RunUntil(t, func() bool { return !d.Reader().Session().Snapshot().Finding })
		if !tells(d.w, c.says) || !d.shows("This file has no marks.") || !d.shows("Nothing is marked") || d.seen() != before {
			t.Errorf("%v: it is not said, or the page moves", c.err)
		}
	}
}

// What was selected when the article was left is selected again when its marks come,
// unless something else was opened meanwhile.
func TestTheCardComesBack(t *testing.T) {
	d, h := markDesk(t, harbour(true))
	d.read(t, d.files[0])
	d.comes(t, h)
	m, _ := d.Reader().Session().Edition().Nth("port", 3)
	d.Reader().OpenMention(m.ID())
	d.read(t, d.files[1])
	h.let = make(chan struct{})
	d.read(t, d.files[0])
	place := d.seen()
	d.comes(t, h)
	if s := d.Reader().Session().State(); s.Selected != "port" || s.Mention != m.ID() {
		t.Errorf("%q is selected, at %q", s.Selected, s.Mention)
	}
	if d.seen() != place {
		t.Error("the page moves")
	}
}

// The setting shows fewer or more of what was found, at once and without looking again,
// and is kept.
func TestTheSettingShowsFewerOrMore(t *testing.T) {
	d, h := markDesk(t, harbour(true))
	d.read(t, d.files[0])
	d.comes(t, h)
	<-h.begun
	for _, x := range []struct {
		found layer.Found
		marks int
	}{{layer.Fewer, 180}, {layer.More, 300}, {layer.Balanced, 300}, {layer.Fewer, 180}} {
		before := d.seen()
		d.p.SetFound(x.found)
		d.Reader().OnFound()
		d.queue.RunUntil(t, func() bool { return d.marks() == x.marks })
		if d.seen() != before || len(h.begun) > 0 {
			t.Errorf("%v: the page moves, or it is looked for again", x.found)
		}
	}
	h.let = make(chan struct{})
	close(h.let)
	d.read(t, d.files[1])
	d.read(t, d.files[0])
	d.queue.RunUntil(t, func() bool { return d.marks() == 180 })
}

// The marks of an article that was closed are let go, as soon as the toolkit lets go of its
// widgets, for which it waits as long as FYNE_CACHE says when the process starts.
func TestMarksOfAClosedArticleAreLetGo(t *testing.T) {
	const briefly = "1ms"
	if os.Getenv("FYNE_CACHE") != briefly {
		again := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
		again.Env = append(os.Environ(), "FYNE_CACHE="+briefly)
		if out, err := again.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	d, h := markDesk(t, harbour(true))
	d.read(t, d.files[0])
	d.comes(t, h)
	gone := weak.Make(d.Reader().Session().Edition())
	d.ReadSample()
	for range 240 {
		software.NewCanvas().Capture() // lets go of what is older, if it did not in the last ten seconds
		d.queue.Run()
		if runtime.GC(); gone.Value() == nil {
			return
		}
		time.Sleep(250 * time.Millisecond)
	}
	t.Error("they are kept")
}

// While marks are looked for for a while, a line at the top of the window says how much is
// done; then it goes.
func TestALineSaysHowMuchIsDone(t *testing.T) {
	d, h := markDesk(t, harbour(true))
	slow := &slowHand{hand: h, free: make(chan struct{})}
	d.Marker = slow
	d.read(t, d.files[0])
	d.queue.RunUntil(t, func() bool { return len(h.begun) > 0 })
	time.Sleep(200 * time.Millisecond)
	close(slow.free)
	d.queue.RunUntil(t, func() bool { return ui.Progress(d.Workspace) == 0.75 })
	d.comes(t, h)
	if ui.Progress(d.Workspace) >= 0 {
		t.Error("the line stays")
	}
}

// Marks are looked for when the article has been drawn, so that it is there sooner.
func TestMarksWaitForThePicture(t *testing.T) {
	d, h := markDesk(t, harbour(true))
	began := time.Now()
	d.read(t, d.files[0])
	if time.Sleep(100 * time.Millisecond); len(h.begun) > 0 {
		if time.Since(began) > time.Second/2 {
			t.Skip("the machine is so busy that the picture is not waited for any more")
		}
		t.Fatal("marks are looked for before the article can have been drawn")
	}
	d.queue.RunUntil(t, func() bool { return len(h.begun) > 0 })
}

// The library gets an article once, with its marks; one that was left before they were
// found it gets without.
func TestTheLibraryGetsTheMarks(t *testing.T) {
	d, h := markDesk(t, harbour(true))
	kept := &marksHeld{}
	d.Known.Library = kept
	d.read(t, d.files[0])
	d.read(t, d.files[1])
	d.queue.RunUntil(t, func() bool { return slices.Equal(kept.counts(), []int{0}) })
	d.read(t, d.files[0])
	d.comes(t, h)
	d.queue.RunUntil(t, func() bool { return slices.Contains(kept.counts(), 300) })
}
