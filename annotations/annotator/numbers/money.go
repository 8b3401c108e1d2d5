package numbers

// codes are the commonest codes of ISO 4217, sorted.
var codes = []string{
	"aed", "ars", "aud", "bgn", "brl", "cad", "chf", "clp", "cny", "cop", "czk", "dkk", "egp", "eur", "gbp", "hkd",
	"huf", "idr", "ils", "inr", "isk", "jpy", "kes", "krw", "mxn", "myr", "ngn", "nok", "nzd", "php", "pkr", "pln",
	"ron", "rub", "sar", "sek", "sgd", "thb", "try", "twd", "uah", "usd", "vnd", "zar",
}

// coins are the words for money, sorted. A word that several countries use stays as
// it is.
var coins = []pair{
	{"cent", "cents"},
	{"cents", "cents"},
	{"dinars", "dinars"},
	{"dirhams", "dirhams"},
	{"dollar", "USD"},
	{"dollars", "USD"},
	{"euro", "EUR"},
	{"euros", "EUR"},
	{"francs", "francs"},
	{"hryvnia", "UAH"},
	{"hryvnias", "UAH"},
	{"kronor", "SEK"},
	{"pence", "pence"},
	{"pesos", "pesos"},
	{"pound", "pounds"},
	{"pounds", "pounds"},
	{"rand", "ZAR"},
	{"reais", "BRL"},
	{"renminbi", "CNY"},
	{"riyals", "riyals"},
	{"roubles", "RUB"},
	{"rubles", "RUB"},
	{"rupees", "rupees"},
	{"rupiah", "IDR"},
	{"shekels", "ILS"},
	{"yen", "JPY"},
	{"yuan", "CNY"},
	{"zloty", "PLN"},
	{"zlotys", "PLN"},
	{"złoty", "PLN"},
}

// owners are the words that say whose money it is: their codes, sorted.
var owners = []pair{
	{"american", "USD"},
	{"australian", "AUD"},
	{"canadian", "CAD"},
	{"danish", "DKK"},
	{"hong", "HKD"},
	{"indian", "INR"},
	{"israeli", "ILS"},
	{"mexican", "MXN"},
	{"norwegian", "NOK"},
	{"pakistani", "PKR"},
	{"russian", "RUB"},
	{"singapore", "SGD"},
	{"swedish", "SEK"},
	{"swiss", "CHF"},
	{"u.s.", "USD"},
	{"us", "USD"},
}

// currencySign is the code of a sign; "" if it is none.
func currencySign(c rune) string {
	switch c {
	case '$', '＄', '﹩':
		return "USD"
	case '€':
		return "EUR"
	case '£', '￡':
		return "GBP"
	case '¥', '￥':
		return "JPY"
	case '₹':
		return "INR"
	case '₽':
		return "RUB"
	case '₪':
		return "ILS"
	case '₩':
		return "KRW"
	case '₺':
		return "TRY"
	case '₴':
		return "UAH"
	case '₦':
		return "NGN"
	case '₫':
		return "VND"
	case '฿':
		return "THB"
	}
	return ""
}

// dollarOf is the code of a dollar by the letters before its sign.
func dollarOf(w string) string {
	switch w {
	case "US", "U.S.", "U.S":
		return "USD"
	case "A", "AU":
		return "AUD"
	case "C", "CA", "CAN":
		return "CAD"
	case "NZ":
		return "NZD"
	case "HK":
		return "HKD"
	case "S", "SG":
		return "SGD"
	case "R":
		return "BRL"
	case "NT":
		return "TWD"
	case "MX":
		return "MXN"
	}
	return ""
}

// currency reads the sign or code that begins an amount of money: "$", "US$", "EUR".
// It returns the code and the token behind it, "" and i if there is none.
func (r *reader) currency(i int) (code string, next int) {
	if !r.in(i) {
		return "", i
	}
	if c := currencySign(r.sign(i)); c != "" {
		return c, i + 1
	}
	w := r.word(i)
	if len(w) > 4 {
		return "", i
	}
	if r.sign(i+1) == '$' && r.glued(i+1) {
		if c := dollarOf(w); c != "" {
			return c, i + 2
		}
	}
	if r.in(i+1) && r.numeral(i+1) && r.code(w) {
		return w, i + 1
	}
	return "", i
}

// moneyBehind reads the currency behind an amount: "4.5 million dollars", "20 €",
// "20 Swiss francs".
func (r *reader) moneyBehind(x *reading) bool {
	at := x.last
	if r.linked(at) && r.in(at+1) {
		at++
	}
	if !r.in(at) {
		return false
	}
	if c := currencySign(r.sign(at)); c != "" && x.digits && !(r.in(at+1) && r.glued(at+1) && r.numeral(at+1)) {
		x.unit, x.class, x.last = c, money, at+1
		return true
	}
	if w := r.word(at); r.code(w) && x.digits {
		x.unit, x.class, x.last = w, money, at+1
		return true
	}
	return r.coin(x, at)
}

// code reports whether a word is a code of ISO 4217.
func (r *reader) code(w string) bool {
	return len(w) == 3 && w[0] <= 'Z' && w[1] <= 'Z' && w[2] <= 'Z' && listed(w, codes)
}

// coin reads the name of a currency from a token: "dollars", "Swiss francs".
func (r *reader) coin(x *reading, at int) bool {
	whose, at := r.owner(at)
	if !r.in(at) {
		return false
	}
	u, ok := lookup(r.word(at), coins)
	if !ok {
		return false
	}
	x.class = money
	switch {
	case whose != "" && u != "cents" && u != "pence":
		u = whose
	case u == "pounds" && r.is(at+1, "sterling"):
		u = "GBP"
		at++
	case u == "pounds":
		x.class = measured // of weight or of money
	}
	x.unit, x.last = u, at+1
	return true
}

// owner reads whose money it is, and returns the code and the token behind.
func (r *reader) owner(at int) (code string, next int) {
	code, ok := lookup(r.word(at), owners)
	switch {
	case !ok:
		return "", at
	case r.is(at, "Hong") && r.is(at+1, "Kong"):
		return code, at + 2
	}
	return code, at + 1
}

// foreignScale is the scale that a word of another language stands for; 0 if none.
func foreignScale(w string) float64 {
	switch w {
	case "Mio", "Millionen", "Million", "millions", "million", "millones", "millón", "milioni", "miljoen", "milhões", "mln", "млн":
		return 1e6
	case "Mrd", "Milliarden", "Milliarde", "milliards", "milliard", "miliardi", "miljard", "mld", "Md", "Mds", "млрд":
		return 1e9
	case "Billionen", "billones":
		return 1e12
	case "Tausend", "tausend", "mille", "mil", "тысяч", "тыс":
		return 1e3
	}
	return 0
}
