/* The app: what is open, and the choices that commands make for the user when there is only one. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cmd/gaps.h"
#include "cmd/grad.h"
#include "cmd/rows.h"
#include "cmd/settings.h"
#include "cmd/terms.h"
#include "infer/infer.h"
#include "model/callable.h"

void app_init(struct app *app)
{
	*app = (struct app){ 0 };
}

void app_free(struct app *app)
{
	gaps_drop(app);
	dbg_free(app->dbg);
	app_call_free(app->call);
	terms_trail_free(app->terms);
	grad_kept_free(app->grad);
	notes_free(app->notes);
	displays_free(app->displays);
	settings_free(app->settings);
	free(app->pictures);
	free(app->saved);
	free(app->path);
	infer_free(app->infer);
	model_close(app->model);
	free((char *)app->last_note);
	*app = (struct app){ 0 };
}

void app_note(struct app *app, const char *fmt, ...)
{
	struct str s = STR_INIT;
	va_list ap;

	free((char *)app->last_note);
	app->last_note = NULL;
	if (!fmt)
		return;
	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	app->last_note = str_give(&s);
}

int err_exit(const struct err *err)
{
	switch (err->kind) {
	case ERR_KIND_NONE:
		return EXIT_FINE;
	case ERR_KIND_USAGE:
		return EXIT_USAGE;
	case ERR_KIND_INTERRUPT:
		return EXIT_INTERRUPTED;
	default:
		return EXIT_ERROR;
	}
}

char *path_door(const char *path, char **sig)
{
	const char *hash = strrchr(path, '#');

	*sig = NULL;
	if (!hash || !access(path, F_OK))
		return xstrdup(path);
	*sig = xstrdup(hash + 1);
	return xsvdup((struct sv){ path, (size_t)(hash - path) });
}

bool app_open(struct app *app, const char *path, const char *tags, struct err *err)
{
	if (!app->model) {
		app->model = model_open(path, err);
		free(app->path);
		app->path = xstrdup(path);
	}
	if (!app->model)
		return false;
	app->mg = tags ? model_find(app->model, sv_of(tags), err) : model_default(app->model, err);
	return app->mg != NULL;
}

void tags_text(struct str *out, const struct metagraph *mg)
{
	for (uint32_t i = 0; i < mg->n_tags; i++) {
		str_addz(out, i ? "," : "");
		str_escaped(out, mg->tags[i]);
	}
}

void note_tags(const struct metagraph *mg, struct sink *msg)
{
	struct str s = STR_INIT;

	if (!msg || model_n_metagraphs(mg->model) < 2)
		return;
	tags_text(&s, mg);
	sink_printf(msg, "tag set: %s\n", str_z(&s));
	str_free(&s);
}

bool sig_is_init(const struct signature *s)
{
	return sv_is(s->key, "__saved_model_init_op") || sv_is(s->key, "__saved_model_train_op");
}

/* Only the init op, or nothing: what can be called are functions. */
static bool only_functions(const struct metagraph *mg, struct err *err)
{
	struct str list = STR_INIT;
	bool any = (mg->n_sigs == 0 || (mg->n_sigs == 1 && sig_is_init(&mg->sigs[0]))) &&
		   mg->has_object_graph && callables_text(mg, &list);

	if (any) {
		err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND,
			"the model has no signature, but functions that --function can call:");
		err_note(err, "%s", str_z(&list));
	}
	str_free(&list);
	return any;
}

static bool no_signature(const struct metagraph *mg, const char *name, struct err *err)
{
	struct str keys = STR_INIT, safe = STR_INIT;

	for (uint32_t i = 0; i < mg->n_sigs; i++) {
		str_addz(&keys, i ? ", " : "");
		str_escaped(&keys, mg->sigs[i].key);
	}
	if (name)
		str_escaped(&safe, sv_of(name));
	if (name)
		err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND, "no signature \"%s\"; there %s %s",
			str_z(&safe), mg->n_sigs ? "are:" : "is", mg->n_sigs ? str_z(&keys) : "none");
	else if (!mg->n_sigs)
		err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND,
			"the model has no signature: nothing that can be called by name");
	else
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"which signature? Give --signature_def with one of: %s", str_z(&keys));
	str_free(&keys);
	str_free(&safe);
	return false;
}

const struct signature *app_signature(const struct metagraph *mg, const char *name,
				      struct sink *msg, struct err *err)
{
	const struct signature *only = NULL;
	uint32_t n = 0;

	if (name) {
		const struct signature *s = metagraph_signature(mg, sv_of(name));

		if (!s)
			no_signature(mg, name, err);
		return s;
	}
	for (uint32_t i = 0; i < mg->n_sigs; i++) {
		if (sv_is(mg->sigs[i].key, "serving_default")) {
			only = &mg->sigs[i];
			n = 1;
			break;
		}
		if (!sig_is_init(&mg->sigs[i])) {
			only = &mg->sigs[i];
			n++;
		}
	}
	if (n == 0 && only_functions(mg, err))
		return NULL;
	if (n == 0 && mg->n_sigs == 1)
		only = &mg->sigs[0], n = 1;
	if (n != 1) {
		no_signature(mg, NULL, err);
		return NULL;
	}
	if (msg) {
		sink_puts(msg, "signature: ");
		sink_escaped(msg, only->key);
		sink_puts(msg, "\n");
	}
	return only;
}

bool app_debugger(struct app *app, const char *signature, struct sink *msg, struct err *err)
{
	const struct signature *sig = app_signature(app->mg, signature, msg, err);

	if (!sig)
		return false;
	if (!app->dbg)
		app->dbg = dbg_new(app->mg, err);
	return app->dbg && dbg_choose(app->dbg, sig, err);
}
