/* Snappy through libsnappy; see snappy.h. Blocks larger than 64 MB are no index blocks. */
#include "config.h"

#include "codec/snappy.h"

#ifdef HAVE_SNAPPY
#include <snappy-c.h>
#endif

bool snappy_expand(struct sv in, struct str *out, struct err *err)
{
#ifdef HAVE_SNAPPY
	size_t n;

	if (snappy_uncompressed_length(in.p, in.n, &n) != SNAPPY_OK || n > 64u << 20)
		return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "a damaged snappy block");
	str_clear(out);
	str_addn(out, 0, n);
	if (snappy_uncompress(in.p, in.n, out->p, &n) != SNAPPY_OK)
		return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "a damaged snappy block");
	return true;
#else
	(void)in, (void)out;
	return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
		       "a snappy block, and smtui was built without snappy (Debian: libsnappy-dev)");
#endif
}
