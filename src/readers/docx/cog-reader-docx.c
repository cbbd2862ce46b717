/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-docx.h"

#include "cog-docx-metadata.h"
#include "cog-docx-walk.h"
#include "cog-normalizer.h"
#include "cog-prose-own.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CogBook *book;
  CogContainer *container;
  CogReport *report;
  CogDocxPackage *package;
  CogDocxWalk *walk;
  CogNormalizer *normalizer;
} Reading;

/* A zip with a list of its content types may be a spreadsheet as well: what the list says of the
 * main part decides. */
static int
bid (CogSource *source)
{
  const char *const *names;
  g_autoptr (CogContainer) container = NULL;
  g_autofree char *main = NULL;

  if (cog_source_is_folder (source) || !cog_source_is_zip (source))
    return 0;
  names = cog_source_peek_names (source);
  if (names == NULL || !g_strv_contains (names, "[Content_Types].xml"))
    return 0;
  /* On its own, so that what is told of the container is told once. */
  container = cog_container_new_for_zip (cog_source_get_bytes (source),
                                         cog_source_get_name (source), NULL, NULL, NULL);
  main = container != NULL ? cog_docx_dup_main_name (container) : NULL;
  /* Damaged, but a Word file as far as one sees: its reader says what is wrong. */
  if (container == NULL)
    return g_strv_contains (names, "word/document.xml") ? 60 : 0;
  return main != NULL ? 95 : 0;
}

static gboolean
read_all (Reading *r,
          CogSource *source,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  CogTrackedChanges choice = cog_source_get_options (source)->tracked_changes;

  r->package = cog_docx_package_new (r->container, r->report, choice, error);
  if (r->package == NULL)
    return FALSE;
  r->walk = cog_docx_walk_new (r->package, r->report);
  cog_docx_read_properties (r->book, r->report, r->container);
  cog_docx_read_record (r->book, r->walk, r->container);
  cog_docx_read_language (r->book, r->report, r->walk);
  r->walk->prose->language = r->book->language;
  cog_docx_walk_run (r->walk);
  if (!cog_prose_take (r->walk->prose, r->book, r->normalizer,
                       cog_docx_package_get_main (r->package), progress, cancellable, error))
    return FALSE;
  if (!r->walk->prose->is_own)
    cog_docx_read_running_heads (r->book, r->report, r->package);
  cog_docx_report_comments (r->walk);
  /* They were turned round in the tree. */
  if (choice == COG_TRACKED_CHANGES_REJECT)
    {
      guint n = r->walk->prose->n_insertions;

      r->walk->prose->n_insertions = r->walk->prose->n_deletions;
      r->walk->prose->n_deletions = n;
    }
  cog_prose_report_changes (r->walk->prose, cog_docx_package_get_main (r->package),
                            choice == COG_TRACKED_CHANGES_REJECT);
  cog_prose_finish_book (r->walk->prose, r->book, r->normalizer, cog_source_get_name (source),
                         cancellable);
  return TRUE;
}

static CogBook *
read_docx (CogSource *source,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  Reading r = { NULL };
  gboolean ok;

  r.container = cog_source_get_container (source, report, cancellable, error);
  if (r.container == NULL)
    return NULL;
  r.book = cog_book_new ();
  r.report = report;
  r.normalizer = cog_normalizer_new (r.book, r.container, report);
  ok = read_all (&r, source, progress, cancellable, error);
  cog_normalizer_free (r.normalizer);
  g_clear_pointer (&r.walk, cog_docx_walk_free);
  g_clear_pointer (&r.package, cog_docx_package_free);
  if (!ok)
    g_clear_pointer (&r.book, cog_book_free);
  return r.book;
}

static const char *const extensions[] = { "docx", "docm", "dotx", NULL };
static const char *const media_types[] = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document", NULL
};

const CogReader cog_reader_docx = {
  .id = "docx",
  .name = N_ ("Word document"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_docx,
  .n_levels = -1,
};
