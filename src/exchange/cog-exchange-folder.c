/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-folder.h"

#include "cog-error.h"
#include "cog-exchange-state-private.h"
#include "cog-replacement.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define SLUG_MAX 40

typedef struct
{
  CogProject *project;
  const char *path;
  CogExchangeHeadData *head;
  CogExchangeState *state;
  GHashTable *changed; /* names of files that are not as this project knows them */
  GHashTable *written; /* names of the files that there are to be */
  CogExchangeCount *count;
} Folder;

static void
folder_clear (Folder *folder)
{
  cog_exchange_head_free (folder->head);
  cog_exchange_state_free (folder->state);
  g_clear_pointer (&folder->changed, g_hash_table_unref);
  g_clear_pointer (&folder->written, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The names of its files, in order. (transfer full) (element-type utf8) (nullable) */
static GPtrArray *
list_names (const char *path, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && g_str_has_suffix (name, ".xlf"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static char *
dup_slug (const char *title)
{
  g_autofree char *plain = title != NULL ? g_str_to_ascii (title, "C") : g_strdup ("");
  GString *slug = g_string_new (NULL);

  for (const char *c = plain; *c != '\0' && slug->len < SLUG_MAX; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (slug, g_ascii_tolower (*c));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-' && *c != '?')
      g_string_append_c (slug, '-');
  if (slug->len > 0 && slug->str[slug->len - 1] != '-')
    g_string_append_c (slug, '-');
  return g_string_free (slug, FALSE);
}

static char *
dup_name (const CogSectionInfo *info, guint number)
{
  g_autofree char *slug = dup_slug (info->title != NULL ? info->title : info->name);
  g_autofree char *token = cog_exchange_dup_token (info->id);

  return g_strdup_printf ("%03u-%s%s.xlf", number, slug, token);
}

/* The bytes of a section's file; what the units were stands elsewhere, so that a change of one
 * sentence is a change of two lines. NULL without an error: it has no units. */
static GString *
make_text (Folder *folder, const CogSectionInfo *info, GHashTable *records, GError **error)
{
  const CogExchangeFormat *format = &cog_exchange_xliff_2;
  CogExchangeCount count = { 0 };
  g_autoptr (GPtrArray) units =
      cog_exchange_list_section (folder->project, info->id, &count, error);
  const CogExchangeSection section = { info->id, info->title, units };
  GString *text;

  if (units == NULL || units->len == 0)
    return NULL;
  if (folder->count != NULL)
    {
      folder->count->n_units += count.n_units;
      folder->count->n_own += count.n_own;
    }
  for (guint i = 0; i < units->len; i++)
    {
      CogExchangeUnit *unit = g_ptr_array_index (units, i);
      char *base = g_steal_pointer (&unit->base);

      if (records != NULL)
        g_hash_table_replace (records, g_strdup (unit->id), base);
      else
        g_free (base);
    }
  text = g_string_new (NULL);
  format->begin (text, &folder->head->head);
  format->section (text, &folder->head->head, &section);
  format->end (text);
  return text;
}

typedef gboolean (*SectionFunc) (Folder *folder,
                                 const char *name,
                                 const GString *text,
                                 GError **error);

static gboolean
foreach_section (Folder *folder,
                 GHashTable *records,
                 SectionFunc func,
                 const CogProgress *progress,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (folder->project);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);
      g_autofree char *name = dup_name (info, i + 1);
      g_autoptr (GError) fault = NULL;
      GString *text;
      gboolean ok;

      cog_progress_tell (progress, (double)i / sections->len, _ ("Writing the text…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      text = info->is_omitted ? NULL : make_text (folder, info, records, &fault);
      if (fault != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      ok = text == NULL || func (folder, name, text, error);
      if (text != NULL)
        g_string_free (text, TRUE);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static char *
dup_sum (const GString *text)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)text->str, text->len);
}

static char *
dup_file_sum (const Folder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);

  return cog_exchange_state_dup_sum (path);
}

/* A file that somebody changed, and that is what we would write, is no obstacle. */
static gboolean
pass_same (Folder *folder, const char *name, const GString *text, GError **error)
{
  g_autofree char *sum = NULL;
  g_autofree char *there = NULL;

  if (!g_hash_table_contains (folder->changed, name))
    return TRUE;
  sum = dup_sum (text);
  there = dup_file_sum (folder, name);
  if (g_strcmp0 (sum, there) == 0)
    g_hash_table_remove (folder->changed, name);
  return TRUE;
}

static gboolean
write_file (Folder *folder, const char *name, const GString *text, GError **error)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autofree char *sum = dup_sum (text);
  g_autofree char *there = cog_exchange_state_dup_sum (path);

  g_hash_table_add (folder->written, g_strdup (name));
  if (g_strcmp0 (sum, there) != 0 && !cog_replacement_write (path, text->str, text->len, error))
    return FALSE;
  g_hash_table_replace (folder->state->files, g_strdup (name), g_steal_pointer (&sum));
  return TRUE;
}

static gboolean
find_changed (Folder *folder, GError **error)
{
  g_autoptr (GPtrArray) names = list_names (folder->path, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *sum = dup_file_sum (folder, name);

      if (g_strcmp0 (g_hash_table_lookup (folder->state->files, name), sum) != 0)
        g_hash_table_add (folder->changed, g_strdup (name));
    }
  return TRUE;
}

static gboolean
refuse_changed (Folder *folder, GError **error)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, folder->changed);
  if (!g_hash_table_iter_next (&iter, &name, NULL))
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
               /* Translators: a folder, and a file in it. */
               _ ("%s: %s was changed by somebody else. Take back what is there first, so that "
                  "nothing of it is lost."),
               folder->path, (const char *)name);
  return FALSE;
}

