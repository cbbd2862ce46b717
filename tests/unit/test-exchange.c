/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-exchange-export.h"
#include "exchange-fixture.h"

#include <glib/gstdio.h>
#include <libxml/xmlschemas.h>
#include <string.h>

static void
assert_valid (const char *path)
{
  g_autofree char *schema_path =
      g_build_filename (g_getenv ("COGNATE_FIXTURES"), "xliff", "xliff-2.1.xsd", NULL);
  xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt (schema_path);
  xmlSchema *schema = xmlSchemaParse (parser);
  xmlSchemaValidCtxt *context;

  g_assert_nonnull (schema);
  context = xmlSchemaNewValidCtxt (schema);
  g_assert_cmpint (xmlSchemaValidateFile (context, path, 0), ==, 0);
  xmlSchemaFreeValidCtxt (context);
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
}

/* What OASIS's schema cannot say, and its text asks for: ids are unique in a unit, what is referred
 * to is there, a target has no code that the source has not but such as have data of their own. */
static void
assert_unit_sound (const xmlNode *unit)
{
  g_autoptr (GHashTable) data = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const char *const references[] = { "dataRef", "dataRefStart", NULL };
  guint n_segments = 0;

  for (const xmlNode *n = unit; n != NULL; n = cog_xml_next_in (unit, n))
    {
      char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      gboolean is_in_target = FALSE;

      for (const xmlNode *p = n; p != unit; p = p->parent)
        is_in_target = is_in_target || cog_xml_is (p, NULL, "target");
      n_segments += n->type == XML_ELEMENT_NODE && cog_xml_is (n, NULL, "segment");
      if (id != NULL && cog_xml_is (n, NULL, "data"))
        g_assert_true (g_hash_table_add (data, id));
      else if (id != NULL && n != unit && !is_in_target)
        g_assert_true (g_hash_table_add (ids, id));
      else
        g_free (id);
      for (guint i = 0; n->type == XML_ELEMENT_NODE && references[i] != NULL; i++)
        {
          g_autofree char *reference = cog_xml_dup_attribute (n, references[i]);

          g_assert_true (reference == NULL || g_hash_table_contains (data, reference));
        }
    }
  g_assert_cmpuint (n_segments, >, 0);
}

static void
assert_sound (const char *text)
{
  g_autoptr (xmlDoc) document = cog_xml_parse_own (text, -1, NULL);
  const xmlNode *root = xmlDocGetRootElement (document);
  guint n = 0;

  for (const xmlNode *node = root; node != NULL; node = cog_xml_next_in (root, node))
    if (node->type == XML_ELEMENT_NODE && cog_xml_is (node, NULL, "unit"))
      {
        assert_unit_sound (node);
        n++;
      }
  g_assert_cmpuint (n, >, 5);
}

static void
test_schema (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = exchange_fixture_create (f->path);
  g_autofree char *path = g_build_filename (f->dir, "out.xlf", NULL);
  g_autofree char *before = exchange_fixture_export (project, "xliff-2.1", path);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;

  assert_valid (path);
  assert_sound (before);
  g_assert_nonnull (strstr (before, "<sc id=\"1\""));
  g_assert_nonnull (strstr (before, "<ec startRef=\"1\"/>"));
  g_assert_nonnull (strstr (before, "disp=\"[equation: E = mc^2]\""));
  g_assert_nonnull (strstr (before, "trgDir=\"rtl\""));
  exchange_fixture_translate (project);
  after = exchange_fixture_export (project, "xliff-2.1", path);
  assert_valid (path);
  assert_sound (after);
  g_assert_nonnull (strstr (after, "state=\"final\" subState=\"cognate:adapted\""));
  again = exchange_fixture_export (project, "xliff-2.1", path);
  g_assert_cmpstr (after, ==, again);
}

