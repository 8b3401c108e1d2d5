package network

import (
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/graph"
	"sidelight/ui/locale"
	"sidelight/ui/session"
)

// words are what a drawing says.
func words(w wanted) graph.Words {
	title := locale.X("network.title", "Network of the article")
	if x, ok := w.edition.Entity(w.chosen); ok {
		title = locale.X("network.title.of", "Network of {{.Name}}", map[string]any{"Name": locale.Name(x)})
	}
	return graph.Words{
		Name: locale.ShortName, Full: locale.Name,
		Node: func(x *annotations.Entity, n int) string {
			return locale.Name(x) + ", " + strings.ToLower(locale.Kind(x.Kind)) + ", " + connections(n)
		},
		Line: func(r *annotations.Relation, v annotations.Voice) string {
			return sentence(w.edition, r) + " · " + voice(v)
		},
		Voice:  voice,
		Legend: locale.X("network.legend", "The line shows who says so:"),
		Apart:  locale.X("network.apart", "Not connected:"),
		Title:  title,
		Description: func(n int) string {
			return locale.X("network.description", "{{.Count}}. Lines join those that are connected; the kind of a line shows who says so.",
				map[string]any{"Count": connections(n)})
		},
	}
}

// sentence reads a relation from its first end to its second.
func sentence(e *annotations.Edition, r *annotations.Relation) string {
	var ends [2]string
	for i, id := range []annotations.EntityID{r.From, r.To} {
		if x, ok := e.Entity(id); ok {
			ends[i] = locale.ShortName(x)
		}
	}
	return ends[0] + " " + r.Label + " " + ends[1]
}

// voice names a kind of line in the legend.
func voice(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return locale.X("network.voice.on-record", "on record")
	case annotations.Official:
		return locale.X("network.voice.official", "official")
	case annotations.Unnamed:
		return locale.X("network.voice.unnamed", "unnamed source")
	case annotations.Inference:
		return locale.X("network.voice.inference", "writer’s inference")
	case annotations.OwnAccount:
		return locale.X("network.voice.own-account", "the article")
	}
	return locale.X("network.voice.none", "not in the article")
}

func connections(n int) string {
	if n == 1 {
		return locale.X("network.connection", "1 connection")
	}
	return locale.X("network.connections", "{{.N}} connections", map[string]any{"N": locale.Count(n)})
}

// counted says for the head how many connections are shown, and of whom.
func (v *View) counted() (count, about string) {
	if v.plan == nil || v.now.Edition == nil {
		return "", ""
	}
	count = connections(v.plan.Connections())
	x, _ := v.now.Edition.Entity(v.now.Selected)
	switch reach := v.reach(); {
	case reach == session.OneStep && x != nil:
		about = locale.X("network.one-step-from", "one step from {{.Name}}", map[string]any{"Name": locale.ShortName(x)})
	case reach == session.TwoSteps && x != nil:
		about = locale.X("network.two-steps-from", "two steps from {{.Name}}", map[string]any{"Name": locale.ShortName(x)})
	default:
		about = locale.X("network.everyone", "in the whole article")
	}
	if n := v.plan.Unlabelled(); n > 0 {
		about += " · " + locale.X("network.unlabelled", "{{.N}} unlabelled", map[string]any{"N": locale.Count(n)})
	}
	if n := v.plan.Unspoken(); n > 0 {
		about += " · " + locale.X("network.unspoken", "{{.N}} without verb", map[string]any{"N": locale.Count(n)})
	}
	return count, about
}
