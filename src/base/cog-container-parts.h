/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-container.h"

G_BEGIN_DECLS

/* Files that a reader got out of an archive of its own kind. names: (element-type utf8), bytes:
 * (element-type GBytes), as many. Names that may not be are left out and reported; what is more or
 * larger than a container holds is COG_ERROR_TOO_LARGE. (transfer full) */
CogContainer *cog_container_new_for_parts (const char *display_name,
                                           const GPtrArray *names,
                                           const GPtrArray *bytes,
                                           gpointer report,
                                           GError **error);

G_END_DECLS
