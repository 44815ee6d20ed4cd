/* Checkpoints as kernels see them: restored from any, old form or new, and written. */
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intr.h"
#include "base/vec.h"
#include "bundle/bundle.h"
#include "bundle/v1.h"
#include "bundle/write.h"
#include "exec/machine.h"

void session_checkpoints_free(struct session *s)
{
	for (size_t i = 0; i < s->bundles.n; i++)
		bundle_close(s->bundles.p[i]);
	for (size_t i = 0; i < s->v1s.n; i++)
		v1_close(s->v1s.p[i]);
	vec_free(&s->bundles);
	vec_free(&s->v1s);
}

/* ---- reading ---- */

/* The bundle of that prefix; NULL without an error when there is none. */
static struct bundle *bundle_of(struct session *s, struct sv prefix, struct err *err)
{
	struct bundle *b = NULL;
	char *path;

	for (size_t i = 0; i < s->bundles.n; i++)
		if (sv_is(prefix, bundle_prefix(s->bundles.p[i])))
			return s->bundles.p[i];
	path = xasprintf("%.*s.index", SV_ARG(prefix));
	if (sv_is(prefix, s->prefix)) {
		if (access(path, F_OK) == 0 || access(s->prefix, F_OK))
			b = model_bundle(s->mg->model, err);
		free(path);
		return b;
	}
	if (world_file_ok(s, sv_of(path), false, err) && access(path, F_OK) == 0) {
		path[strlen(path) - strlen(".index")] = 0;
		b = bundle_open(path, err);
	}
	free(path);
	if (b)
		vec_push(&s->bundles, b);
	return b;
}

struct tensor *world_restore_v1(void *ctx, struct sv pattern, struct sv key, struct sv slice, enum dtype t,
				enum dtype said, struct err *err)
{
	struct session *s = ctx;
	struct v1 *v = NULL;

	for (size_t i = 0; i < s->v1s.n; i++)
		if (sv_eq(pattern, v1_pattern(s->v1s.p[i])))
			v = s->v1s.p[i];
	if (!v) {
		v = world_file_ok(s, pattern, false, err) ? v1_open(pattern, world_file_ok, s, err) : NULL;
		if (!v)
			return NULL;
		vec_push(&s->v1s, v);
	}
	return v1_read(v, key, slice, t, said, tensorproto_decode, err);
}

struct tensor *world_restore(void *ctx, struct sv prefix, struct sv key, struct sv slice, enum dtype t,
			     enum dtype said, struct err *err)
{
	struct bundle *b = bundle_of(ctx, prefix, err);
	int i;

	if (!b && !err_is(err))
		return world_restore_v1(ctx, prefix, key, slice, t, said, err);
	if (!b)
		return NULL;
	i = bundle_find(b, key);
	if (i < 0) {
		err_set(err, ERR_KIND_OP, ERR_NOT_FOUND, "Key %.*s not found in checkpoint", SV_ARG(key));
		return NULL;
	}
	return bundle_read_slice(b, i, slice, err);
}

/* ---- writing ---- */

/* What was read before must not hide what is written now. */
static void forget(struct session *s)
{
	session_checkpoints_free(s);
}

/* The model's own checkpoint stays mapped; who restores from its name again wants what was written. */
static bool reopen_own(struct session *s, const char *prefix, struct err *err)
{
	struct bundle *b;

	if (strcmp(prefix, s->prefix))
		return true;
	b = bundle_open(prefix, err);
	if (b)
		vec_push(&s->bundles, b);
	return b != NULL;
}

static struct sv slice_at(const struct op_save *what, int i)
{
	return what->slices ? tensor_str(what->slices, i) : SV("");
}

static bool save_v1(const struct op_save *what, const char *path, struct err *err)
{
	struct v1_item *item = xcalloc((size_t)what->n + 1, sizeof(*item));
	bool ok;

	for (int i = 0; i < what->n; i++)
		item[i] = (struct v1_item){ tensor_str(what->names, i), slice_at(what, i), what->value[i] };
	ok = v1_write(path, item, what->n, err);
	free(item);
	return ok;
}

static bool save_bundle(struct session *s, const struct op_save *what, const char *prefix, struct err *err)
{
	struct bundle_writer *w = bundle_create(prefix, err);
	bool ok = w != NULL;

	for (int i = 0; ok && i < what->n; i++)
		ok = bundle_add(w, tensor_str(what->names, i), slice_at(what, i), what->value[i], err) &&
		     intr_check(err) && session_in_time(s, err);
	if (ok)
		return bundle_finish(w, err) && reopen_own(s, prefix, err);
	bundle_abort(w);
	return false;
}

bool world_save(void *ctx, const struct op_save *what, struct err *err)
{
	char *path = xsvdup(what->path);
	bool ok = world_file_ok(ctx, what->path, true, err);

	if (ok) {
		forget(ctx);
		ok = what->v1 ? save_v1(what, path, err) : save_bundle(ctx, what, path, err);
	}
	free(path);
	return ok;
}

/* The folders that the parts were in, when nothing is left there. */
static void delete_folders(const struct tensor *prefixes, const char *dest)
{
	char *to = xstrdup(dest), *keep = dirname(to);

	for (int64_t i = 0; i < prefixes->n; i++) {
		char *from = xsvdup(tensor_str(prefixes, i)), *dir = dirname(from);

		if (strcmp(dir, keep))
			rmdir(dir);
		free(from);
	}
	free(to);
}

bool world_merge(void *ctx, const struct tensor *prefixes, struct sv dest, bool delete_dirs, bool allow_missing,
		 struct err *err)
{
	struct sv *prefix = xcalloc((size_t)prefixes->n + 1, sizeof(*prefix));
	char *to = xsvdup(dest);
	bool ok = world_file_ok(ctx, dest, true, err);

	for (int64_t i = 0; ok && i < prefixes->n; i++) {
		prefix[i] = tensor_str(prefixes, i);
		ok = world_file_ok(ctx, prefix[i], true, err);
	}
	if (ok) {
		forget(ctx);
		ok = bundle_merge(prefix, prefixes->n, to, allow_missing, err) && reopen_own(ctx, to, err);
	}
	if (ok && delete_dirs)
		delete_folders(prefixes, to);
	free(prefix);
	free(to);
	return ok;
}
