/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-paper-sheet.h"

#include "cog-widget-colour.h"

#include <glib/gi18n-lib.h>

/* Characters of a page's text in its accessible name. */
#define MAX_TEXT 2000
/* Pixels between a mark and what is marked. */
#define AROUND 4

struct _CogPaperSheet
{
  GtkWidget parent_instance;
  CogPaperDocument *document;
  CogPaperPage *page;
  double scale;
  gboolean is_in_sight;
  GdkTexture *texture;   /* (nullable) */
  double texture_scale;  /* pixels of the device a point */
  GCancellable *drawing; /* (nullable) */
  gboolean is_original;
  GArray *marks; /* (element-type graphene_rect_t): points */
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (CogPaperSheet, cog_paper_sheet, GTK_TYPE_WIDGET)

static void
set_name (CogPaperSheet *self, const char *text)
{
  guint n = g_list_model_get_n_items (cog_paper_document_get_pages (self->document));
  guint page = cog_paper_page_get_index (self->page) + 1;
  g_autofree char *number = NULL;
  g_autofree char *flat = text != NULL ? g_strdelimit (g_strdup (text), "\n\r\f", ' ') : NULL;
  g_autofree char *part =
      flat != NULL ? g_utf8_substring (flat, 0, MIN (g_utf8_strlen (flat, -1), MAX_TEXT)) : NULL;
  g_autofree char *name = NULL;

  if (self->is_original)
    {
      /* Translators: the number of a page in the book that is adapted. */
      name = g_strdup_printf (_ ("Page %u of the original"), page);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      part != NULL ? g_strstrip (part) : "", -1);
    }
  else
    {
      /* Translators: the number of a page, and how many there are. */
      number = g_strdup_printf (_ ("Page %u of %u"), page, n);
      name =
          part != NULL ? g_strdup_printf ("%s: %s", number, g_strstrip (part)) : g_strdup (number);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
drawn_cb (GObject *document, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogPaperSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  CogPaperSight *sight = cog_paper_document_draw_finish (result, &error);
  gboolean is_wanted = g_task_get_cancellable (G_TASK (result)) == self->drawing;

  /* Scrolled away, or another page by now. */
  if (sight == NULL && (!is_wanted || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    return;
  if (is_wanted)
    g_clear_object (&self->drawing);
  if (sight == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error->message);
      return;
    }
  if (is_wanted)
    {
      g_set_object (&self->texture, sight->texture);
      set_name (self, sight->text);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  cog_paper_sight_free (sight);
}

static void
stop (CogPaperSheet *self)
{
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
}

static void
update (CogPaperSheet *self)
{
  double wanted = self->scale * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->page == NULL || !self->is_in_sight)
    {
      stop (self);
      g_clear_object (&self->texture);
      self->texture_scale = 0;
      return;
    }
  if (wanted <= 0 || ABS (self->texture_scale - wanted) < 1e-6)
    return;
  stop (self);
  self->drawing = g_cancellable_new ();
  self->texture_scale = wanted;
  cog_paper_document_draw_async (self->document, cog_paper_page_get_index (self->page), wanted,
                                 self->drawing, drawn_cb, g_object_ref (self));
}

static void
cog_paper_sheet_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  CogPaperSheet *self = COG_PAPER_SHEET (widget);
  double points = self->page == NULL ? 1
                  : orientation == GTK_ORIENTATION_HORIZONTAL
                      ? cog_paper_page_get_width (self->page)
                      : cog_paper_page_get_height (self->page);

  *minimum = *natural = MAX (1, (int)(points * self->scale + .5));
}

/* Where one is, in blue: over the paper, which is white. */
static void
snapshot_mark (CogPaperSheet *self, GtkSnapshot *snapshot, const graphene_rect_t *box)
{
  float scale = (float)self->scale;
  graphene_rect_t place = GRAPHENE_RECT_INIT (
      box->origin.x * scale - AROUND, box->origin.y * scale - AROUND,
      box->size.width * scale + 2 * AROUND, box->size.height * scale + 2 * AROUND);
  const float widths[4] = { 2, 2, 2, 2 };
  GdkRGBA colour = { .11f, .44f, .85f, 1 };
  GskRoundedRect ring;

  cog_widget_lookup_colour (GTK_WIDGET (self), "accent_bg_color", &colour);
  gsk_rounded_rect_init_from_rect (&ring, &place, 4);
  gtk_snapshot_append_border (snapshot, &ring, widths,
                              (GdkRGBA[]){ colour, colour, colour, colour });
  colour.alpha = .1f;
  gtk_snapshot_push_rounded_clip (snapshot, &ring);
  gtk_snapshot_append_color (snapshot, &colour, &place);
  gtk_snapshot_pop (snapshot);
}

/* Paper is white, also at night. Until it is drawn, it is empty; a picture of another size serves
 * meanwhile. */
static void
cog_paper_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogPaperSheet *self = COG_PAPER_SHEET (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                            (float)gtk_widget_get_height (widget));
  const GdkRGBA white = { 1, 1, 1, 1 };

  gtk_snapshot_append_color (snapshot, &white, &all);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &all);
  for (guint i = 0; i < self->marks->len; i++)
    snapshot_mark (self, snapshot, &g_array_index (self->marks, graphene_rect_t, i));
}

