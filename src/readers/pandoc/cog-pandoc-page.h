/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-prose.h"

G_BEGIN_DECLS

/**
 * CogPandocPage:
 *
 * A page of HTML as pandoc makes it, on its way into a book: one section a heading of the first
 * level.
 */
typedef struct _CogPandocPage CogPandocPage;

/* place: the file that was converted, in the container (nullable) whose pictures it names. */
CogPandocPage *cog_pandoc_page_new (
    GBytes *bytes, const char *place, CogContainer *container, CogReport *report, GError **error);
void cog_pandoc_page_free (CogPandocPage *self);

gboolean cog_pandoc_page_take (CogPandocPage *self,
                               CogBook *book,
                               CogNormalizer *normalizer,
                               const CogProgress *progress,
                               GCancellable *cancellable,
                               GError **error);

/* What packages of LaTeX are told of the licence: doclicense, hyperxmp. */
void cog_pandoc_read_tex_rights (
    CogBook *book, CogReport *report, const char *place, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPandocPage, cog_pandoc_page_free)

G_END_DECLS
