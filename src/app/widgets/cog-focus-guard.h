/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where what has the keyboard is taken out of a window (a row whose list is made anew), GTK gives
 * the keyboard to something else only after the next frame is drawn; a key pressed until then goes
 * to what is not there any more, and is lost, shortcuts among them. Of a guarded window it goes to
 * the window itself. So it is of what is no more to be seen when a window comes to the front again:
 * GTK leaves the keyboard in the closed page of a submenu. Every window of this program is guarded,
 * from the moment it comes. Once, at the start. */
void cog_focus_guard_start (void);

G_END_DECLS
