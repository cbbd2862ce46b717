/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure-fixture.h"

#include "cog-error.h"

#include <string.h>

#define SECTION "<section xmlns='" COG_NS_XHTML "' xmlns:epub='" COG_NS_EPUB "'>"

static const char one[] =
    SECTION "<h1 id='h'>One</h1>"
            "<figure id='f'><img id='i' src='a.png' alt='A cat'/>"
            "<figcaption id='c'>Cat</figcaption></figure>"
            "<p id='r'>See<a epub:type='noteref' role='doc-noteref' href='#n'>1</a> that.</p>"
            "<aside id='n' epub:type='footnote' role='doc-footnote'><p id='np'>Note</p></aside>"
            "<ul><li id='l1'>First.</li><li id='l2'>Second.</li></ul>"
            "<p id='p0'>Water <em>boils at</em> hundred. It is hot.</p>"
            "<p id='p1'>Ice <strong>melts</strong>.</p><p id='p2'>Steam rises.</p>"
            "<aside id='b' class='note'><p id='b1'>Box.</p><p id='b2'>More.</p></aside>"
            "<table id='t'><caption id='tc'>Values</caption><thead><tr><th id='t11'>a</th>"
            "<th id='t12'>b</th></tr></thead><tbody><tr><td id='t21'>1</td><td id='t22'>2</td></tr>"
            "</tbody></table>"
            "<section id='x' epub:type='practice' class='exercise'><section id='xp'"
            " epub:type='question' class='problem'><p id='x1'>How hot?</p></section>"
            "<section id='xs' epub:type='answer' class='solution'><p id='x2'>Hot.</p></section>"
            "</section></section>";
static const char two[] = SECTION "<h1 id='k'>Two</h1><p id='q'>Go to <a href='#p1'>ice</a>.</p>"
                                  "</section>";
static const char three[] = SECTION "<h1 id='g'>Three</h1><p id='z'>The end.</p></section>";

static CogSection *
make_section (const char *id, const char *title, const char *text)
{
  CogSection *section = cog_section_new (id, title);

  section->content = cog_xml_parse_own (text, -1, NULL);
  g_assert_nonnull (section->content);
  return section;
}

CogBook *
structure_fixture_make_book (void)
{
  CogBook *book = cog_book_new ();
  CogSection *first = make_section ("one", "One", one);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("png", 3);
  CogCredit *credit = cog_credit_new ();

  g_ptr_array_add (book->sections, first);
  g_ptr_array_add (first->children, make_section ("two", "Two", two));
  g_ptr_array_add (book->sections, make_section ("three", "Three", three));
  cog_book_add_asset (book, cog_asset_new ("a.png", "image/png", bytes));
  book->language = g_strdup ("en");
  book->credit->title = g_strdup ("Heat");
  book->credit->licence = g_strdup ("CC-BY-4.0");
  g_ptr_array_add (book->credit->agents, cog_agent_new ("Ann", COG_ROLE_AUTHOR));
  credit->item = g_strdup ("f");
  credit->licence = g_strdup ("CC-BY-SA-4.0");
  g_ptr_array_add (book->credits, credit);
  cog_book_identify (book, NULL);
  g_assert_true (cog_book_validate (book, NULL));
  return book;
}

static gboolean
add_book (CogProject *project, gpointer user_data, GError **error)
{
  g_autoptr (CogBook) book = structure_fixture_make_book ();
  g_autoptr (GBytes) original = g_bytes_new_static ("heat", 4);
  g_autofree char *id =
      cog_project_add_source (project, book, "epub", "heat.epub", original, NULL, error);

  return id != NULL;
}

CogProject *
structure_fixture_create (const char *path)
{
  g_autoptr (GError) error = NULL;
  CogProject *project = cog_project_create (path, "ar-EG", NULL, add_book, NULL, &error);

  g_assert_no_error (error);
  return project;
}

static const char *
say (const char *text)
{
  return text != NULL ? text : "-";
}

static void
dump_units (CogProject *project, const char *section, GString *out)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, section, NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      g_string_append_printf (out, "  %s %s %s [%s] [%s] %s %s %s %s %u %s %s\n", unit->id,
                              cog_unit_kind_to_nick (unit->kind), unit->element, say (unit->source),
                              say (unit->target), cog_state_to_nick (unit->state),
                              cog_decision_to_nick (unit->decision), say (unit->reason),
                              say (unit->note), unit->n_words, say (unit->origins),
                              say (unit->works));
    }
}

static void
dump_rights (CogProject *project, GString *out)
{
  g_autoptr (GPtrArray) credits = cog_project_list_credits (project);
  g_autoptr (GPtrArray) components = cog_project_list_components (project, NULL);

  for (guint i = 0; i < credits->len; i++)
    {
      g_autofree char *json = cog_credit_to_json (g_ptr_array_index (credits, i));

      g_string_append_printf (out, "%s\n", json);
    }
  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);

      g_string_append_printf (out, "%s %s %s %u\n", component->id,
                              cog_component_kind_to_nick (component->kind),
                              cog_use_to_nick (component->use), component->n_units);
    }
}

char *
structure_fixture_dump (CogProject *project)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);
      g_autofree char *skeleton = cog_project_dup_skeleton (project, info->id, TRUE, NULL);

      g_string_append_printf (out, "%s %s %s %u %s %s %d %u %u %u\n%s\n", info->id,
                              say (info->parent), say (info->source), info->depth,
                              say (info->title), say (info->target_title), info->is_omitted,
                              info->n_units, info->n_words, info->n_words_done, skeleton);
      dump_units (project, info->id, out);
    }
  dump_rights (project, out);
  return g_string_free (out, FALSE);
}

