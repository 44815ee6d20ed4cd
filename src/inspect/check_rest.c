/* Rules on what TensorFlow Serving's REST API can carry; the facts are those of its util/json_tensor.cc. */
#include "inspect/check_inside.h"

static bool json_carries(enum dtype t)
{
	return (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_INT32) | DM(DT_INT16) | DM(DT_INT8) | DM(DT_UINT8) |
		DM(DT_STRING) | DM(DT_INT64) | DM(DT_BOOL) | DM(DT_UINT32) | DM(DT_UINT64)) >>
		       t &
	       1;
}

static void rest_dtype_row(struct check *c, uint32_t sig, const struct tensor_info *ti, bool input)
{
	enum dtype t = dtype_base((enum dtype)ti->dtype);

	if (ti->encoding == TI_COO_SPARSE || ti->encoding == TI_COMPOSITE)
		at_row(check_found(c, sig_place(&c->mg->sigs[sig], ti),
				   "the %s is %s: JSON requests carry dense tensors only", input ? "input" : "output",
				   ti->encoding == TI_COMPOSITE ? "composite" : "sparse"),
		       sig);
	else if (ti->encoding == TI_NAME && t > DT_INVALID && t < DT_COUNT && !json_carries(t))
		at_row(check_found(c, sig_place(&c->mg->sigs[sig], ti), "%s is a type that JSON requests cannot %s",
				   dtype_info(t)->name, input ? "send" : "bring back"),
		       sig);
}

void rule_rest_dtype(struct check *c)
{
	each_row(c, rest_dtype_row);
}

static void rest_bytes_row(struct check *c, uint32_t sig, const struct tensor_info *ti, bool input)
{
	if (!input && dtype_base((enum dtype)ti->dtype) == DT_STRING && !sv_ends(ti->key, SV("_bytes")))
		at_row(check_found(c, sig_place(&c->mg->sigs[sig], ti),
				   "the string output \"%.*s\" is sent as text, not as base64", SV_ARG(ti->key)),
		       sig);
}

void rule_rest_bytes(struct check *c)
{
	each_row(c, rest_bytes_row);
}

static void rest_key_row(struct check *c, uint32_t sig, const struct tensor_info *ti, bool input)
{
	if (input && !ti->key.n)
		at_row(check_found(c, sig_place(&c->mg->sigs[sig], ti), "an input's key is empty"), sig);
	else if (input && sv_is(ti->key, "b64") && c->mg->sigs[sig].n_in == 1)
		at_row(check_found(c, sig_place(&c->mg->sigs[sig], ti),
				   "the only input is called b64, which marks base64 in a request"),
		       sig);
}

void rule_rest_key(struct check *c)
{
	each_row(c, rest_key_row);
}

static void rest_row_row(struct check *c, uint32_t sig, const struct tensor_info *ti, bool input)
{
	if (!input && ti->encoding == TI_NAME && ti->has_shape && ti->shape.rank == 0)
		at_row(check_found(c, sig_place(&c->mg->sigs[sig], ti),
				   "the output is a scalar: it has no first dimension"),
		       sig);
}

void rule_rest_row(struct check *c)
{
	each_row(c, rest_row_row);
}
