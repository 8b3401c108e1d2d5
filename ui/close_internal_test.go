package ui

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strings"
	"testing"
	"time"
	"unsafe"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/field"
	"sidelight/ui/finder"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// readLong opens a file with an article of about n bytes in place of the sample, and
// looks for words in it. The article is set, indexed and searched behind the window.
func readLong(t *testing.T, n int) (*Workspace, uitest.Queue) {
	t.Helper()
	d, w := atSample(t)
	queue := uitest.NewQueue()
	d.Do = queue.Do
	path := filepath.Join(t.TempDir(), "long.txt")
	if err := os.WriteFile(path, []byte(uitest.LongText(t, n)), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Open(path)
	sample := d.reader
	queue.RunUntil(t, func() bool { return d.reader != sample })
	d.reader.Page().SetStill(true)
	lookFor(d, w)
	return d, queue
}

// lookFor looks for words in the text, and beside it.
func lookFor(d *Workspace, w fyne.Window) {
	d.reader.RunCommand(command.Find)
	uitest.Each(w.Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*finder.Bar); ok {
			b.FocusTarget().(*field.Entry).SetText("an")
		}
	})
	d.reader.Session().Update(func(s *session.State) { s.Query = "an" })
}

// working lists the stacks of the goroutines that run functions of a package of this
// module, such as "annotations/search". The one that waits for the file to change does
// not work.
func working(pkg string) string {
	var all, out strings.Builder
	if err := pprof.Lookup("goroutine").WriteTo(&all, 2); err != nil {
		panic(err)
	}
	for stack := range strings.SplitSeq(all.String(), "\n\n") {
		if strings.Contains(stack, "sidelight/"+pkg) && !strings.Contains(stack, "testing.tRunner") && !strings.Contains(stack, "ui.awaitChange") {
			out.WriteString(stack + "\n\n")
		}
	}
	return out.String()
}

// within waits until something holds, for a minute at most, and reports whether it
// came to hold.
func within(holds func() bool) bool {
	for range 3000 {
		if holds() {
			return true
		}
		time.Sleep(20 * time.Millisecond)
	}
	return false
}

// An article that another has replaced is worked for no longer: it is not set,
// indexed and searched to its end.
func TestNothingWorksForWhatWasReplaced(t *testing.T) {
	d, queue := readLong(t, 8<<20)
	if !within(func() bool { queue.Run(); return working("annotations/search") != "" }) {
		t.Fatal("nothing works for a long article that has just been opened")
	}
	d.ReadSample()
	if !within(func() bool { queue.Run(); return working("") == "" }) {
		t.Fatal("something still works for the article that was replaced:\n" + working(""))
	}
	queue.Run() // what was on its way
	if s := working(""); s != "" {
		t.Errorf("what came late has begun anew:\n%s", s)
	}
}

// The toolkit keeps the widgets of an article that was replaced, in a test for good.
// They hold neither the edition nor the article nor its text.
func TestNothingHoldsWhatWasReplaced(t *testing.T) {
	for name, replace := range map[string]func(*Workspace){
		"by another":                      (*Workspace).ReadSample,
		"by another after the start page": func(d *Workspace) { d.ShowStart(); d.ReadSample() },
		"while words are selected": func(d *Workspace) {
			d.reader.Page().Select(annotations.Span{Start: 0, End: 3000})
			d.ReadSample()
		},
		"while the palette is open": func(d *Workspace) {
			d.reader.RunCommand(command.Search)
			d.ReadSample()
		},
	} {
		t.Run(name, func(t *testing.T) {
			d, queue := readLong(t, 600<<10)
			if !within(func() bool { queue.Run(); return working("") == "" && uitest.Shows(d.w, "1 of ") }) {
				t.Fatal("the article is not set and searched:\n" + working(""))
			}
			d.reader.RunCommand(command.End)
			e := d.reader.Session().Edition()
			edition, article := weak.Make(e), weak.Make(e.Article())
			text := weak.Make(unsafe.StringData(e.Article().Text))
			e = nil
			replace(d)
			queue.Run()
			if !within(func() bool {
				runtime.GC()
				return edition.Value() == nil && article.Value() == nil && text.Value() == nil
			}) {
				t.Errorf("still held: edition %v, article %v, text %v",
					edition.Value() != nil, article.Value() != nil, text.Value() != nil)
			}
			runtime.KeepAlive(d)
		})
	}
}

// briefly is for how long the toolkit keeps what is out of the window in a test that
// waits for that; it reads FYNE_CACHE when the process starts.
const briefly = "1ms"

// When the toolkit has let go of its widgets, nothing holds a reader that was
// replaced.
func TestReplacedReaderIsCollected(t *testing.T) {
	if os.Getenv("FYNE_CACHE") != briefly {
		again := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
		again.Env = append(os.Environ(), "FYNE_CACHE="+briefly)
		if out, err := again.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	d, _ := atSample(t)
	queue := uitest.NewQueue()
	d.Do = queue.Do
	d.ReadSample()
	before := weak.Make(d.reader)
	d.reader.RunCommand(command.Find)
	d.reader.RunCommand(command.Search)
	d.ReadSample()
	time.Sleep(100 * time.Millisecond)
	software.NewCanvas().Capture() // lets go of what is older than briefly
	if !within(func() bool { queue.Run(); runtime.GC(); return before.Value() == nil }) {
		t.Error("a reader that was replaced is still held")
	}
	runtime.KeepAlive(d)
}
