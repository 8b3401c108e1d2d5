package ui_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"sidelight/ui/command"
	"sidelight/ui/prefs"
)

// paragraphs makes a text of numbered paragraphs.
func paragraphs(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "Paragraph number %d is about the harbour and its history.\n\n", i)
	}
	return b.String()
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A file that changes is offered again, and read again at the same words.
func TestFileChangesWhileItIsRead(t *testing.T) {
	d := newFilesDesk(t)
	path := d.files[0]
	write(t, path, paragraphs(0, 200))
	d.read(t, path)
	d.Reader().RunCommand(command.End)
	place := d.Reader().Page().Place()
	words := func() string {
		return d.Reader().Session().Edition().Article().Text[d.Reader().Page().Place().Offset:][:30]
	}
	was, before := words(), d.Reader()

	write(t, path, "# News\n\n"+paragraphs(-50, 220))
	d.queue.RunUntil(t, func() bool { return tells(d.w, "The file has changed.") })
	if d.Reader() != before || words() != was {
		t.Error("it is read again before the reader wants it")
	}
	d.Reader().RunCommand(command.Reload)
	d.queue.RunUntil(t, func() bool { return d.Reader() != before })
	d.w.Canvas().Capture()
	if got := words(); got != was || d.Reader().Page().Place().Offset == place.Offset {
		t.Errorf("the place is at %q, and was at %q", got, was)
	}
	if got := d.w.Title(); got != "News - Sidelight" || tells(d.w, "The file has changed.") {
		t.Errorf("the title is %q, the notice is shown: %v", got, tells(d.w, "The file has changed."))
	}

	// One that goes says so, and what is read stays; when it comes back, it is
	// offered.
	before = d.Reader()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	d.queue.RunUntil(t, func() bool { return tells(d.w, "a.md is not there any more.") })
	d.Reader().RunCommand(command.Reload)
	d.queue.RunUntil(t, func() bool { return tells(d.w, "a.md is not there. It may have been moved") })
	if d.Reader() != before || words() != was {
		t.Error("what is read does not stay")
	}
	write(t, path, paragraphs(0, 100))
	d.queue.RunUntil(t, func() bool { return tells(d.w, "The file has changed.") })
}

// What is not in view any more is not watched, and the sample is no file.
func TestOnlyWhatIsReadIsWatched(t *testing.T) {
	d := newFilesDesk(t)
	d.read(t, d.files[0])
	d.read(t, d.files[1])
	write(t, d.files[0], paragraphs(0, 9))
	write(t, d.files[1], paragraphs(0, 9))
	d.queue.RunUntil(t, func() bool { return tells(d.w, "The file has changed.") })
	d.ReadSample()
	if d.Reader().RunCommand(command.Reload) || d.p.Last() != prefs.Sample {
		t.Error("the sample is read again")
	}
}

// What is told of a file goes when another is opened: its button would read that one
// again. What is told of the files that were dropped stays.
func TestNoticeOfAFileGoesWithIt(t *testing.T) {
	d := newFilesDesk(t)
	d.read(t, d.files[0])
	write(t, d.files[0], paragraphs(0, 9))
	d.queue.RunUntil(t, func() bool { return tells(d.w, "The file has changed.") })
	d.read(t, d.files[1])
	if tells(d.w, "The file has changed.") {
		t.Error("another file is said to have changed")
	}
	d.Drop([]fyne.URI{storage.NewFileURI(d.files[2]), storage.NewFileURI(d.files[0])})
	d.wait(t, d.files[2])
	if !tells(d.w, "The other file is listed under Recent.") {
		t.Error("nothing is told of the other file")
	}
}
