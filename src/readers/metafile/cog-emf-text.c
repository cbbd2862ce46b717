/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-emf-private.h"

#include "cog-metafile-image.h"
#include "cog-metafile-text.h"

/* ExtTextOutOptions, 2.1.11. */
enum
{
  ETO_OPAQUE = 0x2,
  ETO_GLYPH_INDEX = 0x10,
  ETO_RTLREADING = 0x80,
  ETO_NO_RECT = 0x100,
  ETO_SMALL_CHARS = 0x200,
  ETO_PDY = 0x2000
};

typedef struct
{
  double x, y;
  guint32 n; /* letters, in units */
  guint32 at;
  guint32 options;
  guint32 widths_at;
  gboolean is_wide;
} Text;

static void
fill_back (CogEmf *self, const CogMetafileRect *box)
{
  CogMetafileState *state = &self->device->state;
  CogMetafileBrush before = state->brush;

  state->brush = (CogMetafileBrush){ 0 };
  state->brush.colour = state->background;
  cog_metafile_fill_box (self->device, box, COG_METAFILE_PATCOPY);
  state->brush = before;
}

/* How wide each letter is, in logical units; with ETO_PDY how high it stands as well. */
static double
read_widths (const CogMetafileBytes *bytes, const Text *text)
{
  CogMetafileBytes widths = *bytes;
  double sum = 0;

  widths.at = MIN (text->widths_at, widths.size);
  if (text->widths_at == 0 || text->n > cog_metafile_left (&widths) / 4)
    return 0;
  for (guint32 i = 0; i < text->n && !widths.is_short; i++)
    {
      sum += cog_metafile_i32 (&widths);
      if (text->options & ETO_PDY)
        cog_metafile_skip (&widths, 4);
    }
  return widths.is_short ? 0 : sum;
}

static void
draw (CogEmf *self, CogMetafileBytes *bytes, const Text *text)
{
  const CogMetafileFont *font = &self->device->state.font;
  const guint8 *letters;
  g_autofree char *words = NULL;
  double advance = read_widths (bytes, text);

  bytes->at = MIN (text->at, bytes->size);
  letters = text->n < COG_METAFILE_MAX_POINTS
                ? cog_metafile_take (bytes, (gsize)text->n * (text->is_wide ? 2 : 1))
                : NULL;
  if (letters == NULL || text->n == 0)
    return;
  if (text->options & ETO_GLYPH_INDEX)
    {
      self->device->n_lost++;
      return;
    }
  words = text->is_wide ? cog_metafile_dup_wide (font, letters, text->n)
                        : cog_metafile_dup_text (font, letters, text->n);
  cog_metafile_draw_text (self->device, text->x, text->y, words, advance,
                          (text->options & ETO_RTLREADING) != 0);
}

static void
read_small (CogEmf *self, CogMetafileBytes *bytes)
{
  Text text = { 0 };

  text.x = cog_metafile_i32 (bytes);
  text.y = cog_metafile_i32 (bytes);
  text.n = cog_metafile_u32 (bytes);
  text.options = cog_metafile_u32 (bytes);
  cog_metafile_skip (bytes, (text.options & ETO_NO_RECT) != 0 ? 12 : 28);
  text.is_wide = (text.options & ETO_SMALL_CHARS) == 0;
  text.at = (guint32)bytes->at;
  draw (self, bytes, &text);
}

void
cog_emf_text (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  Text text = { 0 };
  CogMetafileRect box;

  if (type == 108)
    {
      read_small (self, bytes);
      return;
    }
  cog_metafile_skip (bytes, 28);
  text.x = cog_metafile_i32 (bytes);
  text.y = cog_metafile_i32 (bytes);
  text.n = cog_metafile_u32 (bytes);
  text.at = cog_metafile_u32 (bytes);
  text.options = cog_metafile_u32 (bytes);
  box.x = cog_metafile_i32 (bytes);
  box.y = cog_metafile_i32 (bytes);
  box.width = cog_metafile_i32 (bytes) - box.x;
  box.height = cog_metafile_i32 (bytes) - box.y;
  text.widths_at = cog_metafile_u32 (bytes);
  text.is_wide = type == 84;
  if (bytes->is_short)
    return;
  if ((text.options & ETO_OPAQUE) != 0 && box.width > 0 && box.height > 0)
    fill_back (self, &box);
  draw (self, bytes, &text);
}