/* Of sections that are gone, or have another name now. All that is left is as we know it. */
static gboolean
remove_gone (Folder *folder, GError **error)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, folder->state->files);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *path = NULL;

      if (g_hash_table_contains (folder->written, name))
        continue;
      /* The names are from a file: nothing outside of the folder. */
      path = g_build_filename (folder->path, name, NULL);
      if (strchr (name, G_DIR_SEPARATOR) == NULL && g_str_has_suffix (name, ".xlf") &&
          g_unlink (path) != 0 && errno != ENOENT)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
                       g_strerror (errno));
          return FALSE;
        }
      g_hash_table_iter_remove (&iter);
    }
  return TRUE;
}

static gboolean
open_folder (Folder *folder, CogProject *project, const char *path, GError **error)
{
  folder->project = project;
  folder->path = path;
  folder->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  folder->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  folder->state = cog_exchange_state_load (path, cog_project_get_path (project), error);
  return folder->state != NULL;
}

gboolean
cog_exchange_folder_export (CogProject *project,
                            const char *path,
                            const CogProgress *progress,
                            GCancellable *cancellable,
                            CogExchangeCount *count,
                            GError **error)
{
  g_auto (Folder) folder = { NULL };

  g_return_val_if_fail (COG_IS_PROJECT (project) && path != NULL && count != NULL, FALSE);

  if (g_mkdir_with_parents (path, 0777) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
                   g_strerror (errno));
      return FALSE;
    }
  if (!open_folder (&folder, project, path, error) || !find_changed (&folder, error))
    return FALSE;
  folder.head = cog_exchange_head_new (project, NULL);
  if (g_hash_table_size (folder.changed) > 0 &&
      !foreach_section (&folder, NULL, pass_same, progress, cancellable, error))
    return FALSE;
  if (!refuse_changed (&folder, error))
    return FALSE;
  *count = (CogExchangeCount){ 0 };
  folder.count = count;
  g_hash_table_remove_all (folder.state->units);
  return foreach_section (&folder, folder.state->units, write_file, progress, cancellable, error) &&
         remove_gone (&folder, error) && cog_exchange_state_save (folder.state, error);
}

