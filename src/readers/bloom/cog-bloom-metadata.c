/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-bloom-private.h"

#include "cog-doubt.h"
#include "cog-evidence.h"
#include "cog-language.h"

#include <string.h>

const xmlNode *
cog_bloom_find_field (const CogBloom *self, const char *key)
{
  const xmlNode *best = NULL;
  guint best_rank = 0;

  for (const xmlNode *n = cog_xml_first_element (self->data); n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *name = cog_xml_dup_attribute (n, "data-book");
      g_autofree char *language = cog_xml_dup_attribute (n, "lang");
      guint rank = 1;

      if (g_strcmp0 (name, key) != 0)
        continue;
      if (g_strcmp0 (language, self->language) == 0)
        rank = 4;
      else if (g_strcmp0 (language, "*") == 0)
        rank = 3;
      else if (g_strcmp0 (language, "en") == 0)
        rank = 2;
      if (rank > best_rank)
        best = n, best_rank = rank;
    }
  return best;
}

char *
cog_bloom_dup_field (const CogBloom *self, const char *key)
{
  const xmlNode *field = cog_bloom_find_field (self, key);
  char *text = field != NULL ? cog_xml_dup_folded_text (field) : NULL;

  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

#define MAX_PROSE 4000 /* bytes of what names people */

/* What people write before a name, in the languages in which most books have it. */
static const struct
{
  const char *pattern;
  CogRole role;
} openings[] = {
  { "(written|story|text|words) by|(author|writer|text|story)s?\\s*:|écrite? "
    "par\\s*:?|auteurs?\\s*:|"
    "escrito por|autora?\\s*:|texto\\s*:",
    COG_ROLE_AUTHOR },
  { "illustrat(ed|ions?) by|(pictures|drawings|art) by|(illustrations?|illustrators?|artist)\\s*:|"
    "illustrée? par\\s*:?|ilustrado por|ilustraciones? (de|por)|ilustraciones?\\s*:",
    COG_ROLE_ILLUSTRATOR },
  { "(\\w+ )?translat(ed|ions?) by|translators?\\s*:|traduite? par\\s*:?|traducid[oa] por|"
    "traducción (de|por|:)",
    COG_ROLE_TRANSLATOR },
  { "adapt(ed|ations?) by|adaptée? par\\s*:?|adaptad[oa] por", COG_ROLE_ADAPTER },
  { "edited by|editors?\\s*:", COG_ROLE_EDITOR },
  { "photo(graph)?s? by|photographers?\\s*:", COG_ROLE_PHOTOGRAPHER },
};

typedef struct
{
  int start, end; /* bytes of what stands before the name */
  CogRole role;
} Opening;

static int
compare_openings (gconstpointer a, gconstpointer b)
{
  return ((const Opening *)a)->start - ((const Opening *)b)->start;
}

static void
add_name (CogCredit *credit, const char *name, CogRole role)
{
  for (guint i = 0; i < credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (credit->agents, i);

      if (agent->role == role && g_str_equal (agent->name, name))
        return;
    }
  g_ptr_array_add (credit->agents, cog_agent_new (name, role));
}

void
cog_bloom_read_people (CogCredit *credit, const char *prose)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Opening));

  if (strlen (prose) > MAX_PROSE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("(?<!\\w)(?:%s)", openings[i].pattern);
      g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match (regex, prose, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          Opening opening = { .role = openings[i].role };

          g_match_info_fetch_pos (match, 0, &opening.start, &opening.end);
          g_array_append_val (found, opening);
        }
    }
  g_array_sort (found, compare_openings);
  for (guint i = 0; i < found->len; i++)
    {
      const Opening *opening = &g_array_index (found, Opening, i);
      gsize end =
          i + 1 < found->len ? (gsize)g_array_index (found, Opening, i + 1).start : strlen (prose);
      gsize from = (gsize)opening->end;
      g_autofree char *name = end > from ? g_strndup (prose + from, end - from) : g_strdup ("");

      /* A sentence about something else may follow. */
      if (strstr (name, ". ") != NULL && strstr (name, ". ") - name > 3)
        *strstr (name, ". ") = '\0';
      g_strstrip (name);
      while (name[0] != '\0' && strchr (",;/.", name[strlen (name) - 1]) != NULL)
        name[strlen (name) - 1] = '\0';
      g_strstrip (name);
      if (name[0] != '\0' && strlen (name) < 200)
        add_name (credit, name, opening->role);
    }
}

static void
keep (CogBloom *self, const char *text)
{
  g_ptr_array_add (self->book->credit->notices,
                   cog_notice_new ("always", text, self->book->language));
}

