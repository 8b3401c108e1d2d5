package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestNoOpenGLIsNoticed(t *testing.T) {
	var out bytes.Buffer
	ended := 0
	w := &openGLWatch{log: &out, end: func() { ended++ }}
	for _, line := range []string{"Fyne error:  another\n", "  Cause: something\n", "Fyne error:  window creation error\n"} {
		if _, err := w.Write([]byte(line)); err != nil {
			t.Fatal(err)
		}
	}
	if ended != 0 {
		t.Error("it ends before the cause is told")
	}
	if _, err := w.Write([]byte("  Cause: APIUnavailable\n")); err != nil || ended != 1 {
		t.Errorf("ended %d times, %v", ended, err)
	}
	if !strings.HasSuffix(out.String(), "APIUnavailable\n") || strings.Count(out.String(), "\n") != 4 {
		t.Errorf("the log is %q", &out)
	}
	if !strings.Contains(noOpenGL(), "OpenGL") {
		t.Error("the sentence does not say what is missing")
	}
}
