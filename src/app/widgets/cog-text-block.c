/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-text-block.h"

#include "cog-compat.h"
#include "cog-ranges.h"
#include "cog-text-attributes.h"
#include "cog-type.h"

#include <math.h>
#include <string.h>

/* Pixels: a text can be as narrow as that; it wraps anywhere. */
#define MIN_WIDTH 24

struct _CogTextBlock
{
  GtkWidget parent_instance;
  char *xhtml;
  CogText *text;
  char *shown;         /* its plain text as it is laid out: line breaks are signs of their own */
  PangoLayout *layout; /* NULL: to be made anew */
  GPtrArray *pieces;   /* of CogPieceLayout: one for each U+FFFC, in order */
  int width, height;   /* for which it is laid out */
  int baseline;
  CogMark *marks;
  gsize n_marks;
  CogPictureFunc find_picture;
  gpointer user_data;
  gboolean is_at_end;
};

G_DEFINE_FINAL_TYPE (CogTextBlock, cog_text_block, GTK_TYPE_WIDGET)

static void
drop_layout (CogTextBlock *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
}

static double
get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return size > 0 ? size : 15;
}

/* Pango turns left and right by itself only where it guesses the direction. */
static PangoAlignment
get_alignment (CogTextBlock *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return is_rtl != self->is_at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

static GPtrArray *
lay_out_pieces (CogTextBlock *self, int width)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_piece_layout_free);
  CogPieceSetting setting = { gtk_widget_get_pango_context (GTK_WIDGET (self)),
                              gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
                              width, self->find_picture, self->user_data };

  for (guint i = 0; i < self->text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (self->text->codes, i);

      if (code->type == COG_CODE_PIECE && !g_str_equal (code->element, "br"))
        g_ptr_array_add (pieces, cog_piece_layout_new (code, &setting));
    }
  return pieces;
}

static void
make_layout (CogTextBlock *self, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  CogTextSetting setting = { .em = get_em (widget), .line = cog_type_get_line (widget) };
  PangoAttrList *attributes;
  CogPieceColours colours;

  cog_piece_get_colours (widget, &colours);
  setting.accent = colours.accent;
  self->pieces = lay_out_pieces (self, width);
  setting.pieces = self->pieces;
  attributes = cog_text_attributes_new (self->text, self->shown, &setting);
  self->layout = gtk_widget_create_pango_layout (widget, self->shown);
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  /* A title in another script than the page still stands where the page's text does. */
  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_alignment (self->layout, get_alignment (self));
}

/* Lays out for that width, where it is not yet. */
static void
ensure_layout (CogTextBlock *self, int width)
{
  if (self->text == NULL)
    return;
  width = MAX (width, MIN_WIDTH);
  if (self->layout != NULL && self->width == width)
    return;
  /* Pieces are made smaller where the line is too short for them. */
  if (self->layout != NULL && self->pieces->len > 0)
    drop_layout (self);
  if (self->layout == NULL)
    make_layout (self, width);
  self->width = width;
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &self->height);
  self->baseline = PANGO_PIXELS (pango_layout_get_baseline (self->layout));
}

static void
cog_text_block_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  CogTextBlock *self = COG_TEXT_BLOCK (widget);

  /* Its page says how wide it is. To ask the text would lay it out once more. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = MIN_WIDTH;
      return;
    }
  ensure_layout (self, for_size >= 0 ? for_size : self->width);
  *minimum = *natural = self->layout != NULL ? self->height : 0;
  if (self->layout != NULL)
    *minimum_baseline = *natural_baseline = self->baseline;
}

static GtkSizeRequestMode
cog_text_block_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- drawing ------------------------------------------------------------------------------- */

/* What one of two editions has alone: on a tint, and with a line through it or below it, so that
 * colour is not the only sign. */
static void
snapshot_change (GtkSnapshot *snapshot,
                 const CogMark *mark,
                 const graphene_rect_t *box,
                 const GdkRGBA *colour)
{
  GdkRGBA tint = *colour;
  float line = mark->kind == COG_MARK_REMOVED ? box->size.height * 0.55F : box->size.height - 3;

  tint.alpha *= 0.16F;
  gtk_snapshot_append_color (snapshot, &tint, box);
  gtk_snapshot_append_color (
      snapshot, colour,
      &GRAPHENE_RECT_INIT (box->origin.x, box->origin.y + line, box->size.width, 1.5F));
}

