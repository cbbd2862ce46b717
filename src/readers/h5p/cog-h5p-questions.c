/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-h5p-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* The picture or film that stands before a question. */
static void
add_media (CogH5pWalk *walk, JsonObject *params, xmlNode *problem)
{
  JsonObject *media = cog_h5p_get_object (params, "media");

  if (cog_h5p_get_object (media, "type") != NULL)
    cog_h5p_convert_member (walk, media, "type", problem);
  else
    cog_h5p_convert (walk, media, problem);
}

static xmlNode *
begin (CogH5pWalk *walk, JsonObject *params, const char *name, xmlNode *parent, xmlNode **problem)
{
  xmlNode *exercise = cog_made_page_add_exercise (parent, problem);

  add_media (walk, params, *problem);
  cog_h5p_add_html (walk, *problem, params, name);
  return exercise;
}

/* What the player would say to who chose this. */
static void
add_feedback (CogH5pWalk *walk, JsonObject *answer, xmlNode *item)
{
  cog_h5p_add_in (walk, item, "p", cog_h5p_get_object (answer, "tipsAndFeedback"),
                  "chosenFeedback");
}

static void
fill_choice (CogH5pWalk *walk, JsonObject *answer, xmlNode *item)
{
  JsonObject *media = cog_h5p_get_object (answer, "media");

  cog_h5p_add_html (walk, item, answer, "text");
  cog_h5p_convert (walk, media, item);
}

void
cog_h5p_convert_multi_choice (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *answers = cog_h5p_get_array (params, "answers");
  xmlNode *problem, *choices, *solution;
  xmlNode *exercise = begin (walk, params, "question", parent, &problem);

  if (answers == NULL)
    answers = cog_h5p_get_array (params, "options");
  choices = cog_made_page_add_choices (problem);
  solution = cog_made_page_add_solution (exercise);
  for (guint i = 0; i < cog_h5p_count (answers); i++)
    {
      JsonObject *answer = cog_h5p_get_object_at (answers, i);
      xmlNode *item;

      fill_choice (walk, answer, cog_made_page_add (choices, "li", NULL, NULL));
      if (!cog_h5p_get_boolean (answer, "correct"))
        continue;
      item = cog_made_page_add_choice_answer (solution, i);
      fill_choice (walk, answer, item);
      add_feedback (walk, answer, item);
    }
}

typedef struct
{
  char *key;
  guint index;
} Place;

static int
compare_places (const void *a, const void *b)
{
  const Place *first = a, *second = b;
  int order = strcmp (first->key, second->key);

  return order != 0 ? order : (first->index > second->index) - (first->index < second->index);
}

/* The first answer is the right one, and the player mixes them. A book needs one order that gives
 * nothing away: that of their letters. */
static void
add_mixed (CogH5pWalk *walk, JsonArray *answers, xmlNode *exercise, xmlNode *problem)
{
  guint n = cog_h5p_count (answers);
  g_autofree Place *places = g_new0 (Place, n + 1);
  xmlNode *choices = cog_made_page_add_choices (problem);
  xmlNode *solution = cog_made_page_add_solution (exercise);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = cog_made_page_dup_words (cog_h5p_get_string_at (answers, i));

      places[i] = (Place){ g_utf8_casefold (words, -1), i };
    }
  qsort (places, n, sizeof (Place), compare_places);
  for (guint i = 0; i < n; i++)
    {
      const char *html = cog_h5p_get_string_at (answers, places[i].index);

      cog_made_page_add_html (cog_made_page_add (choices, "li", NULL, NULL), html, walk->report);
      if (places[i].index == 0)
        cog_made_page_add_html (cog_made_page_add_choice_answer (solution, i), html, walk->report);
      g_free (places[i].key);
    }
}

void
cog_h5p_convert_single_choice (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *choices = cog_h5p_get_array (params, "choices");

  for (guint i = 0; i < cog_h5p_count (choices); i++)
    {
      JsonObject *choice = cog_h5p_get_object_at (choices, i);
      xmlNode *problem;
      xmlNode *exercise = begin (walk, choice, "question", parent, &problem);

      add_mixed (walk, cog_h5p_get_array (choice, "answers"), exercise, problem);
    }
}

