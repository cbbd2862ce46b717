/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markup.h"

#include <string.h>

/* Words in the book's language, not the interface's; English stands in for the others. */
static const char *const keys[] = { "contents", "cover",        "next",
                                    "previous", "back-to-text", "skip",
                                    "picture",  "summary-full", "summary-part" };
static const struct
{
  const char *language;
  const char *words[G_N_ELEMENTS (keys)];
} table[] = {
  { "en",
    { "Contents", "Cover", "Next", "Previous", "Back to text", "Skip to the text", "Picture",
      "All pictures have descriptions. The text is in reading order, with headings to find one's "
      "way.",
      "Some pictures have no description yet. The text is in reading order, with headings to find "
      "one's way." } },
  { "ar",
    { "المحتويات", "الغلاف", "التالي", "السابق", "العودة إلى النص", "انتقل إلى النص", "صورة",
      "لكل الصور أوصاف. النص بترتيب القراءة وله عناوين تسهّل التنقل.",
      "بعض الصور بلا وصف بعد. النص بترتيب القراءة وله عناوين تسهّل التنقل." } },
  { "fr",
    { "Table des matières", "Couverture", "Suivant", "Précédent", "Retour au texte",
      "Aller au texte", "Image",
      "Toutes les images ont une description. Le texte suit l’ordre de lecture, avec des titres.",
      "Certaines images n’ont pas encore de description. Le texte suit l’ordre de lecture, avec "
      "des titres." } },
  { "es",
    { "Contenido", "Cubierta", "Siguiente", "Anterior", "Volver al texto", "Ir al texto", "Imagen",
      "Todas las imágenes tienen descripción. El texto sigue el orden de lectura, con títulos.",
      "Algunas imágenes aún no tienen descripción. El texto sigue el orden de lectura, con "
      "títulos." } },
  { "ru",
    { "Содержание", "Обложка", "Далее", "Назад", "Вернуться к тексту", "Перейти к тексту",
      "Рисунок", "У всех рисунков есть описания. Текст идёт в порядке чтения, с заголовками.",
      "У некоторых рисунков пока нет описания. Текст идёт в порядке чтения, с заголовками." } },
  { "zh",
    { "目录", "封面", "下一页", "上一页", "返回正文", "跳到正文", "图片",
      "所有图片都有说明。正文按阅读顺序排列，并有标题。",
      "部分图片尚无说明。正文按阅读顺序排列，并有标题。" } },
  { "pt",
    { "Sumário", "Capa", "Próximo", "Anterior", "Voltar ao texto", "Ir para o texto", "Imagem",
      "Todas as imagens têm descrição. O texto segue a ordem de leitura, com títulos.",
      "Algumas imagens ainda não têm descrição. O texto segue a ordem de leitura, com títulos." } },
  { "pl",
    { "Spis treści", "Okładka", "Dalej", "Wstecz", "Wróć do tekstu", "Przejdź do tekstu",
      "Ilustracja",
      "Wszystkie ilustracje mają opisy. Tekst jest w kolejności czytania, z nagłówkami.",
      "Niektóre ilustracje nie mają jeszcze opisu. Tekst jest w kolejności czytania, z "
      "nagłówkami." } },
};

/* The one word that every book needs, in languages that the table above has not, and in variants of
 * those that it has. */
static const struct
{
  const char *language, *word;
} contents[] = {
  { "bn", "সূচিপত্র" },      { "cs", "Obsah" },         { "de", "Inhalt" },   { "el", "Περιεχόμενα" },
  { "fa", "فهرست" },       { "he", "תוכן העניינים" }, { "hi", "विषय-सूची" }, { "id", "Daftar Isi" },
  { "it", "Indice" },      { "ja", "目次" },          { "kk", "Мазмұны" },  { "ko", "차례" },
  { "nl", "Inhoud" },      { "sv", "Innehåll" },      { "sw", "Yaliyomo" }, { "th", "สารบัญ" },
  { "tr", "İçindekiler" }, { "uk", "Зміст" },         { "ur", "فہرست" },    { "vi", "Mục lục" },
  { "zh-TW", "目錄" },     { "zh-Hant", "目錄" },
};

static const char *
find_contents (const char *language)
{
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (contents); i++)
    {
      gsize n = strlen (contents[i].language);
      if (g_ascii_strncasecmp (language, contents[i].language, n) == 0 &&
          !g_ascii_isalpha (language[n]))
        return contents[i].word;
    }
  return NULL;
}

const char *
cog_markup_get_word (const char *language, const char *key)
{
  const char *word = g_str_equal (key, "contents") ? find_contents (language) : NULL;
  guint row = 0;

  if (word != NULL)
    return word;
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (table); i++)
    if (strncmp (language, table[i].language, 2) == 0 && !g_ascii_isalpha (language[2]))
      row = i;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i], key))
      return table[row].words[i];
  g_return_val_if_reached (key);
}
