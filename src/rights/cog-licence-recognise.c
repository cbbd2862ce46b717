/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-licence-words.h"
#include "cog-licence.h"

#include <string.h>

/* Words that say nothing may stand between the pieces of one statement: so many. */
#define MAX_GAP 3
/* A statement that names more licences than this is a list of licences, and says nothing. */
#define MAX_STATEMENTS 8

enum
{
  BY = 1,
  NC = 2,
  ND = 4,
  SA = 8,
};

/* One licence while its pieces are met. */
typedef struct
{
  CogWordKind kind; /* COG_WORD_BY: one of Creative Commons', while its elements are met */
  guint elements;
  gboolean is_marked; /* "Creative Commons" or "CC" stands there */
  gboolean is_named;  /* at least one element stands there in full */
  gboolean is_later;
  gboolean is_usa;
  const char *version;
  const char *port;
  guint gap; /* unknown words before it */
} Statement;

typedef struct
{
  const char *text;
  const CogLicenceWord *words;
  guint n;
  Statement now;
  gboolean is_begun;
  gboolean is_modified;
  guint waiting;      /* unknown words since the last piece that counted */
  GPtrArray *ids;     /* (element-type char*) */
  gboolean is_choice; /* they stand together: any of them may be taken */
} Reading;

static const char *
order_elements (guint elements)
{
  switch (elements & (NC | ND | SA))
    {
    case NC:
      return "BY-NC";
    case ND:
    case ND | SA:
      return "BY-ND";
    case SA:
      return "BY-SA";
    case NC | ND:
    case NC | ND | SA:
      return "BY-NC-ND";
    case NC | SA:
      return "BY-NC-SA";
    default:
      return "BY";
    }
}

/* (transfer full) (nullable): the id if the catalogue has it */
static char *
dup_if_known (char *id)
{
  if (cog_licence_lookup (id) != NULL)
    return id;
  g_free (id);
  return NULL;
}

/* "CC SA 1.0": licences of the first year, without attribution. Platforms that write "cc-sa" mean
 * BY-SA. */
static char *
dup_retired_id (const Statement *s)
{
  static const struct
  {
    guint elements;
    const char *id;
  } retired[] = {
    { SA, "CC-SA-1.0" },         { NC, "CC-NC-1.0" },         { ND, "CC-ND-1.0" },
    { NC | SA, "CC-NC-SA-1.0" }, { NC | ND, "CC-ND-NC-1.0" },
  };

  if (g_strcmp0 (s->version, "1.0") != 0 || (s->elements & BY) != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (retired); i++)
    if (retired[i].elements == s->elements)
      return g_strdup (retired[i].id);
  return NULL;
}

static char *
dup_creative_commons_id (const Statement *s)
{
  const char *unit = order_elements (s->elements);
  char *id = dup_retired_id (s);

  /* "Attribution" alone is a word; so is "Creative Commons" alone. */
  if (id != NULL || s->elements == 0)
    return id;
  if (!s->is_marked && (s->elements == BY || (s->elements & BY) == 0) &&
      !(s->elements == BY && s->is_named && s->version != NULL))
    return NULL;
  if (s->version != NULL && s->port != NULL)
    id = dup_if_known (g_strdup_printf ("CC-%s-%s-%s", unit, s->version, s->port));
  if (id == NULL && s->version != NULL)
    id = dup_if_known (g_strdup_printf ("CC-%s-%s", unit, s->version));
  return id != NULL ? id : dup_if_known (g_strdup_printf ("CC-%s", unit));
}

/* A GNU licence whose version nobody states may be taken in any version: GFDL s. 10, GPL s. 14. */
static char *
dup_gnu_id (const Statement *s, const char *family, const char *oldest)
{
  gboolean later = s->is_later || s->version == NULL;
  char *id = dup_if_known (g_strdup_printf (
      "%s-%s-%s", family, s->version != NULL ? s->version : oldest, later ? "or-later" : "only"));

  return id != NULL ? id : g_strdup_printf ("%s-%s-or-later", family, oldest);
}

static char *
dup_versioned_id (const Statement *s, const char *family, const char *newest)
{
  char *id =
      s->version != NULL ? dup_if_known (g_strdup_printf ("%s-%s", family, s->version)) : NULL;

  return id != NULL ? id : g_strdup_printf ("%s-%s", family, newest);
}

