/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-term-exchange.h"

#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>

static CogGlossary *
open_new (void)
{
  g_autoptr (GError) error = NULL;
  CogGlossary *glossary;

  g_unlink ("glossary.sqlite");
  g_unlink ("glossary.sqlite-wal");
  g_unlink ("glossary.sqlite-shm");
  glossary = cog_glossary_open ("glossary.sqlite", &error);
  g_assert_no_error (error);
  return glossary;
}

static void
append (GString *out, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (out, " %s=%s", name, value);
}

/* All that an entry says. */
static char *
describe (CogGlossary *glossary, gboolean with_origin)
{
  g_autoptr (GPtrArray) entries = cog_glossary_list (glossary, NULL, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const CogGlossaryEntry *entry = g_ptr_array_index (entries, i);

      g_string_append (out, i > 0 ? "; entry" : "entry");
      append (out, "subject", entry->subject);
      append (out, "definition", entry->definition);
      append (out, "note", entry->note);
      append (out, "origin", with_origin ? entry->origin : NULL);
      append (out, "licence", entry->licence);
      append (out, "project", entry->project);
      append (out, "extra", entry->extra);
      for (guint k = 0; k < entry->terms->len; k++)
        {
          const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, k);

          g_string_append_printf (out, " [%s:%s %s", term->language, term->text,
                                  cog_term_status_to_nick (term->status));
          append (out, "pos", term->part_of_speech);
          append (out, "note", term->note);
          append (out, "extra", term->extra);
          g_string_append_c (out, ']');
        }
    }
  return g_string_free (out, FALSE);
}

/* "id@place" of each finding. */
static char *
list_findings (CogReport *report)
{
  GString *out = g_string_new (NULL);
  GPtrArray *findings = cog_report_get_findings (report);

  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = cog_finding_dup_sentence (finding);

      g_assert_cmpstr (sentence, !=, "");
      g_string_append_printf (out, "%s%s@%s", i > 0 ? " " : "", finding->kind->id, finding->place);
    }
  return g_string_free (out, FALSE);
}

static void
take (CogGlossary *glossary,
      const char *bytes,
      gssize n_bytes,
      const CogTermOptions *options,
      const char *expected,
      const char *expected_findings)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  g_autofree char *findings = NULL;
  gint64 n = 0;

  g_assert_true (g_file_set_contents ("in", bytes, n_bytes, NULL));
  cog_terms_import (glossary, "in", options, report, NULL, NULL, &n, &error);
  g_assert_no_error (error);
  said = describe (glossary, FALSE);
  g_assert_cmpstr (said, ==, expected);
  findings = list_findings (report);
  g_assert_cmpstr (findings, ==, expected_findings);
}

static void
assert_taken_with (const char *bytes,
                   const CogTermOptions *options,
                   const char *expected,
                   const char *findings)
{
  g_autoptr (CogGlossary) glossary = open_new ();

  take (glossary, bytes, -1, options, expected, findings);
}

static void
assert_taken (const char *bytes, const char *expected, const char *findings)
{
  assert_taken_with (bytes, NULL, expected, findings);
}

static void
assert_refused (const char *bytes, gssize n_bytes, CogError code)
{
  g_autoptr (CogGlossary) glossary = open_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  gint64 n = 0;

  g_assert_true (g_file_set_contents ("in", bytes, n_bytes, NULL));
  g_assert_false (cog_terms_import (glossary, "in", NULL, NULL, NULL, NULL, &n, &error));
  g_assert_error (error, COG_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, "in: "));
  said = describe (glossary, FALSE);
  g_assert_cmpstr (said, ==, "");
}

#define HEAD3                                                                                      \
  "<?xml version=\"1.0\"?>\n<!DOCTYPE tbx SYSTEM \"file:///etc/passwd\">\n"                        \
  "<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\">"    \
  "<tbxHeader><fileDesc/></tbxHeader><text><body>\n"
#define FOOT3 "</body></text></tbx>\n"

static const char force3[] = HEAD3
    "<conceptEntry id=\"c1\"><descrip type=\"subjectField\">physics</descrip>"
    "<descripGrp><descrip type=\"definition\">What <hi>changes</hi>\n motion.</descrip>"
    "<admin type=\"source\">Newton</admin></descripGrp><note>One</note>"
    "<xref type=\"externalCrossReference\" target=\"https://example.org/f?a=1&amp;b=2\">See</xref>"
    "<langSec xml:lang=\"en\"><termSec><term>force</term>"
    "<termNote type=\"partOfSpeech\">noun</termNote>"
    "<termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote></termSec></langSec>"
    "<langSec xml:lang=\"es-MX\"><note>Spain, too</note><termSec><term>fuerza</term></termSec>"
    "<termSec><term>vigor</term>"
    "<termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote>"
    "<descrip type=\"context\">¡Con vigor!</descrip><note>never</note></termSec></langSec>"
    "</conceptEntry>\n" FOOT3;

