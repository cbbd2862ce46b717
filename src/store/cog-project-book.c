/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-book-private.h"

#include "cog-language.h"
#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
load_units (CogProjectAssembly *a, GError **error)
{
  g_autoptr (CogQuery) query = cog_query_new (
      a->self->db, error,
      "SELECT unit.id, section, unit.source, unit.target, decision, works FROM unit JOIN section ON"
      " section.id = unit.section WHERE unit.target IS NOT NULL OR decision = 'omitted' OR"
      " unit.source IS NULL OR unit.source = '' OR works IS NOT section.source",
      NULL);
  g_autoptr (GError) fault = NULL;

  if (query == NULL)
    return FALSE;
  while (cog_query_step (query, &fault))
    {
      CogUnit *unit = g_new0 (CogUnit, 1);
      g_autofree char *decision = cog_query_dup_text (query, 4);

      unit->id = cog_query_dup_text (query, 0);
      unit->section = cog_query_dup_text (query, 1);
      unit->source = cog_query_dup_text (query, 2);
      unit->target = cog_query_dup_text (query, 3);
      cog_decision_from_nick (decision, &unit->decision);
      unit->works = cog_query_dup_text (query, 5);
      /* A damaged row says nothing. */
      if (unit->id == NULL || unit->section == NULL)
        cog_unit_free (unit);
      else
        /* Of a damaged file a unit may come twice: the key goes with the one that is freed. */
        g_hash_table_replace (a->units, unit->id, unit);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

typedef struct
{
  const char *const *wanted; /* nullable */
  gboolean of_source;        /* the source as it was */
  const char *source;        /* whose; nullable */
} Choice;

static gboolean
is_chosen (const Choice *choice, const char *id, const char *parent, GHashTable *taken)
{
  return choice->wanted == NULL || g_strv_contains (choice->wanted, id) ||
         (parent != NULL && g_hash_table_contains (taken, parent));
}

static CogSection *
make_section (CogQuery *query, gboolean of_source, GError **error)
{
  g_autofree char *id = cog_query_dup_text (query, 0);
  g_autofree char *title = cog_query_dup_text (query, 3);
  g_autofree char *content = cog_query_dup_text (query, of_source ? 8 : 9);
  g_autoptr (CogSection) section = cog_section_new (id, title);

  section->type = cog_query_dup_text (query, 4);
  section->language = cog_query_dup_text (query, 5);
  section->origin = cog_query_dup_text (query, 6);
  section->is_linear = cog_query_get_int (query, 7) != 0;
  if (content != NULL)
    {
      section->content = cog_xml_parse_own (content, -1, error);
      if (section->content == NULL)
        return NULL;
    }
  return g_steal_pointer (&section);
}

#define SECTION                                                                                    \
  "source, title, type, language, origin, is_linear, content, coalesce(target, content),"          \
  " is_omitted FROM section"

static gboolean
load_sections (CogProjectAssembly *a, const Choice *choice, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query =
      cog_query_new (a->self->db, error,
                     choice->of_source ? "SELECT id, source_parent, " SECTION " WHERE source = ?1"
                                         " ORDER BY source_position"
                                       : "SELECT id, parent, " SECTION " WHERE is_absent = 0"
                                         " ORDER BY position",
                     choice->of_source ? "s" : NULL, choice->source);

  if (query == NULL)
    return FALSE;
  while (cog_query_step (query, &fault))
    {
      g_autofree char *id = cog_query_dup_text (query, 0);
      g_autofree char *parent = cog_query_dup_text (query, 1);
      g_autofree char *source = cog_query_dup_text (query, 2);
      CogSection *above = parent != NULL ? g_hash_table_lookup (taken, parent) : NULL;
      CogSection *section;

      if (id == NULL)
        continue;
      if (!choice->of_source && (cog_query_get_int (query, 10) != 0 ||
                                 (parent != NULL && g_hash_table_contains (skipped, parent))))
        {
          g_hash_table_add (skipped, g_steal_pointer (&id));
          continue;
        }
      if (!is_chosen (choice, id, parent, taken))
        continue;
      section = make_section (query, choice->of_source, &fault);
      if (section == NULL)
        break;
      g_ptr_array_add (above != NULL ? above->children : a->book->sections, section);
      g_hash_table_insert (taken, g_strdup (id), section);
      if (source != NULL)
        g_hash_table_add (a->used, g_strdup (source));
      if (!choice->of_source && !cog_project_adapt_section (a, section, source, &fault))
        break;
    }
  if (fault != NULL)
    {
      g_autofree char *name = g_path_get_basename (a->self->path);

      if (!g_str_has_prefix (fault->message, name))
        g_prefix_error (&fault, "%s: ", name);
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  return TRUE;
}

/* source: only of this one; nullable. */
static gboolean
load_assets (CogProjectAssembly *a, const char *source, GError **error)
{
  g_autoptr (CogQuery) query =
      cog_query_new (a->self->db, error,
                     "SELECT name, media_type, width, height, origin, bytes FROM asset WHERE"
                     " ?1 IS NULL OR source = ?1",
                     "s", source);
  g_autoptr (GError) fault = NULL;

  if (query == NULL)
    return FALSE;
  while (cog_query_step (query, &fault))
    {
      g_autofree char *name = cog_query_dup_text (query, 0);
      g_autofree char *media_type = cog_query_dup_text (query, 1);
      g_autoptr (GBytes) bytes = cog_query_dup_bytes (query, 5);
      CogAsset *asset;

      if (name == NULL)
        continue;
      asset = cog_asset_new (name, media_type, bytes);
      asset->width = (guint)cog_query_get_int (query, 2);
      asset->height = (guint)cog_query_get_int (query, 3);
      asset->origin = cog_query_dup_text (query, 4);
      cog_book_add_asset (a->book, asset);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static void
take_credits (CogProjectAssembly *a, GPtrArray *credits)
{
  g_autoptr (GHashTable) ids = credits->len > 0 ? cog_book_index_elements (a->book) : NULL;

  for (guint i = 0; i < credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (credits, i);

      if (credit->item != NULL && g_hash_table_contains (ids, credit->item))
        g_ptr_array_add (a->book->credits, cog_credit_copy (credit));
    }
}

/* Lets go of all but the book. (transfer full) (nullable) */
static CogBook *
finish (CogProjectAssembly *a, gboolean ok)
{
  g_free (a->language);
  g_clear_pointer (&a->units, g_hash_table_unref);
  g_clear_pointer (&a->languages, g_hash_table_unref);
  g_clear_pointer (&a->used, g_hash_table_unref);
  g_clear_pointer (&a->works, g_hash_table_unref);
  if (!ok)
    g_clear_pointer (&a->book, cog_book_free);
  return a->book;
}

static gboolean
assemble (CogProjectAssembly *a, const Choice *choice, GError **error)
{
  a->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!choice->of_source && !load_units (a, error))
    return FALSE;
  return load_sections (a, choice, error) && load_assets (a, choice->source, error);
}

static void
read_source (CogQuery *query, CogBook *book)
{
  g_autofree char *json = cog_query_dup_text (query, 1);
  CogCredit *credit = json != NULL ? cog_credit_from_json (json, NULL) : NULL;

  if (credit != NULL)
    {
      cog_credit_free (book->credit);
      book->credit = credit;
    }
  book->language = cog_query_dup_text (query, 0);
  book->progression = (CogProgression)CLAMP (cog_query_get_int (query, 2), 0, 2);
  book->is_vertical = cog_query_get_int (query, 3) != 0;
  book->identifier = cog_query_dup_text (query, 4);
  book->description = cog_query_dup_text (query, 5);
  book->date = cog_query_dup_text (query, 6);
  book->cover = cog_query_dup_text (query, 7);
}

CogBook *
cog_project_dup_source_book (CogProject *self, const char *source, GError **error)
{
  CogProjectAssembly a = { .self = self };
  Choice choice = { NULL, TRUE, source };
  g_autoptr (CogQuery) query = NULL;
  gboolean ok = FALSE;

  g_return_val_if_fail (COG_IS_PROJECT (self) && source != NULL, NULL);

  a.book = cog_book_new ();
  cog_project_enter (self);
  g_clear_error (&self->fault);
  query = cog_query_new (
      self->db, error,
      "SELECT language, credit, progression, is_vertical, identifier, description, date, cover"
      " FROM source WHERE id = ?1",
      "s", source);
  if (query != NULL && cog_query_step (query, error))
    {
      read_source (query, a.book);
      ok = assemble (&a, &choice, error);
    }
  else if (error == NULL || *error == NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no source “%s”."), source);
  g_clear_pointer (&query, cog_query_free);
  if (ok)
    {
      g_autoptr (GPtrArray) credits = cog_project_list_found_credits (self);

      take_credits (&a, credits);
      cog_book_identify (a.book, NULL);
      ok = cog_project_check_fault (self, error);
    }
  cog_project_leave (self);
  return finish (&a, ok);
}

static void
add_people (CogProject *self, CogCredit *credit, const char *key, CogRole role)
{
  g_autofree char *names = cog_project_dup_field (self, key);
  g_auto (GStrv) list = g_strsplit (names != NULL ? names : "", ";", 50);

  for (guint i = 0; list[i] != NULL; i++)
    if (g_strstrip (list[i])[0] != '\0')
      g_ptr_array_add (credit->agents, cog_agent_new (list[i], role));
}

/* As title pages say it: place and publisher. A place alone is no publisher. */
static char *
dup_imprint (CogProject *self, const char *publisher)
{
  g_autofree char *place = cog_project_dup_field (self, "place");

  if (place == NULL || place[0] == '\0' || publisher == NULL || publisher[0] == '\0')
    return g_strdup (publisher);
  return g_strdup_printf ("%s: %s", place, publisher);
}

/* The edition's own record: its title, people and licence; authors are those of the sources. */
static void
describe (CogProjectAssembly *a)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (a->self);
  CogCredit *credit = a->book->credit;

  a->works = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  a->book->language = g_strdup (a->language);
  credit->language = g_strdup (a->language);
  credit->title = cog_project_dup_title (a->self);
  credit->licence = cog_project_dup_licence (a->self);
  credit->subtitle = cog_project_dup_field (a->self, "subtitle");
  credit->year = cog_project_dup_field (a->self, "year");
  credit->publisher = cog_project_dup_field (a->self, "publisher");
  a->book->imprint = dup_imprint (a->self, credit->publisher);
  a->book->identifier = cog_project_dup_field (a->self, "identifier");
  a->book->description = cog_project_dup_field (a->self, "description");
  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      CogCredit *work;

      if (!g_hash_table_contains (a->used, source->id))
        continue;
      work = cog_credit_copy (source->credit);
      g_ptr_array_add (a->book->sources, work);
      g_hash_table_insert (a->works, g_strdup (source->id), work);
      for (guint p = 0; p < source->credit->agents->len; p++)
        {
          const CogAgent *agent = g_ptr_array_index (source->credit->agents, p);

          if (agent->role == COG_ROLE_AUTHOR || agent->role == COG_ROLE_ILLUSTRATOR)
            g_ptr_array_add (credit->agents, cog_agent_copy (agent));
        }
    }
  add_people (a->self, credit, "translator", COG_ROLE_TRANSLATOR);
  add_people (a->self, credit, "adapter", COG_ROLE_ADAPTER);
}

static gboolean
prepare (CogProjectAssembly *a)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (a->self);

  a->language = cog_project_dup_language (a->self);
  a->units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)cog_unit_free);
  a->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      if (source->language != NULL)
        g_hash_table_insert (a->languages, g_strdup (source->id), g_strdup (source->language));
    }
  return a->language != NULL;
}

