package timeline_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/timeline"
)

func date(t testing.TB, s string) annotations.Date {
	t.Helper()
	if s == "" {
		return annotations.Date{}
	}
	d, err := annotations.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestOrder holds what dates in EDTF tell of their order. Whatever is not in the table as
// known is not to be known in either direction.
func TestOrder(t *testing.T) {
	for _, c := range []struct {
		a, b       string
		there, way timeline.Link // of a before b, and of b before a
	}{
		{"1997", "2023-10-07", timeline.Then, timeline.Unknown},
		{"2025-03-05", "2025-03-05", timeline.Unknown, timeline.Unknown},
		{"2025-02?", "2025-02-14", timeline.Unknown, timeline.Unknown},
		{"2025-02", "2025-02-14", timeline.Unknown, timeline.Unknown},
		{"2025", "2025-02-14", timeline.Unknown, timeline.Unknown},
		{"2025-01-31", "2025-02", timeline.Then, timeline.Unknown},
		{"202X", "2025-02-14", timeline.Unknown, timeline.Unknown},
		{"2025-24", "2025-12-24", timeline.Unknown, timeline.Unknown},
		{"", "2025-02-14", timeline.Unknown, timeline.Unknown},
		{"", "", timeline.Unknown, timeline.Unknown},
		// Ranges that overlap: no more than which began first, and that only for certain.
		{"2025-01-19/2025-03-18", "2025-03-02", timeline.Began, timeline.Unknown},
		{"2025-01-19/2025-03-18", "2025-01-19/2025-02-27", timeline.Unknown, timeline.Unknown},
		{"2025-02?/2025-03-05", "2025-01-19/2025-03-18", timeline.Unknown, timeline.Unknown},
		{"2025-01-19~/2025-03-18", "2025-03-02", timeline.Unknown, timeline.Unknown},
		{"2025-02?/2025-03-05", "2025-03-05", timeline.Unknown, timeline.Unknown},
		{"2025-01-19/2025-02-27", "2025-03-02", timeline.Then, timeline.Unknown},
		// Ends that are open or not known.
		{"2023-10-07/..", "2023-10-07", timeline.Unknown, timeline.Unknown},
		{"2023-10-07/..", "2025-01-19", timeline.Began, timeline.Unknown},
		{"2023-10-07/", "2025-01-19", timeline.Began, timeline.Unknown},
		{"../2020", "2025-01-19", timeline.Then, timeline.Unknown},
		{"../2025-02", "2025-01-19", timeline.Unknown, timeline.Unknown},
		{"../2025-02", "2024/2025-01", timeline.Unknown, timeline.Unknown},
		{"../2025-02", "2023-10-07/..", timeline.Unknown, timeline.Unknown},
	} {
		a, b := date(t, c.a), date(t, c.b)
		if got := timeline.Order(a, b); got != c.there {
			t.Errorf("%q before %q: %v, want %v", c.a, c.b, got, c.there)
		}
		if got := timeline.Order(b, a); got != c.way {
			t.Errorf("%q before %q: %v, want %v", c.b, c.a, got, c.way)
		}
	}
}
