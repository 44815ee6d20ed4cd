/*
 * The sides of a diff: two models, two doors of one, or a model and what was written of another
 * run. Ownership: sides_init fills, sides_free frees; the call is borrowed.
 */
#ifndef CMD_DIFF_SIDES_H
#define CMD_DIFF_SIDES_H

#include "base/vec.h"
#include "cmd/gaps.h"
#include "cmd/call.h"
#include "cmd/compare.h"
#include "cmd/given.h"
#include "debug/diff.h"
#include "feed/refs.h"

struct door {
	const char *text;	     /* as given */
	struct app own, *app;	     /* B's model is its own */
	char *name;		     /* behind '#', or NULL */
	const struct signature *sig; /* of a function: of its trace */
	struct callable *c;	     /* a function's door, else NULL */
	struct pycall typed;
	struct pybag bag;
	struct call call, plain; /* with arguments, and its first trace without */
	struct tensor **feed;	 /* by input of sig */
	struct session *s;
	struct exec *x;
};

struct pair {
	struct sv key;	     /* SV_NULL: the only input */
	char *value;	     /* as typed, or */
	const struct val *v; /* read already */
};

typedef VEC(struct pair) pairs_t;

struct sides {
	struct cmd_call *c;
	struct givens examples;
	struct door a, b;
	struct compare *dump;	 /* B is a folder written by run --dump, or */
	struct refs *refs;	 /* tensors that another program wrote, or */
	bool twice;		 /* A once more, with the inputs of --against */
	bool here;		 /* A is the debugger's signature, with its inputs */
	struct refs *given_refs; /* inputs from a file of another program */
	struct diff_row *rows;	 /* of B's, when it is no model */
	VEC(uint32_t) ref_of;	 /* by row: which of refs */
	pairs_t given, against;
	struct tensor **feed_b; /* B's tensors in A's order */
	struct diff *d;
	struct gaps gaps; /* its table, when one is asked for */
	bool kept;	  /* the screen has it all now */
};

/* b: what B is called, NULL: --against. a NULL: the debugger's signature. */
void sides_init(struct sides *p, struct cmd_call *c, const char *a, const char *b);
void sides_free(struct sides *p);
/* --ui: on the screen, whose exit code it gives; or left to the screen that is shown (0). -1:
 * neither. */
int sides_show(struct sides *p, struct err *err);
/* Opens both; sets dump or refs when B is no model. */
bool sides_open(struct sides *p, struct err *err);
/* What --inputs and the others say. */
bool sides_collect(struct sides *p, struct err *err);
/* Parses them for the doors' signatures. */
bool sides_feed(struct sides *p, struct err *err);
bool door_signature(struct sides *p, struct door *d, struct err *err);
/* A run made ready; then its recording, with the tensors that count as its inputs. */
bool door_start(struct sides *p, struct door *d, struct err *err);
bool door_record(struct door *d, struct diff_side *s, struct tensor **feed, uint32_t n,
		 struct err *err);
/* B's tensors, when it is no model, for the comparison. */
void sides_rows(struct sides *p, struct diff *d);
/* Has B no run of its own? */
bool sides_one(const struct sides *p);
/* Is there anything to run on? */
bool sides_fed(const struct sides *p);

#endif