void
cog_h5p_convert_summary (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *summaries = cog_h5p_get_array (params, "summaries");

  cog_h5p_add_html (walk, parent, params, "intro");
  for (guint i = 0; i < cog_h5p_count (summaries); i++)
    {
      JsonArray *answers = cog_h5p_get_array (cog_h5p_get_object_at (summaries, i), "summary");
      xmlNode *problem;
      xmlNode *exercise;

      if (cog_h5p_count (answers) == 0)
        continue;
      exercise = cog_made_page_add_exercise (parent, &problem);
      add_mixed (walk, answers, exercise, problem);
    }
}

void
cog_h5p_convert_true_false (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonObject *words = cog_h5p_get_object (params, "l10n");
  gboolean is_true = cog_h5p_get_boolean (params, "correct");
  JsonObject *behaviour = cog_h5p_get_object (params, "behaviour");
  const char *texts[] = { cog_h5p_get_string (words, "trueText"),
                          cog_h5p_get_string (words, "falseText") };
  xmlNode *problem, *choices, *item;
  xmlNode *exercise = begin (walk, params, "question", parent, &problem);

  if (texts[0] == NULL || texts[0][0] == '\0')
    /* Translators: an answer to choose in an exercise */
    texts[0] = _ ("True");
  if (texts[1] == NULL || texts[1][0] == '\0')
    /* Translators: an answer to choose in an exercise */
    texts[1] = _ ("False");
  choices = cog_made_page_add_choices (problem);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    cog_made_page_add_html (cog_made_page_add (choices, "li", NULL, NULL), texts[i], walk->report);
  item = cog_made_page_add_choice_answer (cog_made_page_add_solution (exercise), is_true ? 0 : 1);
  cog_made_page_add_html (item, texts[is_true ? 0 : 1], walk->report);
  cog_h5p_add_in (walk, item, "p", behaviour, "feedbackOnCorrect");
}

void
cog_h5p_convert_essay (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonObject *sample = cog_h5p_get_object (params, "solution");
  xmlNode *problem;
  xmlNode *exercise = begin (walk, params, "taskDescription", parent, &problem);
  xmlNode *solution;

  if (cog_h5p_get_string (sample, "sample") == NULL)
    return;
  solution = cog_made_page_add_solution (exercise);
  cog_h5p_add_in (walk, solution, "p", sample, "introduction");
  cog_h5p_add_html (walk, solution, sample, "sample");
}

/* A question of a questionnaire: nothing in it is right or wrong. */
void
cog_h5p_convert_open_question (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *answers = cog_h5p_get_array (params, "alternatives");
  xmlNode *problem, *choices;

  begin (walk, params, "question", parent, &problem);
  choices = answers != NULL ? cog_made_page_add_choices (problem) : NULL;
  for (guint i = 0; i < cog_h5p_count (answers); i++)
    cog_h5p_add_html (walk, cog_made_page_add (choices, "li", NULL, NULL),
                      cog_h5p_get_object_at (answers, i), "text");
}

void
cog_h5p_convert_guess (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  xmlNode *problem;
  xmlNode *exercise = begin (walk, params, "taskDescription", parent, &problem);

  cog_h5p_add_picture (walk, problem, cog_h5p_get_object (params, "solutionImage"),
                       cog_h5p_get_string (params, "solutionImageAlt"));
  cog_h5p_add_html (walk, cog_made_page_add_solution (exercise), params, "solutionText");
}

static void
add_card (CogH5pWalk *walk, JsonObject *card, xmlNode *parent)
{
  JsonObject *tips = cog_h5p_get_object (card, "tips");
  xmlNode *problem, *solution;
  xmlNode *exercise = cog_made_page_add_exercise (parent, &problem);

  cog_h5p_add_picture (walk, problem, cog_h5p_get_object (card, "image"),
                       cog_h5p_get_string (card, "imageAltText"));
  cog_h5p_add_html (walk, problem, card, "text");
  cog_h5p_add_media (walk, problem, "audio", cog_h5p_get_array (card, "audio"), NULL);
  cog_h5p_add_in (walk, problem, "p", tips, "front");
  cog_h5p_add_in (walk, problem, "p", card, "tip");
  solution = cog_made_page_add_solution (exercise);
  cog_h5p_add_html (walk, solution, card, "answer");
  cog_h5p_add_in (walk, solution, "p", tips, "back");
}

