/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include "cog-error.h"
#include "cog-exchange-export.h"
#include "cog-exchange-folder.h"
#include "cog-exchange-plan.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *version;    /* of XLIFF (nullable) */
  char *take;       /* whose words, where both changed (nullable) */
  gboolean matches; /* what the memory has is offered beside */
} Options;

static gboolean
is_folder (const char *path)
{
  return g_str_has_suffix (path, G_DIR_SEPARATOR_S) || g_file_test (path, G_FILE_TEST_IS_DIR);
}

static const CogExchangeFormat *
find_format (const char *path, const Options *options, GError **error)
{
  const CogExchangeFormat *format = cog_exchange_format_for_name (path);
  g_autofree char *id = NULL;

  if (format == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                   /* Translators: a file name. */
                   _ ("%s: is to be XLIFF (.xlf), PO (.po), TMX (.tmx) or a folder (/)."), path);
      return NULL;
    }
  if (options->version == NULL)
    return format;
  id = g_strdup_printf ("xliff-%s", options->version);
  format = format == &cog_exchange_xliff_2 ? cog_exchange_format_find (id) : NULL;
  if (format == NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                 _ ("--version is of XLIFF, and is 2.1 or 1.2."));
  return format;
}

static void
print_exported (CogCommandContext *context,
                const char *path,
                const char *format,
                const CogExchangeCount *count)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!context->json)
    {
      cog_print ("%u\n", count->n_units);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cog_json_string (builder, "file", path);
  cog_json_string (builder, "format", format);
  cog_json_int (builder, "units", count->n_units);
  cog_json_int (builder, "own", count->n_own);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static gboolean
export_file (CogCommandContext *context,
             CogProject *project,
             const char *path,
             const Options *options,
             const CogExchangeHelp *help,
             GError **error)
{
  const CogExchangeFormat *format = find_format (path, options, error);
  CogExchangeCount count = { 0 };
  gboolean ok = format != NULL &&
                cog_exchange_export (project, path, format, help,
                                     cog_command_get_progress (context), NULL, &count, error);

  cog_command_end_progress (context);
  if (ok)
    print_exported (context, path, format->id, &count);
  return ok;
}

static gboolean
export_folder (CogCommandContext *context, CogProject *project, const char *path, GError **error)
{
  CogExchangeCount count = { 0 };
  gboolean ok = cog_exchange_folder_export (project, path, cog_command_get_progress (context), NULL,
                                            &count, error);

  cog_command_end_progress (context);
  if (ok)
    print_exported (context, path, "folder", &count);
  return ok;
}

static gboolean export(CogCommandContext *context,
                       const char *project_path,
                       const char *path,
                       const Options *options,
                       GError **error)
{
  g_autoptr (CogProject) project = cog_project_open (project_path, COG_PROJECT_READ, error);
  g_autofree char *memory_path = NULL;
  g_autoptr (CogMemory) memory = NULL;
  CogExchangeHelp help = { NULL };

  if (project == NULL)
    return FALSE;
  if (is_folder (path))
    return export_folder (context, project, path, error);
  if (options->matches)
    {
      memory_path = cog_memory_dup_path ();
      memory = cog_memory_open (memory_path, error);
      if (memory == NULL)
        return FALSE;
      help.memory = memory;
    }
  return export_file (context, project, path, options, &help, error);
}

static void
add_item (JsonBuilder *builder, const CogExchangeItem *item)
{
  json_builder_begin_object (builder);
  cog_json_string (builder, "unit", item->unit);
  cog_json_string (builder, "section", item->section);
  cog_json_string (builder, "place", item->place);
  cog_json_string (builder, "why", item->why != NULL ? item->why->id : NULL);
  cog_json_string (builder, "source", item->source);
  cog_json_string (builder, "mine", item->mine);
  cog_json_string (builder, "theirs", item->theirs);
  if (item->outcome == COG_EXCHANGE_CONFLICT)
    cog_json_boolean (builder, "taken", item->is_theirs);
  json_builder_end_object (builder);
}

static void
add_items (JsonBuilder *builder,
           const char *name,
           const CogExchangePlan *plan,
           CogExchangeOutcome outcome)
{
  GPtrArray *items = cog_exchange_plan_get_items (plan);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      const CogExchangeItem *item = g_ptr_array_index (items, i);

      if (item->outcome == outcome)
        add_item (builder, item);
    }
  json_builder_end_array (builder);
}

