package main

import (
	"context"
	"errors"
	"os/exec"
	"strings"

	"sidelight/ui"
)

// chooseScript shows the open panel of macOS and writes the path that was chosen, or
// nothing.
const chooseScript = `on run argv
	try
		return POSIX path of (choose file with prompt (item 1 of argv) default location (POSIX file (item 2 of argv)))
	on error number -128
		return ""
	end try
end run`

// saveFile is nil: the toolkit's dialog serves to save on macOS.
var saveFile func(ctx context.Context, name string) (string, error)

// choose lets the reader choose a file in the open panel of macOS, which begins in
// a folder. It returns "" if the reader chooses none, and closes the panel when the
// context ends.
func choose(ctx context.Context, folder string, what wanted) (string, error) {
	out, err := exec.CommandContext(ctx, "/usr/bin/osascript", "-e", chooseScript, what.title, folder).Output()
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		return "", errors.Join(ui.ErrNoDialog, err)
	}
	return strings.TrimSuffix(string(out), "\n"), nil
}
