package gazetteer_test

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/knowledge"
	"sidelight/annotations/knowledge/gazetteer"
)

func TestLookup(t *testing.T) {
	const place, organisation, person = annotations.Place, annotations.Organisation, annotations.Person
	for _, tc := range []struct {
		kind  annotations.Kind
		name  string
		near  []string
		title string
		line  string // empty: nothing is known
	}{
		{place, "Egypt", nil, "Egypt", "country in Northern Africa, capital Cairo"},
		{place, "EGYPT", nil, "Egypt", "country in Northern Africa, capital Cairo"},
		{place, "the United States", nil, "United States", "country in Northern America, capital Washington, D.C."},
		{place, "U.S.", nil, "United States", "country in Northern America, capital Washington, D.C."},
		{place, "us", nil, "", ""},
		{place, "St. Kitts & Nevis", nil, "St. Kitts and Nevis", "country in the Caribbean, capital Basseterre"},
		{place, "Saint Kitts and Nevis", nil, "St. Kitts and Nevis", "country in the Caribbean, capital Basseterre"},
		{place, "Ivory Coast", nil, "Côte d’Ivoire", "country in Western Africa, capital Yamoussoukro"},
		{place, "Cote d'Ivoire", nil, "Côte d’Ivoire", "country in Western Africa, capital Yamoussoukro"},
		{place, "Greenland", nil, "Greenland", "territory in Northern America, capital Nuuk"},
		{place, "Singapore", nil, "Singapore", "country in Southeast Asia"},
		// Disputed: no state, no capital.
		{place, "Israel", nil, "Israel", "country in Western Asia"},
		{place, "Palestine", nil, "Palestinian Territories", "in Western Asia"},
		{place, "Taiwan", nil, "Taiwan", "in Eastern Asia"},
		{place, "Kosovo", nil, "Kosovo", "in Southern Europe"},
		{place, "Western Sahara", nil, "Western Sahara", "in Northern Africa"},
		{place, "Jerusalem", nil, "Jerusalem", "city in Western Asia"},
		{place, "Sevastopol", nil, "Sevastopol", "city in Eastern Europe"},
		{place, "Taipei", nil, "Taipei", "city in Eastern Asia"},
		// Cities.
		{place, "Cairo", nil, "Cairo", "capital of Egypt, in Northern Africa"},
		{place, "Bogota", nil, "Bogotá", "capital of Colombia, in South America"},
		{place, "London", nil, "London", "capital of the United Kingdom, in Northern Europe"},
		{place, "Barcelona", nil, "Barcelona", "city in Spain"},
		{place, "Cologne", nil, "Köln", "city in Germany"},
		{place, "Lodz", nil, "Łódź", "city in Poland"},
		{place, "Izmir", nil, "İzmir", "city in Türkiye"},
		{place, "Hyderabad", nil, "", ""},
		{place, "Hyderabad", []string{"Pakistan", "China"}, "Hyderabad", "city in Pakistan"},
		{place, "Hyderabad", []string{"Pakistan", "India"}, "", ""},
		{place, "Hyderabad, India", nil, "Hyderabad", "city in India"},
		{place, "Cairo, Illinois", nil, "", ""},
		{place, "San Jose", nil, "", ""},
		{place, "Birmingham", nil, "", ""},
		{place, "Birmingham", []string{"Britain"}, "Birmingham", "city in the United Kingdom"},
		{place, "Georgia", nil, "", ""},
		{place, "Georgia", []string{"Tbilisi"}, "Georgia", "country in Western Asia, capital Tbilisi"},
		{place, "Springfield", nil, "", ""},
		// Organisations.
		{organisation, "U.N.", nil, "United Nations", "intergovernmental organisation, founded 1945, seat New York"},
		{organisation, "the United Nations", nil, "United Nations", "intergovernmental organisation, founded 1945, seat New York"},
		{organisation, "WHO", nil, "World Health Organization", "specialised agency of the United Nations, founded 1948, seat Geneva"},
		{organisation, "Who", nil, "", ""},
		{organisation, "Medecins sans Frontieres", nil, "Médecins Sans Frontières", "medical humanitarian organisation, founded 1971, seat Geneva"},
		{organisation, "Egypt", nil, "", ""},
		{place, "WHO", nil, "", ""},
		// A person never matches.
		{person, "Jordan", nil, "", ""},
		{person, "Paris", nil, "", ""},
		{place, "", nil, "", ""},
		{place, strings.Repeat("x", 1<<20), nil, "", ""},
	} {
		e, ok := gazetteer.Lookup(tc.kind, tc.name, tc.near...)
		if ok != (tc.line != "") || e.Line != tc.line || e.Name != tc.title {
			t.Errorf("%s %.40q near %q: %q, %q, %t; want %q, %q", tc.kind, tc.name, tc.near, e.Name, e.Line, ok, tc.title, tc.line)
		}
	}
}

// Every entry of the lists has a line, a source with what a fact asks for, and a date
// that no source is older than; disputed ones name no state.
func TestLists(t *testing.T) {
	countries := gazetteer.Countries()
	if len(countries) != 252 {
		t.Errorf("%d countries", len(countries))
	}
	for _, e := range countries {
		found, ok := gazetteer.Lookup(annotations.Place, e.Name, e.Capital)
		if !ok || found.Code != e.Code {
			t.Errorf("%s is not found by its own name, but %q", e.Name, found.Name)
		}
		if e.Region == "" || e.AsOf.IsZero() || !strings.Contains(e.Line, e.Region) {
			t.Errorf("%+v", e)
		}
		if e.What == gazetteer.Area && (e.Capital != "" || strings.Contains(e.Line, "country") || strings.Contains(e.Line, "territory")) {
			t.Errorf("%s: %q says more than where it lies", e.Name, e.Line)
		}
		dated := false
		for _, s := range e.Sources {
			if s.ID == "" || s.Type == "" || s.Title == "" || s.Publisher == "" || s.Grade == "" || s.Issued.IsZero() && s.IssuedRaw == "" {
				t.Errorf("%s: source %+v", e.Name, s)
			}
			dated = dated || !s.Issued.Before(e.AsOf)
		}
		if !dated {
			t.Errorf("%s: as of %s, newer than each source", e.Name, e.AsOf)
		}
	}
}

func TestAsk(t *testing.T) {
	lines, err := gazetteer.Source{}.Ask(t.Context(), knowledge.Subject{Kind: annotations.Place, Name: "Misr", Aliases: []string{"Egypt"}})
	if err != nil || len(lines) != 1 || lines[0].Text != "country in Northern Africa, capital Cairo" || lines[0].Detail != "Unicode CLDR 48.2, GeoNames" || !lines[0].Sure {
		t.Errorf("%+v, %v", lines, err)
	}
}

func FuzzLookup(f *testing.F) {
	f.Add("İstanbul, Türkiye")
	f.Add("St. ")
	f.Add("\xff, \x00")
	f.Fuzz(func(t *testing.T, name string) {
		fuzzed.Within(t, func() {
			for _, k := range annotations.Kinds() {
				if e, ok := gazetteer.Lookup(k, name, name); ok && e.Line == "" {
					t.Errorf("%q has no line", e.Name)
				}
			}
		})
	})
}

func BenchmarkLookup(b *testing.B) {
	gazetteer.Countries()
	b.ReportAllocs()
	for b.Loop() {
		gazetteer.Lookup(annotations.Place, "Hyderabad", "Pakistan")
	}
}
