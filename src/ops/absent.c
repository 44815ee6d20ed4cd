/* Why there is no kernel for an op, where there is a reason; see absent.def. */
#include "ops/op.h"

const char *op_absent(struct sv op)
{
	static const struct {
		const char *op, *why;
	} row[] = {
#define ABSENT(op, reason) { op, reason },
#include "ops/absent.def"
#undef ABSENT
	};

	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++)
		if (sv_is(op, row[i].op))
			return row[i].why;
	return NULL;
}
