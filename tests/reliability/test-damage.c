/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-recover.h"
#include "random-adapter.h"

#include <glib/gstdio.h>
#include <string.h>

/* Project files that were cut, or in which bytes are wrong, anywhere: reading one is an error or
 * goes well, and never ends us; what can be recovered is, into a project that is whole; the damaged
 * file stays as it is, to the byte.
 *
 * COGNATE_DAMAGES: how many of each kind (8); COGNATE_DAMAGE_SEED: which ones. */

#define PARAGRAPHS 200
#define USUAL 8

typedef void (*Damage) (GByteArray *file, GRand *rand);

typedef struct
{
  ProjectFixture fixture;
  char *bytes;
  gsize length;
  guint n_written; /* passages with a text of their own */
} Book;

static guint
read_number (const char *name, guint usual)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint)g_ascii_strtoull (text, NULL, 10) : usual;
}

/* Every passage says something else than its neighbours, and can be told from them. */
static void
write_all (CogProject *project)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = units->pdata[i];
      g_autofree char *target = g_strdup_printf ("ترجمة <em>%s</em>", unit->id);
      CogUnitEdit edit = { .unit = unit->id,
                           .set = COG_UNIT_SET_TARGET,
                           .target = unit->kind == COG_UNIT_ALT ? unit->id : target };

      g_assert_true (cog_project_edit (project, &edit, 1, NULL, NULL));
    }
}

static void
set_up (Book *book, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) units = NULL;

  project_fixture_set_up (&book->fixture, NULL);
  project = GPOINTER_TO_UINT (data) != 0 ? structure_fixture_create (book->fixture.path)
                                         : project_fixture_create (book->fixture.path, PARAGRAPHS);
  write_all (project);
  for (guint i = 0; GPOINTER_TO_UINT (data) != 0 && i < 150; i++)
    random_adapter_act (project, rand, NULL, NULL);
  units = cog_project_list_units (project, NULL, NULL);
  for (guint i = 0; i < units->len; i++)
    book->n_written += ((const CogUnit *)units->pdata[i])->target != NULL &&
                       ((const CogUnit *)units->pdata[i])->target[0] != '\0';
  g_clear_object (&project);
  g_assert_true (g_file_get_contents (book->fixture.path, &book->bytes, &book->length, NULL));
}

static void
tear_down (Book *book, gconstpointer data)
{
  project_fixture_tear_down (&book->fixture, NULL);
  g_free (book->bytes);
}

/* ── Kinds of damage ─────────────────────────────────────────────────────────────────────────── */

static guint
choose (GRand *rand, guint n)
{
  return (guint)g_rand_int_range (rand, 0, (gint)n);
}

static void
cut (GByteArray *file, GRand *rand)
{
  g_byte_array_set_size (file, choose (rand, file->len));
}

static void
flip_bit (GByteArray *file, GRand *rand)
{
  file->data[choose (rand, file->len)] ^= (guint8)(1 << choose (rand, 8));
}

static void
flip_bits (GByteArray *file, GRand *rand)
{
  for (guint n = 2 + choose (rand, 60); n > 0; n--)
    flip_bit (file, rand);
}

static void
clear_page (GByteArray *file, GRand *rand)
{
  guint page = choose (rand, file->len / 4096);

  memset (file->data + page * 4096, 0, 4096);
}

static void
clear_first_page (GByteArray *file, GRand *rand)
{
  memset (file->data, choose (rand, 256), 4096);
}

static void
fill_page (GByteArray *file, GRand *rand)
{
  guint page = choose (rand, file->len / 4096);

  for (guint i = 0; i < 4096; i++)
    file->data[page * 4096 + i] = (guint8)g_rand_int (rand);
}

static void
exchange_pages (GByteArray *file, GRand *rand)
{
  guint8 kept[4096];
  guint8 *a = file->data + choose (rand, file->len / 4096) * 4096;
  guint8 *b = file->data + choose (rand, file->len / 4096) * 4096;

  memcpy (kept, a, sizeof kept);
  memmove (a, b, sizeof kept);
  memcpy (b, kept, sizeof kept);
}

static const struct
{
  const char *name;
  Damage damage;
  guint least; /* per cent of what was written that is recovered, on the average */
} damages[] = {
  { "cut", cut, 10 },
  { "one bit", flip_bit, 97 },
  { "bits", flip_bits, 60 },
  { "a page of zeros", clear_page, 90 },
  { "the first page", clear_first_page, 90 },
  { "a page of noise", fill_page, 90 },
  { "two pages exchanged", exchange_pages, 85 },
};

