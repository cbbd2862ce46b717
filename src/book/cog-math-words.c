/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-words.h"

#include "cog-xml.h"

#include <string.h>

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return strcmp ((const char *)node->name, name) == 0;
}

static gboolean
get_kind (const xmlNode *node, CogMathWordKind *kind)
{
  static const struct
  {
    const char *name;
    CogMathWordKind kind;
  } tokens[] = {
    { "mn", COG_MATH_WORD_NUMBER },  { "mi", COG_MATH_WORD_NAME }, { "mo", COG_MATH_WORD_SIGN },
    { "mtext", COG_MATH_WORD_TEXT }, { "ms", COG_MATH_WORD_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    if (is_named (node, tokens[i].name))
      {
        *kind = tokens[i].kind;
        return TRUE;
      }
  return FALSE;
}

static guint
get_place_among_elements (const xmlNode *node)
{
  guint place = 0;

  for (const xmlNode *before = node->prev; before != NULL; before = before->prev)
    place += before->type == XML_ELEMENT_NODE;
  return place;
}

/* "/" "^" "_" before an argument that is divided by, raised or lowered (MathML 3 §3.3.2, §3.4);
 * '\0' for every other. */
static char
get_joint (const xmlNode *node)
{
  const xmlNode *parent = node->parent;
  guint place;

  if (parent == NULL || parent->type != XML_ELEMENT_NODE || parent->name[0] != 'm')
    return '\0';
  if (!is_named (parent, "mfrac") && !is_named (parent, "msup") && !is_named (parent, "msub") &&
      !is_named (parent, "msubsup"))
    return '\0';
  place = get_place_among_elements (node);
  if (place == 0)
    return '\0';
  if (is_named (parent, "mfrac"))
    return '/';
  return is_named (parent, "msup") || place == 2 ? '^' : '_';
}

static gboolean
is_in_script (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      char joint = get_joint (node);

      if (joint == '^' || joint == '_')
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_skipped (const xmlNode *node)
{
  return is_named (node, "annotation") || is_named (node, "annotation-xml");
}

/* The next element in the order of the text; never below a token or what is skipped. */
static xmlNode *
get_next (xmlNode *root, xmlNode *node)
{
  CogMathWordKind kind;
  xmlNode *next = is_skipped (node) || get_kind (node, &kind) ? NULL : cog_xml_first_element (node);

  if (next != NULL)
    return next;
  for (; node != root; node = node->parent)
    {
      next = cog_xml_next_element (node);
      if (next != NULL)
        return next;
    }
  return NULL;
}

/* Invisible times, plus, separator and function application (U+2061–U+2064) say nothing here. */
static void
append_word (GString *line, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c < 0x2061 || c > 0x2064)
        g_string_append_unichar (line, c);
    }
}

CogMathWords *
cog_math_words_new (const char *math)
{
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  CogMathWords *self;
  xmlNode *root;

  g_return_val_if_fail (math != NULL, NULL);

  document = cog_xml_parse_own (math, -1, NULL);
  if (document == NULL)
    return NULL;
  self = g_new0 (CogMathWords, 1);
  self->words = g_array_new (FALSE, FALSE, sizeof (CogMathWord));
  root = xmlDocGetRootElement (document);
  for (xmlNode *node = root; node != NULL; node = get_next (root, node))
    {
      CogMathWord word = { .start = 0 };
      char joint = get_joint (node);

      if (joint != '\0')
        g_string_append_c (line, joint);
      if (is_named (node, "mspace"))
        g_string_append_c (line, ' ');
      if (!get_kind (node, &word.kind))
        continue;
      g_autofree char *text = cog_xml_dup_text (node);
      word.start = line->len;
      append_word (line, text);
      word.end = line->len;
      word.is_script = is_in_script (node);
      g_array_append_val (self->words, word);
    }
  self->line = g_string_free (g_steal_pointer (&line), FALSE);
  return self;
}

void
cog_math_words_free (CogMathWords *self)
{
  if (self == NULL)
    return;
  g_free (self->line);
  g_array_unref (self->words);
  g_free (self);
}

static char *
dup_markup (xmlDoc *document)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *markup;

  xmlNodeDump (buffer, document, xmlDocGetRootElement (document), 0, 0);
  markup = g_strdup ((const char *)xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return markup;
}

/* An argument that others count on (the base of an exponent) must stay, if empty. */
static void
take_out (xmlNode *node)
{
  if (is_named (node->parent, "mrow") || is_named (node->parent, "math") ||
      is_named (node->parent, "mstyle") || is_named (node->parent, "mtd"))
    {
      cog_xml_remove (node);
      return;
    }
  xmlNodeSetContent (node, BAD_CAST "");
}

/* A name of one letter is slanted, of several upright (MathML 3 §3.2.3): "ft" that becomes "m" is
 * to stay a unit. */
static void
set_upright (xmlNode *token, const char *words)
{
  g_autofree char *old = cog_xml_dup_text (token);

  if (is_named (token, "mi") && g_utf8_strlen (old, -1) > 1 && g_utf8_strlen (words, -1) == 1 &&
      xmlHasProp (token, BAD_CAST "mathvariant") == NULL)
    xmlNewProp (token, BAD_CAST "mathvariant", BAD_CAST "normal");
}

char *
cog_math_words_dup_edited (const char *math, const CogMathEdit *edits, gsize n_edits)
{
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GPtrArray) tokens = g_ptr_array_new ();
  CogMathWordKind kind;
  xmlNode *root;

  g_return_val_if_fail (math != NULL && (edits != NULL || n_edits == 0), NULL);

  document = cog_xml_parse_own (math, -1, NULL);
  if (document == NULL)
    return NULL;
  root = xmlDocGetRootElement (document);
  for (xmlNode *node = root; node != NULL; node = get_next (root, node))
    if (get_kind (node, &kind))
      g_ptr_array_add (tokens, node);
  for (gsize i = 0; i < n_edits; i++)
    if (edits[i].word >= tokens->len)
      return NULL;
  for (gsize i = 0; i < n_edits; i++)
    {
      xmlNode *token = g_ptr_array_index (tokens, edits[i].word);

      set_upright (token, edits[i].text);
      xmlNodeSetContent (token, NULL);
      xmlNodeAddContent (token, BAD_CAST edits[i].text);
    }
  for (gsize i = 0; i < n_edits; i++)
    if (edits[i].text[0] == '\0')
      take_out (g_ptr_array_index (tokens, edits[i].word));
  return dup_markup (document);
}
