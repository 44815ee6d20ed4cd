/* Shapes; see shape.h. */
#include "tensor/shape.h"

#include <inttypes.h>
#include <string.h>

bool shape_count(int rank, const int64_t *dim, int64_t *n, struct err *err)
{
	int64_t total = 1;
	bool zero = false;

	if (rank < 0 || rank > SHAPE_MAX_RANK)
		return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			       "a shape of rank %d (0 to %d are possible)", rank, SHAPE_MAX_RANK);
	for (int i = 0; i < rank; i++) {
		if (dim[i] < 0)
			return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
				       "dimension %d is %" PRId64 ": must be >= 0", i, dim[i]);
		zero |= dim[i] == 0;
	}
	for (int i = 0; i < rank && !zero; i++)
		if (__builtin_mul_overflow(total, dim[i], &total))
			return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
				       "a shape with more than 2^63 elements");
	*n = zero ? 0 : total;
	return true;
}

bool shape_known(struct shape s)
{
	for (int i = 0; i < s.rank; i++)
		if (s.dim[i] < 0)
			return false;
	return s.rank >= 0;
}

bool shape_eq(struct shape a, struct shape b)
{
	return a.rank == b.rank &&
	       (a.rank <= 0 || memcmp(a.dim, b.dim, (size_t)a.rank * sizeof(*a.dim)) == 0);
}

bool shape_accepts(struct shape a, struct shape b)
{
	if (a.rank < 0 || b.rank < 0)
		return true;
	if (a.rank != b.rank)
		return false;
	for (int i = 0; i < a.rank; i++)
		if (a.dim[i] >= 0 && b.dim[i] >= 0 && a.dim[i] != b.dim[i])
			return false;
	return true;
}

void shape_str(struct str *out, struct shape s)
{
	if (s.rank < 0) {
		str_addz(out, "<unknown>");
		return;
	}
	str_addc(out, '[');
	for (int i = 0; i < s.rank; i++) {
		if (i)
			str_addc(out, ',');
		if (s.dim[i] < 0)
			str_addc(out, '?');
		else
			str_addf(out, "%" PRId64, s.dim[i]);
	}
	str_addc(out, ']');
}

void shape_str_py(struct str *out, struct shape s)
{
	if (s.rank < 0) {
		str_addz(out, "<unknown>");
		return;
	}
	str_addc(out, '(');
	for (int i = 0; i < s.rank; i++) {
		if (i)
			str_addz(out, ", ");
		if (s.dim[i] < 0)
			str_addz(out, "None");
		else
			str_addf(out, "%" PRId64, s.dim[i]);
	}
	str_addz(out, s.rank == 1 ? ",)" : ")");
}
