/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-compatibility.h"
#include "cog-licence.h"

#include "corpus.h"

#include <string.h>

static void
test_catalogue (void)
{
  g_assert_cmpuint (cog_licence_list ()->len, >, 600);
  g_assert_cmpstr (cog_licence_lookup ("cc-by-sa-3.0-igo")->url, ==,
                   "https://creativecommons.org/licenses/by-sa/3.0/igo/");
  g_assert_null (cog_licence_lookup ("CC-BY-9.0"));
  g_assert_null (cog_licence_lookup ("CC-BY-4.0-ES"));
  g_assert_true (cog_licence_is_nd (cog_licence_lookup ("CC-BY-ND-NC-2.0")));
}

static void
test_urls (void)
{
  static const char *const urls[][2] = {
    { "http://creativecommons.org/licenses/by/4.0/deed.pl", "CC-BY-4.0" },
    { "https://www.creativecommons.org/licenses/by-nc-sa/3.0/us/legalcode", "CC-BY-NC-SA-3.0-US" },
    { "https://creativecommons.org/licenses/by/3.0/es/deed.ca", "CC-BY-3.0-ES" },
    { "http://creativecommons.org/licenses/by-nd-nc/1.0/", "CC-BY-NC-ND-1.0" },
    { "http://creativecommons.org/licenses/by-nd-nc/2.0/jp/", "CC-BY-NC-ND-2.0-JP" },
    { "https://creativecommons.org/licenses/by-nc-nd/1.0/nl/deed.nl", "CC-BY-NC-ND-1.0-NL" },
    { "https://creativecommons.org/licenses/by-sa/4.0?ref=chooser-v1", "CC-BY-SA-4.0" },
    { "//creativecommons.org/licenses/by-sa/2.5/scotland/", "CC-BY-SA-2.5-SCOTLAND" },
    { "https://creativecommons.org/licenses/by-sa-nc/4.0/", "CC-BY-NC-SA-4.0" },
    { "https://creativecommons.org/licenses/by/4.0/es/", "CC-BY-4.0" },
    { "https://creativecommons.org/licenses/by/4.0/legalcode.fr", "CC-BY-4.0" },
    { "https://creativecommons.org/licenses/by-sa/", "CC-BY-SA" },
    { "https://i.creativecommons.org/l/by-sa/4.0/88x31.png", "CC-BY-SA-4.0" },
    { "https://licensebuttons.net/l/by/3.0/us/80x15.png", "CC-BY-3.0-US" },
    { "https://creativecommons.org/publicdomain/zero/1.0/deed.es", "CC0-1.0" },
    { "http://creativecommons.org/publicdomain/mark/1.0/", "CC-PDM-1.0" },
    { "http://creativecommons.org/licenses/publicdomain/", "CC-PDDC" },
    { "https://creativecommons.org/licenses/nc-sa/1.0/", "CC-NC-SA-1.0" },
    { "https://www.gnu.org/licenses/fdl-1.3.html", "GFDL-1.3-only" },
    { "http://www.gnu.org/copyleft/fdl.html", "GFDL-1.3-only" },
    { "https://www.gnu.org/licenses/gpl-3.0.en.html", "GPL-3.0-only" },
    { "http://artlibre.org/licence/lal/en/", "LAL-1.3" },
    { "http://rightsstatements.org/vocab/InC/1.0/", "LicenseRef-RightsStatement-InC" },
    { "https://rightsstatements.org/vocab/NoC-US/1.0/?language=en",
      "LicenseRef-RightsStatement-NoC-US" },
    { "https://spdx.org/licenses/CC-BY-4.0.html", "CC-BY-4.0" },
    { "https://creativecommons.org/licenses/by-sa/3.0/xx/", "CC-BY-SA" },
    { "https://creativecommons.org/licenses/by/3.0/mx/", "CC-BY" },
    { "https://creativecommons.org/licenses/by/5.0/", "CC-BY" },
    { "https://creativecommons.org/licenses/by/2.1/", "CC-BY" },
    { "https://creativecommons.org/licenses/by/2.1/jp/deed.ja", "CC-BY-2.1-JP" },
    { "https://creativecommons.org/licenses/by/4.0/igo/", "CC-BY" },
    { "https://creativecommons.org/licenses/by/deed.en", "CC-BY" },
    { "https://creativecommons.org/licenses/?lang=es", NULL },
    { "https://creativecommons.org/", NULL },
    { "https://example.org/licenses/by/4.0/", NULL },
    { "http://en.wikipedia.org/wiki/Copyright", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      const CogLicence *licence = cog_licence_lookup_url (urls[i][0]);

      g_assert_null (cog_licence_lookup_url ("#licence"));

      if (g_strcmp0 (licence != NULL ? licence->id : NULL, urls[i][1]) != 0)
        g_error ("%s: %s, not %s", urls[i][0], licence != NULL ? licence->id : "nothing",
                 urls[i][1]);
    }
}

/* What Creative Commons calls a licence is recognised as that licence: every row, every language.
 */
static void
test_own_names (void)
{
  static const char *const languages[] = {
    "ar", "cs", "da", "de", "el", "en", "es", "eu", "fa", "fi",      "fr",
    "fy", "hi", "hr", "id", "it", "ja", "ko", "lt", "lv", "mi",      "nl",
    "no", "pl", "pt", "ro", "ru", "sl", "sv", "tr", "uk", "zh-Hans", "zh-Hant",
  };
  GPtrArray *list = cog_licence_list ();
  guint wrong = 0;

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint i = 0; i < list->len; i++)
      {
        const CogLicence *licence = g_ptr_array_index (list, i);
        g_autofree char *name = cog_licence_dup_long_name (licence, languages[l]);
        g_autofree char *id = NULL;

        if (licence->unit == NULL || licence->is_unversioned)
          continue;
        id = cog_licence_recognise (name, NULL, NULL);
        if (g_strcmp0 (id, licence->id) != 0 && ++wrong < 40)
          g_test_message ("%s: “%s” is %s, not %s", languages[l], name, id, licence->id);
      }
  g_assert_cmpuint (wrong, ==, 0);
}

