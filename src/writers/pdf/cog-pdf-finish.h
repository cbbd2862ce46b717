/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-block.h"

G_BEGIN_DECLS

/**
 * CogPdfFinish:
 *
 * What the second step needs: it reads what cairo wrote, names each marked piece, writes structure
 * tree, links, bookmarks, page labels, languages and metadata, puts the contents where they
 * belong, and writes the file anew.
 */
typedef struct
{
  CogPdfComposer *composer;
  const CogPdfCanvas *canvas;
  GArray *entries;  /* CogPdfEntry */
  guint n_front;    /* sheets before the contents */
  guint n_contents; /* sheets of the contents, which were drawn last */
} CogPdfFinish;

gboolean
cog_pdf_finish (const CogPdfFinish *finish, const char *from, const char *to, GError **error);

G_END_DECLS
