/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was settled for the whole book, so that it stays the same through it: a name, a place, an
 * amount, a word, a rate of exchange. One table a project. A plain value. */
typedef struct
{
  char *kind;     /* "name", "place", "amount", "word", "rate" */
  char *original; /* "Ogden", "$5,000", "USD" */
  char *words; /* what stands for it: "Олжас"; of a rate a number and a currency: "520 KZT" */
  char *note;  /* (nullable): why, from where */
  char *date;  /* ISO 8601, of a rate (nullable) */
} CogAgreement;

CogAgreement *cog_agreement_copy (const CogAgreement *agreement);
void cog_agreement_free (CogAgreement *agreement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogAgreement, cog_agreement_free)

G_END_DECLS
