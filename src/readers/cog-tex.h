/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A formula in TeX, as schools write it (amsmath without macros of one's own), as a MathML element
 * with the TeX as its alttext. NULL where a command is not known: half a formula would be a wrong
 * one. (transfer full) (nullable) */
char *cog_tex_to_mathml (const char *tex, gboolean is_block);

G_END_DECLS