/* A glossary and a memory help beside what is not translated. */
static void
test_help (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = exchange_fixture_create (f->path);
  g_autofree char *path = g_build_filename (f->dir, "out.xlf", NULL);
  g_autofree char *memory_path = g_build_filename (f->dir, "memory", NULL);
  g_autoptr (CogMemory) memory = cog_memory_open (memory_path, NULL);
  g_autoptr (CogMemoryEntry) entry = cog_memory_entry_new ();
  const CogExchangeTerm terms[] = { { "ENERGY", "طاقة", "What moves things" },
                                    { "ergy", "no", NULL } };
  const CogExchangeHelp help = { memory, terms, G_N_ELEMENTS (terms) };
  CogExchangeCount count;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  entry->source = g_strdup ("Plain & simple: 1 < 3.");
  entry->target = g_strdup ("سهل");
  entry->source_language = g_strdup ("en");
  entry->target_language = g_strdup ("ar");
  g_assert_true (cog_memory_add (memory, entry, NULL));
  g_assert_true (cog_exchange_export (project, path, &cog_exchange_xliff_2, &help, NULL, NULL,
                                      &count, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count.n_units, ==, 9);
  assert_valid (path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<gls:term>ENERGY</gls:term>"));
  g_assert_null (strstr (text, "<gls:term>ergy"));
  g_assert_nonnull (strstr (text, "<mtc:match ref=\"#s1\" type=\"tm\" similarity=\"95."));
}

static void
assert_same_unit (CogProject *project, CogProject *other, const char *id, guint format)
{
  g_autoptr (CogUnit) unit = cog_project_dup_unit (project, id, NULL);
  g_autoptr (CogUnit) copy = cog_project_dup_unit (other, id, NULL);

  g_assert_cmpstr (unit->target, ==, copy->target);
  g_assert_cmpstr (unit->note, ==, copy->note);
  /* PO knows only what is confirmed and what is not; what was decided XLIFF 2 alone. */
  if (format < 2)
    g_assert_cmpint (unit->state, ==, copy->state);
  else
    g_assert_cmpint (MIN (unit->state, COG_STATE_TRANSLATED), ==, copy->state);
  if (format > 0)
    return;
  g_assert_cmpint (unit->decision, ==, copy->decision);
  g_assert_cmpstr (unit->reason, ==, copy->reason);
}

/* What one project says arrives in another that has said nothing yet. */
static void
test_round_trip (ProjectFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *format, *name;
  } formats[] = { { "xliff-2.1", "2.xlf" }, { "xliff-1.2", "1.xlf" }, { "po", "o.po" } };
  g_autoptr (CogProject) project = exchange_fixture_create (f->path);

  exchange_fixture_translate (project);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (f->dir, formats[i].name, NULL);
      g_autofree char *other_path = g_strconcat (path, ".cognate", NULL);
      g_autoptr (CogProject) other = exchange_fixture_create (other_path);
      g_autofree char *text = exchange_fixture_export (project, formats[i].format, path);

      /* It has all to itself again: nothing is to be done. */
      g_assert_cmpuint (exchange_fixture_import (project, path, text), ==, 0);
      /* A code that was added in the translation (p4) is known to the file of XLIFF 2 alone. */
      g_assert_cmpuint (exchange_fixture_import (other, path, text), ==, i == 0 ? 6 : 5);
      for (guint k = 0; exchange_fixture_targets[k] != NULL; k++)
        {
          g_autofree char *id = g_strdup_printf ("p%u", k);

          if (k == 4 && i > 0)
            continue;
          assert_same_unit (project, other, id, i);
        }
      assert_same_unit (project, other, "i@alt", i);
      g_assert_true (cog_project_close (other, NULL));
    }
}

static void
assert_counts (CogExchangePlan *plan, guint changed, guint conflicts, guint refused, guint unplaced)
{
  g_assert_cmpuint (cog_exchange_plan_count (plan, COG_EXCHANGE_CHANGED), ==, changed);
  g_assert_cmpuint (cog_exchange_plan_count (plan, COG_EXCHANGE_CONFLICT), ==, conflicts);
  g_assert_cmpuint (cog_exchange_plan_count (plan, COG_EXCHANGE_REFUSED), ==, refused);
  g_assert_cmpuint (cog_exchange_plan_count (plan, COG_EXCHANGE_UNPLACED), ==, unplaced);
}

static void
assert_target (CogProject *project, const char *unit, const char *expected)
{
  g_autofree char *target = project_fixture_dup_target (project, unit);

  g_assert_cmpstr (target, ==, expected);
}

