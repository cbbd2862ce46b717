/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-csv.h"
#include "cog-error.h"
#include "cog-language.h"
#include "cog-term-exchange-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a column has. */
typedef enum
{
  NOTHING,
  IDENTIFIER,
  SUBJECT,
  DEFINITION,
  NOTE,
  ORIGIN,
  LICENCE,
  PROJECT,
  EXTRA,
  LANGUAGE,
  TERM,
  STATUS,
  PART_OF_SPEECH,
  USAGE,
  TERM_EXTRA,
  SOURCE,
  TARGET,
  WORDS, /* terms of a language, which the heading names */
} Column;

static const struct
{
  const char *heading;
  Column column;
} headings[] = {
  /* The first of each is what an export writes. */
  { "id", IDENTIFIER },
  { "subject", SUBJECT },
  { "definition", DEFINITION },
  { "note", NOTE },
  { "origin", ORIGIN },
  { "licence", LICENCE },
  { "project", PROJECT },
  { "extra", EXTRA },
  { "language", LANGUAGE },
  { "term", TERM },
  { "status", STATUS },
  { "part of speech", PART_OF_SPEECH },
  { "usage", USAGE },
  { "term extra", TERM_EXTRA },
  { "source", SOURCE },
  { "target", TARGET },
  { "identifier", IDENTIFIER },
  { "concept", IDENTIFIER },
  { "domain", SUBJECT },
  { "field", SUBJECT },
  { "subject field", SUBJECT },
  { "comment", NOTE },
  { "comments", NOTE },
  { "notes", NOTE },
  { "description", DEFINITION },
  { "license", LICENCE },
  { "lang", LANGUAGE },
  { "pos", PART_OF_SPEECH },
  { "partofspeech", PART_OF_SPEECH },
  { "translation", TARGET },
  { "source term", SOURCE },
  { "target term", TARGET },
};

#define MOST_COLUMNS 100

typedef struct
{
  CogTermReading *reading;
  const CogTermOptions *options;
  guint n_columns;
  Column columns[MOST_COLUMNS];
  char *languages[MOST_COLUMNS]; /* of WORDS (nullable) */
  GHashTable *known;             /* of a table with a line for each term: identifier → Row */
  GPtrArray *rows;               /* the same, in order */
} Table;

typedef struct
{
  CogGlossaryEntry *entry;
  guint line;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  cog_glossary_entry_free (row->entry);
  g_free (row);
}

/* "en", "pt-BR", "zh_Hant", and no words that only look like it. */
static gboolean
is_language (const char *text)
{
  gsize n = strcspn (text, "-_");
  g_autofree char *canonical = NULL;
  g_autofree char *name = NULL;

  if (n < 2 || n > 3 || strlen (text) > 20 ||
      strspn (text, "abcdefghijklmnopqrstuvwxyz"
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZ") < n)
    return FALSE;
  canonical = cog_language_canonicalise (text);
  name = canonical != NULL ? cog_language_dup_name (canonical, "en") : NULL;
  return name != NULL && g_ascii_strcasecmp (name, canonical) != 0;
}

static Column
find_heading (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_ascii_strcasecmp (headings[i].heading, text) == 0)
      return headings[i].column;
  return NOTHING;
}

static gboolean
has (const Table *table, Column column)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i] == column)
      return TRUE;
  return FALSE;
}

static guint
count_words (const Table *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_columns; i++)
    n += table->columns[i] == WORDS;
  return n;
}

static void
set_language (Table *table, guint at, const char *language)
{
  table->columns[at] = WORDS;
  g_free (table->languages[at]);
  table->languages[at] = g_strdup (language);
}

