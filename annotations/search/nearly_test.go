package search

import (
	"testing"

	"sidelight/annotations/text"
)

func TestNearly(t *testing.T) {
	keys := text.Keys("Benjamin Netanyahu", "Bibi")
	for typed, want := range map[string]bool{
		"netnyahu": true, "Netanjahu": true, "benjamn net": true, "netnay": true, "bibi": true,
		"bubi": true, "gaza": false, "benjamin gaza": false, "xyz": false, "": false, "bb": false,
	} {
		if got := Nearly(typed)(keys); got != want {
			t.Errorf("%q is near: %v", typed, got)
		}
	}
}
