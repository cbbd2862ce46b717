/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-names.h"
#include "cog-odt-walk.h"
#include "cog-prose-findings.h"
#include "cog-reader-findings.h"

#include <string.h>

/* text:s may claim two thousand million spaces. */
#define MAX_SPACES 200

static gboolean
is_text (const xmlNode *node, const char *name)
{
  return cog_xml_is (node, COG_ODT_TEXT, name);
}

/* What the innermost span says that says anything; what a paragraph's own style, set by hand, says
 * holds for all of it. What its common style says is how the style looks. */
static int
get_value (CogOdtLine *line, gsize offset)
{
  for (guint i = line->looks->len; i > 0; i--)
    {
      int value = G_STRUCT_MEMBER (int, g_ptr_array_index (line->looks, i - 1), offset);

      if (value >= 0)
        return value;
    }
  return line->own != NULL ? G_STRUCT_MEMBER (int, line->own, offset) : -1;
}

#define IS(line, what) (get_value (line, G_STRUCT_OFFSET (CogOdtLook, what)) == 1)

static gboolean
has_meaning (CogOdtLine *line, gsize offset)
{
  for (guint i = 0; i < line->looks->len; i++)
    if (G_STRUCT_MEMBER (gboolean, g_ptr_array_index (line->looks, i), offset))
      return TRUE;
  return FALSE;
}

static gboolean
is_one_of (GUnicodeScript script, const GUnicodeScript *scripts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (scripts[i] == script)
      return TRUE;
  return FALSE;
}

/* Which of the three languages of a style counts follows the letters (20.203); 0: there are none.
 */
static gsize
find_script (const char *text)
{
  static const GUnicodeScript asian[] = { G_UNICODE_SCRIPT_HAN,      G_UNICODE_SCRIPT_HIRAGANA,
                                          G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_HANGUL,
                                          G_UNICODE_SCRIPT_BOPOMOFO, G_UNICODE_SCRIPT_YI };
  static const GUnicodeScript western[] = { G_UNICODE_SCRIPT_LATIN,    G_UNICODE_SCRIPT_GREEK,
                                            G_UNICODE_SCRIPT_CYRILLIC, G_UNICODE_SCRIPT_ARMENIAN,
                                            G_UNICODE_SCRIPT_GEORGIAN, G_UNICODE_SCRIPT_ETHIOPIC,
                                            G_UNICODE_SCRIPT_CHEROKEE };

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (c));

      if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED)
        continue;
      if (is_one_of (script, asian, G_N_ELEMENTS (asian)))
        return G_STRUCT_OFFSET (CogOdtLook, asian);
      return is_one_of (script, western, G_N_ELEMENTS (western))
                 ? G_STRUCT_OFFSET (CogOdtLook, language)
                 : G_STRUCT_OFFSET (CogOdtLook, complex);
    }
  return 0;
}

static void
add_language (CogOdtLine *line, const char *text, GPtrArray *keys)
{
  gsize offset = find_script (text);
  const char *tag = NULL;

  if (offset == 0 && line->looks->len == 0)
    return;
  if (offset == 0)
    offset = G_STRUCT_OFFSET (CogOdtLook, language);
  for (guint i = line->looks->len; i > 0 && tag == NULL; i--)
    tag = G_STRUCT_MEMBER (char *, g_ptr_array_index (line->looks, i - 1), offset);
  if (tag == NULL && line->whole != NULL)
    tag = G_STRUCT_MEMBER (char *, line->whole, offset);
  if (cog_prose_is_other_language (line->walk->prose, tag))
    g_ptr_array_add (keys, g_strconcat ("l:", tag, NULL));
}

