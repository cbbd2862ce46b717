/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-memory-entry.h"
#include "cog-text.h"

G_BEGIN_DECLS

/* A segment without the space around it; that within codes stays. (transfer full) */
CogText *cog_segment_trim (const CogText *text);

/* Whether there is anything to translate: a letter or a digit. */
gboolean cog_segment_has_words (const CogText *text);

/* Sets the texts of an entry, plain and as XHTML. */
void
cog_memory_entry_set_texts (CogMemoryEntry *self, const CogText *source, const CogText *target);

G_END_DECLS
