/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-guide.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_QUESTIONS 4

/* Creative Commons' chooser: question, what its two answers mean for the author, and how each reads
 * when the sources have settled it. */
static const struct
{
  const char *id;
  const char *question;
  const char *yes;
  const char *no;
  const char *settled_yes;
  const char *settled_no;
} kinds[N_QUESTIONS] = {
  { "attribution", N_ ("Must whoever uses your edition say whose it is?"), N_ ("Yes, with credit"),
    N_ ("No, give up all rights (CC0)"), N_ ("Credit is given"), N_ ("All rights are given up") },
  { "commercial", N_ ("May others use your edition commercially, for instance sell it?"),
    N_ ("Yes, also commercially"), N_ ("No, not commercially"), N_ ("Commercial use, too"),
    N_ ("No commercial use") },
  { "adaptations", N_ ("May others change your edition, for instance translate it?"),
    N_ ("Yes, changes may be shared"), N_ ("No, only unchanged"), N_ ("Changes may be shared"),
    N_ ("No changes are shared") },
  { "share-alike", N_ ("Someone changes your edition and shares it. On which terms?"),
    N_ ("On the same terms as yours"), N_ ("On any terms"), N_ ("Shared on the same terms"),
    N_ ("Shared on any terms") },
};

/* The seven offered licences by their answers: 1 yes, 0 no, -1 not asked. */
static const struct
{
  const char *licence;
  int answers[N_QUESTIONS];
} tree[] = {
  { "CC0-1.0", { 0, -1, -1, -1 } },       { "CC-BY-4.0", { 1, 1, 1, 0 } },
  { "CC-BY-SA-4.0", { 1, 1, 1, 1 } },     { "CC-BY-ND-4.0", { 1, 1, 0, -1 } },
  { "CC-BY-NC-4.0", { 1, 0, 1, 0 } },     { "CC-BY-NC-SA-4.0", { 1, 0, 1, 1 } },
  { "CC-BY-NC-ND-4.0", { 1, 0, 0, -1 } },
};

static const char *const no_derivatives[] = { "keep-unmodified", "replace", "ask", "remove", NULL };
static const char *const opposite[] = { "separate", "replace", "ask", "remove", NULL };
static const char *const unknown[] = { "find-out", "replace", "ask", "remove", NULL };
static const char *const reserved[] = { "replace",          "remove", "record-permission",
                                        "record-exception", "ask",    NULL };
static const char *const version[] = { "find-out", "ask", "replace", NULL };
static const char *const scope[] = { "record-permission", "ask", "replace", NULL };
static const char *const decide[] = { "decide", "ask", "remove", NULL };
static const char *const look[] = { "find-out", "replace", NULL };

static const struct
{
  const char *finding;
  const char *const *ways;
} ways_out[] = {
  { "no-derivatives", no_derivatives },
  { "opposite", opposite },
  { "share-alike", opposite },
  { "share-alike-1.0", opposite },
  { "share-alike-version", opposite },
  { "share-alike-strict", opposite },
  { "copyleft", opposite },
  { "noncommercial", opposite },
  { "drops-noncommercial", opposite },
  { "licence-unknown", unknown },
  { "unknown", unknown },
  { "all-rights-reserved", reserved },
  { "permission", reserved },
  { "permission-scope", scope },
  { "permission-over", reserved },
  { "exception", reserved },
  { "ask", reserved },
  { "not-charted", reserved },
  { "version-unknown", version },
  { "licence-assumed", look },
  { "statements-differ", decide },
  { "several-licences", decide },
  { "version-never-was", decide },
  { "terms-added", decide },
};

static const struct
{
  const char *id;
  const char *words;
} way_words[] = {
  { "keep-unmodified", N_ ("Keep it unchanged") },
  { "separate", N_ ("Keep it apart and unchanged") },
  { "replace", N_ ("Replace it") },
  { "remove", N_ ("Remove it") },
  { "ask", N_ ("Ask its owner") },
  { "find-out", N_ ("Record its licence") },
  { "decide", N_ ("Decide which licence counts") },
  { "record-permission", N_ ("Record a permission") },
  { "record-exception", N_ ("Record an exception of the law") },
};

