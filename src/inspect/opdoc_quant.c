/* Quantized numbers and their imitation. A row an op, sorted (opdoc.h). */
#include "inspect/opdoc.h"

static const struct opdoc rows[] = {
	{ "Dequantize",
		"Floats from quantized numbers by the range, as mode says (MIN_COMBINED, "
		"MIN_FIRST, SCALED).",
		"[d...], [...], [...] -> [d...]",
		{ "the mode must be the one that quantized", NULL } },
	{ "FakeQuantWithMinMaxArgs",
		"Floats rounded to the steps of num_bits between the attributes min and max, "
		"beyond them cut.",
		"[d...] -> [d...]",
		{ "the range is first moved so that 0 lies on a step",
		"NaN stays NaN" } },
	{ "FakeQuantWithMinMaxVars",
		"Floats rounded to the steps of num_bits between the inputs min and max, beyond "
		"them cut.",
		"[d...], [], [] -> [d...]",
		{ "the range is first moved so that 0 lies on a step", NULL } },
	{ "FakeQuantWithMinMaxVarsPerChannel",
		"Floats rounded to the steps of num_bits between a min and max for each "
		"last-dim channel.",
		"[d...,c], [c], [c] -> [d...,c]",
		{ "the range is first moved so that 0 lies on a step", NULL } },
	{ "QuantizeAndDequantizeV2",
		"Rounds to a quantized scale and comes back as floats; the range given, or the "
		"data's own.",
		"[d...], [...], [...] -> [d...]",
		{ "the range is made symmetric for signed_input", NULL } },
	{ "QuantizeAndDequantizeV3",
		"Rounds to a quantized scale whose number of bits is an input, and comes back "
		"as floats.",
		"[d...], [...], [...], [] -> [d...]",
		{ "the range is made symmetric for signed_input", NULL } },
	{ "QuantizeAndDequantizeV4",
		"Rounds to a quantized scale and comes back as floats; its gradient is 0 "
		"outside the range.",
		"[d...], [...], [...] -> [d...]",
		{ "the range is made symmetric for signed_input", NULL } },
	{ "QuantizeAndDequantizeV4Grad",
		"The gradient where the input lay in the range; 0 for the rest and for the range's ends.",
		"[d...], [d...], [...], [...] -> [d...], [...], [...]",
		{ "the bounds themselves count as inside", NULL } },
	{ "QuantizeV2",
		"Floats as quantized numbers by the range and mode; gives the range really used.",
		"[d...], [...], [...] -> [d...], [...], [...]",
		{ "a range too narrow is widened",
		"mode decides what 0 becomes" } },
};

const struct opdoc_family opdoc_quant = { rows, sizeof(rows) / sizeof(*rows) };
