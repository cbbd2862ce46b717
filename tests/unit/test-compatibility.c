/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-compatibility.h"
#include "cog-error.h"
#include "cog-expression.h"

#include <string.h>

static CogVerdict
check (CogWork work, const char *target, const char *sources)
{
  g_auto (GStrv) list = g_strsplit (sources, ";", -1);
  const CogLicence *licence = cog_licence_lookup (target);

  if (licence == NULL)
    g_error ("no licence %s", target);
  return cog_compatibility_check (work, licence, (const char *const *)list, NULL);
}

static void
expect (CogWork work, const char *sources, const char *target, const char *verdict)
{
  const char *is = cog_verdict_to_nick (check (work, target, sources));

  if (!g_str_equal (is, verdict))
    g_error ("%s -> %s: %s, not %s", sources, target, is, verdict);
}

static const char *const families[] = { "CC0-1.0",     "CC-BY",    "CC-BY-SA",   "CC-BY-NC",
                                        "CC-BY-NC-SA", "CC-BY-ND", "CC-BY-NC-ND" };

static char *
dup_40 (guint family)
{
  return family == 0 ? g_strdup ("CC0-1.0") : g_strconcat (families[family], "-4.0", NULL);
}

/* Creative Commons' chart of remixes, version 4.0: in each cell the licences that two sources may
 * carry, as numbers of the families above; what is not there is not green. */
static void
test_remix_chart (void)
{
  static const char *const chart[7][7] = {
    { "0123456", "123456", "2", "346", "4", "", "" },
    { "123456", "123456", "2", "346", "4", "", "" },
    { "2", "2", "2", "", "", "", "" },
    { "346", "346", "", "346", "4", "", "" },
    { "4", "4", "", "4", "4", "", "" },
    { "", "", "", "", "", "", "" },
    { "", "", "", "", "", "", "" },
  };

  for (guint a = 0; a < 7; a++)
    for (guint b = 0; b < 7; b++)
      for (guint t = 0; t < 7; t++)
        {
          g_autofree char *first = dup_40 (a);
          g_autofree char *second = dup_40 (b);
          g_autofree char *sources = g_strjoin (";", first, second, NULL);
          g_autofree char *target = dup_40 (t);
          gboolean green = strchr (chart[a][b], '0' + (int)t) != NULL;
          CogVerdict verdict = check (COG_WORK_ADAPTATION, target, sources);

          if ((verdict == COG_VERDICT_ALLOWED) != green)
            g_error ("%s -> %s: %s", sources, target, cog_verdict_to_nick (verdict));
          /* The order of the sources does not matter. */
          g_free (sources);
          sources = g_strjoin (";", second, first, NULL);
          g_assert_cmpint (check (COG_WORK_ADAPTATION, target, sources), ==, verdict);
        }
}

/* Versions of one ShareAlike family, mixed: rules.md §2.2.3, for both families. */
static void
test_version_matrix (void)
{
  static const char *const versions[] = { "1.0", "2.0", "2.5", "3.0", "3.0-US", "3.0-IGO", "4.0" };
  static const char *const targets = "1.0 2.0 2.0-FR 2.5 2.5-ES 3.0 3.0-US 3.0-DE 4.0";
  static const char *const common[7][7] = {
    { "1.0", "", "", "", "", "", "" },
    { "", "2.0 2.0-FR 2.5 2.5-ES 3.0 3.0-US 3.0-DE 4.0", "2.5 2.5-ES 3.0 3.0-US 3.0-DE 4.0",
      "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0", "4.0" },
    { "", "2.5 2.5-ES 3.0 3.0-US 3.0-DE 4.0", "2.5 2.5-ES 3.0 3.0-US 3.0-DE 4.0",
      "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0", "4.0" },
    { "", "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0",
      "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0", "4.0" },
    { "", "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0",
      "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0", "4.0" },
    { "", "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0",
      "3.0 3.0-US 3.0-DE 4.0", "3.0 3.0-US 3.0-DE 4.0", "4.0" },
    { "", "4.0", "4.0", "4.0", "4.0", "4.0", "4.0" },
  };
  static const char *const units[] = { "CC-BY-SA", "CC-BY-NC-SA" };
  g_auto (GStrv) list = g_strsplit (targets, " ", -1);

  for (guint u = 0; u < 2; u++)
    for (guint a = 0; a < 7; a++)
      for (guint b = 0; b < 7; b++)
        for (guint t = 0; list[t] != NULL; t++)
          {
            g_autofree char *sources =
                g_strdup_printf ("%s-%s;%s-%s", units[u], versions[a], units[u], versions[b]);
            g_autofree char *target = g_strdup_printf ("%s-%s", units[u], list[t]);
            g_auto (GStrv) allowed = g_strsplit (common[a][b], " ", -1);

            expect (COG_WORK_ADAPTATION, sources, target,
                    g_strv_contains ((const char *const *)allowed, list[t]) ? "allowed"
                                                                            : "forbidden");
          }
}

