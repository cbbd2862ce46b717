/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution.h"
#include "cog-credit-line.h"
#include "cog-evaluation.h"
#include "cog-language.h"
#include "cog-licence.h"

#include <string.h>

static const char *const languages[] = {
  "en", "ar", "fr", "es", "ru", "zh-Hans", "pt", "de", "pl",
  "uk", "kk", "tr", "id", "fa", "ur",      "hi", "sw",
};

static CogCredit *
make_work (const char *title, const char *author, const char *licence)
{
  CogCredit *credit = cog_credit_new ();

  credit->title = g_strdup (title);
  credit->licence = g_strdup (licence);
  credit->source_url = g_strdup ("https://example.org/work");
  credit->language = g_strdup ("nl");
  g_ptr_array_add (credit->agents, cog_agent_new (author, COG_ROLE_AUTHOR));
  return credit;
}

static char *
write_all (const CogEdition *edition)
{
  g_autoptr (GPtrArray) paragraphs = cog_attribution_list_paragraphs (edition);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *plain =
          cog_credit_text_to_plain (g_ptr_array_index (paragraphs, i), edition->language, TRUE);

      g_string_append_printf (all, "%s\n", plain);
    }
  return g_string_free (all, FALSE);
}

static char *
write_page (const char *language, GPtrArray *sources, gboolean adapted)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_agent_free);
  g_autoptr (GPtrArray) changes = cog_change_list_new ();
  g_autofree CogSourceUse *uses = g_new0 (CogSourceUse, sources->len);
  CogEdition edition = { .language = language,
                         .title = "MY-TITLE",
                         .licence = "CC-BY-SA-4.0",
                         .year = "2025",
                         .people = people,
                         .sources = sources,
                         .uses = uses,
                         .changes = changes,
                         .items = sources };

  for (guint i = 0; i < sources->len; i++)
    uses[i] = (CogSourceUse){ TRUE, adapted, FALSE };
  cog_change_list_add (changes, COG_CHANGE_ADAPTED, NULL, 17);
  cog_change_list_add (changes, COG_CHANGE_TRANSLATED, "nl", 812);
  cog_change_list_add (changes, COG_CHANGE_SECTIONS_OMITTED, NULL, 9);
  g_ptr_array_add (people, cog_agent_new ("Aigul Bekova", COG_ROLE_TRANSLATOR));
  return write_all (&edition);
}

/* Title, author, source and licence of everything, in each language, with no place left empty, and
 * in words of that language: no other edition reads the same. */
static void
test_languages (void)
{
  static const char *const must[] = {
    "MY-TITLE",
    "ORIGINAL",
    "Jan Jansen",
    "https://example.org/work",
    "CC BY-SA 3.0 IGO",
    "Aigul Bekova",
    "https://creativecommons.org/licenses/by-sa/4.0/",
    "© 2020 Uitgever",
    "Not an official edition.",
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint adapted = 0; adapted < 2; adapted++)
      {
        g_autoptr (GPtrArray) sources =
            g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
        CogCredit *source = make_work ("ORIGINAL", "Jan Jansen", "CC-BY-SA-3.0-IGO");
        char *page;

        source->copyright = g_strdup ("© 2020 Uitgever");
        g_ptr_array_add (source->notices,
                         cog_notice_new ("derivative", "Not an official edition.", "en"));
        g_ptr_array_add (sources, source);
        page = write_page (languages[l], sources, adapted == 1);
        for (guint i = 0; i < G_N_ELEMENTS (must); i++)
          if (strstr (page, must[i]) == NULL)
            g_error ("%s: no “%s” in:\n%s", languages[l], must[i], page);
        g_assert_null (strchr (page, '{'));
        g_assert_true (g_utf8_validate (page, -1, NULL));
        if (!g_hash_table_add (seen, page))
          g_error ("%s reads as another language:\n%s", languages[l], page);
      }
}

/* The chain behind a source is credited to its root, whatever its length. */
static void
test_chain (void)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  CogCredit *source = make_work ("FIRST", "A", "CC-BY-4.0");
  CogCredit *second = make_work ("SECOND", "B", "CC-BY-3.0");
  g_autofree char *page = NULL;

  g_ptr_array_add (second->upstream, make_work ("ROOT", "C", "CC-BY-2.0"));
  g_ptr_array_add (source->upstream, second);
  g_ptr_array_add (sources, source);
  page = write_page ("en", sources, FALSE);
  g_assert_nonnull (strstr (page, "based on “SECOND"));
  g_assert_nonnull (strstr (page, "“SECOND” is itself based on “ROOT"));
  g_assert_nonnull (strstr (page, "CC BY 2.0"));
}

