/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-walk.h"
#include "cog-html.h"

#include <string.h>

/* A page of HTML says so at its head, in whichever case. */
static gboolean
is_page (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_ascii_strdown (data != NULL ? data : "", (gssize)MIN (size, 500));

  return strstr (head, "<html") != NULL || strstr (head, "<!doctype html") != NULL ||
         strstr (head, "<body") != NULL;
}

gboolean
cog_docx_convert_chunk (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *chunk)
{
  g_autofree char *id = cog_docx_dup_relation (chunk, "id");
  gboolean is_external = FALSE;
  const char *part =
      id != NULL ? cog_docx_package_get_target (walk->package, flow->part, id, &is_external) : NULL;
  g_autoptr (GBytes) bytes =
      part != NULL && !is_external ? cog_docx_package_read (walk->package, part) : NULL;
  g_autoptr (xmlDoc) page = NULL;
  const xmlNode *body;

  if (bytes == NULL || !is_page (bytes))
    return FALSE;
  page = cog_html_parse (bytes, NULL, part, walk->report, NULL);
  body = page != NULL ? cog_xml_find_child (xmlDocGetRootElement (page), NULL, "body") : NULL;
  if (body == NULL)
    return FALSE;
  cog_docx_close_lists (flow);
  /* It is what the normalizer takes as it is. */
  for (xmlNode *n = body->children; n != NULL; n = n->next)
    xmlAddChild (flow->parent, xmlDocCopyNode (n, walk->prose->out, 1));
  return TRUE;
}
