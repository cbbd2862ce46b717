/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-piece-layout.h"

#include "cog-compat.h"
#include "cog-formula-layout.h"
#include "cog-picture-decode.h"
#include "cog-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Pixels. */
#define TILE_PADDING 4
#define TILE_RADIUS 5
/* Of an em: a note's number is this large, and stands this far above the baseline. */
#define RAISED_SIZE 0.68
#define RAISED_BY 0.42
/* Of an em: no picture in a line is higher. */
#define PICTURE_HEIGHT 4.0

struct _CogPieceLayout
{
  CogFormulaLayout *formula; /* one of these three (nullable) */
  PangoLayout *words;
  GdkPaintable *picture;
  gboolean is_raised, has_tile, is_dim;
  double scale;        /* of the formula, where the line is too narrow for it */
  double inner_ascent; /* of what is drawn, above the line's baseline */
  int width, ascent, descent;
};

static gboolean
is_note (const CogCode *piece)
{
  return g_str_equal (piece->element, "a");
}

/* What stands between the tags of a piece is its text; of these it is nothing to show. */
static gboolean
is_mark (const CogCode *piece)
{
  return g_str_equal (piece->element, "br") || g_str_equal (piece->element, "span") ||
         piece->type == COG_CODE_SPAN;
}

static double
get_em (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (size <= 0)
    return 15;
  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (resolution > 0 ? resolution : 96) / 72;
}

static char *
dup_attribute (const CogCode *piece, const char *name)
{
  g_autoptr (xmlDoc) document = cog_xml_parse_own (piece->markup, -1, NULL);

  return document != NULL ? cog_xml_dup_attribute (xmlDocGetRootElement (document), name) : NULL;
}

static gboolean
lay_out_formula (CogPieceLayout *self, const CogCode *piece, const CogPieceSetting *setting)
{
  const PangoFontDescription *font = pango_context_get_font_description (setting->context);
  const char *families = pango_font_description_get_family (font);
  CogFormulaSetting formula = { families != NULL ? families : "serif", get_em (setting->context), 0,
                                FALSE, setting->is_rtl };
  double width;

  self->formula = cog_formula_layout_new (piece->markup, &formula);
  if (self->formula == NULL)
    return FALSE;
  self->has_tile = TRUE;
  width = cog_formula_layout_get_width (self->formula);
  if (setting->width > 2 * TILE_PADDING && width > setting->width - 2 * TILE_PADDING)
    self->scale = (setting->width - 2 * TILE_PADDING) / width;
  self->inner_ascent = cog_formula_layout_get_ascent (self->formula) * self->scale;
  self->width = (int)(width * self->scale + 0.999) + 2 * TILE_PADDING;
  self->ascent = (int)(self->inner_ascent + 0.999) + 1;
  self->descent = (int)(cog_formula_layout_get_descent (self->formula) * self->scale + 0.999) + 1;
  return TRUE;
}

static gboolean
lay_out_picture (CogPieceLayout *self, const CogCode *piece, const CogPieceSetting *setting)
{
  g_autofree char *name = NULL;
  double em = get_em (setting->context);
  double width, height, scale, sharpness;

  if (!g_str_equal (piece->element, "img") || setting->find_picture == NULL)
    return FALSE;
  name = dup_attribute (piece, "src");
  self->picture = name != NULL ? setting->find_picture (name, setting->user_data) : NULL;
  if (self->picture == NULL)
    return FALSE;
  sharpness = cog_picture_get_sharpness (self->picture);
  width = gdk_paintable_get_intrinsic_width (self->picture) / sharpness;
  height = gdk_paintable_get_intrinsic_height (self->picture) / sharpness;
  if (width < 1 || height < 1)
    width = height = em;
  scale = MIN (1, PICTURE_HEIGHT * em / height);
  if (setting->width > 0)
    scale = MIN (scale, setting->width / width);
  self->width = MAX (1, (int)(width * scale));
  /* A small picture is a sign among letters, and stands as they do. */
  self->inner_ascent = MAX (1, height * scale);
  self->descent = height * scale <= 1.5 * em ? (int)(0.2 * em) : (int)(height * scale / 3);
  self->inner_ascent -= self->descent;
  self->ascent = (int)(self->inner_ascent + 0.999);
  return TRUE;
}

static const char *
get_shown (const CogCode *piece)
{
  if (g_str_equal (piece->element, "br"))
    return "↵";
  if (is_mark (piece))
    return "⚑";
  return piece->label != NULL && piece->label[0] != '\0' ? piece->label : piece->element;
}

static void
lay_out_words (CogPieceLayout *self, const CogCode *piece, const CogPieceSetting *setting)
{
  double em = get_em (setting->context);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (setting->context));
  PangoRectangle logical;
  int baseline;

  self->is_raised = is_note (piece);
  self->is_dim = is_mark (piece);
  self->has_tile = !self->is_raised && !self->is_dim;
  self->words = pango_layout_new (setting->context);
  if (!self->has_tile)
    pango_font_description_set_absolute_size (font, RAISED_SIZE * em * PANGO_SCALE);
  if (self->is_raised)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (self->words, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (self->words, TRUE);
  pango_layout_set_text (self->words, get_shown (piece), -1);
  if (self->has_tile && setting->width > 2 * TILE_PADDING)
    {
      pango_layout_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (self->words,
                              (int)((setting->width - 2 * TILE_PADDING) * PANGO_SCALE));
    }
  pango_layout_get_pixel_extents (self->words, NULL, &logical);
  baseline = PANGO_PIXELS (pango_layout_get_baseline (self->words));
  self->inner_ascent = baseline + (self->is_raised ? RAISED_BY * em : 0);
  self->width = logical.width + (self->has_tile ? 2 * TILE_PADDING : 2);
  /* The white above small letters is not the line's. */
  self->ascent = self->has_tile ? baseline : (int)(self->inner_ascent * 0.86);
  self->descent = self->is_raised ? 0 : logical.height - baseline;
}

