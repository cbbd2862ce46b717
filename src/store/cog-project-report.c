/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-report.h"

#include "cog-project-places.h"
#include "cog-project-private.h"

#include <string.h>

static const struct
{
  const char *kind;
  gsize offset;
} counted[] = {
  { "sections", G_STRUCT_OFFSET (CogBookCounts, sections) },
  { "units", G_STRUCT_OFFSET (CogBookCounts, units) },
  { "words", G_STRUCT_OFFSET (CogBookCounts, words) },
  { "figures", G_STRUCT_OFFSET (CogBookCounts, figures) },
  { "tables", G_STRUCT_OFFSET (CogBookCounts, tables) },
  { "equations", G_STRUCT_OFFSET (CogBookCounts, equations) },
  { "footnotes", G_STRUCT_OFFSET (CogBookCounts, footnotes) },
  { "links", G_STRUCT_OFFSET (CogBookCounts, links) },
};

#define FINDING_COLUMNS "id, effect, severity, sentence, first, second, place, count, target"

static void
line_free (gpointer data)
{
  CogImportLine *line = data;

  g_free (line->id);
  g_free (line->sentence);
  g_free (line->place);
  g_free (line->unit);
  g_free (line->section);
  g_free (line);
}

void
cog_import_report_free (CogImportReport *report)
{
  if (report == NULL)
    return;
  g_free (report->source);
  g_free (report->name);
  g_ptr_array_unref (report->lines);
  g_free (report);
}

/* --- import -------------------------------------------------------------------------------- */

/* What places of findings may name in a book. */
typedef struct
{
  const char *prefix;   /* (nullable) */
  GHashTable *sections; /* ids, and files → id of the first section that was made from it */
  GHashTable *elements;
} Book;

static GHashTable *
index_sections (const CogBook *book)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) list = cog_book_dup_section_list (book);

  for (guint i = list->len; i > 0; i--)
    {
      CogSection *section = g_ptr_array_index (list, i - 1);

      if (section->origin != NULL)
        g_hash_table_insert (index, section->origin, section->id);
    }
  for (guint i = 0; i < list->len; i++)
    {
      CogSection *section = g_ptr_array_index (list, i);

      g_hash_table_insert (index, section->id, section->id);
    }
  return index;
}

/* "s2-p4", or "s2-p4@alt", as it stands in the project. (transfer full) (nullable) */
static char *
dup_known_id (const Book *book, const char *place)
{
  g_autofree char *id = g_strconcat (book->prefix != NULL ? book->prefix : "", place, NULL);
  const char *at = strrchr (id, '@');
  g_autofree char *element = at != NULL ? g_strndup (id, (gsize)(at - id)) : g_strdup (id);

  /* Not a file that a section was made from. */
  return g_hash_table_contains (book->elements, element) ||
                 g_strcmp0 (g_hash_table_lookup (book->sections, element), element) == 0
             ? g_steal_pointer (&id)
             : NULL;
}

/* An id, a file, a file with a line ("two.xhtml:12") or with an id ("two.xhtml#p4"). (transfer
 * full) (nullable) */
static char *
dup_target (const Book *book, const char *place)
{
  g_autofree char *id = dup_known_id (book, place);
  const char *hash = strrchr (place, '#');
  const char *colon = strrchr (place, ':');
  const char *end = hash != NULL ? hash : colon;
  g_autofree char *file = NULL;

  if (id == NULL && hash != NULL)
    id = dup_known_id (book, hash + 1);
  if (id != NULL)
    return g_steal_pointer (&id);
  id = g_strdup (g_hash_table_lookup (book->sections, place));
  file = end != NULL ? g_strndup (place, (gsize)(end - place)) : NULL;
  if (id == NULL && file != NULL)
    id = g_strdup (g_hash_table_lookup (book->sections, file));
  return g_steal_pointer (&id);
}

static gboolean
insert_finding (CogProject *self,
                const char *source,
                gint64 position,
                const CogFinding *finding,
                const char *target,
                GError **error)
{
  return cog_query_run (
      self->db, error,
      "INSERT INTO finding (source, position, id, effect, severity, sentence, first, second, place,"
      " count, target) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      "sisssssssis", source, position, finding->kind->id,
      cog_effect_to_nick (cog_finding_kind_get_effect (finding->kind)),
      cog_severity_to_nick (finding->kind->severity), finding->kind->sentence,
      finding->arguments[0], finding->arguments[1], finding->place, (gint64)finding->count, target);
}

static gboolean
insert_counts (CogProject *self, const char *source, const CogBook *book, GError **error)
{
  CogBookCounts counts;

  cog_book_count (book, &counts);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (!cog_query_run (self->db, error, "INSERT INTO kept VALUES (?1, ?2, ?3)", "ssi", source,
                        counted[i].kind,
                        (gint64)G_STRUCT_MEMBER (guint, &counts, counted[i].offset)))
      return FALSE;
  return TRUE;
}

