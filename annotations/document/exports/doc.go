// Package exports reads what services for reading later give out: Omnivore's folder or
// package, Wallabag's JSON, a package of saved pages. It lists the articles, to open one.
package exports
