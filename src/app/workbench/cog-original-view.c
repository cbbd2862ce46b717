/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-original-view-private.h"

#include "cog-original-reading.h"
#include "cog-scroll.h"

#include <glib/gi18n-lib.h>

#define MARGIN 12      /* pixels at the sides of the page, as in the template */
#define MAX_LENGTH 2e4 /* pixels: a hostile page may be a thousand times as high as it is wide */
#define MAX_LOOKS 20   /* turns of the main loop in which a page may come to have its size */

static guint go_to_signal;

G_DEFINE_FINAL_TYPE (CogOriginalView, cog_original_view, GTK_TYPE_WIDGET)

/* --- the page ------------------------------------------------------------------------------ */

guint
cog_original_view_get_n_pages (CogOriginalView *self)
{
  return self->document != NULL
             ? g_list_model_get_n_items (cog_paper_document_get_pages (self->document))
             : 0;
}

double
cog_original_view_get_scale (CogOriginalView *self)
{
  CogPaperPage *page = cog_paper_sheet_get_page (self->sheet);
  double width = page != NULL ? cog_paper_page_get_width (page) : 0;
  double longest = page != NULL ? MAX_LENGTH / MAX (cog_paper_page_get_height (page), 1) : 1;

  return MIN (cog_paper_fit_get_scale (&self->fit, width), longest);
}

static void
show_fault (CogOriginalView *self, const char *text)
{
  gtk_label_set_label (self->fault, text);
  gtk_stack_set_visible_child_name (self->stack, "fault");
}

static void
show_number (CogOriginalView *self)
{
  guint n = cog_original_view_get_n_pages (self);
  g_autofree char *text = NULL;

  if (n > 0 && self->page > 0)
    /* Translators: the number of a page, and how many there are. */
    text = g_strdup_printf (_ ("Page %u of %u"), self->page, n);
  gtk_label_set_label (self->number, text != NULL ? text : "");
}

/* The boxes of what is in hand, on the page that is shown. */
static void
show_marks (CogOriginalView *self)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  for (guint i = 0; i < self->places->len; i++)
    {
      const CogProjectPlace *there = g_ptr_array_index (self->places, i);
      const graphene_rect_t box =
          GRAPHENE_RECT_INIT ((float)there->place.x, (float)there->place.y,
                              (float)there->place.width, (float)there->place.height);

      if (there->place.page == self->page && g_strcmp0 (there->source, self->source) == 0)
        g_array_append_val (boxes, box);
    }
  cog_paper_sheet_set_marks (self->sheet, (graphene_rect_t *)(void *)boxes->data, boxes->len);
}

/* --- where it is scrolled to --------------------------------------------------------------- */

static const CogSourcePlace *
get_first_mark (CogOriginalView *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const CogProjectPlace *there = g_ptr_array_index (self->places, i);

      if (there->place.page == self->page && g_strcmp0 (there->source, self->source) == 0)
        return &there->place;
    }
  return NULL;
}

static gboolean
reveal_cb (gpointer user_data)
{
  CogOriginalView *self = user_data;
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroll);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroll);
  CogPaperPage *page = cog_paper_sheet_get_page (self->sheet);
  const CogSourcePlace *mark = get_first_mark (self);
  double scale = cog_original_view_get_scale (self);
  double height = page != NULL ? cog_paper_page_get_height (page) * scale : 0;

  /* The page has its size when it was laid out. */
  if (gtk_adjustment_get_upper (down) + 2 < height && self->n_looks++ < MAX_LOOKS)
    return G_SOURCE_CONTINUE;
  self->reveal_idle = 0;
  if (mark != NULL)
    {
      cog_scroll_show (down, mark->y * scale - MARGIN, mark->height * scale + 2 * MARGIN);
      cog_scroll_show (across, mark->x * scale, mark->width * scale);
    }
  else
    {
      gtk_adjustment_set_value (down, 0);
      gtk_adjustment_set_value (across, 0);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_reveal (CogOriginalView *self)
{
  self->n_looks = 0;
  if (self->reveal_idle == 0)
    self->reveal_idle = g_idle_add_full (G_PRIORITY_LOW, reveal_cb, self, NULL);
}

void
cog_original_view_apply_scale (GtkWidget *widget)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (widget);

  cog_paper_sheet_set_scale (self->sheet, cog_original_view_get_scale (self));
  queue_reveal (self);
}

