/* Steps of the rarer optimisers. A row an op, sorted (opdoc.h). */
#include "inspect/opdoc.h"

static const struct opdoc rows[] = {
	{ "ApplyAdagradDA",
		"Changes reference variables by one step of Adagrad by dual averaging: var "
		"from the sums of all gradients and of their squares.",
		"[d...], [d...], [d...], [d...], [], [], [], [] -> [d...]",
		{ NULL, NULL } },
	{ "ApplyAddSign",
		"Changes reference variables by one step of AddSign: steps that are larger "
		"where grad and its average m agree in sign.",
		"[d...], [d...], [], [], [], [], [d...] -> [d...]",
		{ NULL, NULL } },
	{ "ApplyFtrl",
		"Changes reference variables by one step of FTRL: var from sums of gradients, "
		"0 where l1 is larger than these.",
		"[d...], [d...], [d...], [d...], [], [], [], [] -> [d...]",
		{ NULL, NULL } },
	{ "ApplyFtrlV2",
		"Changes reference variables by one step of FTRL with l2_shrinkage, which "
		"adds to the gradient: 0 where l1 is larger than the sums.",
		"[d...], [d...], [d...], [d...], [], [], [], [], [] -> [d...]",
		{ NULL, NULL } },
	{ "ApplyPowerSign",
		"Changes reference variables by one step of PowerSign: steps scaled by e to a "
		"power where grad and its average m agree in sign.",
		"[d...], [d...], [], [], [], [], [d...] -> [d...]",
		{ NULL, NULL } },
	{ "ApplyProximalAdagrad",
		"Changes reference variables by one step of Adagrad, then the nearest point "
		"that l1 and l2 like better.",
		"[d...], [d...], [], [], [], [d...] -> [d...]",
		{ NULL, NULL } },
	{ "ApplyProximalGradientDescent",
		"Changes reference variables by one step of gradient descent, then the "
		"nearest point that l1 and l2 like better.",
		"[d...], [], [], [], [d...] -> [d...]",
		{ NULL, NULL } },
	{ "ResourceApplyAdagradDA",
		"Changes the variables behind the handles by one step of Adagrad by dual "
		"averaging: var from the sums of all gradients and of their squares.",
		"handle, handle, handle, [d...], [], [], [], [] -> -",
		{ NULL, NULL } },
	{ "ResourceApplyAddSign",
		"Changes the variables behind the handles by one step of AddSign: steps that "
		"are larger where grad and its average m agree in sign.",
		"handle, handle, [], [], [], [], [d...] -> -",
		{ NULL, NULL } },
	{ "ResourceApplyFtrl",
		"Changes the variables behind the handles by one step of FTRL: var from sums "
		"of gradients, 0 where l1 is larger than these.",
		"handle, handle, handle, [d...], [], [], [], [] -> -",
		{ NULL, NULL } },
	{ "ResourceApplyFtrlV2",
		"Changes the variables behind the handles by one step of FTRL with "
		"l2_shrinkage, which adds to the gradient: 0 where l1 is larger than the "
		"sums.",
		"handle, handle, handle, [d...], [], [], [], [], [] -> -",
		{ NULL, NULL } },
	{ "ResourceApplyPowerSign",
		"Changes the variables behind the handles by one step of PowerSign: steps "
		"scaled by e to a power where grad and its average m agree in sign.",
		"handle, handle, [], [], [], [], [d...] -> -",
		{ NULL, NULL } },
	{ "ResourceApplyProximalAdagrad",
		"Changes the variables behind the handles by one step of Adagrad, then the "
		"nearest point that l1 and l2 like better.",
		"handle, handle, [], [], [], [d...] -> -",
		{ NULL, NULL } },
	{ "ResourceApplyProximalGradientDescent",
		"Changes the variables behind the handles by one step of gradient descent, "
		"then the nearest point that l1 and l2 like better.",
		"handle, [], [], [], [d...] -> -",
		{ NULL, NULL } },
	{ "ResourceSparseApplyAdadelta",
		"Changes rows of the variables behind the handles, those that indices name, "
		"by one step of Adadelta: steps scaled by the root mean square of earlier "
		"steps over that of gradients.",
		"handle, handle, handle, [], [], [], [n,d...], [n] -> -",
		{ NULL, NULL } },
	{ "ResourceSparseApplyAdagradDA",
		"Changes rows of the variables behind the handles, those that indices name, "
		"by one step of Adagrad by dual averaging: var from the sums of all gradients "
		"and of their squares.",
		"handle, handle, handle, [n,d...], [n], [], [], [], [] -> -",
		{ NULL, NULL } },
	{ "ResourceSparseApplyAddSign",
		"Changes rows of the variables behind the handles, those that indices name, "
		"by one step of AddSign: steps that are larger where grad and its average m "
		"agree in sign.",
		"handle, handle, [], [], [], [], [n,d...], [n] -> -",
		{ NULL, NULL } },
	{ "ResourceSparseApplyCenteredRMSProp",
		"Changes rows of the variables behind the handles, those that indices name, "
		"by one step of RMSProp with the variance ms - mg^2 in place of ms.",
		"handle, handle, handle, handle, [], [], [], [], [n,d...], [n] -> -",
		{ NULL, NULL } },
	{ "ResourceSparseApplyFtrl",
		"Changes rows of the variables behind the handles, those that indices name, "
		"by one step of FTRL: var from sums of gradients, 0 where l1 is larger than "
		"these.",
		"handle, handle, handle, [n,d...], [n], [], [], [], [] -> -",
		{ NULL, NULL } },
	{ "ResourceSparseApplyFtrlV2",
		"Changes rows of the variables behind the handles, those that indices name, "
		"by one step of FTRL with l2_shrinkage, which adds to the gradient: 0 where "
		"l1 is larger than the sums.",
		"handle, handle, handle, [n,d...], [n], [], [], [], [], [] -> -",
		{ NULL, NULL } },
	{ "ResourceSparseApplyPowerSign",
		"Changes rows of the variables behind the handles, those that indices name, "
		"by one step of PowerSign: steps scaled by e to a power where grad and its "
		"average m agree in sign.",
		"handle, handle, [], [], [], [], [n,d...], [n] -> -",
		{ NULL, NULL } },
	{ "ResourceSparseApplyProximalAdagrad",
		"Changes rows of the variables behind the handles, those that indices name, "
		"by one step of Adagrad, then the nearest point that l1 and l2 like better.",
		"handle, handle, [], [], [], [n,d...], [n] -> -",
		{ NULL, NULL } },
	{ "ResourceSparseApplyProximalGradientDescent",
		"Changes rows of the variables behind the handles, those that indices name, "
		"by one step of gradient descent, then the nearest point that l1 and l2 like "
		"better.",
		"handle, [], [], [], [n,d...], [n] -> -",
		{ NULL, NULL } },
	{ "SparseApplyAdadelta",
		"Changes rows of reference variables, those that indices name, by one step of "
		"Adadelta: steps scaled by the root mean square of earlier steps over that of "
		"gradients.",
		"[r,d...], [r,d...], [r,d...], [], [], [], [n,d...], [n] -> [r,d...]",
		{ NULL, NULL } },
	{ "SparseApplyAdagradDA",
		"Changes rows of reference variables, those that indices name, by one step of "
		"Adagrad by dual averaging: var from the sums of all gradients and of their "
		"squares.",
		"[r,d...], [r,d...], [r,d...], [n,d...], [n], [], [], [], [] -> [r,d...]",
		{ NULL, NULL } },
	{ "SparseApplyAddSign",
		"Changes rows of reference variables, those that indices name, by one step of "
		"AddSign: steps that are larger where grad and its average m agree in sign.",
		"[r,d...], [r,d...], [], [], [], [], [n,d...], [n] -> [r,d...]",
		{ NULL, NULL } },
	{ "SparseApplyCenteredRMSProp",
		"Changes rows of reference variables, those that indices name, by one step of "
		"RMSProp with the variance ms - mg^2 in place of ms.",
		"[r,d...], [r,d...], [r,d...], [r,d...], [], [], [], [], [n,d...], [n] -> [r,d...]",
		{ NULL, NULL } },
	{ "SparseApplyFtrl",
		"Changes rows of reference variables, those that indices name, by one step of "
		"FTRL: var from sums of gradients, 0 where l1 is larger than these.",
		"[r,d...], [r,d...], [r,d...], [n,d...], [n], [], [], [], [] -> [r,d...]",
		{ NULL, NULL } },
	{ "SparseApplyFtrlV2",
		"Changes rows of reference variables, those that indices name, by one step of "
		"FTRL with l2_shrinkage, which adds to the gradient: 0 where l1 is larger "
		"than the sums.",
		"[r,d...], [r,d...], [r,d...], [n,d...], [n], [], [], [], [], [] -> [r,d...]",
		{ NULL, NULL } },
	{ "SparseApplyPowerSign",
		"Changes rows of reference variables, those that indices name, by one step of "
		"PowerSign: steps scaled by e to a power where grad and its average m agree "
		"in sign.",
		"[r,d...], [r,d...], [], [], [], [], [n,d...], [n] -> [r,d...]",
		{ NULL, NULL } },
	{ "SparseApplyProximalAdagrad",
		"Changes rows of reference variables, those that indices name, by one step of "
		"Adagrad, then the nearest point that l1 and l2 like better.",
		"[r,d...], [r,d...], [], [], [], [n,d...], [n] -> [r,d...]",
		{ NULL, NULL } },
	{ "SparseApplyProximalGradientDescent",
		"Changes rows of reference variables, those that indices name, by one step of "
		"gradient descent, then the nearest point that l1 and l2 like better.",
		"[r,d...], [], [], [], [n,d...], [n] -> [r,d...]",
		{ NULL, NULL } },
};

const struct opdoc_family opdoc_online = { rows, sizeof(rows) / sizeof(*rows) };
