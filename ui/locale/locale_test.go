package locale_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/locale"
)

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 24: "24", 999: "999", 1200: "1,200", 1234567: "1,234,567", 0.5: "0.5", -2000.25: "−2,000.25",
	} {
		if got := locale.Number(v); got != want {
			t.Errorf("Number(%v) = %q, want %q", v, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	for edtf, want := range map[string]string{
		"2025-03-06": "6 March 2025", "2024-21": "spring 2024", "198X~": "about 1980s",
		"2025-03-19/2025-03-21": "19–21 March 2025", "../2025": "until 2025", "2025?": "probably 2025", "2025-03%": "probably about March 2025",
	} {
		d, err := annotations.ParseDate(edtf)
		if err != nil {
			t.Fatal(err)
		}
		if got := locale.Date(d); got != want {
			t.Errorf("Date(%s) = %q, want %q", edtf, got, want)
		}
	}
}