static CogCredit *
add_work (GPtrArray *sources, const char *title, const char *licence)
{
  CogCredit *credit = make_work (title, "Ann", licence);

  g_free (credit->language);
  credit->language = g_strdup ("en");
  g_ptr_array_add (credit->notices, cog_notice_new ("derivative", title, "en"));
  g_ptr_array_add (sources, credit);
  return credit;
}

/* In a remix each source is said to be what it is: one that stands unchanged is neither adapted nor
 * in need of what its publisher asks of adapters. */
static void
test_each_source (void)
{
  static const CogSourceUse uses[] = {
    { TRUE, FALSE, FALSE }, { TRUE, TRUE, FALSE }, { FALSE, FALSE, FALSE },
    { FALSE, FALSE, TRUE }, { FALSE, TRUE, TRUE },
  };
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  CogEdition edition = { .language = "en", .title = "X", .sources = sources, .uses = uses };
  g_autofree char *page = NULL;

  add_work (sources, "TRANSLATED", "CC-BY-4.0");
  add_work (sources, "BOTH", "CC-BY-4.0");
  add_work (sources, "WHOLE", "CC-BY-ND-4.0");
  add_work (sources, "PARTLY", "CC-BY-4.0");
  add_work (sources, "ADAPTED", "CC-BY-4.0");
  page = write_all (&edition);
  g_assert_true (g_str_has_prefix (page, "This work, “X”, is a remix: "));
  g_assert_nonnull (strstr (page, "material translated into English from “TRANSLATED (https"));
  g_assert_nonnull (strstr (page, "translated into English and adapted from “BOTH"));
  g_assert_nonnull (strstr (page, "unchanged material from “WHOLE"));
  g_assert_nonnull (strstr (page, "unchanged material from “PARTLY"));
  g_assert_nonnull (strstr (page, "material adapted from “ADAPTED"));
  g_assert_nonnull (strstr (page, "\nTRANSLATED\n"));
  g_assert_nonnull (strstr (page, "\nADAPTED\n"));
  g_assert_null (strstr (page, "\nWHOLE\n"));
  g_assert_null (strstr (page, "\nPARTLY\n"));
}

/* Works that stand side by side as they are: each keeps its licence, whose address is given once.
 */
static void
test_collection (void)
{
  static const char url[] = "\nCreative Commons Attribution-NoDerivatives 4.0 International (CC "
                            "BY-ND 4.0): https://creativecommons.org/licenses/by-nd/4.0/\n";
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  CogEdition edition = {
    .language = "en", .title = "X", .licence = "CC-BY-4.0", .sources = sources
  };
  g_autofree char *page = NULL;
  CogCredit *root;

  add_work (sources, "ONE", "CC-BY-4.0");
  root = make_work ("ROOT", "C", "CC-BY-2.0");
  root->changes = g_strdup ("Shortened.");
  g_ptr_array_add (add_work (sources, "TWO", "CC-BY-ND-4.0")->upstream, root);
  add_work (sources, "THREE", "CC-BY-ND-4.0");
  page = write_all (&edition);
  g_assert_true (g_str_has_prefix (page, "“X” is a collection: "));
  g_assert_nonnull (strstr (page, "“TWO” is itself based on “ROOT"));
  g_assert_nonnull (strstr (page, "\nEarlier changes: Shortened.\n"));
  g_assert_nonnull (strstr (page, "\nThe text of the licence: "));
  g_assert_nonnull (strstr (page, url));
  g_assert_null (strstr (strstr (page, url) + 1, url));
  g_assert_null (strstr (page, "\nCreative Commons Attribution 4.0"));
}

static const CogSourceUse all_uses[] = {
  { FALSE, FALSE, FALSE }, { TRUE, FALSE, FALSE }, { FALSE, TRUE, FALSE }, { TRUE, TRUE, FALSE }
};
static const char *const standings[] = { "CC-BY-4.0", "CC0-1.0", "LicenseRef-PublicDomain-US",
                                         "LicenseRef-Permission", NULL };

