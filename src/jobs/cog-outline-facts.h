/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book-progress.h"
#include "cog-project-structure.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the outline shows of a book. */
typedef struct
{
  char *title;
  char *language;
  char *source_language; /* (nullable) */
  GPtrArray *sections;   /* (element-type CogSectionInfo): as cog_project_list_sections() */
  CogBookProgress progress;
} CogOutlineFacts;

/* Takes up to some tens of milliseconds for a long book: call it in a thread. (transfer full) */
CogOutlineFacts *cog_outline_facts_read (CogProject *project);
void cog_outline_facts_free (CogOutlineFacts *self);
/* The same in a thread. */
void cog_outline_facts_read_async (CogProject *project,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
CogOutlineFacts *
cog_outline_facts_read_finish (CogProject *project, GAsyncResult *result, GError **error);

/* The source's own cover as a small PNG, at most width × height pixels. Takes up to some tenths of
 * a second: call it in a thread. (transfer full) (nullable): it has none that can be shown */
GBytes *cog_outline_dup_cover (CogProject *project, int width, int height);

/* Where a section would come to stand that is let go over another one. */
typedef struct
{
  CogPlacing where; /* beside or below the anchor */
  guint at;         /* a line shows it above this one of the list; the list's length: at its end */
  guint depth;      /* of the line */
} CogOutlineDrop;

/* over: the section under the pointer, of which that share, 0..1, is above the pointer: near its
 * upper edge before it, in its middle below it as the last, near its lower edge after it, or, where
 * it has sections below it, as their first. FALSE where that would change nothing, or where it
 * would stand in itself. */
gboolean cog_outline_find_drop (
    GPtrArray *sections, guint moved, guint over, double share, CogOutlineDrop *drop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogOutlineFacts, cog_outline_facts_free)

G_END_DECLS
