/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-structure-private.h"

#include "cog-language.h"
#include "cog-segmenter.h"
#include "cog-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED, why);
  return FALSE;
}

gboolean
cog_structure_is_divisible (const CogUnit *unit, const xmlNode *element)
{
  switch (unit->kind)
    {
    case COG_UNIT_PARAGRAPH:
    case COG_UNIT_ITEM:
    case COG_UNIT_DESCRIPTION:
      return TRUE;
    case COG_UNIT_HEADING:
      return !cog_block_is_own_heading (element);
    case COG_UNIT_TITLE:
    case COG_UNIT_TERM:
    case COG_UNIT_CELL:
    case COG_UNIT_HEADER_CELL:
    case COG_UNIT_CAPTION:
    case COG_UNIT_SUMMARY:
    case COG_UNIT_PREFORMATTED:
    case COG_UNIT_EQUATION:
    case COG_UNIT_ALT:
    case COG_UNIT_DRAWING:
      return FALSE;
    }
  return FALSE;
}

/* XHTML in two at a character, without the white space there. FALSE: one side says nothing. */
static gboolean
cut (const char *xhtml, guint at, char **first, char **second, GError **error)
{
  g_autoptr (CogText) text = cog_text_new_from_xhtml (xhtml, error);
  g_autoptr (CogText) left = NULL;
  g_autoptr (CogText) right = NULL;
  guint length;
  guint start = at;

  if (text == NULL)
    return FALSE;
  length = (guint)g_utf8_strlen (text->plain, -1);
  while (at > 0 && at <= length &&
         g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text->plain, at - 1))))
    at--;
  while (start < length &&
         g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text->plain, start))))
    start++;
  if (at == 0 || start >= length)
    return refuse (error, _ ("There are words on one side only."));
  left = cog_text_slice (text, 0, at);
  right = cog_text_slice (text, start, length);
  *first = cog_text_to_xhtml (left);
  *second = cog_text_to_xhtml (right);
  return TRUE;
}

/* Where the source's sentences end that answer to those before the cut; COG_SPLIT_WHOLE where that
 * cannot be told. */
static int
guess_source (const char *source, const char *first, const char *second, const char *language)
{
  g_autoptr (CogText) text = cog_text_new_from_xhtml (source, NULL);
  g_autofree char *before = cog_inline_to_plain (first);
  g_autofree char *after = cog_inline_to_plain (second);
  g_autoptr (GPtrArray) head = cog_segmenter_split (before, language);
  g_autoptr (GPtrArray) tail = cog_segmenter_split (after, language);
  g_autoptr (GPtrArray) sentences = NULL;
  const char *at;

  if (text == NULL)
    return COG_SPLIT_WHOLE;
  sentences = cog_segmenter_split (text->plain, language);
  if (sentences->len != head->len + tail->len)
    return COG_SPLIT_WHOLE;
  at = text->plain;
  for (guint i = 0; i < head->len; i++)
    {
      const char *sentence = g_ptr_array_index (sentences, i);

      at = strstr (at, sentence);
      if (at == NULL)
        return COG_SPLIT_WHOLE;
      at += strlen (sentence);
    }
  return (int)g_utf8_pointer_to_offset (text->plain, at);
}

typedef struct
{
  char *source[2]; /* as the units have it */
  char *target[2];
  int at; /* of the text in the structure; COG_SPLIT_WHOLE: it stays with the first */
} Halves;

static void
halves_clear (Halves *halves)
{
  for (guint i = 0; i < 2; i++)
    {
      g_free (halves->source[i]);
      g_free (halves->target[i]);
    }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Halves, halves_clear)

