package zim

import (
	"strings"
	"sync"

	"sidelight/annotations"
)

// nouns are the words by which the first sentence of an encyclopaedia's page says what
// it is about, in English and German. A word that may be of two kinds ("the presidency",
// "a national") is not among them.
var nouns = sync.OnceValue(func() map[string]annotations.Kind {
	all := make(map[string]annotations.Kind, 600)
	for _, of := range []struct {
		kind annotations.Kind
		list string
	}{{annotations.Person, persons}, {annotations.Organisation, organisations}, {annotations.Place, places}} {
		for _, w := range strings.Fields(of.list) {
			all[w] = of.kind
		}
	}
	return all
})

const (
	persons = `academic accountant activist actor actress admiral adviser advisor agent ambassador anarchist anchor
		anthropologist archaeologist archbishop architect artist assassin astronaut astronomer athlete attorney author aviator
		ayatollah banker baron baroness baseballer biographer biologist bishop blogger boxer bureaucrat businessman
		businessperson businesswoman captain cardinal cartoonist caliph chancellor chef chemist child choreographer cleric coach
		colonel columnist comedian commander composer conductor congressman congresswoman cosmonaut count countess criminal critic
		cyclist dancer dean dentist designer developer dictator diplomat director doctor dramatist duchess duke economist editor
		emir emperor empress engineer engraver entertainer entrepreneur envoy essayist executive explorer farmer fencer fighter
		film-maker filmmaker financier footballer geographer geologist general golfer governor guerrilla gymnast heir historian
		host hostage humanitarian humorist illustrator imam investigator inventor investor jockey journalist judge jurist king lawyer
		leader lecturer lexicographer librettist lieutenant linguist lobbyist lyricist magician magistrate man martyr
		mathematician mayor member merchant meteorologist militant minister missionary model monarch monk mountaineer musician narrator
		naturalist neuroscientist novelist nun nurse officer official orientalist painter palaeontologist paleontologist
		pastor philanthropist philosopher photographer physician physicist pianist pilot pioneer playwright poet
		politician pope preacher premier presenter president priest prince princess printer producer professor programmer prosecutor
		psychiatrist psychoanalyst psychologist publicist queen rabbi racer rapper rebel rector referee refugee reporter republican researcher
		revolutionary ruler runner sailor scholar scientist screenwriter sculptor secretary senator sergeant sheikh singer
		skater skier sociologist soldier songwriter spokesman spokesperson spokeswoman sportsman sportsperson sportswoman spy statesman
		strategist student sultan surgeon swimmer teacher technologist terrorist theologian theorist trader translator traveller
		treasurer tsar user veteran violinist warlord whistleblower wife woman wrestler writer youtuber zoologist
		schriftsteller schriftstellerin maler malerin jurist juristin journalist journalistin komponist komponistin
		unternehmer unternehmerin physiker physikerin chemiker arzt arztin konig konigin kaiser prasident prasidentin diplomat diplomatin sanger sangerin`
	organisations = `academy agency airline alliance army association authority band bank bloc board body branch brigade
		broadcaster brand bureau business cabinet channel charity choir church club coalition college commission
		committee community-organisation company confederation conglomerate consortium consultancy cooperative corporation council court
		department division duo ensemble enterprise federation firm force foundation front fund gang government group guild
		institute institution insurer intelligence journal label laboratory league legislature magazine manufacturer
		militia ministry movement multinational network newspaper ngo nonprofit operator orchestra order
		organisation organization parliament partnership party police publisher quartet regiment regulator retailer school senate
		service society startup studio subsidiary syndicate team think-tank tank trust union unit university utility
		outlet initiative platform secretariat tribunal wing
		verein hochschule universitat zeitung bank behorde gesellschaft konzern ministerium gewerkschaft verlag band hersteller amt gruppe`
	places = `airport area archipelago atoll avenue bay beach borough bridge building camp canal canton cape capital castle
		cathedral cave cemetery city coast commune continent corridor country county crossing dam desert
		district dominion emirate empire enclave estate exclave forest fortress glacier governorate gulf hamlet harbour harbor headland
		highway hill island islet isthmus kingdom lake land landmass locality lowland memorial metropolis monument mosque mountain
		mountains municipality nation neighborhood neighbourhood oasis oblast ocean palace park parish pass peak peninsula plain
		plateau polity port prefecture prison province quarter reef region republic reservoir residence resort ridge river road
		ruin sea seaport settlement shore site skyscraper square stadium state strait street strip subdistrict suburb temple territory
		town township tract tributary valley village volcano ward waterfall waterway wetland
		stadt staat land gemeinde dorf fluss insel berg see provinz bundesland hauptstadt ort region gebirge kreisstadt republik stadtteil meer`
)
