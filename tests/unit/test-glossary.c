/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-glossary.h"

#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>

static CogGlossary *
open_glossary (void)
{
  g_autoptr (GError) error = NULL;
  CogGlossary *glossary = cog_glossary_open ("glossary.sqlite", &error);

  g_assert_no_error (error);
  return glossary;
}

/* Each test has its own. */
static CogGlossary *
open_new (void)
{
  g_unlink ("glossary.sqlite");
  g_unlink ("glossary.sqlite-wal");
  g_unlink ("glossary.sqlite-shm");
  return open_glossary ();
}

/* "en:force es:fuerza es:-vigor": a "-" before what is forbidden, a "+" before what is admitted. */
static CogGlossaryEntry *
make_entry (const char *terms)
{
  CogGlossaryEntry *entry = cog_glossary_entry_new ();
  g_auto (GStrv) words = g_strsplit (terms, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], ":", 2);
      gboolean is_marked = pair[1][0] == '-' || pair[1][0] == '+';
      CogGlossaryTerm *term = cog_glossary_entry_add (entry, pair[0], pair[1] + is_marked);

      if (is_marked)
        term->status = pair[1][0] == '-' ? COG_TERM_FORBIDDEN : COG_TERM_ADMITTED;
    }
  return entry;
}

static gint64
add (CogGlossary *glossary, const char *terms)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogGlossaryEntry) entry = make_entry (terms);

  cog_glossary_add (glossary, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpint (entry->id, >, 0);
  return entry->id;
}

static void
append_entry (GString *said, const CogGlossaryEntry *entry)
{
  for (guint i = 0; i < entry->terms->len; i++)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);

      g_string_append_printf (said, "%s%s:%s%s", i > 0 ? " " : "", term->language,
                              term->status == COG_TERM_FORBIDDEN  ? "-"
                              : term->status == COG_TERM_ADMITTED ? "+"
                                                                  : "",
                              term->text);
    }
}

