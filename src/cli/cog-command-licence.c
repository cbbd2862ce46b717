/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-replace.h"
#include "cog-commands.h"

#include "cog-error.h"
#include "cog-evaluation.h"
#include "cog-expression.h"

#include <glib/gi18n-lib.h>

static gboolean
parse_work (const char *kind, CogWork *work, GError **error)
{
  if (g_strcmp0 (kind, "adaptation") == 0)
    *work = COG_WORK_ADAPTATION;
  else if (g_strcmp0 (kind, "collection") == 0)
    *work = COG_WORK_COLLECTION;
  else
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("--kind is adaptation or collection."));
      return FALSE;
    }
  return TRUE;
}

static const CogLicence *
find (const char *id, GError **error)
{
  const CogLicence *licence = cog_licence_lookup (id);

  if (licence == NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                 _ ("There is no licence “%s” in the catalogue."), id);
  return licence;
}

static gboolean
check_sources (char **sources, GError **error)
{
  for (guint i = 0; sources[i] != NULL; i++)
    if (!cog_expression_check (sources[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
list (CogCommandContext *context)
{
  GPtrArray *licences = cog_licence_list ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < licences->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (licences, i);

      if (!context->json)
        {
          cog_print ("%s\t%s\t%s\n", licence->id, licence->name, licence->url);
          continue;
        }
      json_builder_begin_object (builder);
      cog_json_string (builder, "id", licence->id);
      cog_json_string (builder, "name", licence->name);
      cog_json_string (builder, "url", licence->url);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
  return TRUE;
}

static gboolean
show (CogCommandContext *context, const char *id, GError **error)
{
  const CogLicence *licence = cog_licence_lookup (id);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *name = NULL;

  if (licence == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                   _ ("There is no licence “%s” in the catalogue."), id);
      return FALSE;
    }
  name = cog_licence_dup_long_name (licence, "en");
  json_builder_begin_object (builder);
  cog_json_string (builder, "id", licence->id);
  cog_json_string (builder, "name", licence->name);
  cog_json_string (builder, "long_name", name);
  cog_json_string (builder, "url", licence->url);
  cog_json_string (builder, "version", licence->version);
  cog_json_string (builder, "port", licence->port);
  cog_json_boolean (builder, "noncommercial", cog_licence_is_nc (licence));
  cog_json_boolean (builder, "no_derivatives", cog_licence_is_nd (licence));
  cog_json_boolean (builder, "copyleft", cog_licence_is_copyleft (licence));
  cog_json_boolean (builder, "open", cog_licence_is_open (licence));
  cog_json_boolean (builder, "retired", licence->is_retired);
  json_builder_end_object (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
  else
    cog_print ("%s\n%s\n%s\n", licence->id, name, licence->url);
  return TRUE;
}

static void
print_verdict (CogCommandContext *context, CogVerdict verdict, GPtrArray *reasons)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cog_json_string (builder, "verdict", cog_verdict_to_nick (verdict));
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  if (!context->json)
    cog_print ("%s\n", cog_verdict_to_nick (verdict));
  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *sentence = cog_reason_dup_sentence (g_ptr_array_index (reasons, i));

      json_builder_add_string_value (builder, sentence);
      if (!context->json)
        cog_print ("%s\n", sentence);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
}

static gboolean
check (CogCommandContext *context,
       CogWork work,
       const char *target_id,
       char **sources,
       int *exit_status,
       GError **error)
{
  const CogLicence *target = target_id != NULL ? find (target_id, error) : NULL;
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_reason_free);
  CogVerdict verdict;

  if (target == NULL)
    {
      if (target_id == NULL)
        g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("--target is missing."));
      return FALSE;
    }
  if (!check_sources (sources, error))
    return FALSE;
  verdict = cog_compatibility_check (work, target, (const char *const *)sources, reasons);
  print_verdict (context, verdict, reasons);
  *exit_status = verdict == COG_VERDICT_FORBIDDEN ? 1 : 0;
  return TRUE;
}

static gboolean
list_options (CogCommandContext *context, CogWork work, char **sources, GError **error)
{
  GPtrArray *licences = cog_licence_list ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!check_sources (sources, error))
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < licences->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (licences, i);
      CogVerdict verdict =
          cog_compatibility_check (work, licence, (const char *const *)sources, NULL);

      json_builder_begin_object (builder);
      cog_json_string (builder, "licence", licence->id);
      cog_json_string (builder, "verdict", cog_verdict_to_nick (verdict));
      json_builder_end_object (builder);
      if (!context->json)
        cog_print ("%s\t%s\n", licence->id, cog_verdict_to_nick (verdict));
    }
  json_builder_end_array (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
  return TRUE;
}

