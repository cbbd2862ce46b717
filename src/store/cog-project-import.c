/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-original-private.h"
#include "cog-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  CogProject *self;
  const char *source;
  const CogBook *book;
  const char *prefix; /* of the ids, beside other sources (nullable) */
  CogReport *report;  /* (nullable) */
  gint64 position;    /* of sections */
  gint64 n_credits;   /* of the sources before */
  GError *error;      /* of a unit, in the callback */
  gint64 unit;        /* position in the section */
  gboolean is_absent;
  CogQuery *insert;
  const CogProgress *progress; /* (nullable) */
  GCancellable *cancellable;   /* (nullable) */
  guint n_sections, n_done;
} Import;

static gboolean
insert_source (Import *import, const char *reader, const char *original_name, GError **error)
{
  const CogBook *book = import->book;
  g_autofree char *credit = cog_credit_to_json (book->credit);

  return cog_query_run (
      import->self->db, error,
      "INSERT INTO source (id, position, reader, original_name, language, credit, progression,"
      " is_vertical, identifier, description, date, cover)"
      " VALUES (?1, (SELECT count(*) FROM source), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      "sssssiissss", import->source, reader, original_name, book->language, credit,
      (gint64)book->progression, (gint64)book->is_vertical, book->identifier, book->description,
      book->date, book->cover);
}

static gboolean
insert_assets (Import *import, GError **error)
{
  for (guint i = 0; i < import->book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (import->book->assets, i);

      if (!cog_query_run (import->self->db, error,
                          "INSERT INTO asset VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", "sssiisb",
                          asset->name, import->source, asset->media_type, (gint64)asset->width,
                          (gint64)asset->height, asset->origin, asset->bytes))
        return FALSE;
    }
  return TRUE;
}

static void
insert_unit (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Import *import = user_data;
  CogQuery *query = import->insert;

  if (import->error != NULL)
    return;
  sqlite3_reset (query);
  sqlite3_bind_text (query, 1, unit->id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (query, 2, unit->section, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (query, 3, ++import->unit);
  sqlite3_bind_text (query, 4, cog_unit_kind_to_nick (unit->kind), -1, SQLITE_STATIC);
  sqlite3_bind_text (query, 5, unit->element, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (query, 6, unit->source, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (query, 7, unit->n_words);
  sqlite3_bind_text (query, 8, import->source, -1, SQLITE_TRANSIENT);
  cog_query_step (query, &import->error);
}

static gboolean
insert_section (Import *import, const CogSection *section, const char *parent, GError **error)
{
  g_autofree char *content =
      cog_section_get_root (section) != NULL ? cog_section_serialise (section) : NULL;

  if (!cog_query_run (import->self->db, error,
                      "INSERT INTO section (id, source, parent, position, title, type, language, "
                      "origin, is_linear, content, source_parent, source_position, is_absent)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?3, ?4, ?11)",
                      "sssissssisi", section->id, import->source, parent, ++import->position,
                      section->title, section->type, section->language, section->origin,
                      (gint64)section->is_linear, content, (gint64)import->is_absent))
    return FALSE;
  if (import->is_absent)
    return TRUE;
  import->unit = 0;
  cog_section_foreach_unit (section, insert_unit, import);
  if (import->error != NULL)
    {
      g_propagate_error (error, import->error);
      return FALSE;
    }
  return TRUE;
}

/* Whether to go on. */
static gboolean
step (Import *import, GError **error)
{
  cog_progress_tell (import->progress, (double)import->n_done++ / MAX (import->n_sections, 1),
                     _ ("Storing the book…"));
  return !g_cancellable_set_error_if_cancelled (import->cancellable, error);
}

static gboolean
insert_sections (Import *import, GPtrArray *sections, const char *parent, GError **error)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      if (!step (import, error) || !insert_section (import, section, parent, error) ||
          !insert_sections (import, section->children, section->id, error))
        return FALSE;
    }
  return TRUE;
}

/* The pictures in an item, by id: while one of them is in use, so is the item. */
char *
cog_project_dup_images (const xmlNode *item)
{
  GString *ids = g_string_new (NULL);

  for (const xmlNode *n = item; n != NULL; n = cog_xml_next_in (item, n))
    {
      g_autofree char *id = cog_xml_is (n, NULL, "img") ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id != NULL)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
    }
  return g_string_free (ids, FALSE);
}

static char *
dup_label (const xmlNode *item)
{
  xmlNode *caption = cog_xml_find_child (item, NULL, "figcaption");
  g_autofree char *text = NULL;
  char *end;

  if (caption == NULL)
    caption = cog_xml_find_child (item, NULL, "caption");
  text = caption != NULL ? cog_xml_dup_folded_text (caption) : cog_xml_dup_attribute (item, "alt");
  if (text == NULL || text[0] == '\0')
    return NULL;
  if (g_utf8_strlen (text, -1) > 60)
    {
      end = g_utf8_offset_to_pointer (text, 57);
      *end = '\0';
      return g_strconcat (text, "…", NULL);
    }
  return g_steal_pointer (&text);
}

const char *
cog_project_item_kind (const xmlNode *item)
{
  if (cog_xml_is (item, NULL, "table"))
    return "table";
  if (cog_xml_is (item, NULL, "blockquote"))
    return "quotation";
  if (cog_xml_is (item, NULL, "audio") || cog_xml_is (item, NULL, "video"))
    return "media";
  return "figure";
}

static const char *
find_section (GPtrArray *sections, const xmlNode *item)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      if (section->content == item->doc)
        return section->id;
    }
  return NULL;
}

