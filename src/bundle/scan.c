/* See scan.h. */
#include "bundle/scan.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "bundle/slices.h"
#include "codec/crc32c.h"

struct bundle_scan *bundle_scan_new(struct bundle *b, int i, struct err *err)
{
	const struct bundle_entry *e = bundle_at(b, i), *p;
	struct bundle_scan *s;

	if (!e) {
		err_set(err, ERR_KIND_FILE, ERR_OUT_OF_RANGE, "no entry %d in the checkpoint", i);
		return NULL;
	}
	s = xcalloc(1, sizeof(*s));
	s->b = b;
	s->entry = e;
	s->i = i;
	s->fd = -1;
	for (int k = 0; k < bundle_n_parts(b, i); k++) {
		p = bundle_part_entry(b, i, k);
		if (p && (p->size < 0 || __builtin_add_overflow(s->total, p->size, &s->total)))
			s->total = INT64_MAX;
	}
	return s;
}

static void file_close(struct bundle_scan *s)
{
	if (s->fd >= 0)
		close(s->fd);
	s->fd = -1;
}

void bundle_scan_free(struct bundle_scan *s)
{
	if (s)
		file_close(s);
	free(s);
}

/* The next part: where it stands in the whole must fit. */
static bool part_open(struct bundle_scan *s, struct err *err)
{
	const struct bundle_entry *e = s->entry, *p;

	if (!bundle_part(s->b, s->i, s->k, &s->part, err))
		return false;
	p = s->part.entry;
	if (s->part.spec.n) {
		if (p->dtype != e->dtype || e->shape.rank != p->shape.rank ||
		    !slice_dims(s->part.spec, e->shape.rank, e->shape.dim, s->start, s->dim) ||
		    !shape_eq((struct shape){ p->shape.rank, s->dim }, p->shape))
			return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "slice %.*s does not fit",
				       SV_ARG(s->part.spec));
	}
	s->fd = open(s->part.file->path, O_RDONLY | O_CLOEXEC);
	if (s->fd < 0) {
		err_set(err, ERR_KIND_FILE, err_code_of_errno(errno), "%s", strerror(errno));
		return err_at(err, "%s", s->part.file->path);
	}
	s->open = true;
	s->at = s->first = 0;
	s->crc = 0;
	return true;
}

static void part_close(struct bundle_scan *s)
{
	const struct bundle_entry *p = s->part.entry;

	if (p->dtype != DT_STRING && s->crc != p->crc && s->n_bad++ == 0) {
		s->found = s->crc;
		s->stored = p->crc;
		s->bad_spec = s->part.spec;
		s->bad_shard = p->shard;
	}
	file_close(s);
	s->open = false;
	s->k++;
}

static bool read_at(struct bundle_scan *s, int64_t off, char *to, size_t n, struct err *err)
{
	while (n) {
		ssize_t k = pread(s->fd, to, n, off);

		if (k < 0 && errno == EINTR)
			continue;
		if (k <= 0) {
			err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "cannot read at %" PRId64 ": %s", off,
				k ? strerror(errno) : "the file has become shorter");
			return err_at(err, "%s", s->part.file->path);
		}
		to += k;
		off += k;
		n -= (size_t)k;
	}
	return true;
}

static struct tensor *block_read(struct bundle_scan *s, size_t max, struct err *err)
{
	const struct bundle_entry *p = s->part.entry;
	int64_t size = dtype_info(p->dtype)->size, left = (p->size - s->at) / size;
	int64_t n = (int64_t)(max / (size_t)size);
	struct tensor *t;

	n = n < 1 ? 1 : n;
	n = n > left ? left : n;
	t = tensor_new(p->dtype, 1, &n, err);
	if (!t)
		return NULL;
	if (!read_at(s, p->offset + s->at, t->data, t->bytes, err)) {
		tensor_unref(t);
		return NULL;
	}
	s->crc = crc32c(s->crc, t->data, t->bytes);
	s->first = s->at / size;
	s->at += (int64_t)t->bytes;
	s->done += (int64_t)t->bytes;
	return t;
}

/* Strings come with their checksum verified: one that differs is an error. */
static struct tensor *strings_read(struct bundle_scan *s, struct err *err)
{
	struct tensor *t = s->part.spec.n ? bundle_read_part(s->b, s->i, s->k, err) : bundle_read(s->b, s->i, err);

	s->done += s->part.entry->size;
	part_close(s);
	return t;
}

struct tensor *bundle_scan_next(struct bundle_scan *s, size_t max, struct err *err)
{
	for (;;) {
		if (!s->open && s->k >= bundle_n_parts(s->b, s->i))
			return NULL;
		if (!s->open && !part_open(s, err))
			return NULL;
		if (s->part.entry->dtype == DT_STRING)
			return strings_read(s, err);
		if (s->at < s->part.entry->size)
			return block_read(s, max, err);
		part_close(s);
	}
}

int64_t bundle_scan_index(void *ctx, int64_t i)
{
	const struct bundle_scan *s = ctx;
	const struct shape *whole = &s->entry->shape;
	int64_t flat = 0, stride = 1;

	i += s->first;
	if (!s->part.spec.n)
		return i;
	for (int d = whole->rank - 1; d >= 0; d--) {
		flat += (s->start[d] + i % s->dim[d]) * stride;
		i /= s->dim[d];
		stride *= whole->dim[d];
	}
	return flat;
}
