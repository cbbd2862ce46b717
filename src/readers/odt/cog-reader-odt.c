/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-odt.h"

#include "cog-odt-metadata.h"
#include "cog-odt-walk.h"
#include "cog-prose-own.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CogBook *book;
  CogReport *report;
  CogOdtPackage *package;
  CogOdtWalk *walk;
  CogNormalizer *normalizer;
} Reading;

static gboolean
read_all (Reading *r,
          CogSource *source,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  CogTrackedChanges choice = cog_source_get_options (source)->tracked_changes;

  r->walk = cog_odt_walk_new (r->package, r->report, choice);
  cog_odt_read_properties (r->book, r->walk);
  cog_odt_read_record (r->book, r->walk);
  cog_odt_read_language (r->book, r->walk);
  cog_odt_walk_run (r->walk);
  if (!cog_prose_take (r->walk->prose, r->book, r->normalizer, COG_ODT_CONTENT, progress,
                       cancellable, error))
    return FALSE;
  if (!r->walk->prose->is_own)
    cog_odt_read_running_heads (r->book, r->walk);
  cog_prose_report_changes (r->walk->prose, COG_ODT_CONTENT, choice == COG_TRACKED_CHANGES_REJECT);
  cog_prose_finish_book (r->walk->prose, r->book, r->normalizer, cog_source_get_name (source),
                         cancellable);
  return TRUE;
}

static CogBook *
read_odt (CogSource *source,
          CogReport *report,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  Reading r = { NULL };
  gboolean ok;

  r.package = cog_odt_package_new (source, report, cancellable, error);
  if (r.package == NULL)
    return NULL;
  r.book = cog_book_new ();
  r.report = report;
  r.normalizer = cog_normalizer_new (r.book, cog_odt_package_get_container (r.package), report);
  ok = read_all (&r, source, progress, cancellable, error);
  cog_normalizer_free (r.normalizer);
  g_clear_pointer (&r.walk, cog_odt_walk_free);
  cog_odt_package_free (r.package);
  if (!ok)
    g_clear_pointer (&r.book, cog_book_free);
  return r.book;
}

static const char *const extensions[] = { "odt", "fodt", "ott", NULL };
static const char *const media_types[] = { "application/vnd.oasis.opendocument.text",
                                           "application/vnd.oasis.opendocument.text-flat-xml",
                                           "application/vnd.oasis.opendocument.text-template",
                                           NULL };

const CogReader cog_reader_odt = {
  .id = "odt",
  .name = N_ ("OpenDocument text"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = cog_odt_package_bid,
  .read = read_odt,
  .n_levels = -1,
};
