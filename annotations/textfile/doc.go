// Package textfile reads a text or Markdown file from disk as an article. The
// file is only read. Offsets in the article refer to its decoded text: UTF-8
// without a byte order mark, line ends as in the file; of a Markdown file to
// the text that is derived from it.
package textfile
