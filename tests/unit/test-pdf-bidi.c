/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-bidi.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ustring.h>

/* The bidirectional algorithm in reverse, against ICU, which does it forwards. */

/* What a line shows, from left to right. (transfer full) */
static GArray *
draw (const char *text, gboolean is_rtl, gboolean mirrored)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (CogPdfBidiUnit));
  UErrorCode error = U_ZERO_ERROR;
  UChar buffer[512], out[512];
  char seen[2048];
  UBiDi *bidi = ubidi_open ();
  int32_t n;

  u_strFromUTF8 (buffer, G_N_ELEMENTS (buffer), &n, text, -1, &error);
  ubidi_setPara (bidi, buffer, n, is_rtl ? UBIDI_RTL : UBIDI_LTR, NULL, &error);
  n = ubidi_writeReordered (bidi, out, G_N_ELEMENTS (out), mirrored ? UBIDI_DO_MIRRORING : 0,
                            &error);
  u_strToUTF8 (seen, sizeof seen, NULL, out, n, &error);
  g_assert_true (U_SUCCESS (error));
  ubidi_close (bidi);
  for (const char *p = seen; *p != '\0'; p = g_utf8_next_char (p))
    {
      CogPdfBidiUnit unit = cog_pdf_bidi_unit_new (g_utf8_get_char (p), units->len);

      g_array_append_val (units, unit);
    }
  return units;
}

static char *
dup_text (const GArray *units)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    g_string_append_unichar (text, g_array_index (units, CogPdfBidiUnit, i).letter);
  return g_string_free (text, FALSE);
}

static void
assert_read (const char *text, gboolean is_rtl)
{
  g_autoptr (GArray) units = draw (text, is_rtl, FALSE);
  g_autofree char *read = NULL;

  cog_pdf_bidi_order ((CogPdfBidiUnit *)(gpointer)units->data, units->len, is_rtl);
  read = dup_text (units);
  g_assert_cmpstr (read, ==, text);
}

/* Lines of a text from right to left. */
static const char *const right_to_left[] = {
  "نظام Git هو نظام",
  "كتاب Pro Git الجديد",
  "معلومات تعدك للبدء بإستخدام Git. سنبدأ بشرح",
  "نظم إدارة الإصدارات (Version Control System) ثم سننتقل",
  "نظم (Version Control، System) ثم",
  "أنظمة مثل CVS، Subversion، Perforce، وغيرها",
  "أنظمة مثل Git, Mercurial, Bazaar أو Darcs",
  "أنظمة Mac OS X الشهيرة",
  "Git",
  "Pro Git",
  "Git هو نظام",
  "نظام Git",
  "نظام Git.",
  "باستخدام Git!",
  "ما هو Git؟",
  "كل شيء في Git، ستقوم Git في",
  "الإصدار 2.1.7 من Git هنا",
  "الإصدار 10 هنا، والآخر 20.",
  "نظام Windows 10 الجديد",
  "نظام Windows 10.",
  "الفصل (Chapter 3) هنا",
  "خوارزمية SHA-1 تدعى",
  "في 2005، بدأت العلاقة",
  "بين 12/05/2020 و 13/05/2020 كان",
  "من 1991-2002، كان",
  "(من 1991-2002)، كان",
  "كما في الشكل 1-4.",
  "1. الأول",
  "(١) الأول",
  "٢) الثاني",
  "بنسبة 50% من",
  "بنسبة 12,5% تقريبا",
  "السعر ١٠٠ دولار",
  "في ١٩٤٨/١٢/١٠ صدر",
  "الموقع http://example.org/a_b?c=1 هنا",
  "الموقع http://git-scm.com/download",
  "الموقع http://example.org/ هنا",
  "البريد a.b@example.org هنا",
  "قال: «نعم» ثم",
  "فقرة “Under the Cover” في الفصل",
  "لغة C++ مشهورة",
  "استخدم apt-get (مثل Debian) هنا",
  "إدارة (VCS) هو",
  "المنظمة World Health Organization (WHO) قالت",
  "ملف .gitignore هنا",
  "(Git)",
  "[1]",
  "نص [1] ثم (2) ثم",
  "גיט הוא Version Control טוב",
  "הספר Pro Git (מהדורה 2) טוב",
  "בין 2020-05-12 ועד 10-20",
  "ב-Git 2.0 יש",
  "מ-10 עד 20",
  "50% מהם",
  "ג'ון (John Smith, 1990) כתב",
};

/* Lines of a text from left to right. */
static const char *const left_to_right[] = {
  "The word كتاب means book",
  "The words كتاب جديد mean new book.",
  "The words كتاب جديد (new book) are",
  "In Arabic: كتاب، قلم، ورق.",
  "It (كتاب جديد) is",
  "A كتاب",
  "كتاب is A",
  "See «الكتاب الأول», then",
  "Page 10 of كتاب الأول, 20 pages",
  "In سورة ٢٣ it",
  "Verse سورة ٢٣ آية it",
  "The שלום עולם and 10",
  "Plain text, with 10 (or 20) words.",
  "http://example.org/ and more",
};

