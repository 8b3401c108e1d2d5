package timeline_test

import (
	"context"
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/timeline"
)

func TestNeighbours(t *testing.T) {
	e := bundled(t)
	all := timeline.Moments(e, timeline.Way{})
	of := func(id annotations.EntityID) timeline.Around {
		a, err := timeline.Neighbours(context.Background(), e, all, timeline.Of(all, id), 2)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	keys := func(all []*timeline.Moment) (out []string) {
		for _, m := range all {
			out = append(out, m.Key)
		}
		return out
	}
	for _, c := range []struct {
		name      string
		got, want []string
	}{
		{"before the talks", keys(of("d-last-month").Before), []string{"event:october-7-attack", "event:hamas-designation"}},
		{"beside the talks", keys(of("us-hamas-talks").Beside), []string{"event:first-phase-exchanges", "event:new-proposal"}},
		{"after the talks", keys(of("us-hamas-talks").After), nil},
		{"before the post", keys(of("trump-post").Before), []string{"event:white-house-briefing", "event:new-proposal"}},
		{"after the briefing", keys(of("white-house-briefing").After), []string{"event:trump-post"}},
		{"began before the ceasefire", keys(of("d-january-19").Began), []string{"event:war-in-gaza"}},
		{"began in the ceasefire", keys(of("ceasefire-agreement").Later), []string{"event:new-proposal", "event:white-house-briefing"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
	if timeline.Of(all, "washington") != nil {
		t.Error("a place has a moment")
	}
	if a := of("new-proposal"); a.Empty() {
		t.Error("nothing is around the proposal")
	}
}
