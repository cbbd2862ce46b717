/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project-structure.h"
#include "cog-reader.h"

G_BEGIN_DECLS

/**
 * CogRemix:
 *
 * Another book, read, of which sections are to come into a project. Belongs to one thread at a
 * time.
 */
typedef struct _CogRemix CogRemix;

/* Reads the file. project: where it is to go, which is not kept. Errors: those of the readers.
 * (transfer full) */
CogRemix *cog_remix_new (CogProject *project,
                         const char *path,
                         CogReport *report,
                         const CogProgress *progress,
                         GCancellable *cancellable,
                         GError **error);
void cog_remix_free (CogRemix *self);

typedef struct
{
  char *id;
  char *title; /* (nullable) */
  guint depth;
  guint n_units, n_words; /* in it alone */
  gboolean is_present;    /* in the project already */
} CogRemixSection;
/* In reading order. (transfer none) (element-type CogRemixSection) */
GPtrArray *cog_remix_get_sections (CogRemix *self);
/* The whole book's title, people and licence. (transfer none) */
const CogCredit *cog_remix_get_credit (CogRemix *self);

/* What is in the way of an edition with both: a sentence, where what the project uses leaves it a
 * licence, and text of this book beside it none. (transfer full) (nullable) */
char *cog_remix_dup_obstacle (CogRemix *self, CogProject *project);

/* The chosen sections, with what is below them, come into the project as one step:
 * cog_project_insert_sections(). In a thread. */
gboolean cog_remix_insert (CogRemix *self,
                           CogProject *project,
                           const char *const *sections,
                           const char *anchor,
                           CogPlacing where,
                           char ***ids,
                           const CogProgress *progress,
                           GCancellable *cancellable,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogRemix, cog_remix_free)

G_END_DECLS
