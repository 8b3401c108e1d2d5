package main

import (
	"fyne.io/fyne/v2"

	"sidelight/assets"
)

// metadata returns what the toolkit and the desktop know the program by. The values
// repeat FyneApp.toml, which only the packaging tool reads; a test compares them.
func metadata() fyne.AppMetadata {
	return fyne.AppMetadata{
		ID:      "app.sidelight.reader",
		Name:    "Sidelight",
		Version: "0.1.0",
		Build:   1,
		Icon:    fyne.NewStaticResource("sidelight.png", assets.WindowIcon),
	}
}