static void
snapshot_mark (CogTextBlock *self,
               GtkSnapshot *snapshot,
               const CogMark *mark,
               const graphene_rect_t *box,
               const GdkRGBA *colour)
{
  graphene_rect_t bounds = *box;
  GskRoundedRect round;

  if (mark->kind == COG_MARK_TERM)
    {
      float bottom = bounds.origin.y + bounds.size.height - 3;

      for (float x = 0; x + 1.5F < bounds.size.width; x += 3.5F)
        gtk_snapshot_append_color (snapshot, colour,
                                   &GRAPHENE_RECT_INIT (bounds.origin.x + x, bottom, 1.5F, 1.5F));
      return;
    }
  if (mark->kind == COG_MARK_REMOVED || mark->kind == COG_MARK_ADDED)
    {
      snapshot_change (snapshot, mark, box, colour);
      return;
    }
  bounds = GRAPHENE_RECT_INIT (bounds.origin.x - 2, bounds.origin.y + 2, bounds.size.width + 4,
                               bounds.size.height - 3);
  gsk_rounded_rect_init_from_rect (&round, &bounds, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
get_mark_colour (CogTextBlock *self, CogMarkKind kind, GdkRGBA *colour)
{
  static const char *const names[] = { "marker", "accent_bg_color", "accent_color", "error_color",
                                       "success_color" };

  if (!cog_widget_lookup_colour (GTK_WIDGET (self), names[kind], colour))
    cog_widget_get_colour (GTK_WIDGET (self), colour);
  if (kind == COG_MARK_HIT)
    colour->alpha *= 0.3F;
}

/* The lines that a mark is on, each a stretch or several where directions meet. */
static void
snapshot_marks (CogTextBlock *self, GtkSnapshot *snapshot)
{
  for (gsize i = 0; i < self->n_marks; i++)
    {
      const CogMark *mark = &self->marks[i];
      glong length = g_utf8_strlen (self->shown, -1);
      int start =
          (int)(g_utf8_offset_to_pointer (self->shown, MIN (mark->start, length)) - self->shown);
      int end =
          (int)(g_utf8_offset_to_pointer (self->shown, MIN (mark->end, length)) - self->shown);
      g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (self->layout);
      GdkRGBA colour;

      get_mark_colour (self, mark->kind, &colour);
      do
        {
          PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
          PangoRectangle logical;
          g_autofree int *ranges = NULL;
          int n = 0;

          if (line->start_index >= end || line->start_index + line->length <= start)
            continue;
          pango_layout_iter_get_line_extents (iter, NULL, &logical);
          pango_layout_line_get_x_ranges (line, MAX (start, line->start_index),
                                          MIN (end, line->start_index + line->length), &ranges, &n);
          /* Where two directions meet the mark is one all the same: halves would overlap. */
          n = cog_ranges_join (ranges, n, PANGO_SCALE);
          for (int k = 0; k < n; k++)
            snapshot_mark (self, snapshot, mark,
                           &GRAPHENE_RECT_INIT (PANGO_PIXELS (ranges[2 * k]),
                                                PANGO_PIXELS (logical.y),
                                                PANGO_PIXELS (ranges[2 * k + 1] - ranges[2 * k]),
                                                PANGO_PIXELS (logical.height)),
                           &colour);
        }
      while (pango_layout_iter_next_line (iter));
    }
}

/* Pango leaves their room; GTK draws no shapes. */
static void
snapshot_pieces (CogTextBlock *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayoutIter) iter = NULL;
  CogPieceColours colours;
  guint next = 0;

  if (self->pieces->len == 0)
    return;
  cog_piece_get_colours (GTK_WIDGET (self), &colours);
  for (const char *c = self->shown; next < self->pieces->len; c += strlen ("\xEF\xBF\xBC"))
    {
      PangoRectangle at;
      int line, x;

      c = strstr (c, "\xEF\xBF\xBC");
      if (c == NULL)
        return;
      pango_layout_index_to_pos (self->layout, (int)(c - self->shown), &at);
      pango_layout_index_to_line_x (self->layout, (int)(c - self->shown), FALSE, &line, &x);
      if (iter == NULL)
        iter = pango_layout_get_iter (self->layout);
      while (pango_layout_iter_get_line_readonly (iter) !=
                 pango_layout_get_line_readonly (self->layout, line) &&
             pango_layout_iter_next_line (iter))
        ;
      cog_piece_layout_snapshot (g_ptr_array_index (self->pieces, next++), snapshot,
                                 PANGO_PIXELS (MIN (at.x, at.x + at.width)),
                                 PANGO_PIXELS (pango_layout_iter_get_baseline (iter)), &colours);
    }
}

static void
cog_text_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CogTextBlock *self = COG_TEXT_BLOCK (widget);
  GdkRGBA colour;

  ensure_layout (self, gtk_widget_get_width (widget));
  if (self->layout == NULL)
    return;
  cog_widget_get_colour (widget, &colour);
  snapshot_marks (self, snapshot);
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  snapshot_pieces (self, snapshot);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
cog_text_block_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cog_text_block_parent_class)->css_changed (widget, change);
  drop_layout (COG_TEXT_BLOCK (widget));
  gtk_widget_queue_resize (widget);
}

