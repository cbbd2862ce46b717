/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stream of a compound file ([MS-CFB]), in which Office keeps the objects of other programs:
 * "Equation Native". The first of that name, wherever in the file it stands. NULL: it is no such
 * file, is damaged, or has no such stream. (transfer full) (nullable) */
GBytes *cog_compound_read (GBytes *file, const char *name);

G_END_DECLS
