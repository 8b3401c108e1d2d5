package numbers

import (
	"slices"
	"testing"
)

// Words are found by halving: every list must be in order, without a word twice.
func TestListsAreSorted(t *testing.T) {
	lists := map[string][]string{
		"stops": stops, "plurals": plurals, "singulars": singulars, "hurt": hurt, "afterHalf": afterHalf,
		"notBeforeHalf": notBeforeHalf, "durations": durations, "ages": ages, "identifies": identifies,
		"streets": streets, "clocks": clocks, "pointing": pointing, "lone": lone, "wholes": wholes, "codes": codes,
		"determiners": determiners, "behindNouns": behindNouns, "hedgeEnds": hedgeEnds, "degreesOf": degreesOf,
		"spoken": spoken, "abbreviated": abbreviated, "numbered": numbered, "strictly": strictly, "lengthy": lengthy,
	}
	for _, s := range spellings {
		lists["spellings"] = append(lists["spellings"], s.word)
	}
	for name, table := range map[string][]pair{
		"unitWords": unitWords, "unitSigns": unitSigns, "coins": coins, "owners": owners, "things": things,
	} {
		for _, p := range table {
			lists[name] = append(lists[name], p.word)
		}
	}
	for name, list := range lists {
		for i := 1; i < len(list); i++ {
			if list[i-1] >= list[i] {
				t.Errorf("%s: %q stands before %q", name, list[i-1], list[i])
			}
		}
	}
	for _, h := range hedges {
		if last := h[len(h)-1]; !slices.Contains(hedgeEnds, last) {
			t.Errorf("hedgeEnds lacks %q", last)
		}
	}
}
