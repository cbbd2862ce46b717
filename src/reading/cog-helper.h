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
/* Kills it, and waits until it is gone. */
void cog_helper_free (CogHelper *self);

typedef enum
{
  COG_HELPER_ANSWERED, /* received has the answer */
  COG_HELPER_STOPPED,  /* it died, or broke off */
  COG_HELPER_LATE,
  COG_HELPER_CANCELLED,
} CogHelperEnd;

/* Takes frames until the receiver has its answer, or, with greeting, its first. deadline: as
 * g_get_monotonic_time(). */
CogHelperEnd cog_helper_listen (CogHelper *self,
                                CogReceiver *receiver,
                                gboolean only_greeting,
                                gint64 deadline,
                                GCancellable *cancellable,
                                CogReceived *received);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogHelper, cog_helper_free)

G_END_DECLS