static gboolean
choose (CogCommandContext *context, const char *path, const char *id, GError **error)
{
  const CogLicence *licence = find (id, error);
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) components = NULL;
  g_autoptr (CogEvaluation) evaluation = NULL;
  g_autoptr (GPtrArray) no_reasons = g_ptr_array_new ();
  const CogRightsOption *option;

  if (licence == NULL)
    return FALSE;
  context->file = path;
  project = cog_project_open (path, COG_PROJECT_WRITE, error);
  if (project == NULL)
    return FALSE;
  components = cog_project_list_components (project, error);
  if (components == NULL)
    return FALSE;
  evaluation = cog_evaluation_new (components);
  option = cog_evaluation_find (evaluation, licence->id);
  if (option == NULL || option->verdict == COG_VERDICT_FORBIDDEN)
    {
      g_autofree char *why =
          option != NULL && option->reasons->len > 0
              ? cog_rights_finding_dup_sentence (g_ptr_array_index (option->reasons, 0))
              : g_strdup (_ ("The sources do not allow it."));

      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED, _ ("%s: forbidden. %s"), licence->name,
                   why);
      return FALSE;
    }
  if (!cog_project_set_field (project, "licence", licence->id, error) ||
      !cog_project_close (project, error))
    return FALSE;
  if (context->json)
    print_verdict (context, option->verdict, no_reasons);
  return TRUE;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *target = NULL;
  const GOptionEntry entries[] = { { "kind", 0, 0, G_OPTION_ARG_STRING, &kind,
                                     N_ ("adaptation or collection"), N_ ("KIND") },
                                   { "target", 0, 0, G_OPTION_ARG_STRING, &target,
                                     N_ ("The licence that is asked about"), N_ ("ID") },
                                   G_OPTION_ENTRY_NULL };
  CogWork work = COG_WORK_ADAPTATION;
  gboolean done;

  if (!cog_command_parse (&cog_command_licence, context, entries, &argc, &argv, 1, -1, &done,
                          error))
    return FALSE;
  if (done)
    return TRUE;
  if (g_str_equal (argv[1], "list") && argc == 2)
    return list (context);
  if (g_str_equal (argv[1], "show") && argc == 3)
    return show (context, argv[2], error);
  if (g_str_equal (argv[1], "choose") && argc == 4)
    return choose (context, argv[2], argv[3], error);
  if (g_str_equal (argv[1], "replace") && argc == 4)
    {
      const CogLicence *licence = find (argv[3], error);

      return licence != NULL && cog_command_replace (context, argv[2], licence, error);
    }
  if (g_str_equal (argv[1], "check") && argc > 2)
    return parse_work (kind, &work, error) &&
           check (context, work, target, argv + 2, exit_status, error);
  if (g_str_equal (argv[1], "options") && argc > 2)
    return parse_work (kind, &work, error) && list_options (context, work, argv + 2, error);
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "licence",
               cog_command_licence.synopsis);
  return FALSE;
}

const CogCommand cog_command_licence = {
  "licence",
  "list | show ID | check --kind K --target ID SOURCE… | options --kind K SOURCE… | choose PROJECT "
  "ID | replace PROJECT ID",
  N_ ("The catalogue of licences, and which may follow which"),
  run,
};
