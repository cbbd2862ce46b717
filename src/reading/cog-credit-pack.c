/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-pack.h"

#include "cog-credit-fields.h"

/* As deep as the project file goes (cog-credit-json.c), and a little more. */
#define MAX_CHAIN 32

static void
pack_agents (GByteArray *bytes, GPtrArray *agents)
{
  cog_pack_number (bytes, agents->len);
  for (guint i = 0; i < agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (agents, i);

      cog_pack_number (bytes, agent->role);
      cog_pack_text (bytes, agent->name);
      cog_pack_text (bytes, agent->url);
      cog_pack_text (bytes, agent->file_as);
    }
}

static void
unpack_agents (CogUnpack *unpack, GPtrArray *agents)
{
  guint32 n = cog_unpack_number (unpack);

  for (guint32 i = 0; i < n && !unpack->is_bad; i++)
    {
      CogAgent *agent = cog_agent_new (NULL, cog_unpack_limited (unpack, COG_ROLE_HOLDER));

      agent->name = cog_unpack_dup_needed (unpack);
      agent->url = cog_unpack_dup_text (unpack);
      agent->file_as = cog_unpack_dup_text (unpack);
      g_ptr_array_add (agents, agent);
    }
}

static void
pack_notices (GByteArray *bytes, GPtrArray *notices)
{
  cog_pack_number (bytes, notices->len);
  for (guint i = 0; i < notices->len; i++)
    {
      const CogNotice *notice = g_ptr_array_index (notices, i);

      cog_pack_number (bytes, notice->origin);
      cog_pack_text (bytes, notice->kind);
      cog_pack_text (bytes, notice->text);
      cog_pack_text (bytes, notice->language);
      cog_pack_text (bytes, notice->publisher);
    }
}

static void
unpack_notices (CogUnpack *unpack, GPtrArray *notices)
{
  guint32 n = cog_unpack_number (unpack);

  for (guint32 i = 0; i < n && !unpack->is_bad; i++)
    {
      CogNotice *notice = cog_notice_new (NULL, NULL, NULL);

      notice->origin = cog_unpack_limited (unpack, COG_NOTICE_DROPPED);
      notice->kind = cog_unpack_dup_needed (unpack);
      notice->text = cog_unpack_dup_needed (unpack);
      notice->language = cog_unpack_dup_text (unpack);
      notice->publisher = cog_unpack_dup_text (unpack);
      g_ptr_array_add (notices, notice);
    }
}

static void
pack_statements (GByteArray *bytes, GPtrArray *statements)
{
  cog_pack_number (bytes, statements->len);
  for (guint i = 0; i < statements->len; i++)
    {
      const CogStatement *statement = g_ptr_array_index (statements, i);

      cog_pack_number (bytes, statement->kind);
      cog_pack_text (bytes, statement->file);
      cog_pack_text (bytes, statement->place);
      cog_pack_text (bytes, statement->words);
      cog_pack_text (bytes, statement->url);
      cog_pack_text (bytes, statement->licence);
      cog_pack_text (bytes, statement->odd);
    }
}

static void
unpack_statements (CogUnpack *unpack, GPtrArray *statements)
{
  guint32 n = cog_unpack_number (unpack);

  for (guint32 i = 0; i < n && !unpack->is_bad; i++)
    {
      CogEvidenceKind kind = cog_unpack_limited (unpack, COG_EVIDENCE_PERSON);
      CogStatement *statement = cog_statement_new (kind, NULL, NULL, NULL, NULL);

      statement->file = cog_unpack_dup_text (unpack);
      statement->place = cog_unpack_dup_text (unpack);
      statement->words = cog_unpack_dup_text (unpack);
      statement->url = cog_unpack_dup_text (unpack);
      statement->licence = cog_unpack_dup_text (unpack);
      statement->odd = cog_unpack_dup_text (unpack);
      g_ptr_array_add (statements, statement);
    }
}

static void
pack_leave (GByteArray *bytes, CogLeave *leave)
{
  const char *key;

  cog_pack_number (bytes, leave != NULL);
  for (gsize i = 0; leave != NULL && i < cog_leave_get_n_fields (); i++)
    cog_pack_text (bytes, *cog_leave_get_field (leave, i, &key));
}

static CogLeave *
unpack_leave (CogUnpack *unpack)
{
  CogLeave *leave = cog_unpack_boolean (unpack) ? cog_leave_new () : NULL;
  const char *key;

  for (gsize i = 0; leave != NULL && i < cog_leave_get_n_fields (); i++)
    *cog_leave_get_field (leave, i, &key) = cog_unpack_dup_text (unpack);
  return leave;
}

static void
pack_credit (GByteArray *bytes, CogCredit *credit, guint depth)
{
  guint n_upstream = depth < MAX_CHAIN ? credit->upstream->len : 0;
  const char *key;

  for (gsize i = 0; i < cog_credit_get_n_fields (); i++)
    cog_pack_text (bytes, *cog_credit_get_field (credit, i, &key));
  pack_agents (bytes, credit->agents);
  pack_notices (bytes, credit->notices);
  pack_statements (bytes, credit->statements);
  pack_leave (bytes, credit->leave);
  cog_pack_number (bytes, n_upstream);
  for (guint i = 0; i < n_upstream; i++)
    pack_credit (bytes, g_ptr_array_index (credit->upstream, i), depth + 1);
}

static CogCredit *
unpack_credit (CogUnpack *unpack, guint depth)
{
  CogCredit *credit = cog_credit_new ();
  guint32 n;
  const char *key;

  for (gsize i = 0; i < cog_credit_get_n_fields (); i++)
    *cog_credit_get_field (credit, i, &key) = cog_unpack_dup_text (unpack);
  unpack_agents (unpack, credit->agents);
  unpack_notices (unpack, credit->notices);
  unpack_statements (unpack, credit->statements);
  credit->leave = unpack_leave (unpack);
  n = cog_unpack_number (unpack);
  if (n > 0 && depth >= MAX_CHAIN)
    unpack->is_bad = TRUE;
  for (guint32 i = 0; i < n && !unpack->is_bad; i++)
    g_ptr_array_add (credit->upstream, unpack_credit (unpack, depth + 1));
  return credit;
}

void
cog_pack_credit (GByteArray *bytes, const CogCredit *credit)
{
  g_return_if_fail (bytes != NULL && credit != NULL);
  pack_credit (bytes, (CogCredit *)credit, 0);
}

CogCredit *
cog_unpack_credit (CogUnpack *unpack)
{
  g_return_val_if_fail (unpack != NULL, NULL);
  return unpack_credit (unpack, 0);
}

void
cog_pack_credits (GByteArray *bytes, GPtrArray *credits)
{
  g_return_if_fail (bytes != NULL && credits != NULL);

  cog_pack_number (bytes, credits->len);
  for (guint i = 0; i < credits->len; i++)
    cog_pack_credit (bytes, g_ptr_array_index (credits, i));
}

void
cog_unpack_credits (CogUnpack *unpack, GPtrArray *credits)
{
  guint32 n;

  g_return_if_fail (unpack != NULL && credits != NULL);

  n = cog_unpack_number (unpack);
  for (guint32 i = 0; i < n && !unpack->is_bad; i++)
    g_ptr_array_add (credits, cog_unpack_credit (unpack));
}
