package numbers_test

import (
	"os"
	"testing"

	"sidelight/annotations/annotator/numbers"
)

// The article that comes with the program has the numbers that its editors marked.
func TestBundledArticle(t *testing.T) {
	text, err := os.ReadFile("../../../assets/edition/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		words, unit, hedge string
		value              float64
	}{
		{"more than 1,200 people", "people", "more than", 1200},
		{"approximately 24 living hostages", "hostages", "approximately", 24},
		{"at least 35 others", "others", "at least", 35},
		{"Four other American hostages", "hostages", "", 4},
		{"half of the remaining hostages", "", "", 0.5},
		{"33 Israeli hostages", "hostages", "", 33},
		{"5 Thai nationals", "nationals", "", 5},
		{"approximately 2,000 Palestinian prisoners and detainees", "prisoners", "approximately", 2000},
	}
	found := map[string]int{}
	all := find(t, string(text), "en")
	for i, n := range all {
		found[string(text)[n.Start:n.End]] = i + 1
	}
	for _, w := range want {
		i := found[w.words]
		if i == 0 {
			t.Errorf("%q is not found", w.words)
			continue
		}
		if n := all[i-1]; n.Value != w.value || n.Unit != w.unit || n.Hedge != w.hedge {
			t.Errorf("%q is read as %v, %q, %q", w.words, n.Value, n.Unit, n.Hedge)
		}
		delete(found, w.words)
	}
	for words := range found {
		t.Logf("besides, without the dates: %q", words)
	}
}

// BenchmarkFind measures the stage on the article that comes with the program, twenty
// times over.
func BenchmarkFind(b *testing.B) {
	text, err := os.ReadFile("../../../assets/edition/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	var all []byte
	for range 20 {
		all = append(append(all, text...), '\n')
	}
	d := doc(b, string(all), "en")
	words := 0
	for i := range d.Tokens {
		if c := d.Word(i)[0]; c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' {
			words++
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := numbers.Find(b.Context(), d, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
