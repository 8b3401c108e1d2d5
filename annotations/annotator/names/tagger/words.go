package tagger

// Words that tell by themselves what stands beside them, in lower case. They were
// written by hand for this program.

// wordBits says which of these lists hold a word.
type wordBits uint16

const (
	isTitle    wordBits = 1 << iota // "president", "mr."
	isOrg                           // "university", "inc"
	isSite                          // "river", "street"
	isSpeech                        // "said"
	isIn                            // "in", "near"
	isJoint                         // "of", "de": joins the words of one name
	isCalendar                      // "monday", "march"
	isRole                          // "striker", "spokesman": a person is near
	isSmall                         // articles, pronouns and other words of grammar
	isNation                        // "german"
	isCountry                       // one word that is a country by itself
	isTeam                          // "beat", "win": words of sport
	isFirst                         // a first name
	isKin                           // "wife", "son"
	isOffice                        // begins a title of two words: "prime", "vice"
	isPaper                         // a newspaper is before it
)

var handWords = []struct {
	bit   wordBits
	words string
}{
	{isTitle, `cllr cllr. mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame sen sen. senator rep rep.
representative gen gen. general lt lt. lieutenant col col. colonel sgt sgt. sergeant capt capt. captain maj maj. major
gov gov. governor rev rev. reverend hon hon. president minister premier chancellor secretary king queen prince princess
pope duke duchess earl baron count emperor empress judge justice mayor ambassador chairman chairwoman sheikh sheik
father brother sister archbishop bishop cardinal rabbi imam ayatollah chief coach deputy saint congressman congresswoman
councillor commissioner admiral marshal commander cpl corporal private officer inspector detective superintendent
attorney spokesman spokeswoman spokesperson director manager ceo leader speaker mp m.p. director-general envoy
lawmaker analyst economist author actor actress singer director producer writer poet composer painter architect
philosopher historian scientist physicist mathematician journalist reporter editor correspondent midfielder striker
defender goalkeeper captain pitcher quarterback forward guard winger skipper champion golfer sprinter`},
	{isOrg, `inc inc. corp corp. co co. ltd ltd. llc plc gmbh ag company corporation group holdings bank university college
school institute institution academy association society club fc f.c. cf sc afc united council committee commission
ministry department agency bureau office party union federation confederation league foundation trust fund
organization organisation board court parliament congress senate assembly authority service services administration
alliance movement front army navy force forces police brigade regiment division battalion corps squadron hospital church team
band orchestra ensemble records press times post journal tribune herald gazette news media network television tv radio
broadcasting studios pictures entertainment airlines airways motors industries systems technologies software
partners associates capital insurance laboratories labs pharmaceuticals energy petroleum steel telecom communications
international national federal royal conference coalition democrats republicans labour conservatives guard militia
brotherhood treasury fleet magazine museum library center centre theatre theater hotel exchange bloc campaign
athletics rovers wanderers city town hotspur`},
	{isSite, `river lake sea ocean bay gulf strait mount mountain mountains mt mt. hill hills valley island islands isle
peninsula cape coast beach street st st. avenue ave road rd boulevard square park forest desert province state county district
region territory city town village township municipality borough parish republic kingdom empire prefecture oblast canton
airport station bridge port harbor harbour canal castle palace cathedral tower stadium arena field highway route
north south east west northern southern eastern western central upper lower greater downtown capital neighborhood
border plateau plain falls creek springs heights strip bank camp fort base ranch suburb headquarters basin range`},
	{isSpeech, `said says say told tells added adds asked asks wrote writes replied announced announces claimed claims
argued argues insisted insists warned warns explained explains noted notes stated states declared declares admitted
admits acknowledged believes believed thinks thought recalled recalls testified tweeted commented suggested suggests
stressed called urged vowed accused denied confirmed described predicted quipped joked shouted cried whispered
answered continued concluded observed remarked emphasized reiterated complained conceded promised hoped wants wanted`},
	{isIn, `in near at from to outside inside throughout across around toward towards through into via between`},
	{isJoint, `of the and de la le du des del della di da dos das do el al los las van von der den zu zur bin ibn ben abu
for & - ' on upon y e et und i in at to 's d'`},
	{isCalendar, `monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep.
sept sept. oct oct. nov nov. dec dec. easter christmas thanksgiving ramadan spring summer autumn winter`},
	{isRole, `who born died married wrote composed played scored elected appointed aged lawyer doctor teacher student
nominee candidate resident victim suspect witness founder owner fan player artist musician activist aide adviser advisor
official politician diplomat soldier pilot farmer nurse prosecutor lawmaker executive boss`},
	{isSmall, `a an the this that these those he she it they we i you his her its their our my your him them me us who
which what when where why how if as but or and not no nor so than then there here is are was were be been being am has
have had do does did will would can could may might must shall should of for by with about after before since until
while because although though however also very just only more most some any all both each few many much such other
another same own too yes well now even still yet again once thus therefore meanwhile despite under over between
during against one two three four five six seven eight nine ten first second third new`},
	{isTeam, `beat beats defeated win wins won lost lose draw drew match game games season cup championship tournament
goal goals score scored innings wicket final finals semifinal quarterfinal playoffs playoff round victory defeat squad
league home away visiting visitors hosts host points minute`},
	{isOffice, `prime vice foreign press defense defence finance interior attorney deputy former acting lord crown grand chief`},
	{isPaper, `newspaper magazine daily weekly website tabloid broadsheet broadcaster`},
	{isKin, `wife husband son daughter father mother brother sister uncle aunt cousin nephew niece grandson grandfather
grandmother friend widow girlfriend boyfriend partner children sons daughters`},
}

