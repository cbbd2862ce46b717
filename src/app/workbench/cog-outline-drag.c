/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-outline-drag.h"

#include "cog-outline-facts.h"
#include "cog-outline-row.h"

/* Pixels. */
#define EDGE 28 /* of the list: it scrolls there */
#define SPEED 7 /* a frame */

typedef struct
{
  GtkWidget *list; /* holds this */
  GListModel *sections;
  CogOutlineRow *marked; /* weak (nullable) */
  GtkDropTarget *target; /* of the list */
  guint tick;            /* while it scrolls */
  double y;              /* of the pointer */
} Drag;

static void
drag_free (gpointer data)
{
  Drag *drag = data;

  g_clear_weak_pointer (&drag->marked);
  g_object_unref (drag->sections);
  g_free (drag);
}

static void
clear_mark (Drag *drag)
{
  if (drag->marked != NULL)
    cog_outline_row_set_mark (drag->marked, COG_OUTLINE_MARK_NONE, 0);
  g_clear_weak_pointer (&drag->marked);
}

/* --- where ------------------------------------------------------------------------------------ */

/* The infos of the list. (transfer container) */
static GPtrArray *
list_infos (Drag *drag)
{
  GPtrArray *infos = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (drag->sections); i++)
    {
      g_autoptr (CogOutlineSection) section = g_list_model_get_item (drag->sections, i);

      g_ptr_array_add (infos, (gpointer)cog_outline_section_get_info (section));
    }
  return infos;
}

