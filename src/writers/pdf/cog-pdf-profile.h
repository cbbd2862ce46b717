/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the numbers of a picture's colours mean: sRGB (IEC 61966-2-1), as a colour profile (ICC.1
 * version 4.2). Always the same bytes. (transfer full) */
GBytes *cog_pdf_profile_new_srgb (void);

G_END_DECLS
