/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-names.h"
#include "cog-odt-walk.h"
#include "cog-prose-findings.h"
#include "cog-reader-findings.h"

#include <string.h>

gboolean
cog_odt_is_drawing (const xmlNode *node)
{
  /* What describes a shape further, as its geometry or its points of glue, is in that namespace as
   * well. */
  static const char *const names[] = { "a",       "caption",      "circle",  "connector",
                                       "control", "custom-shape", "ellipse", "frame",
                                       "g",       "line",         "measure", "path",
                                       "polygon", "polyline",     "rect",    "regular-polygon",
                                       NULL };

  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         strcmp ((const char *)node->ns->href, COG_ODT_DRAW) == 0 &&
         g_strv_contains (names, (const char *)node->name);
}

static gboolean
is_draw (const xmlNode *node, const char *name)
{
  return cog_xml_is (node, COG_ODT_DRAW, name);
}

static gboolean
is_true (const xmlNode *node, const char *name)
{
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    if (strcmp ((const char *)a->name, name) == 0 && a->children != NULL &&
        g_strcmp0 ((const char *)a->children->content, "true") == 0)
      return TRUE;
  return FALSE;
}

static char *
dup_words (const xmlNode *frame, const char *name)
{
  const xmlNode *node = cog_xml_find_child (frame, COG_ODT_SVG, name);
  char *words = node != NULL ? cog_xml_dup_folded_text (node) : NULL;

  if (words != NULL && words[0] == '\0')
    g_clear_pointer (&words, g_free);
  return words;
}

/* The description before the title, which is shorter; of the drawing around where the picture has
 * none. "" where it is marked as decoration (draw:decorative of OpenDocument 1.4; LibreOffice wrote
 * it in its own namespace before). (transfer full) (nullable) */
static char *
dup_alternative (const xmlNode *frame)
{
  for (const xmlNode *n = frame; cog_odt_is_drawing (n); n = n->parent)
    {
      char *words = dup_words (n, "desc");

      if (is_true (n, "decorative"))
        {
          g_free (words);
          return g_strdup ("");
        }
      if (words == NULL)
        words = dup_words (n, "title");
      if (words != NULL || !(is_draw (n->parent, "g") || is_draw (n->parent, "a")))
        return words;
    }
  return NULL;
}

/* "12.3cm" in pixels of CSS; 0: not known. */
static guint
read_length (const char *length)
{
  static const struct
  {
    const char *unit;
    double pixels;
  } units[] = { { "cm", 96 / 2.54 }, { "mm", 96 / 25.4 }, { "in", 96 },
                { "pt", 96 / 72.0 }, { "pc", 16 },        { "px", 1 } };
  char *end = NULL;
  double value = length != NULL ? g_ascii_strtod (length, &end) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (units) && value > 0; i++)
    if (strcmp (end, units[i].unit) == 0)
      return (guint)MIN (value * units[i].pixels + 0.5, 10000);
  return 0;
}

static void
set_size (const xmlNode *frame, xmlNode *image, const char *name)
{
  g_autofree char *length = cog_xml_dup_attribute_ns (frame, COG_ODT_SVG, name);
  guint pixels = read_length (length);
  g_autofree char *value = g_strdup_printf ("%u", pixels);

  if (pixels > 0)
    cog_xml_set (image, name, value);
}

/* fo:clip with an edge that is moved inwards (20.188). */
static gboolean
is_cropped (CogOdtWalk *walk, const xmlNode *frame)
{
  g_autofree char *style = cog_xml_dup_attribute_ns (frame, COG_ODT_DRAW, "style-name");
  g_autofree char *clip =
      cog_odt_styles_dup (walk->styles, "graphic", style, "graphic-properties", COG_ODT_FO, "clip");

  if (clip == NULL || !g_str_has_prefix (clip, "rect("))
    return FALSE;
  for (const char *c = clip + strlen ("rect("); *c != '\0' && *c != ')';)
    {
      char *end = NULL;

      if (g_ascii_strtod (c, &end) > 0.001)
        return TRUE;
      c = end > c ? end : c + 1;
      while (*c != '\0' && strchr ("0123456789.-)", *c) == NULL)
        c++;
    }
  return FALSE;
}

