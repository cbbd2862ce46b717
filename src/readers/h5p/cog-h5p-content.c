/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-h5p-private.h"

#include "cog-reader-findings.h"

#include <string.h>

static void
skip (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
}

/* clang-format off: a row each, sorted */
static const struct
{
  const char *library;
  CogH5pConvert convert;
} rows[] = {
  { "H5P.Accordion", cog_h5p_convert_accordion },
  { "H5P.AdvancedText", cog_h5p_convert_text },
  { "H5P.Audio", cog_h5p_convert_audio },
  { "H5P.Blanks", cog_h5p_convert_blanks },
  { "H5P.Chart", cog_h5p_convert_chart },
  { "H5P.Column", cog_h5p_convert_column },
  { "H5P.ContinuousText", cog_h5p_convert_text },
  { "H5P.CoursePresentation", cog_h5p_convert_presentation },
  { "H5P.Crossword", cog_h5p_convert_crossword },
  { "H5P.Dialogcards", cog_h5p_convert_cards },
  { "H5P.Dictation", cog_h5p_convert_dictation },
  { "H5P.DragQuestion", cog_h5p_convert_drag_question },
  { "H5P.DragText", cog_h5p_convert_drag_text },
  { "H5P.Essay", cog_h5p_convert_essay },
  { "H5P.Flashcards", cog_h5p_convert_cards },
  { "H5P.GuessTheAnswer", cog_h5p_convert_guess },
  { "H5P.Image", cog_h5p_convert_picture },
  { "H5P.ImageHotspots", cog_h5p_convert_hotspots },
  { "H5P.ImageSequencing", cog_h5p_convert_order },
  { "H5P.InteractiveBook", cog_h5p_convert_book },
  { "H5P.InteractiveVideo", cog_h5p_convert_film },
  { "H5P.Link", cog_h5p_convert_link },
  { "H5P.MarkTheWords", cog_h5p_convert_mark_words },
  { "H5P.MemoryGame", cog_h5p_convert_pairs },
  { "H5P.MultiChoice", cog_h5p_convert_multi_choice },
  { "H5P.MultiMediaChoice", cog_h5p_convert_multi_choice },
  { "H5P.Nil", skip },
  { "H5P.OpenEndedQuestion", cog_h5p_convert_open_question },
  { "H5P.QuestionSet", cog_h5p_convert_question_set },
  { "H5P.RowColumn", cog_h5p_convert_column },
  { "H5P.SimpleMultiChoice", cog_h5p_convert_open_question },
  { "H5P.SingleChoiceSet", cog_h5p_convert_single_choice },
  { "H5P.SortParagraphs", cog_h5p_convert_order },
  { "H5P.Summary", cog_h5p_convert_summary },
  { "H5P.Table", cog_h5p_convert_text },
  { "H5P.Text", cog_h5p_convert_text },
  { "H5P.Timeline", cog_h5p_convert_timeline },
  { "H5P.TrueFalse", cog_h5p_convert_true_false },
  { "H5P.Video", cog_h5p_convert_video },
};
/* clang-format on */

