/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What becomes of the changes that a word processor has kept track of. */
typedef enum
{
  COG_TRACKED_CHANGES_ACCEPT, /* the text as it would be */
  COG_TRACKED_CHANGES_REJECT, /* the text as it was */
} CogTrackedChanges;

#define COG_READING_LANGUAGE_SIZE 36
#define COG_MAX_OCR_LANGUAGES 64 /* bytes */

/* What a person may choose for the reading of a file; a zeroed one is what is usual. It comes to
 * the readers with the source (cog_source_set_options()); those whose format knows nothing of it
 * pass it over. */
typedef struct
{
  CogTrackedChanges tracked_changes;
  /* BCP 47: which of the languages of a file that holds its text in several; "": the one that the
   * file says is its own. As long as RFC 5646 (4.4.1) wants to be allowed. */
  char language[COG_READING_LANGUAGE_SIZE];
  gboolean use_ocr; /* the text of scanned pages is recognized */
  /* In which languages: "ar+en", by their tags; "": those of the file and of the person. */
  char ocr_languages[COG_MAX_OCR_LANGUAGES];
} CogReadingOptions;

/* FALSE, and nothing changes, where the tag is none or too long. */
gboolean cog_reading_options_set_language (CogReadingOptions *options, const char *tag);
/* Languages as people write them: "ar,en", "ar+en", "ar en". FALSE: one of them is no tag, or there
 * are too many. */
gboolean cog_reading_options_set_ocr_languages (CogReadingOptions *options, const char *text);

/* "tracked-changes=reject,language=pt-BR,ocr=ar+en": how the choices go to another process; those
 * that are usual are not named. (transfer full) */
char *cog_reading_options_to_string (const CogReadingOptions *options);
/* Words that it does not know are passed over. */
void cog_reading_options_from_string (CogReadingOptions *options, const char *text);

G_END_DECLS
