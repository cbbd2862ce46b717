/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-agreement.h"
#include "cog-lens-text.h"

G_BEGIN_DECLS

typedef enum
{
  COG_NAME_PLAIN,
  COG_NAME_WORD,  /* also an ordinary word: "Rose", "Mark" */
  COG_NAME_PLACE, /* also a place: "Jordan" */
  COG_NAME_KEPT,  /* none of an example: "Alexander the Great" */
} CogNameSort;

/* A given name of data/lenses/names.tsv. Immutable, kept for good. */
typedef struct
{
  const char *name;
  char gender; /* 'f', 'm' */
  CogNameSort sort;
  guint index; /* among those of its language and gender */
} CogGivenName;

/* The given name of that language at a token, where it stands for a person of an example; last: its
 * last token; sure: 1…100, low where it is rather part of a real person's name. NULL: there is
 * none, or it means something else there ("May 5", "Charles’s law", "St. John"). (transfer none)
 * (nullable) */
const CogGivenName *cog_given_name_find (
    const CogLensText *text, const char *language, guint at, guint *last, guint *sure);

/* Whether people who speak the language (of that place, where the list knows it) bear the name. */
gboolean cog_given_name_is_of (const char *name, const char *language);

/* A name that is common there, of the same gender, other than those that are agreed on for others;
 * nth: 0, 1, … for others to choose from. NULL: the list has none for the language. (transfer full)
 * (nullable) */
char *cog_given_name_dup_counterpart (const CogGivenName *name,
                                      const char *language,
                                      guint nth,
                                      GPtrArray *agreements);

G_END_DECLS
