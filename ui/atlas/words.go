package atlas

import (
	"strings"

	layout "sidelight/annotations/atlas"
	"sidelight/ui/locale"
)

// words are what a map says, in the reader's language.
func words() layout.Words {
	return layout.Words{
		Title:       locale.X("map.title", "Map of the places"),
		Description: describe,
		Name:        locale.Name,
		Count:       locale.Count,
		Spoken:      spoken,
		More: func(others int) string {
			return locale.X("map.more", "+{{.N}}", map[string]any{"N": others})
		},
		Sign:  sign,
		Foot:  foot,
		Below: locale.X("map.below", "Not on the map"),
		Reason: func(p layout.Place) string {
			if p.Location != nil {
				return locale.X("map.off-globe", "the location given is not on the globe")
			}
			return locale.X("map.no-location", "no location is given")
		},
	}
}

// spoken names a place with how often the article mentions it.
func spoken(p layout.Place) string {
	data := map[string]any{"Name": locale.Name(p.Entity), "Mentions": locale.Mentions(p.Times)}
	if p.Times == 0 {
		return locale.X("map.spoken.outside", "{{.Name}}, not in the article", data)
	}
	return locale.X("map.spoken", "{{.Name}}, {{.Mentions}}", data)
}

// describe says what a map shows, for who cannot see it.
func describe(c layout.Counts, all []layout.Place) string {
	var names []string
	for _, p := range all {
		names = append(names, spoken(p))
	}
	const most = 40 // a longer list is that of the panel
	if len(names) > most {
		names = append(names[:most], "…")
	}
	return locale.X("map.description", "A map of the world with coastlines and no borders. {{.Places}}: {{.Names}}.",
		map[string]any{"Places": Count(c.Places), "Names": strings.Join(names, "; ")})
}

// Count counts places in words: "7 places".
func Count(n int) string {
	if n == 1 {
		return locale.X("map.place", "1 place")
	}
	return locale.X("map.places", "{{.Count}} places", map[string]any{"Count": locale.Count(n)})
}

// foot is what stands under a map.
func foot(c layout.Counts) string {
	var out []string
	add := func(on bool, words string) {
		if on {
			out = append(out, words)
		}
	}
	add(c.Named > 0, locale.X("map.foot", "Numbers count mentions. Other names and adjectives are counted with the place that they name."))
	add(c.Pale > 0, locale.X("map.pale", "Hollow pins: not named in the article."))
	add(c.Ringed > 0 && c.With != "", locale.X("map.ringed", "Ringed: connected with {{.Name}}.", map[string]any{"Name": c.With}))
	switch c.Unlabelled {
	case 0:
	case 1:
		add(true, locale.X("map.unlabelled.one", "1 unlabelled: point to it, or come nearer."))
	default:
		add(true, locale.X("map.unlabelled", "{{.Count}} unlabelled: point to them, or come nearer.",
			map[string]any{"Count": locale.Count(c.Unlabelled)}))
	}
	add(c.Outside > 0, locale.X("map.outside", "Outside of this part of the world: {{.Places}}.",
		map[string]any{"Places": Count(c.Outside)}))
	return strings.Join(out, " ")
}

// sign is the name of a sea or a landform.
func sign(key string) string {
	if f, ok := seas[key]; ok {
		return f()
	}
	return ""
}

var seas = map[string]func() string{
	"mediterranean":     func() string { return locale.X("map.sea.mediterranean", "Mediterranean Sea") },
	"red-sea":           func() string { return locale.X("map.sea.red", "Red Sea") },
	"gulf":              func() string { return locale.X("map.sea.gulf", "Gulf") },
	"arabian-peninsula": func() string { return locale.X("map.land.arabian-peninsula", "Arabian Peninsula") },
	"black-sea":         func() string { return locale.X("map.sea.black", "Black Sea") },
	"caspian":           func() string { return locale.X("map.sea.caspian", "Caspian Sea") },
	"baltic":            func() string { return locale.X("map.sea.baltic", "Baltic Sea") },
	"north-sea":         func() string { return locale.X("map.sea.north", "North Sea") },
	"sahara":            func() string { return locale.X("map.land.sahara", "Sahara") },
	"arabian-sea":       func() string { return locale.X("map.sea.arabian", "Arabian Sea") },
	"bay-of-bengal":     func() string { return locale.X("map.sea.bengal", "Bay of Bengal") },
	"caribbean":         func() string { return locale.X("map.sea.caribbean", "Caribbean Sea") },
	"sinai":             func() string { return locale.X("map.land.sinai", "Sinai") },
	"gulf-of-aden":      func() string { return locale.X("map.sea.aden", "Gulf of Aden") },
	"gulf-of-guinea":    func() string { return locale.X("map.sea.guinea", "Gulf of Guinea") },
	"siberia":           func() string { return locale.X("map.land.siberia", "Siberia") },
	"himalaya":          func() string { return locale.X("map.land.himalaya", "Himalaya") },
	"amazonia":          func() string { return locale.X("map.land.amazonia", "Amazonia") },
	"coral-sea":         func() string { return locale.X("map.sea.coral", "Coral Sea") },
	"tasman-sea":        func() string { return locale.X("map.sea.tasman", "Tasman Sea") },
	"bering-sea":        func() string { return locale.X("map.sea.bering", "Bering Sea") },
	"norwegian-sea":     func() string { return locale.X("map.sea.norwegian", "Norwegian Sea") },
	"hudson-bay":        func() string { return locale.X("map.sea.hudson", "Hudson Bay") },
	"pacific":           func() string { return locale.X("map.sea.pacific", "Pacific Ocean") },
	"atlantic":          func() string { return locale.X("map.sea.atlantic", "Atlantic Ocean") },
	"indian":            func() string { return locale.X("map.sea.indian", "Indian Ocean") },
}
