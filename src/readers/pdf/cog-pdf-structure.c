/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-structure.h"

#include "cog-pdf-handles.h"
#include "cog-pdf-type.h"

#include <string.h>

/* ISO 32000-1, 14.7 and 14.8.5. */

#define MAX_ELEMENTS 2000000
#define MAX_DEPTH 150
#define MAX_KIDS 100000 /* of one element */
#define MAX_SPAN 1000

typedef struct
{
  CogPdfStructure *structure;
  qpdf_data qpdf;
  qpdf_oh roles, classes;
  GHashTable *pages; /* number of a page by its object's */
  GHashTable *met;   /* object numbers of elements: in a cycle, or named twice */
  guint depth;
} Reading;

static void
element_free (CogPdfElement *element)
{
  g_clear_pointer (&element->kids, g_array_unref);
  g_free (element->alt);
  g_free (element->actual);
  g_free (element->expanded);
  g_free (element->language);
  g_free (element->id);
  g_free (element->title);
  g_strfreev (element->headers);
  g_free (element);
}

void
cog_pdf_structure_free (CogPdfStructure *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->all);
  g_hash_table_unref (self->by_id);
  g_free (self->language);
  g_free (self);
}

static CogPdfElement *
add_element (Reading *r, CogPdfElement *parent)
{
  CogPdfElement *element = g_new0 (CogPdfElement, 1);

  element->parent = parent;
  element->row_span = element->column_span = 1;
  g_ptr_array_add (r->structure->all, element);
  return element;
}

static void
add_kid (CogPdfElement *element, CogPdfKid kid)
{
  if (element->kids == NULL)
    element->kids = g_array_new (FALSE, FALSE, sizeof (CogPdfKid));
  g_array_append_val (element->kids, kid);
}

static qpdf_oh
get (Reading *r, qpdf_oh object, const char *key)
{
  return cog_pdf_get_key (r->qpdf, object, key);
}

static guint
get_span (Reading *r, qpdf_oh attributes, const char *key)
{
  return (guint)CLAMP (cog_pdf_get_number (r->qpdf, get (r, attributes, key), 1), 1, MAX_SPAN);
}

static const char *
get_word (Reading *r, qpdf_oh attributes, const char *key, const char *otherwise)
{
  const char *name = cog_pdf_get_name (r->qpdf, get (r, attributes, key));

  return name != NULL ? g_intern_string (name) : otherwise;
}

static void
read_headers (Reading *r, CogPdfElement *element, qpdf_oh headers)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  int n = qpdf_oh_is_array (r->qpdf, headers) ? qpdf_oh_get_array_n_items (r->qpdf, headers) : 0;

  for (int i = 0; i < MIN (n, 100); i++)
    {
      char *id = cog_pdf_dup_text (r->qpdf, qpdf_oh_get_array_item (r->qpdf, headers, i));

      if (id != NULL)
        g_ptr_array_add (ids, id);
    }
  if (ids->len == 0 || element->headers != NULL)
    return;
  g_ptr_array_add (ids, NULL);
  element->headers = (char **)g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

/* An attribute object; whose they are (/O) decides nothing: their names are not used twice. */
static void
read_attributes (Reading *r, CogPdfElement *element, qpdf_oh attributes)
{
  if (qpdf_oh_is_stream (r->qpdf, attributes))
    attributes = qpdf_oh_get_dict (r->qpdf, attributes);
  if (!qpdf_oh_is_dictionary (r->qpdf, attributes))
    return;
  element->scope = get_word (r, attributes, "/Scope", element->scope);
  element->numbering = get_word (r, attributes, "/ListNumbering", element->numbering);
  element->placement = get_word (r, attributes, "/Placement", element->placement);
  if (qpdf_oh_has_key (r->qpdf, attributes, "/RowSpan"))
    element->row_span = get_span (r, attributes, "/RowSpan");
  if (qpdf_oh_has_key (r->qpdf, attributes, "/ColSpan"))
    element->column_span = get_span (r, attributes, "/ColSpan");
  read_headers (r, element, get (r, attributes, "/Headers"));
  element->has_box |= cog_pdf_get_numbers (r->qpdf, get (r, attributes, "/BBox"), element->box, 4);
}

