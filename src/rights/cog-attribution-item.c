/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution-private.h"

#include "cog-credit-line-private.h"

#include <string.h>

/* A state that is no licence says too that the book's licence does not cover the item. */
static const char *
get_standing_key (const CogLicence *licence)
{
  static const char *const keys[COG_CLASS_UNKNOWN + 1] = {
    [COG_CLASS_ARR] = "reserved",
    [COG_CLASS_PERMISSION] = "permission",
    [COG_CLASS_EXCEPTION] = "exception",
  };

  return cog_attribution_is_dedication (licence) ? "itemDedicated" : keys[licence->klass];
}

static void
append_licence (CogCreditText *text, const CogCredit *credit, const char *language)
{
  const CogLicence *licence = cog_attribution_get_licence (credit->licence);
  const char *key = licence != NULL ? get_standing_key (licence) : NULL;

  if (key != NULL)
    {
      CogPlaceValue value[] = { { "licence", licence->name, licence->url, TRUE, NULL } };

      cog_attribution_fill (text, language, key, value, 1);
    }
  else
    {
      g_autoptr (GPtrArray) name = cog_attribution_new_licence (credit->licence, language, FALSE);

      cog_credit_text_append_text (text, name);
    }
}

static void
append_comma (CogCreditText *text, const char *language)
{
  if (text->len > 0)
    cog_credit_text_append (text, cog_attribution_get_word (language, "comma"), NULL, FALSE);
}

void
cog_attribution_append_licence (CogCreditText *text,
                                const CogCredit *credit,
                                const char *language,
                                gboolean is_full)
{
  if (credit->licence != NULL)
    {
      append_comma (text, language);
      append_licence (text, credit, language);
    }
  else if (is_full)
    {
      append_comma (text, language);
      cog_credit_text_append (text, cog_attribution_get_word (language, "noLicence"), NULL, FALSE);
    }
}

/* "modification of work by" says nothing but that something was changed: a word of the reader's own
 * language says it better than the source's phrase. */
static gboolean
is_any_change (const char *changes)
{
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  return g_regex_match (cog_credit_words_get ()->changes, changes, 0, &match) &&
         g_match_info_fetch_pos (match, 0, NULL, &end) && changes[end] == '\0';
}

static void
append_changes (CogCreditText *text, const char *changes, const char *language)
{
  CogPlaceValue values[] = { { "text", changes, NULL, TRUE, NULL } };

  cog_credit_text_append (text, cog_attribution_get_word (language, "semicolon"), NULL, FALSE);
  if (is_any_change (changes))
    cog_credit_text_append (text, cog_attribution_get_word (language, "modified"), NULL, FALSE);
  else
    cog_attribution_fill (text, language, "changesOf", values, 1);
}

void
cog_attribution_append_own_licence (CogCreditText *text,
                                    const CogCredit *credit,
                                    const char *language)
{
  g_autoptr (GPtrArray) name = NULL;

  if (credit->own_licence == NULL)
    return;
  name = cog_attribution_new_licence (credit->own_licence, language, FALSE);
  {
    CogPlaceValue values[] = { { "licence", NULL, NULL, FALSE, name } };

    cog_credit_text_append (text, cog_attribution_get_word (language, "semicolon"), NULL, FALSE);
    cog_attribution_fill (text, language, "itemOwn", values, 1);
  }
}

static gboolean
is_in_notice (const CogCredit *credit, const CogCreditText *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const CogCreditRun *run = g_ptr_array_index (names, i);

      if (run->is_foreign && strstr (credit->copyright, run->text) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* A notice of copyright is kept as it stands, and names whom it names. */
static CogCreditText *
new_names (const CogCredit *credit, const char *language)
{
  CogCreditText *names = cog_attribution_new_names (credit, language);

  if (credit->copyright == NULL || !is_in_notice (credit, names))
    return names;
  g_ptr_array_set_size (names, 0);
  cog_credit_text_append (names, credit->copyright, NULL, TRUE);
  return names;
}

/* Without a title the name is what leads to the item. */
static void
append_names (CogCreditText *text, const CogCredit *credit, const CogCreditText *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const CogCreditRun *run = g_ptr_array_index (names, i);
      const char *url = credit->title == NULL && i == 0 && credit->source_url != NULL
                            ? credit->source_url
                            : run->url;

      cog_credit_text_append (text, run->text, url, run->is_foreign);
    }
}

static void
append_creators (CogCreditText *text,
                 const CogCredit *credit,
                 const char *language,
                 gboolean is_full)
{
  g_autoptr (GPtrArray) names = new_names (credit, language);
  g_autoptr (GPtrArray) party = cog_attribution_new_party (credit, language);

  append_names (text, credit, names);
  if (names->len == 0 && credit->source_name == NULL)
    cog_credit_text_append (text, cog_attribution_get_word (language, "unknownAuthor"), NULL,
                            FALSE);
  if (is_full && names->len > 0 && party->len > 0)
    {
      CogPlaceValue values[] = { { "name", NULL, NULL, FALSE, party } };

      append_comma (text, language);
      cog_attribution_fill (text, language, "party", values, 1);
    }
  if (credit->source_name != NULL)
    {
      CogPlaceValue values[] = { { "name", credit->source_name, NULL, TRUE, NULL } };

      if (names->len > 0)
        append_comma (text, language);
      cog_attribution_fill (text, language, "via", values, 1);
    }
}

CogCreditText *
cog_attribution_new_item (const CogCredit *credit, const char *language, gboolean is_full)
{
  CogCreditText *text = cog_credit_text_new ();

  g_return_val_if_fail (credit != NULL, text);

  if (credit->part != NULL)
    {
      cog_credit_text_append (text, "(", NULL, FALSE);
      cog_credit_text_append (text, credit->part, NULL, TRUE);
      cog_credit_text_append (text, ") ", NULL, FALSE);
    }
  if (credit->title != NULL)
    {
      cog_credit_text_append (text, credit->title, credit->source_url, TRUE);
      cog_credit_text_append (text, cog_attribution_get_word (language, "dash"), NULL, FALSE);
    }
  append_creators (text, credit, language, is_full);
  cog_attribution_append_licence (text, credit, language, is_full);
  if (credit->changes != NULL)
    append_changes (text, credit->changes, language);
  cog_attribution_append_own_licence (text, credit, language);
  return text;
}
