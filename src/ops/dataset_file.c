/* Datasets of files' lines, records and names. */
#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/vec.h"
#include "codec/crc32c.h"
#include "ops/dsfile.h"
#include "ops/fileio.h"

/* a: how the files are packed, an enum dsfile_pack. */
static enum dsfile_pack pack_of(const struct it *i)
{
	return (enum dsfile_pack)i->d->a;
}

static bool make_pack(struct op_ctx *c, struct ds *d)
{
	struct sv pack;

	if (!dsfile_string(c, "compression_type", &pack))
		return false;
	d->a = dsfile_pack_of(pack);
	return true;
}

/* ---- lines ---- */

static enum got line(struct op_ctx *c, struct it *i, struct elem *e)
{
	struct sv all = dsfile_bytes(i), s = sv_sub(all, (size_t)i->m, all.n);
	const char *end = s.n ? memchr(s.p, '\n', s.n) : NULL;
	struct str text = STR_INIT;
	bool ok;

	if (end)
		s.n = (size_t)(end - s.p);
	for (size_t k = 0; k < s.n; k++)	/* TensorFlow leaves out every one */
		if (s.p[k] != '\r')
			str_addc(&text, s.p[k]);
	i->m += (int64_t)s.n + (end != NULL);
	if (!end && !text.n) {
		str_free(&text);
		return IT_END;
	}
	if (!end && i->held.n > 1) {		/* the line that damage cuts off */
		str_free(&text);
		return IT_END;
	}
	ok = dsfile_give(c, e, str_sv(&text));
	str_free(&text);
	return ok ? IT_GOT : IT_ERR;
}

static enum got next_line(struct op_ctx *c, struct it *i, struct elem *e)
{
	return dsfile_next(c, i, e, &(struct dsfile_reader){ .pack = pack_of(i), .record = line });
}

static bool make_lines(struct op_ctx *c, struct ds *d)
{
	int64_t buffer;

	if (!dsfile_names(c, d) || !make_pack(c, d) || !ds_int(c, "buffer_size", &buffer))
		return false;
	if (buffer < 0)
		return op_invalid(c, "`buffer_size` must be >= 0 (0 == default)");
	if (d->a >= PACK_SNAPPY)
		return op_invalid(c, "Unsupported compression_type.");
	return dsfile_scalars(c, d, 1, NULL);
}

/* ---- TFRecords: val[1] is where to begin in each file, if given ---- */

static uint64_t little(struct sv s, size_t at, int n)
{
	uint64_t v = 0;

	while (n-- > 0)
		v = v << 8 | (unsigned char)s.p[at + (size_t)n];
	return v;
}

/* n bytes from `at` and their checksum. IT_END: the file ends before. */
static enum got checked(struct op_ctx *c, struct it *i, uint64_t at, uint64_t n)
{
	struct sv all = dsfile_bytes(i);
	uint64_t left = at < all.n ? all.n - at : 0;

	if (left < 4 || n > left - 4)
		return dsfile_damaged(c, i) ? IT_ERR : IT_END;
	if (crc32c_unmask((uint32_t)little(all, at + n, 4)) == crc32c(0, all.p + at, n))
		return IT_GOT;
	op_fail(c, ERR_DATA_LOSS, "corrupted record at %" PRIu64 "%s", at,
		at == 0 ? " (Is this even a TFRecord file?)" : "");
	return IT_ERR;
}

/* A file that ends in a record's length ends as if that were not there. */
static enum got read_record(struct op_ctx *c, struct it *i, struct elem *e)
{
	uint64_t at = (uint64_t)i->m, n;
	enum got g = checked(c, i, at, 8);

	if (g != IT_GOT)
		return g;
	n = little(dsfile_bytes(i), at, 8);
	g = checked(c, i, at + 12, n);
	if (g == IT_END) {
		op_fail(c, ERR_DATA_LOSS, "truncated record at %" PRIu64 "' failed with %s", at,
			pack_of(i) == PACK_ZLIB || pack_of(i) == PACK_GZIP ? "EOF reached" :
									     "Read less bytes than requested");
		return IT_ERR;
	}
	if (g == IT_GOT && !dsfile_give(c, e, sv_sub(dsfile_bytes(i), at + 12, at + 12 + n)))
		return IT_ERR;
	i->m = (int64_t)(at + 16 + n);
	return g;
}

