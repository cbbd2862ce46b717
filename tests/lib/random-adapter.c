/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-adapter.h"

#include "cog-error.h"
#include "cog-project-answers.h"
#include "cog-project-engines.h"
#include "cog-project-figures.h"

#include <string.h>

/* A book that only grows says little, and takes ever longer to look at. */
#define MOST_UNITS 120

typedef gboolean (*Deed) (CogProject *project, GRand *rand, GError **error);

static gboolean
toss (GRand *rand)
{
  return g_rand_boolean (rand);
}

static CogUnit *
choose_unit (CogProject *project, GRand *rand)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);

  g_assert_true (units != NULL && units->len > 0);
  return cog_unit_copy (units->pdata[g_rand_int_range (rand, 0, (gint)units->len)]);
}

static char *
choose_section (CogProject *project, GRand *rand)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  const CogSectionInfo *info;

  g_assert_cmpuint (sections->len, >, 0);
  info = sections->pdata[g_rand_int_range (rand, 0, (gint)sections->len)];
  return g_strdup (info->id);
}

static gboolean
is_full (CogProject *project)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);

  return units->len >= MOST_UNITS;
}

/* The source's own markup, or words of a language that is written the other way, with signs that
 * markup and SQL have a meaning for. */
static char *
make_text (const CogUnit *unit, GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      /* No engine writes nothing: of what was split at its end nothing is left. */
      return g_strdup (unit != NULL && unit->source != NULL && unit->source[0] != '\0'
                           ? unit->source
                           : "source");
    case 1:
      return g_strdup_printf ("ماء %u &amp; ثلج", g_rand_int (rand));
    case 2:
      return g_strdup_printf ("it's &lt;%u&gt; \"--%%s", g_rand_int (rand));
    case 3:
      return g_strnfill ((gsize)g_rand_int_range (rand, 1, 6000), 'x');
    default:
      return g_strdup_printf ("<em>水 %u</em> 𝄞", g_rand_int (rand));
    }
}

/* The same without markup, as a title is. */
static char *
make_title (GRand *rand)
{
  return g_strdup_printf ("T %u", g_rand_int (rand));
}

static gboolean
write_target (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);
  g_autofree char *text = make_text (unit, rand);
  CogUnitEdit edit = { .unit = unit->id, .set = COG_UNIT_SET_TARGET, .target = text };

  return cog_project_edit (project, &edit, 1, NULL, error);
}

/* As somebody types: several edits, one step. */
static gboolean
type (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);
  guint go = (guint)g_rand_int_range (rand, 1, 1000000);
  gint n = g_rand_int_range (rand, 1, 4);

  for (gint i = 0; i < n; i++)
    {
      g_autofree char *text = make_text (unit, rand);
      CogUnitEdit edit = { .unit = unit->id, .set = COG_UNIT_SET_TARGET, .target = text, .go = go };

      /* Markup in a description is refused; what was typed before it stays. */
      if (!cog_project_edit (project, &edit, 1, NULL, i == 0 ? error : NULL))
        return i > 0;
    }
  return TRUE;
}

static gboolean
set_fields (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);
  g_autofree char *reason = make_title (rand);
  g_autofree char *note = make_title (rand);
  CogUnitEdit edit = {
    .unit = unit->id,
    .set = (CogUnitSet)g_rand_int_range (rand, 1, 16) << 1,
    .state = (CogState)g_rand_int_range (rand, 0, COG_STATE_FINAL + 1),
    .decision = (CogDecision)g_rand_int_range (rand, 0, COG_DECISION_OMITTED + 1),
    .reason = toss (rand) ? reason : NULL,
    .note = toss (rand) ? note : NULL,
  };

  return cog_project_edit (project, &edit, 1, "fields", error);
}

static gboolean
write_many (CogProject *project, GRand *rand, GError **error)
{
  CogUnitEdit edits[4] = { 0 };
  CogUnit *units[4];
  char *texts[4];
  gboolean ok;

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      units[i] = choose_unit (project, rand);
      texts[i] = make_text (units[i], rand);
      edits[i].unit = units[i]->id;
      edits[i].set = COG_UNIT_SET_TARGET;
      edits[i].target = texts[i];
    }
  ok = cog_project_edit (project, edits, G_N_ELEMENTS (edits), "many", error);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      cog_unit_free (units[i]);
      g_free (texts[i]);
    }
  return ok;
}

