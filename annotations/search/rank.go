package search

// How results are ranked, and why so.
//
// A person who types a name wants that name, so what decides first is how well a
// record answers; that is its tier. Every word of the query must be there, in
// any order; only articles, prepositions and question words may be missing
// ("who led the talks"), for readers ask in sentences. What lacks another word is in
// the tier partial, which is searched last. The tiers, best first:
//
//	exact       The name itself. Nothing can be meant more.
//	exactAlias  Another of its names itself. "Trump" and "Gaza" are names too,
//	            and were "Trump administration" or "Gaza war" first because
//	            their titles begin so, the most named person and place of an
//	            article would never be first for the word that it prints.
//	prefix      The name begins with the query: readers type from the left.
//	wordPrefix  A later word of the name begins with it, as surnames do.
//	allWords    The name holds every word, in another order, or within a word:
//	            "talks hamas".
//	inAlias     An alias, or the name as the article prints it, does one of the
//	            last three. It comes after the title, which the row shows.
//	initials    The query is the initials of a name: "PMO". Three letters say
//	            less than a word.
//	ending      The query is a word of a name and a letter or two more:
//	            "Israelis". It is surer than any guess.
//	described   A name holds some of the words and its identity line the rest:
//	            "President Trump". Others may be described by that name, but
//	            they are not called so.
//	textPhrase  An identity line, quotation, fact, passage, note or source holds
//	            the words side by side. After the names, because a name leads to
//	            all of them; before the guesses, because it holds what was typed.
//	textWords   It holds every word, somewhere.
//	related     A fact or note does so with the names of what it is about, a
//	            source with its publisher and date.
//	letters     A name holds the letters in order with few between them: letters
//	            are left out more often than mistyped.
//	spelling    A name is spelt nearly so. It is the wildest guess at a name:
//	            many words lie two slips apart.
//	nearName    A name holds words that are near all those that were typed, each
//	            taken by itself. A search for all words binds a mistyped word to
//	            the words that begin so, or are nearest, anywhere in the edition;
//	            they need not be the ones beside which the others stand: "donlad
//	            trump".
//	guessedText A text holds what was guessed: one guess more removed.
//	inside      A text holds a word in the middle of another one, the weakest
//	            sign that it is meant.
//	partial     A name holds some of the words or words near them, and lacks
//	            others: "anonymous official". The result says which. A text has to
//	            hold most of the words, and two of them, because texts hold many.
//	listed      Nothing but a filter was typed.
//
// Guesses are made only at words that begin no word of the edition, and only
// names, aliases and terms are guessed: letters that lie scattered over a
// sentence match nearly every query and are noise. A word of up to 3 letters may
// hold no slip, since with one it is another word ("war", "was"); up to 6
// letters one, and not in the first, which is rarely mistyped and tells short
// words apart; a longer word two. Two neighbours that changed places are one
// slip. If that finds nothing, words that the edition has in its texts alone are
// guessed at too ("truth special").
//
// The tiers nearName and partial are searched last and only if nothing was found,
// if the best that was found ranks below nearName, or if fewer than three texts and
// no name were found; then a name must be called by the words that are kept
// ("hamas leadership"). Rare words count for more than frequent ones. A word leads
// to a name alone if it is no number and has 3 letters or more, 4 if the name goes
// on, 5 if it is mistyped and 8 if it is mistyped twice; it goes on by more than two
// letters only at the end of the query, which the reader may still be typing. At
// least a third of the words have to be there, unless those that are make a whole
// name. So nonsense still finds nothing.
//
// Within a tier, in this order:
//
//	base      Of guesses, the tier that the guess would be in: who mistypes a name
//	          whole means that name rather than one that begins with it. Of near
//	          and partial answers, how much is missing or mistyped.
//	whole     The query ends where a word ends: "5" is rather "5 Thai nationals"
//	          than "59 hostages". While a word is being typed this says nothing.
//	kind      Names before facts, facts before passages, then notes, sources and
//	          commands: from what explains most to what explains least. Among
//	          names people come first, then in the order of the index of kinds;
//	          among facts those of the article come before background.
//	mentions  What the article names more often is more often meant.
//	place     What is left goes by its place in the edition, so that the order is
//	          always the same.
//
// Results are shown by group. The group with the best result comes first. What was
// found by a guess at the spelling alone, or in part, is a group of its own, under
// a heading that says so, for a guess must not pass for a find.

import "sidelight/annotations"

// tier is how well a record answers a query.
type tier uint8

const (
	exact tier = iota
	exactAlias
	prefix
	wordPrefix
	allWords
	inAlias
	inInitials
	ending
	described
	textPhrase
	textWords
	related
	letters
	spelling
	nearName
	guessedText
	inside
	partial
	listed
	tiers // how many there are, and: no match
)

// rank orders hits, best largest: the fields that the essay above names, each
// in a few bits so that what comes first outweighs all that follows, and last
// the place of the record, so that no two are the same.
type rank uint64

const (
	placeBits   = 32
	mentionBits = 7
	orderBits   = 6
	wholeBits   = 1
	tierBits    = 5

	mentionShift = placeBits
	orderShift   = mentionShift + mentionBits
	wholeShift   = orderShift + orderBits
	baseShift    = wholeShift + wholeBits
	tierShift    = baseShift + tierBits

	mentionScores = 1 << mentionBits
	lastPlace     = 1<<placeBits - 1
)

func (d *doc) rank(g grade, place int) rank {
	whole := rank(0)
	if g.whole {
		whole = 1
	}
	return rank(tiers-g.tier)<<tierShift |
		rank(tiers-g.base)<<baseShift |
		whole<<wholeShift |
		rank(orders-int(d.order))<<orderShift |
		rank(d.mentions)<<mentionShift |
		rank(lastPlace-place)
}

// place is the record of which this is the rank.
func (r rank) place() int { return lastPlace - int(r&lastPlace) }

// tierOf returns the tier of a result by its score.
func tierOf(score int) tier { return tiers - tier(score>>(tierShift-placeBits)) }

// score is the rank without the place.
func (r rank) score() int { return int(r >> placeBits) }

// result is what a hit shows.
func (w *writer) result(r rank) Result {
	segment, record := w.x.at(r.place())
	d, q := &record, w.q
	var g grade
	var dropped []string
	if w.loose == nil {
		g = matcher{s: segment, q: q}.match(d, true)
	} else {
		kept := *q
		g, kept.terms, dropped = w.loose.result(r.place())
		q = &kept
	}
	out := segment.result(d)
	out.Reason, out.Score, out.Dropped = g.why, r.score(), dropped
	if out.Type == Source {
		out.Source = annotations.SourceID(d.id)
	}
	if d.outside {
		out.Detail.Text = d.detail
	} else {
		out = Describe(w.x.edition, out)
	}
	out.Matches = w.marks(q, out.Title, g.why)
	if out.Type == Passage {
		out.Title, out.Matches = excerpt(out.Title, out.Matches)
	}
	return out
}
