package ui_test

import (
	"context"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui"
	"sidelight/ui/command"
	"sidelight/ui/look"
)

// Every surface reads the same record: what the search knows of a command is what
// the table has.
func TestRecordsAreCommandsOfTheTable(t *testing.T) {
	r, _, _ := reader(t, look.Light)
	table := make(map[string]*command.Command)
	for _, c := range r.Commands() {
		table[string(c.ID)] = c
		if len(c.Keys) == 0 && !c.Here {
			t.Errorf("%s has no key", c.ID)
		}
	}
	found := make(map[string]bool)
	for _, x := range records(t) {
		c := table[x.ID]
		if c == nil || c.Label() != x.Title || x.Type != search.Command || x.Detail == "" {
			t.Errorf("the record %+v is not that of the command %+v", x, c)
		}
		found[x.ID] = true
	}
	if !found["quit"] || !found["next-theme"] || found["search"] || found["select-next-line"] || found["open"] {
		t.Errorf("the commands to be found are %v", found)
	}
}

func records(t *testing.T) []search.Record {
	t.Helper()
	all, err := ui.CommandRecords()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// People look for commands with words of their own.
func TestCommandsAreFoundByOtherWords(t *testing.T) {
	article, err := annotations.NewArticle("a.txt", "Some words.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: article})
	if err != nil {
		t.Fatal(err)
	}
	x := search.New(e, records(t)...)
	for query, want := range map[string]command.ID{
		">dark": command.NextTheme, ">zoom in": command.Larger, ">shortcuts": command.Keys, ">exit": command.Quit,
		">quit": command.Quit, ">preferences": command.Settings,
	} {
		a, err := x.Find(context.Background(), query, 0)
		all := a.All()
		if err != nil || len(all) == 0 || all[0].ID != string(want) {
			t.Errorf("%s finds %+v, %v, want %s", query, all, err, want)
		}
	}
}
