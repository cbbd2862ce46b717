/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-table-view.h"

#include "cog-compat.h"

/* Pixels. */
#define PADDING_X 6
#define PADDING_Y 4
#define EDITOR_WIDTH 260
/* Of the font's size: how wide a sign is, about; in a single word, of which none may break off. */
#define SIGN 0.5
#define WORD_SIGN 0.62

struct _CogTableView
{
  GtkWidget parent_instance;
  const CogRowTable *table;
  GPtrArray *cells; /* widgets, borrowed */
  int in_hand;
  int width;   /* for which the following hold; 0: for none */
  int *starts; /* of columns, n + 1 */
  int *lines;  /* tops of lines, n + 1 */
};

G_DEFINE_FINAL_TYPE (CogTableView, cog_table_view, GTK_TYPE_WIDGET)

static double
get_sign_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (size, 8) * SIGN;
}

static int
get_least (CogTableView *self, guint column, double sign)
{
  return (int)(self->table->word[column] * sign * WORD_SIGN / SIGN) + 2 * PADDING_X;
}

int
cog_table_view_get_least_width (CogTableView *self)
{
  double sign;
  int width = 0;

  g_return_val_if_fail (COG_IS_TABLE_VIEW (self), 0);

  sign = get_sign_width (GTK_WIDGET (self));
  for (guint i = 0; i < self->table->n_columns; i++)
    width += get_least (self, i, sign);
  return width;
}

static const CogRowCell *
get_cell (CogTableView *self, guint index)
{
  return &g_array_index (self->table->cells, CogRowCell, index);
}

/* What a column would take if all stood on one line. The cell that is written takes more. */
static double
get_wish (CogTableView *self, guint column, double sign, double least)
{
  double wish = self->table->longest[column] * sign + 2 * PADDING_X;

  if (self->in_hand >= 0 && get_cell (self, (guint)self->in_hand)->column == column)
    wish = MAX (wish, EDITOR_WIDTH);
  return MAX (wish, least);
}

/* Each column its least; of what is left what each would like beyond that, and the same of the
 * rest.
 */
static void
share_width (CogTableView *self, int width)
{
  guint n = self->table->n_columns;
  double sign = get_sign_width (GTK_WIDGET (self));
  double least = 0, wish = 0, spare, rest, x = 0;

  for (guint i = 0; i < n; i++)
    {
      int column = get_least (self, i, sign);

      least += column;
      wish += get_wish (self, i, sign, column) - column;
    }
  spare = width - least;
  rest = MAX (spare - wish, 0);
  for (guint i = 0; i < n; i++)
    {
      int column = get_least (self, i, sign);
      double more = get_wish (self, i, sign, column) - column;

      self->starts[i] = (int)x;
      if (spare < 0)
        x += column * width / least;
      else
        x += column + (wish > 0 ? (spare - rest) * more / wish : 0) + rest / n;
    }
  self->starts[n] = width;
}

static int
measure_cell (CogTableView *self, guint index)
{
  const CogRowCell *cell = get_cell (self, index);
  int width = self->starts[cell->column + cell->columns] - self->starts[cell->column];
  int height = 0;

  gtk_widget_measure (g_ptr_array_index (self->cells, index), GTK_ORIENTATION_VERTICAL,
                      MAX (width - 2 * PADDING_X, 1), NULL, &height, NULL, NULL);
  return height + 2 * PADDING_Y;
}

/* Heights of lines: first by the cells of one line, then the last line of each span gets what is
 * still missing. */
static void
stack_lines (CogTableView *self)
{
  guint n = self->table->n_lines;
  g_autofree int *heights = g_new0 (int, n + 1);

  for (guint i = 0; i < self->cells->len; i++)
    if (get_cell (self, i)->lines == 1)
      heights[get_cell (self, i)->line] =
          MAX (heights[get_cell (self, i)->line], measure_cell (self, i));
  for (guint i = 0; i < self->cells->len; i++)
    {
      const CogRowCell *cell = get_cell (self, i);
      int have = 0;

      if (cell->lines == 1)
        continue;
      for (guint k = 0; k < cell->lines; k++)
        have += heights[cell->line + k];
      heights[cell->line + cell->lines - 1] += MAX (measure_cell (self, i) - have, 0);
    }
  self->lines[0] = 0;
  for (guint i = 0; i < n; i++)
    self->lines[i + 1] = self->lines[i] + heights[i];
}

