package says_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/dates"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/found/foundtest"
	"sidelight/annotations/annotator/links"
	"sidelight/annotations/annotator/says"
)

// read runs the stages on a marked text.
func read(t testing.TB, text string) (*found.Doc, *found.Cast, []found.Relation) {
	t.Helper()
	d, names := foundtest.Marked(t, text)
	c, err := links.Resolve(context.Background(), d, names, nil)
	if err != nil {
		t.Fatal(err)
	}
	when, err := dates.Find(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	if err := says.Events(context.Background(), d, names, when, c); err != nil {
		t.Fatal(err)
	}
	relations, err := says.Read(context.Background(), d, c)
	if err != nil {
		t.Fatal(err)
	}
	return d, c, relations
}

func TestCalled(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"title with an organisation", "{O|White House} Press Secretary {P|Karoline Leavitt} spoke.", "Karoline Leavitt: White House Press Secretary"},
		{"title of one word", "Then President {P|Donald Trump} spoke.", "Donald Trump: President"},
		{"title with a nationality", "On Monday {M|Israeli} Prime Minister {P|Benjamin Netanyahu} spoke.", "Benjamin Netanyahu: Israeli Prime Minister"},
		{"title in small letters", "It was drafted by {L|U.S.} envoy {P|Steve Witkoff}.", "Steve Witkoff: U.S. envoy"},
		{"secretary of state", "Secretary of State {P|Marco Rubio} left.", "Marco Rubio: Secretary of State"},
		{"the title of another", "{P|Ada Lopez} and President {P|Donald Trump} met.", "Donald Trump: President"},
		{"apposition with a possessor", "{P|Adam Bohler}, {P|Trump}'s nominee to handle hostage affairs, led the talks.", "Adam Bohler: Trump's nominee to handle hostage affairs"},
		{"apposition with an article", "{P|Ada Lopez}, a teacher from {L|Leeds}, left.", "Ada Lopez: a teacher from Leeds"},
		{"apposition behind an age", "{P|Ada Lopez}, 34, a teacher from {L|Leeds}, left.", "Ada Lopez: a teacher from Leeds"},
		{"apposition without an article", "{P|Ada Lopez}, president of {O|Acme}, left.", "Ada Lopez: president of Acme"},
		{"apposition at the end", "It was won by {P|Ada Lopez}, the mayor of {L|Leeds}.", "Ada Lopez: the mayor of Leeds"},
		{"company", "{O|Norcem}, a cement company in {L|Brevik}, closed.", "Norcem: a cement company in Brevik"},
		{"copula", "{O|Caloi} is a major {M|Brazilian} manufacturer of bicycles, based in {L|Recife}.", "Caloi: a major Brazilian manufacturer of bicycles"},
		{"copula behind brackets", "{P|Carmen Cavallaro} (1913–1989) was an {M|American} pianist born in {L|Recife}.", "Carmen Cavallaro: an American pianist born in Recife"},
		{"abbreviation", "The {O|World Health Organization} (WHO) met. WHO left.", "World Health Organization: World Health Organization (WHO)"},
		{"a lead is no name with an apposition", "According to {P|Ada Lopez}, the mayor of {L|Leeds} left.", ""},
		{"a clause behind a comma", "To {P|Ada Lopez}, the mayor was a friend.", ""},
		{"a list", "{P|Ada Lopez}, the mayor, and {P|Al Moe} met.", ""},
		{"a verdict is no role", "{P|Ada Lopez} is a liar.", ""},
		{"the words of a quotation", "“{P|Ada Lopez} is a teacher,” he said.", ""},
		{"a manufacturer of two things", "{O|Caloi} is a manufacturer of bicycles and parts.", "Caloi: a manufacturer of bicycles and parts"},
		{"another clause behind and", "{P|Ada Lopez} is a teacher from {L|Leeds} and has a dog.", "Ada Lopez: a teacher from Leeds"},
		{"a verb before the noun", "When it fell on {O|Acme}, the members left the group.", ""},
		{"a list of names", "{O|Acme}, the University of {L|Leeds}, and others met.", ""},
		{"the wife in a list", "{P|Al Moe}, his wife, and others met.", ""},
		{"a word with a hyphen", "The singer-songwriter {P|Ada Lopez} left.", "Ada Lopez: singer-songwriter"},
		{"ahead of the name", "{O|Norcem}'s spokesman, {P|Erik Haugen}, said so.", "Erik Haugen: Norcem's spokesman"},
		{"ahead, at the end", "It was said by {O|Norcem}'s chief executive, {P|Erik Haugen}.", "Erik Haugen: Norcem's chief executive"},
		{"ahead, of what is no name", "The company's chief executive, {P|Erik Haugen}, said so.", "Erik Haugen: chief executive"},
		{"ahead, with an article", "I asked a librarian, {P|Ada Lopez}, about it.", "Ada Lopez: librarian"},
		{"ahead, vague", "A resident, {P|Ada Lopez}, came.", ""},
		{"apposition of capitals", "“We go,” said {P|Ada Lopez}, CEO of {O|Acme}.", "Ada Lopez: CEO of Acme"},
		{"ahead in a list", "{O|Norcem}'s spokesman, {P|Erik Haugen} and others left.", ""},
		{"title of small letters", "Shadow transport secretary {P|Anne Holt} left.", "Anne Holt: Shadow transport secretary"},
		{"title of small letters behind an article", "The cancer biologist {P|Anne Holt} left.", "Anne Holt: cancer biologist"},
		{"title of small letters behind a verb", "They met cancer biologist {P|Anne Holt}.", "Anne Holt: biologist"},
		{"behind a quotation", "“We go,” said {P|Ada Lopez}, president of {O|Acme}.", "Ada Lopez: president of Acme"},
		{"the object of another", "The mother of {P|Ada Lopez} is a teacher.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, cast, _ := read(t, c.text)
			var got []string
			for _, e := range cast.Entities {
				for _, s := range e.Called {
					got = append(got, e.Name+": "+d.Text[s.Start:s.End])
				}
			}
			if got := strings.Join(got, "; "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAbbreviationsAreAliases(t *testing.T) {
	d, cast, _ := read(t, "The {O|World Health Organization} (WHO) met. WHO left.")
	if e := cast.Entities[0]; !slices.Equal(e.Aliases, []string{"WHO"}) {
		t.Errorf("the aliases are %q", e.Aliases)
	}
	var got []string
	for _, m := range cast.Mentions {
		got = append(got, d.Text[m.Start:m.End])
	}
	if !slices.Equal(got, []string{"World Health Organization", "WHO", "WHO"}) {
		t.Errorf("the mentions are %q", got)
	}
}

func TestRelations(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"active", "{P|Ada Lopez} met {P|Al Moe} in {L|Leeds}.", "Ada Lopez | met | Al Moe"},
		{"with a title between", "President {P|Donald Trump} nominated Judge {P|Ada Lopez}.", "Donald Trump | nominated | Ada Lopez"},
		{"passive", "{P|Ada Lopez} was arrested by {O|Interpol}.", "Ada Lopez | was arrested by | Interpol"},
		{"accused of", "{L|Israel} accused {O|Hamas} of delay.", "Israel | accused | Hamas"},
		{"negation is kept", "{P|Ada Lopez} did not meet {P|Al Moe}.", "Ada Lopez | did not meet | Al Moe"},
		{"what may be is kept", "{P|Ada Lopez} may meet {P|Al Moe}.", "Ada Lopez | may meet | Al Moe"},
		{"intention is kept", "{P|Ada Lopez} declined to meet {P|Al Moe}.", "Ada Lopez | declined to meet | Al Moe"},
		{"preposition", "{P|Ada Lopez} spoke with {P|Al Moe}.", "Ada Lopez | spoke with | Al Moe"},
		{"born in", "{P|Ada Lopez} was born in {L|Leeds}.", "Ada Lopez | was born in | Leeds"},
		{"article before the object", "{P|Ada Lopez} joined the {O|Red Cross}.", "Ada Lopez | joined | Red Cross"},
		{"behind an apposition", "{P|Ada Lopez}, a teacher from {L|Leeds}, met {P|Al Moe}.", "Ada Lopez | met | Al Moe"},
		{"wife", "{P|Ada Lopez}, the wife of {P|Al Moe}, left.", "Ada Lopez | the wife of | Al Moe"},
		{"office", "{P|Ada Lopez}, president of the {O|Red Cross}, left.", "Ada Lopez | president of | Red Cross"},
		{"ahead of the name", "{O|Norcem}'s spokesman, {P|Erik Haugen}, left.", "Erik Haugen | spokesman | Norcem"},
		{"the nominee", "{P|Adam Bohler}, {P|Trump}'s nominee to handle affairs, left.", "Adam Bohler | nominee to handle affairs | Trump"},
		{"the president of a land", "{L|Russia}'s President {P|Ada Lopez} left.", "Ada Lopez | President | Russia"},
		{"the object belongs to another", "{P|Ada Lopez} met {P|Al Moe}'s wife.", ""},
		{"the object is longer", "{P|Ada Lopez} met {M|Israeli} officials.", ""},
		{"the subject is longer", "The wife of {P|Ada Lopez} met {P|Al Moe}.", ""},
		{"question", "Has {P|Ada Lopez} met {P|Al Moe}?", ""},
		{"condition", "If {P|Ada Lopez} met {P|Al Moe}, it rained.", ""},
		{"denial", "They denied that {P|Ada Lopez} met {P|Al Moe}.", ""},
		{"quotation", "He said: “{P|Ada Lopez} met {P|Al Moe}.”", ""},
		{"passive is not active", "{P|Ada Lopez} was met {P|Al Moe}.", ""},
		{"two clauses", "{P|Ada Lopez} left and {P|Al Moe} met nobody.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, cast, relations := read(t, c.text)
			var got []string
			for _, r := range relations {
				got = append(got, cast.Entities[r.From].Name+" | "+d.Text[r.Verb.Start:r.Verb.End]+" | "+cast.Entities[r.To].Name)
				if !r.Evidence.Covers(r.Verb) {
					t.Errorf("the evidence %v does not hold the verb %v", r.Evidence, r.Verb)
				}
			}
			if got := strings.Join(got, "; "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestEvents(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"world wars", "He fought in World War II and the First World War. After the Second World War he left.", "World War II; First World War; Second World War (World War II)"},
		{"battle", "The {M|Battle of Hastings} and the Battle of the {L|Somme} were lost, and so was the 2nd Battle of {L|Fredericksburg}.",
			"Battle of Hastings; Battle of the Somme; 2nd Battle of Fredericksburg"},
		{"wars", "The Vietnam War, the American Civil War and the Six-Day War ended. The War of the Roses did not.", "Vietnam War; American Civil War; Six-Day War; War of the Roses"},
		{"treaty and accords", "The Treaty of Versailles and the Oslo Accords were signed.", "Treaty of Versailles; Oslo Accords"},
		{"games", "She won at the 2012 Summer Olympics.", "2012 Summer Olympics"},
		{"storm", "Hurricane Katrina came. The Hurricane Center warned.", "Hurricane Katrina"},
		{"attacks", "After the September 11 attacks and the attack, 9/11 was remembered.", "September 11 attacks; 9/11 (September 11 attacks)"},
		{"election", "He lost the 2020 presidential election. The election of 2016 he won.", "2020 presidential election"},
		{"pandemic", "The COVID-19 pandemic began. The pandemic ended.", "COVID-19 pandemic"},
		{"earthquake", "The 2011 Tohoku earthquake was strong. The earthquake was felt.", "2011 Tohoku earthquake"},
		{"the year says so", "The 2025 {O|NATO} Summit and the 2010 Winter Games ended.", "2025 NATO Summit; 2010 Winter Games"},
		{"the tagger says so", "The {M|NATO Summit} ended. The Berlin Conference Hall closed. The {O|Cup} was won.", "NATO Summit"},
		{"no name", "The talks, the war, the summit and the War ended. During War it rained.", ""},
		{"part of a name", "The Imperial War Museum and the War Department stood.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, cast, _ := read(t, c.text)
			var got []string
			for _, m := range cast.Mentions {
				e := &cast.Entities[m.Entity]
				if e.Kind != annotations.Event {
					continue
				}
				words := d.Text[m.Start:m.End]
				if words != e.Name {
					words += " (" + e.Name + ")"
				}
				got = append(got, words)
			}
			if got := strings.Join(got, "; "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
