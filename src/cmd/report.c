/* Reports; see report.h. Here: how one is put together, and how it becomes JSON. */
#include "cmd/report.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "cmd/json.h"
#include "cmd/json_model.h"

void report_init(struct report *r, enum report_kind root)
{
	*r = (struct report){ .arena = arena_new(), .root = { .kind = root } };
	r->at = &r->root;
}

void report_free(struct report *r)
{
	arena_free(r->arena);
	r->arena = NULL;
}

static struct report_item *add(struct report *r, const char *key, enum report_kind kind)
{
	struct report_item *it = arena_alloc(r->arena, sizeof(*it));

	it->kind = kind;
	it->key = key;
	it->s = SV("");
	it->up = r->at;
	if (r->at->last)
		r->at->last->next = it;
	else
		r->at->first = it;
	r->at->last = it;
	r->at->n++;
	r->made = it;
	return it;
}

bool report_open(struct report *r, const char *key, enum report_kind kind)
{
	if (r->depth == REPORT_DEPTH) {
		report_str(r, key, SV("nested too deeply to show"));
		return false;
	}
	r->at = add(r, key, kind);
	r->depth++;
	return true;
}

void report_close(struct report *r)
{
	r->made = r->at;
	r->at = r->at->up;
	r->depth--;
}

void report_raw_key(struct report *r)
{
	r->made->raw_key = true;
}

bool report_reopen(struct report *r, const char *key, enum report_kind kind)
{
	for (struct report_item *it = r->at->first; it; it = it->next) {
		if (it->kind != kind || !it->key || strcmp(it->key, key))
			continue;
		r->at = it;
		r->depth++;
		return true;
	}
	return report_open(r, key, kind);
}

void report_str(struct report *r, const char *key, struct sv s)
{
	add(r, key, REPORT_STR)->s = s;
}

void report_copy(struct report *r, const char *key, struct sv s)
{
	add(r, key, REPORT_STR)->s = arena_sv(r->arena, s);
}

void report_printf(struct report *r, const char *key, const char *fmt, ...)
{
	struct str s = STR_INIT;
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	report_copy(r, key, str_sv(&s));
	str_free(&s);
}

void report_int(struct report *r, const char *key, int64_t v)
{
	add(r, key, REPORT_INT)->i = v;
}

void report_num(struct report *r, const char *key, double v)
{
	add(r, key, REPORT_NUM)->d = v;
}

void report_bool(struct report *r, const char *key, bool v)
{
	add(r, key, REPORT_BOOL)->i = v;
}

void report_null(struct report *r, const char *key)
{
	add(r, key, REPORT_NULL);
}

void report_shape(struct report *r, const char *key, struct shape s)
{
	add(r, key, REPORT_SHAPE)->shape = s;
}

void report_bytes(struct report *r, const char *key, int64_t n)
{
	add(r, key, REPORT_BYTES)->i = n;
}

void report_u64(struct report *r, const char *key, uint64_t v)
{
	report_printf(r, key, "%" PRIu64, v);
}

void report_strs(struct report *r, const char *key, const struct sv *s, uint32_t n)
{
	if (!report_open(r, key, REPORT_LIST))
		return;
	for (uint32_t i = 0; i < n; i++)
		report_str(r, NULL, s[i]);
	report_close(r);
}

void report_to(struct report *r, struct report_ref ref)
{
	if (r->made)
		r->made->ref = ref;
}

void report_to_node(struct report *r, const struct graph *g, uint32_t i)
{
	if (i < g->n_nodes)
		report_to(r, (struct report_ref){ TO_NODE, g, i });
}

void report_to_name(struct report *r, const struct graph *g, struct sv tensor)
{
	struct edge e;

	if (tensor.n && graph_resolve(g, tensor, &e, NULL))
		report_to_node(r, g, e.node);
}

void report_to_index(struct report *r, enum report_to to, uint32_t i)
{
	report_to(r, (struct report_ref){ .to = to, .i = i });
}

/* ---- JSON ---- */

static void json_item(struct json *j, const struct report_item *it)
{
	bool list = it->kind == REPORT_LIST;

	if (it->kind == REPORT_SHAPE) {
		json_kshape(j, it->key ? it->key : "shape", it->shape);
		return;
	}
	if (it->key)
		json_key(j, it->key);
	switch (it->kind) {
	case REPORT_GROUP:
	case REPORT_LIST:
		json_open(j, list ? '[' : '{');
		for (const struct report_item *k = it->first; k; k = k->next)
			json_item(j, k);
		json_close(j, list ? ']' : '}');
		break;
	case REPORT_STR:
		json_str(j, it->s);
		break;
	case REPORT_INT:
	case REPORT_BYTES:
		json_int(j, it->i);
		break;
	case REPORT_NUM:
		json_num(j, it->d);
		break;
	case REPORT_BOOL:
		json_bool(j, it->i != 0);
		break;
	default:
		json_null(j);
	}
}

void report_json(const struct report *r, struct sink *out)
{
	struct json j;

	json_start(&j, out);
	json_item(&j, &r->root);
	json_end(&j);
}

void report_print(struct report *r, struct sink *out, bool json)
{
	if (json)
		report_json(r, out);
	else
		report_text(r, out);
	report_free(r);
}
