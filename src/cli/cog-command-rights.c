/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"
#include "cog-notice-print.h"

#include "cog-edition-job.h"
#include "cog-error.h"
#include "cog-evaluation.h"
#include "cog-language.h"
#include "cog-logo-check.h"
#include "cog-obligation.h"

#include <glib/gi18n-lib.h>

static void
add_each (JsonBuilder *builder, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CogRightsFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = cog_rights_finding_dup_sentence (finding);

      json_builder_begin_object (builder);
      cog_json_string (builder, "id", finding->id);
      cog_json_string (builder, "item", finding->component);
      cog_json_string (builder, "source", finding->source);
      cog_json_string (builder, "severity",
                       finding->verdict == COG_VERDICT_FORBIDDEN ? "error" : "warning");
      cog_json_string (builder, "message", sentence);
      json_builder_end_object (builder);
    }
}

static void
add_findings (JsonBuilder *builder, const char *name, GPtrArray *findings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  add_each (builder, findings);
  json_builder_end_array (builder);
}

/* What the evaluation finds, and pictures that no licence covers. */
static void
add_problems (JsonBuilder *builder, const CogEvaluation *evaluation, CogReport *logos)
{
  GPtrArray *findings = cog_report_get_findings (logos);

  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  add_each (builder, evaluation->problems);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = cog_finding_dup_sentence (finding);

      json_builder_begin_object (builder);
      cog_json_string (builder, "id", finding->kind->id);
      cog_json_string (builder, "item", finding->place);
      cog_json_string (builder, "source", NULL);
      cog_json_string (builder, "severity", cog_severity_to_nick (finding->kind->severity));
      cog_json_string (builder, "message", sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What a piece is under in the edition: its own licence where it was changed, else its source's. */
static void
add_licence_of (JsonBuilder *builder,
                const CogEvaluation *evaluation,
                const CogComponent *component,
                const char *edition)
{
  const CogLicence *own = cog_evaluation_get_licence_of (evaluation, component, edition);
  const CogCredit *credit = component->use == COG_USE_UNMODIFIED && component->sources->len > 0
                                ? g_ptr_array_index (component->sources, 0)
                                : NULL;

  cog_json_string (builder, "licence",
                   own != NULL      ? own->id
                   : credit != NULL ? credit->licence
                                    : NULL);
}

static void
add_components (JsonBuilder *builder,
                const CogEvaluation *evaluation,
                GPtrArray *components,
                const char *edition)
{
  json_builder_set_member_name (builder, "components");
  json_builder_begin_array (builder);
  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);

      json_builder_begin_object (builder);
      cog_json_string (builder, "id", component->id);
      cog_json_string (builder, "kind", cog_component_kind_to_nick (component->kind));
      cog_json_string (builder, "label", component->label);
      cog_json_string (builder, "use", cog_use_to_nick (component->use));
      add_licence_of (builder, evaluation, component, edition);
      json_builder_set_member_name (builder, "licences");
      json_builder_begin_array (builder);
      for (guint s = 0; s < component->sources->len; s++)
        {
          const CogCredit *credit = g_ptr_array_index (component->sources, s);

          if (credit->licence != NULL)
            json_builder_add_string_value (builder, credit->licence);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sources (JsonBuilder *builder, CogProject *project)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);

  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);
      g_autofree char *authors = cog_credit_dup_names (source->credit, COG_ROLE_AUTHOR);

      json_builder_begin_object (builder);
      cog_json_string (builder, "id", source->id);
      cog_json_string (builder, "title", source->credit->title);
      cog_json_string (builder, "creator", authors);
      cog_json_string (builder, "licence", source->credit->licence);
      cog_json_notices (builder, source->credit);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_obligations (JsonBuilder *builder, GPtrArray *components)
{
  g_autoptr (GPtrArray) list = cog_obligation_list (components);

  json_builder_set_member_name (builder, "obligations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const CogObligation *obligation = g_ptr_array_index (list, i);

      json_builder_begin_object (builder);
      cog_json_string (builder, "id", obligation->id);
      cog_json_string (builder, "message", cog_obligation_get_sentence (obligation));
      json_builder_set_member_name (builder, "licences");
      json_builder_begin_array (builder);
      for (guint l = 0; l < obligation->licences->len; l++)
        json_builder_add_string_value (builder, g_ptr_array_index (obligation->licences, l));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (CogProject *project,
            const CogEvaluation *evaluation,
            GPtrArray *components,
            CogReport *logos,
            const char *chosen)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const CogLicence *proposal = cog_evaluation_get_proposal (evaluation);

  json_builder_begin_object (builder);
  cog_json_string (builder, "chosen", chosen);
  cog_json_string (builder, "proposal", proposal != NULL ? proposal->id : NULL);
  json_builder_set_member_name (builder, "collection");
  json_builder_add_boolean_value (builder, evaluation->is_collection);
  add_sources (builder, project);
  add_components (builder, evaluation, components,
                  chosen != NULL     ? chosen
                  : proposal != NULL ? proposal->id
                                     : NULL);
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (evaluation->options, i);

      json_builder_begin_object (builder);
      cog_json_string (builder, "licence", option->licence->id);
      cog_json_string (builder, "verdict", cog_verdict_to_nick (option->verdict));
      add_findings (builder, "reasons", option->reasons);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_obligations (builder, components);
  add_problems (builder, evaluation, logos);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

/* Of a collection: what each of its texts is under. */
static void
print_pieces (const CogEvaluation *evaluation, GPtrArray *components, const char *chosen)
{
  const CogLicence *proposal = cog_evaluation_get_proposal (evaluation);
  const char *edition = chosen != NULL ? chosen : proposal != NULL ? proposal->id : NULL;

  if (!evaluation->is_collection)
    return;
  cog_print ("%s\n", _ ("No licence can carry all of the text: the edition is a collection, and "
                        "each part keeps one of its own."));
  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);
      const CogLicence *own = cog_evaluation_get_licence_of (evaluation, component, edition);

      if (own != NULL)
        cog_print ("%s\t%s\n", component->id, own->id);
    }
}

static void
print_uses (CogProject *project, GPtrArray *components)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);

  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      cog_print ("%s\t%s\t%s\n", source->id, source->credit->title,
                 source->credit->licence != NULL ? source->credit->licence : _ ("unknown"));
      cog_print_notices (source);
    }
  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);
      const CogCredit *credit =
          component->sources->len > 0 ? g_ptr_array_index (component->sources, 0) : NULL;

      cog_print ("%s\t%s\t%s\t%s\n", component->id, cog_component_kind_to_nick (component->kind),
                 cog_use_to_nick (component->use),
                 credit != NULL && credit->licence != NULL ? credit->licence : _ ("unknown"));
    }
}

