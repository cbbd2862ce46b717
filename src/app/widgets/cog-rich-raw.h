/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

G_BEGIN_DECLS

/* A text as a GtkTextBuffer counts it, in which whatever is not a letter takes a place of its own.
 * A CogText differs in one thing only: a span that covers nothing (a place that links lead to) has
 * no character there. In a *raw* text it has a U+FFFC too, its start and end both before it, so
 * that it cannot fall out of the buffer. */

/* (transfer full) */
CogText *cog_rich_raw_new (const CogText *text);
CogText *cog_rich_raw_to_text (const CogText *raw);
/* The characters start..end, with the codes cut to them; same numbers. (transfer full) */
CogText *cog_rich_raw_slice (const CogText *raw, guint start, guint end);
/* The code that stands for the U+FFFC at this place (nullable) (transfer none) */
const CogCode *cog_rich_raw_get_object (const CogText *raw, guint at);
/* Without what is unique in a book, for a second one of the same. (transfer full) */
char *cog_rich_raw_dup_markup_without_id (const char *markup);
/* The id that the start tag says. (transfer full) (nullable) */
char *cog_rich_raw_dup_id (const char *markup);
gboolean cog_rich_raw_has_id (const char *markup);

G_END_DECLS
