package reading

import (
	"io"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/export"
	margins "sidelight/annotations/export/margin"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/picture"
)

// Paper is what the reader wants on a page.
type Paper struct {
	Edition  *annotations.Edition
	Margin   *margins.Sheet   // the notes; nil without any
	Pictures *export.Pictures // what the view in the middle of the window shows; nil for the article
}

// Portrait is what a view shows, to be written into a file.
type Portrait struct {
	Edition *annotations.Edition
	View    string // as its tab has it
	Ending  string // of the file, with the dot
	// Paint makes the content of the file, which can be written on any goroutine. It is
	// called where the window is, once it is known that there will be a file.
	Paint func() func(io.Writer) error
}

// paper is the article on a page, with a picture of the view that the reader has turned to.
func (r *Reader) paper() Paper {
	p := Paper{Edition: r.edition(), Margin: r.margin.sheet()}
	if s, ok := r.Sight(); ok && s.Figure() != nil {
		p.Pictures = picture.ForPage(r.looks.theme, []export.Picture{{ID: string(s.ID), Heading: s.Label, Figure: s.Figure()}})
	}
	return p
}

// portray hands on what the view in the middle of the window shows.
func (r *Reader) portray(ending string) {
	s, ok := r.Sight()
	if !ok || s.Figure() == nil {
		return
	}
	paint, f := picture.SVG, s.Figure()
	if ending == ".png" {
		paint = picture.PNG
	}
	r.OnPortrait(Portrait{Edition: r.edition(), View: s.Label, Ending: ending, Paint: func() func(io.Writer) error {
		return paint(f, r.looks.theme)
	}})
}

// portrayed reports whether what stands in the middle of the window can be written into a
// file as it is drawn.
func (r *Reader) portrayed() bool {
	if r.OnPortrait == nil || r.page == nil { // a label is asked for before anything is shown
		return false
	}
	s, ok := r.Sight()
	return ok && s.Nothing() == "" && s.Figure() != nil
}

// portraitIDs returns the commands that write a view into a file; none where there is one
// view, which is the article.
func portraitIDs() []command.ID {
	if len(slots()) < 2 {
		return nil
	}
	return []command.ID{command.SavePicture, command.SaveDrawing}
}

// portraitCommands returns the commands that write a view into a file.
func (r *Reader) portraitCommands() []command.Command {
	if len(r.views) < 2 {
		return nil
	}
	return []command.Command{{
		ID: command.SavePicture, Group: command.Program, Icon: "image", Run: func() { r.portray(".png") },
		Keys:  []command.Key{command.Named(fyne.KeyS, command.Primary, fyne.KeyModifierShift)},
		Label: func() string { return locale.X("command.save-picture", "Save view as picture…") },
		Detail: func() string {
			return locale.X("command.save-picture.detail", "All that the view shows, as a PNG file")
		},
		Words:   func() string { return locale.X("command.words.save-picture", "export png image file share") },
		Enabled: r.portrayed,
	}, {
		ID: command.SaveDrawing, Group: command.Program, Icon: "pen-nib", Run: func() { r.portray(".svg") },
		Keys:  []command.Key{command.Named(fyne.KeyS, command.Primary, fyne.KeyModifierAlt)},
		Label: func() string { return locale.X("command.save-drawing", "Save view as drawing…") },
		Detail: func() string {
			return locale.X("command.save-drawing.detail", "All that the view shows, as an SVG file with text that stays text")
		},
		Words:   func() string { return locale.X("command.words.save-drawing", "export svg vector file share") },
		Enabled: r.portrayed,
	}}
}

// printCommands returns the commands that put the article on a page.
func (r *Reader) printCommands() []command.Command {
	return []command.Command{{
		ID: command.Print, Group: command.Program, Icon: "printer", Run: func() { r.OnPrint(r.paper()) },
		Keys:    []command.Key{command.Named(fyne.KeyP, command.Primary)},
		Label:   func() string { return locale.X("command.print", "Print") },
		Detail:  func() string { return locale.X("command.print.detail", "The article and its cards, in the browser") },
		Words:   func() string { return locale.X("command.words.print", "paper printer pdf browser page") },
		Enabled: func() bool { return r.OnPrint != nil },
	}, {
		ID: command.SavePage, Group: command.Program, Icon: "export", Run: func() { r.OnSavePage(r.paper()) },
		Keys:  []command.Key{command.Named(fyne.KeyS, command.Primary)},
		Label: func() string { return locale.X("command.save-page", "Save as page…") },
		Detail: func() string {
			return locale.X("command.save-page.detail", "The article and its cards, in one file for a browser")
		},
		Words:   func() string { return locale.X("command.words.save-page", "export html web file share") },
		Enabled: func() bool { return r.OnSavePage != nil },
	}}
}
