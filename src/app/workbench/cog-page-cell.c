/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page-cell.h"

#include "cog-credit-view.h"
#include "cog-media-view.h"
#include "cog-picture-view.h"
#include "cog-table-view.h"
#include "cog-tooltip.h"
#include "cog-unit-words.h"

#include <glib/gi18n-lib.h>

/* Pixels. */
#define INDENT 18
#define MARKER_GAP 6

struct _CogPageCell
{
  GtkWidget parent_instance;
  const CogSide *side;
  CogWorkbenchRow *row;   /* that is shown (nullable) */
  GtkWidget *context;     /* label (nullable) */
  GtkWidget *marker;      /* label (nullable) */
  GtkWidget *content;     /* of one unit: its slot; else a box */
  CogTableView *table;    /* in content (nullable) */
  GPtrArray *slots;       /* by unit, borrowed */
  const void *credits;    /* as they were when it was made */
  gboolean is_in_hand;    /* an editor stands in it */
  CogWorkbenchRow *shown; /* whose structure stands here: pictures and tables point into it */
};

G_DEFINE_FINAL_TYPE (CogPageCell, cog_page_cell, GTK_TYPE_WIDGET)

static GtkWidget *
new_slot (CogPageCell *self, guint unit)
{
  GtkWidget *slot = cog_unit_slot_new (self->side);

  if (self->slots->len <= unit)
    g_ptr_array_set_size (self->slots, (gint)unit + 1);
  g_ptr_array_index (self->slots, unit) = slot;
  return slot;
}

static GtkWidget *
new_column (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
}

/* --- figures ------------------------------------------------------------------------------- */

/* "ALT" and the description, or that there is none to give. */
static GtkWidget *
new_description (CogPageCell *self, const CogRowPicture *picture)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: marks the alternative text of a picture: very short. */
  GtkWidget *chip = gtk_label_new (_ ("ALT"));
  GtkWidget *words;

  gtk_widget_set_direction (line, self->side->direction);
  gtk_widget_add_css_class (chip, "alt-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_START);
  cog_tooltip_set (chip, _ ("Alternative text of a picture"));
  gtk_box_append (GTK_BOX (line), chip);
  if (picture != NULL && picture->is_decorative)
    {
      /* Translators: a picture that needs no alternative text. */
      words = gtk_label_new (_ ("Only decorative"));
      gtk_widget_add_css_class (words, "waiting");
      gtk_label_set_xalign (GTK_LABEL (words), 0);
    }
  else
    return line;
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), words);
  return line;
}

static GtkWidget *
new_described (CogPageCell *self, guint unit)
{
  GtkWidget *line = new_description (self, NULL);
  GtkWidget *slot = new_slot (self, unit);

  gtk_widget_set_hexpand (slot, TRUE);
  gtk_box_append (GTK_BOX (line), slot);
  return line;
}

static GtkWidget *
new_picture (CogPageCell *self, const CogRowPicture *picture)
{
  const CogUnit *alt =
      picture->alt >= 0 ? cog_workbench_row_get_unit (self->row, (guint)picture->alt) : NULL;
  const char *words = alt != NULL ? (self->side->is_source ? alt->source : alt->target) : NULL;

  if (picture->is_media)
    return cog_media_view_new (cog_pictures_get_project (self->side->pictures), picture);
  return cog_picture_view_new (self->side->pictures, picture, self->side->is_source, words);
}

static void
append_credit (CogPageCell *self, GtkWidget *column, const CogRowPicture *picture)
{
  const CogRow *row = cog_workbench_row_get_row (self->row);
  GtkWidget *credit;

  if (self->side->credits == NULL)
    return;
  credit = cog_credit_view_new (self->side->credits, row, picture, self->side->direction);
  if (credit != NULL)
    gtk_box_append (GTK_BOX (column), credit);
}

