/*
 * A table of two runs, a row for each tensor: how far apart they are, sorted as somebody asks.
 * Ownership: gaps_of_* fill, gaps_free frees the rows; tapes, shadows and comparisons are borrowed
 * and must outlive it.
 */
#ifndef CMD_GAPS_H
#define CMD_GAPS_H

#include "base/vec.h"
#include "cmd/cmd.h"
#include "cmd/json.h"

enum gaps_kind {
	GAPS_PAIR,   /* two models, or a model and somebody's tensors */
	GAPS_SHADOW, /* a run and float64 */
	GAPS_TWICE,  /* one model on two inputs */
};

enum gap_state { GAP_SAME, GAP_WITHIN, GAP_OFF, GAP_TYPE, GAP_ALONE, GAP_STATES };

struct gap_line {
	uint32_t event, slot;
	const struct graph *g; /* the node in its model */
	uint32_t node;
	char *name; /* path:slot@iter */
	char *type; /* "float32[2,3]" */
	struct sv op;
	enum gap_state state;
	int64_t n, n_out, at;
	double abs, rel, ulps, cosine; /* NAN: does not apply */
	double explained;	       /* what rounding explains */
	double times;		       /* the difference in units of that */
	double piled, piled_rel;       /* of A's rounding on the whole path */
	double is, exact;	       /* GAPS_SHADOW: the element that is worst by times */
	const char *note;	       /* "reference transposed" ..., or NULL; borrowed */
};

struct gaps {
	enum gaps_kind kind;
	VEC(struct gap_line) row;
	VEC(uint32_t) shown; /* rows that the filter lets through, sorted */
	const char *sort;    /* key's name */
	const char *a, *b;   /* what the sides are called */
	char *verdict;	     /* a line for the screen's head */
	/* A side's tensor of a row: 0 A, 1 B; gives, or NULL. */
	struct tensor *(*side)(void *ctx, const struct gap_line *l, int which);
	void *ctx;
};

struct diff;
struct shadow;
/* shadow: of A's run, or NULL (then nobody knows what rounding explains). */
void gaps_of_diff(struct gaps *t, struct diff *d, const struct shadow *shadow, enum gaps_kind kind);
void gaps_of_shadow(struct gaps *t, const struct shadow *s, double limit);
void gaps_free(struct gaps *t);
/* Leaves a table to the app, for the screen: what was there goes, done(ctx) frees this one when it
 * goes. */
void gaps_keep(struct app *app, struct gaps *t, void (*done)(void *ctx), void *ctx);
void gaps_drop(struct app *app);
/* --ui at the prompt of a screen: the command is to leave its table there. */
bool gaps_wanted(const struct cmd_call *c);

/* The keys of --sort, for help: name and meaning; NULL at the end. */
const char *gaps_key(int i, const char **help);
/* false: no such key. */
bool gaps_sort(struct gaps *t, const char *key);
const char *gap_state_text(enum gap_state s);
/* A column's text: its head for row NULL; false: there is no such column. Numbers first, then type,
 * node, op. */
bool gaps_cell(const struct gaps *t, const struct gap_line *l, int column, struct str *out,
	       const char **key);

#define GAPS_OPTS                                                                                  \
	{"table", 0, OPT_FLAG, NULL, "a row for each tensor: how far apart"},                      \
		{"sort", 0, OPT_STRING, "KEY",                                                     \
		 "rows by run, abs, rel, ulp, cosine, times, piled, name or op"},                  \
		{"only", 0, OPT_STRING, "QUERY",                                                   \
		 "rows of these nodes alone: op:Conv2D, conv1, dtype:half"},                       \
		{"least", 0, OPT_STRING, "X", "rows whose KEY is X at least"},                     \
		{"rows", 0, OPT_INT, "N", "so many rows (0: all)"},                                \
	{                                                                                          \
		"csv", 0, OPT_FLAG, NULL, "the table as comma-separated values"                    \
	}

/* Was one of them given? */
bool gaps_asked(const struct cmd_call *c);
/* Checks the options' values before anything runs. */
bool gaps_check(const struct cmd_call *c, struct err *err);
/* Sorts and filters as the options say; `sort` and `rows` where they say nothing. */
bool gaps_choose(struct gaps *t, struct cmd_call *c, const char *sort, int64_t rows,
		 struct err *err);
void gaps_print(const struct gaps *t, struct sink *out);
void gaps_csv(const struct gaps *t, struct sink *out);
/* The member "rows" of an object. */
void gaps_json(const struct gaps *t, struct json *j);
#define GAPS_SCHEMA                                                                                \
	"[{node: str, op: str, type: str, state: str, elements: int, different: int, "             \
	"abs?: num, rel?: num, ulp?: num, cosine?: num, explained?: num, times?: num, piled?: "    \
	"num, "                                                                                    \
	"piled_rel?: num, note?: str}]"

#endif
