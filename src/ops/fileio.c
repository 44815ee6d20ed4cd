/* Files for kernels; see fileio.h. */
#include "ops/fileio.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/state.h"

#define FILE_MAX (INT64_C(1) << 31)	/* what may be read at once */

struct sv file_path(struct sv name)
{
	return sv_starts(name, SV("file://")) ? sv_sub(name, 7, name.n) : name;
}

/* TensorFlow knows other file systems; here there is none. */
static bool scheme_ok(struct op_ctx *c, struct sv name)
{
	const char *hit = name.n ? memmem(name.p, name.n, "://", 3) : NULL;

	for (const char *p = name.p; hit && p < hit; p++)
		if (!((*p | 32) >= 'a' && (*p | 32) <= 'z') &&
		    !(p > name.p && *p >= '0' && *p <= '9'))
			return true;
	return !hit || hit == name.p ||
	       op_fail(c, ERR_UNIMPLEMENTED,
		       "File system scheme '%.*s' not implemented (file: '%.*s')",
		       (int)(hit - name.p), name.p, SV_ARG(name));
}

bool file_error(struct op_ctx *c, const char *path, int number)
{
	return op_fail(c, err_code_of_errno(number), "%s; %s", path, strerror(number));
}

static bool read_all(struct op_ctx *c, int fd, const char *path, struct str *out)
{
	char buf[65536];
	ssize_t n;

	while ((n = read(fd, buf, sizeof(buf))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return file_error(c, path, errno);
		str_add(out, (struct sv){ buf, (size_t)n });
		if ((int64_t)out->n > FILE_MAX)
			return op_fail(c, ERR_RESOURCE_EXHAUSTED, "%s; over %lld MiB", path,
				       (long long)(FILE_MAX >> 20));
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
	}
	return true;
}

bool file_read(struct op_ctx *c, struct sv name, struct str *out)
{
	char *path;
	bool ok;
	int fd;

	name = file_path(name);
	if (!scheme_ok(c, name) || !c->world->file_ok(c->world_ctx, name, false, c->err))
		return false;
	path = xsvdup(name);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);	/* a FIFO must not hang us */
	ok = fd >= 0 ? read_all(c, fd, path, out) : file_error(c, path, errno);
	if (fd >= 0)
		close(fd);
	free(path);
	return ok;
}

static bool write_all(struct op_ctx *c, int fd, const char *path, struct sv bytes)
{
	while (bytes.n) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return file_error(c, path, errno);
		bytes = sv_sub(bytes, (size_t)n, bytes.n);
	}
	return true;
}

static bool write_file(struct op_ctx *c, struct sv name, struct sv bytes, bool folders, int flags)
{
	char *path;
	bool ok;
	int fd;

	name = file_path(name);
	if (!scheme_ok(c, name) || !c->world->file_ok(c->world_ctx, name, true, c->err))
		return false;
	path = xsvdup(name);
	if (folders && *path)
		folders_above(path, 0777);
	fd = open(path, O_WRONLY | O_CLOEXEC | flags, 0666);
	ok = fd >= 0 ? write_all(c, fd, path, bytes) : file_error(c, path, errno);
	if (fd >= 0 && close(fd) && ok)
		ok = file_error(c, path, errno);
	free(path);
	return ok;
}

bool file_write(struct op_ctx *c, struct sv name, struct sv bytes, bool folders)
{
	return write_file(c, name, bytes, folders, O_CREAT | O_TRUNC);
}

bool file_append(struct op_ctx *c, struct sv name, struct sv bytes)
{
	return write_file(c, name, bytes, false, O_APPEND);
}
