/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-source-page.h"
#include "cog-source-words.h"

#define DISCLAIMER                                                                                 \
  "This translation was not created by the World Health Organization (WHO). WHO is not "           \
  "responsible for the content or accuracy of this translation. The original English edition "     \
  "shall be the binding and authentic edition"

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    CogSourceWords kind;
    const char *words; /* NULL: all of it */
  } cases[] = {
    { "© World Health Organization 2020", COG_SOURCE_WORDS_COPYRIGHT, NULL },
    { "© UNESCO 2023", COG_SOURCE_WORDS_COPYRIGHT, NULL },
    { "Copyright © 2021 Rice University", COG_SOURCE_WORDS_COPYRIGHT, NULL },
    { "(c) 2004 Robert Beezer", COG_SOURCE_WORDS_COPYRIGHT, NULL },
    { "The sign © stands before a name.", COG_SOURCE_WORDS_NONE, NULL },
    { "Copyright is a right of authors.", COG_SOURCE_WORDS_NONE, NULL },
    { "If you create a translation of this work, you should add the following disclaimer along "
      "with the suggested citation: “" DISCLAIMER "”.",
      COG_SOURCE_WORDS_TRANSLATION, DISCLAIMER },
    { "La présente traduction n’a pas été établie par l’Organisation mondiale de la Santé (OMS).",
      COG_SOURCE_WORDS_TRANSLATION, NULL },
    { "La presente traducción no es obra de la Organización Mundial de la Salud (OMS).",
      COG_SOURCE_WORDS_TRANSLATION, NULL },
    { "Данный перевод не был выполнен Всемирной организацией здравоохранения (ВОЗ).",
      COG_SOURCE_WORDS_TRANSLATION, NULL },
    { "本译文不由世界卫生组织（世卫组织）翻译，世卫组织不对此译文的内容或准确性负责。",
      COG_SOURCE_WORDS_TRANSLATION, NULL },
    { "هذه الترجمة ليست من إعداد منظمة الصحة العالمية (المنظمة).", COG_SOURCE_WORDS_TRANSLATION,
      NULL },
    { "Adaptations: “This is an adaptation of an original work by The World Bank. Views and "
      "opinions are the sole responsibility of the author.”",
      COG_SOURCE_WORDS_ADAPTATION,
      "This is an adaptation of an original work by The World Bank. Views and opinions are the "
      "sole responsibility of the author." },
    { "Translations—If you create a translation of this work, please add the following "
      "disclaimer along with the attribution: This translation was not created by The World Bank "
      "and should not be considered an official World Bank translation. The World Bank shall not "
      "be liable for any content or error in this translation.",
      COG_SOURCE_WORDS_TRANSLATION,
      "This translation was not created by The World Bank and should not be considered an official "
      "World Bank translation. The World Bank shall not be liable for any content or error in this "
      "translation." },
    { "This translation was not created by X. Note: it is old.", COG_SOURCE_WORDS_TRANSLATION,
      NULL },
    { "Images marked with an asterisk do not fall under the CC-BY-SA licence.",
      COG_SOURCE_WORDS_ALWAYS, NULL },
    { "The designations employed and the presentation of material throughout this publication do "
      "not imply the expression of any opinion whatsoever on the part of UNESCO.",
      COG_SOURCE_WORDS_ALWAYS, NULL },
    { "Suggested citation. Ten facts. Geneva: World Health Organization; 2020.",
      COG_SOURCE_WORDS_REQUEST, NULL },
    { "Zitiervorschlag: Muster, A. (2020): Beispiel.", COG_SOURCE_WORDS_REQUEST, NULL },
    { "If you reuse art from this text that does not have attribution provided, use the following "
      "attribution: Copyright Rice University, OpenStax, under CC-BY 4.0 license.",
      COG_SOURCE_WORDS_ART, NULL },
    { "The present work is not an official UNESCO publication and shall not be considered as such.",
      COG_SOURCE_WORDS_DERIVATIVE, NULL },
    { "Te recomendamos que incluyas un archivo que describa cómo citar tu proyecto.",
      COG_SOURCE_WORDS_NONE, NULL },
    { "Water boils at 100 °C.", COG_SOURCE_WORDS_NONE, NULL },
    { "", COG_SOURCE_WORDS_NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (cog_source_words_read (cases[i].text, &words), ==, cases[i].kind);
      if (cases[i].kind != COG_SOURCE_WORDS_NONE)
        g_assert_cmpstr (words, ==, cases[i].words != NULL ? cases[i].words : cases[i].text);
    }
}

static CogBook *
new_book (const char *const *paragraphs)
{
  CogBook *book = cog_book_new ();
  CogSection *section = cog_section_new ("s", "Copyright");
  xmlNode *root = cog_section_make_content (section);

  for (; *paragraphs != NULL; paragraphs++)
    xmlNewTextChild (root, NULL, (const xmlChar *)"p", (const xmlChar *)*paragraphs);
  section->origin = g_strdup ("copyright.xhtml");
  book->language = g_strdup ("en");
  g_ptr_array_add (book->sections, section);
  return book;
}

