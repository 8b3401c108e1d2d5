package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/ui"
)

// answerTime is how long whatever opens an address may take to say that it cannot. A
// browser that ends later with an error has shown the address before.
const answerTime = 30 * time.Second

// desktop hands addresses and files to whatever opens them on this system.
type desktop struct {
	// open opens an address and returns when what it started has ended, after an
	// error or not.
	open func(address string) error
	do   func(func()) // runs a function on the UI goroutine
	log  *slog.Logger
}

func newDesktop(log *slog.Logger) *desktop { return &desktop{openOnSystem, fyne.Do, log} }

// hand hands an address over as it stands and returns at once. If nothing answers,
// unanswered is called on the UI goroutine.
func (d *desktop) hand(address string, unanswered func()) {
	go func() {
		began := time.Now()
		if err := d.open(address); err != nil && time.Since(began) < answerTime {
			d.log.Warn("nothing was opened", "error", err)
			d.do(unanswered)
		}
	}()
}

// link hands an address of the web to the browser. The program itself opens no
// connection.
func (d *desktop) link(w *ui.Workspace, address string) {
	if err := isLink(address); err != nil {
		d.log.Warn("the browser was not opened", "error", err)
		return
	}
	d.hand(address, func() { w.TellUnopened(address) })
}

// isLink checks that an address is of the web and that nothing in it has to be
// rewritten: what was shown to the reader is what is handed over.
func isLink(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https" ||
		strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return errors.New("an address is not one of the web")
	}
	return nil
}

// file hands a file that the program has written to whatever shows such a file.
func (d *desktop) file(w *ui.Workspace, path string) {
	d.hand(fileURL(path).String(), func() { w.TellUnopened(path) })
}

// fileURL returns the address of a file. A path on Windows begins with a drive, which
// must not be taken for a host.
func fileURL(path string) *url.URL {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return &url.URL{Scheme: "file", Path: path}
}

// failed wraps the error of a command that opens addresses. The address is no part
// of it: a log may be sent to somebody.
func failed(command string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", command, err)
}
