package found

import (
	"strings"
	"testing"

	"sidelight/annotations/fuzzed"
)

func TestLanguage(t *testing.T) {
	tests := []struct{ want, text string }{
		{"en", "The White House has confirmed that talks are taking place between the United States and Hamas officials, while the agreement remains uncertain, and that its envoys will be there."},
		{"en", "BEAT THE EGGS AND THE SUGAR IN A BOWL. ADD THE FLOUR, THE MILK AND A PINCH OF SALT. BAKE FOR AN HOUR AT A LOW HEAT, AND SERVE IT WITH CREAM."},
		{"de", "Das Weiße Haus hat bestätigt, dass Gespräche zwischen den Vereinigten Staaten und der Hamas geführt werden, während das Abkommen über die Waffenruhe weiter nicht sicher ist."},
		{"fr", "La Maison Blanche a confirmé que des discussions sont en cours entre les États-Unis et le Hamas, alors que l’accord de cessez-le-feu reste incertain pour les deux parties."},
		{"es", "La Casa Blanca ha confirmado que hay conversaciones entre los Estados Unidos y los dirigentes de Hamás, mientras que el acuerdo de alto el fuego sigue sin estar claro."},
		{"it", "La Casa Bianca ha confermato che sono in corso colloqui tra gli Stati Uniti e i dirigenti di Hamas, mentre l’accordo per il cessate il fuoco tra le due parti non è ancora certo."},
		{"nl", "Het Witte Huis heeft bevestigd dat er gesprekken worden gevoerd tussen de Verenigde Staten en Hamas, terwijl het nog niet zeker is of het bestand tussen de partijen stand houdt."},
		{"pt", "A Casa Branca confirmou que há conversações em curso entre os Estados Unidos e o Hamas, enquanto o acordo de cessar-fogo entre as duas partes não está ainda assegurado."},
		{"sv", "Vita huset har bekräftat att det pågår samtal mellan USA och Hamas, medan avtalet om vapenvila mellan parterna fortfarande är osäkert och inte har förlängts efter den första perioden."},
		{"da", "Det Hvide Hus har bekræftet, at der er samtaler i gang mellem USA og Hamas, mens aftalen om våbenhvile mellem parterne fortsat er usikker og ikke blev forlænget efter den første periode af krigen."},
		{"nb", "Det hvite hus har bekreftet at det er samtaler i gang mellom USA og Hamas, mens avtalen om våpenhvile mellom partene fortsatt er usikker og ikke ble forlenget etter den første perioden av krigen."},
		{"pl", "Biały Dom potwierdził, że trwają rozmowy między Stanami Zjednoczonymi a Hamasem, a umowa o zawieszeniu broni nie jest pewna i nie została jeszcze przedłużona przez strony."},
		{"cs", "Bílý dům potvrdil, že se vedou rozhovory mezi Spojenými státy a Hamásem, zatímco dohoda o příměří mezi Izraelem a hnutím je i nadále nejistá a není jasné, jak to bude pokračovat."},
		{"fi", "Valkoinen talo on vahvistanut, että Yhdysvaltojen ja Hamasin välillä on käyty neuvotteluja, mutta aseleposopimus ei ole varma ja se voi myös päättyä, kun ensimmäinen vaihe on ohi."},
		{"tr", "Beyaz Saray, Amerika Birleşik Devletleri ile Hamas arasında görüşmelerin sürdüğünü doğruladı ve ateşkes için yeni bir anlaşmanın çok zor olduğunu, ama bu sürecin daha bitmediğini söyledi."},
		{"ro", "Casa Albă a confirmat că au loc discuții între Statele Unite și Hamas, în timp ce acordul de încetare a focului nu este sigur, iar părțile nu au convenit asupra a ceea ce va fi după prima etapă."},
		{"hu", "A Fehér Ház megerősítette, hogy az Egyesült Államok és a Hamász között tárgyalások folynak, de a tűzszünet még nem biztos, és az is kérdés, hogy mi lesz az első szakasz után."},
		{"ru", "Белый дом подтвердил, что между Соединёнными Штатами и представителями ХАМАС идут переговоры, а соглашение о прекращении огня остаётся под вопросом."},
		{"uk", "Білий дім підтвердив, що між Сполученими Штатами та представниками ХАМАС тривають переговори, а угода про припинення вогню залишається невизначеною."},
		{"el", "Ο Λευκός Οίκος επιβεβαίωσε ότι γίνονται συνομιλίες."},
		{"ar", "أكد البيت الأبيض أن محادثات تجري بين الولايات المتحدة وحماس."},
		{"he", "הבית הלבן אישר כי מתקיימות שיחות בין ארצות הברית לחמאס."},
		{"ja", "ホワイトハウスは、米国とハマスの間で協議が行われていることを確認した。"},
		{"zh", "白宫证实,美国与哈马斯正在进行会谈。"},
		{"ko", "백악관은 미국과 하마스 사이에 회담이 진행 중이라고 확인했다."},
		{"en", "This is what it was about."},
		{"", "Karoline Leavitt"},
		{"", "Gaza Strip war: what next?"},
		{"", ""},
		{"", "12 345 67 89 2024 1.5 %"},
		{"", strings.Repeat("lorem ipsum dolor sit amet consectetur ", 20)},
		{"", "λ = 5"},
	}
	for _, tt := range tests {
		if got := Language(tt.text); got != tt.want {
			t.Errorf("%q is in %q, want %q", tt.text, got, tt.want)
		}
	}
}

// A language is told from the beginning of a long text, and the same whatever its case.
func TestLanguageOfALongText(t *testing.T) {
	de := strings.Repeat("Wir haben über das Haus, den Garten und die Straße gesprochen, aber nicht über den Preis. ", 300)
	en := strings.Repeat("We have spoken of the house, the garden and the street, but not of the price. ", 5000)
	if got := Language(de + en); got != "de" {
		t.Errorf("the beginning is German, not %q", got)
	}
	if got := Language(strings.ToUpper(de)); got != "de" {
		t.Errorf("in capitals it is %q", got)
	}
}

func FuzzLanguage(f *testing.F) {
	f.Add("The end of it.")
	f.Add(strings.Repeat("é", languageBytes))
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed.Within(t, func() {
			if got := Language(s); len(got) > 2 || got != Language(s) {
				t.Fatalf("%q is in %q", s, got)
			}
		})
	})
}

func BenchmarkLanguage(b *testing.B) {
	s := strings.Repeat("We have spoken of the house, the garden and the street, but not of the price. ", 5000)
	for b.Loop() {
		Language(s)
	}
}
