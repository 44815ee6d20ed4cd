/*
 * What every view has: a cursor, scrolling, a filter. The filter keeps the numbers of the
 * rows that pass, so that views only ever know their own rows.
 */
#include "ui/view.h"

#include <ctype.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/shapes.h"
#include "inspect/query.h"

/* ---- what is searched for: a regular expression when it is one, else plain text; case counts only
 * when the pattern has a capital letter ---- */

struct pattern {
	bool regex, fold;
	regex_t re;
	char *plain;
	struct query *query;		/* the text is one over nodes */
	struct query_world *world;
	char *bad;			/* it should be, but has a mistake */
};

struct pattern *pattern_new(const char *what)
{
	struct pattern *p = xcalloc(1, sizeof(*p));

	p->plain = xstrdup(what);
	p->fold = true;
	if (query_is(what)) {
		struct err err = { 0 };

		p->world = xcalloc(1, sizeof(*p->world));
		p->query = query_new(what, &err);
		if (!p->query)
			p->bad = xstrdup(err.msg ? err.msg : "");
		err_clear(&err);
		return p;
	}
	for (const char *c = what; *c; c++)
		if (isupper((unsigned char)*c))
			p->fold = false;
	p->regex = strpbrk(what, "^$*+?[]()|\\.") &&
		   !regcomp(&p->re, what, REG_EXTENDED | REG_NOSUB | (p->fold ? REG_ICASE : 0));
	return p;
}

bool pattern_hits(const struct pattern *p, const char *text)
{
	if (p->regex)
		return regexec(&p->re, text, 0, NULL, 0) == 0;
	return (p->fold ? strcasestr(text, p->plain) : strstr(text, p->plain)) != NULL;
}

bool pattern_query(const struct pattern *p)
{
	return p->world != NULL;
}

bool pattern_bad(const struct pattern *p, struct ui *ui)
{
	if (p->bad)
		ui_say(ui, ST_WARN, "%s: %s", p->plain, p->bad);
	return p->bad != NULL;
}

static struct igraph *world_shapes(void *ctx, const struct graph *g)
{
	struct app *app = ctx;

	return g->mg == app->mg ? app_shapes(app, g, 0) : NULL;
}

bool pattern_node(const struct pattern *p, struct ui *ui, const struct place *at)
{
	if (!p->query)
		return !p->world && pattern_names(p, graph_node_name(at->g, at->i));
	p->world->shapes = world_shapes;
	p->world->ctx = ui->app;
	return query_hits(p->query, p->world, at->g, at->i);
}

bool pattern_names(const struct pattern *p, struct sv name)
{
	struct str s = STR_INIT;
	bool hit;

	str_escaped(&s, name);
	hit = pattern_hits(p, str_z(&s));
	str_free(&s);
	return hit;
}

void pattern_free(struct pattern *p)
{
	if (p->regex)
		regfree(&p->re);
	query_free(p->query);
	free(p->world);
	free(p->bad);
	free(p->plain);
	free(p);
}

/* ---- life ---- */

struct view *view_new(struct ui *ui, const struct place *at)
{
	const struct view_ops *ops = NULL;
	const struct view_ops *const *list;
	struct view *v;
	int n;

	list = view_list(&n);
	for (int i = 0; i < n && !ops; i++)
		if (list[i]->kind == at->kind)
			ops = list[i];
	if (!ops)
		return NULL;
	v = xcalloc(1, sizeof(*v));
	v->ops = ops;
	v->ui = ui;
	v->at = *at;
	v->priv = xcalloc(1, ops->size ? ops->size : 1);
	if (ops->open)
		ops->open(v);
	return v;
}

void view_free(struct view *v)
{
	if (!v)
		return;
	search_gone(v->ui, v);
	if (v->ops->close)
		v->ops->close(v);
	free(v->priv);
	free(v->filter);
	vec_free(&v->pass);
	free(v);
}

/* ---- rows ---- */

size_t view_count(struct view *v)
{
	return v->filter ? v->pass.n : v->ops->count(v);
}

bool view_row(struct view *v, size_t i, size_t *row)
{
	if (i >= view_count(v))
		return false;
	*row = v->filter ? v->pass.p[i] : i;
	return *row < v->ops->count(v);
}

bool view_cur(struct view *v, size_t *row)
{
	return view_row(v, v->cur, row);
}

void view_fit(struct view *v)
{
	size_t n = view_count(v), h = v->h > 0 ? (size_t)v->h : 1;

	if (v->cur >= n)
		v->cur = n ? n - 1 : 0;
	if (v->cur < v->top)
		v->top = v->cur;
	if (v->cur >= v->top + h)
		v->top = v->cur - h + 1;
	if (v->top + h > n)
		v->top = n > h ? n - h : 0;
}

void view_move(struct view *v, size_t to)
{
	v->cur = to;
	view_fit(v);
}

void view_select(struct view *v, size_t row)
{
	if (!v->filter) {
		view_move(v, row);
		return;
	}
	for (size_t i = 0; i < v->pass.n; i++)
		if (v->pass.p[i] >= row) {
			view_move(v, i);
			return;
		}
}

bool view_row_hits(struct view *v, size_t row, const struct pattern *p)
{
	struct str text = STR_INIT, safe = STR_INIT;
	struct row r = { 0 };
	struct place at;
	bool hit;

	if (pattern_query(p))
		return v->ops->place && v->ops->place(v, row, &at) && at.kind == AT_NODE && pattern_node(p, v->ui, &at);
	if (v->ops->text) {
		v->ops->text(v, row, &text);
		str_escaped(&safe, str_sv(&text));
		hit = pattern_hits(p, str_z(&safe));
	} else {
		v->ops->draw(v, row, &r);
		hit = pattern_hits(p, str_z(&r.text));
	}
	row_free(&r);
	str_free(&text);
	str_free(&safe);
	return hit;
}

/* ---- filter ---- */

void view_refilter(struct view *v)
{
	struct pattern *p;
	size_t n = v->ops->count(v);

	if (!v->filter) {
		view_fit(v);
		return;
	}
	v->pass.n = 0;
	p = pattern_new(v->filter);
	pattern_bad(p, v->ui);
	for (size_t i = 0; i < n && i < UINT32_MAX; i++)
		if (view_row_hits(v, i, p))
			vec_push(&v->pass, (uint32_t)i);
	pattern_free(p);
	view_fit(v);
}

void view_filter(struct view *v, const char *what)
{
	size_t row = 0;
	bool had = view_cur(v, &row);

	free(v->filter);
	v->filter = what && *what ? xstrdup(what) : NULL;
	view_refilter(v);
	if (had)
		view_select(v, row);
}
