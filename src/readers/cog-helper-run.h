/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cog_helper_run:
 * @argv: NULL-terminated; the first is found on PATH
 * @input: (nullable): what the program reads from its standard input
 * @seconds: of the clock, after which it is ended
 * @folder: (nullable): in which it runs, and which it takes for its user's home
 * @output: (out) (nullable): what it wrote to its standard output
 *
 * Runs another program on something that came from outside: without network where the kernel lets
 * us say so, with an end in time and in size, and with all that it has begun when it is ended.
 * Errors: COG_ERROR_UNSUPPORTED (there is no such program), COG_ERROR_INPUT (it gave up, with what
 * it said), COG_ERROR_TOO_LARGE (it took too long).
 */
gboolean cog_helper_run (const char *const *argv,
                         GBytes *input,
                         guint seconds,
                         const char *folder,
                         GBytes **output,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