struct _CogGuide
{
  const CogEvaluation *evaluation;
  int given[N_QUESTIONS]; /* by the person: 1, 0; -1: nothing */
  gboolean is_advanced;
  GPtrArray *questions; /* NULL: to be made */
};

static void
option_free (CogGuideOption *option)
{
  g_free (option->closed_by);
  g_free (option->closing);
  g_free (option->closing_name);
  g_free (option->closing_licence);
  g_free (option);
}

static void
question_free (CogGuideQuestion *question)
{
  g_free (question->fixed_by);
  g_free (question->settled);
  g_free (question->because);
  g_ptr_array_unref (question->options);
  g_free (question);
}

CogGuide *
cog_guide_new (const CogEvaluation *evaluation)
{
  CogGuide *self;

  g_return_val_if_fail (evaluation != NULL, NULL);

  self = g_new0 (CogGuide, 1);
  self->evaluation = evaluation;
  for (guint i = 0; i < N_QUESTIONS; i++)
    self->given[i] = -1;
  return self;
}

void
cog_guide_free (CogGuide *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_free (self);
}

void
cog_guide_set_advanced (CogGuide *self, gboolean advanced)
{
  g_return_if_fail (self != NULL);

  self->is_advanced = advanced;
  g_clear_pointer (&self->questions, g_ptr_array_unref);
}

/* Whether a licence agrees with the answers up to the one before last. */
static gboolean
agrees (guint row, const int *answers, guint last)
{
  for (guint i = 0; i < last; i++)
    if (answers[i] >= 0 && tree[row].answers[i] != answers[i])
      return FALSE;
  return TRUE;
}

/* The best licence that an answer still leads to. (nullable) */
static const CogRightsOption *
find_best (const CogGuide *self, const int *answers, guint question, int value)
{
  const CogRightsOption *best = NULL;

  for (guint row = 0; row < G_N_ELEMENTS (tree); row++)
    {
      const CogRightsOption *option = cog_evaluation_find (self->evaluation, tree[row].licence);

      if (option == NULL || tree[row].answers[question] != value ||
          !agrees (row, answers, question))
        continue;
      if (best == NULL || option->verdict < best->verdict)
        best = option;
    }
  return best;
}

static gboolean
is_open (const CogGuide *self, const CogRightsOption *option)
{
  if (option == NULL)
    return FALSE;
  return option->verdict == COG_VERDICT_ALLOWED ||
         (option->verdict == COG_VERDICT_DISCOURAGED && self->is_advanced);
}

/* What must be found out before anything else can be said. */
static const CogRightsFinding *
find_unknown (const CogRightsOption *option)
{
  for (guint i = 0; i < option->reasons->len; i++)
    {
      const CogRightsFinding *finding = g_ptr_array_index (option->reasons, i);

      if (finding->verdict == COG_VERDICT_FORBIDDEN && g_str_equal (finding->id, "unknown"))
        return finding;
    }
  return NULL;
}

/* Why a licence is not open: what is not known; else the worst reason; of the same one the text,
 * without which there is no edition, before a picture, which can be replaced in vain. (nullable) */
static const CogRightsFinding *
find_worst (const CogRightsOption *option)
{
  const CogRightsFinding *worst = find_unknown (option);

  if (worst != NULL)
    return worst;
  for (guint i = 0; i < option->reasons->len; i++)
    {
      const CogRightsFinding *finding = g_ptr_array_index (option->reasons, i);

      if (worst == NULL || finding->verdict > worst->verdict)
        worst = finding;
    }
  for (guint i = 0; worst != NULL && !worst->is_text && i < option->reasons->len; i++)
    {
      const CogRightsFinding *finding = g_ptr_array_index (option->reasons, i);

      if (finding->is_text && g_str_equal (finding->id, worst->id))
        worst = finding;
    }
  return worst;
}

/* The licence that an answer leads to, when no question is left after it. (nullable) */
static const CogLicence *
find_end (const CogGuide *self, const int *answers, guint question, int value)
{
  const CogLicence *end = NULL;

  for (guint row = 0; row < G_N_ELEMENTS (tree); row++)
    {
      if (tree[row].answers[question] != value || !agrees (row, answers, question) ||
          !is_open (self, cog_evaluation_find (self->evaluation, tree[row].licence)))
        continue;
      if (end != NULL)
        return NULL;
      end = cog_licence_lookup (tree[row].licence);
    }
  return end;
}

