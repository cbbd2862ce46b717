/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is said of a picture to those who cannot see it (WCAG 2.2, 1.1.1). Programs put the name of
 * the file there, or a number, when nobody wrote one (WCAG's failure F30): that is no description.
 *
 * text: plain (nullable: nothing is said, which is none either). An empty one says on purpose that
 * the picture is an ornament, and is asked elsewhere. */
gboolean cog_description_is_filler (const char *text);

G_END_DECLS