static void
assert_list (CogGlossary *glossary, const CogGlossaryFilter *filter, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = cog_glossary_list (glossary, filter, &error);
  g_autoptr (GString) said = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      g_string_append (said, i > 0 ? "; " : "");
      append_entry (said, g_ptr_array_index (entries, i));
    }
  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_change (void)
{
  g_autoptr (CogGlossary) glossary = open_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogGlossaryEntry) entry = NULL;
  gint64 force = add (glossary, "en:force es:fuerza es:-vigor");
  gint64 version = cog_glossary_get_version (glossary);

  add (glossary, "en:work es:trabajo");
  g_assert_cmpint (cog_glossary_get_version (glossary), !=, version);
  assert_list (glossary, NULL, "en:force es:fuerza es:-vigor; en:work es:trabajo");
  entry = cog_glossary_get (glossary, force, &error);
  g_assert_no_error (error);
  g_assert_cmpint (entry->date, >, 0);
  entry->definition = g_strdup ("What changes how a body moves.");
  cog_glossary_entry_add (entry, "pl", "  siła\n pola ");
  g_assert_true (cog_glossary_change (glossary, entry, &error));
  assert_list (glossary, NULL, "en:force es:fuerza es:-vigor pl:siła pola; en:work es:trabajo");
  g_assert_true (cog_glossary_remove (glossary, force, &error));
  assert_list (glossary, NULL, "en:work es:trabajo");
  g_assert_false (cog_glossary_remove (glossary, force, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (cog_glossary_change (glossary, entry, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
}

static void
test_languages (void)
{
  g_autoptr (CogGlossary) glossary = open_new ();

  add (glossary, "en-GB:lift es-MX:elevador");
  add (glossary, "en:light zh-TW:光");
  assert_list (glossary, &(CogGlossaryFilter){ .from = "en-US", .to = "es" },
               "en-GB:lift es-MX:elevador");
  assert_list (glossary, &(CogGlossaryFilter){ .from = "es", .to = "en" },
               "en-GB:lift es-MX:elevador");
  assert_list (glossary, &(CogGlossaryFilter){ .from = "en", .to = "zh-Hant" },
               "en:light zh-TW:光");
  assert_list (glossary, &(CogGlossaryFilter){ .from = "en", .to = "zh-CN" }, "");
}

static void
test_projects (void)
{
  g_autoptr (CogGlossary) glossary = open_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogGlossaryEntry) own = make_entry ("en:plant es:planta");

  add (glossary, "en:work es:trabajo");
  own->project = g_strdup ("a1");
  g_assert_true (cog_glossary_add (glossary, own, &error));
  assert_list (glossary, &(CogGlossaryFilter){ .project = "a1" },
               "en:work es:trabajo; en:plant es:planta");
  assert_list (glossary, &(CogGlossaryFilter){ .project = "b2" }, "en:work es:trabajo");
  assert_list (glossary, &(CogGlossaryFilter){ .project = "" }, "en:work es:trabajo");
  assert_list (glossary, NULL, "en:work es:trabajo; en:plant es:planta");
}

/* A file that is taken twice. */
static void
test_same (void)
{
  g_autoptr (CogGlossary) glossary = open_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogGlossaryEntry) other = make_entry ("en:force es:fuerza");
  gint64 force = add (glossary, "en:force es:fuerza");

  g_assert_cmpint (add (glossary, "en:force es:fuerza"), ==, force);
  g_assert_cmpint (add (glossary, "en:force es:fuerza ar:قوة"), ==, force);
  /* Another translation alone is another concept. */
  add (glossary, "en:force es:vigor");
  assert_list (glossary, NULL, "en:force es:fuerza ar:قوة; en:force es:vigor");
  /* So is one of another field. */
  other->subject = g_strdup ("physics");
  g_assert_true (cog_glossary_add (glossary, other, &error));
  g_assert_cmpint (other->id, ==, force);
  g_free (other->subject);
  other->subject = g_strdup ("law");
  g_assert_true (cog_glossary_add (glossary, other, &error));
  g_assert_cmpint (other->id, !=, force);
}

static void
test_refused (void)
{
  g_autoptr (CogGlossary) glossary = open_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogGlossaryEntry) empty = cog_glossary_entry_new ();
  g_autoptr (CogGlossaryEntry) nowhere = make_entry ("en:force 1:fuerza");

  g_assert_false (cog_glossary_add (glossary, empty, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (cog_glossary_add (glossary, nowhere, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  /* Nothing of it is there. */
  assert_list (glossary, NULL, "");
  add (glossary, "en:a es:b");
  assert_list (glossary, NULL, "en:a es:b");
}

static void
test_roll_back (void)
{
  g_autoptr (CogGlossary) glossary = open_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_glossary_begin (glossary, &error));
  add (glossary, "en:work es:trabajo");
  cog_glossary_roll_back (glossary);
  assert_list (glossary, NULL, "");
  g_assert_true (cog_glossary_begin (glossary, &error));
  add (glossary, "en:work es:trabajo");
  g_assert_true (cog_glossary_commit (glossary, &error));
  assert_list (glossary, NULL, "en:work es:trabajo");
}

#define N_EACH 50

static gpointer
fill_cb (gpointer data)
{
  g_autoptr (CogGlossary) glossary = open_glossary ();

  for (int i = 0; i < N_EACH; i++)
    {
      g_autofree char *terms = g_strdup_printf ("en:%s%d es:x%d", (const char *)data, i, i);

      add (glossary, terms);
    }
  return NULL;
}

/* As two windows, or two programs, do. */
static void
test_threads (void)
{
  g_autoptr (CogGlossary) glossary = open_new ();
  g_autoptr (GPtrArray) entries = NULL;
  GThread *threads[3];
  gint64 version = cog_glossary_get_version (glossary);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("fill", fill_cb, (gpointer)(const char *[]){ "a", "b", "c" }[i]);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (cog_glossary_get_version (glossary), !=, version);
  entries = cog_glossary_list (glossary, NULL, NULL);
  g_assert_cmpuint (entries->len, ==, 3 * N_EACH);
}

static void
test_foreign (void)
{
  g_autoptr (GError) error = NULL;
  CogGlossary *glossary;

  g_assert_true (g_file_set_contents ("glossary.sqlite", "nothing of the kind", -1, NULL));
  glossary = cog_glossary_open ("glossary.sqlite", &error);
  g_assert_null (glossary);
  g_assert_error (error, COG_ERROR, COG_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "glossary.sqlite"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/glossary/change", test_change);
  g_test_add_func ("/glossary/languages", test_languages);
  g_test_add_func ("/glossary/projects", test_projects);
  g_test_add_func ("/glossary/same", test_same);
  g_test_add_func ("/glossary/refused", test_refused);
  g_test_add_func ("/glossary/roll-back", test_roll_back);
  g_test_add_func ("/glossary/threads", test_threads);
  g_test_add_func ("/glossary/foreign", test_foreign);
  return g_test_run ();
}
