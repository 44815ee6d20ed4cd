/*
 * The docs generator: man/smtui.1 from the rows of commands, options and keys. A test compares the
 * committed page with this one.
 */
#include "cli/man.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/gdb.h"
#include "cmd/schema.h"
#include "cmd/settings.h"
#include "cmd/tfdbg/tfdbg.h"
#include "ui/ui.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif
#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "unknown"
#endif

/* Text so that roff takes none of it for a request. */
static void text(const char *z)
{
	bool start = true;

	for (; *z; z++) {
		if (start && (*z == '.' || *z == '\''))
			fputs("\\&", stdout);
		if (*z == '\\')
			fputs("\\e", stdout);
		else if (*z == '-')
			fputs("\\-", stdout);
		else
			putchar(*z);
		start = *z == '\n';
	}
}

static void heading(const char *z)
{
	printf(".SH %s\n", z);
}

static void para(const char *z)
{
	fputs(".PP\n", stdout);
	text(z);
	putchar('\n');
}

static void example(const char *z)
{
	fputs(".PP\n.nf\n", stdout);
	text(z);
	fputs("\n.fi\n", stdout);
}

static void options(const struct cmd *c)
{
	for (const struct cmd_opt *o = c->opts; o && o->name; o++) {
		fputs(".RS\n.TP\n.B ", stdout);
		if (o->letter)
			printf("\\-%c, ", o->letter);
		fputs("\\-\\-", stdout);
		text(o->name);
		if (o->kind != OPT_FLAG) {
			fputs(" \\fI", stdout);
			text(o->arg ? o->arg : "VALUE");
			fputs("\\fR", stdout);
		}
		putchar('\n');
		text(o->help);
		fputs("\n.RE\n", stdout);
	}
}

static void command(const struct cmd *c, bool shell)
{
	fputs(".TP\n.B ", stdout);
	text(c->name);
	if (!shell && c->alias) {
		fputs(", ", stdout);
		text(c->alias);
	}
	if (!shell && c->alias2) {
		fputs(", ", stdout);
		text(c->alias2);
	}
	fputs("\\fR", stdout);
	if (shell && c->need >= NEED_MODEL)
		fputs(" PATH", stdout);
	if (c->operands) {
		putchar(' ');
		text(c->operands);
	}
	putchar('\n');
	text(c->brief);
	putchar('\n');
	if (c->help) {
		text(c->help);
		putchar('\n');
	}
	if (c->json) {
		printf("\n--json prints:\n.nf\n");
		text(c->json);
		printf("\n.fi\n");
	}
	options(c);
}

/* What --json prints is said in a notation; here it is, with what the commands share. */
static void json_notation(void)
{
	const char *name, *notation;

	heading("JSON");
	para("With --json a command prints one JSON text. Each command above says what: str, int, num, bool, null "
	     "and any are values (a num that JSON cannot write is \"NaN\", \"Infinity\" or \"-Infinity\"), [X] is a list of X, "
	     "{a: X, b?: Y} an object in which b may be missing, {*: X} one with keys that the model chose, X|Y one "
	     "or the other, and @NAME one of these:");
	printf(".nf\n");
	for (int i = 0; (notation = schema_shared_at(i, &name)); i++) {
		printf("\\fB@%s\\fR ", name);
		text(notation);
		putchar('\n');
	}
	printf(".fi\n");
	para("Bytes of a model that are no UTF-8 are written as U+FFFD.");
}

static void commands(unsigned where)
{
	int n;
	const struct cmd *const *all = cmd_list(&n);

	for (int i = 0; i < n; i++)
		if ((all[i]->where & where) && all[i]->brief)
			command(all[i], where == CMD_SHELL);
}

