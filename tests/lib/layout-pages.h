/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout-document.h"

/* Pages of 400 × 500 points on which a test puts words itself: letters are half as wide as the type
 * is large, and so are spaces. Font 0 is upright, 1 bold. */
typedef struct
{
  CogPdfFile *file;
  GPtrArray *pages; /* (element-type CogPdfPage) */
} LayoutPages;

/* For g_test_add(). */
void layout_pages_set_up (LayoutPages *self, gconstpointer data);
void layout_pages_tear_down (LayoutPages *self, gconstpointer data);

CogPdfPage *layout_pages_add_page (LayoutPages *self);
/* A line of text on its baseline; returns where it ends. */
double layout_pages_add_line (
    CogPdfPage *page, double x, double baseline, double size, guint font, const char *text);
/* Lines of 10 points, 12 points apart. */
void layout_pages_add_lines (
    CogPdfPage *page, double x, double baseline, const char *const *lines, guint n);
void layout_pages_add_rule (CogPdfPage *page, double x, double y, double width, double height);

/* (transfer full) */
char *layout_pages_dup_text (const CogLayoutDocument *document, guint i);
void layout_pages_assert_block (const CogLayoutDocument *document,
                                guint i,
                                CogLayoutKind kind,
                                const char *text);
/* The text of a cell, its lines joined. (transfer full) */
char *layout_pages_dup_cell (const CogLayoutBlock *table, guint row, guint column);
