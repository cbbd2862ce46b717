/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution.h"
#include "cog-publisher.h"

#include <string.h>

#define WHO_SAYS                                                                                   \
  "This translation was not created by the World Health Organization (WHO). WHO is not "           \
  "responsible for the content or accuracy of this translation. The original English edition "     \
  "shall be the binding and authentic edition."
#define UNESCO_SAYS                                                                                \
  "The present work is not an official UNESCO publication and shall not be considered as such."

static CogCredit *
new_work (const char *copyright, const char *publisher, const char *licence)
{
  CogCredit *credit = cog_credit_new ();

  credit->title = g_strdup ("ORIGINAL");
  credit->copyright = g_strdup (copyright);
  credit->publisher = g_strdup (publisher);
  credit->licence = g_strdup (licence);
  credit->language = g_strdup ("en");
  return credit;
}

static char *
dup_matches (const CogCredit *credit)
{
  g_autoptr (GPtrArray) found = cog_publisher_match (credit);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((const CogPublisher *)g_ptr_array_index (found, i))->id);
  return g_string_free (ids, FALSE);
}

/* Lines as they stand on copyright pages, and lines that only speak of somebody. */
static void
test_lines (void)
{
  static const struct
  {
    const char *line, *ids;
  } rows[] = {
    { "© World Health Organization 2020", "who" },
    { "© World Health Organization, acting as the host organization for the Alliance, 2017",
      "who" },
    { "© Organisation mondiale de la Santé 2019", "who" },
    { "© Organización Mundial de la Salud, 2021", "who" },
    { "© Всемирная организация здравоохранения, 2022 г.", "who" },
    { "© 世界卫生组织2020年", "who" },
    { "© منظمة الصحة العالمية 2020", "who" },
    { "© World Health Organization Regional Office for Europe 2018", "who" },
    { "© World Health Organization. Regional Office for Europe", "who" },
    { "© WHO 2020. All rights reserved.", "who" },
    { "© World Health Organization and the United Nations Children’s Fund (UNICEF), 2021",
      "who unicef" },
    { "© Pan American Health Organization, 2021", "paho" },
    { "© PAHO/WHO 2021", "paho" },
    { "© Organización Panamericana de la Salud y Organización Mundial de la Salud", "who paho" },
    { "© 2021 International Bank for Reconstruction and Development / The World Bank",
      "worldbank" },
    { "© FAO, 2020", "fao" },
    { "© FAO and WHO 2019", "who fao" },
    { "© Food and Agriculture Organization of the United Nations 2021", "fao" },
    { "© UNESCO 2023", "unesco" },
    { "© Unesco, 2015", "unesco" },
    { "© United Nations Educational, Scientific and Cultural Organization, 2014", "unesco" },
    { "© 联合国教科文组织，2021年", "unesco" },
    { "© اليونسكو واليونيسف 2020", "unesco unicef" },
    { "© International Labour Organization 2022", "ilo" },
    { "Copyright © International Labour Office 2019", "ilo" },
    { "© OECD 2024", "oecd" },
    { "© OCDE/UNESCO 2024", "unesco oecd" },
    { "© European Union, 2021", "eu" },
    { "© Union européenne, 2020", "eu" },
    { "© UNICEF 2019", "unicef" },
    { "Copyright © 2021 Rice University", "openstax" },
    /* who only speaks of them */
    { "© 2020 John Smith, formerly of the World Health Organization", "" },
    { "© Friends of the World Bank", "" },
    { "© World Health Organization Collaborating Centre for Nursing", "" },
    { "© The Campaign against FAO", "" },
    { "© Who Knows Press 2020", "" },
    { "© who 2020", "" },
    { "© WHO KNOWS PRESS 2020", "" },
    { "© Eu mesmo, 2020", "" },
    { "© Critics of UNESCO 2020", "" },
    { "© 2020 Lake School", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CogCredit) credit = new_work (rows[i].line, NULL, "CC-BY-4.0");
      g_autofree char *ids = dup_matches (credit);

      g_test_message ("%s", rows[i].line);
      g_assert_cmpstr (ids, ==, rows[i].ids);
    }
}

