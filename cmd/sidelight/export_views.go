package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"sidelight/annotations"
	exporting "sidelight/annotations/export"
	"sidelight/ui/picture"
	"sidelight/ui/session"
)

// drawingFormat is the format in which a view is exported as it is drawn.
const drawingFormat = "svg"

// viewOptions are the views that are to be exported, and how they are shown.
type viewOptions struct {
	view, views string
	shown       stagingWords
}

func (o *viewOptions) flags(flags *flag.FlagSet) {
	flags.StringVar(&o.view, "view", "", "")
	flags.StringVar(&o.views, "views", "", "")
	o.shown = stagingFlags(flags)
}

// problem says in a sentence what is wrong with the flags about views, for an export in a
// format; it is empty if nothing is.
func (o *viewOptions) problem(format string, flags *flag.FlagSet) string {
	has := func(names ...string) string {
		for _, name := range names {
			if given(flags, name) {
				return name
			}
		}
		return ""
	}
	if format == drawingFormat {
		if name := has("edition", "notes", "both", "style", "tag", "template", "views"); name != "" {
			return fmt.Sprintf("--%s is not for --format svg, which holds one view as it is drawn", name)
		}
		if o.view == "" {
			return "--view names the view to be drawn, and it is missing"
		}
		if _, problem := viewOf(o.view, "--view"); problem != "" {
			return problem
		}
		return o.shown.problem()
	}
	if name := has("view", "theme"); name != "" {
		return fmt.Sprintf("--%s is for --format svg", name)
	}
	if name := has("views", "size", "select"); name == "" {
		return ""
	} else if format != "html" || !given(flags, "views") {
		return fmt.Sprintf("--%s is for --format svg, and for html with --views", name)
	}
	chosen := o.chosen()
	for i, id := range chosen {
		if _, problem := viewOf(string(id), "each of --views"); problem != "" {
			return problem
		}
		if slices.Contains(chosen[:i], id) {
			return fmt.Sprintf("%s stands twice in --views", id)
		}
	}
	return o.shown.problem()
}

// chosen are the views for a page.
func (o *viewOptions) chosen() []session.ViewID {
	var out []session.ViewID
	for _, word := range strings.Split(o.views, ",") {
		out = append(out, session.ViewID(strings.TrimSpace(word)))
	}
	return out
}

// drawing lays out one view of the article at a path, and returns the function that writes
// it.
func (o *viewOptions) drawing(ctx context.Context, path string) (func(io.Writer) error, error) {
	e, err := loadMarked(ctx, path)
	if err != nil {
		return nil, err
	}
	s, err := o.stage(e, path)
	if err != nil {
		return nil, err
	}
	defer s.close()
	sight, err := s.turn(session.ViewID(o.view))
	if err != nil {
		return nil, err
	}
	return picture.SVG(sight.Figure(), s.theme), nil
}

// errUsage is a sentence that says what is wrong with a command.
type errUsage string

func (e errUsage) Error() string { return string(e) }

func (o *viewOptions) stage(e *annotations.Edition, path string) (*stage, error) {
	shown, problem := o.shown.of(e, path)
	if problem != "" {
		return nil, errUsage(problem)
	}
	return newStage(e, shown)
}

// pictures are the views for a page of an article; nil if there are to be none. A view
// that has nothing to show says why.
func (o *viewOptions) pictures(e *annotations.Edition, path string) (*exporting.Pictures, error) {
	if o.views == "" {
		return nil, nil
	}
	s, err := o.stage(e, path)
	if err != nil {
		return nil, err
	}
	defer s.close()
	var all []exporting.Picture
	for _, id := range o.chosen() {
		sight, err := s.turn(id)
		var nothing errNothing
		if err != nil && !errors.As(err, &nothing) {
			return nil, err
		}
		one := exporting.Picture{ID: string(id), Heading: sight.Label, Nothing: string(nothing)}
		if err == nil {
			one.Figure = sight.Figure()
		}
		all = append(all, one)
	}
	return picture.ForPage(s.theme, all), nil
}
