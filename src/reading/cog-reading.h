/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-reader.h"

G_BEGIN_DECLS

/**
 * cog_reading_read:
 *
 * As cog_reader_read(), in a process of its own that can read the source and hardly anything else,
 * write nothing, reach no network, and has limits of memory and time: the way in for whatever
 * comes from elsewhere. Cancelling ends that process at once. Where it dies, or answers what no
 * reader would, the error is COG_ERROR_INPUT, and report is as it was.
 *
 * Where no such process can be started, or COGNATE_NO_HELPER is set, it reads in this one.
 */
CogBook *cog_reading_read (CogSource *source,
                           CogReport *report,
                           const CogProgress *progress,
                           GCancellable *cancellable,
                           const CogReader **used,
                           GError **error);

/* Starts a helper only to ask what holds it: bits of cog-confinement.h. FALSE: none can be started,
 * files are read in this process. */
gboolean cog_reading_probe (guint32 *held);

G_END_DECLS
