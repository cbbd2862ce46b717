/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-firm-names.h"

#include <string.h>

/* Words of a name at most: "Banco de la República Oriental del Uruguay". */
#define MOST_WORDS 8

typedef struct
{
  const char *language;
  const char *const *before;  /* begin a name: "Banque Mirabelle" */
  const char *const *after;   /* end one: "Mirabelle Bank" */
  const char *const *joints;  /* small words within one */
  const char *const *generic; /* with which no name begins: "The", "Our" */
  CogFirmSort sort;
} Pattern;

static const char *const none[] = { NULL };

static const char *const english_joints[] = { "of", "and", "&", "for", NULL };
static const char *const english_generic[] = {
  "the",   "a",          "an",       "our",   "their",   "his",   "her",     "this",   "that",
  "each",  "one",        "these",    "my",    "if",      "in",    "at",      "when",   "every",
  "most",  "many",       "some",     "all",   "any",     "new",   "old",     "first",  "big",
  "local", "then",       "now",      "after", "but",     "and",   "so",      "while",  "for",
  "today", "throughout", "although", "since", "because", "until", "however", "as",     "under",
  "from",  "with",       "by",       "to",    "its",     "no",    "such",    "unlike", NULL
};
static const char *const english_firms[] = {
  "inc",    "ltd",         "llc",      "corp",     "corporation", "company",  "plc",
  "co",     "enterprises", "airlines", "airways",  "motors",      "foods",    "industries",
  "bakery", "supermarket", "records",  "holdings", "brewery",     "railroad", NULL
};
static const char *const english_institutions[] = { "university",  "college",    "foundation",
                                                    "museum",      "tribune",    "gazette",
                                                    "herald",      "institute",  "academy",
                                                    "association", "commission", "department",
                                                    "orchestra",   "bureau",     NULL };
static const char *const french_joints[] = { "de", "du", "des", "la", "et", "&", "d", "l", NULL };
static const char *const french_firms[] = { "société",        "compagnie",    "groupe",
                                            "établissements", "laboratoires", "imprimerie",
                                            "éditions",       "manufacture",  "banque",
                                            "biscuiterie",    "supermarchés", NULL };
static const char *const french_firm_ends[] = { "sarl", "sas", NULL };
static const char *const french_institutions[] = { "université", "ministère", "musée",
                                                   "lycée",      "académie",  "institut",
                                                   "fondation",  "rectorat",  NULL };
static const char *const spanish_joints[] = { "de", "del", "la", "los", "las", "y", "el", NULL };
static const char *const spanish_firms[] = { "compañía",  "grupo",       "industrias",
                                             "banco",     "almacenes",   "ferrocarriles",
                                             "editorial", "cementos",    "aerolíneas",
                                             "bodegas",   "cooperativa", NULL };
static const char *const spanish_institutions[] = { "universidad", "ministerio", "secretaría",
                                                    "museo",       "instituto",  "fundación",
                                                    "consejo",     "comisión",   "colegio",
                                                    "academia",    NULL };

static const Pattern patterns[] = {
  { "en", none, english_firms, english_joints, english_generic, COG_FIRM_FIRM },
  { "en", none, english_institutions, english_joints, english_generic, COG_FIRM_INSTITUTION },
  { "fr", french_firms, french_firm_ends, french_joints, none, COG_FIRM_FIRM },
  { "fr", french_institutions, none, french_joints, none, COG_FIRM_INSTITUTION },
  { "es", spanish_firms, none, spanish_joints, none, COG_FIRM_FIRM },
  { "es", spanish_institutions, none, spanish_joints, none, COG_FIRM_INSTITUTION },
};

static gboolean
is_capital (const CogLensText *text, guint at)
{
  const CogToken *token = cog_lens_text_get_token (text, at);

  return token->kind == COG_TOKEN_WORD && token->is_capital && token->piece < 0;
}

static gboolean
is_one_of (const CogLensText *text, guint at, const char *const *words)
{
  return at < text->tokens->len &&
         g_strv_contains (words, cog_lens_text_get_token (text, at)->word);
}

/* The last word of the name that begins with first: words with capitals, and small words between
 * two of them. */
static guint
find_end (const Pattern *pattern, const CogLensText *text, guint first)
{
  guint last = first;

  for (guint i = first + 1; i < text->tokens->len && i < first + MOST_WORDS; i++)
    if (is_capital (text, i) && !cog_lens_text_get_token (text, i)->is_start)
      last = i;
    else if (!is_one_of (text, i, pattern->joints))
      break;
  return last;
}