static const char force_said[] =
    "entry subject=physics definition=What changes motion. note=One "
    "extra=admin\tsource\tNewton\nxref\texternalCrossReference\tSee "
    "<https://example.org/f?a=1&b=2> [en:force preferred pos=noun] [es-MX:fuerza preferred "
    "extra=@note\t\tSpain, too] [es-MX:vigor forbidden note=never extra=descrip\tcontext\t¡Con "
    "vigor!]";

static void
test_tbx_dca (void)
{
  assert_taken (force3, force_said, "");
}

static void
test_tbx_dct (void)
{
  assert_taken (
      "<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" xmlns:min=\"http://www.tbxinfo.net/ns/min\""
      " xmlns:basic=\"http://www.tbxinfo.net/ns/basic\" type=\"TBX-Basic\" style=\"dct\">"
      "<text><body><conceptEntry id=\"c1\"><min:subjectField>physics</min:subjectField>"
      "<langSec xml:lang=\"en\"><basic:definition>D</basic:definition><termSec>"
      "<term>force</term><min:partOfSpeech>noun</min:partOfSpeech>"
      "<min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus>"
      "<basic:context>C</basic:context></termSec></langSec></conceptEntry></body></text></tbx>",
      "entry subject=physics [en:force admitted pos=noun extra=descrip\tcontext\tC\n"
      "@descrip\tdefinition\tD]",
      "");
}

static void
test_tbx_martif (void)
{
  assert_taken ("<martif type=\"TBX\" xml:lang=\"en\"><text><body><termEntry id=\"1\">"
                "<langSet xml:lang=\"en\"><tig><term>work</term></tig></langSet>"
                "<langSet xml:lang=\"pl\"><ntig><termGrp><term>praca</term>"
                "<termNote type=\"partOfSpeech\">noun</termNote></termGrp></ntig></langSet>"
                "</termEntry></body></text></martif>",
                "entry [en:work preferred] [pl:praca preferred pos=noun]", "");
}

/* What is sound is taken; the rest is told by its line. */
static void
test_tbx_damaged (void)
{
#define GOOD(t)                                                                                    \
  "<termEntry><langSet xml:lang=\"en\"><tig><term>" t "</term></tig></langSet></termEntry>\n"
  assert_taken ("<martif>\n" GOOD (
                    "one") "<termEntry><langSet xml:lang=\"en\"><tig><term>a < b\n"
                           "</term></tig></langSet></termEntry>\n" GOOD (
                               "two") "<termEntry><langSet>\n" GOOD ("three") "<termEntry></"
                                                                              "termEntry>\n<!--"
                                                                              " " GOOD ("no") " -->"
                                                                                              "\n"
                                                                                              "<ter"
                                                                                              "mEnt"
                                                                                              "ry><"
                                                                                              "lang"
                                                                                              "Set "
                                                                                              "xml:"
                                                                                              "lang"
                                                                                              "=\"?"
                                                                                              "\"><"
                                                                                              "tig>"
                                                                                              "<ter"
                                                                                              "m>x<"
                                                                                              "/ter"
                                                                                              "m></"
                                                                                              "tig>"
                                                                                              "</"
                                                                                              "lang"
                                                                                              "Set>"
                                                                                              "</"
                                                                                              "term"
                                                                                              "Entr"
                                                                                              "y>\n"
                                                                                              "<ter"
                                                                                              "mEnt"
                                                                                              "ry><"
                                                                                              "lang"
                                                                                              "Set "
                                                                                              "xml:"
                                                                                              "lang"
                                                                                              "=\"e"
                                                                                              "n\">"
                                                                                              "<tig"
                                                                                              "><"
                                                                                              "term"
                                                                                              ">"
                                                                                              "\xff"
                                                                                              "</"
                                                                                              "term"
                                                                                              "></"
                                                                                              "tig>"
                                                                                              "</"
                                                                                              "lang"
                                                                                              "Set>"
                                                                                              "</"
                                                                                              "term"
                                                                                              "Entr"
                                                                                              "y>\n"
                                                                                              "</"
                                                                                              "body"
                                                                                              "></"
                                                                                              "mart"
                                                                                              "if>",
                "entry [en:one preferred]; entry [en:two preferred]; entry [en:three preferred]",
                "terms-entry-damaged@in:3 terms-entry-damaged@in:6 terms-no-term@in:8 "
                "terms-bad-language@in:11 terms-bad-encoding@in:12");
  assert_taken ("<tbx>\n" GOOD ("one") "<termEntry><langSet xml:lang", "entry [en:one preferred]",
                "terms-entry-damaged@in:3 terms-truncated@in:3");
  assert_taken ("<tbx a=\"1\n" GOOD ("one") "</tbx>", "entry [en:one preferred]", "");
  assert_taken ("<tbx><!-- " GOOD ("one") "</tbx>", "entry [en:one preferred]", "");
}

