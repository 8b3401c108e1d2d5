package tagger

// runs finds the stretches of capitalised words of a sentence, with hyphens and
// ampersands between, and around them the wide ones that small words join ("Bank of
// England"). They are what a name is most often.
func runs(looks []look) {
	for i := range looks {
		looks[i].first, looks[i].last = int32(i), int32(i+1)
		looks[i].wideOf, looks[i].wide = int32(i), int32(i+1)
	}
	for i := 0; i < len(looks); {
		if !looks[i].form.capital() {
			i++
			continue
		}
		end := runEnd(looks, i)
		for j := i; j < end; j++ {
			looks[j].first, looks[j].last = int32(i), int32(end)
			looks[j].wideOf, looks[j].wide = int32(i), int32(end)
		}
		i = end
	}
	widen(looks)
}

func runEnd(looks []look, i int) int {
	end := i + 1
	for j := end; j < len(looks); j++ {
		switch {
		case looks[j].form.capital():
			end = j + 1
		case looks[j].form == formPunct && j == end && j+1 < len(looks) && looks[j+1].form.capital() &&
			(looks[j].word == wordHyphen || looks[j].word == wordAnd):
		default:
			return end
		}
	}
	return end
}

// widen joins runs with at most two joining words between them.
func widen(looks []look) {
	for i := 0; i < len(looks); {
		if !looks[i].form.capital() {
			i++
			continue
		}
		end := int(looks[i].last)
		for {
			j := end
			for j < len(looks) && j < end+2 && looks[j].entry.is(isJoint) && !looks[j].form.capital() {
				j++
			}
			if j == end || j >= len(looks) || !looks[j].form.capital() {
				break
			}
			end = int(looks[j].last)
		}
		for j := i; j < end; j++ {
			looks[j].wideOf, looks[j].wide = int32(i), int32(end)
		}
		i = end
	}
}

var (
	wordHyphen = Hash("-")
	wordAnd    = Hash("&")
	wordComma  = Hash(",")
	wordThe    = Hash("the")
	wordWho    = Hash("who")
	wordStop   = Hash(".")
)
