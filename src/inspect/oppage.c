/* Pages of nodes and ops: the op's definition, its documentation and the node's attributes side by side. */
#include "inspect/oppage.h"

#include <string.h>

#include "base/str.h"
#include "inspect/oprule.h"
#include "tensor/dtype.h"

static struct oppage_line *line_add(struct oppage *p, enum oppage_part part, struct sv name)
{
	struct oppage_line l = { .part = part, .name = name };

	vec_push(&p->line, l);
	return &vec_last(&p->line);
}

/* The text into the page's arena; s is empty after. */
static struct sv keep(struct oppage *p, struct str *s)
{
	struct sv v = s->n ? arena_sv(p->a, str_sv(s)) : SV_NULL;

	str_clear(s);
	return v;
}

/* ---- arguments ---- */

/* As the definition says it: "float32", "T", "N*T", "Tin..."; "&" behind a reference. */
static void arg_type_text(struct str *s, const struct opdef_arg *a)
{
	if (a->number_attr.n) {
		str_add(s, a->number_attr);
		str_addc(s, '*');
	}
	if (a->type_list_attr.n) {
		str_add(s, a->type_list_attr);
		str_addz(s, "...");
	} else if (a->type_attr.n) {
		str_add(s, a->type_attr);
	} else {
		str_addz(s, dtype_info(a->type)->name);
	}
	str_addz(s, a->is_ref ? "&" : "");
}

static void args_add(struct oppage *p, enum oppage_part part, const struct opdef_arg *a, unsigned n)
{
	struct str s = STR_INIT;

	for (unsigned i = 0; i < n; i++) {
		struct oppage_line *l = line_add(p, part, a[i].name);

		arg_type_text(&s, &a[i]);
		l->type = keep(p, &s);
		l->index = i;
	}
	str_free(&s);
}

/* Names of the arguments' tensors in order: "values[2]" for one of several. */
struct names {
	const struct node *node;
	const struct opdef_arg *arg;
	unsigned n, at;
	uint32_t i, count;		/* within the argument */
};

static struct sv name_next(struct names *w, struct oppage *p)
{
	struct str s = STR_INIT;
	struct sv v = SV_NULL;

	while (w->at < w->n && w->i == w->count) {
		w->i = 0;
		w->count = node_arg_count(w->node, &w->arg[w->at++]);
	}
	if (w->i < w->count) {
		const struct opdef_arg *a = &w->arg[w->at - 1];

		str_add(&s, a->name);
		if (a->number_attr.n || a->type_list_attr.n)
			str_addf(&s, "[%u]", (unsigned)w->i);
		w->i++;
		v = keep(p, &s);
	}
	str_free(&s);
	return v;
}

static void tensor_text(struct oppage *p, struct oppage_line *l, struct igraph *ig,
			const struct iout *o)
{
	struct str s = STR_INIT;

	if (o->dtype != DT_INVALID)
		l->type = sv_of(dtype_info(o->dtype)->name);
	ishape_str(infer_of(ig), &s, o->shape);
	for (uint32_t i = 0; o->handle && i < o->handle->n && i < 4; i++) {
		const struct ihandle_item *h = &o->handle->item[i];

		str_addz(&s, i ? ", " : " of ");
		str_addz(&s, h->dtype == DT_INVALID ? "?" : dtype_info(h->dtype)->name);
		str_addc(&s, ' ');
		ishape_str(infer_of(ig), &s, h->shape);
	}
	l->shape = keep(p, &s);
	str_free(&s);
}

static void inputs_add(struct oppage *p, const struct node *n, struct igraph *ig)
{
	struct names w = { .node = n };

	if (n->def) {
		w.arg = n->def->in;
		w.n = n->def->n_in;
	}
	for (uint32_t i = 0; i < n->n_in; i++) {
		struct oppage_line *l = line_add(p, OPPAGE_IN, name_next(&w, p));

		l->index = i;
		l->value = n->in_text[i];
		if (ig && n->in[i].node != NODE_NONE)
			tensor_text(p, l, ig, infer_out(ig, n->in[i].node, n->in[i].slot));
	}
}

static void outputs_add(struct oppage *p, const struct node *n, struct igraph *ig)
{
	struct names w = { .node = n };

	if (n->def) {
		w.arg = n->def->out;
		w.n = n->def->n_out;
	}
	for (uint32_t i = 0; i < n->n_out; i++) {
		struct oppage_line *l = line_add(p, OPPAGE_OUT, name_next(&w, p));

		l->index = i;
		if (n->out_type[i] != DT_INVALID)
			l->type = sv_of(dtype_info(n->out_type[i])->name);
		if (ig)
			tensor_text(p, l, ig, infer_out(ig, n->index, i));
	}
}

/* ---- attributes ---- */

static void allowed_text(struct str *s, const struct opdef_attr *d)
{
	const struct attr_value *v = d->allowed.n ? opdef_attr_allowed(d) : NULL;

	if (v && v->n)
		str_addz(s, "one of ");
	for (uint32_t i = 0; v && i < v->n; i++) {
		str_addz(s, i ? ", " : "");
		attr_print(s, &v->items[i]);
	}
	if (d->has_minimum)
		str_addf(s, "at least %lld", (long long)d->minimum);
}

