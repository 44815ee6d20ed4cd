/* Outputs in the form of Serving's REST answers. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "codec/base64.h"
#include "feed/jsonpretty.h"
#include "feed/serving.h"

static bool fail(struct err *err, const char *what, struct sv name)
{
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, what, SV_ARG(name));
}

static void put_bytes(struct pretty *p, struct sv bytes)
{
	char *text = xmalloc((bytes.n + 2) / 3 * 4 + 1);
	size_t n = base64_write(bytes, text);

	pretty_open(p, '{');
	pretty_str(p, SV("b64"));
	pretty_str(p, (struct sv){text, n});
	pretty_close(p, '}');
	free(text);
}

static bool element(struct pretty *p, const struct tensor *t, int64_t i, bool bytes,
		    struct err *err)
{
	char text[32];

	switch (t->dtype) {
	case DT_FLOAT:
	case DT_HALF:
	case DT_BFLOAT16:
		pretty_float(p, tensor_get_f64(t, i), true);
		return true;
	case DT_DOUBLE:
		pretty_float(p, tensor_get_f64(t, i), false);
		return true;
	case DT_BOOL:
		pretty_raw(p, tensor_get_i64(t, i) ? SV("true") : SV("false"));
		return true;
	case DT_STRING:
		if (bytes)
			put_bytes(p, tensor_str(t, i));
		else
			pretty_str(p, tensor_str(t, i));
		return true;
	case DT_UINT64:
		snprintf(text, sizeof(text), "%" PRIu64, ((const uint64_t *)t->data)[i]);
		break;
	case DT_INT8:
	case DT_INT16:
	case DT_INT32:
	case DT_INT64:
	case DT_UINT8:
	case DT_UINT16:
	case DT_UINT32:
		snprintf(text, sizeof(text), "%" PRId64, tensor_get_i64(t, i));
		break;
	default:
		return fail(err, "Failed to write JSON value for tensor type: %.*s",
			    sv_of(dtype_text(t->dtype)));
	}
	pretty_raw(p, sv_of(text));
	return true;
}

/* From dimension d on; *at: the next element. */
static bool values(struct pretty *p, const struct tensor *t, int d, int64_t *at, bool bytes,
		   struct err *err)
{
	bool ok = true;

	if (d >= t->rank)
		return element(p, t, (*at)++, bytes, err);
	pretty_open(p, '[');
	for (int64_t i = 0; ok && i < t->dim[d]; i++)
		ok = values(p, t, d + 1, at, bytes, err);
	pretty_close(p, ']');
	return ok;
}

static bool is_bytes(struct sv key, const struct tensor *t)
{
	return t->dtype == DT_STRING && sv_ends(key, SV("_bytes"));
}

static bool batch_of(const struct signature *sig, struct tensor *const *out, int64_t *batch,
		     struct err *err)
{
	*batch = -1;
	for (uint32_t i = 0; i < sig->n_out; i++) {
		const struct tensor *t = out[i];

		if (t->rank == 0)
			return fail(err, "Tensor name: %.*s has no shape information ",
				    sig->out[i].key);
		if (*batch >= 0 && *batch != t->dim[0])
			return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
				       "Tensor name: %.*s has inconsistent batch "
				       "size: %" PRId64 " expecting: %" PRId64,
				       SV_ARG(sig->out[i].key), t->dim[0], *batch);
		*batch = t->dim[0];
	}
	return true;
}

static bool rows(struct pretty *p, const struct signature *sig, struct tensor *const *out,
		 struct err *err)
{
	int64_t batch, *at = xcalloc(sig->n_out + 1u, sizeof(*at));
	bool many = sig->n_out > 1, ok = batch_of(sig, out, &batch, err);

	pretty_str(p, SV("predictions"));
	pretty_open(p, '[');
	for (int64_t item = 0; ok && item < batch; item++) {
		if (many)
			pretty_open(p, '{');
		p->one_line = true;
		for (uint32_t i = 0; ok && i < sig->n_out; i++) {
			if (many)
				pretty_str(p, sig->out[i].key);
			ok = values(p, out[i], 1, &at[i], is_bytes(sig->out[i].key, out[i]), err);
		}
		p->one_line = false;
		if (many)
			pretty_close(p, '}');
	}
	pretty_close(p, ']');
	free(at);
	return ok;
}

