/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is given bytes that nobody has looked at: "inline", "licence", "container"…; any other id is
 * that of a reader (cog-reader-table.c), so that a new reader is a word in meson.build. Whatever
 * the bytes, it must come back: what is wrong with them is an error, what is wrong with the program
 * aborts. */
typedef void (*FuzzFunc) (const char *id, const guint8 *data, gsize size);

/* NULL: this build has no such target, nor such a reader. */
FuzzFunc fuzz_target_find (const char *id);
/* Once, before the first: warnings end the program. */
void fuzz_target_prepare (void);
gboolean fuzz_target_is_reader (const char *id);
/* How many inputs were read as books until now. */
guint fuzz_target_count_read (void);

G_END_DECLS
