/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-given-names-private.h"
#include "cog-known-people.h"
#include "cog-source-line.h"

#include "cog-language.h"

#include <string.h>

/* What a name must reach to be told of is 50. */
#define SURE 75
#define LIKELY 60
#define FULL_NAME 30 /* a real person, most often: kept */

static const char *const pronouns[] = {
  "he",   "she",  "him", "his", "her", "hers", "himself", "herself", "il", "elle", "lui", "él",
  "ella", "he’s", "ему", "ей",  "он",  "она",  "его",     "её",      "er", "sie",  "ele", "ela",
};

/* What a person of an example does. */
static const char *const deeds[] = {
  "buys",     "wants",    "throws",  "walks",    "runs",   "drives",    "says",    "thinks",
  "decides",  "works",    "earns",   "sells",    "plays",  "likes",     "loves",   "spends",
  "saves",    "pushes",   "pulls",   "kicks",    "eats",   "went",      "said",    "asked",
  "needs",    "owns",     "has",     "had",      "goes",   "rides",     "makes",   "takes",
  "gets",     "starts",   "studies", "reads",    "writes", "told",      "bought",  "wanted",
  "believes", "knows",    "puts",    "lives",    "uses",   "weighs",    "can",     "must",
  "jumps",    "swims",    "cooks",   "plants",   "finds",  "counts",    "gives",   "sees",
  "measures", "draws",    "feels",   "receives", "stands", "lifts",     "travels", "achète",
  "veut",     "lance",    "court",   "dit",      "pense",  "travaille", "gagne",   "vend",
  "joue",     "aime",     "dépense", "mange",    "doit",   "possède",   "fait",    "prend",
  "habite",   "compra",   "quiere",  "lanza",    "camina", "corre",     "dice",    "piensa",
  "trabaja",  "gana",     "vende",   "juega",    "gasta",  "come",      "tiene",   "hace",
  "vive",     "necesita", "a",
};

/* What makes of a scientist's name that of a thing. */
static const char *const things[] = {
  "law",      "laws",       "theorem",   "principle", "effect",   "rule",
  "constant", "equation",   "equations", "number",    "test",     "distribution",
  "process",  "scale",      "unit",      "method",    "model",    "curve",
  "diagram",  "cycle",      "transform", "function",  "paradox",  "experiment",
  "river",    "street",     "avenue",    "island",    "bay",      "lake",
  "college",  "university", "loi",       "ley",       "théorème", "teorema",
};

static const char *const months[] = { "april", "may", "june", "august", "avril", "abril" };

static const char *const of_place[] = {
  "in",       "from", "to",    "near",   "at",      "across",  "through",
  "around",   "en",   "à",     "vers",   "desde",   "hasta",   "hacia",
  "downtown", "of",   "visit", "visits", "visited", "outside",
};

static const char *const titles[] = {
  "st",      "mt",         "dr",       "mr",       "mrs",       "ms",     "prof",      "gen",
  "sr",      "sra",        "saint",    "sainte",   "san",       "santa",  "king",      "queen",
  "prince",  "princess",   "pope",     "lord",     "lady",      "sir",    "president", "emperor",
  "tsar",    "roi",        "reine",    "pape",     "rey",       "reina",  "papa",      "الملك",
  "الملكه",  "الامير",     "الاميره",  "الرئيس",   "الشيخ",     "الامام", "النبي",     "الخليفه",
  "القديس",  "السلطان",    "mme",      "m",        "lake",      "port",   "doctor",    "professor",
  "docteur", "professeur", "doctora",  "profesor", "profesora", "dra",    "الدكتور",   "الدكتوره",
  "دكتور",   "الاستاذ",    "الاستاذه", "الشاعر",   "العالم",    "القائد",
};

static gboolean
is_one_of (const char *const *words, gsize n, const char *word)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}
#define IS_ONE_OF(words, word) is_one_of (words, G_N_ELEMENTS (words), word)

static const CogToken *
get (const CogLensText *text, guint at)
{
  return at < text->tokens->len ? cog_lens_text_get_token (text, at) : NULL;
}

static gboolean
is_sign (const CogToken *token, const char *signs)
{
  return token != NULL && token->kind == COG_TOKEN_SIGN && strstr (signs, token->word) != NULL;
}

static gboolean
is_capital_word (const CogToken *token)
{
  return token != NULL && token->kind == COG_TOKEN_WORD && token->is_capital && token->piece < 0;
}

/* "Bose–Einstein", "Jean-Luc" where only "Jean" is known. */
static gboolean
is_joined (const CogLensText *text, guint first, guint last)
{
  const CogToken *next = get (text, last + 1);
  const CogToken *previous = first > 0 ? get (text, first - 1) : NULL;

  return (is_sign (next, "-–‑@_") && !next->space_before && last + 2 < text->tokens->len &&
          !get (text, last + 2)->space_before && get (text, last + 2)->kind == COG_TOKEN_WORD) ||
         (is_sign (previous, "-–‑@_/") && !get (text, first)->space_before);
}

