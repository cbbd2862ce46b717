/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A chapter that may go out or stay behind. Property: "chosen" (boolean). */
#define COG_TYPE_CHAPTER_CHOICE (cog_chapter_choice_get_type ())
G_DECLARE_FINAL_TYPE (CogChapterChoice, cog_chapter_choice, COG, CHAPTER_CHOICE, GObject)

const char *cog_chapter_choice_get_title (CogChapterChoice *self);
guint cog_chapter_choice_get_depth (CogChapterChoice *self);

/* The chapters of a project that are in its edition. (transfer full) (element-type
 * CogChapterChoice) */
GListModel *cog_chapter_choice_list (CogProject *project);
/* With all that is below it, and what is above it as far as that is whole. */
void cog_chapter_choice_set_with_parts (GListModel *all, guint position, gboolean chosen);
/* For the edition job: ids of chosen chapters, without those that come with one above them. NULL
 * where all are chosen. (transfer full) */
char **cog_chapter_choice_dup_ids (GListModel *all);
guint cog_chapter_choice_count (GListModel *all);

G_END_DECLS
