/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-metafile-figure.h"

#include <math.h>

/* Hatches are drawn in squares of eight dots of a screen. */
#define SQUARE 8

/* R2_BLACK and R2_WHITE paint that, whatever was chosen. */
static guint32
get_colour (const CogMetafileDevice *self, guint32 chosen)
{
  if (self->state.rop == 1)
    return 0;
  return self->state.rop == 16 ? 0xFFFFFF : chosen;
}

static void
add_dashes (CogMetafileDevice *self, GString *element, double width)
{
  static const char *const patterns[] = { "", "3 1", "1 1", "3 1 1 1", "3 1 1 1 1 1" };
  const CogMetafilePen *pen = &self->state.pen;
  guint style = pen->style & 0xF;
  double scale = cog_metafile_device_get_scale (self);
  g_auto (GStrv) parts = NULL;

  if (style == 7 && pen->n_dashes > 0)
    {
      g_string_append (element, " stroke-dasharray=\"");
      for (guint i = 0; i < pen->n_dashes; i++)
        cog_metafile_add_number (element, MAX (pen->dashes[i] * scale, 0));
      g_string_append_c (element, '"');
    }
  if (style == 0 || style >= G_N_ELEMENTS (patterns))
    return;
  /* Dashes of a thin line are those of a screen, not as short as it is thin. */
  width = MAX (width, self->finest * (pen->is_geometric ? 1 : 3));
  parts = g_strsplit (patterns[style], " ", -1);
  g_string_append (element, " stroke-dasharray=\"");
  for (guint i = 0; parts[i] != NULL; i++)
    cog_metafile_add_number (element, g_ascii_strtod (parts[i], NULL) * width);
  g_string_append_c (element, '"');
}

static void
add_stroke (CogMetafileDevice *self, GString *element)
{
  const CogMetafilePen *pen = &self->state.pen;
  double width = MAX (fabs (pen->width) * cog_metafile_device_get_scale (self), self->finest);
  guint cap = pen->style & 0xF00, join = pen->style & 0xF000;

  g_string_append_printf (element, " stroke=\"#%06x\" stroke-width=\"",
                          get_colour (self, pen->colour));
  cog_metafile_add_number (element, width);
  g_string_append_c (element, '"');
  add_dashes (self, element, width);
  if (cap != 0x200 && (pen->style & 0xF) == 0)
    g_string_append_printf (element, " stroke-linecap=\"%s\"", cap == 0x100 ? "square" : "round");
  if (join == 0x2000)
    {
      g_string_append (element, " stroke-miterlimit=\"");
      cog_metafile_add_number (element, MAX (self->state.miter_limit, 1));
      g_string_append_c (element, '"');
    }
  else
    g_string_append_printf (element, " stroke-linejoin=\"%s\"", join == 0x1000 ? "bevel" : "round");
}

/* HS_HORIZONTAL, VERTICAL, FDIAGONAL (falls to the right), BDIAGONAL, CROSS, DIAGCROSS. */
static guint
make_hatch (CogMetafileDevice *self, guint32 colour)
{
  static const char *const lines[] = { "M0 4H8",   "M4 0V8",       "M0 0L8 8",
                                       "M0 8L8 0", "M0 4H8M4 0V8", "M0 0L8 8M0 8L8 0" };
  guint hatch = MIN (self->state.brush.hatch, G_N_ELEMENTS (lines) - 1);
  g_autoptr (GString) size = g_string_new (NULL);
  g_autofree char *back =
      self->state.is_opaque
          ? g_strdup_printf ("<path d=\"M0 0H8V8H0Z\" fill=\"#%06x\"/>", self->state.background)
          : g_strdup ("");

  if (self->defs->len > COG_METAFILE_MAX_OUTPUT)
    self->is_full = TRUE;
  cog_metafile_add_number (size, self->finest);
  g_string_append_printf (self->defs,
                          "<pattern id=\"h%u\" width=\"%d\" height=\"%d\" "
                          "patternUnits=\"userSpaceOnUse\" patternTransform=\"scale(%s)\">"
                          "%s<path d=\"%s\" fill=\"none\" stroke=\"#%06x\"/></pattern>\n",
                          ++self->n_defs, SQUARE, SQUARE, size->str, back, lines[hatch], colour);
  return self->n_defs;
}

void
cog_metafile_add_paint (CogMetafileDevice *self,
                        GString *element,
                        gboolean is_filled,
                        gboolean is_stroked)
{
  guint32 colour;

  g_return_if_fail (self != NULL && element != NULL);

  colour = get_colour (self, self->state.brush.colour);
  if (!is_filled)
    g_string_append (element, " fill=\"none\"");
  else if (self->state.brush.is_hatched)
    g_string_append_printf (element, " fill=\"url(#h%u)\"", make_hatch (self, colour));
  else
    g_string_append_printf (element, " fill=\"#%06x\"", colour);
  if (is_filled && !self->state.is_winding)
    g_string_append (element, " fill-rule=\"evenodd\"");
  if (is_stroked)
    add_stroke (self, element);
}
