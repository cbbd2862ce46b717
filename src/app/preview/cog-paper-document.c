/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-paper-document.h"

#include <poppler.h>

/* Pixels of a side that a picture of a page may have: memory grows with its square. */
#define MAX_SIDE 6000
/* A file may say that it has any number of pages. */
#define MAX_PAGES 50000
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
  PopplerDocument *document; /* under the mutex */
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

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), (gsize)height * (gsize)stride,
      (GDestroyNotify)cairo_surface_destroy, cairo_surface_reference (surface));
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, (gsize)stride);
}

static CogPaperSight *
draw (PopplerPage *page, double scale)
{
  CogPaperSight *sight = g_new0 (CogPaperSight, 1);
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  poppler_page_get_size (page, &width, &height);
  scale = MIN (scale, MAX_SIDE / MAX (MAX (width, height), 1));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int)(width * scale + .5)),
                                        MAX (1, (int)(height * scale + .5)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  sight->texture = make_texture (surface);
  cairo_surface_destroy (surface);
  sight->text = poppler_page_get_text (page);
  return sight;
}

static void
draw_in_thread (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  CogPaperDocument *self = g_task_get_source_object (task);
  const Request *request = g_task_get_task_data (task);
  CogPaperSight *sight;
  PopplerPage *page;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_mutex_lock (&self->mutex);
  sight = find_kept (self, request);
  page = sight == NULL ? poppler_document_get_page (self->document, (int)request->page) : NULL;
  if (page != NULL)
    {
      sight = draw (page, request->scale);
      keep (self, request, sight);
    }
  if (sight != NULL)
    g_task_return_pointer (task, sight, (GDestroyNotify)cog_paper_sight_free);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "page %u", request->page);
  g_clear_object (&page);
  g_mutex_unlock (&self->mutex);
}

static void
cog_paper_document_finalize (GObject *object)
{
  CogPaperDocument *self = COG_PAPER_DOCUMENT (object);

  /* Every request holds the document: none is left, though its thread may be at its end. */
  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_clear_object (&self->document);
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
  int n = MIN (poppler_document_get_n_pages (self->document), MAX_PAGES);

  for (int i = 0; i < n; i++)
    {
      PopplerPage *page = poppler_document_get_page (self->document, i);
      g_autoptr (CogPaperPage) item = g_object_new (COG_TYPE_PAPER_PAGE, NULL);

      item->index = (guint)i;
      if (page != NULL)
        {
          poppler_page_get_size (page, &item->width, &item->height);
          item->label = poppler_page_get_label (page);
        }
      if (item->label == NULL)
        item->label = g_strdup_printf ("%d", i + 1);
      g_clear_object (&page);
      g_list_store_append (self->pages, item);
    }
}

CogPaperDocument *
cog_paper_document_new (const char *path, GError **error)
{
  g_autoptr (CogPaperDocument) self = g_object_new (COG_TYPE_PAPER_DOCUMENT, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);

  self->document = uri != NULL ? poppler_document_new_from_file (uri, NULL, error) : NULL;
  if (self->document == NULL)
    return NULL;
  list_pages (self);
  return g_steal_pointer (&self);
}

CogPaperDocument *
cog_paper_document_new_for_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (CogPaperDocument) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (COG_TYPE_PAPER_DOCUMENT, NULL);
  self->document = poppler_document_new_from_bytes (bytes, NULL, error);
  if (self->document == NULL)
    return NULL;
  list_pages (self);
  return g_steal_pointer (&self);
}

GListModel *
cog_paper_document_get_pages (CogPaperDocument *self)
{
  g_return_val_if_fail (COG_IS_PAPER_DOCUMENT (self), NULL);
  return G_LIST_MODEL (self->pages);
}

static int
get_target (CogPaperDocument *self, const PopplerAction *action)
{
  const PopplerDest *dest =
      action->type == POPPLER_ACTION_GOTO_DEST ? action->goto_dest.dest : NULL;
  PopplerDest *named;
  int page;

  if (dest == NULL)
    return 0;
  if (dest->type != POPPLER_DEST_NAMED)
    return dest->page_num;
  named = poppler_document_find_dest (self->document, dest->named_dest);
  page = named != NULL ? named->page_num : 0;
  g_clear_pointer (&named, poppler_dest_free);
  return page;
}

/* Our own document: its outline is as deep as the book's chapters. */
static int
find_in (CogPaperDocument *self, PopplerIndexIter *iter, const char *title)
{
  int page = 0;

  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);

      if (action != NULL && g_strcmp0 (action->any.title, title) == 0)
        page = get_target (self, action);
      if (page == 0 && child != NULL)
        page = find_in (self, child, title);
      g_clear_pointer (&child, poppler_index_iter_free);
      g_clear_pointer (&action, poppler_action_free);
    }
  while (page == 0 && poppler_index_iter_next (iter));
  return page;
}

guint
cog_paper_document_find (CogPaperDocument *self, const char *title)
{
  PopplerIndexIter *iter;
  int page = 0;

  g_return_val_if_fail (COG_IS_PAPER_DOCUMENT (self), 0);

  if (title == NULL)
    return 0;
  g_mutex_lock (&self->mutex);
  iter = poppler_index_iter_new (self->document);
  if (iter != NULL)
    page = find_in (self, iter, title);
  g_clear_pointer (&iter, poppler_index_iter_free);
  g_mutex_unlock (&self->mutex);
  return page > 0 ? (guint)page - 1 : 0;
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
