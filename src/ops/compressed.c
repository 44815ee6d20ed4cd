/* DecodeCompressed: zlib and gzip, string by string. */
#include "codec/gzip.h"
#include "ops/text.h"

enum { MOST = 1 << 30 };		/* what one string may grow to */

static bool run_decode(struct op_ctx *c)
{
	struct tensor *out;
	struct sv type = SV("");
	struct str s = STR_INIT;
	bool ok;

	node_attr_str(c->node, "compression_type", &type);
	if (type.n && !sv_is(type, "ZLIB") && !sv_is(type, "GZIP"))
		return op_invalid(c, "Only ZLIB, GZIP or NONE are supported compressions");
	if (!type.n)
		return op_out_ref(c, 0, c->in[0]);
	out = op_out_like(c, 0, c->in[0]);
	ok = out != NULL;
	for (int64_t i = 0; ok && i < out->n; i++) {
		str_clear(&s);
		ok = gzip_expand(tensor_str(c->in[0], i), sv_is(type, "GZIP"), MOST, &s, c->err) &&
		     tensor_str_set(out, i, str_sv(&s), c->err) && c->world->go_on(c->world_ctx, c->err);
	}
	str_free(&s);
	return ok;
}

static const struct op_row rows[] = {
	{ .name = "DecodeCompressed", .n_in = 1, .n_out = 1, .run = run_decode },
};

OP_FAMILY(family_compressed, rows);
