/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution-private.h"

#include "cog-expression.h"
#include "cog-licence-text.h"

static void
add_sentence (GPtrArray *paragraphs, const char *language, const char *key)
{
  cog_credit_text_append (cog_attribution_add_paragraph (paragraphs),
                          cog_attribution_get_word (language, key), NULL, FALSE);
}

static void
add_people (GPtrArray *paragraphs, const CogEdition *edition, CogRole role, const char *key)
{
  g_autoptr (GPtrArray) names =
      cog_attribution_new_names_of (edition->people, role, edition->language);
  CogPlaceValue values[] = { { "names", NULL, NULL, FALSE, names } };

  if (names->len == 0 && role == COG_ROLE_PUBLISHER)
    cog_credit_text_append (names, edition->publisher, NULL, TRUE);
  if (names->len > 0)
    cog_attribution_fill (cog_attribution_add_paragraph (paragraphs), edition->language, key,
                          values, 1);
}

static void
add_changes (GPtrArray *paragraphs, const CogEdition *edition)
{
  g_autoptr (GPtrArray) list = cog_credit_text_new ();
  CogPlaceValue values[] = { { "list", NULL, NULL, FALSE, list } };

  cog_change_list_describe (edition->changes, edition->language, edition->into, list);
  cog_attribution_fill (cog_attribution_add_paragraph (paragraphs), edition->language,
                        list->len > 0 ? "changes" : "changesNone", values, 1);
}

/* Who may license what is new: who is named as its holder, else who made it, else who published
 * it. Authors of the sources license their own works only. */
static CogCreditText *
new_licensors (const CogEdition *edition)
{
  const char *language = edition->language;
  CogCreditText *names = cog_attribution_new_names_of (edition->people, COG_ROLE_HOLDER, language);
  g_autoptr (CogCredit) makers = cog_credit_new ();

  if (names->len > 0)
    return names;
  g_ptr_array_unref (names);
  for (guint i = 0; edition->people != NULL && i < edition->people->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (edition->people, i);

      if (agent->role == COG_ROLE_TRANSLATOR || agent->role == COG_ROLE_ADAPTER ||
          agent->role == COG_ROLE_PUBLISHER)
        g_ptr_array_add (makers->agents, cog_agent_copy (agent));
    }
  makers->publisher = g_strdup (edition->publisher);
  return cog_attribution_new_names (makers, language);
}

static void
add_own_licence (GPtrArray *paragraphs, const CogEdition *edition)
{
  const CogLicence *licence = cog_licence_lookup (edition->licence);
  g_autoptr (GPtrArray) name = NULL;
  g_autoptr (GPtrArray) licensors = NULL;
  g_autofree char *notice = NULL;
  const char *key = "licensed";

  if (licence == NULL)
    {
      add_sentence (paragraphs, edition->language, "unchosen");
      return;
    }
  name = cog_attribution_new_licence (edition->licence, edition->language, TRUE);
  licensors = new_licensors (edition);
  /* A notice of copyright names a holder: a year alone is none. */
  if (cog_attribution_is_dedication (licence))
    key = "dedicated";
  else if (licensors->len > 0)
    key = edition->year != NULL && edition->year[0] != '\0' ? "licensedYear" : "licensedBy";
  {
    CogPlaceValue values[] = {
      { "title", edition->title, NULL, TRUE, NULL },
      { "year", edition->year, NULL, TRUE, NULL },
      { "names", NULL, NULL, FALSE, licensors },
      { "licence", NULL, NULL, FALSE, name },
    };
    CogPlaceValue url[] = { { "url", licence->url, licence->url, TRUE, NULL } };

    cog_attribution_fill (cog_attribution_add_paragraph (paragraphs), edition->language, key,
                          values, G_N_ELEMENTS (values));
    if (licence->url[0] != '\0')
      cog_attribution_fill (cog_attribution_add_paragraph (paragraphs), edition->language,
                            "seeLicence", url, 1);
  }
  notice = cog_licence_dup_notice (licence);
  cog_attribution_add_quoted (paragraphs, notice, "en", edition->language);
}