static GtkWidget *
new_figure (CogPageCell *self)
{
  const CogRow *row = cog_workbench_row_get_row (self->row);
  GtkWidget *column = new_column ();
  const CogRowPicture *first = row->pictures->len > 0 ? g_ptr_array_index (row->pictures, 0) : NULL;

  for (guint i = 0; i < row->pictures->len; i++)
    gtk_box_append (GTK_BOX (column), new_picture (self, g_ptr_array_index (row->pictures, i)));
  for (guint i = 0; i < row->units->len; i++)
    if (cog_workbench_row_get_unit (self->row, i)->kind != COG_UNIT_ALT && (int)i != row->carrier)
      gtk_box_append (GTK_BOX (column), new_slot (self, i));
  append_credit (self, column, first);
  for (guint i = 0; i < row->pictures->len; i++)
    {
      const CogRowPicture *picture = g_ptr_array_index (row->pictures, i);

      if (picture->alt >= 0)
        gtk_box_append (GTK_BOX (column), new_described (self, (guint)picture->alt));
      else if (picture->is_decorative)
        gtk_box_append (GTK_BOX (column), new_description (self, picture));
    }
  return column;
}

/* --- tables -------------------------------------------------------------------------------- */

static void
fill_cell (CogPageCell *self, GtkWidget *column, guint index)
{
  const CogRow *row = cog_workbench_row_get_row (self->row);
  const CogRowCell *cell = &g_array_index (row->table->cells, CogRowCell, index);

  for (guint i = 0; row->pictures != NULL && i < row->pictures->len; i++)
    {
      const CogRowPicture *picture = g_ptr_array_index (row->pictures, i);

      if (picture->cell == (int)index)
        gtk_box_append (GTK_BOX (column), new_picture (self, picture));
    }
  for (guint i = 0; i < cell->n_units; i++)
    {
      GtkWidget *slot = new_slot (self, cell->first_unit + i);

      cog_unit_slot_set_is_cell (COG_UNIT_SLOT (slot),
                                 cell->columns == 1 && row->table->is_number[cell->column]);
      if (cell->is_header)
        gtk_widget_add_css_class (slot, "header");
      gtk_box_append (GTK_BOX (column), slot);
    }
}

static GtkWidget *
new_grid (CogPageCell *self)
{
  const CogRow *row = cog_workbench_row_get_row (self->row);
  GtkWidget *grid = cog_table_view_new (row->table);

  self->table = COG_TABLE_VIEW (grid);
  gtk_widget_set_direction (grid, self->side->direction);
  gtk_widget_add_css_class (grid, "book");
  for (guint i = 0; i < row->table->cells->len; i++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      fill_cell (self, column, i);
      cog_table_view_add (self->table, column);
    }
  return grid;
}

/* Wider than its page: it scrolls in its row. */
static GtkWidget *
wrap_wide (GtkWidget *grid, const CogRowTable *table)
{
  guint words = 0;
  GtkWidget *scrolled;

  for (guint i = 0; i < table->n_columns; i++)
    words += table->word[i] + 2;
  if (words < 52)
    return grid;
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_size_request (grid, (int)words * 7, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  return scrolled;
}

static GtkWidget *
new_table (CogPageCell *self)
{
  const CogRow *row = cog_workbench_row_get_row (self->row);
  GtkWidget *column = new_column ();
  guint n_before = row->table->cells->len > 0
                       ? g_array_index (row->table->cells, CogRowCell, 0).first_unit
                       : row->units->len;

  gtk_widget_add_css_class (column, "unit-small");
  for (guint i = 0; i < n_before; i++)
    gtk_box_append (GTK_BOX (column), new_slot (self, i));
  gtk_box_append (GTK_BOX (column), wrap_wide (new_grid (self), row->table));
  if (row->table->is_last)
    append_credit (self, column, NULL);
  return column;
}

/* --- text ---------------------------------------------------------------------------------- */

static GtkWidget *
new_text (CogPageCell *self)
{
  const CogRow *row = cog_workbench_row_get_row (self->row);
  GtkWidget *column;

  if (row->units->len == 1)
    return new_slot (self, 0);
  column = new_column ();
  for (guint i = 0; i < row->units->len; i++)
    gtk_box_append (GTK_BOX (column),
                    cog_workbench_row_get_unit (self->row, i)->kind == COG_UNIT_ALT
                        ? new_described (self, i)
                        : new_slot (self, i));
  return column;
}

static void
show_marker (CogPageCell *self, const CogRow *row)
{
  g_autofree char *marker = cog_row_dup_marker (row, self->side->language);
  const CogUnit *unit = cog_workbench_row_get_main_unit (self->row);
  gboolean is_here = unit != NULL && (self->side->is_source ? unit->source != NULL : TRUE);

  if (marker == NULL || !is_here)
    {
      g_clear_pointer (&self->marker, gtk_widget_unparent);
      return;
    }
  if (self->marker == NULL)
    {
      self->marker = gtk_label_new (NULL);
      /* "١." has no letter that would tell: its stop stands left of it. */
      gtk_widget_set_direction (self->marker, self->side->direction);
      gtk_label_set_yalign (GTK_LABEL (self->marker), 0);
      gtk_widget_add_css_class (self->marker, "book");
      gtk_widget_add_css_class (self->marker, "marker");
      if (self->side->script != NULL)
        gtk_widget_add_css_class (self->marker, self->side->script);
      gtk_widget_set_parent (self->marker, GTK_WIDGET (self));
    }
  gtk_label_set_text (GTK_LABEL (self->marker), marker);
}

static void
show_context (CogPageCell *self, const CogRow *row)
{
  /* A box with a heading says itself what it is. */
  const char *name =
      row->is_first && row->level == 0 ? cog_unit_words_get_context (row->context) : "";

  if (name[0] == '\0')
    g_clear_pointer (&self->context, gtk_widget_unparent);
  else if (self->context == NULL)
    {
      self->context = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->context), 0);
      gtk_widget_add_css_class (self->context, "context-name");
      gtk_widget_set_direction (self->context, self->side->direction);
      gtk_widget_insert_after (self->context, GTK_WIDGET (self), NULL);
    }
  if (self->context != NULL)
    gtk_label_set_text (GTK_LABEL (self->context), name);
}

