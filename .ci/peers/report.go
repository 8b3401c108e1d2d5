//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	"golang.org/x/sys/unix"
)

// notes say what the lines of the table mean.
const notes = `
Medians; the programs run in turns, on a virtual screen without a graphics card, each in a
window of 1280 x 820 pixels (mupdf's has the size of a page) and with a home of its own.

- A time begins with the process or the key, and ends when the words in the middle of the
  window stand as they are to stay: read from the screen, not told by the program.
- Processor time and memory are those of all processes of a program, the ended ones
  included, without the X server and the session bus. PSS divides what several processes
  of the machine share among them.
- The article is the one that Sidelight brings along. The book is 3.3 MB of made-up text:
  plain text for Sidelight, one page for Chromium and mupdf, an EPUB of chapters for
  Foliate. In an EPUB, Foliate and mupdf set only the chapter that is shown; so Foliate's
  next size of type is that of one chapter.
- Sidelight marks names and dates in the book meanwhile; "at rest" is when it has done so.
- The wheel is turned by a step each 25 ms, as far as a step goes in each program; in the
  article ten down and ten up. Foliate and mupdf turn pages instead; in the empty window
  nothing but a small square moves: what the toolkit takes to draw a frame at all.
- What is found stands once, near the end of the book. Sidelight and Chromium look for it
  at each key, mupdf at Enter; Foliate lists places and shows none.
`

// report writes what was measured as a table, into a file and to the standard output, and
// fails if some of it is missing for Sidelight itself.
func (b *bench) report() error {
	all, err := readResults(b.data)
	if err != nil {
		return err
	}
	info, err := os.Stat(b.data)
	if err != nil {
		return err
	}
	var s bytes.Buffer
	fmt.Fprintf(&s, "%s, rounds: %d. %s%s.%s\n\n",
		info.ModTime().Format("2 January 2006"), rounds(all), machine(), b.versions(all), disturbed(all))
	s.WriteString(table(all))
	why := missing(all)
	if len(why) > 0 {
		s.WriteString("\nMissing:\n\n- " + strings.Join(why, "\n- ") + "\n")
	}
	s.WriteString(notes)
	fmt.Print(s.String())
	if err := os.WriteFile(filepath.Join(filepath.Dir(b.data), "table.md"), s.Bytes(), 0o600); err != nil {
		return err
	}
	for _, r := range all {
		if r.Program == nameOurs && r.Missing != "" {
			return errors.New("Sidelight could not be measured: " + r.Missing)
		}
	}
	return nil
}

// missing says of what there is no value, and how often.
func missing(all []result) []string {
	times := map[string]int{}
	var why []string
	for _, r := range all {
		if r.Missing == "" {
			continue
		}
		line := r.Program + ": " + r.Missing
		if times[line]++; times[line] == 1 {
			why = append(why, line)
		}
	}
	for i, line := range why {
		if n := times[line]; n > 1 {
			why[i] = fmt.Sprintf("%s (%d times)", line, n)
		}
	}
	return why
}

// busy returns the load of the machine.
func busy() (n float64) {
	if line, err := os.ReadFile("/proc/loadavg"); err == nil {
		_, _ = fmt.Sscan(string(line), &n) // without a number it is 0
	}
	return n
}

// disturbed says whether the machine had other things to do, which makes every time
// longer, and scrolling cheaper, as fewer frames are drawn. What is measured makes up to
// three processes of each processor wait itself.
func disturbed(all []result) string {
	var loads []float64
	for _, r := range all {
		if r.Measure == load {
			loads = append(loads, r.Value)
		}
	}
	if n, is := median(loads); is && n > 3*float64(runtime.NumCPU()) {
		return fmt.Sprintf(" The machine was busy with other things (load %.0f): take nothing of this for certain.", n)
	}
	return ""
}

var model = regexp.MustCompile(`(?m)^model name\s*: (.*)$`)

// kernel is the part of a kernel's name that says how old it is.
var kernel = regexp.MustCompile(`^\d+\.\d+`)

// rounds is how many values the medians are taken of at most.
func rounds(all []result) (n int) {
	by, _ := values(all)
	for _, programs := range by {
		for _, v := range programs {
			n = max(n, len(v))
		}
	}
	return n
}

// machine says what was measured on.
func machine() string {
	s := fmt.Sprintf("%d cores", runtime.NumCPU())
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if m := model.FindSubmatch(info); m != nil {
			s = string(m[1]) + ", " + s
		}
	}
	var u unix.Utsname
	if err := unix.Uname(&u); err == nil {
		s += ", Linux " + kernel.FindString(unix.ByteSliceToString(u.Release[:]))
	}
	return s
}

// versions names those of the peers among all.
func (b *bench) versions(all []result) (s string) {
	for _, p := range b.programs {
		for _, r := range all {
			if p.version != "" && r.Program == p.name {
				s += "; " + p.name + " " + p.version
				break
			}
		}
	}
	return s
}
