/*
 * What is wrong with a model, found without running it: one rule a row in one table, each finding with its place.
 * Ownership: check_new gives, check_free takes; findings and rules are borrowed from it, spots from the model.
 *
 * Severities: an error means that TensorFlow will not load the model, or that a signature fails; a warning that it
 * probably does what nobody wants; a note is something to know before serving.
 */
#ifndef INSPECT_CHECK_H
#define INSPECT_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/sv.h"
#include "model/model.h"

enum check_severity { CHECK_NOTE, CHECK_WARNING, CHECK_ERROR };

struct check;

struct check_rule {
	const char *id;
	enum check_severity severity;	/* of its findings, where they do not say otherwise */
	const char *brief;		/* what is looked for */
	const char *why;		/* why it hurts */
	const char *todo;		/* what to do */
	void (*run)(struct check *c);
};

/* Where a screen may go for a finding. */
enum check_spot_kind { SPOT_NONE, SPOT_SIGNATURE, SPOT_NODE, SPOT_FUNCTION, SPOT_VARIABLE, SPOT_ASSET };

struct check_spot {
	enum check_spot_kind kind;
	uint32_t i;			/* index of the signature, node, function, variable, asset */
	const struct graph *g;		/* SPOT_NODE */
};

struct finding {
	const struct check_rule *rule;
	enum check_severity severity;
	char *place;			/* "serving_default/x", a node's path, a file: escaped where printed */
	char *what;
	char *way;			/* from there to a signature's output, or NULL */
	struct check_spot spot;
};

struct check_opts {
	const char *path;		/* as the user gave it: a folder of versions is looked at too; may be NULL */
	const bool *off;		/* by rule's index: not to be run; NULL: all are */
	enum check_severity least;	/* findings below are not kept */
	bool full;			/* read every weight and checksum, however many */
	int runtime_major, runtime_minor;	/* 0.0: none given */
	/* Called now and then; false ends it. May be NULL. */
	bool (*progress)(void *ctx, const char *what, double part);
	void *ctx;
};

int check_n_rules(void);
const struct check_rule *check_rule_at(int i);
int check_rule_find(struct sv id);	/* -1: no such rule */
const char *check_severity_name(enum check_severity s);

/* The newest and oldest releases that --runtime knows; false: not one of them. */
bool check_runtime_known(int major, int minor);
void check_runtime_range(int *from_major, int *from_minor, int *to_major, int *to_minor);

/* Runs the rules. NULL with an error only when interrupted or when o's runtime is unknown. */
struct check *check_new(const struct metagraph *mg, const struct check_opts *o, struct err *err);
void check_free(struct check *c);	/* NULL is fine */
/* Most severe first; of one severity in the order of the rules, then as found. */
uint32_t check_n(const struct check *c);
const struct finding *check_at(const struct check *c, uint32_t i);
uint32_t check_count(const struct check *c, enum check_severity s);
/* "1 error, 2 warnings, 0 notes" */
struct str;
void check_counts(const struct check *c, struct str *out);
/* What could not be judged, or was left out because it would have taken long: lines. */
uint32_t check_n_unjudged(const struct check *c);
const char *check_unjudged(const struct check *c, uint32_t i);

#endif
