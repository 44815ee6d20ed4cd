/*
 * The palette: everything that can be done or gone to, by name, with the key that does it. Keys
 * that mean something in the view below come first, then commands, then the model's signatures,
 * functions, variables and nodes once something has been typed. What is typed is matched in order
 * of its letters
 * ("bkp" finds "breakpoint"); whole words and beginnings come first.
 */
#include "ui/view.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum entry_kind { ENTRY_KEY, ENTRY_COMMAND, ENTRY_PLACE };

struct entry {
	enum entry_kind kind;
	int score; /* the smaller, the better */
	size_t order;
	const struct key_row *key; /* ENTRY_KEY */
	const struct cmd *cmd;	   /* ENTRY_COMMAND */
	struct place to;	   /* ENTRY_PLACE */
};

struct palette {
	VEC(struct entry) entry;
	size_t of; /* commands and keys there are */
	bool more; /* not every node was looked at */
	char *text;
	unsigned ctx; /* of the view below */
};

/* Names of the model that are looked at for a keystroke, and shown of each kind. */
enum { LOOK_AT = 50000, SHOWN = 200 };

static struct palette *pal_of(struct view *v)
{
	return v->priv;
}

/* ---- how well a text fits ---- */

static int lower(char c)
{
	return tolower((unsigned char)c);
}

static bool starts_at(struct sv text, size_t i, const char *what)
{
	for (; *what; what++, i++)
		if (i >= text.n || lower(text.p[i]) != lower(*what))
			return false;
	return true;
}

/* 0: begins so; 1: a word of it does; 2: it holds it; -1: it does not. */
static int fit_whole(struct sv text, const char *what)
{
	int first = lower(*what), best = -1;

	for (size_t i = 0; i < text.n && best != 0; i++)
		if (lower(text.p[i]) == first && starts_at(text, i, what)) {
			int s = i == 0 ? 0 : isalnum((unsigned char)text.p[i - 1]) ? 2 : 1;

			if (best < 0 || s < best)
				best = s;
		}
	return best;
}

/* As above, else 3 and on: its letters in order, the nearer the better. */
static int fit(struct sv text, const char *what)
{
	size_t i, first = 0, at = 0;
	int whole = *what ? fit_whole(text, what) : 0;

	if (whole >= 0)
		return whole;
	for (i = 0; i < text.n && what[at]; i++)
		if (lower(text.p[i]) == lower(what[at]) && at++ == 0)
			first = i;
	return what[at] ? -1 : (int)(3 + (i - first < 1000 ? i - first : 1000));
}

static int better(int a, int b)
{
	return a < 0 ? b : b < 0 || a < b ? a : b;
}

/* ---- what there is ---- */

static void entry_add(struct palette *p, struct entry e, int score)
{
	e.score = 4 * score + (int)e.kind;
	e.order = p->entry.n;
	if (score >= 0)
		vec_push(&p->entry, e);
}

static void keys_add(struct palette *p, const struct ui *ui)
{
	const struct key_row *k;

	for (size_t i = 0; (k = key_row_at(&ui->keys, i)); i++) {
		if (!(k->where & p->ctx) || key_find(&ui->keys, k->key[0], p->ctx) != k ||
		    k->action[0] == ':')
			continue;
		p->of++;
		entry_add(p, (struct entry){.kind = ENTRY_KEY, .key = k},
			  better(fit(sv_of(k->help), p->text), fit(sv_of(k->action), p->text)));
	}
}

static void commands_add(struct palette *p)
{
	int n;
	const struct cmd *const *all = cmd_list(&n);

	for (int i = 0; i < n; i++) {
		const struct cmd *c = all[i];
		int score;

		if (!(c->where & CMD_PROMPT) || !c->brief)
			continue;
		p->of++;
		score = fit(sv_of(c->name), p->text);
		if (c->alias)
			score = better(score, fit(sv_of(c->alias), p->text));
		if (score < 0 || score > 2)
			score = better(score, fit(sv_of(c->brief), p->text));
		entry_add(p, (struct entry){.kind = ENTRY_COMMAND, .cmd = c}, score);
	}
}

