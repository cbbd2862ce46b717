/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-zim.h"

#include "cog-container-parts.h"
#include "cog-error.h"
#include "cog-evidence.h"
#include "cog-html.h"
#include "cog-item-rights.h"
#include "cog-language.h"
#include "cog-page-mend.h"
#include "cog-page-wiki.h"
#include "cog-page.h"
#include "cog-path.h"
#include "cog-reader-html.h"
#include "cog-zim-origin.h"
#include "cog-zim-pages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 6 /* of sections in each other */

typedef struct
{
  CogBook *book;
  CogContainer *container;
  CogNormalizer *normalizer;
  CogReport *report;
  GPtrArray *pages;    /* CogZimPage */
  GPtrArray *sections; /* CogSection, borrowed: of each page */
  GPtrArray *credits;  /* CogCredit of pages, or NULL: given when the sections have their ids */
} Reading;

static int
bid (CogSource *source)
{
  return !cog_source_is_folder (source) && cog_zim_is_zim (cog_source_get_bytes (source)) ? 95 : 0;
}

static void
take (char **field, char *value)
{
  if (*field == NULL && value != NULL && value[0] != '\0')
    *field = value;
  else
    g_free (value);
}

/* M/: https://wiki.openzim.org/wiki/Metadata */
static void
read_metadata (CogZim *zim, CogBook *book, CogReport *report)
{
  g_autofree char *language = cog_zim_dup_metadata (zim, "Language");
  g_autofree char *creator = cog_zim_dup_metadata (zim, "Creator");
  g_autofree char *licence = cog_zim_dup_metadata (zim, "License");
  g_autofree char *source = cog_zim_dup_metadata (zim, "Source");

  take (&book->credit->title, cog_zim_dup_metadata (zim, "Title"));
  take (&book->credit->title, cog_zim_dup_metadata (zim, "Name"));
  take (&book->description, cog_zim_dup_metadata (zim, "Description"));
  take (&book->date, cog_zim_dup_metadata (zim, "Date"));
  if (creator != NULL && creator[0] != '\0' && g_strcmp0 (creator, "-") != 0)
    g_ptr_array_add (book->credit->agents, cog_agent_new (creator, COG_ROLE_AUTHOR));
  /* Several, with commas between, and in three letters. */
  if (language != NULL)
    language[strcspn (language, ",; ")] = '\0';
  if (language != NULL && language[0] != '\0')
    book->language = cog_language_canonicalise (language);
  if (licence != NULL && licence[0] != '\0')
    cog_evidence_add (book, report, COG_EVIDENCE_METADATA, "M/License", "License", licence, NULL);
  if (source != NULL && g_str_has_prefix (source, "http"))
    take (&book->credit->source_url, g_steal_pointer (&source));
}

static gboolean
is_medium (const CogZimEntry *entry)
{
  return entry->media_type != NULL && (g_str_has_prefix (entry->media_type, "image/") ||
                                       g_str_has_prefix (entry->media_type, "audio/") ||
                                       g_str_has_prefix (entry->media_type, "video/") ||
                                       g_str_has_prefix (entry->media_type, "text/vtt"));
}

/* Which pictures the pages show: an archive may hold a hundred thousand more. (transfer full) */
static GHashTable *
collect_references (Reading *r)
{
  static const char *const names[] = { "src", "data-src", "poster", "srcset" };
  GHashTable *wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < r->pages->len; i++)
    {
      const CogZimPage *page = g_ptr_array_index (r->pages, i);
      g_autoptr (xmlDoc) document = cog_html_parse (page->bytes, NULL, page->name, NULL, NULL);
      xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        for (guint k = 0; n->type == XML_ELEMENT_NODE && k < G_N_ELEMENTS (names); k++)
          {
            g_autofree char *value = cog_xml_dup_attribute (n, names[k]);
            char *name = NULL;

            if (value != NULL && k == 3)
              value[strcspn (value, " ,")] = '\0';
            name = value != NULL ? cog_path_join_decoded (page->name, value) : NULL;
            if (name != NULL)
              g_hash_table_add (wanted, name);
          }
    }
  return wanted;
}

typedef struct
{
  GPtrArray *names;
  GPtrArray *bytes;
} Parts;

