/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-long-list-private.h"

#define MIN_WIDTH 240
/* Pixels below a part that is brought into sight. */
#define PART_MARGIN 12
/* Milliseconds between rows that are built ahead. */
#define AHEAD_PAUSE 12

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (CogLongList,
                               cog_long_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static int
get_view_height (CogLongList *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self));
}

/* --- layout -------------------------------------------------------------------------------- */

/* The anchor is a row at the top of the view, by what is really measured. */
static void
settle_anchor (CogLongList *self)
{
  int height;

  while (self->anchor_offset < 0 && self->anchor > 0)
    {
      self->anchor--;
      self->anchor_offset += cog_long_list_measure_at (self, self->anchor);
    }
  self->anchor_offset = MAX (self->anchor_offset, 0);
  while (self->anchor + 1 < cog_long_list_get_n (self) &&
         self->anchor_offset >= (height = cog_long_list_measure_at (self, self->anchor)))
    {
      self->anchor_offset -= height;
      self->anchor++;
    }
}

/* Builds down from the anchor; returns where the last row ends. */
static int
build_down (CogLongList *self, int until)
{
  int y = -self->anchor_offset;

  for (guint i = self->anchor; i < cog_long_list_get_n (self) && y < until; i++)
    y += cog_long_list_measure_at (self, i);
  return y;
}

static void
build_up (CogLongList *self, int until)
{
  int y = -self->anchor_offset;

  for (guint i = self->anchor; i > 0 && y > -until; i--)
    y -= cog_long_list_measure_at (self, i - 1);
}

static void
build (CogLongList *self, int height)
{
  int end;

  for (guint i = 0; i < self->rows->len; i++)
    ((CogLongListRow *)g_ptr_array_index (self->rows, i))->is_needed = FALSE;
  if (cog_long_list_get_n (self) == 0)
    return;
  self->anchor = MIN (self->anchor, cog_long_list_get_n (self) - 1);
  settle_anchor (self);
  end = build_down (self, height + self->ahead);
  /* The last row stands at the bottom, not above it. */
  if (end < height)
    {
      self->anchor_offset -= height - end;
      settle_anchor (self);
      build_down (self, height + self->ahead);
    }
  build_up (self, self->ahead);
}

static void
release_unneeded (CogLongList *self)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      CogLongListRow *row = g_ptr_array_index (self->rows, i - 1);

      if (row->is_needed || cog_long_list_row_has_focus (row))
        continue;
      g_ptr_array_remove_index (self->rows, i - 1);
      cog_long_list_release (self, row);
    }
}

static void
configure (CogLongList *self, int width, int height)
{
  gint64 total = cog_heights_get_offset (self->heights, cog_long_list_get_n (self));
  gint64 value = cog_long_list_get_n (self) > 0
                     ? cog_heights_get_offset (self->heights, self->anchor) + self->anchor_offset
                     : 0;

  self->is_configuring = TRUE;
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_VERTICAL], (double)value, 0,
                              (double)MAX (total, height), height * 0.1, height * 0.9, height);
  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], 0, 0, width,
                              width * 0.1, width * 0.9, width);
  self->is_configuring = FALSE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CogLongList *self = COG_LONG_LIST (widget);

  self->tick = 0;
  if (self->width > 0)
    {
      build (self, get_view_height (self));
      release_unneeded (self);
    }
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

/* Rows are made before the layout of a frame, never in it: a child that comes or goes while its
 * parent gets its size asks for another layout, and GTK may forget that (gtk_widget_allocate()
 * clears what was asked for meanwhile). */
