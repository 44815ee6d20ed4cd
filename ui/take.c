/*
 * Taking along what is shown: to the terminal's clipboard (y, Y), or to a file (x: "write FILE"). A
 * tensor is written as .npy when the file's name says so, else as numpy prints it; any other view
 * as its rows, all of them that the filter lets through. A file that is there already is left
 * alone.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/settings.h"
#include "tensor/npy.h"
#include "tensor/print.h"
#include "ui/tensorview.h"
#include "ui/view.h"

enum { COPY_BYTES = 70000 }; /* what terminals take in one piece */

static const struct tview *tensor_of(const struct view *v)
{
	const struct tview *t = v->at.kind == AT_TENSOR ? v->priv : NULL;

	return t && t->t ? t : NULL;
}

static void row_text(struct view *v, size_t row, struct str *out)
{
	struct row r = {0};

	v->ops->draw(v, row, &r);
	str_add(out, str_sv(&r.text));
	row_free(&r);
	while (out->n && out->p[out->n - 1] == ' ')
		out->p[--out->n] = '\0';
}

static void name_text(struct ui *ui, struct view *v, struct str *out)
{
	struct place at;
	size_t row;

	if (ui_here_path(ui, out))
		return;
	if (!view_cur(v, &row))
		return;
	if (!v->ops->place || !v->ops->place(v, row, &at) || !place_name(&at, out))
		row_text(v, row, out);
}

static void value_text(const struct tview *t, bool all, struct str *out)
{
	struct sink s = sink_mem(out);
	int64_t i = tview_flat(t, t->at);

	if (all)
		print_tensor(&s, t->t, &(struct print_opts){.repr = true});
	else if (i >= 0 && i < t->t->n)
		print_element(out, t->t, i);
}

void ui_copy(struct ui *ui, bool all)
{
	struct view *v = ui_focused(ui);
	const struct tview *t = v ? tensor_of(v) : NULL;
	struct str s = STR_INIT;
	size_t row;

	if (!strcmp(setting(app_settings(ui->app), SET_COPY), "off")) {
		ui_say(ui, ST_WARN,
		       "copying is switched off in the settings (copy = off); x writes a file");
		return;
	}
	if (t)
		value_text(t, all, &s);
	else if (v && all && view_cur(v, &row) && !(v->ops->flags & VIEW_WHOLE))
		row_text(v, row, &s);
	else if (v)
		name_text(ui, v, &s);
	if (!s.n)
		ui_say(ui, ST_DIM, "nothing to copy here");
	else if (s.n > COPY_BYTES)
		ui_say(ui, ST_WARN,
		       "%zu bytes are too many for a terminal's clipboard; x writes a file", s.n);
	else if (!ui->tty->copy(ui->tty, str_sv(&s)))
		ui_say(ui, ST_WARN,
		       "this terminal has no clipboard that programs can set; x writes a file");
	else
		ui_say(ui, ST_TEXT, "copied: %.*s", (int)strcspn(s.p, "\n"), s.p);
	str_free(&s);
}

/* ---- files ---- */

static FILE *new_file(const char *path, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	FILE *f = fd >= 0 ? fdopen(fd, "w") : NULL;

	if (!f) {
		err_set(err, ERR_KIND_FILE, err_code_of_errno(errno),
			errno == EEXIST ? "is there already: give another name"
					: "cannot write: %m");
		err_at(err, "%s", path);
	}
	return f;
}

static void row_write(FILE *f, struct row *r)
{
	fprintf(f, "%s\n", str_z(&r->text));
	row_clear(r);
}

static void rows_write(struct view *v, FILE *f)
{
	struct row r = {0};
	size_t n = view_count(v), row;

	if (v->ops->title)
		v->ops->title(v, &r);
	else
		place_title(&v->at, &r);
	row_write(f, &r);
	for (int i = 0; v->ops->heads && i < v->ops->heads(v); i++) {
		v->ops->head(v, i, &r);
		row_write(f, &r);
	}
	for (size_t i = 0; i < n && view_row(v, i, &row); i++) {
		v->ops->draw(v, row, &r);
		row_write(f, &r);
	}
	row_free(&r);
}

static bool text_write(struct view *v, const struct tview *t, const char *path, struct err *err)
{
	FILE *f = new_file(path, err);
	struct sink s;

	if (!f)
		return false;
	s = sink_file(f);
	if (t) {
		print_tensor(&s, t->t, &(struct print_opts){.threshold = -1});
		fputc('\n', f);
	} else {
		rows_write(v, f);
	}
	if (ferror(f) || fclose(f)) {
		err_set(err, ERR_KIND_FILE, ERR_UNAVAILABLE, "writing failed");
		return err_at(err, "%s", path);
	}
	return true;
}

bool ui_write(struct ui *ui, const char *file, struct err *err)
{
	struct view *v = ui_focused(ui);
	const struct tview *t = v ? tensor_of(v) : NULL;

	if (!v)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "nothing is shown");
	if (!sv_ends(sv_of(file), SV(".npy")))
		return text_write(v, t, file, err);
	if (!t)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "only a tensor can be written as .npy: Tab goes to its panel");
	if (!access(file, F_OK)) {
		err_set(err, ERR_KIND_FILE, ERR_ALREADY_EXISTS,
			"is there already: give another name");
		return err_at(err, "%s", file);
	}
	return npy_write_file(file, t->t, err);
}
