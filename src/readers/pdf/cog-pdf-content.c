/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-content-private.h"

#include "cog-pdf-handles.h"
#include "cog-pdf-stream.h"

#include <math.h>
#include <string.h>

#define MAX_CONTENT (64u << 20) /* bytes of a page's content, or of a form's, unpacked */
#define MAX_OPERATORS 5000000   /* of a page, with its forms */
#define MAX_DEPTH 24            /* of forms in forms */
#define MAX_STATES 512          /* of q in q */
#define MAX_PICTURES 20000
#define MAX_SIZE 1e6 /* points that a page measures at most */

struct _CogPdfContent
{
  qpdf_data qpdf;
  GHashTable *fonts;          /* (element-type int CogPdfAdvance): by object number */
  gboolean has_hidden_layers; /* what is drawn need not be seen (8.11) */
};

static void run_stream (CogPdfRun *run, GBytes *bytes);

static gboolean
has_hidden_layers (qpdf_data qpdf)
{
  CogPdfHandles handles = cog_pdf_handles_begin (qpdf);
  qpdf_oh layers = cog_pdf_get_key (qpdf, qpdf_get_root (qpdf), "/OCProperties");
  qpdf_oh off = cog_pdf_get_key (qpdf, cog_pdf_get_key (qpdf, layers, "/D"), "/OFF");
  gboolean found = qpdf_oh_is_array (qpdf, off) && qpdf_oh_get_array_n_items (qpdf, off) > 0;

  cog_pdf_handles_end (&handles);
  return found;
}

CogPdfContent *
cog_pdf_content_new (qpdf_data qpdf)
{
  CogPdfContent *self = g_new0 (CogPdfContent, 1);

  self->qpdf = qpdf;
  self->fonts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)cog_pdf_advance_free);
  self->has_hidden_layers = has_hidden_layers (qpdf);
  return self;
}

void
cog_pdf_content_free (CogPdfContent *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->fonts);
  g_free (self);
}

void
cog_pdf_marks_free (CogPdfMarks *marks)
{
  if (marks == NULL)
    return;
  g_array_unref (marks->shows);
  g_array_unref (marks->ligatures);
  g_array_unref (marks->lost);
  g_array_unref (marks->glyphs);
  g_array_unref (marks->rules);
  g_array_unref (marks->boxes);
  g_array_unref (marks->drawings);
  g_array_unref (marks->pictures);
  g_array_unref (marks->forms);
  g_free (marks);
}

static CogPdfMarks *
marks_new (void)
{
  CogPdfMarks *marks = g_new0 (CogPdfMarks, 1);

  marks->shows = g_array_new (FALSE, FALSE, sizeof (CogPdfShow));
  marks->ligatures = g_array_new (FALSE, FALSE, sizeof (CogPdfLigature));
  marks->lost = g_array_new (FALSE, FALSE, sizeof (CogPdfLostGlyph));
  marks->glyphs = g_array_new (FALSE, FALSE, sizeof (CogPdfGlyph));
  marks->rules = g_array_new (FALSE, FALSE, sizeof (CogPdfMark));
  marks->boxes = g_array_new (FALSE, FALSE, sizeof (CogPdfMark));
  marks->drawings = g_array_new (FALSE, FALSE, sizeof (CogPdfMark));
  marks->pictures = g_array_new (FALSE, FALSE, sizeof (CogPdfMark));
  marks->forms = g_array_new (FALSE, FALSE, sizeof (int));
  return marks;
}

CogPdfMatrix
cog_pdf_matrix_multiply (const CogPdfMatrix *first, const CogPdfMatrix *then)
{
  return (CogPdfMatrix){ first->a * then->a + first->b * then->c,
                         first->a * then->b + first->b * then->d,
                         first->c * then->a + first->d * then->c,
                         first->c * then->b + first->d * then->d,
                         first->e * then->a + first->f * then->c + then->e,
                         first->e * then->b + first->f * then->d + then->f };
}

void
cog_pdf_matrix_apply (const CogPdfMatrix *matrix, double x, double y, double *tx, double *ty)
{
  *tx = matrix->a * x + matrix->c * y + matrix->e;
  *ty = matrix->b * x + matrix->d * y + matrix->f;
}

