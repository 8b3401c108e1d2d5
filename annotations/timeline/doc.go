// Package timeline tells what an edition knows of the order of what happened, and lays
// it out in rows.
//
// [Moments] collects what happened: the events of an edition, the dates that do not
// merely date an event, and what the article says was said, is expected or is proposed.
// [Rows] sets the moments in an order, and says of each two neighbours what is known:
// no order is claimed that neither a date in EDTF nor the article gives. [Lay] gives the
// rows their places, and [Sheet.Figure] draws them.
package timeline
