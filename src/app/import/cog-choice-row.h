/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogChoiceRow:
 *
 * A row that opens a long list to pick one language or place from, found by typing its name in its
 * own or the interface's language, or its tag. Properties of AdwActionRow; "searches": what its
 * search entry is called. Signal: "chosen", when another one was picked by the person.
 */
#define COG_TYPE_CHOICE_ROW (cog_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (CogChoiceRow, cog_choice_row, COG, CHOICE_ROW, AdwActionRow)

/* Takes choices (element-type CogLanguageChoice). none: what the choice with the empty tag is
 * called (nullable). What was chosen stays, if it is among them. */
void cog_choice_row_set_choices (CogChoiceRow *self, GPtrArray *choices, const char *none);
/* Any well-formed language tag that is typed is a choice too. */
void cog_choice_row_set_takes_tags (CogChoiceRow *self, gboolean takes_tags);
/* FALSE: there is no such choice. */
gboolean cog_choice_row_choose (CogChoiceRow *self, const char *tag);
const char *cog_choice_row_get_tag (CogChoiceRow *self); /* "" where nothing is chosen */

G_END_DECLS
