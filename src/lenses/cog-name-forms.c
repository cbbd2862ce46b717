/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-name-forms.h"

#include <string.h>

/* By the last letter of the name: what is put in its place ("а": Маша, Маши), or behind a letter
 * that stays ("": Иван, Ивана). From school grammar. */
typedef struct
{
  const char *ending; /* "": any other */
  const char *forms;  /* separated by spaces */
} Declension;

static const Declension russian[] = {
  { "а", "ы и е у ой ей" },
  { "я", "и е ю ей и" },
  { "й", "я ю ем е и" },
  { "ь", "я ю ем е и" },
  { "о", NULL },
  { "е", NULL },
  { "и", NULL },
  { "у", NULL },
  { "", "а у ом ем е" },
};

static const Declension polish[] = {
  { "ia", "i ię ią iu io" },
  { "a", "y i ę ą o ie ce dze rze" },
  { "i", NULL },
  { "y", NULL },
  { "o", NULL },
  { "e", NULL },
  { "", "a owi em iem ie u" },
};

/* A Kazakh name takes whatever its cases, persons and possessors put behind it; a short one would
 * begin other words. */
#define SHORTEST_STEM 4

static char **
dup_kazakh (const char *name)
{
  const char *forms[] = { NULL, NULL };
  g_autofree char *stem = NULL;

  if (g_utf8_strlen (name, -1) < SHORTEST_STEM)
    return NULL;
  stem = g_strconcat (name, "*", NULL);
  forms[0] = stem;
  return g_strdupv ((char **)forms);
}

static char **
decline (const char *name, const Declension *table, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gsize length = strlen (name) - strlen (table[i].ending);
      g_auto (GStrv) forms = NULL;

      if (!g_str_has_suffix (name, table[i].ending))
        continue;
      if (table[i].forms == NULL)
        return NULL;
      forms = g_strsplit (table[i].forms, " ", -1);
      for (guint k = 0; forms[k] != NULL; k++)
        {
          char *form = g_strdup_printf ("%.*s%s", (int)length, name, forms[k]);

          g_free (forms[k]);
          forms[k] = form;
        }
      return g_steal_pointer (&forms);
    }
  return NULL;
}

char **
cog_name_forms_dup (const char *name, const char *base)
{
  g_return_val_if_fail (name != NULL && base != NULL, NULL);

  if (strcmp (base, "kk") == 0)
    return dup_kazakh (name);
  if (strcmp (base, "ru") == 0)
    return decline (name, russian, G_N_ELEMENTS (russian));
  if (strcmp (base, "pl") == 0)
    return decline (name, polish, G_N_ELEMENTS (polish));
  return NULL;
}
