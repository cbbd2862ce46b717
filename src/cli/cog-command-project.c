/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"

CogProject *
cog_command_open (const CogCommand *command,
                  CogCommandContext *context,
                  const GOptionEntry *entries,
                  int *argc,
                  char ***argv,
                  int max,
                  CogProjectMode mode,
                  gboolean *done,
                  GError **error)
{
  if (!cog_command_parse (command, context, entries, argc, argv, 1, max, done, error) || *done)
    return NULL;
  context->file = (*argv)[1];
  return cog_project_open (context->file, mode, error);
}
