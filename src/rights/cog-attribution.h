/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-change.h"
#include "cog-component.h"
#include "cog-credit-text.h"

G_BEGIN_DECLS

/* What was really done with one source: said of it, and of no other. Nothing: it stands unchanged.
 */
typedef struct
{
  gboolean is_translated; /* passages of it stand in another language */
  gboolean is_adapted;    /* more was changed than the language */
  gboolean is_excerpt;    /* parts of it were left out as they were: no change of what is there */
} CogSourceUse;

/**
 * CogEdition:
 *
 * What the sentences about an edition's rights are made from. Borrowed pointers; lives on the stack
 * of whoever asks.
 */
typedef struct
{
  const char *language; /* the sentences are in it */
  const char *into;     /* of the adaptation, where that is another one (nullable) */
  const char *title;
  const char *licence;   /* id of the edition's own licence; NULL: not chosen */
  const char *year;      /* (nullable) */
  GPtrArray *people;     /* (element-type CogAgent): translators, adapters, publisher; (nullable) */
  const char *publisher; /* who is none of the people (nullable) */
  GPtrArray *sources;    /* (element-type CogCredit): works that are really in it */
  const CogSourceUse *uses; /* of each of the sources; NULL: nothing was done with any */
  GPtrArray *changes;       /* (element-type CogChange) (nullable): none */
  GPtrArray *items;         /* (element-type CogCredit) (nullable): with credits of their own */
} CogEdition;

/* Title, author, source, licence and changes of the edition and its sources, publishers' notices,
 * no endorsement, no warranty: rules.md §3.3, §3.4, §4. A paragraph each. A superset of what every
 * version of the licences asks for. (transfer full) (element-type CogCreditText) */
GPtrArray *cog_attribution_list_paragraphs (const CogEdition *edition);

/* Whether what a publisher's sentence speaks of was done with the source (rules.md §4.1); and
 * whether it stands in an edition, as it was found, confirmed, or is safe to print as proposed. */
gboolean cog_attribution_is_notice_due (const CogNotice *notice, const CogSourceUse *use);
gboolean cog_attribution_is_notice_in (const CogNotice *notice);
/* The sentences of a source's publisher that stand in an edition, and of the works that it was made
 * from, a paragraph each: in the edition's language where they are known in it, then as they are.
 * into: the language of the adaptation (nullable). at_chapter: only what stands there, too. */
void cog_attribution_add_notices (GPtrArray *paragraphs,
                                  const CogCredit *source,
                                  const CogSourceUse *use,
                                  const char *language,
                                  const char *into,
                                  gboolean at_chapter);

/* The line under a figure: title – author, source, licence; changes. The full form for the list at
 * the back says also what no licence was stated for. (transfer full) */
CogCreditText *
cog_attribution_new_item (const CogCredit *credit, const char *language, gboolean is_full);

/* The line at the opening of a chapter that another work was the source of: "This section is
 * translated into Arabic from “Title” by A, CC BY 4.0". use: of that chapter. into: the language of
 * the adaptation, where that is another one (nullable). (transfer full) */
CogCreditText *cog_attribution_new_chapter (const CogCredit *source,
                                            const CogSourceUse *use,
                                            const char *language,
                                            const char *into);

/* The licences that credits and the works behind them name, each once and in their order: full
 * name, short name and address, as print needs it. Those of except are passed over. States that are
 * no licence have none. except: (nullable). (transfer full) (element-type CogCreditText) */
GPtrArray *
cog_attribution_list_licences (const GPtrArray *credits, const char *language, const char *except);

/* Title, people, publisher and year of each work behind the edition, the oldest first, and of the
 * edition itself: what the GNU FDL calls its history. (transfer full) (element-type CogCreditText)
 */
GPtrArray *cog_attribution_list_history (const CogEdition *edition);

/* "copyrightHeading", "creditsHeading", "draft", "figure", "itemsOf": a word in the language of the
 * adaptation, English where it is not among those known. (transfer none) */
const char *cog_attribution_get_word (const char *language, const char *key);

G_END_DECLS
