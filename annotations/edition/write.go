package edition

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
)

// File is a file of an edition's folder.
type File struct {
	Name string // by its path within the folder
	Data []byte
}

// The names of the files that [Files] writes.
const articleFile = "article.txt"

// errTooLarge says that an edition cannot be written, since it could not be read.
var errTooLarge = errors.New("there is more in it than an edition can hold")

// Files returns the files of an edition, edition.yaml last. [Load] makes of them an
// edition with the same content, in what the format can say: runs of blanks in what is
// not quoted from the article become one, a particular of a kind that another kind does
// not have is left out, and the article is a plain text. Where every place of the
// article is named by its position, names are not looked for.
func Files(e *annotations.Edition) ([]File, error) {
	w := &writer{e: e, points: anchor.NewCodePoints(e.Article().Text)}
	w.articleText()
	w.list("entities", len(e.Entities()), func(i int) { w.entity(&e.Entities()[i]) })
	w.list("mentions", len(e.Mentions()), func(i int) { w.mention(&e.Mentions()[i]) })
	w.list("facts", len(e.Facts()), func(i int) { w.fact(&e.Facts()[i]) })
	w.list("relations", len(e.Relations()), func(i int) { w.relation(&e.Relations()[i]) })
	w.list("voices", len(e.Passages()), func(i int) { w.passage(&e.Passages()[i]) })
	w.quotations()
	w.list("notes", len(e.Remarks()), func(i int) { w.remark(&e.Remarks()[i]) })
	w.list("about", len(e.About()), func(i int) { w.section(&e.About()[i]) })
	w.sources()
	w.manifest()
	return w.files, w.check()
}

// writer writes the files of an edition.
type writer struct {
	e      *annotations.Edition
	points *anchor.CodePoints
	files  []File
	named  [][]string // of each list its name and its files
	b      yamlWriter
}

// check refuses what could not be read again.
func (w *writer) check() error {
	all, pieces := 0, 0
	for _, f := range w.files {
		if f.Name == articleFile {
			if len(f.Data) > maxArticle {
				return fmt.Errorf("the article has %s, and an edition's has at most %s", megabytes(int64(len(f.Data))), megabytes(maxArticle))
			}
			continue
		}
		n, e := measured(f.Name, string(f.Data))
		all, pieces = all+len(f.Data), pieces+n
		if e != nil || len(f.Data) > maxData || all > maxAllData || pieces > maxAll {
			return errTooLarge
		}
	}
	return nil
}

func (w *writer) articleText() {
	w.files = append(w.files, File{articleFile, []byte(w.e.Article().Text)})
}

// How much a file may hold before the entries that follow go to another.
const (
	mostBytes  = maxData / 2
	mostPieces = maxPieces / 2
)

// list writes the entries of a list to one file, or to several where they are many.
func (w *writer) list(name string, n int, entry func(i int)) {
	if n == 0 {
		return
	}
	names := []string{name}
	for i := 0; i < n; {
		file := name + ".yaml"
		if len(names) > 1 {
			file = fmt.Sprintf("%s-%d.yaml", name, len(names))
		}
		w.b = yamlWriter{}
		w.b.line(0, name+":")
		for pieces := 0; i < n && w.b.Len() < mostBytes && pieces < mostPieces; i++ {
			before := w.b.Len()
			w.b.begin(2)
			entry(i)
			more, _ := measured(file, string(w.b.Bytes()[before:])) // [writer.check] looks at the whole
			pieces += more
		}
		w.files = append(w.files, File{file, bytes.Clone(w.b.Bytes())})
		names = append(names, file)
	}
	w.named = append(w.named, names)
}

func (w *writer) manifest() {
	w.b = yamlWriter{}
	e, b := w.e, &w.b
	b.line(0, "format: 1")
	b.text("title", e.Title())
	b.text("standfirst", e.Standfirst())
	b.text("language", e.Language())
	b.text("notice", e.Notice())
	b.date("published", e.Published())
	b.date("checked", e.Checked())
	b.date("facts-as-of", e.FactsAsOf())
	b.flag("marked", e.Marked())
	b.line(0, "article:")
	b.line(2, "file: "+articleFile)
	if name := strings.Join(strings.Fields(e.Article().File.Name), " "); name != "" {
		b.line(2, "name: "+quoted(name))
	}
	b.line(2, "sha256: "+quoted(sum(e.Article().Text)))
	for _, names := range w.named {
		b.words(names[0], names[1:])
	}
	w.files = append(w.files, File{manifestFile, bytes.Clone(b.Bytes())})
}

func (w *writer) entity(x *annotations.Entity) {
	b := &w.b
	b.id("id", string(x.ID))
	b.id("kind", x.Kind.String())
	b.text("name", x.Name)
	b.text("short", x.Short)
	b.text("printed", x.Printed)
	b.words("aliases", x.Aliases)
	b.text("identity", x.Identity)
	b.text("summary", x.Summary)
	b.line(b.indent, "match: false")
	w.quotes("called", x.Called)
	switch {
	case x.Kind == annotations.Event || x.Kind == annotations.Time:
		b.date("when", x.When)
		if x.Length {
			b.line(b.indent, "length: true")
		}
	case x.Kind == annotations.Place && x.Location != nil:
		b.line(b.indent, fmt.Sprintf("location: {lat: %s, lon: %s}", decimal(x.Location.Lat), decimal(x.Location.Lon)))
	case x.Kind == annotations.Number && x.Quantity != nil:
		w.quantity(x.Quantity)
	}
}

