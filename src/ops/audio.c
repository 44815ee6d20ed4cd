/* AudioSpectrogram, Mfcc, DecodeWav, EncodeWav. */
#include "ops/audio.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "ops/fft.h"
#include "ops/kernel.h"

/* ---- AudioSpectrogram ---- */

struct spectrogram {
	int64_t window, stride, samples, channels, frames, bins, points;
	bool squared;
};

static bool spectrum(struct op_ctx *c, const struct spectrogram *s, struct fft *plan, float *y)
{
	const float *x = c->in[0]->data;
	double *hann = op_temp(c, (size_t)s->window * sizeof(*hann)),
	       *work = op_temp(c, (size_t)s->points * 2 * sizeof(*work));

	if (!hann || !work)
		return false;
	for (int64_t i = 0; i < s->window; i++)
		hann[i] = 0.5 - 0.5 * cos(2 * (atan(1) * 4) * (double)i / (double)s->window);
	for (int64_t f = 0; f < s->channels * s->frames; f++) {
		int64_t ch = f / s->frames, from = f % s->frames * s->stride;

		if (f % 64 == 0 && !c->world->go_on(c->world_ctx, c->err))
			return false;
		memset(work, 0, (size_t)s->points * 2 * sizeof(*work));
		for (int64_t i = 0; i < s->window; i++)
			work[2 * i] = x[(from + i) * s->channels + ch] * hann[i];
		fft_run(plan, work, false);
		for (int64_t i = 0; i < s->bins; i++, y++) {
			float v = (float)(work[2 * i] * work[2 * i] + work[2 * i + 1] * work[2 * i + 1]);

			*y = s->squared ? v : sqrtf(v);
		}
	}
	return true;
}

static bool run_spectrogram(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct spectrogram s = { .points = 1 };
	struct tensor *out;
	struct fft *plan;
	bool ok;

	node_attr_int(c->node, "window_size", &s.window);
	node_attr_int(c->node, "stride", &s.stride);
	node_attr_bool(c->node, "magnitude_squared", &s.squared);
	if (x->rank != 2)
		return op_invalid(c, "input must be 2-dimensional%s", op_in_shape(c, 0));
	if (s.window < 2 || s.stride < 1 || s.window > 1 << 30)
		return op_invalid(c, "Spectrogram initialization failed for window size %lld and stride %lld",
				  (long long)s.window, (long long)s.stride);
	s.samples = x->dim[0];
	s.channels = x->dim[1];
	while (s.points < s.window)
		s.points *= 2;
	s.bins = 1 + s.points / 2;
	s.frames = s.samples < s.window ? 0 : 1 + (s.samples - s.window) / s.stride;
	out = op_out(c, 0, DT_FLOAT, 3, (int64_t[]){ s.channels, s.frames, s.bins });
	if (!out || out->n == 0)
		return out != NULL;
	plan = fft_new(s.points, c->err);
	ok = plan && spectrum(c, &s, plan, out->data);
	fft_free(plan);
	return ok;
}

/* ---- Mfcc ---- */

struct mfcc {
	int64_t bins, bands, coefs, start, end;
	double rate, low, high;
	int64_t *band;			/* of each bin: the channel right of whose centre it lies */
	double *weight;			/* how much of it goes there, the rest to the next */
	double *cosine, *sums;
};

static double mel(double hz)
{
	return 1127.0 * log1p(hz / 700.0);
}

static bool filterbank(struct op_ctx *c, struct mfcc *m)
{
	double low = mel(m->low), step = (mel(m->high) - low) / (double)(m->bands + 1);
	double hz = 0.5 * m->rate / (double)(m->bins - 1), *center;
	int64_t ch = 0;

	m->band = op_temp(c, (size_t)m->bins * sizeof(*m->band));
	m->weight = op_temp(c, (size_t)m->bins * sizeof(*m->weight));
	center = op_temp(c, (size_t)(m->bands + 1) * sizeof(*center));
	if (!m->band || !m->weight || !center)
		return false;
	for (int64_t i = 0; i <= m->bands; i++)
		center[i] = low + step * (double)(i + 1);
	m->start = (int64_t)fmin(1.5 + m->low / hz, 1e15);
	m->end = (int64_t)fmin(m->high / hz, 1e15);
	for (int64_t i = 0; i < m->bins; i++) {
		double f = mel((double)i * hz);

		m->band[i] = -2;
		m->weight[i] = 0;
		if (i < m->start || i > m->end)
			continue;
		while (ch < m->bands && center[ch] < f)
			ch++;
		m->band[i] = ch - 1;
		m->weight[i] =
			ch ? (center[ch] - f) / (center[ch] - center[ch - 1]) : (center[0] - f) / (center[0] - low);
	}
	return true;
}

