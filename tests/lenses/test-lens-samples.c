/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-lens-table.h"

#include <string.h>

/* Labelled sentences, LENS.LANG.txt: one a line, what is to be found marked [[words|kind]]; "#"
 * begins a comment, of which "# to: kk-KZ" names the adaptation's language, "# from: en-US" the
 * source's (else LANG), "# kind: alt" what sort of unit the sentences are (else paragraphs): these
 * three hold for the lines below them, up to the next such. "# floor: 90 85" is the least precision
 * and recall, in per cent. A sentence is inline XHTML; a mark holds whole elements. A finding is
 * right where it shares characters with a mark and has its kind; what is below the confidence of
 * lists (50) is not counted.
 *
 * In fresh/, SET.LANG.txt: sentences for several lenses, "# lens: words" before those of each; its
 * floors hold for all of them together. "# sentences: 30" is how many there are at least (60). */

typedef struct
{
  guint start, end; /* characters */
  char *kind;
  gboolean is_found;
} Mark;

typedef struct
{
  guint n_sentences, n_marks, n_found, n_findings, n_right, n_exact;
} Counts;

typedef struct
{
  char *lens, *from, *to;
  CogUnitKind kind;
  double precision_floor, recall_floor; /* per cent */
  guint least;                          /* sentences */
  Counts counts;                        /* of this lens */
  Counts all;                           /* of the lenses before it */
} Sample;

static void
mark_clear (gpointer data)
{
  g_free (((Mark *)data)->kind);
}

/* Takes the marks out of the line. Their places are of its plain text, so markup and entities
 * before a mark are counted by parsing what stands before it. */
static guint
count_characters (const GString *xhtml)
{
  g_autoptr (CogText) text = cog_text_new_from_xhtml (xhtml->str, NULL);

  return text != NULL ? (guint)g_utf8_strlen (text->plain, -1) : 0;
}

static char *
read_marks (const char *line, GArray *marks)
{
  GString *xhtml = g_string_new (NULL);

  for (const char *at = line; *at != '\0';)
    {
      const char *open = strstr (at, "[[");
      const char *bar = open != NULL ? strchr (open, '|') : NULL;
      const char *close = bar != NULL ? strstr (bar, "]]") : NULL;
      Mark mark = { .kind = NULL };

      if (close == NULL)
        {
          g_string_append (xhtml, at);
          break;
        }
      g_string_append_len (xhtml, at, open - at);
      mark.start = count_characters (xhtml);
      g_string_append_len (xhtml, open + 2, bar - open - 2);
      mark.end = count_characters (xhtml);
      mark.kind = g_strndup (bar + 1, (gsize)(close - bar - 1));
      g_array_append_val (marks, mark);
      at = close + 2;
    }
  return g_string_free (xhtml, FALSE);
}

static void
judge (Sample *sample, const CogLensFinding *finding, GArray *marks, const char *line)
{
  for (guint i = 0; i < marks->len; i++)
    {
      Mark *mark = &g_array_index (marks, Mark, i);

      if (finding->start >= mark->end || finding->end <= mark->start ||
          strcmp (finding->kind, mark->kind) != 0)
        continue;
      sample->counts.n_right++;
      sample->counts.n_exact += finding->start == mark->start && finding->end == mark->end;
      sample->counts.n_found += !mark->is_found;
      mark->is_found = TRUE;
      return;
    }
  g_test_message ("wrong: %s (%s) in: %s", finding->text, finding->kind, line);
}

static void
scan_sentence (Sample *sample, const char *line)
{
  const CogLensContext context = { .source = sample->from, .target = sample->to };
  const char *const ids[] = { sample->lens, NULL };
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  g_autofree char *xhtml = NULL;
  g_autoptr (CogLensText) text = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  CogUnit *unit = cog_unit_new ("u1", "s1", sample->kind);

  g_array_set_clear_func (marks, mark_clear);
  xhtml = read_marks (line, marks);
  unit->source = g_strdup (xhtml);
  text = cog_lens_text_new (unit, TRUE, context.source);
  cog_unit_free (unit);
  if (text == NULL)
    g_error ("not XHTML: %s", line);
  findings = cog_lens_scan (&context, text, ids);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogLensFinding *finding = g_ptr_array_index (findings, i);

      if (finding->confidence < 50)
        continue;
      sample->counts.n_findings++;
      judge (sample, finding, marks, line);
    }
  for (guint i = 0; i < marks->len; i++)
    if (!g_array_index (marks, Mark, i).is_found)
      g_test_message ("missed: %s in: %s", g_array_index (marks, Mark, i).kind, line);
  sample->counts.n_marks += marks->len;
  sample->counts.n_sentences++;
}

