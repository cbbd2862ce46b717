/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A unit's text as Pango lays it out. */
typedef struct
{
  double em;         /* pixels */
  double line;       /* of the em */
  GdkRGBA accent;    /* of links */
  GPtrArray *pieces; /* (element-type CogPieceLayout), in order, but for line breaks */
} CogTextSetting;

/* The plain text with signs for line breaks in the place of their pieces. (transfer full) */
char *cog_text_dup_shown (const CogText *text);
/* The plain text with words in the place of pieces: for a screen reader. (transfer full) */
char *cog_text_dup_words (const CogText *text);
/* For the text as it is shown; room for each piece. (transfer full) */
PangoAttrList *
cog_text_attributes_new (const CogText *text, const char *shown, const CogTextSetting *setting);

G_END_DECLS