static void
lay_out (CogTableView *self, int width)
{
  share_width (self, MAX (width, 1));
  stack_lines (self);
  self->width = width;
}

static void
cog_table_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  CogTableView *self = COG_TABLE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 24;
      return;
    }
  lay_out (self, for_size >= 0 ? for_size : MAX (self->width, 300));
  *minimum = *natural = self->lines[self->table->n_lines];
}

static GtkSizeRequestMode
cog_table_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cog_table_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogTableView *self = COG_TABLE_VIEW (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  lay_out (self, width);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const CogRowCell *cell = get_cell (self, i);
      int start = self->starts[cell->column];
      int end = self->starts[cell->column + cell->columns];
      GtkAllocation box = { is_rtl ? width - end : start, self->lines[cell->line], end - start,
                            self->lines[cell->line + cell->lines] - self->lines[cell->line] };

      box.x += PADDING_X;
      box.y += PADDING_Y;
      box.width = MAX (box.width - 2 * PADDING_X, 1);
      box.height = MAX (box.height - 2 * PADDING_Y, 1);
      gtk_widget_size_allocate (g_ptr_array_index (self->cells, i), &box, -1);
    }
}

/* A rule below each cell; a darker one below headings. */
static void
cog_table_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogTableView *self = COG_TABLE_VIEW (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  GdkRGBA colour;

  cog_widget_get_colour (widget, &colour);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const CogRowCell *cell = get_cell (self, i);
      int start = self->starts[cell->column];
      int end = self->starts[cell->column + cell->columns];
      GdkRGBA rule = colour;

      rule.alpha *= cell->is_header ? 0.28F : 0.11F;
      gtk_snapshot_append_color (
          snapshot, &rule,
          &GRAPHENE_RECT_INIT ((float)(is_rtl ? width - end : start),
                               (float)self->lines[cell->line + cell->lines] - 1,
                               (float)(end - start), 1));
    }
  GTK_WIDGET_CLASS (cog_table_view_parent_class)->snapshot (widget, snapshot);
}

static void
cog_table_view_dispose (GObject *object)
{
  CogTableView *self = COG_TABLE_VIEW (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->cells, 0);
  G_OBJECT_CLASS (cog_table_view_parent_class)->dispose (object);
}

static void
cog_table_view_finalize (GObject *object)
{
  CogTableView *self = COG_TABLE_VIEW (object);

  g_ptr_array_unref (self->cells);
  g_free (self->starts);
  g_free (self->lines);
  G_OBJECT_CLASS (cog_table_view_parent_class)->finalize (object);
}

static void
cog_table_view_class_init (CogTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_table_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_table_view_finalize;
  widget_class->measure = cog_table_view_measure;
  widget_class->get_request_mode = cog_table_view_get_request_mode;
  widget_class->size_allocate = cog_table_view_size_allocate;
  widget_class->snapshot = cog_table_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "tableview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
cog_table_view_init (CogTableView *self)
{
  self->cells = g_ptr_array_new ();
  self->in_hand = -1;
}

GtkWidget *
cog_table_view_new (const CogRowTable *table)
{
  CogTableView *self = g_object_new (COG_TYPE_TABLE_VIEW, NULL);

  g_return_val_if_fail (table != NULL, NULL);

  self->table = table;
  self->starts = g_new0 (int, table->n_columns + 1);
  self->lines = g_new0 (int, table->n_lines + 1);
  return GTK_WIDGET (self);
}

void
cog_table_view_add (CogTableView *self, GtkWidget *cell)
{
  g_return_if_fail (COG_IS_TABLE_VIEW (self) && self->cells->len < self->table->cells->len);

  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_ptr_array_add (self->cells, cell);
}

void
cog_table_view_set_in_hand (CogTableView *self, int cell)
{
  g_return_if_fail (COG_IS_TABLE_VIEW (self));

  if (self->in_hand == cell)
    return;
  self->in_hand = cell;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
