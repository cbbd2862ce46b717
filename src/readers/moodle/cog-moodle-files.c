/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-moodle.h"

#include "cog-course-credits.h"
#include "cog-course-page.h"

#include <cmark-gfm.h>
#include <string.h>

#define TOKEN "@@PLUGINFILE@@"

/* Work of learners, and pictures of persons: not looked at. */
static gboolean
is_private (const char *component, const char *area)
{
  static const char *const components[] = { "user", "backup", "group", "grouping", "grade" };

  for (guint i = 0; i < G_N_ELEMENTS (components); i++)
    if (g_str_equal (component, components[i]))
      return TRUE;
  return g_str_has_prefix (component, "assignsubmission") ||
         g_str_has_prefix (component, "assignfeedback") || strstr (area, "submission") != NULL ||
         (g_str_equal (component, "mod_forum") && !g_str_equal (area, "intro")) ||
         g_str_has_prefix (area, "response") || g_str_equal (area, "draft");
}

/* Moodle's names for licences. Its older ones have no version; all of Creative Commons' have
 * attribution, which the names leave out. */
static char *
dup_licence (const char *name)
{
  static const struct
  {
    const char *name;
    const char *licence;
  } names[] = {
    { "allrightsreserved", "LicenseRef-AllRightsReserved" },
    { "public", "LicenseRef-PublicDomain" },
    { "cc", "CC-BY" },
    { "cc-sa", "CC-BY-SA" },
    { "cc-nc", "CC-BY-NC" },
    { "cc-nd", "CC-BY-ND" },
    { "cc-nc-sa", "CC-BY-NC-SA" },
    { "cc-nc-nd", "CC-BY-NC-ND" },
  };
  const char *version = g_str_has_suffix (name, "-4.0") ? "-4.0" : "";
  g_autofree char *bare = g_strndup (name, strlen (name) - strlen (version));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (bare, names[i].name))
      return g_strconcat (names[i].licence, i < 2 ? "" : version, NULL);
  return NULL;
}

static void
add_credit (CogMoodle *m, const xmlNode *row, const char *file)
{
  g_autofree char *author = cog_moodle_dup_child (row, "author");
  g_autofree char *licence = cog_moodle_dup_child (row, "license");
  g_autofree char *source = cog_moodle_dup_child (row, "source");
  gboolean is_unknown = licence == NULL || g_str_equal (licence, "unknown");
  CogCredit *credit;

  if ((author == NULL && is_unknown) || g_hash_table_contains (m->course->file_credits, file))
    return;
  credit = cog_course_credit_new (author, is_unknown ? NULL : licence, NULL, "files.xml", file);
  if (!is_unknown && credit->statements->len > 0)
    {
      CogStatement *statement = g_ptr_array_index (credit->statements, 0);
      g_autofree char *id = dup_licence (licence);

      if (id != NULL)
        {
          g_free (statement->licence);
          statement->licence = g_strdup (id);
          g_free (credit->licence);
          credit->licence = g_steal_pointer (&id);
        }
    }
  if (source != NULL &&
      (g_str_has_prefix (source, "http://") || g_str_has_prefix (source, "https://")))
    credit->source_url = g_strdup (source);
  cog_course_add_file_credit (m->course, file, credit);
}

static void
file_free (gpointer data)
{
  CogMoodleFile *file = data;

  g_free (file->name);
  g_free (file->file);
  g_free (file);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(const CogMoodleFile *const *)a)->name,
                    (*(const CogMoodleFile *const *)b)->name);
}

static void
add_to_area (CogMoodle *m, const char *key, const char *name, const char *file)
{
  GPtrArray *list = g_hash_table_lookup (m->areas, key);
  CogMoodleFile *row = g_new0 (CogMoodleFile, 1);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (file_free);
      g_hash_table_insert (m->areas, g_strdup (key), list);
    }
  row->name = g_strdup (name);
  row->file = g_strdup (file);
  g_ptr_array_add (list, row);
}

GPtrArray *
cog_moodle_list_files (CogMoodle *m, const CogMoodlePlace *place)
{
  g_autofree char *key = g_strdup_printf ("%s|%s|%s", place->context, place->area, place->item);
  GPtrArray *list = g_hash_table_lookup (m->areas, key);

  if (list == NULL)
    return g_ptr_array_new ();
  g_ptr_array_sort (list, compare_files);
  return g_ptr_array_ref (list);
}

