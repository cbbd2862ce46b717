/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-normalizer-private.h"

#include "cog-drawing.h"
#include "cog-foreign-picture.h"
#include "cog-media.h"
#include "cog-reader-findings.h"

#include <string.h>

CogNormalizer *
cog_normalizer_new (CogBook *book, CogContainer *container, CogReport *report)
{
  CogNormalizer *self = g_new0 (CogNormalizer, 1);

  g_return_val_if_fail (book != NULL, NULL);

  self->book = book;
  self->container = container != NULL ? g_object_ref (container) : NULL;
  self->report = report;
  self->sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->assets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->taken = g_ptr_array_new ();
  return self;
}

void
cog_normalizer_free (CogNormalizer *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->container);
  g_hash_table_unref (self->sections);
  g_hash_table_unref (self->addresses);
  g_hash_table_unref (self->assets);
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->aliases);
  g_ptr_array_unref (self->taken);
  g_free (self);
}

void
cog_normalizer_declare (CogNormalizer *self, const char *file, const char *section_id)
{
  g_return_if_fail (self != NULL && file != NULL && section_id != NULL);
  g_hash_table_insert (self->sections, g_strdup (file), g_strdup (section_id));
}

void
cog_normalizer_set_plain_ids (CogNormalizer *self)
{
  g_return_if_fail (self != NULL);
  self->has_plain_ids = TRUE;
}

void
cog_normalizer_set_address (CogNormalizer *self,
                            const char *file,
                            const char *url,
                            const char *base)
{
  g_return_if_fail (self != NULL && file != NULL && url != NULL);

  base = base != NULL ? base : url;
  if (g_str_has_prefix (base, "http://") || g_str_has_prefix (base, "https://"))
    g_hash_table_insert (self->addresses, g_strdup (file), g_strdup (base));
  g_hash_table_insert (self->addresses, g_strconcat (file, "#", NULL), g_strdup (url));
}

void
cog_normalizer_add_css (CogNormalizer *self, const char *file, const char *css)
{
  g_return_if_fail (self != NULL && css != NULL);

  cog_style_add_sheet (self->styles, css);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const roots[] = { "html", "body", ":root" };

      if (GPOINTER_TO_UINT (g_hash_table_lookup (self->styles, roots[i])) & COG_STYLE_VERTICAL)
        self->is_vertical = TRUE;
    }
}

void
cog_normalizer_note_page (CogNormalizer *self, const xmlNode *element)
{
  g_return_if_fail (self != NULL && element != NULL);
  if (cog_style_lookup (self->styles, element) & COG_STYLE_VERTICAL)
    self->is_vertical = TRUE;
}

gboolean
cog_normalizer_is_vertical (CogNormalizer *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_vertical;
}

char *
cog_normalizer_dup_id (CogNormalizer *self, const char *file, const char *fragment)
{
  const char *section;
  g_autofree char *plain = NULL;

  g_return_val_if_fail (self != NULL && file != NULL, NULL);

  section = g_hash_table_lookup (self->sections, file);
  if (section == NULL)
    return NULL;
  if (fragment == NULL || fragment[0] == '\0')
    return g_strdup (section);
  plain = g_uri_unescape_string (fragment, NULL);
  if (self->has_plain_ids)
    return g_strdup (plain != NULL ? plain : fragment);
  return g_strdup_printf ("%s-%s", section, plain != NULL ? plain : fragment);
}

/* A name as it can stand in any export: ASCII, no spaces, unique. */
static char *
dup_asset_name (CogNormalizer *self, const char *file, const char *extension)
{
  const char *base = strrchr (file, '/');
  g_autoptr (GString) stem = g_string_new ("media/");
  g_autofree char *name = NULL;

  base = base != NULL ? base + 1 : file;
  for (const char *c = base; *c != '\0' && stem->len < 70; c++)
    {
      if (*c == '.' && strchr (c + 1, '.') == NULL)
        break;
      if (g_ascii_isalnum (*c) || *c == '-' || *c == '_')
        g_string_append_c (stem, *c);
      else if ((guchar)*c < 0x80 || (guchar)*c >= 0xC0)
        g_string_append_c (stem, '_');
    }
  name = g_strdup_printf ("%s.%s", stem->str, extension);
  for (guint n = 2; cog_book_find_asset (self->book, name) != NULL; n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u.%s", stem->str, n, extension);
    }
  return g_steal_pointer (&name);
}

/* A drawing is markup that comes from outside: nothing in it may run or load. (transfer full)
 * (nullable) */
static GBytes *
dup_harmless (CogNormalizer *self, const char *origin, GBytes *bytes, const CogMediaInfo *info)
{
  g_autofree char *first = NULL;
  GBytes *cleaned;
  guint n_removed = 0;

  if (!g_str_equal (info->extension, "svg"))
    return g_bytes_ref (bytes);
  cleaned = cog_drawing_clean (bytes, origin, &n_removed, &first, NULL);
  if (n_removed > 0)
    cog_report_add (self->report, &cog_finding_active_drawing, origin, origin, first);
  return cleaned;
}

