/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publisher.h"

#include <string.h>

/* A name where it stands. */
typedef struct
{
  const CogPublisher *publisher;
  guint start, to;
} Hit;

/* The longest name at the first place from there on. */
static gboolean
find_name (const CogPublisher *publisher,
           const CogNameWords *words,
           guint from,
           gboolean must_name,
           Hit *hit)
{
  gboolean found = FALSE;

  for (guint i = 0; i < publisher->names->len; i++)
    {
      const CogNameWords *name = g_ptr_array_index (publisher->names, i);

      for (guint at = from, start, to; cog_name_words_find (words, name, at, &start, &to);
           at = start + 1)
        {
          if (must_name && !cog_name_words_is_named (words, name, start, to))
            continue;
          if (!found || start < hit->start || (start == hit->start && to > hit->to))
            *hit = (Hit){ publisher, start, to };
          found = TRUE;
          break;
        }
    }
  return found;
}

static void
add_hits (GArray *hits, const char *text)
{
  g_autoptr (CogNameWords) words = text != NULL ? cog_name_words_new (text) : NULL;
  GPtrArray *list = cog_publisher_list ();

  for (guint i = 0; words != NULL && i < list->len; i++)
    {
      Hit hit;

      for (guint from = 0; find_name (g_ptr_array_index (list, i), words, from, TRUE, &hit);
           from = hit.to)
        g_array_append_val (hits, hit);
    }
}

/* "PAHO/WHO" is one name, and not the other's, too. */
static gboolean
is_covered (const GArray *hits, const Hit *hit)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *other = &g_array_index (hits, Hit, i);

      if (other->publisher != hit->publisher && other->start <= hit->start &&
          other->to >= hit->to && other->to - other->start > hit->to - hit->start)
        return TRUE;
    }
  return FALSE;
}

static void
take_line (GPtrArray *found, const char *text)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  add_hits (hits, text);
  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);

      if (!is_covered (hits, hit) && !g_ptr_array_find (found, hit->publisher, NULL))
        g_ptr_array_add (found, (gpointer)hit->publisher);
    }
}

static gboolean
is_owner (CogRole role)
{
  return role == COG_ROLE_AUTHOR || role == COG_ROLE_HOLDER || role == COG_ROLE_PUBLISHER;
}

static gboolean
is_host_of (const char *host, const char *own)
{
  gsize length = strlen (host), own_length = strlen (own);

  return length >= own_length && g_ascii_strcasecmp (host + length - own_length, own) == 0 &&
         (length == own_length || host[length - own_length - 1] == '.');
}

static void
take_host (GPtrArray *found, const char *url)
{
  GPtrArray *list = cog_publisher_list ();
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  for (guint i = 0; host != NULL && i < list->len; i++)
    {
      const CogPublisher *publisher = g_ptr_array_index (list, i);

      for (guint k = 0; k < publisher->hosts->len; k++)
        if (is_host_of (host, g_ptr_array_index (publisher->hosts, k)))
          {
            g_ptr_array_add (found, (gpointer)publisher);
            return;
          }
    }
}

GPtrArray *
cog_publisher_match (const CogCredit *credit)
{
  GPtrArray *found = g_ptr_array_new ();
  gboolean is_claimed;

  g_return_val_if_fail (credit != NULL, found);

  is_claimed = credit->publisher != NULL || credit->copyright != NULL;
  take_line (found, credit->publisher);
  take_line (found, credit->copyright);
  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      if (!is_owner (agent->role))
        continue;
      is_claimed = is_claimed || agent->role != COG_ROLE_AUTHOR;
      take_line (found, agent->name);
    }
  /* Libraries of publishers hold works of others, too: who is named goes before. */
  if (found->len == 0 && !is_claimed)
    take_host (found, credit->source_url);
  return found;
}

gboolean
cog_publisher_is_in (const CogPublisher *self, const CogNameWords *words)
{
  Hit hit;

  g_return_val_if_fail (self != NULL && words != NULL, FALSE);
  return find_name (self, words, 0, FALSE, &hit);
}

/* "World Health Organization (WHO)": its names, one after the other, and nothing else. */
gboolean
cog_publisher_is_all_of (const CogPublisher *self, const CogNameWords *words)
{
  guint n_words = 0;
  Hit hit;

  g_return_val_if_fail (self != NULL && words != NULL, FALSE);

  for (guint from = 0; find_name (self, words, from, FALSE, &hit); from = hit.to)
    n_words += hit.to - hit.start;
  /* Marks within a name count, so that the sum can be larger. */
  return n_words > 0 && n_words >= cog_name_words_count (words);
}

/* The latest year in a text; 0: none. */
static guint
read_year (const char *text)
{
  guint year = 0;

  for (const char *c = text; c != NULL && *c != '\0';)
    {
      gsize n = strspn (c, "0123456789");

      if (n == 4)
        {
          guint number = (guint)g_ascii_strtoull (c, NULL, 10);

          if (number >= 1900 && number < 2200)
            year = MAX (year, number);
        }
      c += n > 0 ? n : 1;
    }
  return year;
}

guint
cog_publisher_get_year (const CogCredit *credit)
{
  guint year;

  g_return_val_if_fail (credit != NULL, 0);

  year = read_year (credit->year);
  return year != 0 ? year : read_year (credit->copyright);
}
