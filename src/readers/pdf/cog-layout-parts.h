/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout.h"

G_BEGIN_DECLS

/* What is taken out of a page before its lines are read: its words are marked as taken, and a block
 * is added for it. blocks: (element-type CogLayoutBlock) */

/* cog-layout-ruled.c: tables in a grid of rules, with cells over several rows and columns. */
void cog_layout_take_ruled_tables (const CogPdfFile *file,
                                   const CogPdfPage *page,
                                   gboolean is_rtl,
                                   GPtrArray *blocks);

/* cog-layout-open-table.c: tables that have rules above and below only. */
void cog_layout_take_open_tables (const CogPdfFile *file,
                                  const CogPdfPage *page,
                                  const CogLayoutBody *body,
                                  GPtrArray *blocks);

/* cog-layout-figure.c: pictures and drawings, with the words in them. */
void cog_layout_take_figures (const CogPdfPage *page, GPtrArray *blocks);
/* cog-layout-caption.c */
/* Puts the captions among blocks into the figures and tables that they stand at. */
void cog_layout_take_captions (GPtrArray *blocks, const CogLayoutBody *body);
/* cog-layout-figure.c */
/* Small drawings before lines are bullets. lines: of the page. */
void cog_layout_find_drawn_bullets (const CogPdfPage *page, GPtrArray *lines);

/* cog-layout-note.c: small text at the foot of a page that begins with the number of a raised one
 * above, or that the link of a number leads to. pages: (element-type CogPdfPage) (nullable
 * elements). references: gets the words that call a note, and its id (see CogPdfXhtml). */
void cog_layout_find_notes (GPtrArray *pages,
                            GPtrArray *blocks,
                            const CogLayoutBody *body,
                            GHashTable *references);

G_END_DECLS
