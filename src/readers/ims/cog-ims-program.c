/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-ims.h"

#include "cog-evidence.h"

#include <string.h>

#define MAX_PROGRAM (1u << 20) /* bytes of a script that is looked into */
#define MAX_SCRIPTS 200

const char *
cog_ims_find_program (CogContainer *container)
{
  static const struct
  {
    const char *name; /* the end of a file's name */
    const char *program;
  } signs[] = {
    { "story_html5.html", "Articulate Storyline" },
    { "story.html", "Articulate Storyline" },
    { "html5/data/js/data.js", "Articulate Storyline" },
    { "scormcontent/index.html", "Articulate Rise" },
    { "assets/js/CPM.js", "Adobe Captivate" },
    { "CPM.js", "Adobe Captivate" },
    { "captivate.css", "Adobe Captivate" },
    { "data/player.js", "iSpring" },
    { "res/data/player.js", "iSpring" },
    { "lmsapi.js", "Lectora" },
    { "trivantis.js", "Lectora" },
    { "adapt/js/adapt.min.js", "Adapt" },
    { "course/en/components.json", "Adapt" },
    { "h5p.json", "H5P" },
  };
  const char *const *names = cog_container_get_names (container);

  for (guint s = 0; s < G_N_ELEMENTS (signs); s++)
    for (guint i = 0; names[i] != NULL; i++)
      {
        gsize length = strlen (names[i]), end = strlen (signs[s].name);

        if (g_str_has_suffix (names[i], signs[s].name) &&
            (length == end || names[i][length - end - 1] == '/'))
          return signs[s].program;
      }
  return NULL;
}

static char *
dup_script (CogIms *r, const char *file)
{
  g_autoptr (GBytes) bytes = cog_container_read (r->container, file, NULL);
  gsize size;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return data != NULL && size < MAX_PROGRAM ? g_utf8_make_valid (data, (gssize)size) : NULL;
}

/* A page's name in quotation marks, as the program opens it: from the package's root, from the
 * page's folder, or from the folder above. */
static const char *
resolve_named (CogIms *r, const char *file, const char *name)
{
  static const char *const starts[] = { "", "../", "/" };
  const char *found = NULL;

  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *reference = g_strconcat (starts[i], name, NULL);

      found = cog_container_resolve (r->container, file, reference);
    }
  return found != NULL && cog_ims_is_page_name (found) ? found : NULL;
}

static void
add_named (CogIms *r, GPtrArray *pages, const char *file, const char *program)
{
  g_autoptr (GRegex) quoted =
      g_regex_new ("[\"']([^\"'<>\\n]{1,300}\\.x?html?)(?:[?#][^\"'\\n]*)?[\"']",
                   G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (quoted, program, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      const char *page = resolve_named (r, file, name);

      if (page != NULL && !g_str_equal (page, file) && !g_hash_table_contains (r->claimed, page) &&
          !g_ptr_array_find_with_equal_func (pages, page, g_str_equal, NULL))
        g_ptr_array_add (pages, (gpointer)page);
    }
}

GPtrArray *
cog_ims_list_named_pages (CogIms *r, xmlDoc *document, const char *file)
{
  xmlNode *root = xmlDocGetRootElement (document);
  GPtrArray *pages = g_ptr_array_new ();

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *source = NULL;
      g_autofree char *program = NULL;
      const char *script;

      if (cog_xml_is (n, NULL, "frame") || cog_xml_is (n, NULL, "iframe"))
        {
          g_autofree char *src = cog_xml_dup_attribute (n, "src");
          g_autofree char *shown = src != NULL ? g_strconcat ("\"", src, "\"", NULL) : NULL;

          if (shown != NULL)
            add_named (r, pages, file, shown);
        }
      if (!cog_xml_is (n, NULL, "script"))
        continue;
      source = cog_xml_dup_attribute (n, "src");
      script = source != NULL ? cog_container_resolve (r->container, file, source) : NULL;
      program = source == NULL   ? cog_xml_dup_text (n)
                : script != NULL ? dup_script (r, script)
                                 : NULL;
      if (program != NULL)
        add_named (r, pages, file, program);
    }
  return pages;
}

/* What a program would write into the page: rel="license" with the address behind it. */
static void
scan_script (CogIms *r, const char *file)
{
  g_autofree char *program = dup_script (r, file);
  const char *at = program;

  while (at != NULL && (at = strstr (at, "rel=\"license\"")) != NULL)
    {
      const char *href = strstr (at, "href=\"");

      at += strlen ("rel=\"license\"");
      if (href != NULL && href - at < 80)
        {
          g_autofree char *url = g_strndup (href + 6, strcspn (href + 6, "\"'\n"));

          cog_evidence_add (r->course->book, r->report, COG_EVIDENCE_LINK, file, "rel=license",
                            NULL, url);
        }
    }
}

void
cog_ims_scan_programs (CogIms *r)
{
  const char *const *names = cog_container_get_names (r->container);
  guint n_scripts = 0;

  if (r->course->book->credit->statements->len > 0)
    return;
  for (guint i = 0; names[i] != NULL && n_scripts < MAX_SCRIPTS; i++)
    if (g_str_has_suffix (names[i], ".js"))
      {
        n_scripts++;
        scan_script (r, names[i]);
      }
}
