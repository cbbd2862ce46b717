/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-app-state.h"

#include <string.h>

#define DELAY 400         /* milliseconds: one write for a row of changes */
#define MAX_PROJECTS 1000 /* those opened longest ago are forgotten first */
#define MAX_SIZE (1024 * 1024)
#define MIN_SIDE 200
#define MAX_SIDE 20000
#define WINDOW "window"
#define CHOICES "choices"
#define PROJECT "project "

struct _CogAppState
{
  GObject parent_instance;
  char *file;
  GKeyFile *keys; /* as the person sees it; main thread */
  guint timeout;
  GMutex mutex;      /* for changes; held for moments */
  GKeyFile *changes; /* not written yet; an empty value removes */
  GMutex writing;    /* held while the file is read and written */
};

G_DEFINE_FINAL_TYPE (CogAppState, cog_app_state, G_TYPE_OBJECT)

/* A path may hold what no group's name may; its hash may not. */
static char *
dup_group (const char *project)
{
  g_autofree char *path = g_canonicalize_filename (project, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  hash[24] = '\0';
  return g_strconcat (PROJECT, hash, NULL);
}

/* Whatever stands there: a file that is no key file counts as empty. */
static GKeyFile *
load (const char *file)
{
  GKeyFile *keys = g_key_file_new ();
  g_autofree char *text = NULL;
  gsize length;

  if (g_file_get_contents (file, &text, &length, NULL) && length <= MAX_SIZE &&
      !g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, NULL))
    {
      g_key_file_free (keys);
      keys = g_key_file_new ();
    }
  return keys;
}

static void
put (GKeyFile *keys, const char *group, const char *key, const char *value)
{
  if (value[0] != '\0')
    g_key_file_set_string (keys, group, key, value);
  else
    g_key_file_remove_key (keys, group, key, NULL);
}

static void
overlay (GKeyFile *keys, GKeyFile *changes)
{
  g_auto (GStrv) groups = g_key_file_get_groups (changes, NULL);

  for (guint g = 0; groups[g] != NULL; g++)
    {
      g_auto (GStrv) names = g_key_file_get_keys (changes, groups[g], NULL, NULL);

      for (guint i = 0; names != NULL && names[i] != NULL; i++)
        {
          g_autofree char *value = g_key_file_get_string (changes, groups[g], names[i], NULL);

          put (keys, groups[g], names[i], value != NULL ? value : "");
        }
    }
}

typedef struct
{
  char *group;
  gint64 opened;
} Kept;

static void
kept_clear (gpointer data)
{
  g_free (((Kept *)data)->group);
}

static int
compare_kept (gconstpointer a, gconstpointer b)
{
  const Kept *first = a, *second = b;

  return first->opened < second->opened ? 1 : first->opened > second->opened ? -1 : 0;
}

/* Groups that say nothing any more, and those of projects beyond the limit. */
static void
tidy (GKeyFile *keys)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_auto (GStrv) groups = g_key_file_get_groups (keys, NULL);

  g_array_set_clear_func (kept, kept_clear);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      Kept entry = { groups[i], g_key_file_get_int64 (keys, groups[i], "opened", NULL) };

      if (!g_str_has_prefix (groups[i], PROJECT))
        continue;
      if (!g_key_file_has_key (keys, groups[i], "path", NULL))
        {
          g_key_file_remove_group (keys, groups[i], NULL);
          continue;
        }
      entry.group = g_strdup (groups[i]);
      g_array_append_val (kept, entry);
    }
  g_array_sort (kept, compare_kept);
  for (guint i = MAX_PROJECTS; i < kept->len; i++)
    g_key_file_remove_group (keys, g_array_index (kept, Kept, i).group, NULL);
}

/* Any thread. Takes the changes only once it is its turn to write, so that a later call never has
 * older ones. */
