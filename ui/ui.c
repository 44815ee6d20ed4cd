#include "ui/ui.h"
static bool no(void){return false;}
static int run(struct app*a,bool d,struct err*e){(void)a;(void)d;(void)e;return 0;}
const struct cmd_screen ui_screen={.run=run,.usable=no};
void ui_keys_print(struct sink*o){(void)o;}
