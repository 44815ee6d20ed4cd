/* Values as files for numpy: .npy and .npz, by blocks; see weights.h. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "base/map.h"
#include "base/mem.h"
#include "cmd/weights.h"
#include "codec/zipwrite.h"
#include "tensor/npy.h"

/* Where the bytes go. */
struct target {
	FILE *f;
	const char *file;
	struct zip_writer *zip;
};

static bool put(struct target *t, struct str *s, struct err *err)
{
	bool ok = t->zip ? zip_put(t->zip, str_sv(s), err) : fwrite(s->p, 1, s->n, t->f) == s->n;

	if (!ok && !t->zip) {
		err_set(err, ERR_KIND_FILE, ERR_UNAVAILABLE, "cannot write: %s", strerror(errno));
		err_at(err, "%s", t->file);
	}
	str_clear(s);
	return ok;
}

static bool put_whole(struct target *to, const struct weight *w, struct err *err)
{
	struct tensor *t = weight_read(w, err);
	struct str s = STR_INIT;
	bool ok = t && npy_write(&s, t, false, err) && put(to, &s, err);

	str_free(&s);
	tensor_unref(t);
	return ok;
}

/* Parts of a partitioned one are not in order, and strings are not of one size. */
static bool in_order(const struct weight *w)
{
	struct bundle *b = w->entry >= 0 ? model_bundle(w->mg->model, NULL) : NULL;

	return b && w->dtype != DT_STRING && !bundle_at(b, w->entry)->n_slices;
}

static bool put_value(struct target *to, const struct weight *w, struct meter *m, int64_t before, struct err *err)
{
	enum { BLOCK = 1 << 20 };
	struct str s = STR_INIT;
	struct bundle_scan *scan;
	struct tensor *t;
	bool ok;

	if (!in_order(w))
		return put_whole(to, w, err);
	scan = bundle_scan_new(model_bundle(w->mg->model, NULL), w->entry, err);
	ok = scan && npy_head(&s, w->dtype, w->shape, err) && put(to, &s, err);
	while (ok && (t = bundle_scan_next(scan, BLOCK, err))) {
		npy_elements(&s, t);
		tensor_unref(t);
		ok = put(to, &s, err) && intr_check(err);
		meter_at(m, before + scan->done);
	}
	str_free(&s);
	bundle_scan_free(scan);
	return ok && !err_is(err);
}

bool weight_npy(const struct weight *w, const char *file, struct meter *m, struct err *err)
{
	struct target to = { .f = fopen(file, "wb"), .file = file };
	bool ok;

	if (!to.f) {
		err_set(err, ERR_KIND_FILE, ERR_UNAVAILABLE, "cannot write: %s", strerror(errno));
		return err_at(err, "%s", file);
	}
	ok = put_value(&to, w, m, 0, err);
	if (fclose(to.f) && ok) {
		err_set(err, ERR_KIND_FILE, ERR_UNAVAILABLE, "cannot write: %s", strerror(errno));
		ok = err_at(err, "%s", file);
	}
	return ok;
}

/* ---- names in an archive ---- */

/* "conv/kernel:0" as "conv/kernel"; nothing that unpacks outside of the folder, or onto another one. */
static void member_name(struct str *out, struct sv name)
{
	size_t from = 0;

	if (name.n > 2 && sv_ends(name, SV(":0")))
		name.n -= 2;
	for (size_t i = 0; i <= name.n; i++) {
		struct sv part;

		if (i < name.n && name.p[i] != '/')
			continue;
		part = sv_sub(name, from, i);
		if (from)
			str_addc(out, '/');
		for (size_t k = 0; k < part.n; k++) {
			unsigned char c = (unsigned char)part.p[k];

			if (c < 32 || c == 127 || c == '\\' || c == '%' || sv_is(part, ".") || sv_is(part, ".."))
				str_addf(out, "%%%02X", c);
			else
				str_addc(out, (char)c);
		}
		if (!part.n)
			str_addz(out, "%");
		from = i + 1;
	}
}

static bool add_member(struct target *to, const struct weight *w, struct map *used, struct arena *a, struct meter *m,
		       int64_t before, struct err *err)
{
	struct str s = STR_INIT;
	size_t plain;
	bool ok;

	member_name(&s, w->name);
	plain = s.n;
	for (int k = 2; !map_add(used, arena_sv(a, str_sv(&s)), 0); k++) {
		s.n = plain;		/* several variables of one name */
		str_addf(&s, "#%d", k);
	}
	str_addz(&s, ".npy");
	ok = zip_member(to->zip, str_sv(&s), err) && put_value(to, w, m, before, err);
	if (!ok)
		err_note(err, "while writing %s", str_z(&s));
	str_free(&s);
	return ok;
}

bool weights_npz(const struct weight *w, size_t n, const char *file, struct meter *m, struct err *err)
{
	struct target to = { .file = file, .zip = zip_create(file, err) };
	struct arena *a = arena_new();
	struct map used = MAP_INIT;
	int64_t before = 0;
	bool ok = to.zip != NULL;

	for (size_t i = 0; ok && i < n; i++) {
		ok = add_member(&to, &w[i], &used, a, m, before, err) && intr_check(err);
		before += w[i].bytes;
	}
	map_free(&used);
	arena_free(a);
	if (ok)
		return zip_finish(to.zip, err);
	zip_abort(to.zip);
	return false;
}
