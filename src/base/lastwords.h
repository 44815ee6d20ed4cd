/*
 * What is to be left behind if the process is killed or crashes: a text for a file. Ownership: lastwords_set
 * copies. Its place is a mutable global, as the signal flag is: handlers must reach it.
 */
#ifndef BASE_LASTWORDS_H
#define BASE_LASTWORDS_H

#include <stdbool.h>

#include "base/sv.h"

/* From now on: this text for the file at path, whose folders are made when it comes to that; NULL: nothing. */
void lastwords_set(const char *path, struct sv text);
/* Writes the file, and says so on stderr; once. Async-signal-safe. */
void lastwords_write(void);
/* Deadly signals (SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGFPE, SIGILL) that nobody handles write it, then do what
 * they always do. At start, once. */
void lastwords_install(void);
/* The terminal's modes as they are now come back before that; async-signal-safe to put back. */
void lastwords_modes(void);
void lastwords_modes_back(void);
bool lastwords_handles(int sig);	/* does lastwords_install's handler stand there? */

#endif