static void
add_part (Parts *parts, const char *name, GBytes *bytes)
{
  g_ptr_array_add (parts->names, g_strdup (name));
  g_ptr_array_add (parts->bytes, bytes);
}

static GHashTable *
index_pages (Reading *r, CogZim *zim, GPtrArray *values)
{
  GHashTable *by_entry = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < r->pages->len; i++)
    g_hash_table_insert (
        by_entry,
        (gpointer)cog_zim_get (zim, ((CogZimPage *)g_ptr_array_index (r->pages, i))->entry),
        g_ptr_array_index (values, i));
  return by_entry;
}

/* The pages, what they show, and the other names by which they are linked to (which hold
 * nothing). */
static gboolean
add_parts (Reading *r, CogZim *zim, Parts *parts, GError **error)
{
  g_autoptr (GHashTable) wanted = collect_references (r);
  g_autoptr (GHashTable) by_entry = index_pages (r, zim, r->pages);

  for (guint i = 0; i < r->pages->len; i++)
    {
      const CogZimPage *page = g_ptr_array_index (r->pages, i);

      add_part (parts, page->name, g_bytes_ref (page->bytes));
    }
  for (guint i = 0; i < cog_zim_count (zim); i++)
    {
      const CogZimEntry *entry = cog_zim_get (zim, i);
      const CogZimEntry *target = cog_zim_follow (zim, i);
      g_autofree char *key = g_strdup_printf ("%c/%s", entry->name_space, entry->path);
      GBytes *data;

      if (target != NULL && target != entry && g_hash_table_contains (by_entry, target))
        add_part (parts, key, g_bytes_new_static ("", 0));
      if (target == NULL || !is_medium (target) || !g_hash_table_contains (wanted, key))
        continue;
      data = cog_zim_read (zim, target, error);
      if (data == NULL)
        return FALSE;
      add_part (parts, key, data);
    }
  return TRUE;
}

static gboolean
make_container (Reading *r, CogZim *zim, const char *name, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  Parts parts = { names, bytes };

  if (add_parts (r, zim, &parts, error))
    r->container = cog_container_new_for_parts (name, names, bytes, r->report, error);
  return r->container != NULL;
}

/* Titles that lead to another page are names that links use. */
static void
declare_redirects (Reading *r, CogZim *zim)
{
  g_autoptr (GHashTable) by_entry = index_pages (r, zim, r->sections);

  for (guint i = 0; i < cog_zim_count (zim); i++)
    {
      const CogZimEntry *entry = cog_zim_get (zim, i);
      const CogZimEntry *target = entry->media_type == NULL ? cog_zim_follow (zim, i) : NULL;
      const CogSection *section = target != NULL ? g_hash_table_lookup (by_entry, target) : NULL;
      g_autofree char *name = NULL;

      if (section == NULL)
        continue;
      name = g_strdup_printf ("%c/%s", entry->name_space, entry->path);
      cog_normalizer_declare (r->normalizer, name, section->id);
    }
}

static guint
measure_depth (const Reading *r, int page)
{
  guint depth = 0;

  for (int at = page; at >= 0 && depth <= MAX_DEPTH; depth++)
    at = ((const CogZimPage *)g_ptr_array_index (r->pages, at))->parent;
  return depth;
}

static void
make_sections (Reading *r)
{
  for (guint i = 0; i < r->pages->len; i++)
    {
      const CogZimPage *page = g_ptr_array_index (r->pages, i);
      g_autofree char *id = g_strdup_printf ("page-%u", i + 1);
      CogSection *section = cog_section_new (id, page->title);

      section->origin = g_strdup (page->name);
      g_ptr_array_add (r->sections, section);
      cog_normalizer_declare (r->normalizer, page->name, id);
    }
  for (guint i = 0; i < r->pages->len; i++)
    {
      const CogZimPage *page = g_ptr_array_index (r->pages, i);
      CogSection *section = g_ptr_array_index (r->sections, i);
      CogSection *parent =
          page->parent >= 0 && (guint)page->parent != i && measure_depth (r, (int)i) <= MAX_DEPTH
              ? g_ptr_array_index (r->sections, page->parent)
              : NULL;
      const char *slash = parent != NULL ? strrchr (section->title, '/') : NULL;

      g_ptr_array_add (parent != NULL ? parent->children : r->book->sections, section);
      if (slash != NULL && slash[1] != '\0')
        {
          char *last = g_strdup (slash + 1);

          g_free (section->title);
          section->title = last;
        }
    }
}

