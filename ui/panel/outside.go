package panel

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// outsideOf is what is known beside the article of the entity whose card was opened last.
type outsideOf struct {
	edition *annotations.Edition
	about   annotations.EntityID
	lines   []knowledge.Line
	changes int // counts what the reader has confirmed
}

// shown returns what the card of an entity shows of it.
func (o *outsideOf) shown(x *annotations.Entity) any {
	if x == nil || x.ID != o.about {
		return nil
	}
	return []any{o.lines, o.changes}
}

// subjectOf is an entity as it is asked about.
func subjectOf(e *annotations.Edition, x *annotations.Entity) knowledge.Subject {
	s := knowledge.Subject{Kind: x.Kind, Name: x.Name, Aliases: x.Aliases, Except: e.Article().File.Fingerprint}
	for _, c := range x.Called {
		s.Called = append(s.Called, oneLine(e.Article().Slice(c)))
	}
	return s
}

// askOutside asks what is known of the entity of the card that is shown, unless it has
// been asked already. The card gets the answer when it comes.
func askOutside(p *Panel) {
	o, s := &p.outside, p.shown.sheet
	x, ok := p.now.Edition.Entity(s.entity)
	if p.Outside == nil || !s.face.found || !ok || x.Kind > annotations.Place || o.edition == s.edition && o.about == x.ID {
		return
	}
	*o = outsideOf{edition: s.edition, about: x.ID, changes: o.changes}
	p.Outside.Ask(subjectOf(s.edition, x), func(lines []knowledge.Line) {
		if o.about != x.ID || o.edition != s.edition || len(lines) == 0 {
			return
		}
		o.lines = lines
		refreshOutside(p)
	})
}

// refreshOutside shows what is known beside the article, if the card is still there.
func refreshOutside(p *Panel) {
	if s := p.shown.sheet; s.face.found && s.entity == p.outside.about {
		p.rebuild()
	}
}

// outside lists what is known beside the article: what the lists in the program say, what
// other articles of the reader say, and what an encyclopaedia says that the reader has
// named. Each line has its source.
func outside(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	facts := b.e.FactsOf(x.ID, annotations.Background)
	var lines []knowledge.Line
	if b.p.outside.about == x.ID && b.p.outside.edition == b.e {
		lines = b.p.outside.lines
	}
	if len(facts)+len(lines) == 0 {
		return
	}
	b.section(locale.X("panel.outside", "Outside this article"), -1, locale.X("not-in-article", "not in the article"))
	b.leads(locale.X("panel.jump.outside", "Outside"))
	gap := float32(9)
	told := map[string]bool{}
	for _, f := range facts {
		told[f.Text] = true
		b.at("fact:" + string(f.ID))
		b.add(gap, b.beside("identification-card", f.Text, listWords(b.e, f)))
		gap = 11
	}
	about := subjectOf(b.e, x)
	for i, l := range lines {
		b.at("outside:" + strconv.Itoa(i))
		switch {
		case l.From == knowledge.Library:
			b.elsewhere(gap, i, l)
		case l.From == knowledge.Encyclopaedia:
			b.encyclopaedia(gap, about, l)
		case told[l.Text]:
			continue
		default:
			b.add(gap, b.beside("identification-card", l.Text, l.Detail))
		}
		gap = 11
	}
}

// listWords names the list that a fact is from.
func listWords(e *annotations.Edition, f *annotations.Fact) string {
	for _, id := range f.Sources {
		if s, ok := e.Source(id); ok {
			words := locale.X("panel.outside.list", "Built-in list, from {{.Title}}", map[string]any{"Title": cmp.Or(s.Title, s.Publisher)})
			if when := issued(s); when != "" {
				words += " · " + when
			}
			return words
		}
	}
	return ""
}

// beside sets words behind an icon, and below them where they are from.
func (b *Builder) beside(icon, words, from string) prose.Block {
	stack := []prose.Item{{Block: prose.NewText(b.roles.Body, look.ColorText, words)}}
	if from != "" {
		stack = append(stack, prose.Item{Block: prose.NewText(b.roles.Meta, look.ColorTextMuted, from), Top: 1})
	}
	return b.behind(icon, stack...)
}

// behind sets blocks behind an icon.
func (b *Builder) behind(icon string, items ...prose.Item) prose.Block {
	return prose.NewColumns(
		prose.Cell{Block: prose.NewIcon(icon, look.ColorTextMuted, iconSize, b.roles.Body.Leading), Width: iconSize},
		prose.Cell{Block: prose.NewStack(items...), Gap: 10},
	)
}

