/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-bloom-private.h"

#include "cog-doubt.h"
#include "cog-licence.h"
#include "cog-picture-credit.h"

#include <string.h>

/* Elements beside a picture among which its description is looked for. */
#define MAX_BESIDE 50

static gboolean
has_class (const xmlNode *node, const char *word)
{
  return node->type == XML_ELEMENT_NODE && cog_xml_has_word (node, "class", word);
}

/* What the editor says to its user. */
static gboolean
is_editors (const xmlNode *node)
{
  static const char *const classes[] = {
    "pageLabel", "pageDescription",       "bubble", "bloom-ui", "qtip",
    "hoverUp",   "bloom-imageDescription"
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (has_class (node, classes[i]))
      return TRUE;
  return cog_xml_is (node, NULL, "label") || cog_xml_is (node, NULL, "script") ||
         cog_xml_is (node, NULL, "style");
}

static gboolean
has_words (const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);

  return text[0] != '\0';
}

const xmlNode *
cog_bloom_choose (const CogBloom *self, const xmlNode *group)
{
  const xmlNode *common = NULL;

  for (const xmlNode *n = cog_xml_first_element (group); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *language = cog_xml_dup_attribute (n, "lang");

      if (!has_class (n, "bloom-editable") || language == NULL || !has_words (n))
        continue;
      if (g_str_equal (language, self->language))
        return n;
      if (g_str_equal (language, "*"))
        common = n;
    }
  return common;
}

/* "This image, x.jpg, is missing or was loading too slowly.": written by the program. */
static gboolean
is_junk (const char *alt)
{
  return strstr (alt, "missing or was loading too slowly") != NULL ||
         strstr (alt, "is missing or was loading") != NULL || g_str_equal (alt, "placeholder");
}

/* The description of a picture is a text in languages beside it, with its own element. (transfer
 * full) (nullable) */
static char *
dup_description (CogBloom *self, const xmlNode *image)
{
  g_autofree char *alt = cog_xml_dup_attribute (image, "alt");

  const xmlNode *box = image->parent;
  guint n_seen = 0;

  while (box != NULL && box->type == XML_ELEMENT_NODE && !has_class (box, "bloom-page") &&
         !has_class (box, "bloom-canvas") && !has_class (box, "bloom-imageContainer"))
    box = box->parent;
  for (const xmlNode *n = box != NULL ? cog_xml_first_element (box) : NULL;
       n != NULL && n_seen < MAX_BESIDE; n = cog_xml_next_element (n), n_seen++)
    if (has_class (n, "bloom-imageDescription"))
      {
        const xmlNode *words = cog_bloom_choose (self, n);

        if (words != NULL)
          return cog_xml_dup_folded_text (words);
      }
  if (alt != NULL && is_junk (alt))
    {
      cog_report_add (self->report, &cog_finding_bloom_alt, self->file, NULL, NULL);
      g_clear_pointer (&alt, g_free);
    }
  /* An empty one says nothing either: the editor writes it itself. */
  return alt != NULL && alt[0] != '\0' ? g_steal_pointer (&alt) : NULL;
}

static gboolean
is_books_licence (const CogBloom *self, const CogCredit *credit, const char *licence)
{
  const CogCredit *book = self->book->credit;

  return licence != NULL && book->licence != NULL && book->copyright != NULL &&
         g_strcmp0 (credit->copyright, book->copyright) == 0 &&
         cog_licence_is_same_but_vaguer (book->licence, licence);
}

static CogCredit *
read_credit (CogBloom *self, const xmlNode *image)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autofree char *licence = cog_xml_dup_attribute (image, "data-license");
  g_autofree char *creator = cog_xml_dup_attribute (image, "data-creator");
  g_autofree char *copyright = cog_xml_dup_attribute (image, "data-copyright");

  if (creator != NULL && g_strstrip (creator)[0] != '\0')
    g_ptr_array_add (credit->agents, cog_agent_new (creator, COG_ROLE_AUTHOR));
  if (copyright != NULL && g_strstrip (copyright)[0] != '\0')
    credit->copyright = g_strdup (copyright);
  if (licence != NULL && g_strstrip (licence)[0] != '\0')
    {
      CogStatement *statement =
          cog_statement_new (COG_EVIDENCE_METADATA, self->file, "data-license", licence, NULL);

      cog_statement_recognise (statement);
      /* The attribute never names a version; under the book's own notice it is the book's. */
      credit->licence = g_strdup (is_books_licence (self, credit, statement->licence)
                                      ? self->book->credit->licence
                                      : statement->licence);
      g_ptr_array_add (credit->statements, statement);
    }
  if (credit->agents->len == 0 && credit->copyright == NULL && credit->statements->len == 0)
    return NULL;
  return cog_picture_credit_is_of_work (credit, self->book->credit) ? NULL
                                                                    : g_steal_pointer (&credit);
}

void
cog_bloom_add_picture (CogBloom *self, const xmlNode *image, const char *alt, xmlNode *parent)
{
  g_autofree char *source = cog_xml_dup_attribute (image, "src");
  g_autofree char *id = NULL;
  g_autoptr (CogCredit) credit = NULL;
  xmlNode *figure, *picture;

  if (source == NULL || source[0] == '\0' || has_class (image, "branding") ||
      g_str_has_prefix (source, "placeHolder"))
    return;
  figure = cog_made_page_add (parent, "figure", NULL, NULL);
  picture = cog_made_page_add (figure, "img", NULL, NULL);
  cog_xml_set (picture, "src", source);
  cog_xml_set (picture, "alt", alt);
  credit = read_credit (self, image);
  if (credit == NULL)
    return;
  id = g_strdup_printf ("item-%u", ++self->n_items);
  cog_xml_set (figure, "id", id);
  credit->item = cog_normalizer_dup_id (self->normalizer, self->file, id);
  credit->place = g_strdup (credit->item);
  if (credit->item != NULL)
    g_ptr_array_add (self->book->credits, g_steal_pointer (&credit));
}

