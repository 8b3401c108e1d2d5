package assets

import "embed"

// Translations is what the program says, a file per language in the folder
// [TranslationsDir], by the keys that the code gives to ui/locale.X.
//
//go:embed translations/*.json
var Translations embed.FS

// TranslationsDir is the folder in [Translations].
const TranslationsDir = "translations"