/* A file with damage is not looked at again. */
static enum got record(struct op_ctx *c, struct it *i, struct elem *e)
{
	enum got g = read_record(c, i, e);

	if (g == IT_ERR)
		dsfile_close(i);
	return g;
}

static enum got begin_records(struct op_ctx *c, struct it *i)
{
	const struct tensor *at = i->d->n_val > 1 ? i->d->val[1] : NULL;
	struct sv all = dsfile_bytes(i);
	int64_t from = 0;

	if (at && at->n && i->n >= at->n) {
		op_invalid(c, "`byte_offsets` has %lld elements for %lld files", (long long)at->n,
			   (long long)i->d->val[0]->n);
		return IT_ERR;
	}
	if (at && at->n)
		from = tensor_get_i64(at, i->n);
	if (from < 0) {
		dsfile_close(i);
		op_invalid(c, "Can't skip a negative number of bytes");
		return IT_ERR;
	}
	i->m = (uint64_t)from > all.n ? (int64_t)all.n : from;
	return IT_GOT;
}

static enum got next_record(struct op_ctx *c, struct it *i, struct elem *e)
{
	struct dsfile_reader r = { .pack = pack_of(i), .begin = begin_records, .record = record };

	return dsfile_next(c, i, e, &r);
}

static bool make_records(struct op_ctx *c, struct ds *d)
{
	int at = ds_arg(c, "byte_offsets");
	int64_t buffer;

	if (!dsfile_names(c, d) || !make_pack(c, d) || !ds_int(c, "buffer_size", &buffer))
		return false;
	if (buffer < 0)
		return op_invalid(c, "`buffer_size` must be >= 0 (0 == no buffering)");
	if (at >= 0 && c->in[at]->rank > 1)
		return op_invalid(c, "`byte_offsets` must be a scalar or a vector.");
	if (at >= 0 && c->in[at]->rank != c->in[ds_arg(c, "filenames")]->rank)
		return op_invalid(c, "`byte_offsets` must be of same size as `filenames`");
	return (at < 0 || ds_add_val(c, d, c->in[at])) && dsfile_scalars(c, d, 1, NULL);
}

/* ---- records of one length: val[1] holds header, record and footer bytes ---- */

static int64_t part(const struct it *i, int k)
{
	return ((const int64_t *)i->d->val[1]->data)[k];
}

static bool uneven(struct op_ctx *c, struct it *i, enum err_code code, uint64_t body)
{
	return op_fail(c, code, "Excluding the header (%lld bytes) and footer (%lld bytes), input file \"%.*s\" has "
		       "body length %" PRIu64 " bytes, which is not an exact multiple of the record length (%lld "
		       "bytes).", (long long)part(i, 0), (long long)part(i, 2), SV_ARG(dsfile_name(i)), body,
		       (long long)part(i, 1));
}

static enum got begin_fixed(struct op_ctx *c, struct it *i)
{
	uint64_t all = dsfile_bytes(i).n, around = (uint64_t)part(i, 0) + (uint64_t)part(i, 2);
	bool plain = pack_of(i) == PACK_NONE;

	if (plain && (all - around) % (uint64_t)part(i, 1)) {
		i->started = false;
		uneven(c, i, ERR_INVALID_ARGUMENT, all - around);
		return IT_ERR;
	}
	if (plain ? (uint64_t)part(i, 0) > all : around > all || around < (uint64_t)part(i, 0)) {
		i->m = (int64_t)all;
		if (!dsfile_damaged(c, i))
			op_fail(c, ERR_INTERNAL,
				"Iterator \"Iterator::Root::%.*s%s\" returned `OutOfRange`. This "
				"indicates an implementation error as `OutOfRange` errors are not expected to be returned "
				"here. Original message: Read less bytes than requested",
				17, i->d->op, strstr(i->d->op, "V2") ? "V2" : "");
		return IT_ERR;
	}
	i->m = part(i, 0);
	return IT_GOT;
}

