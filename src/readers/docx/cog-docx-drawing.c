/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose-findings.h"
#include "cog-docx-line.h"
#include "cog-mtef.h"
#include "cog-reader-findings.h"

#include <string.h>

/* English Metric Units in a pixel of CSS. */
#define EMU_A_PIXEL 9525

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

/* Alternative text: of the drawing around the picture, else of the picture. "" where it is marked
 * as decoration. (transfer full) (nullable) */
static char *
dup_description (const xmlNode *drawing)
{
  char *words = NULL;

  for (const xmlNode *n = drawing; n != NULL; n = cog_xml_next_in (drawing, n))
    {
      g_autofree char *value = NULL;

      if (is_named (n, "decorative"))
        {
          g_autofree char *is_so = cog_docx_dup (n, "val");

          if (g_strcmp0 (is_so, "1") == 0 || g_strcmp0 (is_so, "true") == 0)
            {
              g_free (words);
              return g_strdup ("");
            }
        }
      if (words != NULL)
        continue;
      value = cog_docx_dup (n, is_named (n, "shape") ? "alt" : "descr");
      if (value != NULL &&
          (is_named (n, "docPr") || is_named (n, "cNvPr") || is_named (n, "shape")))
        words = cog_xml_fold_space (value);
      if (words != NULL && words[0] == '\0')
        g_clear_pointer (&words, g_free);
    }
  return words;
}

static void
set_size (const xmlNode *drawing, xmlNode *image)
{
  for (const xmlNode *n = drawing; n != NULL; n = cog_xml_next_in (drawing, n))
    if (is_named (n, "extent"))
      {
        g_autofree char *cx = cog_docx_dup (n, "cx");
        g_autofree char *cy = cog_docx_dup (n, "cy");
        g_autofree char *width = g_strdup_printf (
            "%" G_GINT64_FORMAT, cx != NULL ? g_ascii_strtoll (cx, NULL, 10) / EMU_A_PIXEL : 0);
        g_autofree char *height = g_strdup_printf (
            "%" G_GINT64_FORMAT, cy != NULL ? g_ascii_strtoll (cy, NULL, 10) / EMU_A_PIXEL : 0);

        cog_xml_set (image, "width", width);
        cog_xml_set (image, "height", height);
        return;
      }
}

/* a:srcRect with an edge that is moved inwards (20.1.8.55). */
static gboolean
is_cropped (const xmlNode *picture)
{
  static const char *const edges[] = { "l", "t", "r", "b" };

  for (const xmlNode *n = picture; n != NULL; n = cog_xml_next_in (picture, n))
    for (guint i = 0; is_named (n, "srcRect") && i < G_N_ELEMENTS (edges); i++)
      {
        g_autofree char *value = cog_docx_dup (n, edges[i]);

        if (value != NULL && g_ascii_strtod (value, NULL) >= 1)
          return TRUE;
      }
  return FALSE;
}

static char *
dup_picture_link (CogDocxLine *line, const xmlNode *drawing)
{
  for (const xmlNode *n = drawing; n != NULL; n = cog_xml_next_in (drawing, n))
    if (is_named (n, "hlinkClick"))
      {
        g_autofree char *id = cog_docx_dup_relation (n, "id");
        gboolean is_external = FALSE;
        const char *target = id != NULL
                                 ? cog_docx_package_get_target (line->walk->package,
                                                                line->flow->part, id, &is_external)
                                 : NULL;

        return is_external ? g_strdup (target) : NULL;
      }
  return NULL;
}

static void
add_picture (CogDocxLine *line, const xmlNode *drawing, const xmlNode *picture, const char *id)
{
  gboolean is_external = FALSE;
  const char *target =
      cog_docx_package_get_target (line->walk->package, line->flow->part, id, &is_external);
  g_autofree char *address =
      target != NULL ? (is_external ? g_strdup (target) : g_strconcat ("/", target, NULL)) : NULL;
  g_autofree char *description = dup_description (drawing);
  g_autofree char *link = line->href == NULL ? dup_picture_link (line, drawing) : NULL;
  const char *href = line->href != NULL ? line->href : link;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  xmlNode *image;

  if (address == NULL)
    {
      cog_report_add (line->walk->report, &cog_finding_missing_file, line->flow->part, id, NULL);
      return;
    }
  if (href != NULL)
    g_ptr_array_add (keys, g_strconcat ("a:", href, NULL));
  image = cog_prose_add (line->walk->prose, cog_docx_line_open (line, keys), "img");
  cog_xml_set (image, "src", address);
  cog_xml_set (image, "alt", description);
  set_size (drawing, image);
  if (is_cropped (picture))
    cog_report_add (line->walk->report, &cog_finding_picture_cropped, line->flow->part, target,
                    NULL);
}

/* What is drawn and not a picture: its name tells what is lost. */
static gboolean
is_object (const xmlNode *node)
{
  return is_named (node, "chart") || is_named (node, "relIds") || is_named (node, "contentPart");
}

/* How an object is called: by its description, else by its name. (transfer full) */
static char *
dup_object_name (const xmlNode *drawing, const xmlNode *object)
{
  char *name = dup_description (drawing);

  for (const xmlNode *n = drawing; n != NULL && name == NULL; n = cog_xml_next_in (drawing, n))
    if (is_named (n, "docPr"))
      name = cog_docx_dup (n, "name");
  return name != NULL ? name : g_strdup ((const char *)object->name);
}

