package edition

import (
	"testing"

	"sidelight/annotations"
)

func TestLaterThan(t *testing.T) {
	day, err := annotations.ParseDate("2025-03-05/2025-03-07")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"On 10 March 2025 it was called a one-off.": "10 March 2025",
		"On March 10, 2025, it was so called.":      "10 March 2025",
		"In April 2025 it ended.":                   "April 2025",
		"In June and November 2025 it ended.":       "November 2025",
		"It ended in 2026.":                         "2026",
		"On 7 March 2025 it was denied.":            "",
		"In March 2025 it was denied.":              "", // that may be before
		"In 2025 it was denied.":                    "",
		"On 7 October 2023, and in April 2025.":     "April 2025",
		"He wrote “by April 2026”.":                 "",
		"About 48,400 and 12026 people.":            "",
		"On 45 March 2026 nobody was there.":        "",
		"":                                          "",
	} {
		if got, _ := laterThan(text, day); got != want {
			t.Errorf("%q tells of %q, want %q", text, got, want)
		}
	}
}
