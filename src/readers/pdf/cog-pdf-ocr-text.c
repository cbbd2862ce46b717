/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-ocr-text.h"

#include "cog-xml.h"

#include <math.h>
#include <string.h>

typedef struct
{
  CogPdfOcrText *text;
  double scale; /* points a pixel */
  guint paragraph;
} Reading;

/* "bbox 36 92 580 122; baseline 0.003 -6": a property of it, by name. (nullable) */
static const char *
find_property (const char *title, const char *name)
{
  gsize n = strlen (name);

  for (const char *p = title; p != NULL; p = strchr (p, ';'))
    {
      p += strspn (p, "; ");
      if (strncmp (p, name, n) == 0 && p[n] == ' ')
        return p + n + 1;
    }
  return NULL;
}

static guint
read_numbers (const char *title, const char *name, double *numbers, guint n)
{
  const char *at = find_property (title, name);
  guint n_read = 0;

  while (at != NULL && n_read < n)
    {
      char *end;
      double number = g_ascii_strtod (at, &end);

      if (end == at || !isfinite (number) || fabs (number) > 1e6)
        break;
      numbers[n_read++] = number;
      at = end;
    }
  return n_read;
}

static gboolean
read_box (const Reading *r, const char *title, CogPdfBox *box)
{
  double n[4];

  if (title == NULL || read_numbers (title, "bbox", n, 4) < 4 || n[2] <= n[0] || n[3] <= n[1])
    return FALSE;
  *box = (CogPdfBox){ n[0] * r->scale, n[1] * r->scale, (n[2] - n[0]) * r->scale,
                      (n[3] - n[1]) * r->scale };
  return TRUE;
}

static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_rtl (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff);
}

static gboolean
is_latin (gunichar c)
{
  return g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

/* FALSE: there is nothing to be seen in it. */
static gboolean
read_text (Reading *r, const xmlNode *node, CogPdfOcrWord *word)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *composed = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_bidi_control (c))
        continue;
      word->is_rtl = word->is_rtl || is_rtl (c);
      word->is_latin = word->is_latin || is_latin (c);
      g_string_append_unichar (out, c);
    }
  composed = g_utf8_normalize (out->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  if (composed == NULL || composed[0] == '\0')
    return FALSE;
  word->text = g_string_chunk_insert (r->text->strings, composed);
  return TRUE;
}

static void
take_word (Reading *r, const xmlNode *node)
{
  g_autofree char *title = cog_xml_dup_attribute (node, "title");
  CogPdfOcrWord word = { .line = r->text->lines->len };

  if (!read_box (r, title, &word.box) || read_numbers (title, "x_wconf", &word.confidence, 1) < 1 ||
      !read_text (r, node, &word))
    return;
  word.confidence = CLAMP (word.confidence / 100, 0, 1);
  g_array_append_val (r->text->words, word);
}

static void
take_line (Reading *r, const xmlNode *node, const char *title)
{
  CogPdfOcrLine line = { .first = r->text->words->len, .paragraph = r->paragraph };
  double baseline[2] = { 0, 0 }, angle = 0;
  CogPdfBox box;

  if (!read_box (r, title, &box))
    return;
  read_numbers (title, "baseline", baseline, 2);
  line.left = box.x;
  line.right = box.x + box.width;
  /* Slope, and where it begins from the box's lower left (hOCR 1.2, 5.2); the whole line stands on
   * its middle, though the paper lay askew. */
  line.baseline = box.y + box.height + baseline[1] * r->scale + baseline[0] * box.width / 2;
  line.height = box.height;
  if (read_numbers (title, "x_size", &line.height, 1) == 1)
    line.height *= r->scale;
  line.is_turned = read_numbers (title, "textangle", &angle, 1) == 1 && fabs (angle) > 1;
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    if (cog_xml_has_word (n, "class", "ocrx_word"))
      take_word (r, n);
  line.n = r->text->words->len - line.first;
  if (line.n > 0 && line.height > 0)
    g_array_append_val (r->text->lines, line);
  else
    g_array_set_size (r->text->words, line.first);
}

static void
walk (Reading *r, const xmlNode *root)
{
  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *class =
          n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "class") : NULL;
      g_autofree char *title = NULL;
      CogPdfBox box;

      if (class == NULL || !g_str_has_prefix (class, "ocr_"))
        continue;
      title = cog_xml_dup_attribute (n, "title");
      if (g_str_equal (class, "ocr_par"))
        r->paragraph++;
      /* Lines of running text, of heads, captions and what else floats: each has its height. */
      if (title != NULL && find_property (title, "x_size") != NULL)
        take_line (r, n, title);
      else if (g_str_equal (class, "ocr_photo") && read_box (r, title, &box))
        g_array_append_val (r->text->pictures, box);
    }
}

CogPdfOcrText *
cog_pdf_ocr_text_new (GBytes *hocr, guint resolution)
{
  g_autoptr (xmlDoc) document = NULL;
  Reading r = { NULL };

  g_return_val_if_fail (hocr != NULL && resolution > 0, NULL);

  document = cog_xml_parse (hocr, "hOCR", NULL, NULL);
  if (document == NULL)
    return NULL;
  r.text = g_new0 (CogPdfOcrText, 1);
  r.text->words = g_array_new (FALSE, FALSE, sizeof (CogPdfOcrWord));
  r.text->lines = g_array_new (FALSE, FALSE, sizeof (CogPdfOcrLine));
  r.text->pictures = g_array_new (FALSE, FALSE, sizeof (CogPdfBox));
  r.text->strings = g_string_chunk_new (4096);
  r.scale = 72.0 / resolution;
  walk (&r, xmlDocGetRootElement (document));
  return r.text;
}

void
cog_pdf_ocr_text_free (CogPdfOcrText *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->words);
  g_array_unref (self->lines);
  g_array_unref (self->pictures);
  g_string_chunk_free (self->strings);
  g_free (self);
}
