/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-permission-letter.h"

#include "cog-credit-correction.h"
#include "cog-doubt.h"
#include "cog-language-list.h"
#include "cog-language.h"
#include "cog-licence.h"
#include "cog-licence-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Around a gap while the letter is put together: what came from a book has no control characters
 * any more. */
#define GAP_START '\x02'
#define GAP_END '\x03'
#define MAX_WORDS 500 /* characters of what is quoted */

void
cog_permission_letter_free (CogPermissionLetter *letter)
{
  if (letter == NULL)
    return;
  g_free (letter->text);
  g_array_unref (letter->gaps);
  g_free (letter);
}

/* --- words of the record, and gaps
 * ------------------------------------------------------------------ */

/* On one line, of a bearable length; isolated where the sentence around runs the other way. */
static char *
dup_words (const char *text)
{
  gboolean is_rtl = cog_language_is_rtl (cog_language_get_interface ());
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  for (char *c = valid; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= MAX_WORDS)
    return g_strdup_printf (is_rtl ? "\xE2\x81\xA8%s\xE2\x81\xA9" : "%s", valid);
  start = g_utf8_substring (valid, 0, MAX_WORDS);
  return g_strdup_printf (is_rtl ? "\xE2\x81\xA8%s…\xE2\x81\xA9" : "%s…", start);
}

static char *
dup_gap (const char *what)
{
  return g_strdup_printf ("%c%s%c", GAP_START, what, GAP_END);
}

static char *
dup_words_or_gap (const char *text, const char *what)
{
  return text != NULL && text[0] != '\0' ? dup_words (text) : dup_gap (what);
}

static void
add_paragraph (GString *text, const char *words)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", words);
}

