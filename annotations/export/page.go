package export

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/coverage"
	"sidelight/annotations/text"
)

//go:embed page.css
var pageStyle string

// structureStyle is for articles that have more than paragraphs.
//
//go:embed structure.css
var structureStyle string

// ownStyle is for the notes of the reader.
//
//go:embed own.css
var ownStyle string

// foundStyle is for marks that the program found.
//
//go:embed found.css
var foundStyle string

//go:embed page.html
var pageMarkup string

var pageTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageMarkup)) })

// HTML writes parts of a document as one page that stands alone: no script, and nothing
// that a browser would have to fetch. With the marks of the edition it holds the article with its marks and voices, a
// numbered card for each entity and the sources. Every mention is a link to its card,
// and every card leads back to its mentions. The page names the day of now, unless that
// is zero.
//
// A fact or a relation stands once, on the card of the entity that it concerns most;
// the cards of the others lead there.
//
// The reader's highlights lie on the words in the form of their styles. A letter behind the words leads to what the reader wrote:
// it stands beside the text where there is room, and in a narrow window and on paper
// after it. Notes that have no place in the text come last.
//
// Drawings stand between the article and its cards, each with its description and with
// what it shows in words.
func HTML(w io.Writer, e *annotations.Edition, parts Parts, by Words, now time.Time) error {
	if !parts.Marks {
		var err error
		if e, err = bare(e); err != nil {
			return fmt.Errorf("write HTML: %w", err)
		}
	}
	p, err := newPage(e, parts, by, now)
	if err == nil {
		err = pageTemplate().Execute(w, p)
	}
	if err != nil {
		return fmt.Errorf("write HTML: %w", err)
	}
	return nil
}

// page is what the template writes. All its strings are visible already, and the
// template escapes them.
type page struct {
	Style                     template.CSS
	By                        Words
	Language                  string // of the article
	Title, Standfirst, Notice string
	Meta                      []string
	Kinds                     []legend
	Styles                    []legend // of the reader's highlights
	Lines                     bool     // what ends a line in the text ends it on the page
	Machine                   bool     // marks that nobody has checked
	Blocks                    []pageBlock
	Pictures                  []pagePicture
	Cards                     []card
	Own                       []ownEntry // what the reader wrote
	Beside                    bool       // all that the reader wrote can stand beside the text
	Adrift                    []ownEntry // notes of the reader that have no place in the text
	Lost                      string     // the heading over them
	Remarks                   []remark   // the editor's notes that no card shows
	NothingLater              string
	Shares                    []share
	Party                     bool // a source is a party to the matter
	Grades                    []grade
}

type legend struct{ Class, Words string }

type share struct {
	Class, Words string
	Percent      int
}

// paper makes the page of an edition.
type paper struct {
	e       *annotations.Edition
	points  *anchor.CodePoints
	by      Words
	number  map[annotations.EntityID]int  // of each card, from 1 in the order of first mentions
	order   []annotations.EntityID        // of the cards
	anchor  map[annotations.MentionID]int // of each mention on the page, from 1
	sources map[annotations.SourceID]int
	first   map[annotations.EntityID]bool // entities that a mention has had its number for
	shown   map[annotations.MentionID]bool
	own     *ownNotes
}

