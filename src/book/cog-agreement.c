/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-agreement.h"

CogAgreement *
cog_agreement_copy (const CogAgreement *agreement)
{
  CogAgreement *copy;

  g_return_val_if_fail (agreement != NULL, NULL);

  copy = g_new0 (CogAgreement, 1);
  copy->kind = g_strdup (agreement->kind);
  copy->original = g_strdup (agreement->original);
  copy->words = g_strdup (agreement->words);
  copy->note = g_strdup (agreement->note);
  copy->date = g_strdup (agreement->date);
  return copy;
}

void
cog_agreement_free (CogAgreement *agreement)
{
  if (agreement == NULL)
    return;
  g_free (agreement->kind);
  g_free (agreement->original);
  g_free (agreement->words);
  g_free (agreement->note);
  g_free (agreement->date);
  g_free (agreement);
}