/* The ports whose clauses differ, and what lies beside Creative Commons. */
static void
test_irregular (void)
{
  static const char *const rows[][3] = {
    { "CC-BY-SA-2.0-UK", "CC-BY-SA-2.0", "allowed" },
    { "CC-BY-SA-2.0-JP", "CC-BY-SA-2.0-FR", "allowed" },
    { "CC-BY-SA-2.1-JP", "CC-BY-SA-2.0", "allowed" },
    { "CC-BY-SA-2.5-SCOTLAND", "CC-BY-SA-2.5", "allowed" },
    { "CC-BY-NC-SA-2.5-HU", "CC-BY-NC-SA-2.5", "allowed" },
    { "CC-BY-SA-2.5-HU", "CC-BY-NC-SA-2.5", "forbidden" },
    { "CC-BY-SA-2.0-IT", "CC-BY-SA-4.0", "allowed" },
    { "CC-BY-SA-2.0-IT", "CC-BY-SA-3.0", "forbidden" },
    { "CC-BY-NC-SA-2.0-IT", "CC-BY-NC-SA-3.0", "allowed" },
    { "CC-BY-SA-3.0-CN", "CC-BY-SA-3.0", "forbidden" },
    { "CC-BY-SA-3.0-CN", "CC-BY-SA-3.0-DE", "allowed" },
    { "CC-BY-SA-3.0-NZ", "CC-BY-SA-3.0", "allowed" },
    { "CC-BY-SA-3.0-NZ", "CC-BY-SA-2.5", "forbidden" },
    { "CC-BY-SA-2.0-DE", "CC-BY-SA-2.0", "forbidden" },
    { "CC-BY-SA-2.0", "CC-BY-SA-2.1-ES", "allowed" },
    { "CC-BY-SA-3.0-IGO", "CC-BY-SA-3.0", "allowed" },
    { "CC-BY-SA-3.0", "LAL-1.3", "forbidden" },
    { "CC-BY-SA-4.0", "GPL-3.0-or-later", "forbidden" },
    { "GPL-3.0-or-later", "GPL-3.0-only", "allowed" },
    { "GPL-3.0-only", "GPL-3.0-or-later", "forbidden" },
    { "GFDL-1.2-or-later", "GFDL-1.3-only", "allowed" },
    { "GFDL-1.2-only", "GFDL-1.3-only", "forbidden" },
    { "GFDL-1.3-only;CC0-1.0", "GFDL-1.3-only", "allowed" },
    { "LAL-1.3;CC-BY-4.0", "CC-BY-SA-4.0", "allowed" },
    { "LAL-1.3;OGL-UK-3.0", "CC-BY-SA-4.0", "allowed" },
    { "LAL-1.3;CC-BY-NC-4.0", "CC-BY-SA-4.0", "forbidden" },
    { "NCGL-UK-2.0;CC-BY-SA-4.0", "CC-BY-SA-4.0", "forbidden" },
    { "NCGL-UK-2.0;CC-BY-NC-SA-4.0", "CC-BY-NC-SA-4.0", "allowed" },
    { "OGL-UK-3.0", "CC-BY-4.0", "allowed" },
    { "LicenseRef-EU-2011-833", "CC-BY-SA-4.0", "allowed" },
    { "CC-SA-1.0", "CC-SA-1.0", "allowed" },
    { "CC-SA-1.0", "CC-BY-SA-4.0", "forbidden" },
    { "CC-SAMPLING+-1.0", "CC-BY-4.0", "forbidden" },
    { "CC-BY", "CC-BY-SA-4.0", "allowed" },
    { "CC-BY-SA", "CC-BY-SA-4.0", "forbidden" },
    { "CC-BY-ND", "CC-BY-4.0", "forbidden" },
    { "CC0-1.0", "CC-PDM-1.0", "forbidden" },
    { "LicenseRef-RightsStatement-InC", "CC-BY-4.0", "forbidden" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    expect (COG_WORK_ADAPTATION, rows[i][0], rows[i][1], rows[i][2]);
}

static void
test_collections (void)
{
  static const char *const parts[] = { "CC0-1.0",        "CC-BY-2.0",       "CC-BY-SA-3.0-IGO",
                                       "CC-BY-ND-4.0",   "CC-BY-NC-2.5-ES", "CC-BY-NC-SA-1.0",
                                       "CC-BY-NC-ND-3.0" };

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    for (guint t = 1; t < 7; t++)
      {
        g_autofree char *target = dup_40 (t);
        gboolean refused = strstr (parts[p], "-NC") != NULL && strstr (target, "-NC") == NULL;

        expect (COG_WORK_COLLECTION, parts[p], target, refused ? "forbidden" : "allowed");
      }
  expect (COG_WORK_COLLECTION, "CC-BY-4.0;LicenseRef-Unknown", "CC-BY-4.0", "forbidden");
  expect (COG_WORK_COLLECTION, "GFDL-1.3-only", "CC-BY-SA-4.0", "allowed");
  expect (COG_WORK_COLLECTION, "CC-BY-4.0", "CC0-1.0", "forbidden");
}

/* A choice is taken as suits the whole, not each source alone. */
static void
test_expressions (void)
{
  g_autoptr (GError) error = NULL;

  expect (COG_WORK_ADAPTATION, "CC-BY-SA-3.0 OR GFDL-1.2-or-later", "CC-BY-SA-4.0", "allowed");
  expect (COG_WORK_ADAPTATION, "CC-BY-SA-3.0 OR GFDL-1.2-or-later", "GFDL-1.3-only", "allowed");
  expect (COG_WORK_ADAPTATION, "CC-BY-SA-3.0 AND GFDL-1.2-or-later", "CC-BY-SA-4.0", "forbidden");
  expect (COG_WORK_ADAPTATION, "(CC-BY-ND-4.0 or CC-BY-4.0) and CC-BY-SA-3.0", "CC-BY-SA-4.0",
          "allowed");
  expect (COG_WORK_ADAPTATION, "CC-BY-NC-4.0 OR CC-BY-4.0;CC-BY-SA-4.0", "CC-BY-SA-4.0", "allowed");
  g_assert_true (cog_expression_check ("cc-by-4.0 OR (GFDL-1.3-only AND CC0-1.0)", &error));
  g_assert_no_error (error);
  g_assert_false (cog_expression_check ("CC-BY-4.0 OR CC-BY-7.0", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "CC-BY-7.0"));
  g_clear_error (&error);
  g_assert_false (cog_expression_check ("CC-BY-4.0 OR", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_USAGE);
  g_assert_null (cog_expression_list_alternatives ("(CC-BY-4.0"));
  g_assert_null (cog_expression_list_alternatives (""));
}

/* Expressions come out of files: depth and number of ways are bounded. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("CC-BY-4.0 OR CC-BY-SA-4.0");
  const char *sources[21] = { NULL };

  for (int i = 0; i < 100000; i++)
    g_string_append_c (deep, '(');
  g_assert_null (cog_expression_list_alternatives (deep->str));
  for (int i = 0; i < 200; i++)
    g_string_append (wide, " OR CC-BY-NC-4.0");
  for (int i = 0; i < 20; i++)
    sources[i] = wide->str;
  g_assert_cmpint (cog_compatibility_check (COG_WORK_ADAPTATION, cog_licence_lookup ("CC-BY-4.0"),
                                            sources, NULL),
                   ==, COG_VERDICT_ALLOWED);
}

/* Whatever is not simply allowed says why, in a sentence that names the source's licence. */
static void
test_reasons (void)
{
  GPtrArray *list = cog_licence_list ();

  for (guint i = 0; i < list->len; i++)
    {
      const CogLicence *source = g_ptr_array_index (list, i);
      const char *sources[] = { source->id, NULL };
      g_autoptr (GPtrArray) reasons =
          g_ptr_array_new_with_free_func ((GDestroyNotify)cog_reason_free);

      cog_compatibility_check (COG_WORK_ADAPTATION, cog_licence_lookup ("CC-BY-4.0"), sources,
                               reasons);
      g_assert_cmpuint (reasons->len, ==, 1);
      for (guint r = 0; r < reasons->len; r++)
        {
          g_autofree char *sentence = cog_reason_dup_sentence (g_ptr_array_index (reasons, r));

          g_assert_nonnull (strstr (sentence, source->name));
          g_assert_null (strchr (sentence, '%'));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compatibility/remix-chart", test_remix_chart);
  g_test_add_func ("/compatibility/versions", test_version_matrix);
  g_test_add_func ("/compatibility/irregular", test_irregular);
  g_test_add_func ("/compatibility/collections", test_collections);
  g_test_add_func ("/compatibility/expressions", test_expressions);
  g_test_add_func ("/compatibility/hostile", test_hostile);
  g_test_add_func ("/compatibility/reasons", test_reasons);
  return g_test_run ();
}
