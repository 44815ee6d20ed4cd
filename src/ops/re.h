/*
 * Regular expressions as RE2 has them: its syntax and error texts, UTF-8, leftmost-first, time
 * linear in the text whatever the pattern. Ownership: a struct re and all it holds live in the
 * arena it was made in.
 *
 *   pattern --re_parse.c--> tree of re_node --re_compile.c--> program of re_inst --re_run.c-->
 * matches
 */
#ifndef OPS_RE_H
#define OPS_RE_H

#include "ops/op.h"

/* ---- trees ---- */

enum re_op {
	RE_EMPTY,
	RE_CHAR,
	RE_CLASS,
	RE_ANY,
	RE_ANY_NL,
	RE_BOL,
	RE_EOL,
	RE_BOT,
	RE_EOT,
	RE_WORD,
	RE_NOT_WORD,
	RE_CAPTURE,
	RE_CAT,
	RE_ALT,
	RE_REPEAT
};

struct re_range {
	int32_t lo, hi;
};

struct re_prop {			/* \p{...} */
	int script;			/* >= 0: ICU's number */
	char category[3];		/* "L", "Lu"; "": any */
	bool negated;
};

struct re_class {
	struct re_range *range;
	struct re_prop *prop;
	int n_range, n_prop, cap_range, cap_prop;
	bool negated, fold;
	uint64_t ascii[2];		/* the answer for code points under 128 */
};

struct re_node {
	enum re_op op;
	struct re_node *sub, *next;	/* first child, next of siblings */
	int32_t cp;			/* CHAR */
	int min, max;			/* REPEAT; max -1: no limit */
	int cap;			/* CAPTURE */
	bool lazy;
	struct re_class *cls;
};

/* NULL with *error: RE2's text. */
struct re_node *re_parse(struct arena *a, struct sv pattern, int *n_groups, const char **error);
bool re_class_has(const struct re_class *c, int32_t cp);

/* ---- programs ---- */

enum re_code {
	RI_CHAR,
	RI_CLASS,
	RI_ANY,
	RI_ANY_NL,
	RI_SPLIT,
	RI_JUMP,
	RI_SAVE,
	RI_ASSERT,
	RI_MATCH
};

struct re_inst {
	uint8_t code, assert;		/* assert: an enum re_op */
	int32_t cp, x, y; /* SPLIT: x before y; SAVE: slot in cp; the rest go on at x */
	const struct re_class *cls;
};

enum { RE_MAX_INST = 87381, RE_MAX_DEPTH = 1000, RE_MAX_CAPS = 20 };

struct re {
	struct re_inst *inst;
	int n, n_groups;
	bool first[256];		/* bytes that can begin a match */
	bool any_first;			/* or it may begin without one */
};

struct re *re_compile(struct arena *a, struct sv pattern, const char **error);

/* ---- matching ---- */

struct re_match {
	int64_t cap[RE_MAX_CAPS];	/* byte offsets, -1: took no part */
};

struct re_machine;			/* memory for matching, from op_temp */
struct re_machine *re_machine_new(struct op_ctx *c, const struct re *r, int n_caps);
enum re_found { RE_NO, RE_YES, RE_STOPPED };
/* The first match from `at` on, or, with full, of the whole text. STOPPED: the world said so. */
enum re_found re_search(struct re_machine *m, struct sv text, size_t at, bool full,
			struct re_match *out);

#endif