/* Drawn before it is asked for. */
static void
draw_next (CogOriginalView *self)
{
  double scale =
      cog_original_view_get_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->page < cog_original_view_get_n_pages (self))
    cog_paper_document_draw_async (self->document, self->page, scale, NULL, NULL, NULL);
}

static void
show_page (CogOriginalView *self)
{
  guint n = cog_original_view_get_n_pages (self);
  g_autoptr (CogPaperPage) page = NULL;

  if (n == 0)
    return;
  self->page = CLAMP (self->page, 1, n);
  self->beyond = 0;
  page = g_list_model_get_item (cog_paper_document_get_pages (self->document), self->page - 1);
  show_number (self);
  cog_original_view_update_actions (self);
  if (cog_paper_page_get_width (page) <= 0 || cog_paper_page_get_height (page) <= 0)
    {
      cog_paper_sheet_set_page (self->sheet, NULL, NULL);
      show_fault (self, _ ("This page of the original cannot be shown."));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "page");
  if (page != cog_paper_sheet_get_page (self->sheet))
    {
      cog_paper_sheet_set_page (self->sheet, self->document, page);
      cog_original_view_apply_scale (GTK_WIDGET (self));
      draw_next (self);
    }
  show_marks (self);
  queue_reveal (self);
}

void
cog_original_view_turn_to (CogOriginalView *self, guint page)
{
  if (page == 0 || page > cog_original_view_get_n_pages (self) || page == self->page)
    return;
  self->page = page;
  show_page (self);
}

/* --- the file ------------------------------------------------------------------------------ */

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogPaperDocument) document = cog_original_read_finish (result, &error);

  /* Another file is wanted by now, or the view is closed. */
  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  gtk_spinner_stop (self->spinner);
  if (document == NULL)
    {
      show_fault (self, error->message);
      return;
    }
  g_set_object (&self->document, document);
  show_page (self);
}

static void
stop_reading (CogOriginalView *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
open_source (CogOriginalView *self, const char *source)
{
  stop_reading (self);
  g_free (self->source);
  self->source = g_strdup (source);
  cog_paper_sheet_set_page (self->sheet, NULL, NULL);
  g_clear_object (&self->document);
  show_number (self);
  cog_original_view_update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_spinner_start (self->spinner);
  self->reading = g_cancellable_new ();
  cog_original_read_async (self->project, source, self->reading, self, read_cb);
}

/* --- what is in hand ----------------------------------------------------------------------- */

static GPtrArray *
list_places (CogOriginalView *self)
{
  const char *unit = cog_place_get_unit (self->place);
  GPtrArray *places = unit != NULL ? cog_project_list_places (self->project, unit, NULL) : NULL;

  return places != NULL ? places
                        : g_ptr_array_new_with_free_func ((GDestroyNotify)cog_project_place_free);
}

static void
go_to_place (CogOriginalView *self, const CogProjectPlace *there)
{
  self->page = there->place.page;
  if (g_strcmp0 (there->source, self->source) != 0)
    open_source (self, there->source);
  else
    show_page (self);
}

/* A unit that was printed nowhere leaves the page as it is: one reads on. */
static void
follow (CogOriginalView *self)
{
  const char *section = cog_place_get_section (self->place);
  g_autoptr (CogProjectPlace) first = NULL;

  if (cog_project_is_closed (self->project))
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->is_stale = TRUE;
      return;
    }
  self->is_stale = FALSE;
  g_ptr_array_unref (self->places);
  self->places = list_places (self);
  if (self->places->len > 0)
    {
      go_to_place (self, g_ptr_array_index (self->places, 0));
      return;
    }
  show_marks (self);
  if (cog_place_get_unit (self->place) == NULL && section != NULL)
    first = cog_project_dup_first_place (self->project, section);
  if (first != NULL)
    go_to_place (self, first);
}

