/* A literal alone, as a tensor; and nan, inf as whole words, which are none in Python. */
#include "expr/expr.h"
#include "expr/text.h"
#include "feed/feed.h"

struct tensor *feed_literal(enum dtype want, struct sv text, struct err *err)
{
	struct vals *vs = vals_new();
	struct err why = { 0 };
	struct val *v = expr_literal(vs, text, &why);
	struct tensor *t = NULL;
	double d;

	if (v)
		t = val_to_tensor(v, want, err);
	else if (text_to_float(text, &d))
		t = tensor_scalar_f64(want == DT_INVALID ? DT_DOUBLE : want, d, err);
	else
		err_move(err, &why);
	err_clear(&why);
	vals_free(vs);
	return t;
}