/* "KEY<TAB>action<TAB>what it does" lines. */
static void keys(void)
{
	struct str all = STR_INIT;
	struct sink s = sink_mem(&all);
	char *line, *rest;

	ui_keys_print(&s);
	for (line = all.p; line && *line; line = rest) {
		char *tab, *what;

		rest = line + strcspn(line, "\n");
		if (*rest)
			*rest++ = '\0';
		tab = strchr(line, '\t');
		if (!tab)
			continue;
		*tab++ = '\0';
		what = strchr(tab, '\t');
		fputs(".TP\n.B ", stdout);
		text(line);
		putchar('\n');
		text(what ? what + 1 : tab);
		putchar('\n');
	}
	str_free(&all);
}

/* Names of what keys do, each once. */
static void actions(void)
{
	struct str all = STR_INIT, seen = STR_INIT;
	struct sink s = sink_mem(&all);
	char *save = NULL;

	ui_keys_print(&s);
	str_addz(&seen, " ");
	for (char *line = strtok_r(all.p, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		char *action = strchr(line, '\t') + 1, *end = strchr(action, '\t');
		char name[64];

		snprintf(name, sizeof(name), " %.*s ", (int)(end - action), action);
		if (strchr(":?", *action) || strstr(str_z(&seen), name))
			continue;
		text(name);
		str_addz(&seen, name);
	}
	str_free(&all);
	str_free(&seen);
}

static void head(void)
{
	printf(".\\\" Made by smtui --generate-man; do not edit.\n");
	printf(".TH SMTUI 1 \"\" \"smtui " PACKAGE_VERSION "\" \"User Commands\"\n");
	heading("NAME");
	text("smtui - look into TensorFlow SavedModels, run them, step through them");
	putchar('\n');
	heading("SYNOPSIS");
	printf(".B smtui\n.I PATH\n.br\n.B smtui\n.I COMMAND\n[\\fIOPTION\\fR ...] \\fIPATH\\fR ...\n");
	heading("DESCRIPTION");
	para("smtui opens a SavedModel in the terminal: its signatures, graph, functions, variables "
	     "and assets. It runs a signature on inputs that you give, stops before any node, shows "
	     "every tensor, and steps back as well as forth. It needs neither Python nor TensorFlow.");
	para("PATH is a SavedModel folder, its saved_model.pb or .pbtxt, a folder of version folders "
	     "(the highest is taken), a checkpoint prefix, or a GraphDef. PATH#NAME means the "
	     "model's signature NAME. Opening a model never executes anything of it. Where stdout "
	     "is no terminal, smtui PATH prints the overview as text.");
}

/* The settings file: its options from their table, the actions from the key table. */
static void settings_file(void)
{
	int n;
	const struct setting_row *rows = setting_rows(&n);

	printf(".TP\n.I $XDG_CONFIG_HOME/smtui/config\n");
	text("settings (else ~/.config/smtui/config): lines \"NAME = VALUE\", \"key NAME = ACTION\", "
	     "\"filter NAME = CONDITION\", comments behind #. What makes no sense is named with its line and passed over; smtui config "
	     "prints what is in force. "
	     "Options of the command line and NO_COLOR win. The names:\n");
	printf(".RS\n");
	for (int i = 0; i < n; i++) {
		printf(".TP\n.B ");
		text(rows[i].name);
		printf(" \\fR= ");
		text(rows[i].values ? rows[i].values : "SIZE");
		printf("\n");
		text(rows[i].help);
		if (*rows[i].def) {
			printf(" (");
			text(rows[i].def);
			printf(")");
		}
		printf("\n");
	}
	printf(".TP\n.B filter \\fINAME\\fR = \\fICONDITION\n");
	text("a filter of the run debugger and of lt -f: \"filter big = float and max > 100\"\n");
	printf(".TP\n.B key \\fINAME\\fR = \\fIACTION\n");
	text("what a key does, on every screen: NAME is a character, Enter, Tab, F1 .. F12, C-x with Control, "
	     "A-x with Alt, ...; ACTION a command line behind a colon (%p stands for the node under the "
	     "cursor), none, or one of:");
	actions();
	printf("\n.RE\n");
}

static void parts(void)
{
	heading("WHAT A MODEL HOLDS");
	para("Each part of a model is a command, and a branch of the tree on the screen. All take --tag_set for a "
	     "model with several MetaGraphs, and --json.");
	para("meta: the MetaGraph itself. Tags, the TensorFlow that wrote it, GraphDef versions, the nodes that "
	     "loading, training and saving run, aliases and gradients of functions, the list of ops.");
	para("sigs: the signatures. nodes, node: the graph. funcs: the function library; with a name, arguments and "
	     "what each captures, results, attributes, every node that calls the function, and how Python knows it.");
	para("objects: the object graph as a tree of Python's names; with a path, one object in full: a variable, "
	     "a constant, a function with its traces, a Keras layer with its variables, losses and configuration, "
	     "an optimizer with its slot variables.");
	para("collections: TensorFlow 1's collections; variables, conditional and loop contexts, queue runners, "
	     "savers and assets field by field, anything else as strings and numbers.");
	para("assets, asset: files that came along. A vocabulary's lines are counted and looked through for "
	     "duplicates, CRLF line ends, a byte order mark, blanks at the ends, bytes that are no UTF-8; --lookup "
	     "gives a token's index as a lookup table would, counted from 0. Which op reads it is said, with how.");
	para("files: every file of the folder. fingerprint: fingerprint.pb. warmup: the requests with which "
	     "TensorFlow Serving warms the model up. origin: the Python source lines that made a node.");
}

static void weights(void)
{
	heading("WEIGHTS");
	para("vars lists the variables, consts the constants of the graph and of every function; var NAME and "
	     "const NODE show one with its statistics and numbers. A name can be cut short at its front where "
	     "it stays unambiguous; [0,:4] behind it takes a slice, as numpy does. They work on SavedModels of "
	     "TensorFlow 1 and 2 and on checkpoints alone (prefix, .index, or a V1 file).");
	para("Listing reads the checkpoint's index only, so that one of many gigabytes opens at once. A slice "
	     "reads the pages that it touches. Statistics, checksums and files for numpy read every byte, a "
	     "megabyte at a time, whatever the tensor's size; what takes over a second says how far it is, and "
	     "Ctrl-C stops it.");
	para("Mean, standard deviation (of the population) and quantiles are of the finite values. Quantiles are "
	     "values by rank, of an even sample of 200,000 when there are over a million values; of those, "
	     "different values are counted up to 65,536. Denormal numbers are those smaller than the type's "
	     "smallest normal one. Complex numbers count by their magnitude.");
	para("A variable that lies below another one of the same shape, or that an optimizer's object calls its "
	     "slot, is marked as a slot. With a wrong checksum, vars --verify and --stats exit with 1 and name "
	     "variable and slice; var shows the numbers all the same, with a warning, and exits with 1 only if "
	     "--verify is given.");
	para("On the screen, 5 shows the variables: O sorts by the next column, s shows statistics (read while no "
	     "key is pressed), T the tree of scopes with each one's share of the bytes, Enter one variable.");
}

/* The verbs of run --tf_debug, from their rows. */
static void verb(const struct tf_verb *v)
{
	printf(".TP\n.B ");
	text(v->name);
	for (const char *const *a = v->aliases; a && *a; a++) {
		printf(", ");
		text(*a);
	}
	printf("\\fR ");
	text(v->operand ? v->operand : "");
	putchar('\n');
	text(v->brief);
	putchar(' ');
	text(v->operand_help ? v->operand_help : "");
	putchar('\n');
	for (int i = 0; i < tf_n_flags(v); i++) {
		const struct tf_flag *f = &v->flags[i];

		printf(".RS\n.TP\n.B ");
		if (f->letters)
			printf("\\-%s%s", f->letters, f->name ? ", " : "");
		if (f->name) {
			printf("\\-\\-");
			text(f->name);
		}
		putchar('\n');
		text(f->help);
		printf("\n.RE\n");
	}
}

/* gdb's word, and the command that it means. */
static void gdb_word(const char *word, const char *means)
{
	printf(".TP\n.B ");
	text(word);
	putchar('\n');
	text(means);
	putchar('\n');
}

static void gdb(void)
{
	/* those that are commands here by the same name, or by one of its aliases */
	static const char *const same[][2] = {
		{ "break b, tbreak tb, delete d, disable, enable, condition, ignore, commands, clear",
		  "breakpoints; condition ID COND takes what break takes behind if" },
		{ "watch, display, undisplay",
		  "watch tells of each time that a tensor is made; display says at each stop" },
		{ "run r, start, continue c, step s, next n, finish fin, until u, goto",
		  "moving on; 12 behind step or next: so often" },
		{ "reverse-step rs, reverse-next rn, reverse-continue rc", "moving back" },
		{ "backtrace bt where, frame, up, down, list l", "where the run stands" },
		{ "print p inspect, x/N, x/Nx, whatis, ptype, set var",
		  "values: x/8x shows the bits of eight elements" },
		{ "info i WHAT",
		  "args, breakpoints, display, frame, functions, line, locals, program, registers (what the "
		  "node here reads), source, stack, variables, watchpoints" },
		{ "layout", "on the screen: src, asm, regs, split, next, prev" },
		{ "call, source, help, quit q", "as there" },
	};
	size_t n;
	const struct gdb_word *w = gdb_words(&n);

	heading("GDB'S WORDS");
	para("At the prompt of debug gdb's commands are there, most by their own names; an empty line repeats the last "
	     "move (step, next, finish, continue, until, up, down, and back). With \"keys = gdb\" in the settings file the "
	     "screen has gdb's letters too: n, s, f, u, d, w, r (run), p (print), i (info locals).");
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++)
		gdb_word(same[i][0], same[i][1]);
	for (size_t i = 0; i < n; i++) {
		printf(".TP\n.B ");
		text(w[i].word);
		printf("%s%s\n", w[i].second ? " " : "", w[i].second ? w[i].second : "");
		text(w[i].means);
		printf("%s\n", w[i].preset ? ", where \"keys = gdb\" is set" : "");
	}
}