static void
assert_whole (const char *text, const char *language)
{
  static const char *const never[] = { "{",  "}",    "..",  "。。", "۔۔",   "।।", "  ", " .",
                                       " ,", "，，", ", ,", "()",   "（）", "“”", "«»" };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    if (strstr (text, never[i]) != NULL)
      g_error ("%s: “%s” in: %s", language, never[i], text);
}

/* Each sentence about one of several works, and about a chapter, in each language: complete, and
 * told from the others. */
static void
test_several_in_all_languages (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint u = 0; u < G_N_ELEMENTS (all_uses); u++)
      for (guint s = 0; s < G_N_ELEMENTS (standings); s++)
        {
          const CogSourceUse uses[] = { all_uses[u], { FALSE, FALSE, FALSE } };
          g_autoptr (CogCredit) one = make_work ("ONE", "Ann", standings[s]);
          g_autoptr (CogCredit) two = make_work ("TWO", "Bob", "CC-BY-ND-4.0");
          g_autoptr (GPtrArray) sources = g_ptr_array_new ();
          g_autoptr (GPtrArray) line =
              cog_attribution_new_chapter (one, &all_uses[u], languages[l], "kk");
          CogEdition edition = { languages[l], "kk", "X", .sources = sources, .uses = uses };
          char *chapter = cog_credit_text_to_plain (line, languages[l], FALSE);
          char *page;

          g_ptr_array_add (one->upstream, make_work ("ROOT", "C", "CC-BY-2.0"));
          g_ptr_array_add (sources, one);
          g_ptr_array_add (sources, two);
          page = write_all (&edition);
          assert_whole (page, languages[l]);
          assert_whole (chapter, languages[l]);
          g_assert_nonnull (strstr (chapter, "ONE"));
          g_assert_nonnull (strstr (chapter, "Ann"));
          g_test_message ("%s\n%s", chapter, page);
          if (!g_hash_table_add (seen, page) || !g_hash_table_add (seen, chapter))
            g_error ("%s: said twice", languages[l]);
        }
}

/* What has no licence is not "used under" one. */
static void
test_standings (void)
{
  static const struct
  {
    const char *licence;
    const char *said;
  } rows[] = {
    { "CC0-1.0", "“T” has been dedicated to the public domain under CC0 1.0 (https" },
    { "LicenseRef-PublicDomain", "“T” is in the public domain." },
    { "CC-PDM-1.0", "“T” is in the public domain (Public Domain Mark 1.0 (https" },
    { "LicenseRef-PublicDomain-US", "domain in this country: United States. It may be protected" },
    { "LicenseRef-Unknown", "The licence of “T” is not known." },
    { NULL, "The licence of “T” is not known." },
    { "LicenseRef-Permission", "“T” is used with permission; it is not covered" },
    { "LicenseRef-AllRightsReserved", "All rights in “T” are reserved; it is not covered" },
    { "LicenseRef-Exception", "“T” is used under an exception of the law; it is not covered" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) sources =
          g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
      CogEdition edition = { .language = "en", .title = "X", .sources = sources };
      g_autofree char *page = NULL;

      add_work (sources, "T", rows[i].licence);
      page = write_all (&edition);
      if (strstr (page, rows[i].said) == NULL)
        g_error ("no “%s” in:\n%s", rows[i].said, page);
      g_assert_null (strstr (page, "used under CC0"));
      g_assert_null (strstr (page, "Unknown"));
    }
}

