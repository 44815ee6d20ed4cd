/*
 * What the files of the prompt's edits share. Ownership: a target's path and name belong to it;
 * target_clear frees.
 */
#ifndef CMD_EDIT_H
#define CMD_EDIT_H

#include "cmd/cmd.h"

/* What is to be edited. */
struct edit_target {
	char *path;			/* of the node, with its iteration */
	char *name; /* so that it means the same later: "PATH:SLOT@ITER"; a variable's resource */
	int slot;
	enum dtype dtype;		/* DT_INVALID: unknown */
	struct tensor *old;		/* borrowed; NULL: nothing is there yet */
	const struct graph *graph;	/* of the node; NULL: a variable */
	uint32_t node;
	bool here;			/* the run stands before it, or at its failure */
	struct sv slice;		/* "[0,:4]", or empty; borrowed */
};
void target_clear(struct edit_target *t);
/* "NAME[SLICE]", "NAME:SLOT@ITER": the node that the run stands before, what the run has made,
 * or what it may make yet. */
bool target_find(const struct app *app, const char *text, struct edit_target *t, struct err *err);
/* A variable, by whatever people call it. */
bool target_variable(struct app *app, const char *text, struct edit_target *t, struct err *err);
/* A node of the run, by path (with "@3" in that iteration only): its graph too. */
bool target_node(const struct app *app, const char *text, struct edit_target *t, struct err *err);

/* VALUE for it, as dbg_edit wants it: spec's how, value (gives) and slice (borrows from t). */
bool edit_value(const struct app *app, const struct edit_target *t, const char *text,
		struct dbg_edit_spec *spec, char **slice, struct err *err);

/* ---- what comes of it ---- */

struct edit_before {
	struct tensor **out;		/* the outputs before, if the run had ended */
	uint32_t n;
};
struct edit_before edit_outputs(const struct dbg *d);
void edit_before_free(struct edit_before *b);
/* How many nodes ran again, the outputs side by side, and (stands) where the run stands.
 * nothing: what to say when none did, NULL: just that. */
void edit_outcome(struct cmd_call *c, const struct edit_before *b, const char *nothing,
		  bool stands);
/* Before what a command says of a run of its own, which has the inputs but not the edits in force: that. */
void edits_left_out(struct cmd_call *c);
/* "float32 [1,10] 0.1, 0.2 ..." */
void edit_few(struct str *out, const struct tensor *t);

#endif
