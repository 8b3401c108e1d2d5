package assets

import "embed"

//go:embed icons/*.svg
var icons embed.FS

// AppIcon is the program's own mark as a PNG of 512 by 512 pixels. It is shared:
// read it, never write to it.
//
//go:embed icon/sidelight-512.png
var AppIcon []byte

// WindowIcon is the same of 256 by 256 pixels, the most that systems show of a window's icon.
//
//go:embed icon/sidelight-256.png
var WindowIcon []byte

// Icon returns the Phosphor icon with the given name as SVG text, for example
// "magnifying-glass"; ok is false when no icon has that name.
func Icon(name string) (svg []byte, ok bool) {
	svg, err := icons.ReadFile("icons/" + name + ".svg")
	return svg, err == nil
}
