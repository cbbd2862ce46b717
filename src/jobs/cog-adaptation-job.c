/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-adaptation-job.h"

#include "cog-error.h"
#include "cog-thumbnail.h"
#include "cog-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COVER_WIDTH 252
#define COVER_HEIGHT 336
#define N_PICTURES 12
#define PICTURE_WIDTH 96
#define PICTURE_HEIGHT 68

void
cog_found_source_free (CogFoundSource *found)
{
  if (found == NULL)
    return;
  g_free (found->path);
  g_clear_pointer (&found->source, cog_source_free);
  g_clear_pointer (&found->book, cog_book_free);
  g_clear_pointer (&found->report, cog_report_free);
  g_clear_pointer (&found->chapters, cog_chapters_free);
  g_clear_pointer (&found->cover, g_bytes_unref);
  g_clear_pointer (&found->pictures, g_ptr_array_unref);
  g_clear_pointer (&found->names, g_ptr_array_unref);
  g_free (found);
}

static void
unref_bytes (gpointer bytes)
{
  if (bytes != NULL)
    g_bytes_unref (bytes);
}

/* The first picture in an element, or NULL. */
static const CogAsset *
find_picture (const CogBook *book, const xmlNode *element)
{
  for (const xmlNode *n = element; n != NULL; n = cog_xml_next_in (element, n))
    {
      g_autofree char *source =
          cog_xml_is (n, COG_NS_XHTML, "img") ? cog_xml_dup_attribute (n, "src") : NULL;

      if (source != NULL)
        return cog_book_find_asset (book, source);
    }
  return NULL;
}