static void run_debugger(void)
{
	int n;
	const struct tf_verb *const *all = tf_verbs(&n);

	heading("THE RUN DEBUGGER");
	para("run --tf_debug stops before a run (run-start) and after it (run-end), where the commands of TensorFlow 1's "
	     "tfdbg look at what its nodes made; on a terminal on the screen, with --ui readline or without a terminal "
	     "line by line, commands from stdin, answers and errors to stdout. --signature_def A,B runs A, then B, "
	     "in one session. exit at run-start ends with 1; at run-end the run's results are printed, and 0 is the exit "
	     "code when no more runs were to come. A failed run shows what failed and gives 1.");
	para("Nodes are those that the run's outputs depend on, those in functions under their whole path (any end of it "
	     "that only one node has will do); a tensor that a loop made several times is listed as often, -n K counts "
	     "from 0. Words are separated by blanks outside [...], \"...\" and '...'; \"> FILE\" writes the answer "
	     "to a file too. Filters, for run -f and lt -f, are has_inf_or_nan and those that --filter NAME=CONDITION or "
	     "the settings file's \"filter NAME = CONDITION\" puts into words, with the conditions of break: "
	     "\"float and max > 100\".");
	para("On the screen: links are underlined and are clicked, as are the menu, the arrows <-- and --> (prev and next "
	     "go back and forth among the last ten answers) and the scroll bar; mouse off hands the mouse to the "
	     "terminal. PgUp and PgDn scroll by a line, Home and End go to the ends, Up and Down go through the lines "
	     "that begin as what is typed (kept in ~/.tfdbg_history). /REGEX marks and finds, / alone the next one; "
	     "@[i,j] goes to an element of an array. Tab completes.");
	para("invoke_stepper, before a run, is the node stepper: cont goes on to a node by a run of its own, fed with "
	     "what was continued to (H), made on the way (I) or injected (O) before. A variable that a node on the way "
	     "may have written is dirty (D); -i forgets what was made of it, -r puts it back first. Where the nodes of "
	     "TensorFlow 1's loops stand (U) nothing can be put in their place, but their results can be gone on to; "
	     "variables by handle count as written only when they were. When the stepper is left, the run is made with "
	     "what it had at first.");
	para("run -p measures the run instead: list_profile, and print_source where the model says which Python lines made "
	     "its nodes (op time is the kernel's, exec time with what the machine did around it).");
	for (int i = 0; i < n; i++)
		verb(all[i]);
}

