// Package document opens a file of any format that is known as an article. The file is
// only read. Each format has a reader in a package of its own; the table of formats
// says which file is whose.
package document