/* And by its address and its short name. */
static void
test_short_names (void)
{
  GPtrArray *list = cog_licence_list ();

  for (guint i = 0; i < list->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (list, i);
      g_autofree char *id = NULL;

      if (licence->unit == NULL)
        continue;
      if (!licence->is_unversioned)
        g_assert_cmpstr (cog_licence_lookup_url (licence->url)->id, ==, licence->id);
      id = cog_licence_recognise (licence->name, NULL, NULL);
      g_assert_cmpstr (id, ==, licence->id);
    }
}

static void
test_recognise (void)
{
  static const char *const words[][2] = {
#include "licence-statements.h"
  };
  guint wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *id = cog_licence_recognise (words[i][0], NULL, NULL);

      if (g_strcmp0 (id, words[i][1]) != 0)
        {
          g_test_message ("%s: %s, not %s", words[i][0], id, words[i][1]);
          wrong++;
        }
    }
  g_assert_cmpuint (wrong, ==, 0);
}

static void
test_flags (void)
{
  CogRecognised flags;

  g_free (cog_licence_recognise_full ("CC BY 4.0, no AI training", NULL, &flags));
  g_assert_true ((flags & COG_RECOGNISED_MODIFIED) != 0);
  g_free (cog_licence_recognise_full ("CC BY-SA", NULL, &flags));
  g_assert_cmpuint (flags, ==, COG_RECOGNISED_NO_VERSION);
  g_free (cog_licence_recognise_full ("CC BY-SA 4.0",
                                      "https://creativecommons.org/licenses/by-sa/4.0/", &flags));
  g_assert_cmpuint (flags, ==, COG_RECOGNISED_PLAIN);
  g_free (cog_licence_recognise_full ("CC BY 4.0. All rights reserved.", NULL, &flags));
  g_assert_cmpuint (flags, ==, COG_RECOGNISED_DISAGREE);
}

