/*
 * What run's files share: results as run prints and saves them. Borrows everything.
 */
#ifndef CMD_RUN_H
#define CMD_RUN_H

#include "cmd/inputs.h"
#include "cmd/args.h"
#include "cmd/given.h"
#include "cmd/json.h"
#include "cmd/tap.h"
#include "feed/feed.h"

struct run {
	struct cmd_call *c;
	bool strict;			/* --dir: the peer's rules and texts */
	struct givens given;
	const struct signature *sig;
	struct tensor **feed;		/* by input of sig */
	const struct signature **sigs;	/* --tf_debug with several, run one after the other; or NULL */
	int n_sigs;
	struct session *s;
	struct exec *x;
	struct tap *tap;
	const struct dbg *dbg;		/* --tf_debug: made the results */
	struct feed_names names;	/* of the examples, where files are a batch */
	int rc;				/* what --compare found */
};

/* ---- run_debug.c: --tf_debug ---- */
/* The options that do not go with it; false with a usage error. */
bool run_debug_ok(const struct cmd_call *c, struct err *err);
/* "a,b": signatures that are run one after the other; false: it is no such list. */
bool run_signatures(struct run *r, const struct metagraph *mg, const char *names);
/* Is it an input of another one of them? */
bool run_elsewhere(const struct run *r, struct sv key);
void run_feed_free(struct run *r);
/* Every signature, in the debugger: feed fills r->feed for r->sig, results prints. */
typedef bool (*run_part)(struct run *r, struct err *err);
bool run_debugged(struct run *r, run_part feed, run_part results, struct err *err);

/* --function, or PATH#NAME where NAME is no signature (function.c). */
bool run_is_call(struct cmd_call *c);
int run_calls(struct cmd_call *c, struct err *err);

/* Output i of sig as a JSON object. */
void run_json_output(struct json *j, const struct signature *sig, uint32_t i, const struct tensor *t);
/* Writes t to --outdir as PREFIXKEY.npy; said: says so on c->out. */
bool run_save(struct cmd_call *c, const char *prefix, struct sv key, const struct tensor *t, bool said,
	      struct err *err);
/* --top and --labels. */
bool run_top(struct cmd_call *c, const struct signature *sig, struct exec *x, struct err *err);
/* Runs x as the options say: taps, --dump, --compare (whose text is printed; *rc is then its exit code,
 * also when false is returned). */
bool run_go(struct cmd_call *c, struct exec *x, struct tap *tap, int *rc, struct err *err);
/* The fast mode's options (fastrun.c). */
#define FAST_OPTS \
	{ "fast", 0, OPT_FLAG, NULL, "fold, fuse and pack first; answers differ by rounding" }, \
	{ "verify", 0, OPT_FLAG, NULL, "run in both modes and compare; exit 1 when they differ" }, \
	{ "repeat", 0, OPT_INT, "N", "run N times more and say how long it takes" }, \
	{ "profile", 0, OPT_FLAG, NULL, "print where the time goes instead of the outputs" }, \
	{ "threads", 0, OPT_INT, "N", "threads for kernels (as many as there are CPUs)" }
bool run_wants_fast(const struct cmd_call *c);
bool run_fast_allowed(const struct cmd_call *c, struct err *err);
/* What the run will need of memory, when it is much. */
void run_tell_memory(struct cmd_call *c, const struct exec *x, bool always);
/* Runs x, of n_out results, as they ask; *rc: what --verify found. */
bool run_fast(struct cmd_call *c, struct exec *x, size_t n_out, int *rc, struct err *err);
/* The option's number from 0 on; *v stays when it was not given. */
bool run_tolerance(const struct cmd_call *c, const char *name, double *v, struct err *err);
/* Is there an input without a default value in the signature? */
bool run_needs_inputs(const struct signature *sig);
/* Fills in the signature's default values where feed has none. */
bool run_defaults(const struct signature *sig, struct tensor **feed, struct err *err);
/* The run of the tap's fetches alone; sig and feed may be NULL. */
struct exec *run_fetch(struct session *s, const struct signature *sig, struct tensor *const *feed,
		       const struct tap *tap, struct err *err);
/* --json_input (serving.c), --request and --warmup (request.c). */
#define SERVING_OPTS \
	JSON_INPUT_OPT, \
	{ "request", 0, OPT_STRING, "FILE", "a PredictRequest (or Classification-, RegressionRequest) of Serving's gRPC" }, \
	{ "warmup", 0, OPT_WHICH, "[N]", "the model's own warm-up request N (0); all: each, and whether it works" }, \
	{ "output", 0, OPT_STRING, "FORM", "serving: answer such a request as TensorFlow Serving does" }
int run_serving(struct cmd_call *c, struct err *err);
int run_request(struct cmd_call *c, struct err *err);
int run_warmup(struct cmd_call *c, struct err *err);
/* Prints and saves the outputs as the options say. */
bool run_results(struct cmd_call *c, const struct signature *sig, struct exec *x, struct err *err);
/* The exit code of a run that failed: --compare has its own. */
int run_exit(const struct cmd_call *c, int rc, const struct err *err);
/* --feed and --fetch without a signature: there is none, or none is named and no input of one given. */
bool run_is_bare(struct cmd_call *c, bool no_inputs);
int run_bare(struct cmd_call *c, struct err *err);
/* PATH[#NAME] or --dir, by --tag_set; *door is NAME (the caller frees it), or stays. */
bool run_open_model(struct cmd_call *c, char **door, struct err *err);
/* The results of --fetch. */
bool run_print_taps(struct cmd_call *c, const struct tap *tap, struct err *err);

#endif