/* One, or several with numbers of revisions between them. */
static void
read_attribute_list (Reading *r, CogPdfElement *element, qpdf_oh list)
{
  int n = qpdf_oh_is_array (r->qpdf, list) ? qpdf_oh_get_array_n_items (r->qpdf, list) : 0;

  read_attributes (r, element, list);
  for (int i = 0; i < MIN (n, 100); i++)
    read_attributes (r, element, qpdf_oh_get_array_item (r->qpdf, list, i));
}

static void
read_class (Reading *r, CogPdfElement *element, qpdf_oh name)
{
  const char *word = cog_pdf_get_name (r->qpdf, name);
  g_autofree char *key = word != NULL ? g_strconcat ("/", word, NULL) : NULL;

  if (key != NULL)
    read_attribute_list (r, element, get (r, r->classes, key));
}

static void
read_properties (Reading *r, CogPdfElement *element, qpdf_oh object)
{
  qpdf_oh classes = get (r, object, "/C");
  int n = qpdf_oh_is_array (r->qpdf, classes) ? qpdf_oh_get_array_n_items (r->qpdf, classes) : 0;

  element->type = cog_pdf_type_resolve (r->qpdf, object, r->roles, &element->role, &element->level);
  element->alt = cog_pdf_dup_text (r->qpdf, get (r, object, "/Alt"));
  element->actual = cog_pdf_dup_text (r->qpdf, get (r, object, "/ActualText"));
  element->expanded = cog_pdf_dup_text (r->qpdf, get (r, object, "/E"));
  element->language = cog_pdf_dup_text (r->qpdf, get (r, object, "/Lang"));
  element->id = cog_pdf_dup_text (r->qpdf, get (r, object, "/ID"));
  element->title = cog_pdf_dup_text (r->qpdf, get (r, object, "/T"));
  /* What an element says itself comes before what its class says (14.7.5.3). */
  read_class (r, element, classes);
  for (int i = 0; i < MIN (n, 100); i++)
    read_class (r, element, qpdf_oh_get_array_item (r->qpdf, classes, i));
  read_attribute_list (r, element, get (r, object, "/A"));
  if (element->id != NULL && !g_hash_table_contains (r->structure->by_id, element->id))
    g_hash_table_insert (r->structure->by_id, element->id, element);
}

/* The page's number; otherwise where the object names none that the file has. */
static guint
find_page (Reading *r, qpdf_oh object, guint otherwise)
{
  int id = qpdf_oh_get_object_id (r->qpdf, get (r, object, "/Pg"));
  gpointer number = id != 0 ? g_hash_table_lookup (r->pages, GINT_TO_POINTER (id)) : NULL;

  return number != NULL ? GPOINTER_TO_UINT (number) : otherwise;
}

static void read_element (Reading *r, CogPdfElement *parent, qpdf_oh object, guint page);

static void
read_kid (Reading *r, CogPdfElement *element, qpdf_oh kid, guint page)
{
  if (qpdf_oh_is_integer (r->qpdf, kid))
    {
      gint64 mcid = qpdf_oh_get_int_value (r->qpdf, kid);

      if (mcid >= 0 && mcid < G_MAXINT)
        add_kid (element, (CogPdfKid){ .page = page, .mcid = (int)mcid });
      return;
    }
  if (!qpdf_oh_is_dictionary (r->qpdf, kid))
    return;
  if (qpdf_oh_has_key (r->qpdf, kid, "/MCID"))
    {
      double mcid = cog_pdf_get_number (r->qpdf, get (r, kid, "/MCID"), -1);

      if (mcid >= 0 && mcid < G_MAXINT)
        add_kid (element,
                 (CogPdfKid){ .page = find_page (r, kid, page),
                              .mcid = (int)mcid,
                              .form = qpdf_oh_get_object_id (r->qpdf, get (r, kid, "/Stm")) });
    }
  else if (qpdf_oh_has_key (r->qpdf, kid, "/Obj"))
    add_kid (element,
             (CogPdfKid){ .page = find_page (r, kid, page),
                          .mcid = -1,
                          .object = qpdf_oh_get_object_id (r->qpdf, get (r, kid, "/Obj")) });
  else
    read_element (r, element, kid, page);
}

