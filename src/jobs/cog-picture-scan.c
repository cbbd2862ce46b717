/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-scan.h"

#include "cog-language.h"
#include "cog-lens-index-private.h"
#include "cog-lens-pictures.h"
#include "cog-lens-views-private.h"
#include "cog-page-picture.h"
#include "cog-picture-text.h"
#include "cog-project-figures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A picture, and the unit where it is told of. */
typedef struct
{
  char *unit, *image, *asset;
  char *language; /* of the source */
} Picture;

typedef struct
{
  CogLensIndex *index;
  CogProject *project;
  const CogPictureScan *scan;
  CogLensView view;
  char *target;      /* language of the adaptation */
  GPtrArray *all;    /* (element-type Picture) */
  GHashTable *texts; /* language → CogPictureText */
} Run;

static void
picture_free (Picture *picture)
{
  g_free (picture->unit);
  g_free (picture->image);
  g_free (picture->asset);
  g_free (picture->language);
  g_free (picture);
}

static void
run_clear (Run *run)
{
  cog_lens_view_clear (&run->view);
  g_free (run->target);
  g_clear_pointer (&run->all, g_ptr_array_unref);
  g_clear_pointer (&run->texts, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* ── Which pictures ──────────────────────────────────────────────────────────────────────────── */

/* The adapter's own pictures are in their readers' language; so is all where it is the source's. */
static gboolean
is_of_readers (Run *run, const char *asset, const char *language)
{
  return g_str_has_prefix (asset, COG_OWN_PICTURE) || language[0] == '\0' ||
         cog_language_equal (language, run->target);
}

static void
add_picture (Run *run, const CogUnit *unit, const char *image, const char *asset)
{
  const char *language = cog_lens_view_get_language (&run->view, unit);
  Picture *picture;

  /* Another one may have stood there when it was looked at. */
  if (is_of_readers (run, asset, language))
    {
      cog_lens_index_see (run->index, unit->id, image, NULL);
      return;
    }
  picture = g_new0 (Picture, 1);
  picture->unit = g_strdup (unit->id);
  picture->image = g_strdup (image);
  picture->asset = g_strdup (asset);
  picture->language = g_strdup (language);
  g_ptr_array_add (run->all, picture);
}

static gboolean
has_picture (const char *text)
{
  return text != NULL && strstr (text, "<img") != NULL;
}

GPtrArray *
cog_picture_list_descriptions (CogProject *project, const CogUnit *unit)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) images = NULL;
  g_autoptr (CogProjectFigure) figure = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project) && unit != NULL, ids);

  if (unit->kind == COG_UNIT_ALT)
    g_ptr_array_add (ids, g_strdup (unit->id));
  else if (unit->kind == COG_UNIT_CAPTION)
    figure = cog_project_dup_figure (project, unit->id, NULL);
  else if (has_picture (unit->source) || has_picture (unit->target))
    images = cog_project_list_images (project, unit->id, NULL);
  /* A table's caption has no picture. */
  if (figure != NULL)
    g_ptr_array_add (ids, g_strconcat (figure->image, "@alt", NULL));
  for (guint i = 0; images != NULL && i < images->len; i++)
    g_ptr_array_add (ids, g_strconcat (g_ptr_array_index (images, i), "@alt", NULL));
  return ids;
}

/* id: of the unit that describes the picture; one that only decorates has none, and is told of at
 * the unit by which it stands. */
static void
add_described (Run *run, const CogUnit *unit, const char *id)
{
  g_autoptr (CogUnit) description = cog_project_dup_unit (run->project, id, NULL);
  g_autoptr (CogProjectFigure) figure = cog_project_dup_figure (run->project, id, NULL);

  if (figure != NULL && figure->asset != NULL)
    add_picture (run, description != NULL ? description : unit, figure->image, figure->asset);
}

static gboolean
add_of_unit (Run *run, const char *id, GError **error)
{
  g_autoptr (CogUnit) unit = cog_project_dup_unit (run->project, id, error);
  g_autoptr (GPtrArray) ids = NULL;

  if (unit == NULL)
    return FALSE;
  ids = cog_picture_list_descriptions (run->project, unit);
  for (guint i = 0; i < ids->len; i++)
    add_described (run, unit, g_ptr_array_index (ids, i));
  return TRUE;
}

