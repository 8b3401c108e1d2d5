// Command typecheck checks the types of packages and their tests as they are
// compiled for other systems, on a machine that has neither their C compilers
// nor their headers:
//
//	typecheck [-tags LIST] OS/ARCH... -- PACKAGE...
//
// The go command says which files make up each package there, with cgo on, as
// the drivers for windows and graphics need it. What those files take from C is
// believed. So this finds what does not fit together in Go; it compiles no C and
// links nothing. It exits with 1 if it found errors.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("typecheck", flag.ContinueOnError)
	flags.SetOutput(stderr)
	tags := flags.String("tags", "", "build tags, with commas between them")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	words := flags.Args()
	i := slices.Index(words, "--")
	if i < 1 || i == len(words)-1 {
		complain(stderr, "usage: typecheck [-tags LIST] OS/ARCH... -- PACKAGE...")
		return 2
	}
	code := 0
	for _, target := range words[:i] {
		goos, goarch, ok := strings.Cut(target, "/")
		if !ok {
			complain(stderr, fmt.Sprintf("typecheck: %q is no OS/ARCH", target))
			return 2
		}
		began := time.Now()
		n, faults, err := checkFor(goos, goarch, *tags, words[i+1:])
		for _, f := range faults {
			complain(stderr, f.Error())
		}
		if err != nil {
			complain(stderr, fmt.Sprintf("typecheck: %s: %v", target, err))
			return 1
		}
		if len(faults) > 0 {
			complain(stderr, fmt.Sprintf("typecheck: %s: %d errors", target, len(faults)))
			code = 1
			continue
		}
		if _, err := fmt.Fprintf(stdout, "types for %s: %d packages, %.1f s\n", target, n, time.Since(began).Seconds()); err != nil {
			return 1
		}
	}
	return code
}

// checkFor checks the packages that the patterns match and says how many there
// are, those they import included, and what is wrong in those that match.
func checkFor(goos, goarch, tags string, patterns []string) (int, []error, error) {
	list := exec.Command("go", append([]string{"list", "-e", "-deps", "-test", "-json", "-tags", tags, "--"}, patterns...)...)
	list.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=1")
	list.Stderr = os.Stderr
	out, err := list.StdoutPipe()
	if err != nil {
		return 0, nil, err
	}
	if err := list.Start(); err != nil {
		return 0, nil, err
	}
	c := newChecker(goarch)
	if err := c.checkAll(out); err != nil {
		// What it still has to say is not read, so it would wait for ever.
		_ = list.Process.Kill()
		_ = list.Wait()
		return 0, nil, err
	}
	if err := list.Wait(); err != nil {
		return 0, nil, fmt.Errorf("go list: %w", err)
	}
	if len(c.done) == 0 {
		return 0, nil, fmt.Errorf("no packages")
	}
	return len(c.done), c.faults, nil
}

// complain writes a line to stderr; where that fails, the exit code still tells.
func complain(stderr io.Writer, line string) { _, _ = io.WriteString(stderr, line+"\n") }