static void
cog_paper_sheet_dispose (GObject *object)
{
  CogPaperSheet *self = COG_PAPER_SHEET (object);

  stop (self);
  g_clear_object (&self->texture);
  g_clear_object (&self->page);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (cog_paper_sheet_parent_class)->dispose (object);
}

static void
cog_paper_sheet_finalize (GObject *object)
{
  g_array_unref (COG_PAPER_SHEET (object)->marks);
  G_OBJECT_CLASS (cog_paper_sheet_parent_class)->finalize (object);
}

static void
cog_paper_sheet_class_init (CogPaperSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_paper_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_paper_sheet_finalize;
  widget_class->measure = cog_paper_sheet_measure;
  widget_class->snapshot = cog_paper_sheet_snapshot;
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cog_paper_sheet_init (CogPaperSheet *self)
{
  self->scale = 1;
  self->marks = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
cog_paper_sheet_set_page (CogPaperSheet *self, CogPaperDocument *document, CogPaperPage *page)
{
  g_return_if_fail (COG_IS_PAPER_SHEET (self));

  g_set_object (&self->document, document);
  if (!g_set_object (&self->page, page))
    return;
  stop (self);
  g_clear_object (&self->texture);
  self->texture_scale = 0;
  if (page != NULL)
    set_name (self, NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update (self);
}

CogPaperPage *
cog_paper_sheet_get_page (CogPaperSheet *self)
{
  g_return_val_if_fail (COG_IS_PAPER_SHEET (self), NULL);
  return self->page;
}

void
cog_paper_sheet_set_scale (CogPaperSheet *self, double scale)
{
  g_return_if_fail (COG_IS_PAPER_SHEET (self) && scale > 0);

  if (ABS (self->scale - scale) < 1e-9)
    return;
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update (self);
}

void
cog_paper_sheet_set_in_sight (CogPaperSheet *self, gboolean in_sight)
{
  g_return_if_fail (COG_IS_PAPER_SHEET (self));

  self->is_in_sight = in_sight;
  update (self);
}

void
cog_paper_sheet_set_original (CogPaperSheet *self)
{
  g_return_if_fail (COG_IS_PAPER_SHEET (self));
  self->is_original = TRUE;
}

void
cog_paper_sheet_set_marks (CogPaperSheet *self, const graphene_rect_t *boxes, guint n)
{
  g_return_if_fail (COG_IS_PAPER_SHEET (self) && (n == 0 || boxes != NULL));

  g_array_set_size (self->marks, 0);
  if (n > 0)
    g_array_append_vals (self->marks, boxes, n);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