/* Where the picture lies: in the package, outside, or in the flat file itself. (transfer full)
 * (nullable) */
static char *
dup_source (const xmlNode *image)
{
  const xmlNode *data = cog_xml_find_child (image, COG_ODT_OFFICE, "binary-data");
  g_autofree char *href = cog_xml_dup_attribute_ns (image, COG_NS_XLINK, "href");

  if (data != NULL)
    {
      g_autofree char *base64 = cog_xml_dup_text (data);

      return g_strconcat ("data:;base64,", base64, NULL);
    }
  if (href == NULL || href[0] == '\0')
    return NULL;
  if (strstr (href, "://") != NULL || g_str_has_prefix (href, "file:"))
    return g_strdup (href);
  return g_strconcat ("/", g_str_has_prefix (href, "./") ? href + 2 : href, NULL);
}

/* A frame may hold one picture in several formats (10.4.2): the first that a book can hold. */
static const xmlNode *
choose_image (const xmlNode *frame)
{
  static const char *const foreign[] = { ".svm", ".wmf", ".emf", ".eps", ".pdf", NULL };
  const xmlNode *first = NULL;

  for (const xmlNode *n = cog_xml_first_element (frame); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *href =
          is_draw (n, "image") ? cog_xml_dup_attribute_ns (n, COG_NS_XLINK, "href") : NULL;
      gboolean is_foreign = FALSE;

      if (!is_draw (n, "image"))
        continue;
      first = first != NULL ? first : n;
      for (guint i = 0; href != NULL && foreign[i] != NULL; i++)
        {
          g_autofree char *lower = g_ascii_strdown (href, -1);

          is_foreign = is_foreign || g_str_has_suffix (lower, foreign[i]);
        }
      if (!is_foreign)
        return n;
    }
  return first;
}

static void
add_picture (CogOdtLine *line, const xmlNode *frame, const xmlNode *picture)
{
  g_autofree char *source = dup_source (picture);
  g_autofree char *alternative = dup_alternative (frame);
  g_autofree char *name = cog_xml_dup_attribute_ns (frame, COG_ODT_DRAW, "name");
  xmlNode *image;

  if (source == NULL)
    return;
  image = cog_prose_add (line->walk->prose, cog_odt_line_open (line, NULL), "img");
  cog_xml_set (image, "src", source);
  cog_xml_set (image, "alt", alternative);
  set_size (frame, image, "width");
  set_size (frame, image, "height");
  if (is_cropped (line->walk, frame))
    cog_report_add (line->walk->report, &cog_finding_picture_cropped, COG_ODT_CONTENT,
                    name != NULL ? name : "?", NULL);
}

static char *
dup_object_name (const xmlNode *frame, const xmlNode *object)
{
  char *name = cog_xml_dup_attribute_ns (frame, COG_ODT_DRAW, "name");

  return name != NULL ? name : g_strdup ((const char *)object->name);
}

/* A sound or film (10.4.8). */
static void
add_medium (CogOdtLine *line, const xmlNode *frame, const xmlNode *plugin)
{
  static const char *const films[] = { ".mp4", ".webm", ".ogv", NULL };
  static const char *const sounds[] = { ".mp3", ".ogg", ".oga", ".m4a", ".wav", NULL };
  g_autofree char *source = dup_source (plugin);
  g_autofree char *lower = g_ascii_strdown (source != NULL ? source : "", -1);
  g_autofree char *title = dup_alternative (frame);
  g_autofree char *name = dup_object_name (frame, plugin);
  const char *as = NULL;
  xmlNode *made;

  for (guint i = 0; films[i] != NULL; i++)
    as = g_str_has_suffix (lower, films[i]) ? "video" : as;
  for (guint i = 0; sounds[i] != NULL; i++)
    as = g_str_has_suffix (lower, sounds[i]) ? "audio" : as;
  if (as == NULL)
    {
      cog_report_add (line->walk->report, &cog_finding_object_dropped, COG_ODT_CONTENT, name, NULL);
      return;
    }
  made = cog_prose_add (line->walk->prose, line->block, as);
  cog_xml_set (made, "src", source);
  cog_xml_set (made, "title", title);
}

