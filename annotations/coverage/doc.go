// Package coverage counts what an edition annotates and finds what it leaves
// out: the capitalised words, numbers, words of time and quoted words of the
// article that lie in no mark.
//
// A word here is a run of letters and digits, with the stops and commas inside
// it, so that "U.S" and "1,200" are one word each and "Israel's" is two.
package coverage
