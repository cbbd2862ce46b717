/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* The words of a caption for whoever looks for a credit in it: as many bytes as its text nodes have
 * together, so that a place in one is a place in the other. The end of a line within a paragraph is
 * a blank, between paragraphs it ends what was said. (transfer full) */
char *cog_caption_dup_text (const xmlNode *caption);

/**
 * cog_caption_take_links:
 * @caption: before the credit is cut out of it
 * @text: from cog_caption_dup_text()
 * @start: of the credit line in @text; where it is not before @end, all of the caption counts
 * @end: the byte after the credit line
 * @credits: (element-type CogCredit): what was read in it
 *
 * What the words link to, as "“Title” by Author, CC BY" does three times: the licence with its
 * version, its author's page, and where the work is.
 */
void cog_caption_take_links (
    const xmlNode *caption, const char *text, gsize start, gsize end, GPtrArray *credits);

/**
 * cog_caption_find_picture:
 * @paragraph: any element
 *
 * Whether it is a caption without the name: a paragraph that says nothing but whose the picture
 * before it is, as pages and e-books without figures have it.
 *
 * Returns: (transfer none) (nullable): the figure or picture that it is about; NULL: it is none
 */
xmlNode *cog_caption_find_picture (const xmlNode *paragraph);

/* The first picture or drawing in an element; one far behind other things is not looked for.
 * (transfer none) (nullable) */
xmlNode *cog_caption_get_picture (const xmlNode *top);

/* Whether a node stands in such a paragraph: what it says is about a picture, and not about the
 * book. */
gboolean cog_caption_is_in_credit (const xmlNode *node);

G_END_DECLS