/* A book that cites, quotes or criticises a publisher is not its. */
static void
test_near_misses (void)
{
  g_autoptr (CogCredit) credit = new_work ("© 2020 Ann Reader", "Lake Press", "CC-BY-4.0");
  g_autofree char *ids = NULL;

  g_free (credit->title);
  credit->title = g_strdup ("World Health Organization");
  credit->subtitle = g_strdup ("A critique of WHO, UNESCO and the World Bank");
  credit->requested = g_strdup ("Reader A. World Health Organization. Lake: Lake Press; 2020.");
  credit->source_url = g_strdup ("https://iris.who.int/handle/1");
  g_ptr_array_add (credit->agents, cog_agent_new ("Ann Reader", COG_ROLE_AUTHOR));
  g_ptr_array_add (credit->agents, cog_agent_new ("World Bank", COG_ROLE_CONTRIBUTOR));
  ids = dup_matches (credit);
  g_assert_cmpstr (ids, ==, "");
  cog_publisher_propose (credit);
  g_assert_cmpuint (credit->notices->len, ==, 0);
}

static void
test_who_is_named (void)
{
  static const struct
  {
    const char *publisher, *author, *url, *ids;
  } rows[] = {
    { "Geneva: World Health Organization", NULL, NULL, "who" },
    { "World Health Organization", "Ann Reader", NULL, "who" },
    { "UNESCO Office in Amman", NULL, NULL, "unesco" },
    { NULL, "World Health Organization", NULL, "who" },
    { NULL, "Ann Reader", "https://apps.who.int/iris/1", "who" },
    { NULL, NULL, "https://unesdoc.unesco.org/ark:/1", "unesco" },
    { NULL, NULL, "https://notwho.int/", "" },
    { NULL, NULL, "https://example.org/?from=https://who.int", "" },
    { "Oxford University Press", NULL, "https://unesdoc.unesco.org/ark:/1", "" },
    { NULL, NULL, "no address", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CogCredit) credit = new_work (NULL, rows[i].publisher, "CC-BY-4.0");
      g_autofree char *ids = NULL;

      credit->source_url = g_strdup (rows[i].url);
      if (rows[i].author != NULL)
        g_ptr_array_add (credit->agents, cog_agent_new (rows[i].author, COG_ROLE_AUTHOR));
      ids = dup_matches (credit);
      g_assert_cmpstr (ids, ==, rows[i].ids);
    }
}

static const CogNotice *
find_notice (const CogCredit *credit, const char *kind)
{
  for (guint i = 0; i < credit->notices->len; i++)
    {
      const CogNotice *notice = g_ptr_array_index (credit->notices, i);

      if (g_strcmp0 (notice->kind, kind) == 0)
        return notice;
    }
  return NULL;
}

/* Which sentence depends on the licence and the year; without a licence nobody may adapt. */
static void
test_conditions (void)
{
  static const struct
  {
    const char *line, *licence, *kind, *begin;
  } rows[] = {
    { "© World Health Organization 2020", "CC-BY-NC-SA-3.0-IGO", "translation", WHO_SAYS },
    { "© World Health Organization 2025", "CC-BY-4.0", "translation", WHO_SAYS },
    { "© World Health Organization 2020", NULL, "translation", NULL },
    { "© World Health Organization 2020", "LicenseRef-AllRightsReserved", "translation", NULL },
    { "© World Health Organization 2020", "LicenseRef-PublicDomain", "translation", NULL },
    { "© UNESCO 2023", "CC-BY-SA-3.0-IGO", "derivative", UNESCO_SAYS },
    { "© UNICEF 2023", "CC-BY-3.0-IGO", "translation", NULL },
    { "© International Labour Organization 2022", "CC-BY-4.0", "translation",
      "This translation was not created by the International Labour Office" },
    { "© International Labour Organization 2023", "CC-BY-4.0", "translation",
      "This is a translation of a copyrighted work" },
    { "© International Labour Organization", "CC-BY-4.0", "adaptation",
      "This is an adaptation of a copyrighted work" },
    { "© International Labour Organization 2021", "CC-BY-3.0-IGO", "adaptation",
      "This is an adaptation of an original work by the International Labour Office" },
    { "© OECD 2024", "CC-BY-4.0", "translation", "In the event of any discrepancy" },
    { "© OECD 2019", "CC-BY-4.0", "translation", NULL },
    { "© European Union, 2020", "LicenseRef-EU-2011-833", "translation", "This is not an off" },
    { "© FAO 2021", "CC-BY-NC-SA-3.0-IGO", "adaptation", NULL },
    { "© 2021 The World Bank", "CC-BY-3.0-IGO", "adaptation",
      "This is an adaptation of an original work by The World Bank." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CogCredit) credit = new_work (rows[i].line, NULL, rows[i].licence);
      const CogNotice *notice;

      g_test_message ("%s, %s", rows[i].line, rows[i].licence);
      cog_publisher_propose (credit);
      notice = find_notice (credit, rows[i].kind);
      if (rows[i].begin == NULL)
        {
          g_assert_null (notice);
          continue;
        }
      g_assert_nonnull (notice);
      g_assert_true (g_str_has_prefix (notice->text, rows[i].begin));
      g_assert_null (strpbrk (notice->text, "[]{}"));
      g_assert_cmpint (notice->origin, ==, COG_NOTICE_PROPOSED);
      g_assert_cmpstr (notice->language, ==, "en");
      g_assert_nonnull (cog_publisher_find_notice (notice));
    }
}