/* Of formulas, "Equation.3", "Equation.DSMT4" (MathType). */
static gboolean
is_of_formulas (const char *program)
{
  return program != NULL &&
         (g_str_has_prefix (program, "Equation.") || strstr (program, "MathType") != NULL);
}

/* Whether a paragraph holds nothing else: the formula is on a line of its own. */
static gboolean
is_alone (const xmlNode *object)
{
  const xmlNode *paragraph = object;
  guint n_objects = 0;

  while (paragraph != NULL && !cog_docx_is (paragraph, "p"))
    paragraph = paragraph->parent;
  for (const xmlNode *n = paragraph; n != NULL; n = cog_xml_next_in (paragraph, n))
    {
      g_autofree char *text = cog_docx_is (n, "t") ? cog_xml_dup_folded_text (n) : NULL;

      n_objects += is_named (n, "OLEObject") || is_named (n, "blip");
      if (n_objects > 1 || (text != NULL && text[0] != '\0'))
        return FALSE;
    }
  return n_objects == 1;
}

/* The formula that an object holds, in place of its picture. (transfer full) (nullable) */
static xmlNode *
read_formula (CogDocxLine *line, const xmlNode *drawing)
{
  for (const xmlNode *n = drawing; n != NULL; n = cog_xml_next_in (drawing, n))
    {
      g_autofree char *program = is_named (n, "OLEObject") ? cog_docx_dup (n, "ProgID") : NULL;
      g_autofree char *id = is_of_formulas (program) ? cog_docx_dup_relation (n, "id") : NULL;
      gboolean is_external = FALSE;
      const char *target = id != NULL ? cog_docx_package_get_target (
                                            line->walk->package, line->flow->part, id, &is_external)
                                      : NULL;
      g_autoptr (GBytes) object = target != NULL && !is_external
                                      ? cog_docx_package_read (line->walk->package, target)
                                      : NULL;
      xmlNode *math = object != NULL ? cog_mtef_read_object (object, line->walk->prose->out) : NULL;

      if (math != NULL && is_alone (n))
        cog_xml_set (math, "display", "block");
      if (math != NULL)
        return math;
    }
  return NULL;
}

/* A document of another program. */
static void
report_embedded (CogDocxLine *line, const xmlNode *object)
{
  g_autofree char *program = cog_docx_dup (object, "ProgID");
  gboolean is_formula = is_of_formulas (program);

  cog_report_add (line->walk->report,
                  is_formula ? &cog_finding_formula_picture : &cog_finding_object_dropped,
                  line->flow->part, program != NULL ? program : "OLE", NULL);
}

/* Word keeps a drawing twice: as dots, and in an extension as what it was (asvg:svgBlip). (transfer
 * full) (nullable) */
static char *
dup_drawing_relation (const xmlNode *blip)
{
  for (const xmlNode *n = blip; n != NULL; n = cog_xml_next_in (blip, n))
    if (is_named (n, "svgBlip"))
      return cog_docx_dup_relation (n, "embed");
  return NULL;
}

static void
convert_part (CogDocxLine *line, const xmlNode *drawing, const xmlNode *n)
{
  g_autofree char *id = NULL;

  if (is_named (n, "blip"))
    id = dup_drawing_relation (n);
  if (id == NULL && is_named (n, "blip"))
    id = cog_docx_dup_relation (n, "embed");
  if (id == NULL && is_named (n, "blip"))
    id = cog_docx_dup_relation (n, "link");
  if (id == NULL && is_named (n, "imagedata"))
    id = cog_docx_dup_relation (n, "id");
  if (id != NULL)
    add_picture (line, drawing, n->parent, id);
  if (is_named (n, "OLEObject"))
    report_embedded (line, n);
  if (is_object (n))
    {
      g_autofree char *name = dup_object_name (drawing, n);

      cog_report_add (line->walk->report, &cog_finding_object_dropped, line->flow->part, name,
                      NULL);
    }
}

void
cog_docx_convert_drawing (CogDocxLine *line, const xmlNode *drawing)
{
  const xmlNode *top =
      cog_xml_is (drawing, NULL, "AlternateContent") ? cog_docx_choose (drawing) : drawing;
  xmlNode *math = cog_docx_is (top, "object") ? read_formula (line, top) : NULL;

  if (math != NULL)
    {
      xmlAddChild (cog_docx_line_open (line, NULL), math);
      return;
    }
  for (const xmlNode *n = top; n != NULL;)
    {
      if (cog_docx_is (n, "txbxContent"))
        {
          g_ptr_array_add (line->boxes, (gpointer)n);
          n = cog_xml_skip_in (top, n);
          continue;
        }
      if (n != top && cog_xml_is (n, NULL, "AlternateContent"))
        {
          cog_docx_convert_drawing (line, n);
          n = cog_xml_skip_in (top, n);
          continue;
        }
      if (n->type == XML_ELEMENT_NODE)
        convert_part (line, top, n);
      n = cog_xml_next_in (top, n);
    }
}
