/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-line-private.h"

#include "cog-licence.h"

#include <string.h>

/* What is left of the words while they are taken apart. */
typedef struct
{
  CogCredit *credit;
  char *rest;
  gboolean has_by; /* what is left is certain to be a name */
} Work;

static gboolean
is_blank_or_stop (gunichar c)
{
  return g_unichar_isspace (c) || c == ',' || c == ';' || c == '/' || c == '.' || c == ':';
}

/* Blanks and commas at both ends, and a full stop that is no abbreviation's. */
static char *
dup_trimmed (const char *text)
{
  const char *end;

  while (*text != '\0' && is_blank_or_stop (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_blank_or_stop (g_utf8_get_char (last)))
        break;
      /* "Washington, D.C." and "Smith Jr." keep theirs. */
      if (*last == '.' && last - text >= 2 &&
          ((last[-2] == '.' || last[-2] == ' ') || g_str_has_suffix (text, " Jr.")))
        break;
      end = last;
    }
  return g_strndup (text, end - text);
}

static void
set_rest (Work *work, char *rest)
{
  g_autofree char *owned = rest;

  g_free (work->rest);
  work->rest = dup_trimmed (owned);
}

/* Takes what an expression matches at the beginning. (transfer full) (nullable) */
static char *
take (Work *work, GRegex *regex)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *taken = NULL;
  int end = 0;

  if (!g_regex_match (regex, work->rest, G_REGEX_MATCH_ANCHORED, &match))
    return NULL;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  taken = g_strndup (work->rest, end);
  set_rest (work, g_strdup (work->rest + end));
  return dup_trimmed (taken);
}

static void
add_agent (Work *work, const char *name, CogRole role)
{
  g_autofree char *trimmed = dup_trimmed (name);

  if (trimmed[0] != '\0' && !g_regex_match (cog_credit_words_get ()->self, trimmed, 0, NULL))
    g_ptr_array_add (work->credit->agents, cog_agent_new (trimmed, role));
}

