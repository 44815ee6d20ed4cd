/* The ops on readers, by resource and by V1 string handles; see reader.h. */
#include "ops/reader.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/wireput.h"
#include "codec/gzip.h"
#include "ops/fileio.h"
#include "ops/queue.h"
#include "ops/stepres.h"
#include "proto/wire.h"

#define EXPANDED_MAX (UINT64_C(1) << 31)

/* ---- the object ---- */

static void state_free(struct reader_state *s)
{
	tensor_unref(s->work);
	tensor_unref(s->bytes);
}

static struct reader_state state_copy(const struct reader_state *s)
{
	struct reader_state c = *s;

	tensor_ref(c.work);
	tensor_ref(c.bytes);
	return c;
}

static void reader_destroy(struct object *o)
{
	struct reader *r = (struct reader *)o;

	state_free(&r->s);
	free(r->r.container);
	free(r->r.name);
	free(r);
}

static void reader_describe(const struct object *o, struct str *out)
{
	const struct reader *r = (const struct reader *)o;

	str_addf(out, "%s, %lld records of %lld files", r->kind->name, (long long)r->s.produced,
		 (long long)r->s.started);
}

STEPRES_STATE(reader)

static const struct resource_class reader_class = {
	.object = {.name = "reader", .destroy = reader_destroy, .describe = reader_describe},
	.save = reader_save,
	.load = reader_load,
	.saved_free = reader_saved_free,
};

static struct resource *reader_new(void *arg)
{
	const struct op_ctx *c = arg;
	struct reader *r = xcalloc(1, sizeof(*r));

	atomic_init(&r->r.o.refs, 1);
	r->r.o.cls = &reader_class.object;
	r->r.rcls = &reader_class;
	r->kind = c->row->data;
	r->made_by = c->node;
	return &r->r;
}

static bool run_make(struct op_ctx *c)
{
	struct sv container = SV(""), name = SV("");
	struct resource *r;

	node_attr_str(c->node, "container", &container);
	if (!node_attr_str(c->node, "shared_name", &name) || !name.n)
		name = c->node->name;
	r = c->world->resource(c->world_ctx, container, name, &reader_class, reader_new, c, c->err);
	return r && stepres_give(c, 0, r);
}

/* TensorFlow's kernel asks for an attribute that only the second version of the op has. */
static bool run_never(struct op_ctx *c)
{
	return op_fail(c, ERR_NOT_FOUND, "No attr named 'encoding' in NodeDef:");
}

static struct reader *reader_in(struct op_ctx *c)
{
	return (struct reader *)stepres_in(c, 0, &reader_class);
}

/* ---- reading ---- */

/* The next name of the queue; NULL with an error. Gives. */
static struct tensor *next_work(struct op_ctx *c)
{
	struct queue *q = (struct queue *)stepres_in(c, 1, &queue_class);
	struct tensor **t = q ? arena_array(c->scratch, (size_t)q->width, sizeof(*t)) : NULL,
		      *work = NULL;

	if (!q || !queue_next(c, q, t))
		return NULL;
	if (q->width != 1)
		op_invalid(c, "Expected single component queue");
	else if (t[0]->dtype != DT_STRING)
		op_invalid(c, "Expected queue with single string component");
	else if (t[0]->n != 1)
		op_invalid(c, "Expected to dequeue a one-element string tensor");
	else
		work = tensor_scalar_str(tensor_str(t[0], 0), c->err);
	for (int k = 0; k < q->width; k++)
		tensor_unref(t[k]);
	return work;
}

static bool expand(struct op_ctx *c, const struct reader *r, struct str *s)
{
	struct sv how = SV("");
	struct str out = STR_INIT;
	bool gzip;

	if (!node_attr_str(r->made_by, "compression_type", &how))
		node_attr_str(r->made_by, "encoding", &how);
	gzip = sv_is(how, "GZIP");
	if (!gzip && !sv_is(how, "ZLIB"))
		return true;
	if (!gzip_expand(str_sv(s), gzip, EXPANDED_MAX, &out, c->err)) {
		str_free(&out);
		return false;
	}
	str_free(s);
	*s = out;
	return true;
}

/* The work's file, read and unpacked, where the kind reads files. */
static bool open_work(struct op_ctx *c, struct reader *r)
{
	struct str s = STR_INIT;
	bool ok = true;

	tensor_unref(r->s.bytes);
	r->s.bytes = NULL;
	r->s.pos = r->s.number = 0;
	if (r->kind->opens) {
		ok = file_read(c, tensor_str(r->s.work, 0), &s) && expand(c, r, &s);
		r->s.bytes = ok ? tensor_scalar_str(str_sv(&s), c->err) : NULL;
		str_free(&s);
		ok = r->s.bytes != NULL;
	}
	return ok && (!r->kind->start || r->kind->start(c, r));
}

static bool work_on(struct op_ctx *c, struct reader *r)
{
	struct tensor *work;

	if (r->s.finished < r->s.started)
		return true;
	work = next_work(c);
	if (!work)
		return false;
	tensor_unref(r->s.work);
	r->s.work = work;
	if (!open_work(c, r))
		return false;
	r->s.started++;
	return true;
}