static gboolean
is_object (const xmlNode *node)
{
  return is_draw (node, "object") || is_draw (node, "object-ole") || is_draw (node, "applet") ||
         is_draw (node, "floating-frame");
}

/* A chart, a sheet: the picture that the program left of it, else only its name. */
static void
convert_object (CogOdtLine *line, const xmlNode *frame, const xmlNode *object)
{
  const xmlNode *picture = choose_image (frame);
  g_autofree char *name = dup_object_name (frame, object);

  if ((is_draw (object, "object") || is_draw (object, "object-ole")) &&
      cog_odt_convert_formula (line, object))
    return;
  cog_report_add (line->walk->report, &cog_finding_object_dropped, COG_ODT_CONTENT, name, NULL);
  if (picture != NULL)
    add_picture (line, frame, picture);
}

static void
convert_frame (CogOdtLine *line, const xmlNode *frame)
{
  const xmlNode *picture = choose_image (frame);
  g_autofree char *name = cog_xml_dup_attribute_ns (frame, COG_ODT_DRAW, "name");
  g_autofree char *key = g_strconcat (picture != NULL ? "graphic:" : "frame:", name, NULL);
  g_autofree char *id = cog_prose_dup_anchor (key);

  if (name != NULL)
    cog_prose_add_anchor (line->walk->prose, cog_odt_line_open (line, NULL), id);
  for (const xmlNode *n = cog_xml_first_element (frame); n != NULL; n = cog_xml_next_element (n))
    {
      if (is_object (n))
        convert_object (line, frame, n);
      else if (is_draw (n, "plugin"))
        add_medium (line, frame, n);
      else if (is_draw (n, "text-box") || cog_xml_is (n, COG_ODT_TABLE, "table"))
        g_ptr_array_add (line->boxes, (gpointer)n);
      else if (n == picture)
        add_picture (line, frame, n);
      else
        continue;
      return;
    }
}

/* A shape: its words are kept, its lines are not. */
static void
convert_shape (CogOdtLine *line, const xmlNode *shape)
{
  g_autofree char *words = NULL;

  for (const xmlNode *n = cog_xml_first_element (shape); n != NULL && words == NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, COG_ODT_TEXT, "p") || cog_xml_is (n, COG_ODT_TEXT, "list"))
      words = cog_xml_dup_folded_text (n);
  if (words != NULL && words[0] != '\0')
    g_ptr_array_add (line->boxes, (gpointer)shape);
  else
    cog_report_add (line->walk->report, &cog_finding_object_dropped, COG_ODT_CONTENT,
                    (const char *)shape->name, NULL);
}

static void
convert_link (CogOdtLine *line, const xmlNode *link)
{
  g_autofree char *href = cog_xml_dup_attribute_ns (link, COG_NS_XLINK, "href");
  const char *around = line->href;

  if (href != NULL && href[0] != '\0' && href[0] != '#')
    line->href = href;
  for (const xmlNode *n = cog_xml_first_element (link); n != NULL; n = cog_xml_next_element (n))
    cog_odt_convert_drawing (line, n);
  line->href = around;
}

void
cog_odt_convert_drawing (CogOdtLine *line, const xmlNode *node)
{
  if (is_draw (node, "frame"))
    convert_frame (line, node);
  else if (is_draw (node, "a"))
    convert_link (line, node);
  else if (is_draw (node, "g"))
    for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
      cog_odt_convert_drawing (line, n);
  else if (is_draw (node, "control"))
    cog_report_add (line->walk->report, &cog_finding_form_dropped, COG_ODT_CONTENT, NULL, NULL);
  else if (cog_odt_is_drawing (node))
    convert_shape (line, node);
}

void
cog_odt_add_boxes (CogOdtLine *line)
{
  for (guint i = 0; i < line->boxes->len; i++)
    {
      const xmlNode *content = g_ptr_array_index (line->boxes, i);
      xmlNode *box = cog_prose_add (line->walk->prose, line->flow->parent, "aside");
      CogOdtFlow flow = { box, NULL, FALSE };

      cog_xml_set (box, "class", "box");
      if (cog_xml_is (content, COG_ODT_TABLE, "table"))
        cog_odt_convert_table (line->walk, &flow, content);
      else
        cog_odt_convert_into (line->walk, content, box);
      cog_prose_finish_box (box);
    }
}
