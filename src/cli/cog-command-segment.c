/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include "cog-error.h"
#include "cog-segmenter.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

static char *
read_all (GError **error)
{
  g_autoptr (GInputStream) in = g_unix_input_stream_new (0, FALSE);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (out, in, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  return g_utf8_make_valid (
      g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
      (gssize)g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)));
}

static void
print_sentences (CogCommandContext *context, GPtrArray *sentences)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < sentences->len; i++)
    {
      const char *sentence = g_ptr_array_index (sentences, i);

      if (context->json)
        json_builder_add_string_value (builder, sentence);
      else
        cog_print ("%s\n", sentence);
    }
  json_builder_end_array (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autofree char *language = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  const GOptionEntry entries[] = { { "lang", 0, 0, G_OPTION_ARG_STRING, &language,
                                     N_ ("Language of the text"), N_ ("LANG") },
                                   G_OPTION_ENTRY_NULL };
  gboolean done;

  if (!cog_command_parse (&cog_command_segment, context, entries, &argc, &argv, 0, 0, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (language == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "segment",
                   "--lang L");
      return FALSE;
    }
  text = read_all (error);
  if (text == NULL)
    return FALSE;
  sentences = cog_segmenter_split (text, language);
  print_sentences (context, sentences);
  return TRUE;
}

const CogCommand cog_command_segment = {
  "segment",
  "--lang L",
  N_ ("Read text, print a sentence a line"),
  run,
};
