# ui: screen, views, keys. Only ui/term.c includes curses.
libsmtui_ui_a_SOURCES += ui/ui.h ui/ui.c
