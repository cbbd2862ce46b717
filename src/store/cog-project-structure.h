/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"
#include "cog-project.h"

G_BEGIN_DECLS

/**
 * What an adapter does to the structure of the adaptation. Each function is one durable step of the
 * history, to be undone and redone; the sources are never changed by any of them. What would not be
 * normal form, or is not sensible, is refused with a sentence that says why (COG_ERROR_REFUSED),
 * and all is as it was. Each emits "changed" with NULL. An id that does not exist is
 * COG_ERROR_NOT_FOUND. Ids of units stay what they are, wherever a unit goes.
 */

/* ── Which piece ─────────────────────────────────────────────────────────────────────────────── */

/* A piece is named by an id that stands in it (of a unit, as "p7" or "img3@alt", or of an element,
 * as a figure's), and by how far it reaches. */
typedef enum
{
  COG_BLOCK_NEAREST,  /* what a person means by the row: the paragraph, the item, the heading; of a
                         caption or an alternative text the figure or table; of a cell the table */
  COG_BLOCK_LIST,     /* ul, ol, dl around it */
  COG_BLOCK_TABLE,    /* the table around it */
  COG_BLOCK_ROW,      /* of the table: the cells that begin in the row of the cell */
  COG_BLOCK_COLUMN,   /* … in its column */
  COG_BLOCK_FIGURE,   /* the figure, or the picture that stands alone */
  COG_BLOCK_ASIDE,    /* the note, box or aside */
  COG_BLOCK_QUOTE,    /* the long quotation */
  COG_BLOCK_EXERCISE, /* the exercise with its solutions; else the part with a heading */
} CogBlockKind;
const char *cog_block_kind_to_nick (CogBlockKind kind); /* "nearest", "list", … */
gboolean cog_block_kind_from_nick (const char *nick, CogBlockKind *kind);

typedef struct
{
  CogBlockKind kind;
  char *element; /* "figure" */
  guint n_units; /* in it */
  guint n_omitted;
  gboolean is_own; /* all in it was added: it can be removed */
} CogBlockInfo;
void cog_block_info_free (CogBlockInfo *info);
/* The pieces that an id stands in, from the innermost, NEAREST first: what a menu can offer.
 * (transfer full) (element-type CogBlockInfo) */
GPtrArray *cog_project_list_blocks (CogProject *self, const char *id, GError **error);

typedef enum
{
  COG_PLACE_BEFORE,
  COG_PLACE_AFTER,
  COG_PLACE_FIRST, /* in a section: at its beginning, after its heading */
  COG_PLACE_LAST,  /* in a section: at its end */
} CogPlacing;

typedef enum
{
  COG_SHIFT_UP,
  COG_SHIFT_DOWN,
  COG_SHIFT_IN,  /* sections only: below the section before it */
  COG_SHIFT_OUT, /* sections only: beside the section that it stands in, after it */
} CogShift;

/* ── Splitting and merging ───────────────────────────────────────────────────────────────────── */

#define COG_SPLIT_WHOLE (-1) /* the source stays whole beside the first half */
#define COG_SPLIT_GUESS                                                                            \
  (-2) /* at the sentence that answers; WHOLE where the counts do not agree                        \
        */

/**
 * cog_project_split_unit:
 * @at: where, in characters (CogText) of the target; of the source where there is no target
 * @source_at: where the source is divided, in characters of it, or COG_SPLIT_WHOLE or
 *   COG_SPLIT_GUESS. Not used where there is no target.
 *
 * Makes two of a paragraph, an item of a list or a heading. What is bold on both sides of the cut
 * is bold in both halves; white space at the cut goes. The second half has a new id, and knows its
 * origin (CogUnit.origins, CogUnit.works). Where the source stays whole, the second half's source
 * is "" and it continues the first (cog_unit_continues()).
 *
 * Returns: the second half's id. (transfer full)
 */
char *cog_project_split_unit (
    CogProject *self, const char *unit, guint at, int source_at, GError **error);

/* Joins a unit with the one that stands next to it in the same list or container; it keeps the
 * first one's id, and knows the origins of both. Where one of them is not translated, its source's
 * words stand in the target, and the state is initial. The inverse of splitting. */
gboolean cog_project_merge_unit (CogProject *self, const char *unit, GError **error);
/* The unit that merging would take in; NULL: none can be. (transfer full) (nullable) */
char *cog_project_dup_mergeable (CogProject *self, const char *unit);

/* ── Moving ──────────────────────────────────────────────────────────────────────────────────── */

/* Puts a piece beside another, wherever in the book that is: anchor is a unit or element (the
 * nearest piece around it that the moved one can stand beside is meant), or with FIRST and LAST a
 * section. Notes that follow the piece and belong to it go along, and so does the credit. */
gboolean cog_project_move_block (CogProject *self,
                                 const char *id,
                                 CogBlockKind kind,
                                 const char *anchor,
                                 CogPlacing where,
                                 GError **error);
/* By one place, UP or DOWN; out of a box or quotation at its edge. */
gboolean cog_project_shift_block (
    CogProject *self, const char *id, CogBlockKind kind, CogShift shift, GError **error);

/* Sections, with all below them. anchor: a section; FIRST and LAST are below it. */
gboolean cog_project_move_section (
    CogProject *self, const char *section, const char *anchor, CogPlacing where, GError **error);
