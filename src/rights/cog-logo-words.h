/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-publisher.h"

G_BEGIN_DECLS

/* Logos, emblems and covers are outside every licence (rules.md §1.6, §4): how a picture is known
 * for one, by the words of data/rights/publishers.json. */

typedef struct
{
  const char *file;        /* name of the picture's file (nullable) */
  const char *alternative; /* plain text (nullable) */
  const char *title;       /* (nullable) */
  gboolean is_at_front;    /* it stands where a publisher shows itself: see below */
} CogLogoClues;

/* publishers: of the book (element-type CogPublisher). Somebody's logo within a text is not the
 * publisher's; a licence's button is no logo. */
gboolean cog_logo_is (const CogLogoClues *clues, GPtrArray *publishers);

/* Whether it is anybody's mark, wherever it stands: a logo, or the button of a licence. The licence
 * of what stands around it is not its own. is_at_front says nothing here; is_small: no larger than
 * such a button, where a file's name alone may speak of a licence. */
gboolean cog_logo_is_mark (const CogLogoClues *clues, gboolean is_small);

/* Whether a section is a cover that one of the publishers keeps for itself (rules.md §4): then its
 * pictures are outside the licence, whatever they show. type: epub:type (nullable). */
gboolean cog_logo_is_cover (const char *type, GPtrArray *publishers);

/* Whether a file's name, or a description, speaks of a logo: a first look that costs little. */
gboolean cog_logo_is_file (const char *name);
gboolean cog_logo_is_description (const char *text);

/* Whether a section is where a publisher shows itself: a cover, a title or copyright page; without
 * a type, a short one at an end of the book. type: epub:type (nullable). */
gboolean cog_logo_is_front (const char *type, guint index, guint n_sections, guint n_words);

G_END_DECLS
