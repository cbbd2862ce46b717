/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-content-private.h"
#include "cog-pdf-handles.h"
#include "cog-pdf-ligature.h"

#include <math.h>
#include <string.h>

/* ISO 32000-1, 9.3 and 9.4. */

#define MAX_SHOWS 500000 /* on a page */
#define MAX_LOST 600     /* glyphs, on a page: each is looked for among all letters */

static double
get (const CogPdfRun *run, guint i)
{
  return cog_pdf_lexer_get_number (run->lexer, i);
}

static void
set_font (CogPdfRun *run)
{
  const CogPdfOperand *operand = cog_pdf_lexer_get (run->lexer, 0);
  CogPdfHandles handles = cog_pdf_handles_begin (run->qpdf);
  qpdf_oh fonts = cog_pdf_get_key (run->qpdf, run->resources, "/Font");

  run->state.size = get (run, 1);
  run->state.font = NULL;
  if (operand != NULL && operand->type == COG_PDF_OPERAND_NAME)
    {
      g_autofree char *key = g_strconcat ("/", cog_pdf_lexer_get_bytes (run->lexer, operand), NULL);

      run->state.font =
          cog_pdf_content_get_font (run->content, cog_pdf_get_key (run->qpdf, fonts, key));
      run->marks->has_ligatures |= run->state.font != NULL && run->state.font->ligatures != NULL;
    }
  cog_pdf_handles_end (&handles);
}

static void
set_matrix (CogPdfRun *run)
{
  run->line = run->text = (CogPdfMatrix){ get (run, 0), get (run, 1), get (run, 2),
                                          get (run, 3), get (run, 4), get (run, 5) };
}

static void
move_line (CogPdfRun *run, double x, double y)
{
  CogPdfMatrix step = { 1, 0, 0, 1, x, y };

  run->line = run->text = cog_pdf_matrix_multiply (&step, &run->line);
}

static void
move_pen (CogPdfRun *run, double x, double y)
{
  CogPdfMatrix step = { 1, 0, 0, 1, x, y };

  run->text = cog_pdf_matrix_multiply (&step, &run->text);
}

static void
note_ligature (const CogPdfRun *run, const CogPdfLigature *kind, double distance)
{
  CogPdfMatrix whole = cog_pdf_matrix_multiply (&run->text, &run->state.ctm);
  CogPdfLigature ligature = *kind;

  if (run->marks->ligatures->len >= MAX_SHOWS)
    return;
  cog_pdf_matrix_apply (&whole, distance * run->state.scale, run->state.rise, &ligature.x,
                        &ligature.y);
  g_array_append_val (run->marks->ligatures, ligature);
}

static void
note_glyph (const CogPdfRun *run, guint code, double distance, double width)
{
  CogPdfMatrix whole = cog_pdf_matrix_multiply (&run->text, &run->state.ctm);
  CogPdfGlyph glyph = { .width = fabs (width * run->state.scale) * hypot (whole.a, whole.b),
                        .name = run->state.font->number << 16 | code };

  if (run->marks->glyphs->len >= MAX_SHOWS || run->state.font->number > 0xffff)
    return;
  cog_pdf_matrix_apply (&whole, distance * run->state.scale, run->state.rise, &glyph.x, &glyph.y);
  g_array_append_val (run->marks->glyphs, glyph);
}

static void
note_lost (const CogPdfRun *run, guint code, double distance, double width)
{
  CogPdfMatrix whole = cog_pdf_matrix_multiply (&run->text, &run->state.ctm);
  CogPdfLostGlyph glyph = { .width = fabs (width * run->state.scale) * hypot (whole.a, whole.b),
                            .letters = cog_pdf_ligature_of_calibri (code) };

  if (run->marks->lost->len >= MAX_LOST)
    return;
  cog_pdf_matrix_apply (&whole, distance * run->state.scale, run->state.rise, &glyph.x, &glyph.y);
  g_array_append_val (run->marks->lost, glyph);
}

/* 9.4.4: how far a string moves the pen, in unscaled text space. */
static double
measure (const CogPdfRun *run, const guint8 *bytes, guint length)
{
  const CogPdfState *state = &run->state;
  const CogPdfAdvance *font = state->font;
  guint step = font != NULL ? font->n_bytes : 1;
  double sum = 0;

  for (guint i = 0; i + step <= length; i += step)
    {
      guint code = step == 2 ? (guint)(bytes[i] << 8 | bytes[i + 1]) : bytes[i];
      double width = font == NULL            ? .5
                     : code < font->n_widths ? font->widths[code]
                                             : font->otherwise;

      if (font != NULL && font->ligatures != NULL)
        {
          const CogPdfLigature *kind =
              g_hash_table_lookup (font->ligatures, GINT_TO_POINTER ((int)code));

          if (kind != NULL)
            note_ligature (run, kind, sum);
        }
      if (font != NULL && font->is_arabic)
        note_glyph (run, code, sum, width * state->size);
      if (font != NULL && font->lost != NULL &&
          g_hash_table_contains (font->lost, GINT_TO_POINTER ((int)code)))
        note_lost (run, code, sum, width * state->size);
      sum += width * state->size + state->char_space;
      if (step == 1 && code == ' ')
        sum += state->word_space;
    }
  return sum;
}

