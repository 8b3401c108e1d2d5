package voices

import (
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/voices"
	"sidelight/ui/locale"
)

// words are what the drawing says, in the reader's language.
func words(f voices.Filter) *voices.Words {
	order := locale.X("voices.order.first", "in the order of their first words")
	if f.ByWords {
		order = locale.X("voices.order.words", "by how much they say")
	}
	return &voices.Words{
		Title:     locale.X("voices.title", "Who says what in this article"),
		Describe:  describe,
		Voice:     locale.ShortVoice,
		Standing:  locale.Standing,
		Nobody:    locale.X("panel.voice.unknown", "Speaker not recorded"),
		Tip:       tip,
		Column:    column,
		Percent:   locale.Percent,
		Count:     locale.SpeakerCount,
		Speakers:  locale.X("voices.speakers", "Speakers"),
		Order:     order,
		Apart:     locale.X("voices.apart", "Without a speaker"),
		Empty:     locale.X("voices.empty", "No passage is like that in this article."),
		Printed:   locale.X("voices.printed", "as printed here"),
		Published: locale.X("panel.quotation.published", "as published"),
		Occasion:  occasion,
		FoldAll:   locale.X("voices.fold-all", "Fold all up"),
		UnfoldAll: locale.X("voices.unfold-all", "Show all"),
		Fold:      locale.X("voices.fold", "Fold up"),
		Unfold:    locale.X("voices.unfold", "Show what is said"),
		ToArticle: locale.X("voices.to-article", "to the article"),
		Only:      only,
	}
}

func only(name string) string {
	return locale.X("voices.only", "Only {{.Name}}", map[string]any{"Name": name})
}

func column(passages, n int) string {
	return strings.Join([]string{locale.Passages(passages), locale.WordCount(n)}, " · ")
}

// sign is the number of a paragraph.
func sign(n int) string { return "¶" + strconv.Itoa(n) }

func tip(m *voices.Model, p *voices.Passage) string {
	return strings.Join([]string{locale.Attribution(m.Edition, p.Passage), sign(p.Sign), locale.WordCount(p.Words)}, " · ")
}

// occasion says where and when words were said.
func occasion(q *annotations.Quotation) string {
	var out []string
	for _, s := range []string{q.Setting, locale.Date(q.Date)} {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

// describe says in a few sentences what the drawing shows.
func describe(m *voices.Model) string {
	var out []string
	for _, s := range m.Shares {
		out = append(out, locale.X("voices.share", "{{.Voice}}: {{.Words}}, {{.Percent}}", map[string]any{
			"Voice": locale.Voice(s.Voice), "Words": locale.WordCount(s.Words), "Percent": locale.Percent(s.Percent),
		}))
	}
	return strings.Join(out, ". ") + "."
}