/* The structure changed: the unit in hand may have other origins. */
static void
changed_cb (CogProject *project, char **units, CogOriginalView *self)
{
  if (units == NULL)
    follow (self);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
cog_original_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (widget);
  const GtkAllocation all = { 0, 0, width, height };

  gtk_widget_size_allocate (self->root, &all, baseline);
  cog_paper_fit_allocate (&self->fit, width);
}

static void
cog_original_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (COG_ORIGINAL_VIEW (widget)->root, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
cog_original_view_map (GtkWidget *widget)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (widget);

  GTK_WIDGET_CLASS (cog_original_view_parent_class)->map (widget);
  cog_paper_sheet_set_in_sight (self->sheet, TRUE);
  if (self->is_stale)
    follow (self);
}

static void
cog_original_view_unmap (GtkWidget *widget)
{
  cog_paper_sheet_set_in_sight (COG_ORIGINAL_VIEW (widget)->sheet, FALSE);
  GTK_WIDGET_CLASS (cog_original_view_parent_class)->unmap (widget);
}

static void
cog_original_view_dispose (GObject *object)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (object);

  stop_reading (self);
  cog_paper_fit_clear (&self->fit);
  g_clear_handle_id (&self->reveal_idle, g_source_remove);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  g_clear_pointer (&self->root, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_object (&self->project);
  g_clear_object (&self->place);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  G_OBJECT_CLASS (cog_original_view_parent_class)->dispose (object);
}

static void
cog_original_view_class_init (CogOriginalViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_original_view_dispose;
  widget_class->size_allocate = cog_original_view_size_allocate;
  widget_class->measure = cog_original_view_measure;
  widget_class->map = cog_original_view_map;
  widget_class->unmap = cog_original_view_unmap;
  go_to_signal = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  cog_original_view_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "original");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (COG_TYPE_PAPER_SHEET);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-original-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CogOriginalView, root);
  gtk_widget_class_bind_template_child (widget_class, CogOriginalView, number);
  gtk_widget_class_bind_template_child (widget_class, CogOriginalView, fault);
  gtk_widget_class_bind_template_child (widget_class, CogOriginalView, stack);
  gtk_widget_class_bind_template_child (widget_class, CogOriginalView, spinner);
  gtk_widget_class_bind_template_child (widget_class, CogOriginalView, scroll);
  gtk_widget_class_bind_template_child (widget_class, CogOriginalView, sheet);
}

static void
failed_cb (CogPaperSheet *sheet, const char *sentence, CogOriginalView *self)
{
  show_fault (self, sentence);
}

static void
cog_original_view_init (CogOriginalView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cog_paper_fit_init (&self->fit, GTK_WIDGET (self), MARGIN, cog_original_view_apply_scale);
  self->is_stale = TRUE;
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_project_place_free);
  cog_paper_sheet_set_original (self->sheet);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Page of the original"), -1);
  g_signal_connect (self->sheet, "failed", G_CALLBACK (failed_cb), self);
  cog_original_view_watch_sheet (self);
  cog_original_view_update_actions (self);
}

GtkWidget *
cog_original_view_new (CogProject *project, CogPlace *place)
{
  CogOriginalView *self;

  g_return_val_if_fail (COG_IS_PROJECT (project) && COG_IS_PLACE (place), NULL);

  self = g_object_new (COG_TYPE_ORIGINAL_VIEW, NULL);
  self->project = g_object_ref (project);
  self->place = g_object_ref (place);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (place, "notify::unit", G_CALLBACK (follow), self);
  g_signal_connect_swapped (place, "notify::section", G_CALLBACK (follow), self);
  return GTK_WIDGET (self);
}
