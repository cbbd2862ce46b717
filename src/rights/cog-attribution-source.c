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

CogCreditText *
cog_attribution_new_work (const CogCredit *credit, const char *language)
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

/* One work is spoken of as "it"; among several, by its name. */
static void
add_upstream_work (CogCreditText *text,
                   const CogCredit *credit,
                   const CogCredit *upstream,
                   const char *language,
                   const char *key)
{
  g_autoptr (GPtrArray) work = cog_attribution_new_work (upstream, language);
  g_autoptr (GPtrArray) licence = cog_attribution_new_licence (
      upstream->licence != NULL ? upstream->licence : "LicenseRef-Unknown", language, FALSE);
  CogPlaceValue values[] = {
    { "title", get_title (credit), NULL, TRUE, NULL },
    { "source", NULL, NULL, FALSE, work },
    { "licence", NULL, NULL, FALSE, licence },
  };

  cog_credit_text_append (text, cog_attribution_get_word (language, "gap"), NULL, FALSE);
  cog_attribution_fill (text, language, key, values, G_N_ELEMENTS (values));
}

/* The works that a source was itself made from: the whole chain is credited, to its root. It has
 * the source, and those, in it. (transfer container) */
static GPtrArray *
add_upstream (CogCreditText *text, const CogCredit *source, const CogEdition *edition)
{
  GPtrArray *chain = g_ptr_array_new ();

  g_ptr_array_add (chain, (gpointer)source);
  for (guint i = 0; i < chain->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (chain, i);
      gboolean is_it = i == 0 && edition->sources->len == 1;

      for (guint u = 0; u < credit->upstream->len && chain->len < MAX_CHAIN; u++)
        {
          add_upstream_work (text, credit, g_ptr_array_index (credit->upstream, u),
                             edition->language, is_it ? "upstream" : "partUpstream");
          g_ptr_array_add (chain, g_ptr_array_index (credit->upstream, u));
        }
    }
  return chain;
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

/* Of several works, each is only in this one. */
static const char *
get_part_key (const CogSourceUse *use)
{
  if (use->is_translated)
    return use->is_adapted ? "partBoth" : "partTranslation";
  return use->is_adapted ? "partAdaptation" : "partUnchanged";
}

static const char *
get_chapter_key (const CogSourceUse *use)
{
  if (use->is_translated)
    return use->is_adapted ? "chapterBoth" : "chapterTranslation";
  return use->is_adapted ? "chapterAdaptation" : "chapterUnchanged";
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

/* What each of those before changed is kept in its own words (CC 4.0, 3.a.1.B). */
static void
add_earlier_changes (GPtrArray *paragraphs, const GPtrArray *chain, const char *language)
{
  for (guint i = 0; i < chain->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (chain, i);
      CogPlaceValue earlier[] = { { "text", credit->changes, NULL, TRUE, NULL } };

      if (credit->changes != NULL && credit->changes[0] != '\0')
        cog_attribution_fill (cog_attribution_add_paragraph (paragraphs), language, "earlier",
                              earlier, 1);
    }
}

static void
add_verbatim (GPtrArray *paragraphs, const CogCredit *source, const char *language)
{
  cog_attribution_add_verbatim (paragraphs, source->copyright);
  if (g_strcmp0 (source->requested, source->copyright) != 0)
    cog_attribution_add_quoted (paragraphs, source->requested, source->language, language);
}

/* What was done with it, and under which licence: a sentence, or two. */
static void
add_use (CogCreditText *text,
         const CogEdition *edition,
         const CogCredit *source,
         const CogSourceUse *use)
{
  const char *language = edition->language;
  gboolean is_part = edition->sources->len > 1;
  const CogLicence *single = cog_attribution_get_licence (source->licence);
  const char *standing = get_standing_key (source, single);
  g_autoptr (GPtrArray) work = cog_attribution_new_work (source, language);
  g_autoptr (GPtrArray) licence = cog_attribution_new_licence (
      source->licence != NULL ? source->licence : "LicenseRef-Unknown", language, FALSE);
  g_autofree char *into = cog_language_dup_name (edition->into, language);
  g_autofree char *key = is_part
                             ? g_strdup (get_part_key (use))
                             : g_strconcat (get_kind (use), standing != NULL ? "Free" : "", NULL);
  CogPlaceValue values[] = {
    { "title", edition->title, NULL, TRUE, NULL },
    { "language", into, NULL, FALSE, NULL },
    { "source", NULL, NULL, FALSE, work },
    { "licence", NULL, NULL, FALSE, licence },
  };

  cog_attribution_fill (text, language, key, values, G_N_ELEMENTS (values));
  /* A part's standing is in its sentence, but for the warning that it holds in one country only. */
  if (standing != NULL && (!is_part || g_str_equal (standing, "domainIn")))
    add_standing (text, source, single, standing, language);
}

/* Where and when it was fetched: what stands at an address changes, and with it what it is under.
 * The address is written out, for on paper nobody can follow a link. */
static void
add_fetched (CogCreditText *text, const CogCredit *source, const char *language)
{
  g_autofree char *day =
      source->retrieved != NULL ? cog_language_format_day (language, source->retrieved) : NULL;
  CogPlaceValue values[] = {
    { "title", get_title (source), NULL, TRUE, NULL },
    { "url", source->source_url, source->source_url, TRUE, NULL },
    { "date", day, NULL, FALSE, NULL },
  };

  if (day == NULL || source->source_url == NULL)
    return;
  cog_credit_text_append (text, cog_attribution_get_word (language, "gap"), NULL, FALSE);
  cog_attribution_fill (text, language, "fetched", values, G_N_ELEMENTS (values));
}

void
cog_attribution_add_source (GPtrArray *paragraphs,
                            const CogEdition *edition,
                            const CogCredit *source,
                            const CogSourceUse *use)
{
  CogCreditText *text = cog_attribution_add_paragraph (paragraphs);
  g_autoptr (GPtrArray) chain = NULL;

  add_use (text, edition, source, use);
  chain = add_upstream (text, source, edition);
  add_fetched (text, source, edition->language);
  add_verbatim (paragraphs, source, edition->language);
  add_earlier_changes (paragraphs, chain, edition->language);
}

/* Works that stand side by side as they are make a collection (rules.md §2.3); as soon as one was
 * changed it is a remix. */
void
cog_attribution_add_opening (GPtrArray *paragraphs, const CogEdition *edition)
{
  CogPlaceValue values[] = { { "title", edition->title, NULL, TRUE, NULL } };
  gboolean is_remix = FALSE;

  if (edition->sources->len < 2)
    return;
  for (guint i = 0; edition->uses != NULL && i < edition->sources->len; i++)
    is_remix = is_remix || edition->uses[i].is_translated || edition->uses[i].is_adapted;
  cog_attribution_fill (cog_attribution_add_paragraph (paragraphs), edition->language,
                        is_remix ? "remix" : "collection", values, 1);
}

CogCreditText *
cog_attribution_new_chapter (const CogCredit *source,
                             const CogSourceUse *use,
                             const char *language,
                             const char *into)
{
  CogCreditText *text = cog_credit_text_new ();
  g_autoptr (GPtrArray) work = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (source != NULL && use != NULL, text);

  into = into != NULL ? into : language;
  language = cog_attribution_settle_language (language);
  work = cog_attribution_new_work (source, language);
  name = cog_language_dup_name (into, language);
  {
    CogPlaceValue values[] = {
      { "language", name, NULL, FALSE, NULL },
      { "source", NULL, NULL, FALSE, work },
    };

    cog_attribution_fill (text, language, get_chapter_key (use), values, G_N_ELEMENTS (values));
  }
  if (source->licence != NULL)
    cog_attribution_append_licence (text, source, language, FALSE);
  else
    {
      cog_credit_text_append (text, cog_attribution_get_word (language, "comma"), NULL, FALSE);
      cog_credit_text_append (text, cog_attribution_get_word (language, "unknownLicence"), NULL,
                              FALSE);
    }
  cog_attribution_append_own_licence (text, source, language);
  return text;
}
