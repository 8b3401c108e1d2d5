package says

// role reports whether a noun in small letters says what a person does or is, without a
// judgement.
func role(w string) bool {
	switch w {
	case "president", "minister", "secretary", "senator", "representative", "governor", "mayor", "judge", "justice", "chancellor", "premier",
		"ambassador", "envoy", "general", "colonel", "major", "captain", "lieutenant", "sergeant", "corporal", "private", "admiral", "commander", "officer",
		"detective", "inspector", "sheriff", "chief", "marshal", "bishop", "archbishop", "cardinal", "reverend", "pastor", "priest", "rabbi", "imam", "ayatollah",
		"director", "chair", "chairman", "chairwoman", "chairperson", "spokesman", "spokeswoman", "spokesperson", "speaker", "coach", "manager", "editor",
		"commissioner", "attorney", "prosecutor", "counsel", "leader", "deputy", "treasurer", "provost", "dean", "principal", "councillor", "councilor", "councilman", "councilwoman", "congressman",
		"congresswoman", "astronaut", "author", "writer", "poet", "singer", "composer", "artist", "painter", "sculptor", "scientist", "biologist", "physicist",
		"chemist", "economist", "historian", "lawyer", "analyst", "reporter", "correspondent", "journalist", "footballer", "player", "striker",
		"goalkeeper", "midfielder", "defender", "pitcher", "quarterback", "drummer", "guitarist", "pianist", "trumpeter", "saxophonist", "vocalist", "bassist",
		"rapper", "comedian", "producer", "founder", "co-founder", "cofounder", "ceo", "cfo", "candidate", "nominee", "lawmaker", "legislator", "adviser", "advisor",
		"aide", "expert", "professor", "researcher", "engineer", "architect", "activist", "critic", "novelist", "philosopher", "mathematician",
		"psychologist", "sociologist", "anthropologist", "archaeologist", "geologist", "astronomer", "meteorologist", "linguist", "epidemiologist", "virologist", "neuroscientist", "statistician", "programmer",
		"photographer", "diplomat", "negotiator", "mediator", "citizen", "actor", "actress", "king", "queen", "prince", "princess",
		"emperor", "empress", "pope", "duke", "duchess", "baron", "baroness", "count", "countess", "sultan", "sheikh", "outfielder", "catcher",
		"keyboardist", "conductor", "choreographer", "designer", "playwright", "screenwriter", "dramatist", "explorer", "pilot", "physician", "surgeon", "nurse", "doctor",
		"dentist", "chef", "cook", "farmer", "teacher", "student", "entrepreneur", "investor", "billionaire", "banker", "businessman", "businesswoman", "executive", "head",
		"member", "resident", "survivor", "veteran", "soldier", "policeman", "firefighter", "fellow", "graduate", "politician", "laureate", "publisher", "presenter", "broadcaster",
		"host", "columnist", "commentator", "translator", "librarian", "curator", "consultant", "technician", "owner", "partner", "official", "inspector-general", "whistleblower",
		"winner", "champion", "runner", "swimmer", "cyclist", "golfer", "boxer", "wrestler", "skier", "skater", "sprinter", "jockey", "racer", "driver", "percussionist", "musician", "songwriter",
		"filmmaker", "director-general", "secretary-general", "vice-president", "lecturer", "tutor", "headmaster", "headmistress", "trustee", "envoys", "monk", "nun", "theologian", "missionary", "bassoonist", "violinist", "cellist", "organist", "flautist", "soprano", "tenor", "baritone", "dancer", "model", "magician", "naturalist", "botanist", "zoologist", "inventor", "sailor", "mountaineer", "climber", "fisherman", "carpenter", "baker", "brewer", "butcher", "miner", "waiter", "waitress", "plumber", "electrician", "accountant", "auditor", "superintendent", "warden", "ranger", "guide", "organiser", "organizer", "coordinator", "campaigner", "negotiators", "hostage", "successor", "predecessor", "protege", "biographer", "native":
		return true
	}
	return false
}

// vague reports whether a role says nothing of a person by itself.
func vague(w string) bool {
	switch w {
	case "member", "veteran", "expert", "citizen", "resident", "fellow", "partner", "official", "native", "hostage", "survivor", "winner", "guide", "model", "host", "head":
		return true
	}
	return false
}

// kin reports whether a noun says how one person belongs to another.
func kin(w string) bool {
	switch w {
	case "wife", "husband", "widow", "widower", "mother", "father", "son", "daughter", "brother", "sister", "uncle", "aunt", "cousin", "nephew",
		"niece", "grandson", "granddaughter", "grandfather", "grandmother", "friend", "colleague", "spouse", "fiancé", "fiancée", "girlfriend", "boyfriend",
		"stepson", "stepdaughter", "stepfather", "stepmother", "son-in-law", "heir", "child", "twin", "neighbour", "neighbor", "assistant":
		return true
	}
	return false
}