/* One record into element i of both tensors; READ_END: the file has no more. */
static enum read read_one(struct op_ctx *c, struct reader *r, struct str *key, struct str *value)
{
	int64_t number = -1;
	struct sv v = SV("");
	struct str own = STR_INIT;
	enum read got = r->kind->next(c, r, &v, &number, &own);

	if (got == READ_GOT || got == READ_LAST) {
		str_clear(key);
		str_clear(value);
		str_add(key, tensor_str(r->s.work, 0));
		if (number >= 0)
			str_addf(key, ":%lld", (long long)number);
		str_add(value, v);
		r->s.produced++;
	}
	if (got == READ_END || got == READ_LAST)
		r->s.finished = r->s.started;
	str_free(&own);
	return got;
}

static bool run_read(struct op_ctx *c)
{
	struct reader *r = reader_in(c);
	struct str key = STR_INIT, value = STR_INIT;
	enum read got = READ_END;
	bool ok = r != NULL;

	if (r)
		c->world->wrote(c->world_ctx, &r->r);
	while (ok && got == READ_END) {
		ok = work_on(c, r) && c->world->go_on(c->world_ctx, c->err);
		got = ok ? read_one(c, r, &key, &value) : READ_ERR;
	}
	ok = ok && got != READ_ERR && op_out(c, 0, DT_STRING, 0, NULL) &&
	     op_out(c, 1, DT_STRING, 0, NULL) &&
	     tensor_str_set(c->out[0], 0, str_sv(&key), c->err) &&
	     tensor_str_set(c->out[1], 0, str_sv(&value), c->err);
	str_free(&key);
	str_free(&value);
	return ok;
}

struct found {
	VEC(struct str) key, value;
};

static bool give_found(struct op_ctx *c, const struct found *f)
{
	int64_t n = (int64_t)f->key.n;
	bool ok = op_out(c, 0, DT_STRING, 1, &n) && op_out(c, 1, DT_STRING, 1, &n);

	for (int64_t i = 0; ok && i < n; i++)
		ok = tensor_str_set(c->out[0], i, str_sv(&f->key.p[i]), c->err) &&
		     tensor_str_set(c->out[1], i, str_sv(&f->value.p[i]), c->err);
	return ok;
}

/* Up to n records, all of one file: a file's end ends the batch unless nothing was read. */
static bool collect(struct op_ctx *c, struct reader *r, int64_t n, struct found *f)
{
	while ((int64_t)f->key.n < n) {
		struct str key = STR_INIT, value = STR_INIT;
		enum read got = work_on(c, r) && c->world->go_on(c->world_ctx, c->err)
					? read_one(c, r, &key, &value)
					: READ_ERR;

		if (got == READ_GOT || got == READ_LAST) {
			vec_push(&f->key, key);
			vec_push(&f->value, value);
		}
		if (got == READ_ERR)
			return false;
		if (got != READ_GOT && f->key.n > 0)
			return true;
	}
	return true;
}

static bool run_read_up_to(struct op_ctx *c)
{
	struct reader *r = reader_in(c);
	struct found f = {0};
	int64_t n;
	bool ok;

	if (!r || !op_int_scalar(c, 2, &n))
		return false;
	if (n < 0)
		return op_invalid(c, "num_records must not be negative, got %lld", (long long)n);
	c->world->wrote(c->world_ctx, &r->r);
	ok = collect(c, r, n, &f) && give_found(c, &f);
	for (size_t i = 0; i < f.key.n; i++) {
		str_free(&f.key.p[i]);
		str_free(&f.value.p[i]);
	}
	vec_free(&f.key);
	vec_free(&f.value);
	return ok;
}

/* ---- counts and states ---- */

static bool run_count(struct op_ctx *c)
{
	struct reader *r = reader_in(c);

	c->out[0] = r ? tensor_scalar_i64(DT_INT64, c->row->data ? r->s.finished : r->s.produced,
					  c->err)
		      : NULL;
	return c->out[0] != NULL;
}

static void reset(struct op_ctx *c, struct reader *r)
{
	state_free(&r->s);
	memset(&r->s, 0, sizeof(r->s));
	c->world->wrote(c->world_ctx, &r->r);
}

static bool run_reset(struct op_ctx *c)
{
	struct reader *r = reader_in(c);

	if (r)
		reset(c, r);
	return r != NULL;
}

/* { 1: started  2: finished  3: records  4: the work } */
static bool run_serialize(struct op_ctx *c)
{
	struct reader *r = reader_in(c);
	struct str s = STR_INIT;

	if (!r)
		return false;
	if (!r->kind->keeps_state)
		return op_fail(c, ERR_UNIMPLEMENTED, "Reader SerializeState");
	put_int(&s, 1, (uint64_t)r->s.started);
	put_int(&s, 2, (uint64_t)r->s.finished);
	put_int(&s, 3, (uint64_t)r->s.produced);
	if (r->s.work && tensor_str(r->s.work, 0).n)
		put_len(&s, 4, tensor_str(r->s.work, 0));
	c->out[0] = tensor_scalar_str(str_sv(&s), c->err);
	str_free(&s);
	return c->out[0] != NULL;
}

