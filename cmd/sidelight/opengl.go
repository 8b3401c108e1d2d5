package main

import (
	"bytes"
	"io"
	"log"
	"os"
	"runtime"

	"sidelight/ui/locale"
)

// noOpenGL tells the reader what to do on a system without OpenGL.
func noOpenGL() string {
	words := locale.X("opengl.none", "No window can be opened, because OpenGL 2.1 is not to be had here. Update the driver of the graphics card.")
	switch runtime.GOOS {
	case "windows":
		words += " " + locale.X("opengl.windows", "On a virtual machine or over Remote Desktop, put the file opengl32.dll of Mesa beside the program: it draws without a card.")
	case "linux", "freebsd", "openbsd", "netbsd":
		words += " " + locale.X("opengl.linux", "Without a card, install Mesa's software renderer (Debian and Ubuntu: libgl1-mesa-dri) and start with LIBGL_ALWAYS_SOFTWARE=1.")
	}
	return words
}

// watchOpenGL ends the program with a sentence when the toolkit has no OpenGL to
// draw with. Fyne says so in its log and nowhere else, and goes on without a
// window.
func watchOpenGL(stderr io.Writer) {
	log.SetOutput(&openGLWatch{stderr, func() {
		tell(noOpenGL())
		complain(stderr, "sidelight: "+noOpenGL())
		os.Exit(exitFailed)
	}, false})
}

// openGLWatch is a writer that passes a log on and watches for the line that says that
// a window could not be made. It calls end after the next line, which has the cause.
type openGLWatch struct {
	log    io.Writer
	end    func()
	failed bool
}

// Write is called once for each line.
func (w *openGLWatch) Write(line []byte) (int, error) {
	n, err := w.log.Write(line)
	if w.failed {
		w.end()
	}
	w.failed = w.failed || bytes.Contains(line, []byte("window creation error"))
	return n, err
}
