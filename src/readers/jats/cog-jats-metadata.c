/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jats-private.h"

#include "cog-evidence.h"
#include "cog-language.h"

#include <string.h>

static char *
dup_plain_name (const xmlNode *name)
{
  g_autofree char *given = cog_jats_dup_child_text (name, "given-names");
  g_autofree char *surname = cog_jats_dup_child_text (name, "surname");
  g_autofree char *suffix = cog_jats_dup_child_text (name, "suffix");
  g_autofree char *style = cog_xml_dup_attribute (name, "name-style");
  gboolean is_eastern = g_strcmp0 (style, "eastern") == 0;
  g_autoptr (GString) text = g_string_new (is_eastern ? surname : given);
  const char *second = is_eastern ? given : surname;

  if (given == NULL && surname == NULL)
    return cog_xml_dup_folded_text (name);
  if (second != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", second);
  if (suffix != NULL)
    g_string_append_printf (text, " %s", suffix);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
cog_jats_dup_name (const xmlNode *node)
{
  static const char *const names[] = {
    "name-alternatives", "collab-alternatives", "name", "string-name", "collab", NULL
  };
  char *text;

  if (cog_jats_is (node, "name") || cog_jats_is (node, "string-name"))
    return dup_plain_name (node);
  if (cog_jats_is (node, "collab"))
    {
      /* A group may list its members inside. */
      const xmlNode *institution = cog_xml_find_child (node, NULL, "institution");
      const xmlNode *first = node->children;

      if (institution != NULL)
        return cog_xml_dup_folded_text (institution);
      if (cog_xml_find_child (node, NULL, "contrib-group") == NULL)
        return cog_xml_dup_folded_text (node);
      return first != NULL && first->type == XML_TEXT_NODE
                 ? cog_xml_fold_space ((const char *)first->content)
                 : NULL;
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      const xmlNode *child = cog_xml_find_child (node, NULL, names[i]);

      if (child != NULL)
        {
          text = cog_jats_dup_name (child);
          if (text != NULL && text[0] == '\0')
            g_clear_pointer (&text, g_free);
          return text;
        }
    }
  return NULL;
}

static char *
dup_title_of_journal (const xmlNode *article)
{
  const xmlNode *front = cog_xml_find_child (article, NULL, "front");
  const xmlNode *meta = front != NULL ? cog_xml_find_child (front, NULL, "journal-meta") : NULL;
  const xmlNode *group =
      meta != NULL ? cog_xml_find_child (meta, NULL, "journal-title-group") : NULL;
  char *title = cog_jats_dup_child_text (group, "journal-title");

  return title != NULL ? title : cog_jats_dup_child_text (meta, "journal-title");
}

/* The electronic publication before the issue that it was collected in. */
static const xmlNode *
find_date (const xmlNode *meta)
{
  static const char *const kinds[] = { "pub", "epub", "epub-ppub", "ppub", "collection" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (const xmlNode *n = cog_xml_first_element (meta); n != NULL; n = cog_xml_next_element (n))
      if (cog_jats_is (n, "pub-date") && (cog_xml_has_word (n, "date-type", kinds[i]) ||
                                          cog_xml_has_word (n, "pub-type", kinds[i])))
        return n;
  return cog_xml_find_child (meta, NULL, "pub-date");
}

static char *
dup_date (const xmlNode *date)
{
  g_autofree char *year = cog_jats_dup_child_text (date, "year");
  g_autofree char *month = cog_jats_dup_child_text (date, "month");
  g_autofree char *day = cog_jats_dup_child_text (date, "day");
  gint64 m = month != NULL ? g_ascii_strtoll (month, NULL, 10) : 0;
  gint64 d = day != NULL ? g_ascii_strtoll (day, NULL, 10) : 0;

  if (year == NULL || m < 1 || m > 12)
    return g_steal_pointer (&year);
  return d >= 1 && d <= 31 ? g_strdup_printf ("%s-%02d-%02d", year, (int)m, (int)d)
                           : g_strdup_printf ("%s-%02d", year, (int)m);
}

char *
cog_jats_dup_journal (const xmlNode *article)
{
  const xmlNode *front = cog_xml_find_child (article, NULL, "front");
  const xmlNode *meta = front != NULL ? cog_xml_find_child (front, NULL, "article-meta") : NULL;
  g_autofree char *title = dup_title_of_journal (article);
  g_autofree char *volume = cog_jats_dup_child_text (meta, "volume");
  g_autofree char *issue = cog_jats_dup_child_text (meta, "issue");
  g_autofree char *first = cog_jats_dup_child_text (meta, "fpage");
  g_autofree char *last = cog_jats_dup_child_text (meta, "lpage");
  g_autofree char *year = NULL;
  GString *text;

  if (title == NULL || meta == NULL)
    return NULL;
  if (first == NULL)
    first = cog_jats_dup_child_text (meta, "elocation-id");
  year = cog_jats_dup_child_text (find_date (meta), "year");
  text = g_string_new (title);
  if (volume != NULL)
    g_string_append_printf (text, " %s", volume);
  if (issue != NULL)
    g_string_append_printf (text, "%s(%s)", volume != NULL ? "" : " ", issue);
  if (first != NULL)
    g_string_append_printf (text, ", %s", first);
  if (first != NULL && last != NULL && !g_str_equal (first, last))
    g_string_append_printf (text, "–%s", last);
  if (year != NULL)
    g_string_append_printf (text, " (%s)", year);
  return g_string_free (text, FALSE);
}

static CogRole
find_role (const xmlNode *person)
{
  static const struct
  {
    const char *type;
    CogRole role;
  } roles[] = {
    { "author", COG_ROLE_AUTHOR },           { "editor", COG_ROLE_EDITOR },
    { "guest-editor", COG_ROLE_EDITOR },     { "translator", COG_ROLE_TRANSLATOR },
    { "illustrator", COG_ROLE_ILLUSTRATOR },
  };
  g_autofree char *type = cog_xml_dup_attribute (person, "contrib-type");

  if (type == NULL && person->parent != NULL)
    type = cog_xml_dup_attribute (person->parent, "content-type");
  if (type == NULL)
    return COG_ROLE_AUTHOR;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (strcmp (type, roles[i].type) == 0 || (g_str_has_prefix (type, roles[i].type) &&
                                              strcmp (type + strlen (roles[i].type), "s") == 0))
      return roles[i].role;
  return COG_ROLE_CONTRIBUTOR;
}

static char *
dup_orcid (const xmlNode *person)
{
  for (const xmlNode *n = cog_xml_first_element (person); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *text = NULL;
      const char *last;

      if (!cog_jats_is (n, "contrib-id") || !cog_xml_has_word (n, "contrib-id-type", "orcid"))
        continue;
      text = cog_xml_dup_folded_text (n);
      last = strrchr (text, '/') != NULL ? strrchr (text, '/') + 1 : text;
      if (strlen (last) == 19)
        return g_strconcat ("https://orcid.org/", last, NULL);
    }
  return NULL;
}

static void
read_people (CogCredit *credit, const xmlNode *meta)
{
  for (const xmlNode *group = cog_xml_first_element (meta); group != NULL;
       group = cog_xml_next_element (group))
    {
      if (!cog_jats_is (group, "contrib-group"))
        continue;
      for (const xmlNode *n = cog_xml_first_element (group); n != NULL;
           n = cog_xml_next_element (n))
        {
          g_autofree char *name = cog_jats_is (n, "contrib") ? cog_jats_dup_name (n) : NULL;
          CogAgent *agent;

          if (name == NULL)
            continue;
          agent = cog_agent_new (name, find_role (n));
          agent->url = dup_orcid (n);
          g_ptr_array_add (credit->agents, agent);
        }
    }
}

static void
read_keywords (CogBook *book, const xmlNode *meta)
{
  for (const xmlNode *group = cog_xml_first_element (meta); group != NULL;
       group = cog_xml_next_element (group))
    {
      g_autofree char *language = cog_jats_is (group, "kwd-group")
                                      ? cog_xml_dup_attribute_ns (group, COG_NS_XML, "lang")
                                      : NULL;

      if (!cog_jats_is (group, "kwd-group") || (language != NULL && book->language != NULL &&
                                                !cog_language_equal (language, book->language)))
        continue;
      for (const xmlNode *n = cog_xml_first_element (group); n != NULL;
           n = cog_xml_next_element (n))
        if (cog_jats_is (n, "kwd"))
          g_ptr_array_add (book->subjects, cog_xml_dup_folded_text (n));
    }
}

static void
read_identifier (CogBook *book, const xmlNode *meta)
{
  for (const xmlNode *n = cog_xml_first_element (meta); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *text = NULL;

      if (!cog_jats_is (n, "article-id") || !cog_xml_has_word (n, "pub-id-type", "doi"))
        continue;
      text = cog_xml_dup_folded_text (n);
      if (text[0] == '\0' || book->identifier != NULL)
        continue;
      book->identifier = strstr (text, "://") != NULL
                             ? g_strdup (text)
                             : g_strconcat ("https://doi.org/", text, NULL);
      book->credit->source_url = g_strdup (book->identifier);
    }
}

static void
read_titles (CogBook *book, const xmlNode *meta)
{
  const xmlNode *group = cog_xml_find_child (meta, NULL, "title-group");
  const xmlNode *title = group != NULL ? cog_xml_find_child (group, NULL, "article-title") : NULL;
  const xmlNode *subtitle = group != NULL ? cog_xml_find_child (group, NULL, "subtitle") : NULL;
  const xmlNode *abstract = cog_xml_find_child (meta, NULL, "abstract");

  if (title != NULL)
    book->credit->title = cog_jats_dup_title (title);
  if (book->credit->title != NULL && book->credit->title[0] == '\0')
    g_clear_pointer (&book->credit->title, g_free);
  if (subtitle != NULL)
    book->credit->subtitle = cog_jats_dup_title (subtitle);
  if (abstract == NULL)
    return;
  for (const xmlNode *n = abstract; n != NULL && book->description == NULL;
       n = cog_xml_next_in (abstract, n))
    if (cog_jats_is (n, "p"))
      book->description = cog_jats_dup_title (n);
}

static void
take_evidence (
    CogEvidenceKind kind, const char *place, const char *words, const char *url, gpointer user_data)
{
  const CogJatsContext *context = user_data;

  cog_evidence_add (context->book, context->report, kind, context->file, place, words, url);
}

static void
read_rights (const xmlNode *meta, const CogJatsContext *context)
{
  const xmlNode *permissions = cog_xml_find_child (meta, NULL, "permissions");
  CogCredit *credit = context->book->credit;
  g_autofree char *holder = NULL;

  /* NLM's first version has copyright-statement and license without permissions around them. */
  if (permissions == NULL)
    permissions = meta;
  cog_jats_read_permissions (permissions, take_evidence, (gpointer)context);
  if (credit->copyright == NULL)
    credit->copyright = cog_jats_dup_copyright (permissions);
  credit->year = cog_jats_dup_child_text (permissions, "copyright-year");
  holder = cog_jats_dup_child_text (permissions, "copyright-holder");
  if (holder != NULL)
    g_ptr_array_add (credit->agents, cog_agent_new (holder, COG_ROLE_HOLDER));
}

void
cog_jats_read_metadata (xmlNode *article, const CogJatsContext *context)
{
  const xmlNode *front = cog_xml_find_child (article, NULL, "front");
  const xmlNode *meta = front != NULL ? cog_xml_find_child (front, NULL, "article-meta") : NULL;
  const xmlNode *journal = front != NULL ? cog_xml_find_child (front, NULL, "journal-meta") : NULL;
  const xmlNode *publisher =
      journal != NULL ? cog_xml_find_child (journal, NULL, "publisher") : NULL;
  g_autofree char *language = cog_xml_dup_attribute_ns (article, COG_NS_XML, "lang");
  CogBook *book = context->book;

  book->language = language != NULL ? cog_language_canonicalise (language) : NULL;
  book->credit->publisher = cog_jats_dup_child_text (publisher, "publisher-name");
  if (meta == NULL)
    return;
  read_titles (book, meta);
  read_people (book->credit, meta);
  read_keywords (book, meta);
  read_identifier (book, meta);
  read_rights (meta, context);
  book->date = dup_date (find_date (meta));
  book->credit->source_name = cog_jats_dup_journal (article);
  if (book->credit->year == NULL)
    book->credit->year = cog_jats_dup_child_text (find_date (meta), "year");
}
