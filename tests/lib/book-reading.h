/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-reader.h"

G_BEGIN_DECLS

/* What a file or folder is read as. (transfer full) (nullable): NULL where it is no book, which the
 * error says */
CogBook *book_try_read (const char *path, GError **error);
/* The same of what must be one. (transfer full) */
CogBook *book_read (const char *path);

G_END_DECLS
