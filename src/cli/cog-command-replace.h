/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-command.h"

#include "cog-licence.h"

G_BEGIN_DECLS

/* `licence replace PROJECT ID`: the fewest pieces that would have to go, a line each. */
gboolean cog_command_replace (CogCommandContext *context,
                              const char *path,
                              const CogLicence *licence,
                              GError **error);

G_END_DECLS
