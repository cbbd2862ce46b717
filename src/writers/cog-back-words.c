/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-back-words.h"

#include <string.h>

static const char *const keys[] = { "answers", "answer", "index" };

static const struct
{
  const char *language;
  const char *words[G_N_ELEMENTS (keys)];
} table[] = {
  { "en", { "Answers", "Answer", "Index" } },
  { "ar", { "الإجابات", "الإجابة", "فهرس المصطلحات" } },
  { "bn", { "উত্তরমালা", "উত্তর", "নির্ঘণ্ট" } },
  { "cs", { "Řešení", "Řešení", "Rejstřík" } },
  { "da", { "Facitliste", "Facit", "Stikordsregister" } },
  { "de", { "Lösungen", "Lösung", "Register" } },
  { "el", { "Απαντήσεις", "Απάντηση", "Ευρετήριο" } },
  { "es", { "Respuestas", "Respuesta", "Índice alfabético" } },
  { "fa", { "پاسخ‌ها", "پاسخ", "نمایه" } },
  { "fi", { "Vastaukset", "Vastaus", "Hakemisto" } },
  { "fr", { "Réponses", "Réponse", "Index" } },
  { "he", { "תשובות", "תשובה", "מפתח" } },
  { "hi", { "उत्तरमाला", "उत्तर", "अनुक्रमणिका" } },
  { "hu", { "Megoldások", "Megoldás", "Tárgymutató" } },
  { "id", { "Jawaban", "Jawaban", "Indeks" } },
  { "it", { "Risposte", "Risposta", "Indice analitico" } },
  { "ja", { "解答", "解答", "索引" } },
  { "kk", { "Жауаптар", "Жауап", "Көрсеткіш" } },
  { "ko", { "정답", "정답", "찾아보기" } },
  { "nl", { "Antwoorden", "Antwoord", "Register" } },
  { "pl", { "Odpowiedzi", "Odpowiedź", "Indeks" } },
  { "pt", { "Respostas", "Resposta", "Índice remissivo" } },
  { "ro", { "Răspunsuri", "Răspuns", "Index" } },
  { "ru", { "Ответы", "Ответ", "Предметный указатель" } },
  { "sv", { "Svar", "Svar", "Sakregister" } },
  { "sw", { "Majibu", "Jibu", "Faharasa" } },
  { "th", { "เฉลย", "เฉลย", "ดัชนี" } },
  { "tr", { "Cevaplar", "Cevap", "Dizin" } },
  { "uk", { "Відповіді", "Відповідь", "Предметний покажчик" } },
  { "ur", { "جوابات", "جواب", "اشاریہ" } },
  { "vi", { "Đáp án", "Đáp án", "Bảng tra" } },
  { "zh-Hant", { "解答", "解答", "索引" } },
  { "zh-TW", { "解答", "解答", "索引" } },
  { "zh", { "答案", "答案", "索引" } },
};

const char *
cog_back_get_word (const char *language, const char *key)
{
  guint row = 0, column = 0;

  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = G_N_ELEMENTS (table); language != NULL && i-- > 1;)
    {
      gsize n = strlen (table[i].language);
      if (g_ascii_strncasecmp (language, table[i].language, n) == 0 &&
          !g_ascii_isalnum (language[n]))
        row = row == 0 || n > strlen (table[row].language) ? i : row;
    }
  while (column < G_N_ELEMENTS (keys) && !g_str_equal (keys[column], key))
    column++;
  g_return_val_if_fail (column < G_N_ELEMENTS (keys), key);
  return table[row].words[column];
}
