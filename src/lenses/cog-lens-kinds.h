/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person calls what a lens found: "Unit of speed"; the lens's own name where the kind has
 * none. Translated. (transfer none) */
const char *cog_lens_get_kind_name (const char *lens, const char *kind);

G_END_DECLS
