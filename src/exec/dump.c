/*
 * Dumps: every tensor of a run as DIR/<path>:<slot>[@iter].npy, and DIR/tensors.json that lists them
 * as a JSON array with one object a line: name, iter, op, dtype, shape, file, seq.
 */
#include "exec/exec.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fmap.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/vec.h"
#include "tensor/npy.h"

enum { NAME_LIMIT = 200, NAME_KEEP = 160 };

struct dump {
	char *dir;
	struct str json;
	size_t n;
	VEC(char *) files;		/* written so far, owned */
	struct map used;
};

static bool file_error(struct err *err, const char *path, const char *what)
{
	err_set(err, ERR_KIND_FILE, ERR_UNKNOWN, "%s: %s", what, strerror(errno));
	return err_at(err, "%s", path);
}

struct dump *dump_new(const char *dir, struct err *err)
{
	struct dump *d;

	if (!folder_fresh(dir, err))
		return NULL;
	d = xcalloc(1, sizeof(*d));
	d->dir = xstrdup(dir);
	str_addz(&d->json, "[");
	return d;
}

/* ---- file names ---- */

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c && strchr("_.:@ +-", c));
}

/* A component of a node's path as a file name: nothing in it can climb out of the folder. */
static void add_component(struct str *out, struct sv part)
{
	struct str e = STR_INIT;
	bool dots = sv_is(part, ".") || sv_is(part, "..");

	if (part.n == 0)
		str_addc(&e, '%');
	for (size_t i = 0; i < part.n; i++)
		if (!dots && is_plain(part.p[i]))
			str_addc(&e, part.p[i]);
		else
			str_addf(&e, "%%%02X", (unsigned char)part.p[i]);
	if (e.n <= NAME_LIMIT) {
		str_add(out, str_sv(&e));
	} else {
		size_t keep = NAME_KEEP;

		while (keep > 0 && (e.p[keep - 1] == '%' || e.p[keep - 2] == '%'))
			keep--;
		str_add(out, (struct sv){ e.p, keep });
		str_addf(out, "%%h%016llx", (unsigned long long)map_hash(part));
	}
	str_free(&e);
}

static char *file_of(struct dump *d, struct sv name, struct sv iter)
{
	struct str s = STR_INIT;
	size_t at = 0, stem;

	for (size_t i = 0; i <= name.n; i++)
		if (i == name.n || name.p[i] == '/') {
			add_component(&s, sv_sub(name, at, i));
			if (i < name.n)
				str_addc(&s, '/');
			at = i + 1;
		}
	str_add(&s, iter);
	stem = s.n;
	str_addz(&s, ".npy");
	/* Two names that give one file: only odd ones do, and the second gets a number. */
	for (int k = 2; map_get(&d->used, str_sv(&s), NULL); k++) {
		s.n = stem;
		str_addf(&s, "%%%d.npy", k);
	}
	return str_give(&s);
}

static bool make_folders(const struct dump *d, const char *path, struct err *err)
{
	char *copy = xstrdup(path);
	bool ok = true;

	for (char *p = strchr(copy + strlen(d->dir) + 1, '/'); p && ok; p = strchr(p + 1, '/')) {
		*p = 0;
		if (mkdir(copy, 0777) < 0 && errno != EEXIST)
			ok = file_error(err, copy, "cannot make the folder");
		*p = '/';
	}
	free(copy);
	return ok;
}

/* ---- tensors.json ---- */

/* Length of the UTF-8 sequence at p, or 0. */
static size_t utf8_len(const unsigned char *p, size_t n)
{
	size_t len = p[0] < 0x80 ? 1 : p[0] >= 0xc2 && p[0] < 0xe0 ? 2 :
		     (p[0] & 0xf0) == 0xe0 ? 3 : p[0] >= 0xf0 && p[0] < 0xf5 ? 4 : 0;

	if (len == 0 || len > n)
		return 0;
	for (size_t i = 1; i < len; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	if (len == 3 && ((p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] >= 0xa0)))
		return 0;
	if (len == 4 && ((p[0] == 0xf0 && p[1] < 0x90) || (p[0] == 0xf4 && p[1] >= 0x90)))
		return 0;
	return len;
}

