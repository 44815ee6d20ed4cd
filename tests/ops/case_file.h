/*
 * The files of a family's op cases (tests/recipes/ops/cases.py says what they hold). Borrows what it is
 * given; a case's texts live as long as its file.
 */
#ifndef TESTS_OPS_CASE_FILE_H
#define TESTS_OPS_CASE_FILE_H

#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"
#include "codec/zip.h"
#include "model/model.h"
#include "tensor/tensor.h"

struct case_file {
	struct model *m;
	const struct graph *g;
	struct str bytes;		/* the archive's */
	VEC(struct zip_member) members;
	struct map index;
	struct str text;
};

struct oc {
	struct sv name, ulp, rel, n_in, n_out, runs, failing, code, message;
};

/* What a family's file is called: NAME.zip.gz, an archive whose members are not packed, packed as one. */
#define CASE_ENDING ".zip.gz"
/* The NAME of such a file, which the caller frees; NULL: it is no family's. */
char *case_family(const char *file);
/* FOLDER's archive of the family, with its GraphDef (its member graph.pb, or FOLDER/NAME.pb when that is there). */
bool case_open(struct case_file *f, const char *folder, const char *name, struct err *err);
/* The bytes of the archive's GraphDef. */
bool case_graph(const char *path, struct str *out, struct err *err);
/* The archive alone, into an empty f; one with packed members will do too. */
bool case_archive(struct case_file *f, const char *path, struct err *err);
void case_close(struct case_file *f);
/* Takes the next case's line off text (which begins as f->text); false at the end. */
bool case_next(struct sv *text, struct oc *k);
/* The case's node CASE/WHAT, or CASE/WHATi when i is not -1; NODE_NONE. */
uint32_t case_node(struct case_file *f, const struct oc *k, const char *what, int i);
enum dtype case_type(struct case_file *f, uint32_t node, const char *attr);
/* The archive's tensor of that name. Gives a reference. */
struct tensor *case_tensor(struct case_file *f, const char *name, enum dtype want, struct err *err);

#endif
