/* Rules by shape inference: ops whose inputs cannot fit, and shapes that are said otherwise than the rules find them. */
#include "inspect/check_inside.h"

#include <stdlib.h>

#include "infer/infer.h"

static struct infer *shapes(struct check *c)
{
	if (!c->infer)
		c->infer = infer_new(c->mg, NULL);
	return c->infer;
}

static void conflicts_in(struct check *c, struct igraph *ig)
{
	const struct graph *g = infer_graph(ig);
	const struct infer_note *note;
	uint32_t n;

	infer_all(ig);
	note = infer_notes(ig, &n);
	for (uint32_t i = 0; i < n; i++) {
		const struct node *k = note[i].node < g->n_nodes && reach_has(&c->serve, g, note[i].node) ?
			graph_node(g, note[i].node, NULL) : NULL;

		if (k)
			check_any(c, c->rule->severity, g, k, "%s", note[i].text);
	}
}

void rule_shape_conflict(struct check *c)
{
	struct infer *inf = shapes(c);

	conflicts_in(c, infer_root(inf));
	for (size_t gi = 1; gi < c->serve.graph.n; gi++) {
		if (!check_go_on(c, "working out shapes", (double)gi / (double)c->serve.graph.n))
			return;
		conflicts_in(c, infer_called(inf, c->serve.graph.p[gi].g->func));
	}
	if (infer_limited(inf))
		check_say_unjudged(c, "not all shapes were worked out: a limit was reached");
}

struct shape infer_signature_shape(struct check *c, struct edge e, int64_t *dim)
{
	return ishape_plain(infer_out(infer_root(shapes(c)), e.node, e.slot)->shape, dim);
}

void check_infer_free(struct check *c)
{
	infer_free(c->infer);
}