func (w *writer) quantity(q *annotations.Quantity) {
	b := &w.b
	b.open("quantity")
	b.line(b.indent, "value: "+decimal(q.Value))
	b.text("unit", q.Unit)
	b.text("counted", q.Counted)
	b.text("hedge", q.Hedge)
	b.text("given-by", q.GivenBy)
	b.date("as-of", q.AsOf)
	b.text("computed", q.Computed)
	b.text("others", q.Others)
	b.words("sources", strs(q.Sources))
	b.close()
}

func (w *writer) mention(m *annotations.Mention) {
	b := &w.b
	b.id("entity", string(m.Entity))
	b.id("form", m.Form.String())
	w.quote(m.Span)
	w.origin(m.Origin)
	if m.Score != 0 {
		b.line(b.indent, "score: "+strconv.FormatFloat(float64(m.Score), 'f', -1, 32))
	}
	if m.By != 0 {
		b.id("by", m.By.String())
	}
	w.beside("ground", m.Ground)
}

func (w *writer) origin(o annotations.Origin) {
	if o != annotations.Edited {
		w.b.id("origin", o.String())
	}
}

// quote writes the words of a span and where they begin.
func (w *writer) quote(s annotations.Span) {
	w.b.line(w.b.indent, "exact: "+quoted(w.e.Article().Slice(s)))
	w.b.line(w.b.indent, "start: "+strconv.Itoa(w.points.Position(s).Start))
}

// beside writes a span that may be missing.
func (w *writer) beside(key string, s annotations.Span) {
	if blankSpan(w.e.Article(), s) {
		return
	}
	w.b.open(key)
	w.quote(s)
	w.b.close()
}

// blankSpan reports whether nothing but blanks stands in a span.
func blankSpan(a *annotations.Article, s annotations.Span) bool {
	return s.Empty() || strings.TrimSpace(a.Slice(s)) == ""
}

func (w *writer) quotes(key string, all []annotations.Span) {
	if len(all) == 0 {
		return
	}
	w.b.line(w.b.indent, key+":")
	indent := w.b.indent
	for _, s := range all {
		w.b.begin(indent + 2)
		w.quote(s)
	}
	w.b.indent = indent
}

func (w *writer) fact(f *annotations.Fact) {
	b := &w.b
	b.id("id", string(f.ID))
	b.words("about", strs(f.About))
	b.id("state", f.State.String())
	b.text("text", f.Text)
	w.quotes("evidence", f.Evidence)
	b.date("as-of", f.AsOf)
	b.date("date", f.Date)
	b.words("sources", strs(f.Sources))
	b.flag("statement", f.Statement)
	b.flag("unverified", f.Unverified)
	if f.Moment != 0 {
		b.id("moment", f.Moment.String())
	}
	b.words("order", strs(f.Order))
}

func (w *writer) relation(x *annotations.Relation) {
	b := &w.b
	b.id("id", x.ID)
	b.id("from", string(x.From))
	b.text("label", x.Label)
	b.text("inverse", x.Inverse)
	b.id("to", string(x.To))
	w.origin(x.Origin)
	w.quotes("evidence", x.Evidence)
	b.words("sources", strs(x.Sources))
}

func (w *writer) passage(p *annotations.Passage) {
	b := &w.b
	b.id("voice", p.Voice.String())
	if p.Voice != annotations.OwnAccount && p.Voice != annotations.Inference {
		if p.Speaker != "" {
			b.id("speaker", string(p.Speaker))
		} else {
			b.text("name", p.Name)
		}
	}
	if p.Anonymity != 0 {
		b.id("anonymity", p.Anonymity.String())
	}
	w.quote(p.Span)
	w.origin(p.Origin)
	w.beside("cue", p.Cue)
}

func (w *writer) quotations() {
	var all []*annotations.Entity
	for i := range w.e.Entities() {
		if x := &w.e.Entities()[i]; x.Kind == annotations.Quote && x.Words != nil {
			all = append(all, x)
		}
	}
	w.list("quotations", len(all), func(i int) {
		b, q := &w.b, all[i].Words
		b.id("entity", string(all[i].ID))
		if q.Speaker != "" {
			b.id("speaker", string(q.Speaker))
		} else {
			b.text("said", q.Said)
		}
		b.text("setting", q.Setting)
		b.date("date", q.Date)
		b.flag("on-record", q.OnRecord)
		b.text("published", q.Published)
		b.text("difference", q.Difference)
		b.words("sources", strs(q.Sources))
	})
}

func (w *writer) remark(n *annotations.Remark) {
	b := &w.b
	b.id("id", n.ID)
	b.text("title", n.Title)
	w.quote(n.Span)
	b.text("text", n.Text)
	b.words("about", strs(n.About))
	b.words("sources", strs(n.Sources))
	if len(n.Since) == 0 {
		return
	}
	b.line(b.indent, "since:")
	indent := b.indent
	for _, l := range n.Since {
		b.begin(indent + 2)
		b.text("text", l.Text)
		b.date("date", l.Date)
		b.words("sources", strs(l.Sources))
	}
	b.indent = indent
}

func (w *writer) section(s *annotations.Section) {
	b := &w.b
	b.id("id", s.ID)
	b.text("heading", s.Heading)
	b.words("paragraphs", s.Paragraphs)
	b.words("sources", strs(s.Sources))
}

func strs[T ~string](ids []T) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