static void
write_changes (CogAppState *self)
{
  g_autoptr (GKeyFile) changes = NULL;

  g_mutex_lock (&self->writing);
  g_mutex_lock (&self->mutex);
  changes = g_steal_pointer (&self->changes);
  g_mutex_unlock (&self->mutex);
  if (changes != NULL)
    {
      g_autoptr (GKeyFile) keys = load (self->file);
      g_autofree char *folder = g_path_get_dirname (self->file);
      g_autofree char *text = NULL;
      gsize length;

      overlay (keys, changes);
      tidy (keys);
      text = g_key_file_to_data (keys, &length, NULL);
      g_mkdir_with_parents (folder, 0700);
      g_file_set_contents_full (self->file, text, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT,
                                0600, NULL);
    }
  g_mutex_unlock (&self->writing);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  write_changes (source);
  g_task_return_boolean (task, TRUE);
}

static gboolean
timeout_cb (gpointer user_data)
{
  CogAppState *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  self->timeout = 0;
  g_task_run_in_thread (task, write_in_thread);
  return G_SOURCE_REMOVE;
}

static void
set (CogAppState *self, const char *group, const char *key, const char *value)
{
  put (self->keys, group, key, value);
  g_mutex_lock (&self->mutex);
  if (self->changes == NULL)
    self->changes = g_key_file_new ();
  g_key_file_set_string (self->changes, group, key, value);
  g_mutex_unlock (&self->mutex);
  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY, timeout_cb, self);
}

static void
set_number (CogAppState *self, const char *group, const char *key, gint64 number)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  set (self, group, key, value);
}

static void
cog_app_state_finalize (GObject *object)
{
  CogAppState *self = COG_APP_STATE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  write_changes (self);
  g_key_file_free (self->keys);
  g_mutex_clear (&self->mutex);
  g_mutex_clear (&self->writing);
  g_free (self->file);
  G_OBJECT_CLASS (cog_app_state_parent_class)->finalize (object);
}

static void
cog_app_state_class_init (CogAppStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_app_state_finalize;
}

static void
cog_app_state_init (CogAppState *self)
{
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->writing);
}

static char *
dup_default_file (void)
{
  const char *moved = g_getenv ("COGNATE_STATE_DIR");

  if (moved != NULL && moved[0] != '\0')
    return g_build_filename (moved, "state", NULL);
  return g_build_filename (g_get_user_state_dir (), "cognate", "state", NULL);
}

CogAppState *
cog_app_state_new (const char *file)
{
  CogAppState *self = g_object_new (COG_TYPE_APP_STATE, NULL);

  self->file = file != NULL ? g_strdup (file) : dup_default_file ();
  self->keys = load (self->file);
  return self;
}

CogAppState *
cog_app_state_get_default (void)
{
  static CogAppState *state;

  if (state == NULL)
    state = cog_app_state_new (NULL);
  return state;
}

gboolean
cog_app_state_get_window (CogAppState *self, int *width, int *height, gboolean *is_maximised)
{
  int w, h;

  g_return_val_if_fail (COG_IS_APP_STATE (self), FALSE);

  w = g_key_file_get_integer (self->keys, WINDOW, "width", NULL);
  h = g_key_file_get_integer (self->keys, WINDOW, "height", NULL);
  if (w < MIN_SIDE || w > MAX_SIDE || h < MIN_SIDE || h > MAX_SIDE)
    return FALSE;
  *width = w;
  *height = h;
  *is_maximised = g_key_file_get_integer (self->keys, WINDOW, "maximised", NULL) != 0;
  return TRUE;
}

void
cog_app_state_set_window (CogAppState *self, int width, int height, gboolean is_maximised)
{
  g_return_if_fail (COG_IS_APP_STATE (self));

  set_number (self, WINDOW, "width", width);
  set_number (self, WINDOW, "height", height);
  set_number (self, WINDOW, "maximised", is_maximised ? 1 : 0);
}

gint64
cog_app_state_get_opened (CogAppState *self, const char *project)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (COG_IS_APP_STATE (self) && project != NULL, 0);

  group = dup_group (project);
  return MAX (0, g_key_file_get_int64 (self->keys, group, "opened", NULL));
}

static void
set_path (CogAppState *self, const char *group, const char *project)
{
  g_autofree char *path = g_canonicalize_filename (project, NULL);
  g_autofree char *valid = g_utf8_make_valid (path, -1);

  set (self, group, "path", valid);
}

