/*
 * What the element is made of, over the screen: the way to it, what it is, its terms, each of which Enter
 * follows. The page is the command's (cmd/terms.h); here it is drawn, and keys run the command again.
 */
#include "ui/view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/grad.h"
#include "cmd/terms.h"
#include "ui/tensorview.h"

static const struct terms_trail *trail_of(const struct view *v)
{
	return v->ui->app->terms;
}

static void terms_title(struct view *v, struct row *r)
{
	const struct terms_trail *t = trail_of(v);
	size_t n = t ? t->step.n : 0, from = n > 3 ? n - 3 : 0;

	row_add(r, ST_TITLE, "terms");
	for (size_t i = from; i < n; i++) {
		row_add(r, ST_DIM, i == from ? (from ? "  … > " : "  ") : " > ");
		row_name_fit(r, i + 1 < n ? ST_DIM : ST_TITLE, sv_of(t->step.p[i].shown),
			     i + 1 < n		    ? v->w / 4
			     : v->w > r->width + 12 ? v->w - r->width - 1
						    : 10);
	}
}

static int terms_heads(struct view *v)
{
	const struct terms_trail *t = trail_of(v);

	return t ? 2 + (t->page.note != NULL) + (t->page.check != NULL) : 1;
}

static void head_line(struct row *r, enum style st, const char *text)
{
	row_add(r, ST_TEXT, " ");
	row_name(r, st, sv_of(text));
}

static void columns_head(struct view *v, struct row *r)
{
	const struct terms_trail *t = trail_of(v);
	bool weighed = t && t->page.row.n && t->page.row.p[0].weighed;

	row_add(r, ST_DIM,
		weighed ? "    #   share      product        value       weight  of"
			: "    #        value  of");
}

static void terms_head(struct view *v, int i, struct row *r)
{
	const struct terms_trail *t = trail_of(v);

	if (!t) {
		row_add(r, ST_DIM, "no element was asked for: = on one in a tensor");
		return;
	}
	if (i == 0)
		head_line(r, ST_TEXT, t->page.head);
	else if (i == 1 && t->page.note)
		head_line(r, ST_DIM, t->page.note);
	else if (i == 1 + (t->page.note != NULL) && t->page.check)
		head_line(r, strstr(t->page.check, "MORE") ? ST_BAD : ST_DIM, t->page.check);
	else
		columns_head(v, r);
}

static size_t terms_count(struct view *v)
{
	return trail_of(v) ? trail_of(v)->page.row.n : 0;
}

/* "a/long/name:0[0,3]" keeps its end. */
static void element_draw(struct row *r, enum style st, const char *shown, int room)
{
	const char *index = strrchr(shown, '[');
	int n = index ? (int)strlen(index) : 0;

	if (index)
		row_name_fit(r, st, (struct sv){shown, (size_t)(index - shown)},
			     room > n + 8 ? room - n : 8);
	else
		row_name_fit(r, st, sv_of(shown), room);
	row_add(r, st, index ? index : "");
}

static void terms_draw(struct view *v, size_t i, struct row *r)
{
	const struct term_row *t = &trail_of(v)->page.row.p[i];

	row_addf(r, ST_DIM, "%5zu ", i + 1);
	if (t->weighed)
		row_addf(r, ST_NUM, "%6.1f%% %12.6g ", t->share * 100, t->product);
	row_addf(r, ST_NUM, "%12s", t->value ? t->value : "");
	if (t->weighed)
		row_addf(r, ST_NUM, " %12.6g", t->weight);
	row_add(r, ST_TEXT, "  ");
	element_draw(r, t->name ? ST_LINK : ST_TEXT, t->shown ? t->shown : "?",
		     v->w > 110		    ? 60
		     : v->w > r->width + 12 ? v->w - r->width - 1
					    : 11);
	if (t->weight_shown) {
		row_add(r, ST_DIM, "  * ");
		row_name(r, ST_DIM, sv_of(t->weight_shown));
	}
	if (t->won)
		row_add(r, ST_GOOD, "  the one");
	if (t->what) {
		row_add(r, ST_DIM, "  ");
		row_name(r, ST_DIM, sv_of(t->what));
	}
}

static void terms_text(struct view *v, size_t i, struct str *out)
{
	const struct term_row *t = &trail_of(v)->page.row.p[i];

	str_addz(out, t->shown ? t->shown : "");
	str_addz(out, " ");
	str_addz(out, t->weight_shown ? t->weight_shown : "");
}

