/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution-private.h"

#include "cog-language.h"

/* Works behind works; a longer chain is no book, but a trap. */
#define MAX_CHAIN 64

CogCreditText *
cog_attribution_add_paragraph (GPtrArray *paragraphs)
{
  CogCreditText *text = cog_credit_text_new ();

  g_ptr_array_add (paragraphs, text);
  return text;
}

void
cog_attribution_add_verbatim (GPtrArray *paragraphs, const char *words)
{
  if (words != NULL && words[0] != '\0')
    cog_credit_text_append (cog_attribution_add_paragraph (paragraphs), words, NULL, TRUE);
}

void
cog_attribution_add_quoted (GPtrArray *paragraphs,
                            const char *words,
                            const char *language,
                            const char *page_language)
{
  if (words == NULL || words[0] == '\0')
    return;
  if (language != NULL && !cog_language_equal (language, page_language))
    cog_credit_text_append_quoted (cog_attribution_add_paragraph (paragraphs), words, language);
  else
    cog_attribution_add_verbatim (paragraphs, words);
}

static const char *
get_title (const CogCredit *credit)
{
  return credit->title != NULL ? credit->title : credit->source_url;
}

/* “Title” by A, B, published by C (original in English). */
static CogCreditText *
new_work (const CogCredit *credit, const char *language)
{
  CogCreditText *text = cog_credit_text_new ();
  g_autoptr (GPtrArray) names = cog_attribution_new_names (credit, language);
  g_autoptr (GPtrArray) party = cog_attribution_new_party (credit, language);
  CogPlaceValue values[] = {
    { "title", get_title (credit), credit->source_url, TRUE, NULL },
    { "names", NULL, NULL, FALSE, names },
    { "party", NULL, NULL, FALSE, party },
  };

  cog_attribution_fill (text, language,
                        names->len == 0   ? "workAnonymous"
                        : party->len == 0 ? "work"
                                          : "workParty",
                        values, G_N_ELEMENTS (values));
  if (credit->language != NULL && !cog_language_equal (credit->language, language))
    {
      g_autofree char *name = cog_language_dup_name (credit->language, language);
      g_autoptr (GPtrArray) note = cog_credit_text_new ();
      CogPlaceValue original[] = { { "language", name, NULL, FALSE, NULL } };
      CogPlaceValue bracketed[] = { { "text", NULL, NULL, FALSE, note } };

      cog_attribution_fill (note, language, "original", original, 1);
      cog_attribution_fill (text, language, "bracketed", bracketed, 1);
    }
  return text;
}

static void
add_upstream_work (CogCreditText *text, const CogCredit *upstream, const char *language)
{
  g_autoptr (GPtrArray) work = new_work (upstream, language);
  g_autoptr (GPtrArray) licence = cog_attribution_new_licence (
      upstream->licence != NULL ? upstream->licence : "LicenseRef-Unknown", language, FALSE);
  CogPlaceValue values[] = {
    { "source", NULL, NULL, FALSE, work },
    { "licence", NULL, NULL, FALSE, licence },
  };

  cog_credit_text_append (text, cog_attribution_get_word (language, "gap"), NULL, FALSE);
  cog_attribution_fill (text, language, "upstream", values, G_N_ELEMENTS (values));
}

/* The works that a source was itself made from: the whole chain is credited, to its root. */
static void
add_upstream (CogCreditText *text, const CogCredit *source, const char *language)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  g_ptr_array_add (chain, (gpointer)source);
  for (guint i = 0; i < chain->len && i < MAX_CHAIN; i++)
    {
      const CogCredit *credit = g_ptr_array_index (chain, i);

      if (credit != source)
        add_upstream_work (text, credit, language);
      for (guint u = 0; u < credit->upstream->len; u++)
        g_ptr_array_add (chain, g_ptr_array_index (credit->upstream, u));
    }
}