/* Names are only taken that hold the text: letters strewn over a long path say nothing. */
static bool place_add(struct palette *p, size_t *shown, struct sv name, struct place to)
{
	int score = fit_whole(name, p->text);

	if (score < 0)
		return true;
	entry_add(p, (struct entry){.kind = ENTRY_PLACE, .to = to}, score);
	return ++*shown < SHOWN;
}

static void nodes_add(struct palette *p, const struct metagraph *mg)
{
	size_t looked = 0, shown = 0;

	for (uint32_t k = 0; k <= mg->n_funcs; k++) {
		const struct graph *g = k ? mg->funcs[k - 1].graph : mg->graph;

		for (uint32_t i = 0; g && i < g->n_nodes; i++) {
			struct place to = {.kind = AT_NODE, .mg = mg, .g = g, .i = i};

			p->more = looked++ >= LOOK_AT ||
				  !place_add(p, &shown, graph_node_name(g, i), to);
			if (p->more)
				return;
		}
	}
}

static void places_add(struct palette *p, const struct metagraph *mg)
{
	size_t shown = 0;
	uint32_t n;
	const struct variable *v;

	for (uint32_t i = 0; i < mg->n_sigs; i++)
		place_add(p, &shown, mg->sigs[i].key,
			  (struct place){.kind = AT_SIGNATURE, .mg = mg, .i = i});
	shown = 0;
	for (uint32_t i = 0; i < mg->n_funcs && i < LOOK_AT; i++)
		if (!place_add(p, &shown, mg->funcs[i].name,
			       (struct place){.kind = AT_FUNCTION, .mg = mg, .i = i}))
			break;
	shown = 0;
	v = metagraph_variables(mg, &n);
	for (uint32_t i = 0; i < n && i < LOOK_AT; i++)
		if (!place_add(p, &shown, v[i].name,
			       (struct place){.kind = AT_VARIABLE, .mg = mg, .i = i}))
			break;
	nodes_add(p, mg);
}