static void
add_file (CogMoodle *m, const xmlNode *row)
{
  g_autofree char *hash = cog_moodle_dup_child (row, "contenthash");
  g_autofree char *component = cog_moodle_dup_child (row, "component");
  g_autofree char *area = cog_moodle_dup_child (row, "filearea");
  g_autofree char *context = cog_moodle_dup_child (row, "contextid");
  g_autofree char *item = cog_moodle_dup_child (row, "itemid");
  g_autofree char *path = cog_moodle_dup_child (row, "filepath");
  g_autofree char *name = cog_moodle_dup_child (row, "filename");
  g_autofree char *reference = NULL;
  g_autofree char *area_key = NULL;
  g_autofree char *key = NULL;
  const char *file;

  if (hash == NULL || strlen (hash) < 3 || component == NULL || area == NULL || context == NULL ||
      name == NULL || g_str_equal (name, ".") || is_private (component, area))
    return;
  reference = g_strdup_printf ("files/%.2s/%s", hash, hash);
  file = cog_container_resolve (m->container, NULL, reference);
  if (file == NULL)
    return;
  area_key = g_strdup_printf ("%s|%s|%s", context, area, item != NULL ? item : "0");
  key = g_strdup_printf ("%s|%s%s", area_key, path != NULL ? path : "/", name);
  add_to_area (m, area_key, name, file);
  g_hash_table_insert (m->files, g_steal_pointer (&key), g_strdup (file));
  add_credit (m, row, file);
}

void
cog_moodle_read_files (CogMoodle *m)
{
  g_autoptr (xmlDoc) document = cog_moodle_parse (m, "files.xml");
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *n = root != NULL ? cog_xml_first_element (root) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "file"))
      add_file (m, n);
}

static const char *
find_file (CogMoodle *m, const CogMoodlePlace *place, const char *path)
{
  g_autofree char *bare = g_strndup (path, strcspn (path, "?#"));
  g_autofree char *decoded = g_uri_unescape_string (bare, NULL);
  g_autofree char *key = g_strdup_printf ("%s|%s|%s|%s", place->context, place->area, place->item,
                                          decoded != NULL ? decoded : bare);

  return g_hash_table_lookup (m->files, key);
}

/* "@@PLUGINFILE@@/figures/a%20b.png": a file of the area that the text stands in. */
static char *
dup_resolved (CogMoodle *m, const char *html, const CogMoodlePlace *place)
{
  GString *resolved = g_string_new (NULL);
  const char *from = html;
  const char *at;

  while ((at = strstr (from, TOKEN)) != NULL)
    {
      const char *path = at + strlen (TOKEN);
      gsize length = strcspn (path, "\"'<> \t\r\n");
      g_autofree char *name = g_strndup (path, length);
      const char *file = find_file (m, place, name);
      g_autofree char *reference = file != NULL ? cog_course_dup_reference (file) : NULL;

      g_string_append_len (resolved, from, at - from);
      /* What is not there is told by its name. */
      g_string_append (resolved, reference != NULL ? reference : name);
      from = path + length;
    }
  g_string_append (resolved, from);
  return g_string_free (resolved, FALSE);
}

/* Moodle's formats of text: 0 as it comes, 1 HTML, 2 plain, 4 Markdown. */
char *
cog_moodle_dup_html (CogMoodle *m,
                     const xmlNode *parent,
                     const char *name,
                     const CogMoodlePlace *place)
{
  g_autofree char *text = cog_moodle_dup_child (parent, name);
  g_autofree char *format_name = g_strconcat (name, "format", NULL);
  g_autofree char *format = cog_moodle_dup_child (parent, format_name);
  char *markdown;
  char *html;

  if (text == NULL)
    return NULL;
  if (g_strcmp0 (format, "2") == 0)
    return cog_course_page_escape (text);
  if (g_strcmp0 (format, "4") != 0)
    return dup_resolved (m, text, place);
  markdown = cmark_markdown_to_html (text, strlen (text), CMARK_OPT_DEFAULT);
  html = dup_resolved (m, markdown, place);
  free (markdown);
  return html;
}
