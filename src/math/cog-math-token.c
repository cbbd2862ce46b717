/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-layout-private.h"

#include <math.h>
#include <string.h>

/* A longer text is no token of a formula. */
#define MAX_TEXT 20000

static void
add_text (GString *text, const xmlNode *node)
{
  g_autofree char *alt = cog_math_is (node, "mglyph") ? cog_xml_dup_attribute (node, "alt") : NULL;
  const char *content = cog_math_is_text (node) ? (const char *)node->content : alt;

  if (content != NULL)
    g_string_append_len (text, content, MIN ((gssize)strlen (content), MAX_TEXT));
}

char *
cog_math_dup_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  if (cog_math_is_text (node))
    add_text (text, node);
  for (const xmlNode *n = cog_xml_next_in (node, node); n != NULL && text->len < MAX_TEXT;
       n = cog_xml_next_in (node, n))
    add_text (text, n);
  if (!g_utf8_validate (text->str, (gssize)text->len, NULL))
    g_string_truncate (text, 0);
  /* Only the spaces of XML: no-break spaces are meant. */
  {
    g_autofree char *whole = g_string_free (text, FALSE);
    g_autofree char *folded = cog_xml_fold_space (whole);
    gsize n = strlen (whole);

    /* XML would trim it; but who writes "if " before a letter means the space. */
    if (*folded == '\0' || !(cog_math_is (node, "mtext") || cog_math_is_text (node)))
      return g_steal_pointer (&folded);
    return g_strconcat (whole[0] == ' ' ? " " : "", folded, whole[n - 1] == ' ' ? " " : "", NULL);
  }
}

/* Signs that are meant and not seen (U+2061 to U+2064), and joiners, have no glyph. */
static gboolean
is_unseen (gunichar c)
{
  return (c >= 0x2061 && c <= 0x2064) || (c >= 0x200b && c <= 0x200f) || c == 0x2060 ||
         c == 0xfe0e || c == 0xfe0f || c == 0xfeff || c < 0x20;
}

static char *
dup_mapped (const char *text, CogMathVariant variant, char **shown)
{
  GString *mapped = g_string_new (NULL), *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unseen (c))
        continue;
      c = c == 0xa0 || c == 0x202f || c == 0x2009 ? ' ' : c;
      g_string_append_unichar (plain, c);
      g_string_append_unichar (mapped, cog_math_variant_map (variant, c));
    }
  *shown = g_string_free (plain, FALSE);
  return g_string_free (mapped, FALSE);
}

/* Ink of a slanted letter reaches beyond its width by its italic correction. */
static CogMathBox *
make_from_run (CogMathLayout *layout, CogMathRun *run, double size)
{
  CogMathBox *box = cog_math_box_new (layout->font);

  box->width = run->width * size;
  box->ascent = run->ascent * size;
  box->descent = run->descent * size;
  box->left = run->left * size;
  box->right = run->right * size;
  box->italic = run->italic * size;
  box->accent = run->accent * size;
  box->size = size;
  cog_math_box_add_run (box, run, size, 0, 0);
  box->run = run;
  return box;
}

static CogMathBox *
make_from_layout (CogMathLayout *layout, PangoLayout *text, double size)
{
  CogMathBox *box = cog_math_box_new (layout->font);
  PangoRectangle ink, logical;
  CogMathPart part = { .kind = COG_MATH_PART_TEXT, .colour = -1, .layout = text };

  pango_layout_line_get_extents (pango_layout_get_line_readonly (text, 0), &ink, &logical);
  box->width = logical.width / (double)PANGO_SCALE;
  box->ascent = -ink.y / (double)PANGO_SCALE;
  box->descent = (ink.y + ink.height) / (double)PANGO_SCALE;
  box->left = ink.x / (double)PANGO_SCALE;
  box->right = (ink.x + ink.width) / (double)PANGO_SCALE;
  box->italic = MAX (0, box->right - box->width);
  box->accent = box->width / 2;
  box->size = size;
  g_array_append_val (box->parts, part);
  return box;
}

