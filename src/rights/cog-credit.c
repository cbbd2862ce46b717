/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-fields.h"

#include <string.h>

static const struct
{
  CogRole role;
  const char *relator;
} relators[] = {
  { COG_ROLE_AUTHOR, "aut" },      { COG_ROLE_TRANSLATOR, "trl" },
  { COG_ROLE_ADAPTER, "adp" },     { COG_ROLE_EDITOR, "edt" },
  { COG_ROLE_ILLUSTRATOR, "ill" }, { COG_ROLE_PHOTOGRAPHER, "pht" },
  { COG_ROLE_CONTRIBUTOR, "ctb" }, { COG_ROLE_PUBLISHER, "pbl" },
  { COG_ROLE_HOLDER, "cph" },
};

const char *
cog_role_to_relator (CogRole role)
{
  for (guint i = 0; i < G_N_ELEMENTS (relators); i++)
    if (relators[i].role == role)
      return relators[i].relator;
  g_return_val_if_reached ("ctb");
}

CogRole
cog_role_from_relator (const char *relator)
{
  for (guint i = 0; relator != NULL && i < G_N_ELEMENTS (relators); i++)
    if (g_ascii_strcasecmp (relators[i].relator, relator) == 0)
      return relators[i].role;
  /* MARC has two more words for somebody who draws. */
  if (g_strcmp0 (relator, "art") == 0)
    return COG_ROLE_ILLUSTRATOR;
  return COG_ROLE_CONTRIBUTOR;
}

CogAgent *
cog_agent_new (const char *name, CogRole role)
{
  CogAgent *agent = g_new0 (CogAgent, 1);

  agent->name = g_strdup (name);
  agent->role = role;
  return agent;
}

CogAgent *
cog_agent_copy (const CogAgent *agent)
{
  CogAgent *copy;

  g_return_val_if_fail (agent != NULL, NULL);

  copy = cog_agent_new (agent->name, agent->role);
  copy->url = g_strdup (agent->url);
  copy->file_as = g_strdup (agent->file_as);
  return copy;
}

void
cog_agent_free (CogAgent *agent)
{
  if (agent == NULL)
    return;
  g_free (agent->name);
  g_free (agent->url);
  g_free (agent->file_as);
  g_free (agent);
}

const char *
cog_evidence_kind_to_nick (CogEvidenceKind kind)
{
  switch (kind)
    {
    case COG_EVIDENCE_LINK:
      return "link";
    case COG_EVIDENCE_METADATA:
      return "metadata";
    case COG_EVIDENCE_TEXT:
      return "text";
    case COG_EVIDENCE_BESIDE:
      return "beside";
    case COG_EVIDENCE_PERSON:
      return "person";
    }
  g_return_val_if_reached ("text");
}

CogStatement *
cog_statement_new (
    CogEvidenceKind kind, const char *file, const char *place, const char *words, const char *url)
{
  CogStatement *statement = g_new0 (CogStatement, 1);

  statement->kind = kind;
  statement->file = g_strdup (file);
  statement->place = g_strdup (place);
  statement->words = g_strdup (words);
  statement->url = g_strdup (url);
  return statement;
}

CogStatement *
cog_statement_copy (const CogStatement *statement)
{
  CogStatement *copy;

  g_return_val_if_fail (statement != NULL, NULL);

  copy = cog_statement_new (statement->kind, statement->file, statement->place, statement->words,
                            statement->url);
  copy->licence = g_strdup (statement->licence);
  copy->odd = g_strdup (statement->odd);
  return copy;
}

void
cog_statement_free (CogStatement *statement)
{
  if (statement == NULL)
    return;
  g_free (statement->file);
  g_free (statement->place);
  g_free (statement->words);
  g_free (statement->url);
  g_free (statement->licence);
  g_free (statement->odd);
  g_free (statement);
}

static const char *const statement_keys[] = { "kind", "file",    "place", "words",
                                              "url",  "licence", "odd" };

gsize
cog_statement_get_n_fields (void)
{
  return G_N_ELEMENTS (statement_keys);
}

const char *
cog_statement_get_field (const CogStatement *statement, gsize i, const char **key)
{
  g_return_val_if_fail (statement != NULL && key != NULL, NULL);
  g_return_val_if_fail (i < G_N_ELEMENTS (statement_keys), NULL);
  const char *const values[] = { cog_evidence_kind_to_nick (statement->kind),
                                 statement->file,
                                 statement->place,
                                 statement->words,
                                 statement->url,
                                 statement->licence,
                                 statement->odd };

  *key = statement_keys[i];
  return values[i];
}