static int entry_order(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void fill(struct view *v)
{
	struct palette *p = pal_of(v);

	p->entry.n = p->of = 0;
	p->more = false;
	keys_add(p, v->ui);
	commands_add(p);
	if (p->text[0] && p->text[1] && v->ui->app->mg)
		places_add(p, v->ui->app->mg);
	if (p->entry.n)
		qsort(p->entry.p, p->entry.n, sizeof(*p->entry.p), entry_order);
	view_move(v, 0);
}

void palette_filter(struct ui *ui, const char *text)
{
	struct view *v = ui_focused(ui);

	if (!v || v->at.kind != AT_PALETTE)
		return;
	free(pal_of(v)->text);
	pal_of(v)->text = xstrdup(text);
	fill(v);
}

/* ---- the view ---- */

static void palette_open(struct view *v)
{
	pal_of(v)->text = xstrdup("");
	pal_of(v)->ctx = ui_context(v->ui);
	fill(v);
}

static void palette_close(struct view *v)
{
	free(pal_of(v)->text);
	vec_free(&pal_of(v)->entry);
}

static void palette_title(struct view *v, struct row *r)
{
	const struct palette *p = pal_of(v);
	size_t n = 0;

	for (size_t i = 0; i < p->entry.n; i++)
		n += p->entry.p[i].kind != ENTRY_PLACE;
	row_addf(r, ST_TITLE, "find: %zu of %zu keys and commands", n, p->of);
	if (p->entry.n > n || p->more)
		row_addf(r, ST_TITLE, ", %zu%s names of the model", p->entry.n - n,
			 p->more ? " or more" : "");
}

static size_t palette_count(struct view *v)
{
	return pal_of(v)->entry.n;
}

/* Keys that run a command by its bare name, on whichever screen. */
static void command_keys(const struct ui *ui, const struct cmd *c, struct str *out)
{
	size_t n = strlen(c->name);
	const struct key_row *k;

	for (size_t i = 0; (k = key_row_at(&ui->keys, i)); i++)
		if (strchr(":?", k->action[0]) && !strncmp(k->action + 1, c->name, n) &&
		    (!k->action[n + 1] || !strcmp(k->action + n + 1, " %p"))) {
			if (out->n)
				str_addc(out, ' ');
			key_names_text(&ui->keys, k, out);
		}
}

static int text_column(const struct ui *ui)
{
	return ui->cv.w < 70 ? 16 : 22;
}

static void command_row(const struct ui *ui, const struct cmd *c, struct row *r)
{
	struct str keys = STR_INIT;

	command_keys(ui, c, &keys);
	row_add(r, ST_KEY, str_z(&keys));
	row_pad(r, text_column(ui));
	row_addf(r, ST_TEXT, ":%s", c->name);
	row_addf(r, ST_DIM, "  %s", c->brief);
	str_free(&keys);
}

static void place_row(const struct ui *ui, const struct place *to, struct row *r)
{
	static const char *const kinds[] = {
		[AT_SIGNATURE] = "signature",
		[AT_FUNCTION] = "function",
		[AT_VARIABLE] = "variable",
		[AT_NODE] = "node",
	};
	struct str name = STR_INIT;

	row_addf(r, ST_DIM, "%s", kinds[to->kind]);
	row_pad(r, text_column(ui));
	place_name(to, &name);
	row_name_fit(r, ST_TEXT, str_sv(&name), ui->cv.w - text_column(ui));
	str_free(&name);
	if (to->kind == AT_NODE && to->g->func) {
		row_add(r, ST_DIM, "  in ");
		row_name(r, ST_DIM, to->g->func->name);
	}
}

static void palette_draw(struct view *v, size_t i, struct row *r)
{
	const struct entry *e = &pal_of(v)->entry.p[i];
	struct str names = STR_INIT;

	if (e->kind == ENTRY_COMMAND) {
		command_row(v->ui, e->cmd, r);
	} else if (e->kind == ENTRY_PLACE) {
		place_row(v->ui, &e->to, r);
	} else {
		key_names_text(&v->ui->keys, e->key, &names);
		row_add(r, ST_KEY, str_z(&names));
		row_pad(r, text_column(v->ui));
		row_add(r, ST_TEXT, e->key->help);
		str_free(&names);
	}
}

/* A command that can do without operands runs; the others wait at the prompt for theirs. */
static void command_choose(struct ui *ui, const struct cmd *c)
{
	char *line;

	if (c->min_args == 0 && !c->operands) {
		ui_command(ui, c->name, true);
		return;
	}
	line = xasprintf("%s ", c->name);
	prompt_open(&ui->prompt, PROMPT_COMMAND, NULL, line);
	ui_say(ui, ST_DIM, "%s %s", c->name, c->operands ? c->operands : "");
	free(line);
}

void palette_choose(struct ui *ui)
{
	struct view *v = ui_focused(ui);
	struct entry e = {0};
	size_t row;
	bool any;

	if (!v || v->at.kind != AT_PALETTE)
		return;
	any = view_cur(v, &row);
	if (any)
		e = pal_of(v)->entry.p[row];
	ui_close(ui);
	if (!any)
		ui_say(ui, ST_WARN, "nothing has such a name");
	else if (e.kind == ENTRY_KEY)
		ui_do(ui, e.key);
	else if (e.kind == ENTRY_COMMAND)
		command_choose(ui, e.cmd);
	else
		ui_go(ui, &e.to);
}

const struct view_ops view_palette = {
	.kind = AT_PALETTE,
	.size = sizeof(struct palette),
	.ctx = CTX_TEXT,
	.open = palette_open,
	.close = palette_close,
	.title = palette_title,
	.count = palette_count,
	.draw = palette_draw,
};

/* ---- above the prompt ---- */

static void hint_row(const struct ui *ui, const struct cmd *c, struct row *r)
{
	struct str keys = STR_INIT;

	command_keys(ui, c, &keys);
	row_addf(r, ST_TEXT, ":%s", c->name);
	row_pad(r, 19);
	row_add(r, ST_KEY, str_z(&keys));
	row_pad(r, 30);
	row_add(r, ST_DIM, c->brief);
	str_free(&keys);
}

int palette_hints(struct ui *ui, const char *start, struct row *r, int most)
{
	int n, found = 0;
	const struct cmd *const *all = cmd_list(&n);
	struct sv what = sv_of(start);

	for (int i = 0; i < n; i++) {
		const struct cmd *c = all[i];

		if (!(c->where & CMD_PROMPT) || !c->brief ||
		    (!sv_starts(sv_of(c->name), what) &&
		     !(c->alias && sv_starts(sv_of(c->alias), what))))
			continue;
		if (found < most)
			hint_row(ui, c, &r[found]);
		found++;
	}
	return found;
}
