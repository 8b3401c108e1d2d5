package main

import (
	"context"
	"flag"
	"fmt"
	"image/png"
	"io"

	"sidelight/annotations"
	"sidelight/ui/session"
)

const shotDetails = `
  --out F.png      the file to write
  --size WxH       of the window, in pixels at scale 1 (default 1280x820)
  --theme T        light, sepia, dark or contrast (default light)
  --view V         timeline, network, map or voices in place of the article
  --select ID      open the card of that entity and go to its first mention
  --scroll N       scroll the page or the view down by N pixels instead

  sidelight shot --out page.png --theme dark --select adam-boehler
  sidelight shot --out network.png --view network --select adam-boehler
`

// shotOptions holds what is to be in a picture of the window.
type shotOptions struct {
	staging
	out    string
	view   session.ViewID // empty for the article
	scroll float32        // pixels from the top of the page; below 0 for where the entity is
}

// shoot draws a picture of the window's content.
func shoot(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	out := flags.String("out", "", "")
	shown := stagingFlags(&flags)
	view := flags.String("view", "", "")
	scroll := flags.Uint("scroll", 0, "")
	p := parse("shot", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	o := shotOptions{out: *out, scroll: -1}
	if given(&flags, "scroll") {
		o.scroll = float32(*scroll)
	}
	folder, problem := folderOf(p.words)
	switch {
	case problem != "":
		return usage(stderr, "shot", problem)
	case o.out == "":
		return usage(stderr, "shot", "--out names the file to write, and it is missing")
	}
	if problem = shown.problem(); problem == "" && given(&flags, "view") {
		o.view, problem = viewOf(*view, "--view")
	}
	if problem != "" {
		return usage(stderr, "shot", problem)
	}
	e, err := loadMarked(context.Background(), folder)
	if err != nil {
		return fail(stderr, err)
	}
	if o.staging, problem = shown.of(e, folder); problem != "" {
		return usage(stderr, "shot", problem)
	}
	if err := drawPicture(e, o); err != nil {
		return fail(stderr, fmt.Errorf("sidelight shot: %w", err))
	}
	return exitOK
}

// drawPicture is draw. A test that gives any command puts another in its place: the
// driver that tests are built with draws nothing without a window.
var drawPicture = draw

// draw paints the content of the window by Fyne's software driver, without a
// display, and writes the picture.
func draw(e *annotations.Edition, o shotOptions) error {
	s, err := newStage(e, o.staging)
	if err != nil {
		return err
	}
	defer s.close()
	page := s.reader.Page()
	switch {
	case o.view != "":
		sight, err := s.turn(o.view)
		if err != nil {
			return err
		}
		if o.scroll > 0 {
			sight.ScrollBy(o.scroll)
		}
	case o.scroll >= 0:
		page.ScrollToY(o.scroll)
	case o.entity != "":
		if all := e.MentionsOf(o.entity); len(all) > 0 {
			page.ScrollToSpan(all[0].Span)
		}
	}
	page.Finish() // what has come into view
	return writeFile(o.out, func(w io.Writer) error { return png.Encode(w, s.canvas.Capture()) })
}