/* As it stands in the middle of a sentence. */
static char *
dup_closing_name (const CogRightsFinding *finding)
{
  char *name;

  if (finding->is_text || finding->label == NULL)
    /* Translators: in “because of the text”, “Closed by the text”. */
    return g_strdup (finding->is_text ? _ ("the text") : _ ("a part of the book"));
  name = g_strdup (finding->label);
  if (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';
  return name;
}

static void
set_closed (CogGuideOption *option, const CogRightsFinding *finding)
{
  option->closed_by = cog_rights_finding_dup_sentence (finding);
  option->closing = g_strdup (finding->component);
  option->closing_name = dup_closing_name (finding);
  option->is_closing_text = finding->is_text;
  if (finding->source != NULL && finding->source[0] != '\0')
    option->closing_licence = cog_licence_dup_expression_name (finding->source);
}

static CogGuideOption *
option_new (const CogGuide *self, const int *answers, guint question, int value)
{
  CogGuideOption *option = g_new0 (CogGuideOption, 1);
  const CogRightsOption *best = find_best (self, answers, question, value);
  const CogRightsFinding *worst;

  option->id = value == 1 ? "yes" : "no";
  option->answer = value == 1 ? _ (kinds[question].yes) : _ (kinds[question].no);
  option->is_closed = !is_open (self, best);
  option->verdict = best != NULL ? best->verdict : COG_VERDICT_FORBIDDEN;
  option->licence = option->is_closed ? NULL : find_end (self, answers, question, value);
  worst = best != NULL && best->verdict != COG_VERDICT_ALLOWED ? find_worst (best) : NULL;
  if (worst != NULL)
    set_closed (option, worst);
  return option;
}

/* The answer that counts: the only one left, else the person's while it is open. */
static int
settle (CogGuideQuestion *question, guint index, int given)
{
  const CogGuideOption *yes = g_ptr_array_index (question->options, 0);
  const CogGuideOption *no = g_ptr_array_index (question->options, 1);

  if (yes->is_closed && no->is_closed)
    return -1;
  if (yes->is_closed || no->is_closed)
    {
      const CogGuideOption *closed = yes->is_closed ? yes : no;

      question->is_fixed = TRUE;
      question->fixed_by = g_strdup (closed->closed_by);
      question->settled =
          g_strdup (yes->is_closed ? _ (kinds[index].settled_no) : _ (kinds[index].settled_yes));
      if (closed->closing_name != NULL)
        /* Translators: %s is a piece of the book, or “the text”. */
        question->because = g_strdup_printf (_ ("because of %s"), closed->closing_name);
      return yes->is_closed ? 0 : 1;
    }
  return given;
}

static CogGuideQuestion *
question_new (CogGuide *self, int *answers, guint index)
{
  CogGuideQuestion *question = g_new0 (CogGuideQuestion, 1);

  question->id = kinds[index].id;
  question->question = _ (kinds[index].question);
  question->options = g_ptr_array_new_with_free_func ((GDestroyNotify)option_free);
  /* CC0 asks nothing further; without adaptations there is nothing to share alike. */
  question->is_asked = !(index > 0 && answers[0] == 0) && !(index == 3 && answers[2] == 0);
  answers[index] = -1;
  if (!question->is_asked)
    return question;
  g_ptr_array_add (question->options, option_new (self, answers, index, 1));
  g_ptr_array_add (question->options, option_new (self, answers, index, 0));
  answers[index] = settle (question, index, self->given[index]);
  if (answers[index] >= 0)
    question->given = answers[index] == 1 ? "yes" : "no";
  return question;
}

GPtrArray *
cog_guide_get_questions (CogGuide *self)
{
  int answers[N_QUESTIONS] = { -1, -1, -1, -1 };

  g_return_val_if_fail (self != NULL, NULL);

  if (self->questions != NULL)
    return self->questions;
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify)question_free);
  for (guint i = 0; i < N_QUESTIONS; i++)
    g_ptr_array_add (self->questions, question_new (self, answers, i));
  return self->questions;
}