static void
test_tbx_refused (void)
{
  assert_refused ("<html><body/></html>", -1, COG_ERROR_INPUT);
  assert_refused ("<?xml version=\"1.0\" encoding=\"nothing\"?><tbx/>", -1, COG_ERROR_INPUT);
}

static void
test_encodings (void)
{
  g_autoptr (CogGlossary) glossary = open_new ();
  gsize length;
  g_autofree char *wide =
      g_convert ("en\tes\nforce\tfuerza ñ\n", -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autofree char *latin = NULL;
  gsize n_latin;

  take (glossary, wide, (gssize)length, NULL, "entry [en:force preferred] [es:fuerza ñ preferred]",
        "");
  latin = g_convert ("<?xml version='1.0' encoding='iso-8859-1'?><tbx>" GOOD ("señal") "</tbx>", -1,
                     "ISO-8859-1", "UTF-8", NULL, &n_latin, NULL);
  g_clear_pointer (&glossary, cog_glossary_close);
  glossary = open_new ();
  take (glossary, latin, (gssize)n_latin, NULL, "entry [en:señal preferred]", "");
}

static void
test_table (void)
{
  assert_taken ("en,es\r\nforce,fuerza\r\nwork,\"trabajo; obra\"\r\n",
                "entry [en:force preferred] [es:fuerza preferred]; entry [en:work preferred] "
                "[es:trabajo preferred] [es:obra admitted]",
                "");
  assert_taken ("\xEF\xBB\xBF\"en-GB\";\"pt_BR\";note\n\"a \"\"b\"\"\";\"c;d\";\"x\ny\"\n",
                "entry note=x\ny [en-GB:a \"b\" preferred] [pt-BR:c preferred] [pt-BR:d admitted]",
                "");
  assert_taken ("Status\tEN\tAR\tdefinition\nforbidden\tforce\tعنف\tD\n",
                "entry definition=D [en:force preferred] [ar:عنف forbidden]", "");
  assert_taken ("id,en\nair,water\n", "entry [id:air preferred] [en:water preferred]", "");
  assert_taken ("id,en,es\n1,water,agua\n", "entry [en:water preferred] [es:agua preferred]", "");
}

/* OmegaT's: no headings, comments, tabs. */
static void
test_table_plain (void)
{
  const CogTermOptions options = { .from = "en", .to = "es" };

  assert_taken_with ("# a comment, of words\nforce\tfuerza\tphysics\nwork\ttrabajo\n", &options,
                     "entry note=physics [en:force preferred] [es:fuerza preferred]; entry "
                     "[en:work preferred] [es:trabajo preferred]",
                     "");
  assert_taken_with ("source,target,comment\nforce,fuerza,\n", &options,
                     "entry [en:force preferred] [es:fuerza preferred]", "");
  assert_refused ("force\tfuerza\n", -1, COG_ERROR_INPUT);
  assert_refused ("", 0, COG_ERROR_INPUT);
  assert_refused ("just words", -1, COG_ERROR_INPUT);
}

static void
test_table_damaged (void)
{
  assert_taken ("en,es\nforce,fuerza\n\xff,no\nwork,trabajo\n,\nx,\"no end\ny,z\n",
                "entry [en:force preferred] [es:fuerza preferred]; entry [en:work preferred] "
                "[es:trabajo preferred]; entry [en:y preferred] [es:z preferred]",
                "terms-bad-encoding@in:3 terms-bad-quotes@in:6");
  assert_taken ("language,term\nen,a\nxx-?,b\n", "entry [en:a preferred]",
                "terms-bad-language@in:3");
}

/* What was written comes back the same. */
static void
test_round_trip (void)
{
  static const struct
  {
    const char *name;
    gboolean is_version_2;
  } formats[] = {
    { "out.tbx", FALSE }, { "out.tbx", TRUE }, { "out.csv", FALSE }, { "out.tsv", FALSE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      CogTermOptions options = { .is_version_2 = formats[i].is_version_2 };
      g_autoptr (CogGlossary) glossary = open_new ();
      g_autoptr (CogGlossaryEntry) entry = cog_glossary_entry_new ();
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gint64 n = 0;

      g_assert_true (g_file_set_contents ("in", force3, -1, NULL));
      g_assert_true (cog_terms_import (glossary, "in", NULL, NULL, NULL, NULL, &n, &error));
      entry->licence = g_strdup ("CC-BY-4.0");
      entry->project = g_strdup ("Physics, <2>");
      cog_glossary_entry_add (entry, "ar", "شغل \"& <عمل>,;")->status = COG_TERM_ADMITTED;
      g_assert_true (cog_glossary_add (glossary, entry, &error));
      before = describe (glossary, TRUE);
      g_assert_true (cog_terms_export (glossary, formats[i].name, &options, &n, &error));
      g_assert_cmpint (n, ==, 2);
      g_clear_pointer (&glossary, cog_glossary_close);
      glossary = open_new ();
      g_assert_true (
          cog_terms_import (glossary, formats[i].name, NULL, report, NULL, NULL, &n, &error));
      g_assert_cmpint (n, ==, 2);
      g_assert_cmpuint (cog_report_get_findings (report)->len, ==, 0);
      after = describe (glossary, TRUE);
      /* What has no origin is from the file. */
      g_assert_true (g_str_has_suffix (before, "شغل \"& <عمل>,; admitted]"));
      {
        g_autofree char *named = g_strdup_printf (" origin=%s", formats[i].name);
        g_auto (GStrv) parts = g_strsplit (after, named, -1);
        g_autofree char *without = g_strjoinv ("", parts);

        g_assert_cmpstr (without, ==, before);
      }
    }
}

static void
test_pairs (void)
{
  const CogTermOptions options = { .from = "en", .to = "es" };
  g_autoptr (CogGlossary) glossary = open_new ();
  g_autofree char *table = NULL;
  g_autofree char *tabs = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  take (glossary, "en,es,fr,note\nforce,fuerza;brío,\"force\",\"a, b\"\nwork,,travail,\n", -1, NULL,
        "entry note=a, b [en:force preferred] [es:fuerza preferred] [es:brío admitted] "
        "[fr:force preferred]; entry [en:work preferred] [fr:travail preferred]",
        "");
  g_assert_true (cog_terms_export (glossary, "out.csv", &options, &n, &error));
  g_assert_cmpint (n, ==, 1);
  g_assert_true (g_file_get_contents ("out.csv", &table, NULL, NULL));
  g_assert_cmpstr (table, ==,
                   "\xEF\xBB\xBF"
                   "en,es,status,subject,definition,note\r\n"
                   "force,fuerza,preferred,,,\"a, b\"\r\nforce,brío,admitted,,,\"a, b\"\r\n");
  g_assert_true (cog_terms_export (glossary, "out.txt", &options, &n, &error));
  g_assert_true (g_file_get_contents ("out.txt", &tabs, NULL, NULL));
  g_assert_cmpstr (tabs, ==, "force\tfuerza\ta, b\nforce\tbrío\ta, b\n");
  g_assert_false (cog_terms_export (glossary, "out.doc", &options, &n, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/term-exchange/tbx-dca", test_tbx_dca);
  g_test_add_func ("/term-exchange/tbx-dct", test_tbx_dct);
  g_test_add_func ("/term-exchange/tbx-martif", test_tbx_martif);
  g_test_add_func ("/term-exchange/tbx-damaged", test_tbx_damaged);
  g_test_add_func ("/term-exchange/tbx-refused", test_tbx_refused);
  g_test_add_func ("/term-exchange/encodings", test_encodings);
  g_test_add_func ("/term-exchange/table", test_table);
  g_test_add_func ("/term-exchange/table-plain", test_table_plain);
  g_test_add_func ("/term-exchange/table-damaged", test_table_damaged);
  g_test_add_func ("/term-exchange/round-trip", test_round_trip);
  g_test_add_func ("/term-exchange/pairs", test_pairs);
  return g_test_run ();
}
