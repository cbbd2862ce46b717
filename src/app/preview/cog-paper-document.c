/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-paper-document.h"

#include "cog-drawer.h"

/* Bytes of pictures of pages that are kept: five of a page on a usual screen. */
#define MAX_KEPT (48 * 1024 * 1024)

struct _CogPaperPage
{
  GObject parent_instance;
  double width, height;
  guint index;
  char *label;
};

G_DEFINE_FINAL_TYPE (CogPaperPage, cog_paper_page, G_TYPE_OBJECT)

struct _CogPaperDocument
{
  GObject parent_instance;
  CogDrawer *drawer; /* under the mutex, but for its list */
  GMutex mutex;
  GThreadPool *pool; /* of one thread: the pages in the order in which they were wanted */
  GListStore *pages;
  GQueue kept; /* (element-type Kept): newest first; under the mutex */
  gsize kept_size;
};

G_DEFINE_FINAL_TYPE (CogPaperDocument, cog_paper_document, G_TYPE_OBJECT)

static void
cog_paper_page_finalize (GObject *object)
{
  g_free (COG_PAPER_PAGE (object)->label);
  G_OBJECT_CLASS (cog_paper_page_parent_class)->finalize (object);
}

static void
cog_paper_page_class_init (CogPaperPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_paper_page_finalize;
}

static void
cog_paper_page_init (CogPaperPage *self)
{
}

double
cog_paper_page_get_width (CogPaperPage *self)
{
  g_return_val_if_fail (COG_IS_PAPER_PAGE (self), 0);
  return self->width;
}

double
cog_paper_page_get_height (CogPaperPage *self)
{
  g_return_val_if_fail (COG_IS_PAPER_PAGE (self), 0);
  return self->height;
}

guint
cog_paper_page_get_index (CogPaperPage *self)
{
  g_return_val_if_fail (COG_IS_PAPER_PAGE (self), 0);
  return self->index;
}

const char *
cog_paper_page_get_label (CogPaperPage *self)
{
  g_return_val_if_fail (COG_IS_PAPER_PAGE (self), NULL);
  return self->label;
}

void
cog_paper_sight_free (CogPaperSight *sight)
{
  g_clear_object (&sight->texture);
  g_free (sight->text);
  g_free (sight);
}

typedef struct
{
  guint page;
  double scale;
} Request;

typedef struct
{
  Request request;
  CogPaperSight *sight;
} Kept;

static gsize
get_size (const Kept *kept)
{
  return (gsize)gdk_texture_get_width (kept->sight->texture) *
         (gsize)gdk_texture_get_height (kept->sight->texture) * 4;
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  cog_paper_sight_free (kept->sight);
  g_free (kept);
}

static CogPaperSight *
copy_sight (const CogPaperSight *sight)
{
  CogPaperSight *copy = g_new0 (CogPaperSight, 1);

  copy->texture = g_object_ref (sight->texture);
  copy->text = g_strdup (sight->text);
  return copy;
}

/* (transfer full) (nullable) */
static CogPaperSight *
find_kept (CogPaperDocument *self, const Request *request)
{
  for (GList *l = self->kept.head; l != NULL; l = l->next)
    {
      const Kept *kept = l->data;

      if (kept->request.page != request->page || ABS (kept->request.scale - request->scale) > 1e-6)
        continue;
      g_queue_unlink (&self->kept, l);
      g_queue_push_head_link (&self->kept, l);
      return copy_sight (kept->sight);
    }
  return NULL;
}

static void
keep (CogPaperDocument *self, const Request *request, const CogPaperSight *sight)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->request = *request;
  kept->sight = copy_sight (sight);
  g_queue_push_head (&self->kept, kept);
  self->kept_size += get_size (kept);
  while (self->kept_size > MAX_KEPT)
    {
      Kept *oldest = g_queue_pop_tail (&self->kept);

      self->kept_size -= get_size (oldest);
      kept_free (oldest);
    }
}

/* (transfer full) (nullable) */
static CogPaperSight *
draw (CogPaperDocument *self, const Request *request, GCancellable *cancellable, GError **error)
{
  g_auto (CogSheetPicture) picture = { 0 };
  CogPaperSight *sight;

  if (!cog_drawer_draw (self->drawer, request->page, request->scale, cancellable, &picture, error))
    return NULL;
  sight = g_new0 (CogPaperSight, 1);
  sight->texture = gdk_memory_texture_new ((int)picture.width, (int)picture.height,
                                           GDK_MEMORY_DEFAULT, picture.pixels, picture.stride);
  sight->text = g_steal_pointer (&picture.text);
  return sight;
}

