/* Values of a model as parts of a report; see report_parts.h. */
#include "cmd/report_parts.h"

#include <inttypes.h>
#include <stdlib.h>

#include "cmd/show_functions.h"
#include "model/decode.h"
#include "tensor/print.h"

void report_dtype(struct report *r, const char *key, int dtype)
{
	if (!dtype_enum_name(dtype))
		report_printf(r, key, "type %d", dtype);
	else if (dtype == DT_INVALID)
		report_printf(r, key, "?");
	else
		report_printf(r, key, "%s%s", dtype_info(dtype_base((enum dtype)dtype))->name,
			      dtype_is_ref((enum dtype)dtype) ? " ref" : "");
}

enum { VALUE_MAX = 400 };

/* numpy's text in one line: breaks and the blanks behind them become one blank. */
static void one_line(struct str *out, struct sv text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != '\n') {
			str_addc(out, text.p[i]);
			continue;
		}
		while (i + 1 < text.n && text.p[i + 1] == ' ')
			i++;
		str_addc(out, ' ');
	}
}

static void tensor_value(struct report *r, const struct tensor *t)
{
	struct print_opts o = { .threshold = 20, .edge = 3 };
	struct str s = STR_INIT, line = STR_INIT;
	struct sink mem = sink_mem(&s);

	print_tensor(&mem, t, &o);
	one_line(&line, str_sv(&s));
	if (line.n > VALUE_MAX) {
		line.n = VALUE_MAX;
		str_addz(&line, " ...");
	}
	report_copy(r, "value", str_sv(&line));
	str_free(&s);
	str_free(&line);
}

void report_tensor_fields(struct report *r, struct sv proto)
{
	struct err err = { 0 };
	struct tensor *t = tensorproto_decode(proto, &err);

	if (!t) {
		char *text = err_text(&err);

		report_copy(r, "damaged", sv_of(text));
		free(text);
		err_clear(&err);
		return;
	}
	report_dtype(r, "dtype", t->dtype);
	report_shape(r, "shape", tensor_shape(t));
	/* the dimensions are the tensor's: they go with it */
	r->made->shape.dim = arena_array(r->arena, (size_t)t->rank + 1, sizeof(int64_t));
	memcpy((int64_t *)r->made->shape.dim, t->dim, (size_t)t->rank * sizeof(int64_t));
	tensor_value(r, t);
	tensor_unref(t);
}

void report_tensor(struct report *r, const char *key, struct sv proto)
{
	if (!report_open(r, key, REPORT_GROUP))
		return;
	report_tensor_fields(r, proto);
	report_close(r);
}

/* ---- signatures ---- */

static void info(struct report *r, const struct metagraph *mg, const struct tensor_info *ti, int depth);

static void components(struct report *r, const struct metagraph *mg, const struct tensor_info *ti, int depth)
{
	report_str(r, "encoding", ti->encoding == TI_COO_SPARSE ? SV("sparse") : ti->encoding == TI_COMPOSITE ?
		   (ti->type_name.n ? ti->type_name : SV("composite")) : SV("none"));
	if (ti->encoding == TI_NONE || !report_open(r, "components", REPORT_LIST))
		return;
	for (int i = 0; ti->encoding == TI_COO_SPARSE && i < 3; i++) {
		static const char *const what[] = { "values", "indices", "dense_shape" };

		if (!report_open(r, NULL, REPORT_GROUP))
			continue;
		report_str(r, "key", sv_of(what[i]));
		report_str(r, "name", ti->coo[i]);
		report_to_name(r, mg->graph, ti->coo[i]);
		report_close(r);
	}
	for (uint32_t i = 0; i < ti->n_components; i++)
		info(r, mg, &ti->components[i], depth + 1);
	report_close(r);
}

static void info(struct report *r, const struct metagraph *mg, const struct tensor_info *ti, int depth)
{
	if (!report_open(r, NULL, REPORT_GROUP))
		return;
	report_str(r, "key", ti->key);
	report_dtype(r, "dtype", ti->dtype);
	report_shape(r, "shape", ti->shape);
	report_str(r, "name", ti->name);
	report_to_name(r, mg->graph, ti->name);
	if (ti->encoding != TI_NAME && depth < 16)
		components(r, mg, ti, depth);
	report_close(r);
}

void report_infos(struct report *r, const char *key, const struct metagraph *mg, const struct tensor_info *ti,
		  uint32_t n)
{
	if (!report_open(r, key, REPORT_LIST))
		return;
	for (uint32_t i = 0; i < n; i++)
		info(r, mg, &ti[i], 0);
	report_close(r);
}

/* ---- messages ---- */

struct message {
	struct report *r;
	const struct metagraph *mg;
	uint32_t left;		/* values that may still be shown */
};

static void fields(struct message *m, const struct proto_type *t, struct sv bytes);

static bool type_is(const struct proto_type *t, const char *name)
{
	return !strcmp(proto_type_name(t), name);
}

static void any(struct message *m, const char *key, struct sv bytes)
{
	const struct proto_type *t = proto_type_url(wire_last(bytes, 1));

	if (!report_open(m->r, key, REPORT_GROUP))
		return;
	report_str(m->r, "type", wire_last(bytes, 1));
	if (t)
		fields(m, t, wire_last(bytes, 2));
	else
		report_str(m->r, "value", wire_last(bytes, 2));
	report_close(m->r);
}

static void value(struct message *m, const char *key, const struct proto_value *v);

