package speech

import (
	"os/exec"
	"syscall"

	"golang.org/x/sys/windows"
)

// hide keeps a command from opening a window of its own.
func hide(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: windows.CREATE_NO_WINDOW}
}
