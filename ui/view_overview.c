/* The overview of a MetaGraph. */
#include <inttypes.h>
#include <stdlib.h>

#include "ui/page.h"

static struct row *count_field(struct page *p, const char *label, struct place to, uint64_t n)
{
	struct str s = STR_INIT;
	struct row *r = page_link(p, to);

	row_add(r, ST_DIM, label);
	row_pad(r, FIELD_COLUMN);
	text_count(&s, n);
	row_addf(r, ST_NUM, "%s", str_z(&s));
	str_free(&s);
	return r;
}

static void model_part(struct page *p, const struct metagraph *mg)
{
	const struct fingerprint *f = model_fingerprint(mg->model);
	struct str s = STR_INIT;
	struct row *r;

	row_name(page_field(p, "model"), ST_TEXT, sv_of(model_dir(mg->model)));
	text_size(&s, model_file_bytes(mg->model));
	row_addf(page_field(p, "format"), ST_TEXT, "SavedModel %s, %s", mg->has_object_graph ? "V2" : "V1",
		 str_z(&s));
	r = page_field(p, "TensorFlow");
	if (mg->tf_version.n)
		row_name(r, ST_TEXT, mg->tf_version);
	else
		row_add(r, ST_DIM, "not recorded");
	r = page_field(p, "fingerprint");
	if (f)
		row_addf(r, ST_TEXT, "%" PRIu64, f->checksum);
	else
		row_add(r, ST_DIM, "none");
	r = page_field(p, "tags");
	for (uint32_t i = 0; i < mg->n_tags; i++) {
		row_add(r, ST_DIM, i ? ", " : "");
		row_name(r, ST_TEXT, mg->tags[i]);
	}
	str_free(&s);
}

static void variables_part(struct page *p, const struct metagraph *mg)
{
	uint32_t n, trainable = 0;
	const struct variable *v = metagraph_variables(mg, &n);
	int64_t bytes = 0;
	bool known = false;
	struct str s = STR_INIT;
	struct row *r = count_field(p, "variables", (struct place){ .kind = AT_VARIABLES, .mg = mg }, n);

	for (uint32_t i = 0; i < n; i++) {
		trainable += v[i].trainable_known && v[i].trainable;
		known |= v[i].trainable_known;
		bytes += v[i].bytes;
	}
	if (n && known)
		row_addf(r, ST_DIM, " (%u trainable)", trainable);
	text_size(&s, (uint64_t)bytes);
	if (n)
		row_addf(r, ST_DIM, ", %s", str_z(&s));
	str_free(&s);
}

static void signature_line(struct page *p, const struct metagraph *mg, uint32_t i)
{
	struct row *r = page_link(p, (struct place){ .kind = AT_SIGNATURE, .mg = mg, .i = i });

	row_add(r, ST_TEXT, "  ");
	row_name(r, ST_TEXT, mg->sigs[i].key);
	row_addf(r, ST_DIM, "  %u in, %u out", mg->sigs[i].n_in, mg->sigs[i].n_out);
}

static void overview_open(struct view *v)
{
	const struct metagraph *mg = v->at.mg;
	struct page *p = v->priv;
	uint64_t body = 0;
	uint32_t n;

	model_part(p, mg);
	page_blank(p);
	count_field(p, "nodes", (struct place){ .kind = AT_GRAPH, .mg = mg, .g = mg->graph },
		    mg->graph->n_nodes);
	for (uint32_t i = 0; i < mg->n_funcs; i++)
		body += mg->funcs[i].graph->n_nodes - mg->funcs[i].graph->n_args;
	row_addf(count_field(p, "functions", (struct place){ .kind = AT_FUNCTIONS, .mg = mg }, mg->n_funcs),
		 ST_DIM, " with %" PRIu64 " nodes", body);
	variables_part(p, mg);
	metagraph_objects(mg, &n);
	if (n)
		count_field(p, "objects", (struct place){ .kind = AT_OBJECTS, .mg = mg }, n);
	count_field(p, "assets", (struct place){ .kind = AT_ASSETS, .mg = mg }, mg->n_assets);
	page_head(p, "signatures");
	for (uint32_t i = 0; i < mg->n_sigs; i++)
		signature_line(p, mg, i);
	if (!mg->n_sigs)
		row_add(page_add(p), ST_DIM, "  none");
	if (model_n_damage(mg->model)) {
		page_head(p, "damaged");
		row_addf(page_link(p, (struct place){ .kind = AT_FINDINGS, .mg = mg }), ST_BAD,
			 "  %u findings", model_n_damage(mg->model));
	}
}

const struct view_ops view_overview = {
	.kind = AT_OVERVIEW, .size = sizeof(struct page), .ctx = CTX_PAGE, .open = overview_open,
	.close = page_close, .count = page_count, .draw = page_draw, .place = page_place,
};
