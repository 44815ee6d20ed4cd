/*
 * Inputs by what a person typed, for run and for the debugger. Borrows everything; input_value gives.
 */
#ifndef CMD_INPUTS_H
#define CMD_INPUTS_H

#include "cmd/cmd.h"
#include "feed/feed.h"

/* What an input takes: dtype and shape of the graph's placeholder where there is one (as TensorFlow
 * checks feeds), else of the signature. The spec borrows from the model. */
void input_spec(const struct metagraph *mg, const struct tensor_info *ti, struct feed_spec *spec);
/* The input of that key, or -1 with an error that lists the keys. */
int input_find(const struct signature *sig, struct sv key, struct err *err);
/* The only input that must be fed; -1 with an error when there are several or none. */
int input_only(const struct signature *sig, struct err *err);
/* "K=V;K=V" split outside quotes and brackets; each pair goes to add. */
bool inputs_each(const char *text, const char *option,
		 bool (*add)(void *ctx, struct sv key, const char *value, struct err *err), void *ctx,
		 struct err *err);
/* FILE alone: the only input, or each input of its name where the file has columns. */
bool inputs_alone(const struct signature *sig, const char *file,
		  bool (*add)(void *ctx, struct sv key, const char *value, struct err *err), void *ctx,
		  struct err *err);
/* "x   float32   (None, 64, 64, 3)" a line, for messages and lists. */
void inputs_list(const struct signature *sig, struct sink *out, int indent);
/* An example of a value for an input: "FILE.npy", "FILE.png", "1.0". */
const char *input_example(const struct tensor_info *ti);

/* text feeds the only input of the debugger's signature. */
bool debug_feed_only(struct app *app, const char *text, struct err *err);
/* The rows of the options that give inputs to the debugger, and what reads them: --inputs, --input_exprs,
 * --input_examples, and a FILE as second operand. */
#define IMAGE_OPTS \
	{ "image_scale", 0, OPT_STRING, "WORD", "pixels: keras (-1..1), 0..1, 0..255, caffe, torch (imagenet); bgr" }, \
	{ "image_resize", 0, OPT_STRING, "WORD", "pictures' sizes: nearest, bilinear (tf.image), pil; crop" }
/* IMAGE_OPTS, for every picture that is read from then on. */
void pictures_options(struct cmd_call *c);
#define INPUT_OPTS \
	{ "inputs", 0, OPT_STRING, "K=V;...", "inputs: files, zeros, ones, random, literals" }, \
	{ "input_exprs", 0, OPT_STRING, "K=EXPR;...", "inputs as Python literals or numpy expressions" }, \
	{ "input_examples", 0, OPT_STRING, "K=LIST;...", "tf.train.Examples as lists of dicts" }, \
	IMAGE_OPTS
/* The same, and a request's body; the debugger's signature is then the body's, unless one is named. */
#define DEBUG_INPUT_OPTS \
	INPUT_OPTS, JSON_INPUT_OPT
#define JSON_INPUT_OPT                                                                                                 \
	{                                                                                                              \
		"json_input", 0, OPT_STRING, "BODY",                                                                   \
			"a request of TensorFlow Serving's REST interface: a file, - or the JSON"                      \
	}
bool debug_feed_options(struct cmd_call *c, struct err *err);
/* Opens PATH[#NAME] for the debugger, by --tag_set and --signature_def, and feeds what the options give. */
bool debug_open(struct cmd_call *c, struct err *err);
/* Stands for the text of an input that came in a body and cannot be written as a literal. */
#define INPUT_REQUEST "(of a request)"
/* --json_input into the debugger's inputs (serving.c). */
bool serving_feed(struct cmd_call *c, struct err *err);
/* "K=V;..." feeds the debugger's signature. */
bool debug_feed_all(struct app *app, const char *text, struct err *err);

#endif
