/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-kazakh-ending.h"

#include <string.h>

typedef enum
{
  NO_CASE,
  GENITIVE,
  DATIVE,
  ACCUSATIVE,
  LOCATIVE,
  ABLATIVE,
  INSTRUMENTAL,
  MEASURING, /* "5 мильдік жол", a way of five miles */
} Case;

/* Which sounds a word ends in. */
typedef enum
{
  VOWEL,
  LIQUID, /* р й у */
  LAMBDA, /* л */
  NASAL,  /* м н ң */
  BUZZ,   /* з ж */
  HARD,   /* voiceless, and what is said so at the end */
  N_SOUNDS
} Sound;

/* By the last sound, with back vowels and with front ones. */
static const char *const endings[][N_SOUNDS][2] = {
  [NO_CASE] = { { NULL, NULL } },
  [GENITIVE] = { { "ның", "нің" },
                 { "дың", "дің" },
                 { "дың", "дің" },
                 { "ның", "нің" },
                 { "дың", "дің" },
                 { "тың", "тің" } },
  [DATIVE] = { { "ға", "ге" },
               { "ға", "ге" },
               { "ға", "ге" },
               { "ға", "ге" },
               { "ға", "ге" },
               { "қа", "ке" } },
  [ACCUSATIVE] = { { "ны", "ні" },
                   { "ды", "ді" },
                   { "ды", "ді" },
                   { "ды", "ді" },
                   { "ды", "ді" },
                   { "ты", "ті" } },
  [LOCATIVE] = { { "да", "де" },
                 { "да", "де" },
                 { "да", "де" },
                 { "да", "де" },
                 { "да", "де" },
                 { "та", "те" } },
  [ABLATIVE] = { { "дан", "ден" },
                 { "дан", "ден" },
                 { "дан", "ден" },
                 { "нан", "нен" },
                 { "дан", "ден" },
                 { "тан", "тен" } },
  [INSTRUMENTAL] = { { "мен", "мен" },
                     { "мен", "мен" },
                     { "мен", "мен" },
                     { "мен", "мен" },
                     { "бен", "бен" },
                     { "пен", "пен" } },
  [MEASURING] = { { "лық", "лік" },
                  { "лық", "лік" },
                  { "дық", "дік" },
                  { "дық", "дік" },
                  { "дық", "дік" },
                  { "тық", "тік" } },
};

/* Signs of units, and how they are said. */
static const struct
{
  const char *sign, *said;
} units[] = {
  { "км", "километр" },  { "м", "метр" },    { "см", "сантиметр" }, { "мм", "миллиметр" },
  { "кг", "килограмм" }, { "г", "грамм" },   { "т", "тонна" },      { "л", "литр" },
  { "мл", "миллилитр" }, { "га", "гектар" }, { "₸", "теңге" },
};

/* Of words that name units and money no other ends in one of these. */
static Case
find_case (const char *words)
{
  Case found = NO_CASE;
  gsize longest = 0;

  for (guint which = GENITIVE; which <= MEASURING; which++)
    for (guint sound = 0; sound < N_SOUNDS; sound++)
      for (guint front = 0; front < 2; front++)
        {
          const char *ending = endings[which][sound][front];

          if (strlen (ending) > longest && g_str_has_suffix (words, ending))
            {
              longest = strlen (ending);
              found = (Case)which;
            }
        }
  return found;
}

static Sound
get_sound (const char *said)
{
  static const char *const sounds[] = {
    [VOWEL] = "аәеёиоөуұүыіэюя", [LIQUID] = "рй", [LAMBDA] = "л", [NASAL] = "мнң", [BUZZ] = "зж",
  };
  const char *last = g_utf8_find_prev_char (said, said + strlen (said));

  for (guint i = 0; last != NULL && i < G_N_ELEMENTS (sounds); i++)
    if (g_utf8_strchr (sounds[i], -1, g_utf8_get_char (last)) != NULL)
      return (Sound)i;
  return HARD;
}

/* The last vowel says which ones follow. */
static gboolean
is_front (const char *said)
{
  gboolean front = FALSE;

  for (const char *at = said; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_utf8_strchr ("әеөүіиэ", -1, c) != NULL)
        front = TRUE;
      else if (g_utf8_strchr ("аоұыяёю", -1, c) != NULL)
        front = FALSE;
    }
  return front;
}

char *
cog_kazakh_dup_inflected (const char *amount, const char *like)
{
  Case wanted;
  const char *unit;

  g_return_val_if_fail (amount != NULL && like != NULL, NULL);

  wanted = find_case (like);
  if (wanted == NO_CASE)
    return g_strdup (amount);
  unit = strrchr (amount, ' ');
  unit = MAX (unit, g_strrstr (amount, "\u00A0"));
  if (unit == NULL)
    return NULL;
  unit = g_utf8_next_char (unit);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].sign) == 0)
      {
        const char *said = units[i].said;
        const char *ending = endings[wanted][get_sound (said)][is_front (said)];
        g_autofree char *before = g_strndup (amount, (gsize)(unit - amount));

        /* A word takes its ending; letters that stand for one take it behind a hyphen. */
        return g_unichar_isalpha (g_utf8_get_char (unit))
                   ? g_strconcat (before, unit, "-", ending, NULL)
                   : g_strconcat (before, said, ending, NULL);
      }
  return NULL;
}

void
cog_kazakh_inflect_proposals (CogLensFinding *finding, const char *there)
{
  g_return_if_fail (finding != NULL && there != NULL);

  for (guint i = 0; i < finding->proposals->len; i++)
    {
      CogProposal *proposal = g_ptr_array_index (finding->proposals, i);
      g_autofree char *before = g_steal_pointer (&proposal->words);

      if (before != NULL)
        proposal->words =
            before[0] != '\0' ? cog_kazakh_dup_inflected (before, there) : g_strdup (before);
    }
}
