/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pandoc-signs.h"

#include "cog-tex-folder.h"

#include <string.h>

#define HEAD 20000 /* bytes that are looked at */

/* Below a page's signature and above a name's: these texts have no signature of their own. */
#define SURE 80
#define LIKELY 55

static char *
dup_head (CogSource *source)
{
  gsize size = 0;
  const char *data;

  if (cog_source_is_folder (source) || cog_source_is_zip (source))
    return NULL;
  data = g_bytes_get_data (cog_source_get_bytes (source), &size);
  size = MIN (size, HEAD);
  /* No text has a zero in it, but in encodings that these formats are not written in. */
  if (data == NULL || memchr (data, 0, size) != NULL)
    return NULL;
  return g_utf8_make_valid (data, (gssize)size);
}

static guint
count_matches (const char *text, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint count = 0;

  g_assert (regex != NULL);
  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match) && count < 20)
    {
      count++;
      g_match_info_next (match, NULL);
    }
  return count;
}

/* Pages of HTML show the signs of every other format as examples. */
static gboolean
is_markup (const char *head)
{
  const char *first = head + strspn (head, " \t\r\n\xEF\xBB\xBF");

  return g_str_has_prefix (first, "<!") || g_str_has_prefix (first, "<?xml") ||
         g_ascii_strncasecmp (first, "<html", 5) == 0;
}

int
cog_pandoc_bid_latex (CogSource *source)
{
  g_autofree char *head = dup_head (source);

  if (head == NULL)
    return cog_tex_folder_is_one (source) ? 45 : 0;
  if (is_markup (head))
    return 0;
  /* Comments may stand before it. */
  if (count_matches (head, "^[ \\t]*\\\\documentclass\\b") > 0)
    return SURE;
  if (count_matches (head, "\\A(\\s*%.*\\n|\\s)*\\\\[a-zA-Z]+") > 0 &&
      count_matches (head, "\\\\(chapter|section|subsection|begin|label|item|input)\\b") >= 3)
    return LIKELY;
  return 0;
}

int
cog_pandoc_bid_mediawiki (CogSource *source)
{
  g_autofree char *head = dup_head (source);
  guint headings, links;

  if (head == NULL || is_markup (head))
    return 0;
  headings = count_matches (head, "^(=+)[^=\\n].*[^=\\n]\\1\\s*$");
  links = count_matches (head, "\\[\\[[^\\]\\n]+\\]\\]") + count_matches (head, "'''[^'\\n]+'''") +
          count_matches (head, "^\\{\\||\\{\\{[^}\\n]+\\}\\}");
  return headings >= 1 && links >= 2 ? LIKELY : 0;
}

int
cog_pandoc_bid_docbook (CogSource *source)
{
  g_autofree char *head = dup_head (source);

  if (head == NULL || strchr (head, '<') == NULL)
    return 0;
  if (strstr (head, "http://docbook.org/ns/docbook") == NULL &&
      strstr (head, "-//OASIS//DTD DocBook") == NULL)
    return 0;
  return count_matches (head, "<([a-zA-Z]+:)?(book|article|chapter|section|part|set)\\b") > 0 ? SURE
                                                                                              : 0;
}

int
cog_pandoc_bid_rst (CogSource *source)
{
  g_autofree char *head = dup_head (source);
  guint signs;

  if (head == NULL || is_markup (head))
    return 0;
  signs = count_matches (head, "^\\.\\. ([a-zA-Z_-]+::|_[^:\\n]+:|\\[[^\\]\\n]+\\])") +
          count_matches (head, ":[a-z]+:`[^`\\n]+`");
  return signs >= 1 && count_matches (head, "^([=~^\"'#*-])\\1{2,}\\s*$") >= 1 ? LIKELY : 0;
}

int
cog_pandoc_bid_org (CogSource *source)
{
  g_autofree char *head = dup_head (source);

  if (head == NULL || is_markup (head))
    return 0;
  return count_matches (head, "^#\\+(?i)(title|author|language|options|startup|begin_[a-z]+)\\b") >=
                     1 &&
                 count_matches (head, "^\\*+ \\S") >= 1
             ? LIKELY
             : 0;
}

int
cog_pandoc_bid_rtf (CogSource *source)
{
  g_autofree char *head = dup_head (source);

  return head != NULL && g_str_has_prefix (head, "{\\rtf") ? SURE : 0;
}
