/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-metafile-text.h"

#include "cog-metafile-figure.h"

#include <math.h>

/* Of a usual typeface, in parts of its size: fonts are not in the file. */
#define ASCENT 0.9
#define DESCENT 0.22
#define LETTER 0.5

enum
{
  TA_UPDATECP = 1,
  TA_RIGHT = 2,
  TA_CENTER = 6,
  TA_BOTTOM = 8,
  TA_BASELINE = 24,
  TA_RTLREADING = 256
};

static const char *
get_code_page (guint charset)
{
  static const struct
  {
    guint charset;
    const char *page;
  } pages[] = { { 77, "MACINTOSH" }, { 128, "CP932" },  { 129, "CP949" },  { 134, "CP936" },
                { 136, "CP950" },    { 161, "CP1253" }, { 162, "CP1254" }, { 163, "CP1258" },
                { 177, "CP1255" },   { 178, "CP1256" }, { 186, "CP1257" }, { 204, "CP1251" },
                { 222, "CP874" },    { 238, "CP1250" }, { 255, "CP437" } };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].charset == charset)
      return pages[i].page;
  return "CP1252";
}

/* XML 1.0 has no control characters; a mapped symbol font is U+F000 and its own code. */
static char *
dup_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter >= 0xF020 && letter <= 0xF0FF)
        letter -= 0xF000;
      if (letter >= 0x20 && letter != 0x7F && letter != 0xFFFE && letter != 0xFFFF)
        g_string_append_unichar (clean, letter);
      else if (letter == '\t')
        g_string_append_c (clean, ' ');
    }
  return g_string_free (clean, FALSE);
}

/* The Greek of the typeface Symbol; what has no letter of its own there stays as it is. */
static char *
dup_symbols (const char *text)
{
  static const char *const upper[] = { "Α", "Β", "Χ", "Δ", "Ε", "Φ", "Γ", "Η", "Ι",
                                       "ϑ", "Κ", "Λ", "Μ", "Ν", "Ο", "Π", "Θ", "Ρ",
                                       "Σ", "Τ", "Υ", "ς", "Ω", "Ξ", "Ψ", "Ζ" };
  static const char *const lower[] = { "α", "β", "χ", "δ", "ε", "φ", "γ", "η", "ι",
                                       "ϕ", "κ", "λ", "μ", "ν", "ο", "π", "θ", "ρ",
                                       "σ", "τ", "υ", "ϖ", "ω", "ξ", "ψ", "ζ" };
  GString *out = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter >= 'A' && letter <= 'Z')
        g_string_append (out, upper[letter - 'A']);
      else if (letter >= 'a' && letter <= 'z')
        g_string_append (out, lower[letter - 'a']);
      else if (letter == 0xB7)
        g_string_append (out, "•");
      else if (letter == '-' || letter == 0xB4)
        g_string_append (out, letter == '-' ? "−" : "×");
      else
        g_string_append_unichar (out, letter);
    }
  return g_string_free (out, FALSE);
}

static char *
dup_readable (const CogMetafileFont *font, const char *text)
{
  g_autofree char *clean = dup_clean (text);

  if (g_ascii_strcasecmp (font->family, "Symbol") == 0)
    return dup_symbols (clean);
  return g_steal_pointer (&clean);
}

char *
cog_metafile_dup_text (const CogMetafileFont *font, const guint8 *bytes, gsize length)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (font != NULL && bytes != NULL, NULL);

  text = g_convert_with_fallback ((const char *)bytes, (gssize)length, "UTF-8",
                                  get_code_page (font->charset), NULL, NULL, NULL, NULL);
  /* A byte that the page has not: Latin-1 has them all. */
  if (text == NULL)
    text = g_convert ((const char *)bytes, (gssize)length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  return dup_readable (font, text != NULL ? text : "");
}

char *
cog_metafile_dup_wide (const CogMetafileFont *font, const guint8 *bytes, gsize length)
{
  g_autofree gunichar2 *units = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (font != NULL && bytes != NULL, NULL);

  units = g_new0 (gunichar2, length + 1);
  for (gsize i = 0; i < length; i++)
    {
      units[i] = (gunichar2)(bytes[2 * i] | bytes[2 * i + 1] << 8);
      /* Half a character would make the whole text unreadable. */
      if (units[i] >= 0xD800 && units[i] <= 0xDBFF && i + 1 < length &&
          (bytes[2 * i + 3] & 0xFC) == 0xDC)
        {
          i++;
          units[i] = (gunichar2)(bytes[2 * i] | bytes[2 * i + 1] << 8);
        }
      else if (units[i] >= 0xD800 && units[i] <= 0xDFFF)
        units[i] = 0xFFFD;
    }
  text = g_utf16_to_utf8 (units, (glong)length, NULL, NULL, NULL);
  return dup_readable (font, text != NULL ? text : "");
}

void
cog_metafile_set_family (CogMetafileFont *font, const char *family)
{
  const char *end;

  g_return_if_fail (font != NULL && family != NULL);

  g_utf8_validate (family, -1, &end);
  g_strlcpy (font->family, family, MIN (sizeof font->family, (gsize)(end - family) + 1));
  /* What was cut within a character. */
  if (!g_utf8_validate (font->family, -1, &end))
    font->family[end - font->family] = '\0';
}

static double
get_size (const CogMetafileDevice *self)
{
  cairo_matrix_t matrix;
  double height = self->state.font.height;
  double x = 0, y = 1;

  cog_metafile_device_get_matrix (self, &matrix);
  cairo_matrix_transform_distance (&matrix, &x, &y);
  if (height == 0)
    return 16 * self->finest;
  return fabs (height) * (height > 0 ? 1 / (ASCENT + DESCENT) : 1) * hypot (x, y);
}

