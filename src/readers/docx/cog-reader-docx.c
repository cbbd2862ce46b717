/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-docx.h"

#include "cog-caption.h"
#include "cog-docx-findings.h"
#include "cog-docx-metadata.h"
#include "cog-docx-walk.h"
#include "cog-evidence.h"
#include "cog-normalizer.h"
#include "cog-reader-html.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

static char *
dup_file (Reading *r, guint index)
{
  return g_strdup_printf ("%s/%u", cog_docx_package_get_main (r->package), index + 1);
}

static void
scan_rights (Reading *r, xmlNode *body)
{
  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      g_autofree char *words = cog_xml_is (n, NULL, "p") || cog_xml_is (n, NULL, "li")
                                   ? cog_xml_dup_folded_text (n)
                                   : NULL;

      if (words != NULL && words[0] != '\0' && !cog_caption_is_in_credit (n))
        cog_evidence_scan_text (r->book, r->report, cog_docx_package_get_main (r->package), "p",
                                words);
    }
}

static void
declare_pieces (Reading *r)
{
  for (guint i = 0; i < r->walk->pieces->len; i++)
    {
      const CogDocxPiece *piece = g_ptr_array_index (r->walk->pieces, i);
      g_autofree char *file = dup_file (r, i);
      g_autofree char *id = g_strdup_printf ("text-%u", i + 1);
      CogSection *section = cog_section_new (id, NULL);

      section->title = piece->title != NULL ? cog_xml_dup_folded_text (piece->title) : NULL;
      section->origin = g_strdup (cog_docx_package_get_main (r->package));
      g_ptr_array_add (r->book->sections, section);
      cog_normalizer_declare (r->normalizer, file, id);
    }
}

/* The title that its properties have; else what it says first; else the file's name. */
static void
settle_title (Reading *r, CogSource *source)
{
  CogCredit *credit = r->book->credit;
  const char *name = cog_source_get_name (source);
  const char *dot = strrchr (name, '.');

  for (guint i = 0; i < r->book->sections->len && credit->title == NULL; i++)
    credit->title = g_strdup (((CogSection *)g_ptr_array_index (r->book->sections, i))->title);
  if (credit->title == NULL)
    credit->title =
        g_strndup (name, dot != NULL && dot > name ? (gsize)(dot - name) : strlen (name));
  for (guint i = 0; i < r->book->sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (r->book->sections, i);

      if (section->title == NULL || section->title[0] == '\0')
        {
          g_free (section->title);
          section->title = g_strdup (credit->title);
        }
    }
}

static void
report_changes (Reading *r)
{
  g_autofree char *insertions = g_strdup_printf ("%u", r->walk->n_insertions);
  g_autofree char *deletions = g_strdup_printf ("%u", r->walk->n_deletions);

  if (r->walk->n_insertions + r->walk->n_deletions > 0)
    cog_report_add (r->report, &cog_finding_changes_accepted,
                    cog_docx_package_get_main (r->package), insertions, deletions);
}

static gboolean
read_all (Reading *r,
          CogSource *source,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  r->package = cog_docx_package_new (r->container, r->report, error);
  if (r->package == NULL)
    return FALSE;
  r->walk = cog_docx_walk_new (r->package, r->report);
  cog_docx_read_properties (r->book, r->report, r->container);
  cog_docx_read_language (r->book, r->report, r->walk);
  r->walk->language = r->book->language;
  cog_docx_walk_run (r->walk);
  cog_normalizer_set_plain_ids (r->normalizer);
  declare_pieces (r);
  for (guint i = 0; i < r->walk->pieces->len; i++)
    {
      const CogDocxPiece *piece = g_ptr_array_index (r->walk->pieces, i);
      g_autofree char *file = dup_file (r, i);

      cog_progress_tell (progress, (double)i / r->walk->pieces->len, _ ("Reading pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      scan_rights (r, piece->body);
      cog_normalizer_take (r->normalizer, file, piece->body,
                           g_ptr_array_index (r->book->sections, i));
    }
  cog_docx_read_running_heads (r->book, r->report, r->package);
  cog_docx_report_comments (r->package, r->report);
  report_changes (r);
  settle_title (r, source);
  cog_reader_html_finish (r->book, r->normalizer, r->report, cancellable);
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
};