static void run_again(struct view *v, const char *what)
{
	char *line = xasprintf("terms %s", what);

	if (ui_command(v->ui, line, false)) {
		view_refilter(v);
		view_move(v, 0);
	}
	free(line);
}

/* ---- from a tensor to there ---- */

void terms_popup(struct ui *ui)
{
	struct place at = {.kind = AT_TERMS, .mg = ui->app->mg};

	if (!ui->popup.n || vec_last(&ui->popup)->at.kind != AT_TERMS)
		ui_popup(ui, &at);
}

/* The name of the element under the cursor: the tensor is looked for in the history. */
static bool element_name(struct ui *ui, const struct tview *t, struct str *out)
{
	const struct dbg *d = ui->app->dbg;
	struct dbg_event e;

	for (uint64_t i = 0; d && t->t && i < dbg_n_events(d); i++) {
		if (!dbg_event(d, i, &e))
			continue;
		for (int k = 0; k < e.n_out; k++) {
			if (dbg_event_out(d, i, k, NULL) != t->t)
				continue;
			str_addf(out, "%s:%d%s[", e.path, k, e.iter);
			for (int a = 0; a < t->t->rank; a++)
				str_addf(out, "%s%lld", a ? "," : "", (long long)t->at[a]);
			str_addz(out, "]");
			return true;
		}
	}
	ui_say(ui, ST_WARN, "this tensor is not one that the run made");
	return false;
}

/* The picture that grad has left: |g| by the first input, as a heat map. */
static void saliency_popup(struct ui *ui)
{
	const struct grad_kept *k = ui->app->grad;
	struct place at = {.kind = AT_TENSOR};
	struct view *v;

	if (!k || !k->t) {
		ui_say(ui, ST_WARN, "no input has a gradient here");
		return;
	}
	ui_popup(ui, &at);
	v = vec_last(&ui->popup);
	tensor_view_set(v, k->t, k->label);
	if (tview_can(v->priv, TV_HEAT))
		((struct tview *)v->priv)->mode = TV_HEAT;
}

/* Runs what the action asks about the element of that name, and shows it. */
static void ask(struct ui *ui, const char *action, const char *name)
{
	bool terms = !strcmp(action, "terms"), heat = !strcmp(action, "saliency");
	struct str line = STR_INIT;

	str_addz(&line, terms ? "terms " : "grad ");
	if (!ui_quote(&line, sv_of(name)))
		ui_say(ui, ST_WARN, "this node's name cannot be written as one word");
	else if (ui_command(ui, str_z(&line), !terms && !heat) && terms)
		terms_popup(ui);
	else if (heat)
		saliency_popup(ui);
	str_free(&line);
}

static bool is_gradient(const char *action)
{
	return !strcmp(action, "gradient") || !strcmp(action, "saliency");
}

bool tensor_origin(struct view *v, const char *action)
{
	struct str name = STR_INIT;

	if (strcmp(action, "terms") && !is_gradient(action))
		return false;
	if (element_name(v->ui, v->priv, &name))
		ask(v->ui, action, str_z(&name));
	str_free(&name);
	return true;
}

/* ---- the view ---- */

static bool terms_action(struct view *v, const char *a)
{
	const struct terms_trail *t = trail_of(v);
	char what[32];
	size_t row;

	if (!strcmp(a, "terms-back")) {
		run_again(v, "back");
		return true;
	}
	if (is_gradient(a) && t && t->page.name) {
		ask(v->ui, a, t->page.name);
		return true;
	}
	if ((strcmp(a, "open") && strcmp(a, "terms-weight")) || !view_cur(v, &row))
		return false;
	snprintf(what, sizeof(what), "%zu%s", row + 1, *a == 't' ? "w" : "");
	run_again(v, what);
	return true;
}

static void terms_fresh(struct view *v)
{
	view_refilter(v);
}

const struct view_ops view_terms = {
	.kind = AT_TERMS,
	.ctx = CTX_TERMS,
	.title = terms_title,
	.heads = terms_heads,
	.head = terms_head,
	.count = terms_count,
	.draw = terms_draw,
	.text = terms_text,
	.action = terms_action,
	.fresh = terms_fresh,
};