static void
read_kids (Reading *r, CogPdfElement *element, qpdf_oh kids, guint page)
{
  int n = qpdf_oh_is_array (r->qpdf, kids) ? qpdf_oh_get_array_n_items (r->qpdf, kids) : -1;

  if (n < 0)
    read_kid (r, element, kids, page);
  if (n > MAX_KIDS)
    r->structure->is_cut = TRUE;
  for (int i = 0; i < MIN (n, MAX_KIDS); i++)
    read_kid (r, element, qpdf_oh_get_array_item (r->qpdf, kids, i), page);
}

static void
read_element (Reading *r, CogPdfElement *parent, qpdf_oh object, guint page)
{
  int id = qpdf_oh_get_object_id (r->qpdf, object);
  CogPdfHandles handles;
  CogPdfElement *element;

  if (r->depth >= MAX_DEPTH || r->structure->all->len >= MAX_ELEMENTS ||
      (id != 0 && !g_hash_table_add (r->met, GINT_TO_POINTER (id))))
    {
      r->structure->is_cut = TRUE;
      return;
    }
  handles = cog_pdf_handles_begin (r->qpdf);
  element = add_element (r, parent);
  add_kid (parent, (CogPdfKid){ .element = element, .mcid = -1 });
  read_properties (r, element, object);
  page = find_page (r, object, page);
  element->box_page = page;
  r->depth++;
  read_kids (r, element, get (r, object, "/K"), page);
  r->depth--;
  cog_pdf_handles_end (&handles);
}

static void
index_pages (Reading *r, guint n_pages)
{
  CogPdfHandles handles = cog_pdf_handles_begin (r->qpdf);

  for (guint i = 0; i < n_pages; i++)
    {
      qpdf_oh page = qpdf_get_page_n (r->qpdf, i);
      int id = qpdf_oh_get_object_id (r->qpdf, page);

      if (id != 0)
        g_hash_table_insert (r->pages, GINT_TO_POINTER (id), GUINT_TO_POINTER (i + 1));
    }
  cog_pdf_handles_end (&handles);
}

static gboolean
get_flag (Reading *r, qpdf_oh object, const char *key)
{
  qpdf_oh value = get (r, object, key);

  return qpdf_oh_is_bool (r->qpdf, value) && qpdf_oh_get_bool_value (r->qpdf, value);
}

static void
read_tree (Reading *r, qpdf_oh catalog, qpdf_oh tree)
{
  CogPdfStructure *structure = r->structure;
  qpdf_oh mark_info = get (r, catalog, "/MarkInfo");

  structure->language = cog_pdf_dup_text (r->qpdf, get (r, catalog, "/Lang"));
  structure->is_marked = get_flag (r, mark_info, "/Marked");
  structure->is_suspect = get_flag (r, mark_info, "/Suspects");
  r->roles = get (r, tree, "/RoleMap");
  r->classes = get (r, tree, "/ClassMap");
  read_kids (r, structure->root, get (r, tree, "/K"), 0);
}

CogPdfStructure *
cog_pdf_structure_new (CogPdfFile *file)
{
  Reading r = { NULL };
  CogPdfHandles handles;
  qpdf_oh catalog, tree;

  g_return_val_if_fail (file != NULL, NULL);

  if (file->qpdf == NULL)
    return NULL;
  r.qpdf = file->qpdf;
  handles = cog_pdf_handles_begin (r.qpdf);
  catalog = qpdf_get_root (r.qpdf);
  tree = cog_pdf_get_key (r.qpdf, catalog, "/StructTreeRoot");
  if (qpdf_oh_is_dictionary (r.qpdf, tree))
    {
      r.structure = g_new0 (CogPdfStructure, 1);
      r.structure->all = g_ptr_array_new_with_free_func ((GDestroyNotify)element_free);
      r.structure->by_id = g_hash_table_new (g_str_hash, g_str_equal);
      r.structure->root = add_element (&r, NULL);
      r.structure->root->type = COG_PDF_TYPE_DOCUMENT;
      r.structure->root->role = "";
      r.pages = g_hash_table_new (NULL, NULL);
      r.met = g_hash_table_new (NULL, NULL);
      index_pages (&r, file->n_pages);
      read_tree (&r, catalog, tree);
      g_hash_table_unref (r.pages);
      g_hash_table_unref (r.met);
    }
  cog_pdf_handles_end (&handles);
  return r.structure;
}
