/* The stepper's closure and its values; going on is in stepper_go.c. */
#include "debug/stepper_inside.h"

#include <stdlib.h>
#include <string.h>


/* ---- what the fetches need ---- */

/* Nodes that the fetches need, marked in need[]; false with an error when one is damaged. */
static bool reach(const struct stepper *s, uint8_t *need, uint32_t *count, struct err *err)
{
	VEC(uint32_t) todo = { 0 };
	bool ok = true;

	*count = 0;
	for (size_t i = 0; i < s->fetch.n; i++)
		vec_push(&todo, s->fetch.p[i].node);
	while (ok && todo.n > 0) {
		uint32_t i = todo.p[--todo.n];
		const struct node *n;

		if (i >= s->g->n_nodes || need[i])
			continue;
		need[i] = 1;
		++*count;
		n = graph_node(s->g, i, err);
		ok = n != NULL;
		for (uint32_t k = 0; ok && k < n->n_in; k++)
			vec_push(&todo, n->in[k].node);
		for (uint32_t k = 0; ok && k < n->n_ctl; k++)
			vec_push(&todo, n->ctl[k].node);
	}
	vec_free(&todo);
	return ok;
}

/* The edge that closes a loop: nobody waits for it. */
static bool is_back(const struct stepper *s, const struct node *to, struct edge e)
{
	return (sv_is(to->op, "Merge") || sv_is(to->op, "RefMerge")) && e.node < s->g->n_nodes &&
	       sv_ends(graph_node_op(s->g, e.node), SV("NextIteration"));
}

static uint32_t waits_for(const struct stepper *s, const struct node *n)
{
	uint32_t count = n->n_ctl;

	for (uint32_t k = 0; k < n->n_in; k++)
		count += n->in[k].node < s->g->n_nodes && !is_back(s, n, n->in[k]);
	for (uint32_t k = 0; k < n->n_ctl; k++)
		count -= n->ctl[k].node >= s->g->n_nodes;
	return count;
}

static void placed(struct stepper *s, uint32_t i)
{
	s->place[i] = s->n;
	s->order[s->n++] = i;
}

/* Nodes without inputs first, then whatever these free: last in, first out. */
static bool sort(struct stepper *s, const uint8_t *need, struct err *err)
{
	uint32_t *waits = xcalloc((size_t)s->g->n_nodes + 1, sizeof(*waits));
	VEC(uint32_t) ready = { 0 };
	bool ok = true;

	for (uint32_t i = s->g->n_nodes; i-- > 0;)
		if (need[i] && !(waits[i] = waits_for(s, graph_node(s->g, i, NULL))))
			vec_push(&ready, i);
	while (ok && ready.n > 0) {
		uint32_t i = ready.p[--ready.n], n = 0;
		const struct consumer *c = graph_consumers(s->g, i, &n, err);

		ok = c || !n;
		placed(s, i);
		for (uint32_t k = 0; c && k < n; k++) {
			const struct node *to = need[c[k].node] ? graph_node(s->g, c[k].node, NULL) : NULL;

			if (to && !(c[k].input != SLOT_CONTROL && is_back(s, to, (struct edge){ i, c[k].slot })) &&
			    waits[c[k].node] && !--waits[c[k].node])
				vec_push(&ready, c[k].node);
		}
	}
	for (uint32_t i = 0; i < s->g->n_nodes; i++)	/* in a circle that is no loop */
		if (need[i] && s->place[i] == NODE_NONE)
			placed(s, i);
	vec_free(&ready);
	free(waits);
	return ok;
}

/* ---- the arrays ---- */

/* Does output slot of a node refer to a variable instead of holding a value? */
static bool is_ref(const struct node *n, uint32_t slot)
{
	uint32_t at = 0;

	if (n->out_type[slot] == DT_RESOURCE)
		return true;
	for (uint16_t k = 0; n->def && k < n->def->n_out; k++) {
		at += node_arg_count(n, &n->def->out[k]);
		if (slot < at)
			return n->def->out[k].is_ref;
	}
	return false;
}

static bool is_variable(const struct node *n)
{
	return sv_is(n->op, "VariableV2") || sv_is(n->op, "Variable") || sv_is(n->op, "VarHandleOp");
}

struct sv step_variable_name(const struct stepper *s, uint32_t i)
{
	const struct node *n = s->node[i].n;
	struct sv name;

	return node_attr_str(n, "shared_name", &name) && name.n ? name : n->name;
}

static void fill(struct stepper *s)
{
	uint32_t outs = 0;

	for (uint32_t i = 0; i < s->n; i++) {
		const struct node *n = graph_node(s->g, s->order[i], NULL);

		s->node[i] = (struct step_node){ .n = n, .variable = is_variable(n) };
		s->first[i] = outs;
		outs += n->n_out;
	}
	s->first[s->n] = outs;
	s->out = xcalloc((size_t)outs + 1, sizeof(*s->out));
	for (uint32_t i = 0; i < s->n; i++)
		for (uint32_t k = 0; k < s->node[i].n->n_out; k++)
			step_out_at(s, i, k)->ref = is_ref(s->node[i].n, k);
}