static gboolean
take_page (Reading *r, guint i, GError **error)
{
  const CogZimPage *page = g_ptr_array_index (r->pages, i);
  CogSection *section = g_ptr_array_index (r->sections, i);
  g_autoptr (xmlDoc) document = cog_html_parse (page->bytes, NULL, page->name, r->report, error);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  xmlNode *body = root != NULL ? cog_xml_find_child (root, NULL, "body") : NULL;
  const CogCredit *credit;
  xmlNode *content;

  if (document == NULL)
    return FALSE;
  g_ptr_array_add (r->credits,
                   body != NULL ? cog_zim_take_origin (r->book, r->report, page, body) : NULL);
  if (g_ptr_array_index (r->credits, i) == NULL)
    cog_page_read_metadata (document, page->name, r->book, r->report);
  cog_page_mend (document, r->container, page->name, r->report);
  content = cog_page_find_content (document, page->name, r->report);
  if (content == NULL)
    return TRUE;
  cog_item_rights_take (r->book, r->normalizer, page->name, content);
  credit = g_ptr_array_index (r->credits, i);
  cog_page_take_wiki_files (r->book, r->normalizer, page->name, content,
                            credit != NULL ? credit->source_url : NULL);
  cog_normalizer_take (r->normalizer, page->name, content, section);
  return TRUE;
}

/* The credits of pages are of sections, which have no element before the book is identified. */
static void
give_credits (Reading *r)
{
  for (guint i = 0; i < r->pages->len; i++)
    {
      const CogZimPage *page = g_ptr_array_index (r->pages, i);
      CogCredit *credit = g_ptr_array_index (r->credits, i);
      g_autofree char *id = g_strdup_printf ("page-%u", i + 1);

      if (credit == NULL)
        continue;
      if (cog_book_find_section (r->book, id) == NULL)
        {
          cog_credit_free (credit);
          continue;
        }
      credit->item = g_steal_pointer (&id);
      credit->place = g_strdup (page->name);
      g_ptr_array_add (r->book->credits, credit);
    }
  g_ptr_array_set_size (r->credits, 0);
}

static gboolean
read_pages (Reading *r,
            CogZim *zim,
            const char *name,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  r->pages = cog_zim_list_pages (zim, r->report, error);
  if (r->pages == NULL || !make_container (r, zim, name, error))
    return FALSE;
  r->normalizer = cog_normalizer_new (r->book, r->container, r->report);
  make_sections (r);
  declare_redirects (r, zim);
  for (guint i = 0; i < r->pages->len; i++)
    {
      cog_progress_tell (progress, (double)i / r->pages->len, _ ("Reading pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !take_page (r, i, error))
        return FALSE;
    }
  cog_reader_html_finish (r->book, r->normalizer, r->report, cancellable);
  give_credits (r);
  return TRUE;
}

static CogBook *
read_zim (CogSource *source,
          CogReport *report,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  const char *name = cog_source_get_name (source);
  g_autoptr (CogZim) zim = cog_zim_new (cog_source_get_bytes (source), name, error);
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  g_autoptr (GPtrArray) credits = g_ptr_array_new ();
  Reading r = { .report = report, .sections = sections, .credits = credits };
  gboolean ok;

  if (zim == NULL)
    return NULL;
  r.book = cog_book_new ();
  read_metadata (zim, r.book, report);
  ok = read_pages (&r, zim, name, progress, cancellable, error);
  g_clear_pointer (&r.normalizer, cog_normalizer_free);
  g_clear_object (&r.container);
  g_clear_pointer (&r.pages, g_ptr_array_unref);
  for (guint i = 0; i < credits->len; i++)
    g_clear_pointer ((CogCredit **)&credits->pdata[i], cog_credit_free);
  if (!ok)
    g_clear_pointer (&r.book, cog_book_free);
  return r.book;
}

static const char *const extensions[] = { "zim", NULL };
static const char *const media_types[] = { "application/x-openzim", "application/x-zim", NULL };

const CogReader cog_reader_zim = {
  .id = "zim",
  .name = N_ ("ZIM archive"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_zim,
  .n_levels = -1,
};
