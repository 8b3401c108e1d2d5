package search

import "testing"

func TestDistance(t *testing.T) {
	tests := []struct {
		typed, word string
		want        int // -1: more than allowed
	}{
		{"hamas", "hamas", 0},
		{"hammas", "hamas", 1},
		{"hmaas", "hamas", 1},
		{"hamaz", "hamas", 1},
		{"hmsaa", "hamas", -1},
		{"gaz", "gza", -1},
		{"aza", "gaza", -1},
		{"zaza", "gaza", -1}, // the first letter tells short words apart
		{"kisrael", "israel", 1},
		{"netnayahu", "netanyahu", 1},
		{"natenyahu", "netanyahu", 2},
		{"natenyaho", "netanyahu", -1},
		{"netnay", "netanyahu", 1},
		{"lévitt", "lewitt", -1},
		{"émigrr", "émigré", 1},
	}
	for _, tt := range tests {
		limit := allowedEdits(tt.typed)
		got := distance(tt.typed, tt.word, limit)
		if tt.want < 0 && got <= limit || tt.want >= 0 && got != tt.want {
			t.Errorf("distance(%q, %q) = %d with a limit of %d, want %d", tt.typed, tt.word, got, limit, tt.want)
		}
	}
}
