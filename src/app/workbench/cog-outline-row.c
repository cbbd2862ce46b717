/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-outline-row.h"

#include "cog-compat.h"
#include "cog-language.h"
#include "cog-outline-menu.h"
#include "cog-ring.h"
#include "cog-tooltip.h"

#include <glib/gi18n-lib.h>

/* Pixels. */
#define HEIGHT 30
#define PADDING 5 /* above and below the title */
#define START 10  /* before the title of the highest level */
#define INDENT 12 /* a level */
#define LEVELS 5  /* no deeper: words need the room */
#define END 30    /* with the ring, or the menu */
#define GAP 6     /* between title and count */
#define NARROWEST 48
#define LINE 2

struct _CogOutlineRow
{
  GtkWidget parent_instance;
  CogOutlineSection *section;
  GtkWidget *title, *open, *ring, *menu;
  CogOutlineMark mark;
  guint mark_depth;
};

G_DEFINE_FINAL_TYPE (CogOutlineRow, cog_outline_row, GTK_TYPE_WIDGET)

static int
get_start (guint depth)
{
  return START + INDENT * (int)MIN (depth, LEVELS);
}

static int
get_own_start (CogOutlineRow *self)
{
  return get_start (self->section != NULL ? cog_outline_section_get_info (self->section)->depth
                                          : 0);
}

/* With the gap before it; 0: there is none. */
static int
get_count_width (CogOutlineRow *self)
{
  int width = 0;

  if (!gtk_widget_get_visible (self->open))
    return 0;
  gtk_widget_measure (self->open, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width + GAP;
}

static void
cog_outline_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  CogOutlineRow *self = COG_OUTLINE_ROW (widget);
  int around = get_own_start (self) + get_count_width (self) + END;
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->title, orientation, -1, NULL, natural, NULL, NULL);
      *minimum = around + NARROWEST;
      *natural = MAX (*natural + around, *minimum);
      return;
    }
  gtk_widget_measure (self->title, orientation,
                      for_size < 0 ? -1 : MAX (for_size - around, NARROWEST), &height, NULL, NULL,
                      NULL);
  *minimum = *natural = MAX (HEIGHT, height + 2 * PADDING);
}

/* x: from the start of the row, in the direction of reading. */
static void
place (CogOutlineRow *self, GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation box = { x, y, width, height };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    box.x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &box, -1);
}

/* In the middle of the room that begins at x. */
static void
place_in (CogOutlineRow *self, GtkWidget *child, int x, int room, int height)
{
  int wide = 0, high = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, &high, NULL, NULL, NULL);
  place (self, child, x + (room - wide) / 2, (height - high) / 2, wide, high);
}

static void
cog_outline_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogOutlineRow *self = COG_OUTLINE_ROW (widget);
  int start = get_own_start (self), count = get_count_width (self);
  int room = MAX (width - start - count - END, NARROWEST), high = 0;

  gtk_widget_measure (self->title, GTK_ORIENTATION_VERTICAL, room, &high, NULL, NULL, NULL);
  place (self, self->title, start, (height - high) / 2, room, high);
  if (count > 0)
    place_in (self, self->open, start + room + GAP, count - GAP, height);
  if (gtk_widget_get_visible (self->ring))
    place_in (self, self->ring, start + room + count, END, height);
  place_in (self, self->menu, start + room + count, END, height);
  /* The menu by the pointer's other button is a child, too. */
  for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL;
       c = gtk_widget_get_next_sibling (c))
    if (GTK_IS_POPOVER (c))
      gtk_popover_present (GTK_POPOVER (c));
}

static void
append_mark (CogOutlineRow *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int start = get_start (self->mark_depth);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA colour = { 0, 0, 0, 1 };
  GskRoundedRect frame;

  cog_widget_lookup_colour (widget, "accent_color", &colour);
  if (self->mark == COG_OUTLINE_MARK_INSIDE)
    {
      gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (0, 0, width, height), 6);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]){ LINE, LINE, LINE, LINE },
                                  (GdkRGBA[4]){ colour, colour, colour, colour });
      return;
    }
  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT (is_rtl ? 4 : start,
                           self->mark == COG_OUTLINE_MARK_ABOVE ? 0 : height - LINE,
                           width - start - 4, LINE));
}

static void
cog_outline_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogOutlineRow *self = COG_OUTLINE_ROW (widget);

  GTK_WIDGET_CLASS (cog_outline_row_parent_class)->snapshot (widget, snapshot);
  if (self->mark != COG_OUTLINE_MARK_NONE)
    append_mark (self, snapshot);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_open (CogOutlineRow *self, guint n)
{
  g_autofree char *text = g_strdup_printf (_ ("%'u"), n);

  gtk_label_set_label (GTK_LABEL (self->open), text);
  gtk_widget_set_visible (self->open, n > 0);
}

/* How much of the section is as a machine wrote it. (transfer full) (nullable) */
static char *
dup_machine (const CogSectionInfo *info)
{
  guint percent;

  if (info->n_words_machine == 0)
    return NULL;
  percent = (guint)(100 * (guint64)info->n_words_machine / MAX (info->n_words, 1));
  /* Translators: the share of a section's words that machine translation wrote and nobody checked.
   */
  return g_strdup_printf (_ ("%u%% by a machine, unchecked"), MAX (percent, 1));
}

