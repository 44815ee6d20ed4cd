/* The writer of table files; table.c shows the format. */
#include "bundle/tablewrite.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "codec/crc32c.h"

enum { BLOCK = 1 << 18, RESTART_EVERY = 16, FOOTER_HANDLES = 40 };
static const uint64_t MAGIC = 0xdb4775248b80fb57u;

/* Puts a block with its trailer behind the file; adds its handle to *handle. */
static void block_put(struct table_writer *w, const struct str *block, struct str *handle)
{
	size_t at = w->file.n;

	str_add(&w->file, str_sv(block));
	str_addc(&w->file, 0);		/* not compressed */
	put_fixed32(&w->file, crc32c_mask(crc32c(0, w->file.p + at, block->n + 1)));
	put_varint(handle, at);
	put_varint(handle, block->n);
}

/* An index entry is (last key of the block, handle); each is a restart point of its own. */
static void flush(struct table_writer *w)
{
	struct str handle = STR_INIT;

	if (!w->n)
		return;
	str_add(&w->block, str_sv(&w->restarts));
	put_fixed32(&w->block, (uint32_t)(w->restarts.n / 4));
	block_put(w, &w->block, &handle);
	put_varint(&w->index, 0);
	put_varint(&w->index, w->last.n);
	put_varint(&w->index, handle.n);
	str_add(&w->index, str_sv(&w->last));
	str_add(&w->index, str_sv(&handle));
	str_clear(&w->block);
	str_clear(&w->restarts);
	str_clear(&w->last);
	w->n = 0;
	str_free(&handle);
}

void table_add(struct table_writer *w, struct sv key, struct sv value)
{
	size_t shared = 0;

	if (w->n % RESTART_EVERY == 0)
		put_fixed32(&w->restarts, (uint32_t)w->block.n);
	else
		while (shared < key.n && shared < w->last.n && key.p[shared] == w->last.p[shared])
			shared++;
	put_varint(&w->block, shared);
	put_varint(&w->block, key.n - shared);
	put_varint(&w->block, value.n);
	str_add(&w->block, sv_sub(key, shared, key.n));
	str_add(&w->block, value);
	str_clear(&w->last);
	str_add(&w->last, key);
	w->n++;
	if (w->block.n >= BLOCK)
		flush(w);
}

/* The index block needs restart points too: one, at its beginning, is enough to search it from. */
void table_finish(struct table_writer *w)
{
	struct str handles = STR_INIT, none = STR_INIT;

	flush(w);
	put_fixed32(&none, 0);
	put_fixed32(&none, 1);
	block_put(w, &none, &handles);
	put_fixed32(&w->index, 0);
	put_fixed32(&w->index, 1);
	block_put(w, &w->index, &handles);
	str_addn(&handles, 0, FOOTER_HANDLES - handles.n);
	str_add(&w->file, str_sv(&handles));
	put_fixed32(&w->file, (uint32_t)MAGIC);
	put_fixed32(&w->file, (uint32_t)(MAGIC >> 32));
	str_free(&handles);
	str_free(&none);
}

void table_writer_free(struct table_writer *w)
{
	str_free(&w->file);
	str_free(&w->block);
	str_free(&w->index);
	str_free(&w->last);
	str_free(&w->restarts);
}

bool table_save(struct table_writer *t, const char *path, struct err *err)
{
	char *temp = xasprintf("%s.tempstate%ld", path, (long)getpid());
	FILE *f = fopen(temp, "wbe");
	bool ok = f && fwrite(t->file.p, 1, t->file.n, f) == t->file.n;

	if (f && fclose(f))
		ok = false;
	ok = ok && rename(temp, path) == 0;
	if (!ok) {
		int number = errno;

		err_set(err, ERR_KIND_OP, err_code_of_errno(number), "%s; %s", temp, strerror(number));
		unlink(temp);
	}
	free(temp);
	return ok;
}
