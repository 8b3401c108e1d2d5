package find

// Fold is the form in which texts are compared.
func Fold(s string) string {
	var f folded
	f.fold(s, 0)
	return string(f.out)
}
