/*
 * GraphDebugInfo; see origin.h.
 *
 *   1 files: string            2 traces: {1: node, 2: StackTrace}
 *   4 frames_by_id: {1: fixed64, 2: FileLineCol}      6 traces_by_id: {1: fixed64, 2: StackTrace}
 *   5 name_to_trace_id: {1: node, 2: fixed64}
 *   StackTrace {1: FileLineCol (older files), 2: fixed64 frame ids}
 *   FileLineCol {1: file's index, 2: line, 3: column, 4: function, 5: code}
 *
 * A node's key is "node@function"; "node@" in the MetaGraph's graph.
 */
#include "model/origin.h"

#include "base/map.h"
#include "model/files.h"
#include "model/priv.h"
#include "proto/wire.h"

struct origins {
	struct arena *arena;
	char *bytes;
	size_t n_bytes;
	uint32_t n_files;
	struct sv *file;
	struct map frames, stacks;	/* the 8 bytes of an id to the index below */
	struct map names;		/* "node@function" to the index of a stack */
	VEC(struct sv) stack;		/* StackTrace */
	VEC(struct sv) frame;		/* FileLineCol */
};

/* The key of a map entry as bytes: a string, or the 8 bytes of a fixed64. */
static struct sv key_of(struct sv entry)
{
	struct wire w = wire_of(entry);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_LEN)
			return f.s;
		if (f.num == 1 && f.type == WIRE_I64)
			return (struct sv){ (const char *)w.p - 8, 8 };
	}
	return SV_NULL;
}

static struct sv id_value(struct sv entry)
{
	struct wire w = wire_of(entry);
	struct wire_field f;

	while (wire_next(&w, &f))
		if (f.num == 2 && f.type == WIRE_I64)
			return (struct sv){ (const char *)w.p - 8, 8 };
	return SV_NULL;
}

static bool read_all(struct origins *o, struct err *err)
{
	struct sv all = { o->bytes, o->n_bytes };
	struct wire w = wire_of(all), again = w;
	struct wire_field f;
	uint64_t at;

	o->file = decode_list(o->arena, all, 1, &o->n_files);
	while (wire_next(&w, &f)) {
		struct sv key = f.type == WIRE_LEN && f.num > 1 ? key_of(f.s) : SV_NULL;

		if (!key.p)
			continue;
		if (f.num == 4 && map_add(&o->frames, key, o->frame.n))
			vec_push(&o->frame, wire_last(f.s, 2));
		else if ((f.num == 2 || f.num == 6) &&
			 map_add(f.num == 2 ? &o->names : &o->stacks, key, o->stack.n))
			vec_push(&o->stack, wire_last(f.s, 2));
	}
	while (wire_next(&again, &f)) {
		struct sv id = f.num == 5 && f.type == WIRE_LEN ? id_value(f.s) : SV_NULL;

		if (id.p && key_of(f.s).p && map_get(&o->stacks, id, &at))
			map_add(&o->names, key_of(f.s), at);
	}
	return !w.bad || err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "damaged at byte %zu",
				 (size_t)((const char *)w.p - o->bytes));
}

static struct origins *origins_new(const struct model *m, struct err *err)
{
	struct origins *o;

	if (!model_file_there(m, MODEL_ORIGINS))
		return NULL;
	o = xcalloc(1, sizeof(*o));
	o->arena = arena_new();
	if (!model_file_read(m, SV(MODEL_ORIGINS), &o->bytes, &o->n_bytes, err)) {
		origins_free(o);
		return NULL;
	}
	if (!read_all(o, err)) {
		err_at(err, "%s/%s", m->dir, MODEL_ORIGINS);
		origins_free(o);
		return NULL;
	}
	return o;
}

void origins_free(struct origins *o)
{
	if (!o)
		return;
	if (o->bytes)
		big_free(o->bytes, o->n_bytes + 1);
	map_free(&o->frames);
	map_free(&o->stacks);
	map_free(&o->names);
	vec_free(&o->stack);
	vec_free(&o->frame);
	arena_free(o->arena);
	free(o);
}

static struct frame_line frame_of(const struct origins *o, struct sv bytes)
{
	uint64_t file = decode_number(bytes, 1, 0);

	return (struct frame_line){
		.file = file < o->n_files ? o->file[file] : SV("?"), .line = (int32_t)decode_number(bytes, 2, 0),
		.col = (int32_t)decode_number(bytes, 3, 0), .func = wire_last(bytes, 4), .code = wire_last(bytes, 5),
	};
}

static void add_id(const struct origins *o, const unsigned char *p, struct frame_line *list, uint32_t *n)
{
	uint64_t at;

	if (map_get(&o->frames, (struct sv){ (const char *)p, 8 }, &at))
		list[(*n)++] = frame_of(o, o->frame.p[at]);
}

static uint32_t frames_of(const struct origins *o, struct sv stack, struct frame_line *out)
{
	struct wire w = wire_of(stack);
	struct wire_field f;
	uint32_t n = 0;

	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_LEN)
			out[n++] = frame_of(o, f.s);
		else if (f.num == 2 && f.type == WIRE_I64)
			add_id(o, w.p - 8, out, &n);
		for (size_t i = 0; f.num == 2 && f.type == WIRE_LEN && i + 8 <= f.s.n; i += 8)
			add_id(o, (const unsigned char *)f.s.p + i, out, &n);
	}
	return n;
}

/* Reads the file once; NULL with an error, each time, when it is damaged. */
static const struct origins *all_of(struct model *m, struct err *err)
{
	const struct origins *o;

	pthread_mutex_lock(&m->lock);
	if (!m->origins_tried)
		m->origins = origins_new(m, &m->origins_err);
	m->origins_tried = true;
	o = m->origins;
	if (err_is(&m->origins_err)) {
		char *text = err_text(&m->origins_err);

		err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "%s", text);
		free(text);
	}
	pthread_mutex_unlock(&m->lock);
	return o;
}

/* "node@function" in the list, if the file has it. */
static bool find(const struct origins *o, struct sv node, struct sv function, uint64_t *at)
{
	struct str key = STR_INIT;
	bool there;

	str_add(&key, node);
	str_addc(&key, '@');
	str_add(&key, function);
	there = map_get(&o->names, str_sv(&key), at);
	str_free(&key);
	return there;
}

/* The names that a node had before graphs were rewritten (experimental_debug_info: 1 nodes, 2 their functions). */
static bool find_original(const struct origins *o, struct sv node, uint64_t *at)
{
	struct sv info = wire_last(node, 6), name = SV_NULL, function = SV("");
	struct wire w = wire_of(info);
	struct wire_field f;

	while (info.n && wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_LEN && !name.p)
			name = f.s;
		else if (f.num == 2 && f.type == WIRE_LEN && !function.n)
			function = f.s;
	}
	return name.n && (find(o, name, function, at) || find(o, name, SV(""), at));
}

bool node_origin(const struct graph *g, uint32_t i, struct frame_line **list, uint32_t *n, struct err *err)
{
	const struct origins *o = all_of((struct model *)g->mg->model, err);
	struct sv function = g->func ? g->func->name : SV("");
	uint64_t at;

	*list = NULL;
	*n = 0;
	if (!o)
		return !err_is(err);
	if (find(o, graph_node_name(g, i), function, &at) || find_original(o, graph_node_bytes(g, i), &at)) {
		/* a frame takes two bytes of the stack at least */
		*list = xcalloc(o->stack.p[at].n / 2 + 1, sizeof(**list));
		*n = frames_of(o, o->stack.p[at], *list);
	}
	return true;
}
