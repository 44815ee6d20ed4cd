# man: the page is made of the command, option and key tables: "make man" writes it, a test checks it.
dist_man_MANS += man/smtui.1
man: smtui
	./smtui --generate-man > $(srcdir)/man/smtui.1
	./smtui --generate-completion bash > $(srcdir)/man/smtui.bash
.PHONY: man
# bash looks for a program's completion under its own name
bashcompdir = $(datadir)/bash-completion/completions
EXTRA_DIST += man/smtui.bash
install-data-local:
	$(MKDIR_P) "$(DESTDIR)$(bashcompdir)"
	$(INSTALL_DATA) $(srcdir)/man/smtui.bash "$(DESTDIR)$(bashcompdir)/smtui"
uninstall-local:
	rm -f "$(DESTDIR)$(bashcompdir)/smtui"
