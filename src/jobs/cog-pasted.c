/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pasted.h"

#include "cog-html.h"
#include "cog-normalizer.h"

#include <string.h>

/* What means nothing without the rest of its page. */
static gboolean
is_foreign (const CogCode *code)
{
  if (code->type == COG_CODE_PIECE)
    return !g_str_equal (code->element, "math") && !g_str_equal (code->element, "br") &&
           !g_str_equal (code->element, "ruby");
  if (g_str_equal (code->element, "a"))
    {
      g_autofree char *address = cog_text_dup_link (code);

      return address == NULL || address[0] == '#';
    }
  /* A span without more says nothing. */
  return code->end <= code->start ||
         (g_str_equal (code->element, "span") && strstr (code->markup, " lang=") == NULL &&
          strstr (code->markup, " dir=") == NULL);
}

static char *
dup_without_id (const char *markup)
{
  const char *id = strstr (markup, " id=\"");
  const char *close = strchr (markup, '>');
  const char *end;

  if (id == NULL || close == NULL || id > close)
    return g_strdup (markup);
  end = strchr (id + strlen (" id=\""), '"');
  return g_strdup_printf ("%.*s%s", (int)(id - markup), markup, end != NULL ? end + 1 : "");
}

/* Pieces lose their place in the words when their code goes: CogText writes none for them. */
static char *
dup_tidy (const char *xhtml)
{
  g_autoptr (CogText) text = cog_text_new_from_xhtml (xhtml, NULL);

  if (text == NULL)
    return g_strdup ("");
  for (guint i = text->codes->len; i > 0; i--)
    {
      CogCode *code = g_ptr_array_index (text->codes, i - 1);
      char *markup;

      if (is_foreign (code))
        {
          g_ptr_array_remove_index (text->codes, i - 1);
          continue;
        }
      markup = dup_without_id (code->markup);
      g_free (code->markup);
      code->markup = markup;
    }
  return cog_text_to_xhtml (text);
}

static void
unit_cb (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  GString *joined = user_data;
  g_autofree char *tidy = NULL;

  if (unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_TITLE ||
      unit->kind == COG_UNIT_DRAWING || unit->source == NULL)
    return;
  tidy = dup_tidy (unit->source);
  if (joined->len > 0 && tidy[0] != '\0')
    g_string_append_c (joined, ' ');
  g_string_append (joined, tidy);
}

static xmlNode *
find_body (xmlNode *html)
{
  for (xmlNode *node = html->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && g_str_equal ((const char *)node->name, "body"))
      return node;
  return html;
}

/* A well-known office wraps everything that it copies in a b that is not bold. */
static void
unmark_false_bold (xmlNode *body)
{
  for (xmlNode *node = body; node != NULL; node = cog_xml_next_in (body, node))
    {
      g_autofree char *style = NULL;

      if (node->type != XML_ELEMENT_NODE || !g_str_equal ((const char *)node->name, "b"))
        continue;
      style = cog_xml_dup_attribute (node, "style");
      if (style != NULL && strstr (style, "font-weight:normal") != NULL)
        xmlNodeSetName (node, (const xmlChar *)"span");
    }
}

/* One file, one section, no container: what a page refers to is not here. */
static void
take (CogBook *book, xmlNode *body, CogReport *report)
{
  g_autoptr (CogNormalizer) normalizer = cog_normalizer_new (book, NULL, report);
  CogSection *section = cog_section_new ("pasted", NULL);

  g_ptr_array_add (book->sections, section);
  cog_normalizer_declare (normalizer, "pasted.html", section->id);
  cog_normalizer_take (normalizer, "pasted.html", body, section);
  cog_normalizer_finish (normalizer);
  cog_book_identify (book, report);
}

/* Clipboards are UTF-8, and their pieces of pages do not say so; some send what windows do. */
static const char *
utf8_hint (GBytes *html)
{
  gsize size;
  const char *data = g_bytes_get_data (html, &size);

  return data != NULL && g_utf8_validate_len (data, size, NULL) ? "utf-8" : NULL;
}

CogText *
cog_pasted_new_from_html (GBytes *html)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = cog_book_new ();
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (xmlDoc) document = NULL;

  g_return_val_if_fail (html != NULL, NULL);

  document = cog_html_parse (html, utf8_hint (html), "pasted.html", report, NULL);
  if (document == NULL)
    return NULL;
  unmark_false_bold (xmlDocGetRootElement (document));
  take (book, find_body (xmlDocGetRootElement (document)), report);
  cog_section_foreach_unit (g_ptr_array_index (book->sections, 0), unit_cb, joined);
  return joined->len > 0 ? cog_text_new_from_xhtml (joined->str, NULL) : NULL;
}
