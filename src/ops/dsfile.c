/* See dsfile.h. */
#include "ops/dsfile.h"

#include <stdlib.h>
#include <string.h>

#include "codec/gzip.h"
#include "codec/snappy.h"
#include "ops/fileio.h"

enum { MOST = INT32_MAX };		/* what a packed file may grow to */

enum dsfile_pack dsfile_pack_of(struct sv name)
{
	static const char *const names[] = { "", "ZLIB", "GZIP", "SNAPPY" };
	int k = 0;

	while (k < PACK_UNKNOWN && !sv_is(name, names[k]))
		k++;
	return (enum dsfile_pack)k;
}

/* ---- arguments ---- */

bool dsfile_names(struct op_ctx *c, struct ds *d)
{
	int i = ds_arg(c, "filenames");

	if (i < 0 || c->in[i]->rank > 1)
		return op_invalid(c, "`filenames` must be a scalar or a vector.");
	return ds_add_val(c, d, c->in[i]);
}

bool dsfile_string(struct op_ctx *c, const char *name, struct sv *v)
{
	int i = ds_arg(c, name);

	if (i < 0 || c->in[i]->rank != 0)
		return op_invalid(c, "%s must be a scalar", name);
	*v = tensor_str(c->in[i], 0);
	return true;
}

bool dsfile_scalars(struct op_ctx *c, struct ds *d, int n, const enum dtype *type)
{
	enum dtype *all = arena_array(c->scratch, (size_t)n + 1, sizeof(*all));

	for (int k = 0; k < n; k++)
		all[k] = type ? type[k] : DT_STRING;
	if (!ds_types(c, d, n, all))
		return false;
	d->shape = xcalloc((size_t)n, sizeof(*d->shape));
	return true;
}

/* ---- bytes ---- */

/* Block after block: | length, 4, big endian | a snappy block |. */
static bool snappy_blocks(struct sv in, struct str *out, struct err *err)
{
	struct str block = STR_INIT;
	bool ok = true;

	while (ok && in.n) {
		const unsigned char *p = (const unsigned char *)in.p;
		size_t n = in.n < 4 ? 0 : (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];

		if (in.n < 4 || n > in.n - 4)
			break;		/* cut off: what is there is given */
		str_clear(&block);
		ok = snappy_expand(sv_sub(in, 4, 4 + n), &block, err) &&
		     (out->n + block.n <= MOST ||
		      err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "more than %d bytes come out of it", MOST));
		if (ok)
			str_add(out, str_sv(&block));
		in = sv_sub(in, 4 + n, in.n);
	}
	str_free(&block);
	return ok;
}

bool dsfile_read(struct op_ctx *c, struct sv name, enum dsfile_pack pack, struct str *out, struct str *why)
{
	struct str packed = STR_INIT;
	struct err err = { 0 };
	bool ok;

	if (pack == PACK_NONE || pack == PACK_UNKNOWN)
		return file_read(c, name, out);
	ok = file_read(c, name, &packed);
	if (ok && !(pack == PACK_SNAPPY ? snappy_blocks(str_sv(&packed), out, &err) :
		    gzip_expand(str_sv(&packed), pack == PACK_GZIP, MOST, out, &err))) {
		ok = err.code == ERR_DATA_LOSS ||
		     op_fail(c, err.code, "%.*s: %s", SV_ARG(name), err.msg ? err.msg : "");
		if (ok)
			str_addz(why, err.msg ? err.msg : "damaged");
	}
	err_clear(&err);
	str_free(&packed);
	return ok;
}

/* ---- one file after the other ---- */

struct sv dsfile_bytes(const struct it *i)
{
	return i->held.n ? tensor_str(plist_get(&i->held, 0), 0) : SV("");
}

struct sv dsfile_name(const struct it *i)
{
	return tensor_str(i->d->val[0], i->n);
}

bool dsfile_damaged(struct op_ctx *c, const struct it *i)
{
	struct sv why = i->held.n > 1 ? tensor_str(plist_get(&i->held, 1), 0) : SV("");

	return why.n && !op_fail(c, ERR_DATA_LOSS, "%.*s", SV_ARG(why));
}

void dsfile_close(struct it *i)
{
	plist_free(&i->held);
	i->started = false;
	i->m = 0;
	i->n++;
}

bool dsfile_give(struct op_ctx *c, struct elem *e, struct sv v)
{
	struct tensor *t = tensor_scalar_str(v, c->err);

	if (t)
		elem_add(e, t);
	return t != NULL;
}

static bool keep(struct op_ctx *c, struct it *i, struct sv v)
{
	struct tensor *t = tensor_scalar_str(v, c->err);

	if (t)
		plist_push(&i->held, t);
	return t != NULL;
}

static enum got open_next(struct op_ctx *c, struct it *i, const struct dsfile_reader *r)
{
	struct str s = STR_INIT, why = STR_INIT;
	bool ok;

	if (i->n >= i->d->val[0]->n)
		return IT_END;
	plist_free(&i->held);
	ok = dsfile_read(c, dsfile_name(i), r->pack, &s, &why) && keep(c, i, str_sv(&s)) &&
	     (!why.n || keep(c, i, str_sv(&why)));
	str_free(&s);
	str_free(&why);
	if (!ok)
		return IT_ERR;
	i->m = 0;
	i->started = true;
	return r->begin ? r->begin(c, i) : IT_GOT;
}

enum got dsfile_next(struct op_ctx *c, struct it *i, struct elem *e, const struct dsfile_reader *r)
{
	for (;;) {
		enum got g;

		if (i->started) {
			g = r->record(c, i, e);
			if (g != IT_END)
				return g;
			if (dsfile_damaged(c, i))
				return IT_ERR;
			dsfile_close(i);
		}
		g = open_next(c, i, r);
		if (g != IT_GOT)
			return g;
		if (!c->world->go_on(c->world_ctx, c->err))
			return IT_ERR;
	}
}
