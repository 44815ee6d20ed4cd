/*
 * Outputs as .npy files. Numbers are tensor/npy.h's business; arrays of strings (and None) are saved as numpy
 * saves arrays of objects: a header and a pickle, protocol 3, to the byte as Python's pickler writes it
 * (bytes of length 0 and 1 are one object each there, and so stand once).
 */
#include "cmd/save.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "base/state.h"
#include "cmd/peer.h"
#include "tensor/npy.h"

/* ---- pickles of arrays of objects ---- */

enum { BATCH = 1000, NO_MEMO = UINT32_MAX };

struct pickler {
	struct str *out;
	uint32_t memo;		/* the next number */
	uint32_t one[257];	/* of b"" and of the bytes of length 1; NO_MEMO: not written yet */
};

static void put_le(struct str *s, uint64_t v, int n)
{
	for (int i = 0; i < n; i++)
		str_addc(s, (char)(v >> (8 * i)));
}

static uint32_t memoize(struct pickler *p)
{
	str_addc(p->out, p->memo < 256 ? 'q' : 'r');
	put_le(p->out, p->memo, p->memo < 256 ? 1 : 4);
	return p->memo++;
}

static void put_int(struct str *s, int64_t v)
{
	if (v < 256) {
		str_addc(s, 'K');
		put_le(s, (uint64_t)v, 1);
	} else if (v < 65536) {
		str_addc(s, 'M');
		put_le(s, (uint64_t)v, 2);
	} else if (v <= INT32_MAX) {
		str_addc(s, 'J');
		put_le(s, (uint64_t)v, 4);
	} else {
		str_addz(s, "\x8a\x08");
		put_le(s, (uint64_t)v, 8);
	}
}

static void put_bytes(struct pickler *p, struct sv v)
{
	uint32_t *seen = v.n > 1 ? NULL : &p->one[v.n ? (unsigned char)v.p[0] : 256];
	uint32_t at;

	if (seen && *seen != NO_MEMO) {
		str_addc(p->out, *seen < 256 ? 'h' : 'j');
		put_le(p->out, *seen, *seen < 256 ? 1 : 4);
		return;
	}
	str_addc(p->out, v.n < 256 ? 'C' : 'B');
	put_le(p->out, v.n, v.n < 256 ? 1 : 4);
	str_add(p->out, v);
	at = memoize(p);
	if (seen)
		*seen = at;
}

static void put_shape(struct pickler *p, int rank, const int64_t *dim)
{
	static const char *const ends[] = { ")", "\x85", "\x86", "\x87" };

	if (rank > 3)
		str_addc(p->out, '(');
	for (int d = 0; d < rank; d++)
		put_int(p->out, dim[d]);
	str_addz(p->out, rank > 3 ? "t" : ends[rank]);
	if (rank)
		memoize(p);
}

static void put_items(struct pickler *p, const struct tensor *t)
{
	for (int64_t i = 0; i < t->n; i += BATCH) {
		int64_t end = t->n - i < BATCH ? t->n : i + BATCH;

		if (t->n > 1)
			str_addc(p->out, '(');
		for (int64_t k = i; k < end; k++)
			put_bytes(p, tensor_str(t, k));
		str_addc(p->out, t->n > 1 ? 'e' : 'a');
	}
}

/* t NULL: None. */
static void put_pickle(struct str *out, const struct tensor *t)
{
	struct pickler p = { .out = out, .memo = 6 };

	memset(p.one, 0xff, sizeof(p.one));
	str_add(out, SV("\x80\3cnumpy.core.multiarray\n_reconstruct\nq\0cnumpy\nndarray\nq\1K\0\x85q\2C\1bq\3\x87q"
			"\4Rq\5(K\1"));
	put_shape(&p, t ? t->rank : 0, t ? t->dim : NULL);
	str_addz(out, "cnumpy\ndtype\n");
	memoize(&p);
	str_add(out, SV("X\2\0\0\0O8"));
	memoize(&p);
	str_add(out, SV("\x89\x88\x87"));
	memoize(&p);
	str_addc(out, 'R');
	memoize(&p);
	str_add(out, SV("(K\3X\1\0\0\0|"));
	memoize(&p);
	str_add(out, SV("NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK?t"));
	memoize(&p);
	str_add(out, SV("b\x89]"));
	memoize(&p);
	if (t)
		put_items(&p, t);
	else
		str_addz(out, "Na");
	str_addc(out, 't');
	memoize(&p);
	str_addz(out, "b.");
}

