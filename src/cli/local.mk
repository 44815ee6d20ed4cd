# src/cli: main, the readline loop; the only place that exits.
smtui_SOURCES = src/cli/completion.c src/cli/completion.h src/cli/main.c src/cli/man.c src/cli/man.h src/cli/offers.c src/cli/offers.h src/cli/prompt.c src/cli/prompt.h src/cli/tfdbg_prompt.c
smtui_LDADD = libsmtui_ui.a $(LIBSMTUI) $(LIBSMTUI_LIBS) $(NCURSES_LIBS) $(READLINE_LIBS)
