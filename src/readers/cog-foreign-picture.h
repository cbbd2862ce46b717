/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/**
 * cog_foreign_picture_draw:
 * @origin: the file's name
 * @drawn: (out) (transfer full) (nullable): the picture as a book can hold it; NULL where it is no
 *   foreign one, and stays as it is
 *
 * Pictures of Windows programs (EMF, WMF) become drawings. FALSE where that cannot be done, which
 * is reported with what to do.
 */
gboolean
cog_foreign_picture_draw (GBytes *bytes, const char *origin, CogReport *report, GBytes **drawn);

G_END_DECLS
