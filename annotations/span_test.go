package annotations

import "testing"

func TestSpanRelations(t *testing.T) {
	s := Span{4, 8}
	tests := []struct {
		name                      string
		o                         Span
		covers, overlaps, crosses bool
		intersect                 Span
	}{
		{"the same", Span{4, 8}, true, true, false, Span{4, 8}},
		{"inside", Span{5, 6}, true, true, false, Span{5, 6}},
		{"around", Span{0, 9}, false, true, false, Span{4, 8}},
		{"over the end", Span{6, 9}, false, true, true, Span{6, 8}},
		{"over the start", Span{2, 5}, false, true, true, Span{4, 5}},
		{"touching the end", Span{8, 9}, false, false, false, Span{}},
		{"touching the start", Span{1, 4}, false, false, false, Span{}},
		{"apart", Span{20, 30}, false, false, false, Span{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := s.Covers(tt.o); got != tt.covers {
				t.Errorf("Covers = %v", got)
			}
			if got := s.Overlaps(tt.o); got != tt.overlaps {
				t.Errorf("Overlaps = %v", got)
			}
			if got := s.Crosses(tt.o); got != tt.crosses || tt.o.Crosses(s) != got {
				t.Errorf("Crosses = %v, the other way %v", got, tt.o.Crosses(s))
			}
			if got := s.Intersect(tt.o); got != tt.intersect {
				t.Errorf("Intersect = %v, want %v", got, tt.intersect)
			}
		})
	}
}

func TestSpanContainsItsStartAndNotItsEnd(t *testing.T) {
	s := Span{4, 8}
	for offset, want := range map[int]bool{3: false, 4: true, 7: true, 8: false} {
		if got := s.Contains(offset); got != want {
			t.Errorf("Contains(%d) = %v", offset, got)
		}
	}
}

func TestSpanValidIn(t *testing.T) {
	const text = "aé“z" // bytes: a, é of two, “ of three, z
	tests := []struct {
		s    Span
		want bool
	}{
		{Span{0, 1}, true}, {Span{1, 3}, true}, {Span{3, 6}, true}, {Span{0, 7}, true},
		{Span{0, 0}, false}, {Span{2, 3}, false}, {Span{1, 2}, false}, {Span{3, 5}, false},
		{Span{-1, 1}, false}, {Span{6, 8}, false}, {Span{7, 7}, false}, {Span{3, 1}, false},
	}
	for _, tt := range tests {
		if got := tt.s.ValidIn(text); got != tt.want {
			t.Errorf("%v.ValidIn = %v", tt.s, got)
		}
	}
}
