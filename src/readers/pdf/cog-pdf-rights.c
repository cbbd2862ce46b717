/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-rights.h"

#include "cog-evidence.h"
#include "cog-language-guess.h"
#include "cog-language.h"
#include "cog-pdf-handles.h"
#include "cog-pdf-record.h"
#include "cog-pdf-stream.h"
#include "cog-pdf-title.h"
#include "cog-reader-findings.h"
#include "cog-xml.h"

#include <math.h>
#include <string.h>

#define LARGEST (64u << 20) /* bytes of a packet, unpacked */
#define FIRST_PAGES 8
#define LAST_PAGES 4
#define MAX_PEOPLE 200
#define SAMPLE 40000 /* bytes of text that the language is told from */
#define FAR 1.9      /* times the size: lines that far apart are no one sentence */

#define NS_DC "http://purl.org/dc/elements/1.1/"
#define NS_XMP_RIGHTS "http://ns.adobe.com/xap/1.0/rights/"
#define NS_CC "http://creativecommons.org/ns#"
#define NS_CC_OLD "http://web.resource.org/cc/"
#define NS_PDF "http://ns.adobe.com/pdf/1.3/"
#define NS_PDFX "http://ns.adobe.com/pdfx/1.3/"
#define NS_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

typedef struct
{
  CogPdfFile *file;
  CogBook *book;
  CogReport *report;
} Reading;

/* The items of a property: those of its array, or itself. (transfer full) (element-type utf8) */
static GPtrArray *
list_values (const xmlNode *property)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  gboolean is_array = FALSE;

  for (const xmlNode *n = property; n != NULL; n = cog_xml_next_in (property, n))
    if (cog_xml_is (n, NS_RDF, "li"))
      {
        is_array = TRUE;
        g_ptr_array_add (values, cog_xml_dup_folded_text (n));
      }
  if (!is_array)
    g_ptr_array_add (values, cog_xml_dup_folded_text (property));
  for (guint i = values->len; i > 0; i--)
    if (((const char *)g_ptr_array_index (values, i - 1))[0] == '\0')
      g_ptr_array_remove_index (values, i - 1);
  return g_steal_pointer (&values);
}

/* Of a text in several languages the first: x-default stands there. (transfer full) (nullable) */
static char *
dup_first (const xmlNode *property)
{
  g_autoptr (GPtrArray) values = list_values (property);

  return values->len > 0 ? g_strdup (g_ptr_array_index (values, 0)) : NULL;
}

static void
set_once (char **field, char *value)
{
  if (*field == NULL && value != NULL && value[0] != '\0')
    *field = value;
  else
    g_free (value);
}

static void
add_people (CogBook *book, GPtrArray *names, CogRole role)
{
  for (guint i = 0; i < names->len && book->credit->agents->len < MAX_PEOPLE; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      gboolean is_known = FALSE;

      for (guint k = 0; k < book->credit->agents->len && !is_known; k++)
        {
          const CogAgent *agent = g_ptr_array_index (book->credit->agents, k);

          is_known = agent->role == role && g_str_equal (agent->name, name);
        }
      if (!is_known)
        g_ptr_array_add (book->credit->agents, cog_agent_new (name, role));
    }
}

static void
set_language (CogBook *book, const char *tag)
{
  if (book->language == NULL && tag != NULL && cog_language_is_valid (tag) &&
      !g_str_equal (tag, "und") && !g_str_equal (tag, "x-default"))
    book->language = cog_language_canonicalise (tag);
}

