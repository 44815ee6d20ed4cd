/* What a node's page says of its op: sentence, traps, shape rule, attributes with defaults. */
#include "ui/view_op.h"

#include "cmd/shapes.h"

/* ---- shapes ---- */

enum { FAST_NODES = 8000, MOMENT_NODES = 4000, VALUE_BYTES = 400, WIDE = 100 };

static uint64_t model_nodes(const struct metagraph *mg)
{
	uint64_t n = mg->graph->n_nodes;

	for (uint32_t i = 0; i < mg->n_funcs; i++)
		n += mg->funcs[i].graph->n_nodes;
	return n;
}

/* A key must not wait for the inference of a large model: there a function is seen alone, and no more of it
 * than takes a moment; a large graph has only the shapes that are written in it. */
struct oppage *node_page_of(struct view *v, const struct node *n)
{
	struct infer *own = NULL;
	struct igraph *ig = NULL;
	struct oppage *o;

	if (v->at.mg == v->ui->app->mg && model_nodes(v->at.mg) <= FAST_NODES) {
		ig = app_shapes(v->ui->app, v->at.g, 0);
	} else if (v->at.g->n_nodes <= FAST_NODES) {
		own = infer_new(v->at.mg, &(struct infer_opts){ .budget = MOMENT_NODES });
		ig = v->at.g->func ? infer_function(own, v->at.g->func) : infer_root(own);
	}
	o = oppage_node(n, ig);
	infer_free(own);
	return o;
}

const struct oppage_line *oppage_tensor(const struct oppage *o, enum oppage_part part, uint32_t i)
{
	if (i >= (part == OPPAGE_IN ? o->n_in : o->n_out))
		return NULL;
	return &o->line.p[part == OPPAGE_IN ? i : (size_t)o->n_in + i];
}

/* ---- about ---- */

static void labelled(struct page *p, enum style st, const char *label, struct sv text, int width)
{
	struct str s = STR_INIT;

	if (text.n) {
		str_addz(&s, label);
		str_add(&s, text);
		page_wrap(p, st, 1, 3, width, str_sv(&s));
	}
	str_free(&s);
}

void about_part(struct page *p, const struct oppage *o, int width, bool brief)
{
	if (!o->doc && !o->note.n)
		return;
	if (!brief)
		page_head(p, "the op");
	if (o->doc)
		page_wrap(p, ST_TEXT, 1, 1, width, sv_of(o->doc->does));
	for (int i = 0; o->doc && i < 2 && o->doc->trap[i]; i++)
		labelled(p, ST_WARN, "! ", sv_of(o->doc->trap[i]), width);
	for (size_t i = 0; i < o->note.n; i++)
		labelled(p, ST_BAD, "cannot be: ", o->note.p[i], width);
	if (!brief || !o->here.n || width >= WIDE)
		labelled(p, ST_DIM, "rule ", o->rule, width);
	labelled(p, ST_TYPE, brief ? "shapes " : "here ", o->here, width);
	if (!brief)
		labelled(p, ST_DIM, "with ", o->dims, width);
}

/* ---- attributes ---- */

static struct place function_place(struct view *v, const struct node *n, struct sv attr)
{
	for (uint32_t i = 0; i < n->n_attrs; i++) {
		const struct attr *a = &n->attrs[i];
		const struct function *f =
			a->v.kind == ATTR_FUNC && sv_eq(a->name,
							attr) ? metagraph_function(v->at.mg,
								a->v.s) : NULL;

		if (f)
			return (struct place){ .kind = AT_FUNCTION, .mg = v->at.mg,
					       .i = (uint32_t)(f - v->at.mg->funcs) };
	}
	return (struct place){ .kind = AT_NONE };
}

static struct sv cut(struct sv text)
{
	return sv_sub(text, 0, text.n < VALUE_BYTES ? text.n : VALUE_BYTES);
}

static void attr_line(struct view *v, struct page *p, const struct node *n,
		      const struct oppage_line *l)
{
	struct place to = function_place(v, n, l->name);
	struct row *r = page_link(p, to);
	bool differs = l->mark == OPPAGE_DIFFERS;

	row_add(r, differs ? ST_WARN : ST_TEXT, differs ? "*" : l->mark == OPPAGE_FOREIGN ? "+" : " ");
	row_name(r, ST_DIM, l->name);
	row_add(r, ST_TEXT, " ");
	if (l->mark == OPPAGE_MISSING)
		row_add(r, ST_BAD, "missing, and it has no default");
	else
		row_name(r, to.kind != AT_NONE ? ST_LINK : l->given ? ST_TEXT : ST_DIM,
			 cut(l->value));
	if (differs) {
		row_add(r, ST_DIM, "  default ");
		row_name(r, ST_DIM, cut(l->initial));
	} else if (!l->given && l->mark == OPPAGE_PLAIN) {
		row_add(r, ST_DIM, "  by default");
	}
	if (l->type.n)
		row_addf(r, ST_DIM, "  %.*s", SV_ARG(l->type));
}

/* What the node says for itself comes first, then what it leaves to the op, then what is not the op's. */
static int rank(const struct oppage_line *l)
{
	return l->mark == OPPAGE_FOREIGN ? 2 : l->given || l->mark == OPPAGE_MISSING ? 0 : 1;
}

void attrs_part(struct view *v, struct page *p, const struct node *n, const struct oppage *o)
{
	bool any = false;

	for (int pass = 0; pass < 3; pass++)
		for (size_t i = 0; i < o->line.n; i++) {
			const struct oppage_line *l = &o->line.p[i];

			if (l->part != OPPAGE_ATTR || rank(l) != pass)
				continue;
			if (!any)
				page_head(p, "attributes");
			any = true;
			attr_line(v, p, n, l);
		}
}
