/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"
#include "cog-unit.h"

G_BEGIN_DECLS

#define COG_CHECK_OBJECT 0xFFFC

/**
 * CogCheckText:
 *
 * One side of a unit as checks read it: its characters in an array, and which of them are not the
 * language's own words: code, what is marked as of another language, addresses. Made once for all
 * checks. Immutable.
 */
typedef struct
{
  CogText *text;
  char *language;   /* BCP 47 */
  gunichar *chars;  /* length, and a zero behind them */
  guint length;     /* characters */
  guint8 *is_alien; /* of each character */
} CogCheckText;

/* xhtml: inline XHTML, or escaped plain text. NULL where it cannot be read. (transfer full)
 * (nullable) */
CogCheckText *cog_check_text_new (const char *xhtml, const char *language);
void cog_check_text_free (CogCheckText *self);

/* The words of start … end. (transfer full) */
char *cog_check_text_dup (const CogCheckText *self, guint start, guint end);
/* The character there; 0: outside. */
gunichar cog_check_text_at (const CogCheckText *self, gint64 at);
/* Whether it is white space of any width; not what is invisible. */
gboolean cog_check_is_space (gunichar c);
gboolean cog_check_is_closing (gunichar c); /* closing brackets and quotation marks */
gboolean cog_check_is_opening (gunichar c);
/* Invisible marks of direction and joiners. */
gboolean cog_check_is_invisible (gunichar c);
/* Whether a letter is of a script that writes no spaces between words (Han, kana). */
gboolean cog_check_is_ideograph (gunichar c);
/* Whether the character stands in an element of that name ("code"). */
gboolean cog_check_text_is_in (const CogCheckText *self, guint at, const char *element);

/* A word: letters and their marks, with apostrophes and hyphens between letters; of scripts that
 * write no spaces one letter. Characters. */
typedef struct
{
  guint start, end;
} CogCheckWord;

/* In the order of the text, alien ones too. (transfer full) (element-type CogCheckWord) */
GArray *cog_check_text_list_words (const CogCheckText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogCheckText, cog_check_text_free)

G_END_DECLS
