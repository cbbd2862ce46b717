/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-index.h"
#include "cog-placed-finding-private.h"

#include "cog-kazakh-ending.h"

#include <string.h>

CogPlacedFinding *
cog_placed_finding_ref (const CogPlacedFinding *placed)
{
  g_return_val_if_fail (placed != NULL, NULL);
  return g_atomic_rc_box_acquire ((gpointer)placed);
}

static void
clear (gpointer data)
{
  CogPlacedFinding *placed = data;

  cog_lens_finding_free (placed->finding);
  g_free (placed->section);
  g_free (placed->there);
  cog_lens_answer_free (placed->answer);
}

void
cog_placed_finding_unref (CogPlacedFinding *placed)
{
  if (placed != NULL)
    g_atomic_rc_box_release_full (placed, clear);
}

gboolean
cog_placed_finding_waits (const CogPlacedFinding *placed)
{
  g_return_val_if_fail (placed != NULL, FALSE);
  return placed->is_open || placed->is_lacking;
}

CogPlacedFinding *
cog_placed_finding_dup_preferring (const CogPlacedFinding *placed, guint at)
{
  CogPlacedFinding *copy;
  GPtrArray *proposals;

  g_return_val_if_fail (placed != NULL && at < placed->finding->proposals->len, NULL);

  copy = g_atomic_rc_box_dup (sizeof *placed, (CogPlacedFinding *)placed);
  copy->finding = cog_lens_finding_copy (placed->finding);
  copy->section = g_strdup (placed->section);
  copy->there = g_strdup (placed->there);
  copy->answer = placed->answer != NULL ? cog_lens_answer_copy (placed->answer) : NULL;
  proposals = copy->finding->proposals;
  g_ptr_array_insert (proposals, 0, g_ptr_array_steal_index (proposals, at));
  return copy;
}

char *
cog_lens_dup_stretch (const CogText *text, guint start, guint end)
{
  g_return_val_if_fail (text != NULL && start <= end, NULL);
  return (glong)end <= g_utf8_strlen (text->plain, -1)
             ? g_utf8_substring (text->plain, (glong)start, (glong)end)
             : NULL;
}

static const CogLensAnswer *
find_answer (GPtrArray *answers, const CogLensFinding *finding)
{
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const CogLensAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->nth == finding->nth && strcmp (answer->lens, finding->lens) == 0 &&
          strcmp (answer->text, finding->text) == 0 && strcmp (answer->unit, finding->unit) == 0)
        return answer;
    }
  return NULL;
}

/* White space of every kind is one space; letters as lenses compare them. Marks of direction and
 * joiners, which nobody types, are not there: ICU writes some around an amount in Arabic. */
static char *
dup_comparable (const char *text)
{
  g_autofree char *folded = cog_lens_fold (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, g_unichar_isspace (c) ? ' ' : c);
    }
  return g_string_free (plain, FALSE);
}

gboolean
cog_lens_text_says (const CogLensText *text, const char *words)
{
  g_autofree char *flat = dup_comparable (text->flat);
  g_autofree char *wanted = dup_comparable (words);

  return strstr (flat, wanted) != NULL;
}

/* The translated counterpart: what the same lens finds there of the same subject, taken once. */
static const CogLensFinding *
take_counterpart (GPtrArray *in_target, const CogLensFinding *finding, GHashTable *taken)
{
  for (guint i = 0; in_target != NULL && i < in_target->len; i++)
    {
      const CogLensFinding *other = g_ptr_array_index (in_target, i);

      if (other->lens == finding->lens && finding->subject != NULL &&
          g_strcmp0 (other->subject, finding->subject) == 0 &&
          g_hash_table_add (taken, (gpointer)other))
        return other;
    }
  return NULL;
}

/* What stands in the words of a decision is no other finding's: "75 mph (120 km/h)". */
static void
take_all_in (GPtrArray *in_target, guint start, guint end, GHashTable *taken)
{
  for (guint i = 0; in_target != NULL && i < in_target->len; i++)
    {
      CogLensFinding *other = g_ptr_array_index (in_target, i);

      if (other->start >= start && other->end <= end)
        g_hash_table_add (taken, other);
    }
}

/* The words as they were, left standing in the translation. */
static gboolean
find_words (const CogText *text, const CogLensFinding *finding, guint *start, guint *end)
{
  const char *at = text->plain;

  for (guint n = 0; (at = strstr (at, finding->text)) != NULL; n++, at++)
    if (n == finding->nth)
      {
        *start = (guint)g_utf8_pointer_to_offset (text->plain, at);
        *end = *start + (guint)g_utf8_strlen (finding->text, -1);
        return TRUE;
      }
  return FALSE;
}

/* Whether a number of the finding's words is still in the text, in whatever digits. */
static gboolean
has_its_number (const CogLensText *target, const char *words, const char *language)
{
  g_autoptr (CogLensText) own = cog_lens_text_new_from_words (words, language);
  g_autoptr (GArray) numbers = own != NULL ? cog_lens_text_list_numbers (own) : NULL;
  g_autoptr (GArray) there = cog_lens_text_list_numbers (target);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    for (guint k = 0; k < there->len; k++)
      if (g_array_index (numbers, double, i) == g_array_index (there, double, k))
        return TRUE;
  return FALSE;
}

