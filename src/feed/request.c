/*
 * gRPC requests to tensors. As in Serving, an input's shape is not held to the signature; its type
 * is.
 *
 *   PredictRequest        { ModelSpec = 1, map inputs = 2 { key = 1, TensorProto = 2 },
 * output_filter = 3 } ClassificationRequest { ModelSpec = 1, Input = 2 }, RegressionRequest
 * likewise Input                 { ExampleList = 1 { Example = 1 } | with context = 2 { Example =
 * 1, context = 2 } } ModelSpec             { signature_name = 3 }
 */
#include "feed/request.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"
#include "proto/text.h"
#include "proto/type.h"
#include "proto/wire.h"

/* The last of a message's fields of that number; *n: how many there are. */
static bool part(struct sv bytes, uint32_t num, const char *of, struct sv *out, size_t *n,
		 struct err *err)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	*out = SV("");
	*n = 0;
	while (wire_next(&w, &f))
		if (f.num == num && f.type == WIRE_LEN) {
			*out = f.s;
			++*n;
		}
	return !w.bad || err_input(err, "%s: the bytes make no sense from byte %zu of %zu on", of,
			      (size_t)((const char *)w.p - bytes.p), bytes.n);
}

/* ---- signatures ---- */

static bool find_signature(struct serving *s, struct sv spec, const struct metagraph *mg,
			   const char *name, struct err *err)
{
	struct sv key;
	size_t n;

	if (!part(spec, 3, "ModelSpec", &key, &n, err))
		return false;
	if (name)
		key = sv_of(name);
	else if (!key.n)
		key = SV("serving_default");
	s->sig = metagraph_signature(mg, key);
	if (!s->sig)
		return err_input(err, "Serving signature key \"%.*s\" not found.", SV_ARG(key));
	s->in = xcalloc(s->sig->n_in + 1u, sizeof(*s->in));
	return true;
}

static const struct tensor_info *info_of(const struct tensor_info *list, uint32_t n, struct sv key)
{
	for (uint32_t i = 0; i < n; i++)
		if (sv_eq(list[i].key, key))
			return &list[i];
	return NULL;
}

/* "a,b" */
static void keys_add(struct str *s, const struct tensor_info *list, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		str_addz(s, i ? "," : "");
		str_add(s, list[i].key);
	}
}

/* ---- output_filter ---- */

static bool filter_check(const struct signature *sig, const struct sv *want, size_t n,
			 struct err *err)
{
	for (size_t i = 0; i < n; i++) {
		struct str keys = STR_INIT;

		for (size_t k = 0; k < i; k++)
			if (sv_eq(want[k], want[i]))
				return err_input(err, "duplicate output tensor alias: %.*s",
					    SV_ARG(want[i]));
		if (info_of(sig->out, sig->n_out, want[i]))
			continue;
		keys_add(&keys, sig->out, sig->n_out);
		err_input(err,
		     "output tensor alias not found in signature: %.*s Outputs expected to be in "
		     "the set {%s}.",
		     SV_ARG(want[i]), str_z(&keys));
		str_free(&keys);
		return false;
	}
	return true;
}

/* The signature with the wanted outputs alone, in its order. */
static void filter_apply(struct serving *s, const struct sv *want, size_t n)
{
	struct tensor_info *out;

	s->own = xmalloc(sizeof(*s->own) + n * sizeof(*out));
	*s->own = *s->sig;
	out = (struct tensor_info *)(s->own + 1);
	s->own->out = out;
	s->own->n_out = 0;
	for (uint32_t i = 0; i < s->sig->n_out; i++)
		for (size_t k = 0; k < n; k++)
			if (sv_eq(s->sig->out[i].key, want[k]))
				out[s->own->n_out++] = s->sig->out[i];
	s->sig = s->own;
}

static bool filter(struct serving *s, struct sv request, struct err *err)
{
	VEC(struct sv) want = {0};
	struct wire w = wire_of(request);
	struct wire_field f;
	bool ok;

	while (wire_next(&w, &f))
		if (f.num == 3 && f.type == WIRE_LEN && want.n <= s->sig->n_out)
			vec_push(&want, f.s);
	ok = filter_check(s->sig, want.p, want.n, err);
	if (ok && want.n)
		filter_apply(s, want.p, want.n);
	vec_free(&want);
	return ok;
}

/* ---- predict ---- */

