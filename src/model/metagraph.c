/* MetaGraphDef: tags, signatures, library, assets, what to run on loading. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "model/priv.h"
#include "proto/wire.h"

static void meta_info(struct metagraph *mg, struct arena *a, struct sv bytes)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	mg->tags = decode_list(a, bytes, 4, &mg->n_tags);
	while (wire_next(&w, &f)) {
		if (f.num == 5 && f.type == WIRE_LEN)
			mg->tf_version = f.s;
		else if (f.num == 6 && f.type == WIRE_LEN)
			mg->tf_git_version = f.s;
		else if (f.num == 7 && f.type == WIRE_VARINT)
			mg->stripped_defaults = f.v != 0;
	}
}

static bool tensor_info(struct arena *a, struct sv bytes, struct tensor_info *ti, int depth)
{
	struct wire w = wire_of(bytes);
	struct wire_field f, g;

	ti->name = ti->type_name = SV("");
	ti->shape = (struct shape){ 0, NULL };
	ti->encoding = TI_NONE;
	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_LEN) {
			ti->encoding = TI_NAME, ti->name = f.s;
		} else if (f.num == 2 && f.type == WIRE_VARINT) {
			ti->dtype = (int)f.v;
		} else if (f.num == 3 && f.type == WIRE_LEN) {
			ti->has_shape = true;
			ti->shape = shape_decode_arena(a, f.s);
		} else if (f.num == 4 && f.type == WIRE_LEN) {
			struct wire c = wire_of(f.s);

			ti->encoding = TI_COO_SPARSE;
			while (wire_next(&c, &g))
				if (g.num >= 1 && g.num <= 3 && g.type == WIRE_LEN)
					ti->coo[g.num - 1] = g.s;
		} else if (f.num == 5 && f.type == WIRE_LEN && depth < 16) {
			struct sv *list = decode_list(a, f.s, 2, &ti->n_components);
			struct wire spec = wire_of(f.s);
			struct tensor_info *comp = arena_array(a, (size_t)ti->n_components + 1, sizeof(*comp));

			ti->encoding = TI_COMPOSITE;
			for (uint32_t i = 0; i < ti->n_components; i++) {
				comp[i].key = SV("");
				tensor_info(a, list[i], &comp[i], depth + 1);
			}
			ti->components = comp;
			while (wire_next(&spec, &g)) {
				struct wire s = wire_of(g.s);
				struct wire_field h;

				while (g.num == 1 && g.type == WIRE_LEN && wire_next(&s, &h))
					if (h.num == 3 && h.type == WIRE_LEN)
						ti->type_name = h.s;
			}
		}
	}
	return !w.bad;
}

static int info_by_key(const void *a, const void *b)
{
	return sv_cmp(((const struct tensor_info *)a)->key, ((const struct tensor_info *)b)->key);
}

static struct tensor_info *infos(struct arena *a, struct sv bytes, uint32_t num, uint32_t *n)
{
	struct sv *list = decode_list(a, bytes, num, n);
	struct tensor_info *ti = arena_array(a, (size_t)*n + 1, sizeof(*ti));

	for (uint32_t i = 0; i < *n; i++) {
		struct sv value;

		entry_decode(list[i], &ti[i].key, &value);
		tensor_info(a, value, &ti[i], 0);
	}
	qsort(ti, *n, sizeof(*ti), info_by_key);
	return ti;
}

static int sig_by_key(const void *a, const void *b)
{
	return sv_cmp(((const struct signature *)a)->key, ((const struct signature *)b)->key);
}

static void signatures(struct metagraph *mg, struct arena *a, struct sv bytes)
{
	struct sv *list = decode_list(a, bytes, 5, &mg->n_sigs);
	struct signature *sigs = arena_array(a, (size_t)mg->n_sigs + 1, sizeof(*sigs));

	for (uint32_t i = 0; i < mg->n_sigs; i++) {
		struct signature *s = &sigs[i];
		struct sv value, *defaults, *keys, *protos;
		struct wire_field f;
		struct wire w;

		entry_decode(list[i], &s->key, &value);
		s->method = SV("");
		w = wire_of(value);
		while (wire_next(&w, &f))
			if (f.num == 3 && f.type == WIRE_LEN)
				s->method = f.s;
		s->in = infos(a, value, 1, &s->n_in);
		s->out = infos(a, value, 2, &s->n_out);
		defaults = decode_list(a, value, 4, &s->n_defaults);
		keys = arena_array(a, (size_t)s->n_defaults + 1, sizeof(*keys));
		protos = arena_array(a, (size_t)s->n_defaults + 1, sizeof(*protos));
		for (uint32_t k = 0; k < s->n_defaults; k++)
			entry_decode(defaults[k], &keys[k], &protos[k]);
		s->default_key = keys;
		s->default_proto = protos;
	}
	qsort(sigs, mg->n_sigs, sizeof(*sigs), sig_by_key);
	mg->sigs = sigs;
}

/* VersionDef */
static void versions(struct metagraph *mg, struct sv graph_bytes)
{
	struct wire w = wire_of(wire_last(graph_bytes, 4));
	struct wire_field f;

	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_VARINT)
			mg->producer = (int32_t)f.v;
		else if (f.num == 2 && f.type == WIRE_VARINT)
			mg->min_consumer = (int32_t)f.v;
	}
}