/* The front of a card asks, its back answers. */
void
cog_h5p_convert_cards (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *cards = cog_h5p_get_array (params, "dialogs");

  if (cards == NULL)
    cards = cog_h5p_get_array (params, "cards");
  cog_h5p_add_title (walk, parent, cog_h5p_get_string (params, "title"));
  cog_h5p_add_html (walk, parent, params, "description");
  for (guint i = 0; i < cog_h5p_count (cards); i++)
    add_card (walk, cog_h5p_get_object_at (cards, i), parent);
}

/* Pictures that belong together, with what is said of them. */
void
cog_h5p_convert_pairs (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *cards = cog_h5p_get_array (params, "cards");

  for (guint i = 0; i < cog_h5p_count (cards); i++)
    {
      JsonObject *card = cog_h5p_get_object_at (cards, i);

      cog_h5p_add_picture (walk, parent, cog_h5p_get_object (card, "image"),
                           cog_h5p_get_string (card, "imageAlt"));
      cog_h5p_add_picture (walk, parent, cog_h5p_get_object (card, "match"),
                           cog_h5p_get_string (card, "matchAlt"));
      cog_h5p_add_in (walk, parent, "p", card, "description");
    }
}

void
cog_h5p_convert_question_set (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *questions = cog_h5p_get_array (params, "questions");
  JsonObject *intro = cog_h5p_get_object (params, "introPage");

  if (cog_h5p_get_boolean (intro, "showIntroPage"))
    {
      cog_h5p_add_title (walk, parent, cog_h5p_get_string (intro, "title"));
      cog_h5p_add_html (walk, parent, intro, "introduction");
    }
  for (guint i = 0; i < cog_h5p_count (questions); i++)
    cog_h5p_convert (walk, cog_h5p_get_object_at (questions, i), parent);
}

/* "c – a – b": the letters of the choices as they belong. */
static void
add_sequence (const Place *places, guint n, xmlNode *parent)
{
  g_autofree guint *shown = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    shown[places[i].index] = i;
  for (guint i = 0; i < n; i++)
    {
      /* As lists are lettered: z, aa, ab. */
      const char letters[] = { (char)('a' + shown[i] / 26 % 26 - 1), (char)('a' + shown[i] % 26),
                               '\0' };

      if (i > 0)
        xmlNodeAddContent (parent, (const xmlChar *)" – ");
      xmlNodeAddContent (parent, (const xmlChar *)(shown[i] < 26 ? letters + 1 : letters));
    }
}

/* Paragraphs or pictures in the right order: shown as they lie in the file of letters, answered
 * as they belong. */
void
cog_h5p_convert_order (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *paragraphs = cog_h5p_get_array (params, "paragraphs");
  JsonArray *pictures = cog_h5p_get_array (params, "sequenceImages");
  guint n = MAX (cog_h5p_count (paragraphs), cog_h5p_count (pictures));
  g_autofree Place *places = g_new0 (Place, n + 1);
  xmlNode *problem, *choices, *right;
  xmlNode *exercise = begin (walk, params, "taskDescription", parent, &problem);

  for (guint i = 0; i < n; i++)
    {
      const char *html =
          paragraphs != NULL
              ? cog_h5p_get_string_at (paragraphs, i)
              : cog_h5p_get_string (cog_h5p_get_object_at (pictures, i), "imageDescription");
      g_autofree char *words = cog_made_page_dup_words (html);

      places[i] = (Place){ g_utf8_casefold (words, -1), i };
    }
  qsort (places, n, sizeof (Place), compare_places);
  choices = cog_made_page_add_choices (problem);
  for (guint i = 0; i < n; i++)
    {
      xmlNode *item = cog_made_page_add (choices, "li", NULL, NULL);
      JsonObject *picture =
          paragraphs == NULL ? cog_h5p_get_object_at (pictures, places[i].index) : NULL;

      cog_h5p_add_picture (walk, item, cog_h5p_get_object (picture, "image"),
                           cog_h5p_get_string (picture, "imageDescription"));
      if (paragraphs != NULL)
        cog_made_page_add_html (item, cog_h5p_get_string_at (paragraphs, places[i].index),
                                walk->report);
    }
  right = cog_made_page_add (cog_made_page_add_solution (exercise), "p", NULL, NULL);
  add_sequence (places, n, right);
  for (guint i = 0; i < n; i++)
    g_free (places[i].key);
}
