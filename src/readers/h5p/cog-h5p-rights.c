/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-h5p-private.h"

#include "cog-doubt.h"
#include "cog-evidence.h"
#include "cog-path.h"
#include "cog-picture-credit.h"

#include <string.h>

#define PACKAGE "h5p.json"

/* The licences of H5P's core as statements (h5p.classes.php, H5PContentValidator): "C" reserves all
 * rights, "U" is not disclosed. url: where the words name no version of their own. */
static const struct
{
  const char *code, *words, *url;
} licences[] = {
  { "C", "All rights reserved", NULL },
  { "CC PDM", "Public Domain Mark", "https://creativecommons.org/publicdomain/mark/1.0/" },
  { "CC0 1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/" },
  { "ODC PDDL", "ODC PDDL", "https://opendatacommons.org/licenses/pddl/1-0/" },
  { "PD", "Public domain", NULL },
};

/* What the two members say together, in words that name a licence. (transfer full) (nullable) */
static char *
dup_licence_words (JsonObject *metadata, const char **url)
{
  const char *code = cog_h5p_get_string (metadata, "license");
  g_autofree char *version = cog_h5p_dup_value (metadata, "licenseVersion");

  *url = NULL;
  if (version == NULL)
    version = cog_h5p_dup_value (metadata, "version");
  if (code == NULL || code[0] == '\0' || g_str_equal (code, "U"))
    return NULL;
  /* Older files keep which public domain it is as the version. */
  if (g_str_equal (code, "PD") && version != NULL && g_str_has_prefix (version, "CC"))
    code = g_str_has_prefix (version, "CC0") ? "CC0 1.0" : "CC PDM";
  for (guint i = 0; i < G_N_ELEMENTS (licences); i++)
    if (g_str_equal (code, licences[i].code))
      {
        *url = licences[i].url;
        return g_strdup (licences[i].words);
      }
  return version != NULL ? g_strdup_printf ("%s %s", code, version) : g_strdup (code);
}

static CogRole
find_role (const char *role)
{
  static const struct
  {
    const char *name;
    CogRole role;
  } roles[] = {
    { "Author", COG_ROLE_AUTHOR },
    { "Editor", COG_ROLE_EDITOR },
    { "Licensee", COG_ROLE_PUBLISHER },
    { "Originator", COG_ROLE_CONTRIBUTOR },
  };

  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (g_ascii_strcasecmp (role, roles[i].name) == 0)
      return roles[i].role;
  return COG_ROLE_AUTHOR;
}

static void
add_agent (CogCredit *credit, const char *html, CogRole role)
{
  g_autofree char *name = cog_made_page_dup_words (html);

  if (name[0] != '\0')
    g_ptr_array_add (credit->agents, cog_agent_new (name, role));
}

static void
read_people (CogCredit *credit, JsonObject *metadata)
{
  JsonArray *authors = cog_h5p_get_array (metadata, "authors");

  for (guint i = 0; i < cog_h5p_count (authors); i++)
    {
      JsonObject *author = cog_h5p_get_object_at (authors, i);

      add_agent (credit, cog_h5p_get_string (author, "name"),
                 find_role (cog_h5p_get_string (author, "role")));
    }
  add_agent (credit, cog_h5p_get_string (metadata, "author"), COG_ROLE_AUTHOR);
}

static void
read_source (CogCredit *credit, JsonObject *metadata)
{
  const char *source = cog_h5p_get_string (metadata, "source");

  if (source == NULL || source[0] == '\0')
    return;
  if (cog_path_has_scheme (source))
    credit->source_url = g_strdup (source);
  else
    credit->source_name = cog_made_page_dup_words (source);
}

/* "2019–2021". (transfer full) (nullable) */
static char *
dup_years (JsonObject *metadata)
{
  g_autofree char *from = cog_h5p_dup_value (metadata, "yearFrom");
  g_autofree char *to = cog_h5p_dup_value (metadata, "yearTo");

  if (from == NULL)
    return to != NULL ? g_steal_pointer (&to) : cog_h5p_dup_value (metadata, "year");
  return to != NULL && !g_str_equal (from, to) ? g_strdup_printf ("%s–%s", from, to)
                                               : g_steal_pointer (&from);
}

