//go:build linux

package main

import (
	"os"
	"os/exec"
	"regexp"
)

// A program is one of those that are measured.
type program struct {
	name, version string
	path          string                              // where it lies; empty if it is not installed
	missing       string                              // what to install then
	ours          bool                                // the bench fails if it cannot be measured
	bare          bool                                // it shows no text
	bus           bool                                // it wants a session bus
	ownSize       bool                                // its window keeps its size
	pages         bool                                // it turns pages where others scroll
	open          func(home string, t *text) []string // its arguments
	chapters      bool                                // it opens EPUB files
	larger        chord
	find          []chord // open the field in which words are looked for
	enter         bool    // looks for them at Enter only
}

// The names of the programs.
const (
	nameOurs    = "Sidelight"
	nameBefore  = "Sidelight before"
	nameEmpty   = "empty window"
	nameBrowser = "Chromium"
	nameBooks   = "Foliate"
	nameViewer  = "mupdf"
)

var plus = chord{key: '+', ctrl: true}

func sidelight(name, path string) program {
	return program{
		name: name, path: path, ours: name == nameOurs, chapters: true, larger: plus, find: []chord{{key: 'f', ctrl: true}},
		open: func(_ string, t *text) []string {
			if t.sample {
				return []string{"--sample"}
			}
			return []string{t.plain}
		},
	}
}

func empty(path string) program {
	return program{
		name: nameEmpty, path: path, bare: true,
		open: func(_ string, t *text) []string {
			if t.wheel {
				return []string{"-wheel"}
			}
			return nil
		},
	}
}

// peers are the programs from the system.
func peers() []program {
	all := []program{{
		name: nameBrowser, path: "chromium", larger: plus, find: []chord{{key: 'f', ctrl: true}},
		open: func(home string, t *text) []string {
			flags := []string{"--user-data-dir=" + home + "/chromium", "--no-first-run", "--disable-gpu", "--disable-background-networking",
				"--disable-component-update", "--disable-sync", "--no-default-browser-check", "--password-store=basic"}
			if os.Getuid() == 0 {
				flags = append(flags, "--no-sandbox")
			}
			return append(flags, "file://"+t.page)
		},
	}, {
		name: nameBooks, path: "foliate", chapters: true, bus: true, pages: true, larger: plus,
		open: func(_ string, t *text) []string { return []string{t.epub} },
	}, {
		name: nameViewer, path: "mupdf-gl", chapters: true, ownSize: true, pages: true, larger: chord{key: '>'}, find: []chord{{key: '/'}}, enter: true,
		open: func(_ string, t *text) []string { return []string{t.xhtml} },
	}}
	for i := range all {
		p := &all[i]
		path, err := exec.LookPath(p.path)
		if err != nil {
			p.missing, p.path = p.path+" is not installed", ""
			continue
		}
		p.path = path
		p.version = versionOf(p.name)
	}
	return all
}

var number = regexp.MustCompile(`\d+(\.\d+)+`)

// versionOf asks the system's packages; elsewhere than on Debian there is no answer.
func versionOf(name string) string {
	pkg := map[string]string{nameBrowser: "chromium", nameBooks: "foliate", nameViewer: "mupdf"}[name]
	out, err := exec.Command("dpkg-query", "-W", "-f", "${Version}", pkg).Output()
	if err != nil {
		return ""
	}
	return number.FindString(string(out))
}
