package main

import "golang.org/x/sys/windows"

// tell shows a sentence in a message box of the system, because on Windows a program
// with a window has no console.
func tell(words string) {
	text, err1 := windows.UTF16PtrFromString(words)
	title, err2 := windows.UTF16PtrFromString(metadata().Name)
	if err1 == nil && err2 == nil {
		_, _ = windows.MessageBox(0, text, title, windows.MB_OK|windows.MB_ICONERROR)
	}
}