static void
print_json (const char *path, CogExchangePlan *plan, guint n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  CogReport *report = cog_exchange_plan_get_report (plan);

  json_builder_begin_object (builder);
  cog_json_string (builder, "file", path);
  cog_json_int (builder, "units", n);
  add_items (builder, "changed", plan, COG_EXCHANGE_CHANGED);
  add_items (builder, "conflicts", plan, COG_EXCHANGE_CONFLICT);
  add_items (builder, "refused", plan, COG_EXCHANGE_REFUSED);
  add_items (builder, "notPlaced", plan, COG_EXCHANGE_UNPLACED);
  cog_json_int (builder, "left", cog_exchange_plan_get_left (plan));
  cog_json_int (builder, "missing", cog_exchange_plan_get_missing (plan));
  cog_json_findings (builder, "dropped", report, TRUE);
  cog_json_findings (builder, "warnings", report, FALSE);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

/* A row is a line. */
static char *
dup_cell (const char *text)
{
  return g_strdelimit (g_strdup (text != NULL ? text : ""), "\t\r\n", ' ');
}

static void
print_imported (CogCommandContext *context, const char *path, CogExchangePlan *plan, guint n)
{
  GPtrArray *items = cog_exchange_plan_get_items (plan);

  if (context->json)
    {
      print_json (path, plan, n);
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      const CogExchangeItem *item = g_ptr_array_index (items, i);
      g_autofree char *mine = dup_cell (item->mine);
      g_autofree char *theirs = dup_cell (item->theirs);

      cog_print ("%s\t%s\t%s\t%s\t%s\n", cog_exchange_outcome_to_nick (item->outcome), item->unit,
                 item->place, mine, theirs);
    }
  cog_print ("%u\n", n);
  cog_print_report (context, cog_exchange_plan_get_report (plan));
}

static gboolean
import_plan (CogCommandContext *context,
             CogProject *project,
             CogExchangePlan *plan,
             const char *path,
             const Options *options,
             GError **error)
{
  gboolean from_folder = is_folder (path);
  guint n = 0;
  gboolean ok;

  ok = from_folder ? cog_exchange_folder_read (plan, project, path,
                                               cog_command_get_progress (context), NULL, error)
                   : cog_exchange_plan_read (plan, path, NULL, cog_command_get_progress (context),
                                             NULL, error);
  cog_command_end_progress (context);
  if (!ok)
    return FALSE;
  cog_exchange_plan_end (plan);
  cog_exchange_plan_settle (plan, g_strcmp0 (options->take, "theirs") == 0);
  if (!cog_exchange_plan_apply (plan, project, &n, error) ||
      (from_folder && !cog_exchange_folder_agree (plan, project, path,
                                                  g_strcmp0 (options->take, "ours") == 0, error)) ||
      !cog_project_close (project, error))
    return FALSE;
  print_imported (context, path, plan, n);
  return TRUE;
}

static gboolean
import (CogCommandContext *context,
        const char *project_path,
        const char *path,
        const Options *options,
        GError **error)
{
  g_autoptr (CogProject) project = cog_project_open (project_path, COG_PROJECT_WRITE, error);
  g_autoptr (CogExchangePlan) plan =
      project != NULL ? cog_exchange_plan_new (project, error) : NULL;

  return plan != NULL && import_plan (context, project, plan, path, options, error);
}

static gboolean
run_word (CogCommandContext *context, const Options *options, char **argv, GError **error)
{
  gboolean is_take_known = options->take == NULL || g_str_equal (options->take, "theirs") ||
                           g_str_equal (options->take, "ours");

  context->file = argv[2];
  if (is_take_known && g_str_equal (argv[1], "export"))
    return export(context, argv[2], argv[3], options, error);
  if (is_take_known && g_str_equal (argv[1], "import"))
    return import (context, argv[2], argv[3], options, error);
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"),
               cog_command_exchange.name, cog_command_exchange.synopsis);
  return FALSE;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autofree char *version = NULL;
  g_autofree char *take = NULL;
  Options options = { NULL };
  gboolean done;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_STRING, &version,
      N_ ("Export: of XLIFF, 2.1 (as without) or 1.2"), N_ ("VERSION") },
    { "matches", 0, 0, G_OPTION_ARG_NONE, &options.matches,
      N_ ("Export: with what the translation memory has that resembles"), NULL },
    { "take", 0, 0, G_OPTION_ARG_STRING, &take,
      N_ ("Import: whose words hold where both sides have changed a passage"), "theirs|ours" },
    G_OPTION_ENTRY_NULL
  };

  if (!cog_command_parse (&cog_command_exchange, context, entries, &argc, &argv, 3, 3, &done,
                          error))
    return FALSE;
  options.version = version;
  options.take = take;
  return done || run_word (context, &options, argv, error);
}

const CogCommand cog_command_exchange = {
  "exchange",
  "export PROJECT FILE [--version V] [--matches] | import PROJECT FILE [--take theirs|ours]",
  N_ ("The text to other translation tools and back: XLIFF, PO, TMX, or a folder for a team"),
  run,
};
