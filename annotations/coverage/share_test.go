package coverage

import (
	"slices"
	"testing"
	"testing/quick"

	"sidelight/annotations"
)

func TestPercents(t *testing.T) {
	for _, tt := range []struct{ counts, want []int }{
		{nil, []int{}},
		{[]int{0, 0}, []int{0, 0}},
		{[]int{7}, []int{100}},
		{[]int{0, 1, 0, 1, 1}, []int{0, 34, 0, 33, 33}}, // equal losses: the first gets it
		{[]int{1, 1, 1, 1, 1, 1}, []int{17, 17, 17, 17, 16, 16}},
		{[]int{121, 87, 64, 71, 232}, []int{21, 15, 11, 13, 40}}, // 12.35 and 40.35: the first again
		{[]int{1, 199}, []int{1, 99}},                            // 0.5 and 99.5
		{[]int{1, 999}, []int{0, 100}},
	} {
		if got := Percents(tt.counts); !slices.Equal(got, tt.want) {
			t.Errorf("%v: %v, want %v", tt.counts, got, tt.want)
		}
	}
}

// The percents sum to 100, none differs from the exact share by a whole percent, and
// of two counts the greater has no smaller share, nor the later of two that are equal
// a greater one.
func TestPercentsOfAnything(t *testing.T) {
	holds := func(counts []int) bool {
		total, sum := 0, 0
		for _, n := range counts {
			total += n
		}
		percents := Percents(counts)
		for i, p := range percents {
			sum += p
			if off := p*total - 100*counts[i]; off <= -total && total > 0 || off >= total && total > 0 {
				return false
			}
			for j := range i {
				if counts[j] >= counts[i] && percents[j] < p || counts[j] < counts[i] && percents[j] > p {
					return false
				}
			}
		}
		return len(percents) == len(counts) && (sum == 100 || total == 0 && sum == 0)
	}
	few := func(counts [5]uint8) bool { // small counts, so that losses are often equal
		return holds([]int{int(counts[0] % 9), int(counts[1] % 9), int(counts[2] % 9), int(counts[3] % 9), int(counts[4] % 9)})
	}
	many := func(words []uint32) bool {
		counts := make([]int, len(words))
		for i, n := range words {
			counts[i] = int(n)
		}
		return holds(counts)
	}
	for _, property := range []any{few, many} {
		if err := quick.Check(property, &quick.Config{MaxCount: 20_000}); err != nil {
			t.Error(err)
		}
	}
}

// What is in no passage is the article's own account if the program looked for passages,
// and of an unknown voice if an editor did.
func TestVoices_OfWhatTheProgramMarked(t *testing.T) {
	a, err := annotations.NewArticle("a.txt", "One two, said three. Four five six seven.")
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Article: a, Passages: []annotations.Passage{{Span: annotations.Span{End: 20}, Voice: annotations.OnRecord, Name: "three"}}}
	for marked, want := range map[bool]int{false: 0, true: 4} {
		c.Marked = marked
		e, err := annotations.New(c)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range Voices(e) {
			if s.Voice == annotations.OwnAccount && s.Words != want {
				t.Errorf("marked %v: %d words are the article's own account, want %d", marked, s.Words, want)
			}
		}
	}
}
