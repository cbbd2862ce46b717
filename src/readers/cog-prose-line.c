/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose-line.h"

typedef struct
{
  char *key;
  xmlNode *node;
} Open;

static void
open_free (gpointer data)
{
  Open *open = data;

  g_free (open->key);
  g_free (open);
}

void
cog_prose_line_begin (CogProseLine *line, CogProse *prose, xmlNode *block)
{
  line->prose = prose;
  line->block = block;
  line->open = g_ptr_array_new_with_free_func (open_free);
}

void
cog_prose_line_end (CogProseLine *line)
{
  g_clear_pointer (&line->open, g_ptr_array_unref);
}

static xmlNode *
make_element (CogProseLine *line, xmlNode *parent, const char *key)
{
  xmlNode *node;

  if (g_str_has_prefix (key, "a:"))
    {
      node = cog_prose_add (line->prose, parent, "a");
      cog_xml_set (node, "href", key + 2);
    }
  else if (g_str_has_prefix (key, "l:"))
    {
      node = cog_prose_add (line->prose, parent, "span");
      cog_xml_set (node, "lang", key + 2);
    }
  else if (g_str_equal (key, "smallcaps"))
    {
      node = cog_prose_add (line->prose, parent, "span");
      cog_xml_set (node, "style", "font-variant: small-caps");
    }
  else
    node = cog_prose_add (line->prose, parent, key);
  return node;
}

static gboolean
has_key (GPtrArray *keys, const char *key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_str_equal (g_ptr_array_index (keys, i), key))
      return TRUE;
  return FALSE;
}

static Open *
get_open (CogProseLine *line, guint index)
{
  return g_ptr_array_index (line->open, index);
}

static gboolean
is_open (CogProseLine *line, const char *key)
{
  for (guint i = 0; i < line->open->len; i++)
    if (g_str_equal (get_open (line, i)->key, key))
      return TRUE;
  return FALSE;
}

xmlNode *
cog_prose_line_open (CogProseLine *line, GPtrArray *keys)
{
  guint n_keys = keys != NULL ? keys->len : 0;
  guint n_kept = 0;
  xmlNode *parent;

  while (n_kept < line->open->len && n_keys > 0 && has_key (keys, get_open (line, n_kept)->key))
    n_kept++;
  /* A link stands around all else. */
  if (n_keys > 0 && g_str_has_prefix (g_ptr_array_index (keys, 0), "a:") &&
      !is_open (line, g_ptr_array_index (keys, 0)))
    n_kept = 0;
  g_ptr_array_set_size (line->open, (int)n_kept);
  parent = n_kept > 0 ? get_open (line, n_kept - 1)->node : line->block;
  for (guint i = 0; i < n_keys; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      Open *open;

      if (is_open (line, key))
        continue;
      open = g_new0 (Open, 1);
      open->key = g_strdup (key);
      open->node = make_element (line, parent, key);
      parent = open->node;
      g_ptr_array_add (line->open, open);
    }
  return parent;
}