CogNotice *
cog_notice_new (const char *kind, const char *text, const char *language)
{
  CogNotice *notice = g_new0 (CogNotice, 1);

  notice->kind = g_strdup (kind);
  notice->text = g_strdup (text);
  notice->language = g_strdup (language);
  return notice;
}

static const char *const origins[] = { "found", "proposed", "confirmed", "dropped" };

const char *
cog_notice_origin_to_nick (CogNoticeOrigin origin)
{
  g_return_val_if_fail ((gsize)origin < G_N_ELEMENTS (origins), origins[0]);
  return origins[origin];
}

CogNoticeOrigin
cog_notice_origin_from_nick (const char *nick)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (origins); i++)
    if (g_str_equal (nick, origins[i]))
      return (CogNoticeOrigin)i;
  return COG_NOTICE_FOUND;
}

CogNotice *
cog_notice_copy (const CogNotice *notice)
{
  CogNotice *copy;

  g_return_val_if_fail (notice != NULL, NULL);

  copy = cog_notice_new (notice->kind, notice->text, notice->language);
  copy->origin = notice->origin;
  copy->publisher = g_strdup (notice->publisher);
  return copy;
}

void
cog_notice_free (CogNotice *notice)
{
  if (notice == NULL)
    return;
  g_free (notice->kind);
  g_free (notice->text);
  g_free (notice->language);
  g_free (notice->publisher);
  g_free (notice);
}

/* The plain text fields, so that copying, freeing and JSON cannot forget one. */
static const struct
{
  const char *key;
  gsize offset;
} fields[] = {
#define FIELD(name)                                                                                \
  {                                                                                                \
#name, G_STRUCT_OFFSET(CogCredit, name)                                                        \
  }
  FIELD (item),       FIELD (part),    FIELD (title),       FIELD (subtitle),  FIELD (source_name),
  FIELD (source_url), FIELD (licence), FIELD (licence_url), FIELD (copyright), FIELD (year),
  FIELD (publisher),  FIELD (edition), FIELD (language),    FIELD (changes),   FIELD (requested),
  FIELD (words),      FIELD (place),   FIELD (own_licence), FIELD (retrieved),
#undef FIELD
};

gsize
cog_credit_get_n_fields (void)
{
  return G_N_ELEMENTS (fields);
}

char **
cog_credit_get_field (CogCredit *credit, gsize index, const char **key)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (fields), NULL);

  *key = fields[index].key;
  return &G_STRUCT_MEMBER (char *, credit, fields[index].offset);
}

CogCredit *
cog_credit_new (void)
{
  CogCredit *credit = g_new0 (CogCredit, 1);

  credit->agents = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_agent_free);
  credit->notices = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_notice_free);
  credit->upstream = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  credit->statements = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_statement_free);
  return credit;
}

CogCredit *
cog_credit_copy (const CogCredit *credit)
{
  CogCredit *copy;

  g_return_val_if_fail (credit != NULL, NULL);

  copy = cog_credit_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    G_STRUCT_MEMBER (char *, copy, fields[i].offset) =
        g_strdup (G_STRUCT_MEMBER (char *, credit, fields[i].offset));
  for (guint i = 0; i < credit->agents->len; i++)
    g_ptr_array_add (copy->agents, cog_agent_copy (g_ptr_array_index (credit->agents, i)));
  for (guint i = 0; i < credit->notices->len; i++)
    g_ptr_array_add (copy->notices, cog_notice_copy (g_ptr_array_index (credit->notices, i)));
  for (guint i = 0; i < credit->upstream->len; i++)
    g_ptr_array_add (copy->upstream, cog_credit_copy (g_ptr_array_index (credit->upstream, i)));
  for (guint i = 0; i < credit->statements->len; i++)
    g_ptr_array_add (copy->statements,
                     cog_statement_copy (g_ptr_array_index (credit->statements, i)));
  copy->leave = credit->leave != NULL ? cog_leave_copy (credit->leave) : NULL;
  return copy;
}

void
cog_credit_free (CogCredit *credit)
{
  if (credit == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (G_STRUCT_MEMBER (char *, credit, fields[i].offset));
  g_ptr_array_unref (credit->agents);
  g_ptr_array_unref (credit->notices);
  g_ptr_array_unref (credit->upstream);
  g_ptr_array_unref (credit->statements);
  cog_leave_free (credit->leave);
  g_free (credit);
}

char *
cog_credit_dup_names (const CogCredit *credit, CogRole role)
{
  GString *names = NULL;

  g_return_val_if_fail (credit != NULL, NULL);

  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      if (agent->role != role)
        continue;
      if (names == NULL)
        names = g_string_new (agent->name);
      else
        g_string_append_printf (names, ", %s", agent->name);
    }
  return names != NULL ? g_string_free (names, FALSE) : NULL;
}