static void
add_looks (CogOdtLine *line, GPtrArray *keys)
{
  gboolean is_heading = line->level > 0 || line->kind == COG_ODT_TITLE;
  int raised = get_value (line, G_STRUCT_OFFSET (CogOdtLook, raised));

  if (!is_heading && IS (line, bold))
    g_ptr_array_add (keys, g_strdup ("strong"));
  if (IS (line, italic))
    g_ptr_array_add (keys, g_strdup ("em"));
  if (!is_heading && line->href == NULL && IS (line, underline))
    g_ptr_array_add (keys, g_strdup ("u"));
  if (IS (line, strike))
    g_ptr_array_add (keys, g_strdup ("s"));
  if (!is_heading && IS (line, small_caps))
    g_ptr_array_add (keys, g_strdup ("smallcaps"));
  if (!is_heading && IS (line, marked))
    g_ptr_array_add (keys, g_strdup ("mark"));
  if (has_meaning (line, G_STRUCT_OFFSET (CogOdtLook, is_code)))
    g_ptr_array_add (keys, g_strdup ("code"));
  /* The words of a link are set off as links; some programs take the same style for that. */
  if (line->href == NULL && has_meaning (line, G_STRUCT_OFFSET (CogOdtLook, is_term)))
    g_ptr_array_add (keys, g_strdup ("dfn"));
  if (raised > 0)
    g_ptr_array_add (keys, g_strdup (raised == 1 ? "sup" : "sub"));
}

xmlNode *
cog_odt_line_open (CogOdtLine *line, const char *text)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (line->href != NULL)
    g_ptr_array_add (keys, g_strconcat ("a:", line->href, NULL));
  if (text == NULL)
    return cog_prose_line_open (&line->runs, keys);
  add_language (line, text, keys);
  if (line->kind != COG_ODT_CODE)
    add_looks (line, keys);
  return cog_prose_line_open (&line->runs, keys);
}

static void
add_text (CogOdtLine *line, const char *text)
{
  if (text[0] == '\0')
    return;
  if (IS (line, hidden))
    {
      cog_report_add (line->walk->report, &cog_finding_hidden_dropped, COG_ODT_CONTENT, NULL, NULL);
      return;
    }
  if (IS (line, capitals))
    cog_report_add (line->walk->report, &cog_finding_capitals_as_typed, COG_ODT_CONTENT, NULL,
                    NULL);
  cog_prose_add_text (cog_odt_line_open (line, text), text);
}

/* White space in the file is one space (6.1.2); what is more is written by elements. */
static void
add_folded (CogOdtLine *line, const xmlNode *node)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *c = node->content != NULL ? (const char *)node->content : ""; *c != '\0'; c++)
    if (strchr (" \t\r\n", *c) == NULL)
      g_string_append_c (folded, *c);
    else if (folded->len == 0 || folded->str[folded->len - 1] != ' ')
      g_string_append_c (folded, ' ');
  add_text (line, folded->str);
}

static void
add_spaces (CogOdtLine *line, const xmlNode *node)
{
  g_autofree char *count = cog_xml_dup_attribute_ns (node, COG_ODT_TEXT, "c");
  gint64 n = count != NULL ? CLAMP (g_ascii_strtoll (count, NULL, 10), 1, MAX_SPACES) : 1;
  g_autofree char *spaces = g_strnfill (line->kind == COG_ODT_CODE ? (gsize)n : 1, ' ');

  add_text (line, spaces);
}

static void
convert_span (CogOdtLine *line, const xmlNode *span)
{
  g_autofree char *style = cog_xml_dup_attribute_ns (span, COG_ODT_TEXT, "style-name");
  const CogOdtLook *look = cog_odt_styles_get_look (line->walk->styles, style);

  if (look != NULL)
    g_ptr_array_add (line->looks, (gpointer)look);
  cog_odt_convert_inline (line, span);
  if (look != NULL)
    g_ptr_array_set_size (line->looks, (int)line->looks->len - 1);
}

static void
convert_note (CogOdtLine *line, const xmlNode *note)
{
  CogOdtWalk *walk = line->walk;
  const xmlNode *citation = cog_xml_find_child (note, COG_ODT_TEXT, "note-citation");
  const xmlNode *body = cog_xml_find_child (note, COG_ODT_TEXT, "note-body");
  g_autofree char *label =
      citation != NULL ? cog_xml_dup_attribute_ns (citation, COG_ODT_TEXT, "label") : NULL;
  g_autofree char *own = cog_xml_dup_attribute_ns (note, COG_ODT_TEXT, "id");
  g_autofree char *name = g_strconcat ("note:", own, NULL);
  g_autofree char *anchor = cog_prose_dup_anchor (name);
  xmlNode *aside;

  /* A note has no notes. */
  if (body == NULL || walk->is_in_note)
    return;
  aside = cog_prose_add_note (walk->prose, cog_odt_line_open (line, NULL), label);
  walk->is_in_note = TRUE;
  cog_odt_convert_into (walk, body, aside);
  walk->is_in_note = FALSE;
  if (own != NULL && cog_xml_first_element (aside) != NULL)
    cog_prose_add_anchor (walk->prose, cog_xml_first_element (aside), anchor);
}