static gboolean
divide (const CogUnit *unit,
        guint at,
        int source_at,
        const char *language,
        Halves *halves,
        GError **error)
{
  gboolean has_source = unit->source != NULL && unit->source[0] != '\0';

  halves->at = COG_SPLIT_WHOLE;
  if (unit->target == NULL && !has_source)
    return refuse (error, _ ("There is nothing to divide yet."));
  if (unit->target != NULL &&
      !cut (unit->target, at, &halves->target[0], &halves->target[1], error))
    return FALSE;
  if (has_source)
    {
      halves->at = unit->target == NULL ? (int)at : source_at;
      if (halves->at == COG_SPLIT_GUESS)
        halves->at = guess_source (unit->source, halves->target[0], halves->target[1], language);
    }
  if (halves->at >= 0)
    return cut (unit->source, (guint)halves->at, &halves->source[0], &halves->source[1], error);
  halves->source[0] = g_strdup (unit->source);
  halves->source[1] = unit->source != NULL ? g_strdup ("") : NULL;
  return TRUE;
}

/* The element of the second half, behind the first, with the text of the source that is its own. */
static gboolean
divide_element (xmlNode *element, const char *id, int at, GError **error)
{
  xmlNode *second = xmlCopyNode (element, 2);
  g_autofree char *text = cog_inline_serialise (element);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cog_xml_set (second, "id", id);
  cog_xml_set (second, "value", NULL);
  xmlAddNextSibling (element, second);
  return at < 0 ||
         (cut (text, (guint)at, &before, &after, error) &&
          cog_inline_set (element, before, error) && cog_inline_set (second, after, error));
}

static guint
count_words (const CogUnit *unit)
{
  const char *text = unit->source != NULL ? unit->source : unit->target;
  g_autofree char *plain = cog_inline_to_plain (text != NULL ? text : "");

  return cog_text_count_words (plain, NULL);
}

static void
give (CogUnit *unit, Halves *halves, guint which)
{
  g_free (unit->source);
  g_free (unit->target);
  unit->source = g_steal_pointer (&halves->source[which]);
  unit->target = g_steal_pointer (&halves->target[which]);
  unit->n_words = count_words (unit);
}

static gboolean
split (CogStructure *structure,
       const char *unit_id,
       guint at,
       int source_at,
       char **id,
       GError **error)
{
  const char *section;
  xmlNode *element = cog_structure_find (structure, unit_id, &section, error);
  g_autoptr (CogUnit) unit =
      element != NULL ? cog_project_dup_unit (structure->project, unit_id, error) : NULL;
  g_autoptr (CogUnit) second = NULL;
  g_autofree char *language = NULL;
  g_auto (Halves) halves = { { NULL, NULL }, { NULL, NULL }, COG_SPLIT_WHOLE };

  if (unit == NULL)
    return FALSE;
  if (!cog_structure_is_divisible (unit, element))
    return refuse (error, _ ("Only paragraphs, headings and items of lists can be divided."));
  language = cog_project_dup_language (structure->project);
  if (!divide (unit, at, source_at, language, &halves, error))
    return FALSE;
  second = cog_unit_copy (unit);
  g_clear_pointer (&second->note, g_free);
  if (!cog_structure_divide_origins (structure, unit, second, halves.source[0], error))
    return FALSE;
  if (g_str_equal (second->id, unit->id))
    {
      g_free (second->id);
      second->id = cog_structure_dup_free_id (structure, section, error);
    }
  if (second->id == NULL || !divide_element (element, second->id, halves.at, error))
    return FALSE;
  give (unit, &halves, 0);
  give (second, &halves, 1);
  *id = g_strdup (second->id);
  return cog_structure_update_unit (structure, unit, error) &&
         cog_structure_insert_unit (structure, second, error);
}

char *
cog_project_split_unit (CogProject *self, const char *unit, guint at, int source_at, GError **error)
{
  CogStructure structure;
  g_autofree char *id = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && unit != NULL, NULL);
  g_return_val_if_fail (source_at >= COG_SPLIT_GUESS, NULL);

  if (!cog_structure_begin (&structure, self, _ ("Divided a passage"), error))
    return NULL;
  ok = split (&structure, unit, at, source_at, &id, error);
  return cog_structure_end (&structure, ok, error) ? g_steal_pointer (&id) : NULL;
}
