/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogTmxStream:
 *
 * A TMX file cut into its units, one after another, however large it is and however damaged: no
 * more than a unit is ever held. A document type is passed over, and no parser sees it. What
 * stands between units is not looked at, but for the header.
 */
typedef struct _CogTmxStream CogTmxStream;

#define COG_TMX_UNIT_MAX (1024 * 1024) /* bytes */

typedef enum
{
  COG_TMX_END,       /* of the file, behind the end of the memory */
  COG_TMX_TRUNCATED, /* of the file, before it */
  COG_TMX_HEADER,    /* the header's start tag, closed as an empty element */
  COG_TMX_UNIT,      /* <tu> … </tu> */
  COG_TMX_DAMAGED,   /* a unit that does not end before the next, or is over COG_TMX_UNIT_MAX */
  COG_TMX_FAULT,     /* reading failed: the error is set */
} CogTmxPiece;

/* in: the file from its beginning; it is in the encoding that its mark or declaration says. */
CogTmxStream *cog_tmx_stream_new (GInputStream *in, GCancellable *cancellable, GError **error);
void cog_tmx_stream_free (CogTmxStream *self);

/* text: (out) (transfer none) valid until the next call; line: where it begins, from 1. */
CogTmxPiece cog_tmx_stream_next (CogTmxStream *self,
                                 const char **text,
                                 gsize *n_bytes,
                                 guint *line,
                                 GCancellable *cancellable,
                                 GError **error);
/* Whether anything said that it is TMX. */
gboolean cog_tmx_stream_is_tmx (const CogTmxStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogTmxStream, cog_tmx_stream_free)

G_END_DECLS
