/* Where smtui keeps what it remembers from one start to the next. Ownership: the path is given. */
#ifndef BASE_STATE_H
#define BASE_STATE_H

/* $XDG_STATE_HOME/smtui/NAME, else ~/.local/state/smtui/NAME; NULL when there is no home. Nothing is made. */
char *state_path(const char *name);
/* Makes the folders on the way to path's last slash. */
void state_folders(char *path);

#endif