/* The bytes of a quotation at the beginning with its marks; 0 where there is none. */
static gsize
measure_quote (const char *text, gsize *inside, gsize *inside_length)
{
  static const struct
  {
    const char *open;
    const char *close[3];
  } marks[] = {
    { "“", { "”", "\"", NULL } }, { "\"", { "\"", "”", NULL } }, { "„", { "”", "“", NULL } },
    { "«", { "»", NULL } },       { "《", { "》", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *from = text + strlen (marks[i].open);

      if (!g_str_has_prefix (text, marks[i].open))
        continue;
      for (guint k = 0; marks[i].close[k] != NULL; k++)
        {
          const char *close = strstr (from, marks[i].close[k]);

          if (close == NULL)
            continue;
          *inside = from - text;
          *inside_length = close - from;
          return close + strlen (marks[i].close[k]) - text;
        }
    }
  return 0;
}

/* "“scui3asteveo”/Flickr" is somebody's name, "“dog, animal, fur”/Pxhere" what the picture is
 * called. */
static gboolean
is_pseudonym (const Work *work, const char *quoted, const char *after)
{
  g_auto (GStrv) words = g_strsplit (quoted, " ", -1);

  if (work->has_by)
    return TRUE;
  while (*after == ' ')
    after++;
  return (*after == '/' || *after == '\0') && work->credit->changes == NULL &&
         g_strv_length (words) <= 3 && strchr (quoted, ',') == NULL;
}

static void
take_title (Work *work)
{
  gsize inside, length;
  gsize end = measure_quote (work->rest, &inside, &length);
  g_autofree char *quoted = NULL;

  if (end == 0)
    return;
  quoted = g_strndup (work->rest + inside, length);
  if (is_pseudonym (work, quoted, work->rest + end))
    {
      set_rest (work, g_strconcat (quoted, " ", work->rest + end, NULL));
      work->has_by = TRUE;
      return;
    }
  /* A quotation mark alone is no title, and a second title goes before the first. */
  if (g_strstrip (quoted)[0] != '\0')
    {
      g_free (work->credit->title);
      work->credit->title = g_strdup (quoted);
    }
  set_rest (work, g_strdup (work->rest + end));
  g_free (take (work, cog_credit_words_get ()->of));
}

/* "Mars by European Space Agency": a title without quotation marks. */
static void
take_bare_title (Work *work)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *left = NULL;
  int start = 0;

  if (work->has_by || work->credit->title != NULL ||
      !g_regex_match (cog_credit_words_get ()->between_by, work->rest, 0, &match))
    return;
  g_match_info_fetch_pos (match, 0, &start, NULL);
  left = g_strndup (work->rest, start);
  /* "U.S. Air Force photo by Staff Sgt. X" is a name. */
  if (start == 0 || g_str_has_suffix (left, "photo") || g_str_has_suffix (left, "image") ||
      strchr (left, '/') != NULL)
    return;
  work->credit->title = dup_trimmed (left);
  set_rest (work, g_strdup (work->rest + start));
}

static void
take_licence (Work *work)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *words = NULL;
  g_autofree char *url = NULL;
  g_autofree char *licence = NULL;
  g_autoptr (GMatchInfo) link = NULL;
  int start = 0;

  if (!g_regex_match (cog_credit_words_get ()->licence, work->rest, 0, &match))
    return;
  g_match_info_fetch_pos (match, 0, &start, NULL);
  words = g_strdup (work->rest + start);
  if (g_regex_match (cog_credit_words_get ()->url, words, 0, &link))
    url = g_match_info_fetch_named (link, "url");
  licence = cog_licence_recognise (words, url, NULL);
  if (licence == NULL)
    return;
  work->credit->licence = g_steal_pointer (&licence);
  if (url != NULL && cog_licence_lookup_url (url) != NULL)
    work->credit->licence_url = g_strdup (url);
  else if (url != NULL)
    work->credit->source_url = g_strdup (url);
  g_ptr_array_add (work->credit->statements,
                   cog_statement_new (COG_EVIDENCE_TEXT, NULL, NULL, g_strstrip (words), url));
  ((CogStatement *)g_ptr_array_index (work->credit->statements, 0))->licence =
      g_strdup (work->credit->licence);
  set_rest (work, g_strndup (work->rest, start));
}

static void
take_url (Work *work)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *url = NULL;
  int start = 0, end = 0;

  if (!g_regex_match (cog_credit_words_get ()->url, work->rest, 0, &match))
    return;
  g_match_info_fetch_pos (match, 0, &start, &end);
  url = g_match_info_fetch_named (match, "url");
  if (cog_licence_lookup_url (url) != NULL)
    {
      work->credit->licence_url = g_strdup (url);
      if (work->credit->licence == NULL)
        work->credit->licence = cog_licence_recognise (NULL, url, NULL);
    }
  else
    {
      if (work->credit->source_url == NULL)
        work->credit->source_url =
            g_str_has_prefix (url, "www.") ? g_strconcat ("https://", url, NULL) : g_strdup (url);
      /* An address is all that stands there. */
      if (start == 0 && work->rest[end] == '\0')
        work->credit->source_name = g_strdup (url);
    }
  {
    g_autofree char *left = g_strndup (work->rest, start);

    set_rest (work, g_strconcat (left, " ", work->rest + end, NULL));
  }
}

/* One letter more, less or other: "Flick4". */
static gboolean
is_typo_of (const char *a, const char *b)
{
  gsize length_a = strlen (a), length_b = strlen (b), head = 0, tail = 0;

  if (length_b < 6 || MAX (length_a, length_b) - MIN (length_a, length_b) > 1)
    return FALSE;
  while (head < MIN (length_a, length_b) && a[head] == b[head])
    head++;
  while (tail < MIN (length_a, length_b) - head && a[length_a - 1 - tail] == b[length_b - 1 - tail])
    tail++;
  return head + tail + 1 >= MAX (length_a, length_b);
}

