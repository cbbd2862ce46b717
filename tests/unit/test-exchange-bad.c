/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "exchange-fixture.h"

#include <string.h>

/* XLIFF 2 by hand, of one unit or several. */
#define HEAD                                                                                       \
  "<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "               \
  "version=\"2.0\" srcLang=\"en\" trgLang=\"ar\">\n<file id=\"f\">\n"
#define FOOT "</file>\n</xliff>\n"
#define UNIT(id, source, target)                                                                   \
  "<unit id=\"" id "\"><segment><source>" source "</source><target>" target                        \
  "</target></segment></unit>\n"
#define P1_SOURCE "It is <pc id=\"1\">bold. And goes on</pc> here."
#define P3_SOURCE "Energy is <ph id=\"1\"/>, they say.<ph id=\"2\"/>"

typedef struct
{
  const char *text;
  const char *finding; /* id (nullable) */
  guint changed, conflicts, refused, unplaced;
} Sample;

static const Sample samples[] = {
  /* Sound, so that the others say something. */
  { HEAD UNIT ("h", "One", "واحد") FOOT, NULL, 1, 0, 0, 0 },
  { HEAD UNIT ("p3", P3_SOURCE, "<ph id=\"2\"/>, <ph id=\"1\"/>") FOOT, NULL, 1, 0, 0, 0 },
  /* Codes. */
  { HEAD UNIT ("p3", P3_SOURCE, "<ph id=\"1\"/> alone") FOOT, "exchange-code-lost", 0, 0, 1, 0 },
  { HEAD UNIT ("p3", P3_SOURCE, "<ph id=\"1\"/><ph id=\"2\"/><ph id=\"1\"/>") FOOT,
    "exchange-code-repaired", 1, 0, 0, 0 },
  { HEAD UNIT ("p3", P3_SOURCE, "<ph id=\"1\"/><ph id=\"2\"/><ph id=\"7\"/>") FOOT,
    "exchange-code-unknown", 0, 0, 1, 0 },
  { HEAD UNIT ("p3", P3_SOURCE, "<pc id=\"1\">x</pc><ph id=\"2\"/>") FOOT, "exchange-code-unknown",
    0, 0, 1, 0 },
  { HEAD UNIT ("p1", P1_SOURCE, "plain") FOOT, "exchange-span-lost", 1, 0, 0, 0 },
  { HEAD UNIT ("p1", P1_SOURCE, "<sc id=\"1\"/>open") FOOT, "exchange-codes-unpaired", 0, 0, 1, 0 },
  { HEAD UNIT ("p1", P1_SOURCE, "closed<ec startRef=\"1\"/>") FOOT, "exchange-codes-unpaired", 0, 0,
    1, 0 },
  { HEAD UNIT ("p1", P1_SOURCE, "<pc id=\"one\">x</pc>") FOOT, "exchange-codes-unpaired", 0, 0, 1,
    0 },
  { HEAD UNIT ("i_x40_alt", "A cat &amp; a dog", "<pc id=\"1\">x</pc>") FOOT,
    "exchange-code-unknown", 0, 0, 1, 0 },
  /* A code with data of its own that no book may have. */
  { HEAD "<unit id=\"h\"><originalData><data id=\"d\">&lt;script&gt;x&lt;/script&gt;</data>"
         "</originalData><segment><source>One</source><target><ph id=\"9\" dataRef=\"d\"/>"
         "</target></segment></unit>" FOOT,
    "exchange-code-unknown", 0, 0, 1, 0 },
  /* Units. */
  { HEAD UNIT ("none", "x", "y") UNIT ("h", "One", "واحد") FOOT, "exchange-unknown-unit", 1, 0, 0,
    1 },
  { HEAD UNIT ("h", "One", "واحد") UNIT ("h", "One", "اثنان") FOOT, "exchange-twice", 1, 0, 0, 0 },
  { HEAD UNIT ("h", "Another", "غيره") FOOT, "exchange-source-differs", 0, 1, 0, 0 },
  { HEAD "<unit id=\"c\"><segment><source>Cat</seg>\n" UNIT ("h", "One", "واحد") FOOT,
    "exchange-damaged", 1, 0, 0, 0 },
  { HEAD "<unit id=\"c\"><segment><source>Cat &nothing\n</unit>" UNIT ("h", "One", "واحد") FOOT,
    "exchange-damaged", 1, 0, 0, 0 },
  { HEAD UNIT ("h", "One", "واحد") "<unit id=\"c\"><segment><sour", "exchange-truncated", 1, 0, 0,
    0 },
  { HEAD "<!-- <unit id=\"c\"> --><![CDATA[</unit>]]>" UNIT ("h", "One", "واحد") FOOT, NULL, 1, 0,
    0, 0 },
  /* A document type with tricks is passed over. */
  { "<!DOCTYPE xliff [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY x SYSTEM "
    "\"file:///etc/passwd\">]>" HEAD UNIT ("h", "One", "&b;&x;") UNIT ("c", "Cat", "قطة") FOOT,
    NULL, 1, 0, 0, 0 },
  /* Sentences: cut anew, joined, in another order, half done. */
  { HEAD "<unit id=\"p1\"><segment><source>It is <sc id=\"1\"/>bold.</source><target>إنه "
         "<sc id=\"1\"/>غليظ.</target></segment><ignorable><source> </source></ignorable>"
         "<segment><source>And goes on<ec startRef=\"1\"/> here.</source><target>ويستمر"
         "<ec startRef=\"1\"/> هنا.</target></segment></unit>" FOOT,
    NULL, 1, 0, 0, 0 },
  { HEAD "<unit id=\"p1\"><segment><source>It is <sc id=\"1\"/>bold.</source><target>إنه "
         "<sc id=\"1\"/>غليظ.</target></segment>"
         "<segment><source> And goes on<ec startRef=\"1\"/> here.</source></segment></unit>" FOOT,
    "exchange-partial", 0, 0, 0, 0 },
};

