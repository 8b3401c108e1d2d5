package quotes_test

import (
	"context"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/found/foundtest"
	"sidelight/annotations/annotator/quotes"
)

// A passage is written as its voice, who speaks, and its words; "own" is the article's own
// account.
func TestVoices(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"It rained. Nobody came.", []string{"own: It rained.", "own: Nobody came."}},
		{"Smith said that the plan was dead.", []string{"on-record John Smith: Smith said that the plan was dead."}},
		{"Smith denied the claim.", []string{"on-record John Smith: Smith denied the claim."}},
		{"The plan is dead, Smith said.", []string{"on-record John Smith: The plan is dead, Smith said."}},
		{"The plan, Smith said, is dead.", []string{"on-record John Smith: The plan, Smith said, is dead."}},
		{"The plan is dead, according to the White House.", []string{"official White House: The plan is dead, according to the White House."}},
		{"Smith said that the plan was dead, but declined to say why.", []string{"on-record John Smith: Smith said that the plan was dead,", "own: but declined to say why."}},
		{"Smith said that the plan was dead, while Jones said that it lived.", []string{"on-record John Smith: Smith said that the plan was dead,", "on-record Mary Jones: while Jones said that it lived."}},
		{"Smith said that it was dead, and Jones said that it lived.", []string{"on-record John Smith: Smith said that it was dead,", "on-record Mary Jones: and Jones said that it lived."}},
		{"Smith said it was dead, highlighting the risk.", []string{"on-record John Smith: Smith said it was dead,", "own: highlighting the risk."}},
		{"The plan, which Israel says was drafted by Smith, is dead.", []string{"own: The plan,", "official Israel: which Israel says was drafted by Smith,", "own: is dead."}},
		{"A senior official, who spoke on condition of anonymity, said it was dead.", []string{"unnamed asked =A senior official: A senior official, who spoke on condition of anonymity, said it was dead."}},
		{"Two people familiar with the plan said it was dead.", []string{"unnamed unsaid =Two people familiar with the plan: Two people familiar with the plan said it was dead."}},
		{"Officials say the plan is dead.", []string{"unnamed unsaid =Officials: Officials say the plan is dead."}},
		{"The plan has been declared dead by Acme.", []string{"official Acme Corp.: The plan has been declared dead by Acme."}},
		{"“It is dead. It was shot,” Smith said.", []string{"on-record John Smith: “It is dead.", "on-record John Smith: It was shot,” Smith said."}},
		{"Smith did not say why.", []string{"own: Smith did not say why."}},
		{"Smith wants to say more.", []string{"own: Smith wants to say more."}},
		{"Smith was told that it was dead.", []string{"own: Smith was told that it was dead."}},
		{"The said plan of Smith is dead.", []string{"own: The said plan of Smith is dead."}},
		{"Reports of the claims reached Smith.", []string{"own: Reports of the claims reached Smith."}},
		{"The mayor said it was dead.", []string{"on-record =The mayor: The mayor said it was dead."}},
		{"Their chairman said it was dead.", []string{"on-record =Their chairman: Their chairman said it was dead."}},
		{"A mayor said it was dead.", []string{"unnamed unsaid =A mayor: A mayor said it was dead."}},
		{"A city official said it was dead.", []string{"unnamed unsaid =A city official: A city official said it was dead."}},
		{"Mary Jones (Chair) came. The Chair said that it was dead.", []string{"own: Mary Jones (Chair) came.", "on-record Mary Jones: The Chair said that it was dead."}},
		{"Acme Corp. built it. The company said it was dead.", []string{"own: Acme Corp. built it.", "official Acme Corp.: The company said it was dead."}},
		{"Acme Corp. built it. The court said it was dead.", []string{"own: Acme Corp. built it.", "official =The court: The court said it was dead."}},
		{"The clerk would write to Acme.", []string{"own: The clerk would write to Acme."}},
		{"The model explained half of the variance.", []string{"own: The model explained half of the variance."}},
		{"Smith explained that it was dead.", []string{"on-record John Smith: Smith explained that it was dead."}},
		{"Smith likes to say that it is dead.", []string{"on-record John Smith: Smith likes to say that it is dead."}},
		{"JS: It is dead.\nMJ: Sure?\nAN: No.\nJ.S.: I am.", []string{"on-record John Smith: JS: It is dead.", "on-record Mary Jones: MJ: Sure?", "own: AN: No.", "on-record John Smith: J.S.: I am."}},
		{"Q: Is it dead?\nSMITH: It is.\nQ: Sure?\nSMITH: I am.", []string{"own: Q: Is it dead?", "on-record John Smith: SMITH: It is.", "own: Q: Sure?", "on-record John Smith: SMITH: I am."}},
	} {
		d := foundtest.Divide(t, c.text)
		qs, err := quotes.Find(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		g := gold{entities: people}
		cast := g.cast(d)
		ps, err := quotes.Attribute(context.Background(), d, qs, cast)
		if err != nil {
			t.Fatal(err)
		}
		settled(t, d, qs, cast, ps)
		covers(t, d, ps)
		var got []string
		for i := range ps {
			got = append(got, spoken(d, cast, &ps[i]))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func spoken(d *found.Doc, cast *found.Cast, p *found.Passage) string {
	s := p.Voice.String()
	if p.Voice == annotations.OwnAccount {
		s = "own"
	}
	if p.Anonymity != 0 {
		s += " " + p.Anonymity.String()
	}
	if p.Speaker >= 0 {
		s += " " + cast.Entities[p.Speaker].Name
	} else if p.Said != "" {
		s += " =" + p.Said
	}
	return s + ": " + d.Text[p.Start:p.End]
}
