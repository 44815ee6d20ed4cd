# man: the page is made of the command, option and key tables: "make man" writes it, a test checks it.
dist_man_MANS += man/smtui.1
man: smtui
	./smtui --generate-man > $(srcdir)/man/smtui.1
.PHONY: man