static void
get_pen (const CogPdfRun *run, double *x, double *y)
{
  CogPdfMatrix whole = cog_pdf_matrix_multiply (&run->text, &run->state.ctm);

  cog_pdf_matrix_apply (&whole, 0, run->state.rise, x, y);
}

/* The numbers in an array of strings move the pen; what lies far apart is still one piece, in
 * which words lie between its ends. */
static void
show (CogPdfRun *run)
{
  CogPdfState *state = &run->state;
  const CogPdfMarked *marked = cog_pdf_run_get_marked (run);
  CogPdfMatrix whole = cog_pdf_matrix_multiply (&run->text, &state->ctm);
  CogPdfShow piece = { .mcid = marked->mcid,
                       .is_artifact = marked->is_artifact ? 1 : 0,
                       .is_invisible = state->render_mode == 3 ? 1 : 0,
                       .size = fabs (state->size) * hypot (whole.c, whole.d) };
  gboolean is_vertical = state->font != NULL && state->font->is_vertical;
  gboolean has_text = FALSE;

  get_pen (run, &piece.x, &piece.y);
  if (marked->ligature.n > 0)
    {
      note_ligature (run, &marked->ligature, 0);
      run->marks->has_ligatures = TRUE;
    }
  for (guint i = 0; i < run->lexer->operands->len; i++)
    {
      const CogPdfOperand *operand = cog_pdf_lexer_get (run->lexer, i);
      double distance = 0;

      if (operand->type == COG_PDF_OPERAND_STRING)
        {
          const char *bytes = cog_pdf_lexer_get_bytes (run->lexer, operand);

          distance = measure (run, (const guint8 *)bytes, operand->length);
          has_text |= operand->length > 0;
        }
      else if (operand->type == COG_PDF_OPERAND_NUMBER)
        distance = -operand->number / 1000 * state->size;
      if (is_vertical)
        move_pen (run, 0, -distance);
      else
        move_pen (run, distance * state->scale, 0);
    }
  get_pen (run, &piece.end_x, &piece.end_y);
  piece.order = run->marks->n_drawn++;
  if (has_text && run->marks->shows->len < MAX_SHOWS)
    g_array_append_val (run->marks->shows, piece);
}

/* Numbers before the string of ″ are spaces, not moves. */
static void
show_spaced (CogPdfRun *run)
{
  run->state.word_space = get (run, 0);
  run->state.char_space = get (run, 1);
  if (run->lexer->operands->len > 2)
    g_array_remove_range (run->lexer->operands, 0, 2);
  move_line (run, 0, -run->state.leading);
  show (run);
}

static gboolean
do_state (CogPdfRun *run, const char *op)
{
  CogPdfState *state = &run->state;
  double value = get (run, 0);

  if (strcmp (op, "Tf") == 0)
    set_font (run);
  else if (strcmp (op, "Tc") == 0)
    state->char_space = value;
  else if (strcmp (op, "Tw") == 0)
    state->word_space = value;
  else if (strcmp (op, "Tz") == 0)
    state->scale = value / 100;
  else if (strcmp (op, "TL") == 0)
    state->leading = value;
  else if (strcmp (op, "Ts") == 0)
    state->rise = value;
  else if (strcmp (op, "Tr") == 0)
    state->render_mode = (int)CLAMP (value, 0, 7);
  else
    return FALSE;
  return TRUE;
}

gboolean
cog_pdf_run_do_text (CogPdfRun *run, const char *op)
{
  CogPdfState *state = &run->state;

  if (strcmp (op, "BT") == 0)
    run->text = run->line = COG_PDF_IDENTITY;
  else if (strcmp (op, "Tj") == 0 || strcmp (op, "TJ") == 0)
    show (run);
  else if (strcmp (op, "Tm") == 0)
    set_matrix (run);
  else if (strcmp (op, "Td") == 0)
    move_line (run, get (run, 0), get (run, 1));
  else if (strcmp (op, "TD") == 0)
    {
      state->leading = -get (run, 1);
      move_line (run, get (run, 0), get (run, 1));
    }
  else if (strcmp (op, "T*") == 0)
    move_line (run, 0, -state->leading);
  else if (strcmp (op, "'") == 0)
    {
      move_line (run, 0, -state->leading);
      show (run);
    }
  else if (strcmp (op, "\"") == 0)
    show_spaced (run);
  else
    return op[0] == 'T' && do_state (run, op);
  return TRUE;
}
