/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-engine-texts.h"

#include "cog-coded-sentence.h"
#include "cog-text-segments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A sentence of one of the texts. */
typedef struct
{
  guint text;
  CogText *source;
  CogCodedSentence *coded; /* NULL: it has no words */
  CogText *target;         /* NULL: not yet, or never */
} Sentence;

typedef struct
{
  CogEngine *engine;
  const CogEnginePair *pair;
  GPtrArray *sentences; /* (element-type Sentence) */
  CogEngineCounts counts;
  const CogProgress *progress;
  GCancellable *cancellable;
} Run;

static void
sentence_free (gpointer data)
{
  Sentence *sentence = data;

  cog_text_free (sentence->source);
  g_clear_pointer (&sentence->coded, cog_coded_sentence_free);
  g_clear_pointer (&sentence->target, cog_text_free);
  g_free (sentence);
}

static void
add_sentences (Run *run, const CogText *text, guint number, const char *language)
{
  g_autoptr (GPtrArray) segments = cog_text_list_segments (text, language);

  for (guint i = 0; i < segments->len; i++)
    {
      Sentence *sentence = g_new0 (Sentence, 1);

      sentence->text = number;
      sentence->source = cog_text_copy (g_ptr_array_index (segments, i));
      sentence->coded = cog_coded_sentence_new (sentence->source);
      if (!cog_coded_sentence_has_words (sentence->coded))
        {
          g_clear_pointer (&sentence->coded, cog_coded_sentence_free);
          sentence->target = cog_text_copy (sentence->source);
          run->counts.n_kept++;
        }
      g_ptr_array_add (run->sentences, sentence);
    }
  run->counts.n_sentences += segments->len;
}

/* --- by batches ------------------------------------------------------------------------------- */

static guint
find_end (CogEngineClass *klass, GPtrArray *html, guint from)
{
  gsize bytes = 0;
  guint i;

  for (i = from; i < html->len && i - from < klass->most_texts; i++)
    {
      bytes += strlen (g_ptr_array_index (html, i));
      if (bytes > klass->most_bytes && i > from)
        break;
    }
  return i;
}

static void
tell (const Run *run, guint done, guint all, const CogProgress *progress)
{
  /* Translators: 1 is a service, such as "Apertium on this computer"; 2 and 3 count sentences. */
  g_autofree char *sentence = g_strdup_printf (_ ("%1$s translates sentence %2$'u of %3$'u"),
                                               cog_engine_get_name (run->engine), done + 1, all);

  cog_progress_tell (progress, (double)done / all, sentence);
}

/* html: (element-type utf8). (transfer full) (element-type utf8): as many, NULL among them */
static GPtrArray *
translate_all (Run *run, GPtrArray *html, const CogProgress *progress, GError **error)
{
  CogEngineClass *klass = COG_ENGINE_GET_CLASS (run->engine);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  for (guint from = 0; from < html->len;)
    {
      guint end = find_end (klass, html, from);
      g_autoptr (GPtrArray) some = g_ptr_array_new ();
      g_autoptr (GPtrArray) answers = NULL;

      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return NULL;
      tell (run, from, html->len, progress);
      for (guint i = from; i < end; i++)
        g_ptr_array_add (some, g_ptr_array_index (html, i));
      answers = klass->translate (run->engine, run->pair, some, run->cancellable, error);
      if (answers == NULL)
        return NULL;
      g_assert (answers->len == some->len);
      while (answers->len > 0)
        g_ptr_array_add (all, g_ptr_array_steal_index (answers, 0));
      from = end;
    }
  return g_steal_pointer (&all);
}

/* Whether the target has each code of the source, as the book counts them. */
static gboolean
is_whole (const CogText *source, const CogText *target)
{
  g_autoptr (GPtrArray) missing = cog_text_list_missing (source, target);

  return missing->len == 0 && source->codes->len == target->codes->len;
}

static gboolean
translate_whole (Run *run, const CogProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) html = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) answers = NULL;
  guint n = 0;

  for (guint i = 0; i < run->sentences->len; i++)
    {
      const Sentence *sentence = g_ptr_array_index (run->sentences, i);

      if (sentence->coded != NULL)
        g_ptr_array_add (html, cog_coded_sentence_dup_html (sentence->coded));
    }
  answers = translate_all (run, html, progress, error);
  if (answers == NULL)
    return FALSE;
  for (guint i = 0; i < run->sentences->len; i++)
    {
      Sentence *sentence = g_ptr_array_index (run->sentences, i);
      const char *answer = sentence->coded != NULL ? g_ptr_array_index (answers, n++) : NULL;
      gboolean is_mended = FALSE;

      if (answer == NULL)
        continue;
      sentence->target = cog_coded_sentence_read (sentence->coded, answer, &is_mended);
      if (sentence->target != NULL && !is_whole (sentence->source, sentence->target))
        g_clear_pointer (&sentence->target, cog_text_free);
      run->counts.n_mended += sentence->target != NULL && is_mended;
    }
  return TRUE;
}

