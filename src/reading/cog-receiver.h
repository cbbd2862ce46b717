/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-reading-stream.h"

G_BEGIN_DECLS

/**
 * CogReceiver:
 *
 * Puts together what a helper sends. Nothing in it is believed: a helper that a file has taken over
 * says what it likes. Lengths and numbers are bounded, frames come in their order, texts are UTF-8,
 * names cannot leave a folder, and the book must pass cog_book_validate().
 */
typedef struct _CogReceiver CogReceiver;

typedef enum
{
  COG_RECEIVED_MORE, /* wants the next frame */
  COG_RECEIVED_BOOK,
  COG_RECEIVED_FAULT,          /* the reader said what is wrong with the file */
  COG_RECEIVED_NEEDS_PROGRAMS, /* start one that may run them */
  COG_RECEIVED_FOREIGN,        /* a helper of another version */
  COG_RECEIVED_LIE,            /* no helper that is well sends this */
} CogReceived;

/* progress: (nullable), borrowed. folder: (nullable): path of the source, where that is a folder:
 * files in it can be named, those elsewhere cannot. */
CogReceiver *cog_receiver_new (const CogProgress *progress, const char *folder);
void cog_receiver_free (CogReceiver *self);

/* Whether a frame of that head may come now. */
gboolean cog_receiver_expects (CogReceiver *self, const CogFrameHead *head);
/* A whole frame; bytes are what its head announced. */
CogReceived cog_receiver_take (CogReceiver *self, guint32 kind, GBytes *bytes);

gboolean cog_receiver_has_greeted (CogReceiver *self);
guint32 cog_receiver_get_held (CogReceiver *self); /* as cog_confinement_hold() answered */
/* What was found, also beside a fault; adds to a report (nullable). */
void cog_receiver_report (CogReceiver *self, CogReport *report);
/* After BOOK. (transfer full) */
CogBook *cog_receiver_steal_book (CogReceiver *self, const CogReader **reader);
/* After FAULT. (transfer full) */
GError *cog_receiver_steal_fault (CogReceiver *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogReceiver, cog_receiver_free)

G_END_DECLS
