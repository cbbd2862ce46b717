/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-meaning.h"

#include "cog-expression.h"
#include "cog-licence-words.h"

#include <glib/gi18n-lib.h>

const char *
cog_licence_meaning_describe (const CogLicence *licence)
{
  g_return_val_if_fail (licence != NULL, "");

  if (licence->klass == COG_CLASS_PD)
    return _ ("Anybody may do anything with it; no credit is asked for.");
  if (cog_licence_is_nd (licence))
    return cog_licence_is_nc (licence)
               ? _ ("Others may share it unchanged, as long as nobody earns money with it.")
               : _ ("Others may share it unchanged, also to earn money.");
  if (cog_licence_is_copyleft (licence))
    return cog_licence_is_nc (licence)
               ? _ ("Others may change and share it on the same terms, as long as nobody earns "
                    "money with it.")
               : _ ("Others may change and share it on the same terms, also to earn money.");
  return cog_licence_is_nc (licence)
             ? _ ("Others may change and share it on any terms, as long as nobody earns money with "
                  "it.")
             : _ ("Others may change and share it on any terms, also to earn money.");
}

/* How much a licence forbids, for a summary in one sentence. */
static guint
get_rank (const CogLicence *licence)
{
  static const CogLicenceClass order[] = {
    COG_CLASS_PD,        COG_CLASS_BY,       COG_CLASS_BY_SA,
    COG_CLASS_SA,        COG_CLASS_COPYLEFT, COG_CLASS_UNVERSIONED_SA,
    COG_CLASS_BY_NC,     COG_CLASS_NC,       COG_CLASS_BY_NC_SA,
    COG_CLASS_NC_SA,     COG_CLASS_BY_ND,    COG_CLASS_ND,
    COG_CLASS_BY_NC_ND,  COG_CLASS_ASK,      COG_CLASS_PERMISSION,
    COG_CLASS_EXCEPTION, COG_CLASS_ARR,      COG_CLASS_UNKNOWN,
  };

  for (guint i = 0; licence != NULL && i < G_N_ELEMENTS (order); i++)
    if (order[i] == licence->klass)
      return i;
  return G_N_ELEMENTS (order);
}

/* The strictest of those that bind together. (nullable) */
static const CogLicence *
find_strictest (char **ids)
{
  const CogLicence *strictest = cog_licence_lookup (ids[0]);

  for (guint i = 1; ids[i] != NULL; i++)
    {
      const CogLicence *licence = cog_licence_lookup (ids[i]);

      if (get_rank (licence) > get_rank (strictest))
        strictest = licence;
    }
  return strictest;
}

/* Of a choice the freest counts, since one may take it; of several pieces the strictest. NULL: not
 * known. */
static const CogLicence *
get_deciding (const char *expression)
{
  g_autoptr (GPtrArray) ways =
      expression != NULL ? cog_expression_list_alternatives (expression) : NULL;
  const CogLicence *best = NULL;

  for (guint i = 0; ways != NULL && i < ways->len; i++)
    {
      const CogLicence *licence = find_strictest (g_ptr_array_index (ways, i));

      if (i == 0 || get_rank (licence) < get_rank (best))
        best = licence;
    }
  return best;
}

CogAdaptability
cog_licence_meaning_get_adaptability (const char *expression)
{
  const CogLicence *licence = get_deciding (expression);

  if (licence == NULL)
    return COG_ADAPTABILITY_UNKNOWN;
  if (cog_licence_is_nd (licence) || licence->klass == COG_CLASS_ARR)
    return COG_ADAPTABILITY_FORBIDDEN;
  return cog_licence_is_open (licence) ? COG_ADAPTABILITY_FREE : COG_ADAPTABILITY_UNKNOWN;
}

const char *
cog_licence_meaning_describe_source (const char *expression)
{
  const CogLicence *licence = get_deciding (expression);

  if (licence != NULL && licence->klass == COG_CLASS_ARR)
    return _ ("All rights are reserved: you may not share a translation. Ask the owner first.");
  if (licence == NULL || !cog_licence_is_open (licence))
    return _ ("Not known yet. You can start; it must be known before you publish.");
  if (cog_licence_is_nd (licence))
    return _ ("You may share it unchanged, but not share a translation. Ask the owner first.");
  if (licence->klass == COG_CLASS_PD)
    return _ ("You may adapt it as you like; no permission is needed.");
  if (cog_licence_is_copyleft (licence))
    return cog_licence_is_nc (licence)
               ? _ ("You may adapt it, must share alike, and nobody may earn money with it.")
               : _ ("You may adapt it, and must share alike.");
  return cog_licence_is_nc (licence)
             ? _ ("You may adapt it, as long as nobody earns money with it.")
             : _ ("You may adapt it, with credit.");
}

