/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a piece of a statement about a licence says. Private to this folder. */
typedef enum
{
  COG_WORD_BY,
  COG_WORD_NC,
  COG_WORD_ND,
  COG_WORD_SA,
  COG_WORD_MARKER, /* "Creative Commons", "CC" */
  COG_WORD_ZERO,
  COG_WORD_MARK, /* the Public Domain Mark */
  COG_WORD_DOMAIN,
  COG_WORD_RESERVED,
  COG_WORD_GFDL,
  COG_WORD_GPL,
  COG_WORD_LAL,
  COG_WORD_OGL,
  COG_WORD_OPL,
  COG_WORD_NCGL,
  COG_WORD_PDDL,
  COG_WORD_SAMPLING,
  COG_WORD_VERSION, /* value: "3.0" */
  COG_WORD_PORT,    /* value: "DE" */
  COG_WORD_LATER,
  COG_WORD_USA,
  COG_WORD_MODIFIED,
  COG_WORD_OR,
  COG_WORD_AND,
  COG_WORD_DUAL,   /* "dual licensed": of the licences around any may be taken */
  COG_WORD_NOT,    /* "is not": denies the licence that follows */
  COG_WORD_FILLER, /* "licence", "International": says nothing, and parts nothing */
  COG_WORD_NONE,   /* looks like a statement and is none */
} CogWordKind;

typedef struct
{
  CogWordKind kind;
  const char *value; /* version or port; borrowed from a static table */
  gboolean is_short; /* "by", "nc": a word of English too */
  guint gap;         /* unknown words since the piece before */
  gsize start, end;  /* bytes of the original text */
} CogLicenceWord;

/* The pieces of a statement in order; what says nothing of a licence only counts as a gap. Linear
 * time; reads the first 8,000 bytes. (transfer full) (element-type CogLicenceWord) */
GArray *cog_licence_words_read (const char *text);

/* The licences that a text without addresses names, as an expression; flags gets CogRecognised bits
 * added. (transfer full) (nullable) */
char *cog_licence_words_recognise (const char *text, guint *flags);

G_END_DECLS
