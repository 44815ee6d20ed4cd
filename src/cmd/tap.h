/*
 * --feed and --fetch: any tensor of a run replaced or looked at, by its path. Ownership: tap_new gives,
 * tap_free takes; results are borrowed from the tap.
 */
#ifndef CMD_TAP_H
#define CMD_TAP_H

#include "cmd/watch.h"

struct tap;

/* From the options; root is the graph where paths begin. NULL with an error. */
struct tap *tap_new(const struct cmd_call *c, const struct metagraph *mg, const struct graph *root,
		    struct err *err);
void tap_free(struct tap *t);	/* NULL is fine */
size_t tap_n_fetches(const struct tap *t);
/* What concerns the root graph's own tensors: for the request. The rest is done by the watcher. */
const struct exec_feed *tap_feeds(const struct tap *t, size_t *n);
const struct edge *tap_fetches(const struct tap *t, size_t *n);
const uint32_t *tap_targets(const struct tap *t, size_t *n);
/* Whole root is watched (a function's body): no part of it is for the request. */
void tap_watch_all(struct tap *t);
struct watcher tap_watcher(struct tap *t);
/* After the run: takes the root's fetches from x. false: a fetch was not made. */
bool tap_collect(struct tap *t, const struct exec *x, struct err *err);
/* Fetch i: its full name, its value. */
const char *tap_name(const struct tap *t, size_t i);
struct tensor *tap_value(const struct tap *t, size_t i);

#endif