/* "Charles’s law", "Boyle’s and Charles’ laws", "la loi de Charles" */
static gboolean
is_of_thing (const CogLensText *text, guint first, guint last)
{
  static const char *const of[] = { "of", "de", "d" };

  if (first > 1 && IS_ONE_OF (of, get (text, first - 1)->word) &&
      IS_ONE_OF (things, get (text, first - 2)->word))
    return TRUE;
  for (guint i = last + 1; i < text->tokens->len && i < last + 5; i++)
    {
      const CogToken *token = get (text, i);

      if (IS_ONE_OF (things, token->word))
        return TRUE;
      if (token->kind == COG_TOKEN_WORD && strcmp (token->word, "s") != 0 &&
          strcmp (token->word, "and") != 0)
        return FALSE;
    }
  return FALSE;
}

/* "Rogers (1961)", "James, 1890", "Brown et al." */
static gboolean
is_cited (const CogLensText *text, guint last)
{
  const CogToken *next = get (text, last + 1);
  const CogToken *after = get (text, last + 2);

  if (next == NULL || after == NULL)
    return FALSE;
  if (is_sign (next, "(,") && after->kind == COG_TOKEN_NUMBER && after->end - after->start == 4)
    return TRUE;
  return strcmp (next->word, "et") == 0 && strcmp (after->word, "al") == 0;
}

static gboolean
follows_title (const CogLensText *text, guint first)
{
  const CogToken *previous = first > 0 ? get (text, first - 1) : NULL;

  if (previous == NULL)
    return FALSE;
  if (is_sign (previous, ".") && first > 1)
    {
      const CogToken *before = get (text, first - 2);

      /* An initial, or an abbreviated title. */
      return before->kind == COG_TOKEN_WORD && before->is_capital && !previous->space_before &&
             (before->end - before->start == 1 || IS_ONE_OF (titles, before->word));
    }
  return IS_ONE_OF (titles, previous->word);
}

/* "G. I. Taylor" somewhere in the text makes every "Taylor" in it a surname. */
static gboolean
is_surname_elsewhere (const CogLensText *text, guint first)
{
  const CogToken *token = get (text, first);

  for (guint i = 1; i < text->tokens->len; i++)
    if (i != first && strcmp (get (text, i)->word, token->word) == 0 &&
        (follows_title (text, i) ||
         (is_capital_word (get (text, i - 1)) && !get (text, i - 1)->is_start)))
      return TRUE;
  return FALSE;
}

/* "FRED", "ED": letters of something else. "Don’t" is no Don. */
static gboolean
is_no_name (const CogLensText *text, guint first, guint last)
{
  const CogToken *token = get (text, first);
  const CogToken *after = get (text, last + 2);
  const char *second = g_utf8_next_char (text->flat + token->start);

  if (second < text->flat + token->end && g_unichar_isupper (g_utf8_get_char (second)))
    return TRUE;
  return is_sign (get (text, last + 1), "'’") && after != NULL && strcmp (after->word, "t") == 0;
}

/* "the Reed", "a Robin": a thing with a capital. */
static gboolean
follows_article (const CogLensText *text, guint first)
{
  static const char *const english[] = { "the", "a",    "an",   "this", "that", "every",
                                         "my",  "your", "each", "our",  "their" };
  static const char *const romance[] = { "la",  "le",  "les", "une", "un", "el",
                                         "los", "las", "una", "del", "au", "du" };
  const char *word = first > 0 ? get (text, first - 1)->word : "";

  return strncmp (text->language, "en", 2) == 0 ? IS_ONE_OF (english, word)
                                                : IS_ONE_OF (romance, word);
}

static gboolean
has_pronoun (const CogLensText *text)
{
  for (guint i = 0; i < text->tokens->len; i++)
    if (IS_ONE_OF (pronouns, get (text, i)->word))
      return TRUE;
  return FALSE;
}

static gboolean
is_doing (const CogLensText *text, guint last)
{
  const CogToken *next = get (text, last + 1);
  const CogToken *after = get (text, last + 2);

  if (next == NULL)
    return FALSE;
  if (IS_ONE_OF (deeds, next->word))
    return TRUE;
  return is_sign (next, "'’") && after != NULL && strcmp (after->word, "s") == 0;
}

/* "A customer, Pilar, pays." */
static gboolean
is_apposition (const CogLensText *text, guint first, guint last)
{
  const CogToken *behind = get (text, last + 2);

  return first > 1 && is_sign (get (text, first - 1), ",") && !get (text, first - 2)->is_capital &&
         get (text, first - 2)->kind == COG_TOKEN_WORD && is_sign (get (text, last + 1), ",") &&
         behind != NULL && behind->kind == COG_TOKEN_WORD && !behind->is_capital;
}

