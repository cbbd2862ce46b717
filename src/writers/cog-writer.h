/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-progress.h"

G_BEGIN_DECLS

typedef enum
{
  COG_PAPER_A4,
  COG_PAPER_A5,
  COG_PAPER_LETTER,
  COG_PAPER_B5, /* ISO 216: 176 × 250 mm */
} CogPaper;

typedef enum
{
  COG_PURPOSE_SCREEN,     /* and for single sheets: all pages alike */
  COG_PURPOSE_PRINT,      /* bound: room for the binding, parts and chapters open on the right */
  COG_PURPOSE_PRINT_SHOP, /* the same on larger paper, with bleed and crop marks */
  COG_PURPOSE_BOOKLET,    /* two pages of half the paper's size beside each other, to be folded */
} CogPurpose;

/* How an edition in two languages (CogBook.second_language) shows each unit and its original. */
typedef enum
{
  COG_SIDES_COLUMNS, /* beside each other, line by line */
  COG_SIDES_PAGES,   /* on two pages that face each other */
  COG_SIDES_BELOW,   /* one below the other, as the other formats have it */
} CogSides;

/**
 * CogWriterOptions:
 *
 * What a PDF is like; the other formats have no choices. All zero: A4 for the screen.
 */
typedef struct
{
  CogPaper paper; /* what is in the printer: a booklet's pages are half of it */
  CogPurpose purpose;
  gboolean is_grey;    /* DeviceGray and no other colours */
  gboolean is_archive; /* PDF/A-2u (ISO 19005-2) */
  CogSides sides;
  gboolean is_large;       /* large print, of a PDF, EPUB, web page or site: cog-large-print.h */
  gboolean no_index;       /* of the terms that the book defines */
  gboolean answers_at_end; /* of exercises, in a chapter of their own */
} CogWriterOptions;

/**
 * CogWriter:
 *
 * One format. Takes a book that is complete: copyright page, credits list and credit lines under
 * the figures are in it already, as sections and text in normal form (the edition job put them
 * there); the writer adds the metadata for machines. Deterministic: the same book gives the same
 * bytes; times come from book->modified.
 */
typedef struct
{
  const char *id;        /* "epub", "html", "site", "pdf" */
  const char *name;      /* N_("EPUB book") */
  const char *extension; /* "epub"; NULL: a folder */
  const char *media_type;
  /* Writes to path, which is new (a file, or an empty folder when is_folder): the caller puts it in
   * place. */
  gboolean (*write) (const CogBook *book,
                     const CogWriterOptions *options,
                     const char *path,
                     CogReport *report,
                     const CogProgress *progress,
                     GCancellable *cancellable,
                     GError **error);
  gboolean is_folder;
} CogWriter;

const CogWriter *const *cog_writer_table_get (void); /* NULL-terminated */
/* By the target's name: .epub, .pdf, .html one file; .zip, or a folder / name without extension or
 * ending in "/": a site. Error: COG_ERROR_UNSUPPORTED. */
const CogWriter *cog_writer_find (const char *target, GError **error);

/* Writes beside the target and renames: what stood there stays on any fault. */
gboolean cog_writer_write (const CogWriter *writer,
                           const CogBook *book,
                           const CogWriterOptions *options,
                           const char *target,
                           CogReport *report,
                           const CogProgress *progress,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