/* Its caption, else what its picture shows in words; NULL: neither. */
static char *
dup_name (const xmlNode *element)
{
  const xmlNode *caption = cog_xml_find_child (element, COG_NS_XHTML, "figcaption");
  g_autofree char *text = NULL;

  if (caption == NULL)
    caption = cog_xml_find_child (element, COG_NS_XHTML, "caption");
  if (caption != NULL)
    text = cog_xml_dup_folded_text (caption);
  for (const xmlNode *n = element; n != NULL && (text == NULL || text[0] == '\0');
       n = cog_xml_next_in (element, n))
    if (cog_xml_is (n, COG_NS_XHTML, "img"))
      {
        g_free (text);
        text = cog_xml_dup_attribute (n, "alt");
      }
  return text != NULL && text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

/* What has a credit of its own, small: a person knows a picture by its looks. */
static void
make_pictures (CogFoundSource *found, GCancellable *cancellable)
{
  g_autoptr (GHashTable) elements = NULL;

  found->pictures = g_ptr_array_new_with_free_func (unref_bytes);
  found->names = g_ptr_array_new_with_free_func (g_free);
  if (found->book->credits->len > 0)
    elements = cog_book_index_elements (found->book);
  for (guint i = 0; i < MIN (found->book->credits->len, N_PICTURES); i++)
    {
      const CogCredit *credit = g_ptr_array_index (found->book->credits, i);
      const xmlNode *element =
          credit->item != NULL ? g_hash_table_lookup (elements, credit->item) : NULL;
      const CogAsset *asset = element != NULL && !g_cancellable_is_cancelled (cancellable)
                                  ? find_picture (found->book, element)
                                  : NULL;

      g_ptr_array_add (found->names, element != NULL ? dup_name (element) : NULL);
      g_ptr_array_add (
          found->pictures,
          asset != NULL ? cog_thumbnail_new (asset, PICTURE_WIDTH, PICTURE_HEIGHT, NULL) : NULL);
    }
}

CogFoundSource *
cog_found_source_read (const char *path,
                       const CogReadingOptions *options,
                       const CogProgress *progress,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (CogFoundSource) found = g_new0 (CogFoundSource, 1);
  CogProgress reading = cog_progress_part (progress, 0, .9);
  const CogAsset *cover;

  g_return_val_if_fail (path != NULL, NULL);

  found->path = g_strdup (path);
  found->report = cog_report_new ();
  found->source = cog_source_new_for_path (path, cancellable, error);
  if (found->source == NULL)
    return NULL;
  if (options != NULL)
    cog_source_set_options (found->source, options);
  found->book =
      cog_reading_read (found->source, found->report, &reading, cancellable, &found->reader, error);
  if (found->book == NULL)
    return NULL;
  cog_progress_tell (progress, .92, _ ("Counting words"));
  cog_book_count (found->book, &found->counts);
  found->chapters = cog_chapters_new (found->book);
  cover = found->book->cover != NULL ? cog_book_find_asset (found->book, found->book->cover) : NULL;
  if (cover != NULL)
    found->cover = cog_thumbnail_new (cover, COVER_WIDTH, COVER_HEIGHT, NULL);
  make_pictures (found, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&found);
}

typedef struct
{
  GPtrArray *sources;
  const CogAdaptationPlan *plan;
  const CogProgress *progress;
  GCancellable *cancellable;
} Filling;

/* In a later source every id begins with its source's: see cog_project_add_source(). */
static gboolean
leave_out (CogProject *project,
           const CogFoundSource *found,
           const char *source,
           gboolean is_first,
           GError **error)
{
  g_autoptr (GPtrArray) ids = cog_chapters_list_left_out (found->chapters);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *id =
          is_first ? g_strdup (g_ptr_array_index (ids, i))
                   : g_strdup_printf ("%s-%s", source, (char *)g_ptr_array_index (ids, i));

      if (!cog_project_omit_section (project, id, TRUE,
                                     /* Translators: why a chapter is not in the edition. */
                                     _ ("Not chosen when the book was imported"), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (CogProject *project, gpointer user_data, GError **error)
{
  const Filling *filling = user_data;

  for (guint i = 0; i < filling->sources->len; i++)
    {
      const CogFoundSource *found = g_ptr_array_index (filling->sources, i);
      g_autofree char *id = NULL;

      if (g_cancellable_set_error_if_cancelled (filling->cancellable, error))
        return FALSE;
      cog_progress_tell (filling->progress, (double)i / filling->sources->len,
                         _ ("Making your project"));
      id = cog_project_add_source (project, found->book, found->reader->id,
                                   cog_source_get_name (found->source),
                                   cog_source_get_bytes (found->source), found->report, error);
      if (id == NULL || !leave_out (project, found, id, i == 0, error))
        return FALSE;
    }
  return filling->plan->audience == NULL || filling->plan->audience[0] == '\0' ||
         cog_project_set_field (project, "audience", filling->plan->audience, error);
}

CogProject *
cog_adaptation_begin (const char *path,
                      GPtrArray *sources,
                      const CogAdaptationPlan *plan,
                      const CogProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  Filling filling = { sources, plan, progress, cancellable };

  g_return_val_if_fail (path != NULL && sources != NULL && sources->len > 0 && plan != NULL, NULL);

  return cog_project_create (path, plan->language, plan->title, fill, &filling, error);
}

typedef struct
{
  GQuark domain;
  int code;
  const char *reading[2], *making[2]; /* heading and way on; making NULL: as reading */
} Fault;

static const Fault *
find_fault (const Fault *faults, gsize n, const GError *error)
{
  for (gsize i = 0; i < n; i++)
    if (g_error_matches (error, faults[i].domain, faults[i].code))
      return &faults[i];
  return NULL;
}

void
cog_adaptation_describe_fault (const GError *error,
                               gboolean is_making,
                               const char **heading,
                               const char **way_on)
{
  const char *gone[2] = {
    _ ("This File Is Not There Any More"),
    _ ("It was moved, renamed or deleted, or its disk was taken out. Put it back and try again.")
  };
  const char *forbidden[2] = { _ ("This File May Not Be Read"),
                               _ ("Ask its owner for permission, or copy it to your own folder.") };
  const char *locked[2] = { _ ("Your Shelf Cannot Be Written"),
                            _ ("Its folder is read-only. Give yourself permission to write there, "
                               "then try again; nothing that you chose here is lost.") };
  const char *full[2] = { _ ("The Disk Is Full"),
                          _ ("Delete something that you do not need, then try again; nothing that "
                             "you chose here is lost.") };
  const Fault faults[] = {
    { COG_ERROR,
      COG_ERROR_INPUT,
      { _ ("This File Is Damaged"),
        _ ("Download it again, or ask for another copy. The file itself was not changed.") },
      { 0 } },
    { COG_ERROR,
      COG_ERROR_UNSUPPORTED,
      { _ ("This Kind of File Cannot Be Read"),
        _ ("Cognate reads EPUB books, web pages, Markdown and OpenStax sources. Many programs can "
           "save as one of these.") },
      { 0 } },
    { COG_ERROR,
      COG_ERROR_ENCRYPTED,
      { _ ("This Book Is Locked"),
        _ ("It is protected against copying, or by a password. Ask where you got it for a copy "
           "without; open books are given out unlocked.") },
      { 0 } },
    { COG_ERROR,
      COG_ERROR_TOO_LARGE,
      { _ ("This File Is Too Large"),
        _ ("It is over a limit that protects this computer. Import it in parts, a chapter at a "
           "time.") },
      { 0 } },
    { G_IO_ERROR, G_IO_ERROR_NOT_FOUND, { gone[0], gone[1] }, { locked[0], locked[1] } },
    { G_FILE_ERROR, G_FILE_ERROR_NOENT, { gone[0], gone[1] }, { locked[0], locked[1] } },
    { G_IO_ERROR,
      G_IO_ERROR_PERMISSION_DENIED,
      { forbidden[0], forbidden[1] },
      { locked[0], locked[1] } },
    { G_FILE_ERROR, G_FILE_ERROR_ACCES, { forbidden[0], forbidden[1] }, { locked[0], locked[1] } },
    { G_IO_ERROR, G_IO_ERROR_READ_ONLY, { locked[0], locked[1] }, { 0 } },
    { G_IO_ERROR, G_IO_ERROR_NO_SPACE, { full[0], full[1] }, { 0 } },
    { G_FILE_ERROR, G_FILE_ERROR_NOSPC, { full[0], full[1] }, { 0 } },
  };
  const Fault *fault = find_fault (faults, G_N_ELEMENTS (faults), error);
  const char *const *words = fault == NULL                           ? NULL
                             : is_making && fault->making[0] != NULL ? fault->making
                                                                     : fault->reading;

  *heading = words != NULL ? words[0]
             : is_making   ? _ ("The Project Could Not Be Made")
                           : _ ("This Cannot Be Imported");
  *way_on = words != NULL ? words[1] : _ ("Nothing was changed. You can try again.");
}
