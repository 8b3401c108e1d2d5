//go:build linux

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// A run is a program from its start to its end.
type run struct {
	b     *bench
	p     program
	began time.Time
	bus   *bus
}

// environment is what every program finds: a home of its own, no graphics card, nothing
// of the reader's.
func environment(home, bus string) ([]string, error) {
	dirs := map[string]string{"XDG_CONFIG_HOME": ".config", "XDG_CACHE_HOME": ".cache", "XDG_DATA_HOME": ".local/share",
		"XDG_STATE_HOME": ".local/state", "XDG_RUNTIME_DIR": "run"}
	env := []string{"HOME=" + home, "PATH=" + os.Getenv("PATH"), "DISPLAY=" + os.Getenv("DISPLAY"), "XAUTHORITY=" + os.Getenv("XAUTHORITY"),
		"LANG=C.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1", "FYNE_SCALE=1", "FYNE_THEME=light", "DBUS_SESSION_BUS_ADDRESS=" + bus}
	for name, dir := range dirs {
		dir = filepath.Join(home, dir)
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, err
		}
		env = append(env, name+"="+dir)
	}
	return env, nil
}

// start starts p with t and returns at once.
func (b *bench) start(p program, home string, t *text) (*run, error) {
	if err := b.screen.pause(100 * time.Millisecond); err != nil { // the one before leaves
		return nil, err
	}
	r := &run{b: b, p: p}
	address := "unix:path=/nonexistent" // without one a bus would be started
	if p.bus {
		var err error
		if r.bus, err = newBus(); err != nil {
			return nil, err
		}
		address = r.bus.address
	}
	env, err := environment(home, address)
	if err != nil {
		return nil, err
	}
	log, err := os.OpenFile(filepath.Join(b.folder, "programs.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer func() { _ = log.Close() }()
	null, err := os.Open(os.DevNull)
	if err != nil {
		return nil, err
	}
	defer func() { _ = null.Close() }()
	b.screen.park()
	b.screen.window, b.screen.keep = 0, p.ownSize
	r.began = time.Now()
	_, err = syscall.ForkExec(p.path, append([]string{p.path}, p.open(home, t)...), &syscall.ProcAttr{
		Dir: home, Env: env, Files: []uintptr{null.Fd(), log.Fd(), log.Fd()},
	})
	if err != nil {
		return nil, fmt.Errorf("%s does not start: %w", p.name, err)
	}
	return r, nil
}

// tree is what belongs to the program now. The bus is a part of the system.
func (r *run) tree() []process {
	if r.bus != nil {
		return below(processes(), os.Getpid(), r.bus.pid)
	}
	return below(processes(), os.Getpid())
}

func (r *run) used() time.Duration { return processorTime(r.tree()) }

// alive reports whether a process of the program is left.
func alive(tree []process) bool {
	for _, p := range tree {
		if !p.zombie {
			return true
		}
	}
	return false
}

// end closes the window as a reader does and waits for the program to end; one that
// does not is killed.
func (r *run) end() error {
	if err := r.b.screen.closeWindow(); err == nil {
		for until := time.Now().Add(5 * time.Second); time.Now().Before(until) && alive(r.tree()); {
			if err := r.b.screen.pause(50 * time.Millisecond); err != nil {
				return err
			}
		}
	}
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGKILL} {
		for until := time.Now().Add(3 * time.Second); time.Now().Before(until); {
			tree := r.tree()
			if !alive(tree) {
				break
			}
			for _, p := range tree {
				_ = syscall.Kill(p.pid, sig) // it may have ended
			}
			if err := r.b.screen.pause(50 * time.Millisecond); err != nil {
				return err
			}
		}
	}
	if r.bus != nil {
		r.bus.stop()
	}
	for { // everything that ended is let go
		pid, err := syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || pid <= 0 {
			return nil
		}
	}
}

// A bus is a session bus of the system, as a desktop has one running.
type bus struct {
	pid     int
	address string
}

func newBus() (*bus, error) {
	path, err := exec.LookPath("dbus-daemon")
	if err != nil {
		return nil, errors.New("dbus-daemon is not installed")
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	defer func() { _ = null.Close() }()
	pid, err := syscall.ForkExec(path, []string{path, "--session", "--nofork", "--print-address=1"}, &syscall.ProcAttr{
		Env: os.Environ(), Files: []uintptr{null.Fd(), w.Fd(), null.Fd()},
	})
	_ = w.Close()
	if err != nil {
		return nil, err
	}
	line := make([]byte, 512)
	n, err := r.Read(line)
	if err != nil {
		return nil, fmt.Errorf("the session bus does not start: %w", err)
	}
	return &bus{pid, strings.TrimSpace(string(line[:n]))}, nil
}

// stop ends the bus and what it started.
func (b *bus) stop() {
	for _, p := range below(processes(), b.pid) {
		_ = syscall.Kill(p.pid, syscall.SIGKILL)
	}
	_ = syscall.Kill(b.pid, syscall.SIGKILL)
	_, _ = syscall.Wait4(b.pid, nil, 0, nil)
}
