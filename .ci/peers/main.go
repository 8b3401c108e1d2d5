//go:build linux

// Command peers measures Sidelight beside other programs that show text, on the screen
// that DISPLAY names. One round after the other it runs all of them, and writes the
// medians as a table.
package main

import (
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/jezek/xgb/xproto"
	"golang.org/x/sys/unix"
)

// A bench is all that one call measures.
type bench struct {
	screen        *screen
	folder        string // where everything is written
	article, book *text
	chapters      *text // the book, as an EPUB for every program
	programs      []program
	only          []string
	rounds        int
	round         int
	restFor       time.Duration
	pace          time.Duration // from one step of the wheel to the next
	pictures      bool
	data          string
}

func main() {
	if err := mainly(); err != nil {
		fmt.Fprintln(os.Stderr, "bench-peers:", err)
		os.Exit(1)
	}
}

func mainly() error {
	b := &bench{}
	var binary, against, bare, only, programs string
	var keep, tableOnly bool
	flag.StringVar(&b.folder, "folder", "build/peers", "what is measured is written into `folder`")
	flag.StringVar(&binary, "binary", "", "`path` of Sidelight")
	flag.StringVar(&against, "against", "", "`path` of another Sidelight, to compare")
	flag.StringVar(&bare, "empty", "", "`path` of the empty window")
	flag.StringVar(&only, "only", "", "measure only these, and those that begin so: a `list` like start,book.first,scroll")
	flag.StringVar(&programs, "programs", "", "run only these, whose names begin so: a `list` like sidelight,empty,chromium")
	flag.IntVar(&b.rounds, "rounds", 7, "`how` often each program is measured")
	flag.DurationVar(&b.restFor, "rest", 10*time.Second, "how long a program is left alone")
	flag.DurationVar(&b.pace, "pace", 25*time.Millisecond, "how long after a step of the wheel the next one comes")
	flag.BoolVar(&b.pictures, "pictures", false, "save a picture of each measure")
	flag.BoolVar(&keep, "keep", false, "add the rounds to those of the runs before")
	flag.BoolVar(&tableOnly, "table", false, "measure nothing, write the table of the runs before")
	flag.Parse()
	b.data = filepath.Join(b.folder, "results.jsonl")
	for _, path := range []*string{&binary, &against, &bare} { // programs run in their homes
		if *path == "" {
			continue
		}
		abs, err := filepath.Abs(*path)
		if err != nil {
			return err
		}
		*path = abs
	}
	if tableOnly {
		b.choose("", binary, against, bare)
		return b.report()
	}
	if only != "" {
		b.only = strings.Split(only, ",")
	}
	b.choose(programs, binary, against, bare)
	if err := b.prepare(keep); err != nil {
		return err
	}
	go onSignal()
	if err := b.measure(); err != nil {
		return err
	}
	return b.report()
}

// choose sets which programs run.
func (b *bench) choose(list, binary, against, bare string) {
	all := []program{sidelight(nameOurs, binary)}
	if against != "" {
		all = append(all, sidelight(nameBefore, against))
	}
	all = append(append(all, empty(bare)), peers()...)
	for _, p := range all {
		if list == "" || slices.ContainsFunc(strings.Split(list, ","), func(s string) bool {
			return strings.HasPrefix(strings.ToLower(p.name), strings.ToLower(s))
		}) {
			b.programs = append(b.programs, p)
		}
	}
}

// prepare makes the folder, the texts and the screen.
func (b *bench) prepare(keep bool) error {
	folder, err := filepath.Abs(b.folder)
	if err != nil {
		return err
	}
	b.folder, b.data = folder, filepath.Join(folder, "results.jsonl")
	if err := os.MkdirAll(filepath.Join(folder, "pictures"), 0o755); err != nil {
		return err
	}
	if !keep {
		if err := os.Remove(b.data); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	old, err := readResults(b.data)
	if err != nil {
		return err
	}
	for _, r := range old {
		b.round = max(b.round, r.Round)
	}
	if err := b.texts(); err != nil {
		return err
	}
	// The children of a program that has ended come to this one, to be counted.
	if err := unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); err != nil {
		return err
	}
	b.screen, err = newScreen()
	return err
}

