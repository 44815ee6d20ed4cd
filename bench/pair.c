/*
 * Times two commands as whole processes, in interleaved pairs on the same machine, and prints medians,
 * spread, peak memory and the ratio. Output of the commands goes to /dev/null.
 *
 * usage: pair N COMMAND-A [ARGS] -- COMMAND-B [ARGS]
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_RUNS = 1000 };

struct side {
	char **argv;
	double ms[MAX_RUNS];
	long peak_kb;
	int failures;
};

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void run_once(struct side *s, int i)
{
	double t0 = now_ms();
	struct rusage ru;
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		int fd = open("/dev/null", O_WRONLY);

		dup2(fd, 1);
		dup2(fd, 2);
		execvp(s->argv[0], s->argv);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &ru) < 0) {
		perror("pair");
		exit(1);
	}
	s->ms[i] = now_ms() - t0;
	if (ru.ru_maxrss > s->peak_kb)
		s->peak_kb = ru.ru_maxrss;
	s->failures += status != 0;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(struct side *s, int n, const char *name)
{
	double m;

	qsort(s->ms, (size_t)n, sizeof(s->ms[0]), by_value);
	m = n % 2 ? s->ms[n / 2] : (s->ms[n / 2 - 1] + s->ms[n / 2]) / 2;
	printf("%s  median %9.2f ms   min %9.2f   max %9.2f   peak %8.1f MB   %s\n", name, m, s->ms[0],
	       s->ms[n - 1], (double)s->peak_kb / 1024, s->argv[0]);
	if (s->failures)
		printf("%s  FAILED in %d of %d runs\n", name, s->failures, n);
	return m;
}

int main(int argc, char **argv)
{
	static struct side a, b;
	int n = argc > 1 ? atoi(argv[1]) : 0, split = 2;
	double ma, mb;

	while (split < argc && strcmp(argv[split], "--"))
		split++;
	if (n < 1 || n > MAX_RUNS || split >= argc - 1 || split == 2) {
		fprintf(stderr, "usage: pair N COMMAND-A [ARGS] -- COMMAND-B [ARGS]\n");
		return 2;
	}
	argv[split] = NULL;
	a.argv = argv + 2;
	b.argv = argv + split + 1;
	for (int i = 0; i < n; i++) {
		run_once(i % 2 ? &b : &a, i);
		run_once(i % 2 ? &a : &b, i);
	}
	ma = median(&a, n, "A");
	mb = median(&b, n, "B");
	printf("B takes %.1f times A's time and %.1f times A's memory (%d pairs)\n", mb / ma,
	       (double)b.peak_kb / (double)a.peak_kb, n);
	return a.failures || b.failures;
}
