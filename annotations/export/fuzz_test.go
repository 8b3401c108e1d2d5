package export

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"testing"
	"testing/fstest"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/annotations/fuzzed"
)

// Whatever a valid edition holds, it is exported as one JSON value, the same each
// time.
func FuzzExport(f *testing.F) {
	packed, err := edition.Pack(f.Context(), os.DirFS("../edition/testdata/sample"))
	if err != nil {
		f.Fatal(err)
	}
	text, err := os.ReadFile("../edition/testdata/sample/article.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed, string(text))
	f.Add([]byte(`{"Article":"a","Name":"\u2028\"<"}`), "On 5 May 2021 Ada Quill said “yes, 1,200 times”. 雨。")
	f.Add([]byte(`{"Article":"a","Content":{"Title":"\u0000\ud800<"}}`), "\u202e“«„ 1.\u0301 ﬁ٣ Ω–")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		fuzzed.Within(t, func() {
			e, err := edition.Unpack(data, fstest.MapFS{"a": {Data: []byte(text)}, "article.txt": {Data: []byte(text)}})
			if err != nil {
				return
			}
			for name, export := range map[string]func(io.Writer, *annotations.Edition, Parts) error{"JSON": JSON, "W3C": W3C} {
				var once, again bytes.Buffer
				if err := export(&once, e, Parts{Marks: true}); err != nil {
					t.Fatal(err)
				}
				if !json.Valid(once.Bytes()) {
					t.Fatalf("%s is written as %q", name, once.Bytes())
				}
				if err := export(&again, e, Parts{Marks: true}); err != nil || !bytes.Equal(once.Bytes(), again.Bytes()) {
					t.Fatalf("%s is written another way the second time (%v)", name, err)
				}
			}
		})
	})
}