func newPage(e *annotations.Edition, parts Parts, by Words, now time.Time) (*page, error) {
	x := &paper{
		e: e, by: by, points: anchor.NewCodePoints(e.Article().Text), number: map[annotations.EntityID]int{}, anchor: map[annotations.MentionID]int{},
		sources: map[annotations.SourceID]int{}, first: map[annotations.EntityID]bool{}, shown: shownAtRest(e),
	}
	x.numberCards()
	x.own = x.newOwn(parts.Margin)
	p := &page{
		Style: template.CSS(pageStyle), By: by,
		Language: languageTag(e.Language()),
		Title:    x.line(e.Title()), Standfirst: x.line(e.Standfirst()), Notice: x.line(e.Notice()),
	}
	if p.Title == "" {
		p.Title = x.line(e.Article().File.Name)
	}
	p.Grades = x.grades()
	p.Party = slices.ContainsFunc(e.Sources(), func(s annotations.Source) bool { return s.Party })
	p.Meta = x.meta(now)
	if p.Lines = e.Article().Structured(); p.Lines {
		p.Style += template.CSS(structureStyle)
	}
	if parts.Margin != nil {
		p.Style += template.CSS(ownStyle)
		p.Lost = x.line(parts.Margin.Lost)
	}
	var err error
	if p.Pictures, err = x.pictures(parts.Pictures); err != nil {
		return nil, err
	}
	p.Style += parts.Pictures.style()
	p.Blocks = x.blocks() // before the cards, which lead back to its mentions
	p.Own, p.Adrift, p.Styles = x.entries(), x.own.adrift, x.styleLegend()
	p.Beside = !slices.ContainsFunc(p.Own, func(e ownEntry) bool { return !e.Beside })
	if p.Kinds, p.Machine = x.kinds(); p.Machine {
		p.Style += template.CSS(foundStyle)
	}
	p.Cards, p.Remarks = x.cards()
	p.Shares = x.shares()
	if len(p.Cards) > 0 {
		p.NothingLater = x.nothingLater()
	}
	return p, nil
}

// line is text on one line, with a sign for each character that is obeyed and not
// seen.
func (x *paper) line(s string) string { return text.Visible(x.by.Drawn(s)) }

// languageTag is a language as an attribute can name it, or empty.
func languageTag(tag string) string {
	for _, r := range tag {
		if r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return ""
		}
	}
	return tag
}

// numberCards numbers the entities by their first mention, and after them those that
// the article does not mention.
func (x *paper) numberCards() {
	add := func(id annotations.EntityID) {
		if x.number[id] == 0 {
			x.order = append(x.order, id)
			x.number[id] = len(x.order)
		}
	}
	for _, m := range x.e.Mentions() {
		add(m.Entity)
	}
	for _, n := range x.e.Entities() {
		add(n.ID)
	}
}

func (x *paper) meta(now time.Time) []string {
	a := x.e.Article()
	whole := annotations.Span{End: len(a.Text)}
	var all []string
	if by := a.Meta.Byline.Text; by != "" {
		all = append(all, by)
	}
	if date := a.Meta.Published.Text; date != "" {
		if d, err := annotations.ParseDate(date); err == nil {
			date = x.by.Date(d)
		}
		all = append(all, date)
	}
	all = append(all, a.File.Name, x.by.Count(a.Words(whole)))
	if d := x.e.FactsAsOf(); !d.IsZero() {
		all = append(all, x.by.EditionAsOf(x.by.Date(d)))
	}
	if today, err := annotations.ParseDate(now.Format(time.DateOnly)); err == nil && !now.IsZero() {
		all = append(all, x.by.Printed(x.by.Date(today)))
	}
	return each(all, x.line)
}

// nothingLater says until when later facts were searched for; it is empty if the
// edition does not say.
func (x *paper) nothingLater() string {
	if x.e.Checked().IsZero() {
		return ""
	}
	return x.by.NothingLater(x.by.Date(x.e.Checked()))
}

// kinds are the kinds that the page marks, and whether it holds marks of the program
// that nobody has checked.
func (x *paper) kinds() (all []legend, machine bool) {
	there := map[annotations.Kind]bool{}
	for _, m := range x.e.Mentions() {
		if n, ok := x.e.Entity(m.Entity); ok {
			there[n.Kind] = true
		}
		machine = machine || m.Origin == annotations.Found
	}
	for _, k := range annotations.Kinds() {
		if there[k] {
			all = append(all, legend{k.String(), strings.ToLower(x.by.Kind(k))})
		}
	}
	return all, machine
}

func (x *paper) shares() []share {
	var out []share
	for _, s := range coverage.Voices(x.e) {
		if s.Words > 0 {
			out = append(out, share{s.Voice.String(), x.by.Voice(s.Voice), s.Percent})
		}
	}
	return out
}
