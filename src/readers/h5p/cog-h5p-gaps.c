/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-h5p-private.h"

#include <string.h>

#define GAP "________"

/* What stands between stars in a text: "*tide/ebb:It comes twice*", and after \+ and \- what the
 * player says to it. */
typedef struct
{
  GPtrArray *answers; /* (element-type utf8) */
  gboolean is_numbered;
  gboolean has_gaps; /* else the words stay where they are */
} Gaps;

/* Cuts at the first of these signs that no backslash hides. */
static char *
cut (char *text, char sign)
{
  for (char *c = text; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] == sign)
        c++;
      else if (*c == sign)
        {
          *c = '\0';
          return c + 1;
        }
    }
  return NULL;
}

/* "tide/ebb" as "tide / ebb", without the backslashes. (transfer full) */
static char *
dup_answer (const char *text)
{
  GString *answer = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        g_string_append_c (answer, *++c);
      else if (*c == '/')
        g_string_append (answer, " / ");
      else
        g_string_append_c (answer, *c);
    }
  return g_strstrip (g_string_free (answer, FALSE));
}

static void
append_gap (Gaps *gaps, GString *out, const char *inside)
{
  g_autofree char *text = g_strdup (inside);
  g_autofree char *answer = NULL;
  char *tip;
  char *said = strstr (text, "\\+");
  char *blamed = strstr (text, "\\-");

  if (said != NULL)
    *said = '\0';
  if (blamed != NULL)
    *blamed = '\0';
  tip = gaps->has_gaps ? cut (text, ':') : NULL;
  answer = dup_answer (text);
  if (gaps->has_gaps && gaps->is_numbered)
    g_string_append_printf (out, "(%u) ", gaps->answers->len + 1);
  g_string_append (out, gaps->has_gaps ? GAP : answer);
  if (tip != NULL && tip[0] != '\0')
    g_string_append_printf (out, " (%s)", g_strstrip (tip));
  g_ptr_array_add (gaps->answers, g_steal_pointer (&answer));
}

/* (transfer full) */
static char *
replace_stars (Gaps *gaps, const char *text)
{
  GString *out = g_string_new (NULL);
  const char *at = text;

  for (;;)
    {
      const char *open = strchr (at, '*');
      const char *close = open != NULL ? strchr (open + 1, '*') : NULL;
      g_autofree char *inside = close != NULL ? g_strndup (open + 1, close - open - 1) : NULL;

      if (close == NULL)
        break;
      g_string_append_len (out, at, open - at);
      /* Two stars are one that is meant. */
      if (inside[0] == '\0')
        g_string_append_c (out, '*');
      else
        append_gap (gaps, out, inside);
      at = close + 1;
    }
  g_string_append (out, at);
  return g_string_free (out, FALSE);
}

static void
take_gaps (Gaps *gaps, xmlNode *top)
{
  for (xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (n->type == XML_TEXT_NODE && n->content != NULL && strchr ((const char *)n->content, '*'))
      {
        g_autofree char *text = replace_stars (gaps, (const char *)n->content);
        g_autofree char *escaped = g_markup_escape_text (text, -1);

        xmlNodeSetContent (n, (const xmlChar *)escaped);
      }
}

static guint
count_stars (const char *text)
{
  guint n = 0;

  for (const char *c = text != NULL ? text : ""; *c != '\0'; c++)
    n += *c == '*';
  return n;
}

/* Plain text whose lines count, as HTML. (transfer full) */
static char *
dup_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  GString *html = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_strstrip (lines[i])[0] != '\0')
      g_string_append_printf (html, "<p>%s</p>", lines[i]);
  return g_string_free (html, FALSE);
}

static void
add_answers (const GPtrArray *answers, xmlNode *exercise)
{
  xmlNode *solution = answers->len > 0 ? cog_made_page_add_solution (exercise) : NULL;
  xmlNode *list = answers->len > 1 ? cog_made_page_add (solution, "ol", NULL, NULL) : solution;

  for (guint i = 0; i < answers->len; i++)
    cog_made_page_add_words (list, answers->len > 1 ? "li" : "p", g_ptr_array_index (answers, i));
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_utf8_casefold (*(const char *const *)a, -1);
  g_autofree char *second = g_utf8_casefold (*(const char *const *)b, -1);

  return strcmp (first, second);
}

/* The words to choose from, with those that fit nowhere. */
static void
add_bank (const GPtrArray *answers, const char *distractors, xmlNode *problem)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  Gaps gaps = { others, FALSE, FALSE };
  xmlNode *list;

  g_free (replace_stars (&gaps, distractors != NULL ? distractors : ""));
  g_ptr_array_extend (words, (GPtrArray *)answers, NULL, NULL);
  g_ptr_array_extend (words, others, NULL, NULL);
  g_ptr_array_sort (words, compare_words);
  list = words->len > 0 ? cog_made_page_add (problem, "ul", NULL, NULL) : NULL;
  for (guint i = 0; i < words->len; i++)
    cog_made_page_add_words (list, "li", g_ptr_array_index (words, i));
}

static xmlNode *
begin (CogH5pWalk *walk, JsonObject *params, const char *name, xmlNode *parent, xmlNode **problem)
{
  xmlNode *exercise = cog_made_page_add_exercise (parent, problem);
  JsonObject *media = cog_h5p_get_object (params, "media");

  cog_h5p_add_html (walk, *problem, params, name);
  cog_h5p_convert (walk, cog_h5p_get_object (media, "type"), *problem);
  return exercise;
}

