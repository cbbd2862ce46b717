/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file may say that it has any number of pages. */
#define COG_SHEETS_MAX 50000
/* Pixels of a side that a picture of a page may have: memory grows with its square. */
#define COG_SHEET_MAX_SIDE 6000

/* A page of a PDF. */
typedef struct
{
  double width, height; /* points; 0: it cannot be shown */
  char *label;          /* the number that is printed on it; never NULL */
} CogSheet;

/* A line of its outline. */
typedef struct
{
  char *title;
  guint page; /* from 0 */
} CogSheetMark;

/* What is known of a document before any of its pages is drawn. */
typedef struct
{
  GPtrArray *sheets; /* (element-type CogSheet) */
  GPtrArray *marks;  /* (element-type CogSheetMark) */
} CogSheetList;

CogSheetList *cog_sheet_list_new (void);
void cog_sheet_list_free (CogSheetList *list);
void cog_sheet_list_add (CogSheetList *list, double width, double height, const char *label);
void cog_sheet_list_add_mark (CogSheetList *list, const char *title, guint page);

/* What a page looks like, and what it says. */
typedef struct
{
  guint width, height, stride; /* pixels; bytes a line */
  GBytes *pixels;              /* CAIRO_FORMAT_ARGB32 on white paper */
  char *text;                  /* never NULL */
} CogSheetPicture;

void cog_sheet_picture_clear (CogSheetPicture *picture);

/**
 * CogSheets:
 *
 * A PDF, opened with poppler in this process: for the helper that draws (cog-drawer.h), and where
 * none can be started. Belongs to one thread at a time.
 */
typedef struct _CogSheets CogSheets;

/* Errors: the library's, of no use to a person. */
CogSheets *cog_sheets_new (GBytes *bytes, GError **error);
void cog_sheets_free (CogSheets *self);
/* (transfer full) */
CogSheetList *cog_sheets_list (CogSheets *self);
/* page: from 0; scale: pixels a point. FALSE: there is no such page. */
gboolean cog_sheets_draw (CogSheets *self, guint page, double scale, CogSheetPicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogSheetList, cog_sheet_list_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogSheetPicture, cog_sheet_picture_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogSheets, cog_sheets_free)

G_END_DECLS
