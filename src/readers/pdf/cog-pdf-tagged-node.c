/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-language.h"
#include "cog-pdf-tagged-private.h"

#include <string.h>

/* Elements of the text as nodes: their ids, places and languages. */

/* Scripts that tell languages apart; Han is written in several ways. */
static gboolean
is_telling (const char *script)
{
  static const char *const scripts[] = { "arab", "armn", "beng", "cyrl", "deva", "ethi", "geor",
                                         "grek", "hebr", "khmr", "latn", "taml", "thai", NULL };

  return script != NULL && g_strv_contains (scripts, script);
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Signs are in no language. LibreOffice calls all that runs from right to left Hindi, where nobody
 * chose a language. */
static gboolean
is_possible (CogPdfTagged *self, const CogPdfElement *element)
{
  g_autofree char *script = cog_language_dup_script (element->language);
  g_autofree char *text = cog_pdf_tagged_dup_text (self, element);
  const char *seen = is_telling (script) ? cog_text_guess_script (text) : NULL;

  return has_letters (text) && (!is_telling (seen) || g_str_equal (seen, script));
}

gboolean
cog_pdf_tagged_has_language (CogPdfTagged *self, const CogPdfElement *element)
{
  const char *around = self->structure->language;

  if (element->language == NULL)
    return FALSE;
  for (const CogPdfElement *up = element->parent; up != NULL; up = up->parent)
    if (up->language != NULL)
      {
        around = up->language;
        break;
      }
  return (around == NULL || g_ascii_strcasecmp (around, element->language) != 0) &&
         cog_language_is_valid (element->language) && is_possible (self, element);
}

void
cog_pdf_tagged_tell_place (CogPdfTagged *self, const CogPdfTaggedBlock *block)
{
  CogSourcePlace place = { block->page, block->box.x, block->box.y, block->box.width,
                           block->box.height };

  if (self->host->place != NULL)
    self->host->place (block->id, &place, self->host->user_data);
}

xmlNode *
cog_pdf_tagged_add_node (CogPdfTagged *self,
                         xmlNode *parent,
                         const char *name,
                         const CogPdfElement *element)
{
  xmlNode *node = xmlNewChild (parent, parent->ns, BAD_CAST name, NULL);
  CogPdfExtent extent = { 0 };
  g_autofree char *id = NULL;

  if (element != NULL)
    cog_pdf_tagged_extend (self, element, TRUE, &extent);
  id = g_strdup_printf ("p%u-%u", MAX (extent.page, 1), ++self->n_ids);
  cog_xml_set (node, "id", id);
  if (extent.page != 0)
    {
      CogPdfTaggedBlock block = { g_strdup (id), extent.page, extent.box };

      g_array_append_val (self->blocks, block);
      cog_pdf_tagged_tell_place (self, &block);
    }
  if (element != NULL && cog_pdf_tagged_has_language (self, element))
    cog_xml_set (node, "lang", element->language);
  return node;
}