static gboolean
add_section (Run *run, const char *section, GError **error)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (run->project, section, error);
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  if (units == NULL)
    return FALSE;
  pictures = cog_project_list_pictures (run->project, section, error);
  if (pictures == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      CogUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (by_id, unit->id, unit);
    }
  for (guint i = 0; i < pictures->len; i++)
    {
      const CogProjectPicture *picture = g_ptr_array_index (pictures, i);
      const CogUnit *unit =
          picture->unit != NULL ? g_hash_table_lookup (by_id, picture->unit) : NULL;

      if (unit != NULL)
        add_picture (run, unit, picture->image, picture->asset);
    }
  return TRUE;
}

static gboolean
add_all (Run *run, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (run->project);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!info->is_omitted && !add_section (run, info->id, error))
        return FALSE;
    }
  return TRUE;
}

/* ── What they say ───────────────────────────────────────────────────────────────────────────── */

static CogPictureText *
get_text (Run *run, const char *language)
{
  CogPictureText *text = g_hash_table_lookup (run->texts, language);

  if (text == NULL)
    {
      text = cog_picture_text_new (language, run->scan->folder);
      g_hash_table_insert (run->texts, g_strdup (language), text);
    }
  return text;
}

/* FALSE: no picture can be read. */
static gboolean
look (Run *run, const Picture *picture, GCancellable *cancellable, GError **error)
{
  CogPictureText *text = get_text (run, picture->language);
  /* A page that was never drawn was never read. */
  CogAsset *asset = run->scan->only_known
                        ? cog_project_dup_asset (run->project, picture->asset, NULL)
                        : cog_page_picture_load (run->project, picture->asset, cancellable, NULL);
  g_autoptr (CogPictureWords) words = NULL;
  gboolean ok = TRUE;

  if (asset != NULL && cog_picture_text_is_for (asset))
    {
      words = cog_picture_text_look_up (text, asset);
      if (words == NULL && !run->scan->only_known)
        {
          ok = cog_picture_text_prepare (text, cancellable, error);
          words = ok ? cog_picture_text_read (text, asset, cancellable, NULL) : NULL;
        }
    }
  cog_asset_free (asset);
  if (words != NULL)
    cog_lens_index_see (run->index, picture->unit, picture->image,
                        words->n_words > 0
                            ? cog_lens_pictures_new_bitmap (picture->unit, words->sample,
                                                            words->n_words, words->height)
                            : NULL);
  return ok;
}

static void
tell (const Run *run, guint i, const CogProgress *progress)
{
  /* Translators: "Reading the words in pictures (12 of 40)…" */
  g_autofree char *sentence =
      g_strdup_printf (_ ("Reading the words in pictures (%1$u of %2$u)…"), i + 1, run->all->len);

  cog_progress_tell (progress, (double)i / run->all->len, sentence);
}

gboolean
cog_picture_scan_run (CogLensIndex *index,
                      const CogPictureScan *scan,
                      const CogProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Run) run = { .index = index, .scan = scan };
  CogLensViews *views;
  gboolean ok;

  g_return_val_if_fail (COG_IS_LENS_INDEX (index) && scan != NULL, FALSE);

  run.project = cog_lens_index_get_project (index);
  run.target = cog_project_dup_language (run.project);
  run.all = g_ptr_array_new_with_free_func ((GDestroyNotify)picture_free);
  run.texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify)cog_picture_text_free);
  views = cog_lens_views_new ();
  ok = cog_lens_views_open (views, run.project, &run.view, error);
  cog_lens_views_free (views);
  if (!ok || !(scan->unit != NULL ? add_of_unit (&run, scan->unit, error)
                                  : add_all (&run, cancellable, error)))
    return FALSE;
  for (guint i = 0; i < run.all->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      tell (&run, i, progress);
      if (!look (&run, g_ptr_array_index (run.all, i), cancellable, error))
        return FALSE;
    }
  return TRUE;
}
