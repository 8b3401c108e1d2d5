package export

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/text"
)

// plainWords are words to test with: labels are the names of their kinds.
func plainWords() Words {
	date := func(d annotations.Date) string { return d.Words() }
	same := func(s string) string { return s }
	return Words{
		Language: "en",
		Kind:     annotations.Kind.String, Voice: annotations.Voice.String,
		Attribution: func(_ *annotations.Edition, p annotations.Passage) string { return p.Name + p.Voice.String() },
		Name:        func(x *annotations.Entity) string { return x.Name },
		Issued:      func(s *annotations.Source) string { return s.IssuedRaw },
		Grade:       func(g string) (label, meaning string) { return "Grade " + g, "" },
		Date:        date, ShortDate: date, Drawn: same,
		Number: func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) },
		Count:  func(n int) string { return strconv.Itoa(n) + " words" }, Paragraph: strconv.Itoa,
		NothingLater: same, EditionAsOf: same, Printed: same, AsOf: same, PrintedAs: same, VoicesOf: same,
		Status: anchor.Status.String, Own: "your styles", OwnHint: "letters",
		Legend: "legend", Machine: "unchecked", Bars: "bars", Notes: "Notes", NotesHint: "hint", SeeAlso: "see",
		InArticle: "In the article", Background: "Background", NotInArticle: "not in it", Since: "Since", Connected: "Connected",
		Mentions: "Mentions", NotNamed: "not named", Remarks: "Remarks", Unverified: "unverified", Sources: "Sources",
		Party: "party", Speaking: "Speaking", SpeakingBy: "share", UnknownVoice: "unknown", SaidBy: "by", Standing: "standing",
		OnRecord: "on record", OffRecord: "off", Setting: "where", When: "when", AsPrinted: "printed", AsPublished: "published",
		Difference: "difference", Value: "value", Computed: "computed", NotPrinted: "not printed", Counted: "counted",
		Hedge: "hedge", Pictures: "In pictures", InWords: "In words", GivenBy: "given by", NumberAsOf: "as of", Others: "others",
	}
}

var someDay = time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)

// written is the page of an edition, whole and parsed.
type written struct {
	t     *testing.T
	bytes string
	root  *html.Node
	ids   map[string]*html.Node
}

func writtenOf(t *testing.T, e *annotations.Edition) *written {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, e, Parts{Marks: true}, plainWords(), someDay); err != nil {
		t.Fatal(err)
	}
	return parsed(t, b.String())
}

// parsed is a page that was written.
func parsed(t *testing.T, page string) *written {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	p := &written{t, page, root, map[string]*html.Node{}}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			if p.ids[id] != nil {
				t.Errorf("the id %q is used twice", id)
			}
			p.ids[id] = n
		}
	}
	return p
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// saidBy is the text of a node.
func saidBy(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// links are the places in the page to which what is in a node leads.
func links(n *html.Node) map[string]int {
	out := map[string]int{}
	for d := range n.Descendants() {
		if to, ok := strings.CutPrefix(attribute(d, "href"), "#"); ok {
			out[to]++
		}
	}
	return out
}

// allowed are the elements and the attributes that a page is made of.
var allowed = regexp.MustCompile(`^(html|head|meta|title|style|body|main|header|article|section|div|h[1-4]|p|ul|ol|li|dl|dt|dd|table|tbody|tr|th|td|a|b|i|q|sup|span|cite|mark|em|strong|code|blockquote|pre|hr|` +
	`figure|figcaption|details|summary|svg|g|desc|rect|text|linearGradient|stop)$`)

// checkStandsAlone: no script, nothing to fetch, no link within a link, and every
// link within the page leads somewhere.
func (p *written) checkStandsAlone() {
	p.t.Helper()
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if !allowed.MatchString(n.Data) {
			p.t.Errorf("there is an element %s", n.Data)
		}
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "srcset":
				p.t.Errorf("%s has an attribute %s", n.Data, a.Key)
			case a.Key == "href" && n.Data != "a":
				p.t.Errorf("%s leads to %s", n.Data, a.Val)
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				if p.ids[a.Val[1:]] == nil {
					p.t.Errorf("%s leads nowhere", a.Val)
				}
			case a.Key == "href" && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://"):
				p.t.Errorf("an address is %q", a.Val)
			}
		}
		if n.Data != "a" {
			continue
		}
		for around := range n.Ancestors() {
			if around.Data == "a" {
				p.t.Errorf("the link %q lies in another", saidBy(n))
			}
		}
	}
	if s := regexp.MustCompile(`(?i)url\([^#]|@import|<script|javascript:`).FindString(pageStyle + p.bytes); s != "" {
		p.t.Errorf("the page holds %q", s)
	}
	if i := strings.IndexFunc(p.bytes, func(r rune) bool { return r != '\n' && text.IsHidden(r) }); i >= 0 {
		p.t.Errorf("the page holds a hidden character: %q", p.bytes[i:i+4])
	}
}