static gboolean
insert_credit (Import *import,
               const CogCredit *credit,
               guint n,
               const char *section,
               const xmlNode *item,
               GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s/%u", credit->item, n);
  g_autofree char *images = cog_project_dup_images (item);
  g_autofree char *label = dup_label (item);
  g_autofree char *json = cog_credit_to_json (credit);

  return cog_query_run (import->self->db, error,
                        "INSERT INTO credit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL)",
                        "sissssss", key, import->n_credits + n, credit->item, section, images,
                        label, cog_project_item_kind (item), json);
}

static gboolean
insert_credits (Import *import, GError **error)
{
  const CogBook *book = import->book;
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  g_autoptr (GHashTable) elements = book->credits->len > 0 ? cog_book_index_elements (book) : NULL;

  for (guint i = 0; i < book->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (book->credits, i);
      const xmlNode *item =
          credit->item != NULL ? g_hash_table_lookup (elements, credit->item) : NULL;

      if (item != NULL &&
          !insert_credit (import, credit, i, find_section (sections, item), item, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cog_project_insert_credits (CogProject *self, const CogBook *book, gint64 first, GError **error)
{
  Import import = { .self = self, .book = book, .n_credits = first };

  return insert_credits (&import, error);
}

static gint64
read_number (CogProject *self, const char *sql)
{
  g_autoptr (CogQuery) query = cog_query_new (self->db, cog_project_fault (self), sql, NULL);

  return query != NULL && cog_query_step (query, cog_project_fault (self))
             ? cog_query_get_int (query, 0)
             : 0;
}

static gboolean
import_all (
    Import *import, const char *reader, const char *original_name, GBytes *original, GError **error)
{
  return insert_source (import, reader, original_name, error) &&
         (original == NULL ||
          cog_original_insert (import->self->db, import->source, original, error)) &&
         insert_assets (import, error) &&
         insert_sections (import, import->book->sections, NULL, error) &&
         insert_credits (import, error) &&
         cog_project_insert_places (import->self, import->source, import->book, error) &&
         cog_project_insert_report (import->self, import->source, import->book, import->prefix,
                                    import->report, error);
}

/* Whether an id or a file of the sources before begins like that. */
static gboolean
is_stem_taken (CogProject *self, const char *stem)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, cog_project_fault (self),
      "SELECT EXISTS (SELECT 1 FROM section WHERE instr (id, ?1 || '-') = 1 OR"
      " instr (content, ' id=\"' || ?1 || '-') > 0 OR instr (target, ' id=\"' || ?1 || '-') > 0)"
      " OR EXISTS (SELECT 1 FROM asset WHERE instr (name, ?1 || '/') = 1)",
      "s", stem);

  return query != NULL && cog_query_step (query, cog_project_fault (self)) &&
         cog_query_get_int (query, 0) != 0;
}

/* The book as it can stand beside the sources before it, and what its ids begin with; NULL: it is
 * the first. */
static CogBook *
dup_beside_others (CogProject *self, const CogBook *book, const char *source, char **prefix)
{
  g_autofree char *stem = g_strdup (source);
  g_autofree char *assets = NULL;

  if (read_number (self, "SELECT count(*) FROM source") == 0)
    return NULL;
  for (guint n = 2; is_stem_taken (self, stem); n++)
    {
      g_free (stem);
      stem = g_strdup_printf ("%s.%u", source, n);
    }
  *prefix = g_strconcat (stem, "-", NULL);
  assets = g_strconcat (stem, "/", NULL);
  return cog_book_new_prefixed (book, *prefix, assets);
}

char *
cog_project_import_book (CogProject *self, const CogProjectImport *what, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *prefix = NULL;
  g_autoptr (CogBook) beside = NULL;
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (what->book);
  Import import = { .self = self,
                    .book = what->book,
                    .report = what->report,
                    .is_absent = what->is_absent,
                    .progress = what->progress,
                    .cancellable = what->cancellable,
                    .n_sections = sections->len };
  gboolean ok;

  id = g_strdup_printf ("s%d", (int)read_number (self, "SELECT count(*) FROM source") + 1);
  import.source = id;
  beside = dup_beside_others (self, what->book, id, &prefix);
  if (beside != NULL)
    import.book = beside;
  import.prefix = prefix;
  import.position = read_number (self, "SELECT cast (max (position) + 1 AS INTEGER) FROM section");
  import.n_credits = read_number (self, "SELECT " COG_CREDIT_NEXT);
  if (!cog_project_check_fault (self, error))
    return NULL;
  import.insert =
      cog_query_new (self->db, error,
                     "INSERT INTO unit (id, section, position, kind, element, source, n_words,"
                     " works) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                     NULL);
  ok = import.insert != NULL &&
       import_all (&import, what->reader, what->original_name, what->original, error);
  g_clear_pointer (&import.insert, cog_query_free);
  return ok ? g_steal_pointer (&id) : NULL;
}

char *
cog_project_add_source (CogProject *self,
                        const CogBook *book,
                        const char *reader_id,
                        const char *original_name,
                        GBytes *original,
                        CogReport *report,
                        GError **error)
{
  CogProjectImport what = { book, reader_id, original_name, original, FALSE, report, NULL, NULL };
  g_autofree char *id = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && book != NULL, NULL);

  cog_project_enter (self);
  g_clear_error (&self->fault);
  ok = cog_project_begin (self, error);
  if (ok)
    {
      id = cog_project_import_book (self, &what, error);
      ok = cog_project_end_step (self, id != NULL, error);
    }
  cog_project_leave (self);
  if (!ok)
    return NULL;
  cog_project_emit (self, "changed", NULL);
  return g_steal_pointer (&id);
}
