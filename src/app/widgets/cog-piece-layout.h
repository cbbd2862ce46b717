/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogPieceLayout:
 *
 * A piece of a text as it is drawn in its line: an equation as mathematics on its grey tile, the
 * number of a note raised and blue, a picture, the sign of a line break; anything else by its
 * words on a tile. Pixels; main thread only. A widget that shows a text lays its pieces out with
 * it, leaves width × (ascent + descent) for each (a PangoAttrShape whose logical rectangle is
 * { 0, −ascent, width, ascent + descent }), and then calls cog_piece_layout_snapshot().
 */
typedef struct _CogPieceLayout CogPieceLayout;

/* The picture of an asset's name; NULL: not there, or not yet. (transfer full) (nullable) */
typedef GdkPaintable *(*CogPictureFunc) (const char *name, gpointer user_data);

typedef struct
{
  PangoContext *context;       /* of the widget: its font is that of the text around */
  gboolean is_rtl;             /* the text around runs right to left */
  double width;                /* of the line: what is wider is made smaller; 0: no limit */
  CogPictureFunc find_picture; /* (nullable) */
  gpointer user_data;
} CogPieceSetting;

typedef struct
{
  GdkRGBA text, accent; /* of the text around; of links and notes */
  gboolean is_selected;
} CogPieceColours;

/* (transfer full) */
CogPieceLayout *cog_piece_layout_new (const CogCode *piece, const CogPieceSetting *setting);
void cog_piece_layout_free (CogPieceLayout *self);
int cog_piece_layout_get_width (const CogPieceLayout *self);
int cog_piece_layout_get_ascent (const CogPieceLayout *self);
int cog_piece_layout_get_descent (const CogPieceLayout *self);
/* x: left edge; y: the baseline of the line. */
void cog_piece_layout_snapshot (const CogPieceLayout *self,
                                GtkSnapshot *snapshot,
                                double x,
                                double y,
                                const CogPieceColours *colours);
/* The piece in words, for a screen reader and a tooltip: "Equation: E = mc2", "Note 3".
 * (transfer full) */
char *cog_piece_dup_words (const CogCode *piece);
/* The colours of a widget: its text's, and the accent of the platform on it. */
void cog_piece_get_colours (GtkWidget *widget, CogPieceColours *colours);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPieceLayout, cog_piece_layout_free)

G_END_DECLS
