/*
 * The form before a run: which signature, a value for each of its inputs, and the start. Every row is
 * done by a command: signature NAME, feed KEY VALUE, step, run.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "cmd/recall.h"
#include "cmd/rows.h"
#include "tensor/print.h"
#include "ui/page.h"

enum what { ROW_NOTHING, ROW_SIGNATURE, ROW_INPUT, ROW_VALUE, ROW_STEP, ROW_RUN };

struct form_row {
	enum what what;
	uint32_t i;
};

struct form {
	struct page page;	/* first */
	VEC(struct form_row) what;	/* of each row of the page */
};

static const struct signature *chosen(const struct view *v)
{
	return v->ui->app->dbg ? dbg_signature(v->ui->app->dbg) : NULL;
}

static void what_set(struct form *f, enum what w, uint32_t i)
{
	while (f->what.n < f->page.line.n)
		vec_push(&f->what, ((struct form_row){ ROW_NOTHING, 0 }));
	vec_last(&f->what) = (struct form_row){ w, i };
}

static void signature_row(struct view *v, uint32_t i)
{
	const struct signature *s = &v->ui->app->mg->sigs[i];
	struct form *f = v->priv;
	struct row *r = page_add(&f->page);
	bool on = chosen(v) == s;

	row_add(r, on ? ST_HERE : ST_DIM, on ? " (*) " : " ( ) ");
	row_name(r, on ? ST_HEAD : ST_TEXT, s->key);
	row_addf(r, ST_DIM, "  %u in, %u out", s->n_in, s->n_out);
	what_set(f, ROW_SIGNATURE, i);
}

/* Those that people run first, the init op last. */
static void signature_rows(struct view *v)
{
	const struct metagraph *mg = v->ui->app->mg;
	struct form *f = v->priv;

	page_head(&f->page, "signature");
	for (uint32_t i = 0; i < mg->n_sigs; i++)
		if (!sig_is_init(&mg->sigs[i]))
			signature_row(v, i);
	for (uint32_t i = 0; i < mg->n_sigs; i++)
		if (sig_is_init(&mg->sigs[i]))
			signature_row(v, i);
	if (!mg->n_sigs)
		row_add(page_add(&f->page), ST_WARN, " the model has no signatures");
}

/* What it was given the last time, with smtui started anew too. */
static void last_row(struct view *v, const struct tensor_info *ti, uint32_t i)
{
	char *last = recall_last(v->ui->app, chosen(v), ti->key);
	struct form *f = v->priv;
	struct row *r;

	if (!last)
		return;
	r = page_add(&f->page);
	row_add(r, ST_DIM, "     Enter, Up: ");
	row_name(r, ST_DIM, sv_of(last));
	what_set(f, ROW_INPUT, i);
	free(last);
}

static void input_row(struct view *v, const struct tensor_info *ti, uint32_t i)
{
	const struct dbg *d = v->ui->app->dbg;
	const char *text = dbg_input_text(d, i);
	struct tensor *t = dbg_input(d, i);
	struct form *f = v->priv;
	struct row *r = page_add(&f->page);
	struct str s = STR_INIT;

	row_add(r, ST_TEXT, " ");
	row_name(r, ST_HEAD, ti->key);
	row_add(r, ST_TEXT, "  ");
	if (dtype_enum_name(ti->dtype))
		row_add(r, ST_TYPE, dtype_info(dtype_base((enum dtype)ti->dtype))->name);
	if (ti->has_shape) {
		shape_str_py(&s, ti->shape);
		row_addf(r, ST_TEXT, " %s", str_z(&s));
	}
	what_set(f, ROW_INPUT, i);
	r = page_add(&f->page);
	row_add(r, ST_DIM, "   = ");
	row_add(r, text ? ST_TEXT : ST_WARN, text ? text : "not set: Enter");
	what_set(f, text ? ROW_VALUE : ROW_INPUT, i);
	if (!text)
		last_row(v, ti, i);
	if (t) {
		r = page_add(&f->page);
		str_clear(&s);
		print_type(&s, t);
		row_addf(r, ST_GOOD, "     %s", str_z(&s));
		what_set(f, ROW_INPUT, i);
	}
	str_free(&s);
}

static void start_rows(struct form *f)
{
	static const char *const hints[] = {
		"Enter edits a value (Up: those before)",
		"zeros, ones, random:SEED, [[1, 2]], or",
		"a file: .npy .npz .pkl .png .jpg .gif",
		".bmp .wav .tfrecord .csv .tsv .txt, a",
		"folder/ or a pattern of them",
		"",
		"p: a picture, prepared in all usual ways",
		"d: is each row of a batch treated alone?",
		"!: why does it go wrong?",
	};

	page_head(&f->page, "start");
	row_add(page_add(&f->page), ST_KEY, " step: stop before the first node (s)");
	what_set(f, ROW_STEP, 0);
	row_add(page_add(&f->page), ST_KEY, " run to the end or a breakpoint (c)");
	what_set(f, ROW_RUN, 0);
	page_blank(&f->page);
	for (size_t i = 0; i < sizeof(hints) / sizeof(*hints); i++) {
		row_add(page_add(&f->page), ST_DIM, hints[i]);
		what_set(f, ROW_NOTHING, 0);
	}
}

