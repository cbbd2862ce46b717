/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-mark.h"
#include "cog-place.h"
#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogSpread:
 *
 * The rows of a section as an open book: original on one page, adaptation on the other. Shows the
 * section of its place, and sets the place's unit to the row in hand. Follows the project's changes
 * by itself. Actions for what is in it: workbench.write (id), workbench.write-next (id) and
 * workbench.write-previous (id) for the rows beside, workbench.close.
 */
#define COG_TYPE_SPREAD (cog_spread_get_type ())
G_DECLARE_FINAL_TYPE (CogSpread, cog_spread, COG, SPREAD, GtkWidget)

/* Once. */
void cog_spread_set_project (CogSpread *self, CogProject *project, CogPlace *place);
/* Stores now what is typed: before undo, publishing and closing. */
void cog_spread_flush (CogSpread *self);
/* Whether it is open for writing. */
gboolean cog_spread_is_writing (CogSpread *self, const char *unit);
/* Shows a unit, and opens it for writing. */
void cog_spread_go_to (CogSpread *self, const char *unit);
/* Shows a unit without opening it: a search that goes on, a look from the panel. */
void cog_spread_show (CogSpread *self, const char *unit);

/* Which rows of the section are shown. A row with a unit that matches is shown whole. */
typedef enum
{
  COG_ROW_FILTER_ALL,
  COG_ROW_FILTER_UNTRANSLATED,  /* initial and not left out, empty added ones too */
  COG_ROW_FILTER_TO_REVIEW,     /* translated, not yet reviewed */
  COG_ROW_FILTER_WITH_FINDINGS, /* of the lenses: units that carry a mark COG_MARK_FINDING */
  COG_ROW_FILTER_WITH_NOTES,
  COG_ROW_FILTER_FROM_MACHINE, /* as an engine wrote it, confirmed by nobody */
  COG_ROW_FILTER_OUTDATED,     /* the source changed after it was translated */
} CogRowFilter;
void cog_spread_set_filter (CogSpread *self, CogRowFilter filter);

/* Marks parts of one side of a unit, instead of what was marked so there before; n 0: nothing.
 * Marks of units that are elsewhere in the book are kept, and shown when one comes there; they go
 * when the unit's text changes. */
void cog_spread_mark (CogSpread *self,
                      const char *unit,
                      gboolean in_source,
                      CogMarkKind kind,
                      const CogMark *marks,
                      gsize n);
/* Nothing is marked any more, in any unit. */
void cog_spread_clear_marks (CogSpread *self);

/* Says above the pages that the section is not in the edition, with the way back. */
void cog_spread_set_left_out (CogSpread *self, gboolean is_left_out);

G_END_DECLS