/* The output that an edge of the graph means; NULL: none here. */
static struct step_out *out_of(const struct stepper *s, struct edge e)
{
	uint32_t i = e.node < s->g->n_nodes ? s->place[e.node] : NODE_NONE;

	return i == NODE_NONE || e.slot >= s->node[i].n->n_out ? NULL : step_out_at(s, i, e.slot);
}

static void mark_used(struct stepper *s)
{
	struct step_out *o;

	for (uint32_t i = 0; i < s->n; i++)
		for (uint32_t k = 0; k < s->node[i].n->n_in; k++)
			if ((o = out_of(s, s->node[i].n->in[k])))
				o->used = true;
	for (size_t i = 0; i < s->fetch.n; i++)
		if ((o = out_of(s, s->fetch.p[i])))
			o->used = true;
}

/* Does a node take anything that is made within a loop? */
static bool takes_looped(const struct stepper *s, const struct node *n)
{
	for (uint32_t k = 0; k < n->n_in + n->n_ctl; k++) {
		struct edge e = k < n->n_in ? n->in[k] : n->ctl[k - n->n_in];
		uint32_t i = e.node < s->g->n_nodes ? s->place[e.node] : NODE_NONE;

		if (i != NODE_NONE && s->node[i].looped && !sv_ends(s->node[i].n->op, SV("Exit")))
			return true;
	}
	return false;
}

static void mark_looped(struct stepper *s)
{
	bool more = true;

	while (more) {
		more = false;
		for (uint32_t i = 0; i < s->n; i++) {
			struct step_node *p = &s->node[i];

			if (p->looped || sv_ends(p->n->op, SV("Exit")))
				continue;
			p->looped = sv_is(p->n->op, "Enter") || sv_is(p->n->op, "RefEnter") || takes_looped(s, p->n);
			more |= p->looped;
		}
	}
}

static bool client_feeds(struct stepper *s, struct err *err)
{
	const struct signature *sig = dbg_signature(s->d);

	for (uint32_t i = 0; i < sig->n_in; i++) {
		struct step_out *o;
		struct edge e;

		if (!dbg_input(s->d, i))
			continue;
		if (!exec_info_edge(s->d->mg, &sig->in[i], "input", &e, err))
			return false;
		o = out_of(s, e);
		if (o && !o->client)
			o->client = tensor_ref(dbg_input(s->d, i));
	}
	return true;
}

static bool fetches(struct stepper *s, struct err *err)
{
	const struct signature *sig = dbg_signature(s->d);

	for (uint32_t i = 0; i < sig->n_out; i++) {
		struct edge e;

		if (!exec_info_edge(s->d->mg, &sig->out[i], "output", &e, err))
			return false;
		if (sig->out[i].dtype == DT_INVALID)	/* an operation */
			e.slot = SLOT_CONTROL;
		vec_push(&s->fetch, e);
	}
	return true;
}

static bool closure(struct stepper *s, struct err *err)
{
	uint8_t *need = xcalloc((size_t)s->g->n_nodes + 1, 1);
	uint32_t count;
	bool ok = fetches(s, err) && reach(s, need, &count, err);

	if (ok) {
		s->order = xcalloc((size_t)count + 1, sizeof(*s->order));
		s->first = xcalloc((size_t)count + 1, sizeof(*s->first));
		s->node = xcalloc((size_t)count + 1, sizeof(*s->node));
		s->place = xcalloc((size_t)s->g->n_nodes + 1, sizeof(*s->place));
		for (uint32_t i = 0; i < s->g->n_nodes; i++)
			s->place[i] = NODE_NONE;
		ok = sort(s, need, err);
	}
	free(need);
	if (!ok)
		return false;
	fill(s);
	mark_used(s);
	mark_looped(s);
	return client_feeds(s, err);
}

struct stepper *stepper_new(struct dbg *d, struct err *err)
{
	struct stepper *s;

	if (!d->sig || d->trace) {
		err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			"The node stepper works on the fetches of a signature, not on a function's call");
		return NULL;
	}
	dbg_reset(d);
	if (!dbg_load(d, err))
		return NULL;
	session_load(d->s, d->fresh);
	s = xcalloc(1, sizeof(*s));
	s->d = d;
	s->g = d->mg->graph;
	if (closure(s, err))
		return s;
	stepper_free(s);
	return NULL;
}

