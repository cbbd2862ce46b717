/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-choice.h"

#include "cog-doubt.h"
#include "cog-licence.h"

#include <glib/gi18n-lib.h>

void
cog_licence_choice_free (CogLicenceChoice *choice)
{
  if (choice == NULL)
    return;
  g_free (choice->licence);
  g_ptr_array_unref (choice->evidence);
  g_free (choice);
}

static CogLicenceChoice *
find_or_add (GPtrArray *choices, const char *licence)
{
  CogLicenceChoice *choice;

  for (guint i = 0; i < choices->len; i++)
    {
      choice = g_ptr_array_index (choices, i);
      if (g_strcmp0 (choice->licence, licence) == 0)
        return choice;
    }
  choice = g_new0 (CogLicenceChoice, 1);
  choice->licence = g_strdup (licence);
  choice->evidence = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (choices, choice);
  return choice;
}

/* A link in the foot of each of three hundred pages is one reason, not three hundred. */
static void
add_evidence (GPtrArray *choices,
              const char *licence,
              const CogStatement *statement,
              const char *words)
{
  CogLicenceChoice *choice = find_or_add (choices, licence);
  CogLicenceEvidence *evidence;

  for (guint i = 0; i < choice->evidence->len; i++)
    {
      evidence = g_ptr_array_index (choice->evidence, i);
      if (evidence->statement->kind == statement->kind && g_strcmp0 (evidence->words, words) == 0)
        {
          evidence->n_more++;
          return;
        }
    }
  evidence = g_new0 (CogLicenceEvidence, 1);
  evidence->statement = statement;
  evidence->words = words;
  g_ptr_array_add (choice->evidence, evidence);
}

static gboolean
is_odd (const CogStatement *statement, const char *word)
{
  g_auto (GStrv) words = NULL;

  if (statement->odd == NULL)
    return FALSE;
  words = g_strsplit (statement->odd, " ", -1);
  return g_strv_contains ((const char *const *)words, word);
}

/* The words say one licence, and the link behind them leads to another. */
static gboolean
add_both_sides (GPtrArray *choices, const CogStatement *statement)
{
  g_autofree char *by_words = NULL;
  g_autofree char *by_link = NULL;

  if (!is_odd (statement, "disagree") || statement->words == NULL || statement->url == NULL)
    return FALSE;
  by_words = cog_licence_recognise (statement->words, NULL, NULL);
  by_link = cog_licence_recognise (NULL, statement->url, NULL);
  if (by_words == NULL || by_link == NULL || g_str_equal (by_words, by_link))
    return FALSE;
  add_evidence (choices, by_words, statement, statement->words);
  add_evidence (choices, by_link, statement, statement->url);
  return TRUE;
}

static void
add_statement (GPtrArray *choices, const CogStatement *statement)
{
  const char *words = statement->words != NULL ? statement->words : statement->url;
  g_auto (GStrv) parts = NULL;
  gboolean is_or = FALSE;

  if (add_both_sides (choices, statement))
    return;
  add_evidence (choices, statement->licence, statement, words);
  if (statement->licence == NULL ||
      (!is_odd (statement, "several") && !is_odd (statement, "disagree")))
    return;
  parts = cog_licence_split_expression (statement->licence, &is_or);
  for (guint i = 0; !is_or && parts[0] != NULL && parts[1] != NULL && parts[i] != NULL; i++)
    add_evidence (choices, parts[i], statement, words);
}

/* Nothing that was found gets lost, but what names no licence cannot be chosen. */
static void
put_unnamed_last (GPtrArray *choices)
{
  for (guint i = 0; i + 1 < choices->len; i++)
    if (((CogLicenceChoice *)g_ptr_array_index (choices, i))->licence == NULL)
      {
        g_ptr_array_add (choices, g_ptr_array_steal_index (choices, i));
        return;
      }
}

GPtrArray *
cog_licence_choice_list (const CogCredit *credit)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_licence_choice_free);

  g_return_val_if_fail (credit != NULL, choices);

  for (guint i = 0; i < credit->statements->len; i++)
    {
      const CogStatement *statement = g_ptr_array_index (credit->statements, i);

      if (statement->kind != COG_EVIDENCE_PERSON &&
          (statement->words != NULL || statement->url != NULL || statement->licence != NULL))
        add_statement (choices, statement);
    }
  /* Of what contradicts each other, all is taken to bind: that can be right, too. */
  if (choices->len > 1 && credit->licence != NULL &&
      cog_credit_get_doubts (credit) != COG_DOUBT_NONE)
    find_or_add (choices, credit->licence);
  put_unnamed_last (choices);
  return choices;
}

const char *
cog_evidence_kind_get_words (CogEvidenceKind kind)
{
  switch (kind)
    {
    case COG_EVIDENCE_LINK:
      return _ ("A link to the licence");
    case COG_EVIDENCE_METADATA:
      return _ ("Book data");
    case COG_EVIDENCE_TEXT:
      return _ ("Words in the text");
    case COG_EVIDENCE_BESIDE:
      return _ ("A file beside the book");
    case COG_EVIDENCE_PERSON:
      return _ ("Your decision");
    }
  return "";
}
