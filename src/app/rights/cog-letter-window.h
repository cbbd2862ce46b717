/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-rights-part.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The draft of a letter that asks the owner of a piece, to be read, filled in, copied and kept. It
 * stands in no project: whoever closes the window has it on paper or in a file, or not at all. */
#define COG_TYPE_LETTER_WINDOW (cog_letter_window_get_type ())
G_DECLARE_FINAL_TYPE (CogLetterWindow, cog_letter_window, COG, LETTER_WINDOW, AdwWindow)

/* part: has a credit. credit: as the person has it now (nullable): as it is stored. */
void cog_letter_window_present (GtkWindow *parent,
                                CogProject *project,
                                CogRightsPart *part,
                                const CogCredit *credit);

G_END_DECLS
