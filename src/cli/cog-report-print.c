/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-report-print.h"

#include "cog-count-words.h"

#include <glib/gi18n-lib.h>

/* One line of either kind of report. */
typedef struct
{
  CogEffect effect;
  CogSeverity severity;
  const char *id, *place;
  char *sentence;
  guint count;
  const char *unit, *section; /* (nullable) */
} Line;

static void
line_clear (gpointer data)
{
  g_free (((Line *)data)->sentence);
}

static GArray *
new_lines (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, line_clear);
  return lines;
}

static GArray *
list_findings (CogReport *report)
{
  GPtrArray *findings = cog_report_get_findings (report);
  GArray *lines = new_lines ();

  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);
      const Line line = { cog_finding_kind_get_effect (finding->kind),
                          finding->kind->severity,
                          finding->kind->id,
                          finding->place,
                          cog_finding_dup_sentence (finding),
                          finding->count,
                          NULL,
                          NULL };

      g_array_append_val (lines, line);
    }
  return lines;
}

static GArray *
list_kept_lines (const CogImportReport *report)
{
  GArray *lines = new_lines ();

  for (guint i = 0; i < report->lines->len; i++)
    {
      const CogImportLine *there = g_ptr_array_index (report->lines, i);
      const Line line = {
        there->effect, there->severity, there->id,     there->place, g_strdup (there->sentence),
        there->count,  there->unit,     there->section
      };

      g_array_append_val (lines, line);
    }
  return lines;
}

/* --- JSON ---------------------------------------------------------------------------------- */

void
cog_json_counts (JsonBuilder *builder, const CogBookCounts *counts)
{
  cog_json_int (builder, "sections", counts->sections);
  cog_json_int (builder, "units", counts->units);
  cog_json_int (builder, "words", counts->words);
  cog_json_int (builder, "figures", counts->figures);
  cog_json_int (builder, "tables", counts->tables);
  cog_json_int (builder, "equations", counts->equations);
  cog_json_int (builder, "footnotes", counts->footnotes);
  cog_json_int (builder, "links", counts->links);
}

static void
add_lines (
    JsonBuilder *builder, const char *name, GArray *lines, CogEffect effect, gboolean is_kept)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->effect != effect)
        continue;
      json_builder_begin_object (builder);
      cog_json_string (builder, "id", line->id);
      cog_json_string (builder, "severity", cog_severity_to_nick (line->severity));
      cog_json_string (builder, "place", line->place);
      cog_json_string (builder, "message", line->sentence);
      cog_json_int (builder, "count", line->count);
      if (is_kept)
        {
          cog_json_string (builder, "unit", line->unit);
          cog_json_string (builder, "section", line->section);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* counts NULL: nobody knows. */
static void
add_groups (JsonBuilder *builder, const CogBookCounts *counts, GArray *lines, gboolean is_kept)
{
  json_builder_set_member_name (builder, "kept");
  json_builder_begin_object (builder);
  if (counts != NULL)
    cog_json_counts (builder, counts);
  add_lines (builder, "findings", lines, COG_EFFECT_KEPT, is_kept);
  json_builder_end_object (builder);
  for (CogEffect effect = COG_EFFECT_SIMPLIFIED; effect <= COG_EFFECT_UNSURE; effect++)
    add_lines (builder, cog_effect_to_nick (effect), lines, effect, is_kept);
}

void
cog_json_report (JsonBuilder *builder, const CogBookCounts *counts, CogReport *report)
{
  g_autoptr (GArray) lines = list_findings (report);

  json_builder_set_member_name (builder, "report");
  json_builder_begin_object (builder);
  add_groups (builder, counts, lines, FALSE);
  json_builder_end_object (builder);
}

void
cog_json_import_report (JsonBuilder *builder, const CogImportReport *report)
{
  g_autoptr (GArray) lines = list_kept_lines (report);

  json_builder_begin_object (builder);
  cog_json_string (builder, "source", report->source);
  cog_json_string (builder, "title", report->name);
  add_groups (builder, report->is_kept ? &report->counts : NULL, lines, TRUE);
  json_builder_end_object (builder);
}

/* --- text ---------------------------------------------------------------------------------- */

void
cog_print_counts (const CogBookCounts *counts)
{
  g_autofree char *line = cog_count_words_dup_line (counts);

  /* Translators: 1 is a list as "2 sections · 340 words", 2 how many passages there are. */
  cog_print (ngettext ("%1$s · %2$'u passage\n", "%1$s · %2$'u passages\n", counts->units), line,
             counts->units);
}

static const char *
get_heading (CogEffect effect)
{
  switch (effect)
    {
    case COG_EFFECT_KEPT:
      return _ ("Kept");
    case COG_EFFECT_SIMPLIFIED:
      return _ ("Simplified");
    case COG_EFFECT_DROPPED:
      return _ ("Dropped");
    case COG_EFFECT_UNSURE:
    case COG_EFFECT_DERIVED:
      break;
    }
  return _ ("Unsure");
}

static void
print_lines (GArray *lines)
{
  for (CogEffect effect = COG_EFFECT_KEPT; effect <= COG_EFFECT_UNSURE; effect++)
    {
      gboolean has_heading = FALSE;

      for (guint i = 0; i < lines->len; i++)
        {
          const Line *line = &g_array_index (lines, Line, i);

          if (line->effect != effect)
            continue;
          if (!has_heading)
            cog_print ("%s\n", get_heading (effect));
          has_heading = TRUE;
          cog_print ("  %s%s%s", line->place, line->place[0] != '\0' ? ": " : "", line->sentence);
          if (line->count > 1)
            cog_print (" (%u×)", line->count);
          cog_print ("\n");
        }
    }
}

void
cog_print_effects (CogReport *report)
{
  g_autoptr (GArray) lines = list_findings (report);

  print_lines (lines);
}

void
cog_print_import_report (const CogImportReport *report)
{
  g_autoptr (GArray) lines = list_kept_lines (report);

  cog_print ("%s\n", report->name);
  if (report->is_kept)
    cog_print_counts (&report->counts);
  else
    cog_print ("%s\n", _ ("No report was kept of this source."));
  print_lines (lines);
}

void
cog_print_file_count (
    CogCommandContext *context, const char *path, const char *member, gint64 n, CogReport *report)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!context->json)
    {
      cog_print ("%" G_GINT64_FORMAT "\n", n);
      if (report != NULL)
        cog_print_report (context, report);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cog_json_string (builder, "file", path);
  cog_json_int (builder, member, n);
  if (report != NULL)
    {
      cog_json_findings (builder, "dropped", report, TRUE);
      cog_json_findings (builder, "warnings", report, FALSE);
    }
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}
