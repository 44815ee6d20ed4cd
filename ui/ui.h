/*
 * The curses screen's door: src/cli hands ui_screen to commands as a function table. ui reads the
 * model and debug/query.h and changes things only by running command lines (cmd_line).
 */
#ifndef UI_UI_H
#define UI_UI_H

#include "base/sink.h"
#include "cmd/cmd.h"

extern const struct cmd_screen ui_screen;

/* Keys, for the generated man page: "KEY<TAB>command or action<TAB>what it does" a line. */
void ui_keys_print(struct sink *out);

#endif