/* A map's entry {1: key, 2: value}: the key, then the value's own fields beside it. */
static void entry(struct message *m, const struct proto_type *t, struct sv bytes)
{
	struct proto_reader p = proto_reader_of(t, bytes);
	struct proto_value v;

	while (proto_next(&p, &v)) {
		if (v.kind != PROTO_MESSAGE)
			value(m, v.field, &v);
		else if (type_is(v.type, "TensorProto"))
			report_tensor_fields(m->r, v.s);
		else
			fields(m, v.type, v.s);
	}
}

static bool is_entry(const struct proto_type *t)
{
	return sv_ends(sv_of(proto_type_name(t)), SV("Entry"));
}

/* A message that only wraps a value, or a list of them: shown as that. */
static void wrapped(struct message *m, const char *key, const struct proto_type *t, struct sv bytes)
{
	struct proto_reader p = proto_reader_of(t, bytes);
	struct proto_value v;

	while (proto_next(&p, &v)) {
		if (!v.repeated) {
			value(m, key, &v);
		} else if (!m->left) {
			return;
		} else if (report_reopen(m->r, key, REPORT_LIST)) {
			m->left--;
			value(m, NULL, &v);
			report_close(m->r);
		}
	}
}

static void submessage(struct message *m, const char *key, const struct proto_value *v)
{
	if (key && proto_type_wraps(v->type)) {
		wrapped(m, key, v->type, v->s);
		return;
	}
	if (type_is(v->type, "TensorProto")) {
		report_tensor(m->r, key, v->s);
	} else if (type_is(v->type, "TensorShapeProto")) {
		report_shape(m->r, key, shape_decode_arena(m->r->arena, v->s));
	} else if (type_is(v->type, "AnyProto")) {
		any(m, key, v->s);
	} else if (report_open(m->r, key, REPORT_GROUP)) {
		if (is_entry(v->type))
			entry(m, v->type, v->s);
		else
			fields(m, v->type, v->s);
		report_close(m->r);
	}
}

static void value(struct message *m, const char *key, const struct proto_value *v)
{
	struct report *r = m->r;

	switch (v->kind) {
	case PROTO_MESSAGE:
		submessage(m, key, v);
		break;
	case PROTO_BYTES:
		report_str(r, key, v->s);
		if (m->mg && key && strcmp(key, "context_name"))
			report_to_name(r, m->mg->graph, v->s);
		break;
	case PROTO_ENUM:
		if (v->enum_name && !strncmp(v->enum_name, "DT_", 3))
			report_dtype(r, key, (int)v->i);
		else if (v->enum_name)
			report_str(r, key, sv_of(v->enum_name));
		else
			report_int(r, key, v->i);
		break;
	case PROTO_REAL:
		report_num(r, key, v->d);
		break;
	case PROTO_BOOL:
		report_bool(r, key, v->i);
		break;
	case PROTO_UINT:
		report_u64(r, key, (uint64_t)v->i);
		break;
	default:
		report_int(r, key, v->i);
	}
}

static void fields(struct message *m, const struct proto_type *t, struct sv bytes)
{
	struct proto_reader p = proto_reader_of(t, bytes);
	struct proto_value v;

	while (proto_next(&p, &v)) {
		if (!m->left) {
			report_printf(m->r, m->r->at->kind == REPORT_LIST ? NULL : "more",
				      "cut off after %d values", PARTS_MAX);
			return;
		}
		m->left--;
		if (!v.repeated) {
			value(m, v.field, &v);
		} else if (report_reopen(m->r, v.field, REPORT_LIST)) {
			value(m, NULL, &v);
			report_close(m->r);
		}
	}
	if (p.unknown)
		report_int(m->r, "unknown_fields", p.unknown);
	if (p.w.bad)
		report_printf(m->r, "damaged", "at byte %zu of %zu", (size_t)((const char *)p.w.p - bytes.p), bytes.n);
}

void report_fields(struct report *r, const struct metagraph *mg, const struct proto_type *t, struct sv bytes)
{
	struct message m = { r, mg, PARTS_MAX };

	fields(&m, t, bytes);
}

void report_message(struct report *r, const char *key, const struct metagraph *mg, const struct proto_type *t,
		    struct sv bytes)
{
	struct message m = { r, mg, PARTS_MAX };

	if (type_is(t, "AnyProto")) {
		any(&m, key, bytes);
	} else if (report_open(r, key, REPORT_GROUP)) {
		fields(&m, t, bytes);
		report_close(r);
	}
}

/* ---- JSON and Python ---- */

void report_jsonv(struct report *r, const char *key, const struct jsonv *v)
{
	switch (v->kind) {
	case JSONV_OBJECT:
	case JSONV_LIST:
		if (!report_open(r, key, v->kind == JSONV_LIST ? REPORT_LIST : REPORT_GROUP))
			break;
		for (const struct jsonv *k = v->first; k; k = k->next) {
			report_jsonv(r, v->kind == JSONV_LIST ? NULL : arena_sv(r->arena, k->key).p, k);
			report_raw_key(r);
		}
		report_close(r);
		break;
	case JSONV_STR:
		report_str(r, key, v->s);
		break;
	case JSONV_INT:
		report_int(r, key, v->i);
		break;
	case JSONV_NUM:
		report_num(r, key, v->d);
		break;
	case JSONV_BOOL:
		report_bool(r, key, v->i);
		break;
	case JSONV_NULL:
		report_null(r, key);
		break;
	}
}

void report_pyval(struct report *r, const char *key, const struct pyval *v)
{
	struct str s = STR_INIT;

	pyval_repr(&s, v);
	report_copy(r, key, str_sv(&s));
	str_free(&s);
}