gboolean
cog_project_insert_report (CogProject *self,
                           const char *source,
                           const CogBook *book,
                           const char *prefix,
                           CogReport *report,
                           GError **error)
{
  GPtrArray *findings = report != NULL ? cog_report_get_findings (report) : NULL;
  g_autoptr (GHashTable) sections = NULL;
  g_autoptr (GHashTable) elements = NULL;
  Book known = { .prefix = prefix };

  if (!insert_counts (self, source, book, error))
    return FALSE;
  if (findings == NULL || findings->len == 0)
    return TRUE;
  sections = index_sections (book);
  elements = cog_book_index_elements (book);
  known.sections = sections;
  known.elements = elements;
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *target = dup_target (&known, finding->place);

      if (!insert_finding (self, source, i, finding, target, error))
        return FALSE;
    }
  return TRUE;
}

/* --- reading ------------------------------------------------------------------------------- */

static CogSeverity
read_severity (const char *nick)
{
  for (CogSeverity severity = COG_SEVERITY_INFO; severity < COG_SEVERITY_ERROR; severity++)
    if (g_strcmp0 (nick, cog_severity_to_nick (severity)) == 0)
      return severity;
  return COG_SEVERITY_ERROR;
}

/* (transfer full) (nullable) */
static char *
dup_id (CogProject *self, const char *sql, const char *id)
{
  g_autoptr (CogQuery) query = cog_query_new (self->db, cog_project_fault (self), sql, "s", id);

  return query != NULL && cog_query_step (query, cog_project_fault (self))
             ? cog_query_dup_text (query, 0)
             : NULL;
}

/* In the adaptation as it is now; where it is not in it any more, nowhere. */
static void
find_way (CogProject *self, const char *source, const char *target, CogImportLine *line)
{
  if (line->page > 0)
    line->unit = cog_project_dup_unit_of_page (self, source, line->page);
  if (line->unit != NULL || target == NULL)
    return;
  line->unit = dup_id (self, "SELECT id FROM unit WHERE id = ?1", target);
  if (line->unit == NULL)
    line->section = dup_id (self, "SELECT id FROM section WHERE id = ?1 AND is_absent = 0", target);
  if (line->unit == NULL && line->section == NULL)
    line->unit = cog_project_dup_unit_of_item (self, target);
}

static CogImportLine *
read_line (CogProject *self, const char *source, CogQuery *query)
{
  CogImportLine *line = g_new0 (CogImportLine, 1);
  g_autofree char *effect = cog_query_dup_text (query, 1);
  g_autofree char *severity = cog_query_dup_text (query, 2);
  g_autofree char *sentence = cog_query_dup_text (query, 3);
  g_autofree char *first = cog_query_dup_text (query, 4);
  g_autofree char *second = cog_query_dup_text (query, 5);
  g_autofree char *target = cog_query_dup_text (query, 8);

  line->id = cog_query_dup_text (query, 0);
  if (!cog_effect_from_nick (effect, &line->effect))
    line->effect = COG_EFFECT_UNSURE;
  line->severity = read_severity (severity);
  line->sentence = cog_finding_fill_sentence (sentence != NULL ? sentence : "", first, second);
  line->place = cog_query_dup_text (query, 6);
  if (line->place == NULL)
    line->place = g_strdup ("");
  line->page = cog_report_parse_page (line->place);
  line->count = (guint)CLAMP (cog_query_get_int (query, 7), 1, G_MAXINT);
  find_way (self, source, target, line);
  return line;
}

static gboolean
read_counts (CogProject *self, CogImportReport *report, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, &fault, "SELECT kind, count FROM kept WHERE source = ?1", "s", report->source);

  while (query != NULL && cog_query_step (query, &fault))
    {
      g_autofree char *kind = cog_query_dup_text (query, 0);

      report->is_kept = TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
        if (g_strcmp0 (kind, counted[i].kind) == 0)
          G_STRUCT_MEMBER (guint, &report->counts, counted[i].offset) =
              (guint)CLAMP (cog_query_get_int (query, 1), 0, G_MAXINT);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
read_lines (CogProject *self, CogImportReport *report, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, &fault,
                     "SELECT " FINDING_COLUMNS " FROM finding WHERE source = ?1 ORDER BY position",
                     "s", report->source);

  while (query != NULL && cog_query_step (query, &fault))
    g_ptr_array_add (report->lines, read_line (self, report->source, query));
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static CogImportReport *
new_report (const CogProjectSource *source)
{
  CogImportReport *report = g_new0 (CogImportReport, 1);

  report->source = g_strdup (source->id);
  report->name = g_strdup (source->credit->title != NULL   ? source->credit->title
                           : source->original_name != NULL ? source->original_name
                                                           : source->id);
  report->lines = g_ptr_array_new_with_free_func (line_free);
  return report;
}

GPtrArray *
cog_project_list_import_reports (CogProject *self, GError **error)
{
  g_autoptr (GPtrArray) reports =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_import_report_free);
  g_autoptr (GPtrArray) sources = NULL;
  gboolean ok = TRUE;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  cog_project_enter (self);
  sources = cog_project_list_sources (self);
  for (guint i = 0; ok && i < sources->len; i++)
    {
      CogImportReport *report = new_report (g_ptr_array_index (sources, i));

      g_ptr_array_add (reports, report);
      ok = read_counts (self, report, error) && read_lines (self, report, error);
    }
  cog_project_leave (self);
  return ok ? g_steal_pointer (&reports) : NULL;
}
