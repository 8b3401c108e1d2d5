//go:build !windows && !darwin

package main

import (
	"bufio"
	"context"
	"errors"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"sidelight/ui"
)

// portal stands for the desktop's portal.
type portal struct {
	t      *testing.T
	bus    *dbus.Conn
	asked  chan string   // the folders or names that dialogs begin with
	closed chan struct{} // gets a value for each dialog that is closed

	mu     sync.Mutex // for what follows: the bus calls on goroutines of its own
	answer uint32
	uris   []string
	silent bool // it does not answer
}

// will sets how the portal answers.
func (p *portal) will(answer uint32, uris ...string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.answer, p.uris = answer, uris
}

// be sets whether the portal answers at all.
func (p *portal) be(silent bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.silent = silent
}

// OpenFile answers as the portal does.
func (p *portal) OpenFile(sender dbus.Sender, _, _ string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return p.show(sender, options, strings.TrimSuffix(string(options["current_folder"].Value().([]byte)), "\x00"))
}

// SaveFile answers as the portal does.
func (p *portal) SaveFile(sender dbus.Sender, _, _ string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return p.show(sender, options, options["current_name"].Value().(string))
}

// show stands for a dialog that begins with a folder or a name.
func (p *portal) show(sender dbus.Sender, options map[string]dbus.Variant, begin string) (dbus.ObjectPath, *dbus.Error) {
	token := options["handle_token"].Value().(string)
	from := strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_")
	path := dbus.ObjectPath(portalPath + "/request/" + from + "/" + token)
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.bus.Export(request{p}, path, portalRequest); err != nil {
		p.t.Error(err)
	}
	p.asked <- begin
	if !p.silent {
		// Before the call returns, as a quick portal may.
		err := p.bus.Emit(path, portalRequest+".Response", p.answer, map[string]dbus.Variant{"uris": dbus.MakeVariant(p.uris)})
		if err != nil {
			p.t.Error(err)
		}
	}
	return path, nil
}

// request stands for a dialog that is open.
type request struct{ p *portal }

// Close closes it.
func (r request) Close() *dbus.Error {
	r.p.closed <- struct{}{}
	return nil
}

// newBus starts a session bus of the test's own.
func newBus(t *testing.T) {
	t.Helper()
	daemon, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("there is no dbus-daemon here")
	}
	cmd := exec.Command(daemon, "--session", "--nofork", "--print-address=1", "--address=unix:tmpdir="+t.TempDir())
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
}

// newPortal starts a bus with a portal on it.
func newPortal(t *testing.T) *portal {
	t.Helper()
	newBus(t)
	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = bus.Close() })
	p := &portal{t: t, bus: bus, asked: make(chan string, 9), closed: make(chan struct{}, 9)}
	if err := bus.Export(p, portalPath, "org.freedesktop.portal.FileChooser"); err != nil {
		t.Fatal(err)
	}
	if _, err := bus.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestChooseFile(t *testing.T) {
	p := newPortal(t)
	p.will(portalChosen, "file:///texts/a+b%20%C3%A4.md")
	path, err := chooseFile(t.Context(), "/texts")
	if folder := <-p.asked; err != nil || path != "/texts/a+b ä.md" || folder != "/texts" {
		t.Errorf("chosen is %q in %q, %v", path, folder, err)
	}
	p.will(portalCancelled)
	if path, err := chooseFile(t.Context(), "/"); path != "" || err != nil {
		t.Errorf("who thinks better of it gets %q, %v", path, err)
	}
	p.will(portalChosen, "smb://server/share/a.md")
	if path, err := chooseFile(t.Context(), "/"); path != "" || err == nil {
		t.Errorf("a file on another computer is %q, %v", path, err)
	}
}

// To save, the dialog offers a name.
func TestSaveFile(t *testing.T) {
	p := newPortal(t)
	p.will(portalChosen, "file:///pages/b%20%C3%A4.html")
	path, err := saveFile(t.Context(), "a.html")
	if name := <-p.asked; err != nil || path != "/pages/b ä.html" || name != "a.html" {
		t.Errorf("chosen is %q, offered %q, %v", path, name, err)
	}
}

// Who gives the dialog up closes it.
func TestChooseFileIsGivenUp(t *testing.T) {
	p := newPortal(t)
	p.be(true)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-p.asked
		time.Sleep(20 * time.Millisecond) // for the answer to the call to arrive
		cancel()
	}()
	if _, err := chooseFile(ctx, "/"); !errors.Is(err, context.Canceled) {
		t.Errorf("it ends with %v", err)
	}
	select {
	case <-p.closed:
	case <-time.After(time.Minute):
		t.Error("the dialog stays open")
	}
}

func TestChooseFileWithoutAPortal(t *testing.T) {
	newBus(t)
	if _, err := chooseFile(t.Context(), "/"); !errors.Is(err, ui.ErrNoDialog) {
		t.Errorf("without a portal: %v", err)
	}
	for _, address := range []string{"unix:path=/nonexistent", "tcp:host=127.0.0.1,port=1"} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
		if _, err := chooseFile(t.Context(), "/"); !errors.Is(err, ui.ErrNoDialog) {
			t.Errorf("with the bus %s: %v", address, err)
		}
	}
}
