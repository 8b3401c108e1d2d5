; The installer for Windows: for one user, without an administrator. It adds
; Sidelight to the start menu and to what text and Markdown files may be opened
; with; it becomes the program that opens them only if the user says so.
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\app.sidelight.reader"
!define OPEN "Software\Classes\Applications\Sidelight.exe"

Name "Sidelight"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Sidelight"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"

VIProductVersion "${DOTTED}"
VIAddVersionKey "ProductName" "Sidelight"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs Sidelight"
VIAddVersionKey "LegalCopyright" "Copyright 2026 The Sidelight authors, MIT licence"

!define MUI_ICON "sidelight.ico"
!define MUI_UNICON "sidelight.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\Sidelight.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

Section
  SetOutPath "$INSTDIR"
  File "Sidelight.exe"
  File "README.txt"
  File "LICENSE.txt"
  File "LICENCES.txt"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Sidelight.lnk" "$INSTDIR\Sidelight.exe"

  WriteRegStr HKCU "${OPEN}" "FriendlyAppName" "Sidelight"
  WriteRegStr HKCU "${OPEN}\shell\open\command" "" '"$INSTDIR\Sidelight.exe" "%1"'
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".txt" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".text" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".md" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".markdown" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".html" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".htm" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".xhtml" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".mhtml" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".mht" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".epub" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".pdf" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".docx" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".docm" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".dotx" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".dotm" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".odt" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".ott" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".zip" ""
  WriteRegStr HKCU "${OPEN}\SupportedTypes" ".json" ""

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Sidelight"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Sidelight.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Sidelight authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

; The reader's own settings stay.
Section Uninstall
  Delete "$INSTDIR\Sidelight.exe"
  Delete "$INSTDIR\README.txt"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\LICENCES.txt"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Sidelight.lnk"
  DeleteRegKey HKCU "${OPEN}"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
