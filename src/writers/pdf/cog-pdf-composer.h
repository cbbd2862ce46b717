/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-canvas.h"
#include "cog-pdf-picture.h"

G_BEGIN_DECLS

/**
 * CogPdfComposer:
 *
 * What all steps of one run share. Everything borrowed but the tables.
 */
typedef struct
{
  const CogBook *book;
  const CogPdfStyle *style;
  CogPdfTags *tags;
  CogPdfPictures *pictures;
  CogReport *report;
  GCancellable *cancellable;
  const CogSection *cover; /* the section that is the cover and nothing else (nullable) */
  GHashTable *targets;     /* (element-type utf8): ids that something points to */
  GHashTable *unknown;     /* (element-type gunichar): characters that were reported as unknown */
  GHashTable *note_labels; /* (element-type utf8 utf8): id of a footnote → its mark in the text */
  GHashTable *addresses;   /* (element-type utf8): those still to be written out in words */
  gboolean is_spelling;    /* a page on rights is made: it writes them out */
} CogPdfComposer;

/* Walks the whole book once for what is pointed to. */
void cog_pdf_composer_init (CogPdfComposer *composer,
                            const CogBook *book,
                            const CogPdfStyle *style,
                            CogPdfTags *tags,
                            CogReport *report,
                            GCancellable *cancellable);
void cog_pdf_composer_clear (CogPdfComposer *composer);

/* Whether an element is a note that can stand at the foot of its page. */
gboolean cog_pdf_is_footnote (const xmlNode *node);

G_END_DECLS
