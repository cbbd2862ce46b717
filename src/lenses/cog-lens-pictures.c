/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-pictures.h"

#include "cog-gazetteer-scan.h"

#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a picture shows that is bound to a place, as far as its description and caption tell; and
 * drawings with words in them, which can be translated where they stand. */

static const CogGazetteerKind kinds[] = {
  { "text",
    NULL,
    /* Translators: %1$s are words of a description, such as "screenshot". */
    N_ ("“%1$s”: words in a picture stay in the language of the source. Is there a picture with "
        "your readers’ words, or can the description say what they mean?"),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
  { "flag",
    NULL,
    N_ ("“%1$s”: whose is it? Readers take a flag or emblem for a statement."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
  { "map",
    NULL,
    N_ ("“%1$s”: names and borders on maps differ from country to country. Does it agree with "
        "what is taught where your readers live, and is it in their language?"),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
  { "money",
    NULL,
    N_ ("“%1$s”: do your readers know this money? A picture of theirs may serve better."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
  { "gesture",
    NULL,
    N_ ("“%1$s”: hands speak differently in other countries. What does it mean where your readers "
        "live?"),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
  { "people",
    NULL,
    N_ ("“%1$s”: will your readers see people like themselves, dressed as they find proper? A "
        "picture from their own life brings the text nearer."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
};

/* Only what is said about a picture. */
static guint
weigh (const CogLensContext *context,
       const CogLensText *text,
       const CogGazetteerEntry *entry,
       guint first,
       guint last)
{
  return text->kind == COG_UNIT_ALT || text->kind == COG_UNIT_CAPTION ? entry->sure : 0;
}

static const CogGazetteerSpec spec = {
  .table = "pictures.tsv",
  .kinds = kinds,
  .n_kinds = G_N_ELEMENTS (kinds),
  .weigh = weigh,
};

static gboolean
has_words (const CogCode *code)
{
  return strcmp (code->element, "svg") == 0 && code->label != NULL && code->label[0] != '\0';
}

static void
find_drawings (const CogLens *lens,
               const CogLensContext *context,
               const CogLensText *text,
               GPtrArray *findings)
{
  for (guint i = 0; i < text->tokens->len; i++)
    {
      guint start, end;

      if (cog_lens_text_get_token (text, i)->kind != COG_TOKEN_OBJECT)
        continue;
      cog_lens_text_get_range (text, i, i, &start, &end);
      for (guint k = 0; k < text->text->codes->len; k++)
        {
          const CogCode *code = g_ptr_array_index (text->text->codes, k);

          if (code->start == start && has_words (code))
            cog_lens_finding_propose (
                cog_lens_add (lens, text, i, i, "drawing", 70,
                              g_strdup (_ ("The drawing has words in it. They can be translated "
                                           "where they stand, by the menu of the picture.")),
                              findings),
                COG_CHOICE_SWAP, NULL, NULL);
        }
    }
}

static void
scan (const CogLens *lens,
      const CogLensContext *context,
      const CogLensText *text,
      GPtrArray *findings)
{
  if (text->kind == COG_UNIT_ALT || text->kind == COG_UNIT_CAPTION)
    cog_gazetteer_scan (&spec, lens, context, text, findings);
  if (!cog_language_equal (context->source, context->target))
    find_drawings (lens, context, text, findings);
}

const CogLens cog_lens_pictures = {
  .id = "pictures",
  .name = N_ ("Pictures"),
  .about = N_ ("Words, flags, maps, money, gestures and people that pictures show"),
  .scan = scan,
};

CogLensFinding *
cog_lens_pictures_new_bitmap (const char *unit, const char *sample, guint n_words, double height)
{
  CogLensFinding *finding = g_new0 (CogLensFinding, 1);
  /* Translators: of a picture. 2 is how high its letters are, in hundredths of its height. */
  const char *why = ngettext ("Text recognition sees %1$'u word in the picture, in letters of %2$u "
                              "%% of its height. It stays in the language of the source. Is there "
                              "a picture with your readers’ words, or can the description say "
                              "what it means?",
                              "Text recognition sees %1$'u words in the picture, in letters of "
                              "%2$u %% of its height. They stay in the language of the source. Is "
                              "there a picture with your readers’ words, or can the description "
                              "say what they mean?",
                              n_words);

  g_return_val_if_fail (unit != NULL && sample != NULL, finding);

  finding->unit = g_strdup (unit);
  finding->lens = cog_lens_pictures.id;
  finding->kind = "bitmap";
  finding->in_source = TRUE;
  finding->text = g_strdup (sample);
  /* A word alone may be a sign that happens to be in a photograph. */
  finding->confidence = n_words > 2 ? 75 : 60;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  finding->why = g_strdup_printf (why, n_words, (guint)MAX (1, lround (height * 100)));
#pragma GCC diagnostic pop
  cog_lens_finding_propose (finding, COG_CHOICE_KEEP, NULL, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_SWAP, NULL, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_EXPLAIN, NULL, NULL);
  return finding;
}
