/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-job.h"

#include "cog-check-duties.h"
#include "cog-description.h"
#include "cog-evaluation.h"
#include "cog-language.h"
#include "cog-lens-check.h"
#include "cog-logo-check.h"
#include "cog-notice-check.h"
#include "cog-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogFindingKind no_licence = {
  "licence-not-chosen", COG_SEVERITY_ERROR, FALSE,
  N_ ("The licence of your edition has not been chosen.")
};
static const CogFindingKind bad_licence = { "licence-forbidden", COG_SEVERITY_ERROR, FALSE,
                                            N_ ("The licence %1 cannot be used. %2") };
static const CogFindingKind risky_licence = { "licence-discouraged", COG_SEVERITY_WARNING, FALSE,
                                              N_ ("The licence %1 is not recommended. %2") };
static const CogFindingKind rights_error = { "rights-problem", COG_SEVERITY_ERROR, FALSE,
                                             N_ ("%1") };
static const CogFindingKind rights_warning = { "rights-check", COG_SEVERITY_WARNING, FALSE,
                                               N_ ("%1") };
static const CogFindingKind untranslated = {
  "not-translated", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a number, %2 the title of a chapter. */
  N_ ("“%2” has passages that are not translated (%1); they would appear in the original’s "
      "language.")
};
static const CogFindingKind by_machine = {
  "machine-unchecked", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a number, %2 the title of a chapter. */
  N_ ("“%2” has passages as a machine wrote them, which nobody checked (%1).")
};
static const CogFindingKind lost_piece = {
  "piece-lost", COG_SEVERITY_ERROR, FALSE,
  /* Translators: %1 is what the piece shows: a note's number, an equation. */
  N_ ("“%1” stands in the source and was not carried over.")
};
static const CogFindingKind lost_link = { "link-lost", COG_SEVERITY_WARNING, FALSE,
                                          N_ ("A link of the source was not carried over.") };
static const CogFindingKind empty_target = {
  "empty-target", COG_SEVERITY_WARNING, FALSE,
  N_ ("A passage counts as translated and has no text.")
};
static const CogFindingKind no_alt = {
  "no-alternative-text", COG_SEVERITY_WARNING, FALSE,
  N_ ("A picture has no description for those who cannot see it.")
};

static const CogFindingKind source_title = { "title-not-translated", COG_SEVERITY_WARNING, FALSE,
                                             N_ ("The edition still has the original’s title.") };
static const CogFindingKind no_translator = {
  "no-translator", COG_SEVERITY_WARNING, FALSE,
  N_ ("Nobody is named as translator or adapter: the credit would be incomplete.")
};

static gboolean
is_empty (CogProject *project, const char *key)
{
  g_autofree char *value = cog_project_dup_field (project, key);

  return value == NULL || value[0] == '\0';
}

/* What a reader sees first, and what the licence asks for. */
static void
check_fields (CogProject *project, gboolean translates, CogReport *report)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  g_autofree char *title = cog_project_dup_title (project);

  for (guint i = 0; translates && i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      if (g_strcmp0 (title, source->credit->title) == 0)
        {
          cog_report_add (report, &source_title, COG_CHECK_FIELD "title", NULL, NULL);
          break;
        }
    }
  if (translates && is_empty (project, "translator") && is_empty (project, "adapter"))
    cog_report_add (report, &no_translator, COG_CHECK_FIELD "translator", NULL, NULL);
}

