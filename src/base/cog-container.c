/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-container-private.h"

#include "cog-error.h"
#include "cog-findings.h"
#include "cog-path.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (CogContainer, cog_container, G_TYPE_OBJECT)

static void
free_bytes (gpointer bytes)
{
  if (bytes != NULL && bytes != GINT_TO_POINTER (1))
    g_bytes_unref (bytes);
}

static void
cog_container_finalize (GObject *object)
{
  CogContainer *self = COG_CONTAINER (object);

  g_hash_table_unref (self->by_fold);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->names);
  g_free (self->first_name);
  g_free (self->root);
  g_free (self->display_name);
  G_OBJECT_CLASS (cog_container_parent_class)->finalize (object);
}

static void
cog_container_class_init (CogContainerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_container_finalize;
}

static void
cog_container_init (CogContainer *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_bytes);
  self->by_fold = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

CogContainer *
cog_container_new_empty (const char *display_name)
{
  CogContainer *self = g_object_new (COG_TYPE_CONTAINER, NULL);

  self->display_name = g_strdup (display_name);
  return self;
}

gboolean
cog_container_take (CogContainer *self, char *name, GBytes *bytes, CogReport *report)
{
  g_assert (COG_IS_CONTAINER (self));

  if (g_hash_table_contains (self->by_name, name))
    {
      cog_report_add (report, &cog_finding_entry_duplicate, self->display_name, name, NULL);
      g_free (name);
      return FALSE;
    }
  if (self->first_name == NULL)
    self->first_name = g_strdup (name);
  g_ptr_array_add (self->names, name);
  g_hash_table_insert (self->by_name, name,
                       bytes != NULL ? (gpointer)g_bytes_ref (bytes) : GINT_TO_POINTER (1));
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

void
cog_container_seal (CogContainer *self)
{
  g_assert (COG_IS_CONTAINER (self));

  g_ptr_array_sort (self->names, compare_names);
  for (guint i = 0; i < self->names->len; i++)
    {
      char *name = g_ptr_array_index (self->names, i);
      char *fold = cog_path_fold (name);

      if (g_hash_table_contains (self->by_fold, fold))
        g_free (fold);
      else
        g_hash_table_insert (self->by_fold, fold, name);
    }
  g_ptr_array_add (self->names, NULL);
}

const char *
cog_container_get_display_name (CogContainer *self)
{
  g_return_val_if_fail (COG_IS_CONTAINER (self), NULL);
  return self->display_name;
}

const char *const *
cog_container_get_names (CogContainer *self)
{
  g_return_val_if_fail (COG_IS_CONTAINER (self), NULL);
  return (const char *const *)self->names->pdata;
}

const char *
cog_container_get_first_name (CogContainer *self)
{
  g_return_val_if_fail (COG_IS_CONTAINER (self), NULL);
  return self->first_name;
}

/* Whether name is a regular file below root with no link on the way. */
static gboolean
is_plain_file (const char *root, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  g_autofree char *path = g_strdup (root);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *next = g_build_filename (path, parts[i], NULL);
      GStatBuf status;

      if (g_lstat (next, &status) != 0 || S_ISLNK (status.st_mode))
        return FALSE;
      if (parts[i + 1] == NULL)
        return S_ISREG (status.st_mode);
      g_free (path);
      path = g_steal_pointer (&next);
    }
  return FALSE;
}

/* The name as the container keeps it, or NULL. */
static const char *
find_exact (CogContainer *self, const char *name)
{
  gpointer key = NULL;

  if (g_hash_table_lookup_extended (self->by_name, name, &key, NULL))
    return key;
  if (self->is_unlisted && is_plain_file (self->root, name))
    {
      char *kept = g_strdup (name);

      /* Found now, and known from now on; the list of names stays as it was. */
      g_hash_table_insert (self->by_name, kept, GINT_TO_POINTER (1));
      g_hash_table_insert (self->by_fold, kept, kept);
      return kept;
    }
  return NULL;
}

static const char *
find_folded (CogContainer *self, const char *name)
{
  g_autofree char *fold = cog_path_fold (name);

  return g_hash_table_lookup (self->by_fold, fold);
}

const char *
cog_container_resolve (CogContainer *self, const char *base, const char *reference)
{
  g_autofree char *plain = NULL;
  g_autofree char *decoded = NULL;
  const char *found = NULL;

  g_return_val_if_fail (COG_IS_CONTAINER (self), NULL);
  g_return_val_if_fail (reference != NULL, NULL);

  plain = cog_path_join (base, reference);
  decoded = cog_path_join_decoded (base, reference);
  if (plain != NULL)
    found = find_exact (self, plain);
  if (found == NULL && decoded != NULL)
    found = find_exact (self, decoded);
  if (found == NULL && decoded != NULL)
    found = find_folded (self, decoded);
  if (found == NULL && plain != NULL)
    found = find_folded (self, plain);
  return found;
}

gboolean
cog_container_has (CogContainer *self, const char *name)
{
  g_return_val_if_fail (COG_IS_CONTAINER (self), FALSE);
  return find_exact (self, name) != NULL;
}

static GBytes *
read_from_disk (CogContainer *self, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->root, name, NULL);
  g_autoptr (GMappedFile) file = NULL;
  GStatBuf status;

  if (!is_plain_file (self->root, name) || g_stat (path, &status) != 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: the file “%s” is missing."),
                   self->display_name, name);
      return NULL;
    }
  if (status.st_size > (goffset)COG_CONTAINER_MAX_ENTRY)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s: is too large."), name);
      return NULL;
    }
  file = g_mapped_file_new (path, FALSE, error);
  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

const char *
cog_container_find_shallow (CogContainer *self, const char *name)
{
  const char *const *names = cog_container_get_names (self);
  const char *found = cog_container_resolve (self, NULL, name);
  g_autofree char *deeper = g_strconcat ("/", name, NULL);

  for (guint i = 0; found == NULL && names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], deeper) &&
        strchr (names[i], '/') == names[i] + strlen (names[i]) - strlen (deeper))
      found = names[i];
  return found;
}

GBytes *
cog_container_read (CogContainer *self, const char *name, GError **error)
{
  gpointer bytes;

  g_return_val_if_fail (COG_IS_CONTAINER (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  bytes = g_hash_table_lookup (self->by_name, name);
  if (bytes != NULL && bytes != GINT_TO_POINTER (1))
    return g_bytes_ref (bytes);
  if (self->root != NULL)
    return read_from_disk (self, name, error);
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: the file “%s” is missing."),
               self->display_name, name);
  return NULL;
}
