/* What callers see: an inference made and freed, what is known beforehand, looking things up. */
#include "infer/inside.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH = 64, NODES_AT_LEAST = 200000, TIMES = 16, MOST_BYTES = 1 << 30 };

static void know(struct infer *inf, struct sv node, const struct iout *o)
{
	struct edge e;
	struct err none = { 0 };

	if (graph_resolve(inf->mg->graph, node, &e, &none) && e.slot == 0 && e.node < inf->mg->graph->n_nodes) {
		vec_push(&inf->known, *o);
		vec_push(&inf->known_node, e.node);
	}
	err_clear(&none);
}

/* Unknown dims of a signature's input get names: ?batch for the first one's first dim, else ?KEY.DIM. */
static void know_input(struct infer *inf, const struct signature *sig, uint32_t k)
{
	const struct tensor_info *t = &sig->in[k];
	struct iout o = { .dtype = dtype_base((enum dtype)t->dtype) };
	idim d[SHAPE_MAX_RANK];
	struct str name = STR_INIT;

	for (int i = 0; i < t->shape.rank && i < SHAPE_MAX_RANK; i++) {
		str_clear(&name);
		if (i == 0 && k == 0)
			str_addz(&name, "?batch");
		else {
			str_addc(&name, '?');
			str_escaped(&name, t->key.n <= 16 ? t->key : SV("in"));
			str_addf(&name, ".%d", i);
		}
		d[i] = t->shape.dim[i] >= 0 ? t->shape.dim[i]
			: i == 0 && inf->batch > 0 ? inf->batch : sym_named(&inf->syms, str_z(&name));
	}
	o.shape = ishape_new(inf, t->shape.rank, d);
	know(inf, t->name, &o);
	str_free(&name);
}

const struct ivalue *infer_value(struct infer *inf, const struct tensor *t)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;
	struct ivalue *v;
	idim *e;
	double *f;

	if (t->n > VALUE_MAX || (kind != DK_INT && kind != DK_UINT && kind != DK_BOOL && kind != DK_FLOAT))
		return NULL;
	v = arena_alloc(inf->arena, sizeof(*v));
	e = arena_array(inf->arena, (size_t)t->n + 1, sizeof(*e));
	f = (double *)e;
	for (int64_t i = 0; i < t->n; i++) {
		if (kind == DK_FLOAT)
			f[i] = tensor_get_f64(t, i);
		else
			e[i] = tensor_get_i64(t, i);
		if (kind != DK_FLOAT && (!idim_known(e[i]) || (kind == DK_UINT && e[i] < 0)))
			return NULL;
	}
	*v = (struct ivalue){ .n = (uint32_t)t->n, .v = kind == DK_FLOAT ? NULL : e, .f = kind == DK_FLOAT ? f : NULL };
	return v;
}

static void know_given(struct infer *inf, const struct infer_given *g)
{
	struct iout o = { .shape = ishape_unknown() };

	if (g->value) {
		o.shape = ishape_from(inf, tensor_shape(g->value));
		o.value = infer_value(inf, g->value);
	} else if (g->has_shape) {
		o.shape = ishape_from(inf, g->shape);
	}
	know(inf, g->node, &o);
}

struct infer *infer_new(const struct metagraph *mg, const struct infer_opts *o)
{
	static const struct infer_opts plain = { 0 };
	struct infer *inf = xcalloc(1, sizeof(*inf));
	uint64_t nodes = mg->graph->n_nodes;

	o = o ? o : &plain;
	inf->mg = mg;
	inf->arena = arena_new();
	syms_init(&inf->syms, inf->arena);
	for (uint32_t i = 0; i < mg->n_funcs; i++)
		nodes += mg->funcs[i].graph ? mg->funcs[i].graph->n_nodes : 0;
	inf->budget = o->budget ? o->budget : NODES_AT_LEAST + TIMES * nodes;
	inf->max_bytes = (size_t)MOST_BYTES;
	inf->max_depth = o->max_depth ? o->max_depth : DEPTH;
	inf->batch = o->batch;
	inf->own = o->own;
	for (uint32_t i = 0; i < o->n_given; i++)
		know_given(inf, &o->given[i]);
	for (uint32_t i = 0; i < mg->n_sigs; i++)
		for (uint32_t k = 0; k < mg->sigs[i].n_in; k++)
			if (mg->sigs[i].in[k].encoding == TI_NAME && mg->sigs[i].in[k].has_shape)
				know_input(inf, &mg->sigs[i], k);
	igraph_new(inf, mg->graph, 0);
	return inf;
}

void infer_free(struct infer *inf)
{
	if (!inf)
		return;
	for (size_t i = 0; i < inf->all.n; i++)
		igraph_free(inf->all.p[i]);
	vec_free(&inf->all);
	vec_free(&inf->known);
	vec_free(&inf->known_node);
	map_free(&inf->bodies);
	syms_free(&inf->syms);
	arena_free(inf->arena);
	free(inf);
}

struct igraph *infer_root(struct infer *inf)
{
	return inf->all.p[0];
}

struct igraph *infer_function(struct infer *inf, const struct function *f)
{
	for (size_t i = 1; i < inf->all.n; i++)
		if (inf->all.p[i]->g == f->graph && !inf->all.p[i]->args)
			return inf->all.p[i];
	return igraph_new(inf, f->graph, 0);
}

struct igraph *infer_called(struct infer *inf, const struct function *f)
{
	infer_all(infer_root(inf));
	for (size_t i = 1; i < inf->all.n; i++)
		if (inf->all.p[i]->g == f->graph && inf->all.p[i]->args)
			return inf->all.p[i];
	return infer_function(inf, f);
}

struct igraph *infer_inside(struct igraph *ig, uint32_t node, struct sv role)
{
	igraph_demand(ig, node);
	for (size_t i = 0; i < ig->calls.n; i++)
		if (ig->calls.p[i].node == node && sv_is(role, ig->calls.p[i].role))
			return ig->calls.p[i].body;
	return NULL;
}

const struct graph *infer_graph(const struct igraph *ig)
{
	return ig->g;
}

const struct infer *infer_of(const struct igraph *ig)
{
	return ig->inf;
}

const struct iout *infer_out(struct igraph *ig, uint32_t node, uint32_t slot)
{
	if (node < ig->g->n_nodes)
		igraph_demand(ig, node);
	return igraph_peek(ig, (struct edge){ node, slot });
}

const struct infer_note *infer_notes(const struct igraph *ig, uint32_t *n)
{
	*n = (uint32_t)ig->notes.n;
	return ig->notes.p;
}
