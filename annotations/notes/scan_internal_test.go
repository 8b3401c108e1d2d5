package notes

import (
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/fuzzed"
)

// alike fails the test if a note is read otherwise because it is written as this
// program writes notes.
func alike(t *testing.T, data []byte) {
	t.Helper()
	fast, ok := scanNote(data)
	if !ok {
		return
	}
	slow, err := unmarshal(data)
	if err != nil || !fast.Equal(&slow) || fast.Made != slow.Made || fast.Changed != slow.Changed {
		t.Errorf("%s is read as %+v, and as %+v, %v", data, fast, slow, err)
	}
}

func FuzzScan(f *testing.F) {
	n := Note{ID: "01", Text: "a \"ü\n", Tags: []string{"t"}, About: []annotations.EntityID{"e"}, Made: time.Unix(1, 0).UTC(), Style: Side}
	n.Target = Target{Text: "ab", Position: anchor.TextPositionSelector{Start: 1, End: 30}, Quote: anchor.TextQuoteSelector{Exact: "x", Prefix: "y"}, Aside: true}
	for range 2 {
		data, err := Marshal(&n, nil)
		if err != nil {
			f.Fatal(err)
		}
		if _, ok := scanNote(data); !ok {
			f.Errorf("%s is not read the fast way", data)
		}
		f.Add(data)
		n.Target.File = `{"type":"RangeSelector","startSelector":{"type":"X"}}`
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed.Within(t, func() { alike(t, data) })
	})
}