/* TensorFlow takes damage for the file's end here. */
static enum got fixed(struct op_ctx *c, struct it *i, struct elem *e)
{
	struct sv all = dsfile_bytes(i);
	int64_t n = part(i, 1), left = (int64_t)all.n - i->m - part(i, 2);

	if (left < n && i->held.n > 1) {
		plist_resize(&i->held, 1);
		return IT_END;
	}
	if (left <= 0)
		return IT_END;
	if (left < n) {
		uneven(c, i, ERR_DATA_LOSS, all.n - (uint64_t)(part(i, 0) + part(i, 2)));
		return IT_ERR;
	}
	if (!dsfile_give(c, e, sv_sub(all, (size_t)i->m, (size_t)(i->m + n))))
		return IT_ERR;
	i->m += n;
	return IT_GOT;
}

static enum got next_fixed(struct op_ctx *c, struct it *i, struct elem *e)
{
	struct dsfile_reader r = { .pack = pack_of(i), .begin = begin_fixed, .record = fixed };

	return dsfile_next(c, i, e, &r);
}

static bool keep_parts(struct op_ctx *c, struct ds *d, const int64_t *v)
{
	int64_t n = 3;
	struct tensor *t = tensor_zeros(DT_INT64, 1, &n, c->err);
	bool ok = t != NULL;

	if (t)
		memcpy(t->data, v, 3 * sizeof(*v));
	ok = ok && ds_add_val(c, d, t);
	tensor_unref(t);
	return ok;
}

static bool make_fixed(struct op_ctx *c, struct ds *d)
{
	static const char *const name[] = { "header_bytes", "record_bytes", "footer_bytes", "buffer_size" };
	int64_t v[4];

	if (!dsfile_names(c, d))
		return false;
	for (int k = 0; k < 4; k++) {
		if (!ds_int(c, name[k], &v[k]))
			return false;
		if (k == 1 ? v[k] <= 0 : v[k] < 0)
			return op_invalid(c, "`%s` must be %s", name[k],
					  k == 1 ? "> 0" : ">= 0");
	}
	if (ds_arg(c, "compression_type") >= 0) {
		if (!make_pack(c, d))
			return false;
		if (d->a >= PACK_SNAPPY)
			return op_invalid(c, "Unsupported compression_type.");
	}
	return keep_parts(c, d, v) && dsfile_scalars(c, d, 1, NULL);
}

/* ---- names of files that match; n: the next pattern, m: the next name of held ---- */

/* Paths that are looked at, folders among them, and those that match. */
struct hunt {
	struct op_ctx *c;
	char *pattern;
	size_t fixed;			/* bytes of the pattern before its first wildcard */
	VEC(char *) dirs;
	VEC(char *) found;
};

enum { MOST_PATHS = 1 << 20 };

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What a folder holds: folders are looked at in their turn, whether they match or not. */
static bool look_in(struct hunt *h, const char *dir)
{
	DIR *d = h->c->world->file_ok(h->c->world_ctx, sv_of(dir), false, h->c->err) ? opendir(dir) : NULL;
	size_t n = strlen(dir);
	struct dirent *e;
	struct stat st;

	if (!d)
		return !err_is(h->c->err) && file_error(h->c, dir, errno);
	while ((e = readdir(d)) != NULL) {
		char *path;

		if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
			continue;
		path = xasprintf("%s%s%s", dir, n && dir[n - 1] != '/' ? "/" : "", e->d_name);
		if (strncmp(path, h->pattern, h->fixed) || h->dirs.n + h->found.n > MOST_PATHS) {
			free(path);
			continue;
		}
		if (!stat(path, &st) && S_ISDIR(st.st_mode))
			vec_push(&h->dirs, path);
		else if (!fnmatch(h->pattern, path, FNM_PATHNAME))
			vec_push(&h->found, path);
		else
			free(path);
	}
	closedir(d);
	return h->c->world->go_on(h->c->world_ctx, h->c->err);
}