static void library(struct metagraph *mg, struct model *m, struct sv graph_bytes)
{
	struct arena *a = m->arena;
	struct sv lib = SV("");
	struct wire w = wire_of(graph_bytes);
	struct wire_field f;
	struct function *funcs;
	struct sv *raw;

	while (wire_next(&w, &f))
		if (f.num == 2 && f.type == WIRE_LEN)
			lib = f.s;
	raw = decode_list(a, lib, 1, &mg->n_funcs);
	mg->funcs = funcs = arena_array(a, (size_t)mg->n_funcs + 1, sizeof(*funcs));
	for (uint32_t i = 0; i < mg->n_funcs; i++) {
		struct err e = { 0 };

		if (!function_head(&funcs[i], a, raw[i], &e))
			model_add_damage(m, &e);
		map_add(&mg->priv->functions, funcs[i].name, i);
	}
	for (uint32_t i = 0; i < mg->n_funcs; i++) {
		struct err e = { 0 };

		if (!function_body(&funcs[i], mg, a, raw[i], &e)) {
			err_at(&e, "%s: function %.*s", m->file, SV_ARG(funcs[i].name));
			model_add_damage(m, &e);
		}
	}
}

/* A file of the model: inside assets/, no way out of it. */
static char *asset_path(const struct model *m, struct sv name)
{
	char *path;

	if (!name.n || name.p[0] == '/' || memchr(name.p, '\0', name.n))
		return NULL;
	for (size_t i = 0; i < name.n;) {
		size_t j = i;

		while (j < name.n && name.p[j] != '/')
			j++;
		if (j - i == 2 && name.p[i] == '.' && name.p[i + 1] == '.')
			return NULL;
		i = j + 1;
	}
	path = arena_printf(m->arena, "%s/assets/%.*s", m->dir, SV_ARG(name));
	return path;
}

/* Builders of TensorFlow 1 put AssetFileDefs, each in an Any, into a collection. */
static struct sv *collected_assets(struct arena *a, struct sv bytes, uint32_t *n)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	struct sv key, value, *list = NULL;

	*n = 0;
	while (!list && wire_next(&w, &f))
		if (f.num == 4 && f.type == WIRE_LEN && entry_decode(f.s, &key, &value) &&
		    sv_is(key, "saved_model_assets"))
			list = decode_list(a, wire_last(value, 5), 1, n);
	for (uint32_t i = 0; i < *n; i++)
		list[i] = wire_last(list[i], 2);
	return list;
}

static void assets(struct metagraph *mg, const struct model *m, struct sv bytes)
{
	struct sv *list = decode_list(m->arena, bytes, 6, &mg->n_assets);
	struct asset *as;

	if (!mg->n_assets)
		list = collected_assets(m->arena, bytes, &mg->n_assets);
	as = arena_array(m->arena, (size_t)mg->n_assets + 1, sizeof(*as));

	for (uint32_t i = 0; i < mg->n_assets; i++) {
		struct wire w = wire_of(list[i]);
		struct wire_field f;
		struct stat st;

		as[i].tensor = as[i].filename = SV("");
		while (wire_next(&w, &f)) {
			if (f.num == 1 && f.type == WIRE_LEN) {
				struct tensor_info ti = { 0 };

				tensor_info(m->arena, f.s, &ti, 0);
				as[i].tensor = ti.name;
			} else if (f.num == 2 && f.type == WIRE_LEN) {
				as[i].filename = f.s;
			}
		}
		as[i].path = asset_path(m, as[i].filename);
		as[i].bytes = as[i].path && stat(as[i].path, &st) == 0 ? (int64_t)st.st_size : -1;
	}
	mg->assets = as;
}

