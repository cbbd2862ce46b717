/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-evaluation.h"

G_BEGIN_DECLS

/**
 * CogGuide:
 *
 * The choice of a licence for the edition, in Creative Commons' four questions, asked only as far
 * as the sources leave them open: rules.md §6. A model without widgets. What cannot be chosen is
 * closed, and says because of which source; a question with one answer left is answered.
 */
typedef struct _CogGuide CogGuide;

typedef struct
{
  const char *id;     /* "yes", "no" */
  const char *answer; /* translated: what the author says with it */
  gboolean is_closed;
  char *closed_by;           /* a sentence that names the piece and its licence; NULL where open */
  char *closing;             /* id of the component that closes it (nullable) */
  char *closing_name;        /* its name in the middle of a sentence: "the text" (nullable) */
  char *closing_licence;     /* its licence, for people (nullable) */
  gboolean is_closing_text;  /* it is the text of a source, which cannot be replaced */
  const CogLicence *licence; /* where it leads, when that is settled (nullable) */
  CogVerdict verdict;        /* the best that can still be reached with it */
} CogGuideOption;

typedef struct
{
  const char *id;       /* "attribution", "commercial", "adaptations", "share-alike" */
  const char *question; /* translated */
  gboolean is_asked;    /* FALSE: earlier answers make it meaningless */
  gboolean is_fixed;    /* one answer is left: nothing to ask */
  char *fixed_by;       /* the sentence that says why; NULL where it is not fixed */
  char *settled;        /* the same as a fact, in a few words: "Credit is given"; (nullable) */
  char *because;        /* … and the piece: "because of the text" (nullable) */
  const char *given;    /* id of the option given or fixed (nullable) */
  GPtrArray *options;   /* (element-type CogGuideOption) */
} CogGuideQuestion;

/* The evaluation is borrowed and must live as long as the guide; when the sources change, both are
 * made anew and the answers given again. */
CogGuide *cog_guide_new (const CogEvaluation *evaluation);
void cog_guide_free (CogGuide *self);

/* Opens what is lawful but discouraged, with its warning in closed_by. Off at first. */
void cog_guide_set_advanced (CogGuide *self, gboolean advanced);

/* (transfer none) (element-type CogGuideQuestion): valid until the next answer. */
GPtrArray *cog_guide_get_questions (CogGuide *self);

/* Gives an answer; later answers that do not fit it any more are forgotten. FALSE with
 * COG_ERROR_REFUSED where it is closed (the message says why), COG_ERROR_NOT_FOUND where there is
 * no such question or option. option NULL takes the answer back. */
gboolean
cog_guide_answer (CogGuide *self, const char *question, const char *option, GError **error);

/* The licence that the answers lead to. NULL while a question is open, and where nothing is
 * permitted. (transfer none) (nullable) */
const CogLicence *cog_guide_get_result (CogGuide *self);

/* Whether no licence at all can be put on the edition as it is. */
gboolean cog_guide_is_stuck (CogGuide *self);

/* Other licences that are lawful: a 3.0 of the source, the Free Art License, a version 1.0. For the
 * advanced part. (transfer container) (element-type CogLicence) */
GPtrArray *cog_guide_list_others (CogGuide *self);

/* What can be done about a finding of the evaluation: ids such as "replace", "remove",
 * "keep-unmodified", "separate", "record-permission", "record-exception", "ask", "find-out",
 * "decide". NULL-ended. (transfer none) */
const char *const *cog_guide_list_ways_out (const char *finding_id);
/* The way out as words on a button, translated. (transfer none) */
const char *cog_guide_get_way_out (const char *id);

/* What the person must confirm before the licence is set: CC's three confirmations. Translated,
 * NULL-ended. (transfer container) */
const char **cog_guide_list_confirmations (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogGuide, cog_guide_free)

G_END_DECLS
