// Package links finds out which names of an article refer to the same person,
// organisation or place, and which descriptions and pronouns refer to them.
//
// Names are first grouped by their words. Then each group looks for a fuller name of
// its kind that it can be short for: a surname or given name of a person, part of the
// name or the initials of an organisation, another name of a country. Where several
// fuller names fit, each mention is settled by itself, with a lower score. A name that was
// found in one place only is marked wherever its words stand again. Descriptions
// are linked only where one entity of the article was called so; pronouns go to a
// person named in the same sentence or the one before it, the subject first, and are
// marked as unsettled.
package links