/* The language of the original is said where it is known. */
static void
test_original_language (void)
{
  static const struct
  {
    const char *language, *words;
  } rows[] = {
    { "fr-CH", "The original French edition shall" },
    { NULL, "The original edition shall" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CogCredit) credit =
          new_work ("© World Health Organization 2020", NULL, "CC-BY-3.0-IGO");

      g_free (credit->language);
      credit->language = g_strdup (rows[i].language);
      cog_publisher_propose (credit);
      g_assert_nonnull (strstr (find_notice (credit, "translation")->text, rows[i].words));
    }
}

/* What the source says itself, and what a person decided, is not proposed over again. */
static void
test_own_page_wins (void)
{
  g_autoptr (CogCredit) credit =
      new_work ("© World Health Organization 2020", NULL, "CC-BY-3.0-IGO");
  CogNotice *decided;

  g_ptr_array_add (credit->notices, cog_notice_new ("translation", "ITS OWN WORDS", "en"));
  cog_publisher_propose (credit);
  cog_publisher_propose (credit);
  g_assert_cmpuint (credit->notices->len, ==, 2);
  g_assert_cmpstr (find_notice (credit, "translation")->text, ==, "ITS OWN WORDS");
  g_assert_cmpint (find_notice (credit, "translation")->origin, ==, COG_NOTICE_FOUND);
  decided = (CogNotice *)find_notice (credit, "adaptation");
  g_assert_cmpint (decided->origin, ==, COG_NOTICE_PROPOSED);
  decided->origin = COG_NOTICE_DROPPED;
  cog_publisher_propose (credit);
  g_assert_cmpuint (credit->notices->len, ==, 2);
  g_assert_cmpint (find_notice (credit, "adaptation")->origin, ==, COG_NOTICE_DROPPED);
  /* What is corrected takes its proposals with it. */
  decided->origin = COG_NOTICE_PROPOSED;
  g_free (credit->copyright);
  credit->copyright = g_strdup ("© Lake School");
  cog_publisher_propose (credit);
  g_assert_cmpuint (credit->notices->len, ==, 1);
}

/* A sentence for whatever is made from a work stands for both kinds, and both for it. */
static void
test_kinds (void)
{
  g_autoptr (CogCredit) unesco = new_work ("© UNESCO 2020", NULL, "CC-BY-SA-3.0-IGO");
  g_autoptr (CogCredit) who = new_work ("© WHO 2020", NULL, "CC-BY-3.0-IGO");

  g_ptr_array_add (unesco->notices, cog_notice_new ("translation", "T", "en"));
  cog_publisher_propose (unesco);
  g_assert_nonnull (find_notice (unesco, "derivative"));
  g_ptr_array_add (unesco->notices, cog_notice_new ("adaptation", "A", "en"));
  cog_publisher_propose (unesco);
  g_assert_null (find_notice (unesco, "derivative"));
  g_ptr_array_add (who->notices, cog_notice_new ("derivative", "D", "en"));
  cog_publisher_propose (who);
  g_assert_cmpuint (who->notices->len, ==, 1);
}

