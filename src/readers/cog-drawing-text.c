/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-drawing-text.h"

#include "cog-drawing.h"
#include "cog-error.h"
#include "cog-language.h"
#include "cog-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_svg (const xmlNode *node, const char *name)
{
  return cog_xml_is (node, COG_NS_SVG, name);
}

static gboolean
is_text_element (const xmlNode *node)
{
  return is_svg (node, "text") || is_svg (node, "tspan") || is_svg (node, "textPath");
}

/* A place of its own on the drawing: what stands there is a piece of its own. */
static gboolean
has_place (const xmlNode *node)
{
  return is_svg (node, "textPath") || xmlHasProp (node, (const xmlChar *)"x") != NULL ||
         xmlHasProp (node, (const xmlChar *)"y") != NULL ||
         xmlHasProp (node, (const xmlChar *)"dy") != NULL;
}

static gboolean
has_placed_part (const xmlNode *element)
{
  for (const xmlNode *n = cog_xml_next_in (element, element); n != NULL;
       n = cog_xml_next_in (element, n))
    if (is_text_element (n) && has_place (n))
      return TRUE;
  return FALSE;
}

/* Whether an element is a piece: it speaks, and no part of it stands elsewhere. */
static gboolean
is_piece (const xmlNode *node)
{
  g_autofree char *text = NULL;

  if (!is_text_element (node) || has_placed_part (node))
    return FALSE;
  text = cog_xml_dup_folded_text (node);
  return text[0] != '\0';
}

/* (element-type xmlNode): valid as long as the tree */
static GPtrArray *
find_pieces (xmlNode *root)
{
  GPtrArray *pieces = g_ptr_array_new ();

  for (xmlNode *n = root; n != NULL && pieces->len < COG_DRAWING_MAX_PIECES;)
    {
      gboolean found = is_piece (n);

      if (found)
        g_ptr_array_add (pieces, n);
      n = found ? cog_xml_skip_in (root, n) : cog_xml_next_in (root, n);
    }
  return pieces;
}

static xmlDoc *
open_drawing (GBytes *bytes, const char *place, GError **error)
{
  g_autoptr (GBytes) cleaned = cog_drawing_clean (bytes, place, NULL, NULL, error);
  xmlDoc *document = cleaned != NULL ? cog_xml_parse (cleaned, place, NULL, error) : NULL;

  if (document == NULL || is_svg (xmlDocGetRootElement (document), "svg"))
    return document;
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: is no drawing."), place);
  xmlFreeDoc (document);
  return NULL;
}

GPtrArray *
cog_drawing_text_list (GBytes *bytes, const char *place, GError **error)
{
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  GPtrArray *words;

  g_return_val_if_fail (bytes != NULL && place != NULL, NULL);

  document = open_drawing (bytes, place, error);
  if (document == NULL)
    return NULL;
  pieces = find_pieces (xmlDocGetRootElement (document));
  words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < pieces->len; i++)
    g_ptr_array_add (words, cog_xml_dup_folded_text (g_ptr_array_index (pieces, i)));
  return words;
}

/* A property may stand as an attribute or in the style, which wins. (transfer full) (nullable) */
static char *
dup_own_property (const xmlNode *node, const char *name)
{
  g_autofree char *style = cog_xml_dup_attribute (node, "style");
  g_auto (GStrv) parts = g_strsplit (style != NULL ? style : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *colon = strchr (parts[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      if (g_str_equal (g_strstrip (parts[i]), name))
        return g_strstrip (g_strdup (colon + 1));
    }
  return cog_xml_dup_attribute (node, name);
}

/* Inherited. */
static char *
dup_property (const xmlNode *node, const char *name)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      char *value = dup_own_property (node, name);

      if (value != NULL)
        return value;
    }
  return NULL;
}

static void
remove_from_style (xmlNode *node, const char *name)
{
  g_autofree char *style = cog_xml_dup_attribute (node, "style");
  g_auto (GStrv) parts = g_strsplit (style != NULL ? style : "", ";", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  if (style == NULL)
    return;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (parts[i], strcspn (parts[i], ":"));

      if (g_str_equal (g_strstrip (key), name) || g_strstrip (parts[i])[0] == '\0')
        continue;
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? ";" : "", parts[i]);
    }
  cog_xml_set (node, "style", rest->len > 0 ? rest->str : NULL);
}

static void
set_property (xmlNode *node, const char *name, const char *value)
{
  remove_from_style (node, name);
  cog_xml_set (node, name, value);
}

/* The same side of the same point in the other direction. */
static const char *
mirror (const char *anchor)
{
  if (g_strcmp0 (anchor, "end") == 0)
    return "start";
  return g_strcmp0 (anchor, "middle") == 0 ? "middle" : "end";
}

static void
set_direction (xmlNode *piece, gboolean is_rtl)
{
  g_autofree char *direction = dup_property (piece, "direction");
  g_autofree char *anchor = dup_property (piece, "text-anchor");
  gboolean was_rtl = g_strcmp0 (direction, "rtl") == 0;

  if (was_rtl == is_rtl)
    return;
  set_property (piece, "direction", is_rtl ? "rtl" : "ltr");
  set_property (piece, "text-anchor", mirror (anchor));
}

/* A shift of single letters, and a length, were made for the old words. */
static void
drop_fitting (xmlNode *piece)
{
  static const char *const lists[] = { "x", "y", "dx", "dy" };

  cog_xml_set (piece, "textLength", NULL);
  cog_xml_set (piece, "lengthAdjust", NULL);
  cog_xml_set (piece, "rotate", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *value = cog_xml_dup_attribute (piece, lists[i]);
      char *end = value != NULL ? strpbrk (g_strstrip (value), " ,\t\n") : NULL;

      if (end == NULL)
        continue;
      *end = '\0';
      cog_xml_set (piece, lists[i], value);
    }
}

static void
set_words (xmlNode *piece, const char *words, const char *language, gboolean is_rtl)
{
  while (piece->children != NULL)
    cog_xml_remove (piece->children);
  xmlAddChild (piece, xmlNewDocText (piece->doc, (const xmlChar *)words));
  xmlNodeSetLang (piece, (const xmlChar *)language);
  drop_fitting (piece);
  set_direction (piece, is_rtl);
}

static GBytes *
dump (xmlDoc *document)
{
  xmlChar *text = NULL;
  int length = 0;
  GBytes *bytes;

  xmlDocDumpMemoryEnc (document, &text, &length, "UTF-8");
  bytes = g_bytes_new (text, (gsize)length);
  xmlFree (text);
  return bytes;
}

GBytes *
cog_drawing_text_write (
    GBytes *bytes, const char *place, GPtrArray *words, const char *language, GError **error)
{
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  gboolean is_rtl;

  g_return_val_if_fail (bytes != NULL && place != NULL && words != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  document = open_drawing (bytes, place, error);
  if (document == NULL)
    return NULL;
  is_rtl = cog_language_is_rtl (language);
  pieces = find_pieces (xmlDocGetRootElement (document));
  for (guint i = 0; i < MIN (pieces->len, words->len); i++)
    {
      const char *said = g_ptr_array_index (words, i);

      if (said != NULL && said[0] != '\0')
        set_words (g_ptr_array_index (pieces, i), said, language, is_rtl);
    }
  return dump (document);
}