void stepper_free(struct stepper *s)
{
	if (!s)
		return;
	session_load(s->d->s, s->d->fresh);
	for (uint32_t i = 0; s->out && i < s->first[s->n]; i++) {
		tensor_unref(s->out[i].client);
		tensor_unref(s->out[i].handle);
		tensor_unref(s->out[i].override);
		tensor_unref(s->out[i].dump);
	}
	for (uint32_t i = 0; i < s->n; i++)
		tensor_unref(s->node[i].old);
	tensor_unref(s->value);
	vec_free(&s->fetch);
	vec_free(&s->feed);
	vec_free(&s->updated);
	free(s->order);
	free(s->first);
	free(s->place);
	free(s->node);
	free(s->out);
	free(s);
}

/* ---- looking ---- */

uint32_t stepper_n(const struct stepper *s)
{
	return s->n;
}

struct sv stepper_name(const struct stepper *s, uint32_t i)
{
	return s->node[i].n->name;
}

unsigned stepper_status(const struct stepper *s, uint32_t i)
{
	const struct step_node *p = &s->node[i];
	unsigned status = 0;

	status |= sv_is(p->n->op, "Placeholder") ? STEP_PLACEHOLDER : 0;
	status |= p->looped ? STEP_UNFEEDABLE : 0;
	status |= p->dirty ? STEP_DIRTY : 0;
	for (uint32_t k = 0; k < p->n->n_out; k++) {
		const struct step_out *o = step_out_at(s, i, k);

		status |= o->handle ? STEP_HANDLE : 0;
		status |= o->dump ? STEP_INTERMEDIATE : 0;
		status |= o->override && o->used ? STEP_OVERRIDE : 0;
	}
	return status;
}

uint32_t stepper_next(const struct stepper *s)
{
	return s->next;
}

void step_next_find(struct stepper *s)
{
	s->next = 0;
	for (uint32_t i = 0; i < s->n; i++)
		if (s->node[i].done || (stepper_status(s, i) & STEP_OVERRIDE))
			s->next = i + 1;
}

bool stepper_find(const struct stepper *s, struct sv name, uint32_t *i)
{
	long colon = sv_find(name, ':');
	uint32_t node = graph_find(s->g, colon < 0 ? name : sv_sub(name, 0, (size_t)colon));

	*i = node == NODE_NONE ? NODE_NONE : s->place[node];
	return *i != NODE_NONE;
}

bool stepper_uses(const struct stepper *s, uint32_t i, uint32_t slot)
{
	return slot < s->node[i].n->n_out && step_out_at(s, i, slot)->used;
}

uint32_t stepper_outputs(const struct stepper *s, uint32_t i, uint32_t *slot)
{
	uint32_t n = 0;

	for (uint32_t k = s->node[i].n->n_out; k-- > 0;)
		if (stepper_uses(s, i, k)) {
			*slot = k;
			n++;
		}
	return n;
}

struct tensor *stepper_value(const struct stepper *s, uint32_t i, uint32_t slot, enum stepper_from *from)
{
	const struct step_out *o = step_out_at(s, i, slot);
	bool fed = sv_is(s->node[i].n->op, "Placeholder");

	*from = fed ? FROM_CLIENT : o->override ? FROM_OVERRIDE : o->handle ? FROM_HANDLE : FROM_INTERMEDIATE;
	return fed ? o->client : o->override ? o->override : o->handle ? o->handle : o->dump;
}

/* ---- changing ---- */

static void forget(struct tensor **t)
{
	tensor_unref(*t);
	*t = NULL;
}

/* Does node to take output slot of node i, or anything of a node that is gone? */
static bool depends(const struct stepper *s, const struct node *to, uint32_t i, uint32_t slot, const uint8_t *gone)
{
	for (uint32_t k = 0; k < to->n_in + to->n_ctl; k++) {
		struct edge e = k < to->n_in ? to->in[k] : to->ctl[k - to->n_in];
		uint32_t from = e.node < s->g->n_nodes ? s->place[e.node] : NODE_NONE;

		if (from != NODE_NONE && (gone[from] || (from == i && (e.slot == slot || slot == SLOT_CONTROL))))
			return true;
	}
	return false;
}

void step_invalidate(struct stepper *s, uint32_t i, uint32_t slot)
{
	uint8_t *gone = xcalloc((size_t)s->n + 1, 1);
	bool more = true;

	while (more) {		/* once, but for loops */
		more = false;
		for (uint32_t k = 0; k < s->n; k++)
			if (!gone[k] && depends(s, s->node[k].n, i, slot, gone))
				gone[k] = more = true;
	}
	for (uint32_t k = 0; k < s->n; k++)
		for (uint32_t o = s->first[k]; o < s->first[k + 1]; o++)
			if (gone[k] || (k == i && (slot == SLOT_CONTROL || o == s->first[k] + slot))) {
				forget(&s->out[o].handle);
				forget(&s->out[o].dump);
			}
	free(gone);
}

void stepper_inject(struct stepper *s, uint32_t i, uint32_t slot, struct tensor *t)
{
	struct step_out *o = step_out_at(s, i, slot);

	tensor_ref(t);
	tensor_unref(o->override);
	o->override = t;
	step_invalidate(s, i, slot);
	step_next_find(s);
}
