/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static char *
make_help (const CogCommand *command, GOptionContext *options)
{
  g_autofree char *program = g_strconcat (g_get_prgname (), " ", command->name, NULL);

  /* "Usage: cognate-cli inspect [OPTION…] FILE" */
  g_set_prgname (program);
  g_option_context_set_summary (options, _ (command->summary));
  return g_option_context_get_help (options, TRUE, NULL);
}

gboolean
cog_command_parse (const CogCommand *command,
                   CogCommandContext *context,
                   const GOptionEntry *entries,
                   int *argc,
                   char ***argv,
                   int min,
                   int max,
                   gboolean *done,
                   GError **error)
{
  g_autofree char *usage = g_strdup_printf ("%s", command->synopsis);
  g_autoptr (GOptionContext) options = g_option_context_new (usage);
  g_autoptr (GError) fault = NULL;
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &context->json, N_ ("Print one JSON document"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &context->quiet, N_ ("No progress and no messages"),
      NULL },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &context->data_dir,
      N_ ("Where shelf, memory and glossary are kept"), N_ ("DIR") },
    G_OPTION_ENTRY_NULL
  };

  *done = FALSE;
  g_option_context_set_help_enabled (options, FALSE);
  g_option_context_set_translation_domain (options, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (options, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (options, argc, argv, &fault))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, "%s: %s", command->name, fault->message);
      return FALSE;
    }
  /* The rest of the library asks the environment. */
  if (context->data_dir != NULL)
    g_setenv ("COGNATE_DATA_DIR", context->data_dir, TRUE);
  if (help)
    {
      g_autofree char *text = make_help (command, options);

      cog_print ("%s", text);
      *done = TRUE;
      return TRUE;
    }
  if (*argc - 1 < min || (max >= 0 && *argc - 1 > max))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   /* Translators: the name of a command and what it expects. */
                   _ ("Usage: cognate-cli %s %s"), command->name, command->synopsis);
      return FALSE;
    }
  return TRUE;
}

void
cog_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  vfprintf (stdout, format, arguments);
  G_GNUC_END_IGNORE_DEPRECATIONS
  va_end (arguments);
}

void
cog_print_json (JsonBuilder *builder, gboolean pretty)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, pretty);

  cog_print ("%s\n", text);
}

void
cog_json_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
cog_json_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
cog_json_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
cog_json_findings (JsonBuilder *builder, const char *name, CogReport *report, gboolean losses)
{
  GPtrArray *findings = cog_report_get_findings (report);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = NULL;

      if (finding->kind->is_loss != losses)
        continue;
      sentence = cog_finding_dup_sentence (finding);
      json_builder_begin_object (builder);
      cog_json_string (builder, "id", finding->kind->id);
      cog_json_string (builder, "severity", cog_severity_to_nick (finding->kind->severity));
      cog_json_string (builder, "effect",
                       cog_effect_to_nick (cog_finding_kind_get_effect (finding->kind)));
      cog_json_string (builder, "place", finding->place);
      cog_json_string (builder, "message", sentence);
      cog_json_int (builder, "count", finding->count);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
cog_print_report (CogCommandContext *context, CogReport *report)
{
  GPtrArray *findings = cog_report_get_findings (report);

  cog_command_end_progress (context);
  for (guint i = 0; !context->quiet && i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = cog_finding_dup_sentence (finding);

      g_printerr ("%s: %s", finding->place[0] != '\0' ? finding->place : "-", sentence);
      if (finding->count > 1)
        g_printerr (" (%u×)", finding->count);
      g_printerr ("\n");
    }
}

void
cog_print_done (CogCommandContext *context, const char *file, const char *format, CogReport *report)
{
  g_autoptr (JsonBuilder) builder = NULL;

  cog_command_end_progress (context);
  if (!context->json)
    {
      cog_print_report (context, report);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cog_json_string (builder, "file", file);
  cog_json_string (builder, "format", format);
  cog_json_findings (builder, "dropped", report, TRUE);
  cog_json_findings (builder, "warnings", report, FALSE);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}