static gboolean
check_rights (CogProject *project, CogReport *report, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (GPtrArray) components = cog_project_list_components (project, &fault);
  g_autoptr (CogEvaluation) evaluation = NULL;
  g_autofree char *licence = NULL;
  const CogRightsOption *option;

  if (components == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  evaluation = cog_evaluation_new (components);
  licence = cog_project_dup_licence (project);
  option = cog_evaluation_find (evaluation, licence);
  for (guint i = 0; i < evaluation->problems->len; i++)
    {
      const CogRightsFinding *problem = g_ptr_array_index (evaluation->problems, i);
      g_autofree char *sentence = cog_rights_finding_dup_sentence (problem);

      cog_report_add (report,
                      problem->verdict == COG_VERDICT_FORBIDDEN ? &rights_error : &rights_warning,
                      problem->component, sentence, NULL);
    }
  if (licence == NULL)
    cog_report_add (report, &no_licence, "", NULL, NULL);
  else if (option == NULL)
    cog_report_add (report, &bad_licence, "", licence, NULL);
  else if (option->verdict != COG_VERDICT_ALLOWED)
    {
      const CogRightsFinding *reason =
          option->reasons->len > 0 ? g_ptr_array_index (option->reasons, 0) : NULL;
      g_autofree char *why =
          reason != NULL ? cog_rights_finding_dup_sentence (reason) : g_strdup ("");

      cog_report_add (report,
                      option->verdict == COG_VERDICT_FORBIDDEN ? &bad_licence : &risky_licence,
                      reason != NULL ? reason->component : "", option->licence->name, why);
    }
  return TRUE;
}

/* What a unit says, with the later halves that continue it. */
static CogText *
new_whole_target (GPtrArray *units, const CogUnit *unit)
{
  g_autoptr (CogText) whole = cog_text_new_from_xhtml (unit->target, NULL);
  const char *origins = unit->origins != NULL ? unit->origins : unit->id;

  for (guint i = 0; whole != NULL && i < units->len; i++)
    {
      const CogUnit *other = g_ptr_array_index (units, i);
      g_autoptr (CogText) text = NULL;
      CogText *joined;

      if (!cog_unit_continues (other) || other->target == NULL ||
          g_strcmp0 (other->origins, origins) != 0)
        continue;
      text = cog_text_new_from_xhtml (other->target, NULL);
      if (text == NULL)
        continue;
      joined = cog_text_join (whole, text, " ");
      cog_text_free (whole);
      whole = joined;
    }
  return g_steal_pointer (&whole);
}

/* What stands for a piece in a sentence. */
static const char *
get_piece_words (const CogCode *code)
{
  if (code->label != NULL && code->label[0] != '\0')
    return code->label;
  /* Translators: one that has no description: “picture” was not carried over. */
  return g_str_equal (code->element, "img") || g_str_equal (code->element, "svg") ? _ ("picture")
                                                                                  : code->element;
}

static void
check_pieces (GPtrArray *units, const CogUnit *unit, CogReport *report)
{
  g_autoptr (CogText) source = cog_text_new_from_xhtml (unit->source, NULL);
  g_autoptr (CogText) target = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  if (source == NULL || source->codes->len == 0)
    return;
  target = new_whole_target (units, unit);
  if (target == NULL)
    return;
  missing = cog_text_list_missing (source, target);
  for (guint i = 0; i < missing->len; i++)
    {
      const CogCode *code = g_ptr_array_index (missing, i);

      if (code->type == COG_CODE_SPAN)
        cog_report_add (report, &lost_link, unit->id, unit->id, NULL);
      else
        cog_report_add (report, &lost_piece, unit->id, get_piece_words (code), NULL);
    }
}

static gboolean
is_open (const CogUnit *unit)
{
  /* Of two that were joined, one may be translated: nothing was decided for the whole. */
  return unit->state == COG_STATE_INITIAL &&
         (unit->target == NULL || unit->decision == COG_DECISION_NONE) && unit->source != NULL &&
         unit->decision != COG_DECISION_KEPT && unit->decision != COG_DECISION_OMITTED &&
         unit->n_words > 0;
}

/* The text was taken out after the state was set, or the state was set without any. */
static gboolean
is_hollow (const CogUnit *unit)
{
  return unit->state != COG_STATE_INITIAL && unit->target == NULL && unit->n_words > 0 &&
         unit->decision != COG_DECISION_KEPT && unit->kind != COG_UNIT_EQUATION;
}

/* The name of a file is none either, whether it came so or was written so. An empty one says that
 * the picture is an ornament. */
static gboolean
lacks_description (const CogUnit *unit)
{
  const char *markup = unit->target != NULL ? unit->target : unit->source;
  g_autoptr (CogText) text = NULL;

  if (unit->kind != COG_UNIT_ALT)
    return FALSE;
  if (unit->target == NULL && (unit->source == NULL || unit->source[0] == '\0'))
    return TRUE;
  text = cog_text_new_from_xhtml (markup, NULL);
  return text != NULL && cog_description_is_filler (text->plain);
}

void
cog_check_unit_among (const CogUnit *unit, GPtrArray *units, CogReport *report)
{
  g_return_if_fail (unit != NULL && units != NULL);

  if (unit->decision == COG_DECISION_OMITTED)
    return;
  if (lacks_description (unit))
    cog_report_add (report, &no_alt, unit->id, unit->id, NULL);
  if (is_hollow (unit))
    cog_report_add (report, &empty_target, unit->id, unit->id, NULL);
  if (unit->source != NULL && unit->target != NULL && unit->kind != COG_UNIT_ALT &&
      unit->kind != COG_UNIT_TITLE)
    check_pieces (units, unit, report);
}

/* A note's number stands close to the word; all else is parted from it. */
static void
append_piece (CogText *text, const CogCode *piece)
{
  CogCode *code = cog_code_copy (piece);
  gboolean is_note = g_str_equal (piece->element, "a");
  gboolean is_parted = is_note || text->plain[0] == '\0' || g_str_has_suffix (text->plain, " ");
  char *plain = g_strconcat (text->plain, is_parted ? "" : " ", "\xEF\xBF\xBC", NULL);

  g_free (text->plain);
  text->plain = plain;
  code->end = (guint)g_utf8_strlen (plain, -1);
  code->start = code->end - 1;
  cog_text_add_code (text, code);
}

char *
cog_check_dup_with_piece (const CogUnit *unit, const char *label)
{
  g_autoptr (CogText) source = NULL;
  g_autoptr (CogText) target = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  g_return_val_if_fail (unit != NULL && label != NULL, NULL);

  source = unit->source != NULL ? cog_text_new_from_xhtml (unit->source, NULL) : NULL;
  target = unit->target != NULL ? cog_text_new_from_xhtml (unit->target, NULL) : NULL;
  if (source == NULL || target == NULL)
    return NULL;
  missing = cog_text_list_missing (source, target);
  for (guint i = 0; i < missing->len; i++)
    {
      const CogCode *code = g_ptr_array_index (missing, i);

      if (code->type != COG_CODE_PIECE || g_strcmp0 (get_piece_words (code), label) != 0)
        continue;
      append_piece (target, code);
      return cog_text_to_xhtml (target);
    }
  return NULL;
}

/* What goes over the whole book. */
typedef struct
{
  gboolean translates;
  CogLogoCheck *logos;
  CogNoticeCheck *notices;
} Checks;

static gboolean
check_section (CogProject *project,
               const CogSectionInfo *info,
               const Checks *checks,
               CogReport *report,
               GError **error)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, info->id, error);
  guint open = 0;
  guint machine = 0;
  const char *first = NULL;
  const char *first_machine = NULL;

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      cog_notice_check_take_unit (checks->notices, unit);
      if (unit->decision == COG_DECISION_OMITTED)
        continue;
      cog_logo_check_take_unit (checks->logos, unit);
      if (is_open (unit) && open++ == 0)
        first = unit->id;
      if (unit->engine != NULL && machine++ == 0)
        first_machine = unit->id;
      cog_check_unit_among (unit, units, report);
    }
  if (open > 0 && checks->translates)
    {
      g_autofree char *number = g_strdup_printf ("%u", open);

      cog_report_add (report, &untranslated, first, number,
                      cog_section_info_get_label (info, TRUE));
    }
  if (machine > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", machine);

      cog_report_add (report, &by_machine, first_machine, number,
                      cog_section_info_get_label (info, TRUE));
    }
  return TRUE;
}

