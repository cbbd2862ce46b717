/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include "cog-engine-language.h"
#include "cog-engine-table.h"
#include "cog-error.h"
#include "cog-server.h"
#include "cog-web-option.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *path; /* of the servers that were entered */
  char *from;
  char *to;
  char *key;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->path);
  g_free (options->from);
  g_free (options->to);
  g_free (options->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* Of this computer's programs only: to look at the list reaches no server. */
static gboolean
has_pair (CogEngine *engine, const Options *options)
{
  if (options->from == NULL || options->to == NULL || cog_engine_get_address (engine) != NULL)
    return TRUE;
  return cog_engine_is_there (engine) &&
         cog_engine_find_pair (engine, options->from, options->to, NULL, NULL) != NULL;
}

static gboolean
list (CogCommandContext *context, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) engines = cog_engine_table_list (options->path, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (engines == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < engines->len; i++)
    {
      CogEngine *engine = g_ptr_array_index (engines, i);
      const char *address = cog_engine_get_address (engine);
      gboolean is_there = cog_engine_is_there (engine);

      if (!has_pair (engine, options))
        continue;
      if (!context->json)
        cog_print ("%s\t%s\t%s\n", cog_engine_get_id (engine), address != NULL ? address : "-",
                   is_there ? _ ("ready") : _ ("not installed"));
      json_builder_begin_object (builder);
      cog_json_string (builder, "id", cog_engine_get_id (engine));
      cog_json_string (builder, "name", cog_engine_get_name (engine));
      cog_json_string (builder, "address", address);
      cog_json_boolean (builder, "available", is_there);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
  return TRUE;
}

static gboolean
pairs (CogCommandContext *context, const Options *options, const char *id, GError **error)
{
  g_autoptr (CogEngine) engine = cog_engine_table_find (options->path, id, error);
  GPtrArray *list = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (engine != NULL && cog_engine_get_address (engine) != NULL)
    cog_web_option_tell_host (context, cog_engine_get_address (engine));
  if (engine != NULL)
    list = cog_engine_list_pairs (engine, NULL, error);
  if (list == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const CogEnginePair *pair = g_ptr_array_index (list, i);
      g_autofree char *from = cog_engine_language_dup_tag (pair->from);
      g_autofree char *to = cog_engine_language_dup_tag (pair->to);

      if (!context->json)
        cog_print ("%s\t%s\n", from, to);
      json_builder_begin_object (builder);
      cog_json_string (builder, "from", from);
      cog_json_string (builder, "to", to);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
  return TRUE;
}

static void
print_added (CogCommandContext *context, const CogServer *server, const char *id)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!context->json)
    {
      cog_print ("%s\n", id);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cog_json_string (builder, "id", id);
  cog_json_string (builder, "kind", cog_server_kind_to_nick (server->kind));
  cog_json_string (builder, "address", server->address);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

/* The address is asked what it is; nothing of a book is sent. */
static gboolean
add (CogCommandContext *context, const Options *options, const char *typed, GError **error)
{
  g_autoptr (CogServer) server = NULL;
  g_autofree char *id = NULL;

  cog_web_option_tell_host (context, typed);
  server = cog_server_find_out (typed, options->key, NULL, error);
  if (server == NULL || !cog_server_add (options->path, server, error))
    return FALSE;
  id = cog_server_dup_id (server);
  print_added (context, server, id);
  return TRUE;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from,
      N_ ("Only those of this computer that "
          "translate from it"),
      N_ ("LANG") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("… and into it"), N_ ("LANG") },
    { "key", 0, 0, G_OPTION_ARG_STRING, &options.key,
      N_ ("What the server’s people gave you, where they ask for one"), N_ ("KEY") },
    G_OPTION_ENTRY_NULL
  };
  gboolean done;

  if (!cog_command_parse (&cog_command_engines, context, entries, &argc, &argv, 0, 2, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  /* Where that is, an option may have said. */
  options.path = cog_server_dup_path ();
  if (argc == 1)
    return list (context, &options, error);
  if (g_str_equal (argv[1], "pairs") && argc == 3)
    return pairs (context, &options, argv[2], error);
  if (g_str_equal (argv[1], "add") && argc == 3)
    return add (context, &options, argv[2], error);
  if (g_str_equal (argv[1], "remove") && argc == 3)
    return cog_server_remove (options.path, argv[2], error);
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"),
               cog_command_engines.name, cog_command_engines.synopsis);
  return FALSE;
}

const CogCommand cog_command_engines = {
  "engines",
  "[--from L --to L] | pairs ENGINE | add ADDRESS [--key KEY] | remove ENGINE",
  N_ ("List who translates by machine; enter a server, or take one away"),
  run,
};
