// Package speech reads an article aloud, a sentence at a time, in a voice of the
// system's. It draws nothing and imports no toolkit: whoever shows the article hears of
// each sentence as it begins.
package speech
