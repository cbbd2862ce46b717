/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-memory-findings.h"
#include "cog-tmx.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define HEAD                                                                                       \
  "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">\n"          \
  "<header srclang=\"en\" segtype=\"sentence\"><note>of <tu</note></header><body>\n"
#define UNIT(source, target)                                                                       \
  "<tu><tuv xml:lang=\"en\"><seg>" source "</seg></tuv>\n<tuv xml:lang=\"pl\"><seg>" target        \
  "</seg></tuv></tu>\n"
#define FOOT "</body></tmx>\n"

static CogMemory *
open_new (void)
{
  g_autoptr (GError) error = NULL;
  CogMemory *memory;

  g_unlink ("memory.sqlite");
  g_unlink ("memory.sqlite-wal");
  g_unlink ("memory.sqlite-shm");
  memory = cog_memory_open ("memory.sqlite", &error);
  g_assert_no_error (error);
  return memory;
}

static gint64
import_bytes (CogMemory *memory, const char *bytes, gssize n_bytes, CogReport *report)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (g_file_set_contents ("in.tmx", bytes, n_bytes, NULL));
  cog_tmx_import (memory, "in.tmx", NULL, report, NULL, NULL, &n, &error);
  g_assert_no_error (error);
  return n;
}

static gboolean
append_entry (const CogMemoryEntry *entry, gpointer user_data, GError **error)
{
  g_string_append_printf (user_data, "%s:%s=%s:%s;", entry->source_language, entry->source,
                          entry->target_language, entry->target);
  return TRUE;
}

static void
assert_holds (CogMemory *memory, const char *expected)
{
  GString *said = g_string_new (NULL);

  g_assert_true (cog_memory_foreach (memory, append_entry, said, NULL));
  g_assert_cmpstr (said->str, ==, expected);
  g_string_free (said, TRUE);
}

/* import, compare what is held, and the lines that are told. */
static void
assert_taken (const char *text, const char *expected, const char *lines)
{
  g_autoptr (CogMemory) memory = open_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  GPtrArray *findings;
  GString *said = g_string_new (NULL);

  import_bytes (memory, text, -1, report);
  assert_holds (memory, expected);
  findings = cog_report_get_findings (report);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (said, "%s %s;", finding->kind->id, finding->place);
    }
  g_assert_cmpstr (said->str, ==, lines);
  g_string_free (said, TRUE);
}

static void
test_sound (void)
{
  assert_taken (HEAD UNIT ("a &lt; b", "ą") UNIT ("c", "ć") FOOT, "en:a < b=pl:ą;en:c=pl:ć;", "");
  /* Codes are no text; what is highlighted is. An entity of HTML is its character. */
  assert_taken (HEAD UNIT ("see <bpt i=\"1\">&lt;b></bpt>it<ept i=\"1\">x</ept> <hi>now</hi>",
                           "a&nbsp;b<ph/>") FOOT,
                "en:see it now=pl:a\302\240b;", "tmx-strange-code in.tmx:5;");
  assert_taken (HEAD "<!-- <tu> --><tu tuid=\"a>b\"><tuv xml:lang=\"de\"><seg>D</seg></tuv>"
                     "<tuv xml:lang=\"EN-us\"><seg><![CDATA[</tu>]]></seg></tuv>"
                     "<tuv lang=\"pl\"><seg>P</seg></tuv></tu>" FOOT,
                "en-US:</tu>=de:D;en-US:</tu>=pl:P;", "");
}

static void
test_damaged (void)
{
  assert_taken (HEAD UNIT ("a", "b") UNIT ("c < d", "e") UNIT ("f", "g") FOOT,
                "en:a=pl:b;en:f=pl:g;", "tmx-unit-damaged in.tmx:7;");
  assert_taken (HEAD "<tu><tuv xml:lang=\"en><seg>a</seg>\n" UNIT ("f", "g") FOOT, "en:f=pl:g;",
                "tmx-unit-damaged in.tmx:5;");
  assert_taken (HEAD UNIT ("a", "b") "<tu><tuv xml:lang=\"en\"><seg>no", "en:a=pl:b;",
                "tmx-unit-damaged in.tmx:7;tmx-truncated in.tmx:7;");
  assert_taken (HEAD UNIT ("a", "b"), "en:a=pl:b;", "tmx-truncated in.tmx:7;");
  assert_taken (HEAD UNIT ("a", "") UNIT ("a", "\xB1") UNIT ("a", "b") FOOT, "en:a=pl:b;",
                "tmx-no-pair in.tmx:5;tmx-bad-encoding in.tmx:7;");
}

