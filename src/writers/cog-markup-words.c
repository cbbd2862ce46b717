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
  { "de",
    { "Inhalt", "Umschlag", "Weiter", "Zurück", "Zurück zum Text", "Zum Text springen", "Bild",
      "Alle Bilder haben Beschreibungen. Der Text steht in Lesereihenfolge und hat Überschriften "
      "zur Orientierung.",
      "Einige Bilder haben noch keine Beschreibung. Der Text steht in Lesereihenfolge und hat "
      "Überschriften zur Orientierung." } },
  { "uk",
    { "Зміст", "Обкладинка", "Далі", "Назад", "Повернутися до тексту", "Перейти до тексту",
      "Малюнок", "Усі малюнки мають описи. Текст іде в порядку читання, із заголовками.",
      "Деякі малюнки ще не мають опису. Текст іде в порядку читання, із заголовками." } },
  { "kk",
    { "Мазмұны", "Мұқаба", "Келесі", "Алдыңғы", "Мәтінге оралу", "Мәтінге өту", "Сурет",
      "Барлық суреттің сипаттамасы бар. Мәтін оқу ретімен, тақырыптармен берілген.",
      "Кейбір суреттің сипаттамасы әлі жоқ. Мәтін оқу ретімен, тақырыптармен берілген." } },
  { "tr",
    { "İçindekiler", "Kapak", "Sonraki", "Önceki", "Metne dön", "Metne geç", "Resim",
      "Tüm resimlerin açıklaması vardır. Metin okuma sırasındadır ve başlıkları vardır.",
      "Bazı resimlerin henüz açıklaması yoktur. Metin okuma sırasındadır ve başlıkları vardır." } },
  { "id",
    { "Daftar Isi", "Sampul", "Berikutnya", "Sebelumnya", "Kembali ke teks", "Langsung ke teks",
      "Gambar",
      "Semua gambar memiliki deskripsi. Teks tersusun menurut urutan baca dan memiliki judul.",
      "Beberapa gambar belum memiliki deskripsi. Teks tersusun menurut urutan baca dan memiliki "
      "judul." } },
  { "fa",
    { "فهرست", "جلد", "بعدی", "قبلی", "بازگشت به متن", "رفتن به متن", "تصویر",
      "همهٔ تصویرها توضیح دارند. متن به ترتیب خواندن است و عنوان دارد.",
      "برخی تصویرها هنوز توضیح ندارند. متن به ترتیب خواندن است و عنوان دارد." } },
  { "ur",
    { "فہرست", "سرورق", "اگلا", "پچھلا", "متن پر واپس", "متن پر جائیں", "تصویر",
      "تمام تصویروں کی وضاحت موجود ہے۔ متن پڑھنے کی ترتیب میں ہے اور اس میں عنوانات ہیں۔",
      "کچھ تصویروں کی وضاحت ابھی نہیں ہے۔ متن پڑھنے کی ترتیب میں ہے اور اس میں عنوانات ہیں۔" } },
  { "hi",
    { "विषय-सूची", "आवरण", "अगला", "पिछला", "पाठ पर वापस", "पाठ पर जाएँ", "चित्र",
      "सभी चित्रों के विवरण हैं। पाठ पढ़ने के क्रम में है और उसमें शीर्षक हैं।",
      "कुछ चित्रों के विवरण अभी नहीं हैं। पाठ पढ़ने के क्रम में है और उसमें शीर्षक हैं।" } },
  { "sw",
    { "Yaliyomo", "Jalada", "Inayofuata", "Iliyotangulia", "Rudi kwenye maandishi",
      "Nenda kwenye maandishi", "Picha",
      "Picha zote zina maelezo. Maandishi yako katika mpangilio wa kusomwa, yenye vichwa.",
      "Baadhi ya picha bado hazina maelezo. Maandishi yako katika mpangilio wa kusomwa, yenye "
      "vichwa." } },
};

/* The one word that every book needs, in languages that the table above has not, and in variants of
 * those that it has. */
static const struct
{
  const char *language, *word;
} contents[] = {
  { "bn", "সূচিপত্র" },    { "cs", "Obsah" }, { "el", "Περιεχόμενα" }, { "he", "תוכן העניינים" },
  { "it", "Indice" },    { "ja", "目次" },  { "ko", "차례" },        { "nl", "Inhoud" },
  { "sv", "Innehåll" },  { "th", "สารบัญ" }, { "vi", "Mục lục" },     { "zh-TW", "目錄" },
  { "zh-Hant", "目錄" },
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
