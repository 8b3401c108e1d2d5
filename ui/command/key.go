package command

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/locale"
)

// Key is one way to give a command by keyboard: either a typed character, wherever
// the keyboard has it, or a named key together with modifiers.
type Key struct {
	Rune rune // lower case; 0 for a named key
	Name fyne.KeyName
	Mod  fyne.KeyModifier
}

// Typed returns the key of a character, which must be in lower case.
func Typed(r rune) Key { return Key{Rune: r} }

// Named returns the named key, pressed while the modifiers are held down.
func Named(name fyne.KeyName, mod ...fyne.KeyModifier) Key {
	k := Key{Name: name}
	for _, m := range mod {
		k.Mod |= m
	}
	return k
}

// IsShortcut reports whether Fyne makes a shortcut of the key, as it does of named
// keys with a modifier other than Shift. A menu item can have a shortcut only.
func (k Key) IsShortcut() bool {
	return k.Rune == 0 && k.Mod&^fyne.KeyModifierShift != 0
}

// Shortcut returns the key as a Fyne shortcut, or nil if [Key.IsShortcut] is false.
func (k Key) Shortcut() fyne.Shortcut {
	if !k.IsShortcut() {
		return nil
	}
	if k.Mod == fyne.KeyModifierShortcutDefault { // Fyne has types of its own for these
		switch k.Name {
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		}
	}
	return &desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Mod}
}

// String returns the key as it is printed on a key cap: "Ctrl K", "Shift Tab", "[".
func (k Key) String() string {
	if k.Rune != 0 {
		return string(unicode.ToUpper(k.Rune))
	}
	var parts []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, locale.X("key.control", "Ctrl")},
		{fyne.KeyModifierSuper, superName()},
		{fyne.KeyModifierAlt, altName()},
		{fyne.KeyModifierShift, locale.X("key.shift", "Shift")},
	} {
		if k.Mod&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, keyName(k.Name)), " ")
}

// onMac reports whether the modifier of shortcuts is Cmd, as it is on macOS.
func onMac() bool { return fyne.KeyModifierShortcutDefault == fyne.KeyModifierSuper }

func superName() string {
	if onMac() {
		return locale.X("key.command", "Cmd")
	}
	return locale.X("key.super", "Super")
}

func altName() string {
	if onMac() {
		return locale.X("key.option", "Option")
	}
	return locale.X("key.alt", "Alt")
}

func keyName(n fyne.KeyName) string {
	switch n {
	case fyne.KeyReturn, fyne.KeyEnter:
		return locale.X("key.enter", "Enter")
	case fyne.KeyEscape:
		return locale.X("key.escape", "Esc")
	case fyne.KeyTab:
		return locale.X("key.tab", "Tab")
	case fyne.KeySpace:
		return locale.X("key.space", "Space")
	case fyne.KeyPageUp:
		return locale.X("key.page-up", "Page Up")
	case fyne.KeyPageDown:
		return locale.X("key.page-down", "Page Down")
	case desktop.KeyMenu:
		return locale.X("key.menu", "Menu")
	case fyne.KeyHome:
		return locale.X("key.home", "Home")
	case fyne.KeyEnd:
		return locale.X("key.end", "End")
	case fyne.KeyMinus:
		return "−"
	case fyne.KeyLeft:
		return "←"
	case fyne.KeyRight:
		return "→"
	case fyne.KeyUp:
		return "↑"
	case fyne.KeyDown:
		return "↓"
	}
	return string(n)
}
