// Package search finds entities, quotations, facts, passages and notes of an
// edition by what a reader types.
//
// A query is read in three steps.
//
// First it is folded, as every text of the index is (fold.go): words in lower
// case without accents, parted by one blank. "U.S.", "u.s" and "US" are one
// word, and so are "1,200" and "1200".
//
// Then each word is understood (query.go). A word that begins a word of the
// edition stands for itself. For any other word the names are asked what it
// could mean: names that hold its letters in order, found by sahilm/fuzzy and
// kept if few letters lie between them ("netnyahu"), and, failing that, names
// that differ by one or two slips of the hand ("netnayahu"). Only names and
// aliases are guessed at: letters that lie scattered over a sentence are
// noise.
//
// Last, each record is matched with the words (match.go) and falls into a
// tier. Every word of the query must be there, in any order; articles,
// prepositions and question words may be missing. The tiers, best first:
//
//	exact       the name itself
//	exactAlias  another of its names itself: "US" means the United States,
//	            though other names begin with "U.S."
//	prefix      the name begins with the query: readers type from the left
//	wordPrefix  a later word of the name begins with it, as surnames do
//	allWords    the name holds every word
//	alias       an alias or the printed name does
//	textPhrase  an identity line, quotation, fact, passage or note holds the
//	            words side by side, after the names because a name leads to
//	            all of them
//	textWords   it holds every word, somewhere
//	related     a fact does so with the names of what it is about
//	letters     a name holds the letters in order, a guess
//	spelling    a name is spelt nearly so, a wilder guess
//	guessedText a text holds what was guessed
//	inside      a text holds a word in the middle of another one
//
// Within a tier names come before facts and facts before passages; names go by
// kind and then by how often the article mentions them; what is left goes by
// its place.
package search