static void
print_text (CogProject *project,
            const CogEvaluation *evaluation,
            GPtrArray *components,
            CogReport *logos,
            const char *chosen)
{
  GPtrArray *findings = cog_report_get_findings (logos);
  g_autoptr (GPtrArray) obligations = cog_obligation_list (components);

  print_uses (project, components);
  cog_print (_ ("Licence: %s\n"), chosen != NULL ? chosen : _ ("not chosen"));
  print_pieces (evaluation, components, chosen);
  for (guint i = 0; i < evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (evaluation->options, i);

      cog_print ("%-12s %s\n", cog_verdict_to_nick (option->verdict), option->licence->name);
      for (guint r = 0; r < option->reasons->len; r++)
        {
          g_autofree char *sentence =
              cog_rights_finding_dup_sentence (g_ptr_array_index (option->reasons, r));

          cog_print ("             %s\n", sentence);
        }
    }
  for (guint i = 0; i < obligations->len; i++)
    cog_print ("§ %s\n", cog_obligation_get_sentence (g_ptr_array_index (obligations, i)));
  for (guint i = 0; i < evaluation->problems->len; i++)
    {
      g_autofree char *sentence =
          cog_rights_finding_dup_sentence (g_ptr_array_index (evaluation->problems, i));

      cog_print ("! %s\n", sentence);
    }
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *sentence = cog_finding_dup_sentence (g_ptr_array_index (findings, i));

      cog_print ("! %s\n", sentence);
    }
}

static gboolean
run_rights (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) components = NULL;
  g_autoptr (CogEvaluation) evaluation = NULL;
  g_autoptr (CogReport) logos = cog_report_new ();
  g_autofree char *chosen = NULL;
  gboolean done;

  project = cog_command_open (&cog_command_rights, context, NULL, &argc, &argv, 1, COG_PROJECT_READ,
                              &done, error);
  if (project == NULL)
    return done;
  components = cog_project_list_components (project, error);
  if (components == NULL || !cog_logo_check_project (project, logos, error))
    return FALSE;
  evaluation = cog_evaluation_new (components);
  chosen = cog_project_dup_licence (project);
  if (context->json)
    print_json (project, evaluation, components, logos, chosen);
  else
    print_text (project, evaluation, components, logos, chosen);
  return TRUE;
}

static gboolean
check_attribution_options (const char *language, const char *format, GError **error)
{
  if (language != NULL && !cog_language_is_valid (language))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("“%s” is no language tag such as ar-EG."),
                   language);
      return FALSE;
    }
  if (format != NULL && !g_str_equal (format, "html") && !g_str_equal (format, "text"))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("--format is text or html."));
      return FALSE;
    }
  return TRUE;
}

static void
print_attribution (CogCommandContext *context,
                   GPtrArray *paragraphs,
                   const char *language,
                   gboolean as_html)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cog_json_string (builder, "language", language);
  cog_json_string (builder, "format", as_html ? "html" : "text");
  json_builder_set_member_name (builder, "paragraphs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const CogCreditText *text = g_ptr_array_index (paragraphs, i);
      g_autofree char *line = as_html ? cog_credit_text_to_xhtml (text)
                                      : cog_credit_text_to_plain (text, language, TRUE);

      if (context->json)
        json_builder_add_string_value (builder, line);
      else
        cog_print (as_html ? "<p>%s</p>\n" : "%s\n", line);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
}

static gboolean
run_attribution (
    CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autofree char *language = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language,
      N_ ("In this language instead of the adaptation’s"), N_ ("LANG") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text or html"), N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *shown = NULL;
  gboolean done;

  project = cog_command_open (&cog_command_attribution, context, entries, &argc, &argv, 1,
                              COG_PROJECT_READ, &done, error);
  if (project == NULL)
    return done;
  if (!check_attribution_options (language, format, error))
    return FALSE;
  paragraphs = cog_edition_list_attribution (project, language, error);
  if (paragraphs == NULL)
    return FALSE;
  shown =
      language != NULL ? cog_language_canonicalise (language) : cog_project_dup_language (project);
  print_attribution (context, paragraphs, shown, g_strcmp0 (format, "html") == 0);
  return TRUE;
}

const CogCommand cog_command_rights = {
  "rights",
  "PROJECT",
  N_ ("Show what is in use, which licences it allows, and what is in the way"),
  run_rights,
};

const CogCommand cog_command_attribution = {
  "attribution",
  "PROJECT [--lang L] [--format text|html]",
  N_ ("Print the attribution as an export would carry it"),
  run_attribution,
};
