/* MetaInfoDef, VersionDef, SaverDef and the library's lists of gradients; see meta.h. */
#include "model/meta.h"

#include "model/priv.h"
#include "proto/wire.h"

static void ops(struct metagraph_meta *m, struct arena *a, struct sv list)
{
	struct sv *def = decode_list(a, list, 1, &m->n_ops);

	for (uint32_t i = 0; i < m->n_ops; i++)
		def[i] = wire_last(def[i], 1);
	m->op = def;
	m->op_list_bytes = list.n;
}

/* Messages of two strings: fields x and y. */
static const struct name_pair *pairs(struct arena *a, struct sv bytes, uint32_t num, uint32_t x, uint32_t y,
				     uint32_t *n)
{
	struct sv *list = decode_list(a, bytes, num, n);
	struct name_pair *out = arena_array(a, (size_t)*n + 1, sizeof(*out));

	for (uint32_t i = 0; i < *n; i++)
		out[i] = (struct name_pair){ wire_last(list[i], x), wire_last(list[i], y) };
	return out;
}

static void meta_info(struct metagraph_meta *m, struct arena *a, struct sv info)
{
	m->graph_version = wire_last(info, 1);
	ops(m, a, wire_last(info, 2));
	m->any_type = wire_last(wire_last(info, 3), 1);
	m->alias = pairs(a, info, 8, 1, 2, &m->n_aliases);
}

static void bad_consumers(struct metagraph_meta *m, struct arena *a, struct sv versions)
{
	int64_t *bad = arena_array(a, versions.n + 1, sizeof(*bad));
	struct wire w = wire_of(versions);
	struct wire_field f;
	uint64_t v;

	while (wire_next(&w, &f)) {
		if (f.num != 3)
			continue;
		if (f.type == WIRE_VARINT)
			bad[m->n_bad++] = (int32_t)f.v;
		for (struct wire p = wire_of(f.s); f.type == WIRE_LEN && p.p < p.end && wire_varint(&p, &v);)
			bad[m->n_bad++] = (int32_t)v;
	}
	m->bad = bad;
}

static void graph(struct metagraph_meta *m, struct arena *a, struct sv def)
{
	struct sv versions = wire_last(def, 4), lib = wire_last(def, 2);

	m->has_versions = versions.p != NULL;
	m->producer = (int32_t)decode_number(versions, 1, 0);
	m->min_consumer = (int32_t)decode_number(versions, 2, 0);
	bad_consumers(m, a, versions);
	m->gradient = pairs(a, lib, 2, 1, 2, &m->n_gradients);
	m->registered = pairs(a, lib, 3, 2, 1, &m->n_registered);
}

static void saver(struct saver *s, struct sv bytes)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	s->there = bytes.p != NULL;
	s->filename = wire_last(bytes, 1);
	s->save = wire_last(bytes, 2);
	s->restore = wire_last(bytes, 3);
	s->max_to_keep = (int32_t)decode_number(bytes, 4, 0);
	s->sharded = decode_number(bytes, 5, 0) != 0;
	s->version = (int32_t)decode_number(bytes, 7, 0);
	while (wire_next(&w, &f))
		if (f.num == 6 && f.type == WIRE_I32)
			s->keep_hours = wire_float(&f);
}

/* The first node of a collection. */
static struct sv collected(const struct metagraph *mg, const char *name)
{
	uint32_t n;
	const struct collection *c = metagraph_collections(mg, &n);

	for (uint32_t i = 0; i < n; i++)
		if (sv_is(c[i].name, name) && c[i].n)
			return c[i].items[0];
	return SV("");
}

static struct sv signature_op(const struct metagraph *mg, const char *key)
{
	const struct signature *s = metagraph_signature(mg, sv_of(key));

	return s && s->n_out ? s->out[0].name : SV("");
}

void metagraph_meta(const struct metagraph *mg, struct arena *a, struct metagraph_meta *out)
{
	struct sv bytes = mg->priv->collections;

	*out = (struct metagraph_meta){ 0 };
	meta_info(out, a, wire_last(bytes, 1));
	graph(out, a, wire_last(bytes, 2));
	saver(&out->saver, wire_last(bytes, 3));
	out->init_op = mg->init_op;
	out->train_op = signature_op(mg, "__saved_model_train_op");
	if (!out->train_op.n)
		out->train_op = collected(mg, "saved_model_train_op");
	out->main_op = collected(mg, "saved_model_main_op");
	out->legacy_init_op = collected(mg, "legacy_init_op");
}
