/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-command.h"

G_BEGIN_DECLS

/* "memory align": the sentences of a book (editions[0]) and its translation (editions[1]). tmx
 * (nullable): the file that they are written to instead of the memory. */
gboolean cog_command_align (CogCommandContext *context,
                            char **editions,
                            const char *tmx,
                            gboolean ignores_ids,
                            GError **error);

G_END_DECLS
