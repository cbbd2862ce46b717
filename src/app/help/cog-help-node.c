/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-help-node.h"

#include <string.h>

static CogHelpNode *
node_new (const char *name)
{
  CogHelpNode *self = g_new0 (CogHelpNode, 1);

  self->name = g_strdup (name);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_help_node_free);
  return self;
}

void
cog_help_node_free (CogHelpNode *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->text);
  g_strfreev (self->attributes);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/* --- reading ------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *open; /* (element-type CogHelpNode): from the root inward; borrowed */
  CogHelpNode *root;
} Reading;

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Reading *reading = user_data;
  CogHelpNode *node = node_new (name);
  g_autoptr (GStrvBuilder) attributes = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    g_strv_builder_add_many (attributes, names[i], values[i], NULL);
  node->attributes = g_strv_builder_end (attributes);
  if (reading->open->len > 0)
    {
      CogHelpNode *parent = g_ptr_array_index (reading->open, reading->open->len - 1);

      g_ptr_array_add (parent->children, node);
    }
  else
    reading->root = node;
  g_ptr_array_add (reading->open, node);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  g_ptr_array_remove_index (reading->open, reading->open->len - 1);
}

/* As it is shown: how the lines of the file are broken means nothing. */
static char *
dup_shrunk (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      g_string_append_c (out, text[i]);
    else if (i == 0 || !g_ascii_isspace (text[i - 1]))
      g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Reading *reading = user_data;
  CogHelpNode *parent, *node;

  if (reading->open->len == 0)
    return;
  parent = g_ptr_array_index (reading->open, reading->open->len - 1);
  node = node_new (NULL);
  node->text = g_strcmp0 (parent->name, "screen") == 0 ? g_strndup (text, length)
                                                       : dup_shrunk (text, length);
  g_ptr_array_add (parent->children, node);
}

CogHelpNode *
cog_help_node_parse (const char *xml, gssize n_bytes, GError **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Reading reading = { open, NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);

  g_return_val_if_fail (xml != NULL, NULL);

  if (g_markup_parse_context_parse (context, xml, n_bytes, error) &&
      g_markup_parse_context_end_parse (context, error))
    return reading.root;
  cog_help_node_free (reading.root);
  return NULL;
}

/* --- asking -------------------------------------------------------------------------------- */

gboolean
cog_help_node_is (const CogHelpNode *self, const char *name)
{
  return g_strcmp0 (self->name, name) == 0;
}

const char *
cog_help_node_get_attribute (const CogHelpNode *self, const char *name)
{
  for (char **a = self->attributes; a != NULL && *a != NULL; a += 2)
    if (strcmp (a[0], name) == 0)
      return a[1];
  return NULL;
}

const CogHelpNode *
cog_help_node_get_child (const CogHelpNode *self, const char *name)
{
  for (guint i = 0; i < self->children->len; i++)
    if (cog_help_node_is (g_ptr_array_index (self->children, i), name))
      return g_ptr_array_index (self->children, i);
  return NULL;
}

static void
add_text (GString *out, const CogHelpNode *node)
{
  if (node->text != NULL)
    g_string_append (out, node->text);
  for (guint i = 0; i < node->children->len; i++)
    add_text (out, g_ptr_array_index (node->children, i));
}

char *
cog_help_node_dup_text (const CogHelpNode *self)
{
  GString *out = g_string_new (NULL);

  add_text (out, self);
  return g_strstrip (g_string_free (out, FALSE));
}