static gboolean
is_host (const char *name)
{
  const CogCreditWords *words = cog_credit_words_get ();
  g_autofree char *trimmed = dup_trimmed (name);
  g_autofree char *folded = g_utf8_casefold (trimmed, -1);

  for (guint i = 0; words->hosts[i] != NULL; i++)
    if (g_str_equal (folded, words->hosts[i]) || is_typo_of (folded, words->hosts[i]))
      return TRUE;
  return g_regex_match_simple ("^(?:www\\.)?[a-z0-9-]+\\.(?:com|org|net|gov|edu|info)$", trimmed,
                               G_REGEX_CASELESS, 0);
}

static gboolean
is_institution (const char *name)
{
  return g_regex_match (cog_credit_words_get ()->institution, name, 0, NULL);
}

static void
set_host (Work *work, const char *name, gsize keep)
{
  work->credit->source_name = dup_trimmed (name);
  set_rest (work, g_strndup (work->rest, keep));
}

/* "A via H", "A from Pexels" */
static gboolean
take_host_after_word (Work *work)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *host = NULL;
  g_autofree char *joint = NULL;
  int start = 0;

  if (!g_regex_match (cog_credit_words_get ()->via, work->rest, 0, &match))
    return FALSE;
  host = g_match_info_fetch_named (match, "host");
  joint = g_match_info_fetch (match, 0);
  g_match_info_fetch_pos (match, 0, &start, NULL);
  if (!is_host (host) && strstr (joint, " via ") == NULL)
    return FALSE;
  set_host (work, host, start);
  return TRUE;
}

static void
take_host (Work *work)
{
  const char *slash = strrchr (work->rest, '/');
  const char *comma = strrchr (work->rest, ',');

  if (work->credit->source_name != NULL || take_host_after_word (work))
    return;
  if (is_host (work->rest))
    set_host (work, work->rest, 0);
  else if (slash != NULL && (is_host (slash + 1) || is_institution (slash + 1)))
    set_host (work, slash + 1, slash - work->rest);
  else if (comma != NULL && is_host (comma + 1))
    set_host (work, comma + 1, comma - work->rest);
}

/* "Photo courtesy of X" */
static void
take_courtesy (Work *work)
{
  g_autoptr (GMatchInfo) match = NULL;
  int start = 0, end = 0;

  if (!g_regex_match (cog_credit_words_get ()->courtesy, work->rest, 0, &match))
    return;
  g_match_info_fetch_pos (match, 0, &start, &end);
  add_agent (work, work->rest + end, COG_ROLE_HOLDER);
  work->credit->requested = g_strdup (work->rest + start);
  g_strstrip (work->credit->requested);
  set_rest (work, g_strndup (work->rest, start));
}

/* "© 2020 ESA", "Copyright Rice University": a notice, and no licence. */
static void
take_notice (Work *work)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "^(?:©|copyright|\\(c\\)(?=\\s*\\d)|\\s)+\\s*(?<year>(?:1[5-9]|20)\\d\\d)?[\\s,]*(?:by\\s+)?",
      G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL;
  int end = 0;

  g_free (take (work, cog_credit_words_get ()->thing));
  if (!g_regex_match (regex, work->rest, 0, &match) ||
      !g_match_info_fetch_pos (match, 0, NULL, &end))
    return;
  if (end == 0)
    return;
  year = g_match_info_fetch_named (match, "year");
  work->credit->copyright = g_strdup (work->rest);
  if (year != NULL && year[0] != '\0')
    work->credit->year = g_steal_pointer (&year);
  add_agent (work, work->rest + end, COG_ROLE_HOLDER);
  set_rest (work, g_strdup (""));
}

static const char *
find_role (const char *name, gsize *length)
{
  const char *open = strrchr (name, '(');
  g_autofree char *word = NULL;

  if (open == NULL || !g_str_has_suffix (name, ")"))
    return NULL;
  word = g_utf8_strdown (open + 1, strlen (open) - 2);
  *length = open - name;
  return g_hash_table_lookup (cog_credit_words_get ()->roles, g_strstrip (word));
}

