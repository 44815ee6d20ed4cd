/*
 * Writers of summaries: an events file in a folder, which TensorBoard reads. Each event is written
 * at once; files are made only where the run may write.
 *
 *   record: { length, its checksum, Event { 1: time  2: step  3: version  4: graph  5: summary },
 * checksum } ...
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/wireput.h"
#include "codec/crc32c.h"
#include "ops/fileio.h"
#include "ops/stepres.h"
#include "ops/summary.h"
#include "ops/tensorlist.h"
#include "proto/wire.h"

struct writer {
	struct resource r;
	char *path; /* NULL: no file was made, or it was closed */
	int64_t n;  /* events */
};

static void writer_destroy(struct object *o)
{
	struct writer *w = (struct writer *)o;

	free(w->path);
	free(w->r.container);
	free(w->r.name);
	free(w);
}

static void writer_describe(const struct object *o, struct str *out)
{
	const struct writer *w = (const struct writer *)o;

	str_addz(out, "summary writer");
	if (!w->path)
		return;
	str_addf(out, " of %lld events to ", (long long)w->n);
	str_escaped(out, sv_of(w->path));
}

static const struct resource_class writer_class = {
	.object = {.name = "summary writer",
		   .destroy = writer_destroy,
		   .describe = writer_describe},
};

static struct resource *writer_new(void *arg)
{
	struct writer *w = xcalloc(1, sizeof(*w));

	(void)arg;
	atomic_init(&w->r.o.refs, 1);
	w->r.o.cls = &writer_class.object;
	w->r.rcls = &writer_class;
	return &w->r;
}

static bool run_handle(struct op_ctx *c)
{
	struct sv container = SV(""), name = SV("");
	struct resource *r;

	node_attr_str(c->node, "container", &container);
	if (!node_attr_str(c->node, "shared_name", &name) || !name.n)
		name = c->node->name;
	r = c->world->resource(c->world_ctx, container, name, &writer_class, writer_new, NULL,
			       c->err);
	return r && stepres_give(c, 0, r);
}

/* The writer behind input 0, with a file. */
static struct writer *writer_in(struct op_ctx *c)
{
	struct writer *w = (struct writer *)stepres_in(c, 0, &writer_class);

	if (!w || w->path)
		return w;
	op_fail(c, ERR_NOT_FOUND,
		"Resource %s/%s/N10tensorflow22SummaryWriterInterfaceE does not exist.",
		w->r.container && w->r.container[0] ? w->r.container : "localhost", w->r.name);
	return NULL;
}

/* ---- events ---- */

static void le(struct str *s, uint64_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		str_addc(s, (char)(v >> 8 * i));
}

static uint32_t checksum(struct sv v)
{
	return crc32c_mask(crc32c(0, v.p, v.n));
}

static void record_add(struct str *s, struct sv event)
{
	size_t at = s->n;

	le(s, event.n, 8);
	le(s, checksum((struct sv){s->p + at, 8}), 4);
	str_add(s, event);
	le(s, checksum(event), 4);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (double)t.tv_sec + (double)(t.tv_nsec / 1000) / 1e6;
}

static void event_begin(struct str *s, int64_t step)
{
	double t = now();

	put_varint(s, 1 << 3 | WIRE_I64);
	str_add(s, (struct sv){(const char *)&t, 8});
	put_int(s, 2, (uint64_t)step);
}

static bool write_event(struct op_ctx *c, struct writer *w, struct sv event)
{
	struct str s = STR_INIT;
	bool ok;

	record_add(&s, event);
	ok = file_append(c, sv_of(w->path), str_sv(&s));
	str_free(&s);
	w->n++;
	c->world->wrote(c->world_ctx, &w->r);
	return ok;
}

/* ---- kernels ---- */

static bool one_each(struct op_ctx *c, int from, int to)
{
	for (int i = from; i <= to && i < c->n_in; i++)
		if (c->in[i]->n != 1)
			return op_invalid(c, "input %d must be a scalar, got shape %s", i,
					  op_in_shape(c, i));
	return true;
}