static void
add_video (const xmlNode *box, xmlNode *parent)
{
  for (const xmlNode *n = box; n != NULL; n = cog_xml_next_in (box, n))
    if (cog_xml_is (n, NULL, "source"))
      {
        g_autofree char *source = cog_xml_dup_attribute (n, "src");
        xmlNode *video = cog_made_page_add (parent, "video", NULL, NULL);

        /* "video/x.mp4#t=0.0,4.5": the part that is played. */
        if (source != NULL)
          source[strcspn (source, "#")] = '\0';
        cog_xml_set (video, "src", source);
        return;
      }
}

static void
copy_text (CogBloom *self, const xmlNode *text, xmlNode *parent)
{
  for (const xmlNode *n = text; n != NULL; n = cog_xml_next_in (text, n))
    if (has_class (n, "audio-sentence"))
      cog_report_add (self->report, &cog_finding_bloom_recordings, self->file, NULL, NULL);
  for (const xmlNode *n = text->children; n != NULL; n = n->next)
    if (n->type != XML_ELEMENT_NODE || !is_editors (n))
      xmlAddChild (parent, xmlDocCopyNode ((xmlNode *)n, parent->doc, 1));
}

static void
add_text (CogBloom *self, const xmlNode *group, xmlNode *parent)
{
  const xmlNode *text = cog_bloom_choose (self, group);
  gboolean is_title =
      text != NULL && (has_class (text, "QuizHeader-style") || has_class (text, "Heading1-style") ||
                       has_class (text, "Heading2-style"));

  if (text == NULL)
    return;
  if (is_title)
    {
      g_autofree char *words = cog_xml_dup_folded_text (text);

      cog_made_page_add_heading (parent, 2, words);
      return;
    }
  copy_text (self, text, parent);
}

/* A question with answers to tick (a page of the kind simple-comprehension-quiz). */
static void
add_quiz (CogBloom *self, const xmlNode *quiz, xmlNode *parent)
{
  xmlNode *exercise = NULL, *problem = NULL, *choices = NULL, *solution = NULL;
  guint n_choices = 0;

  for (const xmlNode *n = quiz, *next; n != NULL; n = next)
    {
      gboolean is_choice = has_class (n, "checkbox-and-textbox-choice");
      const xmlNode *group = n, *text;

      next = cog_xml_next_in (quiz, n);
      if (!is_choice && !has_class (n, "bloom-translationGroup"))
        continue;
      next = cog_xml_skip_in (quiz, n);
      for (const xmlNode *g = n; is_choice && g != NULL; g = cog_xml_next_in (n, g))
        if (has_class (g, "bloom-translationGroup"))
          group = g;
      text = cog_bloom_choose (self, group);
      if (text == NULL)
        continue;
      if (!is_choice && has_class (text, "QuizHeader-style"))
        {
          add_text (self, group, parent);
          continue;
        }
      if (exercise == NULL)
        exercise = cog_made_page_add_exercise (parent, &problem);
      if (!is_choice)
        {
          copy_text (self, text, problem);
          continue;
        }
      if (choices == NULL)
        choices = cog_made_page_add_choices (problem);
      copy_text (self, text, cog_made_page_add (choices, "li", NULL, NULL));
      if (has_class (n, "correct-answer"))
        {
          if (solution == NULL)
            solution = cog_made_page_add_solution (exercise);
          copy_text (self, text, cog_made_page_add_choice_answer (solution, n_choices));
        }
      n_choices++;
    }
}

static void
report_game (CogBloom *self, const xmlNode *page)
{
  g_autofree char *tool = cog_xml_dup_attribute (page, "data-tool-id");
  g_autofree char *activity = cog_xml_dup_attribute (page, "data-activity");

  if (activity != NULL && activity[0] != '\0')
    cog_report_add (self->report, &cog_finding_bloom_game, self->file, activity, NULL);
  else if (tool != NULL && g_str_equal (tool, "game"))
    cog_report_add (self->report, &cog_finding_bloom_game, self->file, tool, NULL);
}

void
cog_bloom_convert_page (CogBloom *self, const xmlNode *page, xmlNode *parent)
{
  xmlNode *section = cog_made_page_add (parent, "section", "page", NULL);
  g_autofree char *id = cog_xml_dup_attribute (page, "id");

  cog_xml_set (section, "id", id);
  report_game (self, page);
  for (const xmlNode *n = page, *next; n != NULL; n = next)
    {
      gboolean is_taken = TRUE;

      next = cog_xml_skip_in (page, n);
      if (n->type != XML_ELEMENT_NODE || (n != page && is_editors (n)))
        continue;
      if (has_class (n, "quiz"))
        add_quiz (self, n, section);
      else if (has_class (n, "bloom-translationGroup"))
        add_text (self, n, section);
      else if (cog_xml_is (n, NULL, "img"))
        {
          g_autofree char *alt = dup_description (self, n);

          cog_bloom_add_picture (self, n, alt, section);
        }
      else if (has_class (n, "bloom-videoContainer"))
        add_video (n, section);
      else
        is_taken = FALSE;
      if (!is_taken)
        next = cog_xml_next_in (page, n);
    }
  if (section->children == NULL)
    cog_xml_remove (section);
}