static void
take_dublin_core (Reading *r, const xmlNode *property, const char *name)
{
  CogCredit *credit = r->book->credit;
  g_autoptr (GPtrArray) values = list_values (property);

  if (values->len == 0)
    return;
  if (g_str_equal (name, "title"))
    {
      g_autofree char *title = dup_first (property);

      if (title != NULL && cog_pdf_title_is_sound (title))
        set_once (&credit->title, g_steal_pointer (&title));
    }
  else if (g_str_equal (name, "description"))
    set_once (&r->book->description, dup_first (property));
  else if (g_str_equal (name, "identifier"))
    set_once (&r->book->identifier, dup_first (property));
  else if (g_str_equal (name, "publisher"))
    set_once (&credit->publisher, dup_first (property));
  else if (g_str_equal (name, "date"))
    set_once (&r->book->date, dup_first (property));
  else if (g_str_equal (name, "language"))
    set_language (r->book, g_ptr_array_index (values, 0));
  else if (g_str_equal (name, "creator"))
    add_people (r->book, values, COG_ROLE_AUTHOR);
  else if (g_str_equal (name, "contributor"))
    add_people (r->book, values, COG_ROLE_CONTRIBUTOR);
  else if (g_str_equal (name, "subject"))
    g_ptr_array_extend_and_steal (r->book->subjects, g_steal_pointer (&values));
  else if (g_str_equal (name, "rights"))
    cog_evidence_add (r->book, r->report, COG_EVIDENCE_METADATA, r->file->name, "dc:rights",
                      g_ptr_array_index (values, 0), NULL);
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

/* An element or attribute that was made for the licence; its value is an address or a name. */
static void
take_licence (Reading *r, const char *value, const char *place)
{
  if (value == NULL || value[0] == '\0')
    return;
  if (is_address (value))
    cog_evidence_add (r->book, r->report, COG_EVIDENCE_LINK, r->file->name, place, NULL, value);
  else
    cog_evidence_add (r->book, r->report, COG_EVIDENCE_METADATA, r->file->name, place, value, NULL);
}

static gboolean
is_cc (const char *ns)
{
  return g_strcmp0 (ns, NS_CC) == 0 || g_strcmp0 (ns, NS_CC_OLD) == 0;
}

static void
take_property (Reading *r, const xmlNode *n)
{
  const char *ns = n->ns != NULL ? (const char *)n->ns->href : "";
  const char *name = (const char *)n->name;
  g_autofree char *resource = cog_xml_dup_attribute (n, "resource");
  g_autofree char *value = resource != NULL ? g_steal_pointer (&resource) : dup_first (n);

  if (g_str_equal (ns, NS_DC))
    take_dublin_core (r, n, name);
  else if (is_cc (ns) && (g_str_equal (name, "license") || g_str_equal (name, "licence")))
    take_licence (r, value, "cc:license");
  else if (is_cc (ns) && g_str_equal (name, "attributionURL") && value != NULL &&
           is_address (value))
    set_once (&r->book->credit->source_url, g_strdup (value));
  else if (g_str_equal (ns, NS_XMP_RIGHTS) && g_str_equal (name, "WebStatement"))
    take_licence (r, value, "xmpRights:WebStatement");
  else if (g_str_equal (ns, NS_XMP_RIGHTS) && g_str_equal (name, "UsageTerms"))
    take_licence (r, value, "xmpRights:UsageTerms");
  else if (g_str_equal (ns, NS_XMP_RIGHTS) && g_str_equal (name, "Owner"))
    {
      g_autoptr (GPtrArray) owners = list_values (n);

      add_people (r->book, owners, COG_ROLE_HOLDER);
    }
  else if (g_str_equal (ns, NS_PDFX) && g_ascii_strncasecmp (name, "licen", 5) == 0)
    take_licence (r, value, "pdfx:License");
}

/* Short properties may be written as attributes of their description (7.5 of ISO 16684-1). */
static void
take_attributes (Reading *r, const xmlNode *description)
{
  for (const xmlAttr *a = description->properties; a != NULL; a = a->next)
    {
      const char *ns = a->ns != NULL ? (const char *)a->ns->href : "";
      const char *name = (const char *)a->name;
      const char *value = a->children != NULL ? (const char *)a->children->content : NULL;

      if (value == NULL)
        continue;
      if (g_str_equal (ns, NS_XMP_RIGHTS) && g_str_equal (name, "WebStatement"))
        take_licence (r, value, "xmpRights:WebStatement");
      else if (is_cc (ns) && g_str_equal (name, "license"))
        take_licence (r, value, "cc:license");
      else if (g_str_equal (ns, NS_DC) && g_str_equal (name, "rights"))
        cog_evidence_add (r->book, r->report, COG_EVIDENCE_METADATA, r->file->name, "dc:rights",
                          value, NULL);
    }
}

static void
read_packet (Reading *r, GBytes *packet)
{
  g_autoptr (xmlDoc) document = cog_xml_parse (packet, "XMP", NULL, NULL);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      if (!cog_xml_is (n, NS_RDF, "Description"))
        continue;
      take_attributes (r, n);
      for (const xmlNode *p = cog_xml_first_element (n); p != NULL; p = cog_xml_next_element (p))
        take_property (r, p);
    }
}

