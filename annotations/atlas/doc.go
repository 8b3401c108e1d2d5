// Package atlas lays out the map of an article: where on the globe the places lie that
// it names, drawn with coastlines and no borders. It is pure arithmetic, from an edition
// to a [figure.Figure].
//
// The order of work: [Gather] takes the places out of an edition, [ReadCoast] the land
// out of a file, [New] measures the labels and chooses the inset, and [Plan.Draw] draws
// what a [Camera] sees. The last step is made anew for each frame of a movement, so it
// does work in proportion to the pins.
//
// The same input gives the same numbers on every platform. Sines and arcsines are not
// equal to the last bit everywhere, so each position is rounded to 1/64 of a pixel
// before anything is decided by it.
package atlas