static void
join_parts (Run *run, Sentence *sentence, GPtrArray *answers, guint from, guint n)
{
  g_autoptr (GPtrArray) mine = g_ptr_array_new ();

  for (guint i = from; i < from + n; i++)
    g_ptr_array_add (mine, g_ptr_array_index (answers, i));
  sentence->target = cog_coded_sentence_join_parts (sentence->coded, mine);
  if (sentence->target != NULL && !is_whole (sentence->source, sentence->target))
    g_clear_pointer (&sentence->target, cog_text_free);
  if (sentence->target != NULL)
    run->counts.n_in_parts++;
  else
    run->counts.n_failed++;
}

/* Those that came back without a code, once more: the words between their codes. */
static gboolean
translate_parts (Run *run, const CogProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) html = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) answers = NULL;
  guint at = 0;
  guint k = 0;

  for (guint i = 0; i < run->sentences->len; i++)
    {
      const Sentence *sentence = g_ptr_array_index (run->sentences, i);
      g_autoptr (GPtrArray) parts = NULL;

      if (sentence->target != NULL)
        continue;
      parts = cog_coded_sentence_list_parts (sentence->coded);
      g_array_append_val (lengths, parts->len);
      while (parts->len > 0)
        g_ptr_array_add (html, g_ptr_array_steal_index (parts, 0));
    }
  answers = translate_all (run, html, progress, error);
  if (answers == NULL)
    return FALSE;
  for (guint i = 0; i < run->sentences->len; i++)
    {
      Sentence *sentence = g_ptr_array_index (run->sentences, i);

      if (sentence->target != NULL)
        continue;
      join_parts (run, sentence, answers, at, g_array_index (lengths, guint, k));
      at += g_array_index (lengths, guint, k++);
    }
  return TRUE;
}

/* --- texts again ------------------------------------------------------------------------------ */

/* NULL: a sentence of it failed, or it has no word. */
static CogText *
join_text (const Run *run, guint *at, guint text)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();
  gboolean has_words = FALSE;
  gboolean is_failed = FALSE;

  for (; *at < run->sentences->len; (*at)++)
    {
      const Sentence *sentence = g_ptr_array_index (run->sentences, *at);

      if (sentence->text != text)
        break;
      has_words |= sentence->coded != NULL;
      is_failed |= sentence->target == NULL;
      g_ptr_array_add (targets, sentence->target);
    }
  return has_words && !is_failed ? cog_text_join_segments (targets) : NULL;
}

static GPtrArray *
join_all (const Run *run, guint n_texts)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_text_free);
  guint at = 0;

  for (guint i = 0; i < n_texts; i++)
    g_ptr_array_add (list, join_text (run, &at, i));
  return list;
}

GPtrArray *
cog_engine_translate_texts (CogEngine *engine,
                            GPtrArray *texts,
                            const char *from,
                            const char *to,
                            CogEngineCounts *counts,
                            const CogProgress *progress,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (sentence_free);
  CogProgress first = cog_progress_part (progress, 0, 0.9);
  CogProgress second = cog_progress_part (progress, 0.9, 1);
  Run run = { .engine = engine, .sentences = sentences, .cancellable = cancellable };
  guint unknown;

  g_return_val_if_fail (COG_IS_ENGINE (engine) && texts != NULL, NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  run.pair = cog_engine_find_pair (engine, from, to, cancellable, error);
  if (run.pair == NULL)
    return NULL;
  unknown = cog_engine_get_n_unknown (engine);
  for (guint i = 0; i < texts->len; i++)
    add_sentences (&run, g_ptr_array_index (texts, i), i, from);
  if (!translate_whole (&run, &first, error) || !translate_parts (&run, &second, error))
    return NULL;
  run.counts.n_unknown = cog_engine_get_n_unknown (engine) - unknown;
  if (counts != NULL)
    *counts = run.counts;
  return join_all (&run, texts->len);
}

GPtrArray *
cog_engine_translate_xhtml (CogEngine *engine,
                            GPtrArray *xhtml,
                            const char *from,
                            const char *to,
                            CogEngineCounts *counts,
                            const CogProgress *progress,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_text_free);
  g_autoptr (GPtrArray) targets = NULL;
  GPtrArray *list;

  g_return_val_if_fail (COG_IS_ENGINE (engine) && xhtml != NULL, NULL);

  for (guint i = 0; i < xhtml->len; i++)
    {
      CogText *text = cog_text_new_from_xhtml (g_ptr_array_index (xhtml, i), error);

      if (text == NULL)
        return NULL;
      g_ptr_array_add (texts, text);
    }
  targets =
      cog_engine_translate_texts (engine, texts, from, to, counts, progress, cancellable, error);
  if (targets == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < targets->len; i++)
    {
      const CogText *target = g_ptr_array_index (targets, i);

      g_ptr_array_add (list, target != NULL ? cog_text_to_xhtml (target) : NULL);
    }
  return list;
}
