package command_test

import (
	"context"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/command"
)

func TestRecordsAreCommandsOfTheTable(t *testing.T) {
	table, err := command.Bare(nil)
	if err != nil {
		t.Fatal(err)
	}
	records := command.Records()
	ids := make(map[string]bool)
	for _, r := range records {
		c := table.Command(command.ID(r.ID))
		if c == nil || c.Label() != r.Title || r.Type != search.Command || r.Detail == "" {
			t.Errorf("the record %+v is not that of the command %+v", r, c)
		}
		ids[r.ID] = true
	}
	if !ids["quit"] || !ids["next-theme"] || ids["search"] || ids["select-next-line"] {
		t.Errorf("the commands to be found are %v", ids)
	}
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
	x := search.New(e, command.Records()...)
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
