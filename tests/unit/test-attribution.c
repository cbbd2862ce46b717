/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution.h"
#include "cog-credit-line.h"
#include "cog-evaluation.h"

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
write_page (const char *language, GPtrArray *sources, gboolean adapted)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_agent_free);
  CogEdition edition = { .language = language,
                         .title = "MY-TITLE",
                         .licence = "CC-BY-SA-4.0",
                         .year = "2025",
                         .people = people,
                         .sources = sources,
                         .is_translated = TRUE,
                         .is_adapted = adapted,
                         .n_translated = 812,
                         .n_adapted = 17,
                         .n_replaced = 4,
                         .n_omitted = 9,
                         .n_added = 3,
                         .has_items = TRUE };
  g_autoptr (GPtrArray) paragraphs = NULL;
  GString *all = g_string_new (NULL);

  g_ptr_array_add (people, cog_agent_new ("Aigul Bekova", COG_ROLE_TRANSLATOR));
  paragraphs = cog_attribution_list_paragraphs (&edition);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *plain =
          cog_credit_text_to_plain (g_ptr_array_index (paragraphs, i), language, TRUE);

      g_string_append_printf (all, "%s\n", plain);
    }
  return g_string_free (all, FALSE);
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
  g_assert_nonnull (strstr (page, "based on “ROOT"));
  g_assert_nonnull (strstr (page, "CC BY 2.0"));
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attribution/all-languages", test_languages);
  g_test_add_func ("/attribution/chain", test_chain);
  g_test_add_func ("/attribution/items", test_items);
  g_test_add_func ("/attribution/claims", test_claims);
  return g_test_run ();
}