/* What absl's CEscape makes of bytes. */
static const char *escaped(struct op_ctx *c, struct sv v)
{
	struct str s = STR_INIT;
	struct sv copy;

	for (size_t i = 0; i < v.n; i++) {
		unsigned char b = (unsigned char)v.p[i];
		const char *named = strchr("\nn\rr\tt\"\"''\\\\", b);

		if (b && named && (named - "\nn\rr\tt\"\"''\\\\") % 2 == 0)
			str_addf(&s, "\\%c", named[1]);
		else if (isprint(b))
			str_addc(&s, (char)b);
		else
			str_addf(&s, "\\%03o", b);
	}
	copy = arena_sv(c->scratch, str_sv(&s));
	str_free(&s);
	return copy.p ? copy.p : "";
}

static bool state_read(struct sv bytes, int64_t v[4], struct sv *work)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		if (f.num >= 1 && f.num <= 3 && f.type == WIRE_VARINT)
			v[f.num] = (int64_t)f.v;
		if (f.num == 4 && f.type == WIRE_LEN)
			*work = f.s;
	}
	return !w.bad;
}

/* The message as protobuf's DebugString shows it. */
static const char *state_text(struct op_ctx *c, const int64_t v[4], struct sv work)
{
	static const char *const name[] = {"", "work_started", "work_finished",
					   "num_records_produced"};
	const char *s = "";

	for (int i = 1; i < 4; i++)
		if (v[i])
			s = arena_printf(c->scratch, "%s%s: %lld\n", s, name[i], (long long)v[i]);
	return work.n ? arena_printf(c->scratch, "%scurrent_work: \"%s\"\n", s, escaped(c, work))
		      : s;
}

static bool run_restore(struct op_ctx *c)
{
	struct reader *r = reader_in(c);
	struct sv bytes, work = SV("");
	int64_t v[4] = {0};

	if (!r)
		return false;
	if (c->in[1]->rank != 0)
		return op_invalid(c, "Reader state must be scalar, but had shape: %s",
				  op_in_shape(c, 1));
	reset(c, r);
	if (!r->kind->keeps_state)
		return op_fail(c, ERR_UNIMPLEMENTED, "Reader RestoreState");
	bytes = tensor_str(c->in[1], 0);
	if (!state_read(bytes, v, &work))
		return op_invalid(c, "Could not parse state for %s '%.*s': %s", r->kind->name,
				  SV_ARG(r->made_by->name), escaped(c, bytes));
	if (v[1] < 0 || v[2] < 0 || v[3] < 0)
		return op_invalid(c, "Unexpected negative value when restoring in %s '%.*s': %s",
				  r->kind->name, SV_ARG(r->made_by->name), state_text(c, v, work));
	if (v[1] > v[2])
		return op_invalid(
			c, "Inconsistent work started vs. finished when restoring in %s '%.*s': %s",
			r->kind->name, SV_ARG(r->made_by->name), state_text(c, v, work));
	r->s.work = tensor_scalar_str(work, c->err);
	r->s.started = v[1];
	r->s.finished = v[2];
	r->s.produced = v[3];
	return r->s.work != NULL;
}

#define ROW(what, in, out, fn, d)                                                                  \
	{                                                                                          \
		.name = what, .n_in = in, .n_out = out, .flags = OP_STATEFUL, .run = fn, .data = d \
	}
/* The old op, which goes by a string, and the one that goes by a resource. */
#define BOTH(what, in, out, fn, d) ROW(what, in, out, fn, d), ROW(what "V2", in, out, fn, d)

static const struct op_row rows[] = {
	BOTH("TFRecordReader", 0, 1, run_make, &reader_records),
	BOTH("TextLineReader", 0, 1, run_make, &reader_lines),
	BOTH("WholeFileReader", 0, 1, run_make, &reader_whole),
	ROW("FixedLengthRecordReader", 0, 1, run_never, &reader_fixed),
	ROW("FixedLengthRecordReaderV2", 0, 1, run_make, &reader_fixed),
	BOTH("IdentityReader", 0, 1, run_make, &reader_identity),
	BOTH("ReaderRead", 2, 2, run_read, NULL),
	BOTH("ReaderReadUpTo", 3, 2, run_read_up_to, NULL),
	BOTH("ReaderReset", 1, 0, run_reset, NULL),
	BOTH("ReaderNumRecordsProduced", 1, 1, run_count, NULL),
	BOTH("ReaderNumWorkUnitsCompleted", 1, 1, run_count, "units"),
	BOTH("ReaderSerializeState", 1, 1, run_serialize, NULL),
	BOTH("ReaderRestoreState", 2, 0, run_restore, NULL),
};

OP_FAMILY(family_reader, rows);
