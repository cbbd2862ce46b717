/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogSourceChange:
 *
 * What a passage of the source said, and what it says in the new edition: side by side where there
 * is room, else one above the other. Words that only one of them has stand on a tint, and are
 * struck through or underlined; a screen reader is told them.
 */
#define COG_TYPE_SOURCE_CHANGE (cog_source_change_get_type ())
G_DECLARE_FINAL_TYPE (CogSourceChange, cog_source_change, COG, SOURCE_CHANGE, GtkWidget)

GtkWidget *cog_source_change_new (void);
/* before, after: inline XHTML, as a unit has it. language: BCP 47 (nullable). */
void cog_source_change_set (CogSourceChange *self,
                            const char *before,
                            const char *after,
                            const char *language);

G_END_DECLS