/* Arabic has no capitals, but its verb stands before the person, or after. */
static gboolean
acts_in_arabic (const CogLensText *text, guint first, guint last)
{
  static const char *const arabic_deeds[] = {
    "قال",   "قالت",    "اشترى", "اشتري", "اشترت", "يملك", "تملك", "يزرع",  "تزرع", "يقيس",
    "تقيس",  "ذهب",     "ذهبت",  "يلعب",  "تلعب",  "كتب",  "كتبت", "تكتب",  "يكتب", "سال",
    "سالت",  "رسم",     "رسمت",  "ترسم",  "يرسم",  "جمع",  "جمعت", "تجمع",  "يجمع", "يريد",
    "تريد",  "اراد",    "ارادت", "يعمل",  "تعمل",  "يعيش", "تعيش", "وضع",   "وضعت", "تضع",
    "يضع",   "قرات",    "يقرا",  "تقرا",  "زار",   "زارت", "اكل",  "اكلت",  "تعد",  "يعد",
    "باع",   "باعت",    "تبيع",  "يبيع",  "صنع",   "صنعت", "سافر", "سافرت", "يمشي", "تمشي",
    "صديقه", "صديقتها", "اخته",  "اخوه",  "لدي",   "عند",  NULL,
  };
  const CogToken *next = get (text, last + 1);

  return (first > 0 && g_strv_contains (arabic_deeds, get (text, first - 1)->word)) ||
         (next != NULL && g_strv_contains (arabic_deeds, next->word));
}

/* Another capital word beside it by "and": "Max and Michelle". */
static gboolean
is_paired (const CogLensText *text, guint first, guint last)
{
  static const char *const ands[] = { "and", "et", "y", "e", "и", "und", "or" };
  const CogToken *next = get (text, last + 1);

  if (next != NULL && IS_ONE_OF (ands, next->word) && is_capital_word (get (text, last + 2)))
    return TRUE;
  return first > 1 && IS_ONE_OF (ands, get (text, first - 1)->word) &&
         is_capital_word (get (text, first - 2));
}

static gboolean
is_title_case (const CogLensText *text)
{
  return text->kind == COG_UNIT_TITLE || text->kind == COG_UNIT_HEADING ||
         text->kind == COG_UNIT_HEADER_CELL;
}

static gboolean
is_month (const CogLensText *text, guint first, guint last)
{
  static const char *const before[] = { "in",  "on",      "of",      "since", "until",
                                        "by",  "last",    "next",    "early", "late",
                                        "mid", "this",    "from",    "to",    "during",
                                        "and", "through", "between", "every", "each" };
  const CogToken *next = get (text, last + 1);

  if (!IS_ONE_OF (months, get (text, first)->word))
    return FALSE;
  if (next != NULL && (next->kind == COG_TOKEN_NUMBER || is_sign (next, "–-")))
    return TRUE;
  return first > 0 && (IS_ONE_OF (before, get (text, first - 1)->word) ||
                       get (text, first - 1)->kind == COG_TOKEN_NUMBER);
}

/* A name that is also a word: a capital within a sentence says that it is a name; at its start only
 * what is done there does. */
static guint
weigh_word (const CogLensText *text, guint first, guint last, gboolean has_cases)
{
  gboolean acts = is_doing (text, last) || is_paired (text, first, last);

  if (is_title_case (text) || is_month (text, first, last))
    return 0;
  if (!has_cases)
    return acts_in_arabic (text, first, last) ? LIKELY : 20;
  if (is_apposition (text, first, last))
    return LIKELY;
  if (get (text, first)->is_start)
    return acts && (has_pronoun (text) || is_paired (text, first, last)) ? LIKELY : 0;
  return acts || has_pronoun (text) ? LIKELY + 5 : 45;
}

static guint
weigh_place (const CogLensText *text, guint first, guint last)
{
  if (first > 0 && IS_ONE_OF (of_place, get (text, first - 1)->word))
    return 0;
  if (is_sign (get (text, last + 1), ","))
    return 0;
  return is_doing (text, last) && has_pronoun (text) ? LIKELY : 0;
}

guint
cog_given_name_weigh (const CogLensText *text,
                      const CogGivenName *name,
                      const char *language,
                      guint first,
                      guint last)
{
  g_autofree char *script = NULL;
  const CogToken *next = get (text, last + 1);
  gboolean has_cases;

  if (get (text, first)->piece >= 0 || is_joined (text, first, last) ||
      is_of_thing (text, first, last) || is_cited (text, last) || follows_title (text, first) ||
      is_no_name (text, first, last) || follows_article (text, first) ||
      is_surname_elsewhere (text, first) || cog_source_line_has (text, first) ||
      cog_source_line_is_whole (text))
    return 0;
  script = cog_language_dup_script (language);
  has_cases = g_strcmp0 (script, "arab") != 0;
  if (!is_title_case (text))
    {
      if (first > 0 && is_capital_word (get (text, first - 1)) && !get (text, first - 1)->is_start)
        return 0;
      if (is_capital_word (next) && !next->is_start && next->space_before)
        return name->sort == COG_NAME_PLAIN ? FULL_NAME : 0;
      if (cog_known_person_is (text, first, last))
        return name->sort == COG_NAME_PLAIN ? FULL_NAME : 0;
    }
  switch (name->sort)
    {
    case COG_NAME_PLAIN:
      return is_title_case (text) ? LIKELY - 5 : SURE;
    case COG_NAME_WORD:
      return weigh_word (text, first, last, has_cases);
    case COG_NAME_PLACE:
      return weigh_place (text, first, last);
    case COG_NAME_KEPT:
      return 0;
    }
  return 0;
}
