/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project-update.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Fills a list with what an update of a source would do, a row each: in words, with what becomes of
 * the person's work. What it would not do is not said. */
void cog_update_preview_fill (GtkListBox *list, const CogSourceUpdate *update);
/* Whether it would change anything that a person sees. */
gboolean cog_update_preview_is_empty (const CogSourceUpdate *update);

G_END_DECLS
