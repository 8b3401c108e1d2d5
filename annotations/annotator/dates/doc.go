// Package dates finds the expressions of time in an article and what they mean in
// EDTF, counted from the date of the article where they are relative.
//
// Which words belong to an expression follows TIMEX3 (Saurí et al., TimeML Annotation
// Guidelines, 2006): determiners and modifiers do ("the end of March", "about two
// weeks", "early last week"), prepositions before it do not ("in March" is "March").
// Other than there, a range is one expression: "January 19 to March 1".
//
// What the text and the date of the article do not settle keeps its words and has no
// value.
//
// The score of a date is how often a reader who marks news by hand would mark words
// there and mean the same by them. It goes by the rule that found it, and the rules were
// measured on news whose dates are marked: a date in full is meant in 96 of 100, a
// weekday beside its verb in 89, a number of days ago in 81. Below [annotations.Sure]
// are words that say no date ("now"), what may recur each year ("the monsoon in July"),
// and a daily something.
package dates
