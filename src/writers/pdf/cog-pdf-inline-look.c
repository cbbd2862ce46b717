/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-inlines-private.h"

#include "cog-language.h"
#include "cog-quote-mark.h"

#include <string.h>

void
cog_pdf_inlines_open_link (CogPdfInlines *inlines, const xmlNode *node, CogPdfRun *now)
{
  g_autofree char *href = cog_xml_dup_attribute (node, "href");
  CogPdfLink link = { 0 };
  CogPdfTag *tag;

  if (href == NULL || *href == '\0')
    return;
  if (cog_xml_has_word (node, "role", "doc-noteref") && href[0] == '#')
    {
      cog_pdf_inlines_add_point (inlines, g_strdup (href + 1), TRUE);
      if (now->rise == 0)
        {
          now->rise = now->size * .34;
          now->size *= .68;
        }
      /* ISO 32000-1, table 338: a call for a note is a Reference, in which its Link stands. */
      now->tag = cog_pdf_inlines_add_tag (inlines, "Reference");
    }
  tag = cog_pdf_inlines_add_tag (inlines, "Link");
  link.contents = cog_xml_dup_folded_text (node);
  if (*link.contents == '\0')
    {
      g_free (link.contents);
      link.contents = g_strdup (href);
    }
  link.href = g_steal_pointer (&href);
  link.tag = tag;
  now->link = (gint)inlines->paragraph->links->len;
  now->tag = tag;
  g_array_append_val (inlines->paragraph->links, link);
}

void
cog_pdf_inlines_open_language (CogPdfInlines *inlines, const xmlNode *node, CogPdfRun *now)
{
  g_autofree char *language = cog_xml_dup_attribute (node, "lang");

  if (language == NULL || !cog_language_is_valid (language) ||
      pango_language_from_string (language) == now->language)
    return;
  now->language = pango_language_from_string (language);
  now->tag = cog_pdf_inlines_add_tag (inlines, "Span");
  if (now->tag != NULL)
    now->tag->language = cog_language_canonicalise (language);
}

static void
shift (CogPdfRun *now, double rise)
{
  now->rise += now->size * rise;
  now->size *= .68;
}

/* The look of an inline element. Sorted for nothing: the list is short. */
void
cog_pdf_inlines_apply_look (CogPdfInlines *inlines, const xmlNode *node, CogPdfRun *now)
{
  const char *name = (const char *)node->name;

  if (g_str_equal (name, "strong") || g_str_equal (name, "b"))
    now->is_bold = TRUE;
  else if (g_str_equal (name, "em") || g_str_equal (name, "i") || g_str_equal (name, "cite") ||
           g_str_equal (name, "var") || g_str_equal (name, "dfn"))
    now->is_italic = !now->is_italic;
  else if (g_str_equal (name, "code") || g_str_equal (name, "kbd") || g_str_equal (name, "samp"))
    {
      if (!now->is_mono)
        now->size *= inlines->paragraph->style.is_mono ? 1 : .9;
      now->is_mono = TRUE;
      now->tag = cog_pdf_inlines_add_tag (inlines, "Code");
    }
  else if (g_str_equal (name, "sub"))
    shift (now, -.16);
  else if (g_str_equal (name, "sup"))
    shift (now, .34);
  else if (g_str_equal (name, "small"))
    now->size *= .85;
  else if (g_str_equal (name, "mark"))
    now->is_highlighted = TRUE;
  else if (g_str_equal (name, "u"))
    now->is_underlined = TRUE;
  else if (g_str_equal (name, "s"))
    now->is_struck = TRUE;
  if (cog_xml_has_word (node, "class", "smallcaps"))
    now->is_small_caps = TRUE;
  if (cog_xml_has_word (node, "class", "underline"))
    now->is_underlined = TRUE;
  if (cog_xml_has_word (node, "class", "upright"))
    now->is_italic = FALSE;
  if (cog_xml_has_word (node, "class", "normal-weight"))
    now->is_bold = FALSE;
  if (cog_xml_has_word (node, "class", "keyterm"))
    now->is_bold = TRUE;
}

const char *
cog_pdf_inlines_get_quote (CogPdfInlines *inlines, gboolean is_open)
{
  return cog_quote_get_mark (pango_language_to_string (cog_pdf_inlines_get_run (inlines)->language),
                             is_open);
}