/* [{date, author, log}], which H5P asks for because licences do. (transfer full) (nullable) */
static char *
dup_changes (JsonObject *metadata)
{
  JsonArray *changes = cog_h5p_get_array (metadata, "changes");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < cog_h5p_count (changes); i++)
    {
      JsonObject *change = cog_h5p_get_object_at (changes, i);
      g_autofree char *log = cog_made_page_dup_words (cog_h5p_get_string (change, "log"));
      g_autofree char *author = cog_made_page_dup_words (cog_h5p_get_string (change, "author"));
      const char *date = cog_h5p_get_string (change, "date");

      if (log[0] == '\0')
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", log);
      if (author[0] != '\0' || date != NULL)
        g_string_append_printf (text, " (%s%s%s)", author,
                                author[0] != '\0' && date != NULL ? ", " : "",
                                date != NULL ? date : "");
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* What an author adds to a licence binds like the licence. */
static void
read_terms (CogCredit *credit, JsonObject *metadata, const char *file, CogReport *report)
{
  g_autofree char *terms = cog_made_page_dup_words (cog_h5p_get_string (metadata, "licenseExtras"));

  if (terms[0] == '\0')
    return;
  g_ptr_array_add (credit->notices, cog_notice_new ("always", terms, NULL));
  cog_report_add (report, &cog_finding_h5p_terms, file, terms, NULL);
}

static void
read_all (CogCredit *credit, JsonObject *metadata, const char *file, CogReport *report)
{
  read_people (credit, metadata);
  read_source (credit, metadata);
  credit->year = dup_years (metadata);
  credit->changes = dup_changes (metadata);
  read_terms (credit, metadata, file, report);
}

void
cog_h5p_read_metadata (CogBook *book, JsonObject *package, CogReport *report)
{
  const char *url;
  g_autofree char *words = dup_licence_words (package, &url);
  g_autofree char *title = cog_made_page_dup_words (cog_h5p_get_string (package, "title"));
  g_autofree char *about =
      cog_made_page_dup_words (cog_h5p_get_string (package, "metaDescription"));

  if (title[0] != '\0')
    book->credit->title = g_steal_pointer (&title);
  if (about[0] != '\0')
    book->description = g_steal_pointer (&about);
  read_all (book->credit, package, PACKAGE, report);
  if (words != NULL)
    cog_evidence_add (book, report, COG_EVIDENCE_METADATA, PACKAGE, "license", words, url);
}

/* "Untitled Image" and the file's name are no titles that anybody gave. */
static char *
dup_title (JsonObject *metadata)
{
  g_autofree char *title = cog_made_page_dup_words (cog_h5p_get_string (metadata, "title"));

  return title[0] != '\0' && !g_str_has_prefix (title, "Untitled") ? g_steal_pointer (&title)
                                                                   : NULL;
}

/* No editor writes such ids. */
static char *
make_id (CogH5pWalk *walk, xmlNode *node)
{
  char *id = cog_xml_dup_attribute (node, "id");

  if (id != NULL)
    return id;
  id = g_strdup_printf ("h5p-item-%u", ++walk->n_items);
  cog_xml_set (node, "id", id);
  return id;
}

/* The file within a content, and the content around it, may both say something: one credit. */
static gboolean
is_credited (CogH5pWalk *walk, const char *item)
{
  for (guint i = 0; i < walk->book->credits->len; i++)
    if (g_strcmp0 (((CogCredit *)g_ptr_array_index (walk->book->credits, i))->item, item) == 0)
      return TRUE;
  return FALSE;
}

void
cog_h5p_take_credit (CogH5pWalk *walk, xmlNode *node, JsonObject *metadata)
{
  g_autoptr (CogCredit) credit = NULL;
  g_autofree char *words = NULL;
  g_autofree char *id = NULL;
  const char *url;

  if (metadata == NULL || node == NULL)
    return;
  credit = cog_credit_new ();
  words = dup_licence_words (metadata, &url);
  read_all (credit, metadata, walk->file, walk->report);
  if (words != NULL)
    {
      CogStatement *statement =
          cog_statement_new (COG_EVIDENCE_METADATA, walk->file, "license", words, url);

      cog_statement_recognise (statement);
      credit->licence = g_strdup (statement->licence);
      credit->licence_url = g_strdup (url);
      g_ptr_array_add (credit->statements, statement);
    }
  else if (credit->agents->len == 0 && credit->source_url == NULL && credit->source_name == NULL &&
           credit->notices->len == 0)
    return;
  if (cog_picture_credit_is_of_work (credit, walk->book->credit))
    return;
  credit->title = dup_title (metadata);
  id = make_id (walk, node);
  credit->item = cog_normalizer_dup_id (walk->normalizer, walk->file, id);
  if (credit->item == NULL || is_credited (walk, credit->item))
    return;
  credit->place = g_strdup (credit->item);
  g_ptr_array_add (walk->book->credits, g_steal_pointer (&credit));
}
