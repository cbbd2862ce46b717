/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-ocr-language.h"

#include "cog-language.h"

#include <string.h>

#define MAX_LANGUAGES 3 /* each takes its time */

/* Data whose name is not the language's of ISO 639-2. */
static const struct
{
  const char *name, *tag;
} named[] = {
  { "chi_sim", "zh-Hans" }, { "chi_tra", "zh-Hant" },  { "aze_cyrl", "az-Cyrl" },
  { "srp", "sr-Cyrl" },     { "srp_latn", "sr-Latn" }, { "uzb_cyrl", "uz-Cyrl" },
  { "kmr", "ku-Latn" },     { "nor", "nb" },
};

/* Scripts as Tesseract names them, and ISO 15924. */
static const struct
{
  const char *name, *codes[4];
} scripts[] = {
  { "Arabic", { "arab" } },   { "Armenian", { "armn" } },   { "Bengali", { "beng" } },
  { "Cyrillic", { "cyrl" } }, { "Devanagari", { "deva" } }, { "Ethiopic", { "ethi" } },
  { "Fraktur", { "latn" } },  { "Georgian", { "geor" } },   { "Greek", { "grek" } },
  { "Gujarati", { "gujr" } }, { "Gurmukhi", { "guru" } },   { "Han", { "hans", "hant", "jpan" } },
  { "Hangul", { "kore" } },   { "Hebrew", { "hebr" } },     { "Hiragana", { "jpan" } },
  { "Japanese", { "jpan" } }, { "Kannada", { "knda" } },    { "Katakana", { "jpan" } },
  { "Khmer", { "khmr" } },    { "Korean", { "kore" } },     { "Lao", { "laoo" } },
  { "Latin", { "latn" } },    { "Malayalam", { "mlym" } },  { "Myanmar", { "mymr" } },
  { "Oriya", { "orya" } },    { "Sinhala", { "sinh" } },    { "Tamil", { "taml" } },
  { "Telugu", { "telu" } },   { "Thaana", { "thaa" } },     { "Thai", { "thai" } },
  { "Tibetan", { "tibt" } },
};

/* Data of what is no language of today: older spellings, signs, columns. */
static gboolean
is_special (const char *name)
{
  static const char *const all[] = { "osd", "equ", "frk", "enm", "frm" };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (name, all[i]))
      return TRUE;
  return g_str_has_suffix (name, "_old") || g_str_has_suffix (name, "_vert") ||
         g_str_has_suffix (name, "_latf") || strchr (name, '/') != NULL;
}

/* (nullable) */
static const char *
get_tag (const char *name)
{
  if (is_special (name))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (g_str_equal (name, named[i].name))
      return named[i].tag;
  return strlen (name) == 3 ? name : NULL;
}

gboolean
cog_pdf_ocr_languages_is_in_script (const char *tag, const char *script)
{
  g_autofree char *own = script != NULL ? cog_language_dup_script (tag) : NULL;

  if (script == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_str_equal (script, scripts[i].name))
      return own != NULL &&
             (g_str_equal (own, scripts[i].codes[0]) || g_strcmp0 (own, scripts[i].codes[1]) == 0 ||
              g_strcmp0 (own, scripts[i].codes[2]) == 0);
  return FALSE;
}

const char *
cog_pdf_ocr_languages_find (const char *tag, const char *const *installed)
{
  for (guint i = 0; installed[i] != NULL; i++)
    {
      const char *own = get_tag (installed[i]);

      if (own != NULL && cog_language_equal (own, tag))
        return installed[i];
    }
  return NULL;
}

static void
add (GPtrArray *chosen, const char *name)
{
  if (name != NULL && chosen->len < MAX_LANGUAGES &&
      !g_ptr_array_find_with_equal_func (chosen, name, g_str_equal, NULL))
    g_ptr_array_add (chosen, (gpointer)name);
}

