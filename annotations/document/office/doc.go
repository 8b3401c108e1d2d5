// Package office holds what the readers of DOCX and ODT share: XML that is read from
// beginning to end with the path to each element, numbers as lists write them, and
// pictures that wait until their paragraph ends.
package office
