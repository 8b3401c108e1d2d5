// Package gazetteer has what the program itself can say of a place or an organisation
// in one line: states and territories with their capitals (Unicode CLDR and GeoNames),
// capitals and cities of 300,000 people and more (GeoNames), and some 130 international
// organisations (a list of our own). It names its sources, and it is silent where a name
// may be that of another: a wrong line is worse than none.
//
// The lists are read when something is looked up for the first time.
package gazetteer

import (
	"slices"

	"sidelight/annotations"
)

// What says what an entry is.
type What uint8

// What an entry can be.
const (
	State     What = iota + 1
	Territory      // a land with a name of its own that belongs to a state
	// Area is a land whose standing is disputed: its line says only where it lies.
	Area
	City
	Organisation
)

// Entry is one thing of the lists.
type Entry struct {
	What     What
	Name     string   // as the list has it; an article may print another
	Aliases  []string // other names
	Line     string   // "country in Northern Africa, capital Cairo"
	Code     string   // the CLDR code of the land, or of the land in which a city lies
	Country  string   // the land in which a city lies; empty where only the region is said
	Region   string   // the CLDR region, such as "Northern Africa"; empty for organisations
	Capital  string   // empty if the lists have none, or if only the region is said
	Location *annotations.Location
	AsOf     annotations.Date     // as of when the line holds
	Sources  []annotations.Source // of the line, at least one
	size     int                  // people in a city
}

// Lookup returns the entry of that name: of the kind Place a land or a city, of the
// kind Organisation an international organisation; of every other kind nothing is
// known. Case, accents and full stops do not matter, but an abbreviation such as "WHO"
// has to be in capitals. A land goes before a city.
//
// Where several cities share the name, and where it is rather the name of something
// else too, there is none, unless one city is far larger than the others, or one of the
// countries is that of one of them. Countries are other names that the article prints;
// "Hyderabad, Pakistan" names one as well.
func Lookup(kind annotations.Kind, name string, countries ...string) (Entry, bool) {
	if len(name) > mostBytes {
		return Entry{}, false
	}
	l := lists()
	switch kind {
	case annotations.Organisation:
		return l.only(l.organisations, name)
	case annotations.Place:
		if e, ok := l.only(l.lands, name); ok && (!shared(e.Name) || l.named(&e, countries)) {
			return e, true
		}
		return l.city(name, countries)
	}
	return Entry{}, false
}

// mostBytes is more than the longest name of the lists has.
const mostBytes = 120

// far is how many times larger than the next a city must be for its name alone to mean
// it.
const far = 3

// city looks for a city by its name, or by its name and its country.
func (l *gazetteer) city(name string, countries []string) (Entry, bool) {
	found := l.find(l.cities, name)
	if len(found) == 0 {
		town, land, ok := cutLand(name)
		if !ok {
			return Entry{}, false
		}
		found, countries = l.find(l.cities, town), []string{land}
		return l.one(found, countries, true)
	}
	return l.one(found, countries, false)
}

// one chooses among cities of one name: the only one in one of the countries or, if
// that is not asked for, the one that is meant without saying more.
func (l *gazetteer) one(found []int32, countries []string, strict bool) (Entry, bool) {
	var here []int32
	for _, i := range found {
		if l.named(&l.all[i], countries) {
			here = append(here, i)
		}
	}
	if len(here) == 1 {
		return l.entry(here[0]), true
	}
	if strict || len(here) > 1 {
		return Entry{}, false
	}
	slices.SortStableFunc(found, func(a, b int32) int { return l.all[b].size - l.all[a].size })
	first := &l.all[found[0]]
	if shared(first.Name) || len(found) > 1 && first.size < far*l.all[found[1]].size {
		return Entry{}, false
	}
	return l.entry(found[0]), true
}

// named reports whether one of the names is that of the land of an entry or, for a
// land, of its capital.
func (l *gazetteer) named(e *Entry, names []string) bool {
	for _, name := range names {
		for _, i := range l.find(l.lands, name) {
			if land := &l.all[i]; e.What == City && land.Code == e.Code {
				return true
			}
		}
		if e.What != City && e.Capital != "" && fold(name) == fold(e.Capital) {
			return true
		}
	}
	return false
}
