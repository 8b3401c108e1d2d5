// Package numbers finds the amounts of an article: how much or how many, of what, and
// how firmly it is said.
//
// A number that counts or measures nothing is none: a year, a score, a section, a
// house, a model, a telephone. What the dates found is theirs.
package numbers