static void form_make(struct view *v)
{
	const struct signature *sig = chosen(v);
	struct form *f = v->priv;

	f->what.n = 0;
	signature_rows(v);
	if (!sig) {
		what_set(f, f->what.n ? vec_last(&f->what).what : ROW_NOTHING,
			 f->what.n ? vec_last(&f->what).i : 0);
		return;
	}
	page_head(&f->page, "inputs");
	for (uint32_t i = 0; i < sig->n_in; i++)
		input_row(v, &sig->in[i], i);
	if (!sig->n_in)
		row_add(page_add(&f->page), ST_DIM, " none: it can be run as it is");
	start_rows(f);
}

/* The first input without a value, else the first row of the start. */
static size_t first_to_do(struct view *v)
{
	struct form *f = v->priv;

	for (size_t i = 0; i < f->what.n; i++)
		if (f->what.p[i].what == ROW_INPUT && !dbg_input(v->ui->app->dbg, f->what.p[i].i))
			return i;
	for (size_t i = 0; i < f->what.n; i++)
		if (f->what.p[i].what == ROW_STEP)
			return i;
	return f->what.n > 1 ? 1 : 0;
}

static void form_open(struct view *v)
{
	form_make(v);
	v->cur = first_to_do(v);
}

static void form_close(struct view *v)
{
	struct form *f = v->priv;

	vec_free(&f->what);
	page_clear(&f->page);
}

static void form_fresh(struct view *v)
{
	struct form *f = v->priv;

	page_clear(&f->page);
	form_make(v);
	view_move(v, first_to_do(v));
}

static struct form_row row_what(struct view *v)
{
	struct form *f = v->priv;
	size_t row;

	if (view_cur(v, &row) && row < f->what.n)
		return f->what.p[row];
	return (struct form_row){ ROW_NOTHING, 0 };
}

/* Up brings back what this input was given, the last one first. */
static void values_recall(struct view *v, const struct signature *sig, struct sv key)
{
	recalled list = { 0 };

	recall_get(v->ui->app, sig, key, &list);
	for (size_t i = 0; i < list.n; i++)
		prompt_recallable(&v->ui->prompt, PROMPT_VALUE, list.p[i]);
	recalled_free(&list);
}

static void edit(struct view *v, uint32_t i)
{
	const struct signature *sig = chosen(v);
	const char *text = dbg_input_text(v->ui->app->dbg, i);
	struct str before = STR_INIT, label = STR_INIT;

	str_addz(&before, "feed ");
	if (!ui_quote(&before, sig->in[i].key)) {
		ui_say(v->ui, ST_WARN, "this key cannot be written as one word");
		str_free(&before);
		return;
	}
	str_addc(&before, ' ');
	str_escaped(&label, sig->in[i].key);
	str_addz(&label, " = ");
	values_recall(v, sig, sig->in[i].key);
	prompt_open(&v->ui->prompt, PROMPT_VALUE, str_z(&label), text);
	v->ui->prompt.before = str_give(&before);
	str_free(&label);
}

static void choose(struct view *v, uint32_t i)
{
	struct str line = STR_INIT;

	str_addz(&line, "signature ");
	if (ui_quote(&line, v->ui->app->mg->sigs[i].key))
		ui_command(v->ui, str_z(&line), false);
	else
		ui_say(v->ui, ST_WARN, "this key cannot be written as one word");
	str_free(&line);
}

static bool form_action(struct view *v, const char *a)
{
	struct form_row w = row_what(v);

	if (strcmp(a, "open"))
		return false;
	switch (w.what) {
	case ROW_SIGNATURE:
		choose(v, w.i);
		break;
	case ROW_INPUT:
	case ROW_VALUE:
		edit(v, w.i);
		break;
	case ROW_STEP:
		ui_command(v->ui, "start", false);
		break;
	case ROW_RUN:
		ui_command(v->ui, "run", false);
		break;
	case ROW_NOTHING:
		break;
	}
	return true;
}

/* The value of the input at the cursor, else of the first one. */
static struct tensor *form_tensor(struct view *v, size_t i, struct str *label)
{
	const struct signature *sig = chosen(v);
	struct form *f = v->priv;
	uint32_t k = i < f->what.n && (f->what.p[i].what == ROW_INPUT ||
				       f->what.p[i].what == ROW_VALUE) ? f->what.p[i].i : 0;

	if (!sig || k >= sig->n_in)
		return NULL;
	str_escaped(label, sig->in[k].key);
	if (!dbg_input(v->ui->app->dbg, k))
		str_addz(label, ": not set yet");
	return tensor_ref(dbg_input(v->ui->app->dbg, k));
}

/* A value is drawn for the panel's width: a path says most at its end. */
static void form_draw(struct view *v, size_t i, struct row *r)
{
	struct form *f = v->priv;

	if (i >= f->what.n || f->what.p[i].what != ROW_VALUE) {
		page_draw(v, i, r);
		return;
	}
	row_add(r, ST_DIM, "   = ");
	row_name_fit(r, ST_TEXT, sv_of(dbg_input_text(v->ui->app->dbg, f->what.p[i].i)), v->w - r->width);
}

static void form_text(struct view *v, size_t i, struct str *out)
{
	struct row r = { 0 };

	page_draw(v, i, &r);
	str_add(out, str_sv(&r.text));
	row_free(&r);
}

const struct view_ops view_form = {
	.kind = AT_FORM, .size = sizeof(struct form), .ctx = CTX_FORM, .open = form_open,
	.close = form_close, .count = page_count, .draw = form_draw, .text = form_text,
	.tensor = form_tensor,
	.action = form_action, .fresh = form_fresh,
};
