/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much larger than usual the person has all text, 1 to 3: so much wider must a window be for
 * the same to stand side by side. Main thread. */
double cog_text_scale_get (void);

G_END_DECLS
