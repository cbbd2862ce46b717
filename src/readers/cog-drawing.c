/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-drawing.h"

#include "cog-drawing-entities.h"
#include "cog-xml.h"

#include <string.h>

typedef struct
{
  guint n_removed;
  char *first;
} Cleaning;

static gboolean
is_reference (const char *name)
{
  return g_str_equal (name, "href") || g_str_equal (name, "src") || g_str_equal (name, "base");
}

static gboolean
stays_inside (const char *reference)
{
  const char *start = reference + strspn (reference, " \t\r\n");

  return start[0] == '#' || start[0] == '\0' || g_ascii_strncasecmp (start, "data:image/", 11) == 0;
}

/* Style and presentation: url() may point into the drawing only. */
static gboolean
points_outside (const char *lower)
{
  if (strstr (lower, "javascript:") != NULL)
    return TRUE;
  for (const char *at = lower; (at = strstr (at, "url(")) != NULL; at += 4)
    if (!stays_inside (at + 4 + strspn (at + 4, " \"'")))
      return TRUE;
  return FALSE;
}

/* An escape in CSS can hide any of the words; no drawing needs one. */
static gboolean
loads_something (const char *style)
{
  g_autofree char *lower = g_ascii_strdown (style, -1);

  return strstr (lower, "@import") != NULL || strstr (lower, "expression(") != NULL ||
         strchr (lower, '\\') != NULL || points_outside (lower);
}

static gboolean
is_active_value (const char *name, const char *value)
{
  g_autofree char *lower = g_ascii_strdown (value, -1);

  if (g_ascii_strncasecmp (name, "on", 2) == 0)
    return TRUE;
  if (is_reference (name))
    return !stays_inside (value);
  return g_str_equal (name, "style") ? loads_something (value) : points_outside (lower);
}

static gboolean
animates_reference (const xmlNode *node)
{
  g_autofree char *name = cog_xml_dup_attribute (node, "attributeName");

  return name != NULL && (g_str_has_suffix (name, "href") || g_str_has_prefix (name, "on"));
}

static gboolean
is_active (const xmlNode *node)
{
  static const char *const names[] = { "script",  "foreignObject", "handler", "listener", "iframe",
                                       "audio",   "video",         "embed",   "object",   "link",
                                       "discard", "prefetch",      NULL };

  if (node->type == XML_PI_NODE || node->type == XML_ENTITY_REF_NODE)
    return TRUE;
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (g_strv_contains (names, (const char *)node->name) || animates_reference (node))
    return TRUE;
  if (g_str_equal ((const char *)node->name, "style"))
    {
      g_autofree char *text = cog_xml_dup_text (node);

      return loads_something (text);
    }
  return FALSE;
}

static void
note (Cleaning *cleaning, const char *name)
{
  if (cleaning->n_removed++ == 0)
    cleaning->first = g_strdup (name);
}

static void
clean_attributes (Cleaning *cleaning, xmlNode *node)
{
  for (xmlAttr *a = node->properties, *next; a != NULL; a = next)
    {
      g_autofree char *value = (char *)xmlNodeListGetString (node->doc, a->children, 1);
      const char *name = (const char *)a->name;

      next = a->next;
      if (value == NULL || !is_active_value (name, value))
        continue;
      note (cleaning, name);
      xmlRemoveProp (a);
    }
}

static void
clean_tree (Cleaning *cleaning, xmlNode *root)
{
  for (xmlNode *n = root, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (root, n);
      if (n != root && is_active (n))
        {
          next = cog_xml_skip_in (root, n);
          note (cleaning, n->name != NULL ? (const char *)n->name : "entity");
          xmlUnlinkNode (n);
          xmlFreeNode (n);
        }
      else if (n->type == XML_ELEMENT_NODE)
        clean_attributes (cleaning, n);
    }
}

/* A style sheet that is named before the root. */
static void
clean_prolog (Cleaning *cleaning, xmlDoc *document)
{
  for (xmlNode *n = document->children, *next; n != NULL; n = next)
    {
      next = n->next;
      if (n->type != XML_PI_NODE)
        continue;
      note (cleaning, (const char *)n->name);
      xmlUnlinkNode (n);
      xmlFreeNode (n);
    }
}

GBytes *
cog_drawing_clean (GBytes *bytes, const char *place, guint *n_removed, char **first, GError **error)
{
  Cleaning cleaning = { 0 };
  g_autoptr (GBytes) expanded = NULL;
  g_autoptr (xmlDoc) document = NULL;
  xmlChar *text = NULL;
  int length = 0;
  GBytes *cleaned;

  g_return_val_if_fail (bytes != NULL && place != NULL, NULL);

  expanded = cog_drawing_expand_entities (bytes);
  document = cog_xml_parse (expanded != NULL ? expanded : bytes, place, NULL, error);
  if (document == NULL)
    return NULL;
  clean_prolog (&cleaning, document);
  clean_tree (&cleaning, xmlDocGetRootElement (document));
  if (n_removed != NULL)
    *n_removed = cleaning.n_removed;
  if (first != NULL)
    *first = g_steal_pointer (&cleaning.first);
  g_free (cleaning.first);
  if (cleaning.n_removed == 0 && expanded == NULL)
    return g_bytes_ref (bytes);
  xmlDocDumpMemoryEnc (document, &text, &length, "UTF-8");
  cleaned = g_bytes_new (text, (gsize)length);
  xmlFree (text);
  return cleaned;
}
