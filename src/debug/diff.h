/*
 * Two runs side by side: which tensor parts them first, and why. Both runs are recorded, their
 * nodes matched by structure and name, the matched tensors compared in the order of A's run.
 * Ownership: diff_new gives, diff_free takes. Borrows sessions, signatures and fed tensors, which
 * must outlive it.
 *
 *   diff_new -> diff_record(A) -> diff_record(B)    -> diff_judge -> node, sentence, evidence
 *                              or row, load: a dump
 */
#ifndef DEBUG_DIFF_H
#define DEBUG_DIFF_H

#include "base/map.h"
#include "debug/why.h"

struct diff_side {
	const char *label; /* "A", "B" */
	struct tape *tape;
	struct session *session;
	const struct signature *sig;
	struct tensor *const *feed; /* n_feed, in A's order of inputs on both sides */
	uint32_t n_feed;
	uint32_t failed; /* event, or TAPE_NONE */
	struct err err;	 /* of the node that failed */
	uint32_t most;	 /* so many events, then the run is given up; 0: DIFF_EVENTS */
	bool stopped;	 /* it was: what is recorded is compared */
	uint32_t *out;	 /* sig->n_out values */
	struct arena *arena;
	VEC(char *) key;  /* by event: its name without calls, iteration, how many before it */
	VEC(char *) full; /* its path and iteration, without the wrappers around the model */
};

struct diff_opts {
	double rtol, atol; /* rtol < 0: as the dtype's rounding allows */
};

/* How two tensors differ. */
struct diff_off {
	bool type;	    /* dtype or shape differ: nothing else is filled */
	int64_t n, at;	    /* elements out of tolerance, the worst of them (-1: none) */
	double most, scale; /* largest difference, largest magnitude on either side */
	bool exact;	    /* integers, strings: no tolerance */
};

/* The largest difference as a share of the tensor's scale; of what is less than normal, none. */
double diff_share(const struct diff_off *off);

struct fit;

struct diff_row {
	const char *name, *iter; /* "path:0", "@3" */
	const char *op, *type;	 /* "MatMul", "float32[2,3]" */
	int output;		 /* of somebody else's: which of the outputs it is, or -1 */
};

/* How a reference's tensors were found. */
enum diff_how { HOW_NAME, HOW_LAYER, HOW_VALUE, HOW_PLACE, HOW_N };

struct diff {
	struct diff_side a, b;
	struct diff_opts o;
	/* B as a dump: its tensors, in the order of its run, and what reads one (NULL: it cannot be
	 * read) */
	const struct diff_row *row;
	uint32_t n_row;
	struct tensor *(*load)(void *ctx, uint32_t row, const struct tensor *like);
	void *ctx;
	bool reference; /* it is somebody else's: names, layouts and types are theirs; load: like is NULL */
	struct fit *fit; /* by row: theirs in the form of ours; NULL: no reference */
	uint64_t n_how[HOW_N], n_unread;
	uint32_t *row_at,
		*row_of; /* event i's output k is row row_of[row_at[i] + k], or TAPE_NONE */
	uint32_t *ab,
		*ba; /* matching events (of a dump: row of the first output), TAPE_NONE: no match */
	uint64_t n_same, n_differ, n_only_a, n_only_b, n_attrs, n_unused;
	struct map said;    /* path of a constant -> differs, but says the same */
	double worst;	    /* largest relative difference of what agreed */
	uint64_t n_carried; /* tensors that differ more, but only by what their inputs did */
	bool parted;	    /* the first that differs is known: no more excuses */
	/* the answer: */
	const char *rule; /* "weight", "constant", "attribute" ... */
	struct str node, sentence, evidence, path;
};

enum { DIFF_EVENTS = 500000 };

struct diff *diff_new(const struct diff_opts *o);
void diff_free(struct diff *d);
/* Runs x to its end (or to the node that fails, or until it is given up), recording. false:
 * interrupted, or a limit. */
bool diff_record(struct diff_side *s, struct exec *x, const struct signature *sig,
		 struct tensor *const *feed, uint32_t n_feed, struct err *err);
enum why_verdict diff_judge(struct diff *d);

/* Which of b's inputs (or outputs) a's i is: by key, else by place among those without a namesake;
 * -1: none. */