static void edits(void)
{
	heading("CHANGING AND GOING ON");
	para("In the debugger edit puts something else in the place of what is there: an element, a slice or the whole "
	     "of what a node made; what a variable holds before the run or, with at NODE, from there on; an attribute "
	     "of a node. A node that failed, or whose op has no kernel, can be given what it would make: a literal, "
	     "FILE.npy, a numpy expression, identity (its first input), or zeros in the shape that its op would make of "
	     "its inputs. run refuses a model with such a node; the debugger goes up to it and stops there.");
	para("An edit holds from when it is made, in the run that there is and in all later ones; the model's files "
	     "never change. Several edits of one tensor or variable act one upon the other, in their order. What was "
	     "made already is made again, and the run stands where it stood; outputs before and after are shown "
	     "together.");
	para("Only what depends on the edit runs again. A node runs again when it takes a tensor that has other bits "
	     "than before, when it finds a resource (a variable, table, TensorArray, stack) as a node left it that ran "
	     "again, or when it did not run before, in a branch or a round of a loop that the edit led to. Every other "
	     "node gives what it gave. \"3 nodes ran again, of 9 that depend on it\": the other 6 stand behind nodes "
	     "that made the same as before. Calls and arguments of functions are not counted; the nodes of the "
	     "functions are. An edited node itself runs only where its own output is needed (a slice of it is edited) "
	     "or where it changes a resource besides. Tensors that were dropped from memory (set budget) cannot be "
	     "compared and count as other ones.");
	para("edits lists what is in force, undo takes back one or all: everything is as it was, to the bit. save writes "
	     "edits into the session file, in their order. On the screen e types the command for what is under the "
	     "cursor, a node, a variable, an attribute; E shows the list, where d takes one back.");
}

