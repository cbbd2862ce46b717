/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-command.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* How every command on a project begins: its options are parsed, and the project that its first
 * argument names is opened. NULL with an error, or, after --help, with none and done set. max: of
 * the arguments, the project among them. (transfer full) */
CogProject *cog_command_open (const CogCommand *command,
                              CogCommandContext *context,
                              const GOptionEntry *entries,
                              int *argc,
                              char ***argv,
                              int max,
                              CogProjectMode mode,
                              gboolean *done,
                              GError **error);
/* Whether a file is a project, by what it holds: it may have any name. */
gboolean cog_command_is_project (const char *path);

G_END_DECLS
