/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"
#include "cog-licence-label.h"
#include "cog-notice-print.h"
#include "cog-report-print.h"
#include "cog-web-option.h"

#include "cog-licence.h"
#include "cog-reading-option.h"
#include "cog-reading.h"

#include <glib/gi18n-lib.h>

static void
add_evidence (JsonBuilder *builder, GPtrArray *statements)
{
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < statements->len; i++)
    {
      const CogStatement *statement = g_ptr_array_index (statements, i);

      json_builder_begin_object (builder);
      for (gsize f = 0; f < cog_statement_get_n_fields (); f++)
        {
          const char *key;
          const char *value = cog_statement_get_field (statement, f, &key);

          cog_json_string (builder, key, value);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_licence (JsonBuilder *builder, const CogCredit *credit)
{
  const CogLicence *licence = cog_licence_lookup (credit->licence);

  json_builder_set_member_name (builder, "licence");
  json_builder_begin_object (builder);
  cog_json_string (builder, "id", credit->licence);
  cog_json_string (builder, "url",
                   licence != NULL && licence->url[0] != '\0' ? licence->url : credit->licence_url);
  add_evidence (builder, credit->statements);
  json_builder_end_object (builder);
}

static void
add_creators (JsonBuilder *builder, const CogCredit *credit)
{
  json_builder_set_member_name (builder, "creators");
  json_builder_begin_array (builder);
  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      json_builder_begin_object (builder);
      cog_json_string (builder, "name", agent->name);
      cog_json_string (builder, "role", cog_role_to_relator (agent->role));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static char *
dup_all_names (const CogCredit *credit)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", agent->name);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
add_credits (JsonBuilder *builder, GPtrArray *credits)
{
  json_builder_set_member_name (builder, "credits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (credits, i);
      g_autofree char *names = dup_all_names (credit);

      json_builder_begin_object (builder);
      cog_json_string (builder, "item", credit->item);
      cog_json_string (builder, "part", credit->part);
      cog_json_string (builder, "title", credit->title);
      cog_json_string (builder, "creator", names);
      cog_json_string (builder, "source",
                       credit->source_url != NULL ? credit->source_url : credit->source_name);
      cog_json_string (builder, "licence", credit->licence);
      cog_json_string (builder, "changes", credit->changes);
      cog_json_string (builder, "evidence", credit->words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Those of a file that holds its text in several. */
static void
add_languages (JsonBuilder *builder, GPtrArray *languages)
{
  if (languages->len == 0)
    return;
  json_builder_set_member_name (builder, "languages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < languages->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (languages, i));
  json_builder_end_array (builder);
}

static void
print_languages (GPtrArray *languages)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < languages->len; i++)
    /* Translators: between the items of a list */
    g_string_append_printf (list, "%s%s", i > 0 ? _ (", ") : "",
                            (const char *)g_ptr_array_index (languages, i));
  if (languages->len > 0)
    /* Translators: of a file that holds its text in several, as tags: "en, fr"; the option is typed
       as it is here. */
    cog_print (_ ("Languages to take with --source-language: %s\n"), list->str);
}

static void
print_json (const CogBook *book, const CogReader *reader, CogReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  CogBookCounts counts;

  cog_book_count (book, &counts);
  json_builder_begin_object (builder);
  cog_json_string (builder, "title", book->credit->title);
  add_creators (builder, book->credit);
  cog_json_string (builder, "language", book->language);
  add_languages (builder, book->languages);
  cog_json_string (builder, "format", reader->id);
  cog_json_string (builder, "source", book->credit->source_url);
  cog_json_string (builder, "retrieved", book->credit->retrieved);
  cog_json_counts (builder, &counts);
  add_licence (builder, book->credit);
  cog_json_notices (builder, book->credit);
  add_credits (builder, book->credits);
  cog_json_findings (builder, "dropped", report, TRUE);
  cog_json_findings (builder, "warnings", report, FALSE);
  cog_json_report (builder, &counts, report);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static void
print_text (const CogBook *book, const CogReader *reader, CogReport *report)
{
  CogBookCounts counts;
  g_autofree char *names = dup_all_names (book->credit);
  g_autofree char *licence =
      book->credit->licence != NULL ? cog_licence_dup_label (book->credit->licence) : NULL;

  cog_book_count (book, &counts);
  cog_print (_ ("Title: %s\n"), cog_book_get_title (book));
  cog_print (_ ("By: %s\n"), names != NULL ? names : "–");
  cog_print (_ ("Language: %s\n"), book->language != NULL ? book->language : "–");
  print_languages (book->languages);
  cog_print (_ ("Format: %s\n"), _ (reader->name));
  cog_print (_ ("Licence: %s\n"), licence != NULL ? licence : _ ("unknown"));
  cog_print_counts (&counts);
  cog_print (ngettext ("%u item with a credit of its own\n",
                       "%u items with a credit of their own\n", book->credits->len),
             book->credits->len);
  cog_print_effects (report);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_auto (CogWebOption) web = { 0 };
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *path = NULL;
  const CogReader *reader = NULL;
  g_auto (CogReadingOption) reading = { NULL };
  CogReadingOptions options;
  const GOptionEntry entries[] = { COG_READING_OPTION_ENTRIES (&reading),
                                   COG_WEB_OPTION_ENTRIES (&web), G_OPTION_ENTRY_NULL };
  gboolean done;

  if (!cog_command_parse (&cog_command_inspect, context, entries, &argc, &argv, 1, 1, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (!cog_reading_option_parse (&reading, &options, error))
    return FALSE;
  path = cog_web_option_resolve (&web, context, argv[1], report, error);
  source = path != NULL ? cog_source_new_for_path (path, NULL, error) : NULL;
  if (source == NULL)
    return FALSE;
  cog_source_set_options (source, &options);
  book =
      cog_reading_read (source, report, cog_command_get_progress (context), NULL, &reader, error);
  if (book == NULL)
    return FALSE;
  cog_command_end_progress (context);
  if (context->json)
    print_json (book, reader, report);
  else
    print_text (book, reader, report);
  return TRUE;
}

const CogCommand cog_command_inspect = {
  "inspect",
  "FILE",
  N_ ("Show what a file holds: structure, language, licence with its evidence, credits, losses"),
  run,
};
