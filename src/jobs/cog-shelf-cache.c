/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-cache.h"

#include <glib/gstdio.h>

#define VERSION "1" /* another one: what an older Cognate kept is read anew */

struct _CogShelfCache
{
  char *folder, *file;
  GKeyFile *keys;
  gboolean is_changed;
};

CogShelfCache *
cog_shelf_cache_new (const char *folder)
{
  CogShelfCache *self = g_new0 (CogShelfCache, 1);

  g_return_val_if_fail (folder != NULL, self);

  self->folder = g_strdup (folder);
  self->file = g_build_filename (folder, "facts", NULL);
  self->keys = g_key_file_new ();
  if (!g_key_file_load_from_file (self->keys, self->file, G_KEY_FILE_NONE, NULL))
    {
      g_key_file_free (self->keys);
      self->keys = g_key_file_new ();
    }
  return self;
}

void
cog_shelf_cache_free (CogShelfCache *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  g_free (self->file);
  g_key_file_free (self->keys);
  g_free (self);
}

static char *
dup_group (const char *path)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
}

static void
append_stamp (GString *stamp, const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0)
    g_string_append_printf (stamp, "-%" G_GINT64_FORMAT ".%09ld-%" G_GINT64_FORMAT,
                            (gint64)status.st_mtim.tv_sec, (long)status.st_mtim.tv_nsec,
                            (gint64)status.st_size);
}

/* While a project is open, its edits are in the log beside it. */
static char *
dup_stamp (const char *path)
{
  GString *stamp = g_string_new (VERSION);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  append_stamp (stamp, path);
  append_stamp (stamp, log);
  return g_string_free (stamp, FALSE);
}

static char *
get_text (CogShelfCache *self, const char *group, const char *key)
{
  return g_key_file_get_string (self->keys, group, key, NULL);
}

static guint
get_number (CogShelfCache *self, const char *group, const char *key)
{
  return (guint)MAX (0, g_key_file_get_integer (self->keys, group, key, NULL));
}

CogShelfFacts *
cog_shelf_cache_look_up (CogShelfCache *self, const char *path, gboolean *is_current)
{
  g_autofree char *group = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_path = NULL;
  CogShelfFacts *facts;

  g_return_val_if_fail (self != NULL && path != NULL && is_current != NULL, NULL);

  group = dup_group (path);
  kept = get_text (self, group, "stamp");
  kept_path = get_text (self, group, "path");
  *is_current = FALSE;
  if (kept == NULL || g_strcmp0 (kept_path, path) != 0)
    return NULL;
  stamp = dup_stamp (path);
  facts = g_new0 (CogShelfFacts, 1);
  facts->condition = COG_SHELF_READY;
  facts->title = get_text (self, group, "title");
  facts->language = get_text (self, group, "language");
  facts->source_language = get_text (self, group, "source-language");
  facts->licence = get_text (self, group, "licence");
  facts->cover = get_text (self, group, "cover");
  facts->share = CLAMP (g_key_file_get_double (self->keys, group, "share", NULL), 0, 1);
  facts->n_untranslated = get_number (self, group, "untranslated");
  facts->n_undescribed = get_number (self, group, "undescribed");
  facts->n_conflicts = get_number (self, group, "conflicts");
  *is_current = g_str_equal (stamp, kept) && facts->title != NULL && facts->language != NULL;
  if (facts->title == NULL || facts->language == NULL)
    g_clear_pointer (&facts, cog_shelf_facts_free);
  return facts;
}

static void
put_text (CogShelfCache *self, const char *group, const char *key, const char *text)
{
  if (text != NULL)
    g_key_file_set_string (self->keys, group, key, text);
}

static void
put (CogShelfCache *self, const char *path, const char *stamp, const CogShelfFacts *facts)
{
  g_autofree char *group = dup_group (path);

  g_key_file_remove_group (self->keys, group, NULL);
  self->is_changed = TRUE;
  if (facts->condition != COG_SHELF_READY || !g_utf8_validate (path, -1, NULL))
    return;
  put_text (self, group, "path", path);
  put_text (self, group, "stamp", stamp);
  put_text (self, group, "title", facts->title);
  put_text (self, group, "language", facts->language);
  put_text (self, group, "source-language", facts->source_language);
  put_text (self, group, "licence", facts->licence);
  put_text (self, group, "cover", facts->cover);
  g_key_file_set_double (self->keys, group, "share", facts->share);
  g_key_file_set_integer (self->keys, group, "untranslated", (int)facts->n_untranslated);
  g_key_file_set_integer (self->keys, group, "undescribed", (int)facts->n_undescribed);
  g_key_file_set_integer (self->keys, group, "conflicts", (int)facts->n_conflicts);
}

CogShelfFacts *
cog_shelf_cache_read (CogShelfCache *self, const char *path)
{
  g_autofree char *stamp = NULL;
  CogShelfFacts *facts;

  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  /* The stamp first: an edit while it is read makes what is kept old, never wrong. */
  stamp = dup_stamp (path);
  facts = cog_shelf_facts_read (path, self->folder);
  put (self, path, stamp, facts);
  return facts;
}

static void
drop_vanished (CogShelfCache *self)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *path = get_text (self, groups[i], "path");
      g_autofree char *cover = get_text (self, groups[i], "cover");

      if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      /* Only what this cache made. */
      if (cover != NULL && g_str_has_prefix (cover, self->folder) &&
          g_str_has_suffix (cover, ".png"))
        g_unlink (cover);
      g_key_file_remove_group (self->keys, groups[i], NULL);
    }
}

void
cog_shelf_cache_save (CogShelfCache *self)
{
  g_autofree char *text = NULL;
  gsize length;

  g_return_if_fail (self != NULL);

  if (!self->is_changed)
    return;
  drop_vanished (self);
  text = g_key_file_to_data (self->keys, &length, NULL);
  g_mkdir_with_parents (self->folder, 0700);
  g_file_set_contents_full (self->file, text, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                            NULL);
  self->is_changed = FALSE;
}
