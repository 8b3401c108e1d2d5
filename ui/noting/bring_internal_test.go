package noting

import (
	"testing"

	"sidelight/annotations/notes"
	"sidelight/ui/prefs"
)

// Notes on an earlier text of the article are brought over when the reader says so.
func TestBringOver(t *testing.T) {
	folder := t.TempDir()
	r := openAt(t, folder, words, "/a.txt")
	r.Highlight(r.at("more talks are expected"), notes.Band)
	r.settle().quit()
	later := "A new first paragraph.\n\n" + words
	r = openAt(t, folder, later, "/a.txt")
	if len(r.asked) != 1 || r.Ready() {
		t.Fatalf("asked %d times, ready: %v", len(r.asked), r.Ready())
	}
	r.Highlight(r.at("Cairo"), notes.Band) // the question is shown again
	if r.settle(); len(r.asked) != 2 || r.says() != "" {
		t.Fatalf("asked %d times, notes %s", len(r.asked), r.says())
	}
	r.asked[0](true)
	r.asked[1](false) // it has been answered
	r.want(`half-band "more talks are expected"`)
	r.quit()
	if r = openAt(t, folder, later, "/a.txt"); len(r.asked) != 0 {
		t.Error("asked again")
	}
	r.want(`half-band "more talks are expected"`)
}

func TestNotBroughtOver(t *testing.T) {
	folder := t.TempDir()
	r := openAt(t, folder, words, "/a.txt")
	r.Highlight(r.at("Cairo"), notes.Band)
	r.settle().quit()
	r = openAt(t, folder, words+" More.", "/a.txt")
	r.asked[0](false)
	r.want(``)
	r.quit()
	if r = openAt(t, folder, words+" More.", "/a.txt"); len(r.asked) != 0 {
		t.Error("asked again")
	}
	r.quit()
	r = openAt(t, folder, words, "/a.txt")
	r.want(`half-band "Cairo"`)
}

// The edition that comes with the program is known in its next version by what it is.
func TestTheEditionBuiltInIsKnownAgain(t *testing.T) {
	folder := t.TempDir()
	r := openAt(t, folder, words, prefs.Sample)
	r.Highlight(r.at("Cairo"), notes.Band)
	r.settle().quit()
	r = openAt(t, folder, "All of it was written anew, for Cairo.", prefs.Sample)
	if len(r.asked) != 1 {
		t.Fatalf("asked %d times", len(r.asked))
	}
}