static void
test_samples (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = exchange_fixture_create (f->path);
  g_autofree char *path = g_build_filename (f->dir, "in.xlf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const Sample *sample = &samples[i];
      g_autoptr (CogExchangePlan) plan = exchange_fixture_plan (project, path, sample->text);
      const guint expected[] = { sample->changed, sample->conflicts, sample->refused,
                                 sample->unplaced };

      g_test_message ("sample %u", i);
      for (guint k = 0; k < G_N_ELEMENTS (expected); k++)
        g_assert_cmpuint (cog_exchange_plan_count (plan, k), ==, expected[k]);
      if (sample->finding != NULL)
        g_assert_true (cog_report_has (cog_exchange_plan_get_report (plan), sample->finding));
    }
}

/* Told by its line, and taken where it is whole: what comes out is what went in. */
static void
test_words (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = exchange_fixture_create (f->path);
  g_autofree char *path = g_build_filename (f->dir, "in.xlf", NULL);
  g_autoptr (CogExchangePlan) plan = NULL;
  g_autofree char *target = NULL;
  const CogFinding *finding;

  plan = exchange_fixture_plan (project, path, HEAD "\n" UNIT ("none", "x", "y") FOOT);
  finding = g_ptr_array_index (cog_report_get_findings (cog_exchange_plan_get_report (plan)), 0);
  g_assert_cmpstr (finding->place, ==, "in.xlf:5");
  g_assert_cmpuint (exchange_fixture_import (
                        project, path,
                        HEAD "<unit id=\"p1\"><segment><source>It is <sc id=\"1\"/>bold.</source>"
                             "<target order=\"3\">إنه <sc id=\"1\"/>غليظ<ec startRef=\"1\"/>."
                             "</target></segment><ignorable><source> </source></ignorable>"
                             "<segment><source>And goes on<ec startRef=\"1\"/> here.</source>"
                             "<target order=\"1\"><mrk id=\"m\">ويستمر</mrk> هنا.</target>"
                             "</segment></unit>" FOOT),
                    ==, 1);
  target = project_fixture_dup_target (project, "p1");
  g_assert_cmpstr (target, ==, "ويستمر هنا. إنه <strong>غليظ</strong>.");
}