// checkCards: each card has what leads to it and leads back to each of its mentions.
func (p *written) checkCards(e *annotations.Edition) {
	p.t.Helper()
	x, err := newPage(e, Parts{Marks: true}, plainWords(), someDay)
	if err != nil {
		p.t.Fatal(err)
	}
	if len(x.Cards) != len(e.Entities()) {
		p.t.Errorf("%d cards of %d entities", len(x.Cards), len(e.Entities()))
	}
	whole := links(p.root)
	mentions := 0
	for _, c := range x.Cards {
		node := p.ids[fmt.Sprintf("n%d", c.Number)]
		if node == nil || !strings.Contains(saidBy(node), c.Name) {
			p.t.Fatalf("card %d is none of %s", c.Number, c.Name)
		}
		back := links(node)
		for _, m := range c.Mentions {
			mentions++
			id := fmt.Sprintf("m%d", m.To)
			if back[id] != 1 {
				p.t.Errorf("%s leads %d times back to %s", c.Name, back[id], id)
			}
			if at := p.ids[id]; at == nil || !leads(at, attribute(node, "id")) {
				p.t.Errorf("%s does not lead to %s", id, c.Name)
			}
		}
		if whole[attribute(node, "id")] < len(c.Mentions) {
			p.t.Errorf("%d links lead to %s with %d mentions", whole[attribute(node, "id")], c.Name, len(c.Mentions))
		}
	}
	if mentions != len(e.Mentions()) {
		p.t.Errorf("%d mentions are linked of %d", mentions, len(e.Mentions()))
	}
}

// leads reports whether a mention is a link to a card, or has one after its last word.
func leads(at *html.Node, card string) bool {
	if at.Data == "a" {
		return attribute(at, "href") == "#"+card
	}
	return at.NextSibling != nil && links(at.NextSibling)[card] == 1
}

func TestHTML(t *testing.T) {
	for name, e := range map[string]*annotations.Edition{"tiny": tiny(t), "bundled": bundled(t)} {
		t.Run(name, func(t *testing.T) {
			p := writtenOf(t, e)
			p.checkStandsAlone()
			p.checkCards(e)
			said := saidBy(p.root)
			for _, f := range e.Facts() {
				if n := strings.Count(said, text.Visible(f.Text)); n < 1 {
					t.Errorf("the page does not say %q", f.Text)
				}
			}
			for i := range e.Sources() {
				if p.ids[fmt.Sprintf("s%d", i+1)] == nil {
					t.Errorf("there is no source %d", i+1)
				}
			}
			for i, par := range e.Article().Paragraphs() {
				set := p.ids[fmt.Sprintf("p%d", par.Number)]
				if got := unnumbered(set); got != e.Article().Slice(par.Span) {
					t.Errorf("paragraph %d is %q", i, got)
				}
			}
		})
	}
}

// unnumbered is the text of a paragraph without the numbers of its cards and what stands
// beside it.
func unnumbered(p *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			if c.Type == html.TextNode {
				b.WriteString(c.Data)
			} else if c.Data != "sup" && attribute(c, "class") != "beside" {
				walk(c)
			}
		}
	}
	for c := range p.ChildNodes() {
		if c.Data == "p" {
			walk(c)
			break
		}
	}
	return b.String()
}

// The page of the sample has to be small enough to be sent.
func TestHTMLIsSmall(t *testing.T) {
	const most = 200 << 10
	if n := len(writtenOf(t, bundled(t)).bytes); n > most {
		t.Errorf("the page has %d bytes, more than %d", n, most)
	}
}

// A text without marks is a page too, with nothing about marks on it.
func TestHTMLOfPlainText(t *testing.T) {
	a, err := annotations.NewArticle("notes <b>.txt", "One & two.\n\nThree.\n")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: a})
	if err != nil {
		t.Fatal(err)
	}
	p := writtenOf(t, e)
	p.checkStandsAlone()
	said := saidBy(p.root)
	if !strings.Contains(said, "One & two.") || strings.Contains(said, "Notes") || strings.Contains(said, "Sources") {
		t.Errorf("the page says %q", said)
	}
	if !strings.Contains(said, "notes <b>.txt") {
		t.Error("the page does not name the file")
	}
}

