/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-edition-job.h"
#include "cog-temporary-folder.h"
#include "cog-writer.h"

G_BEGIN_DECLS

typedef enum
{
  COG_PREVIEW_PAGES, /* of a web site: what EPUB and HTML will look like */
  COG_PREVIEW_PAPER, /* a PDF */
} CogPreviewKind;

/* A chapter to go to. */
typedef struct
{
  char *section; /* id; NULL: the title page */
  char *title;
  guint depth;
  char *file; /* PAGES: name of its page */
} CogPreviewEntry;

/**
 * CogPreview:
 *
 * An edition as it would go out, written into a folder that only this person can read and that is
 * removed with it. Immutable once made.
 */
typedef struct
{
  CogTemporaryFolder *folder;
  char *file; /* PAPER: path of the PDF */
  char *title;
  GPtrArray *entries; /* (element-type CogPreviewEntry), in reading order */
} CogPreview;

/* options->edition.sections: only those. Nothing is checked: a preview shows what there is. */
CogPreview *cog_preview_new (CogProject *project,
                             CogPreviewKind kind,
                             const CogEditionOptions *edition,
                             const CogWriterOptions *writer,
                             const CogProgress *progress,
                             GCancellable *cancellable,
                             GError **error);
/* Removes the folder. */
void cog_preview_free (CogPreview *preview);

/* The bytes of a file of the preview by its relative name, and what it is (static); only what was
 * written there itself is found, whatever the name. (transfer full) (nullable) */
GBytes *cog_preview_read (const CogPreview *preview, const char *name, const char **media_type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPreview, cog_preview_free)

G_END_DECLS
