/*
 * What the parser of regular expressions is made of, shared by its two files: re_class.c reads character
 * classes and escapes, re_parse.c the rest. Ownership: all of it lives in the arena.
 */
#ifndef OPS_RE_INSIDE_H
#define OPS_RE_INSIDE_H

#include "ops/re.h"

enum { F_FOLD = 1, F_LINES = 2, F_DOT_NL = 4, F_LAZY = 8 };

/* A group that is open: what was there before it, its alternatives so far, the current sequence. */
struct re_level {
	struct re_level *up;
	unsigned flags;			/* to go back to */
	int cap;			/* -1: does not capture */
	struct re_node *alts, **alts_end;
	struct re_node *seq, **seq_end, *last, **last_link;
};

struct re_parser {
	struct arena *a;
	struct sv all, s;		/* the pattern; what is left of it */
	unsigned flags;
	int groups, depth;
	struct re_level *level;
	const char *error;
};

/* ---- re_parse.c ---- */

/* Sets RE2's error with the piece of pattern that it blames; returns false. */
bool re_fail(struct re_parser *p, const char *text, struct sv arg);
/* From there to where the parser is. */
struct sv re_since(const struct re_parser *p, const char *from);
void re_skip(struct re_parser *p, size_t n);
char re_peek(const struct re_parser *p, size_t i);	/* 0 behind the end */
bool re_at(const struct re_parser *p, char ch);
bool re_rune(struct re_parser *p, int32_t *cp);

/* ---- re_class.c ---- */

struct re_class *re_class_new(struct re_parser *p);
void re_class_add(struct re_parser *p, struct re_class *c, int32_t lo, int32_t hi);
void re_class_finish(struct re_class *c);	/* before it is asked */
/* \d \D \s \S \w \W here? */
bool re_perl_class(struct re_parser *p, struct re_class *c);
/* \pN, \p{Name}, \P...: 1 read, 0 not here, -1 error. */
int re_prop_class(struct re_parser *p, struct re_class *c);
/* A backslash and what belongs to it as one character. */
bool re_escape(struct re_parser *p, int32_t *cp);
/* [...]; NULL with an error. */
struct re_class *re_bracket(struct re_parser *p);

#endif
