/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-original-view.h"

#include "cog-original-reading.h"
#include "cog-paper-sheet.h"
#include "cog-project-places.h"
#include "cog-scroll.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 12      /* pixels at the sides of the page, as in the template */
#define MAX_FIT 1.9    /* pixels a point: on a wide screen a page need not be wider than that */
#define MIN_SCALE .05  /* before the view has a size */
#define MAX_LENGTH 2e4 /* pixels: a hostile page may be a thousand times as high as it is wide */
#define MAX_ZOOM 4
#define ZOOM_STEP 1.25
#define MAX_LOOKS 20 /* turns of the main loop in which a page may come to have its size */
#define TURN 2       /* steps of the wheel beyond the end of a page that turn it */

struct _CogOriginalView
{
  GtkWidget parent_instance;
  CogProject *project;
  CogPlace *place;
  char *source;               /* whose file is shown, or being read (nullable) */
  GCancellable *reading;      /* (nullable) */
  CogPaperDocument *document; /* (nullable) */
  guint page;                 /* that is shown, or will be, from 1; 0: none */
  GPtrArray *places;          /* (element-type CogProjectPlace): of the unit in hand */
  double zoom;                /* 1: as wide as there is room */
  double beyond;              /* steps of the wheel */
  int width;                  /* for which the scale was made */
  guint fit_idle, reveal_idle, n_looks;
  gboolean is_stale; /* what is in hand changed while the view was hidden */
  GtkWidget *root;
  GtkLabel *number, *fault;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkScrolledWindow *scroll;
  CogPaperSheet *sheet;
};

static guint go_to_signal;

G_DEFINE_FINAL_TYPE (CogOriginalView, cog_original_view, GTK_TYPE_WIDGET)

/* --- the page ------------------------------------------------------------------------------ */

static guint
get_n_pages (CogOriginalView *self)
{
  return self->document != NULL
             ? g_list_model_get_n_items (cog_paper_document_get_pages (self->document))
             : 0;
}

static double
get_scale (CogOriginalView *self)
{
  CogPaperPage *page = cog_paper_sheet_get_page (self->sheet);
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - 2.0 * MARGIN;
  double fit = page != NULL ? room / MAX (cog_paper_page_get_width (page), 1) : 1;
  double longest = page != NULL ? MAX_LENGTH / MAX (cog_paper_page_get_height (page), 1) : 1;

  return MIN (MAX (MIN_SCALE, MIN (fit, MAX_FIT) * self->zoom), longest);
}

static void
show_fault (CogOriginalView *self, const char *text)
{
  gtk_label_set_label (self->fault, text);
  gtk_stack_set_visible_child_name (self->stack, "fault");
}

static void
update_actions (CogOriginalView *self)
{
  guint n = get_n_pages (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "original.previous", n > 0 && self->page > 1);
  gtk_widget_action_set_enabled (widget, "original.next", self->page < n);
  gtk_widget_action_set_enabled (widget, "original.text", n > 0);
  gtk_widget_action_set_enabled (widget, "original.smaller", n > 0 && self->zoom > 1 / MAX_ZOOM);
  gtk_widget_action_set_enabled (widget, "original.fit", n > 0 && self->zoom != 1);
  gtk_widget_action_set_enabled (widget, "original.larger", n > 0 && self->zoom < MAX_ZOOM);
}

static void
show_number (CogOriginalView *self)
{
  guint n = get_n_pages (self);
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
  double scale = get_scale (self);
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

static void
apply_scale (CogOriginalView *self)
{
  cog_paper_sheet_set_scale (self->sheet, get_scale (self));
  queue_reveal (self);
}

static gboolean
fit_cb (gpointer user_data)
{
  CogOriginalView *self = user_data;

  self->fit_idle = 0;
  apply_scale (self);
  return G_SOURCE_REMOVE;
}

/* Drawn before it is asked for. */
static void
draw_next (CogOriginalView *self)
{
  double scale = get_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->page < get_n_pages (self))
    cog_paper_document_draw_async (self->document, self->page, scale, NULL, NULL, NULL);
}

static void
show_page (CogOriginalView *self)
{
  guint n = get_n_pages (self);
  g_autoptr (CogPaperPage) page = NULL;

  if (n == 0)
    return;
  self->page = CLAMP (self->page, 1, n);
  self->beyond = 0;
  page = g_list_model_get_item (cog_paper_document_get_pages (self->document), self->page - 1);
  show_number (self);
  update_actions (self);
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
      apply_scale (self);
      draw_next (self);
    }
  show_marks (self);
  queue_reveal (self);
}

