/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-container.h"

G_BEGIN_DECLS

/* A Markdown file as HTML, with what it says of itself taken into the book. */

/* CommonMark with tables, notes, strike-through and links, and what else the field writes: front
 * matter, fenced divs, attributes of pictures, "Insert 18333fig0101.png", the African Storybook's
 * pages. title: (out) (nullable). (transfer full) */
char *cog_markdown_to_html (const char *text,
                            const char *file,
                            CogContainer *container,
                            CogBook *book,
                            CogReport *report,
                            char **title);

/* The block of "key: value" lines at the start; returns what follows it. */
const char *
cog_front_matter_read (const char *text, const char *file, CogBook *book, CogReport *report);

/* Whether lines of "##" alone part the text: a story of the African Storybook. */
gboolean cog_storybook_is_story (const char *text);
/* Its pages as HTML; the closing list goes to the book's record. (transfer full) */
char *cog_storybook_to_html (
    const char *text, const char *file, CogBook *book, CogReport *report, char **title);

G_END_DECLS
