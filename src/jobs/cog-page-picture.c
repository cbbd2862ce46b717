/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page-picture.h"

#include "cog-drawer.h"
#include "cog-media.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHARE .5 /* of the progress: drawing, where there is anything to draw */

static const CogFindingKind page_not_drawn = {
  "page-not-drawn",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("A page of the original that was kept as a picture cannot be drawn, and is empty in this "
      "edition. Replace its picture, or leave it out."),
  COG_EFFECT_DROPPED,
};

/* One white pixel. */
static const guint8 nothing[] = {
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
  0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
  0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
  0xda, 0x63, 0xf8, 0x0f, 0x00, 0x01, 0x01, 0x01, 0x00, 0x1c, 0xb0, 0x8c, 0x99, 0x00,
  0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static void
take (CogAsset *asset, GBytes *bytes)
{
  CogMediaInfo info;

  if (!cog_media_identify (bytes, NULL, &info))
    return;
  g_bytes_unref (asset->bytes);
  asset->bytes = g_bytes_ref (bytes);
  g_free (asset->media_type);
  asset->media_type = g_strdup (info.media_type);
  asset->width = info.width;
  asset->height = info.height;
}

/* Puts the picture in the place of the page. project: (nullable) */
static gboolean
draw (CogAsset *asset, CogProject *project, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogSource) source = cog_source_new_for_bytes (asset->bytes, "page");
  g_autoptr (CogDrawer) drawer = cog_drawer_new (source, cancellable, error);
  g_autoptr (GBytes) bytes =
      drawer != NULL ? cog_drawer_draw_picture (drawer, cancellable, error) : NULL;

  if (bytes == NULL)
    return FALSE;
  take (asset, bytes);
  if (project != NULL)
    cog_project_keep_drawn (project, asset);
  return TRUE;
}

CogAsset *
cog_page_picture_load (CogProject *project,
                       const char *name,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (CogAsset) asset = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project) && name != NULL, NULL);

  asset = cog_project_dup_asset (project, name, error);
  if (asset == NULL || (cog_asset_is_page (asset) && !draw (asset, project, cancellable, error)))
    return NULL;
  return g_steal_pointer (&asset);
}

/* ── All of a book ───────────────────────────────────────────────────────────────────────────── */

static guint
count (const CogBook *book)
{
  guint n = 0;

  for (guint i = 0; i < book->assets->len; i++)
    n += cog_asset_is_page (g_ptr_array_index (book->assets, i)) ? 1 : 0;
  return n;
}

/* "media/page-3-1.pdf" is a PNG now. One that was drawn before, in its project, still has the name.
 */
static void
name_anew (CogBook *book)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (book->assets, i);
      g_autofree char *fresh = NULL;

      if (!g_str_has_suffix (asset->name, "." COG_ASSET_PAGE_EXTENSION) ||
          cog_asset_is_page (asset))
        continue;
      fresh = g_strdup_printf (
          "%.*s%s", (int)(strlen (asset->name) - strlen (COG_ASSET_PAGE_EXTENSION)), asset->name,
          strcmp (asset->media_type, "image/png") == 0 ? "png" : "jpg");
      if (cog_book_find_asset (book, fresh) == NULL)
        g_hash_table_insert (names, g_strdup (asset->name), g_steal_pointer (&fresh));
    }
  if (g_hash_table_size (names) > 0)
    cog_book_rename_assets (book, names);
}

static gboolean
draw_or_tell (CogAsset *asset,
              CogProject *project,
              CogReport *report,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GBytes) none = g_bytes_new_static (nothing, sizeof nothing);

  if (draw (asset, project, cancellable, NULL))
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  take (asset, none);
  if (report != NULL)
    cog_report_add (report, &page_not_drawn, asset->name, NULL, NULL);
  return TRUE;
}

gboolean
cog_page_pictures_draw (CogBook *book,
                        CogProject *project,
                        CogReport *report,
                        const CogProgress *progress,
                        CogProgress *rest,
                        GCancellable *cancellable,
                        GError **error)
{
  guint n, done = 0;

  g_return_val_if_fail (book != NULL && rest != NULL, FALSE);

  n = count (book);
  *rest = cog_progress_part (progress, n > 0 ? SHARE : 0, 1);
  for (guint i = 0; i < book->assets->len; i++)
    {
      CogAsset *asset = g_ptr_array_index (book->assets, i);

      if (!cog_asset_is_page (asset))
        continue;
      cog_progress_tell (progress, SHARE * done++ / n, _ ("Drawing the pages of the original…"));
      if (!draw_or_tell (asset, project, report, cancellable, error))
        return FALSE;
    }
  name_anew (book);
  return TRUE;
}