CogPdfBounds
cog_pdf_run_map (const CogPdfRun *run, double x0, double y0, double x1, double y1)
{
  CogPdfBounds bounds = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < 4; i++)
    {
      double x, y;

      cog_pdf_matrix_apply (&run->state.ctm, i & 1 ? x1 : x0, i & 2 ? y1 : y0, &x, &y);
      bounds.x0 = MIN (bounds.x0, x);
      bounds.y0 = MIN (bounds.y0, y);
      bounds.x1 = MAX (bounds.x1, x);
      bounds.y1 = MAX (bounds.y1, y);
    }
  return bounds;
}

/* A font that has no number is made anew each time: its widths would have no name to be kept by,
 * so it is kept under a number of its own. */
const CogPdfAdvance *
cog_pdf_content_get_font (CogPdfContent *self, qpdf_oh font)
{
  int id = qpdf_oh_get_object_id (self->qpdf, font);
  gpointer key = GINT_TO_POINTER (id != 0 ? id : -1 - (int)g_hash_table_size (self->fonts));
  CogPdfAdvance *advance = id != 0 ? g_hash_table_lookup (self->fonts, key) : NULL;

  if (!qpdf_oh_is_dictionary (self->qpdf, font))
    return NULL;
  if (advance == NULL)
    {
      advance = cog_pdf_advance_new (self->qpdf, font);
      advance->number = g_hash_table_size (self->fonts) + 1;
      g_hash_table_insert (self->fonts, key, advance);
    }
  return advance;
}

/* 8.9.6: a picture that is not painted everywhere. */
static gboolean
has_mask (const CogPdfRun *run, qpdf_oh picture)
{
  return !qpdf_oh_is_null (run->qpdf, cog_pdf_get_key (run->qpdf, picture, "/SMask")) ||
         !qpdf_oh_is_null (run->qpdf, cog_pdf_get_key (run->qpdf, picture, "/Mask"));
}

/* Pixels in a row, of the picture or of its mask: a layer of a scan has the shape of its letters in
 * the mask alone. */
static double
count_pixels (const CogPdfRun *run, qpdf_oh picture)
{
  static const char *const masks[] = { "/SMask", "/Mask" };
  double most = cog_pdf_get_number (run->qpdf, cog_pdf_get_key (run->qpdf, picture, "/Width"), 0);

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      qpdf_oh mask = cog_pdf_get_key (run->qpdf, picture, masks[i]);

      most = MAX (most,
                  cog_pdf_get_number (run->qpdf, cog_pdf_get_key (run->qpdf, mask, "/Width"), 0));
    }
  return most;
}

static void
add_picture (CogPdfRun *run, qpdf_oh picture, gboolean is_mask)
{
  const CogPdfMarked *marked = cog_pdf_run_get_marked (run);
  const CogPdfMatrix *m = &run->state.ctm;
  const CogPdfBounds *clip = &run->state.clip;
  CogPdfBounds bounds = cog_pdf_run_map (run, 0, 0, 1, 1);
  CogPdfMark mark = { .mcid = marked->mcid, .is_artifact = marked->is_artifact ? 1 : 0 };

  mark.x = MAX (bounds.x0, clip->x0);
  mark.y = MAX (bounds.y0, clip->y0);
  mark.width = MIN (bounds.x1, clip->x1) - mark.x;
  mark.height = MIN (bounds.y1, clip->y1) - mark.y;
  if (mark.width <= 0 || mark.height <= 0 || run->marks->pictures->len >= MAX_PICTURES)
    return;
  mark.object = qpdf_oh_get_object_id (run->qpdf, picture);
  mark.generation = qpdf_oh_get_generation (run->qpdf, picture);
  mark.is_mask = is_mask ? 1 : 0;
  mark.is_opaque = !is_mask && !run->state.is_see_through && !run->content->has_hidden_layers &&
                   mark.object != 0 && !has_mask (run, picture);
  mark.order = run->marks->n_drawn++;
  mark.colour = run->state.fill;
  mark.is_clipped =
      mark.width < (bounds.x1 - bounds.x0) * .98 || mark.height < (bounds.y1 - bounds.y0) * .98;
  /* Upright, the picture's first line is at the top, where y is small. */
  mark.is_turned = m->a <= 0 || m->d >= 0 || fabs (m->b) > m->a * .01 || fabs (m->c) > -m->d * .01;
  if (!mark.is_turned && mark.object != 0)
    mark.resolution = count_pixels (run, picture) * 72 / (bounds.x1 - bounds.x0);
  g_array_append_val (run->marks->pictures, mark);
}

