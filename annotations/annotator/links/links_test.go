package links_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/found/foundtest"
	"sidelight/annotations/annotator/links"
)

// marked is [foundtest.Marked]; quotation marks “ ” are quotations.
func marked(t testing.TB, text string) (*found.Doc, []found.Name, []found.Quotation) {
	t.Helper()
	d, names := foundtest.Marked(t, text)
	var quotations []found.Quotation
	for i := range d.Tokens {
		switch d.Word(i) {
		case "“":
			quotations = append(quotations, found.Quotation{First: i, Depth: 1, Goes: -1, Speaker: -1})
		case "”":
			q := &quotations[len(quotations)-1]
			q.Last = i + 1
			q.Span = d.Span(q.First, q.Last)
		}
	}
	return d, names, quotations
}

var forms = map[annotations.Form]string{annotations.Name: "=", annotations.Alias: "~", annotations.Description: "#", annotations.Pronoun: "?"}

// told writes the mentions of a cast as "words=Entity"; the sign is the form.
func told(d *found.Doc, c *found.Cast) []string {
	var out []string
	for _, m := range c.Mentions {
		out = append(out, d.Text[m.Start:m.End]+forms[m.Form]+c.Entities[m.Entity].Name)
	}
	return out
}

func TestResolve(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a day that is a given name", "One of them, {P|Sunday Bello}, told me. {P|Sunday} has it.", "Sunday Bello=Sunday Bello; Sunday~Sunday Bello"},
		{"somebody of a body", "{P|Peter Dubois of Greenpeace} spoke. {P|Dubois} left.", "Peter Dubois=Peter Dubois; Dubois~Peter Dubois"},
		{"names that go on", "{P|Joan of Arc}, {P|Saint Francis of Assisi}", "Joan of Arc=Joan of Arc; Saint Francis of Assisi=Saint Francis of Assisi"},
		{"surname, title and possessive", "{P|Karoline Leavitt} spoke. Ms. {P|Leavitt} left. {P|Leavitt}'s words were few.",
			"Karoline Leavitt=Karoline Leavitt; Ms. Leavitt~Karoline Leavitt; Leavitt~Karoline Leavitt"},
		{"title inside the name", "{P|President Donald Trump} and {P|Mr. Trump}", "Donald Trump=Donald Trump; Mr. Trump~Donald Trump"},
		{"given name later alone", "{P|Carter Beauford} plays. {P|Carter} was three.", "Carter Beauford=Carter Beauford; Carter~Carter Beauford"},
		{"initials", "{P|Joanne K. Rowling} wrote. {P|J. K. Rowling} and {P|J.K. Rowling}.",
			"Joanne K. Rowling=Joanne K. Rowling; J. K. Rowling~Joanne K. Rowling; J.K. Rowling~Joanne K. Rowling"},
		{"two presidents of one surname", "{P|George H. W. Bush} and {P|George W. Bush} met.", "George H. W. Bush=George H. W. Bush; George W. Bush=George W. Bush"},
		{"a title tells two of one surname apart", "{P|Bill Clinton} and {P|Hillary Clinton} came. Mrs. {P|Clinton} spoke. Mr. {P|Clinton} left.",
			"Bill Clinton=Bill Clinton; Hillary Clinton=Hillary Clinton; Mrs. Clinton~Hillary Clinton; Mr. Clinton~Bill Clinton"},
		{"the one who was called so goes on", "{P|Carlo Citrone} plays. {P|Citrone} was raised by {P|John Citrone}. {P|Citrone} won.",
			"Carlo Citrone=Carlo Citrone; Citrone~Carlo Citrone; John Citrone=John Citrone; Citrone~Carlo Citrone"},
		{"a son of the same name", "{P|Donald Trump} and {P|Donald Trump Jr.} met.", "Donald Trump=Donald Trump; Donald Trump Jr.=Donald Trump Jr."},
		{"a family is nobody of it", "{P|Luigi Caloi} died. The {P|Caloi} family sold it.", "Luigi Caloi=Luigi Caloi; Caloi=Caloi"},
		{"short given names", "{P|Joseph Biden} spoke. {P|Joe Biden} left.", "Joseph Biden=Joseph Biden; Joe Biden~Joseph Biden"},
		{"a pope keeps his title", "{P|Pope Francis} spoke. {P|Francis} left.", "Pope Francis=Pope Francis; Francis~Pope Francis"},
		{"initials of an organisation", "The {O|World Health Organization} said. {O|WHO} left.", "World Health Organization=World Health Organization; WHO~World Health Organization"},
		{"initials in brackets, in another order", "He led the {O|CBC} (the {O|Brazilian Cycling Confederation}).", "CBC~Brazilian Cycling Confederation; Brazilian Cycling Confederation=Brazilian Cycling Confederation"},
		{"dropped first word", "{O|Harbour Port Authority} said. The {O|Port Authority} left.", "Harbour Port Authority=Harbour Port Authority; Port Authority~Harbour Port Authority"},
		{"dropped last word", "{O|Norcem Vest} sells. {O|Norcem} buys.", "Norcem Vest=Norcem Vest; Norcem~Norcem Vest"},
		{"a newspaper", "{O|The New York Times} wrote. The {O|Times} added.", "New York Times=New York Times; Times~New York Times"},
		{"a part is not the whole", "The {O|University of Texas} and the {O|University of Texas Hall of Honor}.",
			"University of Texas=University of Texas; University of Texas Hall of Honor=University of Texas Hall of Honor"},
		{"a country in all its names", "The {L|United States}, the {L|U.S.}, {L|USA}, {L|America} and {M|American} lives",
			"United States=United States; U.S.~United States; USA~United States; America~United States; American~United States"},
		{"a nationality without its country", "{M|Egyptian} and {M|Qatari} mediators", "Egyptian~Egypt; Qatari~Qatar"},
		{"other names make no entity", "The {M|Nobel Prize} of {M|Egyptian} writers", "Egyptian~Egypt"},
		{"part of a place", "The {L|Gaza Strip} burned. {L|Gaza} burned.", "Gaza Strip=Gaza Strip; Gaza~Gaza Strip"},
		{"a city is not its country", "{L|Mexico City} in {L|Mexico}", "Mexico City=Mexico City; Mexico=Mexico"},
		{"under what law a company stands", "{O|Acme Corp.} and {O|Initech Inc.} fell. {O|Acme Corporation} and {O|Acme} rose.",
			"Acme Corp.~Acme Corporation; Initech Inc.=Initech Inc.; Acme Corporation=Acme Corporation; Acme~Acme Corporation"},
		{"the prime minister", "Prime Minister {P|James Holt} left. The prime minister and the minister returned. The Prime Minister was asleep.",
			"James Holt=James Holt; The prime minister#James Holt; The Prime Minister#James Holt"},
		{"a name that was not found again", "The {O|Harbour Port Authority} met {P|Ada Lopez}. He led the Port Authority. Then Lopez met Ada Lopez and the Authority. Ada Lopez Street is long.",
			"Harbour Port Authority=Harbour Port Authority; Ada Lopez=Ada Lopez; Port Authority~Harbour Port Authority; Lopez~Ada Lopez; Ada Lopez=Ada Lopez; the Authority#Harbour Port Authority"},
		{"a surname that was not found again", "{P|Marine Le Pen} and {P|Ada Price} met. Then it was Le Pen who left Price. Price rises hurt. Prices fell.",
			"Marine Le Pen=Marine Le Pen; Ada Price=Ada Price; Le Pen~Marine Le Pen; Price~Ada Price"},
		{"a verb in what was found as a name", "{O|Acme Inc. advised Initech} and {O|Initech} fell.", "Acme Inc.=Acme Inc.; Initech=Initech; Initech=Initech"},
		{"a word that begins the sentence", "{O|But Acme Works} fell. {O|Wednesday Acme Works} rose.", "Acme Works=Acme Works; Acme Works=Acme Works"},
		{"names with a sign between", "{L|Brighton} & {O|Hove Albion} met {P|Ada} & {P|Al}.", "Brighton & Hove Albion=Brighton & Hove Albion; Ada=Ada; Al=Al"},
		{"The Hague", "They met in The {L|Hague}.", "The Hague=The Hague"},
		{"the president", "{P|President Donald Trump} spoke. The president left.", "Donald Trump=Donald Trump; The president#Donald Trump"},
		{"the president is not a former one", "Former President {P|Donald Trump} spoke. The president left.", "Donald Trump=Donald Trump"},
		{"the president of something else", "President {P|Donald Trump} spoke. The president of Acme left.", "Donald Trump=Donald Trump"},
		{"two presidents", "President {P|Donald Trump} met President {P|Emmanuel Macron}. The president left.", "Donald Trump=Donald Trump; Emmanuel Macron=Emmanuel Macron"},
		{"the group", "{O|Hamas}, the group that ruled, spoke. The group left.", "Hamas=Hamas; the group#Hamas; The group#Hamas"},
		{"two names with a hyphen", "The {O|U.S.-Hamas} talks, {M|French-German} talks, {L|Guinea-Bissau}.",
			"U.S.=U.S.; Hamas=Hamas; French~France; German~Germany; Guinea-Bissau=Guinea-Bissau"},
		{"she and his", "{P|Karoline Leavitt} spoke. She left with {P|Donald Trump} and his envoy.",
			"Karoline Leavitt=Karoline Leavitt; She?Karoline Leavitt; Donald Trump=Donald Trump; his?Donald Trump"},
		{"a pronoun agrees in sex", "{P|Karoline Leavitt} met {P|Donald Trump}, and she left.", "Karoline Leavitt=Karoline Leavitt; Donald Trump=Donald Trump; she?Karoline Leavitt"},
		{"a pronoun too far away", "{P|Karoline Leavitt} spoke. It rained. It rained on. She left.", "Karoline Leavitt=Karoline Leavitt"},
		{"nobody is his own object", "{P|Donald Trump} praised him.", "Donald Trump=Donald Trump"},
		{"the one of whom the sentence before speaks first", "{P|Ed Nida} met {P|Al Moe}. In 1997 he left.", "Ed Nida=Ed Nida; Al Moe=Al Moe; he?Ed Nida"},
		{"the subject rather than the object", "{P|Ed Nida} met {P|Al Moe} in 1997, and he left.", "Ed Nida=Ed Nida; Al Moe=Al Moe; he?Ed Nida"},
		{"named behind the lead", "{P|Amy Moe} sang. In her list, {P|Ada Lopez} named it.", "Amy Moe=Amy Moe; her?Ada Lopez; Ada Lopez=Ada Lopez"},
		{"not the possessor", "After {P|Al Moe}'s words, {P|Ed Nida} met {P|Abe Lyman}. He left.", "Al Moe=Al Moe; Ed Nida=Ed Nida; Abe Lyman=Abe Lyman; He?Ed Nida"},
		{"a language is no country", "He taught {M|English} at the {M|English} school.", "English~England"},
		{"title inside what was marked", "{P|Editorial Manager Chet Clem} left.", "Chet Clem=Chet Clem"},
		{"not out of a quotation", "“{P|Donald Trump} is here,” he said.", "Donald Trump=Donald Trump"},
		{"within a quotation", "“{P|Donald Trump} is here and he stays,” it said.", "Donald Trump=Donald Trump; he?Donald Trump"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, names, quotations := marked(t, c.text)
			cast, err := links.Resolve(context.Background(), d, names, quotations)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(told(d, cast), "; "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestEntities(t *testing.T) {
	d, names, _ := marked(t, "Ms. {P|Leavitt} spoke. {P|Karoline Leavitt} left. She met {P|Ahn Lo} of the {O|WHO}, the {O|World Health Organization}. He left.")
	c, err := links.Resolve(context.Background(), d, names, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range c.Entities {
		got = append(got, fmt.Sprintf("%s %s %q %v %v", e.Kind, e.Name, e.Aliases, e.Female, e.Male))
	}
	want := []string{
		`person Karoline Leavitt ["Leavitt"] true false`,
		`person Ahn Lo [] false true`,
		`organisation World Health Organization ["WHO"] false false`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %s\nwant %s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A surname that two people have is linked with a lower score than one that nobody else
// has, and a pronoun is unsettled.
func TestScores(t *testing.T) {
	d, names, _ := marked(t, "{P|Ada Lopez} met {P|Ben Lopez}. {P|Lopez} left. {P|Cy Ford} came. {P|Ford} left. He ran.")
	c, err := links.Resolve(context.Background(), d, names, nil)
	if err != nil {
		t.Fatal(err)
	}
	if lopez, ford := c.Mentions[2].Score, c.Mentions[4].Score; lopez >= annotations.Sure || ford < annotations.Sure {
		t.Errorf("the scores are %g where two are called so and %g where one is", lopez, ford)
	}
	if he := c.Mentions[5]; !he.Unsettled || he.Score >= annotations.Sure {
		t.Errorf("the pronoun is %+v", he)
	}
}

// A name of doubtful kind is that of a person or organisation whose name holds its words.
func TestDoubtfulKinds(t *testing.T) {
	d, names, _ := marked(t, "{P|Idris Elba} met {O|Norcem Vest}. {O|Elba} left {L|Norcem}. {L|Washington} met {P|George Washington}.")
	names[2].Score, names[3].Score = 0.6, 0.6
	c, err := links.Resolve(context.Background(), d, names, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := "Idris Elba=Idris Elba; Norcem Vest=Norcem Vest; Elba~Idris Elba; Norcem~Norcem Vest; Washington=Washington; George Washington=George Washington"
	if got := strings.Join(told(d, c), "; "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if k := c.Entities[1].Kind; k != annotations.Organisation {
		t.Errorf("Norcem is of kind %v", k)
	}
}

// Where a report comes from is short for nothing.
func TestDatelineIsAPlace(t *testing.T) {
	for text, want := range map[string]string{
		"{L|EDINBURGH}, March 14 — It rained. {O|Edinburgh Sheriff Court} sat.": "EDINBURGH=EDINBURGH; Edinburgh Sheriff Court=Edinburgh Sheriff Court",
		"It rained. {O|Edinburgh Sheriff Court} sat. {L|Edinburgh} was full.":   "Edinburgh Sheriff Court=Edinburgh Sheriff Court; Edinburgh~Edinburgh Sheriff Court",
	} {
		d, names, _ := marked(t, text)
		for i := range names {
			names[i].Score = 0.79
		}
		c, err := links.Resolve(context.Background(), d, names, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(told(d, c), "; "); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestAbbreviates(t *testing.T) {
	for _, c := range []struct {
		short, long string
		start       int
		ok          bool
	}{
		{"WHO", "the World Health Organization", 4, true},
		{"HMM", "a hidden Markov model", 2, true},
		{"U.N.", "United Nations", 0, true},
		{"EU", "European Union", 0, true},
		{"ABC", "Acme Corporation", 0, false},
		{"O", "Organisation", 0, false},
		{"", "Organisation", 0, false},
	} {
		if start, ok := links.Abbreviates(c.short, c.long); ok != c.ok || ok && start != c.start {
			t.Errorf("%q of %q: %d, %v; want %d, %v", c.short, c.long, start, ok, c.start, c.ok)
		}
	}
}
