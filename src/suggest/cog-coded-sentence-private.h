/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-coded-sentence.h"

G_BEGIN_DECLS

/* What becomes of a code on the way. */
typedef enum
{
  COG_ROLE_STAYS,  /* it is not sent: around all that is sent, before it, behind it, or an anchor */
  COG_ROLE_SPAN,   /* goes as an element */
  COG_ROLE_FROZEN, /* goes as a word, with all in it: a piece, computer code */
  COG_ROLE_INSIDE, /* is in a frozen one */
} CogCodeRole;

struct _CogCodedSentence
{
  CogText *text;
  gunichar *chars;
  guint n_chars;
  guint from, to;     /* what is sent: without space and marks at the ends */
  CogCodeRole *roles; /* one for each code */
  char letters[3]; /* "XK", of the words that stand for pieces: "XK1X" is in no text that holds no
                    * "XK" */
};

const CogCode *cog_coded_sentence_get_code (const CogCodedSentence *self, guint i);

/* A translation being put together: what was sent is replaced, all around it stays. */
typedef struct
{
  GArray *chars;        /* (element-type gunichar): of the middle */
  guint *starts, *ends; /* in the middle, of the codes that were sent */
} CogCodedMiddle;

/* (transfer full) */
CogText *cog_coded_sentence_assemble (const CogCodedSentence *self, const CogCodedMiddle *middle);
/* An answer of so many characters to a text of so many. */
gboolean cog_coded_sentence_is_answer (const gunichar *chars, gsize n, gsize n_sent);

G_END_DECLS
