package annotations_test

import (
	"testing"

	"sidelight/annotations"
)

// A language with other forms than English: the day has a point.
func TestDateInAnotherLanguage(t *testing.T) {
	german := annotations.DateLanguage{
		Months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni",
			"Juli", "August", "September", "Oktober", "November", "Dezember"},
		Seasons: [4]string{"Frühjahr", "Sommer", "Herbst", "Winter"},
		Day:     "%s.", Decade: "%ser", Before: "%s v. Chr.", About: "um %s", Unsure: "vermutlich %s",
		Until: "bis %s", Since: "seit %s", To: "bis",
	}
	for edtf, want := range map[string]string{
		"2025-03-06": "6. März 2025", "2024-23": "Herbst 2024", "1987~": "um 1987",
		"2025-03-19/2025-03-21": "19.–21. März 2025", "2025-01-19/2025-03-01": "19. Januar bis 1. März 2025",
		"2025-03-06/..": "seit 6. März 2025", "2025-03-05?/2025-03-07?": "vermutlich 5.–7. März 2025", "198X%": "vermutlich um 1980er", "-0043": "44 v. Chr.",
	} {
		d, err := annotations.ParseDate(edtf)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.In(german); got != want {
			t.Errorf("%s is %q, want %q", edtf, got, want)
		}
	}
}
