/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-doubt.h"

#include "cog-licence.h"

#include <string.h>

void
cog_statement_recognise (CogStatement *statement)
{
  static const struct
  {
    CogRecognised flag;
    const char *word;
  } flags[] = { { COG_RECOGNISED_DISAGREE, "disagree" },
                { COG_RECOGNISED_NO_VERSION, "no-version" },
                { COG_RECOGNISED_MODIFIED, "modified" },
                { COG_RECOGNISED_SEVERAL, "several" },
                { COG_RECOGNISED_UNKNOWN_VERSION, "unknown-version" },
                { COG_RECOGNISED_UNKNOWN_PORT, "unknown-port" },
                { COG_RECOGNISED_DENIED, "denied" } };
  CogRecognised recognised = COG_RECOGNISED_PLAIN;
  g_autoptr (GString) odd = g_string_new (NULL);

  g_return_if_fail (statement != NULL);

  g_free (statement->licence);
  g_clear_pointer (&statement->odd, g_free);
  statement->licence = cog_licence_recognise_full (statement->words, statement->url, &recognised);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (recognised & flags[i].flag)
      g_string_append_printf (odd, "%s%s", odd->len > 0 ? " " : "", flags[i].word);
  if (odd->len > 0)
    statement->odd = g_strdup (odd->str);
}

gboolean
cog_licence_is_same_but_vaguer (const char *a, const char *b)
{
  const CogLicence *first = cog_licence_lookup (a);
  const CogLicence *second = cog_licence_lookup (b);

  return first != NULL && second != NULL && first->unit != NULL &&
         g_strcmp0 (first->unit, second->unit) == 0 &&
         (first->is_unversioned || second->is_unversioned ||
          (g_strcmp0 (first->version, second->version) == 0 &&
           (first->port == NULL || second->port == NULL)));
}

/* What the credit is taken to say was made from all of them. */
static gboolean
does_differ (const CogStatement *statement, const CogCredit *credit)
{
  return statement->licence != NULL && credit->licence != NULL &&
         !g_str_equal (statement->licence, credit->licence) &&
         !cog_licence_is_same_but_vaguer (statement->licence, credit->licence);
}

static CogDoubts
get_doubts_of_words (const char *odd)
{
  static const struct
  {
    const char *word;
    CogDoubts doubt;
  } doubts[] = {
    { "disagree", COG_DOUBT_DIFFER },         { "denied", COG_DOUBT_DIFFER },
    { "modified", COG_DOUBT_TERMS },          { "several", COG_DOUBT_SEVERAL },
    { "unknown-version", COG_DOUBT_UNKNOWN }, { "unknown-port", COG_DOUBT_UNKNOWN },
  };
  g_auto (GStrv) words = NULL;
  CogDoubts found = COG_DOUBT_NONE;

  if (odd == NULL)
    return found;
  words = g_strsplit (odd, " ", -1);
  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    if (g_strv_contains ((const char *const *)words, doubts[i].word))
      found |= doubts[i].doubt;
  return found;
}

CogDoubts
cog_credit_get_doubts (const CogCredit *credit)
{
  CogDoubts doubts = COG_DOUBT_NONE;

  g_return_val_if_fail (credit != NULL, doubts);

  for (guint i = 0; i < credit->statements->len; i++)
    {
      const CogStatement *statement = g_ptr_array_index (credit->statements, i);

      if (statement->kind == COG_EVIDENCE_PERSON)
        return COG_DOUBT_NONE;
      doubts |= get_doubts_of_words (statement->odd);
      if (does_differ (statement, credit))
        doubts |= COG_DOUBT_DIFFER;
    }
  return doubts;
}