static char *
dup_id (const Statement *s)
{
  switch (s->kind)
    {
    case COG_WORD_BY:
    case COG_WORD_NC:
    case COG_WORD_ND:
    case COG_WORD_SA:
    case COG_WORD_MARKER:
      return dup_creative_commons_id (s);
    case COG_WORD_ZERO:
      return g_strdup ("CC0-1.0");
    case COG_WORD_MARK:
      return g_strdup ("CC-PDM-1.0");
    case COG_WORD_DOMAIN:
      return g_strdup (s->is_usa ? "LicenseRef-PublicDomain-US" : "LicenseRef-PublicDomain");
    case COG_WORD_RESERVED:
      return g_strdup ("LicenseRef-AllRightsReserved");
    case COG_WORD_GFDL:
      return dup_gnu_id (s, "GFDL", "1.1");
    case COG_WORD_GPL:
      return dup_gnu_id (s, "GPL", "3.0");
    case COG_WORD_LAL:
      return dup_versioned_id (s, "LAL", "1.3");
    case COG_WORD_OGL:
      return s->port != NULL && g_str_equal (s->port, "CA") ? g_strdup ("OGL-Canada-2.0")
                                                            : dup_versioned_id (s, "OGL-UK", "3.0");
    case COG_WORD_OPL:
      return g_strdup ("OPL-UK-3.0");
    case COG_WORD_NCGL:
      return g_strdup ("NCGL-UK-2.0");
    case COG_WORD_PDDL:
      return g_strdup ("PDDL-1.0");
    case COG_WORD_SAMPLING:
      return s->is_marked ? g_strdup ("CC-SAMPLING+-1.0") : NULL;
    case COG_WORD_VERSION:
    case COG_WORD_PORT:
    case COG_WORD_LATER:
    case COG_WORD_USA:
    case COG_WORD_MODIFIED:
    case COG_WORD_FILLER:
    case COG_WORD_NONE:
      return NULL;
    }
  g_assert_not_reached ();
}

static gboolean
has_id (GPtrArray *ids, const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/* The statement is complete: its licence is noted. */
static void
finish (Reading *r)
{
  g_autofree char *id = r->is_begun ? dup_id (&r->now) : NULL;

  if (id != NULL && !has_id (r->ids, id) && r->ids->len < MAX_STATEMENTS)
    {
      if (r->ids->len > 0 && r->now.gap > MAX_GAP)
        r->is_choice = FALSE;
      g_ptr_array_add (r->ids, g_steal_pointer (&id));
    }
  memset (&r->now, 0, sizeof r->now);
  r->is_begun = FALSE;
}

static void
begin (Reading *r, CogWordKind kind)
{
  finish (r);
  r->now.kind = kind;
  r->now.gap = r->waiting;
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
  guint bit = word->kind == COG_WORD_BY   ? BY
              : word->kind == COG_WORD_NC ? NC
              : word->kind == COG_WORD_ND ? ND
                                          : SA;

  if (word->is_short && !is_letter_meant (r, i))
    {
      r->waiting++;
      return;
    }
  /* After its version a licence is complete: what follows names it again, or another one. */
  if (!is_creative_commons (r) || !is_near (r) || r->now.version != NULL)
    begin (r, COG_WORD_BY);
  r->now.elements |= bit;
  r->now.is_named |= !word->is_short;
  /* Letters are a name of their own. */
  r->now.is_marked |= word->is_short;
  r->waiting = 0;
}

static void
read_marker (Reading *r)
{
  if (!is_creative_commons (r) || !is_near (r) || r->now.version != NULL)
    begin (r, COG_WORD_BY);
  r->now.is_marked = TRUE;
  r->waiting = 0;
}

static void
read_version (Reading *r, const CogLicenceWord *word)
{
  Statement same;

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
      begin (r, COG_WORD_BY);
      same.version = word->value;
      same.port = NULL;
      same.gap = 0;
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
      read_marker (r);
      return;
    case COG_WORD_VERSION:
      read_version (r, word);
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
      begin (r, word->kind);
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
drop_repetitions (GPtrArray *ids)
{
  for (guint i = ids->len; i > 0; i--)
    if (is_said_better (ids, i - 1))
      g_ptr_array_remove_index (ids, i - 1);
}

static char *
dup_joined (GPtrArray *ids, const char *joint)
{
  GString *expression = g_string_new (g_ptr_array_index (ids, 0));

  for (guint i = 1; i < ids->len; i++)
    g_string_append_printf (expression, "%s%s", joint, (const char *)g_ptr_array_index (ids, i));
  return g_string_free (expression, FALSE);
}

static char *
recognise_words (const char *text, guint *flags)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GArray) words = cog_licence_words_read (valid);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Reading r = { .text = valid,
                .words = (const CogLicenceWord *)words->data,
                .n = words->len,
                .ids = ids,
                .is_choice = TRUE };

  for (guint i = 0; i < r.n; i++)
    read_word (&r, i);
  finish (&r);
  drop_repetitions (ids);
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
  *flags |= COG_RECOGNISED_SEVERAL;
  return dup_joined (ids, r.is_choice ? " OR " : " AND ");
}

