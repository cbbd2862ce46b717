/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-object.h"

#include <stdlib.h>
#include <string.h>

/* An array or dictionary that is open; key is what the next value is for. */
typedef struct
{
  qpdf_oh object;
  gboolean is_dictionary;
  char *key;
} Open;

typedef struct
{
  qpdf_data qpdf;
  const char *at;
  GArray *stack;
  qpdf_oh result;
} Parser;

static void
add_value (Parser *parser, qpdf_oh value)
{
  Open *open;

  if (parser->stack->len == 0)
    {
      parser->result = value;
      return;
    }
  open = &g_array_index (parser->stack, Open, parser->stack->len - 1);
  if (!open->is_dictionary)
    qpdf_oh_append_item (parser->qpdf, open->object, value);
  else if (open->key != NULL)
    qpdf_oh_replace_key (parser->qpdf, open->object, open->key, value);
  g_clear_pointer (&open->key, g_free);
  qpdf_oh_release (parser->qpdf, value);
}

static void
open_container (Parser *parser, gboolean is_dictionary)
{
  Open open = { .is_dictionary = is_dictionary };

  open.object =
      is_dictionary ? qpdf_oh_new_dictionary (parser->qpdf) : qpdf_oh_new_array (parser->qpdf);
  g_array_append_val (parser->stack, open);
  parser->at += is_dictionary ? 2 : 1;
}

static void
close_container (Parser *parser)
{
  Open open = g_array_index (parser->stack, Open, parser->stack->len - 1);

  g_array_set_size (parser->stack, parser->stack->len - 1);
  parser->at += open.is_dictionary ? 2 : 1;
  add_value (parser, open.object);
}

static char *
take_word (Parser *parser)
{
  gsize n = 1 + strcspn (parser->at + 1, " /[]<>()\n");
  char *word = g_strndup (parser->at, n);

  parser->at += n;
  return word;
}

static void
take_name (Parser *parser)
{
  g_autofree char *name = take_word (parser);
  Open *open =
      parser->stack->len > 0 ? &g_array_index (parser->stack, Open, parser->stack->len - 1) : NULL;

  if (open != NULL && open->is_dictionary && open->key == NULL)
    open->key = g_steal_pointer (&name);
  else
    add_value (parser, qpdf_oh_new_name (parser->qpdf, name));
}

static void
take_string (Parser *parser)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (parser->at++; *parser->at != ')' && *parser->at != '\0'; parser->at++)
    {
      if (*parser->at == '\\')
        parser->at++;
      g_string_append_c (string, *parser->at);
    }
  parser->at++;
  add_value (parser, qpdf_oh_new_binary_string (parser->qpdf, string->str, string->len));
}

static void
take_hex (Parser *parser)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (parser->at++; g_ascii_isxdigit (parser->at[0]) && g_ascii_isxdigit (parser->at[1]);
       parser->at += 2)
    g_string_append_c (string, (char)(g_ascii_xdigit_value (parser->at[0]) << 4 |
                                      g_ascii_xdigit_value (parser->at[1])));
  parser->at++;
  add_value (parser, qpdf_oh_new_binary_string (parser->qpdf, string->str, string->len));
}

static void
take_number (Parser *parser)
{
  g_autofree char *word = take_word (parser);

  if (strchr (word, '.') != NULL)
    add_value (parser, qpdf_oh_new_real_from_string (parser->qpdf, word));
  else if (g_str_has_prefix (parser->at, " 0 R"))
    {
      parser->at += 4;
      add_value (parser, qpdf_get_object_by_id (parser->qpdf, atoi (word), 0));
    }
  else
    add_value (parser, qpdf_oh_new_integer (parser->qpdf, g_ascii_strtoll (word, NULL, 10)));
}

static void
take_keyword (Parser *parser)
{
  g_autofree char *word = take_word (parser);

  if (strcmp (word, "null") == 0)
    add_value (parser, qpdf_oh_new_null (parser->qpdf));
  else
    add_value (parser, qpdf_oh_new_bool (parser->qpdf, strcmp (word, "true") == 0));
}

static void
take (Parser *parser)
{
  char c = *parser->at;

  if (c == ' ' || c == '\n')
    parser->at++;
  else if (c == '<' && parser->at[1] == '<')
    open_container (parser, TRUE);
  else if (c == '[')
    open_container (parser, FALSE);
  else if (c == '>' || c == ']')
    close_container (parser);
  else if (c == '/')
    take_name (parser);
  else if (c == '(')
    take_string (parser);
  else if (c == '<')
    take_hex (parser);
  else if (g_ascii_isdigit (c) || c == '-')
    take_number (parser);
  else
    take_keyword (parser);
}

qpdf_oh
cog_pdf_object_new (qpdf_data qpdf, const char *text)
{
  Parser parser = { .qpdf = qpdf, .at = text, .stack = g_array_new (FALSE, FALSE, sizeof (Open)) };

  while (*parser.at != '\0')
    take (&parser);
  g_assert (parser.stack->len == 0);
  g_array_unref (parser.stack);
  return parser.result;
}