static char *
write_page (CogCredit *source, const char *language, CogSourceUse use, gboolean as_html)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  CogEdition edition = { .language = language, .title = "MY", .sources = sources, .uses = &use };
  g_autoptr (GPtrArray) paragraphs = NULL;
  GString *all = g_string_new ("\n");

  g_ptr_array_add (sources, source);
  paragraphs = cog_attribution_list_paragraphs (&edition);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const CogCreditText *text = g_ptr_array_index (paragraphs, i);
      g_autofree char *line = as_html ? cog_credit_text_to_xhtml (text)
                                      : cog_credit_text_to_plain (text, language, FALSE);

      g_string_append_printf (all, "%s\n", line);
    }
  return g_string_free (all, FALSE);
}

/* In the language of the edition, said to be ours; then as the publisher wants it, in its own
 * language and direction. */
static void
test_languages (void)
{
  static const struct
  {
    const char *language, *ours, *said;
  } rows[] = {
    { "ar-EG", "\nلم تُعِدّ منظمة الصحة العالمية هذه الترجمة", "الإنجليزية" },
    { "ru", "\nВсемирная организация здравоохранения (ВОЗ) не создавала этот перевод",
      "оригинальное издание (английский)" },
    { "zh-Hans", "\n本译文并非由世界卫生组织（世卫组织）翻译", "原版（英语）" },
    { "sw", "\nTafsiri hii haikutayarishwa na Shirika la Afya Duniani", "Kiingereza" },
  };
  const CogSourceUse translated = { TRUE, FALSE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CogCredit) credit =
          new_work ("© World Health Organization 2020", NULL, "CC-BY-3.0-IGO");
      g_autofree char *page = NULL;
      const char *ours, *theirs;

      cog_publisher_propose (credit);
      page = write_page (credit, rows[i].language, translated, TRUE);
      g_test_message ("%s", page);
      ours = strstr (page, rows[i].ours);
      theirs = strstr (page, "\n<bdi lang=\"en\" dir=\"ltr\">" WHO_SAYS "</bdi>\n");
      g_assert_nonnull (ours);
      g_assert_nonnull (theirs);
      g_assert_true (ours < theirs);
      g_assert_nonnull (strstr (ours, rows[i].said));
      g_assert_null (strstr (page, "This is an adaptation of an original"));
    }
}

/* In English it stands once; nobody's translation is needed. A found notice is known, too. */
static void
test_english (void)
{
  const CogSourceUse translated = { TRUE, TRUE, FALSE };
  g_autoptr (CogCredit) credit =
      new_work ("© World Health Organization 2020", NULL, "CC-BY-3.0-IGO");
  g_autofree char *page = NULL;
  g_autofree char *arabic = NULL;

  g_ptr_array_add (credit->notices, cog_notice_new ("translation", WHO_SAYS, "en"));
  cog_publisher_propose (credit);
  page = write_page (credit, "en-GB", translated, TRUE);
  g_assert_nonnull (strstr (page, "\n<bdi>" WHO_SAYS "</bdi>\n"));
  g_assert_null (strstr (page, "Unofficial"));
  /* An adaptation's sentence waits for a person. */
  g_assert_null (strstr (page, "This is an adaptation of an original"));
  ((CogNotice *)find_notice (credit, "adaptation"))->origin = COG_NOTICE_CONFIRMED;
  g_free (page);
  page = write_page (credit, "en-GB", translated, TRUE);
  g_assert_nonnull (strstr (page, "This is an adaptation of an original work by the World Health"));
  arabic = write_page (credit, "ar", translated, TRUE);
  g_assert_nonnull (strstr (arabic, "لم تُعِدّ منظمة الصحة العالمية"));
  ((CogNotice *)find_notice (credit, "translation"))->origin = COG_NOTICE_DROPPED;
  g_free (page);
  page = write_page (credit, "en-GB", translated, TRUE);
  g_assert_null (strstr (page, WHO_SAYS));
}

