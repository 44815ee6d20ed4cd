/* Where smtui keeps what it remembers from one start to the next, and folders on a way. Ownership: the path of
 * state_path is given; folders_above changes path while it works and puts it back. */
#ifndef BASE_STATE_H
#define BASE_STATE_H

/* $XDG_STATE_HOME/smtui/NAME, else ~/.local/state/smtui/NAME; NULL when there is no home. Nothing is made. */
char *state_path(const char *name);
/* Makes the folders on the way to path's last slash, as far as that can be done. Async-signal-safe. */
void folders_above(char *path, unsigned mode);

#endif