static gboolean
answer (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);
  g_autofree char *text = make_text (unit, rand);
  CogLensAnswer given = { .unit = unit->id,
                          .lens = (char *)"measures",
                          .text = (char *)"hundred",
                          .nth = (guint)g_rand_int_range (rand, 1, 3),
                          .choice = (CogChoice)g_rand_int_range (rand, 0, COG_CHOICE_DISMISS + 1),
                          .reason = toss (rand) ? (char *)"because" : NULL };
  CogAgreement agreed = { .kind = (char *)"name",
                          .original = (char *)(toss (rand) ? "Ann" : "Ogden"),
                          .words = toss (rand) ? (char *)"أنّا" : NULL };
  CogUnitEdit edit = { .unit = unit->id, .set = COG_UNIT_SET_TARGET, .target = text };
  CogAnswerEdit all = { &edit, toss (rand), &given, toss (rand), &agreed, toss (rand) };

  return cog_project_edit_answers (project, &all, "answer", error);
}

static gboolean
pretranslate (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);
  g_autofree char *text = make_text (unit, rand);
  CogEngineEdit edit = { { .unit = unit->id, .set = COG_UNIT_SET_TARGET, .target = text },
                         toss (rand) ? "memory" : NULL,
                         (guint)g_rand_int_range (rand, 0, 101) };

  return cog_project_edit_by_engine (project, &edit, 1, "engine", error);
}

static gboolean
confirm (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);
  const char *units[] = { unit->id, NULL };

  return cog_project_confirm_engine_texts (project, units, error);
}

static gboolean
set_book_field (CogProject *project, GRand *rand, GError **error)
{
  static const char *const keys[] = { "title", "translator", "publisher", "year", "place" };
  g_autofree char *value = make_title (rand);

  return cog_project_set_field (project, keys[g_rand_int_range (rand, 0, G_N_ELEMENTS (keys))],
                                toss (rand) ? value : NULL, error);
}

static gboolean
set_licence (CogProject *project, GRand *rand, GError **error)
{
  return cog_project_set_source_licence (project, "s1", toss (rand) ? "CC-BY-4.0" : "CC-BY-SA-4.0",
                                         error);
}

static gboolean
set_credit (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogCredit) credit = cog_credit_new ();

  credit->item = g_strdup ("f");
  credit->title = make_title (rand);
  credit->licence = g_strdup ("CC-BY-4.0");
  return cog_project_set_credit (project, credit, error);
}

static gboolean
omit_section (CogProject *project, GRand *rand, GError **error)
{
  g_autofree char *section = choose_section (project, rand);

  return cog_project_omit_section (project, section, toss (rand), "why", error);
}

static CogBlockKind
choose_kind (GRand *rand)
{
  return (CogBlockKind)g_rand_int_range (rand, 0, COG_BLOCK_EXERCISE + 1);
}

static gboolean
omit_block (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);

  return cog_project_omit_block (project, unit->id, choose_kind (rand), toss (rand),
                                 toss (rand) ? "why" : NULL, error);
}

static gboolean
split (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);
  g_autofree char *id =
      cog_project_split_unit (project, unit->id, (guint)g_rand_int_range (rand, 0, 30),
                              g_rand_int_range (rand, COG_SPLIT_GUESS, 20), error);

  return id != NULL;
}

static gboolean
merge (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);

  return cog_project_merge_unit (project, unit->id, error);
}

static gboolean
move_block (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);
  g_autoptr (CogUnit) anchor = choose_unit (project, rand);
  g_autofree char *section = choose_section (project, rand);
  CogPlacing where = (CogPlacing)g_rand_int_range (rand, 0, COG_PLACE_LAST + 1);

  return cog_project_move_block (project, unit->id, choose_kind (rand),
                                 where >= COG_PLACE_FIRST ? section : anchor->id, where, error);
}

static gboolean
shift_block (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);

  return cog_project_shift_block (project, unit->id, choose_kind (rand),
                                  toss (rand) ? COG_SHIFT_UP : COG_SHIFT_DOWN, error);
}

static gboolean
move_section (CogProject *project, GRand *rand, GError **error)
{
  g_autofree char *section = choose_section (project, rand);
  g_autofree char *anchor = choose_section (project, rand);

  return cog_project_move_section (
      project, section, anchor, (CogPlacing)g_rand_int_range (rand, 0, COG_PLACE_LAST + 1), error);
}

static gboolean
shift_section (CogProject *project, GRand *rand, GError **error)
{
  g_autofree char *section = choose_section (project, rand);

  return cog_project_shift_section (project, section,
                                    (CogShift)g_rand_int_range (rand, 0, COG_SHIFT_OUT + 1), error);
}

