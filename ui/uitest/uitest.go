// Package uitest holds what the tests of the views share.
package uitest

import (
	"context"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/assets"
	"sidelight/ui/look"
)

// built is the edition that comes with the program: it is immutable, and to read it takes
// longer than most tests do.
var built = sync.OnceValues(func() (*annotations.Edition, error) {
	return edition.Load(context.Background(), assets.Edition())
})

// Edition returns the edition that comes with the program, the same one at each call.
func Edition(t testing.TB) *annotations.Edition {
	t.Helper()
	e, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// App starts a test app in a colour scheme and returns it with the design's roles of
// type.
func App(t testing.TB, scheme look.Scheme) (fyne.App, look.Roles) {
	t.Helper()
	app := test.NewTempApp(t)
	theme, err := look.New(scheme)
	if err != nil {
		t.Fatal(err)
	}
	app.Settings().SetTheme(theme)
	return app, theme.Roles()
}