static void
add_asked (GPtrArray *chosen, const char *asked, const char *const *installed, char **missing)
{
  g_auto (GStrv) tags = g_strsplit (asked, "+", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      const char *name = cog_pdf_ocr_languages_find (tags[i], installed);

      add (chosen, name);
      if (name == NULL && *missing == NULL)
        *missing = g_strdup (tags[i]);
    }
}

/* "script/Arabic" reads all languages of it; some systems have it without the folder. */
static const char *
find_script_data (const char *script, const char *const *installed)
{
  for (guint i = 0; installed[i] != NULL; i++)
    if (g_str_equal (installed[i], script) ||
        (g_str_has_prefix (installed[i], "script/") && g_str_equal (installed[i] + 7, script)))
      return installed[i];
  return NULL;
}

/* No language is known that would be written so: those that there are. */
static void
add_all_of_script (GPtrArray *chosen, const char *script, const char *const *installed)
{
  add (chosen, find_script_data (script, installed));
  for (guint i = 0; installed[i] != NULL && chosen->len == 0; i++)
    if (get_tag (installed[i]) != NULL &&
        cog_pdf_ocr_languages_is_in_script (get_tag (installed[i]), script))
      add (chosen, installed[i]);
}

static void
add_known (GPtrArray *chosen,
           const CogPdfOcrLanguages *known,
           const char *const *installed,
           char **missing)
{
  gboolean is_told =
      known->of_file != NULL && cog_pdf_ocr_languages_is_in_script (known->of_file, known->script);

  if (is_told)
    {
      add (chosen, cog_pdf_ocr_languages_find (known->of_file, installed));
      if (chosen->len == 0)
        *missing = g_strdup (known->of_file);
    }
  for (guint i = 0; known->spoken[i] != NULL && chosen->len == 0; i++)
    if (cog_pdf_ocr_languages_is_in_script (known->spoken[i], known->script) &&
        !(is_told && known->script == NULL))
      add (chosen, cog_pdf_ocr_languages_find (known->spoken[i], installed));
  if (chosen->len == 0 && known->script != NULL)
    add_all_of_script (chosen, known->script, installed);
  if (chosen->len == 0 && known->script != NULL && *missing == NULL)
    *missing = g_strdup (known->script);
  if (chosen->len == 0 && known->script == NULL && !is_told)
    add (chosen, cog_pdf_ocr_languages_find ("en", installed));
}

/* Latin words stand in texts of every script. */
static void
add_english (GPtrArray *chosen, const char *const *installed)
{
  const char *tag = chosen->len == 1 ? get_tag (chosen->pdata[0]) : NULL;

  if (tag != NULL && !cog_pdf_ocr_languages_is_in_script (tag, "Latin"))
    add (chosen, cog_pdf_ocr_languages_find ("en", installed));
}

char *
cog_pdf_ocr_languages_choose (const CogPdfOcrLanguages *known,
                              const char *const *installed,
                              char **missing)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  g_return_val_if_fail (known != NULL && installed != NULL && missing != NULL, NULL);

  *missing = NULL;
  if (known->asked[0] != '\0')
    add_asked (chosen, known->asked, installed, missing);
  else
    {
      add_known (chosen, known, installed, missing);
      add_english (chosen, installed);
    }
  if (chosen->len == 0)
    return NULL;
  g_ptr_array_add (chosen, NULL);
  return g_strjoinv ("+", (char **)chosen->pdata);
}

char *
cog_pdf_ocr_languages_dup_package (const char *missing)
{
  char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (named) && name == NULL; i++)
    if (cog_language_equal (missing, named[i].tag))
      name = g_strdup (named[i].name);
  if (name == NULL)
    name = cog_language_dup_iso3 (missing);
  /* Of a script: Debian has its four letters. */
  for (guint i = 0; i < G_N_ELEMENTS (scripts) && name == NULL; i++)
    if (g_str_equal (missing, scripts[i].name))
      name = g_strconcat ("script-", scripts[i].codes[0], NULL);
  return name != NULL ? g_strdelimit (name, "_", '-') : g_strdup (missing);
}