/* Whether the first line says what the columns are. */
static gboolean
read_headings (Table *table, GPtrArray *fields)
{
  guint identifier = G_MAXUINT;

  table->n_columns = MIN (fields->len, MOST_COLUMNS);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *text = g_strstrip (g_ptr_array_index (fields, i));

      table->columns[i] = find_heading (text);
      if (table->columns[i] == IDENTIFIER)
        identifier = i;
      else if (table->columns[i] == NOTHING && is_language (text))
        set_language (table, i, text);
      if (table->columns[i] == SOURCE && table->options->from != NULL)
        set_language (table, i, table->options->from);
      if (table->columns[i] == TARGET && table->options->to != NULL)
        set_language (table, i, table->options->to);
    }
  /* Indonesian, where there would be but one language. */
  if (identifier != G_MAXUINT && count_words (table) == 1 && !has (table, TERM) &&
      g_ascii_strcasecmp (g_ptr_array_index (fields, identifier), "id") == 0)
    set_language (table, identifier, "id");
  return count_words (table) > 0 || (has (table, TERM) && has (table, LANGUAGE)) ||
         has (table, SOURCE);
}

/* Source, translation, comment: as OmegaT and Pootle have them. */
static void
set_plain (Table *table)
{
  table->n_columns = 3;
  set_language (table, 0, table->options->from);
  set_language (table, 1, table->options->to);
  table->columns[2] = NOTE;
}

static void
put (char **fact, const char *value)
{
  if (*fact == NULL && value[0] != '\0')
    *fact = g_strdup (value);
}

static void
take_fact (CogGlossaryEntry *entry, Column column, const char *value)
{
  char **const facts[] = { &entry->identifier, &entry->subject, &entry->definition, &entry->note,
                           &entry->origin,     &entry->licence, &entry->project,    &entry->extra };

  if (column >= IDENTIFIER && column <= EXTRA)
    put (facts[column - IDENTIFIER], value);
}

/* "force; strength": the first is the one to be used. */
static void
add_words (CogGlossaryEntry *entry, const char *language, const char *words)
{
  g_auto (GStrv) list = g_strsplit_set (words, ";|", -1);

  for (guint i = 0, n = 0; list[i] != NULL; i++)
    if (g_strstrip (list[i])[0] != '\0')
      cog_glossary_entry_add (entry, language, list[i])->status =
          n++ == 0 ? COG_TERM_PREFERRED : COG_TERM_ADMITTED;
}

static void
take_term_fact (CogGlossaryTerm *term, Column column, const char *value)
{
  if (column == STATUS)
    cog_term_status_from_nick (value, &term->status);
  else if (column == PART_OF_SPEECH)
    put (&term->part_of_speech, value);
  else if (column == USAGE)
    put (&term->note, value);
  else if (column == TERM_EXTRA)
    put (&term->extra, value);
}

static const char *
get_field (GPtrArray *fields, guint at)
{
  return at < fields->len ? g_ptr_array_index (fields, at) : "";
}

/* A line is an entry, a column a language; what is said of a term is said of the last, which is the
 * translation. */
static gboolean
take_entry (Table *table, GPtrArray *fields, guint line, GError **error)
{
  g_autoptr (CogGlossaryEntry) entry = cog_glossary_entry_new ();

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i] == WORDS)
      add_words (entry, table->languages[i], get_field (fields, i));
    else
      take_fact (entry, table->columns[i], get_field (fields, i));
  for (guint i = 0; i < table->n_columns && entry->terms->len > 0; i++)
    take_term_fact (g_ptr_array_index (entry->terms, entry->terms->len - 1), table->columns[i],
                    get_field (fields, i));
  return cog_term_reading_take (table->reading, entry, line, error);
}

static Row *
find_row (Table *table, const char *identifier, guint line)
{
  Row *row = identifier[0] != '\0' ? g_hash_table_lookup (table->known, identifier) : NULL;

  if (row != NULL)
    return row;
  row = g_new0 (Row, 1);
  row->entry = cog_glossary_entry_new ();
  row->line = line;
  g_ptr_array_add (table->rows, row);
  if (identifier[0] != '\0')
    g_hash_table_insert (table->known, g_strdup (identifier), row);
  return row;
}