static void put_objects(struct str *out, const struct tensor *t)
{
	struct str h = STR_INIT;
	int rank = t ? t->rank : 0;

	str_addz(&h, "{'descr': '|O', 'fortran_order': False, 'shape': (");
	for (int d = 0; d < rank; d++)
		str_addf(&h, "%s%" PRId64, d ? ", " : "", t->dim[d]);
	str_addz(&h, rank == 1 ? ",), }" : "), }");
	if (rank)
		str_addn(&h, ' ', (size_t)(21 - snprintf(NULL, 0, "%" PRId64, t->dim[0])));
	str_addn(&h, ' ', 64 - (10 + h.n + 1) % 64);
	str_addc(&h, '\n');
	str_add(out, SV("\x93NUMPY\1\0"));
	put_le(out, h.n, 2);
	str_add(out, str_sv(&h));
	str_free(&h);
	put_pickle(out, t);
}

/* ---- files ---- */

static bool make_dirs(const char *dir, struct err *err)
{
	char *path = xstrdup(dir);
	struct stat st;
	bool ok = true;

	if (*path)
		folders_above(path, 0777);
	if (mkdir(path, 0777) && errno != EEXIST)
		ok = err_set(err, ERR_KIND_FILE, ERR_UNAVAILABLE, "%s: [Errno %d] %s: '%s'",
			     errno == ENOENT ? "FileNotFoundError" : errno == EACCES ? "PermissionError" :
			     errno == ENOTDIR ? "NotADirectoryError" : "OSError", errno, strerror(errno), dir);
	else if (!stat(path, &st) && !S_ISDIR(st.st_mode))
		ok = err_set(err, ERR_KIND_FILE, ERR_ALREADY_EXISTS,
			     "FileExistsError: [Errno %d] File exists: '%s'", EEXIST, dir);
	free(path);
	return ok;
}

/* A key is the model's: it must not lead out of the folder. */
static bool key_stays_inside(struct sv key)
{
	struct sv rest = key;

	if (sv_find(key, '\0') >= 0 || sv_starts(key, SV("/")))
		return false;
	while (rest.p) {
		long slash = sv_find(rest, '/');

		if (sv_is(slash < 0 ? rest : sv_sub(rest, 0, (size_t)slash), ".."))
			return false;
		rest = slash < 0 ? SV_NULL : sv_sub(rest, (size_t)slash + 1, rest.n);
	}
	return true;
}

bool save_output(const char *dir, const char *prefix, struct sv key, const struct tensor *t, bool overwrite,
		 struct sink *say, struct err *err)
{
	bool slash = *dir && dir[strlen(dir) - 1] == '/', objects = !t || (t->dtype == DT_STRING && t->rank);
	char *path = xasprintf("%s%s%s%.*s.npy", dir, slash || !*dir ? "" : "/", prefix, SV_ARG(key));
	struct str bytes = STR_INIT;
	bool ok;

	if (!key_stays_inside(key))
		ok = err_set(err, ERR_KIND_MODEL, ERR_PERMISSION_DENIED,
			     "output key \"%.*s\" would be written outside of --outdir", SV_ARG(key));
	else if (!make_dirs(dir, err))
		ok = false;
	else if (!overwrite && !access(path, F_OK))
		ok = err_set(err, ERR_KIND_FILE, ERR_ALREADY_EXISTS,
			     "Output file %s already exists. Add \"--overwrite\" to overwrite the "
			     "existing output files.", path);
	else if (objects)
		put_objects(&bytes, t), ok = fmap_write(path, str_sv(&bytes), err);
	else
		ok = npy_write(&bytes, t, true, err) && fmap_write(path, str_sv(&bytes), err);
	if (ok) {
		sink_puts(say, "Output ");
		peer_put(say, key);
		sink_printf(say, " is saved to %s\n", path);
	}
	str_free(&bytes);
	free(path);
	return ok;
}