static double
get_share (guint part, guint all)
{
  return all > 0 ? 100.0 * part / all : 100;
}

static void
tell (const char *name, const char *lens, const Counts *counts)
{
  g_test_message (
      "%s, %s: %u sentences, %u marks, precision %.1f %%, recall %.1f %%; %u of %u findings "
      "have the marked words exactly",
      name, lens, counts->n_sentences, counts->n_marks,
      get_share (counts->n_right, counts->n_findings), get_share (counts->n_found, counts->n_marks),
      counts->n_exact, counts->n_findings);
}

/* The sentences of a lens are at their end. */
static void
end_lens (Sample *sample, const char *name)
{
  if (sample->counts.n_sentences > 0)
    tell (name, sample->lens, &sample->counts);
  sample->all.n_sentences += sample->counts.n_sentences;
  sample->all.n_marks += sample->counts.n_marks;
  sample->all.n_found += sample->counts.n_found;
  sample->all.n_findings += sample->counts.n_findings;
  sample->all.n_right += sample->counts.n_right;
  sample->all.n_exact += sample->counts.n_exact;
  sample->counts = (Counts){ 0 };
}

static void
set (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
read_comment (Sample *sample, const char *name, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  if (g_strv_length (words) < 3)
    return;
  if (strcmp (words[1], "to:") == 0)
    set (&sample->to, words[2]);
  else if (strcmp (words[1], "from:") == 0)
    set (&sample->from, words[2]);
  else if (strcmp (words[1], "lens:") == 0)
    {
      end_lens (sample, name);
      set (&sample->lens, words[2]);
    }
  else if (strcmp (words[1], "kind:") == 0)
    g_assert_true (cog_unit_kind_from_nick (words[2], &sample->kind));
  else if (strcmp (words[1], "sentences:") == 0)
    sample->least = (guint)g_ascii_strtoull (words[2], NULL, 10);
  else if (strcmp (words[1], "floor:") == 0 && words[3] != NULL)
    {
      sample->precision_floor = g_ascii_strtod (words[2], NULL);
      sample->recall_floor = g_ascii_strtod (words[3], NULL);
    }
}

static void
test_sample (gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autofree char *name = g_path_get_basename (data);
  g_auto (GStrv) parts = g_strsplit (name, ".", -1);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_last;
  Sample sample = { .lens = g_strdup (parts[0]),
                    .from = g_strdup (parts[1]),
                    .to = g_strdup ("kk-KZ"),
                    .kind = COG_UNIT_PARAGRAPH,
                    .least = 60 };

  g_file_get_contents (data, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == '#')
      read_comment (&sample, name, lines[i]);
    else if (lines[i][0] != '\0')
      scan_sentence (&sample, lines[i]);
  n_last = sample.counts.n_sentences;
  end_lens (&sample, name);
  if (sample.all.n_sentences > n_last)
    tell (name, "all", &sample.all);
  g_assert_cmpuint (sample.all.n_sentences, >=, sample.least);
  g_assert_cmpfloat (get_share (sample.all.n_right, sample.all.n_findings), >=,
                     sample.precision_floor);
  g_assert_cmpfloat (get_share (sample.all.n_found, sample.all.n_marks), >=, sample.recall_floor);
  g_free (sample.lens);
  g_free (sample.from);
  g_free (sample.to);
}

/* Those of a folder below tests/lenses. */
static void
add_samples (const char *below)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("COGNATE_SOURCE_ROOT"), "tests", "lenses", below, NULL);
  GDir *dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_path ("/", "/lens-samples", below, name, NULL);

      if (g_str_has_suffix (name, ".txt"))
        g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_sample,
                                   g_free);
    }
  g_dir_close (dir);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_samples ("");
  add_samples ("fresh");
  return g_test_run ();
}
