/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Facts about languages, by BCP 47 tag. A tag that is no tag counts as unknown, never as a fault.
 */

gboolean cog_language_is_rtl (const char *tag);
/* Whether it is a well-formed tag with a language in it. */
gboolean cog_language_is_valid (const char *tag);
/* "en_us" → "en-US"; NULL where there is no language in it. (transfer full) (nullable) */
char *cog_language_canonicalise (const char *tag);
/* "Arabic (Egypt)" in the language in_language ("ar" gives the name in Arabic); the tag itself
 * where no name is known. (transfer full) */
char *cog_language_dup_name (const char *tag, const char *in_language);
/* The language's own name for itself: "العربية". (transfer full) */
char *cog_language_dup_own_name (const char *tag);
/* Whether two tags mean the same language, whatever their regions: "ar" and "ar-EG". */
gboolean cog_language_equal (const char *a, const char *b);
/* ISO 639-2/T or 639-3: "ara", "deu". (transfer full) (nullable) */
char *cog_language_dup_iso3 (const char *tag);
/* ISO 15924, lower case: "arab", "latn", "cyrl", "hans". (transfer full) (nullable) */
char *cog_language_dup_script (const char *tag);
/* The script that most letters of a text are in, as above; NULL where there are none. */
const char *cog_text_guess_script (const char *text);
/* Whether a text reads from right to left, by its first letter that has a direction of its own, as
 * HTML's dir="auto" does; FALSE, and is_rtl is left as it is, where there is none. */
gboolean cog_text_guess_rtl (const char *text, gboolean *is_rtl);
/* Words of a text by ICU's word breaks: anything that holds a letter or digit. */
guint cog_text_count_words (const char *text, const char *tag);
/* A number in the digits that the language writes by custom: 12 → "١٢" for ar-EG. (transfer full)
 */
char *cog_language_format_number (const char *tag, gint64 number);

/* A day, "2026-11-22", as the language writes it in running text: "22 November 2026"; in the
 * Gregorian calendar, so that the day is the same for all. What is no day stays as it is. (transfer
 * full) */
char *cog_language_format_day (const char *tag, const char *day);

G_END_DECLS
