package command

// Bare makes the table of a window that shows no article: all commands but
// those with an action rest.
func Bare(actions map[ID]Action) (*Table, error) {
	all := make(map[ID]Action)
	for _, s := range specs() {
		all[s.id] = Action{Run: func() {}, Enabled: func() bool { return false }}
	}
	for id, a := range actions {
		all[id] = a
	}
	return New(all)
}
