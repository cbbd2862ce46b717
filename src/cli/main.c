/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command.h"
#include "cog-error.h"
#include "cog-locale.h"
#include "cog-temporary-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static void
print_overview (void)
{
  const CogCommand *const *commands = cog_command_table_get ();

  cog_print ("%s\n\n", _ ("Usage: cognate-cli COMMAND [OPTION…] [ARGUMENT…]"));
  for (guint i = 0; commands[i] != NULL; i++)
    cog_print ("  %-12s %s\n", commands[i]->name, _ (commands[i]->summary));
  cog_print ("\n%s\n", _ ("“cognate-cli COMMAND --help” explains each."));
}

static const CogCommand *
find_command (const char *name)
{
  const CogCommand *const *commands = cog_command_table_get ();

  for (guint i = 0; commands[i] != NULL; i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

/* Options that all commands have may stand before the command's name, too. */
static int
skip_options (CogCommandContext *context, int argc, char **argv)
{
  int i = 1;

  for (; i < argc && argv[i][0] == '-'; i++)
    {
      if (g_str_equal (argv[i], "--json"))
        context->json = TRUE;
      else if (g_str_equal (argv[i], "--quiet") || g_str_equal (argv[i], "-q"))
        context->quiet = TRUE;
      else if (g_str_equal (argv[i], "--data-dir") && i + 1 < argc)
        context->data_dir = g_strdup (argv[++i]);
      else if (g_str_has_prefix (argv[i], "--data-dir="))
        context->data_dir = g_strdup (argv[i] + strlen ("--data-dir="));
      else
        break;
    }
  return i;
}

/* "FILE: what is wrong": a message about a piece of the project does not name the project. */
static int
fail (CogCommandContext *context, GError *error)
{
  int status = cog_error_get_exit_status (error);
  g_autofree char *base = context->file != NULL ? g_path_get_basename (context->file) : NULL;

  cog_command_end_progress (context);
  if (status == 1 && base != NULL && strstr (error->message, base) == NULL)
    g_printerr ("%s: ", context->file);
  g_printerr ("%s\n", error->message);
  g_error_free (error);
  return status;
}

/* What was printed may not have arrived: a full disk shows only now. */
static gboolean
flush_output (void)
{
  if (fflush (stdout) == 0 && ferror (stdout) == 0)
    return TRUE;
  g_printerr (_ ("Standard output: %s\n"), g_strerror (errno));
  return FALSE;
}

int
main (int argc, char *argv[])
{
  CogCommandContext context = { .percent = -1 };
  const CogCommand *command;
  GError *error = NULL;
  int status = 0;
  int first;

  setlocale (LC_ALL, "");
  /* A limit on the size of files is a full disk: an error of the write, no sudden end. */
  signal (SIGXFSZ, SIG_IGN);
  cog_locale_bind ();
  xmlInitParser ();
  g_set_prgname ("cognate-cli");
  first = skip_options (&context, argc, argv);
  if (first < argc && (g_str_equal (argv[first], "--help") || g_str_equal (argv[first], "-h") ||
                       g_str_equal (argv[first], "help")))
    {
      print_overview ();
      return 0;
    }
  if (first < argc && g_str_equal (argv[first], "--version"))
    {
      cog_print ("cognate-cli %s\n", COG_VERSION);
      return 0;
    }
  command = first < argc ? find_command (argv[first]) : NULL;
  if (command == NULL)
    {
      g_printerr ("%s\n", first < argc
                              ? _ ("There is no such command. “cognate-cli --help” lists them.")
                              : _ ("Which command? “cognate-cli --help” lists them."));
      return 2;
    }
  cog_temporary_folder_clear_old (g_get_tmp_dir (), g_get_real_time () / G_USEC_PER_SEC);
  if (!command->run (&context, argc - first, argv + first, &status, &error))
    status = fail (&context, error);
  cog_command_end_progress (&context);
  if (!flush_output () && status == 0)
    status = 3;
  g_free (context.data_dir);
  return status;
}