static gboolean
check_wanted (CogProject *self, const char *const *sections, GError **error)
{
  for (guint i = 0; sections != NULL && sections[i] != NULL; i++)
    {
      g_autofree char *skeleton = cog_project_dup_skeleton (self, sections[i], FALSE, error);

      if (skeleton == NULL)
        return FALSE;
    }
  return TRUE;
}

static CogBook *
dup_adaptation (CogProject *self, const char *const *sections, GError **error)
{
  CogProjectAssembly a = { .self = self };
  Choice choice = { sections, FALSE, NULL };
  gboolean ok = FALSE;

  if (!check_wanted (self, sections, error))
    return NULL;
  a.book = cog_book_new ();
  cog_project_enter (self);
  g_clear_error (&self->fault);
  if (prepare (&a))
    ok = assemble (&a, &choice, error);
  else if (cog_project_check_fault (self, error))
    g_set_error (error, COG_ERROR, COG_ERROR_CORRUPT, _ ("%s: its language is missing."),
                 self->path);
  if (ok)
    {
      g_autoptr (GPtrArray) credits = cog_project_list_credits (self);

      describe (&a);
      cog_project_credit_chapters (&a);
      take_credits (&a, credits);
      ok = cog_project_settle_links (&a, error) && cog_project_name_works (&a, error);
      cog_book_identify (a.book, NULL);
      ok = ok && cog_project_check_fault (self, error);
    }
  cog_project_leave (self);
  return finish (&a, ok);
}

/* A book of a thousand pages takes a second: who writes meanwhile is not kept waiting. */
CogBook *
cog_project_dup_adaptation (CogProject *self, const char *const *sections, GError **error)
{
  g_autoptr (CogProject) beside = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  beside = cog_project_open_beside (self, TRUE);
  return dup_adaptation (beside != NULL ? beside : self, sections, error);
}