static bool cosines(struct op_ctx *c, struct mfcc *m)
{
	double norm = sqrt(2.0 / (double)m->bands), arg = atan(1) * 4 / (double)m->bands;
	size_t n;

	m->sums = op_temp(c, (size_t)m->bands * sizeof(*m->sums));
	if (!size_mul((size_t)m->coefs, (size_t)m->bands * sizeof(*m->cosine), &n))
		return op_fail(c, ERR_RESOURCE_EXHAUSTED, "Mfcc: too many coefficients");
	m->cosine = op_temp(c, n);
	if (!m->sums || !m->cosine)
		return false;
	for (int64_t i = 0; i < m->coefs; i++)
		for (int64_t j = 0; j < m->bands; j++)
			m->cosine[i * m->bands + j] = norm * cos((double)i * arg * ((double)j + 0.5));
	return true;
}

static void one_frame(const struct mfcc *m, const float *x, float *y)
{
	memset(m->sums, 0, (size_t)m->bands * sizeof(*m->sums));
	for (int64_t i = m->start; i <= m->end && m->end < m->bins; i++) {
		double v = sqrt((double)x[i]), part = v * m->weight[i];
		int64_t ch = m->band[i];

		if (ch >= 0)
			m->sums[ch] += part;
		if (ch + 1 < m->bands)
			m->sums[ch + 1] += v - part;
	}
	for (int64_t i = 0; i < m->bands; i++)
		m->sums[i] = log(m->sums[i] < 1e-12 ? 1e-12 : m->sums[i]);
	for (int64_t i = 0; i < m->coefs; i++) {
		double sum = 0;

		for (int64_t j = 0; j < m->bands; j++)
			sum += m->cosine[i * m->bands + j] * m->sums[j];
		y[i] = (float)sum;
	}
}

static bool mfcc_attrs(struct op_ctx *c, struct mfcc *m)
{
	float low = 20, high = 4000;
	int64_t bands = 40, coefs = 13;

	node_attr_float(c->node, "lower_frequency_limit", &low);
	node_attr_float(c->node, "upper_frequency_limit", &high);
	node_attr_int(c->node, "filterbank_channel_count", &bands);
	node_attr_int(c->node, "dct_coefficient_count", &coefs);
	m->low = low;
	m->high = high;
	m->bands = bands;
	m->coefs = coefs;
	return true;
}

static bool run_mfcc(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct mfcc m = { 0 };
	struct tensor *out;

	mfcc_attrs(c, &m);
	if (x->rank != 3)
		return op_invalid(c, "spectrogram must be 3-dimensional%s", op_in_shape(c, 0));
	if (c->in[1]->rank != 0)
		return op_invalid(c, "Input sample_rate should be a scalar tensor, got %s instead.", op_in_shape(c, 1));
	m.bins = x->dim[2];
	m.rate = (double)tensor_get_i64(c->in[1], 0);
	if (m.bins < 2 || m.rate <= 0 || m.bands < 1 || m.coefs < 1 || m.coefs > m.bands || m.bands > 1 << 20 ||
	    !(m.low >= 0) || !(m.high > m.low))
		return op_invalid(
			c,
			"Mfcc initialization failed for channel count %lld, sample rate %.*g and filterbank_channel_count %lld",
			(long long)m.bins, 6, m.rate, (long long)m.bands);
	out = op_out(c, 0, DT_FLOAT, 3, (int64_t[]){ x->dim[0], x->dim[1], m.coefs });
	if (!out || !filterbank(c, &m) || !cosines(c, &m))
		return false;
	for (int64_t i = 0; i < x->dim[0] * x->dim[1]; i++) {
		if (i % 256 == 0 && !c->world->go_on(c->world_ctx, c->err))
			return false;
		one_frame(&m, (const float *)x->data + i * m.bins, (float *)out->data + i * m.coefs);
	}
	return true;
}