static bool input_put(struct serving *s, struct sv key, struct sv proto, struct err *err)
{
	for (uint32_t i = 0; i < s->sig->n_in; i++) {
		enum dtype want = dtype_base((enum dtype)s->sig->in[i].dtype);
		struct err why = {0};

		if (!sv_eq(s->sig->in[i].key, key))
			continue;
		tensor_unref(s->in[i]);
		s->in[i] = tensorproto_decode(proto, &why);
		if (!s->in[i]) {
			err_input(err, "tensor parsing error: %.*s (%s)", SV_ARG(key),
			     why.msg ? why.msg : "?");
			err_clear(&why);
			return false;
		}
		if (s->in[i]->dtype != want)
			return err_input(err, "Expects arg[%u] to be %s but %s is provided (input %.*s)",
				    i, dtype_text(want), dtype_text(s->in[i]->dtype), SV_ARG(key));
		return true;
	}
	return true; /* size_check tells of it */
}

static int by_name(const void *a, const void *b)
{
	return sv_cmp(*(const struct sv *)a, *(const struct sv *)b);
}

typedef VEC(struct sv) names;

/* Sorted, each once. */
static void names_sort(names *v)
{
	size_t n = 0;

	if (v->n)
		qsort(v->p, v->n, sizeof(*v->p), by_name);
	for (size_t i = 0; i < v->n; i++)
		if (!i || !sv_eq(v->p[i], v->p[n - 1]))
			v->p[n++] = v->p[i];
	v->n = n;
}

static void mismatch(const struct signature *sig, const names *have, struct err *err)
{
	struct str all = STR_INIT, extra = STR_INIT, missing = STR_INIT, want = STR_INIT;

	for (size_t i = 0; i < have->n; i++) {
		str_addf(&all, "%s%.*s", i ? "," : "", SV_ARG(have->p[i]));
		if (!info_of(sig->in, sig->n_in, have->p[i]))
			str_addf(&extra, "%s%.*s", extra.n ? "," : "", SV_ARG(have->p[i]));
	}
	for (uint32_t i = 0; i < sig->n_in; i++) {
		bool there = false;

		for (size_t k = 0; k < have->n; k++)
			there |= sv_eq(have->p[k], sig->in[i].key);
		if (!there)
			str_addf(&missing, "%s%.*s", missing.n ? "," : "", SV_ARG(sig->in[i].key));
	}
	keys_add(&want, sig->in, sig->n_in);
	err_input(err,
	     "input size does not match signature: %zu!=%u len({%s}) != len({%s}). Sent extra: "
	     "{%s}. Missing but "
	     "required: {%s}.",
	     have->n, sig->n_in, str_z(&all), str_z(&want), str_z(&extra), str_z(&missing));
	str_free(&all);
	str_free(&extra);
	str_free(&missing);
	str_free(&want);
}

/* A signature's default where the request has nothing. */
static bool defaults(struct serving *s, struct err *err)
{
	struct str want = STR_INIT;

	for (uint32_t i = 0; i < s->sig->n_in; i++) {
		struct sv key = s->sig->in[i].key;

		for (uint32_t k = 0; !s->in[i] && k < s->sig->n_defaults; k++)
			if (sv_eq(s->sig->default_key[k], key) &&
			    !(s->in[i] = tensorproto_decode(s->sig->default_proto[k], err)))
				return err_note(err, "default value of input \"%.*s\"",
						SV_ARG(key));
		if (s->in[i])
			continue;
		keys_add(&want, s->sig->in, s->sig->n_in);
		err_input(err,
		     "input tensor alias not found in request: %.*s. Inputs expected to be in the "
		     "set {%s}.",
		     SV_ARG(key), str_z(&want));
		str_free(&want);
		return false;
	}
	return true;
}

static bool inputs(struct serving *s, struct sv request, names *have, struct err *err)
{
	struct wire w = wire_of(request);
	struct wire_field f;
	struct sv key, proto;
	size_t n;

	while (wire_next(&w, &f)) {
		if (f.num != 2 || f.type != WIRE_LEN)
			continue;
		if (!part(f.s, 1, "inputs", &key, &n, err) ||
		    !part(f.s, 2, "inputs", &proto, &n, err) || !input_put(s, key, proto, err))
			return false;
		vec_push(have, key);
	}
	return true;
}

static bool predict(struct serving *s, struct sv request, const struct metagraph *mg,
		    const char *name, struct err *err)
{
	struct sv spec;
	names have = {0};
	size_t n;
	bool ok;

	s->form = SERVING_COLUMN;
	if (!part(request, 1, "PredictRequest", &spec, &n, err) ||
	    !find_signature(s, spec, mg, name, err))
		return false;
	ok = inputs(s, request, &have, err);
	names_sort(&have);
	if (ok && (have.n > s->sig->n_in || (have.n < s->sig->n_in && !s->sig->n_defaults))) {
		mismatch(s->sig, &have, err);
		ok = false;
	}
	vec_free(&have);
	return ok && defaults(s, err) && filter(s, request, err);
}

