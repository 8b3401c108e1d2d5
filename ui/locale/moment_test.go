package locale_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/locale"
)

func TestDateAloud(t *testing.T) {
	for edtf, want := range map[string]string{
		"2025-02?":              "in February 2025, uncertain",
		"2025-02":               "in February 2025",
		"2025-03-05":            "5 March 2025",
		"2025-03-05?":           "5 March 2025, uncertain",
		"1997":                  "1997",
		"1987~":                 "about 1987",
		"2023-10-07/..":         "since 7 October 2023",
		"../2020":               "until 2020",
		"2025-01-19/2025-03-18": "19 January to 18 March 2025",
		"2025-02?/2025-03-05":   "February 2025, uncertain, to 5 March 2025",
		"2025-02?/2025-03?":     "February to March 2025, uncertain",
	} {
		d, err := annotations.ParseDate(edtf)
		if err != nil {
			t.Fatal(err)
		}
		if got := locale.DateAloud(d); got != want {
			t.Errorf("%s: %q, want %q", edtf, got, want)
		}
	}
}