/* Whether one of those words stands between two others. */
static gboolean
has_between (const CogLensText *text, guint first, guint last, const char *const *words)
{
  for (guint i = first + 1; i < last; i++)
    if (is_one_of (text, i, words))
      return TRUE;
  return FALSE;
}

/* "Acme Widgets Inc.": the last of its words that says what it is. What an institution is for
 * belongs to its name ("Bureau of Weights and Measures"); who works there does not ("Jane Doe of
 * Acme University"). */
static gboolean
find_by_end (const Pattern *pattern, const CogLensText *text, guint first, guint *last)
{
  static const char *const of[] = { "of", NULL };
  gboolean is_institution = pattern->sort == COG_FIRM_INSTITUTION;
  guint whole, end;

  if (is_one_of (text, first, pattern->generic) || is_one_of (text, first, pattern->after))
    return FALSE;
  whole = find_end (pattern, text, first);
  for (end = whole; end > first; end--)
    if (is_one_of (text, end, pattern->after) && is_capital (text, end))
      {
        *last = is_institution && is_one_of (text, end + 1, of) ? whole : end;
        return !is_institution || !has_between (text, first, end, of);
      }
  return FALSE;
}

/* "la banque Mirabelle", "Ministerio de Agricultura": a name follows, not the letter of one of
 * several ("le groupe A"). */
static gboolean
find_by_beginning (const Pattern *pattern, const CogLensText *text, guint first, guint *last)
{
  const CogToken *token;
  guint end;

  if (!is_one_of (text, first, pattern->before))
    return FALSE;
  end = find_end (pattern, text, first);
  token = cog_lens_text_get_token (text, end);
  if (end == first || g_utf8_strlen (token->word, -1) < 3)
    return FALSE;
  *last = end;
  return TRUE;
}

/* Arabic has no capitals. "شركة" is a firm's where a name and a trade follow ("شركة النور
 * للتجارة") or what is in quotation marks; "وزارة", with what it is for, is a ministry's. */
static CogFirmSort
find_arabic (const CogLensText *text, guint first, guint *last)
{
  static const char *const firms[] = { "شركه",   "الشركه", "مصنع", "مؤسسه",
                                       "مجموعه", "بنك",    "مصرف", NULL };
  static const char *const ministries[] = { "وزاره", "لوزاره", "بوزاره", "ووزاره", NULL };
  const char *next =
      first + 1 < text->tokens->len ? cog_lens_text_get_token (text, first + 1)->word : "";

  if (is_one_of (text, first, ministries) && g_str_has_prefix (next, "ال"))
    {
      *last = first + 1;
      return COG_FIRM_INSTITUTION;
    }
  if (!is_one_of (text, first, firms))
    return COG_FIRM_NONE;
  if (strcmp (next, "«") == 0 || strcmp (next, "\"") == 0 || strcmp (next, "“") == 0)
    for (guint i = first + 2; i < text->tokens->len && i < first + MOST_WORDS; i++)
      if (is_one_of (text, i, (const char *const[]){ "»", "\"", "”", NULL }))
        {
          *last = i;
          return COG_FIRM_FIRM;
        }
  for (guint i = first + 2; i < text->tokens->len && i < first + 4; i++)
    {
      const char *word = cog_lens_text_get_token (text, i)->word;

      if (g_str_has_prefix (next, "ال") && g_str_has_prefix (word, "لل") && strlen (word) > 10)
        {
          *last = i;
          return COG_FIRM_FIRM;
        }
    }
  return COG_FIRM_NONE;
}

CogFirmSort
cog_firm_name_find (const CogLensText *text, guint first, guint *last)
{
  g_return_val_if_fail (text != NULL && last != NULL, COG_FIRM_NONE);

  if (text->language == NULL)
    return COG_FIRM_NONE;
  if (g_str_has_prefix (text->language, "ar"))
    return find_arabic (text, first, last);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (g_str_has_prefix (text->language, patterns[i].language) &&
        (find_by_beginning (&patterns[i], text, first, last) ||
         (is_capital (text, first) && find_by_end (&patterns[i], text, first, last))))
      return patterns[i].sort;
  return COG_FIRM_NONE;
}
