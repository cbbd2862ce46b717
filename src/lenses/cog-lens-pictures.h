/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-finding.h"

G_BEGIN_DECLS

/* That text recognition saw words in a picture of pixels: no scan finds it, since that takes
 * seconds. unit: that describes the picture: it is about all of it, no characters. sample: some of
 * the words. height: of their letters, as a share of the picture's. (transfer full) */
CogLensFinding *
cog_lens_pictures_new_bitmap (const char *unit, const char *sample, guint n_words, double height);

G_END_DECLS