static CogH5pConvert
find_row (const char *library)
{
  gsize low = 0, high = G_N_ELEMENTS (rows);

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      int order = strcmp (library, rows[middle].library);

      if (order == 0)
        return rows[middle].convert;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

char *
cog_h5p_dup_library (JsonObject *object)
{
  const char *library = cog_h5p_get_string (object, "library");

  return library != NULL && library[0] != '\0' ? g_strndup (library, strcspn (library, " ")) : NULL;
}

static void
report_unknown (CogH5pWalk *walk, const char *library, gboolean is_taken)
{
  g_autofree char *shown = g_utf8_make_valid (library, MIN (strlen (library), 100));

  cog_report_add (walk->report, is_taken ? &cog_finding_h5p_unknown : &cog_finding_h5p_left_out,
                  walk->file, shown, NULL);
}

/* What was added behind before, as one element: a section around it where it is more. (nullable) */
static xmlNode *
join_added (xmlNode *parent, xmlNode *before)
{
  xmlNode *first = before != NULL ? before->next : parent->children;
  xmlNode *box;

  if (first == NULL)
    return NULL;
  if (first->next == NULL && first->type == XML_ELEMENT_NODE)
    return first;
  box = cog_made_page_add (parent, "section", NULL, NULL);
  while (first != box)
    {
      xmlNode *next = first->next;

      xmlUnlinkNode (first);
      xmlAddChild (box, first);
      first = next;
    }
  return box;
}

void
cog_h5p_convert (CogH5pWalk *walk, JsonObject *object, xmlNode *parent)
{
  g_autofree char *library = cog_h5p_dup_library (object);
  JsonObject *params = cog_h5p_get_object (object, "params");
  JsonObject *metadata = cog_h5p_get_object (object, "metadata");
  xmlNode *before = parent->last;
  CogH5pConvert convert;

  if (library == NULL || params == NULL)
    return;
  if (walk->depth >= COG_H5P_DEPTH)
    {
      cog_report_add (walk->report, &cog_finding_too_deep, walk->file, NULL, NULL);
      return;
    }
  walk->depth++;
  convert = find_row (library);
  if (convert != NULL)
    convert (walk, params, parent);
  else
    {
      cog_h5p_convert_unknown (walk, params, parent);
      report_unknown (walk, library, parent->last != before);
    }
  walk->depth--;
  if (metadata != NULL && parent->last != before)
    cog_h5p_take_credit (walk, join_added (parent, before), metadata);
}

void
cog_h5p_convert_member (CogH5pWalk *walk, JsonObject *params, const char *name, xmlNode *parent)
{
  cog_h5p_convert (walk, cog_h5p_get_object (params, name), parent);
}

/* What the player says, and how it behaves. */
static gboolean
is_interface (const char *name)
{
  static const char *const names[] = { "UI",       "a11y",     "behavior",        "behaviour",
                                       "i18n",     "l10n",     "overallFeedback", "override",
                                       "texts",    "metadata", "copyright",       "subContentId",
                                       "labels",   "library",  "localization",    "currentState",
                                       "fallback", NULL };

  return g_strv_contains (names, name);
}

static gboolean
is_text (const char *name, const char *value)
{
  static const char *const names[] = { "answer",          "caption",  "description",  "header",
                                       "heading",         "headline", "introduction", "label",
                                       "question",        "quote",    "solution",     "subtitle",
                                       "taskDescription", "text",     "title",        NULL };

  return g_strv_contains (names, name) ||
         g_regex_match_simple ("<(p|div|h[1-6]|ul|ol|li|table|strong|em|br)[ />]", value,
                               G_REGEX_CASELESS, 0);
}

/* The words for a picture stand beside it, under one of several names. */
static const char *
find_alt (JsonObject *params, const char *name)
{
  static const char *const names[] = {
    "alt", "altText", "imageAlt", "imageAltText", "alternativeText", "backgroundImageAltText"
  };
  g_autofree char *own = g_strconcat (name, "Alt", NULL);
  const char *alt = cog_h5p_get_string (params, own);

  for (guint i = 0; alt == NULL && i < G_N_ELEMENTS (names); i++)
    alt = cog_h5p_get_string (params, names[i]);
  return alt;
}

static gboolean
add_file (CogH5pWalk *walk, JsonObject *params, const char *name, JsonObject *file, xmlNode *parent)
{
  const char *mime = cog_h5p_get_string (file, "mime");
  gboolean is_audio = mime != NULL && g_str_has_prefix (mime, "audio/");

  if (cog_h5p_get_string (file, "path") == NULL)
    return FALSE;
  if (is_audio || (mime != NULL && g_str_has_prefix (mime, "video/")))
    {
      g_autoptr (JsonArray) files = json_array_new ();

      json_array_add_object_element (files, json_object_ref (file));
      cog_h5p_add_media (walk, parent, is_audio ? "audio" : "video", files, NULL);
    }
  else
    cog_h5p_add_picture (walk, parent, file, find_alt (params, name));
  return TRUE;
}

static void
take_member (
    CogH5pWalk *walk, JsonObject *params, const char *name, JsonNode *member, xmlNode *parent)
{
  if (JSON_NODE_HOLDS_ARRAY (member))
    {
      JsonArray *list = json_node_get_array (member);

      for (guint i = 0; i < json_array_get_length (list); i++)
        if (!JSON_NODE_HOLDS_ARRAY (json_array_get_element (list, i)))
          take_member (walk, params, name, json_array_get_element (list, i), parent);
    }
  else if (JSON_NODE_HOLDS_OBJECT (member))
    {
      JsonObject *object = json_node_get_object (member);

      if (cog_h5p_get_string (object, "library") != NULL)
        cog_h5p_convert (walk, object, parent);
      else if (!add_file (walk, params, name, object, parent))
        cog_h5p_convert_unknown (walk, object, parent);
    }
  else if (JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING)
    {
      const char *value = json_node_get_string (member);

      if (is_text (name, value))
        cog_made_page_add_html (cog_made_page_add (parent, "div", NULL, NULL), value, walk->report);
    }
}

void
cog_h5p_convert_unknown (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  g_autoptr (GList) names = json_object_get_members (params);

  if (walk->depth >= COG_H5P_DEPTH)
    return;
  walk->depth++;
  for (GList *l = names; l != NULL; l = l->next)
    if (!is_interface (l->data))
      take_member (walk, params, l->data, json_object_get_member (params, l->data), parent);
  walk->depth--;
}
