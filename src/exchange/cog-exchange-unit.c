/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-unit.h"

#include "cog-exchange-record.h"
#include "cog-xml.h"

#include <string.h>

CogExchangeUnit *
cog_exchange_unit_new (const char *id)
{
  CogExchangeUnit *self = g_new0 (CogExchangeUnit, 1);

  self->id = g_strdup (id);
  return self;
}

void
cog_exchange_unit_free (CogExchangeUnit *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  cog_text_free (self->source);
  cog_text_free (self->target);
  g_free (self->reason);
  g_free (self->note);
  g_free (self->base);
  g_free (self);
}

static guint
take_number (const CogText *source, const CogCode *code, gboolean *used)
{
  for (guint i = 0; i < source->codes->len; i++)
    {
      const CogCode *other = g_ptr_array_index (source->codes, i);

      if (!used[i] && other->type == code->type && g_str_equal (other->markup, code->markup))
        {
          used[i] = TRUE;
          return other->number;
        }
    }
  return 0;
}

/* The codes of both in their order; the same code has the same number. */
static void
number_codes (CogText *source, CogText *target)
{
  g_autofree gboolean *used = g_new0 (gboolean, source->codes->len + 1);
  guint next = source->codes->len;

  for (guint i = 0; i < source->codes->len; i++)
    ((CogCode *)g_ptr_array_index (source->codes, i))->number = i + 1;
  for (guint i = 0; target != NULL && i < target->codes->len; i++)
    {
      CogCode *code = g_ptr_array_index (target->codes, i);
      guint number = take_number (source, code, used);

      code->number = number != 0 ? number : ++next;
    }
}

static gboolean
has_words (const CogText *text)
{
  for (const char *c = text->plain; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

static CogText *
read_text (const CogUnit *unit, const char *xhtml, GError **error)
{
  CogText *text = cog_text_new_from_xhtml (xhtml, error);

  if (text == NULL)
    g_prefix_error (error, "%s: ", unit->id);
  return text;
}

CogExchangeUnit *
cog_exchange_unit_new_from_unit (const CogUnit *unit, GError **error)
{
  g_autoptr (CogExchangeUnit) self = NULL;
  const char *target;

  g_return_val_if_fail (unit != NULL, NULL);

  if (unit->source == NULL || unit->source[0] == '\0')
    return NULL;
  self = cog_exchange_unit_new (unit->id);
  self->kind = unit->kind;
  self->source = read_text (unit, unit->source, error);
  if (self->source == NULL)
    return NULL;
  target = unit->target;
  /* What is kept says the same in both languages. */
  if (target == NULL && unit->decision == COG_DECISION_KEPT)
    target = unit->source;
  if (target != NULL && target[0] != '\0')
    {
      self->target = read_text (unit, target, error);
      if (self->target == NULL)
        return NULL;
    }
  number_codes (self->source, self->target);
  self->state = unit->state;
  self->decision = unit->decision;
  self->reason = g_strdup (unit->reason);
  self->note = g_strdup (unit->note);
  self->has_state = self->has_decision = self->has_note = TRUE;
  self->is_fixed = !has_words (self->source) || unit->decision == COG_DECISION_OMITTED;
  self->base = cog_exchange_record_dup (self);
  return g_steal_pointer (&self);
}

char *
cog_exchange_dup_token (const char *id)
{
  GString *token = g_string_new (NULL);

  g_return_val_if_fail (id != NULL, NULL);

  for (const char *c = id; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      /* "_x" itself is written out, so that what is read back is never mistaken. */
      gboolean is_plain = letter < 0x80 && (g_ascii_isalnum (*c) || strchr ("._-", *c) != NULL);

      if (is_plain && !(*c == '_' && c[1] == 'x'))
        g_string_append_c (token, *c);
      else
        g_string_append_printf (token, "_x%X_", letter);
    }
  return g_string_free (token, FALSE);
}

#define LABEL_MAX 60 /* characters */

/* A formula in a line of text, as its source wrote it, tells more than its letters do. */
static char *
dup_alternative (const CogCode *code)
{
  g_autoptr (xmlDoc) document = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (code->element, "math") != 0 || code->markup == NULL)
    return g_strdup (code->label);
  document = cog_xml_parse_own (code->markup, -1, NULL);
  if (document != NULL)
    text = cog_xml_dup_attribute (xmlDocGetRootElement (document), "alttext");
  return text != NULL && text[0] != '\0' ? g_steal_pointer (&text) : g_strdup (code->label);
}

char *
cog_exchange_dup_code_label (const CogCode *code)
{
  static const struct
  {
    const char *element, *word;
  } words[] = { { "math", "equation" }, { "img", "picture" }, { "svg", "drawing" },
                { "audio", "sound" },   { "video", "video" }, { "ruby", "ruby" },
                { "a", "note" } };
  const char *word = code->element;
  g_autofree char *said = NULL;
  g_autofree char *cut = NULL;

  g_return_val_if_fail (code != NULL, NULL);

  if (g_strcmp0 (code->element, "br") == 0)
    return g_strdup ("[line break]");
  if (code->markup != NULL && strstr (code->markup, "pagebreak") != NULL)
    word = "page";
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (code->element, words[i].element) == 0)
      word = words[i].word;
  said = dup_alternative (code);
  if (said != NULL && said[0] != '\0')
    cut = g_utf8_substring (said, 0, MIN (LABEL_MAX, g_utf8_strlen (said, -1)));
  return cut != NULL ? g_strdup_printf ("[%s: %s]", word, cut) : g_strdup_printf ("[%s]", word);
}

gboolean
cog_exchange_code_must_stay (const CogCode *code)
{
  return code->type == COG_CODE_PIECE && g_strcmp0 (code->element, "br") != 0;
}
