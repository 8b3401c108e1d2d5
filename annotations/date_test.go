package annotations

import (
	"strings"
	"testing"
	"time"

	"sidelight/annotations/fuzzed"
)

func TestParseDate(t *testing.T) {
	tests := []struct {
		edtf, earliest, latest, words string
	}{
		{"2025", "2025-01-01", "2025-12-31", "2025"},
		{"2025-03", "2025-03-01", "2025-03-31", "March 2025"},
		{"2024-02", "2024-02-01", "2024-02-29", "February 2024"},
		{"2025-03-05", "2025-03-05", "2025-03-05", "5 March 2025"},
		{"2024-02-29", "2024-02-29", "2024-02-29", "29 February 2024"},
		{"2025-XX", "2025-01-01", "2025-12-31", "2025"},
		{"2025-03-XX", "2025-03-01", "2025-03-31", "March 2025"},
		{"2025-XX-XX", "2025-01-01", "2025-12-31", "2025"},
		{"202X", "2020-01-01", "2029-12-31", "2020s"},
		{"2024-21", "2024-03-01", "2024-05-31", "spring 2024"},
		{"2024-22", "2024-06-01", "2024-08-31", "summer 2024"},
		{"2024-24", "2024-12-01", "2025-02-28", "winter 2024"},
		{"-0043", "-0043-01-01", "-0043-12-31", "44 BC"},
		{"-0043-03-15", "-0043-03-15", "-0043-03-15", "15 March 44 BC"},
		{"-0550~/-0480", "-0550-01-01", "-0480-12-31", "about 551 BC to 481 BC"},
		{"-0009/0014", "-0009-01-01", "0014-12-31", "10 BC to 0014"},
		{"1987~", "1987-01-01", "1987-12-31", "about 1987"},
		{"1987?", "1987-01-01", "1987-12-31", "probably 1987"},
		{"1987-06%", "1987-06-01", "1987-06-30", "probably about June 1987"},
		{"2025-01-19/2025-03-01", "2025-01-19", "2025-03-01", "19 January to 1 March 2025"},
		{"2024-12-01/2025-01-02", "2024-12-01", "2025-01-02", "1 December 2024 to 2 January 2025"},
		{"2025-03-01/2025-03-05", "2025-03-01", "2025-03-05", "1–5 March 2025"},
		{"2025-03-05?/2025-03-07?", "2025-03-05", "2025-03-07", "probably 5–7 March 2025"},
		{"2025-03-05/2025-03-07?", "2025-03-05", "2025-03-07", "5 March 2025 to probably 7 March 2025"},
		{"2025-01~/2025-03~", "2025-01-01", "2025-03-31", "about January to March 2025"},
		{"../2026-05?", "", "2026-05-31", "until probably May 2026"},
		{"2025-02/2025-04", "2025-02-01", "2025-04-30", "February to April 2025"},
		{"2024/2025", "2024-01-01", "2025-12-31", "2024 to 2025"},
		{"2023-10-07/..", "2023-10-07", "", "since 7 October 2023"},
		{"2023-10-07/", "2023-10-07", "", "since 7 October 2023"},
		{"../2025", "", "2025-12-31", "until 2025"},
		{"/2025-03", "", "2025-03-31", "until March 2025"},
	}
	for _, tt := range tests {
		t.Run(tt.edtf, func(t *testing.T) {
			d, err := ParseDate(tt.edtf)
			if err != nil {
				t.Fatal(err)
			}
			if got := dayString(d.Earliest()); got != tt.earliest {
				t.Errorf("earliest %s, want %s", got, tt.earliest)
			}
			if got := dayString(d.Latest()); got != tt.latest {
				t.Errorf("latest %s, want %s", got, tt.latest)
			}
			if got := d.Words(); got != tt.words {
				t.Errorf("in words %q, want %q", got, tt.words)
			}
			if d.String() != tt.edtf || d.IsZero() {
				t.Errorf("String() = %q, IsZero() = %v", d, d.IsZero())
			}
		})
	}
}

func dayString(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"", "25", "20255", "March 2025", "2025-13", "2025-00", "2025-3", "2025-03-5", "2025-02-29", "2025-02-30",
		"2025-04-31", "2025-03-00", "2025-03-05-01", "2025-21-05", "2025-XX-05", "202X-05", "XXXX", "0000", "2025-",
		"2025-03-05T10:00", "5/3/2025", "../..", "/", "..", "2025/2024", "2025-03-05/2025-03-04", "2025/2026/2027",
		"2025-03-05/soon", "~", "2025~~", "２０２５", "--2025", "-0000", "-004X", "-43", "-0043-02-30", "-", "2025-+3", "2025-03-+5",
	} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("%q is read as %s to %s", s, dayString(d.Earliest()), dayString(d.Latest()))
		} else if s != "" && !strings.Contains(err.Error(), `"`) {
			t.Errorf("%q: the error does not repeat what was written: %v", s, err)
		}
	}
}

func TestDateBefore(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"2025-03-04", "2025-03-05", true},
		{"2025-03-05", "2025-03-05", false},
		{"2025-03", "2025-03-05", false}, // it may be the 31st
		{"2025-02", "2025-03-05", true},
		{"../2025-03-04", "2025-03-05", true},
		{"2023-10-07/..", "2025-03-05", false},
		{"2025-03-04", "../2025-03-05", false},
	}
	for _, tt := range tests {
		a, errA := ParseDate(tt.a)
		b, errB := ParseDate(tt.b)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if got := a.Before(b); got != tt.want {
			t.Errorf("%s before %s: %v", tt.a, tt.b, got)
		}
	}
	if (Date{}).Before(Date{}) || (Date{}).Words() != "" {
		t.Error("no date is before no date, or has words")
	}
}

// A date that is read has bounds in order and words to show.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2025-03-05", "202X", "2024-21?", "2025-01-19/..", "/2025%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed.Within(t, func() {
			d, err := ParseDate(s)
			if err != nil {
				return
			}
			if !d.Earliest().IsZero() && !d.Latest().IsZero() && d.Latest().Before(d.Earliest()) {
				t.Fatalf("%q runs from %s to %s", s, d.Earliest(), d.Latest())
			}
			if strings.TrimSpace(d.Words()) == "" {
				t.Fatalf("%q has no words", s)
			}
		})
	})
}