static const CogGuideOption *
find_option (CogGuide *self, const char *question, const char *option, guint *index)
{
  GPtrArray *questions = cog_guide_get_questions (self);

  for (guint i = 0; i < questions->len; i++)
    {
      const CogGuideQuestion *q = g_ptr_array_index (questions, i);

      if (!g_str_equal (q->id, question))
        continue;
      *index = i;
      for (guint k = 0; k < q->options->len; k++)
        {
          const CogGuideOption *o = g_ptr_array_index (q->options, k);

          if (g_strcmp0 (o->id, option) == 0)
            return o;
        }
    }
  return NULL;
}

gboolean
cog_guide_answer (CogGuide *self, const char *question, const char *option, GError **error)
{
  const CogGuideOption *found;
  guint index = N_QUESTIONS;

  g_return_val_if_fail (self != NULL && question != NULL, FALSE);

  found = find_option (self, question, option, &index);
  if (index == N_QUESTIONS || (found == NULL && option != NULL))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                   _ ("The licence guide does not ask “%s”, or not with the answer “%s”."),
                   question, option != NULL ? option : "");
      return FALSE;
    }
  if (found != NULL && found->is_closed)
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED,
                           found->closed_by != NULL
                               ? found->closed_by
                               : _ ("The sources do not leave this answer open."));
      return FALSE;
    }
  self->given[index] = option == NULL ? -1 : g_str_equal (option, "yes");
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  return TRUE;
}

gboolean
cog_guide_is_stuck (CogGuide *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (self->evaluation->options, i);

      if (option->verdict != COG_VERDICT_FORBIDDEN)
        return FALSE;
    }
  return TRUE;
}

/* Whether any of the offered licences can be reached. */
static gboolean
has_open_branch (CogGuide *self)
{
  const CogGuideQuestion *first = g_ptr_array_index (cog_guide_get_questions (self), 0);
  const CogGuideOption *yes = g_ptr_array_index (first->options, 0);
  const CogGuideOption *no = g_ptr_array_index (first->options, 1);

  return !yes->is_closed || !no->is_closed;
}

const CogLicence *
cog_guide_get_result (CogGuide *self)
{
  GPtrArray *questions;
  int answers[N_QUESTIONS];

  g_return_val_if_fail (self != NULL, NULL);

  questions = cog_guide_get_questions (self);
  /* A version 1.0, a GFDL: nothing can be asked, and one licence is left. */
  if (!has_open_branch (self))
    return cog_evaluation_get_proposal (self->evaluation);
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      const CogGuideQuestion *question = g_ptr_array_index (questions, i);

      if (question->is_asked && question->given == NULL)
        return NULL;
      answers[i] = !question->is_asked ? -1 : g_str_equal (question->given, "yes");
    }
  for (guint row = 0; row < G_N_ELEMENTS (tree); row++)
    if (agrees (row, answers, N_QUESTIONS))
      return cog_licence_lookup (tree[row].licence);
  g_return_val_if_reached (NULL);
}

GPtrArray *
cog_guide_list_others (CogGuide *self)
{
  GPtrArray *others = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, others);

  for (guint i = 0; i < self->evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (self->evaluation->options, i);

      if (!option->licence->is_offered && option->verdict == COG_VERDICT_ALLOWED)
        g_ptr_array_add (others, (gpointer)option->licence);
    }
  return others;
}

const char *const *
cog_guide_list_ways_out (const char *finding_id)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (finding_id != NULL, none);

  for (guint i = 0; i < G_N_ELEMENTS (ways_out); i++)
    if (g_str_equal (ways_out[i].finding, finding_id))
      return ways_out[i].ways;
  return none;
}

const char *
cog_guide_get_way_out (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (way_words); i++)
    if (g_str_equal (way_words[i].id, id))
      return _ (way_words[i].words);
  g_return_val_if_reached (id);
}

const char **
cog_guide_list_confirmations (void)
{
  const char **sentences = g_new0 (const char *, 4);

  sentences[0] = _ ("I made everything that was added, or I may license it: also where an employer "
                    "or a translator has rights in it.");
  sentences[1] = _ ("I have looked at the pieces that others made.");
  sentences[2] = _ ("I know that a licence, once given, cannot be taken back.");
  return sentences;
}
