/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens.h"
#include "cog-word-table.h"

#include "cog-language-list.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Links that lead a reader of the adaptation to a page that is not for them: in the language of the
 * source, or of a service that works in another country. Nothing is ever fetched: the address of
 * the other language's page is a pattern, and says so. */

static const char *
find_host_row (const char *host, const char **places)
{
  const CogWordTable *table = cog_word_table_get ("link-hosts.tsv");
  const char *kind = NULL;
  gsize longest = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const CogWordRow *row = cog_word_table_get_row (table, i);
      gsize length = strlen (row->cells[0]);
      gsize n = strlen (host);

      if (length <= longest || !g_str_has_suffix (host, row->cells[0]) ||
          (n > length && host[n - length - 1] != '.'))
        continue;
      longest = length;
      kind = row->cells[1];
      *places = row->cells[2];
    }
  return kind;
}

/* "moe.gov.eg" → "EG": under these names states keep their own sites. NULL: none of them. */
static char *
dup_state (const char *host)
{
  static const char *const names[] = { "gov", "gob", "gouv", "govt", "gub", NULL };
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);
  guint n = g_strv_length (labels);

  if (n < 2 || strlen (labels[n - 1]) != 2 || !g_strv_contains (names, labels[n - 2]))
    return NULL;
  return strcmp (labels[n - 1], "uk") == 0 ? g_strdup ("GB") : g_ascii_strup (labels[n - 1], 2);
}

/* "en.wikipedia.org" → "en", "en.m.wikipedia.org" → "en"; NULL where it begins with no language. */
static char *
dup_language_of_host (const char *host)
{
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);
  guint n = g_strv_length (labels);

  if (n >= 3 && strcmp (labels[0], "simple") == 0)
    return g_strdup ("en"); /* Wikipedia in easy English */
  if (n < 3 || strcmp (labels[0], "www") == 0 || !cog_language_is_valid (labels[0]))
    return NULL;
  return g_strdup (labels[0]);
}

static gboolean
find_tokens (const CogLensText *text, const CogCode *code, guint *first, guint *last)
{
  gboolean found = FALSE;

  for (guint i = 0; i < text->tokens->len; i++)
    {
      guint start, end;

      cog_lens_text_get_range (text, i, i, &start, &end);
      if (start < code->start || end > code->end)
        continue;
      if (!found)
        *first = i;
      *last = i;
      found = TRUE;
    }
  return found;
}

static void
add_language_link (const CogLens *lens,
                   const CogLensContext *context,
                   const CogLensText *text,
                   const CogCode *code,
                   const char *language,
                   GPtrArray *findings)
{
  g_autofree char *name = cog_language_dup_name (language, cog_language_get_interface ());
  g_autofree char *wanted = cog_language_dup_name (context->target, cog_language_get_interface ());
  CogLensFinding *finding;
  guint first = 0, last = 0;

  if (cog_language_equal (language, context->target) || !find_tokens (text, code, &first, &last))
    return;
  /* Translators: both are names of languages. */
  finding = cog_lens_add (lens, text, first, last, "language-link", 80,
                          g_strdup_printf (_ ("The link leads to a page in %s. The same site may "
                                              "have one in %s: look, and put its address in."),
                                           name, wanted),
                          findings);
  cog_lens_finding_propose (finding, COG_CHOICE_SWAP, NULL, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_EXPLAIN, NULL, NULL);
}

static void
add_place_link (const CogLens *lens,
                const CogLensText *text,
                const CogCode *code,
                const char *kind,
                const char *host,
                GPtrArray *findings)
{
  CogLensFinding *finding;
  gboolean is_authority = strcmp (kind, "authority") == 0;
  guint first = 0, last = 0;

  if (!find_tokens (text, code, &first, &last))
    return;
  finding = cog_lens_add (
      lens, text, first, last, is_authority ? "authority-link" : "service-link",
      is_authority ? 60 : 75,
      /* Translators: %s is the name of a site, such as "hulu.com". */
      g_strdup_printf (is_authority
                           ? _ ("%s belongs to another country’s authorities. Keep it where it is "
                                "the evidence, or name your own authority.")
                           : _ ("%s serves other countries. Readers here may not be able to use "
                                "it."),
                       host),
      findings);
  cog_lens_finding_propose (finding, COG_CHOICE_SWAP, NULL, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_EXPLAIN, NULL, NULL);
}

static void
scan_link (const CogLens *lens,
           const CogLensContext *context,
           const CogLensText *text,
           const CogCode *code,
           GPtrArray *findings)
{
  g_autofree char *address = cog_text_dup_link (code);
  g_autoptr (GUri) uri =
      address != NULL ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  g_autofree char *host = NULL;
  g_autofree char *place = NULL;
  g_autofree char *state = NULL;
  const char *places = "";
  const char *kind;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return;
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  kind = find_host_row (host, &places);
  state = kind == NULL ? dup_state (host) : NULL;
  if (state != NULL)
    {
      kind = "authority";
      places = state;
    }
  if (kind == NULL)
    return;
  if (strcmp (kind, "language") == 0)
    {
      g_autofree char *language = dup_language_of_host (host);

      if (language != NULL)
        add_language_link (lens, context, text, code, language, findings);
      return;
    }
  place = cog_lens_dup_place (context->target);
  if (!cog_word_cell_has (places, place))
    add_place_link (lens, text, code, kind, host, findings);
}

static void
scan (const CogLens *lens,
      const CogLensContext *context,
      const CogLensText *text,
      GPtrArray *findings)
{
  for (guint i = 0; i < text->text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->text->codes, i);

      if (code->type == COG_CODE_SPAN && strcmp (code->element, "a") == 0)
        scan_link (lens, context, text, code, findings);
    }
}

const CogLens cog_lens_links = {
  .id = "links",
  .name = N_ ("Links"),
  .about = N_ ("Pages in the language of the source, and services of other countries"),
  .scan = scan,
};