/* A state of rights is said in the language of the page, of a work and of an item in it. */
static void
test_states_in_all_languages (void)
{
  static const char *const states[] = { "CC0-1.0",
                                        "LicenseRef-PublicDomain",
                                        "LicenseRef-PublicDomain-US",
                                        "LicenseRef-Unknown",
                                        "LicenseRef-Permission",
                                        "LicenseRef-AllRightsReserved",
                                        "LicenseRef-Exception",
                                        "CC-BY-4.0 OR CC-BY-SA-3.0",
                                        "CC-BY-4.0 AND LicenseRef-Unknown" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint s = 0; s < G_N_ELEMENTS (states); s++)
      {
        g_autoptr (CogCredit) credit = make_work ("T", "A", states[s]);
        g_autoptr (GPtrArray) sources = g_ptr_array_new ();
        g_autoptr (GPtrArray) text = cog_attribution_new_item (credit, languages[l], TRUE);
        CogEdition edition = { .language = languages[l], .title = "X", .sources = sources };
        g_autofree char *item = cog_credit_text_to_plain (text, languages[l], FALSE);
        char *page;

        g_ptr_array_add (sources, credit);
        page = write_all (&edition);
        if (l > 0)
          {
            g_assert_null (strstr (page, "Unknown"));
            g_assert_null (strstr (page, "Public domain in"));
            g_assert_null (strstr (page, "exception of the law"));
          }
        g_assert_null (strchr (page, '{'));
        g_assert_null (strchr (item, '{'));
        if (!g_hash_table_add (seen, page))
          g_error ("%s reads as another language:\n%s", languages[l], page);
        /* "Ou" is French and Portuguese. */
        if (strchr (states[s], ' ') == NULL && !g_hash_table_add (seen, g_strdup (item)))
          g_error ("%s reads as another language: %s", languages[l], item);
      }
}

static char *
write_licence (const char *licence, const char *language)
{
  g_autoptr (CogCredit) credit = make_work ("T", "A", licence);
  g_autoptr (GPtrArray) text = cog_attribution_new_item (credit, language, TRUE);

  return cog_credit_text_to_plain (text, language, FALSE);
}

/* A choice is told from what binds together. */
static void
test_expressions (void)
{
  g_autofree char *choice = write_licence ("CC-BY-4.0 OR GFDL-1.2-or-later", "en");
  g_autofree char *both = write_licence ("CC-BY-4.0 AND CC-BY-SA-3.0", "pl");
  g_autofree char *nested = write_licence ("(CC-BY-4.0 OR CC-BY-3.0) AND CC-BY-2.0", "en");
  g_autofree char *odd = write_licence ("AND whatever", "en");

  g_assert_cmpstr (choice, ==, "T – A, CC BY 4.0 or GFDL 1.2 or later");
  g_assert_cmpstr (both, ==, "T – A, CC BY 4.0 i CC BY-SA 3.0");
  g_assert_cmpstr (nested, ==, "T – A, (CC BY 4.0 and CC BY 2.0) or (CC BY 3.0 and CC BY 2.0)");
  g_assert_cmpstr (odd, ==, "T – A, AND whatever");
}

/* “© year by …” and “licensed by …” where somebody said who and when. */
static void
test_own_line (void)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_agent_free);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  CogEdition edition = {
    .language = "en", .title = "X", .licence = "CC-BY-4.0", .people = people, .sources = sources
  };
  g_autofree char *nobody = write_all (&edition);
  g_autofree char *year = NULL;
  g_autofree char *publisher = NULL;
  g_autofree char *makers = NULL;
  g_autofree char *holder = NULL;
  g_autofree char *given_up = NULL;

  g_assert_nonnull (strstr (nobody, "noted, “X” is licensed under Creative"));
  edition.year = "2026";
  g_ptr_array_add (people, cog_agent_new ("Author of the source", COG_ROLE_AUTHOR));
  year = write_all (&edition);
  g_assert_null (strstr (year, "©"));
  g_assert_null (strstr (year, "Author"));
  edition.publisher = "School";
  publisher = write_all (&edition);
  g_assert_nonnull (strstr (publisher, "“X” © 2026 by School is licensed under"));
  g_ptr_array_add (people, cog_agent_new ("Tina", COG_ROLE_TRANSLATOR));
  g_ptr_array_add (people, cog_agent_new ("Ada", COG_ROLE_ADAPTER));
  g_ptr_array_add (people, cog_agent_new ("Tina", COG_ROLE_ADAPTER));
  edition.year = NULL;
  makers = write_all (&edition);
  g_assert_nonnull (strstr (makers, "“X” is licensed by Tina, Ada under"));
  g_ptr_array_add (people, cog_agent_new ("The Ministry", COG_ROLE_HOLDER));
  holder = write_all (&edition);
  g_assert_nonnull (strstr (holder, "licensed by The Ministry under"));
  edition.licence = "CC0-1.0";
  given_up = write_all (&edition);
  g_assert_nonnull (strstr (given_up, "“X” has been dedicated to the public domain under CC0"));
}

