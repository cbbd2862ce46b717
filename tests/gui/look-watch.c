/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dlfcn.h>
#include <glib-unix.h>
#include <gtk/gtk.h>
#include <stdio.h>

/* Preloaded into Cognate (LD_PRELOAD), this tells where things are on the screen and what cannot be
 * read or reached. AT-SPI tells the words of a label and its place, and neither what is drawn of
 * them nor what lies before them; and a message for each widget takes a hundred times as long.
 *
 * SIGUSR2 asks, since WebKit has SIGUSR1. To the end of the file that COGNATE_LOOK_WATCH names it
 * writes a line for each
 *
 *   fault SENTENCE                     a label that ends in an ellipsis and has no tooltip, itself
 *                                      or what it stands in; a label or control beyond the edge of
 *                                      its window where nothing scrolls; a window larger than the
 *                                      screen
 *   label X Y WIDTH HEIGHT WORDS       that can be read now in the window that has the keyboard
 *   control X Y WIDTH HEIGHT CSS-NAME  what has an edge of its own there
 *   focus X Y WIDTH HEIGHT CSS-NAME    what has the keyboard
 *   end
 *
 * X and Y count from the corner of that window with all that it draws around itself, in pixels.
 * While a menu is open, it alone is told of. This is linked to nothing: the programs that Cognate
 * starts have no GTK, and load it too. */

#define TOLERANCE 2 /* pixels: rounded margins */

/* What shows where it is by its edge. */
static const char *const edged[] = { "entry", "spinbutton", "switch", "check", "radio", NULL };

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

/* Whether what stands in outer would be brought into sight by scrolling, so that it may be beyond
 * its edge. */
static gboolean
can_scroll (GtkWidget *outer, GtkOrientation orientation)
{
  GtkPolicyType across, along;

  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (outer), &across, &along);
  return (orientation == GTK_ORIENTATION_HORIZONTAL ? across : along) != GTK_POLICY_NEVER;
}

typedef enum
{
  PLACE_INSIDE,
  PLACE_ACROSS, /* part of it is beyond the edge */
  PLACE_OUTSIDE
} Place;

static Place
get_place (GtkWidget *widget, GtkWidget *outer, GtkOrientation orientation)
{
  gboolean is_across = orientation == GTK_ORIENTATION_HORIZONTAL;
  graphene_rect_t bounds;
  double from, to, end;

  if (!gtk_widget_compute_bounds (widget, outer, &bounds))
    return PLACE_OUTSIDE;
  from = is_across ? bounds.origin.x : bounds.origin.y;
  to = from + (is_across ? bounds.size.width : bounds.size.height);
  end = is_across ? gtk_widget_get_width (outer) : gtk_widget_get_height (outer);
  if (to <= TOLERANCE || from >= end - TOLERANCE)
    return PLACE_OUTSIDE;
  return from < -TOLERANCE || to > end + TOLERANCE ? PLACE_ACROSS : PLACE_INSIDE;
}

/* Whether part of it is beyond the edge of what holds it. What is beyond it whole has been put
 * aside, as a folded outline is, and comes when it is asked for. */
static gboolean
is_cut (GtkWidget *widget, GtkOrientation orientation)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (widget));

  for (GtkWidget *outer = gtk_widget_get_parent (widget); outer != NULL;
       outer = gtk_widget_get_parent (outer))
    {
      if (outer != window && !GTK_IS_SCROLLED_WINDOW (outer))
        continue;
      if (outer != window && can_scroll (outer, orientation))
        return FALSE;
      if (get_place (widget, outer, orientation) != PLACE_INSIDE)
        return get_place (widget, outer, orientation) == PLACE_ACROSS;
      if (outer == window)
        return FALSE;
    }
  return FALSE;
}