static const struct attr *given(const struct node *n, struct sv name)
{
	for (uint32_t i = 0; n && i < n->n_attrs; i++)
		if (sv_eq(n->attrs[i].name, name))
			return &n->attrs[i];
	return NULL;
}

static void attr_add(struct oppage *p, const struct node *n, const struct opdef_attr *d)
{
	const struct attr *a = given(n, d->name);
	const struct attr_value *v = d->has_default ? opdef_attr_default(d) : NULL;
	struct oppage_line *l = line_add(p, OPPAGE_ATTR, d->name);
	struct str s = STR_INIT;

	l->type = d->type;
	if (v)
		attr_print(&s, v);
	l->initial = keep(p, &s);
	allowed_text(&s, d);
	l->allowed = keep(p, &s);
	l->given = a != NULL;
	if (a)
		attr_print(&s, &a->v);
	else
		str_add(&s, l->initial);
	l->value = keep(p, &s);
	if (n && !a && !v)
		l->mark = OPPAGE_MISSING;
	else if (a && v && !sv_eq(l->value, l->initial))
		l->mark = OPPAGE_DIFFERS;
	str_free(&s);
}

static bool defines(const struct opdef *def, struct sv name)
{
	for (unsigned i = 0; i < def->n_attrs; i++)
		if (sv_eq(def->attrs[i].name, name))
			return true;
	return false;
}

/* What the node has beyond the definition; all that it has where there is none. */
static void foreign_add(struct oppage *p, const struct node *n)
{
	struct str s = STR_INIT;

	for (uint32_t i = 0; i < n->n_attrs; i++) {
		struct oppage_line *l;

		if (n->def && defines(n->def, n->attrs[i].name))
			continue;
		l = line_add(p, OPPAGE_ATTR, n->attrs[i].name);
		l->given = true;
		l->mark = n->def ? OPPAGE_FOREIGN : OPPAGE_PLAIN;
		attr_print(&s, &n->attrs[i].v);
		l->value = keep(p, &s);
	}
	str_free(&s);
}

static void attrs_add(struct oppage *p, const struct node *n)
{
	for (unsigned i = 0; p->def && i < p->def->n_attrs; i++)
		attr_add(p, n, &p->def->attrs[i]);
	if (n)
		foreign_add(p, n);
}

/* ---- the rule ---- */

static void rule_add(struct oppage *p, const struct node *n)
{
	struct str s = STR_INIT;

	if (p->doc)
		oprule_text(&s, p->doc->shape, n);
	p->rule = keep(p, &s);
	str_free(&s);
}

static void here_add(struct oppage *p, const struct node *n, struct igraph *ig)
{
	struct ishape *in = arena_array(p->a, (size_t)n->n_in + 1, sizeof(*in));
	struct ishape *out = arena_array(p->a, (size_t)n->n_out + 1, sizeof(*out));
	struct oprule_node at = { .node = n, .in = in, .out = out, .inf = infer_of(ig) };
	struct str s = STR_INIT;

	for (uint32_t i = 0; i < n->n_in; i++)
		in[i] = n->in[i].node == NODE_NONE ? (struct ishape){ .rank = -1 } :
			infer_out(ig, n->in[i].node, n->in[i].slot)->shape;
	for (uint32_t i = 0; i < n->n_out; i++)
		out[i] = infer_out(ig, n->index, i)->shape;
	oprule_here(&s, p->doc->shape, &at);
	p->here = keep(p, &s);
	oprule_dims(&s, p->doc->shape, &at);
	p->dims = keep(p, &s);
	str_free(&s);
}

static void notes_add(struct oppage *p, const struct node *n, struct igraph *ig)
{
	uint32_t count;
	const struct infer_note *note = infer_notes(ig, &count);

	for (uint32_t i = 0; i < count; i++)
		if (note[i].node == n->index)
			vec_push(&p->note, arena_sv(p->a, sv_of(note[i].text)));
}

static struct oppage *page_new(struct sv op, const struct opdef *def)
{
	struct oppage *p = xcalloc(1, sizeof(*p));

	p->a = arena_new();
	p->def = def;
	p->doc = opdoc_find(op);
	return p;
}

struct oppage *oppage_op(struct sv op)
{
	struct oppage *p = page_new(op, opdef_find(op));

	rule_add(p, NULL);
	if (p->def) {
		p->n_in = p->def->n_in;
		p->n_out = p->def->n_out;
		args_add(p, OPPAGE_IN, p->def->in, p->def->n_in);
		args_add(p, OPPAGE_OUT, p->def->out, p->def->n_out);
	}
	attrs_add(p, NULL);
	return p;
}

struct oppage *oppage_node(const struct node *n, struct igraph *ig)
{
	struct oppage *p = page_new(n->op, n->def);

	p->node = true;
	p->n_in = n->n_in;
	p->n_out = n->n_out;
	rule_add(p, n);
	if (p->doc && p->def && ig)
		here_add(p, n, ig);
	inputs_add(p, n, ig);
	outputs_add(p, n, ig);
	attrs_add(p, n);
	if (ig)
		notes_add(p, n, ig);
	return p;
}

void oppage_free(struct oppage *p)
{
	if (!p)
		return;
	vec_free(&p->line);
	vec_free(&p->note);
	arena_free(p->a);
	free(p);
}
