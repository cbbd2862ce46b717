/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-dropped.h"

#include "cog-pdf-handles.h"
#include "cog-pdf-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ANNOTATIONS 5000 /* of a page */
#define MAX_ACTIONS 50       /* in a row (/Next) */
#define MAX_NODES 10000      /* of a name tree */

/* In the order of the table. */
typedef enum
{
  NOTHING = -1,
  SCRIPT,
  ACTION,
  FIELD,
  COMMENT,
  ATTACHMENT,
  MEDIA,
  N_WHATS,
} What;

/* Translators: in each, 1 is how many, 2 is numbers of pages, such as "1–4, 7", or "–" for none. */
static const CogFindingKind kinds[N_WHATS] = {
  [SCRIPT] = { "pdf-scripts-dropped", COG_SEVERITY_INFO, TRUE,
               N_ ("Programs in the file (JavaScript) were left out, and not run: %1. Pages: %2."),
               COG_EFFECT_DROPPED },
  [ACTION] = { "pdf-actions-dropped", COG_SEVERITY_INFO, TRUE,
               N_ ("Buttons and links that start programs, open other files or send data were left "
                   "out: %1. Pages: %2."),
               COG_EFFECT_DROPPED },
  [FIELD] = { "pdf-form-dropped", COG_SEVERITY_WARNING, TRUE,
              N_ ("Fields of a form were left out; what was filled in stays as text: %1. Pages: "
                  "%2."),
              COG_EFFECT_DROPPED },
  [COMMENT] = { "pdf-comments-dropped", COG_SEVERITY_INFO, TRUE,
                N_ ("Comments and marks that readers made were left out: %1. Pages: %2."),
                COG_EFFECT_DROPPED },
  [ATTACHMENT] = { "pdf-attachments-dropped", COG_SEVERITY_WARNING, TRUE,
                   N_ ("Attached files were left out: %1. Pages: %2."), COG_EFFECT_DROPPED },
  [MEDIA] = { "pdf-media-dropped", COG_SEVERITY_WARNING, TRUE,
              N_ ("Sounds, films and 3D models were left out: %1. Pages: %2."),
              COG_EFFECT_DROPPED },
};

static const CogFindingKind dynamic_form = {
  "pdf-dynamic-form",
  COG_SEVERITY_WARNING,
  FALSE,
  N_ ("This PDF is a form whose pages are made by Adobe’s programs when it is opened (XFA); what "
      "is "
      "here is what it shows to others."),
  COG_EFFECT_UNSURE,
};

typedef struct
{
  qpdf_data qpdf;
  guint counts[N_WHATS];
  GArray *pages[N_WHATS]; /* (element-type guint): rising */
  guint page;             /* 0: of the whole file */
} Search;

static void
count (Search *s, What what)
{
  GArray *pages;

  if (what == NOTHING)
    return;
  s->counts[what]++;
  pages = s->pages[what];
  if (s->page > 0 && (pages->len == 0 || g_array_index (pages, guint, pages->len - 1) != s->page))
    g_array_append_val (pages, s->page);
}

static qpdf_oh
get (Search *s, qpdf_oh object, const char *key)
{
  return cog_pdf_get_key (s->qpdf, object, key);
}

/* Table 198 of ISO 32000-1, and what PDF 2.0 adds. */
static What
judge_action (const char *name)
{
  static const struct
  {
    const char *name;
    What what;
  } all[] = {
    { "JavaScript", SCRIPT }, { "Launch", ACTION },          { "GoToR", ACTION },
    { "SubmitForm", ACTION }, { "ImportData", ACTION },      { "Movie", MEDIA },
    { "Sound", MEDIA },       { "Rendition", MEDIA },        { "GoTo3DView", MEDIA },
    { "GoToE", ACTION },      { "RichMediaExecute", MEDIA },
  };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (name, all[i].name))
      return all[i].what;
  return NOTHING;
}

/* An action, and those that follow it. */
static void
count_actions (Search *s, qpdf_oh action)
{
  for (guint i = 0; i < MAX_ACTIONS && qpdf_oh_is_dictionary (s->qpdf, action); i++)
    {
      count (s, judge_action (cog_pdf_get_name (s->qpdf, get (s, action, "/S"))));
      action = get (s, action, "/Next");
    }
}

/* What is done when the page, or the file, is opened, printed, closed (12.6.3). */
static void
count_triggers (Search *s, qpdf_oh owner)
{
  static const char *const all[] = { "/O",  "/C",  "/E",  "/X",  "/D",  "/U", "/Fo",
                                     "/Bl", "/PO", "/PC", "/PV", "/PI", "/K", "/F",
                                     "/V",  "/WC", "/WS", "/DS", "/WP", "/DP" };
  qpdf_oh triggers = get (s, owner, "/AA");

  for (guint i = 0; qpdf_oh_is_dictionary (s->qpdf, triggers) && i < G_N_ELEMENTS (all); i++)
    count_actions (s, get (s, triggers, all[i]));
}

