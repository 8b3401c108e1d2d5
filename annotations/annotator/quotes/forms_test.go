package quotes_test

import (
	"context"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/found/foundtest"
	"sidelight/annotations/annotator/quotes"
)

// people are the entities of TestForms.
var people = []found.Entity{
	{Kind: annotations.Person, Name: "John Smith", Aliases: []string{"John Smith", "Smith"}, Male: true},
	{Kind: annotations.Person, Name: "Mary Jones", Aliases: []string{"Mary Jones", "Jones"}, Female: true},
	{Kind: annotations.Person, Name: "Pat Brown", Aliases: []string{"Pat Brown", "Brown"}},
	{Kind: annotations.Organisation, Name: "White House", Aliases: []string{"White House"}},
	{Kind: annotations.Organisation, Name: "Acme Corp.", Aliases: []string{"Acme Corp.", "Acme"}},
	{Kind: annotations.Organisation, Name: "Reuters", Aliases: []string{"Reuters"}},
	{Kind: annotations.Place, Name: "Israel", Aliases: []string{"Israel", "Israeli"}},
	{Kind: annotations.Place, Name: "Boston", Aliases: []string{"Boston"}},
	{Kind: annotations.Organisation, Name: "Hamas", Aliases: []string{"Hamas"}},
	{Kind: annotations.Organisation, Name: "State Department", Aliases: []string{"State Department"}},
}

