/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project-figures.h"

G_BEGIN_DECLS

/* The words of a drawing in the book, and what they became. The source's drawing is never changed:
 * the translated one is a picture of the adaptation's own. */
typedef struct
{
  char *image;
  CogAsset *drawing;     /* the source's */
  CogCredit *credit;     /* that the translated one gets; NULL: it has none of its own */
  char *language;        /* of the adaptation */
  GPtrArray *words;      /* (element-type utf8): of the source, a piece each */
  GPtrArray *translated; /* (element-type utf8), as many; NULL where a piece is as in the source */
  gboolean is_forbidden; /* its licence allows no changes: the words stay */
} CogDrawingWords;

gboolean cog_drawing_job_has_words (const CogAsset *asset);
/* Any thread. Errors: COG_ERROR_UNSUPPORTED where the picture is no drawing, COG_ERROR_INPUT. */
CogDrawingWords *
cog_drawing_words_new (CogProject *project, const CogProjectFigure *figure, GError **error);
void cog_drawing_words_free (CogDrawingWords *self);

/* The drawing with what translated says. Any thread. (transfer full) */
CogAsset *cog_drawing_words_draw (const CogDrawingWords *self, GError **error);
/* Puts it in the drawing's place, as one step; where nothing is translated, the source's again.
 * COG_ERROR_REFUSED where the licence forbids it. */
gboolean cog_drawing_words_store (const CogDrawingWords *self, CogProject *project, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogDrawingWords, cog_drawing_words_free)

G_END_DECLS