char *
structure_fixture_dump_sources (CogProject *project)
{
  GString *out = g_string_new (NULL);
  g_autoptr (CogBook) book = cog_project_dup_source_book (project, "s1", NULL);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      g_autofree char *text =
          section->content != NULL ? cog_section_serialise (section) : g_strdup ("");

      g_string_append_printf (out, "%s %s %u\n%s\n", section->id, section->title,
                              section->children->len, text);
    }
  return g_string_free (out, FALSE);
}

static void
assert_valid (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = cog_project_dup_adaptation (project, NULL, &error);
  g_autoptr (CogReport) report = cog_report_new ();

  g_assert_no_error (error);
  if (!cog_book_validate (book, report))
    {
      g_autofree char *sentence =
          cog_finding_dup_sentence (g_ptr_array_index (cog_report_get_findings (report), 0));

      g_error ("%s", sentence);
    }
}

static guint
count_in (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

/* Every unit stands once, in the order of the list. */
static void
assert_skeleton (CogProject *project, const CogSectionInfo *info)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, info->id, NULL);
  g_autofree char *skeleton = cog_project_dup_skeleton (project, info->id, TRUE, NULL);
  const char *last = skeleton;

  g_assert_cmpuint (units->len, ==, info->n_units);
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      const char *at = strrchr (unit->id, '@');
      g_autofree char *id =
          at != NULL ? g_strndup (unit->id, (gsize)(at - unit->id)) : g_strdup (unit->id);
      g_autofree char *mark = g_strdup_printf (" id=\"%s\"", id);
      const char *place;

      if (unit->kind == COG_UNIT_TITLE)
        continue;
      g_assert_cmpuint (count_in (skeleton, mark), ==, 1);
      place = strstr (skeleton, mark);
      g_assert_true (place >= last);
      last = place;
    }
}

void
structure_fixture_assert_sound (CogProject *project)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);

  assert_valid (project);
  for (guint i = 0; i < sections->len; i++)
    assert_skeleton (project, g_ptr_array_index (sections, i));
}

static void
assert_dump (CogProject *project, const char *wanted)
{
  g_autofree char *dump = structure_fixture_dump (project);

  g_assert_cmpstr (dump, ==, wanted);
}

void
structure_fixture_check (CogProject **project, StructureChange change)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (cog_project_get_path (*project));
  g_autofree char *sources = structure_fixture_dump_sources (*project);
  g_autofree char *sources_after = NULL;
  g_autofree char *before = structure_fixture_dump (*project);
  g_autofree char *after = NULL;

  change (*project, &error);
  g_assert_no_error (error);
  structure_fixture_assert_sound (*project);
  after = structure_fixture_dump (*project);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpuint (cog_project_undo (*project, 1, &error), ==, 1);
  assert_dump (*project, before);
  g_clear_object (project);
  *project = cog_project_open (path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  assert_dump (*project, before);
  g_assert_cmpuint (cog_project_redo (*project, 1, &error), ==, 1);
  assert_dump (*project, after);
  g_clear_object (project);
  *project = cog_project_open (path, COG_PROJECT_WRITE, &error);
  assert_dump (*project, after);
  sources_after = structure_fixture_dump_sources (*project);
  g_assert_cmpstr (sources, ==, sources_after);
}

void
structure_fixture_refuse (CogProject *project, StructureChange change, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = structure_fixture_dump (project);

  g_assert_false (change (project, &error));
  g_assert_error (error, COG_ERROR, code);
  assert_dump (project, before);
}

void
structure_fixture_assert_units (CogProject *project, const char *section, const char *ids)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, section, NULL);
  g_autoptr (GString) there = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (there, "%s%s", i > 0 ? " " : "",
                            ((const CogUnit *)g_ptr_array_index (units, i))->id);
  g_assert_cmpstr (there->str, ==, ids);
}

void
structure_fixture_assert_sections (CogProject *project, const char *ids)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  g_autoptr (GString) there = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      g_string_append_printf (there, "%s%.*s%s", i > 0 ? " " : "", (int)info->depth, "......",
                              info->id);
    }
  g_assert_cmpstr (there->str, ==, ids);
}

void
structure_fixture_assert_text (CogProject *project, const char *text, gboolean is_there)
{
  g_autoptr (CogBook) book = cog_project_dup_adaptation (project, NULL, NULL);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  gboolean found = FALSE;

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      g_autofree char *content =
          section->content != NULL ? cog_section_serialise (section) : g_strdup ("");

      if (strstr (content, text) != NULL)
        found = TRUE;
      else if (is_there)
        g_test_message ("%s", content);
    }
  g_assert_cmpint (found, ==, is_there);
}

void
structure_fixture_assert_unit (CogProject *project,
                               const char *id,
                               const char *source,
                               const char *target,
                               const char *origins)
{
  g_autoptr (CogUnit) unit = cog_project_dup_unit (project, id, NULL);

  g_assert_nonnull (unit);
  g_assert_cmpstr (unit->source, ==, source);
  g_assert_cmpstr (unit->target, ==, target);
  g_assert_cmpstr (unit->origins, ==, origins);
}
