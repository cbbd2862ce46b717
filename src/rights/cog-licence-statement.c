/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-statement.h"

#include "cog-licence.h"

#include <string.h>

/* Words that say nothing may stand between the pieces of one statement: so many. */
#define MAX_GAP 3
/* A statement that names more licences than this is a list of licences, and says nothing. */
#define MAX_STATEMENTS 8
/* So far before a licence stands what denies it, in bytes. */
#define MAX_DENIAL 60

/* How a licence is joined to the one before it. */
typedef enum
{
  JOINT_LIST,   /* nothing but a comma or the like: as the next one is joined */
  JOINT_CHOICE, /* either may be taken */
  JOINT_BOTH,   /* of another piece, or nobody can tell: both bind */
} Joint;

typedef struct
{
  const char *text;
  const CogLicenceWord *words;
  guint n;
  CogLicenceStatement now;
  gboolean is_begun;
  gboolean is_modified;
  gboolean is_dual; /* "dual licensed", "at your choice" */
  guint waiting;    /* unknown words since the last piece that counted */
  guint last_word;  /* index of that piece */
  int denial;       /* index of the last piece that denies what follows; -1 */
  GPtrArray *ids;   /* (element-type char*) */
  GArray *joints;   /* of Joint: of each id to the one before it */
  guint *flags;
} Reading;