/* ---- WAV ----
 *
 *   "RIFF" size:4 "WAVE" "fmt " 16|18:4 format:2 channels:2 rate:4 bytes/s:4 bytes/sample:2 bits:2 [2]
 *   { id:4 size:4 byte[size] }*, one of them "data"
 */

struct wav {
	struct sv in;
	size_t at;
	uint32_t rate, bytes_per_sample, channels;
	size_t data, samples;
	bool found;
};

static bool take(struct op_ctx *c, struct wav *w, int bytes, uint32_t *v)
{
	*v = 0;
	if (w->in.n - w->at < (size_t)bytes)
		return op_invalid(c, "Data too short when trying to read string");
	for (int i = 0; i < bytes; i++)
		*v |= (uint32_t)(uint8_t)w->in.p[w->at + (size_t)i] << 8 * i;
	w->at += (size_t)bytes;
	return true;
}

static bool expect(struct op_ctx *c, struct wav *w, const char *text)
{
	struct sv found;

	if (w->in.n - w->at < 4)
		return op_invalid(c, "Data too short when trying to read string");
	found = sv_sub(w->in, w->at, w->at + 4);
	w->at += 4;
	if (!sv_is(found, text))
		return op_invalid(c, "Header mismatch: Expected %s but found %.*s", text, SV_ARG(found));
	return true;
}

static bool wav_format(struct op_ctx *c, struct wav *w)
{
	uint32_t size, format, per_second, bits, want;

	if (!expect(c, w, "RIFF") || !take(c, w, 4, &size) || !expect(c, w, "WAVE") || !expect(c, w, "fmt ") ||
	    !take(c, w, 4, &size))
		return false;
	if (size != 16 && size != 18)
		return op_invalid(c, "Bad format chunk size for WAV: Expected 16 or 18, but got%u", size);
	if (!take(c, w, 2, &format))
		return false;
	if (format != 1)
		return op_invalid(c, "Bad audio format for WAV: Expected 1 (PCM), but got%u", format);
	if (!take(c, w, 2, &w->channels))
		return false;
	if (w->channels < 1)
		return op_invalid(c, "Bad number of channels for WAV: Expected at least 1, but got %u", w->channels);
	if (!take(c, w, 4, &w->rate) || !take(c, w, 4, &per_second) || !take(c, w, 2, &w->bytes_per_sample) ||
	    !take(c, w, 2, &bits))
		return false;
	if (bits != 16)
		return op_invalid(c, "Can only read 16-bit WAV files, but received %u", bits);
	want = (bits * w->channels + 7) / 8;
	if (w->bytes_per_sample != want)
		return op_invalid(c, "Bad bytes per sample in WAV header: Expected %u but got %u", want,
				  w->bytes_per_sample);
	if (per_second != w->bytes_per_sample * w->rate)
		return op_invalid(
			c,
			"Bad bytes per second in WAV header: Expected %u but got %u (sample_rate=%u, bytes_per_sample=%u)",
			w->bytes_per_sample * w->rate, per_second, w->rate, w->bytes_per_sample);
	w->at += size == 18 ? 2 : 0;
	return true;
}

static bool wav_chunks(struct op_ctx *c, struct wav *w)
{
	while (w->at < w->in.n) {
		struct sv id;
		uint32_t size;

		if (w->in.n - w->at < 4)
			return op_invalid(c, "Data too short when trying to read string");
		id = sv_sub(w->in, w->at, w->at + 4);
		w->at += 4;
		if (!take(c, w, 4, &size))
			return false;
		if (size > INT32_MAX)
			return op_invalid(c, "WAV data chunk '%.*s' is too large: %u bytes, but the limit is %d",
					  SV_ARG(id), size, INT32_MAX);
		if (!sv_is(id, "data")) {
			w->at += size;
			continue;
		}
		if (w->found)
			return op_invalid(c, "More than one data chunk found in WAV");
		w->found = true;
		w->samples = size / w->bytes_per_sample;
		w->data = w->at;
		if (w->in.n - w->at < w->samples * w->bytes_per_sample)
			return op_invalid(c, "Data too short when trying to read string");
		w->at += w->samples * w->bytes_per_sample;
	}
	return w->found || op_invalid(c, "No data chunk found in WAV");
}

static float wav_sample(const struct wav *w, size_t i, size_t channel)
{
	const uint8_t *p = (const uint8_t *)w->in.p + w->data + 2 * (i * w->channels + channel);

	return (float)(int16_t)(p[0] | p[1] << 8) * (1.0f / 32768);
}