static void
draw_in_thread (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  CogPaperDocument *self = g_task_get_source_object (task);
  const Request *request = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  CogPaperSight *sight;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_mutex_lock (&self->mutex);
  sight = find_kept (self, request);
  if (sight == NULL)
    {
      sight = draw (self, request, cancellable, &error);
      if (sight != NULL)
        keep (self, request, sight);
    }
  if (sight != NULL)
    g_task_return_pointer (task, sight, (GDestroyNotify)cog_paper_sight_free);
  else
    g_task_return_error (task, error);
  g_mutex_unlock (&self->mutex);
}

static void
cog_paper_document_finalize (GObject *object)
{
  CogPaperDocument *self = COG_PAPER_DOCUMENT (object);

  /* Every request holds the document: none is left, though its thread may be at its end. */
  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_clear_pointer (&self->drawer, cog_drawer_free);
  g_queue_clear_full (&self->kept, kept_free);
  g_mutex_clear (&self->mutex);
  g_object_unref (self->pages);
  G_OBJECT_CLASS (cog_paper_document_parent_class)->finalize (object);
}

static void
cog_paper_document_class_init (CogPaperDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_paper_document_finalize;
}

static void
cog_paper_document_init (CogPaperDocument *self)
{
  g_mutex_init (&self->mutex);
  self->pool = g_thread_pool_new (draw_in_thread, NULL, 1, FALSE, NULL);
  self->pages = g_list_store_new (COG_TYPE_PAPER_PAGE);
}

static void
list_pages (CogPaperDocument *self)
{
  const GPtrArray *sheets = cog_drawer_get_list (self->drawer)->sheets;

  for (guint i = 0; i < sheets->len; i++)
    {
      const CogSheet *sheet = g_ptr_array_index (sheets, i);
      g_autoptr (CogPaperPage) item = g_object_new (COG_TYPE_PAPER_PAGE, NULL);

      item->index = i;
      item->width = sheet->width;
      item->height = sheet->height;
      item->label = g_strdup (sheet->label);
      g_list_store_append (self->pages, item);
    }
}

CogPaperDocument *
cog_paper_document_new (CogSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogPaperDocument) self = NULL;
  CogDrawer *drawer;

  g_return_val_if_fail (source != NULL, NULL);

  drawer = cog_drawer_new (source, cancellable, error);
  if (drawer == NULL)
    return NULL;
  self = g_object_new (COG_TYPE_PAPER_DOCUMENT, NULL);
  self->drawer = drawer;
  list_pages (self);
  return g_steal_pointer (&self);
}

CogPaperDocument *
cog_paper_document_new_for_path (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogSource) source = cog_source_new_for_path (path, cancellable, error);

  return source != NULL ? cog_paper_document_new (source, cancellable, error) : NULL;
}

GListModel *
cog_paper_document_get_pages (CogPaperDocument *self)
{
  g_return_val_if_fail (COG_IS_PAPER_DOCUMENT (self), NULL);
  return G_LIST_MODEL (self->pages);
}

guint
cog_paper_document_find (CogPaperDocument *self, const char *title)
{
  const GPtrArray *marks;

  g_return_val_if_fail (COG_IS_PAPER_DOCUMENT (self), 0);

  marks = cog_drawer_get_list (self->drawer)->marks;
  for (guint i = 0; title != NULL && i < marks->len; i++)
    {
      const CogSheetMark *mark = g_ptr_array_index (marks, i);

      if (g_str_equal (mark->title, title))
        return mark->page;
    }
  return 0;
}

void
cog_paper_document_draw_async (CogPaperDocument *self,
                               guint page,
                               double scale,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (COG_IS_PAPER_DOCUMENT (self) && scale > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  request = g_new0 (Request, 1);
  request->page = page;
  request->scale = scale;
  g_task_set_task_data (task, request, g_free);
  g_thread_pool_push (self->pool, task, NULL);
}

CogPaperSight *
cog_paper_document_draw_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
