package html

import (
	"encoding/json"
	"strings"

	"sidelight/annotations"
)

// deepestLD is how deep in one another the things of JSON-LD are looked at.
const deepestLD = 8

// linkedData returns what scripts with JSON-LD say of the article of their page.
func linkedData(scripts []string) annotations.Meta {
	var m annotations.Meta
	for _, script := range scripts {
		var thing any
		if json.Unmarshal([]byte(script), &thing) == nil {
			takeLinked(&m, thing, 0)
		}
	}
	return m
}

// takeLinked takes what a thing and the things in its graph say.
func takeLinked(m *annotations.Meta, thing any, depth int) {
	if depth > deepestLD {
		return
	}
	switch x := thing.(type) {
	case []any:
		for _, each := range x {
			takeLinked(m, each, depth+1)
		}
	case map[string]any:
		if isArticleType(x["@type"]) {
			m.Title = either(m.Title, given(nameOf(x["headline"]), fromLD), given(nameOf(x["name"]), fromLD))
			m.Byline = either(m.Byline, given(nameOf(x["author"]), fromLD), given(nameOf(x["creator"]), fromLD))
			m.Published = either(m.Published, given(nameOf(x["datePublished"]), fromLD))
			m.Site = either(m.Site, given(nameOf(x["publisher"]), fromLD))
			m.URL = either(m.URL, given(addressOf(x["url"]), fromLD), given(addressOf(x["mainEntityOfPage"]), fromLD))
			m.Language = either(m.Language, given(nameOf(x["inLanguage"]), fromLD))
		}
		for _, key := range []string{"@graph", "mainEntity", "itemListElement"} {
			takeLinked(m, x[key], depth+1)
		}
	}
}

// isArticleType reports whether a type of schema.org is that of an article.
func isArticleType(t any) bool {
	switch x := t.(type) {
	case string:
		return strings.HasSuffix(x, "Article") || strings.HasSuffix(x, "Posting") || x == "Report"
	case []any:
		for _, each := range x {
			if s, ok := each.(string); ok && isArticleType(s) {
				return true
			}
		}
	}
	return false
}

// nameOf returns the name of a thing or of several.
func nameOf(thing any) string {
	switch x := thing.(type) {
	case string:
		return x
	case map[string]any:
		name, _ := x["name"].(string)
		return name
	case []any:
		var names []string
		for _, each := range x {
			if m, ok := each.(map[string]any); ok {
				each = m["name"]
			}
			if name, ok := each.(string); ok && name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

// addressOf returns the address of a thing.
func addressOf(thing any) string {
	switch x := thing.(type) {
	case string:
		return x
	case map[string]any:
		id, _ := x["@id"].(string)
		return id
	}
	return ""
}
