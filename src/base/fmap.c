/*
 * Mapped files and the SIGBUS guard; see fmap.h. The guard keeps a jump buffer per thread; the
 * handler jumps only when this thread is inside one, else the default action follows.
 */
#include "base/fmap.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

static _Thread_local sigjmp_buf *guard;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* The mask is put right here, not by each guard, which would cost a system call per kernel. */
static void on_sigbus(int sig)
{
	sigset_t bus;

	if (guard) {
		sigemptyset(&bus);
		sigaddset(&bus, SIGBUS);
		pthread_sigmask(SIG_UNBLOCK, &bus, NULL);
		siglongjmp(*guard, 1);
	}
	signal(sig, SIG_DFL);
	raise(sig);
}

static void install(void)
{
	struct sigaction sa = { .sa_handler = on_sigbus };

	sigemptyset(&sa.sa_mask);
	sigaction(SIGBUS, &sa, NULL);
}

static enum err_code code_of_errno(int e)
{
	switch (e) {
	case ENOENT:
	case ENOTDIR:
		return ERR_NOT_FOUND;
	case EACCES:
	case EPERM:
		return ERR_PERMISSION_DENIED;
	case EISDIR:
		return ERR_FAILED_PRECONDITION;
	default:
		return ERR_UNKNOWN;
	}
}

struct fmap *fmap_open(const char *path, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct fmap *f = NULL;
	struct stat st;
	void *p = NULL;

	pthread_once(&once, install);
	if (fd < 0 || fstat(fd, &st) < 0) {
		err_set(err, ERR_KIND_FILE, code_of_errno(errno), "%s", strerror(errno));
		err_at(err, "%s", path);
	} else if (!S_ISREG(st.st_mode)) {
		err_set(err, ERR_KIND_FILE, ERR_FAILED_PRECONDITION,
			S_ISDIR(st.st_mode) ? "is a directory" : "is not a regular file");
		err_at(err, "%s", path);
	} else if (st.st_size > 0 && (p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE,
					       fd, 0)) == MAP_FAILED) {
		err_set(err, ERR_KIND_FILE, ERR_UNKNOWN, "cannot map: %s", strerror(errno));
		err_at(err, "%s", path);
	} else {
		f = xmalloc(sizeof(*f));
		f->path = xstrdup(path);
		f->n = (size_t)st.st_size;
		f->p = f->n ? p : (const void *)"";
	}
	if (fd >= 0)
		close(fd);
	return f;
}

void fmap_close(struct fmap *f)
{
	if (!f)
		return;
	if (f->n)
		munmap((void *)f->p, f->n);
	free(f->path);
	free(f);
}

bool fmap_guard(const char *path, bool (*fn)(void *ctx, struct err *err), void *ctx,
		struct err *err)
{
	sigjmp_buf here, *outer = guard;
	bool ok;

	if (sigsetjmp(here, 0)) {
		guard = outer;
		err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "the file became shorter while it was read");
		return err_at(err, "%s", path);
	}
	guard = &here;
	ok = fn(ctx, err);
	guard = outer;
	return ok;
}

struct copy {
	const unsigned char *src;
	void *dst;
	size_t n;
};

static bool do_copy(void *ctx, struct err *err)
{
	struct copy *c = ctx;

	(void)err;
	memcpy(c->dst, c->src, c->n);
	return true;
}

bool fmap_copy(const struct fmap *f, size_t off, void *dst, size_t n, struct err *err)
{
	struct copy c = { f->p + off, dst, n };

	if (off > f->n || n > f->n - off) {
		err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
			"%zu bytes at offset %zu, but the file has %zu", n, off, f->n);
		return err_at(err, "%s", f->path);
	}
	return n == 0 || fmap_guard(f->path, do_copy, &c, err);
}

bool fmap_write(const char *path, struct sv bytes, struct err *err)
{
	FILE *f = fopen(path, "wb");
	bool ok = f && fwrite(bytes.p ? bytes.p : "", 1, bytes.n, f) == bytes.n;

	if (f && fclose(f))
		ok = false;
	if (!ok) {
		err_set(err, ERR_KIND_FILE, ERR_UNAVAILABLE, "cannot write: %s", strerror(errno));
		err_at(err, "%s", path);
	}
	return ok;
}

static bool is_empty_dir(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *e;
	bool empty = d != NULL;

	while (d && empty && (e = readdir(d)))
		empty = !strcmp(e->d_name, ".") || !strcmp(e->d_name, "..");
	if (d)
		closedir(d);
	return empty;
}

bool folder_fresh(const char *dir, struct err *err)
{
	if (mkdir(dir, 0777) < 0 && errno != EEXIST) {
		err_set(err, ERR_KIND_FILE, ERR_UNKNOWN, "cannot make the folder: %s", strerror(errno));
		return err_at(err, "%s", dir);
	}
	if (!is_empty_dir(dir)) {
		err_set(err, ERR_KIND_FILE, ERR_ALREADY_EXISTS, "exists and is not an empty folder");
		return err_at(err, "%s", dir);
	}
	return true;
}
