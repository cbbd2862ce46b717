/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-ims.h"

#include "cog-course-findings.h"
#include "cog-error.h"
#include "cog-ims.h"
#include "cog-lom.h"
#include "cog-reader-exe.h"
#include "cog-reader-html.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A manifest at the root is certain; one a folder down may be another package's within a site. */
static int
bid (CogSource *source)
{
  const char *const *names = cog_source_list_names (source);
  const char *file = cog_ims_manifest_find (names);

  if (file == NULL)
    return 0;
  return strchr (file, '/') == NULL ? 92 : 45;
}

/* eXeLearning puts the file that a package was made from into it: that says more than its pages. */
static GBytes *
find_source_file (CogContainer *container)
{
  const char *const *names = cog_container_get_names (container);
  const char *found = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (strchr (names[i], '/') == NULL &&
        (g_str_has_suffix (names[i], ".elp") || g_str_has_suffix (names[i], ".elpx")))
      {
        if (found != NULL)
          return NULL;
        found = names[i];
      }
  return found != NULL ? cog_container_read (container, found, NULL) : NULL;
}

static CogBook *
read_source_file (CogSource *source,
                  CogContainer *container,
                  CogReport *report,
                  const CogProgress *progress,
                  GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = find_source_file (container);
  g_autoptr (CogSource) inner = NULL;

  if (bytes == NULL)
    return NULL;
  inner = cog_source_new_for_bytes (bytes, cog_source_get_name (source));
  if (cog_reader_exe.bid (inner) == 0)
    return NULL;
  return cog_reader_exe.read (inner, report, progress, cancellable, NULL);
}

/* SCORM may keep its metadata in a file of its own: adlcp:location. */
static xmlDoc *
open_external (CogIms *r)
{
  xmlNode *location = cog_xml_find_child (r->manifest->metadata, NULL, "location");
  g_autofree char *name = location != NULL ? cog_xml_dup_folded_text (location) : NULL;
  const char *file =
      name != NULL ? cog_container_resolve (r->container, r->manifest->file, name) : NULL;
  g_autoptr (GBytes) bytes = file != NULL ? cog_container_read (r->container, file, NULL) : NULL;

  return bytes != NULL ? cog_xml_parse (bytes, file, r->report, NULL) : NULL;
}

static void
read_metadata (CogIms *r)
{
  CogBook *book = r->course->book;
  g_autoptr (xmlDoc) external = NULL;
  xmlNode *lom = NULL;
  xmlNode *title;

  if (r->manifest->metadata != NULL)
    {
      lom = cog_lom_find (r->manifest->metadata);
      external = lom == NULL ? open_external (r) : NULL;
      if (external != NULL)
        lom = cog_lom_find (xmlDocGetRootElement (external));
    }
  if (lom != NULL)
    cog_lom_read (lom, r->manifest->file, book, r->report);
  title = r->manifest->organization != NULL
              ? cog_xml_find_child (r->manifest->organization, NULL, "title")
              : NULL;
  if (book->credit->title == NULL && title != NULL)
    book->credit->title = cog_xml_dup_folded_text (title);
}

static void
settle_title (CogIms *r)
{
  CogBook *book = r->course->book;
  const char *name = cog_container_get_display_name (r->container);
  const char *dot = strrchr (name, '.');

  if (book->credit->title != NULL && book->credit->title[0] != '\0')
    return;
  g_free (book->credit->title);
  book->credit->title =
      g_strndup (name, dot != NULL && dot > name ? (gsize)(dot - name) : strlen (name));
}

static gboolean
check_text (CogIms *r, GError **error)
{
  g_autofree char *n_links = g_strdup_printf ("%u", r->n_links);

  if (r->n_pages == 0 && r->program != NULL)
    {
      g_set_error (
          error, COG_ERROR, COG_ERROR_UNSUPPORTED,
          /* Translators: 1 is a file's name, 2 the name of a program, "Adobe Captivate". */
          _ ("%1$s: its text is inside a program (%2$s) and cannot be read. Ask its author "
             "for the text, or for the pages as documents."),
          cog_container_get_display_name (r->container), r->program);
      return FALSE;
    }
  if (r->n_pages == 0 && r->n_links > 0)
    cog_report_add (r->report, &cog_finding_course_only_links, r->manifest->file, n_links, NULL);
  return TRUE;
}

static gboolean
read_package (CogIms *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  r->manifest = cog_ims_manifest_new (r->container, r->report, error);
  if (r->manifest == NULL)
    return FALSE;
  if (r->manifest->is_protected)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_ENCRYPTED,
                   _ ("%s: is protected: its publisher must allow each use. Ask for a copy that is "
                      "not."),
                   cog_container_get_display_name (r->container));
      return FALSE;
    }
  read_metadata (r);
  cog_ims_read_canvas (r);
  cog_ims_take_organization (r);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_text (r, error))
    return FALSE;
  cog_ims_resolve_tokens (r);
  cog_ims_scan_programs (r);
  settle_title (r);
  return cog_course_finish (r->course, progress, cancellable, error);
}

static CogBook *
read_ims (CogSource *source,
          CogReport *report,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  CogIms r = { NULL };
  CogBook *book;

  r.container = cog_source_get_container (source, report, cancellable, error);
  if (r.container == NULL)
    return NULL;
  book = cog_reader_html_read_own (r.container, report);
  if (book == NULL)
    book = read_source_file (source, r.container, report, progress, cancellable);
  if (book != NULL)
    return book;
  r.report = report;
  r.course = cog_course_new (r.container, report);
  r.hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  r.sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  r.claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (read_package (&r, progress, cancellable, error))
    book = cog_course_steal_book (r.course);
  cog_course_free (r.course);
  g_clear_pointer (&r.manifest, cog_ims_manifest_free);
  g_hash_table_unref (r.hidden);
  g_hash_table_unref (r.sections);
  g_hash_table_unref (r.claimed);
  return book;
}

static const char *const extensions[] = { "imscc", NULL };
static const char *const media_types[] = { "application/vnd.ims.imsccv1p1+zip",
                                           "application/vnd.ims.imsccv1p2+zip",
                                           "application/vnd.ims.imsccv1p3+zip", NULL };

const CogReader cog_reader_ims = {
  .id = "ims",
  .name = N_ ("Course package (Common Cartridge, SCORM)"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_ims,
};