/* Bytes that are no UTF-8 become lone surrogates, as Python's surrogateescape reads them. */
static void add_json(struct str *s, struct sv v)
{
	const unsigned char *p = (const unsigned char *)v.p;

	str_addc(s, '"');
	for (size_t i = 0, len; i < v.n; i += len ? len : 1) {
		len = utf8_len(p + i, v.n - i);
		if (len == 0)
			str_addf(s, "\\udc%02x", p[i]);
		else if (p[i] < 0x20 || p[i] == 0x7f)
			str_addf(s, "\\u%04x", p[i]);
		else if (p[i] == '"' || p[i] == '\\')
			str_addf(s, "\\%c", p[i]);
		else
			str_add(s, (struct sv){ v.p + i, len });
	}
	str_addc(s, '"');
}

static void add_row(struct dump *d, struct sv name, struct sv iter, struct sv op, uint64_t seq,
		    const struct tensor *t, const char *file)
{
	struct str *s = &d->json;

	str_addz(s, d->n++ ? ",\n{\"name\": " : "\n{\"name\": ");
	add_json(s, name);
	str_addz(s, ", \"iter\": ");
	add_json(s, iter);
	str_addz(s, ", \"op\": ");
	add_json(s, op);
	str_addf(s, ", \"dtype\": \"%s\", \"shape\": [", dtype_info(t->dtype)->name);
	for (int i = 0; i < t->rank; i++)
		str_addf(s, "%s%lld", i ? ", " : "", (long long)t->dim[i]);
	str_addz(s, "], \"file\": ");
	if (file)
		add_json(s, sv_of(file));
	else
		str_addz(s, "null");
	str_addf(s, ", \"seq\": %llu}", (unsigned long long)seq);
}

bool dump_add(struct dump *d, struct sv name, struct sv iter, struct sv op, uint64_t seq,
	      const struct tensor *t, struct err *err)
{
	bool storable = dtype_info(t->dtype)->npy != NULL || t->dtype == DT_BFLOAT16;
	char *file = storable ? file_of(d, name, iter) : NULL, *path;
	bool ok = true;

	if (file) {
		path = xasprintf("%s/%s", d->dir, file);
		ok = make_folders(d, path, err) && npy_write_file(path, t, err);
		free(path);
		vec_push(&d->files, file);
		map_add(&d->used, sv_of(file), 0);
	}
	if (ok)
		add_row(d, name, iter, op, seq, t, file);
	return ok;
}

static bool write_json(struct dump *d, struct err *err)
{
	char *path = xasprintf("%s/tensors.json", d->dir);
	FILE *f = fopen(path, "wx");
	bool ok = f != NULL;

	str_addz(&d->json, "\n]\n");
	if (f) {
		ok = fwrite(d->json.p, 1, d->json.n, f) == d->json.n;
		ok = fclose(f) == 0 && ok;
	}
	if (!ok)
		file_error(err, path, "cannot write");
	free(path);
	return ok;
}

bool dump_finish(struct dump *d, struct err *err)
{
	bool ok = write_json(d, err);

	for (size_t i = 0; i < d->files.n; i++)
		free(d->files.p[i]);
	vec_free(&d->files);
	map_free(&d->used);
	str_free(&d->json);
	free(d->dir);
	free(d);
	return ok;
}

/* ---- a whole run ---- */

bool dump_node(struct dump *d, const struct exec *x, const struct exec_event *ev, struct err *err)
{
	struct str path = STR_INIT, iter = STR_INIT;
	struct sv op = graph_node_op(frame_graph(ev->frame), ev->node);
	size_t base;
	bool ok = true;

	exec_path(ev->frame, ev->node, &path);
	exec_iter_suffix(ev->frame, &iter);
	base = path.n;
	for (int i = 0; i < exec_n_out(x) && ok; i++) {
		const struct tensor *t = exec_out(x, i);

		if (!t || dtype_info(t->dtype)->kind == DK_OBJECT)
			continue;
		path.n = base;
		str_addf(&path, ":%d", i);
		ok = dump_add(d, str_sv(&path), str_sv(&iter), op, ev->seq, t, err);
	}
	str_free(&path);
	str_free(&iter);
	return ok;
}

bool exec_run_dump(struct exec *x, const char *dir, struct err *err)
{
	struct dump *d = dump_new(dir, err);
	struct exec_event ev;
	bool ok = d != NULL;

	while (ok) {
		ok = exec_step(x, EV_RAN, &ev, err);
		if (!ok || ev.kind == EV_DONE)
			break;
		if (ev.kind == EV_RAN)
			ok = dump_node(d, x, &ev, err);
		else
			ok = err_set(err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "interrupted");
	}
	/* what was computed is listed, also after a failure */
	return d && dump_finish(d, err) && ok;
}
