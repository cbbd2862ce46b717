/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-credit-correction.h"
#include "cog-doubt.h"
#include "cog-error.h"
#include "cog-expression.h"

#include <glib/gi18n-lib.h>

/* What is given on the command line; NULL: it stays as it is, "": it is taken out. */
typedef struct
{
  char *licence, *title, *creator, *url, *why;
  char *leave[16]; /* by the number of a field of CogLeave */
} Correction;

static void
correction_clear (Correction *correction)
{
  g_free (correction->licence);
  g_free (correction->title);
  g_free (correction->creator);
  g_free (correction->url);
  g_free (correction->why);
  for (guint i = 0; i < G_N_ELEMENTS (correction->leave); i++)
    g_free (correction->leave[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Correction, correction_clear)

/* A permission or an exception that is recorded, whatever the licence is now. */
static void
add_leave (JsonBuilder *builder, CogLeave *leave)
{
  if (leave == NULL)
    return;
  json_builder_set_member_name (builder, "leave");
  json_builder_begin_object (builder);
  for (gsize i = 0; i < cog_leave_get_n_fields (); i++)
    {
      const char *key;
      char **value = cog_leave_get_field (leave, i, &key);

      if (*value != NULL)
        cog_json_string (builder, key, *value);
    }
  json_builder_end_object (builder);
}

static void
print_row (JsonBuilder *builder, const char *id, const CogCredit *credit, gboolean as_json)
{
  g_autofree char *creator = cog_credit_dup_makers (credit);
  gboolean is_doubtful = cog_credit_get_doubts (credit) != COG_DOUBT_NONE;

  if (!as_json)
    {
      cog_print ("%s\t%s%s\t%s\t%s\n", id, credit->licence != NULL ? credit->licence : "",
                 is_doubtful ? " ?" : "", credit->title != NULL ? credit->title : "", creator);
      return;
    }
  json_builder_begin_object (builder);
  cog_json_string (builder, "id", id);
  cog_json_string (builder, "part", credit->part);
  cog_json_string (builder, "licence", credit->licence);
  cog_json_string (builder, "title", credit->title);
  cog_json_string (builder, "creator", creator);
  cog_json_string (builder, "source", credit->source_url);
  cog_json_string (builder, "words", credit->words);
  json_builder_set_member_name (builder, "doubtful");
  json_builder_add_boolean_value (builder, is_doubtful);
  add_leave (builder, credit->leave);
  json_builder_end_object (builder);
}

static void
list_credits (CogCommandContext *context, CogProject *project)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  g_autoptr (GPtrArray) credits = cog_project_list_credits (project);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      print_row (builder, source->id, source->credit, context->json);
    }
  for (guint i = 0; i < credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (credits, i);

      print_row (builder, credit->item, credit, context->json);
    }
  json_builder_end_array (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
}

/* Of a source or of an item, to be changed. is_source: which it is. (transfer full) (nullable) */
static CogCredit *
find_credit (CogProject *project, const char *id, gboolean *is_source)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  g_autoptr (GPtrArray) credits = cog_project_list_credits (project);

  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      *is_source = g_str_equal (source->id, id);
      if (*is_source)
        return cog_credit_copy (source->credit);
    }
  for (guint i = 0; i < credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (credits, i);

      if (g_strcmp0 (credit->item, id) == 0)
        return cog_credit_copy (credit);
    }
  return NULL;
}

static void
set_field (char **field, const char *value)
{
  if (value == NULL)
    return;
  g_free (*field);
  *field = value[0] != '\0' ? g_strdup (value) : NULL;
}

static void
correct_leave (CogCredit *credit, const Correction *correction)
{
  for (gsize i = 0; i < cog_leave_get_n_fields (); i++)
    {
      const char *key;

      if (correction->leave[i] == NULL)
        continue;
      if (credit->leave == NULL)
        credit->leave = cog_leave_new ();
      set_field (cog_leave_get_field (credit->leave, i, &key), correction->leave[i]);
    }
  if (cog_leave_is_empty (credit->leave))
    g_clear_pointer (&credit->leave, cog_leave_free);
}

