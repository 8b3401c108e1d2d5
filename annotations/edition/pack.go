package edition

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"

	"sidelight/annotations"
)

// packed is an edition that was read and checked. The text of its article is not in
// it but stays in its own file.
type packed struct {
	Article string // the file with the text, from the edition's root
	Name    string // of the file, as the article has it
	Content annotations.Content
}

// Pack reads and checks the edition in the root of fsys as [Load] does and
// writes what came of it as JSON. Reading that back takes a fraction of the time
// that the YAML does, so a program can come with it.
func Pack(ctx context.Context, fsys fs.FS) ([]byte, error) {
	l := &loader{ctx: ctx, fsys: fsys}
	m, ok := l.manifest()
	if !ok {
		return nil, l.faults.sorted()
	}
	e, err := Load(ctx, fsys)
	if err != nil {
		return nil, err
	}
	p := packed{Article: m.article.file.value, Name: e.Article().File.Name, Content: e.Content()}
	p.Content.Article = nil
	data, err := json.Marshal(p)
	return append(data, '\n'), err
}

// Unpack returns the edition that [Pack] wrote, with the text of its article from
// fsys. It checks only what package annotations demands: it is for data that come
// with a program, not for files that a person wrote.
func Unpack(data []byte, fsys fs.FS) (*annotations.Edition, error) {
	var p packed
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, fmt.Errorf("packed edition: %w", err)
	}
	text, err := fs.ReadFile(fsys, p.Article)
	if err != nil {
		return nil, fmt.Errorf("packed edition: %w", err)
	}
	if p.Content.Article, err = annotations.NewArticle(p.Name, string(text)); err != nil {
		return nil, fmt.Errorf("packed edition: %w", err)
	}
	return annotations.New(p.Content)
}
