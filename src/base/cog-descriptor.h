/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whole pieces through a pipe, socket or file, however many calls and interruptions they need.
 * data may be NULL where size (bytes) is 0. Blocking; any thread.
 * FALSE: an error (errno), or the other end is closed before all went through. */
gboolean cog_descriptor_write_all (int fd, gconstpointer data, gsize size);
gboolean cog_descriptor_read_all (int fd, gpointer data, gsize size);

G_END_DECLS
