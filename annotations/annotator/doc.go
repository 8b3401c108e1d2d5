// Package annotator marks an article by itself: its names, dates, numbers and
// quotations, who says what, and what the article calls whom. It reads nothing but the
// article and what is built in, and the same article always gets the same marks.
//
// The work is done in stages, each a package of its own: names, dates, numbers,
// quotations, links (one entity for all names of one person), events and voices. What
// they hand to each other is in package found. A resolver then lets no two marks cross.
// All that comes out has the origin [annotations.Found] and a score.
package annotator