static void
read_credits (CogBloom *self)
{
  static const char *const people[] = { "originalContributions", "smallCoverCredits" };
  static const char *const thanks[] = { "originalAcknowledgments", "versionAcknowledgments" };
  CogCredit *credit = self->book->credit;

  for (guint i = 0; i < G_N_ELEMENTS (people) && credit->agents->len == 0; i++)
    {
      g_autofree char *prose = cog_bloom_dup_field (self, people[i]);

      if (prose != NULL)
        cog_bloom_read_people (credit, prose);
      if (prose != NULL && credit->words == NULL)
        credit->words = g_steal_pointer (&prose);
    }
  for (guint i = 0; i < G_N_ELEMENTS (thanks); i++)
    {
      const xmlNode *field = cog_bloom_find_field (self, thanks[i]);
      g_autofree char *language = field != NULL ? cog_xml_dup_attribute (field, "lang") : NULL;
      g_autofree char *prose = cog_bloom_dup_field (self, thanks[i]);

      /* Who made another language's version has no part in this one. */
      if (prose == NULL ||
          (i == 1 && g_strcmp0 (language, self->language) != 0 && g_strcmp0 (language, "*") != 0))
        continue;
      if (i == 1)
        cog_bloom_read_people (credit, prose);
      keep (self, prose);
    }
}

static void
read_rights (CogBloom *self)
{
  g_autofree char *copyright = cog_bloom_dup_field (self, "copyright");
  g_autofree char *url = cog_bloom_dup_field (self, "licenseUrl");
  g_autofree char *notes = cog_bloom_dup_field (self, "licenseNotes");

  if (url != NULL)
    cog_evidence_add (self->book, self->report, COG_EVIDENCE_LINK, self->file, "licenseUrl", NULL,
                      url);
  if (copyright != NULL)
    {
      g_free (self->book->credit->copyright);
      self->book->credit->copyright = g_steal_pointer (&copyright);
    }
  if (notes == NULL)
    return;
  /* Terms beside the licence bind with it. */
  cog_evidence_add (self->book, self->report, COG_EVIDENCE_METADATA, self->file, "licenseNotes",
                    notes, NULL);
  keep (self, notes);
}

/* The book that this one was made from. */
static void
read_original (CogBloom *self)
{
  g_autofree char *copyright = cog_bloom_dup_field (self, "originalCopyright");
  g_autofree char *url = cog_bloom_dup_field (self, "originalLicenseUrl");
  g_autofree char *notes = cog_bloom_dup_field (self, "originalLicenseNotes");
  g_autofree char *title = cog_bloom_dup_field (self, "originalTitle");
  CogCredit *original;

  if (copyright == NULL && url == NULL && notes == NULL)
    return;
  original = cog_credit_new ();
  original->title = g_steal_pointer (&title);
  original->copyright = g_steal_pointer (&copyright);
  if (url != NULL || notes != NULL)
    {
      CogStatement *statement =
          cog_statement_new (COG_EVIDENCE_LINK, self->file, "originalLicenseUrl", notes, url);

      cog_statement_recognise (statement);
      original->licence = g_strdup (statement->licence);
      original->licence_url = g_steal_pointer (&url);
      g_ptr_array_add (original->statements, statement);
    }
  if (notes != NULL)
    g_ptr_array_add (original->notices, cog_notice_new ("always", notes, NULL));
  g_ptr_array_add (self->book->credit->upstream, original);
}

/* The logos of who paid are no part of the book; that they do not answer for it is. */
static void
read_branding (CogBloom *self)
{
  for (const xmlNode *n = cog_xml_first_element (self->data); n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *name = cog_xml_dup_attribute (n, "data-book");
      g_autofree char *text = NULL;

      if (name == NULL || strstr (name, "branding") == NULL)
        continue;
      text = cog_xml_dup_folded_text (n);
      if (g_regex_match_simple ("necessarily (reflect|represent)|sole responsibility|"
                                "responsibility of|does not endorse|not imply",
                                text, G_REGEX_CASELESS, 0))
        keep (self, text);
    }
}

static void
read_names (CogBloom *self)
{
  static const char *const nothing[] = { "", "Title Missing", NULL };
  CogBook *book = self->book;
  g_autofree char *title = cog_bloom_dup_field (self, "bookTitle");
  g_autofree char *isbn = cog_bloom_dup_field (self, "ISBN");
  g_autofree char *topic = cog_bloom_dup_field (self, "topic");
  g_autofree char *rtl = cog_bloom_dup_field (self, "contentLanguage1Rtl");
  g_autofree char *first = cog_bloom_dup_field (self, "contentLanguage1");

  if (title != NULL && !g_strv_contains (nothing, title))
    book->credit->title = g_steal_pointer (&title);
  if (isbn == NULL)
    isbn = cog_bloom_dup_field (self, "isbn");
  if (isbn != NULL)
    book->identifier = g_strconcat ("urn:isbn:", isbn, NULL);
  if (topic != NULL)
    g_ptr_array_add (book->subjects, g_steal_pointer (&topic));
  /* What is said of the first language says nothing of another that was chosen. */
  if (g_strcmp0 (rtl, "True") == 0 && (first == NULL || g_str_equal (first, self->language)))
    book->progression = COG_PROGRESSION_RTL;
}

void
cog_bloom_read_metadata (CogBloom *self)
{
  g_return_if_fail (self != NULL && self->data != NULL);

  self->book->language = cog_language_canonicalise (self->language);
  read_names (self);
  read_rights (self);
  read_original (self);
  read_credits (self);
  read_branding (self);
}
