/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-help-words.h"

#include <string.h>

static void add_children (GString *out, CogHelpManual *manual, const CogHelpNode *node);

/* How Pango shows the inline elements that need no more than that. */
static const struct
{
  const char *name, *before, *after;
} styles[] = {
  { "gui", "<b>", "</b>" },   { "em", "<i>", "</i>" },     { "key", "<tt><b>", "</b></tt>" },
  { "cmd", "<tt>", "</tt>" }, { "code", "<tt>", "</tt>" }, { "file", "<tt>", "</tt>" },
};

static void
add_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* Its own words, else the title of the page that it leads to. */
static void
add_link (GString *out, CogHelpManual *manual, const CogHelpNode *node)
{
  const char *xref = cog_help_node_get_attribute (node, "xref");
  const char *to = xref != NULL ? xref : cog_help_node_get_attribute (node, "href");
  g_autofree char *escaped = g_markup_escape_text (to != NULL ? to : "", -1);
  g_autofree char *id = xref != NULL ? g_strndup (xref, strcspn (xref, "#")) : NULL;
  const CogHelpPage *page = id != NULL ? cog_help_manual_get_page (manual, id) : NULL;

  g_string_append_printf (out, "<a href=\"%s%s\">", xref != NULL ? "help:" : "", escaped);
  if (node->children->len > 0)
    add_children (out, manual, node);
  else if (page != NULL)
    add_escaped (out, page->title);
  g_string_append (out, "</a>");
}

static gboolean
add_styled (GString *out, CogHelpManual *manual, const CogHelpNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (cog_help_node_is (node, styles[i].name))
      {
        g_string_append (out, styles[i].before);
        add_children (out, manual, node);
        g_string_append (out, styles[i].after);
        return TRUE;
      }
  return FALSE;
}

/* Keys with "+" between them, as they lie on a keyboard also in a text from right to left; the
 * menus on a way, with a sign that turns with the text. */
static void
add_sequence (GString *out, CogHelpManual *manual, const CogHelpNode *node)
{
  gboolean are_keys = cog_help_node_is (node, "keyseq");
  guint n_added = 0;

  g_string_append (out, are_keys ? "\342\201\246" : ""); /* U+2066, left-to-right isolate */
  for (guint i = 0; i < node->children->len; i++)
    {
      const CogHelpNode *child = g_ptr_array_index (node->children, i);

      if (child->name == NULL)
        continue;
      if (n_added++ > 0)
        g_string_append (out, are_keys ? "+" : " › ");
      add_styled (out, manual, child);
    }
  g_string_append (out, are_keys ? "\342\201\251" : ""); /* U+2069, its end */
}

static void
add_node (GString *out, CogHelpManual *manual, const CogHelpNode *node)
{
  if (node->text != NULL)
    add_escaped (out, node->text);
  else if (cog_help_node_is (node, "link"))
    add_link (out, manual, node);
  else if (cog_help_node_is (node, "keyseq") || cog_help_node_is (node, "guiseq"))
    add_sequence (out, manual, node);
  else if (!add_styled (out, manual, node))
    add_children (out, manual, node);
}

static void
add_children (GString *out, CogHelpManual *manual, const CogHelpNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    add_node (out, manual, g_ptr_array_index (node->children, i));
}

char *
cog_help_words_dup_markup (CogHelpManual *manual, const CogHelpNode *node)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (manual != NULL && node != NULL, g_string_free (out, FALSE));
  add_children (out, manual, node);
  return g_strstrip (g_string_free (out, FALSE));
}
