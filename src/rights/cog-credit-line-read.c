/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-line-private.h"

#include <string.h>

/* Hostile captions: more parts than this are no credit line. */
#define MAX_PARTS 64

static void
add_part (GPtrArray *credits, const CogCredit *work, const char *part)
{
  CogCredit *credit = cog_credit_copy (work);

  credit->part = g_strdup (part);
  g_ptr_array_add (credits, credit);
}

/* "a and credit b", "“planes”", "top left": a credit for each. */
static void
add_parts (GPtrArray *credits, const CogCredit *work, const char *designators)
{
  g_autoptr (GMatchInfo) match = NULL;
  guint before = credits->len;

  if (designators != NULL)
    for (g_regex_match (cog_credit_words_get ()->designator, designators, 0, &match);
         g_match_info_matches (match) && credits->len < MAX_PARTS; g_match_info_next (match, NULL))
      {
        g_autofree char *part = g_match_info_fetch_named (match, "p");

        add_part (credits, work, part);
      }
  if (credits->len == before)
    add_part (credits, work, NULL);
}

static gboolean
names_host (const char *text)
{
  g_autoptr (CogCredit) credit =
      strchr (text, '/') != NULL ? cog_credit_line_read_work (text, TRUE) : NULL;

  return credit != NULL && credit->source_name != NULL;
}

/* Where "A/Flickr and B/Flickr" are two works: the offset of " and ", or 0. */
static gsize
find_second_work (const char *text)
{
  for (const char *at = strstr (text, " and "); at != NULL; at = strstr (at + 5, " and "))
    {
      g_autofree char *left = g_strndup (text, at - text);

      if (names_host (left) && names_host (at + 5))
        return at - text;
    }
  return 0;
}

static void
read_segment (GPtrArray *credits, const char *text, const char *designators)
{
  gsize second = strlen (text) < 1000 ? find_second_work (text) : 0;
  g_autofree char *first = g_strndup (text, second > 0 ? second : strlen (text));
  g_autoptr (CogCredit) work = cog_credit_line_read_work (first, FALSE);

  if (work != NULL)
    add_parts (credits, work, designators);
  if (second > 0)
    {
      g_autoptr (CogCredit) other = cog_credit_line_read_work (text + second + 5, TRUE);

      if (other != NULL)
        {
          if (other->changes == NULL && work != NULL)
            other->changes = g_strdup (work->changes);
          add_parts (credits, other, designators);
        }
    }
}

static gsize
find_quote_end (const char *text, gsize from)
{
  /* An address or a title in quotation marks may hold what looks like the beginning of a part. */
  const char *open = text + from;
  const char *close = NULL;

  if (g_str_has_prefix (open, "“"))
    close = strstr (open, "”");
  return close != NULL ? (gsize)(close - text) : from;
}

void
cog_credit_line_read (const char *content, GPtrArray *credits)
{
  const CogCreditWords *words = cog_credit_words_get ();
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *designators = NULL;
  int from = 0;
  gsize hold = 0;

  for (g_regex_match (words->segment, content, 0, &match);
       g_match_info_matches (match) && credits->len < MAX_PARTS; g_match_info_next (match, NULL))
    {
      int start = 0, end = 0;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if ((gsize)start < hold)
        continue;
      if (start > from)
        {
          g_autofree char *text = g_strndup (content + from, start - from);

          read_segment (credits, text, designators);
        }
      g_free (designators);
      designators = g_match_info_fetch_named (match, "d");
      from = end;
      hold = find_quote_end (content, end);
    }
  if (credits->len < MAX_PARTS)
    read_segment (credits, content + from, designators);
}
