// Package markup writes what stands in HTML elements with a composer: as a tree, for
// web pages and books, and tag by tag, for the HTML within Markdown.
package markup
