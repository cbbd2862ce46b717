/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which chapters go out: folded it says how many, unfolded it is a list of them. */
#define COG_TYPE_CHAPTER_ROW (cog_chapter_row_get_type ())
G_DECLARE_FINAL_TYPE (CogChapterRow, cog_chapter_row, COG, CHAPTER_ROW, AdwExpanderRow)

void cog_chapter_row_set_project (CogChapterRow *self, CogProject *project);
/* NULL: all of them. (transfer full) */
char **cog_chapter_row_dup_sections (CogChapterRow *self);
/* Whether any is chosen. */
gboolean cog_chapter_row_is_any (CogChapterRow *self);

G_END_DECLS