/* (transfer full) (nullable) */
static GBytes *
dup_packet (CogPdfFile *file)
{
  CogPdfHandles handles;
  GBytes *packet;

  if (file->qpdf == NULL)
    return NULL;
  handles = cog_pdf_handles_begin (file->qpdf);
  packet = cog_pdf_stream_dup_data (
      file->qpdf, cog_pdf_get_key (file->qpdf, qpdf_get_root (file->qpdf), "/Metadata"), LARGEST);
  cog_pdf_handles_end (&handles);
  return packet;
}

static void
add_names (CogBook *book, const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, ";", MAX_PEOPLE);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; list[i] != NULL; i++)
    {
      char *name = cog_xml_fold_space (list[i]);

      if (name[0] != '\0')
        g_ptr_array_add (people, name);
      else
        g_free (name);
    }
  add_people (book, people, COG_ROLE_AUTHOR);
}

static gboolean
has_author (const CogBook *book)
{
  for (guint i = 0; i < book->credit->agents->len; i++)
    if (((const CogAgent *)g_ptr_array_index (book->credit->agents, i))->role == COG_ROLE_AUTHOR)
      return TRUE;
  return FALSE;
}

/* What somebody wrote into the dictionary by hand: /License, /Rights, /Copyright. */
static void
read_custom_entries (Reading *r, qpdf_oh info)
{
  static const char *const keys[] = { "/License",   "/Licence", "/Rights",
                                      "/Copyright", "/licence", "/license" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value =
          cog_pdf_dup_text (r->file->qpdf, cog_pdf_get_key (r->file->qpdf, info, keys[i]));

      take_licence (r, value, keys[i] + 1);
    }
}

static void
read_dictionary (Reading *r)
{
  qpdf_data qpdf = r->file->qpdf;
  CogPdfHandles handles = cog_pdf_handles_begin (qpdf);
  qpdf_oh info = cog_pdf_get_key (qpdf, qpdf_get_trailer (qpdf), "/Info");
  g_autofree char *title = cog_pdf_dup_text (qpdf, cog_pdf_get_key (qpdf, info, "/Title"));
  g_autofree char *author = cog_pdf_dup_text (qpdf, cog_pdf_get_key (qpdf, info, "/Author"));
  g_autofree char *subject = cog_pdf_dup_text (qpdf, cog_pdf_get_key (qpdf, info, "/Subject"));
  g_autofree char *language =
      cog_pdf_dup_text (qpdf, cog_pdf_get_key (qpdf, qpdf_get_root (qpdf), "/Lang"));

  if (title != NULL && cog_pdf_title_is_sound (title))
    set_once (&r->book->credit->title, cog_xml_fold_space (title));
  if (author != NULL && !has_author (r->book))
    add_names (r->book, author);
  if (subject != NULL)
    set_once (&r->book->description, cog_xml_fold_space (subject));
  /* The catalog's is that of the text; the packet's may be that of a series. */
  if (language != NULL && cog_language_is_valid (language))
    g_clear_pointer (&r->book->language, g_free);
  set_language (r->book, language);
  read_custom_entries (r, info);
  cog_pdf_handles_end (&handles);
}

