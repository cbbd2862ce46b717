/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"

G_BEGIN_DECLS

/* What is asked of each picture, whether its description tells of it or not: has it words, a flag,
 * a map, money, hands, people that readers elsewhere would read otherwise? */
typedef enum
{
  COG_PICTURE_UNASKED, /* the description tells of none, and nobody has looked */
  COG_PICTURE_WAITS,   /* something was found and waits for a decision */
  COG_PICTURE_LOOKED,  /* somebody looked, or decided about all that was found */
} CogPictureState;

typedef struct
{
  const char *kind; /* "flag": nick, static; a kind of the lens of pictures */
  const char *name; /* N_(): "Flags and emblems", static */
  CogPictureState state;
  char *seen;   /* the words that tell of it (nullable) */
  char *reason; /* why it was decided so (nullable) */
} CogPictureQuestion;

/* The questions of a picture, always all and in the same order. unit: that describes it. Any
 * thread. (transfer full) (element-type CogPictureQuestion) */
GPtrArray *cog_picture_questions_list (CogLensIndex *index, const char *unit, GError **error);
/* That somebody looked, and found nothing to change, or that this is taken back; one step of the
 * history. What was found itself is decided about as any finding (cog_lens_apply()).
 * reason: (nullable). Errors: COG_ERROR_USAGE (no such question) */
gboolean cog_picture_questions_answer (CogProject *project,
                                       const char *unit,
                                       const char *kind,
                                       gboolean is_looked,
                                       const char *reason,
                                       GError **error);
/* Adds a hint for each picture of the book with a question that waits. */
gboolean cog_picture_questions_check (CogLensIndex *index,
                                      CogReport *report,
                                      GCancellable *cancellable,
                                      GError **error);
/* As the command line says it: "unasked", "waits", "looked". */
const char *cog_picture_state_to_nick (CogPictureState state);

G_END_DECLS
