/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-firm-names.h"
#include "cog-gazetteer-scan.h"
#include "cog-source-line.h"

#include <glib/gi18n-lib.h>

/* Authorities, newspapers, firms and brands that readers elsewhere have never heard of, or know as
 * foreign. */

static const CogGazetteerKind kinds[] = {
  { "institution",
    /* Translators: %1$s is a name such as "Federal Reserve", %2$s the countries where it is known.
     */
    N_ ("“%1$s” (%2$s). Keep it where the text is about that country, add a word of "
        "explanation, or name the one that does this work where your readers live."),
    N_ ("“%1$s” belongs to another country. Keep it where the text is about that country, add a "
        "word of explanation, or name the one that does this work where your readers live."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
  { "brand",
    /* Translators: %1$s is a firm or brand such as "Walmart", %2$s countries. */
    N_ ("“%1$s” (a name in: %2$s). Is it known to your readers? Otherwise name "
        "one that they know, or say what kind of thing it is."),
    N_ ("“%1$s” is a brand. Is it known to your readers? Otherwise name one that they know, or say "
        "what kind of thing it is."),
    { COG_CHOICE_SWAP, COG_CHOICE_EXPLAIN } },
};

static const CogGazetteerSpec spec = {
  .table = "institutions.tsv",
  .flags = COG_GAZETTEER_NAMES,
  .kinds = kinds,
  .n_kinds = G_N_ELEMENTS (kinds),
};

/* Of names that only their pattern shows nobody knows the country: worth a look, less sure. */
#define SURE_OF_PATTERN 55

static gboolean
is_heading (const CogLensText *text)
{
  return text->kind == COG_UNIT_TITLE || text->kind == COG_UNIT_HEADING ||
         text->kind == COG_UNIT_HEADER_CELL;
}

/* Whether the list found something between two characters: findings from the n-th on. */
static gboolean
is_found (GPtrArray *findings, guint n, guint start, guint end)
{
  for (guint i = n; i < findings->len; i++)
    {
      const CogLensFinding *finding = g_ptr_array_index (findings, i);

      if (finding->start < end && finding->end > start)
        return TRUE;
    }
  return FALSE;
}

static void
add_firm (const CogLens *lens,
          const CogLensText *text,
          CogFirmSort sort,
          guint first,
          guint last,
          GPtrArray *findings)
{
  const CogGazetteerKind *kind = &kinds[sort == COG_FIRM_FIRM ? 1 : 0];
  g_autofree char *words = cog_lens_text_dup_words (text, first, last);
  CogLensFinding *finding;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  finding = cog_lens_add (lens, text, first, last, kind->kind, SURE_OF_PATTERN,
                          g_strdup_printf (_ (kind->why_plain), words), findings);
#pragma GCC diagnostic pop
  finding->subject = g_strconcat (kind->kind, " ", words, NULL);
  for (guint i = 0; i < COG_GAZETTEER_N_CHOICES && kind->choices[i] != COG_CHOICE_OPEN; i++)
    cog_lens_finding_propose (finding, kind->choices[i], NULL, NULL);
}

/* What the list does not have; n: where its findings begin. */
static void
scan_patterns (const CogLens *lens, const CogLensText *text, guint n, GPtrArray *findings)
{
  for (guint i = 0; i < text->tokens->len; i++)
    {
      guint last = i, start, end;
      CogFirmSort sort = cog_firm_name_find (text, i, &last);

      if (sort == COG_FIRM_NONE)
        continue;
      cog_lens_text_get_range (text, i, last, &start, &end);
      if (!is_found (findings, n, start, end) && !cog_source_line_has (text, i) &&
          !cog_source_line_is_whole (text))
        add_firm (lens, text, sort, i, last, findings);
      i = last;
    }
}

static void
scan (const CogLens *lens,
      const CogLensContext *context,
      const CogLensText *text,
      GPtrArray *findings)
{
  guint n = findings->len;

  cog_gazetteer_scan (&spec, lens, context, text, findings);
  if (!is_heading (text) && text->tokens->len <= COG_GAZETTEER_LONGEST_TEXT)
    scan_patterns (lens, text, n, findings);
}

const CogLens cog_lens_institutions = {
  .id = "institutions",
  .name = N_ ("Institutions and brands"),
  .about = N_ ("Authorities, newspapers, firms and brands of another country"),
  .scan = scan,
};
