package notes_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"sidelight/annotations/disk"
	"sidelight/annotations/notes"
)

// By these variables a test starts its own program as a child that takes notes, and
// `make crash` sets how often.
const (
	childFolder = "SIDELIGHT_NOTES_CHILD"
	childPart   = "SIDELIGHT_NOTES_PART"
	roundsAsked = "SIDELIGHT_ROUNDS"
)

const fewRounds = 6

func TestMain(m *testing.M) {
	if folder := os.Getenv(childFolder); folder != "" {
		part, _ := strconv.ParseUint(os.Getenv(childPart), 10, 32)
		if err := child(folder, uint32(part)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// report is a line of a child: what it is about to do, or has done, to a note.
type report struct {
	Done bool
	ID   notes.ID
	Text string // of the note afterwards; of one that is deleted, gone
}

const gone = "\x00"

// parts is how many children there may be at once; each keeps to its own notes.
const parts = 2

func partOf(id notes.ID) uint32 {
	h := fnv.New32a()
	_, _ = io.WriteString(h, string(id))
	return h.Sum32() % parts
}

// child adds, edits and deletes notes, and says so, until it is killed.
func child(folder string, part uint32) error {
	s, err := notes.Open(disk.OS{}, folder, time.Now)
	if err != nil {
		return err
	}
	b, err := s.Book(context.Background(), sample, "")
	if err != nil {
		return err
	}
	say := func(r report) error {
		line, err := json.Marshal(r)
		if err != nil {
			return err
		}
		_, err = os.Stdout.Write(append(line, '\n'))
		return err
	}
	for i := 0; ; i++ {
		r, what, change := childAct(b.State(), part, i)
		if err := say(r); err != nil {
			return err
		}
		if err := b.Do(what, change); err != nil {
			return err
		}
		r.Done = true
		if err := say(r); err != nil {
			return err
		}
		if i%7 == 0 {
			if _, err := b.Poll(); err != nil {
				return err
			}
		}
	}
}

func childAct(s *notes.State, part uint32, i int) (report, notes.What, notes.Change) {
	var own []*notes.Note
	for _, n := range s.Notes {
		if partOf(n.ID) == part {
			own = append(own, n)
		}
	}
	text := strings.Repeat("a word ", rand.IntN(60)) + strconv.Itoa(i)
	if k := rand.IntN(10); len(own) > 0 && k >= 4 {
		n := *own[rand.IntN(len(own))]
		if k >= 8 {
			return report{ID: n.ID, Text: gone}, notes.Remove, notes.Delete(n.ID)
		}
		n.Text = text
		return report{ID: n.ID, Text: text}, notes.Edit, notes.Put(n)
	}
	n := notes.Note{ID: notes.NewID(time.Now()), Text: text}
	for partOf(n.ID) != part {
		n.ID = notes.NewID(time.Now())
	}
	return report{ID: n.ID, Text: text}, notes.Write, notes.Put(n)
}

// Whatever a program that takes notes has said is kept is there after it was killed,
// and so it is where two take notes at once, as in a round in three.
func TestCrash(t *testing.T) {
	rounds := fewRounds
	if asked, err := strconv.Atoi(os.Getenv(roundsAsked)); err == nil {
		rounds = asked
	} else if testing.Short() {
		rounds = 1
	}
	c := crash{folder: t.TempDir(), kept: map[notes.ID]string{}}
	for round := range rounds {
		children := 1
		if round%3 == 2 {
			children = parts
		}
		c.round(t, children)
		if t.Failed() {
			t.Fatalf("round %d, %d children", round+1, children)
		}
	}
	t.Logf("%d rounds: %d acknowledged acts, %d notes at the end, %d acts under way when a program was killed, "+
		"%d lines cut off; 0 lost, 0 stores that do not open", rounds, c.acts, c.alive(), c.underWay, c.torn)
}

type crash struct {
	folder               string
	kept                 map[notes.ID]string // what was acknowledged
	acts, underWay, torn int
}

func (c *crash) round(t *testing.T, children int) {
	var wait sync.WaitGroup
	said := make([][]report, children)
	for i := range children {
		wait.Go(func() { said[i] = kill(t, c.folder, i) })
	}
	wait.Wait()
	tried := map[notes.ID]string{}
	for _, all := range said {
		for _, r := range all {
			if !r.Done {
				tried[r.ID] = r.Text
				continue
			}
			delete(tried, r.ID)
			c.kept[r.ID] = r.Text
			c.acts++
		}
	}
	c.underWay += len(tried)
	c.compare(t, tried)
}

// kill starts a child, kills it at some moment, and returns what it said.
func kill(t *testing.T, folder string, part int) (all []report) {
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), childFolder+"="+folder, childPart+"="+strconv.Itoa(part))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Error(err)
		return nil
	}
	lines := bufio.NewScanner(out)
	for first := true; lines.Scan(); first = false {
		var r report
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			continue // the line that was being said
		}
		all = append(all, r)
		if first {
			time.AfterFunc(rand.N(120*time.Millisecond), func() { _ = cmd.Process.Kill() })
		}
	}
	if cmd.Wait() == nil {
		t.Error("a child was not killed")
	}
	return all
}

// compare opens the store and compares it with what was acknowledged. What was under
// way may have been done or not; the notes as they are count from then on.
func (c *crash) compare(t *testing.T, tried map[notes.ID]string) {
	s, err := notes.Open(disk.OS{}, c.folder, time.Now)
	if err != nil {
		t.Errorf("the store does not open: %v", err)
		return
	}
	defer func() { _ = s.Close() }()
	b, err := s.Book(t.Context(), sample, "")
	if err != nil {
		t.Errorf("the store does not open: %v", err)
		return
	}
	for _, d := range b.State().Damage {
		if d.Err != nil {
			t.Errorf("%s: %v", d.File, d.Err)
		}
		c.torn += d.Lines
	}
	is := func(id notes.ID) string {
		if n, ok := b.State().Get(id); ok {
			return n.Text
		}
		return gone
	}
	for id, want := range c.kept {
		if got := is(id); got != want {
			if after, ok := tried[id]; !ok || got != after {
				t.Errorf("the note %s is %q, acknowledged was %q", id, got, want)
			}
		}
	}
	for id := range tried {
		if c.kept[id] = is(id); c.kept[id] == gone {
			delete(c.kept, id)
		}
	}
	for _, n := range b.State().Notes {
		if _, ok := c.kept[n.ID]; !ok {
			t.Errorf("there is a note %s that nobody wrote", n.ID)
		}
	}
}

// alive is the number of notes that are not deleted.
func (c *crash) alive() (n int) {
	for _, text := range c.kept {
		if text != gone {
			n++
		}
	}
	return n
}
