/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* A book whose source says no language gets the one that its words, or at least its script, tell
 * (reported); one that is known stays. After the sections have their content. */
void cog_language_of_text_settle (CogBook *book, CogReport *report);

G_END_DECLS
