/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-epub.h"

#include "cog-asset-rights.h"
#include "cog-epub-reading.h"
#include "cog-evidence.h"
#include "cog-item-rights.h"
#include "cog-own-edition.h"
#include "cog-reader-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
bid (CogSource *source)
{
  const char *const *names;
  GBytes *bytes = cog_source_get_bytes (source);
  gsize size;
  const char *data;

  /* Unpacked: as some programs keep it, and as people look into it. */
  if (cog_source_is_folder (source))
    {
      CogContainer *container = cog_source_get_container (source, NULL, NULL, NULL);

      return container != NULL && cog_container_has (container, "META-INF/container.xml") ? 90 : 0;
    }
  if (bytes == NULL)
    return 0;
  data = g_bytes_get_data (bytes, &size);
  if (size > 58 && memcmp (data, "PK\003\004", 4) == 0 &&
      memcmp (data + 30, "mimetypeapplication/epub+zip", 28) == 0)
    return 100;
  names = cog_source_peek_names (source);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_equal (names[i], "META-INF/container.xml"))
      return 90;
  return g_str_equal (cog_source_get_extension (source), "epub") ? 60 : 0;
}

static void
finish (CogEpubReading *r, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autofree char *cover = g_steal_pointer (&r->book->cover);

  cog_normalizer_finish (r->normalizer);
  cog_epub_place_item_credits (r);
  cog_item_rights_settle (r->book);
  if (cover != NULL)
    r->book->cover = g_strdup (cog_normalizer_add_asset (r->normalizer, NULL, cover));
  cog_own_edition_drop_empty (r->book->sections);
  cog_epub_scan_ends (r);
  sections = cog_book_dup_section_list (r->book);
  for (guint i = 0; i < sections->len; i++)
    if (!r->package->is_own)
      cog_evidence_take_credits (r->book, g_ptr_array_index (sections, i));
  cog_epub_settle_language (r);
  r->book->is_vertical |= cog_normalizer_is_vertical (r->normalizer);
  g_free (r->book->credit->language);
  r->book->credit->language = g_strdup (r->book->language);
  cog_book_identify (r->book, r->report);
  /* What a picture says of itself is in the record already, and what somebody decided about it. */
  if (!r->package->has_record)
    cog_asset_rights_read (r->book, cancellable);
}

static void
report_features (CogEpubReading *r)
{
  for (guint i = 0; i < r->package->items->len; i++)
    {
      const CogEpubItem *item = g_ptr_array_index (r->package->items, i);

      if (g_strcmp0 (item->media_type, "application/smil+xml") == 0)
        cog_report_add (r->report, &cog_finding_overlay_dropped, item->href, NULL, NULL);
    }
  for (xmlNode *root = xmlDocGetRootElement (r->package->document), *n = root; n != NULL;
       n = cog_xml_next_in (root, n))
    {
      g_autofree char *name =
          cog_xml_is (n, NULL, "meta") ? cog_xml_dup_attribute (n, "name") : NULL;
      g_autofree char *content = name != NULL ? cog_xml_dup_attribute (n, "content") : NULL;
      g_autofree char *property =
          cog_xml_is (n, NULL, "meta") ? cog_xml_dup_attribute (n, "property") : NULL;
      g_autofree char *value =
          g_strcmp0 (property, "rendition:layout") == 0 ? cog_xml_dup_folded_text (n) : NULL;

      /* Both as Kindle's tools write it, which knew it first. */
      if (g_strcmp0 (name, "primary-writing-mode") == 0 && content != NULL &&
          g_str_has_prefix (content, "vertical"))
        r->book->is_vertical = TRUE;
      if (g_strcmp0 (value, "pre-paginated") == 0 ||
          (g_strcmp0 (name, "fixed-layout") == 0 && g_strcmp0 (content, "true") == 0))
        {
          r->is_fixed = TRUE;
          cog_report_add (r->report, &cog_finding_fixed_layout, r->package->file, NULL, NULL);
        }
    }
}

static gboolean
read_all (CogEpubReading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  r->contents =
      cog_epub_read_contents (r->package, r->container, r->landmarks, r->printed_pages, r->report);
  r->normalizer = cog_normalizer_new (r->book, r->container, r->report);
  if (r->package->is_own)
    cog_normalizer_set_plain_ids (r->normalizer);
  cog_epub_read_record (r);
  cog_epub_package_read_metadata (r->package, r->book, r->report);
  report_features (r);
  cog_epub_list_pages (r);
  if (!cog_epub_take_pages (r, progress, cancellable, error))
    {
      for (guint i = 0; i < r->pages->len; i++)
        cog_section_free (((CogEpubPage *)g_ptr_array_index (r->pages, i))->section);
      return FALSE;
    }
  cog_epub_place_pages (r);
  finish (r, cancellable);
  return TRUE;
}

static CogBook *
read_epub (CogSource *source,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  CogEpubReading r = { NULL };
  gboolean ok;

  r.container = cog_source_get_container (source, report, cancellable, error);
  if (r.container == NULL || !cog_epub_check_protection (r.container, error))
    return NULL;
  r.package = cog_epub_package_read (r.container, report, error);
  if (r.package == NULL)
    return NULL;
  r.book = cog_book_new ();
  r.report = report;
  r.landmarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  r.printed_pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  r.pages = g_ptr_array_new_with_free_func (g_free);
  ok = read_all (&r, progress, cancellable, error);
  g_ptr_array_unref (r.contents);
  g_ptr_array_unref (r.pages);
  g_hash_table_unref (r.landmarks);
  g_hash_table_unref (r.printed_pages);
  cog_normalizer_free (r.normalizer);
  cog_epub_package_free (r.package);
  if (!ok)
    g_clear_pointer (&r.book, cog_book_free);
  return r.book;
}

static const char *const extensions[] = { "epub", NULL };
static const char *const media_types[] = { "application/epub+zip", NULL };

const CogReader cog_reader_epub = {
  .id = "epub",
  .name = N_ ("EPUB book"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_epub,
};
