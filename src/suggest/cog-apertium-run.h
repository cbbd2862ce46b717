/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs a program with an end in time (seconds of the clock) and in size (bytes that it writes), and
 * ends all that it began. input: (nullable). COG_ERROR_UNSUPPORTED: there is no such program;
 * COG_ERROR_TOO_LARGE: it took too long, or said too much; COG_ERROR_INPUT: it gave up. */
GBytes *cog_apertium_run (const char *const *argv,
                          const char *input,
                          guint seconds,
                          gsize most,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
