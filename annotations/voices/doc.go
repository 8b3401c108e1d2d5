// Package voices lays out who speaks in an article: a strip of the whole article with a
// row for each voice, filled where it speaks, and below it each speaker with all that
// they say, a quotation beside its published wording.
//
// All of it is pure: the same edition, measure and setting give the same figure.
package voices