/* Words that nobody has compared with a page are not printed before a person says so. */
static void
test_not_yet (void)
{
  const CogSourceUse translated = { TRUE, FALSE, FALSE };
  static const char *const lines[] = { "© Pan American Health Organization 2021",
                                       "© International Labour Organization 2024",
                                       "© European Union 2021" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (CogCredit) credit = new_work (lines[i], NULL, "CC-BY-4.0");
      g_autofree char *page = NULL;
      CogNotice *notice;

      cog_publisher_propose (credit);
      notice = (CogNotice *)find_notice (credit, "translation");
      g_assert_nonnull (notice);
      page = write_page (credit, "fr", translated, FALSE);
      g_assert_null (strstr (page, notice->text));
      notice->origin = COG_NOTICE_CONFIRMED;
      g_free (page);
      page = write_page (credit, "en", translated, FALSE);
      g_assert_nonnull (strstr (page, notice->text));
    }
}

/* A page that leaves the language open is filled in; the record keeps its words. */
static void
test_open_language (void)
{
  static const char says[] =
      "This translation was not created by the Food and Agriculture Organization of the United "
      "Nations (FAO). FAO is not responsible for the content or accuracy of this translation. The "
      "original [Language] edition shall be the authoritative edition.";
  const CogSourceUse translated = { TRUE, FALSE, FALSE };
  g_autoptr (CogCredit) credit = new_work ("© FAO 2021", NULL, "CC-BY-4.0");
  g_autofree char *page = NULL;

  g_free (credit->language);
  credit->language = g_strdup ("es");
  g_ptr_array_add (credit->notices, cog_notice_new ("translation", says, "en"));
  cog_publisher_propose (credit);
  g_assert_cmpuint (credit->notices->len, ==, 1);
  page = write_page (credit, "en", translated, FALSE);
  g_assert_nonnull (strstr (page, "The original Spanish edition shall"));
  g_assert_null (strchr (page, '['));
  g_assert_cmpstr (find_notice (credit, "translation")->text, ==, says);
}

/* Where the publisher fixes no words, ours stand in the edition's language alone. */
static void
test_own_words (void)
{
  const CogSourceUse translated = { TRUE, FALSE, FALSE };
  g_autoptr (CogCredit) credit = new_work ("© European Union 2021", NULL, "CC-BY-4.0");
  g_autofree char *page = NULL;

  cog_publisher_propose (credit);
  ((CogNotice *)find_notice (credit, "translation"))->origin = COG_NOTICE_CONFIRMED;
  page = write_page (credit, "pl", translated, FALSE);
  g_assert_nonnull (strstr (page, "\nTo nie jest oficjalne tłumaczenie Unii Europejskiej.\n"));
  g_assert_null (strstr (page, "This is not"));
}

/* What a work was made from keeps its notices, translated once or twice. */
static void
test_upstream (void)
{
  const CogSourceUse nothing = { FALSE, FALSE, FALSE };
  g_autoptr (CogCredit) credit = new_work ("© Lake School 2024", NULL, "CC-BY-4.0");
  CogCredit *who = new_work ("© World Health Organization 2020", NULL, "CC-BY-3.0-IGO");
  g_autofree char *page = NULL;
  g_autofree char *english = NULL;

  cog_publisher_propose (who);
  g_ptr_array_add (credit->upstream, who);
  g_free (credit->language);
  credit->language = g_strdup ("ar");
  page = write_page (credit, "ar", nothing, FALSE);
  g_assert_nonnull (strstr (page, WHO_SAYS));
  english = write_page (credit, "en", nothing, FALSE);
  g_assert_null (strstr (english, WHO_SAYS));
}

/* An edition that names the original's publisher among its authors is not the publisher's. */
static void
test_adaptation (void)
{
  g_autoptr (CogCredit) credit = new_work (NULL, NULL, "CC-BY-3.0-IGO");
  CogCredit *who = new_work ("© World Health Organization 2020", NULL, "CC-BY-3.0-IGO");

  g_ptr_array_add (credit->agents, cog_agent_new ("World Health Organization", COG_ROLE_AUTHOR));
  cog_publisher_propose (credit);
  g_assert_cmpuint (credit->notices->len, ==, 2);
  g_ptr_array_add (credit->upstream, who);
  cog_publisher_propose (credit);
  g_assert_cmpuint (credit->notices->len, ==, 0);
}

