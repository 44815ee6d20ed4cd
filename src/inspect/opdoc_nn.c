/* Convolutions, pooling, normalisation, losses, cells, audio. A row an op, sorted (opdoc.h). */
#include "inspect/opdoc.h"

static const struct opdoc rows[] = {
	{ "AudioSpectrogram",
		"Magnitudes (or their squares) of windowed Fourier transforms along samples, "
		"for each channel.",
		"[samples,ch] -> [ch,frames,bins]; bins is half the next power of two of "
		"window_size, plus 1", { NULL, NULL } },
	{ "AvgPool",
		"Mean of each window; padded places do not count.",
		"[n,h,w,c] -> [n,h',w',c]; h' = ceil(h/stride) (SAME), ceil((h-kh+1)/stride) "
		"(VALID)", { NULL, NULL } },
	{ "AvgPool3D",
		"Mean of each window of a volume; padded places do not count.",
		"[n,d,h,w,c] -> [n,d',h',w',c]; d' = ceil(d/stride) (SAME), "
		"ceil((d-kd+1)/stride) (VALID)", { NULL, NULL } },
	{ "BlockLSTM",
		"A whole LSTM over seq_len_max steps; gates in the order i, c, f, o.",
		"[], [t,b,i], [b,u], [b,u], [i+u,4*u], [u], [u], [u], [4*u] -> [t,b,u], "
		"[t,b,u], [t,b,u], [t,b,u], [t,b,u], [t,b,u], [t,b,u]",
		{ "forget_bias is added to the forget gate here",
		"Keras orders gates i, f, c, o" } },
	{ "BlockLSTMV2",
		"A whole LSTM over seq_len_max steps; gates in the order i, f, c, o.",
		"[], [t,b,i], [b,u], [b,u], [i+u,4*u], [u], [u], [u], [4*u] -> [t,b,u], "
		"[t,b,u], [t,b,u], [t,b,u], [t,b,u], [t,b,u], [t,b,u]",
		{ "steps beyond seq_len_max are 0", NULL } },
	{ "CTCBeamSearchDecoder",
		"The top_paths likeliest label sequences of each batch item, by beam search "
		"over time steps.",
		"[t,b,c], [b] -> N*[k,2], N*[k], N*[2], [b,top_paths]",
		{ "class c-1 is the blank",
		"merge_repeated=true also merges labels that a blank parted" } },
	{ "CTCGreedyDecoder",
		"The best class of each step, blanks taken out, as a sparse tensor; and the "
		"negated sum of the best scores.",
		"[t,b,c], [b] -> [k,2], [k], [2], [b,1]",
		{ "class c-1 is the blank unless blank_index says otherwise", NULL } },
	{ "CTCLoss",
		"Negative log likelihood of the label sequences under all alignments, and the "
		"gradient.",
		"[t,b,c], [k,2], [k], [b] -> [b], [t,b,c]",
		{ "class c-1 is the blank",
		"fails when a label sequence is longer than its input allows" } },
	{ "Conv2D",
		"Slides filters over images and sums products (no flipping); fewer filter "
		"channels mean groups.",
		"[n,h,w,c], [kh,kw,c/g,o] -> [n,h',w',o]; h' = ceil(h/stride) (SAME), "
		"ceil((h-(kh-1)*dilation)/stride) (VALID)",
		{ "SAME pads more at the bottom and right when the padding is odd, unlike PyTorch", NULL } },
	{ "Conv2DBackpropFilter",
		"Gradient of Conv2D for its filter.",
		"[n,h,w,c], [4], [n,h',w',o] -> [<filter_sizes>]", { NULL, NULL } },
	{ "Conv2DBackpropInput",
		"Gradient of Conv2D for its images: the transposed convolution that upsamples.",
		"[k], [kh,kw,c,o], [n,h',w',o] -> [<input_sizes>]; [n,h,w,c]",
		{ "a size that the stride does not lead back to fails", NULL } },
	{ "Conv3D",
		"Slides filters over volumes and sums products.",
		"[n,d,h,w,c], [kd,kh,kw,c,o] -> [n,d',h',w',o]; d' = ceil(d/stride) (SAME), "
		"ceil((d-(kd-1)*dilation)/stride) (VALID)", { NULL, NULL } },
	{ "Conv3DBackpropInputV2",
		"Gradient of Conv3D for its volumes: the transposed convolution.",
		"[5], [kd,kh,kw,c,o], [n,d',h',w',o] -> [<input_sizes>]; [n,d,h,w,c]", { NULL, NULL } },
	{ "DepthwiseConv2dNative",
		"Each channel with filters of its own; output channel c*m + j is filter j of "
		"channel c.",
		"[n,h,w,c], [kh,kw,c,m] -> [n,h',w',c*m]; h' = ceil(h/stride) (SAME), "
		"ceil((h-(kh-1)*dilation)/stride) (VALID)",
		{ "strides must be equal in height and width", NULL } },
	{ "DepthwiseConv2dNativeBackpropInput",
		"Gradient of DepthwiseConv2dNative for its images.",
		"[4], [kh,kw,c,m], [n,h',w',o] -> [<input_sizes>]; [n,h,w,c]", { NULL, NULL } },
	{ "Dilation2D",
		"Greyscale dilation: the largest of pixel plus filter in each window.",
		"[n,h,w,c], [kh,kw,c] -> [n,h',w',c]; h' = ceil(h/stride) (SAME)",
		{ "padding counts as the lowest number", NULL } },
	{ "FusedBatchNorm",
		"(x - mean) * scale / sqrt(variance + epsilon) + offset for each channel; also "
		"hands on the statistics used.",
		"[n,h,w,c], [c], [c], [m], [m] -> [n,h,w,c], [c], [c], [c], [c]",
		{ "is_training=true uses batch statistics, not the stored ones",
		"epsilon is added inside the root" } },
	{ "FusedBatchNormV2",
		"Batch normalisation in float32 statistics, whatever the type of x: (x - mean) "
		"* scale / sqrt(variance + epsilon) + offset.",
		"[n,h,w,c], [c], [c], [m], [m] -> [n,h,w,c], [c], [c], [c], [c]",
		{ "is_training=true uses batch statistics, not the stored ones",
		"epsilon is added inside the root" } },
	{ "FusedBatchNormV3",
		"Batch normalisation for each channel, (x - mean) * scale / sqrt(variance + "
		"epsilon) + offset; the last output is only for gradients.",
		"[n,s...,c], [c], [c], [m], [m] -> [n,s...,c], [c], [c], [c], [c], [...]",
		{ "is_training=true uses batch statistics, not the stored ones",
		"epsilon is added inside the root" } },
	{ "GRUBlockCell",
		"One step of a GRU: r and u from sigmoids, the candidate from tanh of x and r * "
		"h, h' = u * h + (1 - u) * c.",
		"[b,i], [b,u], [i+u,2*u], [i+u,u], [2*u], [u] -> [b,u], [b,u], [b,u], [b,u]",
		{ "the reset gate comes before the product, Keras' default puts it after", NULL } },
	{ "LRN",
		"Divides by (bias + alpha * sum of squares over channels c - depth_radius .. c "
		"+ depth_radius)^beta.",
		"[n,h,w,c] -> [n,h,w,c]",
		{ "alpha is not divided by the window's size, unlike in other frameworks", NULL } },
	{ "LSTMBlockCell",
		"One step of an LSTM; gates in the order i, c, f, o.",
		"[b,i], [b,u], [b,u], [i+u,4*u], [u], [u], [u], [4*u] -> [b,u], [b,u], [b,u], "
		"[b,u], [b,u], [b,u], [b,u]",
		{ "forget_bias is added to the forget gate", NULL } },
	{ "LogSoftmax",
		"x minus the logarithm of the sum of exp(x) along the last dim.",
		"[d...,c] -> [d...,c]",
		{ "NaN in any element of the row makes the whole row NaN", NULL } },
	{ "MaxPool",
		"Largest element of each window; padding never wins.",
		"[n,h,w,c] -> [n,h',w',c']; c' = c (c/kc where channels are pooled), h' = "
		"ceil(h/stride) (SAME), ceil((h-kh+1)/stride) (VALID)",
		{ "NaN does not win", NULL } },
	{ "MaxPool3D",
		"Largest element of each window of a volume.",
		"[n,d,h,w,c] -> [n,d',h',w',c]; d' = ceil(d/stride) (SAME), "
		"ceil((d-kd+1)/stride) (VALID)", { NULL, NULL } },
	{ "MaxPoolV2",
		"Largest element of each window, whose size and strides are inputs.",
		"[n,h,w,c], [4], [4] -> [n,h',w',c']; c' = c (c/kc where channels are pooled), "
		"h' = ceil(h/stride) (SAME), ceil((h-kh+1)/stride) (VALID)",
		{ "NaN does not win", NULL } },
	{ "MaxPoolWithArgmax",
		"Largest element of each window and its flat index ((y * w) + x) * c + channel.",
		"[n,h,w,c] -> [n,h',w',c], [n,h',w',c]",
		{ "the index counts the batch too only with include_batch_in_index", NULL } },
	{ "Mfcc",
		"Mel-frequency cepstral coefficients of spectrogram frames.",
		"[ch,frames,bins], [] -> [ch,frames,coefficients]",
		{ "expects squared magnitudes: it takes the root itself", NULL } },
	{ "Softmax",
		"exp(x) divided by the sum of exp(x) along the last dim, with the largest taken "
		"off first.",
		"[d...,c] -> [d...,c]",
		{ "NaN in any element of the row makes the whole row NaN",
		"a row of only -infinity is NaN" } },
	{ "SoftmaxCrossEntropyWithLogits",
		"Loss -sum(labels * log softmax(features)) of each row, and its gradient "
		"softmax - labels.",
		"[a...], [b...] -> [n], [n,c]",
		{ "takes logits: a softmax before it is a common mistake", NULL } },
	{ "SparseSoftmaxCrossEntropyWithLogits",
		"Loss -log softmax(features)[label] of each row, and its gradient.",
		"[n,c], [n] -> [n], [n,c]",
		{ "labels out of range fail on CPU, give NaN on GPU", NULL } },
};

const struct opdoc_family opdoc_nn = { rows, sizeof(rows) / sizeof(*rows) };
