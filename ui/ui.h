/* The curses screen's door: cli hands ui_screen to cmd as a function table. */
#ifndef UI_UI_H
#define UI_UI_H
int ui_unused_(void);
#endif
