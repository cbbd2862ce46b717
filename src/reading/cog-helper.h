/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-receiver.h"

G_BEGIN_DECLS

/**
 * CogHelper:
 *
 * A process that was started to read one source, and the pipe from it. It never outlives the
 * struct.
 */
typedef struct _CogHelper CogHelper;

/* argv: program and arguments, to which "--in" and "--out" are added. source: (nullable): the
 * folder's path is among the arguments. work: (nullable): home and temporary folder of programs.
 * Error: it cannot be started. */
CogHelper *cog_helper_new (GPtrArray *argv, CogSource *source, const char *work, GError **error);
/* The same for one that is asked for pages: "--asks" is added, too. */
CogHelper *cog_helper_new_asked (GPtrArray *argv, CogSource *source, GError **error);
/* FALSE: nobody listens any more. size: small, as a pipe takes at once. */
gboolean cog_helper_ask (CogHelper *self, const void *data, gsize size);
/* Kills it, and waits until it is gone. */
void cog_helper_free (CogHelper *self);

typedef enum
{
  COG_HELPER_ANSWERED, /* received has the answer */
  COG_HELPER_STOPPED,  /* it died, or broke off */
  COG_HELPER_LATE,
  COG_HELPER_CANCELLED,
} CogHelperEnd;

/* Whether a frame of that head may come now. */
typedef gboolean (*CogHelperExpects) (const CogFrameHead *head, gpointer user_data);

/* Waits for the next frame; after CANCELLED one may go on waiting for it. STOPPED: also where a
 * frame came that may not. */
CogHelperEnd cog_helper_next (CogHelper *self,
                              CogHelperExpects expects,
                              gpointer user_data,
                              gint64 deadline,
                              GCancellable *cancellable,
                              guint32 *kind,
                              GBytes **bytes);

/* Takes frames until the receiver has its answer, or, with greeting, its first. deadline: as
 * g_get_monotonic_time(). patience: seconds from each frame to the next that put the deadline off,
 * for work that takes as long as there is progress; 0: never. */
CogHelperEnd cog_helper_listen (CogHelper *self,
                                CogReceiver *receiver,
                                gboolean only_greeting,
                                gint64 deadline,
                                guint patience,
                                GCancellable *cancellable,
                                CogReceived *received);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogHelper, cog_helper_free)

G_END_DECLS
