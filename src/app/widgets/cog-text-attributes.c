/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-text-attributes.h"

#include "cog-piece-layout.h"

#include <string.h>

/* UTF-8, three bytes both: what stands for a piece, and LINE SEPARATOR. */
#define PIECE "\xEF\xBF\xBC"
#define BREAK "\xE2\x80\xA8"

typedef enum
{
  BOLD = 1 << 0,
  ITALIC = 1 << 1,
  UNDERLINE = 1 << 2,
  STRIKE = 1 << 3,
  LOW = 1 << 4,
  HIGH = 1 << 5,
  SMALL = 1 << 6,
  MONO = 1 << 7,
  LINK = 1 << 8,
  MARKED = 1 << 9,
} Look;

static const struct
{
  const char *element;
  Look look;
} looks[] = {
  { "strong", BOLD }, { "b", BOLD },      { "dfn", BOLD },    { "em", ITALIC }, { "i", ITALIC },
  { "cite", ITALIC }, { "var", ITALIC },  { "u", UNDERLINE }, { "s", STRIKE },  { "sub", LOW },
  { "sup", HIGH },    { "small", SMALL }, { "code", MONO },   { "kbd", MONO },  { "samp", MONO },
  { "a", LINK },      { "mark", MARKED },
};

static Look
get_look (const CogCode *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].element, code->element))
      return looks[i].look;
  /* "Figure 4.7" before a caption, as it is printed. */
  if (g_str_equal (code->element, "span") && code->markup != NULL &&
      strstr (code->markup, "class=\"number\"") != NULL)
    return BOLD;
  return 0;
}

char *
cog_text_dup_shown (const CogText *text)
{
  char *shown;

  g_return_val_if_fail (text != NULL, NULL);

  shown = g_strdup (text->plain);
  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);

      if (code->type == COG_CODE_PIECE && g_str_equal (code->element, "br"))
        memcpy (g_utf8_offset_to_pointer (shown, code->start), BREAK, strlen (BREAK));
    }
  return shown;
}

char *
cog_text_dup_words (const CogText *text)
{
  GString *words;
  guint next = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (strstr (text->plain, PIECE) == NULL)
    return g_strdup (text->plain);
  words = g_string_new (NULL);
  for (const char *c = text->plain; *c != '\0'; c = g_utf8_next_char (c))
    {
      const CogCode *code = NULL;

      if (!g_str_has_prefix (c, PIECE))
        {
          g_string_append_len (words, c, g_utf8_next_char (c) - c);
          continue;
        }
      for (; code == NULL && next < text->codes->len; next++)
        if (((CogCode *)g_ptr_array_index (text->codes, next))->type == COG_CODE_PIECE)
          code = g_ptr_array_index (text->codes, next);
      if (code != NULL && g_str_equal (code->element, "br"))
        g_string_append_c (words, ' ');
      else if (code != NULL && code->label != NULL)
        g_string_append (words, code->label);
    }
  return g_string_free (words, FALSE);
}

static void
insert (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
insert_colour (PangoAttrList *list, const GdkRGBA *colour, guint start, guint end)
{
  insert (list,
          pango_attr_foreground_new ((guint16)(colour->red * 65535),
                                     (guint16)(colour->green * 65535),
                                     (guint16)(colour->blue * 65535)),
          start, end);
}

static void
insert_script (PangoAttrList *list, Look look, guint start, guint end)
{
  insert (list,
          pango_attr_baseline_shift_new (look & HIGH ? PANGO_BASELINE_SHIFT_SUPERSCRIPT
                                                     : PANGO_BASELINE_SHIFT_SUBSCRIPT),
          start, end);
  insert (list,
          pango_attr_font_scale_new (look & HIGH ? PANGO_FONT_SCALE_SUPERSCRIPT
                                                 : PANGO_FONT_SCALE_SUBSCRIPT),
          start, end);
}

static void
insert_look (PangoAttrList *list, Look look, const CogTextSetting *setting, guint start, guint end)
{
  if (look & BOLD)
    insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if (look & ITALIC)
    insert (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if (look & UNDERLINE)
    insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  if (look & STRIKE)
    insert (list, pango_attr_strikethrough_new (TRUE), start, end);
  if (look & SMALL)
    insert (list, pango_attr_scale_new (PANGO_SCALE_SMALL), start, end);
  if (look & MONO)
    insert (list, pango_attr_family_new ("monospace"), start, end);
  if (look & LINK)
    insert_colour (list, &setting->accent, start, end);
  if (look & (LOW | HIGH))
    insert_script (list, look, start, end);
  if (look & MARKED)
    {
      insert (list, pango_attr_background_new (0xf8f8, 0xe4e4, 0x5c5c), start, end);
      insert (list, pango_attr_background_alpha_new (0x9999), start, end);
    }
}

/* The height of a line is in pixels, not in parts of each face's own leading. Pieces are as high as
 * they are, and raised or lowered signs are no reason for a higher line. */
static void
insert_lines (PangoAttrList *list, const char *shown, const CogTextSetting *setting)
{
  int height = (int)(setting->em * setting->line * PANGO_SCALE + 0.5);
  const char *from = shown;

  while (*from != '\0')
    {
      const char *piece = strstr (from, PIECE);
      const char *end = piece != NULL ? piece : from + strlen (from);

      if (end > from)
        insert (list, pango_attr_line_height_new_absolute (height), (guint)(from - shown),
                (guint)(end - shown));
      from = piece != NULL ? piece + strlen (PIECE) : end;
    }
}

static void
insert_pieces (PangoAttrList *list, const char *shown, GPtrArray *pieces)
{
  const char *c = shown;

  for (guint i = 0; i < pieces->len && (c = strstr (c, PIECE)) != NULL; i++)
    {
      const CogPieceLayout *piece = g_ptr_array_index (pieces, i);
      int ascent = cog_piece_layout_get_ascent (piece) * PANGO_SCALE;
      int descent = cog_piece_layout_get_descent (piece) * PANGO_SCALE;
      PangoRectangle room = { 0, -ascent, cog_piece_layout_get_width (piece) * PANGO_SCALE,
                              ascent + descent };

      insert (list, pango_attr_shape_new (&room, &room), (guint)(c - shown),
              (guint)(c - shown + strlen (PIECE)));
      c += strlen (PIECE);
    }
}

static void
insert_scripts_lines (PangoAttrList *list, Look look, guint start, guint end)
{
  if (look & (LOW | HIGH))
    insert (list, pango_attr_line_height_new_absolute (PANGO_SCALE), start, end);
}

PangoAttrList *
cog_text_attributes_new (const CogText *text, const char *shown, const CogTextSetting *setting)
{
  PangoAttrList *list = pango_attr_list_new ();

  g_return_val_if_fail (text != NULL && shown != NULL && setting != NULL, list);

  insert_lines (list, shown, setting);
  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);
      Look look = code->type == COG_CODE_SPAN ? get_look (code) : 0;
      guint start, end;

      if (look == 0 || code->start >= code->end)
        continue;
      start = (guint)(g_utf8_offset_to_pointer (shown, code->start) - shown);
      end = (guint)(g_utf8_offset_to_pointer (shown, code->end) - shown);
      insert_look (list, look, setting, start, end);
      insert_scripts_lines (list, look, start, end);
    }
  insert_pieces (list, shown, setting->pieces);
  return list;
}
