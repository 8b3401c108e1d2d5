package field

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations/fuzzed"
)

func typed(b *buffer, s string) {
	for _, r := range s {
		b.insert(string(r))
	}
}

func TestBufferUndoesWordByWord(t *testing.T) {
	var b buffer
	typed(&b, "one two")
	b.remove(b.previousWord())
	typed(&b, "ö")
	var got []string
	for b.undo() {
		got = append(got, b.text)
	}
	if want := "one |one two|one |"; strings.Join(got, "|") != want {
		t.Errorf("undone: %q, want %q", strings.Join(got, "|"), want)
	}
	for b.redo() {
	}
	if b.text != "one ö" || b.caret != len(b.text) {
		t.Errorf("redone: %q with the caret at %d", b.text, b.caret)
	}
}

func TestBufferWords(t *testing.T) {
	b := buffer{text: "The  “last” week.\nNo"}
	var on, back []string
	for b.caret < len(b.text) {
		b.move(b.nextWord(), false)
		on = append(on, b.text[:b.caret])
	}
	for b.caret > 0 {
		b.move(b.previousWord(), false)
		back = append(back, b.text[b.caret:])
	}
	if len(on) == 0 || on[0] != "The" || back[0] != "No" || back[len(back)-1] != b.text {
		t.Errorf("on %q, back %q", on, back)
	}
}

// Whatever is done, the text stays valid and the caret between characters; undone to the
// beginning nothing is left, and redone it is the same.
func FuzzBuffer(f *testing.F) {
	f.Add("ab\x01c\x02 d\x03\x04\x05é\x06", "paste\r\nd")
	f.Add("\x07\x07😀\x01\x01", "\xff\n")
	f.Fuzz(func(t *testing.T, keys, pasted string) {
		fuzzed.Within(t, func() {
			if len(keys) > 500 || len(pasted) > 500 {
				return
			}
			var b buffer
			for _, r := range keys {
				switch r {
				case 1:
					b.remove(b.previous())
				case 2:
					b.remove(b.nextWord())
				case 3:
					b.move(b.previousWord(), true)
				case 4:
					b.undo()
				case 5:
					b.redo()
				case 6:
					b.insert(pasted)
				case 7:
					b.move(b.previous(), false)
				default:
					b.insert(string(r))
				}
				if !utf8.ValidString(b.text) || !utf8.ValidString(b.text[:b.caret]) || !utf8.ValidString(b.selected()) {
					t.Fatalf("after %q the text is %q with the caret at %d", r, b.text, b.caret)
				}
			}
			was, steps := b.text, 0
			for b.undo() {
				steps++
			}
			if b.text != "" {
				t.Fatalf("undone, %q is left", b.text)
			}
			for range steps {
				b.redo()
			}
			if b.text != was {
				t.Fatalf("redone it is %q, it was %q", b.text, was)
			}
		})
	})
}