/* --- what is shown ------------------------------------------------------------------------- */

static void
drop_content (CogPageCell *self)
{
  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->table = NULL;
  g_ptr_array_set_size (self->slots, 0);
  g_clear_object (&self->shown);
}

static gboolean
is_single (CogWorkbenchRow *row)
{
  const CogRow *r = cog_workbench_row_get_row (row);

  return (r->kind == COG_ROW_TEXT || r->kind == COG_ROW_EQUATION) && r->units->len == 1;
}

static void
make_content (CogPageCell *self)
{
  const CogRow *row = cog_workbench_row_get_row (self->row);

  if (self->shown == self->row &&
      (self->is_in_hand || row->pictures == NULL || self->credits == self->side->credits))
    return;
  self->credits = self->side->credits;
  /* A slot of one unit serves any other. */
  if (self->content != NULL && COG_IS_UNIT_SLOT (self->content) && is_single (self->row))
    {
      g_set_object (&self->shown, self->row);
      return;
    }
  drop_content (self);
  switch (row->kind)
    {
    case COG_ROW_FIGURE:
      self->content = new_figure (self);
      break;
    case COG_ROW_TABLE:
      self->content = new_table (self);
      break;
    case COG_ROW_TEXT:
    case COG_ROW_EQUATION:
      self->content = new_text (self);
      break;
    }
  g_set_object (&self->shown, self->row);
  gtk_widget_insert_before (self->content, GTK_WIDGET (self), NULL);
}

