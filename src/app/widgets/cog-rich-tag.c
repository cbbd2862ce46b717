/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-tag.h"

#define CODE_KEY "cog-code"

typedef enum
{
  LOOK_NONE,
  LOOK_BOLD,
  LOOK_ITALIC,
  LOOK_RAISED,
  LOOK_LOWERED,
  LOOK_UNDERLINED,
  LOOK_STRUCK,
  LOOK_LINK,
  LOOK_MONOSPACE,
  LOOK_MARKED,
  LOOK_SMALL,
} Look;

static const struct
{
  const char *element;
  const char *style;
  Look look;
} rows[] = {
  { "strong", "strong", LOOK_BOLD },  { "b", "strong", LOOK_BOLD },
  { "dfn", "dfn", LOOK_BOLD },        { "em", "em", LOOK_ITALIC },
  { "i", "em", LOOK_ITALIC },         { "cite", "cite", LOOK_ITALIC },
  { "var", "var", LOOK_ITALIC },      { "sup", "sup", LOOK_RAISED },
  { "sub", "sub", LOOK_LOWERED },     { "u", "u", LOOK_UNDERLINED },
  { "s", "s", LOOK_STRUCK },          { "a", "a", LOOK_LINK },
  { "code", "code", LOOK_MONOSPACE }, { "kbd", "code", LOOK_MONOSPACE },
  { "samp", "code", LOOK_MONOSPACE }, { "mark", "mark", LOOK_MARKED },
  { "small", "small", LOOK_SMALL },   { "abbr", "abbr", LOOK_NONE },
};

static int
find_row (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].element, element))
      return (int)i;
  return -1;
}

static void
set_look (GtkTextTag *tag, Look look, const GdkRGBA *link)
{
  switch (look)
    {
    case LOOK_BOLD:
      g_object_set (tag, "weight", PANGO_WEIGHT_BOLD, NULL);
      break;
    case LOOK_ITALIC:
      g_object_set (tag, "style", PANGO_STYLE_ITALIC, NULL);
      break;
    case LOOK_RAISED:
      g_object_set (tag, "rise", 4 * PANGO_SCALE, "scale", 0.72, NULL);
      break;
    case LOOK_LOWERED:
      g_object_set (tag, "rise", -2 * PANGO_SCALE, "scale", 0.72, NULL);
      break;
    case LOOK_UNDERLINED:
      g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, NULL);
      break;
    case LOOK_STRUCK:
      g_object_set (tag, "strikethrough", TRUE, NULL);
      break;
    case LOOK_LINK:
      g_object_set (tag, "foreground-rgba", link, NULL);
      break;
    case LOOK_MONOSPACE:
      g_object_set (tag, "family", "monospace", "scale", 0.92, NULL);
      break;
    case LOOK_MARKED:
      g_object_set (tag, "background", "#f8e45c", "foreground", "black", NULL);
      break;
    case LOOK_SMALL:
      g_object_set (tag, "scale", 0.85, NULL);
      break;
    case LOOK_NONE:
      break;
    }
}

static void
free_code (gpointer code)
{
  cog_code_free (code);
}

GtkTextTag *
cog_rich_tag_new (const CogCode *code, const GdkRGBA *link)
{
  GtkTextTag *tag = gtk_text_tag_new (NULL);
  int row;

  g_return_val_if_fail (code != NULL && link != NULL, tag);

  row = find_row (code->element);
  if (row >= 0)
    set_look (tag, rows[row].look, link);
  g_object_set_data_full (G_OBJECT (tag), CODE_KEY, cog_code_copy (code), free_code);
  return tag;
}

const CogCode *
cog_rich_tag_get_code (GtkTextTag *tag)
{
  return g_object_get_data (G_OBJECT (tag), CODE_KEY);
}

GtkTextChildAnchor *
cog_rich_anchor_new (const CogCode *code)
{
  GtkTextChildAnchor *anchor = gtk_text_child_anchor_new ();

  g_object_set_data_full (G_OBJECT (anchor), CODE_KEY, cog_code_copy (code), free_code);
  return anchor;
}

const CogCode *
cog_rich_anchor_get_code (GtkTextChildAnchor *anchor)
{
  return g_object_get_data (G_OBJECT (anchor), CODE_KEY);
}

const char *
cog_rich_tag_get_style (const char *element)
{
  int row = find_row (element);

  return row >= 0 ? rows[row].style : element;
}

gboolean
cog_rich_tag_is_continued (const char *element)
{
  return !g_str_equal (element, "a");
}
