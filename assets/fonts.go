// Package assets carries the files built into the program: fonts, icons and the
// first edition. It hands them out as they are and decides nothing.
package assets

import _ "embed"

// The reading and interface faces as static TrueType files, under the SIL Open
// Font License (see fonts/OFL-*.txt). They are embedded once and shared: read
// them, never write to them.
var (
	// SerifRegular is Source Serif 4, weight 400: the article's text.
	//go:embed fonts/SourceSerif4_400Regular.ttf
	SerifRegular []byte

	// SerifItalic is Source Serif 4 italic, weight 400: the standfirst.
	//go:embed fonts/SourceSerif4_400Regular_Italic.ttf
	SerifItalic []byte

	// SerifSemiBold is Source Serif 4, weight 600: titles and card names.
	//go:embed fonts/SourceSerif4_600SemiBold.ttf
	SerifSemiBold []byte

	// SerifSemiBoldItalic is Source Serif 4 italic, weight 600: strong words that are
	// emphasised too.
	//go:embed fonts/SourceSerif4_600SemiBold_Italic.ttf
	SerifSemiBoldItalic []byte

	// MonoRegular is Source Code Pro, weight 400: code.
	//go:embed fonts/SourceCodePro_400Regular.ttf
	MonoRegular []byte

	// SansRegular is Inter, weight 400: the interface's text.
	//go:embed fonts/Inter_400Regular.ttf
	SansRegular []byte

	// SansMedium is Inter, weight 500: tabs and identity lines.
	//go:embed fonts/Inter_500Medium.ttf
	SansMedium []byte

	// SansSemiBold is Inter, weight 600: section labels.
	//go:embed fonts/Inter_600SemiBold.ttf
	SansSemiBold []byte
)
