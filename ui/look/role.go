package look

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"sidelight/assets"
	"sidelight/ui/typeset"
)

// Font is a face in two forms, which are one and the same: Fyne draws with the
// resource, the program measures with the face.
type Font struct {
	Resource fyne.Resource
	Face     *typeset.Face
}

// fonts are the faces of the design.
type fonts struct {
	serif, serifItalic, serifSemiBold Font
	serifSemiBoldItalic, mono         Font
	sans, sansMedium, sansSemiBold    Font
	fallback                          *typeset.Fallback // of all of them
}

func loadFonts() (*fonts, error) {
	var f fonts
	f.fallback = typeset.NewFallback(f.others)
	for _, x := range []struct {
		to   *Font
		name string
		ttf  []byte
	}{
		{&f.serif, "SourceSerif4-Regular.ttf", assets.SerifRegular},
		{&f.serifItalic, "SourceSerif4-Italic.ttf", assets.SerifItalic},
		{&f.serifSemiBold, "SourceSerif4-SemiBold.ttf", assets.SerifSemiBold},
		{&f.serifSemiBoldItalic, "SourceSerif4-SemiBoldItalic.ttf", assets.SerifSemiBoldItalic},
		{&f.mono, "SourceCodePro-Regular.ttf", assets.MonoRegular},
		{&f.sans, "Inter-Regular.ttf", assets.SansRegular},
		{&f.sansMedium, "Inter-Medium.ttf", assets.SansMedium},
		{&f.sansSemiBold, "Inter-SemiBold.ttf", assets.SansSemiBold},
	} {
		face, err := typeset.NewFace(x.name, x.ttf)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", x.name, err)
		}
		face.SetFallback(f.fallback)
		*x.to = Font{face, face}
	}
	return &f, nil
}

// others are the faces for letters that a face of the design does not have: the one
// that has most signs, and those that the toolkit brings along.
func (f *fonts) others() (faces []*typeset.Face, emoji *typeset.Face) {
	faces = append(faces, f.sans.Face)
	for _, r := range []fyne.Resource{theme.DefaultTextFont(), theme.DefaultSymbolFont()} {
		if face := faceOf(r); face != nil {
			faces = append(faces, face)
		}
	}
	return faces, faceOf(theme.DefaultEmojiFont())
}

// faceOf is the face of a font of the toolkit; nil where it was built without it.
func faceOf(r fyne.Resource) *typeset.Face {
	if r == nil {
		return nil
	}
	face, err := typeset.NewFace(r.Name(), r.Content())
	if err != nil {
		return nil
	}
	return face
}

// UseSystemFonts lets letters that no font of the program has be drawn in fonts of the
// system. Tests do without, so that they see the same everywhere.
func (t *Theme) UseSystemFonts() { t.fonts.fallback.UseSystem() }

// Role is a use of type: a font at a size, and the distance between two baselines.
type Role struct {
	Font
	Size, Leading float32 // pixels
}

// Style returns the role in the form in which typeset takes it.
func (r Role) Style() typeset.Style {
	return typeset.Style{Face: r.Face, Size: r.Size, Leading: r.Leading}
}

// Fonts are the fonts in which the structure of an article is set.
type Fonts struct {
	Text, Italic, Strong, StrongItalic, Mono Font
	Sans, SansMedium                         Font
}

// Roles are all uses of type in the design.
type Roles struct {
	Fonts Fonts

	Reading, Title, TitleCompact, Standfirst Role
	CardName, HoverName                      Role
	Evidence, Concordance, RunningHead       Role
	Body, Identity                           Role // facts, notes and summaries; the identity line
	UI, Tab, Strong                          Role // interface; tabs; group heads
	Section, Meta, Key, Query                Role
}

// Roles returns the uses of type, in the fonts of the theme.
func (t *Theme) Roles() Roles {
	f := t.fonts
	return Roles{
		Fonts: Fonts{
			Text: f.serif, Italic: f.serifItalic, Strong: f.serifSemiBold, StrongItalic: f.serifSemiBoldItalic,
			Mono: f.mono, Sans: f.sans, SansMedium: f.sansMedium,
		},
		Reading:      Role{f.serif, 19, 30},
		Title:        Role{f.serifSemiBold, 34, 40},
		TitleCompact: Role{f.serifSemiBold, 28, 34},
		Standfirst:   Role{f.serifItalic, 20, 29},
		CardName:     Role{f.serifSemiBold, 26, 32},
		HoverName:    Role{f.serifSemiBold, 18, 24},
		Evidence:     Role{f.serif, 15, 22},
		Concordance:  Role{f.serif, 14, 24},
		RunningHead:  Role{f.serifSemiBold, 13, 18},
		Body:         Role{f.sans, 14, 21},
		Identity:     Role{f.sansMedium, 14, 21},
		UI:           Role{f.sans, 13, 20},
		Tab:          Role{f.sansMedium, 13, 20},
		Strong:       Role{f.sansSemiBold, 13, 20},
		Section:      Role{f.sansSemiBold, 12, 18},
		Meta:         Role{f.sans, 12, 18},
		Key:          Role{f.sansMedium, 11, 16},
		Query:        Role{f.sans, 19, 28},
	}
}

// At returns the role at another size in pixels, with its leading in proportion and
// rounded to whole pixels.
func (r Role) At(size float32) Role {
	r.Leading = float32(int(r.Leading*size/r.Size + 0.5))
	r.Size = size
	return r
}
