// Package html reads saved web pages: one file with a folder beside it, one file that
// holds all, and MHTML. Of a page with more than an article it takes the article.
package html
