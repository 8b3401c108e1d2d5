package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"sidelight/ui"
)

func TestNetworkIsRefused(t *testing.T) {
	test.NewTempApp(t)
	ui.RefuseNetwork()
	for _, address := range []string{"http://127.0.0.1:9/x.png", "https://example.org/x.png"} {
		u, err := storage.ParseURI(address)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := storage.Reader(u); err == nil || !strings.Contains(err.Error(), "no network") {
			t.Errorf("%s: %v", address, err)
		}
	}
}