// texts writes the article that Sidelight brings along, and the book. The repository is
// the folder where this runs.
func (b *bench) texts() error {
	about, err := os.ReadFile("assets/edition/edition.yaml")
	if err != nil {
		return err
	}
	title := regexp.MustCompile(`(?m)^title: (.*)$`).FindSubmatch(about)
	if title == nil {
		return errors.New("the edition has no title")
	}
	article, err := os.ReadFile("assets/edition/article.txt")
	if err != nil {
		return err
	}
	samples := []string{string(article)}
	more, err := filepath.Glob("annotations/annotator/testdata/kinds/*.txt")
	if err != nil {
		return err
	}
	for _, path := range more {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		samples = append(samples, string(data))
	}
	paragraphs := strings.FieldsFunc(string(article), func(r rune) bool { return r == '\n' })
	b.article, err = write(b.folder, "article", string(title[1]), []chapter{{string(title[1]), paragraphs}})
	if err != nil {
		return err
	}
	b.article.sample = true
	chapters := book(samples, bookBytes)
	if b.book, err = write(b.folder, "book", "A long book", chapters); err != nil {
		return err
	}
	path := b.book.epub
	b.chapters = &text{plain: path, xhtml: path, epub: path}
	return nil
}

// wants reports whether one of the measures that begin with one of ids is wanted.
func (b *bench) wants(ids ...string) bool {
	if len(b.only) == 0 {
		return true
	}
	for _, id := range ids {
		for _, o := range b.only {
			if strings.HasPrefix(id, o) || strings.HasPrefix(o, id) {
				return true
			}
		}
	}
	return false
}

// onSignal ends what runs if this is to end.
func onSignal() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, unix.SIGTERM, unix.SIGHUP)
	<-c
	for _, p := range below(processes(), os.Getpid()) {
		_ = unix.Kill(p.pid, unix.SIGKILL)
	}
	os.Exit(130)
}

// measure runs all programs round by round, each time beginning with another.
func (b *bench) measure() error {
	first := b.round
	for range b.rounds {
		b.round++
		b.add(result{Round: b.round, Measure: load, Value: busy()})
		for i := range b.programs {
			p := b.programs[(i+b.round)%len(b.programs)]
			if p.path == "" {
				if b.round == first+1 {
					b.miss(p, p.missing)
				}
				continue
			}
			for _, visit := range []func(program) error{b.visitArticle, b.visitFloor, b.visitBook, b.visitChapters} {
				if err := visit(p); errors.Is(err, errGone) {
					return err
				} else if err != nil {
					b.miss(p, err.Error())
				}
			}
		}
	}
	return nil
}

// miss notes why something of p is missing.
func (b *bench) miss(p program, why string) {
	fmt.Fprintf(os.Stderr, "%s: %s\n", p.name, why)
	b.add(result{Round: b.round, Program: p.name, Missing: why})
}

func (b *bench) record(p program, id string, d time.Duration) { b.recordValue(p, id, d.Seconds()) }

func (b *bench) recordValue(p program, id string, v float64) {
	if b.wants(id) {
		fmt.Fprintf(os.Stderr, "round %d: %s: %s %.3f\n", b.round, p.name, id, v)
		b.add(result{Round: b.round, Program: p.name, Measure: id, Value: v})
	}
}

func (b *bench) add(r result) {
	if err := appendResult(b.data, r); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

// picture saves what is on the screen.
func (b *bench) picture(p program, id string) {
	if !b.pictures {
		return
	}
	if err := b.savePicture(filepath.Join(b.folder, "pictures", strings.ReplaceAll(p.name, " ", "-")+"-"+id+".png")); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

func (b *bench) savePicture(path string) error {
	s := b.screen
	raw, err := xproto.GetImage(s.c, xproto.ImageFormatZPixmap, xproto.Drawable(s.root), 0, 0, width, height, ^uint32(0)).Reply()
	if err != nil {
		return err
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range width * height {
		p := raw.Data[4*i:]
		img.SetRGBA(i%width, i/width, color.RGBA{p[2], p[1], p[0], 255})
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := png.Encode(f, img); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}
