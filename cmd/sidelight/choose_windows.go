package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"

	"sidelight/ui"
)

var (
	comdlg32        = windows.NewLazySystemDLL("comdlg32.dll")
	getOpenFileName = comdlg32.NewProc("GetOpenFileNameW")
	dialogError     = comdlg32.NewProc("CommDlgExtendedError")
)

// openFileName is the OPENFILENAMEW of the Windows API.
type openFileName struct {
	size           uint32
	owner          windows.HWND
	instance       windows.Handle
	filter         *uint16
	customFilter   *uint16
	maxCustom      uint32
	filterIndex    uint32
	file           *uint16
	maxFile        uint32
	fileTitle      *uint16
	maxFileTitle   uint32
	initialDir     *uint16
	title          *uint16
	flags          uint32
	fileOffset     uint16
	fileExtension  uint16
	defExt         *uint16
	custData       uintptr
	hook           uintptr
	templateName   *uint16
	reserved       unsafe.Pointer
	reservedNumber uint32
	flagsEx        uint32
}

// Flags of the dialog.
const (
	hideReadOnly  = 0x4
	noChangeDir   = 0x8
	fileMustExist = 0x1000
	explorer      = 0x80000
)

// pathUnits is how long a path may be, in units of UTF-16.
const pathUnits = 1 << 15

// saveFile is nil: the toolkit's dialog serves to save on Windows.
var saveFile func(ctx context.Context, name string) (string, error)

// choose lets the reader choose a file in the dialog of Windows, which begins in a
// folder. It returns "" if the reader chooses none. The dialog cannot be closed from
// here: when the context ends, what it chooses is no longer waited for.
func choose(ctx context.Context, folder string, what wanted) (string, error) {
	type result struct {
		path string
		err  error
	}
	done := make(chan result, 1)
	go func() {
		runtime.LockOSThread() // a dialog belongs to a thread
		defer runtime.UnlockOSThread()
		path, err := openDialog(folder, what)
		done <- result{path, err}
	}()
	select {
	case r := <-done:
		return r.path, r.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// openDialog shows the dialog and waits for its end.
func openDialog(folder string, what wanted) (string, error) {
	filter := zeros(what.some, strings.Join(what.patterns, ";"), allFiles(), "*.*")
	dir, err1 := windows.UTF16PtrFromString(folder)
	title, err2 := windows.UTF16PtrFromString(what.title)
	if err1 != nil || err2 != nil {
		return "", ui.ErrNoDialog
	}
	path := make([]uint16, pathUnits)
	o := openFileName{
		filter: &filter[0], filterIndex: 1, file: &path[0], maxFile: pathUnits, initialDir: dir, title: title,
		flags: explorer | fileMustExist | hideReadOnly | noChangeDir,
	}
	o.size = uint32(unsafe.Sizeof(o))
	if ok, _, _ := getOpenFileName.Call(uintptr(unsafe.Pointer(&o))); ok != 0 { //nolint:gosec // as the Windows API has it
		return windows.UTF16ToString(path), nil
	}
	if code, _, _ := dialogError.Call(); code != 0 {
		return "", fmt.Errorf("%w: error %#x of the dialog", ui.ErrNoDialog, code)
	}
	return "", nil
}

// zeros returns words with a zero after each of them, and one more at the end.
func zeros(words ...string) []uint16 {
	var out []uint16
	for _, w := range words {
		units, err := windows.UTF16FromString(w)
		if err != nil {
			units = []uint16{0} // it holds a zero itself
		}
		out = append(out, units...)
	}
	return append(out, 0)
}