gboolean
cog_check_project (CogProject *project, CogReport *report, GError **error)
{
  return cog_check_project_full (project, report, NULL, error);
}

gboolean
cog_check_project_full (CogProject *project,
                        CogReport *report,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GHashTable) omitted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *language = NULL;
  g_autofree char *source_language = NULL;
  g_autoptr (CogProject) beside = NULL;
  g_autoptr (CogLogoCheck) logos = NULL;
  g_autoptr (CogNoticeCheck) notices = NULL;
  Checks checks;

  g_return_val_if_fail (COG_IS_PROJECT (project) && report != NULL, FALSE);

  beside = cog_project_open_beside (project, FALSE);
  project = beside != NULL ? beside : project;
  if (!check_rights (project, report, error))
    return FALSE;
  language = cog_project_dup_language (project);
  source_language = cog_project_dup_source_language (project);
  sections = cog_project_list_sections (project);
  logos = cog_logo_check_new (project, sections);
  notices = cog_notice_check_new (project);
  checks = (Checks){ source_language == NULL || !cog_language_equal (language, source_language),
                     logos, notices };
  check_fields (project, checks.translates, report);
  cog_check_duties (project, report);
  for (guint i = 0; i < sections->len; i++)
    {
      CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (info->is_omitted ||
          (info->parent != NULL && g_hash_table_contains (omitted, info->parent)))
        {
          g_hash_table_add (omitted, info->id);
          continue;
        }
      if (!check_section (project, info, &checks, report, error))
        return FALSE;
    }
  cog_notice_check_finish (notices, report);
  return cog_lens_check (project, report, cancellable, error) &&
         cog_logo_check_finish (logos, project, report, error);
}

gboolean
cog_check_has_errors (CogReport *report)
{
  GPtrArray *findings = cog_report_get_findings (report);

  for (guint i = 0; i < findings->len; i++)
    if (((const CogFinding *)g_ptr_array_index (findings, i))->kind->severity == COG_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}
