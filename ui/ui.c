/* Nothing yet but the build. */
#include "ui/ui.h"

int ui_unused_(void)
{
	return 0;
}
