/* From a typed line to a verb's answer: unknown verbs, syntax errors, exception pages, > FILE. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "cmd/tfdbg/verbs.h"

static const struct tf_verb *const list[] = {
#define VERB(id) &id,
#include "cmd/tfdbg/verbs.def"
#undef VERB
};

const struct tf_verb *const *tf_verbs(int *n)
{
	*n = (int)(sizeof(list) / sizeof(*list));
	return list;
}

static bool is_named(const struct tf_verb *v, const char *name)
{
	if (!strcmp(v->name, name))
		return true;
	for (const char *const *a = v->aliases; a && *a; a++)
		if (!strcmp(*a, name))
			return true;
	return false;
}

const struct tf_verb *tf_find(const struct tfdbg *t, const char *name)
{
	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if ((list[i]->where & t->at) && is_named(list[i], name))
			return list[i];
	return NULL;
}

/* ---- for the verbs ---- */

bool tf_error(struct tf_call *c, const char *fmt, ...)
{
	struct str s = STR_INIT, safe = STR_INIT;
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	str_escaped(&safe, str_sv(&s));
	rich_add(c->out, "ERROR: %s", str_z(&safe));
	rich_style(c->out, RT_RED);
	str_free(&s);
	str_free(&safe);
	return true;
}

bool tf_raise(struct err *err, const char *class, const char *fmt, ...)
{
	struct str s = STR_INIT;
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "%s: %s", class, str_z(&s));
	str_free(&s);
	return false;
}

const struct tf_val *tf_opt(const struct tf_call *c, const char *name)
{
	static const struct tf_val none;

	for (int i = 0; i < tf_n_flags(c->verb); i++)
		if (c->verb->flags[i].name && !strcmp(c->verb->flags[i].name, name))
			return &c->opt[i];
	return &none;
}

bool tf_flag(const struct tf_call *c, const char *name)
{
	return tf_opt(c, name)->given;
}

const char *tf_str(const struct tf_call *c, const char *name)
{
	return tf_opt(c, name)->s;
}

/* ---- what goes wrong ---- */

static void red_line(struct rich *out, const char *before, const char *word, const char *after)
{
	struct str s = STR_INIT;

	str_addz(&s, before);
	str_escaped(&s, sv_of(word));
	str_addz(&s, after);
	rich_sv(out, str_sv(&s));
	rich_style(out, RT_RED);
	str_free(&s);
}

void tf_syntax(struct tf_call *c)
{
	red_line(c->out, "Syntax error for command: ", c->as, "");
	red_line(c->out, "For help, do \"help ", c->as, "\"");
}

/* "ValueError: text" as Python's page about an exception: the class and the text, then where it stands. */
static void exception_page(const struct tf_verb *v, const struct tf_words_list *w, const struct err *err,
			   struct rich *out)
{
	char *text = err_text(err);
	size_t n = strcspn(text, ":\n ");
	bool class = text[n] == ':' && n > 5 && !strncmp(text + n - 4, "rror", 4);
	struct str head = STR_INIT, body = STR_INIT;

	str_addz(&head, v->name);
	for (size_t i = 1; i < w->word.n; i++)
		str_addf(&head, " %s", w->word.p[i]);
	red_line(out, "Error occurred during handling of command: ", str_z(&head), ":");
	str_addf(&body, "<class '%.*s'>: %s", class ? (int)n : 12, class ? text : "RuntimeError",
		 class ? text + n + 1 + strspn(text + n + 1, " ") : text);
	rich_text(out, str_sv(&body));
	rich_add(out, "%s", "");
	rich_add(out, "raised by %s of smtui", v->name);
	rich_add(out, "%s", "");
	str_free(&head);
	str_free(&body);
	free(text);
}

/* ---- > FILE ---- */

static void write_file(const char *path, struct rich *out)
{
	FILE *f = fopen(path, "w");
	struct sink s = sink_file(f);

	if (f)
		rich_print(out, &s);
	if (!f || fclose(f) || s.failed)
		rich_toast(out, true, "Failed to write output to %s", path);
	else
		rich_toast(out, false, "Wrote output to %s", path);
}

/* ---- a line ---- */

static void run_verb(struct tfdbg *t, const struct tf_verb *v, const struct tf_words_list *w, int width,
		     struct rich *out)
{
	struct tf_val *opt = xcalloc((size_t)tf_n_flags(v) + 1, sizeof(*opt));
	const char **argv = xcalloc(w->word.n + 1, sizeof(*argv));
	struct tf_call c = {
		.t = t, .verb = v, .as = w->word.p[0], .opt = opt, .argv = argv, .out = out, .width = width,
	};
	struct err err = { 0 };
	bool help;

	if (!tf_parse(v, (int)w->word.n - 1, w->word.p + 1, opt, argv, &c.argc, &help)) {
		tf_syntax(&c);
	} else if (help) {
		tf_help_verb(v, out);
	} else if (!v->exec(&c, &err)) {
		rich_clear(out);
		exception_page(v, w, &err, out);
	}
	err_clear(&err);
	free(opt);
	free(argv);
}

void tf_dispatch(struct tfdbg *t, const char *line, int width, struct rich *out)
{
	struct tf_words_list w;
	const struct tf_verb *v;

	intr_clear();
	if (!tf_split(line, &w)) {
		red_line(out, "ERROR: Redirect file path is empty", "", "");
	} else if (!w.word.n || !(v = tf_find(t, w.word.p[0]))) {
		red_line(out, "ERROR: Invalid command prefix \"", w.word.n ? w.word.p[0] : "", "\"");
	} else {
		run_verb(t, v, &w, width, out);
		if (w.redirect)
			write_file(w.redirect, out);
	}
	tf_words_free(&w);
}