// elsewhere sets a row that counts the reader's other articles about the entity, and
// unfolds to a list of them. One of the list opens the article.
func (b *Builder) elsewhere(gap float32, i int, l knowledge.Line) {
	n := len(l.Articles) + l.More
	words := locale.X("panel.outside.library", "In {{.Count}} other articles of yours", map[string]any{"Count": n})
	if n == 1 {
		words = locale.X("panel.outside.library.one", "In 1 other article of yours")
	}
	from := locale.X("panel.outside.library.from", "From your library on this computer")
	if !l.Sure {
		from += " · " + locale.X("panel.outside.another", "may be another of that name")
	}
	b.at("elsewhere:" + strconv.Itoa(i))
	b.unfolding(gap, 5, words, b.beside("books", words, from), func(d *Builder) {
		for j, a := range l.Articles {
			d.at("article:" + strconv.Itoa(j))
			d.row(between(j, 6, 8), 4, a.Title, d.articleCells(a), func() { d.p.Outside.OpenArticle(a) })
		}
		if l.More > 0 {
			d.at("more")
			d.add(6, prose.NewColumns(prose.Cell{Gap: iconSize + 10, Block: prose.NewText(d.roles.Meta, look.ColorTextMuted,
				locale.X("panel.outside.library.more", "{{.Count}} more in your library", map[string]any{"Count": l.More}))}))
		}
	})
}

// articleCells is the title of another article, and its sentence with the name in it.
func (b *Builder) articleCells(a knowledge.Article) prose.Block {
	items := []prose.Item{{Block: prose.NewText(b.roles.Tab, look.ColorText, a.Title)}}
	if a.Sentence != "" {
		t := prose.NewText(b.roles.Concordance, look.ColorTextMuted, a.Sentence, sentenceStretch(a)...)
		t.SetMaxLines(3)
		items = append(items, prose.Item{Block: t})
	}
	return prose.NewColumns(prose.Cell{Block: prose.NewStack(items...), Gap: iconSize + 10})
}

// sentenceStretch sets off the name in the sentence of another article.
func sentenceStretch(a knowledge.Article) []prose.Stretch {
	if a.Start < 0 || a.End <= a.Start || a.End > len(a.Sentence) {
		return nil
	}
	return []prose.Stretch{{Start: a.Start, End: a.End, Colour: look.ColorText}}
}

// pageWords names the archive that a page is of, its date and its licence, and the page
// where that has another title than the name that was asked for.
func pageWords(about knowledge.Subject, l knowledge.Line) string {
	words := l.Detail
	if !l.AsOf.IsZero() {
		words = strings.Replace(words, l.AsOf.String(), locale.Date(l.AsOf), 1)
	}
	if l.Title != "" && l.Title != about.Name {
		return locale.X("panel.outside.page", "“{{.Title}}”, {{.Detail}}", map[string]any{"Title": l.Title, "Detail": words})
	}
	return words
}

// encyclopaedia sets the first paragraph of a page of the encyclopaedia, where it is
// from, and that it may be about another one, until the reader says that it is not.
func (b *Builder) encyclopaedia(gap float32, about knowledge.Subject, l knowledge.Line) {
	text := prose.NewText(b.roles.Body, look.ColorText, l.Text)
	text.SetMaxLines(9)
	b.add(gap, b.behind("book-open", prose.Item{Block: text},
		prose.Item{Block: prose.NewText(b.roles.Meta, look.ColorTextMuted, pageWords(about, l)), Top: 2}))
	if l.Sure {
		return
	}
	p, yes := b.p, b.p.Outside.Confirmed(about, l)
	state, act := locale.X("panel.outside.another", "may be another of that name"), locale.X("panel.outside.confirm", "It is this one")
	if yes {
		state, act = locale.X("panel.outside.confirmed", "you said that it is this one"), locale.X("panel.outside.unconfirm", "Take it back")
	}
	b.at("confirm:" + fmt.Sprint(l.From, l.Title))
	link := b.textLink(act, act, len(act), func() {
		p.Outside.Confirm(about, l, !yes)
		p.outside.changes++
		refreshOutside(p)
	})
	b.add(0, prose.NewColumns(prose.Cell{Gap: iconSize + 10, Block: prose.NewFlow(6,
		prose.NewText(b.roles.Meta, look.ColorTextMuted, sentenceCase(state)+"."), link)}))
}