void
cog_app_state_set_opened (CogAppState *self, const char *project, gint64 time)
{
  g_autofree char *group = NULL;

  g_return_if_fail (COG_IS_APP_STATE (self) && project != NULL);

  group = dup_group (project);
  set_path (self, group, project);
  set_number (self, group, "opened", time);
}

gboolean
cog_app_state_get_place (CogAppState *self, const char *project, char **section, char **unit)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (COG_IS_APP_STATE (self) && project != NULL, FALSE);

  group = dup_group (project);
  *section = g_key_file_get_string (self->keys, group, "section", NULL);
  *unit = g_key_file_get_string (self->keys, group, "unit", NULL);
  return *section != NULL || *unit != NULL;
}

void
cog_app_state_set_place (CogAppState *self,
                         const char *project,
                         const char *section,
                         const char *unit)
{
  g_autofree char *group = NULL;

  g_return_if_fail (COG_IS_APP_STATE (self) && project != NULL);

  group = dup_group (project);
  set_path (self, group, project);
  set (self, group, "section", section != NULL ? section : "");
  set (self, group, "unit", unit != NULL ? unit : "");
}

void
cog_app_state_set_origin (CogAppState *self,
                          const char *project,
                          const char *origin,
                          const char *mark)
{
  g_autofree char *group = NULL;
  g_autofree char *path = NULL;
  g_autofree char *valid = NULL;

  g_return_if_fail (COG_IS_APP_STATE (self) && project != NULL && origin != NULL && mark != NULL);

  group = dup_group (project);
  path = g_canonicalize_filename (origin, NULL);
  valid = g_utf8_make_valid (path, -1);
  set_path (self, group, project);
  set (self, group, "origin", valid);
  set (self, group, "mark", mark);
}

char *
cog_app_state_dup_copy_of (CogAppState *self, const char *origin, char **mark)
{
  g_auto (GStrv) groups = NULL;
  g_autofree char *path = NULL;
  g_autofree char *valid = NULL;

  g_return_val_if_fail (COG_IS_APP_STATE (self) && origin != NULL && mark != NULL, NULL);

  path = g_canonicalize_filename (origin, NULL);
  valid = g_utf8_make_valid (path, -1);
  groups = g_key_file_get_groups (self->keys, NULL);
  for (guint i = g_strv_length (groups); i > 0; i--)
    {
      g_autofree char *from = g_key_file_get_string (self->keys, groups[i - 1], "origin", NULL);
      char *project = g_strcmp0 (from, valid) == 0
                          ? g_key_file_get_string (self->keys, groups[i - 1], "path", NULL)
                          : NULL;

      if (project == NULL)
        continue;
      *mark = g_key_file_get_string (self->keys, groups[i - 1], "mark", NULL);
      return project;
    }
  return NULL;
}

void
cog_app_state_move_project (CogAppState *self, const char *project, const char *to)
{
  g_autofree char *group = NULL;
  g_autofree char *section = NULL;
  g_autofree char *unit = NULL;
  static const char *const keys[] = { "path", "opened", "section", "unit", "origin", "mark" };
  gint64 opened;

  g_return_if_fail (COG_IS_APP_STATE (self) && project != NULL);

  group = dup_group (project);
  opened = cog_app_state_get_opened (self, project);
  if (cog_app_state_get_place (self, project, &section, &unit) && to != NULL)
    cog_app_state_set_place (self, to, section, unit);
  if (opened > 0 && to != NULL)
    cog_app_state_set_opened (self, to, opened);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    set (self, group, keys[i], "");
}

char *
cog_app_state_dup_choice (CogAppState *self, const char *question)
{
  g_return_val_if_fail (COG_IS_APP_STATE (self) && question != NULL, NULL);

  return g_key_file_get_string (self->keys, CHOICES, question, NULL);
}

void
cog_app_state_set_choice (CogAppState *self, const char *question, const char *answer)
{
  g_return_if_fail (COG_IS_APP_STATE (self) && question != NULL);

  set (self, CHOICES, question, answer != NULL ? answer : "");
}

void
cog_app_state_flush (CogAppState *self)
{
  g_return_if_fail (COG_IS_APP_STATE (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  write_changes (self);
}