/* ---- classify, regress ---- */

static bool examples_signature(struct serving *s, enum serving_form form, struct err *err)
{
	const char *word = form == SERVING_CLASSIFY ? "classify" : "regress";
	const struct tensor_info *in = info_of(s->sig->in, s->sig->n_in, SV("inputs"));

	s->form = form;
	if (!sv_starts(s->sig->method, SV("tensorflow/serving/")) ||
	    !sv_ends(s->sig->method, sv_of(word)))
		return err_input(
			err,
			"Expected %s signature method_name to be tensorflow/serving/%s. Was: %.*s",
			form == SERVING_CLASSIFY ? "classification" : "regression", word,
			SV_ARG(s->sig->method));
	if (s->sig->n_in != 1)
		return err_input(err, "Expected one input Tensor.");
	if (!in || dtype_base((enum dtype)in->dtype) != DT_STRING)
		return err_input(err, "No %s inputs found in SignatureDef",
			    form == SERVING_CLASSIFY ? "classification" : "regression");
	return true;
}

/* One serialized Example: the context before it, so that what the example says itself counts. */
static bool example_put(struct tensor *t, int64_t at, struct sv context, struct sv example,
			struct err *err)
{
	struct str both = STR_INIT;
	bool ok;

	if (!context.n)
		return tensor_str_set(t, at, example, err);
	str_add(&both, context);
	str_add(&both, example);
	ok = tensor_str_set(t, at, str_sv(&both), err);
	str_free(&both);
	return ok;
}

static bool examples(struct serving *s, struct sv input, struct err *err)
{
	struct sv plain, wide, list, example, context = SV("");
	struct wire_field f;
	size_t n_plain, n_wide, n;
	struct wire w;
	int64_t count, at = 0;

	if (!part(input, 1, "Input", &plain, &n_plain, err) ||
	    !part(input, 2, "Input", &wide, &n_wide, err))
		return false;
	list = n_wide ? wide : plain;
	if (!part(list, 1, "ExampleList", &example, &n, err) ||
	    (n_wide && !part(wide, 2, "ExampleListWithContext", &context, &n_plain, err)))
		return false;
	if (!n)
		return err_input(err, "Input is empty.");
	count = (int64_t)n;
	s->in[0] = tensor_new(DT_STRING, 1, &count, err);
	if (!s->in[0])
		return false;
	w = wire_of(list);
	while (wire_next(&w, &f))
		if (f.num == 1 && f.type == WIRE_LEN &&
		    !example_put(s->in[0], at++, context, f.s, err))
			return false;
	return true;
}

static bool by_example(struct serving *s, struct sv spec, struct sv input, enum serving_form form,
		       const struct metagraph *mg, const char *name, struct err *err)
{
	return find_signature(s, spec, mg, name, err) && examples_signature(s, form, err) &&
	       examples(s, input, err);
}

static bool classify(struct serving *s, struct sv request, enum serving_form form,
		     const struct metagraph *mg, const char *name, struct err *err)
{
	struct sv spec, input;
	size_t n;

	return part(request, 1, "model_spec", &spec, &n, err) &&
	       part(request, 2, "input", &input, &n, err) &&
	       by_example(s, spec, input, form, mg, name, err);
}

/* ---- requests ---- */

static struct serving *call_add(struct request *r)
{
	r->call = xrealloc(r->call, (r->n + 1) * sizeof(*r->call));
	r->call[r->n] = (struct serving){0};
	return &r->call[r->n++];
}

/* The fields do not say of which message they are: an entry of inputs has a key and a value, an
 * Input one of two. */
static bool is_predict(struct sv request)
{
	struct wire w = wire_of(request);
	struct wire_field f;
	bool any = false;

	while (wire_next(&w, &f)) {
		if (f.num == 3)
			return true;
		if (f.num != 2 || f.type != WIRE_LEN)
			continue;
		any = true;
		if (wire_last(f.s, 1).n && wire_last(f.s, 2).n)
			return true;
	}
	return !any;
}

/* Classify or regress: the signature says. */
static enum serving_form form_of(struct sv request, const struct metagraph *mg, const char *name)
{
	struct sv key = name ? sv_of(name) : wire_last(wire_last(request, 1), 3);
	const struct signature *sig = metagraph_signature(mg, key.n ? key : SV("serving_default"));

	return sig && sv_ends(sig->method, SV("regress")) ? SERVING_REGRESS : SERVING_CLASSIFY;
}

