/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a part of a text is marked. */
typedef enum
{
  COG_MARK_FINDING, /* marker yellow: look here */
  COG_MARK_HIT,     /* what was searched for */
  COG_MARK_TERM,    /* of the glossary: a dotted line below */
  COG_MARK_REMOVED, /* of two editions, only the old one says it: struck through */
  COG_MARK_ADDED,   /* only the new one does: a line below */
} CogMarkKind;

/* A marked part of a text; characters (code points) of a CogText, start ≤ … < end. A plain value.
 */
typedef struct
{
  guint start, end;
  CogMarkKind kind;
} CogMark;

G_END_DECLS
