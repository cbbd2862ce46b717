/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-text.h"

#include "cog-media.h"
#include "cog-thumbnail-private.h"

#include <math.h>
#include <string.h>

#define VERSION "1"  /* another one: what an older Cognate saw is looked at anew */
#define LARGEST 2600 /* pixels of a side that are looked at: labels are read in a tenth of that */
#define SMALL 1200.0 /* of smaller pictures the labels are: they are enlarged */
#define MOST_ENLARGED 3.0
#define MAX_KEPT 4096 /* bytes of what is kept of a picture */

struct _CogPictureText
{
  char *language, *folder;
  char *languages; /* as Tesseract names them (nullable): not asked for yet */
};

CogPictureText *
cog_picture_text_new (const char *language, const char *folder)
{
  CogPictureText *self = g_new0 (CogPictureText, 1);

  g_return_val_if_fail (language != NULL, self);

  self->language = g_strdup (language);
  self->folder = g_strdup (folder);
  return self;
}

void
cog_picture_text_free (CogPictureText *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_free (self->folder);
  g_free (self->languages);
  g_free (self);
}

char *
cog_picture_text_dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "cognate", "picture-words", NULL);
}

gboolean
cog_picture_text_is_for (const CogAsset *asset)
{
  g_return_val_if_fail (asset != NULL, FALSE);

  return asset->bytes != NULL && asset->media_type != NULL &&
         g_str_has_prefix (asset->media_type, "image/") &&
         strcmp (asset->media_type, "image/svg+xml") != 0;
}

/* ── What is kept ────────────────────────────────────────────────────────────────────────────── */

/* By content and language: the same picture may stand in books of two languages. (nullable) */
static char *
dup_file (CogPictureText *self, const CogAsset *asset)
{
  g_autofree char *sum = NULL;
  g_autofree char *language = NULL;
  g_autofree char *name = NULL;

  if (self->folder == NULL)
    return NULL;
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, asset->bytes);
  language =
      g_strcanon (g_strdup (self->language), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
  name = g_strconcat (sum, ".", language, NULL);
  return g_build_filename (self->folder, name, NULL);
}

CogPictureWords *
cog_picture_text_look_up (CogPictureText *self, const CogAsset *asset)
{
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length = 0;
  CogPictureWords *words;

  g_return_val_if_fail (self != NULL && asset != NULL, NULL);

  file = cog_picture_text_is_for (asset) ? dup_file (self, asset) : NULL;
  if (file == NULL || !g_file_get_contents (file, &text, &length, NULL) || length > MAX_KEPT ||
      !g_utf8_validate (text, (gssize)length, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", 4);
  if (g_strv_length (lines) < 4 || strcmp (lines[0], VERSION) != 0)
    return NULL;
  words = g_new0 (CogPictureWords, 1);
  words->n_words = (guint)CLAMP (g_ascii_strtoll (lines[1], NULL, 10), 0, G_MAXINT);
  words->height = CLAMP (g_ascii_strtod (lines[2], NULL), 0, 1);
  words->sample = g_strdup (lines[3]);
  return words;
}

/* What cannot be kept is looked at again. */
static void
keep (CogPictureText *self, const CogAsset *asset, const CogPictureWords *words)
{
  g_autofree char *file = dup_file (self, asset);
  g_autofree char *text = NULL;
  char height[G_ASCII_DTOSTR_BUF_SIZE];

  if (file == NULL || g_mkdir_with_parents (self->folder, 0700) != 0)
    return;
  text = g_strdup_printf (VERSION "\n%u\n%s\n%s", words->n_words,
                          g_ascii_dtostr (height, sizeof height, words->height), words->sample);
  g_file_set_contents (file, text, -1, NULL);
}

/* ── What is seen ────────────────────────────────────────────────────────────────────────────── */

static GdkPixbuf *
enlarge (GdkPixbuf *pixbuf)
{
  double width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  double factor = MIN (SMALL / MAX (MAX (width, height), 1), MOST_ENLARGED);

  return factor > 1 ? gdk_pixbuf_scale_simple (pixbuf, (int)ceil (width * factor),
                                               (int)ceil (height * factor), GDK_INTERP_BILINEAR)
                    : g_object_ref (pixbuf);
}

/* PGM, on white where the picture is transparent; Rec. 601. */
static GBytes *
make_grey (const GdkPixbuf *pixbuf)
{
  guint width = (guint)gdk_pixbuf_get_width (pixbuf);
  guint height = (guint)gdk_pixbuf_get_height (pixbuf);
  guint n_channels = (guint)gdk_pixbuf_get_n_channels (pixbuf);
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  g_autofree char *head = g_strdup_printf ("P5\n%u %u\n255\n", width, height);
  gsize n_head = strlen (head);
  guint8 *data = g_malloc (n_head + (gsize)width * height);
  guint8 *to = data + n_head;

  memcpy (data, head, n_head);
  for (guint y = 0; y < height; y++)
    {
      const guint8 *at = pixels + (gsize)y * (gsize)gdk_pixbuf_get_rowstride (pixbuf);

      for (guint x = 0; x < width; x++, at += n_channels)
        {
          guint grey = (299u * at[0] + 587u * at[1] + 114u * at[2]) / 1000u;
          guint alpha = n_channels == 4 ? at[3] : 255u;

          *to++ = (guint8)((grey * alpha + 255u * (255u - alpha)) / 255u);
        }
    }
  return g_bytes_new_take (data, n_head + (gsize)width * height);
}

gboolean
cog_picture_text_prepare (CogPictureText *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->languages == NULL)
    self->languages = cog_picture_words_languages (self->language, cancellable, error);
  return self->languages != NULL;
}

CogPictureWords *
cog_picture_text_read (CogPictureText *self,
                       const CogAsset *asset,
                       GCancellable *cancellable,
                       GError **error)
{
  CogPictureWords *words = cog_picture_text_look_up (self, asset);
  g_autoptr (GdkPixbuf) loaded = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GBytes) grey = NULL;

  if (words != NULL)
    return words;
  if (!cog_picture_text_prepare (self, cancellable, error))
    return NULL;
  loaded = cog_thumbnail_load (asset, LARGEST, LARGEST, error);
  if (loaded == NULL)
    return NULL;
  pixbuf = enlarge (loaded);
  grey = make_grey (pixbuf);
  words = cog_picture_words_recognize (grey, (guint)gdk_pixbuf_get_height (pixbuf), self->languages,
                                       cancellable, error);
  if (words != NULL)
    keep (self, asset, words);
  return words;
}