/* The folder that the part of the pattern before its first wildcard names. */
static char *first_dir(struct hunt *h)
{
	size_t n = h->fixed;

	while (n > 0 && h->pattern[n - 1] != '/')
		n--;
	if (n > 1)
		n--;
	return n ? xsvdup((struct sv){ h->pattern, n }) : xstrdup(".");
}

static bool hunt_all(struct hunt *h)
{
	bool ok = true;

	h->fixed = strcspn(h->pattern, "*?[\\");
	vec_push(&h->dirs, first_dir(h));
	if (h->dirs.p[0][0] == '.' && !h->dirs.p[0][1]) {
		char *pattern = xasprintf("./%s", h->pattern);

		free(h->pattern);
		h->pattern = pattern;
		h->fixed = strcspn(pattern, "*?[\\");
	}
	for (size_t k = 0; ok && k < h->dirs.n; k++)
		ok = look_in(h, h->dirs.p[k]);
	if (h->found.n)
		qsort(h->found.p, h->found.n, sizeof(char *), by_text);
	return ok;
}

static bool hunt_pattern(struct op_ctx *c, struct it *i, struct sv pattern)
{
	struct hunt h = { .c = c, .pattern = xsvdup(file_path(pattern)) };
	bool ok = hunt_all(&h);

	for (size_t k = 0; k < h.found.n; k++) {
		struct tensor *t = ok ? tensor_scalar_str(sv_of(h.found.p[k]), c->err) : NULL;

		if (t)
			plist_push(&i->held, t);
		free(h.found.p[k]);
	}
	for (size_t k = 0; k < h.dirs.n; k++)
		free(h.dirs.p[k]);
	vec_free(&h.found);
	vec_free(&h.dirs);
	free(h.pattern);
	return ok && !err_is(c->err);
}

static enum got next_match(struct op_ctx *c, struct it *i, struct elem *e)
{
	const struct tensor *p = i->d->val[0];

	while (i->m >= i->held.n && i->n < p->n)
		if (!hunt_pattern(c, i, tensor_str(p, i->n++)))
			return IT_ERR;
	if (i->m < i->held.n) {
		elem_add(e, tensor_ref(plist_get(&i->held, i->m++)));
		return IT_GOT;
	}
	if (i->held.n)
		return IT_END;
	op_fail(c, ERR_NOT_FOUND, "Don't find any matched files");
	return IT_ERR;
}

static bool make_match(struct op_ctx *c, struct ds *d)
{
	for (int64_t k = 0; k < c->in[0]->n; k++)
		if (sv_find(tensor_str(c->in[0], k), '\\') >= 0)
			return op_fail(c, ERR_UNIMPLEMENTED, "patterns of Windows' paths");
	return ds_add_val(c, d, c->in[0]) && dsfile_scalars(c, d, 1, NULL);
}

#define ROW(what, in, ...)                                                                                   \
	{ .name = what, .n_in = in, .n_out = 1, .flags = OP_STATEFUL, .run = ds_run,                         \
	  .data = &(const struct ds_kind){ __VA_ARGS__ } }

static const struct op_row rows[] = {
	ROW("MatchingFilesDataset", 1, .next = next_match, .make = make_match),
	ROW("ExperimentalMatchingFilesDataset", 1, .next = next_match, .make = make_match),
	ROW("TextLineDataset", 3, .next = next_line, .make = make_lines),
	ROW("TFRecordDataset", 3, .next = next_record, .make = make_records),
	ROW("TFRecordDatasetV2", 4, .next = next_record, .make = make_records),
	ROW("FixedLengthRecordDataset", 5, .next = next_fixed, .make = make_fixed),
	ROW("FixedLengthRecordDatasetV2", 6, .next = next_fixed, .make = make_fixed),
};

OP_FAMILY(family_dataset_file, rows);