static bool read_binary(struct request *r, struct sv bytes, const struct metagraph *mg,
			const char *name, struct err *err)
{
	enum serving_form form;

	if (is_predict(bytes)) {
		r->kind = "predict";
		return predict(call_add(r), bytes, mg, name, err);
	}
	form = form_of(bytes, mg, name);
	r->kind = form == SERVING_REGRESS ? "regress" : "classify";
	return classify(call_add(r), bytes, form, mg, name, err);
}

/* The text form of whichever message its names fit. */
static bool text_bytes(struct sv text, struct str *bytes, struct err *err)
{
	struct err other = {0};

	if (text_message(text, proto_type_find(SV("tensorflow.PredictRequest")), bytes, err))
		return true;
	str_clear(bytes);
	if (text_message(text, proto_type_find(SV("tensorflow.ClassificationRequest")), bytes,
			 &other)) {
		err_clear(err);
		return true;
	}
	err_clear(&other);
	return err_note(
		err, "neither a PredictRequest nor a ClassificationRequest or RegressionRequest");
}

bool request_read(struct request *r, struct sv bytes, bool text, const struct metagraph *mg,
		  const char *name, struct err *err)
{
	struct str own = STR_INIT;
	bool ok;

	*r = (struct request){.kind = "none"};
	ok = !text || text_bytes(bytes, &own, err);
	ok = ok && read_binary(r, text ? str_sv(&own) : bytes, mg, name, err);
	str_free(&own);
	return ok;
}

/* ---- logs ---- */

static bool multi(struct request *r, struct sv request, const struct metagraph *mg,
		  const char *name, struct err *err)
{
	struct wire w = wire_of(request);
	struct sv input, spec, method;
	struct wire_field f;
	size_t n;

	if (!part(request, 2, "MultiInferenceRequest", &input, &n, err))
		return false;
	while (wire_next(&w, &f)) {
		if (f.num != 1 || f.type != WIRE_LEN)
			continue;
		if (!part(f.s, 1, "InferenceTask", &spec, &n, err) ||
		    !part(f.s, 2, "InferenceTask", &method, &n, err))
			return false;
		if (!sv_is(method, "tensorflow/serving/classify") &&
		    !sv_is(method, "tensorflow/serving/regress"))
			return err_input(err, "Unsupported signature method_name: %.*s", SV_ARG(method));
		if (!by_example(call_add(r), spec, input,
				sv_ends(method, SV("regress")) ? SERVING_REGRESS : SERVING_CLASSIFY,
				mg, name, err))
			return false;
	}
	return r->n || err_input(err, "Inference tasks are empty.");
}

static bool streamed(struct request *r, struct sv log, const struct metagraph *mg, const char *name,
		     struct err *err)
{
	struct wire w = wire_of(log);
	struct wire_field f;

	while (wire_next(&w, &f))
		if (f.num == 1 && f.type == WIRE_LEN && !predict(call_add(r), f.s, mg, name, err))
			return false;
	return true;
}

/* A PredictionLog is one of these; each holds its request as field 1. */
static bool log_of(struct request *r, uint32_t type, struct sv log, const struct metagraph *mg,
		   const char *name, struct err *err)
{
	static const char *const kinds[] = {
		"none",	   "none",    "classify", "regress", "multi-inference",
		"session", "predict", "streamed"};
	struct sv request;
	size_t n;

	r->kind = kinds[type];
	if (!part(log, 1, r->kind, &request, &n, err))
		return false;
	switch (type) {
	case 2:
		return classify(call_add(r), request, SERVING_CLASSIFY, mg, name, err);
	case 3:
		return classify(call_add(r), request, SERVING_REGRESS, mg, name, err);
	case 4:
		return multi(r, request, mg, name, err);
	case 6:
		return predict(call_add(r), request, mg, name, err);
	case 7:
		return streamed(r, log, mg, name, err);
	default: /* Serving refuses it too */
		return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			       "Unsupported log_type for warmup: %u", type);
	}
}

bool request_of_log(struct request *r, struct sv log, const struct metagraph *mg, const char *name,
		    struct err *err)
{
	struct wire w = wire_of(log);
	struct wire_field f, last = {0};

	*r = (struct request){.kind = "none"};
	while (wire_next(&w, &f))
		if (f.num >= 2 && f.num <= 7 && f.type == WIRE_LEN)
			last = f;
	if (w.bad)
		return err_input(err, "PredictionLog: the bytes make no sense from byte %zu of %zu on",
			    (size_t)((const char *)w.p - log.p), log.n);
	return last.num ? log_of(r, last.num, last.s, mg, name, err)
			: err_input(err, "the record holds no request");
}

void request_free(struct request *r)
{
	for (size_t i = 0; i < r->n; i++)
		serving_free(&r->call[i]);
	free(r->call);
	*r = (struct request){0};
}
