/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Begins the servants of cog-recognizer.h, one for each processor, for a helper that is about to be
 * held itself: whatever a file makes of the helper, it can have nothing run but text recognition,
 * on pictures. closed: files of the helper that are none of their business, ended by -1. They end
 * with the process that began them. */
void cog_servants_begin (const int *closed);

G_END_DECLS