static void tail(void)
{
	heading("EXAMPLES");
	para("What a model takes and gives:");
	example("smtui overview examples/mobilenet/1\n"
		"smtui show --dir examples/mobilenet/1 --all");
	para("Every part of it, as text or with --json: a signature with its defaults, functions with their "
	     "callers, an object, an asset and a token in it, the nodes' origins, warm-up requests:");
	example("smtui sigs tests/models/around/served serving_default\n"
		"smtui funcs tests/models/around/served __inference_look_up\n"
		"smtui objects tests/models/around/layered layers[0].kernel\n"
		"smtui asset tests/models/around/served words.txt --lookup green\n"
		"smtui collections tests/models/around/collected while_context\n"
		"smtui origin tests/models/around/served __inference__traced_save_121/MergeV2Checkpoints\n"
		"smtui warmup tests/models/around/served --json");
	para("The most likely labels for a picture:");
	example("smtui run examples/mobilenet/1 examples/mobilenet/samples/seven.png \\\n"
		"    --top 3 --labels examples/mobilenet/samples/labels.txt");
	para("The same picture prepared in all usual ways, RGB and BGR, the answers side by side; and one way for good:");
	example("smtui preprocess examples/mobilenet/1 examples/mobilenet/samples/seven.png \\\n"
		"    --labels examples/mobilenet/samples/labels.txt\n"
		"smtui run examples/mobilenet/1 examples/mobilenet/samples/seven.png:torch,bilinear --top 3");
	para("Files as people have them: pictures as a batch, a table whose columns feed the inputs of their\n"
	     "names, a request of TensorFlow Serving:");
	example("smtui run examples/mobilenet/1 'examples/mobilenet/samples/*.png' --top 1\n"
		"smtui run tests/models/inputs/any#table tests/models/inputs/people.csv\n"
		"smtui run tests/models/serving/half_plus_two --output serving \\\n"
		"    --request tests/models/serving/requests/half_plus_two.plain.pbtxt");
	para("Is each example of a batch treated alone, and which batch sizes work?");
	example("smtui batch examples/mobilenet/1");
	para("Is anything wrong with a model? As a gate before it is served, for warnings and errors, on the TensorFlow\n"
	     "that will serve it; and one question alone:");
	example("smtui check examples/mobilenet/1 --severity warning --runtime 2.15\n"
		"smtui check examples/mobilenet/1 --rule checksum,shard --full");
	para("Find nodes by what they are: convolutions over 7 by 7 maps, weights of more than 3 kB, what takes what a\n"
	     "Reshape gives:");
	example("smtui nodes examples/mobilenet/1 'op:*Conv* shape:?,7,7,*' --limit 5\n"
		"smtui nodes examples/mobilenet/1 'bytes:>3K op:VarHandleOp'\n"
		"smtui nodes examples/mobilenet/1 'in:op:Reshape func:wrapped or attr:padding=VALID' --count");
	para("Where does a value come from, through the calls: a tree, a path, all that an output depends on:");
	example("smtui nodes examples/mobilenet/1 'op:Softmax func:wrapped' --inputs 4\n"
		"smtui paths tests/models/flow/functional n total\n"
		"smtui nodes tests/models/flow/functional --upstream total");
	para("What it costs to run, layer by layer; and the graph as a picture:");
	example("smtui cost examples/mobilenet/1 --batch 8 --sort macs --limit 10\n"
		"smtui cost examples/mobilenet/1 --by op --csv\n"
		"smtui export examples/mobilenet/1 'func:wrapped' --depth 2 --dot > /dev/null");
	para("What if? A variable's element, an attribute, a node that smtui cannot run; and back:");
	example("smtui debug examples/mobilenet/1 examples/mobilenet/samples/seven.npy \\\n"
		"    -c 'run; edit var conv_preds/bias[3] 9; edit attr conv1/Conv2D padding VALID; edits; undo all'\n"
		"smtui debug tests/models/unsupported --inputs x=ones \\\n"
		"    -c 'run; edit acc identity; c; edit norm zeros; c'");
	para("Stop at a node and look at a tensor, from a script:");
	example("smtui debug examples/modules/with_signature --inputs x=ones \\\n"
		"    -c 'break mul; run; pt mul/ReadVariableOp:0; c; outputs'");
	para("Look at a run with tfdbg's commands: its tensors, those that pass a filter, one of them, an expression:");
	example("(echo run -f big; echo 'pt big -r [10,12]'; echo 'eval \"np.max(`lg:0`)\"'; echo exit) | \\\n"
		"    smtui run tests/models/tfdbg/layers --inputs 'x=tests/models/tfdbg/layers.npz[x]' \\\n"
		"    --tf_debug --filter 'big=float and max > 100'");
	para("Where does a number come from: what an element is made of, and from there on back; which pixels a class\n"
	     "depends on; and a few steps of gradient descent, in memory only:");
	example("smtui debug examples/mobilenet/1 examples/mobilenet/samples/seven.npy \\\n"
		"    -c 'run; terms predictions[0,7] -n 3; terms 1; terms 1; grad predictions[0,7] wrt input_1 --heat'\n"
		"smtui debug examples/modules/no_signatures \\\n"
		"    -c 'call __call__(2.0); tune \"(10 - output_0)**2\" --rate 0.05 --steps 3'");
	para("Write down what a run was and gave, as a session file; debug PATH --session FILE --replay holds later\n"
	     "runs to it:");
	example("smtui debug examples/mobilenet/1 examples/mobilenet/samples/seven.npy \\\n"
		"    -c 'watch conv1/Conv2D; expect conv1_relu/Relu6 max <= 6; run; save -'");
	para("Is one model the same as another, before any run? The verdict comes first; doors alone; for a script; "
	     "the exit code is 0 when nothing that matters differs:");
	example("smtui diff examples/mobilenet/1 examples/mobilenet/1\n"
		"smtui diff examples/mobilenet/1 --against random:2 --inputs input_1=random:1 || [ $? = 1 ]\n"
		"smtui diff examples/mobilenet/1#serving_default examples/mobilenet/1#serving_default\n"
		"smtui diff examples/modules/with_signature examples/modules/with_signature --json");
	para("Where the bytes are, by scope; the variables that vary most; one of them; a slice of it:");
	example("smtui vars examples/mobilenet/1 --by-scope --depth 1\n"
		"smtui vars examples/mobilenet/1 --sort std moving_mean\n"
		"smtui var examples/mobilenet/1 conv1/kernel --hist\n"
		"smtui var examples/mobilenet/1 'conv1/kernel[0,0,:,:4]'");
	para("Check every checksum; hand the kernels to numpy; the largest constants:");
	example("smtui vars examples/mobilenet/1 --verify\n"
		"smtui vars examples/mobilenet/1 'kernel:0$' --npz /dev/null\n"
		"smtui consts examples/mobilenet/1 --sort bytes --min 10000");
	heading("EXIT STATUS");
	para("0 fine; 1 error; 2 wrong usage; 130 interrupted. debug with -c or --batch: 1 when a "
	     "command failed; with --replay: 1 when something is not as the session expects. A damaged model of which something opens gives 0, and the damage on "
	     "stderr. check, diff, shadow, why, batch and run with --compare: 0 nothing found, 1 found, 2 wrong usage, 3 could "
	     "not judge.");
	heading("ENVIRONMENT");
	printf(".TP\n.B NO_COLOR\nset and not empty: no colours.\n"
	       ".TP\n.B COLORFGBG\nset by some terminals: a light background there chooses the light theme.\n"
	       ".TP\n.B SMTUI_CPU\nbaseline, avx2 or avx512: which of smtui's own kernels to use.\n"
	       ".TP\n.B OPENBLAS_CORETYPE\nrespected when set; else smtui chooses.\n");
	heading("FILES");
	settings_file();
	printf(".TP\n.I $XDG_STATE_HOME/smtui/history\nlines typed at the line prompt and behind \":\" on the screen.\n"
	       ".TP\n.I $XDG_STATE_HOME/smtui/tfdbg_config\nwhat config set in the run debugger, as JSON.\n"
	       ".TP\n.I $XDG_STATE_HOME/smtui/notes-HASH\nnotes on a model's nodes (note), one file a model.\n"
	       ".TP\n.I $XDG_STATE_HOME/smtui/session-PID\nwhat a debugger had set when it was killed, crashed or lost its "
	       "terminal: a session file.\n");
	heading("SEE ALSO");
	para("TensorFlow's SavedModel guide; saved_model_cli.");
}

int man_print(void)
{
	head();
	heading("COMMANDS");
	commands(CMD_SHELL);
	heading("COMMANDS OF THE DEBUGGER");
	para("At the line prompt, in scripts (-c, --batch) and after \":\" on the screen. \";\" "
	     "separates commands outside quotes and brackets; \"> FILE\" writes a command's output "
	     "to a file; names can be cut short where it is clear what is meant.");
	commands(CMD_PROMPT);
	json_notation();
	heading("KEYS");
	keys();
	parts();
	weights();
	gdb();
	run_debugger();
	edits();
	tail();
	return fflush(stdout) ? 1 : 0;
}
