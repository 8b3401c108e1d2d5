package numbers

// stops are the words that end what is counted: no noun, or a verb that stands behind
// a number rather than before a noun. Sorted.
var stops = []string{
	"a", "about", "above", "according", "across", "added", "after", "again", "against", "ago", "ahead", "all", "along",
	"already", "also", "although", "always", "am", "amid", "among", "an", "and", "any", "appeared", "are", "around",
	"as", "at", "away", "back", "be", "became", "because", "become", "been", "before", "began", "behind", "being",
	"below", "beneath", "beside", "besides", "between", "beyond", "both", "but", "by", "came", "can", "cannot",
	"could", "despite", "did", "died", "do", "does", "doing", "done", "down", "due", "during", "each", "either",
	"even", "ever", "every", "except", "fell", "followed", "following", "for", "from", "gave", "get", "goes", "got",
	"had", "has", "have", "having", "he", "her", "here", "hers", "him", "his", "how", "however", "i", "if", "in",
	"including", "inside", "instead", "into", "is", "it", "its", "itself", "just", "later", "least", "left", "less",
	"like", "made", "makes", "may", "me", "means", "might", "minus", "more", "most", "must", "my", "near", "nearly",
	"neither", "never", "no", "nor", "not", "now", "of", "off", "often", "on", "once", "only", "onto", "or", "our",
	"out", "outside", "over", "per", "perhaps", "plus", "remain", "remained", "rose", "said", "saw", "say", "says",
	"see", "seems", "sees", "shall", "she", "should", "since", "so", "some", "soon", "still", "such", "takes", "than",
	"that", "the", "their", "them", "themselves", "then", "there", "these", "they", "this", "those", "though",
	"through", "throughout", "thus", "till", "to", "today", "together", "told", "too", "took", "towards",
	"under", "unless", "unlike", "until", "up", "upon", "us", "versus", "very", "via", "vs", "was", "we", "went",
	"were", "what", "when", "where", "whereas", "whether", "which", "while", "who", "whom", "whose", "why", "will",
	"with", "within", "without", "worth", "would", "yes", "yesterday", "yet", "you", "your",
}

// plurals are the plurals that do not end in "s", sorted.
var plurals = []string{
	"aircraft", "alumni", "bacteria", "cattle", "children", "clergy", "crew", "criteria", "deer", "feet", "fish",
	"folk", "geese", "hovercraft", "livestock", "media", "men", "mice", "others", "oxen", "pairs", "people",
	"personnel", "phenomena", "police", "salmon", "sheep", "spacecraft", "species", "staff", "teeth", "troops",
	"warcraft", "watercraft", "women", "youth",
}

// singulars are words in "s" that are no plurals, sorted.
var singulars = []string{
	"basis", "bus", "campus", "census", "chaos", "christmas", "christmas's", "congress", "corps", "crisis", "economics",
	"focus", "gas", "lens", "mathematics", "news", "physics", "politics", "previous", "series", "serious", "status",
	"various", "virus", "whereas",
}

// hurt are the words that stand for the people they are said of, sorted.
var hurt = []string{"arrested", "dead", "hurt", "injured", "killed", "missing", "wounded"}

// afterHalf are the words before which "half" is a number, sorted.
var afterHalf = []string{
	"all", "her", "his", "its", "my", "of", "our", "that", "the", "their", "these", "this", "those", "your",
}

// notBeforeHalf are the words behind which "half" is a part in order, sorted.
var notBeforeHalf = []string{
	"better", "bottom", "first", "last", "latter", "other", "previous", "second", "the", "top", "upper",
}

// durations are the units of time, sorted.
var durations = []string{
	"century", "day", "days", "decade", "decades", "hour", "hours", "minute", "minutes", "month", "months", "second",
	"seconds", "week", "weeks", "year", "years",
}

// ages are the words before an age, sorted.
var ages = []string{"age", "aged"}

// identifies are the words before a number that is a name, sorted.
var identifies = []string{
	"act", "airbus", "apollo", "appendix", "article", "articles", "boeing", "book", "box", "bus", "canto", "case",
	"category", "channel", "chap", "chapter", "chapters", "class", "clause", "column", "covid", "criterion", "day",
	"district", "division", "doi", "episode", "eq", "equation", "example", "exercise", "exhibit", "exit", "fig",
	"figs", "figure", "figures", "flight", "floor", "footnote", "formula", "galaxy", "gate", "genesis", "grade",
	"group", "highway", "interstate", "iphone", "isbn", "issn", "issue", "item", "junction", "layer", "lemma", "lesson", "level",
	"levels", "line", "lines", "listing", "lot", "mark", "mk", "model", "nos", "note", "notes", "number", "option", "opus",
	"page", "pages", "paragraph", "part", "parts", "phase", "phases", "pier", "plate", "platform", "playstation",
	"point", "pp", "problem", "proposition", "protocol", "psalm", "question", "questions", "release", "resolution",
	"room", "round", "route", "rule", "scene", "season", "seasons", "sec", "section", "sections", "series", "session",
	"size", "stage", "step", "steps", "suite", "table", "tables", "terminal", "theorem", "title", "track", "type",
	"unit", "verse", "version", "versions", "vol", "volume", "volumes", "week", "windows", "xbox", "year", "zone",
}

// streets are the words behind the name of a street, sorted.
var streets = []string{
	"alley", "ave", "avenue", "blvd", "boulevard", "circle", "circus", "close", "court", "crescent", "drive",
	"embankment", "gardens", "hwy", "lane", "parkway", "place", "plaza", "quay", "rd", "road", "row", "square", "st",
	"street", "terrace", "walk", "way",
}

// clocks are the words behind a time of day, sorted.
var clocks = []string{"a.m", "a.m.", "am", "bst", "cet", "edt", "est", "fm", "gmt", "o'clock", "o’clock", "p.m", "p.m.", "pm", "pst", "utc"}

// pointing are the words behind which a bare number in words stands for things named
// before: "the two", "all three". Sorted.
var pointing = []string{
	"all", "any", "as", "both", "by", "each", "either", "every", "first", "last", "next", "no", "of", "or", "other",
	"our", "that", "the", "their", "these", "this", "those", "us", "which", "your",
}

// things are the words that stand behind a hyphen and a number, with their plurals,
// sorted: "a 20-member council".
var things = []pair{
	{"bed", "beds"},
	{"bedroom", "bedrooms"},
	{"country", "countries"},
	{"course", "courses"},
	{"item", "items"},
	{"judge", "judges"},
	{"man", "men"},
	{"member", "members"},
	{"nation", "nations"},
	{"page", "pages"},
	{"part", "parts"},
	{"party", "parties"},
	{"person", "people"},
	{"point", "points"},
	{"room", "rooms"},
	{"seat", "seats"},
	{"stage", "stages"},
	{"step", "steps"},
	{"storey", "storeys"},
	{"story", "stories"},
	{"strong", "people"},
	{"team", "teams"},
	{"ton", "tons"},
	{"vote", "votes"},
	{"woman", "women"},
}

// wholes are the nouns in the singular that a share is mostly a share of, sorted.
var wholes = []string{
	"area", "budget", "country", "economy", "electorate", "gdp", "income", "land", "market", "output", "population",
	"public", "revenue", "territory", "time", "total", "vote", "workforce", "world",
}

// lone are the nouns that may follow "one" as a number, sorted.
var lone = []string{"child", "hostage", "others", "person", "point", "vote"}
