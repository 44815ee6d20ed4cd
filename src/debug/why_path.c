/*
 * The way from an input of the run to a finding, a line a node: the shortest. A finding that no
 * input leads to (a constant, a weight) comes first, then the way to where it meets what an input
 * leads to.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "debug/why.h"
#include "tensor/print.h"

enum { PATH_MAX_LINES = 24, PATH_HEAD = 8 };

/* From the finding up: of each node the input that leads to an input of the run, by the shortest
 * way. */
static bool way_up(const struct why *w, uint32_t event, uint32_t **from, uint32_t *start)
{
	uint32_t n = tape_n(w->tape);
	VEC(uint32_t) queue = {0};
	bool found = false;

	*from = xmalloc(((size_t)n + 1) * sizeof(**from));
	for (uint32_t i = 0; i < n; i++)
		(*from)[i] = TAPE_NONE;
	(*from)[event] = event;
	vec_push(&queue, event);
	for (size_t q = 0; q < queue.n && !found; q++) {
		const struct tape_event *e = tape_event(w->tape, queue.p[q]);

		*start = queue.p[q];
		if (why_is_input(e)) {
			found = true;
			break;
		}
		for (uint32_t i = 0; i < tape_n_behind(e); i++) {
			uint32_t up = tape_behind(w->tape, e, i);

			if (up == TAPE_NONE || (*from)[up] != TAPE_NONE)
				continue;
			(*from)[up] = queue.p[q];
			vec_push(&queue, up);
		}
	}
	vec_free(&queue);
	return found;
}

static void path_line(const struct why *w, uint32_t event, struct str *out)
{
	const struct tape_event *e = tape_event(w->tape, event);
	const struct tape_value *v = e->n_out ? tape_value(w->tape, e->out[0]) : NULL;

	str_addz(out, "  ");
	str_escaped(out, sv_of(e->path));
	str_addf(out, "%s (%.*s)", e->iter, SV_ARG(e->n->op));
	if (v) {
		str_addz(out, " ");
		print_type(out, v->t);
	}
	str_addc(out, '\n');
}

static void path_to(const struct why *w, uint32_t event, struct str *out)
{
	uint32_t *from, start, k, n = 0, i = 0;

	if (way_up(w, event, &from, &start)) {
		for (k = start; k != event; k = from[k])
			n++;
		for (k = start;; k = from[k], i++) {
			if (n < PATH_MAX_LINES || i < PATH_HEAD ||
			    n - i < PATH_MAX_LINES - PATH_HEAD)
				path_line(w, k, out);
			else if (i == PATH_HEAD)
				str_addf(out, "  ... %u nodes ...\n", n - PATH_MAX_LINES + 1);
			if (k == event)
				break;
		}
	} else {
		path_line(w, event, out);
	}
	free(from);
}

/* Does one of the values that went into e bear the mark? */
static bool takes_marked(const struct why *w, const struct tape_event *e, const uint8_t *mark)
{
	for (uint32_t i = 0; i < tape_n_behind(e); i++) {
		uint32_t up = tape_behind(w->tape, e, i);

		if (up != TAPE_NONE && mark[up])
			return true;
	}
	return false;
}

/* Where a finding that no input leads to meets what an input leads to. One pass: what is behind an event
 * comes before it. */
static uint32_t meeting(const struct why *w)
{
	uint32_t n = tape_n(w->tape), found = TAPE_NONE;
	uint8_t *after = xcalloc((size_t)n + 1, 1), *led = xcalloc((size_t)n + 1, 1);

	after[w->event] = 1;
	for (uint32_t k = 0; k < n && found == TAPE_NONE; k++) {
		const struct tape_event *e = tape_event(w->tape, k);

		led[k] = why_is_input(e) || takes_marked(w, e, led);
		if (k <= w->event)
			continue;
		after[k] = takes_marked(w, e, after);
		for (uint32_t i = 0; after[k] && i < e->n_in; i++)
			if (e->in[i] != TAPE_NONE && led[e->in[i]])
				found = k;
	}
	free(after);
	free(led);
	return found;
}

void why_path(const struct why *w, struct str *out)
{
	const struct tape_event *e = tape_event(w->tape, w->event);
	bool led = false;
	uint32_t k;

	if (!e)
		return;
	for (uint32_t i = 0; i < e->n_in; i++)
		led |= why_from_input(w, e->in[i]);
	k = led || why_is_input(e) ? TAPE_NONE : meeting(w);
	if (k != TAPE_NONE)
		path_line(w, w->event, out);
	path_to(w, k == TAPE_NONE ? w->event : k, out);
}