static void
cog_text_block_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (cog_text_block_parent_class)->system_setting_changed (widget, setting);
  drop_layout (COG_TEXT_BLOCK (widget));
  gtk_widget_queue_resize (widget);
}

static void
cog_text_block_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (cog_text_block_parent_class)->direction_changed (widget, before);
  drop_layout (COG_TEXT_BLOCK (widget));
}

static void
cog_text_block_finalize (GObject *object)
{
  CogTextBlock *self = COG_TEXT_BLOCK (object);

  drop_layout (self);
  g_free (self->xhtml);
  g_free (self->shown);
  g_free (self->marks);
  cog_text_free (self->text);
  G_OBJECT_CLASS (cog_text_block_parent_class)->finalize (object);
}

static void
cog_text_block_class_init (CogTextBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_text_block_finalize;
  widget_class->measure = cog_text_block_measure;
  widget_class->get_request_mode = cog_text_block_get_request_mode;
  widget_class->snapshot = cog_text_block_snapshot;
  widget_class->css_changed = cog_text_block_css_changed;
  widget_class->system_setting_changed = cog_text_block_system_setting_changed;
  widget_class->direction_changed = cog_text_block_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "textblock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
cog_text_block_init (CogTextBlock *self)
{
}

GtkWidget *
cog_text_block_new (void)
{
  return g_object_new (COG_TYPE_TEXT_BLOCK, NULL);
}

/* Reading XML is the dear part, and most texts have none. */
static CogText *
read_text (const char *xhtml)
{
  CogText *text;

  if (strpbrk (xhtml, "<&") == NULL)
    return cog_text_new (xhtml);
  text = cog_text_new_from_xhtml (xhtml, NULL);
  return text != NULL ? text : cog_text_new (xhtml);
}

void
cog_text_block_set_xhtml (CogTextBlock *self, const char *xhtml)
{
  g_autofree char *words = NULL;

  g_return_if_fail (COG_IS_TEXT_BLOCK (self) && xhtml != NULL);

  if (g_strcmp0 (self->xhtml, xhtml) == 0)
    return;
  drop_layout (self);
  g_free (self->xhtml);
  self->xhtml = g_strdup (xhtml);
  cog_text_free (self->text);
  self->text = read_text (xhtml);
  g_free (self->shown);
  self->shown = cog_text_dup_shown (self->text);
  self->n_marks = 0;
  words = cog_text_dup_words (self->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
cog_text_block_set_at_end (CogTextBlock *self, gboolean at_end)
{
  g_return_if_fail (COG_IS_TEXT_BLOCK (self));

  if (self->is_at_end == at_end)
    return;
  self->is_at_end = at_end;
  drop_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cog_text_block_set_pictures (CogTextBlock *self, CogPictureFunc func, gpointer user_data)
{
  g_return_if_fail (COG_IS_TEXT_BLOCK (self));

  self->find_picture = func;
  self->user_data = user_data;
}

void
cog_text_block_update_pictures (CogTextBlock *self)
{
  g_return_if_fail (COG_IS_TEXT_BLOCK (self));

  if (self->pieces == NULL || self->pieces->len == 0)
    return;
  drop_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
cog_text_block_mark (CogTextBlock *self, const CogMark *marks, gsize n)
{
  g_return_if_fail (COG_IS_TEXT_BLOCK (self) && (n == 0 || marks != NULL));

  g_free (self->marks);
  self->marks = n > 0 ? g_memdup2 (marks, n * sizeof *marks) : NULL;
  self->n_marks = n;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
