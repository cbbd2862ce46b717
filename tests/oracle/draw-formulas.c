/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "formula.h"

#include "cog-math-speech.h"
#include "cog-xml.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* Draws each formula of some files for compare-formulas, which says what it does and how it is
 * called. Into a folder come formulas.xml (the elements), sizes.tsv (number, file, line, whether it
 * is a display; width, ascent, descent in points), said.tsv (number, the words for a listener) and
 * N.png (a pixel is .75 points, white around by MARGIN). */

/* Points; 40 pixels of a browser. */
#define SIZE 30
#define SCALE (4 / 3.)
#define MARGIN 40

typedef struct
{
  const char *folder;
  CogMathFont *font;
  GHashTable *seen; /* (element-type utf8) */
  FILE *elements, *sizes, *said;
  const char *language;
  guint n, n_refused;
  clock_t time; /* of the processor, for layout */
} Sheet;

static void
draw (const CogMathBox *box, const char *path)
{
  double ascent = cog_math_box_get_ascent (box);
  int width = (int)(SCALE * cog_math_box_get_width (box)) + 2 * MARGIN;
  int height = (int)(SCALE * (ascent + cog_math_box_get_descent (box))) + 2 * MARGIN;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_translate (cr, MARGIN, MARGIN + (int)(SCALE * ascent));
  cairo_scale (cr, SCALE, SCALE);
  cog_math_box_draw (box, cr, 0, 0, NULL);
  cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
is_display (const xmlNode *math)
{
  g_autofree char *display = cog_xml_dup_attribute (math, "display");

  return g_strcmp0 (display, "block") == 0 ||
         (math->parent != NULL && math->parent->type == XML_ELEMENT_NODE &&
          strcmp ((const char *)math->parent->name, "equation") == 0);
}

static void
add (Sheet *sheet, const xmlNode *math, const char *file)
{
  CogMathSetting setting = { .size = SIZE, .is_display = is_display (math) };
  xmlBuffer *buffer = xmlBufferCreate ();
  g_autofree char *key = NULL;
  g_autoptr (CogMathBox) box = NULL;
  g_autofree char *path = NULL, *said = NULL;
  clock_t start;

  xmlNodeDump (buffer, math->doc, (xmlNode *)math, 0, 0);
  key = g_strdup_printf ("%d %s", setting.is_display, (const char *)xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  if (g_hash_table_contains (sheet->seen, key))
    return;
  start = clock ();
  box = cog_math_lay_out (sheet->font, math, &setting);
  sheet->time += clock () - start;
  sheet->n_refused += box == NULL;
  if (box == NULL)
    return;
  fprintf (sheet->sizes, "%u\t%s\t%ld\t%d\t%.3f\t%.3f\t%.3f\n", sheet->n, file,
           xmlGetLineNo ((xmlNode *)math), setting.is_display, cog_math_box_get_width (box),
           cog_math_box_get_ascent (box), cog_math_box_get_descent (box));
  fprintf (sheet->elements, "%s\n", key + 2);
  said = cog_math_speech_dup (math, sheet->language);
  fprintf (sheet->said, "%u\t%s\n", sheet->n, said != NULL ? said : "");
  path = g_strdup_printf ("%s/%u.png", sheet->folder, sheet->n++);
  draw (box, path);
  g_hash_table_add (sheet->seen, g_steal_pointer (&key));
}

/* The copy declares its own namespaces, wherever the file did. */
static void
add_copy (Sheet *sheet, xmlNode *math, const char *file)
{
  xmlDoc *doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *around = xmlNewDocNode (
      doc, NULL, math->parent->type == XML_ELEMENT_NODE ? math->parent->name : BAD_CAST "p", NULL);
  xmlNode *copy = xmlDocCopyNode (math, doc, 1);

  xmlDocSetRootElement (doc, around);
  xmlAddChild (around, copy);
  xmlReconciliateNs (doc, copy);
  copy->line = math->line;
  add (sheet, copy, file);
  xmlFreeDoc (doc);
}

static void
add_file (Sheet *sheet, const char *file)
{
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) doc = NULL;

  if (!g_file_get_contents (file, &text, &length, &error))
    g_error ("%s", error->message);
  bytes = g_bytes_new (text, length);
  doc = cog_xml_parse (bytes, file, NULL, &error);
  if (doc == NULL)
    {
      g_printerr ("%s: %s\n", file, error->message);
      return;
    }
  for (xmlNode *n = xmlDocGetRootElement (doc); n != NULL;
       n = cog_xml_next_in (xmlDocGetRootElement (doc), n))
    if (cog_xml_is (n, COG_NS_MATHML, "math"))
      add_copy (sheet, n, file);
}

static FILE *
open_in (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = fopen (path, "w");

  if (file == NULL)
    g_error ("%s cannot be written", path);
  return file;
}

int
main (int argc, char **argv)
{
  Sheet sheet = { 0 };

  if (argc < 3)
    {
      g_printerr ("Usage: [COGNATE_SPEECH=LANGUAGE] draw-formulas FOLDER FILE…\n");
      return 2;
    }
  sheet.folder = argv[1];
  sheet.font = formula_make_font ();
  sheet.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sheet.elements = open_in (argv[1], "formulas.xml");
  sheet.sizes = open_in (argv[1], "sizes.tsv");
  sheet.said = open_in (argv[1], "said.tsv");
  sheet.language = g_getenv ("COGNATE_SPEECH") != NULL ? g_getenv ("COGNATE_SPEECH") : "en";
  fputs ("<formulas>\n", sheet.elements);
  for (int i = 2; i < argc; i++)
    add_file (&sheet, argv[i]);
  fputs ("</formulas>\n", sheet.elements);
  fclose (sheet.elements);
  fclose (sheet.sizes);
  fclose (sheet.said);
  g_print ("%s: %u formulas, %u refused, %.0f a second\n", cog_math_font_get_family (sheet.font),
           sheet.n, sheet.n_refused,
           sheet.n * (double)CLOCKS_PER_SEC / (double)MAX (sheet.time, 1));
  g_hash_table_unref (sheet.seen);
  cog_math_font_unref (sheet.font);
  return 0;
}
