/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-source-line.h"

#include <string.h>

/* How far a bracket that cites may reach, in tokens. */
#define LONGEST_BRACKET 60
/* An entry of a bibliography, in words. */
#define LONGEST_REFERENCE 45
/* A credit is a line, no paragraph. */
#define LONGEST_CREDIT 40

/* What stands in entries of bibliographies in any of the languages, folded. */
static const char *const reference_words[] = {
  "doi",      "isbn",       "issn",     "http",      "https",        "retrieved",
  "accessed", "pp",         "vol",      "eds",       "suppl",        "et al",
  "press",    "publishers", "consulté", "éditions",  "recuperado",   "consultado",
  "dostęp",   "editorial",  "zugriff",  "abgerufen", "издательство", "изд",
  "acesso",   "journal",    "مجلة",     "available", "disponible",
};

/* What a credit begins with. */
static const char *const credit_words[] = {
  "credit",       "credits",      "photo",       "photos", "photograph", "image",   "images",
  "courtesy",     "source",       "adapted",     "©",      "crédit",     "crédits", "crédito",
  "créditos",     "foto",         "fotografía",  "fuente", "imagen",     "avec",    "cortesía",
  "modification", "illustration", "ilustración", "المصدر", "مصدر",       "الصوره",  "تصوير",
  "رسم",          "حقوق",
};

/* Where the authors and readers of a book work: lists of contributors, lives of authors. */
static const char *const schools[] = { "university", "college",     "institute", "academy",
                                       "université", "universidad", "instituto", "universidade",
                                       "faculté",    "facultad" };

/* Sites that host pictures for reuse: they stand in credits, hardly anywhere else. */
static const char *const picture_sites[] = { "flickr", "wikimedia", "pixabay", "unsplash",
                                             "pexels" };

static gboolean
is_one_of (const char *const *words, gsize n, const char *word)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

#define IS_ONE_OF(words, word) is_one_of (words, G_N_ELEMENTS (words), word)

static gboolean
is_sign (const CogToken *token, const char *sign)
{
  return token->kind == COG_TOKEN_SIGN && strcmp (token->word, sign) == 0;
}

static gboolean
is_year (const CogLensText *text, const CogToken *token)
{
  guint64 year;

  if (token->kind != COG_TOKEN_NUMBER || token->end - token->start != 4)
    return FALSE;
  year = g_ascii_strtoull (text->flat + token->start, NULL, 10);
  return year >= 1500 && year < 2100;
}

/* "Siddall PJ,", "Brown, R.", "Brown R.": a surname with initials behind it. */
static gboolean
is_author (const CogLensText *text, guint at)
{
  const CogToken *token = cog_lens_text_get_token (text, at);
  const CogToken *next;

  if (token->kind != COG_TOKEN_WORD || !token->is_capital || token->end - token->start < 2 ||
      at + 2 >= text->tokens->len)
    return FALSE;
  next = cog_lens_text_get_token (text, at + 1);
  if (is_sign (next, ",") && at + 3 < text->tokens->len)
    return cog_lens_text_get_token (text, at + 2)->is_capital &&
           cog_lens_text_get_token (text, at + 2)->end -
                   cog_lens_text_get_token (text, at + 2)->start ==
               1 &&
           is_sign (cog_lens_text_get_token (text, at + 3), ".");
  if (!next->is_capital || next->end - next->start > 3)
    return FALSE;
  for (guint byte = next->start; byte < next->end; byte++)
    if (!g_ascii_isupper (text->flat[byte]))
      return FALSE;
  return is_sign (cog_lens_text_get_token (text, at + 2), ",") ||
         is_sign (cog_lens_text_get_token (text, at + 2), ".");
}

static gboolean
is_reference (const CogLensText *text)
{
  guint n_words = 0, n_years = 0, n_authors = 0, n_addresses = 0, n_schools = 0, n_spaces = 0;
  gboolean is_dated = FALSE;

  for (guint i = 0; i < text->tokens->len; i++)
    {
      const CogToken *token = cog_lens_text_get_token (text, i);

      n_spaces += token->space_before;
      n_years += is_year (text, token);
      is_dated = is_dated || (i > 0 && i < 20 && is_year (text, token) &&
                              is_sign (cog_lens_text_get_token (text, i - 1), "("));
      n_authors += i < 12 && is_author (text, i);
      n_addresses += g_str_has_prefix (token->word, "http") || strcmp (token->word, "www") == 0;
      n_schools += token->is_capital && IS_ONE_OF (schools, token->word);
      n_words += IS_ONE_OF (reference_words, token->word) ||
                 (strcmp (token->word, "al") == 0 && i > 0 &&
                  strcmp (cog_lens_text_get_token (text, i - 1)->word, "et") == 0);
    }
  if (n_schools >= 2 || (n_authors > 0 && is_dated && is_author (text, 0)))
    return TRUE;
  return (n_years > 0 && n_authors > 0 && n_words + n_years + n_authors >= 3) ||
         (n_years > 0 && n_addresses > 0 && n_spaces < LONGEST_REFERENCE) ||
         (n_years > 0 && n_words >= 2 && text->tokens->len < 80);
}