/* What a person decides about the second leaves the first where it is. */
static void
test_order (void)
{
  g_autoptr (CogCredit) credit = new_work ("© WHO 2020", NULL, "CC-BY-3.0-IGO");

  cog_publisher_propose (credit);
  ((CogNotice *)g_ptr_array_index (credit->notices, 1))->origin = COG_NOTICE_CONFIRMED;
  cog_publisher_propose (credit);
  g_assert_cmpuint (credit->notices->len, ==, 2);
  g_assert_cmpstr (((CogNotice *)g_ptr_array_index (credit->notices, 0))->kind, ==, "translation");
}

/* Every field of a notice survives being written and read. */
static void
test_round (void)
{
  g_autoptr (CogCredit) credit =
      new_work ("© World Health Organization 2020", NULL, "CC-BY-3.0-IGO");
  g_autoptr (CogCredit) copy = NULL;
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;

  g_ptr_array_add (credit->notices, cog_notice_new ("always", "FOUND", "fr"));
  cog_publisher_propose (credit);
  ((CogNotice *)find_notice (credit, "adaptation"))->origin = COG_NOTICE_DROPPED;
  json = cog_credit_to_json (credit);
  g_assert_nonnull (strstr (json, "\"origin\":\"proposed\""));
  g_assert_nonnull (strstr (json, "\"publisher\":\"who\""));
  copy = cog_credit_from_json (json, NULL);
  g_assert_cmpint (find_notice (copy, "always")->origin, ==, COG_NOTICE_FOUND);
  g_assert_cmpint (find_notice (copy, "translation")->origin, ==, COG_NOTICE_PROPOSED);
  g_assert_cmpint (find_notice (copy, "adaptation")->origin, ==, COG_NOTICE_DROPPED);
  cog_publisher_propose (copy);
  g_clear_pointer (&credit, cog_credit_free);
  credit = cog_credit_copy (copy);
  again = cog_credit_to_json (credit);
  g_assert_cmpint (strlen (again), ==, strlen (json));
}

/* The data: nothing is missing, no place is left open, in any language. */
static void
test_data (void)
{
  GPtrArray *list = cog_publisher_list ();

  g_assert_cmpuint (list->len, >=, 9);
  for (guint i = 0; i < list->len; i++)
    {
      const CogPublisher *publisher = g_ptr_array_index (list, i);

      g_assert_true (cog_publisher_lookup (publisher->id) == publisher);
      for (guint k = 0; k < publisher->notices->len; k++)
        {
          const CogPublisherNotice *notice = g_ptr_array_index (publisher->notices, k);
          static const char *const languages[] = { "en",    "ar", "fr-CA", "es", "ru", "zh-Hans",
                                                   "pt-BR", "de", "pl",    "uk", "kk", "tr",
                                                   "id",    "fa", "ur",    "hi", "sw" };

          for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
            {
              gboolean is_official = FALSE;
              g_autofree char *text =
                  cog_publisher_notice_dup_text (notice, "en", languages[l], &is_official);

              g_assert_true (text == NULL || strpbrk (text, "[]{}") == NULL);
              g_assert_true (l > 0 || text != NULL);
              g_assert_true (l == 0 || text == NULL || !is_official);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publisher/lines", test_lines);
  g_test_add_func ("/publisher/near-misses", test_near_misses);
  g_test_add_func ("/publisher/who-is-named", test_who_is_named);
  g_test_add_func ("/publisher/conditions", test_conditions);
  g_test_add_func ("/publisher/original-language", test_original_language);
  g_test_add_func ("/publisher/own-page-wins", test_own_page_wins);
  g_test_add_func ("/publisher/kinds", test_kinds);
  g_test_add_func ("/publisher/languages", test_languages);
  g_test_add_func ("/publisher/english", test_english);
  g_test_add_func ("/publisher/not-yet", test_not_yet);
  g_test_add_func ("/publisher/open-language", test_open_language);
  g_test_add_func ("/publisher/own-words", test_own_words);
  g_test_add_func ("/publisher/upstream", test_upstream);
  g_test_add_func ("/publisher/adaptation", test_adaptation);
  g_test_add_func ("/publisher/order", test_order);
  g_test_add_func ("/publisher/round", test_round);
  g_test_add_func ("/publisher/data", test_data);
  return g_test_run ();
}
