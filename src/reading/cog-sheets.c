/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-sheets.h"

#include <math.h>
#include <poppler.h>

#define MAX_MARKS 20000
#define MAX_DEPTH 32 /* of an outline: a hostile one may have no bottom */

struct _CogSheets
{
  PopplerDocument *document;
};

static void
sheet_free (gpointer data)
{
  CogSheet *sheet = data;

  g_free (sheet->label);
  g_free (sheet);
}

static void
mark_free (gpointer data)
{
  CogSheetMark *mark = data;

  g_free (mark->title);
  g_free (mark);
}

CogSheetList *
cog_sheet_list_new (void)
{
  CogSheetList *list = g_new0 (CogSheetList, 1);

  list->sheets = g_ptr_array_new_with_free_func (sheet_free);
  list->marks = g_ptr_array_new_with_free_func (mark_free);
  return list;
}

void
cog_sheet_list_free (CogSheetList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->sheets);
  g_ptr_array_unref (list->marks);
  g_free (list);
}

void
cog_sheet_list_add (CogSheetList *list, double width, double height, const char *label)
{
  CogSheet *sheet = g_new0 (CogSheet, 1);

  g_return_if_fail (list != NULL);

  sheet->width = width;
  sheet->height = height;
  sheet->label = label != NULL ? g_strdup (label) : g_strdup_printf ("%u", list->sheets->len + 1);
  g_ptr_array_add (list->sheets, sheet);
}

void
cog_sheet_list_add_mark (CogSheetList *list, const char *title, guint page)
{
  CogSheetMark *mark = g_new0 (CogSheetMark, 1);

  g_return_if_fail (list != NULL && title != NULL);

  mark->title = g_strdup (title);
  mark->page = page;
  g_ptr_array_add (list->marks, mark);
}

void
cog_sheet_picture_clear (CogSheetPicture *picture)
{
  g_clear_pointer (&picture->pixels, g_bytes_unref);
  g_clear_pointer (&picture->text, g_free);
}

CogSheets *
cog_sheets_new (GBytes *bytes, GError **error)
{
  PopplerDocument *document;
  CogSheets *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  document = poppler_document_new_from_bytes (bytes, NULL, error);
  if (document == NULL)
    return NULL;
  self = g_new0 (CogSheets, 1);
  self->document = document;
  return self;
}

void
cog_sheets_free (CogSheets *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->document);
  g_free (self);
}

/* The number of the page, from 1; 0: it leads to none. */
static int
find_target (CogSheets *self, const PopplerAction *action)
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

static void
list_marks (CogSheets *self, PopplerIndexIter *iter, CogSheetList *list, guint depth)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = depth < MAX_DEPTH ? poppler_index_iter_get_child (iter) : NULL;
      int page = action != NULL ? find_target (self, action) : 0;

      if (page > 0 && action->any.title != NULL)
        cog_sheet_list_add_mark (list, action->any.title, (guint)page - 1);
      if (child != NULL)
        list_marks (self, child, list, depth + 1);
      g_clear_pointer (&child, poppler_index_iter_free);
      g_clear_pointer (&action, poppler_action_free);
    }
  while (list->marks->len < MAX_MARKS && poppler_index_iter_next (iter));
}

CogSheetList *
cog_sheets_list (CogSheets *self)
{
  CogSheetList *list = cog_sheet_list_new ();
  PopplerIndexIter *iter;
  int n;

  g_return_val_if_fail (self != NULL, NULL);

  n = MIN (poppler_document_get_n_pages (self->document), COG_SHEETS_MAX);
  for (int i = 0; i < n; i++)
    {
      PopplerPage *page = poppler_document_get_page (self->document, i);
      g_autofree char *label = page != NULL ? poppler_page_get_label (page) : NULL;
      double width = 0, height = 0;

      if (page != NULL)
        poppler_page_get_size (page, &width, &height);
      if (!isfinite (width) || !isfinite (height) || width <= 0 || height <= 0)
        width = height = 0;
      cog_sheet_list_add (list, width, height, label);
      g_clear_object (&page);
    }
  iter = poppler_index_iter_new (self->document);
  if (iter != NULL)
    list_marks (self, iter, list, 0);
  g_clear_pointer (&iter, poppler_index_iter_free);
  return list;
}

static GBytes *
take_pixels (cairo_surface_t *surface, CogSheetPicture *picture)
{
  cairo_surface_flush (surface);
  picture->width = (guint)cairo_image_surface_get_width (surface);
  picture->height = (guint)cairo_image_surface_get_height (surface);
  picture->stride = (guint)cairo_image_surface_get_stride (surface);
  return g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                     (gsize)picture->height * picture->stride,
                                     (GDestroyNotify)cairo_surface_destroy, surface);
}

gboolean
cog_sheets_draw (CogSheets *self, guint index, double scale, CogSheetPicture *picture)
{
  PopplerPage *page;
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  g_return_val_if_fail (self != NULL && scale > 0, FALSE);

  page = index < COG_SHEETS_MAX ? poppler_document_get_page (self->document, (int)index) : NULL;
  if (page == NULL)
    return FALSE;
  poppler_page_get_size (page, &width, &height);
  scale = MIN (scale, COG_SHEET_MAX_SIDE / MAX (MAX (width, height), 1));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                        (int)CLAMP (width * scale + .5, 1, COG_SHEET_MAX_SIDE),
                                        (int)CLAMP (height * scale + .5, 1, COG_SHEET_MAX_SIDE));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  picture->text = poppler_page_get_text (page);
  if (picture->text == NULL)
    picture->text = g_strdup ("");
  picture->pixels = take_pixels (surface, picture);
  g_object_unref (page);
  return TRUE;
}