gboolean
cog_project_shift_section (CogProject *self, const char *section, CogShift shift, GError **error);

/* ── Leaving out ─────────────────────────────────────────────────────────────────────────────── */

/* All units of a piece, or takes them back in with the decision that each had before. Of a table,
 * a row or column of which everything is left out is not in the edition. */
gboolean cog_project_omit_block (CogProject *self,
                                 const char *id,
                                 CogBlockKind kind,
                                 gboolean omit,
                                 const char *reason,
                                 GError **error);

/* ── The adapter's own ───────────────────────────────────────────────────────────────────────── */

/* All return the id of the first unit of what was made, where the person goes on writing.
 * (transfer full). after: a unit or element, the new piece stands after the block that it is in;
 * NULL: at the beginning of the section, after its heading. Texts are inline XHTML. */

/* A heading of the level that fits there. target nullable. */
char *cog_project_add_heading (
    CogProject *self, const char *section, const char *after, const char *target, GError **error);
/* items: its texts; NULL or empty: one empty item. */
char *cog_project_add_list (CogProject *self,
                            const char *section,
                            const char *after,
                            gboolean is_ordered,
                            const char *const *items,
                            GError **error);

typedef struct
{
  guint n_rows;    /* without the header row; 1 … 200 */
  guint n_columns; /* 1 … 50 */
  gboolean has_header;
  const char *caption; /* nullable: none; "": an empty one, to be written */
} CogTableSpec;
char *cog_project_add_table (CogProject *self,
                             const char *section,
                             const char *after,
                             const CogTableSpec *spec,
                             GError **error);

/* asset: as for cog_project_replace_picture(). credit NULL: nothing is known, and publishing will
 * ask. */
typedef struct
{
  const CogAsset *asset;
  const CogCredit *credit; /* (nullable) */
  const char *alt;         /* plain text; NULL: to be written */
  const char *caption;     /* inline XHTML; NULL: none; "": an empty one, to be written */
  gboolean is_decorative;  /* it says nothing: no alternative text */
} CogFigureSpec;
char *cog_project_add_figure (CogProject *self,
                              const char *section,
                              const char *after,
                              const CogFigureSpec *spec,
                              GError **error);
/* Takes out what is all the adapter's own; what comes from a source is left out instead
 * (COG_ERROR_REFUSED). */
gboolean
cog_project_remove_block (CogProject *self, const char *id, CogBlockKind kind, GError **error);

/* title: plain text. anchor NULL: at the end of the book. Returns the section's id; its heading is
 * its first unit. paragraph: (out) (optional) (transfer full): where it is asked for, an empty
 * paragraph to be written comes with it, in the same step, and this is its id. (transfer full) */
char *cog_project_add_section (CogProject *self,
                               const char *title,
                               const char *anchor,
                               CogPlacing where,
                               char **paragraph,
                               GError **error);
/* Own ones only, with what is the adapter's own below; REFUSED where something of a source is in
 * it. */
gboolean cog_project_remove_section (CogProject *self, const char *section, GError **error);

/* ── Tables ──────────────────────────────────────────────────────────────────────────────────── */

typedef enum
{
  COG_TABLE_ROW_BEFORE,
  COG_TABLE_ROW_AFTER,
  COG_TABLE_COLUMN_BEFORE,
  COG_TABLE_COLUMN_AFTER,
  COG_TABLE_REMOVE_ROW,    /* of own cells; of a source: COG_BLOCK_ROW is left out instead */
  COG_TABLE_REMOVE_COLUMN, /* the same */
} CogTableEdit;
/* cell: a unit in the row or column. New cells are the adapter's own, and empty. */
gboolean
cog_project_edit_table (CogProject *self, const char *cell, CogTableEdit edit, GError **error);

/* ── Another book's sections ─────────────────────────────────────────────────────────────────── */

/**
 * cog_project_insert_sections:
 * @book: as a reader gave it
 * @report: what the reader found, kept with the source (nullable)
 * @sections: ids in the book; what is below them comes along
 * @anchor: a section of the project; NULL: at the end
 * @ids: (out) (optional) (transfer full): of the sections in the project, the top ones
 *
 * Remixing: as one step, the chosen sections of another source come into the adaptation. The whole
 * source is kept in the project, as cog_project_add_source() does; where the same file (original)
 * is there already, it is used. A section that is in the adaptation already is REFUSED. Undo takes
 * the sections out; the source stays in the file unused, and is not listed. Takes seconds for a
 * long book: call it in a thread. Stopped by cancellable (nullable), all is as it was.
 */
gboolean cog_project_insert_sections (CogProject *self,
                                      const CogBook *book,
                                      const char *reader_id,
                                      const char *original_name,
                                      GBytes *original,
                                      CogReport *report,
                                      const char *const *sections,
                                      const char *anchor,
                                      CogPlacing where,
                                      char ***ids,
                                      const CogProgress *progress,
                                      GCancellable *cancellable,
                                      GError **error);
/* Of the sections of a source that was read from the same bytes, the ids (as in the book) that are
 * in the adaptation already. (transfer full) (element-type utf8) */
GHashTable *cog_project_list_present (CogProject *self, const CogBook *book, GBytes *original);

G_END_DECLS
