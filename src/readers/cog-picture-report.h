/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-report.h"

G_BEGIN_DECLS

/* Of a book as it was read, how many pictures have no alternative text, and how many the source
 * calls decorative (alt=""): the first wait for one, the second have none on purpose, which is
 * wrong often enough to be told. Pictures of formulas count as well. Each as one finding, at the
 * first such picture. */
void cog_picture_report (const CogBook *book, CogReport *report);

G_END_DECLS