// body reports whether a noun says what sort of body an organisation is.
func body(w string) bool {
	switch w {
	case "group", "company", "organization", "organisation", "agency", "party", "bank", "firm", "university", "college", "school", "team", "club", "band",
		"ministry", "department", "union", "court", "committee", "council", "commission", "museum", "hospital", "church", "airline", "newspaper", "network",
		"association", "federation", "foundation", "institute", "institution", "laboratory", "movement", "militia", "charity", "retailer", "carmaker", "corporation",
		"authority", "regiment", "brigade", "orchestra", "society", "alliance", "bureau", "academy", "manufacturer", "maker", "publisher", "label", "magazine", "journal",
		"station", "channel", "broadcaster", "website", "platform", "startup", "start-up", "nonprofit", "non-profit", "think-tank", "tank", "conglomerate", "subsidiary", "division",
		"unit", "branch", "arm", "chain", "brand", "supplier", "producer", "developer", "operator", "provider", "distributor", "insurer", "lender", "brewer", "brewery", "studio", "theatre", "theater",
		"parliament", "legislature", "senate", "assembly", "government", "cabinet", "league", "consortium", "cooperative", "co-operative", "syndicate", "coalition", "trust", "fund", "army", "navy", "force", "hotel", "library", "archive", "choir", "ensemble", "quartet", "trio", "duo", "franchise", "affiliate", "utility", "regulator", "watchdog", "body", "organizer", "organiser":
		return true
	}
	return false
}

// site reports whether a noun says what sort of place a place is.
func site(w string) bool {
	switch w {
	case "country", "city", "town", "village", "island", "province", "peninsula", "capital", "region", "district", "suburb", "port", "state", "county",
		"municipality", "settlement", "neighbourhood", "neighborhood", "territory", "enclave", "archipelago", "river", "lake", "mountain", "valley", "desert", "hamlet", "borough",
		"republic", "kingdom", "nation", "resort", "seaport", "commune", "parish", "quarter", "area", "bay", "strait", "volcano", "canyon", "park", "beach", "coast", "airport", "prison", "stronghold", "birthplace", "crossing", "community":
		return true
	}
	return false
}

// determines reports whether a word begins a phrase with a noun: an article, or a
// preposition or conjunction that stands before one.
func determines(w string) bool {
	switch w {
	case "a", "an", "the", "his", "her", "its", "their", "our", "my", "this", "that", "by", "with", "from", "for", "of", "to", "and", "or", "including", "like", "as", "than", "between", "against":
		return true
	}
	return false
}

// modifies reports whether a word before a title belongs to it.
func modifies(w string) bool {
	switch w {
	case "former", "vice", "deputy", "acting", "prime", "foreign", "press", "chief", "executive", "senior", "special", "then", "late", "assistant", "associate",
		"attorney", "defense", "defence", "finance", "interior", "first", "lead", "co", "retired", "outgoing", "incoming", "interim", "managing", "general", "national", "security", "ex", "longtime", "veteran", "federal":
		return true
	}
	return false
}

// calendar reports whether a word is a day or month, which belongs to no title.
func calendar(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December", "Yesterday", "Today", "The", "But", "And", "When", "While", "As", "After", "Before":
		return true
	}
	return false
}

// leads reports whether a word begins a phrase that leads to the subject of a sentence.
func leads(w string) bool {
	switch w {
	case "in", "on", "at", "after", "before", "during", "with", "without", "for", "from", "by", "under", "over", "near", "since", "until", "despite", "unlike", "like",
		"according", "following", "outside", "inside", "across", "amid", "among", "as", "when", "while", "if", "because", "although", "though", "to", "about", "between", "behind", "beyond", "besides", "then", "once", "of", "through", "within", "throughout":
		return true
	}
	return false
}

// finite reports whether a word is likely the verb of a clause.
func finite(w string) bool {
	switch w {
	case "is", "was", "are", "were", "has", "had", "have", "will", "would", "said", "says", "told", "did", "does", "do", "can", "could", "may", "might", "must",
		"should", "went", "came", "took", "made", "gave", "began", "became", "got", "left", "met", "saw", "won", "lost", "ran", "wrote", "found", "held", "kept", "thought", "knew",
		"felt", "sent", "put", "brought", "stood", "spoke", "argued", "agreed", "announced", "warned", "added", "called", "denied", "claimed", "confirmed", "declined", "refused", "insisted", "believes", "thinks", "wants", "he", "she", "they", "it", "we", "I", "you":
		return true
	}
	return false
}
