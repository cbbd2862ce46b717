/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-wxr.h"

#include "cog-reader-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const CogFindingKind cog_finding_wxr_draft = {
  "draft-left-out",
  COG_SEVERITY_INFO,
  TRUE,
  /* Translators: the title of a chapter. */
  N_ ("“%1” is a draft that was not published; it was left out."),
};

const CogFindingKind cog_finding_wxr_shortcode = {
  "shortcode-dropped",
  COG_SEVERITY_WARNING,
  TRUE,
  /* Translators: the name of something that a web site puts into a page: "h5p", "gallery". */
  N_ ("What the site shows for “[%1]” was left out: only the site can make it."),
};

#define BLOCKS                                                                                     \
  "(?:table|thead|tfoot|caption|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|blockquote|address|" \
  "p|h[1-6]|hr|fieldset|section|article|aside|header|footer|nav|figure|figcaption|details|summary" \
  "|video|audio)"

typedef struct
{
  CogWxr *wxr;
  const CogWxrPost *post;
  GString *notes;
  guint n_notes;
  GHashTable *regexes; /* by their patterns: a paragraph is sooner read than one is compiled */
} Page;

typedef char *(*Rewrite) (Page *page, const GMatchInfo *match);
/* attributes: what stands behind the name in the opening code; inside: may be changed. */
typedef char *(*RewritePair) (Page *page, const char *attributes, char *inside);

#define MAX_ATTRIBUTES 500 /* bytes of a code */

typedef struct
{
  Page *page;
  Rewrite rewrite;
} Rewriting;

static gboolean
rewrite_cb (const GMatchInfo *match, GString *result, gpointer data)
{
  Rewriting *rewriting = data;
  g_autofree char *text = rewriting->rewrite (rewriting->page, match);

  g_string_append (result, text);
  return FALSE;
}

static GRegex *
get_regex (Page *page, const char *pattern, GRegexCompileFlags flags, GRegexMatchFlags match_flags)
{
  GRegex *regex = g_hash_table_lookup (page->regexes, pattern);

  if (regex == NULL)
    {
      regex = g_regex_new (pattern, flags | G_REGEX_OPTIMIZE, match_flags, NULL);
      g_hash_table_insert (page->regexes, (gpointer)pattern, regex);
    }
  return regex;
}

/* Replaces each match in *text. pattern: a literal. */
static void
rewrite_all (Page *page, char **text, const char *pattern, Rewrite rewrite)
{
  GRegex *regex = get_regex (page, pattern, G_REGEX_DOTALL, G_REGEX_MATCH_NEWLINE_ANY);
  Rewriting rewriting = { page, rewrite };
  char *result = g_regex_replace_eval (regex, *text, -1, 0, 0, rewrite_cb, &rewriting, NULL);

  /* NULL: the text made the matching too long; then it stays. */
  if (result != NULL)
    {
      g_free (*text);
      *text = result;
    }
}

static void
replace_all (Page *page, char **text, const char *pattern, const char *by)
{
  GRegex *regex = get_regex (page, pattern, G_REGEX_DOTALL | G_REGEX_CASELESS, 0);
  char *result = g_regex_replace (regex, *text, -1, 0, by, 0, NULL);

  if (result != NULL)
    {
      g_free (*text);
      *text = result;
    }
}

