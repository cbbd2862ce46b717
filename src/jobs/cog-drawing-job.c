/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-drawing-job.h"

#include "cog-attribution.h"
#include "cog-drawing-text.h"
#include "cog-error.h"
#include "cog-licence-meaning.h"

#include <glib/gi18n-lib.h>

static gboolean
is_drawing (const CogAsset *asset)
{
  return g_strcmp0 (asset->media_type, "image/svg+xml") == 0;
}

gboolean
cog_drawing_job_has_words (const CogAsset *asset)
{
  g_autoptr (GPtrArray) words = NULL;

  g_return_val_if_fail (asset != NULL, FALSE);

  words = is_drawing (asset) ? cog_drawing_text_list (asset->bytes, asset->name, NULL) : NULL;
  return words != NULL && words->len > 0;
}

void
cog_drawing_words_free (CogDrawingWords *self)
{
  if (self == NULL)
    return;
  g_free (self->image);
  cog_asset_free (self->drawing);
  cog_credit_free (self->credit);
  g_free (self->language);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->translated, g_ptr_array_unref);
  g_free (self);
}

/* What the drawing that stands there now says otherwise than the source's. */
static void
read_translated (CogDrawingWords *self, CogProject *project, const char *name)
{
  CogAsset *asset = name != NULL ? cog_project_dup_asset (project, name, NULL) : NULL;
  g_autoptr (GPtrArray) now =
      asset != NULL ? cog_drawing_text_list (asset->bytes, asset->name, NULL) : NULL;

  cog_asset_free (asset);
  for (guint i = 0; i < self->words->len; i++)
    {
      const char *said =
          now != NULL && now->len == self->words->len ? g_ptr_array_index (now, i) : NULL;
      gboolean is_other = g_strcmp0 (said, g_ptr_array_index (self->words, i)) != 0;

      g_ptr_array_add (self->translated, is_other ? g_strdup (said) : NULL);
    }
}

/* It is printed in the book: in the book's language, not in the interface's. */
static CogCredit *
new_credit (const CogCredit *of_source, const char *language)
{
  CogCredit *credit = cog_credit_copy (of_source);
  g_autofree char *before = g_steal_pointer (&credit->changes);
  const char *said = cog_attribution_get_word (language, "textTranslated");

  credit->changes =
      before != NULL
          ? g_strconcat (before, cog_attribution_get_word (language, "semicolon"), said, NULL)
          : g_strdup (said);
  return credit;
}

/* A picture without a licence of its own is under that of the book that it came with; one that was
 * put in its place is not. */
static const char *
get_licence (const CogProjectFigure *figure, const CogCredit *credit)
{
  if (credit != NULL && credit->licence != NULL)
    return credit->licence;
  return figure->source_asset == NULL || figure->is_translated ? figure->host_licence : NULL;
}

CogDrawingWords *
cog_drawing_words_new (CogProject *project, const CogProjectFigure *figure, GError **error)
{
  g_autoptr (CogDrawingWords) self = NULL;
  const CogCredit *credit;

  g_return_val_if_fail (COG_IS_PROJECT (project) && figure != NULL, NULL);

  self = g_new0 (CogDrawingWords, 1);
  self->image = g_strdup (figure->image);
  self->language = cog_project_dup_language (project);
  self->drawing = cog_project_dup_asset (
      project, figure->is_translated ? figure->source_asset : figure->asset, error);
  if (self->drawing == NULL)
    return NULL;
  if (!is_drawing (self->drawing))
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                           _ ("Only the words of an SVG drawing can be translated in it."));
      return NULL;
    }
  self->words = cog_drawing_text_list (self->drawing->bytes, self->drawing->name, error);
  if (self->words == NULL)
    return NULL;
  self->translated = g_ptr_array_new_with_free_func (g_free);
  read_translated (self, project, figure->is_translated ? figure->asset : NULL);
  credit = figure->is_translated ? figure->source_credit : figure->credit;
  self->credit = credit != NULL ? new_credit (credit, self->language) : NULL;
  self->is_forbidden = get_licence (figure, credit) != NULL &&
                       cog_licence_meaning_get_adaptability (get_licence (figure, credit)) ==
                           COG_ADAPTABILITY_FORBIDDEN;
  return g_steal_pointer (&self);
}

CogAsset *
cog_drawing_words_draw (const CogDrawingWords *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  CogAsset *asset;

  g_return_val_if_fail (self != NULL, NULL);

  bytes = cog_drawing_text_write (self->drawing->bytes, self->drawing->name, self->translated,
                                  self->language, error);
  if (bytes == NULL)
    return NULL;
  asset = cog_asset_new (self->drawing->name, self->drawing->media_type, bytes);
  asset->origin = g_strdup (self->drawing->origin);
  asset->width = self->drawing->width;
  asset->height = self->drawing->height;
  return asset;
}

static gboolean
says_nothing_new (const CogDrawingWords *self)
{
  for (guint i = 0; i < self->translated->len; i++)
    {
      const char *said = g_ptr_array_index (self->translated, i);

      if (said != NULL && said[0] != '\0' &&
          g_strcmp0 (said, g_ptr_array_index (self->words, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
cog_drawing_words_store (const CogDrawingWords *self, CogProject *project, GError **error)
{
  g_autoptr (CogAsset) asset = NULL;
  CogPictureEdit edit = { 0 };

  g_return_val_if_fail (self != NULL && COG_IS_PROJECT (project), FALSE);

  if (self->is_forbidden)
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED,
                           _ ("The licence of this drawing allows no changes, and a translation is "
                              "one."));
      return FALSE;
    }
  if (says_nothing_new (self))
    return cog_project_restore_picture (project, self->image, error);
  asset = cog_drawing_words_draw (self, error);
  if (asset == NULL)
    return FALSE;
  edit.image = self->image;
  edit.asset = asset;
  edit.credit = self->credit;
  edit.is_translation = TRUE;
  return cog_project_replace_picture (project, &edit, error);
}
