/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include "cog-error.h"
#include "cog-glossary.h"
#include "cog-term-check.h"
#include "cog-term-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *from;
  char *to;
  char *status;
  char *definition;
  char *note;
  char *project;
  gboolean is_version_2;
} Options;

static CogTermOptions
get_exchange (const Options *options)
{
  return (CogTermOptions){ .from = options->from,
                           .to = options->to,
                           .project = options->project,
                           .is_version_2 = options->is_version_2 };
}

static gboolean
set_usage (GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"),
               cog_command_terms.name, cog_command_terms.synopsis);
  return FALSE;
}

static gboolean
import (CogCommandContext *context,
        CogGlossary *glossary,
        const Options *options,
        const char *path,
        GError **error)
{
  g_autoptr (CogReport) report = cog_report_new ();
  const CogTermOptions exchange = get_exchange (options);
  gint64 n = 0;
  gboolean ok = cog_terms_import (glossary, path, &exchange, report,
                                  cog_command_get_progress (context), NULL, &n, error);

  cog_command_end_progress (context);
  if (ok)
    cog_print_file_count (context, path, "entries", n, report);
  return ok;
}

static gboolean
write_file (CogCommandContext *context,
            CogGlossary *glossary,
            const Options *options,
            const char *path,
            GError **error)
{
  const CogTermOptions exchange = get_exchange (options);
  gint64 n = 0;

  if (!cog_terms_export (glossary, path, &exchange, &n, error))
    return FALSE;
  cog_print_file_count (context, path, "entries", n, NULL);
  return TRUE;
}

static void
print_entry_json (JsonBuilder *builder, const CogGlossaryEntry *entry)
{
  json_builder_begin_object (builder);
  cog_json_int (builder, "id", entry->id);
  cog_json_string (builder, "subject", entry->subject);
  cog_json_string (builder, "definition", entry->definition);
  cog_json_string (builder, "note", entry->note);
  cog_json_string (builder, "origin", entry->origin);
  cog_json_string (builder, "licence", entry->licence);
  cog_json_string (builder, "project", entry->project);
  json_builder_set_member_name (builder, "terms");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->terms->len; i++)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);

      json_builder_begin_object (builder);
      cog_json_string (builder, "language", term->language);
      cog_json_string (builder, "text", term->text);
      cog_json_string (builder, "status", cog_term_status_to_nick (term->status));
      cog_json_string (builder, "partOfSpeech", term->part_of_speech);
      cog_json_string (builder, "note", term->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* "12 TAB en: force TAB es: fuerza TAB es: vigor (forbidden)" */
static void
print_entry (const CogGlossaryEntry *entry)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%" G_GINT64_FORMAT, entry->id);
  for (guint i = 0; i < entry->terms->len; i++)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);

      g_string_append_printf (line, "\t%s: %s", term->language, term->text);
      if (term->status != COG_TERM_PREFERRED)
        g_string_append_printf (line, " (%s)", cog_term_status_to_nick (term->status));
    }
  cog_print ("%s\n", line->str);
}

typedef struct
{
  JsonBuilder *builder; /* (nullable) */
} Listing;

static gboolean
list_cb (const CogGlossaryEntry *entry, gpointer user_data, GError **error)
{
  Listing *listing = user_data;

  if (listing->builder != NULL)
    print_entry_json (listing->builder, entry);
  else
    print_entry (entry);
  return TRUE;
}

static gboolean
list (CogCommandContext *context, CogGlossary *glossary, const Options *options, GError **error)
{
  const CogGlossaryFilter filter = { options->from, options->to, options->project };
  g_autoptr (JsonBuilder) builder = context->json ? json_builder_new () : NULL;
  Listing listing = { builder };

  if (builder != NULL)
    json_builder_begin_array (builder);
  if (!cog_glossary_foreach (glossary, &filter, list_cb, &listing, error))
    return FALSE;
  if (builder == NULL)
    return TRUE;
  json_builder_end_array (builder);
  cog_print_json (builder, TRUE);
  return TRUE;
}

static gboolean
add (CogCommandContext *context,
     CogGlossary *glossary,
     const Options *options,
     const char *source,
     const char *target,
     GError **error)
{
  g_autoptr (CogGlossaryEntry) entry = cog_glossary_entry_new ();
  CogTermStatus status = COG_TERM_PREFERRED;

  if (options->from == NULL || options->to == NULL)
    return set_usage (error);
  if (options->status != NULL && !cog_term_status_from_nick (options->status, &status))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   /* Translators: what was given; the three words stay as they are. */
                   _ ("“%s” is none of preferred, admitted, forbidden."), options->status);
      return FALSE;
    }
  entry->definition = g_strdup (options->definition);
  entry->note = g_strdup (options->note);
  entry->project = g_strdup (options->project);
  cog_glossary_entry_add (entry, options->from, source);
  cog_glossary_entry_add (entry, options->to, target)->status = status;
  if (!cog_glossary_add (glossary, entry, error))
    return FALSE;
  cog_print ("%" G_GINT64_FORMAT "\n", entry->id);
  return TRUE;
}