/* What is otherwise noted: texts that keep a licence of their own in a collection. */
static void
add_own_licences (GPtrArray *paragraphs, const CogEdition *edition)
{
  for (guint i = 0; i < edition->sources->len; i++)
    {
      const CogCredit *source = g_ptr_array_index (edition->sources, i);
      g_autoptr (GPtrArray) name = NULL;

      if (source->own_licence == NULL)
        continue;
      name = cog_attribution_new_licence (source->own_licence, edition->language, TRUE);
      {
        CogPlaceValue values[] = { { "title", source->title, NULL, TRUE, NULL },
                                   { "licence", NULL, NULL, FALSE, name } };

        cog_attribution_fill (cog_attribution_add_paragraph (paragraphs), edition->language,
                              "ownText", values, G_N_ELEMENTS (values));
      }
    }
}

/* The addresses of the sources' licences: on paper there is nothing to follow. */
static void
add_licences (GPtrArray *paragraphs, const CogEdition *edition)
{
  g_autoptr (GPtrArray) list =
      cog_attribution_list_licences (edition->sources, edition->language, edition->licence);

  for (guint i = 0; i < list->len; i++)
    cog_credit_text_append_text (cog_attribution_add_paragraph (paragraphs),
                                 g_ptr_array_index (list, i));
}

/* The sentence that a licence's own text asks for, where the provider gave none (rules.md §1.4):
 * once, whoever's works it is for. */
static void
add_licence_statements (GPtrArray *paragraphs, GHashTable *said, const CogCredit *credit)
{
  g_autoptr (GPtrArray) list =
      credit->licence != NULL ? cog_expression_list_alternatives (credit->licence) : NULL;

  if (credit->requested != NULL && credit->requested[0] != '\0')
    return;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      char **ids = g_ptr_array_index (list, i);

      for (guint k = 0; ids[k] != NULL; k++)
        {
          const CogLicence *licence = cog_licence_lookup (ids[k]);

          if (licence != NULL && licence->statement != NULL &&
              g_hash_table_add (said, licence->statement))
            cog_attribution_add_verbatim (paragraphs, licence->statement);
        }
    }
}

static const CogSourceUse *
get_use (const CogEdition *edition, guint i)
{
  static const CogSourceUse nothing = { FALSE, FALSE, FALSE };

  return edition->uses != NULL ? &edition->uses[i] : &nothing;
}

static void
add_statements (GPtrArray *paragraphs, const CogEdition *edition)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < edition->sources->len; i++)
    {
      cog_attribution_add_notices (paragraphs, g_ptr_array_index (edition->sources, i),
                                   get_use (edition, i), edition->language, edition->into, FALSE);
      add_licence_statements (paragraphs, said, g_ptr_array_index (edition->sources, i));
    }
  for (guint i = 0; edition->items != NULL && i < edition->items->len; i++)
    add_licence_statements (paragraphs, said, g_ptr_array_index (edition->items, i));
}

/* The sentences are in one language, the names of languages in them, too: where there are none in
 * the one that was asked for, in English. */
static CogEdition
settle (const CogEdition *edition)
{
  CogEdition settled = *edition;

  settled.language = cog_attribution_settle_language (edition->language);
  if (settled.into == NULL)
    settled.into = edition->language != NULL ? edition->language : settled.language;
  return settled;
}

GPtrArray *
cog_attribution_list_paragraphs (const CogEdition *edition)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  CogEdition page;

  g_return_val_if_fail (edition != NULL && edition->sources != NULL, paragraphs);

  page = settle (edition);
  cog_attribution_add_opening (paragraphs, &page);
  for (guint i = 0; i < page.sources->len; i++)
    cog_attribution_add_source (paragraphs, &page, g_ptr_array_index (page.sources, i),
                                get_use (&page, i));
  add_people (paragraphs, &page, COG_ROLE_TRANSLATOR, "translator");
  add_people (paragraphs, &page, COG_ROLE_ADAPTER, "adapter");
  add_people (paragraphs, &page, COG_ROLE_PUBLISHER, "publisher");
  add_changes (paragraphs, &page);
  add_own_licence (paragraphs, &page);
  add_own_licences (paragraphs, &page);
  add_licences (paragraphs, &page);
  if (page.items != NULL && page.items->len > 0)
    add_sentence (paragraphs, page.language, "thirdParty");
  add_statements (paragraphs, &page);
  if (page.sources->len > 0)
    {
      add_sentence (paragraphs, page.language, "endorsement");
      add_sentence (paragraphs, page.language, "warranty");
    }
  return paragraphs;
}
