/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogEquation:
 *
 * A formula on a line of its own, in the middle, as mathematics; made smaller where the line is too
 * short. Its widget direction is that of the text around. A screen reader meets a label with the
 * formula's signs in one line.
 */
#define COG_TYPE_EQUATION (cog_equation_get_type ())
G_DECLARE_FINAL_TYPE (CogEquation, cog_equation, COG, EQUATION, GtkWidget)

GtkWidget *cog_equation_new (void);
void cog_equation_set_mathml (CogEquation *self, const char *mathml);

G_END_DECLS