static CogMathShape
get_shape (const CogMathStyle *style)
{
  return (CogMathShape)MIN (style->level, 2) |
         (style->is_dotless ? COG_MATH_SHAPE_DOTLESS : COG_MATH_SHAPE_PLAIN) |
         (style->is_mirrored ? COG_MATH_SHAPE_MIRRORED : COG_MATH_SHAPE_PLAIN);
}

/* What the math typeface lacks (Cyrillic, Arabic, Chinese, …) is set like the text around. */
CogMathBox *
cog_math_make_token (CogMathLayout *layout,
                     const char *text,
                     const CogMathStyle *style,
                     CogMathVariant variant)
{
  double size = cog_math_layout_get_size (layout, style);
  g_autofree char *shown = NULL;
  g_autofree char *mapped = dup_mapped (text, variant, &shown);
  CogMathRun *run;
  CogMathBox *box;

  if (*mapped == '\0')
    return cog_math_box_new (layout->font);
  run = cog_math_font_shape (layout->font, mapped, shown, get_shape (style));
  if (run == NULL)
    return make_from_layout (layout,
                             cog_math_font_make_layout (layout->font, shown, size,
                                                        cog_math_variant_is_italic (variant),
                                                        cog_math_variant_is_bold (variant)),
                             size);
  box = make_from_run (layout, run, size);
  box->is_slanted = cog_math_variant_is_italic (variant);
  return box;
}

/* One letter, with any signs on it. */
static gboolean
is_one_letter (const char *text)
{
  const char *next = *text != '\0' ? g_utf8_next_char (text) : text;

  while (*next != '\0' && g_unichar_ismark (g_utf8_get_char (next)))
    next = g_utf8_next_char (next);
  return *text != '\0' && *next == '\0';
}

/* A script without slanted letters is never slanted. */
static gboolean
can_slant (const char *text)
{
  GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (text));

  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK ||
         script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_COMMON ||
         script == G_UNICODE_SCRIPT_ARMENIAN;
}

/* The text of Arabic formulas and of all words comes from the fonts of the text. */
static CogMathBox *
make_words (CogMathLayout *layout,
            const char *text,
            const CogMathStyle *style,
            CogMathVariant variant)
{
  double size = cog_math_layout_get_size (layout, style);
  PangoLayout *words =
      cog_math_font_make_layout (layout->font, text, size, cog_math_variant_is_italic (variant),
                                 cog_math_variant_is_bold (variant));

  return make_from_layout (layout, words, size);
}

static gboolean
is_plain_words (CogMathVariant variant)
{
  return variant == COG_MATH_VARIANT_AUTO || variant == COG_MATH_VARIANT_NORMAL ||
         variant == COG_MATH_VARIANT_BOLD || variant == COG_MATH_VARIANT_ITALIC ||
         variant == COG_MATH_VARIANT_BOLD_ITALIC;
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

CogMathBox *
cog_math_lay_out_token (CogMathLayout *layout,
                        const xmlNode *node,
                        const CogMathStyle *style,
                        const CogMathPlace *place)
{
  g_autofree char *text = cog_math_dup_text (node);
  CogMathVariant variant = style->variant;

  if (*text == '\0')
    return cog_math_box_new (layout->font);
  if (cog_math_is (node, "ms"))
    {
      g_autofree char *open = cog_xml_dup_attribute (node, "lquote");
      g_autofree char *close = cog_xml_dup_attribute (node, "rquote");
      g_autofree char *quoted =
          g_strconcat (open != NULL ? open : "\"", text, close != NULL ? close : "\"", NULL);

      return make_words (layout, quoted, style, variant);
    }
  if ((cog_math_is (node, "mtext") || cog_math_is_text (node)) && is_plain_words (variant) &&
      has_letter (text))
    return make_words (layout, text, style, variant);
  if (cog_math_is (node, "mi") && variant == COG_MATH_VARIANT_AUTO && is_one_letter (text) &&
      can_slant (text))
    variant = COG_MATH_VARIANT_ITALIC;
  if (cog_math_is (node, "mn") && text[0] == '-')
    {
      g_autofree char *signed_text = g_strconcat ("\u2212", text + 1, NULL);

      return cog_math_make_token (layout, signed_text, style, variant);
    }
  return cog_math_make_token (layout, text, style, variant);
}
