/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-omml-write-private.h"

#include <string.h>

/* The elements of a row: brackets with what they hold, functions and operators with what they are
 * of, which MathML sets beside each other and Office Math one in the other. */

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return cog_xml_is (node, COG_NS_MATHML, name);
}

static gboolean
is_fence (const xmlNode *node, gboolean is_open)
{
  static const char *const opening[] = { "(", "[", "{", "⟨", "⌈", "⌊", "⟦", NULL };
  static const char *const closing[] = { ")", "]", "}", "⟩", "⌉", "⌋", "⟧", NULL };
  g_autofree char *text = is_named (node, "mo") ? cog_omml_dup_token (node) : NULL;

  return text != NULL && g_strv_contains (is_open ? opening : closing, text);
}

/* The bracket that closes the one at open, before end; NULL: there is none. */
static const xmlNode *
find_close (const xmlNode *open, const xmlNode *end)
{
  guint depth = 1;

  for (const xmlNode *n = cog_xml_next_element (open); n != NULL && n != end;
       n = cog_xml_next_element (n))
    {
      if (is_fence (n, TRUE))
        depth++;
      else if (is_fence (n, FALSE) && --depth == 0)
        return n;
    }
  return NULL;
}

static void
write_delimited (CogOmmlWriting *w, const xmlNode *open, const xmlNode *close)
{
  g_autofree char *begin = cog_omml_dup_token (open);
  g_autofree char *end = close != NULL ? cog_omml_dup_token (close) : g_strdup ("");

  g_string_append (w->out, "<m:d><m:dPr>");
  cog_omml_write_value (w, "begChr", begin);
  cog_omml_write_value (w, "endChr", end);
  g_string_append (w->out, "</m:dPr><m:e>");
  cog_omml_write_range (w, cog_xml_next_element (open), close);
  g_string_append (w->out, "</m:e></m:d>");
}

/* A case distinction: a brace before a table, and nothing behind it. */
static gboolean
opens_table (const xmlNode *node, const xmlNode *end)
{
  const xmlNode *next = cog_xml_next_element (node);

  return is_fence (node, TRUE) && next != NULL && next != end && is_named (next, "mtable");
}

/* What stands between two equal bars that fill a row. */
static gboolean
is_between_bars (const xmlNode *first, const xmlNode *end, const xmlNode **last)
{
  g_autofree char *open = is_named (first, "mo") ? cog_omml_dup_token (first) : NULL;
  g_autofree char *close = NULL;
  const xmlNode *n = first;

  if (open == NULL || (!g_str_equal (open, "|") && !g_str_equal (open, "∣") &&
                       !g_str_equal (open, "‖") && !g_str_equal (open, "∥")))
    return FALSE;
  while (cog_xml_next_element (n) != NULL && cog_xml_next_element (n) != end)
    n = cog_xml_next_element (n);
  close = n != first && is_named (n, "mo") ? cog_omml_dup_token (n) : NULL;
  *last = n;
  return g_strcmp0 (open, close) == 0;
}

/* A sum goes over what follows, up to the next relation or sign. */
static const xmlNode *
find_end_of_operand (const xmlNode *node, const xmlNode *end)
{
  static const char *const signs[] = { "=", "+", "-", "−", "±", "<", ">", "≤", "≥", "≠", "≈", "≡",
                                       "→", "⇒", "⇔", ",", ";", "∈", "~", ")", "]", "}", NULL };
  const xmlNode *n = cog_xml_next_element (node);

  /* A sign at the very beginning belongs to the operand. */
  for (gboolean is_first = TRUE; n != NULL && n != end; n = cog_xml_next_element (n))
    {
      g_autofree char *text = is_named (n, "mo") ? cog_omml_dup_token (n) : NULL;

      if (text != NULL && !is_first && g_strv_contains (signs, text))
        return n;
      is_first = FALSE;
    }
  return end;
}

static gboolean
is_application (const xmlNode *node)
{
  g_autofree char *text = is_named (node, "mo") ? cog_xml_dup_folded_text (node) : NULL;

  return g_strcmp0 (text, "\u2061") == 0;
}

static const xmlNode *
write_function (CogOmmlWriting *w, const xmlNode *name, const xmlNode *end)
{
  const xmlNode *argument = cog_xml_next_element (cog_xml_next_element (name));
  const xmlNode *close =
      argument != NULL && is_fence (argument, TRUE) ? find_close (argument, end) : NULL;

  g_string_append (w->out, "<m:func>");
  cog_omml_write_argument (w, "fName", name);
  g_string_append (w->out, "<m:e>");
  if (close != NULL)
    write_delimited (w, argument, close);
  else if (argument != NULL && argument != end)
    cog_omml_write_element (w, argument);
  g_string_append (w->out, "</m:e></m:func>");
  if (argument == NULL || argument == end)
    return argument;
  return cog_xml_next_element (close != NULL ? close : argument);
}

/* Returns what is next. */
static const xmlNode *
write_next (CogOmmlWriting *w, const xmlNode *n, const xmlNode *end)
{
  const xmlNode *next = cog_xml_next_element (n);
  const xmlNode *close = is_fence (n, TRUE) ? find_close (n, end) : NULL;

  if (cog_omml_is_nary (n))
    {
      next = find_end_of_operand (n, end);
      cog_omml_write_nary (w, n, cog_xml_next_element (n), next);
      return next;
    }
  if (next != NULL && next != end && is_application (next))
    return write_function (w, n, end);
  if (close != NULL)
    {
      write_delimited (w, n, close);
      return cog_xml_next_element (close);
    }
  if (opens_table (n, end))
    {
      write_delimited (w, n, cog_xml_next_element (next));
      return end;
    }
  cog_omml_write_element (w, n);
  return next;
}

void
cog_omml_write_range (CogOmmlWriting *w, const xmlNode *first, const xmlNode *end)
{
  const xmlNode *last = NULL;

  if (first != NULL && first != end && is_between_bars (first, end, &last))
    {
      write_delimited (w, first, last);
      return;
    }
  for (const xmlNode *n = first; n != NULL && n != end;)
    n = write_next (w, n, end);
}

void
cog_omml_write_row (CogOmmlWriting *w, const xmlNode *row)
{
  cog_omml_write_range (w, cog_xml_first_element (row), NULL);
}
