/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-segmenter.h"

/* Sentences are separated by "|"; the text is the same without it. */
static const struct
{
  const char *language;
  const char *sentences;
} samples[] = {
  { "en", "Dr. Smith met Prof. Jones. |They talked about Fig. 3." },
  { "en", "The cell theory is by M. J. Schleiden and T. Schwann. |It has three parts." },
  { "en", "The force is 10 N. |The mass is 2 kg." },
  { "en", "He lives in the U.S. |The house is old." },
  { "en", "The U.S. Government said so." },
  { "en", "“Why does it fall?” asked Newton. |Nobody answered." },
  { "en", "1. This is a list item." },
  { "en", "See https://example.org/a?b=c.d for more. |Then go on." },
  { "en", "They came back at 5 p.m. |The lesson was over." },
  { "de", "Am 3. Oktober 1990, z. B. in Berlin, war ein Fest. |Es regnete." },
  { "de", "Im 19. Jahrhundert begann es. |Dann kam Dr. h. c. Müller." },
  { "fr", "« Pourquoi ? » demanda-t-il. |M. Dupont ne répondit pas." },
  { "es", "El Sr. García vive en la Av. Juárez. |Es profesor." },
  { "ru", "Проф. Иванов родился в 1898 г. в Казани. |Он физик." },
  { "ru", "Книгу написал Л. Н. Толстой. |См. рис. 3.2 на с. 45." },
  { "kk", "А. Байтұрсынұлы, т.б. ақындар жазды. |Бұл белгілі." },
  { "ar", "كتب د. أحمد زويل هذا البحث. |حصل على جائزة نوبل." },
  { "ar", "ما الفيزياء؟ |إنها علم." },
  { "ur", "یہ پہلا جملہ ہے۔ |یہ دوسرا ہے۔" },
  { "zh-Hans", "光是什么？|光是电磁波。" },
  { "ja", "光は波である。¹|次へ。[2]|終わり。" },
  { "ja", "税率は３．２％です。|次へ。" },
  { "hi", "यह एक वाक्य है। |यह दूसरा है।" },
  { "th", "นี่คือประโยค" },
  { "sw", "Bw. Juma ni mwalimu. |Anaishi Mombasa." },
  { "hy", "Այսօր երկուշաբթի է: |Ես գնում եմ:" },
  { "uk", "Проф. Іваненко читає лекцію. |Вона цікава." },
  { "en", "It was found.[1] |Then it was lost.² |Nobody wrote (Smith 1987).3 |That was all." },
  { "en", "The note is here.￼ |The next is gone. |￼ is ￼. |￼ is a root of System 2. |￼ is not." },
  { "en", "He waited… |Nothing happened. |Say … Nothing, then… he went." },
  { "en", "The soup was cooked. |81 people ate it, see approx. 3 others." },
  { "en", "1) Take it |2) Turn it |3) Go" },
  { "en", "• 9. Take it |• 10. Turn it" },
  { "en", "Do this: |1. Take it |2. Turn it |3. Go" },
  { "en", "a. It is 66.7 N at 30°; |b. It is 12 m." },
  { "en", "He climbs. |(a) What is it? |(b) What was it? |It was (c) there." },
  { "en", "1. Compare Table 1 with Table 2. |Then explain." },
  { "en", "“Go home. Now.” |They went (slowly. Very slowly). |It’s ‘so. So.’ |The end." },
  { "en", "“So it is. Really” (Smith 55). |He wrote it in the 'nineties. |'Well!' said she." },
  { "en", "The function is even. |g(x) is odd, cf. f(x)." },
  { "en", "See Table 1. |Then see Table 2. |The rest is in section 3.4. |Good." },
  { "fr", "Il dit : « Attention ! » |Puis il partit." },
  { "fr", "«\u00A0Attention\u00A0!\u00A0» |Puis il partit." },
  { "km", "នេះជាប្រយោគមួយ។ |នេះជាប្រយោគពីរ។" },
  { "am", "ይህ ነው። |ያ ነው፧ |አዎ።" },
  { "el", "Τι είναι; |Δύναμη είναι, π.χ. το βάρος." },
  { "hy", "Նա ասաց. «Գնա: Հիմա»: |Գնացի:" },
  { "ar", "كتب د‪.‬ أحمد هذا. |انتهى." },
  { "nl", "Het was raak. |... en toen niets." },
  { NULL, "One. |Two." },
};

static void
test_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_auto (GStrv) expected = g_strsplit (samples[i].sentences, "|", -1);
      g_autofree char *text = g_strjoinv ("", expected);
      g_autoptr (GPtrArray) sentences = cog_segmenter_split (text, samples[i].language);

      if (sentences->len != g_strv_length (expected))
        g_error ("%s: %u sentences, not %u", text, sentences->len, g_strv_length (expected));
      for (guint s = 0; s < sentences->len; s++)
        g_assert_cmpstr (g_ptr_array_index (sentences, s), ==, g_strstrip (expected[s]));
    }
}

/* Nothing but white space is lost, whatever comes. */
static void
test_odd (void)
{
  static const char *const odd[] = {
    "",   " ",  ".",    "...",           "?!",        ". . .",    "\"",
    "».", "a.", "１．", "\xE2\x80\x8F.", "А.Б.В. Г.", "1.2.3. 4."
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    for (guint s = 0; s < G_N_ELEMENTS (samples); s++)
      {
        g_autoptr (GPtrArray) sentences = cog_segmenter_split (odd[i], samples[s].language);
        g_autoptr (GString) joined = g_string_new (NULL);
        g_autoptr (GString) whole = g_string_new (odd[i]);

        for (guint k = 0; k < sentences->len; k++)
          g_string_append (joined, g_ptr_array_index (sentences, k));
        g_string_replace (joined, " ", "", 0);
        g_string_replace (whole, " ", "", 0);
        g_assert_cmpstr (joined->str, ==, whole->str);
      }
}

/* What begins again and again takes no longer than its length says. */
static void
test_long (void)
{
  static const char *const parts[] = {
    "(", "“", "a. ", "1. a 2. ", "(a. ", "« a ! » A ", "Dr. A "
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) sentences = NULL;
      gint64 before = g_get_monotonic_time ();

      while (text->len < 100000)
        g_string_append (text, parts[i]);
      sentences = cog_segmenter_split (text->str, "en");
      g_assert_cmpuint (sentences->len, >, 0);
      g_assert_cmpint (g_get_monotonic_time () - before, <, 10 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segmenter/samples", test_samples);
  g_test_add_func ("/segmenter/odd", test_odd);
  g_test_add_func ("/segmenter/long", test_long);
  return g_test_run ();
}