/* Both have changed the same passage, and one each of their own. */
static void
test_conflict (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = exchange_fixture_create (f->path);
  g_autofree char *path = g_build_filename (f->dir, "out.xlf", NULL);
  g_autoptr (CogExchangePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const CogExchangeItem *item;
  char *text;
  guint n = 0;

  exchange_fixture_translate (project);
  text = exchange_fixture_export (project, "xliff-2.1", path);
  text = exchange_fixture_replace (text, "أول", "ثالث");
  text = exchange_fixture_replace (text, "قطة", "قط");
  g_assert_true (project_fixture_set_target (project, "p4", "أنا<br/>هنا", &error));
  g_assert_true (project_fixture_set_target (project, "h", "واحد", &error));
  plan = exchange_fixture_plan (project, path, text);
  assert_counts (plan, 1, 1, 0, 0);
  g_assert_true (cog_report_has (cog_exchange_plan_get_report (plan), "exchange-both-changed"));
  item = g_ptr_array_index (cog_exchange_plan_get_items (plan), 1);
  g_assert_cmpstr (item->unit, ==, "p4");
  g_assert_cmpstr (item->mine, ==, "أنا<br/>هنا");
  g_assert_cmpstr (item->theirs, ==, "ثالث<br/>ثان. <em>جديد</em>");
  g_assert_true (cog_exchange_plan_apply (plan, project, &n, &error));
  g_assert_cmpuint (n, ==, 1);
  assert_target (project, "p4", "أنا<br/>هنا");
  assert_target (project, "i@alt", "قط &amp; كلب");
  assert_target (project, "h", "واحد");
  g_clear_pointer (&plan, cog_exchange_plan_free);

  /* Theirs, where somebody says so; one step takes all of it back. */
  plan = exchange_fixture_plan (project, path, text);
  cog_exchange_plan_settle (plan, TRUE);
  g_assert_true (cog_exchange_plan_apply (plan, project, &n, &error));
  assert_target (project, "p4", "ثالث<br/>ثان. <em>جديد</em>");
  g_assert_cmpuint (cog_project_undo (project, 1, &error), ==, 1);
  assert_target (project, "p4", "أنا<br/>هنا");
  g_free (text);
}

/* Edited here after the plan was made. */
static void
test_overtaken (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = exchange_fixture_create (f->path);
  g_autofree char *path = g_build_filename (f->dir, "out.po", NULL);
  g_autoptr (CogExchangePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  char *text = exchange_fixture_export (project, "po", path);
  guint n = 1;

  text =
      exchange_fixture_replace (text, "msgid \"One\"\nmsgstr \"\"", "msgid \"One\"\nmsgstr \"x\"");
  plan = exchange_fixture_plan (project, path, text);
  assert_counts (plan, 1, 0, 0, 0);
  g_assert_true (project_fixture_set_target (project, "h", "واحد", &error));
  g_assert_true (cog_exchange_plan_apply (plan, project, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  assert_counts (plan, 0, 1, 0, 0);
  assert_target (project, "h", "واحد");
  g_free (text);
}

/* A tool that has thrown away what the units were when they left: only what is empty is filled. */
static void
test_without_base (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = exchange_fixture_create (f->path);
  g_autofree char *path = g_build_filename (f->dir, "o.po", NULL);
  g_autoptr (CogExchangePlan) plan = NULL;
  const char *text = "msgctxt \"h\"\nmsgid \"One\"\nmsgstr \"واحد\"\n\n"
                     "msgctxt \"c\"\nmsgid \"Cat\"\nmsgstr \"قطة\"\n\n"
                     "msgctxt \"np\"\nmsgid \"A note\"\nmsgstr \"\"\n";

  g_assert_true (project_fixture_set_target (project, "c", "قط", NULL));
  g_assert_true (project_fixture_set_target (project, "np", "حاشية", NULL));
  plan = exchange_fixture_plan (project, path, text);
  assert_counts (plan, 1, 1, 0, 0);
  g_assert_cmpuint (cog_exchange_plan_get_left (plan), ==, 1);
  g_assert_cmpuint (cog_exchange_plan_get_missing (plan), ==, 6);
}

#define TEST(path, func)                                                                           \
  g_test_add ("/exchange/" path, ProjectFixture, NULL, project_fixture_set_up, func,               \
              project_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("schema", test_schema);
  TEST ("help", test_help);
  TEST ("round-trip", test_round_trip);
  TEST ("conflict", test_conflict);
  TEST ("overtaken", test_overtaken);
  TEST ("without-base", test_without_base);
  return g_test_run ();
}
