/* Files: ReadFile, WriteFile, MatchingFiles, ShardedFilename, ShardedFilespec. */
#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/vec.h"
#include "ops/fileio.h"
#include "ops/text.h"

static bool scalar_input(struct op_ctx *c, int i, const char *what)
{
	return c->in[i]->rank == 0 || op_invalid(c, "%s tensor must be scalar, but had shape: %s",
						 what, op_in_shape(c, i));
}

static bool run_read(struct op_ctx *c)
{
	struct str s = STR_INIT;
	struct tensor *out;
	bool ok;

	if (!scalar_input(c, 0, "Input filename") || !file_read(c, tensor_str(c->in[0], 0), &s)) {
		str_free(&s);
		return false;
	}
	out = op_out(c, 0, DT_STRING, 0, NULL);
	ok = out && tensor_str_set(out, 0, str_sv(&s), c->err);
	str_free(&s);
	return ok;
}

static bool run_write(struct op_ctx *c)
{
	return scalar_input(c, 0, "Input filename") && scalar_input(c, 1, "Contents") &&
	       file_write(c, tensor_str(c->in[0], 0), tensor_str(c->in[1], 0), true);
}

/* ---- MatchingFiles ---- */

typedef VEC(char *) path_vec;

static void paths_free(path_vec *v)
{
	for (size_t i = 0; i < v->n; i++)
		free(v->p[i]);
	vec_free(v);
}

static bool has_wildcard(struct sv s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] && strchr("*?[\\", s.p[i]))
			return true;
	return false;
}

static char *path_join(const char *dir, const char *name)
{
	size_t n = strlen(dir);

	return xasprintf("%s%s%s", dir, n && dir[n - 1] != '/' ? "/" : "", name);
}

/* The entries of dir whose names the component matches, or the one that it names. */
static bool level(struct op_ctx *c, const char *dir, struct sv component, path_vec *out)
{
	char *want = xsvdup(component), *path;
	struct dirent *e;
	struct stat st;
	DIR *d;

	if (!has_wildcard(component)) {
		path = path_join(dir, want);
		if (stat(path, &st) == 0)
			vec_push(out, path);
		else
			free(path);
		free(want);
		return true;
	}
	d = c->world->file_ok(c->world_ctx, sv_of(dir[0] ? dir : "."), false, c->err) ?
	    opendir(dir[0] ? dir : ".") : NULL;
	while (d && (e = readdir(d)) != NULL)
		if (strcmp(e->d_name, ".") && strcmp(e->d_name, "..") &&
		    !fnmatch(want, e->d_name, 0))
			vec_push(out, path_join(dir, e->d_name));
	if (d)
		closedir(d);
	free(want);
	return !err_is(c->err) && c->world->go_on(c->world_ctx, c->err);
}

/* One pattern: component by component. */
static bool match(struct op_ctx *c, struct sv pattern, path_vec *out)
{
	path_vec now = { 0 }, next = { 0 };
	bool ok = true;

	if (!has_wildcard(pattern) && !c->world->file_ok(c->world_ctx, pattern, false, c->err))
		return false;
	vec_push(&now, xstrdup(pattern.n && pattern.p[0] == '/' ? "/" : has_wildcard(pattern) &&
			       sv_find(pattern, '/') < 0 ? "." : ""));
	while (ok && pattern.n) {
		long slash = sv_find(pattern, '/');
		struct sv one = slash < 0 ? pattern : sv_sub(pattern, 0, (size_t)slash);

		pattern = slash < 0 ? SV("") : sv_sub(pattern, (size_t)slash + 1, pattern.n);
		if (!one.n)
			continue;
		for (size_t i = 0; ok && i < now.n; i++)
			ok = level(c, now.p[i], one, &next);
		paths_free(&now);
		now = next;
		next = (path_vec){ 0 };
	}
	for (size_t i = 0; ok && i < now.n; i++)
		vec_push(out, xstrdup(now.p[i]));
	paths_free(&now);
	paths_free(&next);
	return ok;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool run_matching(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	path_vec found = { 0 };
	struct tensor *out = NULL;
	int64_t dim[1];
	bool ok = true;

	if (in->rank > 1)
		return op_invalid(
			c, "Input patterns tensor must be scalar or vector, but had shape: %s",
			op_in_shape(c, 0));
	for (int64_t i = 0; ok && i < in->n; i++)
		ok = match(c, file_path(tensor_str(in, i)), &found);
	if (ok && found.n)
		qsort(found.p, found.n, sizeof(*found.p), by_text);
	dim[0] = (int64_t)found.n;
	out = ok ? op_out(c, 0, DT_STRING, 1, dim) : NULL;
	for (size_t i = 0; out && i < found.n; i++)
		ok = ok && tensor_str_set(out, (int64_t)i, sv_of(found.p[i]), c->err);
	paths_free(&found);
	return ok && out;
}

/* ---- names of shards ---- */

static bool give_name(struct op_ctx *c, const char *z)
{
	struct tensor *out = op_out(c, 0, DT_STRING, 0, NULL);

	return out && tensor_str_set(out, 0, sv_of(z), c->err);
}

static bool names_ok(struct op_ctx *c)
{
	static const char *const name[] = { "basename", "shard", "num_shards" };

	for (int i = 0; i < c->n_in; i++)
		if (c->in[i]->rank != 0)
			return op_invalid(c, "%s must be a scalar, got shape %s",
					  i && c->n_in == 2 ? name[2] : name[i], op_in_shape(c, i));
	return true;
}

static bool run_sharded_name(struct op_ctx *c)
{
	return names_ok(c) && give_name(c, arena_printf(c->scratch, "%.*s-%05d-of-%05d",
							SV_ARG(tensor_str(c->in[0], 0)),
							(int)tensor_get_i64(c->in[1], 0),
							(int)tensor_get_i64(c->in[2], 0)));
}

static bool run_sharded_spec(struct op_ctx *c)
{
	return names_ok(c) && give_name(c, arena_printf(c->scratch, "%.*s-\?\?\?\?\?-of-%05d",
							SV_ARG(tensor_str(c->in[0], 0)),
							(int)tensor_get_i64(c->in[1], 0)));
}

static const struct op_row rows[] = {
	{ .name = "ReadFile", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_read },
	{ .name = "WriteFile", .n_in = 2, .n_out = 0, .flags = OP_STATEFUL, .run = run_write },
	{ .name = "MatchingFiles",
	  .n_in = 1,
	  .n_out = 1,
	  .flags = OP_STATEFUL,
	  .run = run_matching },
	{ .name = "ShardedFilename", .n_in = 3, .n_out = 1, .run = run_sharded_name },
	{ .name = "ShardedFilespec", .n_in = 2, .n_out = 1, .run = run_sharded_spec },
};

OP_FAMILY(family_file, rows);
