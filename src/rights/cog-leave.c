/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-leave.h"

#include <string.h>

static const struct
{
  const char *key;
  gsize offset;
} fields[] = {
  { "grantor", G_STRUCT_OFFSET (CogLeave, grantor) },
  { "date", G_STRUCT_OFFSET (CogLeave, date) },
  { "scope", G_STRUCT_OFFSET (CogLeave, scope) },
  { "territory", G_STRUCT_OFFSET (CogLeave, territory) },
  { "until", G_STRUCT_OFFSET (CogLeave, until) },
  { "exception", G_STRUCT_OFFSET (CogLeave, exception) },
  { "country", G_STRUCT_OFFSET (CogLeave, country) },
  { "reason", G_STRUCT_OFFSET (CogLeave, reason) },
  { "extent", G_STRUCT_OFFSET (CogLeave, extent) },
  { "text", G_STRUCT_OFFSET (CogLeave, text) },
};

static const struct
{
  CogLeaveScope scope;
  const char *nick;
} scopes[] = {
  { COG_LEAVE_COPY, "copy" },   { COG_LEAVE_TRANSLATE, "translate" }, { COG_LEAVE_ADAPT, "adapt" },
  { COG_LEAVE_PRINT, "print" }, { COG_LEAVE_ONLINE, "online" },
};

CogLeave *
cog_leave_new (void)
{
  return g_new0 (CogLeave, 1);
}

gsize
cog_leave_get_n_fields (void)
{
  return G_N_ELEMENTS (fields);
}

char **
cog_leave_get_field (CogLeave *leave, gsize index, const char **key)
{
  g_return_val_if_fail (leave != NULL && index < G_N_ELEMENTS (fields), NULL);

  *key = fields[index].key;
  return &G_STRUCT_MEMBER (char *, leave, fields[index].offset);
}

CogLeave *
cog_leave_copy (const CogLeave *leave)
{
  CogLeave *copy;

  g_return_val_if_fail (leave != NULL, NULL);

  copy = cog_leave_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    G_STRUCT_MEMBER (char *, copy, fields[i].offset) =
        g_strdup (G_STRUCT_MEMBER (char *, leave, fields[i].offset));
  return copy;
}

void
cog_leave_free (CogLeave *leave)
{
  if (leave == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (G_STRUCT_MEMBER (char *, leave, fields[i].offset));
  g_free (leave);
}

gboolean
cog_leave_is_empty (const CogLeave *leave)
{
  for (gsize i = 0; leave != NULL && i < G_N_ELEMENTS (fields); i++)
    if (G_STRUCT_MEMBER (char *, leave, fields[i].offset) != NULL)
      return FALSE;
  return TRUE;
}

const char *
cog_leave_scope_to_nick (CogLeaveScope scope)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (scopes[i].scope == scope)
      return scopes[i].nick;
  g_return_val_if_reached ("copy");
}

CogLeaveScope
cog_leave_get_scope (const CogLeave *leave)
{
  g_auto (GStrv) words = NULL;
  guint scope = 0;

  if (leave == NULL || leave->scope == NULL)
    return (CogLeaveScope)0;
  words = g_strsplit_set (leave->scope, " ,", -1);
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_strv_contains ((const char *const *)words, scopes[i].nick))
      scope |= scopes[i].scope;
  return (CogLeaveScope)scope;
}

void
cog_leave_set_scope (CogLeave *leave, CogLeaveScope scope)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_if_fail (leave != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (scope & scopes[i].scope)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", scopes[i].nick);
  g_free (leave->scope);
  leave->scope = words->len > 0 ? g_strdup (words->str) : NULL;
}

static gboolean
is_number (const char *text)
{
  return text[0] != '\0' && strspn (text, "0123456789") == strlen (text);
}

gboolean
cog_leave_is_date (const char *text)
{
  static const gsize lengths[] = { 4, 2, 2 };
  guint numbers[] = { 1, 1, 1 };
  g_auto (GStrv) parts = NULL;
  guint n;

  g_return_val_if_fail (text != NULL, FALSE);

  parts = g_strsplit (text, "-", -1);
  n = g_strv_length (parts);
  if (n == 0 || n > G_N_ELEMENTS (lengths))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (strlen (parts[i]) != lengths[i] || !is_number (parts[i]))
        return FALSE;
      numbers[i] = (guint)g_ascii_strtoull (parts[i], NULL, 10);
    }
  return numbers[0] > 0 && numbers[1] >= 1 && numbers[1] <= 12 && numbers[2] >= 1 &&
         numbers[2] <= 31 &&
         g_date_valid_dmy ((GDateDay)numbers[2], (GDateMonth)numbers[1], (GDateYear)numbers[0]);
}

gboolean
cog_leave_is_over (const CogLeave *leave)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;

  if (leave == NULL || leave->until == NULL)
    return FALSE;
  now = g_date_time_new_now_local ();
  today = g_date_time_format (now, "%Y-%m-%d");
  /* ISO dates sort as they are written; "2026" alone is until its end. */
  return strncmp (leave->until, today, strlen (leave->until)) < 0;
}