/* Who publishes is credited beside who wrote, where that is another name. */
static void
test_party (void)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  CogEdition edition = { .language = "en", .title = "X", .sources = sources };
  CogCredit *credit = add_work (sources, "T", "CC-BY-2.5");
  g_autofree char *alone = NULL;
  g_autofree char *beside = NULL;
  g_autofree char *item = NULL;
  g_autoptr (GPtrArray) text = NULL;

  credit->publisher = g_strdup ("ANN");
  alone = write_all (&edition);
  g_assert_null (strstr (alone, "published"));
  g_free (credit->publisher);
  credit->publisher = g_strdup ("The Press");
  beside = write_all (&edition);
  g_assert_nonnull (strstr (beside, "by Ann, published by The Press, licensed under"));
  text = cog_attribution_new_item (credit, "en", TRUE);
  item = cog_credit_text_to_plain (text, "en", FALSE);
  g_assert_cmpstr (item, ==, "T – Ann, published by The Press, CC BY 2.5");
}

/* The sentence that a licence asks for, once, also for items; the provider's own goes before. */
static void
test_licence_statement (void)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  CogEdition edition = { .language = "en", .title = "X", .sources = sources, .items = items };
  const char *statement = cog_licence_lookup ("OGL-UK-3.0")->statement;
  CogCredit *own;
  g_autofree char *page = NULL;
  const char *first;

  g_assert_nonnull (statement);
  own = add_work (sources, "T", "OGL-UK-3.0");
  own->requested = g_strdup ("Contains data of the Office");
  page = write_all (&edition);
  g_assert_null (strstr (page, statement));
  g_free (page);
  add_work (items, "I", "OGL-UK-3.0 OR CC-BY-4.0");
  add_work (items, "K", "OGL-UK-3.0");
  page = write_all (&edition);
  first = strstr (page, statement);
  g_assert_nonnull (first);
  g_assert_null (strstr (first + 1, statement));
}

static char *
write_item (const char *line, const char *language, gboolean is_full)
{
  gsize start, end;
  g_autoptr (GPtrArray) credits = cog_credit_line_parse (line, &start, &end);
  g_autoptr (GPtrArray) text =
      cog_attribution_new_item (g_ptr_array_index (credits, 0), language, is_full);

  return cog_credit_text_to_plain (text, language, FALSE);
}

/* From a credit line as it stood to the line under the figure of the adaptation. */
static void
test_items (void)
{
  g_autofree char *line = write_item (
      "(Credit: modification of “Voyager's View” by NASA/JPL/Flickr, CC BY 2.0)", "en", FALSE);
  g_autofree char *arabic =
      write_item ("(credit: “Cell” by Jane Doe/Flickr, CC BY 2.0)", "ar", FALSE);
  g_autofree char *changed =
      write_item ("(credit: modification of work by Jane Doe/Flickr)", "ar", FALSE);
  g_autofree char *notice = write_item ("(credit: ©ESA–David Ducros)", "fr", TRUE);

  g_assert_cmpstr (line, ==, "Voyager's View – NASA/JPL, via Flickr, CC BY 2.0; modified");
  g_assert_null (strstr (changed, "modification"));
  g_assert_nonnull (strstr (changed, "مع تعديل"));
  g_assert_nonnull (strstr (arabic, "\xE2\x81\xA8Jane Doe\xE2\x81\xA9"));
  g_assert_nonnull (strstr (arabic, "\xE2\x81\xA8"
                                    "CC BY 2.0\xE2\x81\xA9"));
  g_assert_nonnull (strstr (notice, "©ESA–David Ducros"));
}

static guint
count_problems (const char *line, const char *id)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_component_free);
  g_autoptr (CogEvaluation) evaluation = NULL;
  CogComponent *text = cog_component_new ("t", COG_COMPONENT_TEXT, COG_USE_TRANSLATED);
  CogComponent *figure = cog_component_new ("f", COG_COMPONENT_FIGURE, COG_USE_UNMODIFIED);
  gsize start, end;
  g_autoptr (GPtrArray) credits = cog_credit_line_parse (line, &start, &end);
  guint n = 0;

  g_ptr_array_add (text->sources, make_work ("BOOK", "A", "CC-BY-4.0"));
  g_ptr_array_add (figure->sources, cog_credit_copy (g_ptr_array_index (credits, 0)));
  g_ptr_array_add (list, text);
  g_ptr_array_add (list, figure);
  evaluation = cog_evaluation_new (list);
  for (guint i = 0; i < evaluation->problems->len; i++)
    {
      const CogRightsFinding *finding = g_ptr_array_index (evaluation->problems, i);

      if (g_str_equal (finding->id, id))
        n++;
    }
  return n;
}

