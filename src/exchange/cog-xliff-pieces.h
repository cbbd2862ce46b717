/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogXliffPieces:
 *
 * An XLIFF file cut into its units, one after another, however damaged it is: what is sound is read
 * though what stands beside it is not. A document type is passed over, and no parser sees it.
 */
typedef struct
{
  const char *text;
  const char *end;
  const char *at;
  const char *counted; /* lines up to here are in line */
  guint line;
  gboolean is_closed;                                                /* </xliff> was met */
  gboolean has_no_comment_end, has_no_cdata_end, has_no_doctype_end; /* from here on */
} CogXliffPieces;

typedef enum
{
  COG_XLIFF_END,
  COG_XLIFF_TRUNCATED, /* the text ends before </xliff> */
  COG_XLIFF_ROOT,      /* the start tag */
  COG_XLIFF_FILE,      /* the start tag; what follows is in that file */
  COG_XLIFF_UNIT,      /* <unit> or <trans-unit>, whole */
  COG_XLIFF_DAMAGED,   /* a unit that does not end before the next, or is too large */
} CogXliffPieceKind;

typedef struct
{
  CogXliffPieceKind kind;
  const char *text; /* in the file */
  gsize n_bytes;
  guint line; /* where it begins */
} CogXliffPiece;

#define COG_XLIFF_UNIT_MAX (1024 * 1024) /* bytes */

void cog_xliff_pieces_init (CogXliffPieces *self, const char *text, gsize n_bytes);
CogXliffPiece cog_xliff_pieces_next (CogXliffPieces *self);

/* The value of an attribute of a start tag, without the prefix of its name. (transfer full)
 * (nullable) */
char *cog_xliff_tag_dup_attribute (const CogXliffPiece *tag, const char *name);
/* "xliff:file" of its start tag. (transfer full) */
char *cog_xliff_tag_dup_name (const CogXliffPiece *tag);

G_END_DECLS
