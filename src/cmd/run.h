/*
 * What run's files share: results as run prints and saves them. Borrows everything.
 */
#ifndef CMD_RUN_H
#define CMD_RUN_H

#include "cmd/args.h"
#include "cmd/json.h"
#include "cmd/tap.h"

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
	{ "json_input", 0, OPT_STRING, "BODY", "a request of TensorFlow Serving's REST interface: a file, - or the JSON" }, \
	{ "request", 0, OPT_STRING, "FILE", "a PredictRequest (or Classification-, RegressionRequest) of Serving's gRPC" }, \
	{ "warmup", 0, OPT_STRING, "N", "the model's own warm-up request N, from 0 on; all: each, and whether it works" }, \
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
/* The results of --fetch. */
bool run_print_taps(struct cmd_call *c, const struct tap *tap, struct err *err);

#endif