/* A name alone is covered by the book's licence, to be looked at; who keeps rights is not. */
static void
test_claims (void)
{
  g_assert_cmpuint (count_problems ("(credit: Kevin Poh, Flickr)", "licence-assumed"), ==, 1);
  g_assert_cmpuint (count_problems ("(credit: Kevin Poh, Flickr)", "licence-unknown"), ==, 0);
  g_assert_cmpuint (count_problems ("(credit: ©ESA–David Ducros)", "licence-unknown"), ==, 1);
  g_assert_cmpuint (count_problems ("(credit: Photo Courtesy of U.S. Army)", "licence-unknown"), ==,
                    1);
  g_assert_cmpuint (count_problems ("(credit: Jo, CC BY 2.0)", "licence-unknown"), ==, 0);
  g_assert_cmpuint (count_problems ("(credit: Jo. All rights reserved.)", "all-rights-reserved"),
                    ==, 1);
}

/* A figure whose labels were translated is a new one: what it is under stands beside its source's
 * licence, in every language. */
static void
test_own_licence (void)
{

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (CogCredit) credit = cog_credit_new ();
      g_autoptr (GPtrArray) line = NULL;
      g_autofree char *plain = NULL;

      credit->title = g_strdup ("Pump");
      credit->licence = g_strdup ("CC-BY-SA-3.0");
      credit->own_licence = g_strdup ("CC-BY-SA-4.0");
      line = cog_attribution_new_item (credit, languages[i], FALSE);
      plain = cog_credit_text_to_plain (line, languages[i], FALSE);
      g_test_message ("%s", plain);
      g_assert_nonnull (strstr (plain, "CC BY-SA 3.0"));
      g_assert_nonnull (strstr (strstr (plain, "CC BY-SA 3.0"), "CC BY-SA 4.0"));
      g_assert_null (strchr (plain, '{'));
      if (i > 0)
        g_assert_null (strstr (plain, "licensed"));
    }
}

/* Where and when a source was fetched, in words for people; one that was a file says nothing. */
static void
test_fetched (void)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  CogCredit *source = make_work ("Getijden", "Jan", "CC-BY-4.0");
  g_autofree char *before = NULL;

  g_ptr_array_add (sources, source);
  before = write_page ("en", sources, FALSE);
  g_assert_null (strstr (before, "was taken from"));
  source->retrieved = g_strdup ("2026-11-22");
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *page = write_page (languages[i], sources, FALSE);
      g_autofree char *year = cog_language_format_number (languages[i], 2026);
      const char *address = strstr (page, "https://example.org/work");

      g_assert_nonnull (address);
      g_assert_nonnull (strstr (page, year));
      g_assert_null (strchr (page, '{'));
    }
  g_free (before);
  before = write_page ("de", sources, FALSE);
  g_assert_nonnull (strstr (before, "wurde am 22. November 2026 von"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attribution/all-languages", test_languages);
  g_test_add_func ("/attribution/chain", test_chain);
  g_test_add_func ("/attribution/each-source", test_each_source);
  g_test_add_func ("/attribution/collection", test_collection);
  g_test_add_func ("/attribution/several-in-all-languages", test_several_in_all_languages);
  g_test_add_func ("/attribution/standings", test_standings);
  g_test_add_func ("/attribution/states-in-all-languages", test_states_in_all_languages);
  g_test_add_func ("/attribution/expressions", test_expressions);
  g_test_add_func ("/attribution/own-line", test_own_line);
  g_test_add_func ("/attribution/party", test_party);
  g_test_add_func ("/attribution/licence-statement", test_licence_statement);
  g_test_add_func ("/attribution/items", test_items);
  g_test_add_func ("/attribution/claims", test_claims);
  g_test_add_func ("/attribution/own-licence", test_own_licence);
  g_test_add_func ("/attribution/fetched", test_fetched);
  return g_test_run ();
}