static void
turn_to (CogOriginalView *self, guint page)
{
  if (page == 0 || page > get_n_pages (self) || page == self->page)
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
  update_actions (self);
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

/* With the keyboard here: the list of rows would take the first row of another section for where
 * the person is. */
static void
go_to_unit (CogOriginalView *self, const char *unit)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  if (unit != NULL)
    g_signal_emit (self, go_to_signal, 0, unit);
}

static void
released_cb (GtkGestureClick *click, int n, double x, double y, CogOriginalView *self)
{
  double scale = get_scale (self);
  g_autofree char *unit = NULL;

  if (self->source == NULL || self->document == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  unit =
      cog_project_dup_unit_at (self->project, self->source, self->page, x / scale, y / scale, NULL);
  go_to_unit (self, unit);
}

/* --- actions ------------------------------------------------------------------------------- */

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (widget);

  turn_to (self, g_str_equal (name, "original.next") ? self->page + 1 : self->page - 1);
}

static void
text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (widget);
  g_autofree char *unit =
      self->source != NULL ? cog_project_dup_unit_of_page (self->project, self->source, self->page)
                           : NULL;

  if (unit != NULL)
    go_to_unit (self, unit);
  else
    gtk_widget_activate_action (widget, "win.toast", "s",
                                _ ("Nothing in your book is from this page"));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (widget);
  double by = g_str_equal (name, "original.larger")    ? ZOOM_STEP
              : g_str_equal (name, "original.smaller") ? 1 / ZOOM_STEP
                                                       : 0;

  self->zoom = by > 0 ? CLAMP (self->zoom * by, 1. / MAX_ZOOM, MAX_ZOOM) : 1;
  /* Steps up and down again come back to where they began. */
  if (fabs (self->zoom - 1) < .01)
    self->zoom = 1;
  apply_scale (self);
  update_actions (self);
}

/* Beyond the end of a page is the next one; back again one sees its end. */
static void
turn_beyond (CogOriginalView *self, gboolean is_back)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroll);

  turn_to (self, is_back ? self->page - 1 : self->page + 1);
  g_clear_handle_id (&self->reveal_idle, g_source_remove);
  gtk_adjustment_set_value (down, is_back ? gtk_adjustment_get_upper (down) : 0);
}

static gboolean
scroll_cb (GtkEventControllerScroll *wheel, double dx, double dy, CogOriginalView *self)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroll);
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (wheel) == GDK_SCROLL_UNIT_WHEEL;

  if (dy == 0 || !cog_scroll_is_at_end (down, dy < 0))
    {
      self->beyond = 0;
      return FALSE;
    }
  self->beyond += is_wheel ? dy : dy / 50;
  if (fabs (self->beyond) < TURN)
    return FALSE;
  turn_beyond (self, dy < 0);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CogOriginalView *self)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroll);
  gboolean is_back = key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up;
  gboolean is_on = key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "original.text", NULL);
      return TRUE;
    }
  if ((!is_back && !is_on) || !cog_scroll_is_at_end (down, is_back))
    return FALSE;
  turn_beyond (self, is_back);
  return TRUE;
}

/* --- life ---------------------------------------------------------------------------------- */

static void
cog_original_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogOriginalView *self = COG_ORIGINAL_VIEW (widget);
  const GtkAllocation all = { 0, 0, width, height };

  gtk_widget_size_allocate (self->root, &all, baseline);
  if (self->width != width)
    {
      self->width = width;
      /* Not in the middle of a layout. */
      if (self->fit_idle == 0)
        self->fit_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
    }
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
  g_clear_handle_id (&self->fit_idle, g_source_remove);
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
install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "original.larger" },  { GDK_KEY_KP_Add, "original.larger" },
    { GDK_KEY_equal, "original.larger" }, { GDK_KEY_minus, "original.smaller" },
    { GDK_KEY_0, "original.fit" },        { GDK_KEY_KP_Subtract, "original.smaller" },
  };

  gtk_widget_class_install_action (klass, "original.previous", NULL, turn_action);
  gtk_widget_class_install_action (klass, "original.next", NULL, turn_action);
  gtk_widget_class_install_action (klass, "original.text", NULL, text_action);
  gtk_widget_class_install_action (klass, "original.smaller", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "original.fit", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "original.larger", NULL, zoom_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, GDK_CONTROL_MASK, keys[i].action,
                                         NULL);
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
  install_actions (widget_class);
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
watch_sheet (CogOriginalView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->sheet), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->sheet), keys);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroll), wheel);
}

static void
cog_original_view_init (CogOriginalView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->zoom = 1;
  self->is_stale = TRUE;
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_project_place_free);
  cog_paper_sheet_set_original (self->sheet);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Page of the original"), -1);
  watch_sheet (self);
  update_actions (self);
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