/* events.out.tfevents.TIME.HOST.PROCESS.NUMBER, and what the model wants behind. */
static char *file_name(struct sv folder, int64_t number, struct sv suffix)
{
	char host[256] = "";

	gethostname(host, sizeof(host) - 1);
	return xasprintf("%.*s%sevents.out.tfevents.%010lld.%s.%d.%lld%.*s", SV_ARG(folder),
			 folder.n && folder.p[folder.n - 1] == '/' ? "" : "/", (long long)now(),
			 host, (int)getpid(), (long long)number, SV_ARG(suffix));
}

static bool run_create(struct op_ctx *c)
{
	struct writer *w = (struct writer *)stepres_in(c, 0, &writer_class);
	struct str event = STR_INIT, record = STR_INIT, source = STR_INIT;
	char *path;
	bool ok;

	if (!w || w->path || !one_each(c, 1, 4))
		return w && w->path;
	path = file_name(file_path(tensor_str(c->in[1], 0)),
			 (int64_t)(c->world->seed(c->world_ctx) % 1000000),
			 tensor_str(c->in[4], 0));
	event_begin(&event, 0);
	put_len(&event, 3, SV("brain.Event:2"));
	put_len(&source, 1, SV("tensorflow.core.util.events_writer"));
	put_len(&event, 10, str_sv(&source));
	record_add(&record, str_sv(&event));
	ok = file_write(c, sv_of(path), str_sv(&record), true);
	str_free(&event);
	str_free(&source);
	str_free(&record);
	w->path = ok ? path : NULL;
	if (!ok)
		free(path);
	else
		c->world->wrote(c->world_ctx, &w->r);
	return ok;
}

static bool run_flush(struct op_ctx *c)
{
	return writer_in(c) != NULL; /* all is written already */
}

static bool run_close(struct op_ctx *c)
{
	struct writer *w = writer_in(c);

	if (!w)
		return false;
	free(w->path);
	w->path = NULL;
	w->n = 0;
	c->world->wrote(c->world_ctx, &w->r);
	return true;
}

/* An event with the summary (field 5) or graph (4). */
static bool write_field(struct op_ctx *c, struct writer *w, int field, struct sv bytes)
{
	struct str event = STR_INIT;
	bool ok;

	event_begin(&event, tensor_get_i64(c->in[1], 0));
	put_len(&event, field, bytes);
	ok = write_event(c, w, str_sv(&event));
	str_free(&event);
	return ok;
}

/* Inputs are the writer, the step, then what the kind says; add makes the summary. */
static bool write_summary(struct op_ctx *c, bool (*add)(struct op_ctx *c, struct str *s))
{
	struct writer *w = writer_in(c);
	struct str s = STR_INIT;
	bool ok = w && one_each(c, 1, 1) && add(c, &s) && write_field(c, w, 5, str_sv(&s));

	str_free(&s);
	return ok;
}

static bool type_ok(struct op_ctx *c, const struct tensor *t)
{
	return t->dtype != DT_BFLOAT16 ||
	       op_fail(c, ERR_UNIMPLEMENTED, "SummaryFileWriter %s not supported.",
		       op_type_text(c, t->dtype));
}

static bool add_scalar(struct op_ctx *c, struct str *s)
{
	if (!one_each(c, 2, 3) || !type_ok(c, c->in[3]))
		return false;
	summary_scalar(s, tensor_str(c->in[2], 0), (float)tensor_get_f64(c->in[3], 0));
	return true;
}

static bool add_histogram(struct op_ctx *c, struct str *s)
{
	return one_each(c, 2, 2) && type_ok(c, c->in[3]) &&
	       summary_histogram(c, s, tensor_str(c->in[2], 0), c->in[3], tensor_str(c->in[2], 0));
}

static bool add_image(struct op_ctx *c, struct str *s)
{
	return one_each(c, 2, 2) &&
	       summary_images(c, s, tensor_str(c->in[2], 0), c->in[3], c->in[4]);
}