/* First value of a collection's node list, or "". */
static struct sv collection_first(struct sv bytes, const char *name)
{
	struct wire w = wire_of(bytes);
	struct wire_field f, g, h;
	struct sv key, value;

	while (wire_next(&w, &f)) {
		struct wire c;

		if (f.num != 4 || f.type != WIRE_LEN || !entry_decode(f.s, &key, &value) || !sv_is(key, name))
			continue;
		c = wire_of(value);
		while (wire_next(&c, &g)) {
			struct wire l = wire_of(g.s);

			while (g.num == 1 && g.type == WIRE_LEN && wire_next(&l, &h))
				if (h.num == 1 && h.type == WIRE_LEN)
					return h.s;
		}
	}
	return SV("");
}

/* "NoOp:0" and "NoOp" name the same node. */
static struct sv node_part(struct sv name)
{
	long c = sv_rfind(name, ':');

	return c > 0 ? sv_sub(name, 0, (size_t)c) : name;
}

static void loading(struct metagraph *mg, struct sv bytes)
{
	const struct signature *init = metagraph_signature(mg, SV("__saved_model_init_op"));
	struct wire w = wire_of(bytes);
	struct wire_field f, g;

	mg->saver_filename = mg->saver_restore = mg->init_op = SV("");
	while (wire_next(&w, &f)) {
		struct wire s = wire_of(f.s);

		while (f.num == 3 && f.type == WIRE_LEN && wire_next(&s, &g)) {
			if (g.num == 1 && g.type == WIRE_LEN)
				mg->saver_filename = g.s;
			else if (g.num == 3 && g.type == WIRE_LEN)
				mg->saver_restore = node_part(g.s);
		}
	}
	if (init && init->n_out)
		mg->init_op = node_part(init->out[0].name);
	if (!mg->init_op.n)
		mg->init_op = node_part(collection_first(bytes, "saved_model_main_op"));
	if (!mg->init_op.n)
		mg->init_op = node_part(collection_first(bytes, "legacy_init_op"));
}

void metagraph_decode(struct metagraph *mg, struct model *m, struct sv bytes)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	struct sv graph_bytes = SV("");
	struct graph *g = arena_alloc(m->arena, sizeof(*g));
	struct err e = { 0 };

	mg->model = m;
	mg->priv = arena_alloc(m->arena, sizeof(*mg->priv));
	pthread_mutex_init(&mg->priv->lock, NULL);
	mg->priv->collections = bytes;
	mg->tf_version = mg->tf_git_version = SV("");
	mg->tags = arena_alloc(m->arena, sizeof(*mg->tags));
	while (wire_next(&w, &f)) {
		if (f.type != WIRE_LEN)
			continue;
		if (f.num == 1)
			meta_info(mg, m->arena, f.s);
		else if (f.num == 2)
			graph_bytes = f.s;
		else if (f.num == 7)
			mg->has_object_graph = true, mg->priv->object_graph = f.s;
	}
	signatures(mg, m->arena, bytes);
	versions(mg, graph_bytes);
	library(mg, m, graph_bytes);
	if (!graph_open(g, mg, NULL, NULL, m->arena, graph_bytes, 1, &e)) {
		err_at(&e, "%s: graph", m->file);
		model_add_damage(m, &e);
	}
	mg->graph = g;
	assets(mg, m, bytes);
	loading(mg, bytes);
}

void metagraph_close(struct metagraph *mg)
{
	graph_close((struct graph *)mg->graph);
	for (uint32_t i = 0; i < mg->n_funcs; i++)
		graph_close((struct graph *)mg->funcs[i].graph);
	callers_free(mg->priv->callers);
	map_free(&mg->priv->functions);
	map_free(&mg->priv->traces);
	pthread_mutex_destroy(&mg->priv->lock);
}

const struct function *metagraph_function(const struct metagraph *mg, struct sv name)
{
	uint64_t i;

	return map_get(&mg->priv->functions, name, &i) ? &mg->funcs[i] : NULL;
}

const struct signature *metagraph_signature(const struct metagraph *mg, struct sv key)
{
	for (uint32_t i = 0; i < mg->n_sigs; i++)
		if (sv_eq(mg->sigs[i].key, key))
			return &mg->sigs[i];
	return NULL;
}
