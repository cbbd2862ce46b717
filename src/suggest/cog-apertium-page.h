/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-engine.h"

G_BEGIN_DECLS

/* Sentences on their way through Apertium, the program or a server: as one page, a paragraph each,
 * so that no sentence is read on into the next. */

/* (transfer full) */
char *cog_apertium_page_join (GPtrArray *html);
/* The sentences of the translated page, as many as html has, NULL for one that is not there; what
 * was unknown is counted with the engine. (transfer full) (element-type utf8) */
GPtrArray *cog_apertium_page_cut (CogEngine *engine, GPtrArray *html, const char *page);

/* Apertium puts "*" before a word that it does not know, and leaves it as it is. Takes those marks
 * away that are not the source's, and counts them. (transfer full) */
char *cog_apertium_dup_unmarked (const char *html, const char *source, guint *n_unknown);

G_END_DECLS