gboolean
cog_pdf_rights_read (CogPdfFile *file, CogBook *book, CogReport *report)
{
  Reading r = { file, book, report };
  g_autoptr (GBytes) packet = NULL;
  CogCredit *record;

  g_return_val_if_fail (file != NULL && book != NULL, FALSE);

  packet = dup_packet (file);
  record = packet != NULL ? cog_pdf_record_read_packet (packet, book->credits) : NULL;
  if (packet != NULL)
    read_packet (&r, packet);
  if (file->qpdf != NULL)
    read_dictionary (&r);
  if (record == NULL)
    return FALSE;
  /* Ours: what the packet says besides is made from it. */
  cog_credit_free (book->credit);
  book->credit = record;
  return TRUE;
}

gboolean
cog_pdf_rights_is_place (const CogPdfFile *file, guint page)
{
  g_return_val_if_fail (file != NULL, FALSE);
  return page <= FIRST_PAGES || page + LAST_PAGES > file->n_pages;
}

static void
scan (const CogPdfFile *file, guint page, CogBook *book, CogReport *report, GString *text)
{
  g_autofree char *place = g_strdup_printf ("page=%u", page);

  if (text->len > 0)
    cog_evidence_scan_text (book, report, file->name, place, text->str);
  g_string_truncate (text, 0);
}

/* "Doc-" at the end of a line, and "umentation" on the next: one word. */
static gboolean
is_divided (const GString *text, const CogPdfWord *next)
{
  const char *start = text->str;
  const char *hyphen = text->len > 1 ? g_utf8_find_prev_char (start, start + text->len) : NULL;
  const char *before = hyphen != NULL ? g_utf8_find_prev_char (start, hyphen) : NULL;

  if (before == NULL)
    return FALSE;
  return (*hyphen == '-' || g_utf8_get_char (hyphen) == 0x2010) &&
         g_unichar_isalpha (g_utf8_get_char (before)) &&
         g_unichar_islower (g_utf8_get_char (next->text));
}

void
cog_pdf_rights_scan_page (const CogPdfFile *file,
                          const CogPdfPage *page,
                          CogBook *book,
                          CogReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const CogPdfWord *last = NULL;

  g_return_if_fail (file != NULL && page != NULL && book != NULL);

  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);
      double step = last != NULL ? fabs (word->baseline - last->baseline) : 0;

      if (last != NULL && step > FAR * MAX (word->size, last->size))
        scan (file, page->number, book, report, text);
      if (text->len > 0 && step > word->size * .5 && is_divided (text, word))
        g_string_truncate (text, (gsize)(g_utf8_prev_char (text->str + text->len) - text->str));
      else if (text->len > 0 && (word->space_before || step > word->size * .5))
        g_string_append_c (text, ' ');
      g_string_append (text, word->text);
      last = word;
    }
  scan (file, page->number, book, report, text);
}

static void
append_page (const CogPdfPage *page, GString *text)
{
  for (guint i = 0; i < page->words->len; i++)
    {
      const CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

      if (!word->is_artifact)
        g_string_append_printf (text, "%s%s", word->space_before ? " " : "", word->text);
    }
  g_string_append_c (text, '\n');
}

void
cog_pdf_rights_settle_language (const CogPdfFile *file,
                                GPtrArray *pages,
                                CogBook *book,
                                CogReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *script = NULL;
  const char *guess, *seen;

  g_return_if_fail (file != NULL && pages != NULL && book != NULL);

  if (book->language == NULL)
    return;
  for (guint i = 0; i < pages->len && text->len < SAMPLE; i++)
    if (pages->pdata[i] != NULL)
      append_page (pages->pdata[i], text);
  guess = cog_text_guess_language (text->str);
  if (guess != NULL && !cog_language_equal (guess, book->language) &&
      !g_str_has_prefix (book->language, guess))
    {
      cog_report_add (report, &cog_finding_language_of_text, file->name, book->language, guess);
      g_free (book->language);
      book->language = g_strdup (guess);
      return;
    }
  /* In another script than the language has: it is told from the text later. */
  script = cog_language_dup_script (book->language);
  seen = cog_text_guess_script (text->str);
  if (guess == NULL && script != NULL && seen != NULL && !g_str_equal (script, seen))
    g_clear_pointer (&book->language, g_free);
}
