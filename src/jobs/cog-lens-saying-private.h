/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"

G_BEGIN_DECLS

typedef enum
{
  COG_SAYING_NOTHING, /* nothing that could be compared: it is no finding, was left out, is to be
                         decided later, or stays for a reason */
  COG_SAYING_OPEN,    /* as the source, and nobody decided so */
  COG_SAYING_STAYS,   /* as the source, by decision */
  COG_SAYING_CHANGED,
} CogSayingKind;

/* What the adaptation says, or is decided to say, in the place of a finding. */
typedef struct
{
  const CogPlacedFinding *placed;
  CogSayingKind kind;
  gboolean is_calculated; /* converted, and not chosen anew */
  gboolean is_sure;       /* of what is open: it is one that waits for a decision */
  char *words;            /* that stand there (nullable) */
  GArray *amounts;        /* (element-type CogSaidAmount) in them */
  /* Somebody translated the passage otherwise: amounts are all of its text, among them that which
   * stands for the finding; words are none. */
  gboolean is_by_hand;
} CogLensSaying;

/* What is needed to tell; all borrowed. */
typedef struct
{
  CogProject *project;
  const char *source, *language; /* BCP 47: of the source ("": not known), of the adaptation */
} CogSayingContext;

CogLensSaying *cog_lens_saying_new (const CogSayingContext *context,
                                    const CogPlacedFinding *placed);
void cog_lens_saying_free (CogLensSaying *self);

/* Whether both say the same amount. here: (out) (nullable): of one that was translated by hand, the
 * words in question; one of which nobody can tell says the same. */
gboolean cog_lens_saying_agrees (const CogLensSaying *self,
                                 const CogLensSaying *other,
                                 const char *language,
                                 const char **here);

/* Whether both words are the same amount, by their numbers where no unit is known. */
gboolean cog_lens_amounts_same (const char *words, const char *other, const char *language);
/* Whether both are the same name, in whatever form the sentence asks for. */
gboolean cog_lens_names_same (const char *words, const char *other, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLensSaying, cog_lens_saying_free)

G_END_DECLS
