/*
 * Named conditions on tensors: the built-in has_inf_or_nan, and people's own, put into words: debug/cond.h's, as
 * "gt100 = float and max > 100". They come from run --filter and from "filter" lines of the settings file.
 */
#include "cmd/tfdbg/filters.h"

#include <stdlib.h>

#include "cmd/settings.h"
#include "cmd/tfdbg/dumps.h"
#include "cmd/tfdbg/match.h"
#include "cmd/tfdbg/verbs.h"
#include "tensor/stats.h"

#define BUILT_IN "has_inf_or_nan"

struct filter {
	char *name, *text;
	struct cond cond;
};

struct tf_filters {
	VEC(struct filter) own;
};

static bool is_name(struct sv s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.", s.p[i]) || !s.p[i])
			return false;
	return s.n > 0;
}

static struct sv trimmed(struct sv s)
{
	while (s.n && strchr(" \t\r\n", s.p[0]))
		s = sv_sub(s, 1, s.n);
	while (s.n && strchr(" \t\r\n", s.p[s.n - 1]))
		s.n--;
	return s;
}

static struct filter *find(const struct tfdbg *t, struct sv name)
{
	for (size_t i = 0; t->filters && i < t->filters->own.n; i++)
		if (sv_is(name, t->filters->own.p[i].name))
			return &t->filters->own.p[i];
	return NULL;
}

bool tf_filter_add(struct tfdbg *t, struct sv name, struct sv words, struct err *err)
{
	struct filter f = { 0 }, *old;

	if (!is_name(name) || sv_is(name, BUILT_IN))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "\"%.*s\" cannot be a filter's name",
			       SV_ARG(name));
	if (!cond_parse(words, &f.cond, err))
		return err_note(err, "in filter \"%.*s\"", SV_ARG(name));
	f.name = xsvdup(name);
	f.text = xsvdup(words);
	if (!t->filters)
		t->filters = xcalloc(1, sizeof(*t->filters));
	old = find(t, name);
	if (old) {
		free(old->name);
		free(old->text);
		*old = f;
	} else {
		vec_push(&t->filters->own, f);
	}
	return true;
}

void tf_filters_read(struct tfdbg *t, struct sink *msg)
{
	const struct settings *s = app_settings(t->app);

	for (size_t i = 0; i < s->filter.n; i++) {
		const struct binding *b = &s->filter.p[i];
		struct err err = { 0 };

		if (!tf_filter_add(t, sv_of(b->key), sv_of(b->action), &err)) {
			char *why = err_text(&err);

			sink_printf(msg, "%s: %s\n", b->from, why);
			free(why);
		}
		err_clear(&err);
	}
}

bool tf_filter_option(struct tfdbg *t, const char *text, struct err *err)
{
	struct sv all = sv_of(text);
	long eq = sv_find(all, '=');

	if (eq < 0)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "--filter is NAME=CONDITION, as in 'big=float and max > 100', not \"%s\"", text);
	return tf_filter_add(t, trimmed(sv_sub(all, 0, (size_t)eq)), trimmed(sv_sub(all, (size_t)eq + 1, all.n)), err);
}

void tf_filters_free(struct tf_filters *f)
{
	for (size_t i = 0; f && i < f->own.n; i++) {
		free(f->own.p[i].name);
		free(f->own.p[i].text);
	}
	if (f)
		vec_free(&f->own);
	free(f);
}

/* ---- for the verbs ---- */

static void filter_row(struct rich *out, const char *name)
{
	struct str link = STR_INIT;

	str_addf(&link, "run -f %s", name);
	rich_add(out, "        * %s", name);
	rich_span(out, 10, 10 + strlen(name), RT_PLAIN, str_z(&link));
	str_free(&link);
}

const char *tf_filter_name(const struct tfdbg *t, size_t i)
{
	if (!i)
		return BUILT_IN;
	return t->filters && i <= t->filters->own.n ? t->filters->own.p[i - 1].name : NULL;
}

void tf_filters_list(const struct tfdbg *t, struct rich *out)
{
	const char *name;

	rich_add(out, "    Registered filter(s):");
	for (size_t i = 0; (name = tf_filter_name(t, i)) != NULL; i++)
		filter_row(out, name);
}

bool tf_filter_known(const struct tfdbg *t, const char *name)
{
	return !strcmp(name, BUILT_IN) || find(t, sv_of(name));
}

bool tf_filter_passes(struct tfdbg *t, const char *name, const struct tf_dump *d, struct err *err)
{
	const struct filter *f = find(t, sv_of(name));
	struct tensor *v = dump_value(t, d, err);
	struct stats s;

	if (!v)
		return false;
	if (f)
		return dtype_info(v->dtype)->kind != DK_STRING && cond_meets(&f->cond, v, NULL, -1, NULL);
	stats_look(v, 0, &s);
	return s.n_nan + s.n_pinf + s.n_ninf > 0;
}

bool tf_filter_any(struct tfdbg *t, const char *name, const char *not, struct err *err)
{
	struct tf_dumps *d = tf_dumps(t, err);
	struct match m;
	bool yes = false;

	if (!d || !match_make(&m, not, err))
		return false;
	for (size_t i = 0; !yes && i < d->all.n && !err_is(err); i++)
		yes = !(m.on && match_is(&m, sv_of(d->all.p[i].node))) &&
		      tf_filter_passes(t, name, &d->all.p[i], err);
	match_free(&m);
	return yes;
}
