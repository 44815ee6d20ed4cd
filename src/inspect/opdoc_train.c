/* Optimisers' steps and scatters into variables. A row an op, sorted (opdoc.h). */
#include "inspect/opdoc.h"

static const struct opdoc rows[] = {
	{ "ApplyAdaMax",
		"Changes reference variables by one step of AdaMax: v = max(beta2 * v, "
		"abs(grad)), var -= lr / (1 - beta1_power) * m / (v + epsilon).",
		"[d...], [d...], [d...], [], [], [], [], [], [d...] -> [d...]", { NULL, NULL } },
	{ "ApplyAdadelta",
		"Changes reference variables by one step of Adadelta: steps scaled by the root "
		"mean square of earlier steps over that of gradients.",
		"[d...], [d...], [d...], [], [], [], [d...] -> [d...]",
		{ "epsilon is added inside both roots", NULL } },
	{ "ApplyAdagrad",
		"Changes reference variables by one step of Adagrad: accum += grad^2, var -= lr "
		"* grad / sqrt(accum).",
		"[d...], [d...], [], [d...] -> [d...]",
		{ "no epsilon: an accum of 0 with grad 0 gives NaN", NULL } },
	{ "ApplyAdagradV2",
		"Changes reference variables by one step of Adagrad: accum += grad^2, var -= lr "
		"* grad / (sqrt(accum) + epsilon).",
		"[d...], [d...], [], [], [d...] -> [d...]", { NULL, NULL } },
	{ "ApplyAdam",
		"Changes reference variables by one step of Adam: m and v decay towards grad "
		"and grad^2, var -= lr * sqrt(1 - beta2_power) / (1 - beta1_power) * m / "
		"(sqrt(v) + epsilon).",
		"[d...], [d...], [d...], [], [], [], [], [], [], [d...] -> [d...]",
		{ "epsilon is added outside the root; the powers are updated elsewhere", NULL } },
	{ "ApplyCenteredRMSProp",
		"Changes reference variables by one step of RMSProp with the variance ms - mg^2 "
		"in place of ms.",
		"[d...], [d...], [d...], [d...], [], [], [], [], [d...] -> [d...]",
		{ "epsilon is added inside the root", NULL } },
	{ "ApplyGradientDescent",
		"Changes reference variables by one step of gradient descent: var -= alpha * "
		"delta.",
		"[d...], [], [d...] -> [d...]", { NULL, NULL } },
	{ "ApplyMomentum",
		"Changes reference variables by one step with momentum: accum = momentum * "
		"accum + grad, var -= lr * accum (with Nesterov: lr * (grad + momentum * "
		"accum)).",
		"[d...], [d...], [], [d...], [] -> [d...]", { NULL, NULL } },
	{ "ApplyRMSProp",
		"Changes reference variables by one step of RMSProp: ms decays towards grad^2, "
		"mom = momentum * mom + lr * grad / sqrt(ms + epsilon), var -= mom.",
		"[d...], [d...], [d...], [], [], [], [], [d...] -> [d...]",
		{ "epsilon is added inside the root", NULL } },
	{ "ResourceApplyAdaMax",
		"Changes the variables behind the handles by one step of AdaMax: v = max(beta2 "
		"* v, abs(grad)), var -= lr / (1 - beta1_power) * m / (v + epsilon).",
		"handle, handle, handle, [], [], [], [], [], [d...] -> -", { NULL, NULL } },
	{ "ResourceApplyAdadelta",
		"Changes the variables behind the handles by one step of Adadelta: steps scaled "
		"by the root mean square of earlier steps over that of gradients.",
		"handle, handle, handle, [], [], [], [d...] -> -",
		{ "epsilon is added inside both roots", NULL } },
	{ "ResourceApplyAdagrad",
		"Changes the variables behind the handles by one step of Adagrad: accum += "
		"grad^2, var -= lr * grad / sqrt(accum).",
		"handle, handle, [], [d...] -> -",
		{ "no epsilon: an accum of 0 with grad 0 gives NaN", NULL } },
	{ "ResourceApplyAdagradV2",
		"Changes the variables behind the handles by one step of Adagrad: accum += "
		"grad^2, var -= lr * grad / (sqrt(accum) + epsilon).",
		"handle, handle, [], [], [d...] -> -", { NULL, NULL } },
	{ "ResourceApplyAdam",
		"Changes the variables behind the handles by one step of Adam: m and v decay "
		"towards grad and grad^2, var -= lr * sqrt(1 - beta2_power) / (1 - beta1_power) "
		"* m / (sqrt(v) + epsilon).",
		"handle, handle, handle, [], [], [], [], [], [], [d...] -> -",
		{ "epsilon is added outside the root; the powers are updated elsewhere", NULL } },
	{ "ResourceApplyAdamWithAmsgrad",
		"Changes the variables behind the handles by one step of Adam that divides by "
		"the largest v so far.",
		"handle, handle, handle, handle, [], [], [], [], [], [], [d...] -> -", { NULL, NULL } },
	{ "ResourceApplyCenteredRMSProp",
		"Changes the variables behind the handles by one step of RMSProp with the "
		"variance ms - mg^2 in place of ms.",
		"handle, handle, handle, handle, [], [], [], [], [d...] -> -",
		{ "epsilon is added inside the root", NULL } },
	{ "ResourceApplyGradientDescent",
		"Changes the variables behind the handles by one step of gradient descent: var "
		"-= alpha * delta.",
		"handle, [], [d...] -> -", { NULL, NULL } },
	{ "ResourceApplyKerasMomentum",
		"Changes the variables behind the handles by one step with Keras' momentum: "
		"accum = momentum * accum - lr * grad, var += accum.",
		"handle, handle, [], [d...], [] -> -",
		{ "the learning rate is inside accum, unlike in ApplyMomentum", NULL } },
	{ "ResourceApplyMomentum",
		"Changes the variables behind the handles by one step with momentum: accum = "
		"momentum * accum + grad, var -= lr * accum (with Nesterov: lr * (grad + "
		"momentum * accum)).",
		"handle, handle, [], [d...], [] -> -", { NULL, NULL } },
	{ "ResourceApplyRMSProp",
		"Changes the variables behind the handles by one step of RMSProp: ms decays "
		"towards grad^2, mom = momentum * mom + lr * grad / sqrt(ms + epsilon), var -= "
		"mom.",
		"handle, handle, handle, [], [], [], [], [d...] -> -",
		{ "epsilon is added inside the root", NULL } },
	{ "ResourceScatterAdd",
		"Adds the updates to the indexed rows of the variable behind the handle; a "
		"scalar update serves all.",
		"handle, [i...], [u...] -> -",
		{ "rows that come twice are added up; indices out of range fail on CPU", NULL } },
	{ "ResourceScatterDiv",
		"Divides by the updates the indexed rows of the variable behind the handle; a "
		"scalar update serves all.",
		"handle, [i...], [u...] -> -",
		{ "rows that come twice are divided by each; indices out of range fail on CPU", NULL } },
	{ "ResourceScatterMax",
		"Raises to the updates, where they are larger, the indexed rows of the variable "
		"behind the handle; a scalar update serves all.",
		"handle, [i...], [u...] -> -",
		{ "rows that come twice are given the largest; indices out of range fail on CPU", NULL } },
	{ "ResourceScatterMin",
		"Lowers to the updates, where they are smaller, the indexed rows of the "
		"variable behind the handle; a scalar update serves all.",
		"handle, [i...], [u...] -> -",
		{ "rows that come twice are given the smallest; indices out of range fail on CPU", NULL } },
	{ "ResourceScatterMul",
		"Multiplies by the updates the indexed rows of the variable behind the handle; "
		"a scalar update serves all.",
		"handle, [i...], [u...] -> -",
		{ "rows that come twice are multiplied by each; indices out of range fail on CPU", NULL } },
	{ "ResourceScatterNdAdd",
		"Adds the updates to the places of the variable behind the handle that each "
		"last row of indices names.",
		"handle, [i...,k], [i...,u...] -> -",
		{ "places that come twice are added up; indices out of range fail on CPU", NULL } },
	{ "ResourceScatterNdMax",
		"Raises to the updates, where they are larger, the places of the variable "
		"behind the handle that each last row of indices names.",
		"handle, [i...,k], [i...,u...] -> -",
		{ "places that come twice are given the largest; indices out of range fail on CPU", NULL } },
	{ "ResourceScatterNdMin",
		"Lowers to the updates, where they are smaller, the places of the variable "
		"behind the handle that each last row of indices names.",
		"handle, [i...,k], [i...,u...] -> -",
		{ "places that come twice are given the smallest; indices out of range fail on CPU", NULL } },
	{ "ResourceScatterNdSub",
		"Takes the updates from the places of the variable behind the handle that each "
		"last row of indices names.",
		"handle, [i...,k], [i...,u...] -> -",
		{ "places that come twice are all taken away; indices out of range fail on CPU", NULL } },
	{ "ResourceScatterNdUpdate",
		"Writes the updates to the places of the variable behind the handle that each "
		"last row of indices names.",
		"handle, [i...,k], [i...,u...] -> -",
		{ "places that come twice are given one of them, no one says which; indices out "
		"of range fail on CPU", NULL } },
	{ "ResourceScatterSub",
		"Takes the updates from the indexed rows of the variable behind the handle; a "
		"scalar update serves all.",
		"handle, [i...], [u...] -> -",
		{ "rows that come twice are all taken away; indices out of range fail on CPU", NULL } },
	{ "ResourceScatterUpdate",
		"Writes the updates to the indexed rows of the variable behind the handle; a "
		"scalar update serves all.",
		"handle, [i...], [u...] -> -",
		{ "rows that come twice are given one of them, no one says which; indices out of "
		"range fail on CPU", NULL } },
	{ "ResourceSparseApplyAdagrad",
		"Changes only the indexed rows of the variables behind the handles by one step "
		"of Adagrad: accum += grad^2, var -= lr * grad / sqrt(accum).",
		"handle, handle, [], [k,d...], [k] -> -",
		{ "no epsilon: an accum of 0 with grad 0 gives NaN", NULL } },
	{ "ResourceSparseApplyAdagradV2",
		"Changes only the indexed rows of the variables behind the handles by one step "
		"of Adagrad: accum += grad^2, var -= lr * grad / (sqrt(accum) + epsilon).",
		"handle, handle, [], [], [k,d...], [k] -> -",
		{ "rows that come twice are stepped twice, one after the other", NULL } },
	{ "ResourceSparseApplyKerasMomentum",
		"Changes only the indexed rows of the variables behind the handles by one step "
		"with Keras' momentum: accum = momentum * accum - lr * grad, var += accum.",
		"handle, handle, [], [k,d...], [k], [] -> -",
		{ "the learning rate is inside accum, unlike in ApplyMomentum", NULL } },
	{ "ResourceSparseApplyMomentum",
		"Changes only the indexed rows of the variables behind the handles by one step "
		"with momentum: accum = momentum * accum + grad, var -= lr * accum (with "
		"Nesterov: lr * (grad + momentum * accum)).",
		"handle, handle, [], [k,d...], [k], [] -> -",
		{ "rows that come twice are stepped twice, one after the other", NULL } },
	{ "ResourceSparseApplyRMSProp",
		"Changes only the indexed rows of the variables behind the handles by one step "
		"of RMSProp: ms decays towards grad^2, mom = momentum * mom + lr * grad / "
		"sqrt(ms + epsilon), var -= mom.",
		"handle, handle, handle, [], [], [], [], [k,d...], [k] -> -",
		{ "epsilon is added inside the root", NULL } },
	{ "ScatterAdd",
		"Adds the updates to the indexed rows of a reference variable; a scalar update "
		"serves all.",
		"[n,d...], [i...], [u...] -> [n,d...]",
		{ "rows that come twice are added up; indices out of range fail on CPU", NULL } },
	{ "ScatterDiv",
		"Divides by the updates the indexed rows of a reference variable; a scalar "
		"update serves all.",
		"[n,d...], [i...], [u...] -> [n,d...]",
		{ "rows that come twice are divided by each; indices out of range fail on CPU", NULL } },
	{ "ScatterMax",
		"Raises to the updates, where they are larger, the indexed rows of a reference "
		"variable; a scalar update serves all.",
		"[n,d...], [i...], [u...] -> [n,d...]",
		{ "rows that come twice are given the largest; indices out of range fail on CPU", NULL } },
	{ "ScatterMin",
		"Lowers to the updates, where they are smaller, the indexed rows of a reference "
		"variable; a scalar update serves all.",
		"[n,d...], [i...], [u...] -> [n,d...]",
		{ "rows that come twice are given the smallest; indices out of range fail on CPU", NULL } },
	{ "ScatterMul",
		"Multiplies by the updates the indexed rows of a reference variable; a scalar "
		"update serves all.",
		"[n,d...], [i...], [u...] -> [n,d...]",
		{ "rows that come twice are multiplied by each; indices out of range fail on CPU", NULL } },
	{ "ScatterNdAdd",
		"Adds the updates to the places of a reference variable that each last row of "
		"indices names.",
		"[p...], [i...,k], [i...,u...] -> [p...]",
		{ "places that come twice are added up; indices out of range fail on CPU", NULL } },
	{ "ScatterNdMax",
		"Raises to the updates, where they are larger, the places of a reference "
		"variable that each last row of indices names.",
		"[p...], [i...,k], [i...,u...] -> [p...]",
		{ "places that come twice are given the largest; indices out of range fail on CPU", NULL } },
	{ "ScatterNdMin",
		"Lowers to the updates, where they are smaller, the places of a reference "
		"variable that each last row of indices names.",
		"[p...], [i...,k], [i...,u...] -> [p...]",
		{ "places that come twice are given the smallest; indices out of range fail on CPU", NULL } },
	{ "ScatterNdSub",
		"Takes the updates from the places of a reference variable that each last row "
		"of indices names.",
		"[p...], [i...,k], [i...,u...] -> [p...]",
		{ "places that come twice are all taken away; indices out of range fail on CPU", NULL } },
	{ "ScatterNdUpdate",
		"Writes the updates to the places of a reference variable that each last row of "
		"indices names.",
		"[p...], [i...,k], [i...,u...] -> [p...]",
		{ "places that come twice are given one of them, no one says which; indices out "
		"of range fail on CPU", NULL } },
	{ "ScatterSub",
		"Takes the updates from the indexed rows of a reference variable; a scalar "
		"update serves all.",
		"[n,d...], [i...], [u...] -> [n,d...]",
		{ "rows that come twice are all taken away; indices out of range fail on CPU", NULL } },
	{ "ScatterUpdate",
		"Writes the updates to the indexed rows of a reference variable; a scalar "
		"update serves all.",
		"[n,d...], [i...], [u...] -> [n,d...]",
		{ "rows that come twice are given one of them, no one says which; indices out of "
		"range fail on CPU", NULL } },
	{ "SdcaFprint",
		"A 128-bit fingerprint of each string, its lower half first.",
		"[n] -> [n,2]",
		{ "the lower half is never 0 or 1", NULL } },
	{ "SdcaShrinkL1",
		"Moves the weights of variables towards 0 by l1 / l2; what would pass "
		"it becomes 0.",
		"N*[...] -> -",
		{ NULL, NULL } },
	{ "SparseApplyAdagrad",
		"Changes only the indexed rows of reference variables by one step of Adagrad: "
		"accum += grad^2, var -= lr * grad / sqrt(accum).",
		"[n,d...], [n,d...], [], [k,d...], [k] -> [n,d...]",
		{ "no epsilon: an accum of 0 with grad 0 gives NaN", NULL } },
	{ "SparseApplyAdagradV2",
		"Changes only the indexed rows of reference variables by one step of Adagrad: "
		"accum += grad^2, var -= lr * grad / (sqrt(accum) + epsilon).",
		"[n,d...], [n,d...], [], [], [k,d...], [k] -> [n,d...]",
		{ "rows that come twice are stepped twice, one after the other", NULL } },
	{ "SparseApplyMomentum",
		"Changes only the indexed rows of reference variables by one step with "
		"momentum: accum = momentum * accum + grad, var -= lr * accum (with Nesterov: "
		"lr * (grad + momentum * accum)).",
		"[n,d...], [n,d...], [], [k,d...], [k], [] -> [n,d...]",
		{ "rows that come twice are stepped twice, one after the other", NULL } },
	{ "SparseApplyRMSProp",
		"Changes only the indexed rows of reference variables by one step of RMSProp: "
		"ms decays towards grad^2, mom = momentum * mom + lr * grad / sqrt(ms + "
		"epsilon), var -= mom.",
		"[n,d...], [n,d...], [n,d...], [], [], [], [], [k,d...], [k] -> [n,d...]",
		{ "epsilon is added inside the root", NULL } },
};

const struct opdoc_family opdoc_train = { rows, sizeof(rows) / sizeof(*rows) };