CogPieceLayout *
cog_piece_layout_new (const CogCode *piece, const CogPieceSetting *setting)
{
  CogPieceLayout *self = g_new0 (CogPieceLayout, 1);

  g_return_val_if_fail (piece != NULL && setting != NULL, self);

  self->scale = 1;
  if (g_str_equal (piece->element, "math") && lay_out_formula (self, piece, setting))
    return self;
  if (!lay_out_picture (self, piece, setting))
    lay_out_words (self, piece, setting);
  return self;
}

void
cog_piece_layout_free (CogPieceLayout *self)
{
  if (self == NULL)
    return;
  cog_formula_layout_unref (self->formula);
  g_clear_object (&self->words);
  g_clear_object (&self->picture);
  g_free (self);
}

int
cog_piece_layout_get_width (const CogPieceLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->width;
}

int
cog_piece_layout_get_ascent (const CogPieceLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->ascent;
}

int
cog_piece_layout_get_descent (const CogPieceLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->descent;
}

static void
snapshot_tile (const CogPieceLayout *self,
               GtkSnapshot *snapshot,
               const graphene_rect_t *bounds,
               const CogPieceColours *colours)
{
  GdkRGBA ground = colours->is_selected ? colours->accent : colours->text;
  GskRoundedRect tile;

  if (!self->has_tile && !colours->is_selected)
    return;
  ground.alpha = colours->is_selected ? 0.35F : 0.1F;
  gsk_rounded_rect_init_from_rect (&tile, bounds, TILE_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &tile);
  gtk_snapshot_append_color (snapshot, &ground, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_formula (const CogPieceLayout *self,
                  GtkSnapshot *snapshot,
                  const graphene_rect_t *bounds,
                  const GdkRGBA *colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_translate (cr, bounds->origin.x + TILE_PADDING, bounds->origin.y + self->ascent);
  cairo_scale (cr, self->scale, self->scale);
  cog_formula_layout_draw (self->formula, cr, 0, 0);
  cairo_destroy (cr);
}

void
cog_piece_layout_snapshot (const CogPieceLayout *self,
                           GtkSnapshot *snapshot,
                           double x,
                           double y,
                           const CogPieceColours *colours)
{
  graphene_rect_t bounds;
  GdkRGBA colour;

  g_return_if_fail (self != NULL && snapshot != NULL && colours != NULL);

  bounds = GRAPHENE_RECT_INIT ((float)x, (float)y - (float)self->ascent, (float)self->width,
                               (float)(self->ascent + self->descent));
  colour = self->is_raised ? colours->accent : colours->text;
  if (self->is_dim)
    colour.alpha *= 0.6F;
  snapshot_tile (self, snapshot, &bounds, colours);
  if (self->formula != NULL)
    {
      snapshot_formula (self, snapshot, &bounds, &colour);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float)x + (self->has_tile ? TILE_PADDING : 0),
                                                (float)(y - self->inner_ascent)));
  if (self->picture != NULL)
    gdk_paintable_snapshot (self->picture, snapshot, self->width,
                            self->inner_ascent + self->descent);
  else
    gtk_snapshot_append_layout (snapshot, self->words, &colour);
  gtk_snapshot_restore (snapshot);
}

char *
cog_piece_dup_words (const CogCode *piece)
{
  const char *label;

  g_return_val_if_fail (piece != NULL, NULL);

  label = piece->label != NULL ? piece->label : "";
  if (g_str_equal (piece->element, "math"))
    /* Translators: an equation in a text, as a screen reader says it: "Equation: E=mc2". */
    return g_strdup_printf (_ ("Equation: %s"), label);
  if (is_note (piece))
    /* Translators: the number of a note in a text, as a screen reader says it: "Note 3". */
    return g_strdup_printf (_ ("Note %s"), label);
  if (g_str_equal (piece->element, "img") || g_str_equal (piece->element, "svg"))
    /* Translators: a picture in a line of text, as a screen reader says it, with what it shows. */
    return g_strdup_printf (_ ("Picture: %s"), label);
  if (g_str_equal (piece->element, "br"))
    return g_strdup (_ ("Line break"));
  if (is_mark (piece))
    return g_strdup (_ ("A place that something leads to"));
  return g_strdup (label[0] != '\0' ? label : piece->element);
}

void
cog_piece_get_colours (GtkWidget *widget, CogPieceColours *colours)
{

  g_return_if_fail (GTK_IS_WIDGET (widget) && colours != NULL);

  cog_widget_get_colour (widget, &colours->text);
  if (!cog_widget_lookup_colour (widget, "accent_color", &colours->accent))
    colours->accent = colours->text;
  colours->is_selected = FALSE;
}