void
cog_h5p_convert_blanks (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *questions = cog_h5p_get_array (params, "questions");
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_free);
  Gaps gaps = { answers, FALSE, TRUE };
  guint n_stars = 0;
  xmlNode *problem;
  xmlNode *exercise = begin (walk, params, "text", parent, &problem);

  for (guint i = 0; i < cog_h5p_count (questions); i++)
    n_stars += count_stars (cog_h5p_get_string_at (questions, i));
  gaps.is_numbered = n_stars > 3;
  for (guint i = 0; i < cog_h5p_count (questions); i++)
    {
      xmlNode *box = cog_made_page_add (problem, "div", NULL, NULL);

      cog_made_page_add_html (box, cog_h5p_get_string_at (questions, i), walk->report);
      take_gaps (&gaps, box);
    }
  add_answers (answers, exercise);
}

static void
convert_field (
    CogH5pWalk *walk, JsonObject *params, xmlNode *parent, gboolean has_gaps, const char *html)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_free);
  Gaps gaps = { answers, count_stars (html) > 3, has_gaps };
  xmlNode *problem;
  xmlNode *exercise = begin (walk, params, "taskDescription", parent, &problem);
  xmlNode *box = cog_made_page_add (problem, "div", NULL, NULL);

  cog_made_page_add_html (box, html, walk->report);
  take_gaps (&gaps, box);
  if (has_gaps)
    add_bank (answers, cog_h5p_get_string (params, "distractors"), problem);
  add_answers (answers, exercise);
}

void
cog_h5p_convert_drag_text (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  g_autofree char *html = dup_lines (cog_h5p_get_string (params, "textField"));

  convert_field (walk, params, parent, TRUE, html);
}

void
cog_h5p_convert_mark_words (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  const char *text = cog_h5p_get_string (params, "textField");

  convert_field (walk, params, parent, FALSE, text != NULL ? text : "");
}

void
cog_h5p_convert_crossword (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *words = cog_h5p_get_array (params, "words");
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_free);
  xmlNode *problem, *list;
  xmlNode *exercise = begin (walk, params, "taskDescription", parent, &problem);

  list = cog_made_page_add (problem, "ol", NULL, NULL);
  for (guint i = 0; i < cog_h5p_count (words); i++)
    {
      JsonObject *word = cog_h5p_get_object_at (words, i);
      xmlNode *item = cog_made_page_add (list, "li", NULL, NULL);

      cog_h5p_add_html (walk, item, word, "clue");
      cog_h5p_convert_member (walk, word, "extraClue", item);
      g_ptr_array_add (answers, cog_made_page_dup_words (cog_h5p_get_string (word, "answer")));
    }
  add_answers (answers, exercise);
}

void
cog_h5p_convert_dictation (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *sentences = cog_h5p_get_array (params, "sentences");

  cog_h5p_add_html (walk, parent, params, "taskDescription");
  for (guint i = 0; i < cog_h5p_count (sentences); i++)
    {
      JsonObject *sentence = cog_h5p_get_object_at (sentences, i);
      xmlNode *problem;
      xmlNode *exercise = begin (walk, sentence, "description", parent, &problem);

      cog_h5p_add_media (walk, problem, "audio", cog_h5p_get_array (sentence, "sample"), NULL);
      cog_h5p_add_in (walk, cog_made_page_add_solution (exercise), "p", sentence, "text");
    }
}

/* The indexes of what belongs in a zone are words. */
static void
add_zone (CogH5pWalk *walk, JsonArray *elements, JsonObject *zone, guint number, xmlNode *list)
{
  JsonArray *right = cog_h5p_get_array (zone, "correctElements");
  g_autofree char *label = cog_made_page_dup_words (cog_h5p_get_string (zone, "label"));
  g_autofree char *shown = label[0] != '\0' ? g_strdup (label) : g_strdup_printf ("%u", number);

  cog_made_page_add_words (list, "dt", shown);
  for (guint i = 0; i < cog_h5p_count (right); i++)
    {
      const char *words = cog_h5p_get_string_at (right, i);
      gint64 index = words != NULL ? g_ascii_strtoll (words, NULL, 10) : -1;

      if (index >= 0 && index < cog_h5p_count (elements))
        cog_h5p_convert_member (walk, cog_h5p_get_object_at (elements, (guint)index), "type",
                                cog_made_page_add (list, "dd", NULL, NULL));
    }
}

void
cog_h5p_convert_drag_question (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonObject *question = cog_h5p_get_object (params, "question");
  JsonObject *settings = cog_h5p_get_object (question, "settings");
  JsonObject *task = cog_h5p_get_object (question, "task");
  JsonArray *elements = cog_h5p_get_array (task, "elements");
  JsonArray *zones = cog_h5p_get_array (task, "dropZones");
  xmlNode *problem, *list;
  xmlNode *exercise = begin (walk, params, "taskDescription", parent, &problem);

  cog_h5p_add_in (walk, problem, "p", settings, "questionTitle");
  cog_h5p_add_picture (walk, problem, cog_h5p_get_object (settings, "background"), NULL);
  list = cog_h5p_count (elements) > 0 ? cog_made_page_add (problem, "ul", NULL, NULL) : NULL;
  for (guint i = 0; i < cog_h5p_count (elements); i++)
    cog_h5p_convert_member (walk, cog_h5p_get_object_at (elements, i), "type",
                            cog_made_page_add (list, "li", NULL, NULL));
  list = cog_made_page_add (cog_made_page_add_solution (exercise), "dl", NULL, NULL);
  for (guint i = 0; i < cog_h5p_count (zones); i++)
    add_zone (walk, elements, cog_h5p_get_object_at (zones, i), i + 1, list);
}
