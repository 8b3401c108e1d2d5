
# What the desktop and its software centre show beyond what is above.
DATA := @DATA@
UPDATE = @if [ -z "$(DESTDIR)" ]; then \
	update-desktop-database -q "$(PREFIX)/share/applications" 2>/dev/null; \
	gtk-update-icon-cache -q -t -f "$(PREFIX)/share/icons/hicolor" 2>/dev/null; true; fi

.PHONY: default install uninstall user-install user-uninstall install-data uninstall-data user-install-data user-uninstall-data
install: install-data
uninstall: uninstall-data

install-data:
	@for f in $(DATA); do install -Dm00644 "usr/local/share/$$f" "$(DESTDIR)$(PREFIX)/share/$$f" || exit 1; done
	$(UPDATE)

uninstall-data:
	@for f in $(DATA); do rm -f "$(DESTDIR)$(PREFIX)/share/$$f"; done
	@rmdir "$(DESTDIR)$(PREFIX)/share/doc/sidelight" 2>/dev/null || true
	$(UPDATE)
	@cd "$(DESTDIR)$(PREFIX)/share/applications" 2>/dev/null && { ls | grep -qv '^mimeinfo\.cache$$' || rm -f mimeinfo.cache; } || true

user-install: user-install-data
user-uninstall: user-uninstall-data
user-install-data:
	@$(MAKE) -s install-data PREFIX="$(HOME)/.local"
user-uninstall-data:
	@$(MAKE) -s uninstall-data PREFIX="$(HOME)/.local"