// Behind each quotation stands in braces who says it, as in testdata.
func TestForms(t *testing.T) {
	for _, text := range []string{
		// after
		`“The plan is dead now,”{John Smith} Smith said.`,
		`“The plan is dead now,”{John Smith} said John Smith, the mayor of Boston.`,
		`“The plan is dead now,”{John Smith} said the mayor of Boston, John Smith.`,
		`“The plan is dead now,”{Mary Jones} said White House press secretary Mary Jones.`,
		`“The plan is dead now,”{Mary Jones} said Mary Jones, who met Smith on Monday.`,
		`“The plan is dead now,”{John Smith} Smith, who met Jones on Monday, said.`,
		`“The plan is dead now,”{John Smith} Smith, 45, told Reuters.`,
		`“The plan is dead now,”{John Smith} Smith told Jones in Boston.`,
		`“The plan is dead now,”{John Smith} Smith has since said.`,
		`“The plan is dead now,”{John Smith} Smith said in a statement on Monday.`,
		`“The plan is dead now,”{John Smith} Smith wrote on his blog.`,
		`“Is the plan dead?”{John Smith} Smith asked.`,
		`“Is the plan dead?”{John Smith} Smith asked Jones in Boston.`,
		`“Is the plan dead?”{John Smith} asked Smith. Jones did not answer.`,
		`“The plan is dead now!”{Mary Jones} shouted Jones.`,
		`“The plan is dead now”{John Smith}, said Smith.`,
		`“The plan is dead now,”{White House} the White House said.`,
		`“The plan is dead now,”{=a spokesman for the White House} said a spokesman for the White House.`,
		`“The plan is dead now,”{=a White House official} a White House official said.`,
		`“The plan is dead now,”{=a senior official familiar with the talks} said a senior official familiar with the talks.`,
		`“The plan is dead now,”{John Smith} according to Smith.`,
		`“The plan is dead now,”{John Smith} Smith said, adding that “it died on Monday.”{John Smith}`,
		`“The plan is dead now,”{John Smith} Smith said, and Jones agreed: “It has been for weeks.”{Mary Jones}`,
		`“The plan is dead now,”{John Smith} as Smith put it.`,
		`“The plan,”{John Smith} Smith said, “is dead now.”{John Smith}`,
		`“The plan is dead now,”{John Smith} Smith said. “It died on Monday.”{John Smith}`,
		`“The plan is dead now,”{John Smith} Smith told Jones. “It died on Monday.”{John Smith} Jones laughed. “Good,”{Mary Jones} she said.`,
		// before
		`Smith said, “The plan is dead now.”{John Smith}`,
		`Smith said: “The plan is dead now.”{John Smith}`,
		`Smith said that the plan was “dead and buried now”{John Smith}.`,
		`Smith told reporters in Boston on Monday that the plan was “dead and buried now”{John Smith}.`,
		`Smith has repeatedly warned of “a dead and buried plan.”{John Smith}`,
		`In a statement, Smith said the plan was “dead and buried now.”{John Smith}`,
		`In a statement on Monday, Acme Corp. said: “The plan is dead now.”{Acme Corp.}`,
		`A statement from Acme read: “The plan is dead now.”{Acme Corp.}`,
		`Acme's spokeswoman Mary Jones said the plan was “dead and buried now.”{Mary Jones}`,
		`Smith's lawyer, Mary Jones, said the plan was “dead and buried now.”{Mary Jones}`,
		`Smith's lawyer said the plan was “dead and buried now.”{=Smith's lawyer}`,
		`Smith's office said in a statement that the plan was “dead and buried now.”{=Smith's office}`,
		`According to Smith, the plan is “dead and buried now.”{John Smith}`,
		`According to a Hamas official, the plan is “dead and buried now.”{=a Hamas official}`,
		`Smith called it “the worst plan that I have seen.”{John Smith}`,
		`Smith described the plan as “dead and buried now.”{John Smith}`,
		`Smith was quoted as saying that the plan was “dead and buried now.”{John Smith}`,
		`Speaking in Boston, Smith said the plan was “dead and buried now.”{John Smith}`,
		`Asked about the plan, Smith said: “It is dead now.”{John Smith}`,
		`When asked whether the plan was dead, Smith replied: “It is dead and buried.”{John Smith}`,
		`But Smith, the mayor of Boston, insisted that “the plan is dead now.”{John Smith}`,
		`Smith, the mayor of Boston, Mass., said “the plan is dead now.”{John Smith}`,
		`Smith praised Jones and said that she was “the best of us all.”{John Smith}`,
		`Jones, whom Smith hired, said she was “glad that he did so.”{Mary Jones}`,
		`Smith, meanwhile, said the plan was “dead and buried now.”{John Smith}`,
		`Smith's message to Jones was simple: “The plan is dead.”{John Smith}`,
		`Smith had one question: “Is the plan dead?”{John Smith}`,
		`Smith nodded. “The plan is dead now.”{John Smith}`,
		`On Monday, Smith tweeted: “The plan is dead now.”{John Smith}`,
		`Smith believes that the plan “will be dead by the end of the week”{John Smith}.`,
		`Jones met Smith on Monday. He said the plan was “dead and buried now.”{John Smith}`,
		`Jones met Smith on Monday. She said the plan was “dead and buried now.”{Mary Jones}`,
		`The president of Acme said the plan was “dead and buried now.”{=The president of Acme}`,
		`Police in Boston said the man was “armed and very dangerous.”{=Police in Boston}`,
		`Israeli officials said the plan was “dead and buried now.”{=Israeli officials}`,
		`Israel's military said the plan was “dead and buried now.”{=Israel's military}`,
		`State Department spokesman John Smith said the plan was “dead and buried now.”{John Smith}`,
		`Two people familiar with the matter said the plan was “dead and buried now.”{=Two people familiar with the matter}`,
		`One of the officials said that the plan was “dead and buried now.”{=One of the officials}`,
		`Smith did not say who had called it “a dead and buried plan”{}.`,
		`Smith, who has called Jones “a dead and buried candidate,”{John Smith} won in Boston.`,
		`It was Smith who said that “the plan is dead now.”{John Smith}`,
		`The letter, signed by Smith, says that “the plan is dead now.”{=The letter}`,
		`“I think that it is dead,”{John Smith} Smith told me. “But it is a ‘living’{} death.”{John Smith}`,
		`The bill, which Smith said was “dead and buried now,”{John Smith} passed.`,
		`Smith said Jones had told him that “the plan is dead now.”{Mary Jones}`,
		`Smith apologized, saying he was “deeply sorry for it all.”{John Smith}`,
		`Smith apologized on Monday for the plan, which he said was “dead and buried now.”{John Smith}`,
		`“The plan is dead now,”{John Smith} Smith said Tuesday.`,
		`“The plan is dead now,”{John Smith} Smith, speaking through a translator, said.`,
		`“The plan is dead now,”{Mary Jones} said Smith's wife, Mary Jones.`,
		`“The plan is dead now,”{Mary Jones} Smith's wife Mary Jones said.`,
		`“The plan is dead now,”{=Smith and Jones} Smith and Jones said in a joint statement.`,
		`Smith – who met Jones on Monday – said the plan was “dead and buried now.”{John Smith}`,
		`Sen. John Smith, R-Ohio, said the plan was “dead and buried now.”{John Smith}`,
		`Rep. Mary Jones (D-Calif.) said the plan was “dead and buried now.”{Mary Jones}`,
		`“The plan is dead now,”{John Smith} Smith continued.`,
		`Smith agrees. “The plan is dead now.”{John Smith}`,
		`Smith's response? “The plan is dead now.”{John Smith}`,
		`“The plan is dead now,”{=the sign} reads the sign.`,
		`In an interview with Jones, Smith said the plan was “dead and buried now.”{John Smith}`,
		`Smith, in an interview with Reuters on Monday, said: “The plan is dead now.”{John Smith}`,
		`Jones said of Smith: “He is dead to me now.”{Mary Jones}`,
		`Smith, for his part, said the plan was “dead and buried now.”{John Smith}`,
		`Smith was blunt. “The plan is dead now.”{John Smith}`,
		`Jones said the plan was dead. “It was never alive,”{Mary Jones} she said.`,
		`Jones said the plan was dead. “It was never alive.”{Mary Jones}`,
		"Jones said the plan was dead.\n“It was never alive,”{Mary Jones} she said.\n“It never breathed and it never walked.”{Mary Jones}",
		"“The plan is dead now,”{John Smith} Smith said.\nJones, who leads Acme, disagreed.\n“It is alive and well,”{Mary Jones} she said.",
		"Smith laughed.\n“The plan is dead now,”{John Smith} he said.",
		"Smith had this to say:\n“The plan is dead now.”{John Smith}",
		`The White House's Mary Jones said the plan was “dead and buried now.”{Mary Jones}`,
		`Smith – “a dead man,”{Mary Jones} according to Jones – won in Boston.`,
		`Smith said he would not comment on what Jones called “a dead and buried plan.”{Mary Jones}`,
		`Smith, whom Jones called “a dead man walking,”{Mary Jones} won in Boston.`,
		`Jones has said the plan is “dead,”{Mary Jones} “buried”{Mary Jones} and “forgotten.”{Mary Jones}`,
		`“No,”{Mary Jones} Jones said.`,
		`“No,”{Mary Jones} said Jones. “Never.”{Mary Jones}`,
		`Jones said “no.”{Mary Jones}`,
		`Jones, asked whether the plan was dead, said: “No.”{Mary Jones}`,
		`Acme's chief executive, Mary Jones, said the plan was “dead and buried now.”{Mary Jones}`,
		`The company's chief executive said the plan was “dead and buried now.”{=The company's chief executive}`,
		`Acme said it was “dead and buried now.”{Acme Corp.} The company added that it was “very sad.”{Acme Corp.}`,
		`“The plan is dead now,”{=a police officer} said a police officer who asked not to be named.`,
		`A report by Acme found that the plan was “dead and buried now.”{Acme Corp.}`,
		`Smith testified that Jones “knew of the plan all along.”{John Smith}`,
		`Smith accused Jones of “lying about the dead plan.”{John Smith}`,
		`Smith thanked Jones for “saving the plan from certain death.”{John Smith}`,
		`Critics say the plan is “dead and buried now.”{=Critics}`,
		`Some say the plan is “dead and buried now.”{=Some}`,
		`The plan is “dead and buried now,”{John Smith} Smith said.`,
		`The plan, Smith said, is “dead and buried now.”{John Smith}`,
		`The plan is, in the words of Smith, “dead and buried now.”{John Smith}`,
		`The plan is, in Smith's words, “dead and buried now.”{John Smith}`,
		`Smith: “The plan is dead now.”{John Smith}`,
		`John Smith, mayor of Boston: “The plan is dead now.”{John Smith}`,
		"“The plan is dead now.”{John Smith}\n— John Smith, mayor of Boston",
		`"The plan is dead,"{John Smith} Smith said; "it died on Monday,"{Mary Jones} Jones replied.`,
		"“The plan is dead now,”{John Smith} Smith said.\n“It died on Monday,”{} I said.",
		`Smith released a statement saying the plan was “dead and buried now.”{John Smith}`,
		`Smith issued a statement that said the plan was “dead and buried now.”{John Smith}`,
		`Smith said officers had responded to a man in “great mental distress.”{John Smith}`,
		`Smith said he responded to the plan of “dead and buried men.”{John Smith}`,
		// nobody
		`He read “The Old Man and the Sea”{} in Boston.`,
		`The “plan”{} of Smith is dead.`,
		`Pat “Patch” Brown came.`,
		`Smith went to see “The Dead and the Buried”{} with Jones.`,
		`Smith won the award for “best newcomer of the year”{} in Boston.`,
	} {
		g := gold{speakers: map[int]string{}, entities: people}
		g.read(text)
		d := foundtest.Divide(t, g.text)
		qs, err := quotes.Find(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		cast := g.cast(d)
		ps, err := quotes.Attribute(context.Background(), d, qs, cast)
		if err != nil {
			t.Fatal(err)
		}
		settled(t, d, qs, cast, ps)
		for i := range qs {
			if got, want := speaker(cast, &qs[i]), g.speakers[qs[i].End]; got != want {
				t.Errorf("%s\n%q is said by %q, want %q", g.text, d.Text[qs[i].Start:qs[i].End], got, want)
			}
		}
	}
}
