package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
)

// prefsPath is the file in which Fyne keeps the preferences of an app.
func prefsPath(id string) (string, error) {
	if runtime.GOOS == "darwin" {
		home, err := os.UserHomeDir()
		return filepath.Join(home, "Library", "Preferences", "fyne", id, "preferences.json"), err
	}
	dir, err := os.UserConfigDir()
	return filepath.Join(dir, "fyne", id, "preferences.json"), err
}

// setAside renames a file of preferences that Fyne could not read, which would
// end the program or hide what is wrong, so that the defaults hold. What was in
// it is kept under the new name.
func setAside(path string, log *slog.Logger) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err == nil {
		err = checkPrefs(data)
	}
	if err == nil {
		return
	}
	log.Warn("the preferences cannot be read; the defaults take their place", "file", path, "error", err)
	if err := os.Rename(path, path+".broken"); err != nil {
		log.Warn("the preferences were not set aside", "error", err)
	}
}

// checkPrefs finds what Fyne cannot read: anything that is no object, and lists
// of things of more than one kind.
func checkPrefs(data []byte) error {
	var values map[string]any
	if err := json.Unmarshal(data, &values); err != nil {
		return err
	}
	for key, v := range values {
		list, _ := v.([]any)
		for _, x := range list {
			if reflect.TypeOf(x) != reflect.TypeOf(list[0]) {
				return fmt.Errorf("%q is a list of more than one kind", key)
			}
		}
	}
	return nil
}