static gboolean
correct (CogCredit *credit, const Correction *correction, GError **error)
{
  const char *licence = correction->licence;

  if (licence != NULL && licence[0] != '\0' && !cog_expression_check (licence, error))
    return FALSE;
  set_field (&credit->title, correction->title);
  set_field (&credit->source_url, correction->url);
  if (correction->creator != NULL)
    cog_credit_set_makers (credit, correction->creator);
  if (licence != NULL)
    cog_credit_decide_licence (credit, licence[0] != '\0' ? licence : NULL, correction->why);
  correct_leave (credit, correction);
  return TRUE;
}

static gboolean
set_credit (CogProject *project, const char *id, const Correction *correction, GError **error)
{
  gboolean is_source = FALSE;
  g_autoptr (CogCredit) credit = find_credit (project, id, &is_source);

  if (credit == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                   /* Translators: %s is the id of a figure or of a source. */
                   _ ("Nothing called “%s” has a credit; “credit list” prints what has."), id);
      return FALSE;
    }
  if (!correct (credit, correction, error))
    return FALSE;
  if (is_source ? !cog_project_set_source_credit (project, id, credit, error)
                : !cog_project_set_credit (project, credit, error))
    return FALSE;
  return cog_project_close (project, error);
}

static const char *const leave_words[] = {
  N_ ("Permission: who gave it"),
  N_ ("Permission: when, 2026-03-01"),
  N_ ("Permission: for what, of: copy,translate,adapt,print,online"),
  N_ ("Permission: where; not given: everywhere"),
  N_ ("Permission: its last day"),
  N_ ("Exception of the law: quotation, teaching, fair-use, accessible, other"),
  N_ ("Exception: of which country, EG"),
  N_ ("Exception: why it applies"),
  N_ ("Exception: how much is used"),
  N_ ("What was written, as it stands"),
};

static GOptionEntry
make_entry (const char *name, char **value, const char *words)
{
  GOptionEntry entry = { name, 0, 0, G_OPTION_ARG_STRING, value, words, N_ ("WORDS") };

  return entry;
}

static GArray *
list_entries (Correction *correction)
{
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  const GOptionEntry own[] = {
    make_entry ("licence", &correction->licence, N_ ("Its licence, as you decide it")),
    make_entry ("why", &correction->why, N_ ("Why you decided so")),
    make_entry ("title", &correction->title, N_ ("Its title")),
    make_entry ("creator", &correction->creator, N_ ("Who made it, with semicolons between")),
    make_entry ("url", &correction->url, N_ ("Where it comes from")),
  };
  CogLeave leave = { NULL };

  g_array_append_vals (entries, own, G_N_ELEMENTS (own));
  g_assert (G_N_ELEMENTS (leave_words) == cog_leave_get_n_fields ());
  for (gsize i = 0; i < cog_leave_get_n_fields (); i++)
    {
      const char *key;
      GOptionEntry entry;

      cog_leave_get_field (&leave, i, &key);
      entry = make_entry (key, &correction->leave[i], leave_words[i]);
      g_array_append_val (entries, entry);
    }
  return entries;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_auto (Correction) correction = { NULL };
  g_autoptr (GArray) entries = list_entries (&correction);
  g_autoptr (CogProject) project = NULL;
  gboolean done, is_list;

  if (!cog_command_parse (&cog_command_credit, context,
                          (const GOptionEntry *)(gpointer)entries->data, &argc, &argv, 2, 3, &done,
                          error))
    return FALSE;
  if (done)
    return TRUE;
  is_list = g_str_equal (argv[1], "list") && argc == 3;
  if (!is_list && !(g_str_equal (argv[1], "set") && argc == 4))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "credit",
                   cog_command_credit.synopsis);
      return FALSE;
    }
  context->file = argv[2];
  project = cog_project_open (argv[2], is_list ? COG_PROJECT_READ : COG_PROJECT_WRITE, error);
  if (project == NULL)
    return FALSE;
  if (!is_list)
    return set_credit (project, argv[3], &correction, error);
  list_credits (context, project);
  return TRUE;
}

const CogCommand cog_command_credit = {
  "credit",
  "list PROJECT | set PROJECT ID [--licence L] [--title T] [--creator N;N] [--url U] …",
  N_ ("Correct whose a piece is and under which licence; record a permission or an exception"),
  run,
};
