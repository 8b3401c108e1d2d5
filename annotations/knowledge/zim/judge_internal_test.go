package zim

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
)

func TestJudge(t *testing.T) {
	const person, organisation, place = annotations.Person, annotations.Organisation, annotations.Place
	for s, want := range map[string]annotations.Kind{
		"Ada Example (born 3 May 1961) is an American politician, media personality and businessman who was a senator.": person,
		"Ada Example was a Polish and naturalised-French physicist and chemist.":                                        person,
		"Ada Example (12 March 1900 – 1 May 1980) was the president of a republic from 1950 to 1960.":                   person,
		"Ada Example is a former professional footballer who played as a goalkeeper.":                                   person,
		"Ada Example was one of the best known sopranos and singers of her time.":                                       person,
		"Ada, also known as the Lady, was queen of the islands until 1903.":                                             person,
		"Ada Example is the chief executive officer of a bank.":                                                         person,
		"Ada Example KC is a British lawyer. He is a member of a party.":                                                person,
		"Exampleville is the capital and largest city of the country.":                                                  place,
		"Examplestan, officially the Republic of Examplestan, is a landlocked country in Central Asia.":                 place,
		"The Example Strip is the smaller of the two territories in the south.":                                         place,
		"The Example is a river in the north, which flows through a city.":                                              place,
		"The Examples are a group of islands in the ocean.":                                                             place,
		"The Red House is the official residence and workplace of the president of the country.":                        place,
		"Example County is a county located in the U.S. state of Example.":                                              place,
		"Example (Arabic: مثال) is one of the largest cities in the world.":                                             place,
		"The Example Party is a Sunni Islamist political organisation with a military wing.":                            organisation,
		"Example Inc. is an American multinational technology company headquartered in a city.":                         organisation,
		"The Department of Examples is an executive department of the federal government of the country.":               organisation,
		"The Example Times is a daily newspaper based in New Example.":                                                  organisation,
		"The Union of Examples is an intergovernmental organization whose stated purposes are to keep peace.":           organisation,
		"The Example Agency is the lead agency of the country for space.":                                               organisation,
		"Example F.C. is a professional football club based in Exampleville.":                                           organisation,
		"The House of Examples is the lower chamber of the legislature.":                                                organisation,
		"Adam Beispiel (* 3. Mai 1961 in Bern) ist ein Schweizer Politiker und Jurist.":                                 person,
		"Beispielstadt ist eine Stadt im Norden des Landes.":                                                            place,
		"Die Beispiel AG ist ein deutsches Unternehmen mit Sitz in Köln.":                                               organisation,
		"Example is a chemical element with the symbol Ex.":                                                             0,
		"The Example War was an armed conflict between two sides.":                                                      0,
		"Example is a 1994 film about a city.":                                                                          0,
		"In mathematics, an example is a thing that shows what is meant.":                                               0,
		"":     0,
		"is":   0,
		"is a": 0,
	} {
		if got := judge(s); got != want {
			t.Errorf("%q is judged %d, want %d", s, got, want)
		}
	}
}

func TestNounsAreOfOneKind(t *testing.T) {
	seen := make(map[string]int)
	for i, list := range []string{persons, organisations, places} {
		for _, w := range strings.Fields(list) {
			if other, ok := seen[w]; ok && other != i {
				t.Errorf("%q is in two lists", w)
			}
			seen[w] = i
		}
	}
}

func TestReadPage(t *testing.T) {
	for body, want := range map[string]string{
		`<p>Ada ( ; , ) went to the city.</p>`:                                                                    "Ada went to the city.",
		`<p>Ada (<span class="IPA">x</span>, born 1970) is a writer here.</p>`:                                    "Ada (born 1970) is a writer here.",
		`<p>Ada is a writer<sup id="cite_ref-1">[1]</sup><sup><a>[note 2]</a></sup> of 10<sup>3</sup> books.</p>`: "Ada is a writer of 103 books.",
		`<table><tr><td><p>This is a box with words.</p></td></tr></table><p>This is the text itself.</p>`:        "This is the text itself.",
		`<div style="display: none"><p>This is not to be seen.</p></div><p>This is the text itself.</p>`:          "This is the text itself.",
		`<p> </p><p>.</p><p><br></p><p>This is<br>the text itself.</p>`:                                           "This is the text itself.",
		`<blockquote><p>This is what somebody said.</p></blockquote>`:                                             "",
		`<p>` + strings.Repeat("One sentence is this. ", 100) + `</p>`:                                            strings.TrimSpace(strings.Repeat("One sentence is this. ", 54)),
		`<p>` + strings.Repeat("word ", 1000) + `</p>`:                                                            strings.Repeat("word ", 239) + "word…",
		`no paragraph at all in this page`:                                                                        "",
	} {
		if got := readPage([]byte(body)).Text; got != want {
			t.Errorf("%.60q: %q\nwant %q", body, got, want)
		}
	}
}

func FuzzJudge(f *testing.F) {
	f.Add("Ada (born [1]) is a city of, .")
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed.Within(t, func() {
			judge(s)
			ofNamesakes(s)
			tidy(s)
			shorten(s)
		})
	})
}