void
cog_page_cell_show (CogPageCell *self, CogWorkbenchRow *item)
{
  const CogRow *row;

  g_return_if_fail (COG_IS_PAGE_CELL (self));

  g_set_object (&self->row, item);
  if (item == NULL)
    {
      /* Structures are large, a single slot waits for the next text. */
      if (self->content != NULL && !COG_IS_UNIT_SLOT (self->content))
        drop_content (self);
      return;
    }
  row = cog_workbench_row_get_row (item);
  make_content (self);
  show_context (self, row);
  show_marker (self, row);
  for (guint i = 0; i < self->slots->len; i++)
    if (g_ptr_array_index (self->slots, i) != NULL)
      cog_unit_slot_show (g_ptr_array_index (self->slots, i), cog_workbench_row_get_unit (item, i),
                          i);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
cog_page_cell_show_marks (CogPageCell *self)
{
  g_return_if_fail (COG_IS_PAGE_CELL (self));

  for (guint i = 0; self->row != NULL && i < self->slots->len; i++)
    if (g_ptr_array_index (self->slots, i) != NULL)
      cog_unit_slot_show_marks (g_ptr_array_index (self->slots, i),
                                cog_workbench_row_get_unit (self->row, i));
}

CogUnitSlot *
cog_page_cell_get_slot (CogPageCell *self, guint unit)
{
  g_return_val_if_fail (COG_IS_PAGE_CELL (self), NULL);
  return unit < self->slots->len ? g_ptr_array_index (self->slots, unit) : NULL;
}

void
cog_page_cell_set_in_hand (CogPageCell *self, int unit)
{
  const CogRow *row;

  g_return_if_fail (COG_IS_PAGE_CELL (self));

  self->is_in_hand = unit >= 0;
  if (self->table == NULL || self->row == NULL)
    return;
  row = cog_workbench_row_get_row (self->row);
  for (guint i = 0; unit >= 0 && i < row->table->cells->len; i++)
    {
      const CogRowCell *cell = &g_array_index (row->table->cells, CogRowCell, i);

      if ((guint)unit >= cell->first_unit && (guint)unit < cell->first_unit + cell->n_units)
        {
          cog_table_view_set_in_hand (self->table, (int)i);
          return;
        }
    }
  cog_table_view_set_in_hand (self->table, -1);
}

/* --- layout: the box's name above; the marker before the content --------------------------- */

static int
get_indent (CogPageCell *self)
{
  return self->row != NULL ? INDENT * (int)cog_workbench_row_get_row (self->row)->indent : 0;
}

static int
get_height (GtkWidget *child, int width)
{
  int height = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
cog_page_cell_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  CogPageCell *self = COG_PAGE_CELL (widget);
  int width = MAX (for_size - get_indent (self), 48);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 48;
  else
    *minimum = *natural = get_height (self->context, -1) +
                          MAX (get_height (self->content, width), get_height (self->marker, -1));
}

static GtkSizeRequestMode
cog_page_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
place (CogPageCell *self, GtkWidget *child, int start, int y, int width, int height, int whole)
{
  GtkAllocation box = { start, y, width, height };

  if (self->side->direction == GTK_TEXT_DIR_RTL)
    box.x = whole - start - width;
  gtk_widget_size_allocate (child, &box, -1);
}

static void
cog_page_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogPageCell *self = COG_PAGE_CELL (widget);
  int indent = MIN (get_indent (self), MAX (width - 48, 0));
  int top = get_height (self->context, -1);

  if (self->context != NULL)
    place (self, self->context, 0, 0, width, top, width);
  if (self->marker != NULL)
    {
      int natural = 0;

      gtk_widget_measure (self->marker, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      place (self, self->marker, MAX (indent - natural - MARKER_GAP, 0), top, natural,
             get_height (self->marker, -1), width);
    }
  if (self->content != NULL)
    place (self, self->content, indent, top, MAX (width - indent, 1), MAX (height - top, 1), width);
}

static void
picture_loaded_cb (CogPictures *pictures, const char *name, CogPageCell *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (g_ptr_array_index (self->slots, i) != NULL)
      cog_unit_slot_update_pictures (g_ptr_array_index (self->slots, i));
}

static void
cog_page_cell_dispose (GObject *object)
{
  CogPageCell *self = COG_PAGE_CELL (object);

  drop_content (self);
  g_clear_pointer (&self->context, gtk_widget_unparent);
  g_clear_pointer (&self->marker, gtk_widget_unparent);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (cog_page_cell_parent_class)->dispose (object);
}

static void
cog_page_cell_finalize (GObject *object)
{
  g_ptr_array_unref (COG_PAGE_CELL (object)->slots);
  G_OBJECT_CLASS (cog_page_cell_parent_class)->finalize (object);
}

static void
cog_page_cell_class_init (CogPageCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_page_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_page_cell_finalize;
  widget_class->measure = cog_page_cell_measure;
  widget_class->get_request_mode = cog_page_cell_get_request_mode;
  widget_class->size_allocate = cog_page_cell_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "pagecell");
}

static void
cog_page_cell_init (CogPageCell *self)
{
  self->slots = g_ptr_array_new ();
}

GtkWidget *
cog_page_cell_new (const CogSide *side)
{
  CogPageCell *self = g_object_new (COG_TYPE_PAGE_CELL, NULL);

  self->side = side;
  gtk_widget_set_direction (GTK_WIDGET (self), side->direction);
  g_signal_connect_object (side->pictures, "loaded", G_CALLBACK (picture_loaded_cb), self, 0);
  return GTK_WIDGET (self);
}
