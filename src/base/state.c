/* Remembered things; see state.h. */
#include "base/state.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/str.h"

char *state_path(const char *name)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

	if (state && *state == '/')
		return xasprintf("%s/smtui/%s", state, name);
	if (home && *home)
		return xasprintf("%s/.local/state/smtui/%s", home, name);
	return NULL;
}

void folders_above(char *path, unsigned mode)
{
	for (char *p = path + 1; *p; p++)
		if (*p == '/') {
			*p = '\0';
			mkdir(path, mode);
			*p = '/';
		}
}
