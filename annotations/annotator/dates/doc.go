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
package dates
