/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-markup.h"

#include <string.h>

typedef struct
{
  const char *element;
  const char *open, *close;
} Style;

static const Style styles[] = {
  { "strong", "<b>", "</b>" },
  { "b", "<b>", "</b>" },
  { "em", "<i>", "</i>" },
  { "i", "<i>", "</i>" },
  { "cite", "<i>", "</i>" },
  { "dfn", "<b>", "</b>" },
  { "var", "<i>", "</i>" },
  { "u", "<u>", "</u>" },
  { "s", "<s>", "</s>" },
  { "sub", "<span line_height=\"8192\"><sub>", "</sub></span>" },
  { "sup", "<span line_height=\"0.4\"><sup>", "</sup></span>" },
  { "small", "<small>", "</small>" },
  { "code", "<tt>", "</tt>" },
  { "kbd", "<tt>", "</tt>" },
  { "samp", "<tt>", "</tt>" },
  { "mark", "<span background=\"#f8e45c\" foreground=\"black\">", "</span>" },
};

static const Style *
find_style (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].element, element))
      return &styles[i];
  return NULL;
}

char *
cog_rich_markup_dup_piece_label (const CogCode *code)
{
  if (code->label != NULL && code->label[0] != '\0')
    return g_strdup (code->label);
  return g_strdup_printf ("[%s]", code->element);
}

/* Links: the accent of the platform, which differs by ground; markup cannot name a colour of the
 * style sheet. */
static const char *
get_link_open (gboolean is_dark)
{
  return is_dark ? "<span foreground=\"#78aeed\">" : "<span foreground=\"#1b6acb\">";
}

static void
append_piece (GString *out, const CogCode *code, gboolean is_dark)
{
  g_autofree char *label = cog_rich_markup_dup_piece_label (code);
  g_autofree char *escaped = g_markup_escape_text (label, -1);

  if (g_str_equal (code->element, "br"))
    g_string_append_c (out, '\n');
  else if (g_str_equal (code->element, "a"))
    g_string_append_printf (out, "<span line_height=\"8192\"><sup>%s%s</span></sup></span>",
                            get_link_open (is_dark), escaped);
  else
    g_string_append_printf (out, "<span background=\"#8883\"> \xE2\x81\xA6%s\xE2\x81\xA9 </span>",
                            escaped);
}

static void
close_spans (GString *out, GPtrArray *open, guint at)
{
  while (open->len > 0 && ((CogCode *)g_ptr_array_index (open, open->len - 1))->end <= at)
    {
      const CogCode *code = g_ptr_array_steal_index (open, open->len - 1);
      const Style *style = find_style (code->element);

      if (g_str_equal (code->element, "a"))
        g_string_append (out, "</span>");
      else if (style != NULL)
        g_string_append (out, style->close);
    }
}

char *
cog_rich_markup_new (const char *xhtml, gboolean is_dark)
{
  g_autoptr (CogText) text = cog_text_new_from_xhtml (xhtml, NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  GString *out = g_string_new (NULL);
  guint at = 0, next = 0;

  if (text == NULL)
    return g_markup_escape_text (xhtml, -1);
  for (const char *c = text->plain;; c = g_utf8_next_char (c), at++)
    {
      gboolean is_piece = FALSE;

      close_spans (out, open, at);
      for (; next < text->codes->len &&
             ((CogCode *)g_ptr_array_index (text->codes, next))->start <= at;
           next++)
        {
          CogCode *code = g_ptr_array_index (text->codes, next);
          const Style *style = find_style (code->element);

          if (code->type == COG_CODE_PIECE)
            {
              append_piece (out, code, is_dark);
              is_piece = TRUE;
              next++;
              break;
            }
          if (code->end > at)
            {
              if (g_str_equal (code->element, "a"))
                g_string_append (out, get_link_open (is_dark));
              else if (style != NULL)
                g_string_append (out, style->open);
              g_ptr_array_add (open, code);
            }
        }
      if (*c == '\0')
        break;
      if (!is_piece)
        {
          g_autofree char *escaped = g_markup_escape_text (c, g_utf8_next_char (c) - c);

          g_string_append (out, escaped);
        }
    }
  close_spans (out, open, G_MAXUINT);
  return g_string_free (out, FALSE);
}