static void
queue_build (CogLongList *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
ahead_cb (gpointer user_data)
{
  CogLongList *self = user_data;
  int height = get_view_height (self);

  if (self->ahead < height)
    {
      self->ahead = MIN (self->ahead + 80, height);
      queue_build (self);
      return G_SOURCE_CONTINUE;
    }
  self->ahead_source = 0;
  return G_SOURCE_REMOVE;
}

/* What comes into sight next is built while nothing happens. */
static void
build_ahead_later (CogLongList *self)
{
  if (self->ahead < get_view_height (self) && self->ahead_source == 0)
    self->ahead_source = g_timeout_add_full (G_PRIORITY_LOW, AHEAD_PAUSE, ahead_cb, self, NULL);
}

static void
allocate_rows (CogLongList *self, int width)
{
  gint64 top = cog_heights_get_offset (self->heights, self->anchor) + self->anchor_offset;

  for (guint i = 0; i < self->rows->len; i++)
    {
      CogLongListRow *row = g_ptr_array_index (self->rows, i);
      GtkAllocation box = { 0, 0, width, cog_long_list_measure_row (self, row) };

      row->y = (int)CLAMP (cog_heights_get_offset (self->heights, row->position) - top,
                           -OUT_OF_SIGHT, OUT_OF_SIGHT);
      box.y = row->y;
      gtk_widget_size_allocate (row->widget, &box, -1);
    }
}

/* How far a part of a row is out of sight: below 0 above the view. */
static int
get_distance (CogLongList *self, GtkWidget *part)
{
  graphene_rect_t bounds;
  int height = get_view_height (self);
  int top, bottom;

  if (!gtk_widget_compute_bounds (part, GTK_WIDGET (self), &bounds))
    return 0;
  top = (int)bounds.origin.y;
  bottom = (int)(bounds.origin.y + bounds.size.height) + PART_MARGIN;
  if (top < 0)
    return top;
  return bottom > height ? MIN (bottom - height, top) : 0;
}

static void
set_wanted (CogLongList *self, GtkWidget *part)
{
  if (self->wanted != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->wanted), (gpointer *)&self->wanted);
  self->wanted = part;
  if (part != NULL)
    g_object_add_weak_pointer (G_OBJECT (part), (gpointer *)&self->wanted);
}

/* A part that was asked for has its place only now. */
static void
follow_wanted (CogLongList *self)
{
  int distance = self->wanted != NULL ? get_distance (self, self->wanted) : 0;

  set_wanted (self, NULL);
  if (distance == 0)
    return;
  self->anchor_offset += distance;
  queue_build (self);
}

/* Whether the rows that were built fill the view, by the heights that they have now. */
static gboolean
is_filled (CogLongList *self, int height)
{
  const CogLongListRow *first = NULL, *last = NULL;
  int bottom;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CogLongListRow *row = g_ptr_array_index (self->rows, i);

      if (!row->is_needed)
        continue;
      first = first != NULL ? first : row;
      last = row;
    }
  if (first == NULL)
    return cog_long_list_get_n (self) == 0;
  bottom = last->y + cog_heights_get (self->heights, last->position);
  if (first->y > 0)
    return FALSE;
  if (bottom >= height)
    return TRUE;
  return last->position + 1 == cog_long_list_get_n (self) && first->position == 0 && first->y == 0;
}

static void
cog_long_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogLongList *self = COG_LONG_LIST (widget);

  if (self->width != width)
    {
      self->width = width;
      cog_long_list_estimate_range (self, 0, cog_long_list_get_n (self));
      queue_build (self);
      if (self->funcs->resized != NULL)
        self->funcs->resized (width, self->user_data);
    }
  if (self->rows->len > 0 && cog_long_list_get_n (self) > 0)
    {
      allocate_rows (self, width);
      follow_wanted (self);
    }
  if (!is_filled (self, height) || self->height != height)
    queue_build (self);
  self->height = height;
  configure (self, width, height);
  build_ahead_later (self);
}

static void
cog_long_list_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : 0;
  *natural = *minimum;
}

static void
cog_long_list_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogLongList *self = COG_LONG_LIST (widget);
  int height = gtk_widget_get_height (widget);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CogLongListRow *row = g_ptr_array_index (self->rows, i);

      if (row->y < height && row->y + cog_heights_get (self->heights, row->position) > 0)
        gtk_widget_snapshot_child (widget, row->widget, snapshot);
    }
}

/* --- scrolling ----------------------------------------------------------------------------- */

/* A new place by the scrolled window: rows near are counted in what they measure. */
static void
value_cb (GtkAdjustment *adjustment, CogLongList *self)
{
  gint64 value = (gint64)gtk_adjustment_get_value (adjustment);
  gint64 before;

  if (self->is_configuring || cog_long_list_get_n (self) == 0)
    return;
  before = cog_heights_get_offset (self->heights, self->anchor) + self->anchor_offset;
  if (ABS (value - before) < 2 * MAX (get_view_height (self), 1))
    self->anchor_offset += (int)(value - before);
  else
    {
      self->anchor = cog_heights_find (self->heights, value);
      self->anchor_offset =
          (int)MAX (value - cog_heights_get_offset (self->heights, self->anchor), 0);
      self->ahead = 0;
    }
  queue_build (self);
}

