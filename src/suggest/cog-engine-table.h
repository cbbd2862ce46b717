/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-engine.h"

G_BEGIN_DECLS

/* All engines that there are: the programs of this computer, then the servers that the person
 * entered, from the file at servers (cog_server_dup_path()). Nobody is asked anything. (transfer
 * full) (element-type CogEngine) */
GPtrArray *cog_engine_table_list (const char *servers, GError **error);
/* The one with an id. COG_ERROR_NOT_FOUND names those that there are. (transfer full) */
CogEngine *cog_engine_table_find (const char *servers, const char *id, GError **error);

G_END_DECLS
