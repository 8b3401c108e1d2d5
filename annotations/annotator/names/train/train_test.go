package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/names/gold"
	"sidelight/annotations/annotator/names/tagger"
)

const room = ".."

// The model that is built in is the one that the data give: the record beside it names
// their sums, and that of a small model which is made here, twice.
func TestModelIsWhatItsDataGive(t *testing.T) {
	if testing.Short() {
		t.Skip("it learns on one goroutine")
	}
	data := filepath.Join(room, "data")
	x, err := readLexicon(data)
	if err != nil {
		t.Fatal(err)
	}
	texts, err := readCorpora(data)
	if err != nil {
		t.Fatal(err)
	}
	model, err := os.ReadFile(filepath.Join(room, "model.bin"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(room, "model.bin.sums"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := recordOf(context.Background(), x, texts, data, model)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the model was made of something else: run make model\nis   %s\nwas  %s", got, want)
	}
	again, err := readLexicon(data)
	if err != nil {
		t.Fatal(err)
	}
	small, err := sample(context.Background(), again, texts)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasSuffix(want, fmt.Appendf(nil, "sample %x\n", sha256.Sum256(small))) {
		t.Error("learnt again from the same texts, the model is another")
	}
}

func TestEncodedModelIsRead(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(room, "model.bin"))
	if err != nil {
		t.Fatal(err)
	}
	m, err := tagger.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(m.Encode(), b) {
		t.Error("a model that is read and written is another")
	}
	for _, n := range []int{0, 5, len(b) / 2, len(b) - 1} {
		if _, err := tagger.Decode(b[:n]); err == nil {
			t.Errorf("a model of %d bytes of %d is read", n, len(b))
		}
	}
}

func TestConvention(t *testing.T) {
	for _, c := range []struct{ text, kind, want, class string }{
		{"the United Nations", "ORG", "United Nations", "ORG"},
		{"President Ada Low", "PER", "Ada Low", "PER"},
		{"Ada Low's", "PER", "Ada Low", "PER"},
		{"Ada Low’", "PER", "Ada Low", "PER"},
		{"German", "LOC", "German", "MISC"},
		{"French", "PER", "French", "PER"},
		{"Ellery Inc.", "ORG", "Ellery Inc.", "ORG"},
		{"Ellery Bank.", "ORG", "Ellery Bank", "ORG"},
		{"“The Tempest,”", "MISC", "Tempest", "MISC"},
	} {
		n, class, ok := convention(c.text, gold.Name{Span: annotations.Span{Start: 0, End: len(c.text)}, Kind: c.kind})
		if got := c.text[n.Start:n.End]; !ok || got != c.want || class.String() != c.class {
			t.Errorf("%s %q: %q, %s, want %q, %s", c.kind, c.text, got, class, c.want, c.class)
		}
	}
	if _, _, ok := convention("1990", gold.Name{Span: annotations.Span{Start: 0, End: 4}, Kind: "DATE"}); ok {
		t.Error("a date is a name")
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct{ list, name, want string }{
		{"club", "Walsall FC", "Walsall FC"},
		{"club", "PFK CSKA Moscow [en]", "PFK CSKA Moscow"},
		{"club", "Am Eliaspark 1 // 03042 Cottbus", ""},
		{"club", "Sturm Graz Amat.", ""},
		{"club", "Ellery Stadium", ""},
		{"club", "$$FC", ""},
		{"company", "Trade Desk (The)", "Trade Desk"},
	} {
		if got := clean(c.list, c.name); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.list, c.name, got, c.want)
		}
	}
}

func TestNothingIsHeldBackFromItself(t *testing.T) {
	var texts []text
	for i := range 1000 {
		texts = append(texts, text{Document: &gold.Document{ID: fmt.Sprint("d", i)}})
	}
	kept, held := divide(texts)
	if len(kept)+len(held) != 1000 || len(held) < 50 || len(held) > 200 {
		t.Errorf("%d kept, %d held back", len(kept), len(held))
	}
}