static gboolean
is_credit_at (const CogLensText *text, guint first, guint last)
{
  const CogToken *token = cog_lens_text_get_token (text, first);

  if (!IS_ONE_OF (credit_words, token->word))
    return FALSE;
  for (guint i = first; i <= last && i < first + 4; i++)
    {
      token = cog_lens_text_get_token (text, i);
      if (is_sign (token, ":") || is_sign (token, "©") || strcmp (token->word, "by") == 0 ||
          strcmp (token->word, "par") == 0 || strcmp (token->word, "por") == 0 ||
          (strcmp (token->word, "of") == 0 && i < first + 2))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_picture_site (const CogLensText *text, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    if (IS_ONE_OF (picture_sites, cog_lens_text_get_token (text, i)->word))
      return TRUE;
  return FALSE;
}

gboolean
cog_source_line_is_whole (const CogLensText *text)
{
  guint n;

  g_return_val_if_fail (text != NULL, FALSE);

  n = text->tokens->len;
  if (n < 2)
    return FALSE;
  if (n <= LONGEST_CREDIT && (is_credit_at (text, 0, n - 1) || has_picture_site (text, 0, n - 1)))
    return TRUE;
  return is_reference (text);
}

/* The brackets around a token; FALSE: it stands in none. */
static gboolean
find_bracket (const CogLensText *text, guint at, guint *first, guint *last)
{
  guint i;

  for (i = at;; i--)
    {
      const CogToken *token = cog_lens_text_get_token (text, i);

      if (i < at && (is_sign (token, ")") || is_sign (token, "]")))
        return FALSE;
      if (is_sign (token, "(") || is_sign (token, "["))
        break;
      if (i == 0 || at - i > LONGEST_BRACKET)
        return FALSE;
    }
  *first = i + 1;
  for (i = at; i < text->tokens->len && i - *first < LONGEST_BRACKET; i++)
    {
      const CogToken *token = cog_lens_text_get_token (text, i);

      if (!is_sign (token, ")") && !is_sign (token, "]"))
        continue;
      *last = i - 1;
      return *last >= *first;
    }
  return FALSE;
}

/* "(Brown & Hall, 1973; Rosch, 1975a)" */
static gboolean
is_citation (const CogLensText *text, guint first, guint last)
{
  for (guint i = first + 1; i <= last; i++)
    if (is_year (text, cog_lens_text_get_token (text, i)) &&
        is_sign (cog_lens_text_get_token (text, i - 1), ",") &&
        (i == last || cog_lens_text_get_token (text, i + 1)->kind == COG_TOKEN_SIGN ||
         i + 1 == last))
      return TRUE;
  return FALSE;
}

/* In "www.fbi.gov" and "walmart.com" no space stands around the stop. */
static gboolean
is_in_address (const CogLensText *text, guint at)
{
  const CogToken *token = cog_lens_text_get_token (text, at);

  for (guint i = at; i + 1 < text->tokens->len && i < at + 2; i++)
    {
      const CogToken *next = cog_lens_text_get_token (text, i + 1);

      if (next->space_before)
        break;
      if ((is_sign (next, ".") || is_sign (next, "@")) && i + 2 < text->tokens->len &&
          !cog_lens_text_get_token (text, i + 2)->space_before &&
          cog_lens_text_get_token (text, i + 2)->kind == COG_TOKEN_WORD &&
          token->kind == COG_TOKEN_WORD && !cog_lens_text_get_token (text, i + 2)->is_capital)
        return TRUE;
    }
  if (at < 2 || token->space_before)
    return FALSE;
  return (is_sign (cog_lens_text_get_token (text, at - 1), ".") ||
          is_sign (cog_lens_text_get_token (text, at - 1), "@") ||
          is_sign (cog_lens_text_get_token (text, at - 1), "/")) &&
         !cog_lens_text_get_token (text, at - 1)->space_before &&
         !cog_lens_text_get_token (text, at)->is_capital;
}

gboolean
cog_source_line_has (const CogLensText *text, guint at)
{
  static const char *const elements[] = { "cite", "code", "kbd", "samp" };
  guint first, last;

  g_return_val_if_fail (text != NULL && at < text->tokens->len, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (cog_lens_text_is_in (text, at, elements[i]))
      return TRUE;
  if (is_in_address (text, at))
    return TRUE;
  return find_bracket (text, at, &first, &last) &&
         (is_credit_at (text, first, last) || has_picture_site (text, first, last) ||
          is_citation (text, first, last));
}
