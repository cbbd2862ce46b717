/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-container-private.h"

#include "cog-error.h"
#include "cog-findings.h"
#include "cog-path.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  CogContainer *container;
  GQueue folders; /* relative names still to be listed, owned */
  CogReport *report;
} Walk;

static gboolean
set_too_large (CogContainer *self, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
               _ ("%s: holds too many or too large files to be one book."), self->display_name);
  return FALSE;
}

static gboolean
take_entry (Walk *walk, const char *relative, const GStatBuf *status, GError **error)
{
  CogContainer *self = walk->container;
  char *name;

  if (S_ISDIR (status->st_mode))
    {
      g_queue_push_tail (&walk->folders, g_strdup (relative));
      return TRUE;
    }
  if (!S_ISREG (status->st_mode))
    {
      cog_report_add (walk->report, &cog_finding_entry_link, self->display_name, relative, NULL);
      return TRUE;
    }
  name = cog_path_clean (relative);
  /* A name that NFC would change is found on disk only as it stands. */
  if (name == NULL)
    {
      cog_report_add (walk->report, &cog_finding_entry_ignored, self->display_name, relative, NULL);
      return TRUE;
    }
  if (!g_str_equal (name, relative))
    {
      g_free (name);
      name = g_strdup (relative);
    }
  self->total += status->st_size;
  if (self->names->len >= COG_CONTAINER_MAX_ENTRIES || self->total > 4ull * COG_CONTAINER_MAX_TOTAL)
    {
      g_free (name);
      return set_too_large (self, error);
    }
  cog_container_take (self, name, NULL, walk->report);
  return TRUE;
}

static gboolean
list_folder (Walk *walk, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (walk->container->root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  const char *entry;

  if (dir == NULL)
    return FALSE;
  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *full = g_build_filename (path, entry, NULL);
      g_autofree char *relative =
          folder[0] != '\0' ? g_strconcat (folder, "/", entry, NULL) : g_strdup (entry);
      GStatBuf status;

      /* .git and its like are no part of a book. */
      if (entry[0] == '.' || g_lstat (full, &status) != 0)
        continue;
      if (!take_entry (walk, relative, &status, error))
        return FALSE;
    }
  return TRUE;
}

CogContainer *
cog_container_new_for_folder (const char *path,
                              gpointer report,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autofree char *display_name = NULL;
  g_autoptr (CogContainer) self = NULL;
  Walk walk = { NULL, G_QUEUE_INIT, report };
  gboolean ok = TRUE;

  g_return_val_if_fail (path != NULL, NULL);

  display_name = g_path_get_basename (path);
  self = cog_container_new_empty (display_name);
  self->root = g_strdup (path);
  walk.container = self;
  g_queue_push_tail (&walk.folders, g_strdup (""));
  while (ok && !g_queue_is_empty (&walk.folders))
    {
      g_autofree char *folder = g_queue_pop_head (&walk.folders);

      ok = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
           list_folder (&walk, folder, error);
    }
  g_queue_clear_full (&walk.folders, g_free);
  if (!ok)
    return NULL;
  cog_container_seal (self);
  return g_steal_pointer (&self);
}

CogContainer *
cog_container_new_for_neighbours (const char *file, guint levels)
{
  g_autofree char *display_name = NULL;
  g_autofree char *name = NULL;
  g_autofree char *root = NULL;
  CogContainer *self;

  g_return_val_if_fail (file != NULL, NULL);

  display_name = g_path_get_basename (file);
  name = g_strdup (display_name);
  root = g_path_get_dirname (file);
  for (guint i = 0; i < levels; i++)
    {
      g_autofree char *folder = g_path_get_basename (root);
      char *above = g_path_get_dirname (root);
      char *longer;

      if (g_str_equal (above, root) || g_str_equal (folder, "."))
        {
          g_free (above);
          break;
        }
      longer = g_strconcat (folder, "/", name, NULL);
      g_free (name);
      g_free (root);
      name = longer;
      root = above;
    }
  self = cog_container_new_empty (display_name);
  self->root = g_steal_pointer (&root);
  self->is_unlisted = TRUE;
  cog_container_take (self, g_steal_pointer (&name), NULL, NULL);
  cog_container_seal (self);
  return self;
}