static CogAsset *
make_picture (GRand *rand)
{
  char bytes[64];
  g_autoptr (GBytes) png = NULL;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (char)g_rand_int_range (rand, 0, 256);
  png = g_bytes_new (bytes, sizeof bytes);
  return cog_asset_new ("x", "image/png", png);
}

/* Something of the adapter's own, behind a passage or at the beginning of its section. */
static gboolean
add_block (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);
  g_autoptr (CogAsset) asset = make_picture (rand);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  g_autofree char *text = make_title (rand);
  g_autofree char *id = NULL;
  const char *after = toss (rand) ? unit->id : NULL;
  const char *items[] = { "a", text, NULL };
  CogTableSpec table = { (guint)g_rand_int_range (rand, 1, 3), (guint)g_rand_int_range (rand, 1, 4),
                         toss (rand), toss (rand) ? "Values" : NULL };
  CogFigureSpec figure = { asset, toss (rand) ? credit : NULL, toss (rand) ? "A cat" : NULL,
                           toss (rand) ? "Cat" : NULL, toss (rand) };
  int which = g_rand_int_range (rand, 0, 5);

  if (is_full (project))
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED, "enough");
      return FALSE;
    }
  if (which == 0)
    id = cog_project_add_unit (project, unit->section, after, "p", text, error);
  else if (which == 1)
    id = cog_project_add_heading (project, unit->section, after, text, error);
  else if (which == 2)
    id = cog_project_add_list (project, unit->section, after, toss (rand), items, error);
  else if (which == 3)
    id = cog_project_add_table (project, unit->section, after, &table, error);
  else
    id = cog_project_add_figure (project, unit->section, after, &figure, error);
  return id != NULL;
}

static gboolean
remove_block (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (CogUnit) unit = choose_unit (project, rand);

  return toss (rand) ? cog_project_remove_added_unit (project, unit->id, error)
                     : cog_project_remove_block (project, unit->id, choose_kind (rand), error);
}

static gboolean
add_section (CogProject *project, GRand *rand, GError **error)
{
  g_autofree char *anchor = choose_section (project, rand);
  g_autofree char *title = make_title (rand);
  g_autofree char *paragraph = NULL;
  g_autofree char *id = NULL;

  if (is_full (project))
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED, "enough");
      return FALSE;
    }
  id = cog_project_add_section (project, title, toss (rand) ? anchor : NULL,
                                (CogPlacing)g_rand_int_range (rand, 0, COG_PLACE_LAST + 1),
                                toss (rand) ? &paragraph : NULL, error);
  return id != NULL;
}

static gboolean
remove_section (CogProject *project, GRand *rand, GError **error)
{
  g_autofree char *section = choose_section (project, rand);

  return cog_project_remove_section (project, section, error);
}

static gboolean
edit_table (CogProject *project, GRand *rand, GError **error)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);
  const CogUnit *unit = units->pdata[g_rand_int_range (rand, 0, (gint)units->len)];

  /* Most units are no cell. */
  for (guint i = 0; i < units->len && unit->kind != COG_UNIT_CELL; i++)
    unit = units->pdata[g_rand_int_range (rand, 0, (gint)units->len)];
  return cog_project_edit_table (
      project, unit->id,
      (CogTableEdit)(g_rand_int_range (rand, units->len >= MOST_UNITS ? COG_TABLE_REMOVE_ROW : 0,
                                       COG_TABLE_REMOVE_COLUMN + 1)),
      error);
}

/* Of a section, any picture; NULL where there is none. */
static char *
choose_image (CogProject *project, GRand *rand)
{
  g_autofree char *section = choose_section (project, rand);
  g_autoptr (GPtrArray) pictures = cog_project_list_pictures (project, section, NULL);

  if (pictures == NULL || pictures->len == 0)
    return g_strdup ("i");
  return g_strdup (
      ((const CogProjectPicture *)pictures->pdata[g_rand_int_range (rand, 0, (gint)pictures->len)])
          ->image);
}

static gboolean
edit_picture (CogProject *project, GRand *rand, GError **error)
{
  g_autofree char *image = choose_image (project, rand);
  g_autoptr (CogAsset) asset = make_picture (rand);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  CogPictureEdit edit = { image, asset, toss (rand) ? credit : NULL, toss (rand) ? "new" : NULL,
                          FALSE };

  credit->licence = g_strdup ("CC0-1.0");
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      return cog_project_restore_picture (project, image, error);
    case 1:
      return cog_project_set_decorative (project, image, toss (rand), error);
    case 2:
      return cog_project_describe_picture (project, image, error);
    default:
      return cog_project_replace_picture (project, &edit, error);
    }
}