static void
set_adjustment (CogLongList *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
cog_long_list_show (CogLongList *self, guint position)
{
  const CogLongListRow *row;
  int height, bottom;

  g_return_if_fail (COG_IS_LONG_LIST (self));

  if (position >= cog_long_list_get_n (self))
    return;
  height = get_view_height (self);
  row = cog_long_list_find_row (self, position);
  bottom = row != NULL ? row->y + cog_heights_get (self->heights, position) : 0;
  if (row != NULL && self->width > 0 && row->y >= 0 && bottom <= height)
    return;
  if (row != NULL && self->width > 0 && bottom > height && bottom < 2 * height && row->y > 0)
    self->anchor_offset += MIN (bottom - height, row->y);
  else
    {
      if (row == NULL)
        self->ahead = 0;
      self->anchor = position;
      self->anchor_offset = 0;
    }
  queue_build (self);
}

gboolean
cog_long_list_is_in_sight (CogLongList *self, guint position)
{
  const CogLongListRow *row;

  g_return_val_if_fail (COG_IS_LONG_LIST (self), FALSE);

  row = cog_long_list_find_row (self, position);
  return row != NULL && row->y < get_view_height (self) &&
         row->y + cog_heights_get (self->heights, position) > 0;
}

void
cog_long_list_show_widget (CogLongList *self, GtkWidget *widget)
{
  g_return_if_fail (COG_IS_LONG_LIST (self) && GTK_IS_WIDGET (widget));

  set_wanted (self, widget);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
cog_long_list_rewind (CogLongList *self)
{
  g_return_if_fail (COG_IS_LONG_LIST (self));

  self->anchor = 0;
  self->anchor_offset = 0;
  self->ahead = 0;
  queue_build (self);
}

GtkWidget *
cog_long_list_get_row (CogLongList *self, guint position)
{
  g_return_val_if_fail (COG_IS_LONG_LIST (self), NULL);

  if (position >= cog_long_list_get_n (self) || self->width == 0)
    return NULL;
  return cog_long_list_ensure_row (self, position)->widget;
}

void
cog_long_list_focus (CogLongList *self, guint position)
{
  GtkWidget *row;

  g_return_if_fail (COG_IS_LONG_LIST (self));

  cog_long_list_show (self, position);
  row = cog_long_list_get_row (self, position);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static guint
find_focus (CogLongList *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; child != NULL && i < self->rows->len; i++)
    if (((CogLongListRow *)g_ptr_array_index (self->rows, i))->widget == child)
      return ((CogLongListRow *)g_ptr_array_index (self->rows, i))->position;
  return GTK_INVALID_LIST_POSITION;
}

guint
cog_long_list_get_current (CogLongList *self)
{
  guint focus;

  g_return_val_if_fail (COG_IS_LONG_LIST (self), GTK_INVALID_LIST_POSITION);

  focus = find_focus (self);
  if (focus != GTK_INVALID_LIST_POSITION)
    return focus;
  return cog_long_list_get_n (self) > 0 ? self->anchor : GTK_INVALID_LIST_POSITION;
}

/* --- the keyboard -------------------------------------------------------------------------- */

static void
turn_page (CogLongList *self, int direction)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) +
                                  direction * gtk_adjustment_get_page_increment (adjustment));
}

/* Only where a row itself has the keyboard: what is in it has keys of its own. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CogLongList *self)
{
  guint at = find_focus (self);
  const CogLongListRow *row =
      at != GTK_INVALID_LIST_POSITION ? cog_long_list_find_row (self, at) : NULL;
  guint n = cog_long_list_get_n (self);

  if (row == NULL || !gtk_widget_is_focus (row->widget) ||
      (state & (GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    cog_long_list_focus (self, MIN (at + 1, n - 1));
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    cog_long_list_focus (self, at > 0 ? at - 1 : 0);
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    cog_long_list_focus (self, 0);
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    cog_long_list_focus (self, n - 1);
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    turn_page (self, 1);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    turn_page (self, -1);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && self->funcs->activate != NULL)
    self->funcs->activate (at, self->user_data);
  else
    return FALSE;
  return TRUE;
}

/* A control at the end of a row that is partly out of sight. Text moves by its caret. */
static gboolean
look_cb (gpointer user_data)
{
  CogLongList *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->look = 0;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) &&
      gtk_widget_get_parent (focus) != GTK_WIDGET (self) && !GTK_IS_TEXT_VIEW (focus) &&
      get_distance (self, focus) != 0)
    cog_long_list_show_widget (self, focus);
  return G_SOURCE_REMOVE;
}

