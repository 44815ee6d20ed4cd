/*
 * What people have, turned into input tensors: files, pictures, words, literals. Ownership: every
 * function that returns a tensor gives it; everything else borrows.
 */
#ifndef FEED_FEED_H
#define FEED_FEED_H

#include "base/err.h"
#include "base/sv.h"
#include "base/vec.h"
#include "expr/value.h"
#include "tensor/tensor.h"

/* An input as the signature declares it. */
struct feed_spec {
	struct sv key;
	struct sv tensor_name;		/* "serving_default_x:0", for messages */
	enum dtype dtype;
	struct shape shape;		/* unknown dims -1, unknown rank -1 */
	const char *pictures;		/* words for pictures that have none of their own, or NULL */
	struct feed_names *names;	/* gets the files of a batch, in its order; or NULL */
};

/* Files that became examples of a batch. */
struct feed_names {
	VEC(char *) at;
};
void feed_names_free(struct feed_names *n);

/* A value by text:
 *   zeros, ones, random, random:SEED	unknown dims become 1
 *   FILE.npy, FILE.npz[MEMBER]		converted to the input's dtype
 *   FILE.png, .jpg, .gif, .bmp, with :keras (x/127.5-1, the default for float inputs), :0..1, :0..255,
 *					:caffe or :torch (less ImageNet's means) behind it to say how pixels
 *					become numbers; and rgb, bgr, nearest, bilinear, pil, crop:
 *					":caffe,rgb,crop". A string input gets the file's bytes
 *   FILE.wav				samples in -1..1: [n], [n, channels], [1, n] or [1, n, channels]
 *   FILE.tfrecord[.gz], [A:B]		records for a string input; else, of Examples, the feature of its name
 *   FILE.csv, FILE.tsv, [COLUMN]	the column of the input's name, or all columns of numbers
 *   FILE.txt				lines, for a string input
 *   DIR/ or a pattern			all of its files as a batch, sorted
 *   FILE.pkl, FILE.pkl[KEY]		a pickle of plain values and arrays
 *   3.5, [[1,2],[3,4]], "text", True	a literal
 *   np.ones((1, 224, 224, 3))		a numpy expression */
struct tensor *feed_parse(const struct feed_spec *spec, const char *text, struct err *err);

/* numpy's conversion to the input's dtype, then the check of the shape, with saved_model_cli's text.
 * Borrows t. */
struct tensor *feed_convert(const struct feed_spec *spec, struct tensor *t, struct err *err);

/* The same for a value as Python has it (a list, a number, an array): numpy.asarray(v, dtype), with the
 * errors that TensorFlow's Session.run and Python give. */
struct tensor *feed_value(const struct feed_spec *spec, const struct val *v, struct err *err);

/* A Python-like literal. want DT_INVALID: int64, float64, bool or string by what it holds. */
struct tensor *feed_literal(enum dtype want, struct sv text, struct err *err);

/* zeros, ones, random[:SEED]; NULL without an error when the word is none of these. */
struct tensor *feed_word(const struct feed_spec *spec, const char *word, struct err *err);

/* A picture brought to the input; scale: the words behind its ":", NULL: keras for floats, raw for integers. */
struct tensor *feed_picture(const struct feed_spec *spec, const char *path, const char *scale,
			    struct err *err);
bool feed_is_picture(const char *text);	/* by its name, with or without words behind ":" */
/* A file that can feed several inputs, each by its name: a table, or records. */
bool feed_is_columns(const char *text);

/* saved_model_cli's --inputs: "key=file" or "key=file[member]", separated by ";". */
struct feed_item {
	char *key, *file, *member;	/* member NULL: none */
};
bool feed_inputs_split(const char *option, struct feed_item **items, int *n, struct err *err);
void feed_items_free(struct feed_item *items, int n);
/* The array that an item names, as it is in the file. warning (may be NULL) is called with
 * saved_model_cli's warning lines. */
struct tensor *feed_load(const struct feed_item *item, void (*warning)(void *ctx, const char *line),
			 void *ctx, struct err *err);

/* What the peer passes on: an array, or whatever a pickle held. */
struct val *feed_load_value(struct vals *vs, const struct feed_item *item,
			    void (*warning)(void *ctx, const char *line), void *ctx, struct err *err);

/* --input_examples: a list of dicts (feature name: list) to a list of serialized tf.train.Examples. */
struct feed_ways {
	/* The order in which the peer's map of these keys is walked. */
	void (*order)(const struct sv *key, size_t n, uint32_t *out);
	bool no_bools;			/* a bool is no integer, as protobuf has it by now */
};
struct val *feed_examples(struct vals *vs, const struct val *list, const struct feed_ways *w, struct err *err);

#endif