static void
add_inline_picture (CogPdfRun *run)
{
  CogPdfHandles handles = cog_pdf_handles_begin (run->qpdf);

  add_picture (run, handles.first, FALSE);
  cog_pdf_handles_end (&handles);
}

/* Ids in a form count apart if the form is known to the tree by them (14.7.4.4). */
static int
begin_ids (CogPdfRun *run, qpdf_oh form, int object)
{
  if (!qpdf_oh_is_integer (run->qpdf, cog_pdf_get_key (run->qpdf, form, "/StructParents")))
    return run->form;
  for (guint i = 0; i < run->marks->forms->len; i++)
    if (g_array_index (run->marks->forms, int, i) == object)
      return (int)(i + 1) * COG_PDF_FORM_STEP;
  if (run->marks->forms->len >= 1000)
    return run->form;
  g_array_append_val (run->marks->forms, object);
  return (int)run->marks->forms->len * COG_PDF_FORM_STEP;
}

static void
enter_form (CogPdfRun *run, qpdf_oh form)
{
  double n[6];
  qpdf_oh resources = cog_pdf_get_key (run->qpdf, form, "/Resources");

  if (cog_pdf_get_numbers (run->qpdf, cog_pdf_get_key (run->qpdf, form, "/Matrix"), n, 6))
    {
      CogPdfMatrix matrix = { n[0], n[1], n[2], n[3], n[4], n[5] };

      run->state.ctm = cog_pdf_matrix_multiply (&matrix, &run->state.ctm);
    }
  if (cog_pdf_get_numbers (run->qpdf, cog_pdf_get_key (run->qpdf, form, "/BBox"), n, 4))
    {
      CogPdfBounds box = cog_pdf_run_map (run, n[0], n[1], n[2], n[3]);
      CogPdfBounds *clip = &run->state.clip;

      *clip = (CogPdfBounds){ MAX (clip->x0, box.x0), MAX (clip->y0, box.y0),
                              MIN (clip->x1, box.x1), MIN (clip->y1, box.y1) };
    }
  /* Old files leave them to the page (7.8.3). */
  if (qpdf_oh_is_dictionary (run->qpdf, resources))
    run->resources = resources;
}

/* Reads a form's content as a part of the page's. */
static void
do_form (CogPdfRun *run, qpdf_oh form, int object)
{
  CogPdfRun outer = *run;
  g_autoptr (GBytes) bytes = NULL;
  guint n_marked = run->marked->len, n_states = run->states->len;

  for (guint i = 0; i < run->open_forms->len; i++)
    if (g_array_index (run->open_forms, int, i) == object)
      return;
  if (run->open_forms->len >= MAX_DEPTH)
    return;
  bytes = cog_pdf_stream_dup_data (run->qpdf, form, MAX_CONTENT);
  if (bytes == NULL)
    return;
  g_array_append_val (run->open_forms, object);
  enter_form (run, form);
  run->form = begin_ids (run, form, object);
  run->subpaths = g_array_new (FALSE, FALSE, sizeof (CogPdfSubpath));
  run_stream (run, bytes);
  g_array_unref (run->subpaths);
  g_array_set_size (run->open_forms, run->open_forms->len - 1);
  g_array_set_size (run->marked, MIN (run->marked->len, n_marked));
  g_array_set_size (run->states, MIN (run->states->len, n_states));
  outer.n_operators = run->n_operators;
  *run = outer;
}