/* By Tab the keyboard can come to a row that is built ahead. */
static void
cog_long_list_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  CogLongList *self = COG_LONG_LIST (widget);
  const CogLongListRow *row;
  guint at;

  GTK_WIDGET_CLASS (cog_long_list_parent_class)->set_focus_child (widget, child);
  at = child != NULL ? find_focus (self) : GTK_INVALID_LIST_POSITION;
  row = at != GTK_INVALID_LIST_POSITION ? cog_long_list_find_row (self, at) : NULL;
  if (row != NULL &&
      (row->y >= get_view_height (self) - 8 || row->y + cog_heights_get (self->heights, at) <= 8))
    cog_long_list_show (self, at);
  if (row != NULL && self->look == 0)
    self->look = g_idle_add (look_cb, self);
  if (row != NULL && self->funcs->focused != NULL)
    self->funcs->focused (at, self->user_data);
}

static gboolean
cog_long_list_grab_focus (GtkWidget *widget)
{
  CogLongList *self = COG_LONG_LIST (widget);
  guint at = cog_long_list_get_current (self);
  GtkWidget *row = at != GTK_INVALID_LIST_POSITION ? cog_long_list_get_row (self, at) : NULL;

  return row != NULL && gtk_widget_grab_focus (row);
}

/* --- the model ----------------------------------------------------------------------------- */

static void
move_anchor (CogLongList *self, guint position, guint removed, guint added)
{
  if (self->anchor >= position + removed)
    self->anchor += added - removed;
  else if (self->anchor >= position)
    {
      self->anchor = position;
      self->anchor_offset = 0;
    }
}

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, CogLongList *self)
{
  cog_long_list_release_range (self, position, position + removed);
  for (guint i = cog_long_list_find_index (self, position + removed); i < self->rows->len; i++)
    ((CogLongListRow *)g_ptr_array_index (self->rows, i))->position += added - removed;
  cog_heights_splice (self->heights, position, removed, added);
  move_anchor (self, position, removed, added);
  if (self->width > 0)
    cog_long_list_estimate_range (self, position, added);
  self->ahead = 0;
  queue_build (self);
}

void
cog_long_list_set_rows (CogLongList *self, const CogLongListRows *rows, gpointer user_data)
{
  g_return_if_fail (COG_IS_LONG_LIST (self) && self->funcs == NULL && rows != NULL);

  self->funcs = rows;
  self->user_data = user_data;
}

void
cog_long_list_set_model (CogLongList *self, GListModel *model)
{
  g_return_if_fail (COG_IS_LONG_LIST (self) && (model == NULL || self->funcs != NULL));

  if (self->model != NULL)
    {
      changed_cb (self->model, 0, cog_long_list_get_n (self), 0, self);
      g_signal_handlers_disconnect_by_func (self->model, changed_cb, self);
    }
  g_set_object (&self->model, model);
  if (model == NULL)
    return;
  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), self);
  changed_cb (model, 0, 0, g_list_model_get_n_items (model), self);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
cog_long_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CogLongList *self = COG_LONG_LIST (object);

  if (id == PROP_HADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  else if (id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
  else
    g_value_set_enum (value, GTK_SCROLL_MINIMUM);
}

static void
cog_long_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CogLongList *self = COG_LONG_LIST (object);

  if (id == PROP_HADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
}

static void
cog_long_list_dispose (GObject *object)
{
  CogLongList *self = COG_LONG_LIST (object);

  g_clear_handle_id (&self->ahead_source, g_source_remove);
  g_clear_handle_id (&self->look, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  set_wanted (self, NULL);
  cog_long_list_set_model (self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->spare, 0);
  G_OBJECT_CLASS (cog_long_list_parent_class)->dispose (object);
}

static void
cog_long_list_finalize (GObject *object)
{
  CogLongList *self = COG_LONG_LIST (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->spare);
  cog_heights_free (self->heights);
  G_OBJECT_CLASS (cog_long_list_parent_class)->finalize (object);
}

static void
cog_long_list_class_init (CogLongListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cog_long_list_dispose;
  object_class->finalize = cog_long_list_finalize;
  object_class->get_property = cog_long_list_get_property;
  object_class->set_property = cog_long_list_set_property;
  widget_class->size_allocate = cog_long_list_size_allocate;
  widget_class->measure = cog_long_list_measure;
  widget_class->snapshot = cog_long_list_snapshot;
  widget_class->set_focus_child = cog_long_list_set_focus_child;
  widget_class->grab_focus = cog_long_list_grab_focus;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "longlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
cog_long_list_init (CogLongList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->heights = cog_heights_new ();
  self->rows = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