// An edition from a stranger can put nothing into the page but text, whatever its
// strings hold.
func TestHTMLOfHostileEdition(t *testing.T) {
	bad := []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</style><script>x</script>`, `</title><script>x`,
		"\u202egnihton\u202c", "a\u2066b\u2069", "nul\x01\x1b[31m", `';alert(1);//`, `{{.}}`, `\3c/style\3e`, "*/}<!--", "]]>", "&#x202e;<!--",
	}
	for _, s := range bad {
		c := tiny(t).Content()
		c.Title, c.Standfirst, c.Notice, c.Language = s, s, s, s
		c.Entities = append([]annotations.Entity(nil), c.Entities...)
		for i := range c.Entities {
			x := &c.Entities[i]
			x.Name, x.Printed, x.Identity, x.Summary = s+strconv.Itoa(i), s, s, s
			if x.Words != nil {
				q := *x.Words
				q.Published, q.Setting, q.Difference, q.Said = s, s, s, s
				x.Words = &q
			}
			if x.Quantity != nil {
				q := *x.Quantity
				q.Unit, q.Others, q.GivenBy, q.Counted, q.Hedge = s, s, s, s, s
				x.Quantity = &q
			}
		}
		c.Facts = append([]annotations.Fact(nil), c.Facts...)
		for i := range c.Facts {
			c.Facts[i].Text = s
		}
		c.Passages = append([]annotations.Passage(nil), c.Passages...)
		for i := range c.Passages {
			c.Passages[i].Name = s
		}
		c.Sources = append(c.Sources, annotations.Source{ID: "S2", Title: s, Publisher: s, IssuedRaw: s, URL: "javascript:" + s, Grade: s},
			annotations.Source{ID: "S3", Title: s, URL: "https://example.org/" + s},
			annotations.Source{ID: "S4", Title: s, URL: "https://user@example.org/"})
		e, err := annotations.New(c)
		if err != nil {
			t.Fatal(err)
		}
		p := writeHostile(t, e)
		if n := p.ids["n1"]; n == nil || !strings.Contains(saidBy(n), text.Visible(s)) {
			t.Errorf("%q is not shown as it is", s)
		}
	}
}

// writeHostile is the page of an edition whose strings may say "javascript:".
func writeHostile(t *testing.T, e *annotations.Edition) *written {
	t.Helper()
	p := writtenOf(t, e)
	whole := p.bytes
	p.bytes = strings.NewReplacer("javascript:", "", "@import", "").Replace(whole)
	p.checkStandsAlone()
	p.checkCards(e)
	return p
}

// Marks of the program that nobody has checked are called so.
func TestHTMLOfMachine(t *testing.T) {
	c := tiny(t).Content()
	if strings.Contains(writtenOf(t, tiny(t)).bytes, "unchecked") {
		t.Error("checked marks are called unchecked")
	}
	c.Mentions = append([]annotations.Mention(nil), c.Mentions...)
	c.Mentions[0].Origin = annotations.Found
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(writtenOf(t, e).bytes, "unchecked") {
		t.Error("the page does not say that nobody has checked its marks")
	}
}

// A mark that the program found has the short line on the page too, and one of which it
// is not sure a shorter one; of a quotation the marks alone have ink.
func TestHTMLOfTheMachinesHand(t *testing.T) {
	a, err := annotations.NewArticle("a.txt", "Ada said “it is late” to Bob.")
	if err != nil {
		t.Fatal(err)
	}
	mention := func(id annotations.EntityID, start, end int, score float32) annotations.Mention {
		return annotations.Mention{Entity: id, Form: annotations.Name, Origin: annotations.Found, Score: score, Span: annotations.Span{Start: start, End: end}}
	}
	e, err := annotations.New(annotations.Content{
		Title: "A", Article: a, Marked: true,
		Entities: []annotations.Entity{{ID: "ada", Kind: annotations.Person, Name: "Ada"}, {ID: "late", Kind: annotations.Quote, Name: "it is late"},
			{ID: "bob", Kind: annotations.Person, Name: "Bob"}},
		Mentions: []annotations.Mention{mention("ada", 0, 3, 0.9), mention("late", 9, 25, 0.9), mention("bob", 29, 32, 0.5)},
		Passages: []annotations.Passage{{Span: annotations.Span{Start: 9, End: 25}, Voice: annotations.OnRecord, Speaker: "ada", Name: "Ada", Origin: annotations.Found}},
	})
	if err != nil {
		t.Fatal(err)
	}
	page := writtenOf(t, e).bytes
	for _, want := range []string{
		`class="person found"`, `class="person found unsure"`, `class="quotation found"`, `<i class="on-record found"`,
		`<span class="qm">“</span>it is late<span class="qm">”</span>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not have %s", want)
		}
	}
}

// Whoever prints twice on a day gets the same bytes.
func TestHTMLIsStable(t *testing.T) {
	if a, b := writtenOf(t, bundled(t)).bytes, writtenOf(t, bundled(t)).bytes; a != b {
		t.Error("the same edition gives two pages")
	}
}
