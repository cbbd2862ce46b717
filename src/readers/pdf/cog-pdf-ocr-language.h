/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is known of the language of scanned pages. */
typedef struct
{
  const char *asked;         /* "ar+en": what the person said; "" */
  const char *of_file;       /* tag that the file, or its text, tells (nullable) */
  const char *script;        /* as Tesseract names what it sees: "Arabic" (nullable) */
  const char *const *spoken; /* tags of the person's languages, the first before the others */
} CogPdfOcrLanguages;

/* Which of the data that are installed read them: "ara+eng", as Tesseract takes it. installed: its
 * names. missing: (out) (transfer full) (nullable): the language, or script, that there is no data
 * for, though it was asked for or seen: a tag ("ar") or a name ("Arabic"). (transfer full)
 * (nullable): there is none that would do: letters of another script come out as nonsense. */
char *cog_pdf_ocr_languages_choose (const CogPdfOcrLanguages *known,
                                    const char *const *installed,
                                    char **missing);

/* Whether a language is written in a script, as Tesseract names it; NULL is any. */
gboolean cog_pdf_ocr_languages_is_in_script (const char *tag, const char *script);
/* The data for a language, where it is installed. (transfer none) (nullable) */
const char *cog_pdf_ocr_languages_find (const char *tag, const char *const *installed);
/* The name of the data for a language or script, installed or not, as packages have it: "ara",
 * "chi-sim". (transfer full) */
char *cog_pdf_ocr_languages_dup_package (const char *missing);

G_END_DECLS
