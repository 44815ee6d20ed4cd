/* See walk.h. */
#include "walk.h"

#include <stdlib.h>

#include "base/str.h"
#include "cmd/about.h"

static void walk_node(const struct graph *g, uint32_t i, struct walk_counts *c)
{
	struct err e = { 0 };
	const struct node *n = graph_node(g, i, &e);
	struct str s = STR_INIT;
	uint32_t n_cons;
	struct sv bytes;

	c->nodes++;
	if (!n) {
		c->bad_nodes++;
		err_clear(&e);
		return;
	}
	for (uint32_t k = 0; k < n->n_in + n->n_ctl; k++)
		c->unresolved += n->in[k].node == NODE_NONE;
	for (uint32_t k = 0; k < n->n_attrs; k++)
		attr_print(&s, &n->attrs[k].v);
	if (node_attr_tensor(n, "value", &bytes)) {
		struct tensor *t = tensorproto_decode(bytes, &e);

		c->consts++;
		c->bad_consts += t == NULL;
		tensor_unref(t);
		err_clear(&e);
	}
	graph_consumers(g, i, &n_cons, NULL);
	graph_find(g, n->name);
	str_free(&s);
}

static void walk_variables(const struct metagraph *mg, struct walk_counts *c)
{
	struct bundle *b = model_bundle(mg->model, NULL);
	const struct variable *v;
	uint32_t n;

	v = metagraph_variables(mg, &n);
	for (uint32_t i = 0; i < n; i++) {
		struct err e = { 0 };
		struct tensor *t;

		c->variables++;
		c->trainable += v[i].trainable;
		if (v[i].entry < 0 || !b)
			continue;
		t = bundle_read(b, v[i].entry, &e);
		c->read += t != NULL;
		c->unreadable += t == NULL;
		tensor_unref(t);
		err_clear(&e);
	}
}

static void walk_metagraph(const struct metagraph *mg, struct walk_counts *c)
{
	const struct object_node *o;
	uint32_t n;

	for (uint32_t f = 0; f <= mg->n_funcs; f++) {
		const struct graph *g = f ? mg->funcs[f - 1].graph : mg->graph;

		for (uint32_t i = 0; g && i < g->n_nodes; i++)
			walk_node(g, i, c);
	}
	walk_variables(mg, c);
	o = metagraph_objects(mg, &n);
	for (uint32_t i = 0; i < n; i++)
		c->objects += o[i].id >= 0;
	metagraph_collections(mg, &n);
}

/* Every report that the commands print, as text and as JSON; of things that there are many of, the first. */
enum { REPORTED = 40 };

static void report_made(struct report *r)
{
	struct sink none = sink_null();

	report_text(r, &none);
	report_json(r, &none);
	report_free(r);
}

static void reports(const struct metagraph *mg, uint32_t n,
		    void (*about)(struct report *r, const struct metagraph *mg, uint32_t i))
{
	for (uint32_t i = 0; i < n && i < REPORTED; i++) {
		struct report r;

		report_init(&r, REPORT_GROUP);
		about(&r, mg, i);
		report_made(&r);
	}
}

static void nodes_reported(const struct graph *g)
{
	for (uint32_t i = 0; i < g->n_nodes && i < REPORTED; i++) {
		struct err e = { 0 };
		struct report r;

		report_init(&r, REPORT_GROUP);
		about_node(&r, g, i, &e);
		report_made(&r);
		err_clear(&e);
	}
}

static void about_all(struct report *r, const struct metagraph *mg, uint32_t i)
{
	(void)i;
	about_meta(r, mg);
	about_fingerprint(r, mg->model);
	about_warmup(r, mg->model);
	if (report_open(r, "files", REPORT_LIST)) {
		about_files(r, mg->model);
		report_close(r);
	}
}

static void walk_reports(const struct metagraph *mg)
{
	uint32_t n;

	reports(mg, 1, about_all);
	reports(mg, mg->n_sigs, about_signature);
	reports(mg, mg->n_funcs, about_function);
	reports(mg, mg->n_assets, about_asset);
	metagraph_objects(mg, &n);
	reports(mg, n, about_object);
	metagraph_collections(mg, &n);
	reports(mg, n, about_collection);
	nodes_reported(mg->graph);
}

bool walk_path(const char *path, struct walk_counts *c, struct err *err)
{
	struct model *m = model_open(path, err);

	*c = (struct walk_counts){ 0 };
	if (!m)
		return false;
	for (int i = 0; i < model_n_metagraphs(m); i++)
		walk_metagraph(model_metagraph(m, i), c);
	for (int i = 0; i < model_n_metagraphs(m); i++)
		walk_reports(model_metagraph(m, i));
	for (uint32_t i = 0; i < model_n_damage(m); i++)
		(void)model_damage(m, i);
	model_close(m);
	return true;
}