static void
test_page (void)
{
  static const char *const paragraphs[] = {
    "© World Health Organization 2020",
    "Translations: “" DISCLAIMER "”.",
    "Suggested citation. Ten facts. Geneva: World Health Organization; 2020.",
    "The designations employed in this publication do not imply any opinion.",
    "The designations employed in this publication do not imply any opinion.",
    NULL,
  };
  g_autoptr (CogBook) book = new_book (paragraphs);
  const CogNotice *notice;

  cog_source_page_read (book);
  g_assert_cmpstr (book->credit->copyright, ==, paragraphs[0]);
  g_assert_cmpstr (book->credit->requested, ==, paragraphs[2]);
  g_assert_cmpuint (book->credit->notices->len, ==, 2);
  notice = g_ptr_array_index (book->credit->notices, 0);
  g_assert_cmpstr (notice->kind, ==, "translation");
  g_assert_cmpstr (notice->text, ==, DISCLAIMER);
  g_assert_cmpstr (notice->language, ==, "en");
  notice = g_ptr_array_index (book->credit->notices, 1);
  g_assert_cmpstr (notice->kind, ==, "always");
}

/* One paragraph lays down both sentences, without quotation marks. */
static void
test_one_paragraph (void)
{
  static const char valid[] = "In the event of any discrepancy between the original work and the "
                              "translation, only the text of the original work should be "
                              "considered valid.";
  static const char adapted[] = "This is an adaptation of an original work by the OECD. The "
                                "opinions expressed should not be reported as official.";
  g_autofree char *paragraph = g_strconcat (
      "Attribution – you must cite the work. Translations – you must cite the original work, "
      "identify changes to the original and add the following text: ",
      valid, " Adaptations – you must cite the original work and add the following text: ", adapted,
      " Third-party material – the licence does not apply to it.", NULL);
  const char *const paragraphs[] = { paragraph, NULL };
  g_autoptr (CogBook) book = new_book (paragraphs);
  const CogNotice *notice;

  cog_source_page_read (book);
  g_assert_cmpuint (book->credit->notices->len, ==, 2);
  notice = g_ptr_array_index (book->credit->notices, 0);
  g_assert_cmpstr (notice->kind, ==, "translation");
  g_assert_cmpstr (notice->text, ==, valid);
  notice = g_ptr_array_index (book->credit->notices, 1);
  g_assert_cmpstr (notice->kind, ==, "adaptation");
  g_assert_cmpstr (notice->text, ==, adapted);
}

/* Read again, a book's record stays what it is. */
static void
test_record_stays (void)
{
  static const char *const paragraphs[] = { "© UNESCO 2023", "“" DISCLAIMER "”", NULL };
  g_autoptr (CogBook) book = new_book (paragraphs);

  book->credit->copyright = g_strdup ("© UNESCO 2021");
  cog_source_page_read (book);
  cog_source_page_read (book);
  g_assert_cmpstr (book->credit->copyright, ==, "© UNESCO 2021");
  g_assert_cmpuint (book->credit->notices->len, ==, 1);
}

/* The source's own default speaks for items that name no licence, unless somebody claims rights. */
static void
test_default_for_art (void)
{
  static const char *const paragraphs[] = {
    "Because the art is openly licensed, anyone may reuse it. If you reuse art from this text that "
    "does not have attribution provided, use the following attribution: Copyright Rice University.",
    NULL,
  };
  g_autoptr (CogBook) book = new_book (paragraphs);
  CogCredit *open = cog_credit_new (), *claimed = cog_credit_new (), *licensed = cog_credit_new ();
  const CogStatement *statement;

  book->credit->licence = g_strdup ("CC-BY-4.0");
  claimed->copyright = g_strdup ("© ESA");
  licensed->licence = g_strdup ("CC-BY-2.0");
  g_ptr_array_add (book->credits, open);
  g_ptr_array_add (book->credits, claimed);
  g_ptr_array_add (book->credits, licensed);
  cog_source_page_read (book);
  cog_source_page_read (book);
  g_assert_null (open->licence);
  g_assert_cmpuint (open->statements->len, ==, 1);
  statement = g_ptr_array_index (open->statements, 0);
  g_assert_cmpstr (statement->words, ==, paragraphs[0]);
  g_assert_cmpstr (statement->file, ==, "copyright.xhtml");
  g_assert_cmpstr (statement->licence, ==, "CC-BY-4.0");
  g_assert_cmpuint (claimed->statements->len, ==, 0);
  g_assert_cmpuint (licensed->statements->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-page/words", test_words);
  g_test_add_func ("/source-page/page", test_page);
  g_test_add_func ("/source-page/one-paragraph", test_one_paragraph);
  g_test_add_func ("/source-page/record-stays", test_record_stays);
  g_test_add_func ("/source-page/default-for-art", test_default_for_art);
  return g_test_run ();
}