static void
convert_ruby (CogOdtLine *line, const xmlNode *node)
{
  const xmlNode *base = cog_xml_find_child (node, COG_ODT_TEXT, "ruby-base");
  const xmlNode *reading = cog_xml_find_child (node, COG_ODT_TEXT, "ruby-text");
  g_autofree char *below = base != NULL ? cog_xml_dup_folded_text (base) : g_strdup ("");
  g_autofree char *above = reading != NULL ? cog_xml_dup_folded_text (reading) : g_strdup ("");
  xmlNode *ruby = cog_prose_add (line->walk->prose, cog_odt_line_open (line, below), "ruby");

  cog_prose_add_text (ruby, below);
  cog_prose_add_text (cog_prose_add (line->walk->prose, ruby, "rt"), above);
}

static void
report_comment (CogOdtLine *line, const xmlNode *comment)
{
  const xmlNode *creator = cog_xml_find_child (comment, COG_ODT_DC, "creator");
  g_autofree char *author = creator != NULL ? cog_xml_dup_folded_text (creator) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  for (const xmlNode *n = comment; n != NULL; n = cog_xml_next_in (comment, n))
    if (n->type == XML_ELEMENT_NODE && is_text (n, "p"))
      {
        g_autofree char *text = cog_xml_dup_folded_text (n);

        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", text);
      }
  cog_prose_report_comment (line->walk->prose, COG_ODT_CONTENT, author, words->str);
}

static void
add_break (CogOdtLine *line)
{
  if (line->kind == COG_ODT_CODE)
    add_text (line, "\n");
  else
    cog_prose_add (line->walk->prose, cog_odt_line_open (line, " "), "br");
}

/* What is neither text nor said in a paragraph. */
static gboolean
is_silent (const xmlNode *node)
{
  static const char *const names[] = { "soft-page-break", "number", "tracked-changes", NULL };

  return cog_xml_is (node, COG_ODT_OFFICE, "annotation-end") ||
         (node->ns != NULL && strcmp ((const char *)node->ns->href, COG_ODT_TEXT) == 0 &&
          g_strv_contains (names, (const char *)node->name));
}

static void
convert_element (CogOdtLine *line, const xmlNode *node)
{
  if (is_text (node, "span"))
    convert_span (line, node);
  else if (is_text (node, "s"))
    add_spaces (line, node);
  else if (is_text (node, "tab"))
    add_text (line, line->kind == COG_ODT_CODE ? "\t" : " ");
  else if (is_text (node, "line-break"))
    add_break (line);
  else if (is_text (node, "note"))
    convert_note (line, node);
  else if (is_text (node, "ruby"))
    convert_ruby (line, node);
  else if (cog_xml_is (node, COG_ODT_OFFICE, "annotation"))
    report_comment (line, node);
  else if (cog_odt_is_drawing (node))
    cog_odt_convert_drawing (line, node);
  else if (!is_silent (node) && !cog_odt_convert_field (line, node))
    cog_odt_convert_inline (line, node);
}

/* Where a rejected insertion may end. */
static gboolean
is_transparent (const xmlNode *node)
{
  return is_text (node, "span") || is_text (node, "a") || is_text (node, "meta");
}

void
cog_odt_convert_inline (CogOdtLine *line, const xmlNode *node)
{
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    {
      gboolean is_dropped = line->walk->dropped != NULL;

      if (n->type == XML_ELEMENT_NODE && cog_odt_convert_change (line, n))
        continue;
      if (n->type == XML_ELEMENT_NODE && (!is_dropped || is_transparent (n)))
        convert_element (line, n);
      else if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) && !is_dropped)
        add_folded (line, n);
    }
}