static void
do_object (CogPdfRun *run)
{
  const CogPdfOperand *operand = cog_pdf_lexer_get (run->lexer, 0);
  CogPdfHandles handles;
  g_autofree char *key = NULL;
  qpdf_oh object, subtype;

  if (operand == NULL || operand->type != COG_PDF_OPERAND_NAME)
    return;
  handles = cog_pdf_handles_begin (run->qpdf);
  key = g_strconcat ("/", cog_pdf_lexer_get_bytes (run->lexer, operand), NULL);
  object =
      cog_pdf_get_key (run->qpdf, cog_pdf_get_key (run->qpdf, run->resources, "/XObject"), key);
  subtype = cog_pdf_get_key (run->qpdf, object, "/Subtype");
  if (qpdf_oh_is_name_and_equals (run->qpdf, subtype, "/Image"))
    {
      qpdf_oh mask = cog_pdf_get_key (run->qpdf, object, "/ImageMask");

      add_picture (run, object,
                   qpdf_oh_is_bool (run->qpdf, mask) && qpdf_oh_get_bool_value (run->qpdf, mask));
    }
  else if (qpdf_oh_is_name_and_equals (run->qpdf, subtype, "/Form"))
    do_form (run, object, qpdf_oh_get_object_id (run->qpdf, object));
  cog_pdf_handles_end (&handles);
}

static void
concatenate (CogPdfRun *run)
{
  CogPdfMatrix matrix;
  const CogPdfLexer *lexer = run->lexer;

  matrix =
      (CogPdfMatrix){ cog_pdf_lexer_get_number (lexer, 0), cog_pdf_lexer_get_number (lexer, 1),
                      cog_pdf_lexer_get_number (lexer, 2), cog_pdf_lexer_get_number (lexer, 3),
                      cog_pdf_lexer_get_number (lexer, 4), cog_pdf_lexer_get_number (lexer, 5) };
  run->state.ctm = cog_pdf_matrix_multiply (&matrix, &run->state.ctm);
}

static void
save_state (CogPdfRun *run)
{
  if (run->states->len < MAX_STATES)
    g_array_append_val (run->states, run->state);
}

static void
restore_state (CogPdfRun *run)
{
  if (run->states->len == 0)
    return;
  run->state = g_array_index (run->states, CogPdfState, run->states->len - 1);
  g_array_set_size (run->states, run->states->len - 1);
}

static void
do_operator (CogPdfRun *run, const char *op)
{
  if (strcmp (op, "q") == 0)
    save_state (run);
  else if (strcmp (op, "Q") == 0)
    restore_state (run);
  else if (strcmp (op, "cm") == 0)
    concatenate (run);
  else if (strcmp (op, "w") == 0)
    run->state.line_width = fabs (cog_pdf_lexer_get_number (run->lexer, 0));
  else if (strcmp (op, "Do") == 0)
    do_object (run);
  else if (strcmp (op, "ID") == 0)
    add_inline_picture (run);
  else if (strcmp (op, "BMC") == 0 || strcmp (op, "BDC") == 0)
    cog_pdf_run_begin_marked (run, op[1] == 'D');
  else if (strcmp (op, "EMC") == 0)
    g_array_set_size (run->marked, MAX (run->marked->len, 1) - 1);
  else if (!cog_pdf_run_do_text (run, op) && !cog_pdf_run_do_path (run, op))
    (void)(cog_pdf_run_do_parameters (run, op) || cog_pdf_run_do_colour (run, op));
}

static void
run_stream (CogPdfRun *run, GBytes *bytes)
{
  CogPdfLexer *outer = run->lexer, lexer;
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  cog_pdf_lexer_init (&lexer, data, size);
  run->lexer = &lexer;
  while (cog_pdf_lexer_next (&lexer))
    {
      if (++run->n_operators > MAX_OPERATORS)
        run->marks->is_cut = TRUE;
      if (run->marks->is_cut ||
          (run->n_operators % 4096 == 0 && g_cancellable_is_cancelled (run->cancellable)))
        break;
      do_operator (run, lexer.op);
    }
  cog_pdf_lexer_clear (&lexer);
  run->lexer = outer;
}

static CogPdfBounds
get_box (qpdf_data qpdf, qpdf_oh page, const char *key, CogPdfBounds otherwise)
{
  double n[4];

  if (!cog_pdf_get_numbers (qpdf, cog_pdf_get_inherited (qpdf, page, key), n, 4))
    return otherwise;
  return (CogPdfBounds){ MIN (n[0], n[2]), MIN (n[1], n[3]), MAX (n[0], n[2]), MAX (n[1], n[3]) };
}