/* "J. Hevelius (author), A. Boÿ (artist)": the only list whose commas are certain to part names. */
static gboolean
add_agents_with_roles (Work *work, const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, "),", -1);
  gboolean any = FALSE;

  for (guint i = 0; list[i] != NULL; i++)
    {
      gboolean is_last = list[i + 1] == NULL;
      g_autofree char *closed = g_strconcat (list[i], is_last ? "" : ")", NULL);
      g_autofree char *name = dup_trimmed (closed);
      gsize length = 0;
      const char *relator = find_role (name, &length);

      if (relator == NULL)
        {
          if (!any)
            return FALSE;
          add_agent (work, name, COG_ROLE_CONTRIBUTOR);
          continue;
        }
      any = TRUE;
      name[length] = '\0';
      add_agent (work, name, cog_role_from_relator (relator));
    }
  return any;
}

/* What is left names people; after ";" other owners follow. A name stays as one string: whether a
 * comma parts two names or a name from a place nobody can tell. */
static void
take_agents (Work *work)
{
  g_auto (GStrv) owners = g_strsplit (work->rest, ";", -1);

  for (guint i = 0; owners[i] != NULL && i < 16; i++)
    {
      g_autofree char *name = dup_trimmed (owners[i]);

      if (name[0] == '\0')
        continue;
      if (i > 0 && work->credit->source_name == NULL && is_institution (name))
        work->credit->source_name = g_steal_pointer (&name);
      else if (!add_agents_with_roles (work, name))
        add_agent (work, name, i == 0 ? COG_ROLE_AUTHOR : COG_ROLE_CONTRIBUTOR);
    }
}

/* "Based on data from the report X": data and a tool, and nobody's name. */
static gboolean
take_data (Work *work)
{
  if (!g_regex_match (cog_credit_words_get ()->data, work->rest, 0, NULL))
    return FALSE;
  if (work->credit->source_name == NULL)
    work->credit->source_name = g_strdup (work->rest);
  set_rest (work, g_strdup (""));
  return TRUE;
}

/* "Reprinted from Nature": where it stood, and nobody's name. */
static gboolean
take_origin (Work *work)
{
  g_autofree char *from = NULL;

  if (g_regex_match (cog_credit_words_get ()->between_by, work->rest, 0, NULL))
    return FALSE;
  from = take (work, cog_credit_words_get ()->from);
  if (from == NULL)
    return FALSE;
  if (work->credit->source_name == NULL)
    work->credit->source_name = g_strdup (work->rest);
  set_rest (work, g_strdup (""));
  return TRUE;
}

/* "Źródło: (…)": brackets around all of it say nothing. */
static void
strip_brackets (Work *work)
{
  gsize length = strlen (work->rest);

  if (length > 2 && work->rest[0] == '(' && work->rest[length - 1] == ')' &&
      strchr (work->rest, ')') == work->rest + length - 1)
    set_rest (work, g_strndup (work->rest + 1, length - 2));
}

static void
take_by (Work *work)
{
  g_autofree char *by = take (work, cog_credit_words_get ()->by);

  if (by != NULL)
    work->has_by = TRUE;
}

static gboolean
is_empty (const CogCredit *credit)
{
  return credit->agents->len == 0 && credit->title == NULL && credit->source_name == NULL &&
         credit->source_url == NULL && credit->licence == NULL && credit->copyright == NULL;
}

CogCredit *
cog_credit_line_read_work (const char *text, gboolean has_by)
{
  Work work = { cog_credit_new (), g_strdup (""), has_by };

  set_rest (&work, g_strdup (text));
  strip_brackets (&work);
  if (!has_by)
    {
      work.credit->changes = take (&work, cog_credit_words_get ()->changes);
      if (work.credit->changes != NULL)
        g_free (take (&work, cog_credit_words_get ()->of));
      take_by (&work);
    }
  take_title (&work);
  take_licence (&work);
  take_by (&work);
  take_url (&work);
  if (!take_data (&work) && !take_origin (&work))
    {
      take_notice (&work);
      take_bare_title (&work);
      take_by (&work);
      take_title (&work);
      take_courtesy (&work);
      take_host (&work);
      take_agents (&work);
    }
  g_free (work.rest);
  if (is_empty (work.credit))
    g_clear_pointer (&work.credit, cog_credit_free);
  return work.credit;
}