static gboolean
has_digits (const char *words)
{
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isdigit (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

const CogAgreement *
cog_lens_find_agreement (GPtrArray *agreements, const CogLensFinding *finding)
{
  g_autofree char *text = cog_lens_fold (finding->text, -1);

  for (guint i = 0; agreements != NULL && i < agreements->len; i++)
    {
      const CogAgreement *agreement = g_ptr_array_index (agreements, i);
      g_autofree char *original = cog_lens_fold (agreement->original, -1);

      if (strcmp (agreement->kind, "rate") != 0 && strcmp (original, text) == 0)
        return agreement;
    }
  return NULL;
}

/* What was decided and is not there: the words are missing, or what was to go still stands. */
static gboolean
lacks (const CogPlacedFinding *placed, const CogLensText *target, GPtrArray *agreements)
{
  const CogLensAnswer *answer = placed->answer;
  const CogAgreement *agreement;

  if (answer != NULL)
    return cog_choice_changes_text (answer->choice) &&
           (answer->words != NULL && answer->words[0] != '\0'
                ? !cog_lens_text_says (target, answer->words)
                : placed->end > 0);
  agreement = cog_lens_find_agreement (agreements, placed->finding);
  return agreement != NULL && !cog_lens_text_says (target, agreement->words);
}

/* Whether words stand in the text, and no digit before them: "5 kg" is not in "15 kg". */
static gboolean
says_whole (const char *text, const char *words)
{
  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    if (at == text || !g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;
  return FALSE;
}

/* Whether the translator has written already what is proposed, with its number. */
static gboolean
is_followed (const CogLensFinding *finding, const CogLensText *target)
{
  g_autofree char *flat = dup_comparable (target->flat);

  for (guint i = 0; i < finding->proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (finding->proposals, i);
      g_autofree char *words = NULL;

      if (proposal->words == NULL || !has_digits (proposal->words) ||
          !cog_choice_changes_text (proposal->choice))
        continue;
      words = dup_comparable (proposal->words);
      if (says_whole (flat, words))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_kazakh_amount (const CogPlacing *placing, const CogLensFinding *finding)
{
  const char *language = placing->target->language;

  return language != NULL && strcspn (language, "-_") == 2 && g_str_has_prefix (language, "kk") &&
         (strcmp (finding->lens, "measures") == 0 || strcmp (finding->lens, "money") == 0);
}

/* What was put there by decision, where it stands now: the next time it is decided, something else
 * takes its place. Each stands for one decision. taken: places (as pointers) */
static gboolean
find_answer_words (
    const CogText *text, const CogLensAnswer *answer, GHashTable *taken, guint *start, guint *end)
{
  const char *words = cog_lens_answer_get_new_words (answer);

  if (words == NULL)
    return FALSE;
  for (const char *at = strstr (text->plain, words); at != NULL; at = strstr (at + 1, words))
    {
      guint place = (guint)g_utf8_pointer_to_offset (text->plain, at);

      if (!g_hash_table_add (taken, GUINT_TO_POINTER (place + 1)))
        continue;
      *start = place;
      *end = place + (guint)g_utf8_strlen (words, -1);
      return TRUE;
    }
  return FALSE;
}

static void
place_in_target (CogPlacedFinding *placed,
                 const CogPlacing *placing,
                 GHashTable *taken,
                 GHashTable *places)
{
  const CogLensFinding *finding = placed->finding;
  const CogLensFinding *other;

  /* Of several that say the same, one that was changed must not pass for the next. */
  if (find_answer_words (placing->target->text, placed->answer, places, &placed->start,
                         &placed->end))
    take_all_in (placing->in_target, placed->start, placed->end, taken);
  else if ((other = take_counterpart (placing->in_target, finding, taken)) != NULL)
    {
      placed->start = other->start;
      placed->end = other->end;
    }
  else if (!find_words (placing->target->text, finding, &placed->start, &placed->end))
    placed->start = placed->end = 0;
  if (placed->end > 0)
    placed->there = cog_lens_dup_stretch (placing->target->text, placed->start, placed->end);
  if (placed->there != NULL && is_kazakh_amount (placing, finding))
    cog_kazakh_inflect_proposals (placed->finding, placed->there);
  placed->is_lacking = lacks (placed, placing->target, placing->agreements);
  /* Who translated it without the number has changed it already, and knows why. */
  if (placed->answer == NULL && placed->end == 0 &&
      (is_followed (finding, placing->target) ||
       (has_digits (finding->text) &&
        !has_its_number (placing->target, finding->text, placing->language))))
    placed->is_open = FALSE;
}

static CogPlacedFinding *
place (const CogPlacing *placing, const CogLensFinding *finding)
{
  CogPlacedFinding *placed = g_atomic_rc_box_new0 (CogPlacedFinding);
  const CogLensAnswer *answer = find_answer (placing->answers, finding);

  placed->finding = cog_lens_finding_copy (finding);
  placed->section = g_strdup (placing->section);
  placed->answer = answer != NULL ? cog_lens_answer_copy (answer) : NULL;
  placed->is_open = answer == NULL && finding->confidence >= COG_LENS_CONFIDENCE;
  return placed;
}

void
cog_placing_add (const CogPlacing *placing, GPtrArray *placed)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; placing->in_source != NULL && i < placing->in_source->len; i++)
    {
      CogPlacedFinding *one = place (placing, g_ptr_array_index (placing->in_source, i));

      if (placing->target != NULL)
        place_in_target (one, placing, taken, places);
      g_ptr_array_add (placed, one);
    }
}
