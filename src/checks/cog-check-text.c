/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-text.h"

#include "cog-language.h"

#include <string.h>

static void
mark (CogCheckText *self, guint start, guint end)
{
  for (guint i = start; i < end && i < self->length; i++)
    self->is_alien[i] = TRUE;
}

/* The value of an attribute of a start tag. (transfer full) (nullable) */
static char *
dup_attribute (const char *markup, const char *name)
{
  g_autofree char *opening = g_strconcat (" ", name, "=\"", NULL);
  const char *at = strstr (markup, opening);
  const char *end;

  if (at == NULL)
    return NULL;
  at += strlen (opening);
  end = strchr (at, '"');
  return end != NULL ? g_strndup (at, (gsize)(end - at)) : NULL;
}

static gboolean
is_alien_element (const CogCode *code, const char *language)
{
  static const char *const elements[] = { "code", "kbd", "samp", NULL };
  g_autofree char *lang = NULL;

  if (g_strv_contains (elements, code->element))
    return TRUE;
  lang = code->markup != NULL ? dup_attribute (code->markup, "lang") : NULL;
  return lang != NULL && lang[0] != '\0' && !cog_language_equal (lang, language);
}

static void
mark_codes (CogCheckText *self)
{
  for (guint i = 0; i < self->text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (self->text->codes, i);

      if (code->type == COG_CODE_SPAN && is_alien_element (code, self->language))
        mark (self, code->start, code->end);
    }
}

static gboolean
is_address_character (gunichar c)
{
  return c > ' ' && c < 0x7F && c != '<' && c != '>' && c != '"';
}

/* "https://…", "www.…", "a@b.org": from white space to white space. */
static void
mark_addresses (CogCheckText *self)
{
  for (guint start = 0, end; start < self->length; start = end + 1)
    {
      g_autofree char *run = NULL;

      for (end = start; is_address_character (cog_check_text_at (self, end)); end++)
        ;
      if (end - start < 6)
        continue;
      run = cog_check_text_dup (self, start, end);
      if (strstr (run, "://") != NULL || strstr (run, "www.") != NULL ||
          (strchr (run, '@') != NULL && strchr (strchr (run, '@'), '.') != NULL))
        {
          /* The mark of the sentence is none of the address. */
          while (end > start && strchr (".,;:!?)", (int)self->chars[end - 1]) != NULL)
            end--;
          mark (self, start, end);
        }
    }
}

CogCheckText *
cog_check_text_new (const char *xhtml, const char *language)
{
  CogCheckText *self;
  CogText *text;
  glong length;

  g_return_val_if_fail (xhtml != NULL && language != NULL, NULL);

  text = cog_text_new_from_xhtml (xhtml, NULL);
  if (text == NULL)
    return NULL;
  self = g_new0 (CogCheckText, 1);
  self->text = text;
  self->language = g_strdup (language);
  self->chars = g_utf8_to_ucs4_fast (text->plain, -1, &length);
  self->length = (guint)length;
  self->is_alien = g_new0 (guint8, self->length + 1);
  mark_codes (self);
  mark_addresses (self);
  return self;
}

void
cog_check_text_free (CogCheckText *self)
{
  if (self == NULL)
    return;
  cog_text_free (self->text);
  g_free (self->language);
  g_free (self->chars);
  g_free (self->is_alien);
  g_free (self);
}

char *
cog_check_text_dup (const CogCheckText *self, guint start, guint end)
{
  g_return_val_if_fail (self != NULL && start <= end && end <= self->length, NULL);
  return g_ucs4_to_utf8 (self->chars + start, (glong)(end - start), NULL, NULL, NULL);
}

gunichar
cog_check_text_at (const CogCheckText *self, gint64 at)
{
  return at >= 0 && at < (gint64)self->length ? self->chars[at] : 0;
}

gboolean
cog_check_is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

gboolean
cog_check_is_closing (gunichar c)
{
  static const gunichar more[] = { ')',    ']',    '}',    '"',    '\'',   0xBB,   0x2019, 0x201D,
                                   0x203A, 0x300D, 0x300F, 0x3009, 0x300B, 0x3011, 0xFF09, 0xFF3D };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (more[i] == c)
      return TRUE;
  return c == 0x201C || c == 0x2018;
}

gboolean
cog_check_is_opening (gunichar c)
{
  static const gunichar more[] = { '(',    '[',    '{',    '"',    '\'',   0xAB,   0x2018,
                                   0x201C, 0x201E, 0x201A, 0x2039, 0x300C, 0x300E, 0x3008,
                                   0x300A, 0x3010, 0xFF08, 0xFF3B, 0xBF,   0xA1 };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (more[i] == c)
      return TRUE;
  return c == 0x201D || c == 0xBB;
}

gboolean
cog_check_is_invisible (gunichar c)
{
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xAD || c == 0x61C;
}

gboolean
cog_check_is_ideograph (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

gboolean
cog_check_text_is_in (const CogCheckText *self, guint at, const char *element)
{
  for (guint i = 0; i < self->text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (self->text->codes, i);

      if (code->type == COG_CODE_SPAN && code->start <= at && at < code->end &&
          g_str_equal (code->element, element))
        return TRUE;
    }
  return FALSE;
}

/* Marks and joiners belong to the letter before them. */
static gboolean
goes_on (const CogCheckText *self, guint at)
{
  gunichar c = self->chars[at];

  if (g_unichar_isalpha (c) || g_unichar_ismark (c) || c == 0x200C || c == 0x200D || c == 0xAD)
    return TRUE;
  return (c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011) &&
         g_unichar_isalpha (cog_check_text_at (self, (gint64)at + 1));
}

GArray *
cog_check_text_list_words (const CogCheckText *self)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (CogCheckWord));

  g_return_val_if_fail (self != NULL, words);

  for (guint i = 0; i < self->length;)
    {
      CogCheckWord word = { i, i + 1 };

      i++;
      if (!g_unichar_isalpha (self->chars[word.start]))
        continue;
      if (!cog_check_is_ideograph (self->chars[word.start]))
        while (i < self->length && goes_on (self, i) && !cog_check_is_ideograph (self->chars[i]))
          i++;
      word.end = i;
      g_array_append_val (words, word);
    }
  return words;
}