const char *const *
cog_licence_meaning_list_ways_on (const char *expression)
{
  static const char *const forbidden[] = {
    N_ ("Write to the owner and ask whether you may translate it. Keep the answer."),
    N_ ("Work on it for yourself or your class only, where the law of your country allows that."),
    N_ ("Pass it on unchanged, or look for a book on the same subject that may be adapted."),
    NULL,
  };
  static const char *const unknown[] = {
    N_ ("Look on its first and last pages, and where you found it: a licence is often named "
        "there."),
    N_ ("Write to the author or publisher and ask under which licence it may be used."),
    N_ ("Begin now, and write the licence down on the Rights page once you know it."),
    NULL,
  };

  switch (cog_licence_meaning_get_adaptability (expression))
    {
    case COG_ADAPTABILITY_FORBIDDEN:
      return forbidden;
    case COG_ADAPTABILITY_UNKNOWN:
      return unknown;
    case COG_ADAPTABILITY_FREE:
      return NULL;
    }
  g_assert_not_reached ();
}

#define MAX_GAP 2    /* unknown words between two pieces of one name */
#define MAX_BLANK 24 /* bytes between them: a line of dashes ends it */

/* Whether a piece goes on with the name that the piece before it is of. */
static gboolean
goes_on (GArray *words, guint i, guint max_gap)
{
  const CogLicenceWord *word = &g_array_index (words, CogLicenceWord, i);
  const CogLicenceWord *before = &g_array_index (words, CogLicenceWord, i - 1);

  return word->gap <= max_gap && word->start <= before->end + MAX_BLANK;
}

/* "by" and "nc" are words of English too; "licence" and a version say nothing alone. */
static gboolean
is_strong (const CogLicenceWord *word)
{
  switch (word->kind)
    {
    case COG_WORD_BY:
    case COG_WORD_NC:
    case COG_WORD_ND:
    case COG_WORD_SA:
      return !word->is_short;
    case COG_WORD_VERSION:
    case COG_WORD_PORT:
    case COG_WORD_LATER:
    case COG_WORD_USA:
    case COG_WORD_MODIFIED:
    case COG_WORD_OR:
    case COG_WORD_AND:
    case COG_WORD_DUAL:
    case COG_WORD_NOT:
    case COG_WORD_FILLER:
    case COG_WORD_NONE:
      return FALSE;
    case COG_WORD_MARKER:
    case COG_WORD_ZERO:
    case COG_WORD_MARK:
    case COG_WORD_DOMAIN:
    case COG_WORD_RESERVED:
    case COG_WORD_GFDL:
    case COG_WORD_GPL:
    case COG_WORD_LAL:
    case COG_WORD_OGL:
    case COG_WORD_OPL:
    case COG_WORD_NCGL:
    case COG_WORD_PDDL:
    case COG_WORD_SAMPLING:
      return TRUE;
    }
  return FALSE;
}

gboolean
cog_licence_meaning_find_words (const char *statement, gsize *start, gsize *end)
{
  g_autoptr (GArray) words = NULL;
  guint best = 0, n_strong = 0, from = 0;

  g_return_val_if_fail (statement != NULL && start != NULL && end != NULL, FALSE);

  words = cog_licence_words_read (statement);
  for (guint i = 0; i < words->len; i++)
    {
      const CogLicenceWord *word = &g_array_index (words, CogLicenceWord, i);

      if (i > 0 && !goes_on (words, i, MAX_GAP))
        {
          from = i;
          n_strong = 0;
        }
      n_strong += is_strong (word);
      if (n_strong <= best)
        continue;
      best = n_strong;
      *start = g_array_index (words, CogLicenceWord, from).start;
      *end = word->end;
      /* What belongs to the name behind it: "4.0 International License". */
      for (guint j = i + 1; j < words->len; j++)
        {
          if (!goes_on (words, j, 0))
            break;
          *end = g_array_index (words, CogLicenceWord, j).end;
        }
    }
  return best > 0;
}
