/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-markdown.h"

G_BEGIN_DECLS

/* What whole lines say: attributes of headings, definition lists, boxes, lists of tasks, captions
 * of tables, orders to a typesetter. (transfer full) */
char *cog_markdown_expand_blocks (const char *text, const char *file, CogReport *report);

/* A picture with its caption; alt, id: (nullable). */
void cog_markdown_append_figure (
    GString *out, const char *file, const char *caption, const char *alt, const char *id);

/* "{#id .class key=value}" of words. */
void cog_markdown_append_span (GString *out, const char *words, const char *attributes);
/* "id" of "{#id …}". (transfer full) (nullable) */
char *cog_markdown_dup_id (const char *attributes);

/* The box that a word names: "note", "callout-tip", "warning": the class of an aside; NULL: none.
 * (transfer none) */
const char *cog_markdown_find_box (const char *word);

G_END_DECLS