static guint
find (Drag *drag, CogOutlineSection *section)
{
  for (guint i = 0; i < g_list_model_get_n_items (drag->sections); i++)
    {
      g_autoptr (CogOutlineSection) other = g_list_model_get_item (drag->sections, i);

      if (other == section)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* The row at that height of the list, and the share of it above. (nullable) */
static CogOutlineRow *
find_row (Drag *drag, double y, double *share)
{
  GtkWidget *at =
      gtk_widget_pick (drag->list, gtk_widget_get_width (drag->list) / 2., y, GTK_PICK_DEFAULT);
  GtkWidget *row = at != NULL ? gtk_widget_get_ancestor (at, COG_TYPE_OUTLINE_ROW) : NULL;
  graphene_rect_t box;

  if (row == NULL || !gtk_widget_compute_bounds (row, drag->list, &box) || box.size.height < 1)
    return NULL;
  *share = CLAMP ((y - (double)box.origin.y) / (double)box.size.height, 0, 1);
  return COG_OUTLINE_ROW (row);
}

/* Where what is dragged would come to stand at that height. The row under it is told by (nullable)
 * row. */
static gboolean
find_drop (
    Drag *drag, CogOutlineSection *moved, double y, CogOutlineDrop *drop, CogOutlineRow **row)
{
  g_autoptr (GPtrArray) infos = list_infos (drag);
  double share = 0;

  *row = find_row (drag, y, &share);
  return *row != NULL && cog_outline_row_get_section (*row) != NULL &&
         cog_outline_find_drop (infos, find (drag, moved),
                                find (drag, cog_outline_row_get_section (*row)), share, drop);
}

static CogOutlineMark
get_mark (const CogOutlineDrop *drop)
{
  switch (drop->where)
    {
    case COG_PLACE_BEFORE:
      return COG_OUTLINE_MARK_ABOVE;
    case COG_PLACE_LAST:
      return COG_OUTLINE_MARK_INSIDE;
    case COG_PLACE_FIRST:
    case COG_PLACE_AFTER:
      break;
    }
  return COG_OUTLINE_MARK_BELOW;
}

/* --- over the list ---------------------------------------------------------------------------- */

/* A section of this list, not of another window's. (nullable) */
static CogOutlineSection *
get_moved (Drag *drag)
{
  const GValue *value = gtk_drop_target_get_value (drag->target);
  CogOutlineSection *section = value != NULL ? g_value_get_object (value) : NULL;

  return section != NULL && find (drag, section) != GTK_INVALID_LIST_POSITION ? section : NULL;
}

static GdkDragAction
follow (Drag *drag)
{
  CogOutlineSection *moved = get_moved (drag);
  CogOutlineRow *row = NULL;
  CogOutlineDrop drop;

  if (moved == NULL || !find_drop (drag, moved, drag->y, &drop, &row))
    {
      clear_mark (drag);
      return 0;
    }
  if (row != drag->marked)
    {
      clear_mark (drag);
      g_set_weak_pointer (&drag->marked, row);
    }
  cog_outline_row_set_mark (row, get_mark (&drop), drop.depth);
  return GDK_ACTION_MOVE;
}

static int
get_speed (Drag *drag)
{
  int height = gtk_widget_get_height (drag->list);

  return drag->y < EDGE ? -SPEED : drag->y > height - EDGE ? SPEED : 0;
}

static gboolean
scroll_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  Drag *drag = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  int speed = get_speed (drag);

  if (speed == 0)
    {
      drag->tick = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + speed);
  follow (drag);
  return G_SOURCE_CONTINUE;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, Drag *drag)
{
  drag->y = y;
  if (drag->tick == 0 && get_speed (drag) != 0)
    drag->tick = gtk_widget_add_tick_callback (drag->list, scroll_cb, drag, NULL);
  return follow (drag);
}

static void
stop (Drag *drag)
{
  clear_mark (drag);
  if (drag->tick != 0)
    gtk_widget_remove_tick_callback (drag->list, drag->tick);
  drag->tick = 0;
}

static void
leave_cb (GtkDropTarget *target, Drag *drag)
{
  stop (drag);
}

static const char *
get_word (CogPlacing where)
{
  static const char *const words[] = { "before", "after", "first", "last" };

  return words[where];
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Drag *drag)
{
  CogOutlineSection *moved = get_moved (drag);
  CogOutlineRow *row = NULL;
  CogOutlineDrop drop;
  gboolean is_found = moved != NULL && find_drop (drag, moved, y, &drop, &row);

  stop (drag);
  if (!is_found)
    return FALSE;
  return gtk_widget_activate_action (
      drag->list, "structure.section-move", "(sss)", cog_outline_section_get_info (moved)->id,
      cog_outline_section_get_info (cog_outline_row_get_section (row))->id, get_word (drop.where));
}

void
cog_outline_drag_add (GtkListView *list, GListModel *sections)
{
  Drag *drag = g_new0 (Drag, 1);

  g_return_if_fail (GTK_IS_LIST_VIEW (list) && G_IS_LIST_MODEL (sections));

  drag->list = GTK_WIDGET (list);
  drag->sections = g_object_ref (sections);
  drag->target = gtk_drop_target_new (COG_TYPE_OUTLINE_SECTION, GDK_ACTION_MOVE);
  /* Where it may come to stand depends on what it is. */
  gtk_drop_target_set_preload (drag->target, TRUE);
  g_signal_connect (drag->target, "enter", G_CALLBACK (motion_cb), drag);
  g_signal_connect (drag->target, "motion", G_CALLBACK (motion_cb), drag);
  g_signal_connect (drag->target, "leave", G_CALLBACK (leave_cb), drag);
  g_signal_connect (drag->target, "drop", G_CALLBACK (drop_cb), drag);
  gtk_widget_add_controller (drag->list, GTK_EVENT_CONTROLLER (drag->target));
  g_object_set_data_full (G_OBJECT (list), "cog-outline-drag", drag, drag_free);
}

/* --- a row ------------------------------------------------------------------------------------ */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, CogOutlineRow *row)
{
  CogOutlineSection *section = cog_outline_row_get_section (row);

  return section != NULL ? gdk_content_provider_new_typed (COG_TYPE_OUTLINE_SECTION, section)
                         : NULL;
}

/* The title goes along with the pointer. */
static void
begin_cb (GtkDragSource *source, GdkDrag *gdk_drag, CogOutlineRow *row)
{
  GtkWidget *label =
      gtk_label_new (cog_outline_section_get_title (cog_outline_row_get_section (row)));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, "dragged-section");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (gdk_drag)), label);
}

void
cog_outline_drag_attach (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_return_if_fail (COG_IS_OUTLINE_ROW (row));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}
