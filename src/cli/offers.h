/*
 * What Tab offers, on its way to readline, whose callbacks take no argument of ours. Ownership: words are copied and
 * gone after offers_matches.
 */
#ifndef CLI_OFFERS_H
#define CLI_OFFERS_H

#include <stddef.h>

/* For cmd_complete and tf_complete: keeps a word. ctx is not looked at. */
void offers_add(void *ctx, const char *word);
/* Puts the first n bytes of z in front of each word that was kept. */
void offers_prefix(const char *z, size_t n);
/* readline's answer for text; without a word: NULL, and readline offers file names. */
char **offers_matches(const char *text);

#endif
