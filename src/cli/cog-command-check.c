/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-check-job.h"
#include "cog-error.h"
#include "cog-quality-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  gboolean quality; /* what the checks find in the text, too */
  gboolean all;     /* the quiet ones as well */
  gboolean ignored; /* and what is ignored */
  char *fix;        /* a kind */
  gboolean ignore, heed;
  char *reason;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->fix);
  g_free (options->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ── What stands in the way of publishing ────────────────────────────────────────────────────── */

static void
print_finding (CogCommandContext *context, JsonBuilder *builder, const CogFinding *finding)
{
  g_autofree char *sentence = cog_finding_dup_sentence (finding);

  if (!context->json)
    {
      cog_print ("%s\t%s\t%s\t%s\n", cog_severity_to_nick (finding->kind->severity),
                 finding->kind->id, finding->place, sentence);
      return;
    }
  json_builder_begin_object (builder);
  cog_json_string (builder, "severity", cog_severity_to_nick (finding->kind->severity));
  cog_json_string (builder, "kind", finding->kind->id);
  cog_json_string (builder, "unit", finding->place);
  cog_json_string (builder, "message", sentence);
  json_builder_end_object (builder);
}

/* ── What the checks find in the text ────────────────────────────────────────────────────────── */

/* Pieces that are lost stand in the way of publishing, and are told of there. */
static gboolean
is_told (const CogQualityItem *item)
{
  return g_str_equal (item->finding->kind->id, "code-missing") ||
         g_str_equal (item->finding->kind->id, "code-link-missing");
}

static void
print_item (CogCommandContext *context, JsonBuilder *builder, const CogQualityItem *item)
{
  const CogCheckFinding *finding = item->finding;
  /* Nothing that a check finds keeps from publishing. */
  const char *severity = cog_severity_to_nick (MIN (finding->kind->severity, COG_SEVERITY_WARNING));
  g_autofree char *sentence = cog_quality_item_dup_sentence (item);
  const CogCheckFix *fix = finding->fixes != NULL ? g_ptr_array_index (finding->fixes, 0) : NULL;

  if (!context->json)
    {
      cog_print ("%s\t%s\t%s\t%s\n", severity, finding->kind->id, finding->unit, sentence);
      return;
    }
  json_builder_begin_object (builder);
  cog_json_string (builder, "severity", severity);
  cog_json_string (builder, "kind", finding->kind->id);
  cog_json_string (builder, "unit", finding->unit);
  cog_json_string (builder, "message", sentence);
  cog_json_string (builder, "check", finding->check);
  cog_json_int (builder, "start", finding->start);
  cog_json_int (builder, "end", finding->end);
  cog_json_string (builder, "text", finding->text);
  cog_json_string (builder, "fix", fix != NULL ? fix->words : NULL);
  cog_json_boolean (builder, "safe", fix != NULL && finding->is_safe);
  cog_json_boolean (builder, "ignored", item->answer != NULL);
  cog_json_string (builder, "reason", item->answer != NULL ? item->answer->reason : NULL);
  json_builder_end_object (builder);
}

static gboolean
print_quality (CogCommandContext *context,
               CogProject *project,
               const Options *options,
               JsonBuilder *builder,
               GError **error)
{
  g_autoptr (CogQualityIndex) index = cog_quality_index_new (project, options->all);
  g_autoptr (GPtrArray) items = cog_quality_index_dup_items (index, NULL, error);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const CogQualityItem *item = g_ptr_array_index (items, i);

      if (!is_told (item) && (item->answer == NULL || options->ignored))
        print_item (context, builder, item);
    }
  return TRUE;
}

static gboolean
print_all (CogCommandContext *context,
           CogProject *project,
           const Options *options,
           int *exit_status,
           GError **error)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GPtrArray *findings;

  if (!cog_check_project (project, report, error))
    return FALSE;
  findings = cog_report_get_findings (report);
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    print_finding (context, builder, g_ptr_array_index (findings, i));
  if ((options->quality || options->all || options->ignored) &&
      !print_quality (context, project, options, builder, error))
    return FALSE;
  json_builder_end_array (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
  *exit_status = cog_check_has_errors (report) ? 1 : 0;
  return TRUE;
}

/* ── Mending and ignoring ────────────────────────────────────────────────────────────────────── */

/* unit: (nullable): of the book. kind: of a finding, or a check. */
static GPtrArray *
choose (GPtrArray *items, const char *unit, const char *kind, gboolean to_fix)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const CogQualityItem *item = g_ptr_array_index (items, i);
      const CogCheckFinding *finding = item->finding;

      if ((strcmp (finding->kind->id, kind) == 0 || strcmp (finding->check, kind) == 0) &&
          (unit == NULL || strcmp (finding->unit, unit) == 0) &&
          (!to_fix || (finding->is_safe && finding->fixes != NULL && item->answer == NULL)))
        g_ptr_array_add (chosen, (gpointer)item);
    }
  return chosen;
}

