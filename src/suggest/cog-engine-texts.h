/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-engine.h"
#include "cog-text.h"

G_BEGIN_DECLS

/* What went through an engine, in sentences. */
typedef struct
{
  guint n_sentences;
  guint n_kept;     /* without a word in them: taken as they are */
  guint n_mended;   /* whose codes came back doubled, moved apart, or with others among them */
  guint n_in_parts; /* that lost a code, and went again in parts */
  guint n_failed;   /* that are no translation: their texts are left out */
  guint n_unknown;  /* words that the engine did not know */
} CogEngineCounts;

/**
 * cog_engine_translate_texts:
 * @texts: (element-type CogText): units, or any passages
 * @from: BCP 47
 * @to: BCP 47
 * @counts: (out) (optional)
 *
 * Translates by sentences, many at once. Every code of a text — formatting, links, equations, note
 * references — is in its translation once, with the same number; a text of which that could not be
 * brought about is NULL, as is one without any word. Blocks. Errors: as the engine's; nothing is
 * returned then. (transfer full) (element-type CogText): as many as texts, with NULL among them
 */
GPtrArray *cog_engine_translate_texts (CogEngine *engine,
                                       GPtrArray *texts,
                                       const char *from,
                                       const char *to,
                                       CogEngineCounts *counts,
                                       const CogProgress *progress,
                                       GCancellable *cancellable,
                                       GError **error);
/* The same of inline XHTML, as units hold it. (element-type utf8) (transfer full): NULL where there
 * is no translation */
GPtrArray *cog_engine_translate_xhtml (CogEngine *engine,
                                       GPtrArray *xhtml,
                                       const char *from,
                                       const char *to,
                                       CogEngineCounts *counts,
                                       const CogProgress *progress,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
