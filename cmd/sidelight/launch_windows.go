package main

import "golang.org/x/sys/windows"

// openOnSystem opens an address as the system's shell does. No process has to be
// waited for.
func openOnSystem(address string) error {
	verb, err1 := windows.UTF16PtrFromString("open")
	file, err2 := windows.UTF16PtrFromString(address)
	if err1 != nil || err2 != nil {
		return failed("ShellExecute", windows.ERROR_INVALID_PARAMETER)
	}
	return failed("ShellExecute", windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL))
}
