/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* Makes the adaptation of a project bilingual: after each unit that says something else than its
 * source stands what the source says, of class "original", with its own lang and dir. Units that
 * were kept, added or are not translated yet stand once. The book stays in normal form;
 * cog_book_identify() is to be run after it. FALSE where the project cannot be read. */
gboolean cog_bilingual_add_originals (CogBook *book, CogProject *project, GError **error);

G_END_DECLS