static gboolean
remove_entry (CogGlossary *glossary, const char *number, GError **error)
{
  gint64 id;

  if (!g_ascii_string_to_signed (number, 10, 1, G_MAXINT64, &id, NULL))
    return set_usage (error);
  return cog_glossary_remove (glossary, id, error);
}

static void
print_finding (JsonBuilder *builder, const CogTermFinding *finding)
{
  g_autofree char *sentence = cog_term_finding_dup_sentence (finding);

  if (builder == NULL)
    {
      cog_print ("%s\t%s\t%s\n", finding->unit, finding->kind->id, sentence);
      return;
    }
  json_builder_begin_object (builder);
  cog_json_string (builder, "unit", finding->unit);
  cog_json_string (builder, "kind", finding->kind->id);
  cog_json_string (builder, "severity", cog_severity_to_nick (finding->kind->severity));
  cog_json_int (builder, "entry", finding->entry);
  cog_json_string (builder, "term", finding->term);
  cog_json_int (builder, "start", finding->start);
  cog_json_int (builder, "end", finding->end);
  cog_json_string (builder, "found", finding->found);
  cog_json_string (builder, "wanted", finding->wanted);
  cog_json_string (builder, "message", sentence);
  json_builder_end_object (builder);
}

static gboolean
check (CogCommandContext *context, CogGlossary *glossary, const char *path, GError **error)
{
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_READ, error);
  g_autoptr (CogGlossaryPair) pair = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (JsonBuilder) builder = context->json ? json_builder_new () : NULL;

  pair = project != NULL ? cog_term_check_open_pair (glossary, project, error) : NULL;
  findings = pair != NULL ? cog_term_check_project (project, pair,
                                                    cog_command_get_progress (context), NULL, error)
                          : NULL;
  cog_command_end_progress (context);
  if (findings == NULL)
    return FALSE;
  if (builder != NULL)
    json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    print_finding (builder, g_ptr_array_index (findings, i));
  if (builder == NULL)
    return TRUE;
  json_builder_end_array (builder);
  cog_print_json (builder, TRUE);
  return TRUE;
}

static gboolean
run_word (CogCommandContext *context, const Options *options, int argc, char **argv, GError **error)
{
  g_autofree char *path = cog_glossary_dup_path ();
  g_autoptr (CogGlossary) glossary = cog_glossary_open (path, error);
  const char *word = argv[1];

  if (glossary == NULL)
    return FALSE;
  if (g_str_equal (word, "import") && argc == 3)
    return import (context, glossary, options, argv[2], error);
  if (g_str_equal (word, "export") && argc == 3)
    return write_file (context, glossary, options, argv[2], error);
  if (g_str_equal (word, "list") && argc == 2)
    return list (context, glossary, options, error);
  if (g_str_equal (word, "add") && argc == 4)
    return add (context, glossary, options, argv[2], argv[3], error);
  if (g_str_equal (word, "remove") && argc == 3)
    return remove_entry (glossary, argv[2], error);
  if (g_str_equal (word, "check") && argc == 3)
    return check (context, glossary, argv[2], error);
  return set_usage (error);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  Options options = { NULL };
  gboolean done, ok;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("Language of the terms"), N_ ("LANG") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Language of the translations"),
      N_ ("LANG") },
    { "status", 0, 0, G_OPTION_ARG_STRING, &options.status,
      N_ ("Of the translation: preferred, admitted, forbidden"), N_ ("STATUS") },
    { "definition", 0, 0, G_OPTION_ARG_STRING, &options.definition, N_ ("What the term means"),
      N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("A note"), N_ ("TEXT") },
    { "project", 0, 0, G_OPTION_ARG_STRING, &options.project,
      N_ ("For the project of that file name alone"), N_ ("NAME") },
    { "tbx2", 0, 0, G_OPTION_ARG_NONE, &options.is_version_2,
      N_ ("Write TBX of 2008, as OmegaT reads it"), NULL },
    G_OPTION_ENTRY_NULL
  };

  ok = cog_command_parse (&cog_command_terms, context, entries, &argc, &argv, 1, 3, &done, error) &&
       (done || run_word (context, &options, argc, argv, error));
  g_free (options.from);
  g_free (options.to);
  g_free (options.status);
  g_free (options.definition);
  g_free (options.note);
  g_free (options.project);
  return ok;
}

const CogCommand cog_command_terms = {
  "terms",
  "import FILE | export FILE | list | add TERM TRANSLATION --from L --to L | remove ID | "
  "check PROJECT",
  N_ ("The glossary of all projects"),
  run,
};