/* Table 169. Links are kept; a popup is the window of a comment; the rest is printer's marks. */
static What
judge_annotation (const char *name)
{
  static const char *const comments[] = { "Text",      "FreeText",  "Line",     "Square",
                                          "Circle",    "Polygon",   "PolyLine", "Highlight",
                                          "Underline", "StrikeOut", "Squiggly", "Stamp",
                                          "Caret",     "Ink",       "Redact" };
  static const char *const media[] = { "Sound", "Movie", "Screen", "3D", "RichMedia" };

  for (guint i = 0; i < G_N_ELEMENTS (comments); i++)
    if (g_str_equal (name, comments[i]))
      return COMMENT;
  for (guint i = 0; i < G_N_ELEMENTS (media); i++)
    if (g_str_equal (name, media[i]))
      return MEDIA;
  if (g_str_equal (name, "Widget"))
    return FIELD;
  return g_str_equal (name, "FileAttachment") ? ATTACHMENT : NOTHING;
}

static void
count_annotations (Search *s, qpdf_oh page)
{
  qpdf_oh all = get (s, page, "/Annots");
  int n = qpdf_oh_is_array (s->qpdf, all) ? qpdf_oh_get_array_n_items (s->qpdf, all) : 0;

  for (int i = 0; i < MIN (n, MAX_ANNOTATIONS); i++)
    {
      CogPdfHandles handles = cog_pdf_handles_begin (s->qpdf);
      qpdf_oh annotation = qpdf_oh_get_array_item (s->qpdf, all, i);
      const char *name = cog_pdf_get_name (s->qpdf, get (s, annotation, "/Subtype"));

      if (name != NULL)
        count (s, judge_annotation (name));
      count_actions (s, get (s, annotation, "/A"));
      count_triggers (s, annotation);
      cog_pdf_handles_end (&handles);
    }
}

/* Entries of a name tree (7.9.6); its nodes may name each other. */
static guint
count_names (Search *s, qpdf_oh root)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  guint n = 0;

  g_array_append_val (nodes, root);
  for (guint i = 0; i < nodes->len && nodes->len < MAX_NODES; i++)
    {
      qpdf_oh node = g_array_index (nodes, qpdf_oh, i);
      qpdf_oh names = get (s, node, "/Names"), kids = get (s, node, "/Kids");

      if (qpdf_oh_is_array (s->qpdf, names))
        n += (guint)qpdf_oh_get_array_n_items (s->qpdf, names) / 2;
      for (int k = 0; qpdf_oh_is_array (s->qpdf, kids) && nodes->len < MAX_NODES &&
                      k < qpdf_oh_get_array_n_items (s->qpdf, kids);
           k++)
        {
          qpdf_oh kid = qpdf_oh_get_array_item (s->qpdf, kids, k);

          g_array_append_val (nodes, kid);
        }
    }
  return n;
}

static void
search_file (Search *s, CogReport *report, const char *name)
{
  CogPdfHandles handles = cog_pdf_handles_begin (s->qpdf);
  qpdf_oh root = qpdf_get_root (s->qpdf), names = get (s, root, "/Names");

  s->page = 0;
  count_actions (s, get (s, root, "/OpenAction"));
  count_triggers (s, root);
  s->counts[SCRIPT] += count_names (s, get (s, names, "/JavaScript"));
  s->counts[ATTACHMENT] += count_names (s, get (s, names, "/EmbeddedFiles"));
  if (!qpdf_oh_is_null (s->qpdf, get (s, get (s, root, "/AcroForm"), "/XFA")))
    cog_report_add (report, &dynamic_form, name, NULL, NULL);
  cog_pdf_handles_end (&handles);
}

static void
report_all (Search *s, CogReport *report, const char *name)
{
  for (guint i = 0; i < N_WHATS; i++)
    if (s->counts[i] > 0)
      {
        guint first = s->pages[i]->len > 0 ? g_array_index (s->pages[i], guint, 0) : 0;
        g_autofree char *how_many = g_strdup_printf ("%u", s->counts[i]);
        g_autofree char *pages = cog_pdf_pages_to_string (s->pages[i]);
        g_autofree char *place = first > 0 ? cog_report_dup_page (first) : g_strdup (name);

        cog_report_add (report, &kinds[i], place, how_many, first > 0 ? pages : "–");
      }
}

void
cog_pdf_dropped_report (const CogPdfFile *file, CogReport *report, GCancellable *cancellable)
{
  Search s = { 0 };
  int n;

  g_return_if_fail (file != NULL);

  if (file->qpdf == NULL)
    return;
  s.qpdf = file->qpdf;
  for (guint i = 0; i < N_WHATS; i++)
    s.pages[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  search_file (&s, report, file->name);
  n = qpdf_get_num_pages (s.qpdf);
  for (int i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      CogPdfHandles handles = cog_pdf_handles_begin (s.qpdf);
      qpdf_oh page = qpdf_get_page_n (s.qpdf, (size_t)i);

      s.page = (guint)i + 1;
      count_triggers (&s, page);
      count_annotations (&s, page);
      cog_pdf_handles_end (&handles);
    }
  report_all (&s, report, file->name);
  for (guint i = 0; i < N_WHATS; i++)
    g_array_unref (s.pages[i]);
}