static bool run_decode_wav(struct op_ctx *c)
{
	int64_t samples = -1, channels = -1;
	struct wav w = { 0 };
	struct tensor *out, *rate;

	node_attr_int(c->node, "desired_channels", &channels);
	node_attr_int(c->node, "desired_samples", &samples);
	if (c->in[0]->rank != 0)
		return op_invalid(c, "contents must be scalar, got shape %s", op_in_shape(c, 0));
	w.in = tensor_str(c->in[0], 0);
	if (!wav_format(c, &w) || !wav_chunks(c, &w))
		return false;
	samples = samples == -1 ? (int64_t)w.samples : samples;
	channels = channels == -1 ? w.channels : channels;
	if (samples < 0 || channels < 0)
		return op_invalid(c, "DecodeWav: %lld samples of %lld channels", (long long)samples,
				  (long long)channels);
	out = op_out(c, 0, DT_FLOAT, 2, (int64_t[]){ samples, channels });
	rate = out ? op_out(c, 1, DT_INT32, 0, NULL) : NULL;
	if (!rate)
		return false;
	*(int32_t *)rate->data = (int32_t)w.rate;
	for (int64_t i = 0; i < out->n; i++) {
		size_t s = (size_t)(i / channels), ch = (size_t)(i % channels);

		/* a channel that the file lacks is its last one */
		((float *)out->data)[i] = s < w.samples ? wav_sample(&w, s, ch < w.channels ? ch : w.channels - 1) : 0;
	}
	return true;
}

static void le(struct str *s, uint32_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		str_addc(s, (char)(v >> 8 * i));
}

bool wav_encode(struct op_ctx *c, const float *x, int64_t frames, int64_t channels, int64_t rate, struct str *to)
{
	int64_t n;

	if (__builtin_mul_overflow(frames, channels, &n) || n > INT32_MAX / 2 - 64)
		return op_invalid(c, "Cannot encode audio with >= max int32 elements");
	if (rate < 1 || rate > UINT32_MAX)
		return op_invalid(c, "sample_rate must be in (0, 2^32), got: %lld", (long long)rate);
	if (channels < 1 || channels > UINT16_MAX)
		return op_invalid(c, "num_channels must be in (0, 2^16), got: %lld", (long long)channels);
	str_addz(to, "RIFF");
	le(to, (uint32_t)(36 + 2 * n), 4);
	str_addz(to, "WAVEfmt ");
	le(to, 16, 4);
	le(to, 1, 2);
	le(to, (uint32_t)channels, 2);
	le(to, (uint32_t)rate, 4);
	le(to, (uint32_t)rate * (uint32_t)channels * 2, 4);
	le(to, (uint32_t)channels * 2, 2);
	le(to, 16, 2);
	str_addz(to, "data");
	le(to, (uint32_t)(2 * n), 4);
	for (int64_t i = 0; i < n; i++) {
		float v = roundf(x[i] * 32768.0f);

		le(to, (uint16_t)(int16_t)(v > -32768 ? v < 32767 ? v : 32767 : -32768), 2);
	}
	return true;
}

static bool run_encode_wav(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct str s = STR_INIT;
	struct tensor *out;
	bool ok;

	if (x->rank != 2)
		return op_invalid(c, "audio must be 2-dimensional%s", op_in_shape(c, 0));
	if (c->in[1]->rank != 0)
		return op_invalid(c, "Input sample_rate should be a scalar tensor, got %s instead.", op_in_shape(c, 1));
	ok = wav_encode(c, x->data, x->dim[0], x->dim[1], (uint32_t)tensor_get_i64(c->in[1], 0), &s);
	out = ok ? op_out(c, 0, DT_STRING, 0, NULL) : NULL;
	ok = out && tensor_str_set(out, 0, str_sv(&s), c->err);
	str_free(&s);
	return ok;
}

static const struct op_row rows[] = {
	{ .name = "AudioSpectrogram", .n_in = 1, .n_out = 1, .run = run_spectrogram },
	{ .name = "DecodeWav", .n_in = 1, .n_out = 2, .run = run_decode_wav },
	{ .name = "EncodeWav", .n_in = 2, .n_out = 1, .run = run_encode_wav },
	{ .name = "Mfcc", .n_in = 2, .n_out = 1, .run = run_mfcc },
};

OP_FAMILY(family_audio, rows);