/* Radians, clockwise as SVG counts. A page that is mirrored does not mirror the letters. */
static double
get_angle (const CogMetafileDevice *self)
{
  cairo_matrix_t page, world = self->state.world;
  double x = world.xx, y = world.yx;

  cog_metafile_device_get_page (self, &page);
  if (page.yy < 0)
    y = -y;
  if (world.xx * world.yy - world.xy * world.yx < 0)
    x = fabs (x);
  return atan2 (y, x) - self->state.font.escapement * G_PI / 180;
}

static const char *
get_anchor (guint align, gboolean is_rtl)
{
  if ((align & TA_CENTER) == TA_CENTER)
    return "middle";
  /* What runs from right to left starts at the right. */
  return ((align & TA_RIGHT) != 0) != is_rtl ? "end" : "start";
}

static void
add_style (const CogMetafileDevice *self, GString *element, double size)
{
  const CogMetafileFont *font = &self->state.font;
  g_autofree char *plain =
      font->family[0] == '@' ? g_strdup (font->family + 1) : g_strdup (font->family);
  g_autofree char *family = NULL;
  g_autofree char *escaped = NULL;

  g_strdelimit (plain, "'\"\\;()", ' ');
  family = dup_clean (g_strstrip (plain));
  if (family[0] != '\0')
    {
      g_autofree char *quoted = g_strdup_printf ("'%s', sans-serif", family);

      escaped = g_markup_escape_text (quoted, -1);
    }
  g_string_append_printf (element, " font-family=\"%s\" font-size=\"",
                          escaped != NULL ? escaped : "sans-serif");
  cog_metafile_add_number (element, size);
  g_string_append_printf (element, "\" fill=\"#%06x\"", self->state.text_colour);
  if (font->weight >= 600)
    g_string_append (element, " font-weight=\"bold\"");
  if (font->is_italic)
    g_string_append (element, " font-style=\"italic\"");
  if (font->is_underlined || font->is_struck)
    g_string_append_printf (
        element, " text-decoration=\"%s%s%s\"", font->is_underlined ? "underline" : "",
        font->is_underlined && font->is_struck ? " " : "", font->is_struck ? "line-through" : "");
}

/* The width that was told, where it is one that letters can have: the typeface will be another. */
static void
add_length (GString *element, const char *text, double length, double size)
{
  glong n_letters = g_utf8_strlen (text, -1);
  double guess = (double)n_letters * size * LETTER;

  if (n_letters < 2 || length < guess / 4 || length > guess * 4)
    return;
  g_string_append (element, " textLength=\"");
  cog_metafile_add_number (element, length);
  g_string_append (element, "\" lengthAdjust=\"spacingAndGlyphs\"");
}

/* How far the line on which letters stand is below the place that was given. */
static double
get_drop (guint align, double size)
{
  if ((align & TA_BASELINE) == TA_BASELINE)
    return 0;
  return (align & TA_BOTTOM) != 0 ? -DESCENT * size : ASCENT * size;
}

static void
add_place (CogMetafileDevice *self, GString *element, double x, double y, double size)
{
  double angle = get_angle (self);
  double drop = get_drop (self->state.text_align, size);

  x -= drop * sin (angle);
  y += drop * cos (angle);
  g_string_append (element, "<text");
  g_string_append (element, " x=\"");
  cog_metafile_add_number (element, x);
  g_string_append (element, "\" y=\"");
  cog_metafile_add_number (element, y);
  g_string_append_c (element, '"');
  if (fabs (angle) > 0.002)
    {
      g_string_append (element, " transform=\"rotate(");
      cog_metafile_add_number (element, angle * 180 / G_PI);
      g_string_append_c (element, ' ');
      cog_metafile_add_number (element, x);
      g_string_append_c (element, ' ');
      cog_metafile_add_number (element, y);
      g_string_append (element, ")\"");
    }
}

void
cog_metafile_draw_text (
    CogMetafileDevice *self, double x, double y, const char *text, double advance, gboolean is_rtl)
{
  CogMetafileState *state;
  cairo_matrix_t matrix;
  double size, dx = 1, dy = 0;
  g_autoptr (GString) element = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (self != NULL && text != NULL);

  state = &self->state;
  cog_metafile_flush (self);
  if (state->text_align & TA_UPDATECP)
    {
      x = state->x;
      y = state->y;
      state->x += advance;
    }
  /* Words that are part of a path are drawn as words: nobody can read their outline aloud. */
  if (text[strspn (text, " ")] == '\0' || self->is_full)
    return;
  is_rtl = is_rtl || (state->text_align & TA_RTLREADING) != 0;
  cog_metafile_device_get_matrix (self, &matrix);
  cairo_matrix_transform_distance (&matrix, &dx, &dy);
  cog_metafile_device_map (self, &x, &y);
  size = get_size (self);
  element = g_string_new (NULL);
  add_place (self, element, x, y, size);
  cog_metafile_device_reach (self, x, y);
  cog_metafile_device_reach (self, x + fabs (advance) * hypot (dx, dy), y + size);
  add_style (self, element, size);
  if (is_rtl)
    g_string_append (element, " direction=\"rtl\"");
  if (!g_str_equal (get_anchor (state->text_align, is_rtl), "start"))
    g_string_append_printf (element, " text-anchor=\"%s\"", get_anchor (state->text_align, is_rtl));
  add_length (element, text, advance * hypot (dx, dy), size);
  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (element, " xml:space=\"preserve\">%s</text>", escaped);
  cog_metafile_device_emit (self, element->str);
}
