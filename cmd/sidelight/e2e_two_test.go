//go:build e2e

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// twoTime is how long keys are pressed in two windows, unless SIDELIGHT_TWO says
// otherwise, for example 1m.
const twoTime = 5 * time.Second

// TestEndToEndTwoWindows presses keys in two windows of the same reader, each with
// an article of its own. The preferences must come to hold the place of both and
// the settings that each of them has set, every time and in the end.
func TestEndToEndTwoWindows(t *testing.T) {
	last := twoTime
	if s := os.Getenv("SIDELIGHT_TWO"); s != "" {
		d, err := time.ParseDuration(s)
		if err != nil {
			t.Fatalf("SIDELIGHT_TWO: %v", err)
		}
		last = d
	}
	home := t.TempDir()
	kept := filepath.Join(home, ".config", "sidelight", "preferences.json")
	var both [2]*sitting
	for i, name := range []string{"first", "second"} {
		text := strings.Repeat("The "+name+" article says this. It says that as well, and says it again.\n\n", 300)
		path := filepath.Join(t.TempDir(), name+".txt")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256([]byte(text))
		both[i] = &sitting{openIn(t, home, []string{path}), "place.offset." + hex.EncodeToString(sum[:8])}
	}
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	rounds := 0
	for began := time.Now(); rounds < 2 || time.Since(began) < last; rounds++ {
		for _, r := range both {
			r.storm(random)
		}
		atEnd := rounds%2 == 0
		before := readKept(t, kept)
		key, size := "Home", "ctrl+0"
		if atEnd {
			key, size = "End", "ctrl+plus"
		}
		both[0].press(key, "t")
		both[1].press(key, size)
		both[0].until(fmt.Sprintf("round %d of seed %d", rounds, seed), func() error {
			now := readKept(t, kept)
			for _, r := range both {
				if offset, _ := now[r.key].(float64); offset > 5000 != atEnd {
					return fmt.Errorf("%s is %v after %s", r.key, now[r.key], key)
				}
			}
			if now["look.scheme"] == before["look.scheme"] {
				return fmt.Errorf("the theme is still %v", now["look.scheme"])
			}
			if size, _ := now["text.size"].(float64); size > 0 != atEnd {
				return fmt.Errorf("the size of the text is %v", now["text.size"])
			}
			return nil
		})
	}
	want := readKept(t, kept)
	for _, r := range both {
		r.press()
		r.quit()
	}
	now := readKept(t, kept)
	for _, key := range []string{both[0].key, both[1].key, "look.scheme", "text.size"} {
		if now[key] != want[key] {
			t.Errorf("%s is %v in the end and was %v", key, now[key], want[key])
		}
	}
	t.Logf("%d rounds in %v, seed %d", rounds, last, seed)
}

// sitting is a window with an article, and the key of its place.
type sitting struct {
	*window
	key string
}

// press presses keys in this window, whichever had the focus.
func (r *sitting) press(keys ...string) {
	r.t.Helper()
	r.do("windowfocus", "--sync", r.id)
	if len(keys) > 0 {
		r.do(append([]string{"key", "--delay", "20"}, keys...)...)
	}
}

// storm presses keys at random that move through the article.
func (r *sitting) storm(random *rand.Rand) {
	r.t.Helper()
	keys := []string{"j", "k", "space", "Home", "End", "Next", "Prior", "Down", "Up"}
	var some []string
	for range 5 {
		some = append(some, keys[random.IntN(len(keys))])
	}
	r.press(some...)
}

// readKept reads the preferences, none if there is no file yet.
func readKept(t *testing.T, path string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil
	}
	var values map[string]any
	if err == nil {
		err = json.Unmarshal(data, &values)
	}
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return values
}
