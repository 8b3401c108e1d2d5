package command_test

import (
	"testing"

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
