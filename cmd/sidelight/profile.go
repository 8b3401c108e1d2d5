//go:build profile && unix

package main

import (
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"syscall"
)

// A build with the tag profile writes what it holds into the folder that
// SIDELIGHT_PROFILE names, each time it gets the signal USR1: heap-1.pb.gz,
// goroutine-1.pb.gz, heap-2.pb.gz and so on, for go tool pprof. No other build has
// this file.
func init() {
	dir := os.Getenv("SIDELIGHT_PROFILE")
	if dir == "" {
		return
	}
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1)
	go func() {
		for n := 1; ; n++ {
			<-asked
			if err := writeProfiles(dir, n); err != nil {
				slog.Error("no profile", "error", err)
			}
		}
	}()
}

// writeProfiles writes the profile of the live heap and that of the goroutines, each
// under a name with the number n, and what the runtime says of memory on stderr.
func writeProfiles(dir string, n int) error {
	runtime.GC()
	runtime.GC() // what a finalizer holds is freed by the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Fprintf(os.Stderr, "profile %d: %d KB live heap in %d objects, %d KB of spans in use, %d KB idle of which %d KB were returned, %d KB of stacks, %d KB from the system, %d goroutines\n",
		n, m.HeapAlloc>>10, m.HeapObjects, m.HeapInuse>>10, m.HeapIdle>>10, m.HeapReleased>>10, m.StackInuse>>10, m.Sys>>10, runtime.NumGoroutine())
	for _, name := range []string{"heap", "goroutine"} {
		f, err := os.Create(filepath.Join(dir, fmt.Sprintf("%s-%d.pb.gz", name, n)))
		if err != nil {
			return err
		}
		if err := pprof.Lookup(name).WriteTo(f, 0); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	return nil
}
