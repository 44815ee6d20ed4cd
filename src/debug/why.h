/*
 * Causes: why a run failed, or made what nobody wants. One rule a kind of cause, in one table (why.c), asked
 * in order; the first that finds something answers. Ownership: why_run gives the run's tape into *w;
 * why_free takes what it holds. Borrows session and model.
 */
#ifndef DEBUG_WHY_H
#define DEBUG_WHY_H

#include "debug/tape.h"

enum why_verdict { WHY_NOTHING, WHY_FOUND, WHY_UNKNOWN };

struct why {
	struct tape *tape;
	const struct signature *sig;
	struct err err;			/* of the node that failed */
	uint32_t failed;		/* its event, or TAPE_NONE */
	uint32_t *out;			/* sig->n_out values, TAPE_NONE: not there */
	struct why_loop *loop;		/* why_loop.c's notes while the run goes on */
	bool stopped;			/* a loop was given up, see loop */
	/* The signature once more in the same session, with these inputs; NULL: it cannot. The caller frees. */
	struct exec *(*again)(void *ctx, struct tensor *const *in);
	void *ctx;
	struct tensor *const *in;	/* this run's inputs, by sig->in; NULL when again is */
	/* the answer: */
	const char *rule;		/* "nan", "shape" ... */
	struct str node, sentence, evidence;	/* evidence: lines */
	bool sizes;			/* other sizes of the inputs may work */
	uint32_t event;			/* where the path from the inputs leads to, or TAPE_NONE */
};

struct why_opts {
	size_t max_iterations;		/* of one loop */
	double loop_seconds;		/* in one loop */
};

/* Runs x to its end or to what stops it, recording; false only when the run could not be judged (^C). */
bool why_run(struct why *w, struct exec *x, const struct signature *sig, const struct why_opts *o,
	     struct err *err);
enum why_verdict why_judge(struct why *w);
void why_free(struct why *w);
/* The way from an input (or whatever has no inputs) to the finding: a line a node. */
void why_path(const struct why *w, struct str *out);

/* ---- for rules ---- */

/* Names the node of the answer; the sentence follows as printf says. Returns WHY_FOUND. */
enum why_verdict why_say(struct why *w, uint32_t event, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void why_note(struct why *w, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* "input 0 (conv/Relu:0): float32 [1,8], from 0 to 3.5" */
void why_note_value(struct why *w, const char *what, uint32_t value);
/* The element of t at flat, and the elements that it was made of, when the op goes by elements. flat < 0: none. */
void why_note_element(struct why *w, const struct tape_event *e, const struct tensor *t, int64_t flat);
/* Which rows of the first dimension hold a bad element: only when some do and some do not. */
typedef bool (*why_bad_fn)(const void *ctx, const struct tensor *t, int64_t i);
void why_note_samples(struct why *w, const struct tensor *t, why_bad_fn bad, const void *ctx);
void why_index_text(struct str *s, const struct tensor *t, int64_t flat);	/* "[0,3]" */
/* The element of an input behind element flat of a broadcast output; -1: shapes that do not broadcast so. */
int64_t why_source(const struct tensor *out, const struct tensor *in, int64_t flat);
/* The true result of an integer op on two numbers; false: another op. */
bool why_exact(const struct tape_event *e, int64_t a, int64_t b, __int128 *r);
/* Does value v depend on an input of the run? */
bool why_from_input(const struct why *w, uint32_t v);
/* Ops that bring a value in from outside the graph's arithmetic: constants, variables, inputs. */
bool why_is_given(const struct tape_event *e);
bool why_is_input(const struct tape_event *e);
/* The event that made the NaN, or else the infinity, that value v holds; TAPE_NONE: it is given, or none. */
uint32_t why_bad_origin(const struct why *w, uint32_t v);

/* Marks the events whose values reach an output (or, of one output, that one): the caller frees. Results that
 * tell nothing of their input's values (Shape) do not hand them on. */
uint8_t *why_reaching(const struct why *w, uint32_t only);
bool why_shape_only(struct sv op);
/* Asks judge for each event that reaches an output, in order, until it finds something. */
typedef enum why_verdict (*why_judge_fn)(struct why *w, uint32_t event, const struct tape_event *e);
enum why_verdict why_first(struct why *w, why_judge_fn judge);
/* An event's input i and its first output: NULL when dead or missing. */
const struct tensor *why_in(const struct why *w, const struct tape_event *e, uint32_t i);
const struct tensor *why_out(const struct why *w, const struct tape_event *e);
/* Evidence: what the event made and took. */
void why_notes(struct why *w, const struct tape_event *e);

enum why_verdict why_nan(struct why *w);
enum why_verdict why_failure(struct why *w);
enum why_verdict why_index(struct why *w);	/* of failures: an index that is out of range */
enum why_verdict why_shape(struct why *w);	/* shapes that do not fit */
enum why_verdict why_endless(struct why *w);
enum why_verdict why_overflow(struct why *w);
enum why_verdict why_cast(struct why *w);
enum why_verdict why_dead(struct why *w);
enum why_verdict why_underflow(struct why *w);
enum why_verdict why_random(struct why *w);
enum why_verdict why_constant(struct why *w);

/* Notes which sizes of the inputs' open dimensions would let the run succeed: tried, not reckoned. */
void why_note_fit(struct why *w);

/* why_loop.c: called at EV_ENTERED and EV_RAN; false: the run is to be given up. */
bool loop_event(struct why *w, const struct exec *x, const struct exec_event *ev, const struct why_opts *o);
void loop_free(struct why *w);

#endif