static gboolean
has_id (GPtrArray *ids, const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

static gboolean
is_joiner (const CogLicenceWord *word)
{
  return word->kind == COG_WORD_OR || word->kind == COG_WORD_AND;
}

/* "Or", the versions of one licence and what says that there are two make a choice; "and" does with
 * the GFDL, as wikis join it to another licence. */
static Joint
find_joint (const Reading *r, const char *id)
{
  gboolean has_or = FALSE, has_and = FALSE;
  gboolean is_wiki = g_str_has_prefix (id, "GFDL");
  guint unknown = r->now.gap;

  for (guint i = 0; i < r->ids->len; i++)
    is_wiki |= g_str_has_prefix (g_ptr_array_index (r->ids, i), "GFDL");
  for (guint i = r->now.last_word + 1; i < r->now.first_word; i++)
    {
      has_or |= r->words[i].kind == COG_WORD_OR;
      has_and |= r->words[i].kind == COG_WORD_AND;
      if (is_joiner (&r->words[i]) && unknown > 0)
        unknown--;
    }
  if (r->now.is_another_version)
    return JOINT_CHOICE;
  if (unknown > MAX_GAP)
    return JOINT_BOTH;
  if (has_or || r->is_dual)
    return JOINT_CHOICE;
  if (unknown > 0)
    return JOINT_BOTH;
  if (is_wiki)
    return JOINT_CHOICE;
  return has_and ? JOINT_BOTH : JOINT_LIST;
}

/* The statement is complete: its licence is noted. */
static void
finish (Reading *r)
{
  guint flags = 0;
  g_autofree char *id = r->is_begun ? cog_licence_statement_dup_id (&r->now, &flags) : NULL;

  if (id != NULL && r->now.is_denied)
    *r->flags |= COG_RECOGNISED_DENIED;
  else if (id != NULL)
    {
      *r->flags |= flags;
      if (!has_id (r->ids, id) && r->ids->len < MAX_STATEMENTS)
        {
          Joint joint = find_joint (r, id);

          g_ptr_array_add (r->ids, g_steal_pointer (&id));
          g_array_append_val (r->joints, joint);
        }
    }
  memset (&r->now, 0, sizeof r->now);
  r->is_begun = FALSE;
}

/* Whether what denies stands just before the piece, in the same part of the sentence. */
static gboolean
is_denied (const Reading *r, guint i)
{
  gsize from, to;

  if (r->denial < 0)
    return FALSE;
  from = r->words[r->denial].end;
  to = r->words[i].start;
  if (to < from || to - from > MAX_DENIAL)
    return FALSE;
  for (gsize at = from; at < to; at++)
    if (strchr (".,;:!?()", r->text[at]) != NULL)
      return FALSE;
  return TRUE;
}

static void
begin (Reading *r, CogWordKind kind, guint i)
{
  finish (r);
  r->now.kind = kind;
  r->now.gap = r->waiting;
  r->now.last_word = r->last_word;
  r->now.first_word = i;
  r->now.is_denied = is_denied (r, i);
  r->is_begun = TRUE;
}

static gboolean
is_creative_commons (const Reading *r)
{
  return r->is_begun && r->now.kind == COG_WORD_BY;
}

/* Whether the word is so near to the last piece that it belongs to the same statement. */
static gboolean
is_near (const Reading *r)
{
  return r->is_begun && r->waiting <= MAX_GAP;
}

static gboolean
is_element (const CogLicenceWord *word)
{
  return word->kind == COG_WORD_BY || word->kind == COG_WORD_NC || word->kind == COG_WORD_ND ||
         word->kind == COG_WORD_SA;
}

/* "by" and "sa" are words of other kinds too: letters count beside "CC" or other letters, or joined
 * by a hyphen, or in capitals. */
static gboolean
is_letter_meant (const Reading *r, guint i)
{
  const CogLicenceWord *word = &r->words[i];
  const CogLicenceWord *next = i + 1 < r->n && r->words[i + 1].gap == 0 ? &r->words[i + 1] : NULL;
  const CogLicenceWord *last = i > 0 && word->gap == 0 ? &r->words[i - 1] : NULL;
  gboolean is_joined = (word->start > 0 && strchr ("-_/[", r->text[word->start - 1]) != NULL) ||
                       strchr ("-_/]", r->text[word->end]) != NULL;

  if (last != NULL && is_element (last) && is_creative_commons (r) && r->waiting == 0)
    return TRUE;
  if (next != NULL && is_element (next) && next->is_short)
    return is_joined || g_ascii_isupper (r->text[word->start]) ||
           (last != NULL && last->kind == COG_WORD_MARKER);
  if (last != NULL && last->kind == COG_WORD_MARKER)
    return g_ascii_isupper (r->text[word->start]) || is_joined ||
           strchr (")].,;\n", r->text[word->end]) != NULL ||
           (next != NULL && next->kind == COG_WORD_VERSION);
  return is_joined && next != NULL && next->kind == COG_WORD_VERSION;
}

static void
read_element (Reading *r, guint i)
{
  const CogLicenceWord *word = &r->words[i];
  guint bit = word->kind == COG_WORD_BY   ? COG_ELEMENT_BY
              : word->kind == COG_WORD_NC ? COG_ELEMENT_NC
              : word->kind == COG_WORD_ND ? COG_ELEMENT_ND
                                          : COG_ELEMENT_SA;

  if (word->is_short && !is_letter_meant (r, i))
    {
      r->waiting++;
      return;
    }
  /* After its version a licence is complete: what follows names it again, or another one. */
  if (!is_creative_commons (r) || !is_near (r) || r->now.version != NULL)
    begin (r, COG_WORD_BY, i);
  r->now.elements |= bit;
  r->now.is_named |= !word->is_short;
  /* Letters are a name of their own. */
  r->now.is_marked |= word->is_short;
  r->waiting = 0;
}

static void
read_marker (Reading *r, guint i)
{
  if (!is_creative_commons (r) || !is_near (r) || r->now.version != NULL)
    begin (r, COG_WORD_BY, i);
  r->now.is_marked = TRUE;
  r->waiting = 0;
}

static void
read_version (Reading *r, guint i)
{
  const CogLicenceWord *word = &r->words[i];
  CogLicenceStatement same;

  if (!is_near (r) || (word->is_short && (r->waiting > 0 || r->now.elements == 0)))
    {
      r->waiting++;
      return;
    }
  if (r->now.version == NULL)
    r->now.version = word->value;
  else if (is_creative_commons (r) && r->waiting <= 1 && !g_str_equal (word->value, r->now.version))
    {
      /* "CC BY-SA 2.5, 2.0 and 1.0" */
      same = r->now;
      begin (r, COG_WORD_BY, i);
      same.version = word->value;
      same.port = NULL;
      same.is_another_version = TRUE;
      r->now = same;
    }
  r->waiting = 0;
}

/* A country belongs to the version beside it, unless a comma says that it is where somebody lives.
 */
static void
read_port (Reading *r, guint i)
{
  const CogLicenceWord *word = &r->words[i];
  gboolean is_after_comma = word->start >= 2 && strchr (",;", r->text[word->start - 2]) != NULL;

  if (is_near (r) && r->waiting == 0 && r->now.port == NULL && !is_after_comma)
    r->now.port = word->value;
  else
    r->waiting++;
}

static void
read_word (Reading *r, guint i)
{
  const CogLicenceWord *word = &r->words[i];

  r->waiting += word->gap;
  switch (word->kind)
    {
    case COG_WORD_BY:
    case COG_WORD_NC:
    case COG_WORD_ND:
    case COG_WORD_SA:
      read_element (r, i);
      return;
    case COG_WORD_MARKER:
      read_marker (r, i);
      return;
    case COG_WORD_VERSION:
      read_version (r, i);
      return;
    case COG_WORD_PORT:
      read_port (r, i);
      return;
    case COG_WORD_LATER:
      r->now.is_later = r->is_begun;
      return;
    case COG_WORD_USA:
      r->now.is_usa = r->is_begun && r->now.kind == COG_WORD_DOMAIN;
      return;
    case COG_WORD_MODIFIED:
      r->is_modified = TRUE;
      return;
    case COG_WORD_OR:
    case COG_WORD_AND:
      r->waiting++;
      return;
    case COG_WORD_DUAL:
      r->is_dual = TRUE;
      return;
    case COG_WORD_NOT:
      r->denial = (int)i;
      r->waiting++;
      return;
    case COG_WORD_FILLER:
    case COG_WORD_NONE:
      return;
    case COG_WORD_SAMPLING:
      if (is_creative_commons (r) && is_near (r))
        r->now.kind = COG_WORD_SAMPLING;
      return;
    case COG_WORD_ZERO:
    case COG_WORD_MARK:
    case COG_WORD_DOMAIN:
    case COG_WORD_RESERVED:
    case COG_WORD_GFDL:
    case COG_WORD_GPL:
    case COG_WORD_LAL:
    case COG_WORD_OGL:
    case COG_WORD_OPL:
    case COG_WORD_NCGL:
    case COG_WORD_PDDL:
      begin (r, word->kind, i);
      r->waiting = 0;
      return;
    }
  g_assert_not_reached ();
}

/* Whether another statement says the same more exactly: "Attribution-ShareAlike (CC BY-SA 3.0)". */
static gboolean
is_said_better (GPtrArray *ids, guint index)
{
  const CogLicence *licence = cog_licence_lookup (g_ptr_array_index (ids, index));

  for (guint i = 0; i < ids->len; i++)
    {
      const CogLicence *other = cog_licence_lookup (g_ptr_array_index (ids, i));

      if (i == index)
        continue;
      if (licence->is_unversioned && other->unit != NULL && !other->is_unversioned &&
          (g_str_equal (other->unit, licence->unit) || g_str_equal (licence->unit, "by")))
        return TRUE;
      if (licence->klass == COG_CLASS_PD && other->klass == COG_CLASS_PD &&
          g_str_has_prefix (licence->id, "LicenseRef-PublicDomain") &&
          !g_str_equal (other->id, "LicenseRef-PublicDomain"))
        return TRUE;
      /* The port, left out where the licence is named again. */
      if (licence->version != NULL && other->port != NULL && licence->port == NULL &&
          g_strcmp0 (licence->unit, other->unit) == 0 &&
          g_strcmp0 (licence->version, other->version) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
drop_repetitions (GPtrArray *ids, GArray *joints)
{
  for (guint i = ids->len; i > 0; i--)
    if (is_said_better (ids, i - 1))
      {
        g_ptr_array_remove_index (ids, i - 1);
        g_array_remove_index (joints, i - 1);
      }
}

/* Whether any of several licences may be taken: a list has its joint before its last member. */
static gboolean
is_choice (GArray *joints)
{
  gboolean has_choice = FALSE;

  for (guint i = 1; i < joints->len; i++)
    {
      Joint joint = g_array_index (joints, Joint, i);

      if (joint == JOINT_BOTH)
        return FALSE;
      has_choice |= joint == JOINT_CHOICE;
    }
  return has_choice;
}

static char *
dup_joined (GPtrArray *ids, const char *joint)
{
  GString *expression = g_string_new (g_ptr_array_index (ids, 0));

  for (guint i = 1; i < ids->len; i++)
    g_string_append_printf (expression, "%s%s", joint, (const char *)g_ptr_array_index (ids, i));
  return g_string_free (expression, FALSE);
}

char *
cog_licence_words_recognise (const char *text, guint *flags)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GArray) words = cog_licence_words_read (valid);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) joints = g_array_new (FALSE, FALSE, sizeof (Joint));
  Reading r = { .text = valid,
                .words = (const CogLicenceWord *)words->data,
                .n = words->len,
                .ids = ids,
                .joints = joints,
                .flags = flags,
                .denial = -1 };

  for (guint i = 0; i < r.n; i++)
    {
      read_word (&r, i);
      if (r.waiting == 0)
        r.last_word = i;
    }
  finish (&r);
  drop_repetitions (ids, joints);
  if (ids->len == 0)
    return NULL;
  if (r.is_modified)
    *flags |= COG_RECOGNISED_MODIFIED;
  if (ids->len == 1)
    return g_strdup (g_ptr_array_index (ids, 0));
  /* "All rights reserved" beside an open licence: one of the two is wrong. */
  if (has_id (ids, "LicenseRef-AllRightsReserved"))
    {
      *flags |= COG_RECOGNISED_DISAGREE;
      return g_strdup ("LicenseRef-AllRightsReserved");
    }
  if (is_choice (joints))
    return dup_joined (ids, " OR ");
  *flags |= COG_RECOGNISED_SEVERAL;
  return dup_joined (ids, " AND ");
}
