/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"
#include "cog-xml.h"

G_BEGIN_DECLS

/* A page that the reader of a course puts together from its parts, as XHTML for the normalizer; its
 * elements are added by cog-made-page.h. */

/* (transfer full): body gets its body element */
xmlDoc *cog_course_page_new (xmlNode **body);

void cog_course_page_add_link (xmlNode *parent, const char *url, const char *words);

/* Plain text as HTML: a blank line ends a paragraph. text is nullable. (transfer full) */
char *cog_course_page_escape (const char *text);
/* Whether HTML holds neither a word nor anything to look at; NULL does not. */
gboolean cog_course_page_is_blank (const char *html);
/* Headings in an element begin at that level, and keep their distances. */
void cog_course_page_shift_headings (xmlNode *parent, guint level);
/* Whether the content begins with that heading already, or has a heading of the first level. */
gboolean cog_course_page_has_title (xmlNode *content, const char *title);
/* A heading of the first level before all else, unless there is one (above). */
void cog_course_page_give_title (xmlNode *content, const char *title);
/* Letters and digits in the text of an element, scripts and styles not counted. */
guint cog_course_page_count_letters (const xmlNode *node);

G_END_DECLS
