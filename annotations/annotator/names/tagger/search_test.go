package tagger

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// sum is the score of a path, or never if it may not be.
func sum(scores [][Labels]int32, t *Transitions, path []Label) int32 {
	total, previous := int32(0), Outside
	for i, l := range path {
		if !follows(previous, l) {
			return never
		}
		total += t[previous][l] + scores[i][l]
		previous = l
	}
	if previous.open() {
		return never
	}
	return total + t[previous][Outside]
}

// everyPath calls f with each path of n labels.
func everyPath(n int, f func([]Label)) {
	path := make([]Label, n)
	var fill func(i int)
	fill = func(i int) {
		if i == n {
			f(path)
			return
		}
		for l := range Label(Labels) {
			path[i] = l
			fill(i + 1)
		}
	}
	fill(0)
}

// The best path and the margins are those that trying every path gives.
func TestSearchIsExact(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		n := 1 + r.IntN(3)
		scores, trans := make([][Labels]int32, n), Transitions{}
		for i := range scores {
			for l := range scores[i] {
				scores[i][l] = int32(r.IntN(200) - 100)
			}
		}
		for a := range trans {
			for b := range trans[a] {
				trans[a][b] = int32(r.IntN(60) - 30)
			}
		}
		best, other := int32(2*never), make([]int32, n)
		var right []Label
		everyPath(n, func(p []Label) {
			if v := sum(scores, &trans, p); v > best {
				best, right = v, slices.Clone(p)
			}
		})
		for i := range other {
			other[i] = 2 * never
		}
		everyPath(n, func(p []Label) {
			v := sum(scores, &trans, p)
			for i := range p {
				if p[i] != right[i] {
					other[i] = max(other[i], v)
				}
			}
		})
		var p paths
		labels, margins := make([]Label, n), make([]int32, n)
		top := p.best(scores, &trans, nil, labels)
		p.margin(scores, &trans, top, labels, margins)
		if top != best || sum(scores, &trans, labels) != best {
			t.Fatalf("best path %v of %d, want %v of %d", labels, top, right, best)
		}
		for i, m := range margins {
			if m != best-other[i] {
				t.Errorf("margin %d of word %d, want %d", m, i, best-other[i])
			}
		}
	}
}

func TestAllowedLabelsBindThePath(t *testing.T) {
	var s Search
	var trans Transitions
	scores := s.Scores(3)
	scores[1][Outside] = 1000
	allowed := []uint32{1 << LabelOf(Place, 0, 2), 1 << LabelOf(Place, 1, 2), 1<<Outside | 1<<LabelOf(Misc, 0, 1)}
	want := []Label{LabelOf(Place, 0, 2), LabelOf(Place, 1, 2), Outside}
	scores[2][Outside] = 1
	if got := s.Right(&trans, allowed); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if Possible([]uint32{1 << LabelOf(Place, 0, 2), 1 << Outside}) || !Possible(allowed) || Possible(allowed[:1]) {
		t.Error("a name that is cut off is possible")
	}
}

// The sums of packed rows are the sums of the weights.
func TestPackedRowsAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	w := newWeights(most)
	var features []uint32
	var want [Labels]int32
	for i := range most {
		var values [Labels]int8
		for l := range values {
			values[l] = int8(r.IntN(255) - 127)
			if i%3 == 0 {
				values[l] = 127
			}
			want[l] += int32(values[l])
		}
		if got := unpack(pack(&values)); got != values {
			t.Fatalf("%v is packed to %v", values, got)
		}
		key := r.Uint32() | 1
		w.add(key, pack(&values))
		features = append(features, key)
	}
	var got [Labels]int32
	w.score(features, &got)
	if got != want {
		t.Errorf("%v, want %v", got, want)
	}
	w.score([]uint32{2, 4, 6}, &got)
	if got != [Labels]int32{} {
		t.Errorf("features that nobody knows have weight: %v", got)
	}
}

func TestScale(t *testing.T) {
	var of []Judged
	for i := range 400 {
		of = append(of, Judged{margin: int32(i), right: i%10 != 0 && i > 100 || i%2 == 0})
	}
	var s scale
	s[seen][Person] = steps(of)
	last := float32(0)
	for m := int32(-50); m < 500; m += 10 {
		v := s.of(&name{class: Person, margin: m})
		if v < last || v <= 0 || v >= 1 {
			t.Errorf("at %d the probability is %f behind %f", m, v, last)
		}
		last = v
	}
	if low, high := s.of(&name{class: Person, margin: 20}), s.of(&name{class: Person, margin: 380}); low > 0.6 || high < 0.85 {
		t.Errorf("%f and %f", low, high)
	}
}

func TestForms(t *testing.T) {
	for _, c := range []struct {
		word string
		want form
	}{
		{"word", formLower}, {"Word", formTitle}, {"WORD", formCapital}, {"iPhone", formMixed}, {"McDonald", formMixed},
		{"W", formInitial}, {"W.", formInitial}, {"U.S.", formInitial}, {"1990", formDigit}, {"3rd", formDigit},
		{"G20", formCapital}, {"—", formPunct}, {"'s", formPunct}, {"Łódź", formTitle}, {"ÉLAN", formCapital},
	} {
		var k look
		k.scan(c.word)
		if k.form != c.want {
			t.Errorf("%s: %d, want %d", c.word, k.form, c.want)
		}
		if k.word != Hash(c.word) {
			t.Errorf("%s has two hashes", c.word)
		}
	}
	if Hash("Wo\u00adrd") != Hash("word") || Hash("d’Or") != Hash("D'or") {
		t.Error("a soft hyphen or a quotation mark makes another word")
	}
}
