// Package pdf reads the text of PDF files. A PDF file knows characters and where they
// stand; what is a line, a column, a paragraph or a heading is found by their places and
// sizes. Pages of pictures have no text and are refused.
package pdf