/* ── What must hold ──────────────────────────────────────────────────────────────────────────── */

static void
assert_bytes (const char *path, const GByteArray *wanted)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, length, wanted->data, wanted->len);
}

/* Lists have no errors of their own; units and skeletons have. */
static void
read_all (CogProject *project)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  g_autoptr (GPtrArray) credits = cog_project_list_credits (project);
  g_autoptr (GPtrArray) steps = cog_project_list_history (project, 100);

  g_assert_true (credits != NULL && steps != NULL);
  for (guint i = 0; sections != NULL && i < sections->len; i++)
    {
      const CogSectionInfo *info = sections->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) fault = NULL;
      g_autoptr (GPtrArray) units = cog_project_list_units (project, info->id, &error);
      g_autofree char *skeleton = cog_project_dup_skeleton (project, info->id, TRUE, &fault);

      g_assert_true ((units == NULL) == (error != NULL));
      g_assert_true ((skeleton == NULL) == (fault != NULL));
    }
}

/* As a shelf and a workbench read it. */
static void
look (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_READ, &error);
  g_autoptr (CogBook) book = NULL;

  g_assert_true ((project == NULL) == (error != NULL));
  if (project == NULL)
    return;
  read_all (project);
  book = cog_project_dup_adaptation (project, NULL, &error);
  g_assert_true ((book == NULL) == (error != NULL));
}

/* Returns how many of the passages were recovered with their text. */
static guint
recover (Book *book, const char *to, const GByteArray *damaged, const char *name, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogProject) project = NULL;
  CogRecovery result = { 0 };

  if (!cog_project_recover (book->fixture.path, to, report, &result, NULL, NULL, &error))
    {
      /* Of a file of which next to nothing is left; and one that says it is of a later version. */
      if (!g_error_matches (error, COG_ERROR, COG_ERROR_INPUT) &&
          !g_error_matches (error, COG_ERROR, COG_ERROR_NEWER))
        g_error ("%s %u: %s", name, n, error->message);
      g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
      return 0;
    }
  project = cog_project_open (to, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  structure_fixture_assert_sound (project);
  /* It can be gone on with. */
  if (result.n_units > 0)
    {
      g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, &error);
      const CogUnit *unit = units->pdata[0];

      project_fixture_set_target (project, unit->id, "further", &error);
      g_assert_no_error (error);
    }
  return MIN (result.n_translated, book->n_written);
}

static guint
try_one (Book *book, Damage damage, GRand *rand, const char *name, guint n)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autofree char *to = g_build_filename (book->fixture.dir, "recovered.cognate", NULL);
  guint n_recovered;

  g_byte_array_append (file, (const guint8 *)book->bytes, (guint)book->length);
  damage (file, rand);
  /* GLib writes over what is there, and leaves what is behind. */
  g_unlink (book->fixture.path);
  g_assert_true (g_file_set_contents_full (book->fixture.path, (const char *)file->data,
                                           (gssize)file->len, G_FILE_SET_CONTENTS_NONE, 0600,
                                           NULL));
  look (book->fixture.path);
  n_recovered = recover (book, to, file, name, n);
  assert_bytes (book->fixture.path, file);
  g_unlink (to);
  return n_recovered;
}

static void
test_damage (Book *book, gconstpointer data)
{
  guint n_each = read_number ("COGNATE_DAMAGES", USUAL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (read_number ("COGNATE_DAMAGE_SEED", 1));

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      guint sum = 0;

      for (guint n = 0; n < n_each; n++)
        sum += try_one (book, damages[i].damage, rand, damages[i].name, n);
      sum = sum * 100 / (n_each * MAX (1, book->n_written));
      g_test_message ("%s: %u files, %u %% of the passages recovered", damages[i].name, n_each,
                      sum);
      /* Of a few files it is chance where they were cut. */
      if (n_each >= USUAL)
        g_assert_cmpuint (sum, >=, damages[i].least);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/damage/long", Book, GUINT_TO_POINTER (0), set_up, test_damage, tear_down);
  g_test_add ("/damage/adapted", Book, GUINT_TO_POINTER (1), set_up, test_damage, tear_down);
  return g_test_run ();
}
