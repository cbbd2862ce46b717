/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include "cog-confinement.h"
#include "cog-reading.h"
#include "cog-writer.h"

#include <glib/gi18n-lib.h>

static void
add_strings (JsonBuilder *builder, const char *name, const char *const *strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

/* Whether files are read in a process of their own, and what holds that. */
static void
add_isolation (JsonBuilder *builder)
{
  guint32 held = 0;
  gboolean has_process = cog_reading_probe (&held);
  guint32 bit;
  const char *nick;

  json_builder_set_member_name (builder, "isolation");
  json_builder_begin_object (builder);
  cog_json_boolean (builder, "process", has_process);
  for (guint i = 0; (nick = cog_confinement_get_nick (i, &bit)) != NULL; i++)
    cog_json_boolean (builder, nick, (held & bit) != 0);
  json_builder_end_object (builder);
}

static void
print_isolation (void)
{
  guint32 held = 0;
  gboolean has_process = cog_reading_probe (&held);
  g_autofree char *holds = cog_confinement_to_string (held);

  cog_print ("isolate\t%s\t%s\n", has_process ? "process" : "none", holds);
}

static void
print_json (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const CogReader *const *readers = cog_reader_table_get ();
  const CogWriter *const *writers = cog_writer_table_get ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "readers");
  json_builder_begin_array (builder);
  for (guint i = 0; readers[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      cog_json_string (builder, "id", readers[i]->id);
      cog_json_string (builder, "name", _ (readers[i]->name));
      add_strings (builder, "extensions", readers[i]->extensions);
      add_strings (builder, "media_types", readers[i]->media_types);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "writers");
  json_builder_begin_array (builder);
  for (guint i = 0; writers[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      cog_json_string (builder, "id", writers[i]->id);
      cog_json_string (builder, "name", _ (writers[i]->name));
      cog_json_string (builder, "extension", writers[i]->extension);
      cog_json_string (builder, "media_type", writers[i]->media_type);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_isolation (builder);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static void
print_text (void)
{
  const CogReader *const *readers = cog_reader_table_get ();
  const CogWriter *const *writers = cog_writer_table_get ();

  for (guint i = 0; readers[i] != NULL; i++)
    {
      g_autofree char *extensions = g_strjoinv (",", (char **)readers[i]->extensions);

      cog_print ("read\t%s\t%s\t%s\n", readers[i]->id, extensions,
                 readers[i]->media_types[0] != NULL ? readers[i]->media_types[0] : "");
    }
  for (guint i = 0; writers[i] != NULL; i++)
    cog_print ("write\t%s\t%s\t%s\n", writers[i]->id,
               writers[i]->extension != NULL ? writers[i]->extension : "", writers[i]->media_type);
  print_isolation ();
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  gboolean done;

  if (!cog_command_parse (&cog_command_formats, context, NULL, &argc, &argv, 0, 0, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (context->json)
    print_json ();
  else
    print_text ();
  return TRUE;
}

const CogCommand cog_command_formats = {
  "formats",
  "",
  N_ ("List the formats that can be read and written"),
  run,
};