/* What was never given out, and what is denied, is no certainty. */
static void
test_odd_input (void)
{
  static const struct
  {
    const char *words, *url;
    guint flags;
  } cases[] = {
    { NULL, "https://creativecommons.org/licenses/by-sa/3.0/xx/", COG_RECOGNISED_UNKNOWN_PORT },
    { "CC BY-SA", "https://creativecommons.org/licenses/by-sa/3.0/xx/",
      COG_RECOGNISED_UNKNOWN_PORT },
    { NULL, "https://creativecommons.org/licenses/by/5.0/", COG_RECOGNISED_UNKNOWN_VERSION },
    { "see creativecommons.org/licenses/by/5.0/", NULL, COG_RECOGNISED_UNKNOWN_VERSION },
    { NULL, "https://creativecommons.org/licenses/by/4.0/es/", 0 },
    { "CC BY 5.0", NULL, COG_RECOGNISED_UNKNOWN_VERSION },
    { "CC BY 2.0 Mexico", NULL, COG_RECOGNISED_UNKNOWN_PORT },
    { "GFDL 7.0", NULL, COG_RECOGNISED_UNKNOWN_VERSION },
    { "This is not CC BY.", NULL, COG_RECOGNISED_DENIED },
    { "CC BY 4.0; images CC BY-SA 2.0", NULL, COG_RECOGNISED_SEVERAL },
    { "CC BY 4.0 or CC BY-SA 2.0", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CogRecognised flags;

      g_free (cog_licence_recognise_full (cases[i].words, cases[i].url, &flags));
      g_test_message ("%s %s", cases[i].words, cases[i].url);
      g_assert_cmpuint (flags & ~COG_RECOGNISED_NO_VERSION, ==, cases[i].flags);
    }
}

/* What binds while two statements contradict each other. */
static void
test_both (void)
{
  static const char *const cases[][3] = {
    { "CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-NC-4.0" },
    { "CC-BY-3.0-IGO", "CC-BY-NC-SA-3.0-IGO", "CC-BY-NC-SA-3.0-IGO" },
    { "CC-BY-NC-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0 AND CC-BY-SA-4.0" },
    { "CC-BY-SA-1.0", "CC-BY-SA-4.0", "CC-BY-SA-1.0 AND CC-BY-SA-4.0" },
    { "CC-BY-SA-4.0", "CC-BY-NC-SA-4.0", "CC-BY-SA-4.0 AND CC-BY-NC-SA-4.0" },
    { "CC-BY-4.0", "LicenseRef-AllRightsReserved", "LicenseRef-AllRightsReserved" },
    { "CC0-1.0", "CC-BY-4.0", "CC-BY-4.0" },
    /* An edition of a text that is free in one country only. */
    { "CC0-1.0", "LicenseRef-PublicDomain-US", "CC0-1.0 AND LicenseRef-PublicDomain-US" },
    { "CC-BY-3.0 AND GPL-3.0-or-later AND LicenseRef-PublicDomain", "CC-BY-3.0",
      "CC-BY-3.0 AND GPL-3.0-or-later AND LicenseRef-PublicDomain" },
    { "CC-BY-SA-3.0 OR GFDL-1.2-or-later", "CC-BY-SA-3.0", "CC-BY-SA-3.0" },
    { "CC-BY-SA-3.0 OR GFDL-1.2-or-later", "CC-BY-NC-4.0",
      "(CC-BY-SA-3.0 OR GFDL-1.2-or-later) AND CC-BY-NC-4.0" },
    { "CC-BY-NC-4.0 AND CC-BY-SA-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0 AND CC-BY-SA-4.0" },
    { NULL, "CC-BY-4.0", "CC-BY-4.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint turned = 0; turned < 2; turned++)
      {
        g_autofree char *both = cog_licence_dup_both (cases[i][turned], cases[i][1 - turned]);

        if (!turned || strstr (cases[i][2], cases[i][0] != NULL ? cases[i][0] : "-") == NULL ||
            strstr (cases[i][2], cases[i][1]) == NULL)
          g_assert_cmpstr (both, ==, cases[i][2]);
      }
}

static void
test_disagreement (void)
{
  gboolean disagree = FALSE;
  g_autofree char *who = cog_licence_recognise (
      "CC BY-NC-SA 3.0 IGO", "https://creativecommons.org/licenses/by/3.0/igo", &disagree);
  g_autofree char *same = NULL;

  g_assert_true (disagree);
  g_assert_cmpstr (who, ==, "CC-BY-NC-SA-3.0-IGO");
  same = cog_licence_recognise ("CC BY SA", "http://creativecommons.org/licenses/by-sa/3.0/",
                                &disagree);
  g_assert_false (disagree);
  g_assert_cmpstr (same, ==, "CC-BY-SA-3.0");
}

static void
test_names (void)
{
  g_autofree char *en = cog_licence_dup_long_name (cog_licence_lookup ("CC-BY-NC-SA-4.0"), "en-GB");
  g_autofree char *es = cog_licence_dup_long_name (cog_licence_lookup ("CC-BY-SA-4.0"), "es");
  g_autofree char *nd = cog_licence_dup_long_name (cog_licence_lookup ("CC-BY-ND-3.0"), "xx");

  g_assert_cmpstr (en, ==,
                   "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International");
  g_assert_cmpstr (es, ==,
                   "Creative Commons Atribución/Reconocimiento-CompartirIgual 4.0 Internacional");
  g_assert_cmpstr (nd, ==, "Creative Commons Attribution-NoDerivs 3.0 Unported");
}

static void
check_row (char **cells, guint *wrong)
{
  g_auto (GStrv) sources = g_strsplit (cells[1], ";", -1);
  const CogLicence *target = cog_licence_lookup (cells[3]);
  CogVerdict verdict;

  for (guint i = 0; sources[i] != NULL; i++)
    g_strstrip (sources[i]);
  g_assert_nonnull (target);
  verdict = cog_compatibility_check (g_str_equal (cells[2], "collection") ? COG_WORK_COLLECTION
                                                                          : COG_WORK_ADAPTATION,
                                     target, (const char *const *)sources, NULL);
  if (!g_str_equal (cog_verdict_to_nick (verdict), cells[4]))
    {
      g_test_message ("%s: %s %s -> %s: %s, not %s", cells[0], cells[2], cells[1], cells[3],
                      cog_verdict_to_nick (verdict), cells[4]);
      (*wrong)++;
    }
}

static void
test_cases (void)
{
  g_autofree char *path = corpus_dup_path ("../licences/cases.tsv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint wrong = 0;

  if (path == NULL)
    {
      g_test_skip ("no corpus");
      return;
    }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      check_row (cells, &wrong);
    }
  g_assert_cmpuint (wrong, ==, 0);
}

/* Rules that hold for the whole catalogue, whatever a table of cases has of them. */
static void
test_laws (void)
{
  GPtrArray *list = cog_licence_list ();
  const CogLicence *by_sa = cog_licence_lookup ("CC-BY-SA-4.0");

  for (guint i = 0; i < list->len; i++)
    {
      const CogLicence *source = g_ptr_array_index (list, i);
      const char *sources[] = { source->id, NULL };
      CogVerdict verdict = cog_compatibility_check (COG_WORK_ADAPTATION, by_sa, sources, NULL);

      if (cog_licence_is_nd (source) || !cog_licence_is_open (source))
        g_assert_cmpint (verdict, ==, COG_VERDICT_FORBIDDEN);
      if (source->klass == COG_CLASS_BY_SA && g_ascii_strtod (source->version, NULL) > 1)
        g_assert_cmpint (verdict, ==, COG_VERDICT_ALLOWED);
      if (source->klass == COG_CLASS_BY_NC_SA)
        g_assert_cmpint (verdict, ==, COG_VERDICT_FORBIDDEN);
    }
}

/* No licence of the catalogue is taken for another by its own id or name: at most for one of its
 * family that has the same name. */
static void
test_whole_names (void)
{
  GPtrArray *licences = cog_licence_list ();

  for (guint i = 0; i < licences->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (licences, i);
      const char *const words[] = { licence->id, licence->name };

      for (guint w = 0; w < G_N_ELEMENTS (words); w++)
        {
          g_autofree char *read = cog_licence_recognise (words[w], NULL, NULL);
          const CogLicence *other = read != NULL ? cog_licence_lookup (read) : NULL;

          if (read != NULL && !g_str_equal (read, licence->id) &&
              (other == NULL || g_strcmp0 (other->name, licence->name) != 0))
            g_error ("“%s” is read as %s", words[w], read);
        }
    }
}

static void
test_official_names (void)
{
  static const struct
  {
    const char *words, *licence;
  } rows[] = {
    { "Daten: © GeoBasis-DE, Datenlizenz Deutschland – Namensnennung – Version 2.0",
      "DL-DE-BY-2.0" },
    { "Data from X under the Open Data Commons Attribution License (ODC-By) v1.0", "ODC-By-1.0" },
    { "licensed under DL-DE-BY-2.0; the text is under CC BY-SA 4.0",
      "DL-DE-BY-2.0 AND CC-BY-SA-4.0" },
    { "CC Sampling 1.0", "CC-SAMPLING-1.0" },
    { "Creative Commons Attribution 4.0 International", "CC-BY-4.0" },
    { "CC SA 4.0", "CC-BY-SA-4.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *read = cog_licence_recognise (rows[i].words, NULL, NULL);

      g_test_message ("%s: %s", rows[i].words, read);
      g_assert_cmpstr (read, ==, rows[i].licence);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/licence/catalogue", test_catalogue);
  g_test_add_func ("/licence/urls", test_urls);
  g_test_add_func ("/licence/own-names", test_own_names);
  g_test_add_func ("/licence/short-names", test_short_names);
  g_test_add_func ("/licence/recognise", test_recognise);
  g_test_add_func ("/licence/flags", test_flags);
  g_test_add_func ("/licence/odd-input", test_odd_input);
  g_test_add_func ("/licence/both", test_both);
  g_test_add_func ("/licence/disagreement", test_disagreement);
  g_test_add_func ("/licence/names", test_names);
  g_test_add_func ("/compatibility/cases", test_cases);
  g_test_add_func ("/compatibility/laws", test_laws);
  g_test_add_func ("/licence/whole-names", test_whole_names);
  g_test_add_func ("/licence/official-names", test_official_names);
  return g_test_run ();
}