static void
assert_refused (CogProject *project, const char *path, const char *text, CogError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogExchangePlan) plan = cog_exchange_plan_new (project, &error);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_false (cog_exchange_plan_read (plan, path, NULL, NULL, NULL, &error));
  g_assert_error (error, COG_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_refused (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = exchange_fixture_create (f->path);
  g_autofree char *path = g_build_filename (f->dir, "in.xlf", NULL);

  assert_refused (project, path, "", COG_ERROR_UNSUPPORTED);
  assert_refused (project, path, "Dear friend,\n", COG_ERROR_UNSUPPORTED);
  assert_refused (project, path, "<html><body/></html>", COG_ERROR_UNSUPPORTED);
  assert_refused (
      project, path,
      "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" "
      "srcLang=\"en\" trgLang=\"fr\"><file id=\"f\">" UNIT ("h", "One", "Un") "</file></xliff>",
      COG_ERROR_INPUT);
  assert_refused (project, path,
                  "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\nmsgctxt \"h\"\nmsgid \"One\"\n"
                  "msgstr \"Un\"\n",
                  COG_ERROR_INPUT);
  assert_refused (project, path,
                  "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-6\\n\"\n",
                  COG_ERROR_UNSUPPORTED);
}

/* PO as other tools and hands write it. */
static void
test_po (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = exchange_fixture_create (f->path);
  g_autofree char *path = g_build_filename (f->dir, "in.po", NULL);
  g_autoptr (CogExchangePlan) plan = exchange_fixture_plan (
      project, path,
      "\xEF\xBB\xBF# by hand\nmsgid \"\"\nmsgstr \"\"\n\"Language: ar_EG\\n\"\n"
      "# a note\n#, fuzzy, c-format\n#| msgid \"Owe\"\nmsgctxt \"h\"\r\n"
      "msgid \"\"\n\"On\"\n\"e\"\nmsgstr \"واحد\"\n"
      "msgctxt \"c\"\nmsgid \"Cat\"\nmsgstr \"قط \\\"ة\\\" \\\\\"\n\n"
      "msgctxt \"p1\"\nmsgid \"It is <1>bold. And goes on</1> here.\"\nmsgstr \"<1>x\"\n\n"
      "msgctxt \"np\"\nmsgid \"A note\nmsgstr \"no end\"\n\n"
      "#~ msgctxt \"p0\"\n#~ msgid \"old\"\n#~ msgstr \"old\"\n\n"
      "msgctxt \"p4\"\nmsgid \"First<1/>second.\"\nmsgstr \"أ<1/>ب 1 < 2 &lt;3&gt; <b>\"\n");
  g_autoptr (CogUnit) unit = NULL;
  g_autofree char *target = NULL;
  g_autofree char *quoted = NULL;
  guint n = 0;

  g_assert_cmpuint (cog_exchange_plan_count (plan, COG_EXCHANGE_CHANGED), ==, 3);
  g_assert_cmpuint (cog_exchange_plan_count (plan, COG_EXCHANGE_REFUSED), ==, 1);
  g_assert_true (cog_report_has (cog_exchange_plan_get_report (plan), "exchange-damaged"));
  g_assert_true (cog_exchange_plan_apply (plan, project, &n, NULL));
  unit = cog_project_dup_unit (project, "h", NULL);
  g_assert_cmpstr (unit->target, ==, "واحد");
  g_assert_cmpstr (unit->note, ==, "a note");
  g_assert_cmpint (unit->state, ==, COG_STATE_INITIAL);
  quoted = project_fixture_dup_target (project, "c");
  g_assert_cmpstr (quoted, ==, "قط \"ة\" \\");
  target = project_fixture_dup_target (project, "p4");
  g_assert_cmpstr (target, ==, "أ<br/>ب 1 &lt; 2 &lt;3&gt; &lt;b&gt;");
}

/* A memory fills what is empty and stands in it word for word, and nothing else. */
static void
test_memory (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = exchange_fixture_create (f->path);
  g_autofree char *path = g_build_filename (f->dir, "in.tmx", NULL);
  g_autoptr (CogUnit) unit = NULL;

  g_assert_true (project_fixture_set_target (project, "c", "قط", NULL));
  g_assert_cmpuint (
      exchange_fixture_import (project, path,
                               "<tmx version=\"1.4\"><header srclang=\"en\"/><body>"
                               "<tu><tuv xml:lang=\"en\"><seg>One</seg></tuv>"
                               "<tuv xml:lang=\"ar\"><seg>واحد</seg></tuv></tu>"
                               "<tu><tuv xml:lang=\"en\"><seg>Cat</seg></tuv>"
                               "<tuv xml:lang=\"ar\"><seg>قطة</seg></tuv></tu>"
                               "<tu><tuv xml:lang=\"en\"><seg>It \"is\" \\ so.</seg></tuv>"
                               "<tuv xml:lang=\"ar\"><seg>هكذا</seg></tuv></tu>"
                               "</body></tmx>"),
      ==, 1);
  unit = cog_project_dup_unit (project, "h", NULL);
  g_assert_cmpstr (unit->target, ==, "واحد");
  g_assert_cmpint (unit->state, ==, COG_STATE_INITIAL);
}

#define TEST(path, func)                                                                           \
  g_test_add ("/exchange-bad/" path, ProjectFixture, NULL, project_fixture_set_up, func,           \
              project_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("samples", test_samples);
  TEST ("words", test_words);
  TEST ("refused", test_refused);
  TEST ("po", test_po);
  TEST ("memory", test_memory);
  return g_test_run ();
}
