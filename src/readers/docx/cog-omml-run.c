/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-package.h"
#include "cog-omml-private.h"

#include <string.h>

/* The mathvariant that m:scr and m:sty say together; NULL: as MathML sets it by itself. */
static const char *
find_variant (const char *script, const char *style)
{
  static const struct
  {
    const char *script, *variants[4]; /* p, b, i, bi */
  } rows[] = {
    { "double-struck", { "double-struck", "double-struck", "double-struck", "double-struck" } },
    { "fraktur", { "fraktur", "bold-fraktur", "fraktur", "bold-fraktur" } },
    { "script", { "script", "bold-script", "script", "bold-script" } },
    { "monospace", { "monospace", "monospace", "monospace", "monospace" } },
    { "sans-serif",
      { "sans-serif", "bold-sans-serif", "sans-serif-italic", "sans-serif-bold-italic" } },
    { "roman", { "normal", "bold", NULL, "bold-italic" } },
  };
  static const char *const styles[] = { "p", "b", "i", "bi" };
  guint column = 2;

  for (guint i = 0; style != NULL && i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (style, styles[i]))
      column = i;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (script != NULL ? script : "roman", rows[i].script))
      return rows[i].variants[column];
  return NULL;
}

static gboolean
is_digit (gunichar letter)
{
  return g_unichar_isdigit (letter);
}

static gboolean
is_mark (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

/* A figure, with a point or comma between figures. */
static const char *
skip_number (const char *c)
{
  while (is_digit (g_utf8_get_char (c)))
    {
      c = g_utf8_next_char (c);
      if ((*c == '.' || *c == ',') && is_digit (g_utf8_get_char (c + 1)))
        c++;
    }
  return c;
}

/* Letters that stand upright together are a name ("sin"); slanted ones are each a sign of its own.
 */
static const char *
skip_letters (const char *c, gboolean is_name)
{
  do
    {
      c = g_utf8_next_char (c);
      while (is_mark (g_utf8_get_char (c)))
        c = g_utf8_next_char (c);
    }
  while (is_name && g_unichar_isalpha (g_utf8_get_char (c)));
  return c;
}

static void
add_token (CogOmml *omml,
           xmlNode *parent,
           const char *name,
           const char *start,
           const char *end,
           const char *variant)
{
  g_autofree char *text = g_strndup (start, end - start);
  xmlNode *token = cog_omml_add (omml, parent, name);

  xmlAddChild (token, xmlNewDocText (omml->doc, (const xmlChar *)text));
  /* One letter is slanted by itself, a longer name upright. */
  if (g_str_equal (name, "mi") && g_strcmp0 (variant, "normal") == 0 &&
      g_utf8_strlen (text, -1) > 1)
    variant = NULL;
  cog_xml_set (token, "mathvariant", variant);
}

static void
add_tokens (CogOmml *omml, xmlNode *parent, const char *text, const char *variant)
{
  const char *upright = g_strcmp0 (variant, "normal") == 0 ? NULL : variant;
  gboolean is_name = variant != NULL && strstr (variant, "italic") == NULL;

  for (const char *c = text, *end; *c != '\0'; c = end)
    {
      gunichar letter = g_utf8_get_char (c);

      end = g_utf8_next_char (c);
      if (g_unichar_isspace (letter))
        continue;
      if (is_digit (letter))
        {
          end = skip_number (c);
          add_token (omml, parent, "mn", c, end, upright);
        }
      else if (g_unichar_isalpha (letter) || letter == 0x221E)
        {
          end = skip_letters (c, is_name);
          add_token (omml, parent, "mi", c, end, variant);
        }
      else
        add_token (omml, parent, "mo", c, end, upright);
    }
}

static char *
dup_run_text (const xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *part =
          strcmp ((const char *)n->name, "t") == 0 ? cog_xml_dup_text (n) : NULL;

      if (part != NULL)
        g_string_append (text, part);
    }
  return g_strdup (text->str);
}

void
cog_omml_convert_run (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  const xmlNode *properties = cog_docx_is_math (node, "r") ? cog_docx_child (node, "rPr") : NULL;
  g_autofree char *script = cog_docx_dup_child_val (properties, "scr");
  g_autofree char *style = cog_docx_dup_child_val (properties, "sty");
  g_autofree char *text = dup_run_text (node);

  if (text[0] == '\0')
    return;
  /* "nor": words in a formula. A run of the text around it is the same. */
  if (cog_docx_is (node, "r") || cog_docx_toggle (properties, "nor") == 1)
    add_token (omml, parent, "mtext", text, text + strlen (text), NULL);
  else
    add_tokens (omml, parent, text, find_variant (script, style));
}
