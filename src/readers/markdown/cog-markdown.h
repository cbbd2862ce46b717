/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-container.h"

G_BEGIN_DECLS

/* Whether a file is Markdown, by its name. */
gboolean cog_markdown_has_name (const char *name);

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

/* The block of "key: value" lines at the start goes to the book's record; returns what follows it.
 * title: (inout): the page's own, where it is NULL before. */
const char *cog_front_matter_read (
    const char *text, const char *file, CogBook *book, CogReport *report, char **title);
/* The lines alone, as a file of settings (_quarto.yml, _config.yml) has them. */
void cog_front_matter_read_block (
    const char *block, const char *file, CogBook *book, CogReport *report, char **title);

/* Markdown that cmark does not know, written so that it does: attributes of headings, links and
 * pictures, definition lists, boxes, raised and lowered text. A formula becomes a mark, so that
 * nothing in it is read as Markdown; formulas (element-type utf8) gets it as HTML. (transfer full)
 */
char *
cog_markdown_expand (const char *text, const char *file, CogReport *report, GPtrArray *formulas);
/* Puts the formulas into the HTML that came of it. (transfer full) */
char *cog_markdown_put_formulas (const char *html, GPtrArray *formulas);

/* A site's or book's own list of its files (SUMMARY.md, _quarto.yml, mkdocs.yml, _bookdown.yml,
 * _toc.yml, myst.yml): puts files into its order and takes out those that it does not name. Its
 * title, people and licence go to the book. files: (element-type utf8): names in container. */
void
cog_markdown_order (CogContainer *container, GPtrArray *files, CogBook *book, CogReport *report);

/* Whether lines of "##" alone part the text: a story of the African Storybook. */
gboolean cog_storybook_is_story (const char *text);
/* Its pages as HTML; the closing list goes to the book's record. (transfer full) */
char *cog_storybook_to_html (
    const char *text, const char *file, CogBook *book, CogReport *report, char **title);

G_END_DECLS