// regions are places that are neither cities nor countries of the lists.
const regions = `Africa|America|Asia|Europe|Antarctica|Australia|Oceania|North America|South America|Latin America|Central America|
Middle East|Near East|Far East|Southeast Asia|Central Asia|Western Europe|Eastern Europe|Central Europe|Balkans|
Caribbean|Scandinavia|Siberia|Crimea|Donbas|Donbass|Kosovo|Chechnya|Kashmir|Tibet|Xinjiang|Kurdistan|Catalonia|Scotland|England|
Wales|Northern Ireland|Ulster|Gaza|Gaza Strip|West Bank|Golan Heights|Sinai|Bavaria|Saxony|Prussia|Silesia|Transylvania|
Bohemia|Moravia|Andalusia|Galicia|Tuscany|Sicily|Sardinia|Lombardy|Provence|Normandy|Brittany|Burgundy|Alsace|Lorraine|
Punjab|Bengal|Sindh|Gujarat|Kerala|Tamil Nadu|Maharashtra|Karnataka|Ontario|Quebec|British Columbia|Alberta|Manitoba|
Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|Yukon|New South Wales|Queensland|Victoria|Tasmania|
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|
Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|
Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|
Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|
Ala.|Ariz.|Ark.|Calif.|Colo.|Conn.|Del.|Fla.|Ga.|Ill.|Ind.|Kan.|Ky.|La.|Md.|Mass.|Mich.|Minn.|Miss.|Mo.|Mont.|Neb.|Nev.|
N.H.|N.J.|N.M.|N.Y.|N.C.|N.D.|Okla.|Ore.|Pa.|R.I.|S.C.|S.D.|Tenn.|Tex.|Vt.|Va.|Wash.|W.Va.|Wis.|Wyo.|D.C.|
Yorkshire|Lancashire|Kent|Essex|Sussex|Surrey|Cornwall|Devon|Norfolk|Suffolk|Cumbria|Hampshire|Brooklyn|Manhattan|Queens|
Bronx|Hollywood|Silicon Valley|Wall Street|Soviet Union|USSR|Yugoslavia|Czechoslovakia|East Germany|West Germany|
Ottoman Empire|Roman Empire|Byzantine Empire|Mesopotamia|Persia|Palestine|Holy Land|Mediterranean|Baltic|
Atlantic|Pacific|Atlantic Ocean|Pacific Ocean|Indian Ocean|Mediterranean Sea|Black Sea|Red Sea|Persian Gulf|
Sahara|Sahel|Amazon|Himalayas|Alps|Andes|Pyrenees|Rhine|Danube|Nile|Thames|Mississippi River|Dagestan|Abkhazia|
South Ossetia|Nagorno-Karabakh|Transnistria|Darfur|Tigray|Amhara|Oromia|Zanzibar|Java|Sumatra|Bali|Borneo|Luzon|Mindanao|
Honshu|Hokkaido|Kyushu|Okinawa|Manchuria|Inner Mongolia|Guangdong|Sichuan|Yunnan|Hunan|Hubei|Henan|Fujian|Zhejiang|
Jiangsu|Shandong|Shanxi|Shaanxi|Liaoning|Jilin|Heilongjiang|Mecca|Medina|Vatican|Holy See`

// countryAliases are further names of countries than the list of countries gives.
const countryAliases = `U.S.|US|USA|U.S.A.|United States of America|America|U.K.|UK|Great Britain|Britain|Holland|Burma|Myanmar|
Ivory Coast|Cape Verde|Czech Republic|Macedonia|Swaziland|Russian Federation|South Korea|North Korea|Korea|Congo|
Democratic Republic of the Congo|DRC|UAE|U.A.E.|Bosnia|Herzegovina|Bosnia and Herzegovina|Trinidad|Antigua|Hong Kong|Macau|Taiwan|
Republic of Ireland|Turkey|Türkiye|East Timor|Vatican City|People's Republic of China|Republic of China|PRC|Syria|Iran|Laos|Vietnam|Viet Nam|
Moldova|Tanzania|Bolivia|Venezuela|Brunei|Micronesia|Gambia|Bahamas|Philippines|Netherlands|Maldives|Seychelles`
