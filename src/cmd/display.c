/*
 * What is said at each stop: display and undisplay keep a list of expressions, each with its number. A value that
 * is not there yet is said to be so, and stops nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "cmd/rows.h"
#include "tensor/print.h"
#include "tensor/slice.h"

struct display {
	int id;
	char *text;
};

struct displays {
	VEC(struct display) at;
	int next;
};

enum { ELEMENTS = 6 };

static void display_free(struct displays *d, size_t i)
{
	free(d->at.p[i].text);
	memmove(d->at.p + i, d->at.p + i + 1, (--d->at.n - i) * sizeof(*d->at.p));
}

void displays_free(struct displays *d)
{
	if (!d)
		return;
	while (d->at.n)
		display_free(d, d->at.n - 1);
	vec_free(&d->at);
	free(d);
}

/* Could the whole text, but for a slice, be a name? */
static bool looks_like_name(const char *text)
{
	struct sv name, slice;

	slice_split(sv_of(text), &name, &slice);
	for (size_t i = 0; i < name.n; i++)
		if (!strchr("/_:.@-", name.p[i]) && !(name.p[i] >= '0' && name.p[i] <= '9') &&
		    !((name.p[i] | 32) >= 'a' && (name.p[i] | 32) <= 'z'))
			return false;
	return true;
}

/* A tensor by its name, or what an expression comes to; gives. */
static struct tensor *value_of(struct app *app, const char *text, struct err *err)
{
	struct named found = { 0 };
	struct tensor *t = NULL;
	struct err none = { 0 };
	struct sv slice;

	if (named_tensor(app, text, &found, &slice, &none))
		t = slice_tensor(found.t, slice, err);
	else
		t = tensor_eval(app, text, looks_like_name(text) ? NULL : err);
	if (!t && err_is(&none) && !err_is(err))
		err_move(err, &none);
	err_clear(&none);
	named_free(&found);
	return t;
}

static void one(struct app *app, const struct display *d, struct sink *out)
{
	struct str s = STR_INIT;
	struct err err = { 0 };
	struct tensor *t = value_of(app, d->text, &err);

	sink_printf(out, "%d: ", d->id);
	sink_escaped(out, sv_of(d->text));
	if (t) {
		print_brief(&s, t, ELEMENTS);
		sink_printf(out, " = %s\n", str_z(&s));
	} else {
		str_escaped(&s, sv_of(err.msg ? err.msg : "?"));
		sink_printf(out, ": %s\n", str_z(&s));
	}
	tensor_unref(t);
	err_clear(&err);
	str_free(&s);
}

void displays_print(struct app *app, struct sink *out)
{
	for (size_t i = 0; app->displays && i < app->displays->at.n; i++)
		one(app, &app->displays->at.p[i], out);
}

const char *display_at(const struct app *app, size_t i)
{
	return app->displays && i < app->displays->at.n ? app->displays->at.p[i].text : NULL;
}

static int display_exec(struct cmd_call *c, struct err *err)
{
	struct app *app = c->app;
	struct display d = { 0 };
	struct str text = STR_INIT;

	(void)err;
	if (!c->argc) {
		displays_print(app, c->out);
		if (!display_at(app, 0))
			sink_puts(c->out, "nothing is displayed\n");
		return EXIT_FINE;
	}
	for (int i = 0; i < c->argc; i++)
		str_addf(&text, "%s%s", i ? " " : "", c->argv[i]);
	if (!app->displays)
		app->displays = xcalloc(1, sizeof(*app->displays));
	d.id = ++app->displays->next;
	d.text = str_give(&text);
	vec_push(&app->displays->at, d);
	one(app, &d, c->out);
	return EXIT_FINE;
}

static bool undisplay(struct cmd_call *c, const char *what, struct err *err)
{
	struct displays *all = c->app->displays;
	uint64_t id;
	bool number = text_u64(what, &id);

	for (size_t i = 0; all && i < all->at.n; i++)
		if (number ? id == (uint64_t)all->at.p[i].id : !strcmp(what, all->at.p[i].text)) {
			display_free(all, i);
			return true;
		}
	return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "nothing displayed is %s", what);
}

static int undisplay_exec(struct cmd_call *c, struct err *err)
{
	struct displays *all = c->app->displays;

	if (!c->argc)
		sink_puts(c->out, display_at(c->app, 0) ? "nothing is displayed any more\n" : "nothing is displayed\n");
	while (!c->argc && all && all->at.n)
		display_free(all, all->at.n - 1);
	for (int i = 0; i < c->argc; i++)
		if (!undisplay(c, c->argv[i], err))
			return EXIT_ERROR;
	return EXIT_FINE;
}

const struct cmd cmd_display = {
	.name = "display",
	.alias = "disp",
	.where = CMD_PROMPT,
	.operands = "[NAME[SLICE]|EXPR]",
	.max_args = -1,
	.arg = ARG_TENSOR,
	.group = "Tensors",
	.need = NEED_DEBUGGER,
	.exec = display_exec,
	.brief = "Say a tensor or an expression at every stop; without one: say them all now.",
	.help = "As print takes it: display dense/MatMul:0, display 'np.abs(x).max()'. What is not there yet is said to\n"
		"be so. undisplay N ends one; save keeps them.",
};
const struct cmd cmd_undisplay = {
	.name = "undisplay", .where = CMD_PROMPT, .operands = "[N ...]", .max_args = -1, .group = "Tensors",
	.need = NEED_DEBUGGER, .exec = undisplay_exec, .brief = "No longer display number N, or all.",
};
