/* The curses screen; to come. */
#include "ui/ui.h"
