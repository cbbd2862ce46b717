/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A stretch of text on its way through a clipboard: with its styles and pieces to another passage
 * (COG_RICH_CLIP_TYPE), as HTML and as plain words to other programs. */

#define COG_RICH_CLIP_TYPE "application/x-cognate-inline+xhtml"

GdkContentProvider *cog_rich_clip_new (const CogText *text); /* (transfer full) */
/* The words, with those of the pieces; a line break is a line feed. (transfer full) */
char *cog_rich_clip_dup_plain (const CogText *text);

/* Called with what was read; NULL: there was no text. (transfer none) */
typedef void (*CogRichClipFunc) (const CogText *text, gpointer user_data);
/* Reads the clipboard; of HTML from elsewhere, what normal form has. The function is called once,
 * later, unless cancelled. */
void cog_rich_clip_read (GdkClipboard *clipboard,
                         GCancellable *cancellable,
                         CogRichClipFunc func,
                         gpointer user_data);

G_END_DECLS