/* The visible page: its crop box, as far as there is paper (14.11.2). */
static CogPdfBounds
get_visible_box (qpdf_data qpdf, qpdf_oh page)
{
  CogPdfBounds media = get_box (qpdf, page, "/MediaBox", (CogPdfBounds){ 0, 0, 612, 792 });
  CogPdfBounds crop = get_box (qpdf, page, "/CropBox", media);

  crop = (CogPdfBounds){ MAX (crop.x0, media.x0), MAX (crop.y0, media.y0), MIN (crop.x1, media.x1),
                         MIN (crop.y1, media.y1) };
  return crop.x1 > crop.x0 && crop.y1 > crop.y0 ? crop : media;
}

/* From user space to the top left corner of the page as it is shown. */
static void
set_page (CogPdfRun *run, qpdf_oh page)
{
  CogPdfBounds box = get_visible_box (run->qpdf, page);
  double width = MIN (box.x1 - box.x0, MAX_SIZE), height = MIN (box.y1 - box.y0, MAX_SIZE);
  int turn =
      (int)cog_pdf_get_number (run->qpdf, cog_pdf_get_inherited (run->qpdf, page, "/Rotate"), 0);
  gboolean is_wide;

  turn = ((turn / 90) % 4 + 4) % 4;
  is_wide = turn % 2 != 0;
  run->marks->width = is_wide ? height : width;
  run->marks->height = is_wide ? width : height;
  switch (turn)
    {
    case 1:
      run->state.ctm = (CogPdfMatrix){ 0, 1, 1, 0, -box.y0, -box.x0 };
      break;
    case 2:
      run->state.ctm = (CogPdfMatrix){ -1, 0, 0, 1, box.x1, -box.y0 };
      break;
    case 3:
      run->state.ctm = (CogPdfMatrix){ 0, -1, -1, 0, box.y1, box.x1 };
      break;
    default:
      run->state.ctm = (CogPdfMatrix){ 1, 0, 0, -1, -box.x0, box.y1 };
    }
  memcpy (run->marks->matrix, &run->state.ctm, sizeof run->marks->matrix);
  run->state.clip = (CogPdfBounds){ 0, 0, run->marks->width, run->marks->height };
}

static void
run_page (CogPdfRun *run, qpdf_oh page)
{
  g_autoptr (GBytes) bytes = cog_pdf_stream_dup_content (run->qpdf, page, MAX_CONTENT);

  set_page (run, page);
  run->resources = cog_pdf_get_inherited (run->qpdf, page, "/Resources");
  if (bytes != NULL)
    run_stream (run, bytes);
  else
    run->marks->is_cut = TRUE;
  cog_pdf_drawings_join (run->marks->drawings);
}

CogPdfMarks *
cog_pdf_content_read (CogPdfContent *self, guint number, GCancellable *cancellable)
{
  CogPdfRun run = { .content = self, .cancellable = cancellable };
  CogPdfHandles handles;
  qpdf_oh page;

  g_return_val_if_fail (self != NULL && number > 0, NULL);

  handles = cog_pdf_handles_begin (self->qpdf);
  run.qpdf = self->qpdf;
  run.marks = marks_new ();
  run.state.scale = 1;
  run.state.line_width = 1;
  run.state.is_fill_plain = run.state.is_stroke_plain = TRUE;
  run.text = run.line = COG_PDF_IDENTITY;
  run.states = g_array_new (FALSE, FALSE, sizeof (CogPdfState));
  run.marked = g_array_new (FALSE, FALSE, sizeof (CogPdfMarked));
  run.subpaths = g_array_new (FALSE, FALSE, sizeof (CogPdfSubpath));
  run.open_forms = g_array_new (FALSE, FALSE, sizeof (int));
  page = qpdf_get_page_n (self->qpdf, number - 1);
  if (qpdf_oh_is_dictionary (self->qpdf, page))
    run_page (&run, page);
  g_array_unref (run.states);
  g_array_unref (run.marked);
  g_array_unref (run.subpaths);
  g_array_unref (run.open_forms);
  cog_pdf_handles_end (&handles);
  return run.marks;
}
