/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A span of a text is a tag in the buffer, which has the look of the span's element and the code to
 * read it back by; other tags (a finding, a misspelt word) have no code, and are never read. A
 * piece is an anchor that has its code. */

GtkTextTag *cog_rich_tag_new (const CogCode *code, const GdkRGBA *link);
/* NULL: it is none of the text. (transfer none) (nullable) */
const CogCode *cog_rich_tag_get_code (GtkTextTag *tag);
GtkTextChildAnchor *cog_rich_anchor_new (const CogCode *code);
const CogCode *cog_rich_anchor_get_code (GtkTextChildAnchor *anchor);

/* What a person calls one thing: b and strong are "strong", i and em are "em"; the element's own
 * name otherwise. */
const char *cog_rich_tag_get_style (const char *element);
/* Whether what is typed behind a span belongs to it. */
gboolean cog_rich_tag_is_continued (const char *element);

G_END_DECLS
