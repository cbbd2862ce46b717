/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-expression.h"

#include "cog-error.h"
#include "cog-licence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ALTERNATIVES 64
#define MAX_DEPTH 16
#define MAX_TOKENS 512
#define SPACE " \t\n\v\f\r"

typedef struct
{
  char **tokens;
  guint at;
  guint depth;
} Parser;

static GPtrArray *parse_or (Parser *parser);

static GPtrArray *
alternatives_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
}

static gboolean
accept (Parser *parser, const char *token)
{
  const char *now = parser->tokens[parser->at];

  if (now == NULL || g_ascii_strcasecmp (now, token) != 0)
    return FALSE;
  parser->at++;
  return TRUE;
}

static gboolean
is_word (const char *token)
{
  return token != NULL && g_ascii_strcasecmp (token, "AND") != 0 &&
         g_ascii_strcasecmp (token, "OR") != 0 && strchr ("()", token[0]) == NULL;
}

/* An id, or an expression in brackets. The depth is bounded: expressions come from files. */
static GPtrArray *
parse_term (Parser *parser)
{
  g_autoptr (GPtrArray) list = NULL;
  const char *token = parser->tokens[parser->at];

  if (accept (parser, "("))
    {
      if (++parser->depth > MAX_DEPTH)
        return NULL;
      list = parse_or (parser);
      parser->depth--;
      return list != NULL && accept (parser, ")") ? g_steal_pointer (&list) : NULL;
    }
  if (!is_word (token))
    return NULL;
  parser->at++;
  list = alternatives_new ();
  g_ptr_array_add (list, g_strsplit (token, " ", 1));
  return g_steal_pointer (&list);
}

static char **
dup_both (char **a, char **b)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **)a);
  g_strv_builder_addv (builder, (const char **)b);
  return g_strv_builder_end (builder);
}

static GPtrArray *
multiply (GPtrArray *a, GPtrArray *b)
{
  GPtrArray *product = alternatives_new ();

  for (guint i = 0; i < a->len; i++)
    for (guint k = 0; k < b->len && product->len < MAX_ALTERNATIVES; k++)
      g_ptr_array_add (product, dup_both (g_ptr_array_index (a, i), g_ptr_array_index (b, k)));
  return product;
}

static GPtrArray *
parse_and (Parser *parser)
{
  g_autoptr (GPtrArray) list = parse_term (parser);

  while (list != NULL && accept (parser, "AND"))
    {
      g_autoptr (GPtrArray) right = parse_term (parser);
      GPtrArray *product = right != NULL ? multiply (list, right) : NULL;

      g_ptr_array_unref (list);
      list = product;
    }
  return g_steal_pointer (&list);
}

static GPtrArray *
parse_or (Parser *parser)
{
  g_autoptr (GPtrArray) list = parse_and (parser);

  while (list != NULL && accept (parser, "OR"))
    {
      g_autoptr (GPtrArray) right = parse_and (parser);

      if (right == NULL)
        return NULL;
      for (guint i = 0; i < right->len && list->len < MAX_ALTERNATIVES; i++)
        g_ptr_array_add (list, g_strdupv (g_ptr_array_index (right, i)));
    }
  return g_steal_pointer (&list);
}

/* Brackets, and words between them and white space. (transfer full) */
static char **
dup_tokens (const char *expression)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *at = expression + strspn (expression, SPACE);

  for (guint n = 0; at[0] != '\0' && n < MAX_TOKENS; n++)
    {
      gsize length = at[0] == '(' || at[0] == ')' ? 1 : strcspn (at, SPACE "()");
      g_autofree char *token = g_strndup (at, length);

      g_strv_builder_add (builder, token);
      at += length;
      at += strspn (at, SPACE);
    }
  return g_strv_builder_end (builder);
}

GPtrArray *
cog_expression_list_alternatives (const char *expression)
{
  g_auto (GStrv) tokens = NULL;
  g_autoptr (GPtrArray) list = NULL;
  Parser parser = { NULL };

  g_return_val_if_fail (expression != NULL, NULL);

  if (!g_utf8_validate (expression, -1, NULL))
    return NULL;
  tokens = dup_tokens (expression);
  parser.tokens = tokens;
  list = parse_or (&parser);
  return list != NULL && tokens[parser.at] == NULL ? g_steal_pointer (&list) : NULL;
}

gboolean
cog_expression_check (const char *expression, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (expression != NULL, FALSE);

  list = cog_expression_list_alternatives (expression);
  if (list == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   _ ("“%s” is not a licence, nor licences joined by AND and OR."), expression);
      return FALSE;
    }
  for (guint i = 0; i < list->len; i++)
    {
      char **ids = g_ptr_array_index (list, i);

      for (guint k = 0; ids[k] != NULL; k++)
        if (cog_licence_lookup (ids[k]) == NULL)
          {
            g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                         _ ("There is no licence “%s” in the catalogue; "
                            "“cognate-cli licence list” shows it."),
                         ids[k]);
            return FALSE;
          }
    }
  return TRUE;
}
