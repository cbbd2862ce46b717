/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"

#include <string.h>

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

gboolean
cog_command_is_project (const char *path)
{
  static const char magic[] = "SQLite format 3";
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  return g_str_has_suffix (path, ".cognate") ||
         (file != NULL && g_mapped_file_get_length (file) > sizeof magic &&
          memcmp (g_mapped_file_get_contents (file), magic, sizeof magic) == 0);
}