/* "[name …]inside[/name]", each with the nearest end: one walk, however many have none. */
static void
rewrite_pairs (Page *page, char **text, const char *name, RewritePair rewrite)
{
  g_autofree char *open = g_strconcat ("[", name, NULL);
  g_autofree char *close = g_strconcat ("[/", name, "]", NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *at = *text, *start;

  while ((start = strstr (at, open)) != NULL)
    {
      const char *from = start + strlen (open);
      gsize length = strnlen (from, MAX_ATTRIBUTES);
      const char *end = memchr (from, ']', length);
      const char *stop = end != NULL ? strstr (end, close) : NULL;
      g_autofree char *attributes = end != NULL ? g_strndup (from, end - from) : NULL;
      g_autofree char *inside = stop != NULL ? g_strndup (end + 1, stop - end - 1) : NULL;
      g_autofree char *made = NULL;

      if (end != NULL && stop == NULL)
        break;
      g_string_append_len (out, at, start - at);
      at = stop != NULL ? stop + strlen (close) : from;
      if (stop == NULL)
        {
          g_string_append (out, open);
          continue;
        }
      made = rewrite (page, attributes, inside);
      g_string_append (out, made);
    }
  g_string_append (out, at);
  g_free (*text);
  *text = g_string_free (g_steal_pointer (&out), FALSE);
}

static void
drop_comments (char **text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *at = *text, *start;

  while ((start = strstr (at, "<!--")) != NULL)
    {
      const char *end = strstr (start, "-->");

      if (end == NULL)
        break;
      g_string_append_len (out, at, start - at);
      at = end + strlen ("-->");
    }
  g_string_append (out, at);
  g_free (*text);
  *text = g_string_free (g_steal_pointer (&out), FALSE);
}

/* The value of an attribute of a shortcode. (transfer full) (nullable) */
static char *
dup_value (const char *attributes, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("\\b%s=[\"'“]?([^\"'”\\s\\]]+)", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return attributes != NULL && g_regex_match (regex, attributes, 0, &match)
             ? g_match_info_fetch (match, 1)
             : NULL;
}

/* A formula is one line: no paragraph begins in it. "$latex x$" is WordPress's own way. */
static char *
rewrite_formula (Page *page, const char *attributes, char *inside)
{
  g_strdelimit (inside, "\r\n", ' ');
  return g_strconcat ("[latex]", g_strstrip (inside), "[/latex]", NULL);
}

static char *
rewrite_dollars (Page *page, const GMatchInfo *match)
{
  g_autofree char *inside = g_match_info_fetch (match, 1);

  return rewrite_formula (page, NULL, inside);
}

/* A note in the text, in the place of its number; numbered through the page. */
static char *
rewrite_note (Page *page, const char *attributes, char *inside)
{
  guint n = ++page->n_notes;

  g_strdelimit (inside, "\r\n", ' ');
  g_string_append_printf (page->notes,
                          "<aside epub:type=\"footnote\" id=\"footnote-%u\"><p>%s</p></aside>", n,
                          g_strstrip (inside));
  return g_strdup_printf ("<a epub:type=\"noteref\" href=\"#footnote-%u\">%u</a>", n, n);
}

/* [caption id width]<img …/> words[/caption] */
static char *
rewrite_caption (Page *page, const char *attributes, char *inside)
{
  g_autofree char *id = dup_value (attributes, "id");
  char *end = strstr (inside, "</a>");
  g_autofree char *picture = NULL;

  end = end != NULL ? end + strlen ("</a>") : strchr (inside, '>');
  end = end != NULL && *end == '>' ? end + 1 : end;
  if (end == NULL)
    return g_strdup (inside);
  picture = g_strndup (inside, end - inside);
  return g_strdup_printf ("\n\n<figure%s%s%s>%s<figcaption>%s</figcaption></figure>\n\n",
                          id != NULL ? " id=\"" : "", id != NULL ? id : "", id != NULL ? "\"" : "",
                          g_strstrip (picture), g_strstrip (end));
}

static char *
rewrite_glossary (Page *page, const char *attributes, char *inside)
{
  g_autofree char *id = dup_value (attributes, "id");

  return id != NULL ? g_strdup_printf ("<a epub:type=\"glossref\" href=\"glossary.html#term-%s\">%s"
                                       "</a>",
                                       id, inside)
                    : g_strdup (inside);
}

static char *
dup_medium (const char *name, const char *attributes)
{
  static const char *const sources[] = { "src", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg" };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *url = dup_value (attributes, sources[i]);

      if (url != NULL)
        return g_strdup_printf ("\n\n<%s src=\"%s\"></%s>\n\n", name, url, name);
    }
  return g_strdup ("");
}

/* One shortcode, opening or closing: what is known becomes the element that it stands for. */
static char *
rewrite_code (Page *page, const GMatchInfo *match)
{
  static const char *const boxes[] = { "textbox",       "learning_objectives",
                                       "key_takeaways", "exercises",
                                       "examples",      NULL };
  static const char *const plain[] = { "em", "strong", "code", "blockquote", "pre", NULL };
  static const char *const dropped[] = { "h5p",    "gallery",  "playlist",    "contact-form-7",
                                         "table",  "embedpdf", "hypothesis",  "quiz",
                                         "anchor", "toc",      "gravityform", NULL };
  g_autofree char *slash = g_match_info_fetch (match, 1);
  g_autofree char *name = g_match_info_fetch (match, 2);
  g_autofree char *attributes = g_match_info_fetch (match, 3);
  gboolean is_end = slash[0] != '\0';

  if (g_strv_contains (boxes, name))
    {
      g_autofree char *kind = g_strdup (name);

      if (is_end)
        return g_strdup ("\n\n</div>\n\n");
      return g_strdup_printf ("\n\n<div class=\"textbox textbox--%s\">\n\n",
                              g_strdelimit (kind, "_", '-'));
    }
  if (g_strv_contains (plain, name))
    return g_strdup_printf ("<%s%s>", slash, name);
  if (g_str_equal (name, "video") || g_str_equal (name, "audio"))
    return is_end ? g_strdup ("") : dup_medium (name, attributes);
  if (g_str_equal (name, "embed") || g_str_equal (name, "attributions"))
    return g_strdup ("\n\n");
  if (g_strv_contains (dropped, name))
    {
      cog_report_add (page->wxr->report, &cog_finding_wxr_shortcode, page->post->file, name, NULL);
      return g_strdup ("");
    }
  return g_match_info_fetch (match, 0);
}

/* An address that stands alone is what the site embeds. */
static char *
rewrite_address (Page *page, const GMatchInfo *match)
{
  g_autofree char *url = g_match_info_fetch (match, 1);
  g_autofree char *escaped = g_markup_escape_text (url, -1);

  return g_strdup_printf ("\n\n<p><a href=\"%s\">%s</a></p>\n\n", escaped, escaped);
}

static char *
rewrite_tag (Page *page, const GMatchInfo *match)
{
  char *tag = g_match_info_fetch (match, 0);

  return g_strdelimit (tag, "\r\n", ' ');
}

/* Paragraphs as WordPress makes them of blank lines (wpautop), and line breaks of the others. */
static char *
dup_paragraphs (Page *page, const char *html)
{
  g_autofree char *text = g_strdup (html);
  GRegex *block = get_regex (page, "^</?" BLOCKS "(?:\\s|/?>)", G_REGEX_CASELESS, 0);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  rewrite_all (page, &text, "<[^<>]*>", rewrite_tag);
  replace_all (page, &text, "(<" BLOCKS "(?:\\s[^<>]*)?/?>)", "\n\n\\1");
  replace_all (page, &text, "(</" BLOCKS ">)", "\\1\n\n");
  replace_all (page, &text, "\\r\\n?", "\n");
  parts = g_regex_split (get_regex (page, "\\n[ \\t]*\\n\\s*", 0, 0), text, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);
      gboolean is_block = g_regex_match (block, part, 0, NULL);
      g_autofree char *broken = NULL;

      if (part[0] == '\0')
        continue;
      broken = g_strdup (part);
      replace_all (page, &broken, "(?<!<br>|<br/>|<br />)\\n", "<br />\n");
      /* What follows the opening of a block stands in it, and gets no paragraph of its own. */
      g_string_append (out, is_block ? "" : "<p>");
      g_string_append (out, is_block ? part : broken);
      g_string_append (out, is_block ? "\n" : "</p>\n");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A pre keeps its lines: the text is cut around it. */
static char *
dup_outside_pre (Page *page, const char *html)
{
  GString *out = g_string_new (NULL);
  const char *at = html;

  for (;;)
    {
      const char *open = strstr (at, "<pre");
      const char *close = open != NULL ? strstr (open, "</pre>") : NULL;
      g_autofree char *before = close != NULL ? g_strndup (at, open - at) : g_strdup (at);
      g_autofree char *done = dup_paragraphs (page, before);

      g_string_append (out, done);
      if (close == NULL)
        break;
      close += strlen ("</pre>");
      g_string_append_len (out, open, close - open);
      at = close;
    }
  return g_string_free (out, FALSE);
}

char *
cog_wxr_dup_html (CogWxr *self, const CogWxrPost *post)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GHashTable) regexes =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_regex_unref);
  Page page = { self, post, notes, 0, regexes };
  g_autofree char *text = g_strdup (post->content != NULL ? post->content : "");
  g_autofree char *body = NULL;

  drop_comments (&text);
  rewrite_all (&page, &text, "\\$latex\\s([^$]{1,4000})\\$", rewrite_dollars);
  rewrite_pairs (&page, &text, "latex", rewrite_formula);
  rewrite_pairs (&page, &text, "caption", rewrite_caption);
  rewrite_pairs (&page, &text, "pb_glossary", rewrite_glossary);
  rewrite_pairs (&page, &text, "footnote", rewrite_note);
  rewrite_all (&page, &text, "\\[(/?)([a-z][a-z0-9_-]{0,40})(\\s[^\\[\\]]{0,400})?/?\\](?!\\()",
               rewrite_code);
  rewrite_all (&page, &text, "(?:(?<=\\n)|^)[ \\t]*(https?://[^\\s<>\"]+)[ \\t]*(?=\\r?\\n|$)",
               rewrite_address);
  body = dup_outside_pre (&page, text);
  return g_strconcat (body, notes->str, NULL);
}
