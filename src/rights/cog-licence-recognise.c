/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-official.h"
#include "cog-licence-words.h"
#include "cog-licence.h"

#include <string.h>

/* The first address of a licence in a text; the text without addresses. */
static char *
take_addresses (const char *text, char **left, guint *flags)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "(?:https?://|www\\.)[^\\s\"'<>()\\[\\]]+|creativecommons\\.org/[^\\s\"'<>()\\[\\]]+",
      G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *id = NULL;

  for (g_regex_match (regex, valid, 0, &match); id == NULL && g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *url = g_match_info_fetch (match, 0);
      const CogLicence *licence = cog_licence_lookup_url_full (url, flags);

      id = licence != NULL ? g_strdup (licence->id) : NULL;
    }
  *left = g_regex_replace_literal (regex, valid, -1, 0, " | ", 0, NULL);
  return id;
}

/* Whether words that lack the version, or the port, mean the licence that the link names in full.
 */
static gboolean
is_vaguer (const char *words, const char *link)
{
  const CogLicence *vague = cog_licence_lookup (words);
  const CogLicence *exact = cog_licence_lookup (link);

  if (vague == NULL || exact == NULL)
    return FALSE;
  if (vague->unit == NULL)
    return vague->klass == COG_CLASS_PD && exact->klass == COG_CLASS_PD;
  if (g_strcmp0 (vague->unit, exact->unit) != 0)
    return FALSE;
  return vague->is_unversioned ||
         (g_strcmp0 (vague->version, exact->version) == 0 && vague->port == NULL);
}

/* A GNU licence: its address leads to a version, the newest one often, and never says whether later
 * ones hold as well. That is for the words. */
static gboolean
is_of_same_gnu (const char *words, const char *link)
{
  static const char *const families[] = { "GFDL-", "GPL-" };
  gsize version =
      strcspn (link, "0123456789") + strspn (link + strcspn (link, "0123456789"), "0123456789.");

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    if (g_str_has_prefix (words, families[i]) && g_str_has_prefix (link, families[i]))
      return g_str_has_suffix (words, "-or-later") || strncmp (words, link, version) == 0;
  return FALSE;
}

/* Words and link both name a licence: the one that counts. */
static char *
reconcile (const char *from_words, const char *from_link, guint *flags)
{
  g_auto (GStrv) parts = NULL;

  if (g_str_equal (from_words, from_link) || is_vaguer (from_words, from_link))
    return g_strdup (from_link);
  if (is_of_same_gnu (from_words, from_link))
    return g_strdup (from_words);
  /* Of several the link is one: the words say more. */
  parts = cog_licence_split_expression (from_words, NULL);
  for (guint i = 0; parts[i] != NULL && parts[1] != NULL; i++)
    if (g_str_equal (parts[i], from_link) || is_vaguer (parts[i], from_link))
      return g_strdup (from_words);
  *flags |= COG_RECOGNISED_DISAGREE;
  return cog_licence_dup_both (from_link, from_words);
}

#define MAX_OFFICIAL 4 /* names that are known as a whole, in one statement */

/* Names that are known as a whole go first; what else the text names binds, too. */
static char *
recognise_words (const char *text, guint *flags)
{
  g_autofree char *left = g_strdup (text);
  char *found = NULL;

  for (guint i = 0; i < MAX_OFFICIAL; i++)
    {
      char *rest = NULL;
      const char *official = cog_licence_official_find (left, &rest);
      char *before = found;

      if (official == NULL)
        break;
      g_free (left);
      left = rest;
      found = before != NULL && !g_str_equal (before, official)
                  ? cog_licence_dup_both (before, official)
                  : g_strdup (official);
      g_free (before);
    }
  {
    g_autofree char *first = found;
    g_autofree char *other = cog_licence_words_recognise (left, flags);

    if (first == NULL || other == NULL)
      return first != NULL ? g_steal_pointer (&first) : g_steal_pointer (&other);
    return cog_licence_dup_both (first, other);
  }
}

/* An id alone is that. */
static char *
recognise_text (const char *text, guint *flags)
{
  g_autofree char *alone = g_strstrip (g_strdup (text));
  const CogLicence *exact = cog_licence_lookup (alone);

  return exact != NULL ? g_strdup (exact->id) : recognise_words (text, flags);
}

char *
cog_licence_recognise_full (const char *words, const char *url, CogRecognised *recognised)
{
  guint flags = 0;
  const CogLicence *linked = cog_licence_lookup_url_full (url, &flags);
  g_autofree char *from_link = linked != NULL ? g_strdup (linked->id) : NULL;
  g_autofree char *from_words = NULL;
  char *result;

  if (words != NULL)
    {
      g_autofree char *left = NULL;
      guint odd = 0;
      g_autofree char *inside = take_addresses (words, &left, &odd);

      if (from_link == NULL)
        {
          from_link = g_steal_pointer (&inside);
          flags |= odd;
        }
      from_words = recognise_text (left, &flags);
    }
  if (from_words != NULL && from_link != NULL)
    result = reconcile (from_words, from_link, &flags);
  else
    result = from_words != NULL ? g_steal_pointer (&from_words) : g_steal_pointer (&from_link);
  if (result != NULL && cog_licence_lookup (result) != NULL &&
      cog_licence_lookup (result)->is_unversioned)
    flags |= COG_RECOGNISED_NO_VERSION;
  if (recognised != NULL)
    *recognised = flags;
  return result;
}

char *
cog_licence_recognise (const char *words, const char *url, gboolean *disagree)
{
  CogRecognised recognised;
  char *licence = cog_licence_recognise_full (words, url, &recognised);

  if (disagree != NULL)
    *disagree = (recognised & COG_RECOGNISED_DISAGREE) != 0;
  return licence;
}