/* The first address of a licence in a text; the text without addresses. */
static char *
take_addresses (const char *text, char **left)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "(?:https?://|www\\.)[^\\s\"'<>()\\[\\]]+|creativecommons\\.org/[^\\s\"'<>()\\[\\]]+",
      G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *id = NULL;

  for (g_regex_match (regex, valid, 0, &match); id == NULL && g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *url = g_match_info_fetch (match, 0);
      const CogLicence *licence = cog_licence_lookup_url (url);

      id = licence != NULL ? g_strdup (licence->id) : NULL;
    }
  *left = g_regex_replace_literal (regex, valid, -1, 0, " | ", 0, NULL);
  return id;
}

static guint
get_rank (const char *expression)
{
  static const CogLicenceClass order[] = {
    COG_CLASS_PD,
    COG_CLASS_BY,
    COG_CLASS_BY_SA,
    COG_CLASS_SA,
    COG_CLASS_UNVERSIONED_SA,
    COG_CLASS_COPYLEFT,
    COG_CLASS_BY_NC,
    COG_CLASS_NC,
    COG_CLASS_BY_NC_SA,
    COG_CLASS_NC_SA,
    COG_CLASS_BY_ND,
    COG_CLASS_ND,
    COG_CLASS_BY_NC_ND,
    COG_CLASS_ASK,
    COG_CLASS_PERMISSION,
    COG_CLASS_EXCEPTION,
    COG_CLASS_ARR,
    COG_CLASS_UNKNOWN,
  };
  g_auto (GStrv) parts = cog_licence_split_expression (expression, NULL);
  const CogLicence *licence = cog_licence_lookup (parts[0]);

  for (guint i = 0; licence != NULL && i < G_N_ELEMENTS (order); i++)
    if (order[i] == licence->klass)
      return i;
  return G_N_ELEMENTS (order);
}

const char *
cog_licence_more_restrictive (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  return get_rank (b) > get_rank (a) ? b : a;
}

/* Whether words that lack the version, or the port, mean the licence that the link names in full.
 */
static gboolean
is_vaguer (const char *words, const char *link)
{
  const CogLicence *vague = cog_licence_lookup (words);
  const CogLicence *exact = cog_licence_lookup (link);

  if (vague == NULL || exact == NULL)
    return FALSE;
  if (vague->unit == NULL)
    return vague->klass == COG_CLASS_PD && exact->klass == COG_CLASS_PD;
  if (g_strcmp0 (vague->unit, exact->unit) != 0)
    return FALSE;
  return vague->is_unversioned ||
         (g_strcmp0 (vague->version, exact->version) == 0 && vague->port == NULL);
}

/* Words and link both name a licence: the one that counts. */
static char *
reconcile (const char *from_words, const char *from_link, guint *flags)
{
  g_auto (GStrv) parts = NULL;

  if (g_str_equal (from_words, from_link) || is_vaguer (from_words, from_link))
    return g_strdup (from_link);
  /* Of several the link is one: the words say more. */
  parts = cog_licence_split_expression (from_words, NULL);
  for (guint i = 0; parts[i] != NULL && parts[1] != NULL; i++)
    if (g_str_equal (parts[i], from_link) || is_vaguer (parts[i], from_link))
      return g_strdup (from_words);
  *flags |= COG_RECOGNISED_DISAGREE;
  return g_strdup (cog_licence_more_restrictive (from_link, from_words));
}

char *
cog_licence_recognise_full (const char *words, const char *url, CogRecognised *recognised)
{
  const CogLicence *linked = cog_licence_lookup_url (url);
  g_autofree char *from_link = linked != NULL ? g_strdup (linked->id) : NULL;
  g_autofree char *from_words = NULL;
  guint flags = 0;
  char *result;

  if (words != NULL)
    {
      g_autofree char *left = NULL;
      g_autofree char *inside = take_addresses (words, &left);

      if (from_link == NULL)
        from_link = g_steal_pointer (&inside);
      from_words = recognise_words (left, &flags);
    }
  if (from_words != NULL && from_link != NULL)
    result = reconcile (from_words, from_link, &flags);
  else
    result = from_words != NULL ? g_steal_pointer (&from_words) : g_steal_pointer (&from_link);
  if (result != NULL && cog_licence_lookup (result) != NULL &&
      cog_licence_lookup (result)->is_unversioned)
    flags |= COG_RECOGNISED_NO_VERSION;
  if (recognised != NULL)
    *recognised = flags;
  return result;
}

char *
cog_licence_recognise (const char *words, const char *url, gboolean *disagree)
{
  CogRecognised recognised;
  char *licence = cog_licence_recognise_full (words, url, &recognised);

  if (disagree != NULL)
    *disagree = (recognised & COG_RECOGNISED_DISAGREE) != 0;
  return licence;
}
