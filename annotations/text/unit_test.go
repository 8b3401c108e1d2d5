package text_test

import (
	"testing"

	"sidelight/annotations/text"
)

func TestBeginsUnit(t *testing.T) {
	for s, want := range map[string]bool{
		"35 MPa after": true, "35 MPa": true, "5 km/h.": true, "20 °C, then": true, "12 %": true,
		"35 men": false, "35 m": true, "35 more": false, "x MPa": false, "35  MPa": false, "35 in a": false, "9 μπορεί": false, "35 MPa-x": false,
	} {
		at := len("35 ")
		switch s[0] {
		case '5', 'x', '9':
			at = len("5 ")
		}
		if got := text.BeginsUnit(s, at); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