/* A document type is never looked into. */
static void
test_entities (void)
{
  assert_taken ("<!DOCTYPE tmx [<!ENTITY a \"]>\"><!ENTITY x SYSTEM \"/etc/passwd\">]>\n"
                "<tmx><header srclang=\"en\"/><body>" UNIT ("a", "&x;b") FOOT,
                "en:a=pl:b;", "");
}

static void
test_encodings (void)
{
  g_autoptr (CogMemory) memory = open_new ();
  gsize n;
  g_autofree char *wide =
      g_convert (HEAD UNIT ("a", "żółw") FOOT, -1, "UTF-16", "UTF-8", NULL, &n, NULL);

  g_assert_cmpint (import_bytes (memory, wide, (gssize)n, NULL), ==, 1);
  g_assert_cmpint (import_bytes (memory,
                                 "<?xml version='1.0' encoding='iso-8859-2'?><tmx><header/>" UNIT (
                                     "b", "\xBF") FOOT,
                                 -1, NULL),
                   ==, 1);
  assert_holds (memory, "en:a=pl:żółw;en:b=pl:ż;");
}

/* Units longer than a read, and a file without one mark. */
static void
test_large (void)
{
  GString *text = g_string_new (HEAD);
  g_autoptr (CogMemory) memory = open_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, UNIT ("segment %u", "%u"), i, i);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *filling = g_strnfill (i == 0 ? 900000 : 1200000, 'x');

      g_string_append_printf (text, UNIT ("%s", "long"), filling);
    }
  g_string_append (text, UNIT ("z", "end") FOOT);
  g_assert_cmpint (import_bytes (memory, text->str, (gssize)text->len, report), ==, 30002);
  g_assert_true (cog_report_has (report, "tmx-unit-damaged"));
  g_assert_false (cog_report_has (report, "tmx-truncated"));
  memset (text->str, 'x', text->len);
  g_assert_true (g_file_set_contents ("in.tmx", text->str, (gssize)text->len, NULL));
  g_assert_false (cog_tmx_import (memory, "in.tmx", NULL, NULL, NULL, NULL, &n, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_string_free (text, TRUE);
}

static void
test_export (void)
{
  g_autoptr (CogMemory) memory = open_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64 n = 0;

  import_bytes (memory, HEAD UNIT ("a &amp; b", "\"ą\"") FOOT, -1, NULL);
  g_assert_true (cog_tmx_export (memory, "out.tmx", &n, &error));
  g_assert_cmpint (n, ==, 1);
  g_assert_true (g_file_get_contents ("out.tmx", &first, NULL, NULL));
  cog_memory_close (memory);
  memory = open_new ();
  g_assert_true (cog_tmx_import (memory, "out.tmx", NULL, NULL, NULL, NULL, &n, &error));
  assert_holds (memory, "en:a & b=pl:\"ą\";");
  g_assert_true (cog_tmx_export (memory, "again.tmx", &n, &error));
  g_assert_true (g_file_get_contents ("again.tmx", &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
}

static gboolean
append_inlines (const CogMemoryEntry *entry, gpointer user_data, GError **error)
{
  g_string_append_printf (user_data, "%s|%s;",
                          entry->source_inline != NULL ? entry->source_inline : "-",
                          entry->target_inline != NULL ? entry->target_inline : "-");
  return TRUE;
}

static char *
dup_inlines (CogMemory *memory)
{
  GString *said = g_string_new (NULL);

  g_assert_true (cog_memory_foreach (memory, append_inlines, said, NULL));
  return g_string_free (said, FALSE);
}

static void
assert_codes (const char *source, const char *target, const char *expected, gboolean is_strange)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogMemory) memory = open_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *unit = g_strdup_printf (HEAD UNIT ("%s", "%s") FOOT, source, target);
  g_autofree char *inlines = NULL;
  g_autofree char *again = NULL;
  gint64 n;

  g_assert_cmpint (import_bytes (memory, unit, -1, report), ==, 1);
  inlines = dup_inlines (memory);
  g_assert_cmpstr (inlines, ==, expected);
  g_assert_true (cog_report_has (report, "tmx-strange-code") == is_strange);
  /* Out, and in again, nothing is lost. */
  g_assert_true (cog_tmx_export (memory, "out.tmx", &n, &error));
  cog_memory_close (g_steal_pointer (&memory));
  memory = open_new ();
  g_assert_true (cog_tmx_import (memory, "out.tmx", NULL, NULL, NULL, NULL, &n, &error));
  again = dup_inlines (memory);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_codes (void)
{
  assert_codes ("The <bpt i=\"1\" type=\"bold\">\\b </bpt>lens<ept i=\"1\">\\b0 </ept>.",
                "<bpt i=\"4\" type=\"italic\">x</bpt>Soczewka<ept i=\"4\">y</ept>.",
                "The <strong>lens</strong>.|<em>Soczewka</em>.;", FALSE);
  assert_codes ("A <hi type=\"bold\">big <hi type=\"italic\">red</hi></hi> lens", "Soczewka",
                "A <strong>big <em>red</em></strong> lens|-;", FALSE);
  /* Our own markup, whatever it is. */
  assert_codes ("See <bpt i=\"1\">&lt;a href=\"#f1\"&gt;</bpt>it<ept i=\"1\">&lt;/a&gt;</ept>"
                "<ph>&lt;br/&gt;</ph>now",
                "Patrz", "See <a href=\"#f1\">it</a><br/>now|-;", FALSE);
  /* That of nobody. */
  assert_codes ("A <bpt i=\"1\">{b&gt;</bpt>lens<ept i=\"1\">&lt;b}</ept> <ph>{1}</ph>", "Soczewka",
                "A <span title=\"{b&gt; … &lt;b}\">lens</span> <span title=\"{1}\"></span>|-;",
                TRUE);
  /* Nothing active comes in so. */
  assert_codes (
      "A <bpt i=\"1\">&lt;a onclick=\"x()\"&gt;</bpt>lens<ept i=\"1\">&lt;/a&gt;</ept>", "B",
      "A <span title=\"&lt;a onclick=&quot;x()&quot;&gt; … &lt;/a&gt;\">lens</span>|-;", TRUE);
  /* Overlapping, and without an end. */
  assert_codes ("<bpt i=\"1\" type=\"bold\"/>a<bpt i=\"2\" type=\"italic\"/>b<ept i=\"1\"/>c", "d",
                "<strong>a<em>b</em></strong><em>c</em>|-;", TRUE);
}

/* A quarter of a gigabyte of nothing behind a unit: no more than a unit's worth is ever held. */
static void
test_huge (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogMemory) memory = open_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  struct rusage before, after;
  gint64 n = 0;

  g_assert_true (g_file_set_contents ("huge.tmx", HEAD UNIT ("a", "b"), -1, NULL));
  g_assert_cmpint (truncate ("huge.tmx", 256 * 1024 * 1024), ==, 0);
  getrusage (RUSAGE_SELF, &before);
  g_assert_true (cog_tmx_import (memory, "huge.tmx", NULL, report, NULL, NULL, &n, &error));
  getrusage (RUSAGE_SELF, &after);
  g_assert_cmpint (n, ==, 1);
  g_assert_true (cog_report_has (report, "tmx-truncated"));
  /* KiB. */
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 64 * 1024);
  g_unlink ("huge.tmx");
}

/* What is no language is told by line, and the others come in. */
static void
test_languages (void)
{
  assert_taken (HEAD
                "<tu><tuv xml:lang=\"en\"><seg>a</seg></tuv>"
                "<tuv xml:lang=\"no language\"><seg>b</seg></tuv></tu>\n"
                "<tu><tuv><seg>c</seg></tuv><tuv xml:lang=\"pl\"><seg>d</seg></tuv></tu>\n" UNIT (
                    "e", "f") FOOT,
                "en:e=pl:f;", "tmx-unit-damaged in.tmx:5;tmx-unit-damaged in.tmx:6;");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/tmx/codes", test_codes);
  g_test_add_func ("/tmx/huge", test_huge);
  g_test_add_func ("/tmx/languages", test_languages);
  g_test_add_func ("/tmx/sound", test_sound);
  g_test_add_func ("/tmx/damaged", test_damaged);
  g_test_add_func ("/tmx/entities", test_entities);
  g_test_add_func ("/tmx/encodings", test_encodings);
  g_test_add_func ("/tmx/large", test_large);
  g_test_add_func ("/tmx/export", test_export);
  return g_test_run ();
}