static const char *
get_kind (const CogSourceUse *use)
{
  if (use->is_translated)
    return use->is_adapted ? "both" : "translation";
  if (use->is_adapted)
    return "adaptation";
  return use->is_excerpt ? "excerpt" : "unchanged";
}

/* What is used without a licence is not "used under" one: a sentence of its own says why it may be
 * used, or that nobody knows. NULL: it has a licence, or several. */
static const char *
get_standing_key (const CogCredit *source, const CogLicence *licence)
{
  static const char *const keys[COG_CLASS_UNKNOWN + 1] = {
    [COG_CLASS_PD] = "domain",
    [COG_CLASS_ARR] = "sourceReserved",
    [COG_CLASS_PERMISSION] = "sourcePermission",
    [COG_CLASS_EXCEPTION] = "sourceException",
    [COG_CLASS_UNKNOWN] = "sourceUnknown",
  };

  if (source->licence == NULL)
    return "sourceUnknown";
  if (licence == NULL || licence->klass != COG_CLASS_PD)
    return licence != NULL ? keys[licence->klass] : NULL;
  if (cog_attribution_is_dedication (licence))
    return "dedicated";
  if (licence->only_in != NULL)
    return "domainIn";
  return licence->url[0] != '\0' ? "domainMarked" : "domain";
}

static void
add_standing (CogCreditText *text,
              const CogCredit *source,
              const CogLicence *licence,
              const char *key,
              const char *language)
{
  g_autofree char *country =
      licence != NULL ? cog_attribution_dup_country (licence, language) : NULL;
  CogPlaceValue values[] = {
    { "title", get_title (source), NULL, TRUE, NULL },
    { "licence", licence != NULL ? licence->name : NULL, licence != NULL ? licence->url : NULL,
      TRUE, NULL },
    { "country", country, licence != NULL ? licence->url : NULL, FALSE, NULL },
  };

  cog_credit_text_append (text, cog_attribution_get_word (language, "gap"), NULL, FALSE);
  cog_attribution_fill (text, language, key, values, G_N_ELEMENTS (values));
}

static void
add_earlier_changes (GPtrArray *paragraphs, const CogCredit *source, const char *language)
{
  CogPlaceValue earlier[] = { { "text", source->changes, NULL, TRUE, NULL } };

  if (source->changes != NULL)
    cog_attribution_fill (cog_attribution_add_paragraph (paragraphs), language, "earlier", earlier,
                          1);
}

void
cog_attribution_add_source (GPtrArray *paragraphs,
                            const CogEdition *edition,
                            const CogCredit *source,
                            const CogSourceUse *use)
{
  const char *language = edition->language;
  const CogLicence *single = cog_attribution_get_licence (source->licence);
  const char *standing = get_standing_key (source, single);
  g_autoptr (GPtrArray) work = new_work (source, language);
  g_autoptr (GPtrArray) licence =
      standing == NULL ? cog_attribution_new_licence (source->licence, language, FALSE) : NULL;
  g_autofree char *into = cog_language_dup_name (edition->into, language);
  g_autofree char *key = g_strconcat (get_kind (use), standing != NULL ? "Free" : "", NULL);
  CogPlaceValue values[] = {
    { "title", edition->title, NULL, TRUE, NULL },
    { "language", into, NULL, FALSE, NULL },
    { "source", NULL, NULL, FALSE, work },
    { "licence", NULL, NULL, FALSE, licence },
  };
  CogCreditText *text = cog_attribution_add_paragraph (paragraphs);

  cog_attribution_fill (text, language, key, values, G_N_ELEMENTS (values));
  if (standing != NULL)
    add_standing (text, source, single, standing, language);
  add_upstream (text, source, language);
  cog_attribution_add_verbatim (paragraphs, source->copyright);
  if (g_strcmp0 (source->requested, source->copyright) != 0)
    cog_attribution_add_quoted (paragraphs, source->requested, source->language, language);
  add_earlier_changes (paragraphs, source, language);
}
