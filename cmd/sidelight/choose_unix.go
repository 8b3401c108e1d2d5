//go:build !windows && !darwin

package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/godbus/dbus/v5"

	"sidelight/ui"
	"sidelight/ui/locale"
)

// The desktop's portal on the session bus, which shows the desktop's own dialogs.
const (
	portalName    = "org.freedesktop.portal.Desktop"
	portalPath    = "/org/freedesktop/portal/desktop"
	portalOpen    = "org.freedesktop.portal.FileChooser.OpenFile"
	portalSave    = "org.freedesktop.portal.FileChooser.SaveFile"
	portalRequest = "org.freedesktop.portal.Request"
)

// The answers of the portal.
const (
	portalChosen    = 0
	portalCancelled = 1
)

// choose lets the reader choose a file in the desktop's dialog, which begins in a
// folder. It returns "" if the reader chooses none, and closes the dialog when the
// context ends.
//
// The module github.com/rymdport/portal does the same, but its dialogs cannot be
// closed and it reads a + in a name as a space.
func choose(ctx context.Context, folder string, what wanted) (string, error) {
	return askPortal(ctx, portalOpen, what.title, openOptions(folder, what))
}

// saveFile lets the reader choose a file to be written in the desktop's dialog, which
// offers a name and asks before a file is replaced. It ends as [chooseFile] does.
func saveFile(ctx context.Context, name string) (string, error) {
	title := locale.X("save.dialog", "Save as page")
	return askPortal(ctx, portalSave, title, map[string]dbus.Variant{"current_name": dbus.MakeVariant(name)})
}

// askPortal shows one of the portal's dialogs and returns the path that was chosen.
func askPortal(ctx context.Context, method, title string, options map[string]dbus.Variant) (string, error) {
	bus, err := sessionBus()
	if err != nil {
		return "", fmt.Errorf("%w: %w", ui.ErrNoDialog, err)
	}
	defer func() { _ = bus.Close() }()
	token := "sidelight" + strings.ToLower(rand.Text())
	answers, err := listen(ctx, bus, token)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ui.ErrNoDialog, err)
	}
	options["handle_token"] = dbus.MakeVariant(token)
	var request dbus.ObjectPath
	err = bus.Object(portalName, portalPath).CallWithContext(ctx, method, 0, "", title, options).Store(&request)
	if err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", fmt.Errorf("%w: %w", ui.ErrNoDialog, err)
	}
	for {
		select {
		case <-ctx.Done():
			bus.Object(portalName, request).Call(portalRequest+".Close", dbus.FlagNoReplyExpected)
			return "", ctx.Err()
		case s, ok := <-answers:
			if !ok {
				return "", fmt.Errorf("%w: the session bus is gone", ui.ErrNoDialog)
			}
			if s.Path == request && s.Name == portalRequest+".Response" {
				return chosen(s.Body)
			}
		}
	}
}

// sessionBus connects to the session bus of this computer, if it runs.
func sessionBus() (*dbus.Conn, error) {
	if a := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); a != "" && !strings.HasPrefix(a, "unix:") {
		return nil, fmt.Errorf("the session bus is not on this computer")
	}
	bus, err := dbus.SessionBusPrivateNoAutoStartup()
	if err != nil {
		return nil, err
	}
	if err := bus.Auth(nil); err != nil {
		_ = bus.Close()
		return nil, err
	}
	if err := bus.Hello(); err != nil {
		_ = bus.Close()
		return nil, err
	}
	return bus, nil
}

// listen returns what the portal answers to the request that will bear a token. It
// has to listen before it asks: the answer may come first.
func listen(ctx context.Context, bus *dbus.Conn, token string) (<-chan *dbus.Signal, error) {
	sender := strings.ReplaceAll(strings.TrimPrefix(bus.Names()[0], ":"), ".", "_")
	path := dbus.ObjectPath(portalPath + "/request/" + sender + "/" + token)
	err := bus.AddMatchSignalContext(ctx, dbus.WithMatchObjectPath(path), dbus.WithMatchInterface(portalRequest))
	answers := make(chan *dbus.Signal, 8)
	bus.Signal(answers)
	return answers, err
}

// openOptions are those of the dialog that opens a file.
func openOptions(folder string, what wanted) map[string]dbus.Variant {
	type pattern struct {
		Sort uint32 // 0 for a pattern of names
		Text string
	}
	type filter struct {
		Name     string
		Patterns []pattern
	}
	first := filter{Name: what.some}
	for _, p := range what.patterns {
		first.Patterns = append(first.Patterns, pattern{0, p})
	}
	return map[string]dbus.Variant{
		"filters":        dbus.MakeVariant([]filter{first, {allFiles(), []pattern{{0, "*"}}}}),
		"current_folder": dbus.MakeVariant(append([]byte(folder), 0)),
	}
}

// chosen reads the portal's answer: the path that was chosen, or "".
func chosen(body []any) (string, error) {
	var answer uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(body, &answer, &results); err != nil {
		return "", fmt.Errorf("the desktop's dialog: %w", err)
	}
	var addresses []string
	switch {
	case answer == portalCancelled:
		return "", nil
	case answer != portalChosen:
		return "", ui.ErrNoDialog
	}
	if err := dbus.Store([]any{results["uris"].Value()}, &addresses); err != nil || len(addresses) == 0 {
		return "", fmt.Errorf("the desktop's dialog has chosen no file")
	}
	u, err := url.Parse(addresses[0])
	if err != nil || u.Scheme != "file" {
		return "", fmt.Errorf("the desktop's dialog has chosen no file of this computer")
	}
	return u.Path, nil
}