static const char *
add_bytes (CogNormalizer *self, const char *origin, GBytes *bytes)
{
  CogMediaInfo info;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) harmless = NULL;
  CogAsset *asset;

  if (!cog_foreign_picture_draw (bytes, origin, self->report, &drawn))
    return NULL;
  bytes = drawn != NULL ? drawn : bytes;
  if (cog_media_identify (bytes, origin, &info))
    harmless = dup_harmless (self, origin, bytes, &info);
  if (harmless == NULL)
    {
      cog_report_add (self->report, &cog_finding_bad_picture, origin, origin, NULL);
      return NULL;
    }
  name = dup_asset_name (self, origin, info.extension);
  asset = cog_asset_new (name, info.media_type, harmless);
  asset->origin = g_strdup (origin);
  asset->width = info.width;
  asset->height = info.height;
  cog_book_add_asset (self->book, asset);
  return asset->name;
}

/* data:image/png;base64,… */
static const char *
add_data (CogNormalizer *self, const char *base, const char *reference)
{
  const char *comma = strchr (reference, ',');
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, reference, -1);
  const char *known = g_hash_table_lookup (self->assets, checksum);
  g_autofree char *origin = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *name;

  if (known != NULL || comma == NULL)
    return known;
  origin = g_strdup_printf ("picture-%u", g_hash_table_size (self->assets) + 1);
  if (g_strrstr_len (reference, comma - reference, ";base64") != NULL)
    {
      gsize length = 0;
      guchar *data = g_base64_decode (comma + 1, &length);

      bytes = g_bytes_new_take (data, length);
    }
  else
    {
      char *text = g_uri_unescape_string (comma + 1, NULL);

      bytes = text != NULL ? g_bytes_new_take (text, strlen (text)) : g_bytes_new (NULL, 0);
    }
  name = add_bytes (self, origin, bytes);
  if (name != NULL)
    g_hash_table_insert (self->assets, g_steal_pointer (&checksum), g_strdup (name));
  return name;
}

const char *
cog_normalizer_add_asset (CogNormalizer *self, const char *base, const char *reference)
{
  const char *file;
  const char *known;
  const char *name;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && reference != NULL, NULL);

  if (g_ascii_strncasecmp (reference, "data:", 5) == 0)
    return add_data (self, base, reference);
  known = self->container == NULL ? g_hash_table_lookup (self->assets, reference) : NULL;
  if (known != NULL)
    return known;
  file = self->container != NULL ? cog_container_resolve (self->container, base, reference) : NULL;
  if (file == NULL)
    {
      g_autofree char *shown = g_utf8_make_valid (reference, MIN (strlen (reference), 200));

      cog_report_add (self->report, &cog_finding_missing_file, base, shown, NULL);
      return NULL;
    }
  known = g_hash_table_lookup (self->assets, file);
  if (known != NULL)
    return known;
  bytes = cog_container_read (self->container, file, NULL);
  name = bytes != NULL ? add_bytes (self, file, bytes) : NULL;
  if (name == NULL)
    return NULL;
  g_hash_table_insert (self->assets, g_strdup (file), g_strdup (name));
  return g_hash_table_lookup (self->assets, file);
}

gboolean
cog_normalizer_add_picture (CogNormalizer *self, const char *name, GBytes *bytes)
{
  const char *asset;

  g_return_val_if_fail (self != NULL && name != NULL && bytes != NULL, FALSE);

  asset = add_bytes (self, name, bytes);
  if (asset == NULL)
    return FALSE;
  g_hash_table_insert (self->assets, g_strdup (name), g_strdup (asset));
  return TRUE;
}

void
cog_normalizer_add_page (
    CogNormalizer *self, const char *name, GBytes *bytes, guint width, guint height)
{
  g_autofree char *file = NULL;
  CogAsset *asset;

  g_return_if_fail (self != NULL && name != NULL && bytes != NULL);

  file = dup_asset_name (self, name, COG_ASSET_PAGE_EXTENSION);
  asset = cog_asset_new (file, COG_ASSET_PAGE, bytes);
  asset->origin = g_strdup (name);
  asset->width = width;
  asset->height = height;
  cog_book_add_asset (self->book, asset);
  g_hash_table_insert (self->assets, g_strdup (name), g_steal_pointer (&file));
}

void
cog_normalizer_adopt (CogNormalizer *self, CogSection *section)
{
  g_return_if_fail (self != NULL && section != NULL && section->content != NULL);
  g_ptr_array_add (self->taken, section);
}

void
cog_normalizer_forget (CogNormalizer *self, CogSection *section)
{
  g_return_if_fail (self != NULL && section != NULL);
  g_ptr_array_remove (self->taken, section);
}

void
cog_normalizer_add_alias (CogNormalizer *self, const char *from, const char *to)
{
  g_return_if_fail (self != NULL && from != NULL && to != NULL);
  if (!g_str_equal (from, to))
    g_hash_table_insert (self->aliases, g_strdup (from), g_strdup (to));
}

void
cog_normalizer_finish (CogNormalizer *self)
{
  g_return_if_fail (self != NULL);

  cog_normalizer_mend_notes (self->taken);
  for (guint i = 0; i < self->taken->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (self->taken, i));

      cog_normalizer_mend_tables (root);
      cog_normalizer_mend_lists (root);
      cog_normalizer_unwrap (root, self->aliases);
      cog_normalizer_level_headings (root);
    }
  for (guint i = 0; i < self->taken->len; i++)
    cog_normalizer_follow_aliases (cog_section_get_root (g_ptr_array_index (self->taken, i)),
                                   self->aliases);
  cog_normalizer_drop_anchors (self->taken);
}
