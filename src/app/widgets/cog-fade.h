/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Holds one child, and lets what it showed fade into what it shows now; at once where the desktop
 * has no animations. Its height follows its width. Property "child". */
#define COG_TYPE_FADE (cog_fade_get_type ())
G_DECLARE_FINAL_TYPE (CogFade, cog_fade, COG, FADE, GtkWidget)

/* Call before the child changes. */
void cog_fade_begin (CogFade *self);

G_END_DECLS