static void
print_count (CogCommandContext *context, const char *name, guint n)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!context->json)
    {
      cog_print ("%u\n", n);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cog_json_int (builder, name, n);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static gboolean
fix (CogCommandContext *context, CogProject *project, const char *kind, GError **error)
{
  /* What only the quiet checks find needs a look at each place. */
  g_autoptr (CogQualityIndex) index = cog_quality_index_new (project, FALSE);
  g_autoptr (GPtrArray) items = cog_quality_index_dup_items (index, NULL, error);
  g_autoptr (GPtrArray) chosen = items != NULL ? choose (items, NULL, kind, TRUE) : NULL;
  guint n_done = 0;

  if (chosen == NULL || !cog_quality_fix (project, chosen, &n_done, error) ||
      !cog_project_close (project, error))
    return FALSE;
  print_count (context, "fixed", n_done);
  return TRUE;
}

static gboolean
answer (CogCommandContext *context,
        CogProject *project,
        const Options *options,
        const char *unit,
        const char *kind,
        GError **error)
{
  g_autoptr (CogQualityIndex) index = cog_quality_index_new (project, TRUE);
  g_autoptr (GPtrArray) items = cog_quality_index_dup_items (index, NULL, error);
  g_autoptr (GPtrArray) chosen = items != NULL ? choose (items, unit, kind, FALSE) : NULL;
  gboolean is_done;

  if (chosen == NULL)
    return FALSE;
  if (chosen->len == 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED, _ ("No check finds “%s” in the unit “%s”."),
                   kind, unit);
      return FALSE;
    }
  is_done = options->ignore ? cog_quality_ignore (project, chosen, options->reason, error)
                            : cog_quality_heed (project, chosen, error);
  if (!is_done || !cog_project_close (project, error))
    return FALSE;
  print_count (context, options->ignore ? "ignored" : "heeded", chosen->len);
  return TRUE;
}

static gboolean
is_right_usage (const Options *options, int argc, GError **error)
{
  gboolean is_answer = options->ignore || options->heed;

  if (argc == (is_answer ? 4 : 2) && !(options->ignore && options->heed) &&
      !(is_answer && options->fix != NULL))
    return TRUE;
  g_set_error_literal (error, COG_ERROR, COG_ERROR_USAGE,
                       _ ("“--ignore” and “--heed” are given a project, a unit and a kind, and "
                          "everything else a project alone."));
  return FALSE;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_auto (Options) options = { FALSE };
  g_autoptr (CogProject) project = NULL;
  const GOptionEntry entries[] = {
    { "quality", 0, 0, G_OPTION_ARG_NONE, &options.quality,
      N_ ("Also what the checks of the translation find"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all,
      N_ ("The same with the checks that often err, such as spelling"), NULL },
    { "ignored", 0, 0, G_OPTION_ARG_NONE, &options.ignored, N_ ("The same with what is ignored"),
      NULL },
    { "fix", 0, 0, G_OPTION_ARG_STRING, &options.fix,
      N_ ("Mend all findings of this kind that can be mended without a look"), N_ ("KIND") },
    { "ignore", 0, 0, G_OPTION_ARG_NONE, &options.ignore,
      N_ ("Ignore what is found of the KIND in the UNIT"), NULL },
    { "heed", 0, 0, G_OPTION_ARG_NONE, &options.heed, N_ ("Ignore it no longer"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("Why it is ignored"),
      N_ ("WORDS") },
    G_OPTION_ENTRY_NULL
  };
  gboolean done;

  if (!cog_command_parse (&cog_command_check, context, entries, &argc, &argv, 1, 3, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (!is_right_usage (&options, argc, error))
    return FALSE;
  context->file = argv[1];
  project = cog_project_open (
      argv[1],
      options.fix != NULL || options.ignore || options.heed ? COG_PROJECT_WRITE : COG_PROJECT_READ,
      error);
  if (project == NULL)
    return FALSE;
  if (options.fix != NULL)
    return fix (context, project, options.fix, error);
  if (options.ignore || options.heed)
    return answer (context, project, &options, argv[2], argv[3], error);
  return print_all (context, project, &options, exit_status, error);
}

const CogCommand cog_command_check = {
  "check",
  "PROJECT [UNIT KIND]",
  N_ ("Say what stands in the way of publishing, and what the checks find"),
  run,
};
