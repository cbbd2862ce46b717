/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-package.h"

#include <string.h>

/* Transitional and strict names of each namespace, ECMA-376 part 1 and part 4. */
static const struct
{
  CogDocxSpace space;
  const char *href;
} spaces[] = {
  { COG_DOCX_W, "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
  { COG_DOCX_M, "http://schemas.openxmlformats.org/officeDocument/2006/math" },
  { COG_DOCX_A, "http://schemas.openxmlformats.org/drawingml/2006/main" },
  { COG_DOCX_R, "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
  { COG_DOCX_W, "http://purl.oclc.org/ooxml/wordprocessingml/main" },
  { COG_DOCX_M, "http://purl.oclc.org/ooxml/officeDocument/math" },
  { COG_DOCX_A, "http://purl.oclc.org/ooxml/drawingml/main" },
  { COG_DOCX_R, "http://purl.oclc.org/ooxml/officeDocument/relationships" },
};

static CogDocxSpace
find_space (const xmlNs *ns)
{
  for (guint i = 0; ns != NULL && i < G_N_ELEMENTS (spaces); i++)
    if (strcmp ((const char *)ns->href, spaces[i].href) == 0)
      return spaces[i].space;
  return COG_DOCX_OTHER;
}

CogDocxSpace
cog_docx_space (const xmlNode *node)
{
  return node != NULL && node->type == XML_ELEMENT_NODE ? find_space (node->ns) : COG_DOCX_OTHER;
}

static gboolean
is_in (const xmlNode *node, const char *name, CogDocxSpace space)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         strcmp ((const char *)node->name, name) == 0 && find_space (node->ns) == space;
}

gboolean
cog_docx_is (const xmlNode *node, const char *name)
{
  return is_in (node, name, COG_DOCX_W);
}

gboolean
cog_docx_is_math (const xmlNode *node, const char *name)
{
  return is_in (node, name, COG_DOCX_M);
}

xmlNode *
cog_docx_child (const xmlNode *node, const char *name)
{
  for (xmlNode *n = node != NULL ? node->children : NULL; n != NULL; n = n->next)
    if (n->type == XML_ELEMENT_NODE && strcmp ((const char *)n->name, name) == 0 &&
        find_space (n->ns) == find_space (node->ns))
      return n;
  return NULL;
}

static char *
dup_in (const xmlNode *node, const char *name, gboolean is_relation)
{
  const xmlAttr *first = node != NULL && node->type == XML_ELEMENT_NODE ? node->properties : NULL;

  for (const xmlAttr *a = first; a != NULL; a = a->next)
    if (strcmp ((const char *)a->name, name) == 0 &&
        (find_space (a->ns) == COG_DOCX_R) == is_relation)
      {
        xmlChar *value = xmlNodeListGetString (node->doc, a->children, 1);
        char *copy = g_strdup (value != NULL ? (const char *)value : "");

        xmlFree (value);
        return copy;
      }
  return NULL;
}

char *
cog_docx_dup (const xmlNode *node, const char *name)
{
  return dup_in (node, name, FALSE);
}

char *
cog_docx_dup_relation (const xmlNode *node, const char *name)
{
  return dup_in (node, name, TRUE);
}

char *
cog_docx_dup_child_val (const xmlNode *node, const char *child)
{
  return cog_docx_dup (cog_docx_child (node, child), "val");
}

int
cog_docx_toggle (const xmlNode *properties, const char *name)
{
  const xmlNode *node = cog_docx_child (properties, name);
  g_autofree char *value = cog_docx_dup (node, "val");

  if (node == NULL)
    return -1;
  return g_strcmp0 (value, "0") != 0 && g_strcmp0 (value, "false") != 0 &&
         g_strcmp0 (value, "off") != 0 && g_strcmp0 (value, "none") != 0;
}