/* What Git leaves in a file where it could not merge. */
static gboolean
is_merged (const char *path, GError **error)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  if (!g_str_has_prefix (text, "<<<<<<< ") && strstr (text, "\n<<<<<<< ") == NULL)
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: a file name. */
               _ ("%s: two people changed the same passage, and Git has left both. Choose one "
                  "there first."),
               path);
  return FALSE;
}

gboolean
cog_exchange_folder_read (CogExchangePlan *plan,
                          CogProject *project,
                          const char *path,
                          const CogProgress *progress,
                          GCancellable *cancellable,
                          GError **error)
{
  g_auto (Folder) folder = { NULL };
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (plan != NULL && COG_IS_PROJECT (project) && path != NULL, FALSE);

  names = list_names (path, error);
  if (names == NULL || !open_folder (&folder, project, path, error))
    return FALSE;
  if (names->len == 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   /* Translators: a folder. */
                   _ ("%s: has no files of a translation (.xlf)."), path);
      return FALSE;
    }
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      cog_progress_tell (progress, (double)i / names->len, _ ("Reading what came back…"));
      if (!is_merged (file, error) ||
          !cog_exchange_plan_read (plan, file, folder.state->units, NULL, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* Files with something that was not settled: they are not to be written over unasked. */
static GHashTable *
list_open (CogExchangePlan *plan, gboolean keeps_ours)
{
  GHashTable *open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *items = cog_exchange_plan_get_items (plan);

  for (guint i = 0; i < items->len; i++)
    {
      const CogExchangeItem *item = g_ptr_array_index (items, i);
      const char *colon = strrchr (item->place, ':');
      gboolean is_open = item->outcome == COG_EXCHANGE_REFUSED ||
                         (item->outcome == COG_EXCHANGE_CONFLICT && !item->is_theirs);

      if (is_open && !keeps_ours && colon != NULL)
        g_hash_table_add (open, g_strndup (item->place, (gsize)(colon - item->place)));
    }
  return open;
}

static void
agree_on_units (CogExchangePlan *plan, GHashTable *units, gboolean keeps_ours)
{
  GPtrArray *items = cog_exchange_plan_get_items (plan);
  GHashTableIter iter;
  gpointer id, record;

  g_hash_table_iter_init (&iter, cog_exchange_plan_get_agreed (plan));
  while (g_hash_table_iter_next (&iter, &id, &record))
    g_hash_table_replace (units, g_strdup (id), g_strdup (record));
  for (guint i = 0; keeps_ours && i < items->len; i++)
    {
      const CogExchangeItem *item = g_ptr_array_index (items, i);

      if (item->outcome == COG_EXCHANGE_CONFLICT && !item->is_theirs && item->record != NULL)
        g_hash_table_replace (units, g_strdup (item->unit), g_strdup (item->record));
    }
}

gboolean
cog_exchange_folder_agree (CogExchangePlan *plan,
                           CogProject *project,
                           const char *path,
                           gboolean keeps_ours,
                           GError **error)
{
  g_auto (Folder) folder = { NULL };
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GHashTable) open = NULL;

  g_return_val_if_fail (plan != NULL && COG_IS_PROJECT (project) && path != NULL, FALSE);

  names = list_names (path, error);
  if (names == NULL || !open_folder (&folder, project, path, error))
    return FALSE;
  agree_on_units (plan, folder.state->units, keeps_ours);
  open = list_open (plan, keeps_ours);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      char *sum = dup_file_sum (&folder, name);

      if (sum != NULL && !g_hash_table_contains (open, name))
        g_hash_table_replace (folder.state->files, g_strdup (name), sum);
      else
        g_free (sum);
    }
  return cog_exchange_state_save (folder.state, error);
}