static bool columns(struct pretty *p, const struct signature *sig, struct tensor *const *out,
		    struct err *err)
{
	bool many = sig->n_out > 1, ok = true;

	pretty_str(p, SV("outputs"));
	if (many)
		pretty_open(p, '{');
	for (uint32_t i = 0; ok && i < sig->n_out; i++) {
		int64_t at = 0;

		if (many)
			pretty_str(p, sig->out[i].key);
		ok = values(p, out[i], 0, &at, is_bytes(sig->out[i].key, out[i]), err);
	}
	if (many)
		pretty_close(p, '}');
	return ok;
}

static struct tensor *output(const struct signature *sig, struct tensor *const *out, struct sv key)
{
	for (uint32_t i = 0; i < sig->n_out; i++)
		if (sv_eq(sig->out[i].key, key))
			return out[i];
	return NULL;
}

static bool classes(struct pretty *p, const struct signature *sig, struct tensor *const *out,
		    int64_t n, struct err *err)
{
	const struct tensor *labels = output(sig, out, SV("classes")),
			    *scores = output(sig, out, SV("scores"));
	const struct tensor *any = scores ? scores : labels;
	int64_t per;

	if (!any)
		return fail(err,
			    "Expected classification signature outputs to contain at least one of "
			    "\"classes\" or "
			    "\"scores\"%.*s",
			    SV(""));
	if (any->rank != 2 || any->dim[0] != n || (scores && scores->dtype != DT_FLOAT) ||
	    (labels && (labels->dtype != DT_STRING || labels->n != any->n)))
		return fail(err,
			    "Expected Tensors of shape [batch_size num_classes] as classes and "
			    "scores%.*s",
			    SV(""));
	per = any->dim[1];
	pretty_str(p, SV("results"));
	pretty_open(p, '[');
	for (int64_t i = 0; i < n; i++) {
		p->one_line = true;
		pretty_open(p, '[');
		for (int64_t k = i * per; k < (i + 1) * per; k++) {
			pretty_open(p, '[');
			pretty_str(p, labels ? tensor_str(labels, k) : SV(""));
			pretty_float(p, scores ? tensor_get_f64(scores, k) : 0, true);
			pretty_close(p, ']');
		}
		pretty_close(p, ']');
		p->one_line = false;
	}
	pretty_close(p, ']');
	return true;
}

static bool numbers(struct pretty *p, const struct signature *sig, struct tensor *const *out,
		    int64_t n, struct err *err)
{
	const struct tensor *t = output(sig, out, SV("outputs"));

	if (!t || t->dtype != DT_FLOAT || t->n != n || t->rank < 1 || t->rank > 2)
		return fail(err,
			    "Expected output Tensor shape to be either [batch_size] or "
			    "[batch_size, 1]%.*s",
			    SV(""));
	pretty_str(p, SV("results"));
	p->one_line = true;
	pretty_open(p, '[');
	for (int64_t i = 0; i < n; i++)
		pretty_float(p, tensor_get_f64(t, i), true);
	pretty_close(p, ']');
	return true;
}

bool serving_answer(const struct serving *s, struct tensor *const *out, struct str *text,
		    struct err *err)
{
	struct pretty *p = xcalloc(1, sizeof(*p));
	int64_t n = 0;
	bool ok;

	for (uint32_t i = 0; i < s->sig->n_in; i++)
		if (s->in[i] && s->in[i]->rank)
			n = s->in[i]->dim[0];
	p->out = text;
	pretty_open(p, '{');
	if (!s->sig->n_out)
		ok = fail(err, "Cannot convert empty tensor map to JSON%.*s", SV(""));
	else if (s->form == SERVING_ROW)
		ok = rows(p, s->sig, out, err);
	else if (s->form == SERVING_COLUMN)
		ok = columns(p, s->sig, out, err);
	else
		ok = s->form == SERVING_CLASSIFY ? classes(p, s->sig, out, n, err)
						 : numbers(p, s->sig, out, n, err);
	p->one_line = false;
	pretty_close(p, '}');
	str_addc(text, '\n');
	free(p);
	return ok;
}

void serving_error(struct str *text, struct sv message)
{
	struct pretty *p = xcalloc(1, sizeof(*p));

	p->out = text;
	pretty_open(p, '{');
	pretty_str(p, SV("error"));
	pretty_str(p, message);
	pretty_close(p, '}');
	str_addc(text, '\n');
	free(p);
}