/* Sentences follow each other in one paragraph: each is whole. Takes sentence. */
static void
add_sentence (GString *paragraph, char *sentence)
{
  if (sentence == NULL)
    return;
  g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* --- the letter, a paragraph each
 * ------------------------------------------------------------------- */

/* Who is written to: holders first; of several, all. */
static char *
dup_owner (const CogCredit *credit)
{
  g_autofree char *holders = cog_credit_dup_names (credit, COG_ROLE_HOLDER);
  g_autofree char *makers = cog_credit_dup_makers (credit);
  const char *names = holders != NULL     ? holders
                      : makers[0] != '\0' ? makers
                      : credit->leave != NULL && credit->leave->grantor != NULL
                          ? credit->leave->grantor
                          : credit->publisher;

  return dup_words_or_gap (names, _ ("name of the owner of the rights"));
}

static char *
dup_piece (const CogPermissionWish *wish)
{
  return dup_words_or_gap (wish->piece, _ ("what it is about"));
}

static void
add_greeting (GString *text, const CogPermissionWish *wish)
{
  g_autofree char *piece = dup_piece (wish);
  g_autofree char *owner = dup_owner (wish->credit);
  /* Translators: the first line of a letter; %s is a figure, or the title of a book. */
  g_autofree char *subject = g_strdup_printf (_ ("Permission to use “%s”"), piece);
  /* Translators: the beginning of a letter to somebody whose sex is not known, or to several;
   * %s are names. */
  g_autofree char *greeting = g_strdup_printf (_ ("Dear %s,"), owner);

  add_paragraph (text, subject);
  add_paragraph (text, greeting);
}

static char *
dup_language (const CogPermissionWish *wish)
{
  return wish->language != NULL
             ? cog_language_dup_name (wish->language, cog_language_get_interface ())
             : dup_gap (_ ("the language of your edition"));
}

static void
add_edition (GString *text, const CogPermissionWish *wish)
{
  const char *work = wish->is_text ? wish->piece : wish->book;
  g_autofree char *book = work != NULL ? dup_words (work) : NULL;
  g_autofree char *title = dup_words_or_gap (wish->title, _ ("title of your edition"));
  g_autofree char *language = dup_language (wish);
  g_autofree char *sentence = NULL;

  if (book == NULL)
    /* Translators: a title, and the name of a language. */
    sentence = g_strdup_printf (_ ("We are preparing the book “%1$s”. Its language is %2$s."),
                                title, language);
  else if (g_str_equal (book, title))
    sentence = wish->is_translation
                   ? g_strdup_printf (_ ("We are preparing a translation of the book “%1$s”. Its "
                                         "language is %2$s."),
                                      book, language)
                   : g_strdup_printf (_ ("We are preparing a new edition of the book “%s”."), book);
  else if (wish->is_translation)
    sentence = g_strdup_printf (_ ("We are preparing a translation of the book “%1$s”. Its "
                                   "language is %2$s, and its title is “%3$s”."),
                                book, language, title);
  else
    sentence = g_strdup_printf (_ ("We are preparing a new edition of the book “%1$s”. Its title "
                                   "is “%2$s”."),
                                book, title);
  add_paragraph (text, sentence);
}

/* Why it cannot simply be taken. (nullable) */
static char *
dup_terms (const CogCredit *credit)
{
  const CogLicence *licence = credit->licence != NULL ? cog_licence_lookup (credit->licence) : NULL;
  g_autofree char *name = NULL;

  if (cog_credit_get_doubts (credit) != COG_DOUBT_NONE)
    return g_strdup (_ ("What is said there about its licence is not clear."));
  if (credit->licence == NULL || (licence != NULL && licence->klass == COG_CLASS_UNKNOWN))
    return g_strdup (_ ("We have found no licence for it."));
  name = cog_licence_dup_label (credit->licence);
  if (licence == NULL)
    return g_strdup_printf (_ ("It is under %s."), name);
  if (licence->klass == COG_CLASS_ARR)
    return g_strdup (_ ("All rights in it are reserved."));
  if (licence->klass == COG_CLASS_PERMISSION || licence->klass == COG_CLASS_EXCEPTION)
    return NULL; /* what was permitted is said by itself; what the law permits needs no letter */
  if (cog_licence_is_open (licence) && cog_licence_is_nd (licence))
    return g_strdup_printf (
        _ ("It is under %s, which does not allow that translations or other changes are shared."),
        name);
  if (cog_licence_is_open (licence) && cog_licence_is_nc (licence))
    return g_strdup_printf (_ ("It is under %s, which allows no commercial use."), name);
  return g_strdup_printf (_ ("It is under %s."), name);
}

/* A permission that is there already, and does not reach. (nullable) */
static char *
dup_earlier (const CogCredit *credit)
{
  const CogLeave *leave = credit->leave;

  if (leave == NULL || g_strcmp0 (credit->licence, "LicenseRef-Permission") != 0)
    return NULL;
  if (cog_leave_is_over (leave) && leave->date != NULL)
    /* Translators: days, such as 2026-03-01. */
    return g_strdup_printf (_ ("The permission of %1$s ended on %2$s."), leave->date, leave->until);
  if (cog_leave_is_over (leave))
    return g_strdup_printf (_ ("The permission that was given ended on %s."), leave->until);
  if (leave->date != NULL)
    return g_strdup_printf (_ ("A permission was given on %s; we need a wider one."), leave->date);
  return g_strdup (_ ("A permission was given already; we need a wider one."));
}

/* sentence: with one %s, for what is known; NULL where it is not. */
static char *
dup_fact (const char *sentence, const char *words)
{
  g_autofree char *shown = NULL;
  g_auto (GStrv) parts = NULL;

  if (words == NULL || words[0] == '\0')
    return NULL;
  shown = dup_words (words);
  parts = g_strsplit (sentence, "%s", 2);
  return g_strjoinv (shown, parts);
}

static void
add_piece (GString *text, const CogPermissionWish *wish)
{
  const CogCredit *credit = wish->credit;
  g_autoptr (GString) paragraph = g_string_new (NULL);
  g_autofree char *piece = dup_piece (wish);
  g_autofree char *makers = cog_credit_dup_makers (credit);
  g_autofree char *address =
      dup_words_or_gap (credit->source_url, _ ("where you found it: an address, or book and page"));

  add_sentence (paragraph,
                wish->is_text
                    ? g_strdup (_ ("We would like to use its text."))
                    : g_strdup_printf (_ ("In it we would like to use this: “%s”."), piece));
  add_sentence (paragraph, dup_fact (_ ("It was made by %s."), makers));
  if (!wish->is_text)
    add_sentence (paragraph, dup_fact (_ ("We found it in the book “%s”."), wish->book));
  /* Translators: %s is an address, or words that tell somebody to write one. */
  add_sentence (paragraph, g_strdup_printf (_ ("It comes from here: %s."), address));
  add_sentence (paragraph, dup_fact (_ ("This is said of it there: “%s”."),
                                     credit->words != NULL ? credit->words : credit->copyright));
  add_sentence (paragraph, dup_terms (credit));
  add_sentence (paragraph, dup_earlier (credit));
  add_sentence (paragraph, g_strdup (_ ("As far as we know, the rights in it are yours.")));
  add_paragraph (text, paragraph->str);
}

static char *
dup_translate_question (const CogPermissionWish *wish)
{
  g_autofree char *language = dup_language (wish);

  return wish->is_text
             /* Translators: %s is the name of a language. */
             ? g_strdup_printf (_ ("May we translate it? The language is %s."), language)
             : g_strdup_printf (_ ("May we translate the words in it? The language is %s."),
                                language);
}

/* Questions that can be answered one by one. */
static void
add_questions (GString *text, const CogPermissionWish *wish)
{
  g_autofree char *translate = dup_translate_question (wish);
  const struct
  {
    CogLeaveScope scope;
    const char *question;
  } questions[] = {
    { COG_LEAVE_COPY, _ ("May we take it over into our edition?") },
    { COG_LEAVE_TRANSLATE, translate },
    { COG_LEAVE_ADAPT,
      _ ("May we change it: shorten it, correct it, and suit it to those who learn with it?") },
    { COG_LEAVE_PRINT, _ ("May we share it in print?") },
    { COG_LEAVE_ONLINE, _ ("May we share it on the internet?") },
  };

  if (wish->scope == 0)
    return;
  add_paragraph (text, _ ("We ask you:"));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (wish->scope & questions[i].scope)
      g_string_append_printf (text, "\n• %s", questions[i].question);
}

/* What becomes of it in the hands of those who adapt the edition in their turn. */
static void
add_onward (GString *text, const CogPermissionWish *wish)
{
  const CogLicence *licence = wish->licence != NULL ? cog_licence_lookup (wish->licence) : NULL;
  g_autofree char *name = licence != NULL && licence->url[0] != '\0'
                              ? g_strdup_printf ("%s (%s)", licence->name, licence->url)
                              : dup_words_or_gap (licence != NULL ? licence->name : NULL,
                                                  _ ("the licence of your edition"));
  g_autoptr (GString) paragraph = g_string_new (NULL);

  /* Translators: %s is a licence with its address. */
  add_sentence (paragraph,
                g_strdup_printf (_ ("Our edition will be under this licence: %s."), name));
  add_sentence (
      paragraph,
      g_strdup (wish->is_for_licence
                    ? _ ("We ask you to let your work be under it, too, as it stands in our "
                         "edition: then nobody who goes on from our edition has to ask you again.")
                    : _ ("Your work would not be under it: it would be marked as used with your "
                         "permission, and whoever wants to use it elsewhere has to ask you.")));
  add_paragraph (text, paragraph->str);
}

static void
add_end (GString *text, const CogPermissionWish *wish)
{
  g_auto (GStrv) people = g_strsplit (wish->people != NULL ? wish->people : "", "\n", -1);
  g_autofree char *name = dup_gap (_ ("your name"));
  g_autofree char *address = dup_gap (_ ("your address"));

  add_paragraph (text, _ ("Please tell us also how you want to be named, and whether your "
                          "permission is for some countries only or ends on a certain day."));
  add_paragraph (text, _ ("A short answer to this letter is enough; we will keep it. If the rights "
                          "are not yours, please tell us whom we can ask."));
  /* Translators: the end of a letter; names follow on lines of their own. */
  add_paragraph (text, _ ("With kind regards"));
  for (guint i = 0; people[i] != NULL; i++)
    {
      g_autofree char *words = dup_words (people[i]);

      g_string_append_printf (text, "\n%s", words);
    }
  if (people[0] == NULL)
    g_string_append_printf (text, "\n%s", name);
  g_string_append_printf (text, "\n%s", address);
}

/* Marks become brackets, and where they stand is told. */
static void
close_gaps (CogPermissionLetter *letter, const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  CogLetterGap gap = { 0 };
  guint at = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), at++)
    if (*c == GAP_START)
      {
        gap.start = at;
        g_string_append_c (out, '[');
      }
    else if (*c == GAP_END)
      {
        gap.length = at + 1 - gap.start;
        g_array_append_val (letter->gaps, gap);
        g_string_append_c (out, ']');
      }
    else
      g_string_append_unichar (out, g_utf8_get_char (c));
  letter->text = g_strdup (out->str);
}

CogPermissionLetter *
cog_permission_letter_new (const CogPermissionWish *wish)
{
  CogPermissionLetter *letter;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (wish != NULL && wish->credit != NULL, NULL);

  letter = g_new0 (CogPermissionLetter, 1);
  letter->gaps = g_array_new (FALSE, FALSE, sizeof (CogLetterGap));
  add_greeting (text, wish);
  add_edition (text, wish);
  add_piece (text, wish);
  add_questions (text, wish);
  add_onward (text, wish);
  add_end (text, wish);
  g_string_append_c (text, '\n');
  close_gaps (letter, text->str);
  return letter;
}