/* What a screen reader says of the row. (transfer full) */
static char *
dup_name (CogOutlineRow *self, const char *title)
{
  guint n_open = cog_outline_section_get_n_open (self->section);
  int percent = (int)(cog_outline_section_get_share (self->section) * 100);
  g_autofree char *open = NULL;
  g_autofree char *name = NULL;
  g_autofree char *machine = dup_machine (cog_outline_section_get_info (self->section));

  if (machine != NULL && !cog_outline_section_get_info (self->section)->is_omitted && n_open == 0)
    /* Translators: a section in the outline: its title, how much of it is done, in percent, and how
     * much of that a machine wrote: "Forces, 40% done, 12% by a machine, unchecked". */
    return g_strdup_printf (_ ("%s, %d%% done, %s"), title, percent, machine);
  if (cog_outline_section_get_info (self->section)->is_omitted)
    /* Translators: a section in the outline that is not in the edition. */
    return g_strdup_printf (_ ("%s, left out"), title);
  if (n_open == 0)
    /* Translators: a section in the outline: its title, and how much of it is done, in percent. */
    return g_strdup_printf (_ ("%s, %d%% done"), title, percent);
  /* Translators: how many findings and notes there are in a section. */
  open = g_strdup_printf (ngettext ("%'u open", "%'u open", n_open), n_open);
  /* Translators: a section in the outline: its title, how much of it is done, in percent, and how
   * much is open: "Forces, 40% done, 3 open". */
  name = g_strdup_printf (_ ("%s, %d%% done, %s"), title, percent, open);
  /* Translators: what is said of a section, and then one more thing about it. */
  return machine != NULL ? g_strdup_printf (_ ("%s, %s"), name, machine) : g_steal_pointer (&name);
}

static void
show (CogOutlineRow *self)
{
  const CogSectionInfo *info = cog_outline_section_get_info (self->section);
  const char *title = cog_outline_section_get_title (self->section);
  g_autofree char *name = dup_name (self, title);
  /* Translators: a button: %s is the title of a section. */
  g_autofree char *menu = g_strdup_printf (_ ("Change “%s”"), title);
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean is_rtl = FALSE;

  gtk_label_set_label (GTK_LABEL (self->title), title);
  /* Lines of a title of the other direction begin where all titles do. */
  cog_text_guess_rtl (title, &is_rtl);
  gtk_label_set_justify (GTK_LABEL (self->title),
                         is_rtl !=
                                 (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
                             ? GTK_JUSTIFY_RIGHT
                             : GTK_JUSTIFY_LEFT);
  cog_tooltip_set (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu,
                                  -1);
  set_class (self->title, "inner", info->depth > 0);
  set_class (self->title, "left-out", info->is_omitted);
  set_class (self->title, "above", cog_outline_section_is_above (self->section));
  show_open (self, info->is_omitted ? 0 : cog_outline_section_get_n_open (self->section));
  cog_ring_set_share (COG_RING (self->ring), cog_outline_section_get_share (self->section));
  gtk_widget_set_visible (self->ring, info->n_words > 0 && !info->is_omitted);
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
cog_outline_row_dispose (GObject *object)
{
  CogOutlineRow *self = COG_OUTLINE_ROW (object);

  cog_outline_row_set_section (self, NULL);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->open, gtk_widget_unparent);
  g_clear_pointer (&self->ring, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_outline_row_parent_class)->dispose (object);
}

static GtkSizeRequestMode
cog_outline_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cog_outline_row_class_init (CogOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_outline_row_dispose;
  widget_class->get_request_mode = cog_outline_row_get_request_mode;
  widget_class->measure = cog_outline_row_measure;
  widget_class->size_allocate = cog_outline_row_size_allocate;
  widget_class->snapshot = cog_outline_row_snapshot;
}

static void
cog_outline_row_init (CogOutlineRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  self->open = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->open, "open-count");
  self->ring = cog_ring_new ();
  gtk_widget_add_css_class (self->ring, "share");
  gtk_widget_set_parent (self->title, widget);
  gtk_widget_set_parent (self->open, widget);
  gtk_widget_set_parent (self->ring, widget);
}

GtkWidget *
cog_outline_row_new (GtkListItem *item)
{
  CogOutlineRow *self = g_object_new (COG_TYPE_OUTLINE_ROW, NULL);

  self->menu = cog_outline_menu_button_new (item);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  cog_outline_menu_attach (GTK_WIDGET (self), item);
  return GTK_WIDGET (self);
}

void
cog_outline_row_set_section (CogOutlineRow *self, CogOutlineSection *section)
{
  g_return_if_fail (COG_IS_OUTLINE_ROW (self));

  if (self->section != NULL)
    g_signal_handlers_disconnect_by_data (self->section, self);
  g_set_object (&self->section, section);
  if (section == NULL)
    return;
  g_signal_connect_swapped (section, "changed", G_CALLBACK (show), self);
  self->mark = COG_OUTLINE_MARK_NONE;
  show (self);
}

CogOutlineSection *
cog_outline_row_get_section (CogOutlineRow *self)
{
  g_return_val_if_fail (COG_IS_OUTLINE_ROW (self), NULL);
  return self->section;
}

void
cog_outline_row_set_mark (CogOutlineRow *self, CogOutlineMark mark, guint depth)
{
  g_return_if_fail (COG_IS_OUTLINE_ROW (self));

  if (self->mark == mark && self->mark_depth == depth)
    return;
  self->mark = mark;
  self->mark_depth = depth;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
