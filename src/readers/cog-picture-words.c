/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-words.h"

#include "cog-error.h"
#include "cog-language.h"
#include "cog-pdf-ocr-language.h"
#include "cog-pdf-ocr-text.h"
#include "cog-recognizer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Leaves and grain are seen as letters, too, two or three at a time: words are believed where some
 * of them are long. */
#define CONFIDENCE .7
#define SURE .88 /* of a long word that stands alone in a picture */
#define LETTERS 2
#define LETTERS_OF_LONG 4
#define SHARE_OF_LONG .25
#define SHORTEST 7     /* pixels: less cannot be read */
#define TALLEST .5     /* of the picture's height */
#define RESOLUTION 150 /* pixels an inch: what labels of 8 points in a figure mostly have */
#define SAMPLE 40      /* characters */

void
cog_picture_words_free (CogPictureWords *words)
{
  if (words == NULL)
    return;
  g_free (words->sample);
  g_free (words);
}

/* ── Languages ───────────────────────────────────────────────────────────────────────────────── */

static char **
list_installed (GCancellable *cancellable, GError **error)
{
  const CogRecognizeTask task = { .kind = COG_RECOGNIZE_LANGUAGES };
  g_autoptr (GBytes) answer = cog_recognizer_run (&task, cancellable, error);
  g_autofree char *text = NULL;

  if (answer == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
  return g_strsplit (text, "\n", -1);
}

char *
cog_picture_words_languages (const char *tag, GCancellable *cancellable, GError **error)
{
  static const char *const nobody[] = { NULL };
  const CogPdfOcrLanguages known = { .asked = "", .of_file = tag, .spoken = nobody };
  g_auto (GStrv) installed = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *package = NULL;
  char *languages;

  g_return_val_if_fail (tag != NULL, NULL);

  if (!cog_recognizer_is_installed ())
    {
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                   /* Translators: “Tesseract” is a program, “tesseract-ocr” its package. */
                   _ ("To read the words in pictures, install Tesseract (the package "
                      "“tesseract-ocr”)."));
      return NULL;
    }
  installed = list_installed (cancellable, error);
  if (installed == NULL)
    return NULL;
  languages = cog_pdf_ocr_languages_choose (&known, (const char *const *)installed, &missing);
  if (missing == NULL && languages != NULL)
    return languages;
  /* Words of one language are hardly seen by the data of another. */
  g_free (languages);
  package = cog_pdf_ocr_languages_dup_package (missing != NULL ? missing : tag);
  g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
               /* Translators: %s is the end of a package's name, such as "fra". */
               _ ("To read the words in these pictures, install “tesseract-ocr-%s”."), package);
  return NULL;
}

/* ── Words ───────────────────────────────────────────────────────────────────────────────────── */

static guint
count_letters (const char *text, guint *n_all)
{
  guint n = 0;

  *n_all = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      n += g_unichar_isalpha (c);
      *n_all += !g_unichar_ismark (c);
    }
  return n;
}

static gboolean
is_word (const CogPdfOcrWord *word, guint height)
{
  guint n_all, n_letters = count_letters (word->text, &n_all);

  return word->confidence >= CONFIDENCE && n_letters >= LETTERS && n_letters * 3 >= n_all * 2 &&
         word->box.height >= SHORTEST && word->box.height <= TALLEST * height;
}

/* "Ocean", "OCEAN"; not "oCean". */
static gboolean
is_long (const CogPdfOcrWord *word)
{
  guint n_all, n_letters = count_letters (word->text, &n_all);
  guint n_capitals = 0;

  for (const char *at = word->text; *at != '\0'; at = g_utf8_next_char (at))
    n_capitals += g_unichar_isupper (g_utf8_get_char (at));
  return n_letters >= LETTERS_OF_LONG &&
         (n_capitals == 0 || n_capitals == n_letters ||
          (n_capitals == 1 && g_unichar_isupper (g_utf8_get_char (word->text))));
}

static gboolean
are_believed (const GPtrArray *words)
{
  guint n_long = 0, n_sure = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const CogPdfOcrWord *word = g_ptr_array_index (words, i);

      n_long += is_long (word);
      n_sure += is_long (word) && word->confidence >= SURE;
    }
  return n_long >= SHARE_OF_LONG * words->len && (n_long >= 2 || n_sure == 1);
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

static char *
dup_sample (GPtrArray *words)
{
  GString *sample = g_string_new (NULL);
  guint i;

  for (i = 0; i < words->len && g_utf8_strlen (sample->str, -1) < SAMPLE; i++)
    g_string_append_printf (sample, "%s%s", i > 0 ? " " : "",
                            ((CogPdfOcrWord *)g_ptr_array_index (words, i))->text);
  if (i < words->len)
    g_string_append (sample, "…");
  return g_string_free (sample, FALSE);
}

static CogPictureWords *
judge (const CogPdfOcrText *text, guint height)
{
  CogPictureWords *words = g_new0 (CogPictureWords, 1);
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < text->words->len; i++)
    {
      CogPdfOcrWord *word = &g_array_index (text->words, CogPdfOcrWord, i);

      if (!is_word (word, height))
        continue;
      g_ptr_array_add (seen, word);
      g_array_append_val (heights, word->box.height);
    }
  if (!are_believed (seen))
    g_ptr_array_set_size (seen, 0);
  words->n_words = seen->len;
  words->sample = dup_sample (seen);
  if (seen->len > 0)
    {
      g_array_sort (heights, compare_heights);
      words->height = g_array_index (heights, double, heights->len / 2) / MAX (height, 1);
    }
  return words;
}

CogPictureWords *
cog_picture_words_recognize (
    GBytes *picture, guint height, const char *languages, GCancellable *cancellable, GError **error)
{
  const CogRecognizeTask task = { COG_RECOGNIZE_SPARSE, RESOLUTION, languages, picture };
  g_autoptr (GBytes) hocr = NULL;
  g_autoptr (CogPdfOcrText) text = NULL;

  g_return_val_if_fail (picture != NULL && languages != NULL, NULL);

  hocr = cog_recognizer_run (&task, cancellable, error);
  if (hocr == NULL)
    return NULL;
  /* One pixel is one point. */
  text = cog_pdf_ocr_text_new (hocr, 72);
  if (text == NULL)
    {
      /* Translators: the name of a program. */
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s does not answer."), "Tesseract");
      return NULL;
    }
  cog_pdf_ocr_text_mend (text);
  return judge (text, height);
}
