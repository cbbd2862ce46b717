/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-generic-pronoun.h"
#include "cog-given-names.h"

#include <string.h>

/* How many tokens there may be between the person and the pronoun. */
#define LONGEST_WAY 30

static const char *const determiners[] = { "a", "an", "each", "every", "any", "no", "one" };

static const char *const persons[] = {
  "student",     "scientist",    "teacher",      "person",        "user",        "reader",
  "worker",      "employee",     "employer",     "manager",       "engineer",    "doctor",
  "physician",   "patient",      "driver",       "pilot",         "child",       "pupil",
  "learner",     "consumer",     "buyer",        "seller",        "customer",    "citizen",
  "voter",       "lawyer",       "judge",        "researcher",    "physicist",   "chemist",
  "biologist",   "economist",    "psychologist", "mathematician", "observer",    "astronaut",
  "athlete",     "runner",       "swimmer",      "player",        "programmer",  "developer",
  "farmer",      "baker",        "author",       "writer",        "artist",      "musician",
  "politician",  "leader",       "president",    "individual",    "human",       "owner",
  "investor",    "entrepreneur", "therapist",    "client",        "participant", "subject",
  "speaker",     "listener",     "candidate",    "applicant",     "traveler",    "traveller",
  "tourist",     "skier",        "climber",      "cyclist",       "passenger",   "mechanic",
  "technician",  "operator",     "designer",     "expert",        "beginner",    "philosopher",
  "historian",   "soldier",      "officer",      "adult",         "teenager",    "infant",
  "baby",        "toddler",      "parent",       "professor",     "instructor",  "graduate",
  "freshman",    "chef",         "cook",         "nurse",         "carpenter",   "plumber",
  "electrician", "gardener",
};

/* "the user" is any user, where "the doctor" is one that was spoken of. */
static const char *const types[] = { "user",  "reader",   "consumer", "learner", "buyer",
                                     "voter", "employer", "employee", "investor" };

static const char *const anybody[] = { "everyone", "anyone",   "someone", "everybody",
                                       "anybody",  "somebody", "nobody",  "whoever" };

static const char *const pronouns[] = { "he", "his", "him", "himself" };
static const char *const fair[] = { "they", "their", "them", "themselves" };

/* After one of these, "he" is a man that is known. */
static const char *const men[] = { "man",  "boy",   "father", "brother",     "son", "husband",
                                   "king", "uncle", "guy",    "grandfather", "mr",  "prince",
                                   "sir",  "monk",  "priest", "gentleman",   "men", "boys",
                                   "bull", "god",   "dad" };

static gboolean
is_one_of (const char *const *words, gsize n, const char *word)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}
#define IS_ONE_OF(words, word) is_one_of (words, G_N_ELEMENTS (words), word)

const char *
cog_generic_pronoun_get_fair (const char *pronoun)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (pronoun != NULL, NULL);

  folded = cog_lens_fold (pronoun, -1);
  for (guint i = 0; i < G_N_ELEMENTS (pronouns); i++)
    if (strcmp (folded, pronouns[i]) == 0)
      return fair[i];
  return NULL;
}

/* "a student", "a good student", "anyone" */
static gboolean
is_person (const CogLensText *text, guint at)
{
  const char *word = cog_lens_text_get_token (text, at)->word;

  if (IS_ONE_OF (anybody, word))
    return TRUE;
  if (at == 0 || !IS_ONE_OF (persons, word))
    return FALSE;
  if (IS_ONE_OF (types, word) && strcmp (cog_lens_text_get_token (text, at - 1)->word, "the") == 0)
    return TRUE;
  return IS_ONE_OF (determiners, cog_lens_text_get_token (text, at - 1)->word) ||
         (at > 1 && IS_ONE_OF (determiners, cog_lens_text_get_token (text, at - 2)->word));
}

/* "he or she", "his/her", "he and she" */
static gboolean
has_other_half (const CogLensText *text, guint at)
{
  static const char *const women[] = { "she", "her", "hers", "herself" };

  for (guint i = at > 3 ? at - 3 : 0; i <= at + 3 && i < text->tokens->len; i++)
    if (IS_ONE_OF (women, cog_lens_text_get_token (text, i)->word))
      return TRUE;
  return FALSE;
}

static gboolean
ends_clause_of_person (const CogLensText *text, const CogToken *token)
{
  if (token->kind == COG_TOKEN_WORD && token->is_start)
    return TRUE;
  if (token->kind == COG_TOKEN_WORD && token->piece < 0)
    return IS_ONE_OF (men, token->word) ||
           (token->is_capital && !token->is_start && token->end - token->start > 1);
  return text->flat[token->start] == '?' || text->flat[token->start] == '!';
}

static gboolean
find_after (const CogLensText *text, guint noun, guint *pronoun)
{
  for (guint i = noun + 1; i < text->tokens->len && i < noun + LONGEST_WAY; i++)
    {
      const CogToken *token = cog_lens_text_get_token (text, i);

      if (ends_clause_of_person (text, token))
        return FALSE;
      if (!IS_ONE_OF (pronouns, token->word) || has_other_half (text, i))
        continue;
      *pronoun = i;
      return TRUE;
    }
  return FALSE;
}

/* A man or a name before the person: "John, a student, … he". */
static gboolean
has_man_before (const CogLensText *text, guint from, guint at)
{
  for (guint i = from; i < at; i++)
    {
      const CogToken *token = cog_lens_text_get_token (text, i);

      guint last = i, sure = 0;

      if (IS_ONE_OF (men, token->word) || IS_ONE_OF (pronouns, token->word) ||
          (token->is_capital && cog_given_name_find (text, "en", i, &last, &sure) != NULL) ||
          (token->kind == COG_TOKEN_WORD && token->is_capital && !token->is_start &&
           token->end - token->start > 1))
        return TRUE;
    }
  return FALSE;
}

/* Few texts have one: asked first, it spares the search for persons. */
static gboolean
has_pronoun (const CogLensText *text, guint from)
{
  for (guint i = from; i < text->tokens->len; i++)
    {
      const char *word = cog_lens_text_get_token (text, i)->word;

      if (word[0] == 'h' && word[1] == 'i' && IS_ONE_OF (pronouns, word))
        return TRUE;
      if (strcmp (word, "he") == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
cog_generic_pronoun_find (const CogLensText *text, guint from, guint *noun, guint *pronoun)
{
  g_return_val_if_fail (text != NULL && noun != NULL && pronoun != NULL, FALSE);

  if (strncmp (text->language, "en", 2) != 0 || !has_pronoun (text, from))
    return FALSE;
  for (guint i = from; i < text->tokens->len; i++)
    {
      if (!is_person (text, i) || !find_after (text, i, pronoun))
        continue;
      if (has_man_before (text, 0, i))
        return FALSE;
      *noun = i;
      return TRUE;
    }
  return FALSE;
}
