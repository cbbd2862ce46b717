/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-book.h"

#include "cog-language.h"
#include "cog-licence.h"
#include "cog-project.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _CogShelfBook
{
  GObject parent_instance;
  char *path, *title, *language, *languages, *licence;
  double share;
  guint n_waiting;
  gint64 used; /* Unix, seconds */
};

G_DEFINE_FINAL_TYPE (CogShelfBook, cog_shelf_book, G_TYPE_OBJECT)

static void
cog_shelf_book_finalize (GObject *object)
{
  CogShelfBook *self = COG_SHELF_BOOK (object);

  g_free (self->path);
  g_free (self->title);
  g_free (self->language);
  g_free (self->languages);
  g_free (self->licence);
  G_OBJECT_CLASS (cog_shelf_book_parent_class)->finalize (object);
}

static void
cog_shelf_book_class_init (CogShelfBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_shelf_book_finalize;
}

static void
cog_shelf_book_init (CogShelfBook *self)
{
}

static void
count (CogShelfBook *self, CogProject *project)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  guint words = 0, done = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      words += info->n_words;
      done += info->n_words_done;
      self->n_waiting += info->n_by_state[COG_STATE_INITIAL];
    }
  self->share = words > 0 ? (double)done / words : 0;
}

CogShelfBook *
cog_shelf_book_new (const char *path, GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autofree char *source = NULL;
  g_autofree char *licence = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  CogShelfBook *self;
  GStatBuf status;

  g_return_val_if_fail (path != NULL, NULL);

  project = cog_project_open (path, COG_PROJECT_READ, error);
  if (project == NULL)
    return NULL;
  self = g_object_new (COG_TYPE_SHELF_BOOK, NULL);
  source = cog_project_dup_source_language (project);
  licence = cog_project_dup_licence (project);
  self->path = g_strdup (path);
  self->title = cog_project_dup_title (project);
  self->language = cog_project_dup_language (project);
  self->licence = licence != NULL ? cog_licence_dup_expression_name (licence) : NULL;
  from = cog_language_dup_own_name (source != NULL ? source : "und");
  to = cog_language_dup_own_name (self->language);
  /* Translators: languages of the original and of the adaptation, each isolated: "English →
   * العربية". */
  self->languages =
      g_strdup_printf (_ ("\xE2\x81\xA8%s\xE2\x81\xA9 → \xE2\x81\xA8%s\xE2\x81\xA9"), from, to);
  self->used = g_stat (path, &status) == 0 ? status.st_mtime : 0;
  count (self, project);
  return self;
}

const char *
cog_shelf_book_get_path (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), NULL);
  return self->path;
}

const char *
cog_shelf_book_get_title (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), NULL);
  return self->title;
}

const char *
cog_shelf_book_get_language (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), NULL);
  return self->language;
}

const char *
cog_shelf_book_get_languages (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), NULL);
  return self->languages;
}

const char *
cog_shelf_book_get_licence (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), NULL);
  return self->licence;
}

double
cog_shelf_book_get_share (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), 0);
  return self->share;
}

guint
cog_shelf_book_get_n_waiting (CogShelfBook *self)
{
  g_return_val_if_fail (COG_IS_SHELF_BOOK (self), 0);
  return self->n_waiting;
}

int
cog_shelf_book_compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  const CogShelfBook *first = *(CogShelfBook *const *)a, *second = *(CogShelfBook *const *)b;

  if (first->used != second->used)
    return first->used > second->used ? -1 : 1;
  return g_strcmp0 (first->title, second->title);
}

GPtrArray *
cog_shelf_book_list (const char *folder, GCancellable *cancellable)
{
  GPtrArray *books = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && !g_cancellable_is_cancelled (cancellable) &&
         (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      CogShelfBook *book =
          g_str_has_suffix (name, ".cognate") ? cog_shelf_book_new (path, NULL) : NULL;

      if (book != NULL)
        g_ptr_array_add (books, book);
    }
  g_ptr_array_sort_with_data (books, cog_shelf_book_compare, NULL);
  return books;
}