static bool add_audio(struct op_ctx *c, struct str *s)
{
	return one_each(c, 2, 2) && one_each(c, 4, 4) &&
	       summary_audio(c, s, tensor_str(c->in[2], 0), c->in[3], c->in[4]->data);
}

static bool add_tensor(struct op_ctx *c, struct str *s)
{
	struct sv meta;

	if (!one_each(c, 3, 4))
		return false;
	meta = tensor_str(c->in[4], 0);
	summary_tensor(s, tensor_str(c->in[3], 0), SV(""), c->in[2],
		       meta.n ? meta : (struct sv){NULL, 0});
	return true;
}

static bool add_raw(struct op_ctx *c, struct str *s)
{
	for (int64_t i = 0; i < c->in[2]->n; i++)
		if (!summary_values(s, tensor_str(c->in[2], i)))
			return op_fail(
				c, ERR_DATA_LOSS,
				"Bad tf.compat.v1.Summary binary proto tensor string at index "
				"%lld",
				(long long)i);
	return true;
}

static bool run_write(struct op_ctx *c)
{
	static const struct {
		const char *op;
		bool (*add)(struct op_ctx *c, struct str *s);
	} kind[] = {
		{"WriteAudioSummary", add_audio},   {"WriteHistogramSummary", add_histogram},
		{"WriteImageSummary", add_image},   {"WriteRawProtoSummary", add_raw},
		{"WriteScalarSummary", add_scalar}, {"WriteSummary", add_tensor},
	};

	for (size_t i = 0; i < sizeof(kind) / sizeof(kind[0]); i++)
		if (!strcmp(c->row->name, kind[i].op))
			return write_summary(c, kind[i].add);
	return op_fail(c, ERR_INTERNAL, "no such summary");
}

static bool is_message(struct sv bytes)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	while (wire_next(&w, &f))
		;
	return !w.bad;
}

static bool run_graph(struct op_ctx *c)
{
	struct writer *w = writer_in(c);

	if (!w || !one_each(c, 1, 2))
		return false;
	if (!is_message(tensor_str(c->in[2], 0)))
		return op_fail(c, ERR_DATA_LOSS, "Bad tf.GraphDef binary proto tensor string");
	return write_field(c, w, 4, tensor_str(c->in[2], 0));
}

static bool run_import(struct op_ctx *c)
{
	struct writer *w = writer_in(c);

	if (!w || !one_each(c, 1, 1))
		return false;
	if (!is_message(tensor_str(c->in[1], 0)))
		return op_fail(c, ERR_DATA_LOSS, "Bad tf.Event binary proto tensor string");
	return write_event(c, w, tensor_str(c->in[1], 0));
}

#define ROW(what, in, out, fn)                                                                     \
	{                                                                                          \
		.name = what, .n_in = in, .n_out = out, .flags = OP_STATEFUL, .run = fn            \
	}
#define WRITE(what, in, mask)                                                                      \
	{                                                                                          \
		.name = what, .n_in = in, .n_out = 0, .types = {{"T", mask}},                      \
		.flags = OP_STATEFUL, .run = run_write                                             \
	}

static const struct op_row rows[] = {
	ROW("SummaryWriter", 0, 1, run_handle),
	ROW("CreateSummaryFileWriter", 5, 0, run_create),
	ROW("FlushSummaryWriter", 1, 0, run_flush),
	ROW("CloseSummaryWriter", 1, 0, run_close),
	WRITE("WriteScalarSummary", 4, DM_REAL),
	WRITE("WriteHistogramSummary", 4, DM_REAL),
	WRITE("WriteImageSummary", 5, DM(DT_UINT8) | DM(DT_HALF) | DM(DT_FLOAT)),
	ROW("WriteAudioSummary", 5, 0, run_write),
	WRITE("WriteSummary", 5, DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING)),
	ROW("WriteRawProtoSummary", 3, 0, run_write),
	ROW("WriteGraphSummary", 3, 0, run_graph),
	ROW("ImportEvent", 2, 0, run_import),
};

OP_FAMILY(family_summary_writer, rows);
