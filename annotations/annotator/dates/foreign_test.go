package dates

import (
	"testing"

	"sidelight/annotations"
)

func TestOtherLanguages(t *testing.T) {
	tests := []struct{ language, text string }{
		{"de", "Am [5. März 2025|2025-03-05] trat das Gesetz in Kraft, im Jahr [1997|1997] war das anders."},
		{"de", "Die Wahl vom [05.11.2024|2024-11-05] und die vom [5.1.2025|2025-01-05]."},
		{"de", "Seit [Jänner 2024|2024-01] sind es 2000 Menschen mehr; am [7. Oktober|-] begann es."},
		{"de-AT", "Version 1.2.2025 ist es nicht, am [24. Dez. 2023|2023-12-24] schon."},
		{"fr", "Le [1er mars 2025|2025-03-01], puis le [5 août 1914|1914-08-05] et en [1789|1789]."},
		{"fr", "La loi du [03/04/2024|2024-04-03] est morte."},
		{"es", "El [5 de marzo de 2025|2025-03-05] y en [octubre de 2023|2023-10]; desde [1998|1998]."},
		{"it", "Il [1º maggio 2024|2024-05-01] e il [25 aprile 1945|1945-04-25], nel [1861|1861]."},
		{"nl", "Op [5 mei 1945|1945-05-05] werd het land bevrijd; in [maart 2020|2020-03] ging het dicht."},
		{"pt", "Em [25 de abril de 1974|1974-04-25] e em [março de 2020|2020-03]."},
		{"pt-BR", "A lei de [03/04/2024|2024-04-03]."},
		{"sv", "Den [5 mars 2025|2025-03-05] kom de."},
		{"pl", "Dnia [5 marca 2025|2025-03-05] roku."},
		{"hu", "A [2025-03-05|2025-03-05] és [13.04.2024|2024-04-13]."},
		{"en-US", "Filed on [03/04/2024|2024-03-04]."},
		{"en-GB", "Filed on [03/04/2024|2024-04-03]."},
		{"", "Das Gesetz vom [5. März 2025|2025-03-05] ist nicht das, was die Menschen im Land von der Regierung und ihren Leuten erwartet haben, aber es ist auch nicht schlecht."},
	}
	for _, tt := range tests {
		if _, wrong := parseMarked("2025-03-05", tt.text).right(t, tt.language); wrong > 0 {
			t.Errorf("%s: %d wrong", tt.language, wrong)
		}
	}
}

func TestDocumentDate(t *testing.T) {
	tests := []struct{ published, text, want string }{
		{"2025-03-05", "Talks go on.", "2025-03-05"},
		{"2025-03", "Talks go on.", "2025-03"},
		{"March 5, 2025", "Talks go on.", "2025-03-05"},
		{"Wed, 05 Mar 2025 10:00:00 GMT", "Talks go on.", "2025-03-05"},
		{"2025-03-05T10:00:00Z", "Talks go on.", "2025-03-05"},
		{"", "Talks go on\n\nMarch 5, 2025\n\nThe talks went on.", "2025-03-05"},
		{"", "Talks go on\n\nPublished: 5 March 2025, 10:30 GMT\n\nThe talks went on.", "2025-03-05"},
		{"", "CAIRO, March 5, 2025 (Agency) — The talks went on after the attack of October 7, 2023.", "2025-03-05"},
		{"", "CAIRO (Agency) — The talks went on after the attack of October 7, 2023.", ""},
		{"", "Rotterdam, 3 June 2025 – Halden Robotics announced a centre today.", "2025-06-03"},
		{"", "New York, N.Y. – The talks went on after the attack of October 7, 2023.", ""},
		{"", "Ada Low, 3 June 1925 – 4 May 2001, was an engineer.", ""},
		{"", "On Tuesday, 3 June 2025 – it rained.", ""},
		{"", "The talks went on after the attack of October 7, 2023.", ""},
		{"", "One\n\nTwo\n\nThree\n\nMarch 5, 2025", ""},
		{"last week", "Talks go on.", ""},
	}
	for _, tt := range tests {
		a, err := annotations.NewArticle("a.txt", tt.text)
		if err != nil {
			t.Fatal(err)
		}
		a.Meta.Published.Text = tt.published
		if got := DocumentDate(a).String(); got != tt.want {
			t.Errorf("%q, %q: %s, want %s", tt.published, tt.text, got, tt.want)
		}
	}
}
