package prefs_test

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
)

// Views come back in the next run as they were left, whichever way each is shown.
func TestViewsAreKept(t *testing.T) {
	all := session.Views{
		Timeline: session.TimelineWay{AsTold: true, Background: true, Since: true},
		Network:  session.NetworkWay{Reach: session.Everyone}.With(annotations.Number, true).With(annotations.Term, true),
		Voices:   session.VoicesWay{Only: annotations.Unnamed, Speaker: "israeli-officials", Quotations: true, ByWords: true},
	}
	ways := []session.Views{
		{}, all, {Timeline: session.TimelineWay{Since: true}}, {Network: session.NetworkWay{Reach: session.TwoSteps}},
		{Network: session.NetworkWay{}.With(annotations.Quote, true)}, {Voices: session.VoicesWay{ByWords: true}},
	}
	for _, v := range annotations.Voices() {
		ways = append(ways, session.Views{Voices: session.VoicesWay{Only: v}})
	}
	for i, w := range ways {
		path := filepath.Join(t.TempDir(), "preferences.json")
		p, store, _ := open(t, path)
		want := prefs.Left{
			Place: session.Place{Offset: 12, Selected: "bo"},
			Views: prefs.Views{Shown: session.Network, Past: 210.5, Ways: w, Minded: map[session.ViewID]string{
				session.Network: `{"bo": [12.5, -3]}`, session.Map: strings.Repeat("x", 64<<10),
			}},
		}
		p.SetLeft(short(t), want)
		save(t, store)
		again, _, log := open(t, path)
		if got := again.Left(short(t)); !reflect.DeepEqual(got, want) || log.Len() > 0 {
			t.Errorf("%d: came back as %+v, not %+v; logged %s", i, got.Views.Ways, w, log)
		}
	}
}

// An article that was not read yet opens as it is at first.
func TestViewsOfANewArticle(t *testing.T) {
	p, _ := newPrefs(t)
	if got := p.Left(short(t)).Views; !reflect.DeepEqual(got, prefs.Views{}) {
		t.Errorf("it has %+v", got)
	}
}

// Too much of one view is not kept, and takes nothing else away.
func TestTooMuchIsNotKept(t *testing.T) {
	p, _ := newPrefs(t)
	p.SetLeft(short(t), prefs.Left{Views: prefs.Views{Shown: session.Map, Minded: map[session.ViewID]string{
		session.Network: strings.Repeat("x", 64<<10+1), session.Map: "kept", session.Voices: "\xff", session.Timeline: "",
	}}})
	got := p.Left(short(t)).Views
	if !reflect.DeepEqual(got.Minded, map[session.ViewID]string{session.Map: "kept"}) || got.Shown != session.Map {
		t.Errorf("kept %+v", got)
	}
}

// What is damaged is as it is at first, and the rest stays.
func TestDamagedViews(t *testing.T) {
	for kept, want := range map[string]prefs.Views{
		`"place.view.` + article + `": 3`:                                  {},
		`"place.view.` + article + `": "` + strings.Repeat("x", 300) + `"`: {},
		`"place.ways.` + article + `": [1]`:                                {},
		`"place.ways.` + article + `": {"told": 1, "reach": 9, "kinds": "nobody person", "voice": "loud", "since": true}`: {Ways: session.Views{Timeline: session.TimelineWay{Since: true}}},
		`"place.ways.` + article + `": {"reach": 0.5, "speaker": "` + strings.Repeat("x", 300) + `"}`:                     {},
		`"place.minded.` + article + `": {"map": 3, "network": "as it was"}`:                                              {Minded: map[session.ViewID]string{session.Network: "as it was"}},
		`"place.minded.` + article + `": "x"`:                                                                             {},
		`"place.scroll.` + article + `": -4`:                                                                              {},
		`"place.scroll.` + article + `": 1e300`:                                                                           {},
	} {
		key, value, _ := strings.Cut(kept, ": ")
		p, _ := stored(t, strings.Trim(key, `"`), value)
		if got := p.Left(short(t)).Views; !reflect.DeepEqual(got, want) {
			t.Errorf("%.80s is read as %+v", kept, got)
		}
	}
}
