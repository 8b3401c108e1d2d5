// Package quotes finds what stands between quotation marks in an article, who says it,
// and on whose word each clause of the article rests.
//
// It works by rules: [Find] pairs the marks, block by block; [Attribute] looks for verbs
// of speech ("said", "warned"), for their subject on either side, for "according to" and
// the like, and gives the quotations beside them and the clauses under them to that
// subject. What has no such words has no speaker.
package quotes
