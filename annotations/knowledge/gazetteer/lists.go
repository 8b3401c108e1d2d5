package gazetteer

import (
	_ "embed" // the lists
	"strconv"
	"strings"
	"sync"

	"sidelight/annotations"
)

var (
	//go:embed countries.tsv
	countriesTSV string
	//go:embed cities.tsv
	citiesTSV string
	//go:embed organisations.txt
	organisationsTXT string
)

// gazetteer is the lists, read: entries, and by folded names their indices.
type gazetteer struct {
	all                          []Entry
	lands, cities, organisations map[string][]int32
}

var lists = sync.OnceValue(func() *gazetteer {
	l := &gazetteer{
		all:   make([]Entry, 0, 2000),
		lands: make(map[string][]int32, 500), cities: make(map[string][]int32, 2000), organisations: make(map[string][]int32, 500),
	}
	byCode := l.readLands()
	l.readCities(byCode)
	l.readOrganisations()
	return l
})

// rows calls f with the cells of each line of a list that is no comment.
func rows(list, separator string, f func(cells []string)) {
	for line := range strings.Lines(list) {
		if line = strings.TrimRight(line, "\n"); line != "" && line[0] != '#' {
			f(strings.Split(line, separator))
		}
	}
}

func names(cell string) []string {
	if cell = strings.TrimSpace(cell); cell == "" {
		return nil
	}
	return strings.Split(cell, ";")
}

func location(lon, lat string) *annotations.Location {
	x, err1 := strconv.ParseFloat(lon, 64)
	y, err2 := strconv.ParseFloat(lat, 64)
	if err1 != nil || err2 != nil {
		return nil
	}
	return &annotations.Location{Lat: y, Lon: x}
}

// add adds an entry under all its names.
func (l *gazetteer) add(to map[string][]int32, e Entry) {
	i := int32(len(l.all))
	l.all = append(l.all, e)
	seen := make(map[string]bool, 1+len(e.Aliases))
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		if key := fold(name); !seen[key] {
			seen[key] = true
			to[key] = append(to[key], i)
		}
	}
}

func (l *gazetteer) readLands() map[string]int {
	byCode := make(map[string]int, 300)
	rows(countriesTSV, "\t", func(c []string) {
		e := Entry{Code: c[0], Name: c[2], Aliases: names(c[3]), Region: c[4], Capital: c[5], Location: location(c[6], c[7])}
		in := "in " + article(e.Region)
		switch c[1] {
		case "state":
			e.What, e.Line = State, "country "+in
		case "territory":
			e.What, e.Line = Territory, "territory "+in
		default:
			e.What, e.Line, e.Capital = Area, in, ""
		}
		if e.Capital != "" && e.Capital != e.Name {
			e.Line += ", capital " + e.Capital
		}
		byCode[e.Code] = len(l.all)
		l.add(l.lands, e)
	})
	return byCode
}

func (l *gazetteer) readCities(byCode map[string]int) {
	rows(citiesTSV, "\t", func(c []string) {
		land := l.all[byCode[c[2]]]
		e := Entry{What: City, Code: c[2], Name: c[0], Aliases: names(c[1]), Region: land.Region, Location: location(c[4], c[5])}
		e.size, _ = strconv.Atoi(c[3])
		switch {
		case land.What == Area || c[6] != "":
			e.Line = "city in " + article(e.Region)
		case land.Capital == e.Name:
			e.Country = land.Name
			e.Line = "capital of " + article(land.Name) + ", in " + article(e.Region)
		default:
			e.Country = land.Name
			e.Line = "city in " + article(land.Name)
		}
		l.add(l.cities, e)
	})
}

func (l *gazetteer) readOrganisations() {
	rows(organisationsTXT, "|", func(c []string) {
		l.add(l.organisations, Entry{What: Organisation, Name: strings.TrimSpace(c[0]), Aliases: names(c[1]), Line: strings.TrimSpace(c[2])})
	})
}

// article is a name as it stands in a sentence: "the United States".
func article(name string) string {
	switch name {
	case "United States", "United Kingdom", "United Arab Emirates", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives",
		"Comoros", "Dominican Republic", "Central African Republic", "Democratic Republic of the Congo",
		"Republic of the Congo", "Solomon Islands", "Marshall Islands", "Cayman Islands", "Cook Islands", "Faroe Islands",
		"Northern Mariana Islands", "British Virgin Islands", "U.S. Virgin Islands", "Isle of Man", "Turks and Caicos Islands",
		"Caribbean", "Pitcairn Islands", "Åland Islands", "Cocos (Keeling) Islands", "Caribbean Netherlands":
		return "the " + name
	}
	return name
}

// find returns the entries of a name. An abbreviation in capitals is found by capitals
// only.
func (l *gazetteer) find(in map[string][]int32, name string) []int32 {
	if len(name) > mostBytes {
		return nil
	}
	var found []int32
	for _, i := range in[fold(name)] {
		if l.all[i].spelt(name) {
			found = append(found, i)
		}
	}
	return found
}

// spelt reports whether a name that is equal to one of the entry's but for case and
// accents may stand for it: "who" is not the WHO.
func (e *Entry) spelt(name string) bool {
	if initials(name) {
		return true
	}
	key := fold(name)
	for _, own := range append([]string{e.Name}, e.Aliases...) {
		if fold(own) == key && !initials(own) {
			return true
		}
	}
	return false
}

func (l *gazetteer) only(in map[string][]int32, name string) (Entry, bool) {
	if found := l.find(in, name); len(found) == 1 {
		return l.entry(found[0]), true
	}
	return Entry{}, false
}

// entry is the entry of an index with its sources.
func (l *gazetteer) entry(i int32) Entry {
	e := l.all[i]
	switch {
	case e.What == Organisation:
		e.Sources, e.AsOf = []annotations.Source{own()}, own().Issued
	case e.What == City:
		e.Sources, e.AsOf = []annotations.Source{geoNames(), cldr()}, cldr().Issued
	case e.Capital != "":
		e.Sources, e.AsOf = []annotations.Source{cldr(), geoNames()}, cldr().Issued
	default:
		e.Sources, e.AsOf = []annotations.Source{cldr()}, cldr().Issued
	}
	return e
}

func day(s string) annotations.Date {
	d, err := annotations.ParseDate(s)
	if err != nil {
		panic(err) // a constant of this file, which a test reads
	}
	return d
}

var cldr = sync.OnceValue(func() annotations.Source {
	return annotations.Source{ID: "cldr", Type: "dataset", Title: "Unicode Common Locale Data Repository (CLDR) 48.2",
		Publisher: "Unicode Consortium", Issued: day("2026-03"), URL: "https://cldr.unicode.org", Grade: "A"}
})

var geoNames = sync.OnceValue(func() annotations.Source {
	return annotations.Source{ID: "geonames", Type: "dataset", Title: "GeoNames geographical database",
		Publisher: "GeoNames", IssuedRaw: "between 2019 and 2022", URL: "https://www.geonames.org", Grade: "A"}
})

var own = sync.OnceValue(func() annotations.Source {
	return annotations.Source{ID: "sidelight-organisations", Type: "dataset", Title: "Sidelight's own list of international organisations",
		Publisher: "Sidelight", Issued: day("2026-11"), Grade: "A"}
})
