/*
 * The manual page, from the tables of commands and keys, on stdout. Gives an exit code.
 */
#ifndef CLI_MAN_H
#define CLI_MAN_H

int man_print(void);

#endif