int diff_counterpart(const struct tensor_info *a, uint32_t n_a, const struct tensor_info *b,
		     uint32_t n_b, uint32_t i);

/* ---- between diff's files ---- */

bool diff_given(const struct tape_event *e); /* a weight or constant */
/* Is the output made by this event itself (not handed on)? */
bool diff_own(const struct tape *t, uint32_t event, uint32_t slot);
/* The value itself, or what a variable's copy is a copy of. */
uint32_t diff_behind(const struct diff_side *s, uint32_t value);
/* Which of the run's inputs that value is, or -1. */
int diff_input(const struct diff_side *s, uint32_t value);
/* Fills ab and ba. */
void diff_match(struct diff *d);
/* The same for a dump: fills row_at and row_of. */
void diff_match_dump(struct diff *d);
/* The same for what another program wrote: fills fit too. */
void diff_match_ref(struct diff *d);
/* What was done to a reference's tensor before it was compared, or NULL; its type's rounding, or 0. */
const char *diff_fit_text(const struct diff *d, uint32_t event, uint32_t slot);
double diff_fit_coarse(const struct diff *d, uint32_t event, uint32_t slot);
/* The tolerances for a pair: wider where a reference's type is coarser. */
struct diff_opts diff_opts_for(const struct diff *d, uint32_t event, uint32_t slot);
/* Lines: nodes between a differing one and what the reference holds. */
void diff_ref_between(struct diff *d, uint32_t event);
/* The row of an event's output, or TAPE_NONE. */
uint32_t diff_row_of(const struct diff *d, uint32_t event, uint32_t slot);
/* "float32[2,3]" */
void diff_type_text(struct str *out, const struct tensor *t);
/* Do the values come from the same place? */
bool diff_same_source(const struct diff *d, uint32_t va, uint32_t vb);
/* False when out of tolerance; extra widens the tolerance, or DIFF_WEIGHT: each element by itself.
 */
#define DIFF_WEIGHT (-1.0)
bool diff_tensors(const struct tensor *a, const struct tensor *b, const struct diff_opts *o,
		  double extra, struct diff_off *off);
/* What float32's rounding explains of output `slot`: the largest distance from the same node
 * computed in float64; -1 when that cannot be told. */
double diff_shadow(const struct tape *t, uint32_t event, uint32_t slot);
/* Does A's node make B's output of B's inputs? Then it only carries on how these differ, which was
 * in tolerance where it came about. */
bool diff_carried(const struct diff *d, uint32_t a, uint32_t slot);
/* The variable a resource value is, as the session holds it now; name may be NULL. */
struct tensor *diff_variable(const struct diff_side *s, uint32_t value, struct sv *name);
/* What to say of a pair (b TAPE_NONE: against a dump) whose output `slot` differs. */
void diff_explain(struct diff *d, uint32_t a, uint32_t b, uint32_t slot);
/* Parts of it: another op or attribute (types: or dtype); what a pair reads comes from elsewhere.
 * false: neither. */
bool diff_explain_node(struct diff *d, uint32_t a, uint32_t b, bool types);
bool diff_explain_structure(struct diff *d, uint32_t a, uint32_t b);
/* The same against a dump, of which no more is known than ops and tensors. */
bool diff_explain_dump(struct diff *d, uint32_t a, double agreed);
/* Notes what differs and changes no value: attributes of pairs, elements of variables that nobody
 * takes. */
void diff_note_idle(struct diff *d);
void diff_say(struct diff *d, const struct diff_side *s, uint32_t event, const char *rule,
	      const char *fmt, ...) __attribute__((format(printf, 5, 6)));
/* Lines of evidence; DIFF_LINES of one kind are enough. */
enum { DIFF_LINES = 12 };
void diff_line(struct diff *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void diff_tensor_line(struct diff *d, const char *label, const struct tensor *t);
/* "3 of 24 elements, most at [5,1]: 0.5 in A, 0.75 in B" */
void diff_gap_text(const struct diff *d, struct str *s, const struct tensor *x, const struct tensor *y,
		   double extra);
void diff_agreed_line(struct diff *d, double agreed);
/* The tensor on B's side for A's event and output; gives a reference. NULL: there is none. */
struct tensor *diff_other(const struct diff *d, uint32_t a, uint32_t slot);

#endif
