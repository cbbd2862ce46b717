/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* Closing brings what the log of a project holds into its file, and that to the disk: in a thread,
 * since it may take long. Takes the project. */
void cog_closing_start (CogProject *project);
/* Returns when all that was begun is closed: before a project is opened, which may be the same, and
 * before the program ends. Any thread. */
void cog_closing_wait (void);

G_END_DECLS
