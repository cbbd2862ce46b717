/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-grey.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#define QUALITY 90 /* of the few that must be coded anew */

typedef struct
{
  struct jpeg_decompress_struct from;
  struct jpeg_compress_struct to;
  struct jpeg_error_mgr errors;
  jmp_buf fault;
  unsigned char *out;
  unsigned long size;
  JSAMPLE *row;
} Recoding;

static void
fail (j_common_ptr codec)
{
  Recoding *self = codec->client_data;

  longjmp (self->fault, 1);
}

static void
say_nothing (j_common_ptr codec)
{
  (void)codec;
}

/* What is done by "jpegtran -grayscale": the coefficients of the lightness are written as they were
 * read, and those of the colours left out. */
static void
drop_colours (Recoding *self)
{
  jvirt_barray_ptr *coefficients = jpeg_read_coefficients (&self->from);
  int table = self->from.comp_info[0].quant_tbl_no;

  jpeg_copy_critical_parameters (&self->from, &self->to);
  jpeg_set_colorspace (&self->to, JCS_GRAYSCALE);
  self->to.comp_info[0].quant_tbl_no = table;
  self->to.optimize_coding = TRUE;
  if (self->from.progressive_mode)
    jpeg_simple_progression (&self->to);
  jpeg_write_coefficients (&self->to, coefficients);
}

static void
code_anew (Recoding *self)
{
  self->from.out_color_space = JCS_GRAYSCALE;
  jpeg_start_decompress (&self->from);
  self->to.image_width = self->from.output_width;
  self->to.image_height = self->from.output_height;
  self->to.input_components = 1;
  self->to.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults (&self->to);
  jpeg_set_quality (&self->to, QUALITY, TRUE);
  self->to.optimize_coding = TRUE;
  jpeg_start_compress (&self->to, TRUE);
  self->row = g_new (JSAMPLE, self->from.output_width);
  while (self->from.output_scanline < self->from.output_height)
    {
      jpeg_read_scanlines (&self->from, &self->row, 1);
      jpeg_write_scanlines (&self->to, &self->row, 1);
    }
}

static void
recode (Recoding *self, const guchar *bytes, gsize size)
{
  jpeg_mem_src (&self->from, bytes, size);
  jpeg_read_header (&self->from, TRUE);
  jpeg_mem_dest (&self->to, &self->out, &self->size);
  if (self->from.jpeg_color_space == JCS_YCbCr && self->from.num_components == 3)
    drop_colours (self);
  else
    code_anew (self);
  jpeg_finish_compress (&self->to);
  jpeg_finish_decompress (&self->from);
}

GBytes *
cog_pdf_grey_new_jpeg (const guchar *bytes, gsize size)
{
  Recoding *self = g_new0 (Recoding, 1);
  GBytes *grey = NULL;

  jpeg_std_error (&self->errors);
  self->errors.error_exit = fail;
  self->errors.output_message = say_nothing;
  self->from.err = self->to.err = &self->errors;
  self->from.client_data = self->to.client_data = self;
  if (setjmp (self->fault) == 0)
    {
      jpeg_create_decompress (&self->from);
      jpeg_create_compress (&self->to);
      recode (self, bytes, size);
      grey = g_bytes_new (self->out, self->size);
    }
  jpeg_destroy_compress (&self->to);
  jpeg_destroy_decompress (&self->from);
  free (self->out);
  g_free (self->row);
  g_free (self);
  return grey;
}