/* A line is a term; lines of the same identifier are one entry. */
static void
take_term (Table *table, GPtrArray *fields, guint line)
{
  const char *identifier = "", *language = "", *text = "";
  CogGlossaryTerm *term;
  Row *row;

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i] == IDENTIFIER)
      identifier = get_field (fields, i);
    else if (table->columns[i] == LANGUAGE)
      language = get_field (fields, i);
    else if (table->columns[i] == TERM)
      text = get_field (fields, i);
  row = find_row (table, identifier, line);
  term = cog_glossary_entry_add (row->entry, language, text);
  for (guint i = 0; i < table->n_columns; i++)
    {
      take_fact (row->entry, table->columns[i], get_field (fields, i));
      take_term_fact (term, table->columns[i], get_field (fields, i));
    }
}

static gboolean
is_valid (GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    if (!g_utf8_validate (g_ptr_array_index (fields, i), -1, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
is_empty (GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    if (((const char *)g_ptr_array_index (fields, i))[0] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
take_line (Table *table, GPtrArray *fields, guint line, gboolean is_whole, GError **error)
{
  if (is_whole && is_empty (fields))
    return TRUE;
  if (!is_whole)
    cog_term_reading_tell (table->reading, &cog_finding_terms_bad_quotes, line);
  else if (!is_valid (fields))
    cog_term_reading_tell (table->reading, &cog_finding_terms_bad_encoding, line);
  else if (has (table, TERM) && has (table, LANGUAGE))
    take_term (table, fields, line);
  else
    return take_entry (table, fields, line, error);
  return TRUE;
}

static gboolean
take_lines (Table *table, CogCsv *csv, gboolean has_comments, GError **error)
{
  guint line;
  gboolean is_whole, ok = TRUE;

  while (ok && !g_cancellable_set_error_if_cancelled (table->reading->cancellable, error))
    {
      gboolean is_comment = has_comments && *csv->at == '#';
      g_autoptr (GPtrArray) fields = cog_csv_next (csv, COG_TERM_ENTRY_MAX, &line, &is_whole);

      if (fields == NULL)
        break;
      ok = is_comment || take_line (table, fields, line, is_whole, error);
    }
  if (!ok || g_cancellable_is_cancelled (table->reading->cancellable))
    return FALSE;
  for (guint i = 0; ok && i < table->rows->len; i++)
    {
      Row *row = g_ptr_array_index (table->rows, i);

      ok = cog_term_reading_take (table->reading, row->entry, row->line, error);
    }
  return ok;
}

static gboolean
read_table (Table *table, CogCsv *csv, GError **error)
{
  CogCsv begin;
  guint line;
  gboolean is_whole, is_headed;
  g_autoptr (GPtrArray) first = NULL;

  /* Comments of OmegaT's. */
  while (csv->separator == '\t' && *csv->at == '#')
    g_ptr_array_unref (cog_csv_next (csv, COG_TERM_ENTRY_MAX, &line, &is_whole));
  begin = *csv;
  first = cog_csv_next (csv, COG_TERM_ENTRY_MAX, &line, &is_whole);
  is_headed = first != NULL && is_whole && is_valid (first) && read_headings (table, first);
  if (is_headed && (count_words (table) > 0 || has (table, TERM)))
    return take_lines (table, csv, FALSE, error);
  if (table->options->from != NULL && table->options->to != NULL)
    {
      if (!is_headed)
        *csv = begin;
      set_plain (table);
      return take_lines (table, csv, csv->separator == '\t', error);
    }
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: a file name; "en" and "es" stay as they are. */
               _ ("%s: its first line does not say which languages the columns are in, such as "
                  "“en” and “es”. Write it there, or say which they are."),
               table->reading->name);
  return FALSE;
}

gboolean
cog_term_table_read (CogTermReading *reading,
                     const char *text,
                     gsize n_bytes,
                     const CogTermOptions *options,
                     GError **error)
{
  Table table = { .reading = reading, .options = options };
  CogCsv csv = { text, cog_csv_guess_separator (text), 1 };
  gboolean ok;

  g_return_val_if_fail (reading != NULL && text != NULL && options != NULL, FALSE);

  /* OmegaT's comments may have commas. */
  for (const char *c = text; csv.separator != '\t' && *c == '#';)
    {
      c += strcspn (c, "\n");
      c += *c != '\0';
      csv.separator = cog_csv_guess_separator (c) == '\t' ? '\t' : csv.separator;
    }
  table.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table.rows = g_ptr_array_new_with_free_func (free_row);
  ok = read_table (&table, &csv, error);
  g_hash_table_unref (table.known);
  g_ptr_array_unref (table.rows);
  for (guint i = 0; i < MOST_COLUMNS; i++)
    g_free (table.languages[i]);
  return ok;
}

static void
append_line (GString *out, const char *const *fields, guint n, char separator)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, separator);
      cog_csv_append (out, fields[i], separator);
    }
  /* RFC 4180, 2.1. */
  g_string_append (out, separator == ',' ? "\r\n" : "\n");
}

/* A table of two languages. */
static gboolean
is_pair (const CogTermOptions *options)
{
  return options->from != NULL && options->to != NULL;
}

void
cog_term_table_write_head (GString *out, const CogTermOptions *options, char separator)
{
  const char *fields[TERM_EXTRA] = { NULL };

  if (separator == ',')
    /* Spreadsheets would not know UTF-8 otherwise. */
    g_string_append (out, "\xEF\xBB\xBF");
  if (is_pair (options))
    {
      const char *pair[] = {
        options->from, options->to, "status", "subject", "definition", "note"
      };

      /* OmegaT knows no headings. */
      if (separator == ',')
        append_line (out, pair, G_N_ELEMENTS (pair), separator);
      return;
    }
  for (guint i = 0; i < TERM_EXTRA; i++)
    fields[i] = headings[i].heading;
  append_line (out, fields, TERM_EXTRA, separator);
}

/* A line for each translation; without one that may be used there is none. */
static void
write_pairs (GString *out,
             const CogGlossaryEntry *entry,
             const CogTermOptions *options,
             char separator)
{
  const CogGlossaryTerm *source = cog_glossary_entry_find (entry, options->from);

  for (guint i = 0; source != NULL && i < entry->terms->len; i++)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);
      const char *fields[] = {
        source->text,   term->text,        cog_term_status_to_nick (term->status),
        entry->subject, entry->definition, entry->note
      };
      const char *plain[] = { source->text, term->text,
                              entry->note != NULL ? entry->note : entry->definition };

      if (!cog_language_equal (term->language, options->to))
        continue;
      if (separator == ',')
        append_line (out, fields, G_N_ELEMENTS (fields), separator);
      else if (term->status != COG_TERM_FORBIDDEN)
        append_line (out, plain, G_N_ELEMENTS (plain), separator);
    }
}

void
cog_term_table_write_entry (GString *out,
                            const CogGlossaryEntry *entry,
                            const CogTermOptions *options,
                            char separator)
{
  g_autofree char *id = g_strdup_printf ("c%" G_GINT64_FORMAT, entry->id);

  if (is_pair (options))
    {
      write_pairs (out, entry, options, separator);
      return;
    }
  for (guint i = 0; i < entry->terms->len; i++)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);
      const char *fields[] = { id,
                               entry->subject,
                               entry->definition,
                               entry->note,
                               entry->origin,
                               entry->licence,
                               entry->project,
                               entry->extra,
                               term->language,
                               term->text,
                               cog_term_status_to_nick (term->status),
                               term->part_of_speech,
                               term->note,
                               term->extra };

      append_line (out, fields, G_N_ELEMENTS (fields), separator);
    }
}