static void
test_right_to_left (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (right_to_left); i++)
    assert_read (right_to_left[i], TRUE);
}

static void
test_left_to_right (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (left_to_right); i++)
    assert_read (left_to_right[i], FALSE);
}

/* What is seen, in pieces from left to right; and what is read where another text looks the same,
 * or where the algorithm has not drawn it. */
static const char *const likelier[][9] = {
  { "هنا 10 MB مساحة", "مساحة", " ", "10 MB", " ", "هنا" },
  { "هنا 10 MB مساحة", "مساحة", " ", "MB 10", " ", "هنا" },
  { "نسخة Git 2 هنا", "هنا", " ", "Git 2", " ", "نسخة" },
  { "1. اسم", "اسم", " ", "1." },
  { "وهي: curl,", "curl,", " ", "وهي:" },
  { "1. Git", "Git", " ", ".1" },
  { "بنسبة 50% من", "من", " ", "50%", " ", "بنسبة" },
};

static void
test_likelier (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (likelier); i++)
    {
      g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (CogPdfBidiUnit));
      g_autofree char *read = NULL;

      for (guint k = 1; likelier[i][k] != NULL; k++)
        {
          const char *piece = likelier[i][k];
          g_autofree char *reversed = piece[0] & 0x80 ? g_utf8_strreverse (piece, -1) : NULL;

          for (const char *p = reversed != NULL ? reversed : piece; *p != '\0';
               p = g_utf8_next_char (p))
            {
              CogPdfBidiUnit unit = cog_pdf_bidi_unit_new (g_utf8_get_char (p), units->len);

              g_array_append_val (units, unit);
            }
        }
      cog_pdf_bidi_order ((CogPdfBidiUnit *)(gpointer)units->data, units->len, TRUE);
      read = dup_text (units);
      g_assert_cmpstr (read, ==, likelier[i][0]);
    }
}

/* Whole words are moved alike. */
static void
test_words (void)
{
  static const char *const seen[] = { "كلمة2", " ", ".", "Git", " ", "Pro", " ", "كلمة1" };
  static const char *const read[] = { "كلمة1", " ", "Git", " ", "Pro", ".", " ", "كلمة2" };
  CogPdfBidiUnit units[G_N_ELEMENTS (seen)];

  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    units[i] = cog_pdf_bidi_unit_new_for_word (seen[i], i);
  cog_pdf_bidi_order (units, G_N_ELEMENTS (seen), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_cmpstr (seen[units[i].index], ==, read[i]);
}

static void
test_brackets (void)
{
  for (int mirrored = 0; mirrored <= 1; mirrored++)
    {
      g_autoptr (GArray) units = draw ("نظم (الإصدارات) ثم [1] و «نعم» (Git)", TRUE, mirrored);
      guint n_meant = 0, n_drawn = 0;

      cog_pdf_bidi_order ((CogPdfBidiUnit *)(gpointer)units->data, units->len, TRUE);
      cog_pdf_bidi_vote_brackets ((CogPdfBidiUnit *)(gpointer)units->data, units->len, &n_meant,
                                  &n_drawn);
      g_assert_cmpuint (mirrored ? n_drawn : n_meant, >=, 6);
      g_assert_cmpuint (mirrored ? n_meant : n_drawn, ==, 0);
    }
}

/* Lines of Latin letters only, on a page from right to left: the stop tells which way they were
 * set. */
static void
test_ends (void)
{
  static const struct
  {
    const char *text;
    gboolean is_rtl;
  } lines[] = {
    { "it has been added, it is staged.", TRUE },
    { "it has been added, it is staged.", FALSE },
    { "$ yum install git-core", TRUE },
    { "$ yum install git-core", FALSE },
    { "git clone", FALSE },
    { "نظام Git", TRUE },
    { "2002", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GArray) units = draw (lines[i].text, lines[i].is_rtl, FALSE);

      g_assert_true (
          lines[i].is_rtl ==
          cog_pdf_bidi_runs_to_left ((CogPdfBidiUnit *)(gpointer)units->data, units->len, TRUE));
      assert_read (lines[i].text, lines[i].is_rtl);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-bidi/right-to-left", test_right_to_left);
  g_test_add_func ("/pdf-bidi/left-to-right", test_left_to_right);
  g_test_add_func ("/pdf-bidi/likelier", test_likelier);
  g_test_add_func ("/pdf-bidi/words", test_words);
  g_test_add_func ("/pdf-bidi/brackets", test_brackets);
  g_test_add_func ("/pdf-bidi/ends", test_ends);
  return g_test_run ();
}
