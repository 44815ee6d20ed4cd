/* Completion for shells, from the rows of commands and options. Owns nothing. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

/* Prints the script for "bash"; an exit code. */
int completion_print(const char *shell);

#endif
