//go:build linux

package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// tick is the unit of processor time in /proc: the kernel tells it in hundredths of a
// second, whatever it counts in itself.
const tick = 10 * time.Millisecond

// A process is one line of the system's list.
type process struct {
	pid, parent int
	zombie      bool
	used        time.Duration // processor time of its own and of its children that ended and were waited for
}

// parseStat reads a line of /proc/PID/stat. The name in it may hold anything, so what
// follows its last bracket is read.
func parseStat(line string) (process, error) {
	open, end := strings.IndexByte(line, '('), strings.LastIndexByte(line, ')')
	if open < 0 || end < open {
		return process{}, fmt.Errorf("no name in %q", line)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(line[:open]))
	f := strings.Fields(line[end+1:])
	if err != nil || len(f) < 15 {
		return process{}, fmt.Errorf("no process in %q", line)
	}
	p := process{pid: pid, zombie: f[0] == "Z"}
	if p.parent, err = strconv.Atoi(f[1]); err != nil {
		return p, err
	}
	for _, s := range f[11:15] { // user and system, of itself and of its children
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return p, err
		}
		p.used += time.Duration(n) * tick
	}
	return p, nil
}

// processes are all that there are now.
func processes() []process {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return nil
	}
	var all []process
	for _, e := range entries {
		if name := e.Name(); name[0] < '0' || name[0] > '9' {
			continue
		}
		line, err := os.ReadFile("/proc/" + e.Name() + "/stat")
		if err != nil {
			continue // it has ended
		}
		if p, err := parseStat(string(line)); err == nil {
			all = append(all, p)
		}
	}
	return all
}

// below returns those of all that come from adopter, by way of any number of parents:
// the children of an ended process are given to adopter too. What comes from one of
// other is left out.
func below(all []process, adopter int, other ...int) []process {
	children := map[int][]process{}
	for _, p := range all {
		children[p.parent] = append(children[p.parent], p)
	}
	var tree []process
	var walk func(parent int)
	walk = func(parent int) {
		for _, p := range children[parent] {
			if !slices.Contains(other, p.pid) {
				tree = append(tree, p)
				walk(p.pid)
			}
		}
	}
	walk(adopter)
	return tree
}

// processorTime is what all of tree have used.
func processorTime(tree []process) (used time.Duration) {
	for _, p := range tree {
		used += p.used
	}
	return used
}

// A holding is what a program holds of the machine's memory, in bytes.
type holding struct {
	share int64 // pages that several processes of the machine share are divided among them
	own   int64 // pages that no other process shares
}

// memory adds up what all of tree hold.
func memory(tree []process) (sum holding, err error) {
	for _, p := range tree {
		if p.zombie {
			continue
		}
		rollup, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", p.pid))
		if err != nil {
			if _, gone := os.Stat(fmt.Sprintf("/proc/%d", p.pid)); gone != nil {
				continue
			}
			return sum, fmt.Errorf("the memory of a process cannot be read, which root may: %w", err)
		}
		h, err := parseRollup(string(rollup))
		if err != nil {
			return sum, err
		}
		sum.share += h.share
		sum.own += h.own
	}
	return sum, nil
}

// parseRollup reads a file like /proc/PID/smaps_rollup.
func parseRollup(rollup string) (h holding, err error) {
	found := false
	for line := range strings.Lines(rollup) {
		f := strings.Fields(line)
		if len(f) != 3 || f[2] != "kB" {
			continue
		}
		kb, err := strconv.ParseInt(f[1], 10, 64)
		if err != nil {
			return h, err
		}
		switch f[0] {
		case "Pss:":
			h.share, found = kb*1024, true
		case "Private_Clean:", "Private_Dirty:":
			h.own += kb * 1024
		}
	}
	if !found {
		return h, errors.New("no share of memory is told of")
	}
	return h, nil
}
