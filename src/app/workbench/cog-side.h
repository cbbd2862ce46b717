/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-mark.h"
#include "cog-pictures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer none): valid until the marks change; n 0: none. */
typedef const CogMark *(*CogMarksFunc) (const char *unit,
                                        gboolean in_source,
                                        gsize *n,
                                        gpointer user_data);

/* One side of the open book: what all its rows have in common. A plain value, shared by the rows
 * of a spread, which owns it. */
typedef struct
{
  gboolean is_source;
  char *language;
  char *script; /* style class (nullable) */
  GtkTextDirection direction;
  CogPictures *pictures;
  CogMarksFunc find_marks;
  gpointer user_data;
  GHashTable *credits; /* id → CogCredit, borrowed (nullable) */
} CogSide;

CogSide *cog_side_new (const char *language, gboolean is_source, CogPictures *pictures);
void cog_side_free (CogSide *side);

G_END_DECLS
