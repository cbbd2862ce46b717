/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-paper-document.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* Opens the original file of a source for its pages, in a thread. Errors say what is wrong to a
 * person: it is not there any more, or no PDF that can be shown. */
void cog_original_read_async (CogProject *project,
                              const char *source,
                              GCancellable *cancellable,
                              gpointer object,
                              GAsyncReadyCallback callback);
/* (transfer full); it has pages. */
CogPaperDocument *cog_original_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
