package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	exporting "sidelight/annotations/export"
	"sidelight/annotations/export/margin"
	"sidelight/annotations/notes"
	"sidelight/assets"
	"sidelight/ui/locale"
)

// exportOptions are what is to be exported, and how.
type exportOptions struct {
	format               string
	edition, notes, both bool
	styles, tags         list
	template             string
	views                viewOptions
}

// exportFormats names the formats in a sentence.
func exportFormats() string {
	var names []string
	for _, f := range exporting.Formats() {
		names = append(names, f.Name)
	}
	return either(append(names, drawingFormat))
}

func exportFlags(flags *flag.FlagSet) *exportOptions {
	o := new(exportOptions)
	flags.StringVar(&o.format, "format", "", "")
	flags.BoolVar(&o.edition, "edition", false, "")
	flags.BoolVar(&o.notes, "notes", false, "")
	flags.BoolVar(&o.both, "both", false, "")
	flags.Var(&o.styles, "style", "")
	flags.Var(&o.tags, "tag", "")
	flags.StringVar(&o.template, "template", "", "")
	o.views.flags(flags)
	return o
}

// problem completes the options, or says in a sentence what is wrong with them. Without
// a word on what to export, that is the edition or, in a format for notes, the notes.
func (o *exportOptions) problem(flags *flag.FlagSet) string {
	if problem := o.views.problem(o.format, flags); problem != "" || o.format == drawingFormat {
		return problem
	}
	f, known := exporting.FormatOf(o.format)
	chosen := 0
	for _, on := range []bool{o.edition, o.notes, o.both} {
		if on {
			chosen++
		}
	}
	if chosen == 0 {
		o.notes = f.NotesAlone
		o.edition = !o.notes
	}
	switch {
	case o.format == "":
		return "--format is missing; it is " + exportFormats()
	case !known:
		return fmt.Sprintf("there is no format %q; it is %s", o.format, exportFormats())
	case chosen > 1:
		return "of --edition, --notes and --both one at a time"
	case f.NotesAlone && !o.notes:
		return fmt.Sprintf("the format %s holds notes alone; the edition is for json, w3c and html", o.format)
	}
	return o.choiceProblem(flags)
}

// choiceProblem says what is wrong with the options that choose among notes, and with the
// template.
func (o *exportOptions) choiceProblem(flags *flag.FlagSet) string {
	switch {
	case o.edition && len(o.styles)+len(o.tags) > 0:
		return "--style and --tag choose among notes; add --notes or --both"
	case given(flags, "template") && o.format != "markdown":
		return "--template is for --format markdown"
	case given(flags, "template") && o.template == "":
		return "the name of the file after --template is empty"
	}
	return ""
}

// writer reads all that is exported, and returns the function that writes it.
func (o *exportOptions) writer(ctx context.Context, path string, stderr io.Writer) (func(io.Writer) error, error) {
	if o.format == drawingFormat {
		return o.views.drawing(ctx, path)
	}
	f, _ := exporting.FormatOf(o.format)
	if o.edition {
		e, err := loadMarked(ctx, path)
		if err != nil {
			return nil, err
		}
		pictures, err := o.views.pictures(e, path)
		if err != nil {
			return nil, err
		}
		return func(w io.Writer) error {
			return writeParts(w, f, e, exporting.Parts{Marks: true, Pictures: pictures}, time.Now())
		}, nil
	}
	own, err := o.ownTemplate()
	if err != nil {
		return nil, err
	}
	e, sheet, err := o.sheet(ctx, path, stderr)
	if err != nil {
		return nil, err
	}
	if own != nil {
		return func(w io.Writer) error { return sheet.Markdown(w, own) }, nil
	}
	pictures, err := o.views.pictures(e, path)
	if err != nil {
		return nil, err
	}
	// Without the day, the same notes give the same bytes tomorrow.
	return func(w io.Writer) error {
		return writeParts(w, f, e, exporting.Parts{Marks: o.both, Margin: sheet, Pictures: pictures}, time.Time{})
	}, nil
}

// writeParts writes in a format. A page is in the reader's language and names the day of
// now, unless that is zero.
func writeParts(w io.Writer, f exporting.Format, e *annotations.Edition, parts exporting.Parts, now time.Time) error {
	if err := locale.Load(assets.Translations, assets.TranslationsDir); err != nil {
		return err
	}
	return f.Write(w, e, parts, locale.Page(), now)
}

// sheet lays out the notes on an article.
func (o *exportOptions) sheet(ctx context.Context, path string, stderr io.Writer) (e *annotations.Edition, s *margin.Sheet, err error) {
	called, err := calledStyles(stderr)
	if err != nil {
		return nil, nil, err
	}
	styles, err := o.chosenStyles(called)
	if err != nil {
		return nil, nil, err
	}
	store, err := openNotes(stderr)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	n, err := openNoted(ctx, store, path, stderr)
	if err != nil {
		return nil, nil, err
	}
	if n.edition, err = marked(ctx, n.edition, path); err != nil {
		return nil, nil, err
	}
	tags := []string(nil)
	for _, tag := range o.tags {
		tags = append(tags, strings.TrimPrefix(tag, "#"))
	}
	return n.edition, margin.New(n.edition, n.set, margin.Options{
		Styles: styles, Tags: tags, Called: called, Place: locale.NoteStatus, Lost: locale.NotesLost(),
	}), nil
}

// chosenStyles are the styles that the reader named, as files or as the reader calls them.
func (o *exportOptions) chosenStyles(called func(notes.Style) string) ([]notes.Style, error) {
	var out []notes.Style
	for _, name := range o.styles {
		i := slices.IndexFunc(notes.Styles(), func(s notes.Style) bool { return strings.EqualFold(called(s), name) })
		if i >= 0 {
			out = append(out, notes.Styles()[i])
			continue
		}
		s, err := notes.ParseStyle(name)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// longestTemplate is the most bytes of a template that are read.
const longestTemplate = 1 << 20

// ownTemplate reads the reader's template; it is nil if there is none.
func (o *exportOptions) ownTemplate() (*margin.Template, error) {
	if o.template == "" {
		return nil, nil
	}
	data, err := disk.Read(disk.OS{}, o.template, longestTemplate)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s", o.template)
	case errors.Is(err, disk.ErrNotRegular):
		return nil, fmt.Errorf("%s is no file", o.template)
	case errors.Is(err, disk.ErrTooLarge):
		return nil, fmt.Errorf("%s: a template may have up to 1 MB", o.template)
	case err != nil:
		return nil, fmt.Errorf("%s cannot be read: %w", o.template, cause(err))
	}
	return margin.ParseTemplate(o.template, data)
}