/* One by one: who listens hears of each. */
static gboolean
move (CogProject *project,
      GRand *rand,
      guint (*one) (CogProject *project, guint steps, GError **error),
      GError **error)
{
  gint n = g_rand_int_range (rand, 1, 5);

  for (gint i = 0; i < n; i++)
    if (one (project, 1, i == 0 ? error : NULL) == 0)
      return i > 0;
  return TRUE;
}

static gboolean
undo (CogProject *project, GRand *rand, GError **error)
{
  return move (project, rand, cog_project_undo, error);
}

static gboolean
redo (CogProject *project, GRand *rand, GError **error)
{
  return move (project, rand, cog_project_redo, error);
}

static const struct
{
  const char *name;
  Deed deed;
  guint weight;
} deeds[] = {
  { "write", write_target, 12 },
  { "type", type, 6 },
  { "fields", set_fields, 6 },
  { "many", write_many, 2 },
  { "answer", answer, 3 },
  { "engine", pretranslate, 3 },
  { "confirm", confirm, 2 },
  { "field", set_book_field, 2 },
  { "licence", set_licence, 1 },
  { "credit", set_credit, 1 },
  { "omit-section", omit_section, 2 },
  { "omit", omit_block, 4 },
  { "split", split, 5 },
  { "merge", merge, 5 },
  { "move", move_block, 5 },
  { "shift", shift_block, 4 },
  { "move-section", move_section, 3 },
  { "shift-section", shift_section, 3 },
  { "add", add_block, 6 },
  { "remove", remove_block, 5 },
  { "add-section", add_section, 2 },
  { "remove-section", remove_section, 2 },
  { "table", edit_table, 4 },
  { "picture", edit_picture, 4 },
  { "undo", undo, 6 },
  { "redo", redo, 5 },
};

gboolean
random_adapter_act (CogProject *project, GRand *rand, const char **name, GError **error)
{
  guint total = 0;
  guint i = 0;
  gint which;

  for (guint k = 0; k < G_N_ELEMENTS (deeds); k++)
    total += deeds[k].weight;
  for (which = g_rand_int_range (rand, 0, (gint)total); which >= (gint)deeds[i].weight; i++)
    which -= (gint)deeds[i].weight;
  if (name != NULL)
    *name = deeds[i].name;
  return deeds[i].deed (project, rand, error);
}

gboolean
random_adapter_is_refusal (const GError *error)
{
  return g_error_matches (error, COG_ERROR, COG_ERROR_REFUSED) ||
         g_error_matches (error, COG_ERROR, COG_ERROR_NOT_FOUND) ||
         g_error_matches (error, COG_ERROR, COG_ERROR_INPUT);
}

static void
dump_answers (CogProject *project, GString *out)
{
  g_autoptr (GPtrArray) answers = cog_project_list_answers (project, NULL, NULL);
  g_autoptr (GPtrArray) agreements = cog_project_list_agreements (project, NULL);
  g_autoptr (GPtrArray) texts = cog_project_list_engine_texts (project, NULL, NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      const CogLensAnswer *given = answers->pdata[i];

      g_string_append_printf (out, "%s %s %u %s %s\n", given->unit, given->lens, given->nth,
                              cog_choice_to_nick (given->choice),
                              given->reason != NULL ? given->reason : "-");
    }
  for (guint i = 0; i < agreements->len; i++)
    {
      const CogAgreement *agreed = agreements->pdata[i];

      g_string_append_printf (out, "%s %s %s\n", agreed->kind, agreed->original, agreed->words);
    }
  for (guint i = 0; i < texts->len; i++)
    {
      const CogEngineText *text = texts->pdata[i];

      g_string_append_printf (out, "%s %s %u\n", text->unit, text->engine, text->score);
    }
}

char *
random_adapter_dump (CogProject *project)
{
  static const char *const keys[] = { "title", "translator", "publisher", "year", "place" };
  g_autofree char *seen = structure_fixture_dump (project);
  GString *out = g_string_new (seen);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value = cog_project_dup_field (project, keys[i]);

      g_string_append_printf (out, "%s %s\n", keys[i], value != NULL ? value : "-");
    }
  dump_answers (project, out);
  return g_string_free (out, FALSE);
}
