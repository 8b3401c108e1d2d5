package search

import (
	"slices"
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	tests := []struct {
		text  string
		value int64
		words int
	}{
		{"2000", 2000, 1},
		{"1 200", 1200, 2},
		{"12 500 300", 12500300, 3},
		{"7 12", 7, 1},
		{"two thousand prisoners", 2000, 2},
		{"one thousand two hundred", 1200, 4},
		{"twelve hundred", 1200, 2},
		{"twenty four hostages", 24, 2},
		{"two hundred and five", 205, 4},
		{"two and five", 2, 1},
		{"five billion", 5e9, 2},
		{"5 million people", 5e6, 2},
		{"19th", 19, 1},
		{"thirty three", 33, 2},
		{"ten five", 10, 1},
		{"five twenty", 5, 1},
		{"hundred", 0, 0},
		{"and two", 0, 0},
		{"hostages", 0, 0},
		{"9 999 999 999 999", 9999999999, 4},
		{"9999999999999999", 0, 0},
		{"nine hundred billion thousand thousand", 900e9, 3},
		{"2nd of", 2, 1},
	}
	for _, tt := range tests {
		if v, n := number(strings.Fields(tt.text)); v != tt.value || n != tt.words {
			t.Errorf("number(%q) = %d of %d words, want %d of %d", tt.text, v, n, tt.value, tt.words)
		}
	}
}

// Every dress of a number is read as that number.
func TestDresses(t *testing.T) {
	for _, v := range []int64{0, 1, 5, 12, 20, 24, 100, 105, 1200, 1997, 2000, 9900, 21900, 48400, 2000000, 5e9, 999999} {
		all := dresses(v)
		for _, d := range all {
			if got, n := number(strings.Fields(d)); (got != v || n != len(strings.Fields(d))) && d != "zero" {
				t.Errorf("%q is %d, want %d", d, got, v)
			}
		}
		if v == 1200 && !slices.Contains(all, "twelve hundred") || v == 5e9 && !slices.Contains(all, "5 billion") {
			t.Errorf("%d has the dresses %q", v, all)
		}
	}
}

func TestDated(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2023-10-07", "7 October 2023"},
		{"10/7/2023", "7 October 2023"},
		{"on 7.10.2023", "on 7 October 2023"},
		{"10/7", "7 October "},
		{"31/12/2024", "31/12/2024"},
		{"2023-13-40", "2023-13-40"},
		{"1,200 of 2.5", "1,200 of 2.5"},
		{"24/35", "24/35"},
	}
	for _, tt := range tests {
		if got := dated(tt.in); got != tt.want {
			t.Errorf("dated(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
