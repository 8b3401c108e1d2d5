package panel

import (
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/atlas"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// places is the map as text, which stands in the place of a card while nothing is
// selected.
var places = face{
	heading: func(now session.Snapshot, _ *annotations.Entity) heading {
		return heading{title: locale.Kinds(annotations.Place)}
	},
	sections: []Section{placesOnMap, placesBesideMap},
	reads:    func(e *annotations.Edition, _ *annotations.Entity) any { return atlas.Gather(e) },
}

// allPlaces lists on a card the places of the article, while the map is shown.
func allPlaces(b *Builder, now session.Snapshot, x *annotations.Entity) {
	if now.View == session.Map {
		b.places(locale.X("panel.map.all", "All places"), atlas.Gather(b.e), x)
	}
}

// placesOnMap lists the places that have a pin.
func placesOnMap(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	b.places(locale.X("panel.map.on", "On the map"),
		slices.DeleteFunc(atlas.Gather(b.e), func(p atlas.Place) bool { return !p.Located() }), nil)
}

// placesBesideMap lists those that have none.
func placesBesideMap(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	b.places(locale.X("panel.map.off", "Not on the map"), slices.DeleteFunc(atlas.Gather(b.e), atlas.Place.Located), nil)
}

func placeKey(id annotations.EntityID) string {
	if id == "" {
		return ""
	}
	return "place:" + string(id)
}

// places sets a section of places, each with how often the article mentions it. The place
// x has a bar.
func (b *Builder) places(label string, all []atlas.Place, x *annotations.Entity) {
	if len(all) == 0 {
		return
	}
	b.section(label, len(all), "")
	gap := float32(8)
	for _, p := range all {
		b.at(placeKey(p.ID))
		b.about(command.Target{On: command.OnEntity, Entity: p.ID, Kind: p.Kind})
		b.line(gap, 30, locale.Name(p.Entity)+", "+timesOf(p), func() prose.Block {
			return b.placeCells(p, x != nil && p.ID == x.ID)
		}, func() { b.asks.OpenEntity(p.ID) })
		gap = 0
	}
}

// timesOf says how often the article mentions a place.
func timesOf(p atlas.Place) string {
	if p.Times == 0 {
		return locale.X("panel.map.outside", "not in the article")
	}
	return locale.Mentions(p.Times)
}

// placeCells sets one place.
func (b *Builder) placeCells(p atlas.Place, current bool) prose.Block {
	const sample = 18
	role := b.roles.UI
	if current {
		role = b.roles.Strong
	}
	note, count := "", timesOf(p)
	if p.Times > 0 {
		count = locale.Count(p.Times)
	}
	if !p.Located() {
		note = locale.X("panel.map.no-location", "no location is given")
	}
	right := prose.NewText(b.roles.UI, look.ColorTextMuted, count)
	if p.Times == 0 {
		right = prose.NewText(b.roles.Meta, look.ColorTextFaint, count)
	}
	cells := []prose.Cell{
		{Block: pattern.InLine(p.Kind, sample, 30), Width: sample},
		{Block: prose.NewText(role, look.ColorText, locale.Name(p.Entity)), Gap: 10, Down: 5},
	}
	if note != "" {
		t := prose.NewText(b.roles.Meta, look.ColorTextFaint, note)
		cells = append(cells, prose.Cell{Block: t, Width: t.NaturalWidth(), Gap: 10, Down: 6})
	}
	return prose.NewColumns(append(cells, prose.Cell{Block: right, Width: right.NaturalWidth(), Gap: 10, Down: 5})...)
}