/* Whether all of it is in sight: not scrolled away, not below something else. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (widget)), *there;
  graphene_rect_t bounds;

  for (GtkWidget *outer = gtk_widget_get_parent (widget); outer != NULL;
       outer = gtk_widget_get_parent (outer))
    if ((outer == window || GTK_IS_SCROLLED_WINDOW (outer)) &&
        (get_place (widget, outer, GTK_ORIENTATION_HORIZONTAL) != PLACE_INSIDE ||
         get_place (widget, outer, GTK_ORIENTATION_VERTICAL) != PLACE_INSIDE))
      return FALSE;
  if (!gtk_widget_compute_bounds (widget, window, &bounds))
    return FALSE;
  there = gtk_widget_pick (window, bounds.origin.x + bounds.size.width / 2,
                           bounds.origin.y + bounds.size.height / 2,
                           GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);
  return there != NULL && (there == widget || gtk_widget_is_ancestor (there, widget) ||
                           gtk_widget_is_ancestor (widget, there));
}

static char *
dup_words (GtkWidget *widget)
{
  const char *words = NULL;

  if (GTK_IS_LABEL (widget))
    words = gtk_label_get_text (GTK_LABEL (widget));
  else
    words = gtk_widget_get_tooltip_text (widget);
  return g_strdelimit (g_strdup (words != NULL ? words : ""), "\n", ' ');
}

static void
tell_faults (GtkWidget *widget, FILE *out)
{
  g_autofree char *words = dup_words (widget);

  if (is_cut (widget, GTK_ORIENTATION_HORIZONTAL) || is_cut (widget, GTK_ORIENTATION_VERTICAL))
    fprintf (out, "fault %s “%s” is cut off\n", gtk_widget_get_css_name (widget), words);
  if (GTK_IS_LABEL (widget) && !has_tooltip (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    fprintf (out, "fault “%s” ends in an ellipsis and has no tooltip\n", words);
}

/* What hangs from a window has a surface of its own. */
static void
tell_place (const char *what, GtkWidget *widget, const char *words, FILE *out)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  graphene_rect_t bounds;
  double x, y;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds))
    return;
  gtk_native_get_surface_transform (native, &x, &y);
  for (; GDK_IS_POPUP (surface); surface = gdk_popup_get_parent (GDK_POPUP (surface)))
    {
      x += gdk_popup_get_position_x (GDK_POPUP (surface));
      y += gdk_popup_get_position_y (GDK_POPUP (surface));
    }
  fprintf (out, "%s %.0f %.0f %.0f %.0f %s\n", what, x + bounds.origin.x, y + bounds.origin.y,
           bounds.size.width, bounds.size.height, words);
}

/* The mark in a menu has an edge only where it is set; in a list the rows have lines around them.
 */
static gboolean
has_edge (GtkWidget *widget)
{
  return g_strv_contains (edged, gtk_widget_get_css_name (widget)) &&
         gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW) == NULL &&
         (GTK_IS_EDITABLE (widget) || gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) == NULL);
}

static void
tell_what_is_seen (GtkWidget *widget, FILE *out)
{
  g_autofree char *words = dup_words (widget);

  if (has_edge (widget) && is_in_sight (widget))
    tell_place ("control", widget, gtk_widget_get_css_name (widget), out);
  else if (GTK_IS_LABEL (widget) && is_in_sight (widget))
    tell_place ("label", widget, words, out);
}

/* Returns: the popover in widget that is open, or NULL. */
static GtkWidget *
find_popover (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_popover (child);
  return found == NULL && GTK_IS_POPOVER (widget) ? widget : found;
}

/* within: what can be looked at now (nullable) */
static void
tell_widget (GtkWidget *widget, GtkWidget *within, FILE *out)
{
  /* A stack keeps what it does not show, a cover is drawn small from a large one. */
  if (!gtk_widget_get_mapped (widget) || g_str_equal (gtk_widget_get_css_name (widget), "cover"))
    return;
  if (GTK_IS_LABEL (widget) || gtk_widget_get_focusable (widget))
    tell_faults (widget, out);
  if (within != NULL && gtk_widget_is_ancestor (widget, within) && gtk_widget_is_sensitive (widget))
    tell_what_is_seen (widget, out);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_widget (child, within, out);
}

static void
tell_window (GtkWidget *window, FILE *out)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (window));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window)), *within = NULL;
  GdkRectangle screen;

  g_return_if_fail (monitor != NULL);

  gdk_monitor_get_geometry (monitor, &screen);
  if (width > screen.width || height > screen.height)
    fprintf (out, "fault the window “%s” is %d by %d\n", gtk_window_get_title (GTK_WINDOW (window)),
             width, height);
  if (gtk_window_is_active (GTK_WINDOW (window)))
    {
      within = find_popover (window) != NULL ? find_popover (window) : window;
      if (focus != NULL)
        tell_place ("focus", focus, gtk_widget_get_css_name (focus), out);
    }
  tell_widget (window, within, out);
}

static gboolean
asked_cb (gpointer user_data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  FILE *out = fopen (g_getenv ("COGNATE_LOOK_WATCH"), "a");

  g_return_val_if_fail (out != NULL, G_SOURCE_CONTINUE);
  for (GList *at = windows; at != NULL; at = at->next)
    if (gtk_widget_get_mapped (at->data))
      tell_window (at->data, out);
  fputs ("end\n", out);
  fclose (out);
  return G_SOURCE_CONTINUE;
}

int g_application_run (GApplication *application, int argc, char **argv);

int
g_application_run (GApplication *application, int argc, char **argv)
{
  int (*run) (GApplication *, int, char **) =
      (int (*) (GApplication *, int, char **))dlsym (RTLD_NEXT, "g_application_run");

  if (g_getenv ("COGNATE_LOOK_WATCH") != NULL)
    g_unix_signal_add (SIGUSR2, asked_cb, NULL);
  return run (application, argc, argv);
}
