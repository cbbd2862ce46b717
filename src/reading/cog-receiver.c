/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-receiver.h"

#include "cog-book-pack.h"
#include "cog-drawing.h"
#include "cog-error.h"
#include "cog-media.h"
#include "cog-received-findings.h"

#include <string.h>

struct _CogReceiver
{
  const CogProgress *progress;
  CogContainer *folder; /* (nullable) */
  gboolean has_greeted, has_findings;
  guint32 held;
  guint64 n_bytes;
  GBytes *findings;
  const CogReader *reader;
  CogBook *book;
  GError *fault;
  guint32 n_sections, n_assets;              /* still to come */
  GPtrArray *levels[COG_PACK_MAX_DEPTH + 2]; /* where a section of that depth goes; borrowed */
};

CogReceiver *
cog_receiver_new (const CogProgress *progress, const char *folder)
{
  CogReceiver *self = g_new0 (CogReceiver, 1);
  g_autofree char *inside = folder != NULL ? g_build_filename (folder, "-", NULL) : NULL;

  self->progress = progress;
  /* One that looks up what is asked for, and lists nothing. */
  if (inside != NULL)
    self->folder = cog_container_new_for_neighbours (inside, 0);
  return self;
}

void
cog_receiver_free (CogReceiver *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->folder);
  g_clear_pointer (&self->findings, g_bytes_unref);
  g_clear_pointer (&self->book, cog_book_free);
  g_clear_error (&self->fault);
  g_free (self);
}

/* The next step of the order in cog-reading-stream.h. */
static gboolean
may_come (CogReceiver *self, guint32 kind)
{
  switch (kind)
    {
    case COG_FRAME_HELLO:
      return !self->has_greeted;
    case COG_FRAME_PROGRESS:
    case COG_FRAME_FINDINGS:
    case COG_FRAME_NEEDS_PROGRAMS:
      return self->has_greeted && !self->has_findings;
    case COG_FRAME_FAULT:
    case COG_FRAME_BOOK:
      return self->has_findings && self->book == NULL;
    case COG_FRAME_SECTION:
      return self->book != NULL && self->n_sections > 0;
    case COG_FRAME_FILE:
      if (self->folder == NULL)
        return FALSE;
      /* fall through */
    case COG_FRAME_ASSET:
      return self->book != NULL && self->n_sections == 0 && self->n_assets > 0;
    case COG_FRAME_END:
      return self->book != NULL && self->n_sections == 0 && self->n_assets == 0;
    default:
      return FALSE;
    }
}

gboolean
cog_receiver_expects (CogReceiver *self, const CogFrameHead *head)
{
  g_return_val_if_fail (self != NULL && head != NULL, FALSE);

  if (head->reserved != 0 || head->length > COG_FRAME_MAX || !may_come (self, head->kind))
    return FALSE;
  self->n_bytes += sizeof *head + head->length;
  return self->n_bytes <= COG_STREAM_MAX;
}

static CogReceived
take_hello (CogReceiver *self, CogUnpack *unpack)
{
  guint32 version = cog_unpack_number (unpack);
  g_autofree char *program = NULL;

  /* What follows may be packed in another way. */
  if (version != COG_STREAM_VERSION)
    return COG_RECEIVED_FOREIGN;
  program = cog_unpack_dup_needed (unpack);
  self->held = cog_unpack_number (unpack);
  if (!cog_unpack_is_done (unpack))
    return COG_RECEIVED_LIE;
  if (!g_str_equal (program, COG_VERSION))
    return COG_RECEIVED_FOREIGN;
  self->has_greeted = TRUE;
  return COG_RECEIVED_MORE;
}

static CogReceived
take_progress (CogReceiver *self, CogUnpack *unpack)
{
  double fraction = cog_unpack_real (unpack);
  g_autofree char *sentence = cog_unpack_dup_text (unpack);

  if (!cog_unpack_is_done (unpack) || (sentence != NULL && strlen (sentence) > 1000))
    return COG_RECEIVED_LIE;
  cog_progress_tell (self->progress, fraction, sentence != NULL ? sentence : "");
  return COG_RECEIVED_MORE;
}

static CogReceived
take_findings (CogReceiver *self, GBytes *bytes)
{
  if (!cog_received_findings_check (bytes))
    return COG_RECEIVED_LIE;
  self->findings = g_bytes_ref (bytes);
  self->has_findings = TRUE;
  return COG_RECEIVED_MORE;
}

/* An error of a kind that a reader may answer with; any other is the input's. */
static GError *
make_fault (const char *domain, guint32 code, const char *message)
{
  const struct
  {
    GQuark domain;
    guint32 last;
  } known[] = { { COG_ERROR, COG_ERROR_USAGE },
                { G_IO_ERROR, G_IO_ERROR_NO_SUCH_DEVICE },
                { G_FILE_ERROR, G_FILE_ERROR_FAILED } };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (code <= known[i].last && g_str_equal (g_quark_to_string (known[i].domain), domain))
      return g_error_new_literal (known[i].domain, (int)code, message);
  return g_error_new_literal (COG_ERROR, COG_ERROR_INPUT, message);
}

static CogReceived
take_fault (CogReceiver *self, CogUnpack *unpack)
{
  g_autofree char *domain = cog_unpack_dup_needed (unpack);
  guint32 code = cog_unpack_number (unpack);
  g_autofree char *message = cog_unpack_dup_needed (unpack);

  if (!cog_unpack_is_done (unpack) || message[0] == '\0')
    return COG_RECEIVED_LIE;
  self->fault = make_fault (domain, code, message);
  return COG_RECEIVED_FAULT;
}

static const CogReader *
find_reader (const char *id)
{
  const CogReader *const *readers = cog_reader_table_get ();

  for (guint i = 0; readers[i] != NULL; i++)
    if (g_str_equal (readers[i]->id, id))
      return readers[i];
  return NULL;
}

static CogReceived
take_book (CogReceiver *self, CogUnpack *unpack)
{
  g_autofree char *id = cog_unpack_dup_needed (unpack);

  self->reader = find_reader (id);
  self->n_sections = cog_unpack_limited (unpack, COG_PACK_MAX_SECTIONS);
  self->n_assets = cog_unpack_limited (unpack, COG_PACK_MAX_ASSETS);
  self->book = cog_unpack_book (unpack);
  self->levels[0] = self->book->sections;
  return self->reader != NULL && cog_unpack_is_done (unpack) ? COG_RECEIVED_MORE : COG_RECEIVED_LIE;
}

static CogReceived
take_section (CogReceiver *self, CogUnpack *unpack)
{
  guint depth = 0;
  CogSection *section = cog_unpack_section (unpack, &depth);

  if (section == NULL || self->levels[depth] == NULL)
    {
      cog_section_free (section);
      return COG_RECEIVED_LIE;
    }
  g_ptr_array_add (self->levels[depth], section);
  self->levels[depth + 1] = section->children;
  /* What stands deeper belongs to a section that is over. */
  for (guint i = depth + 2; i < G_N_ELEMENTS (self->levels); i++)
    self->levels[i] = NULL;
  self->n_sections--;
  return COG_RECEIVED_MORE;
}

/* A drawing that would run or load something: its reader took such things out, so this one was not
 * that reader's. */
static gboolean
is_harmless (const CogAsset *asset)
{
  CogMediaInfo info;
  g_autoptr (GBytes) clean = NULL;
  guint n_removed = 0;

  if (!cog_media_identify (asset->bytes, asset->name, &info) ||
      strcmp (info.media_type, "image/svg+xml") != 0)
    return !g_str_has_prefix (asset->media_type, "image/svg");
  clean = cog_drawing_clean (asset->bytes, asset->name, &n_removed, NULL, NULL);
  return clean != NULL && n_removed == 0;
}

static CogReceived
take_unpacked (CogReceiver *self, CogUnpack *unpack, GBytes *content)
{
  g_autoptr (CogAsset) asset = cog_unpack_asset (unpack, content);

  if (asset == NULL || cog_book_find_asset (self->book, asset->name) != NULL ||
      !is_harmless (asset))
    return COG_RECEIVED_LIE;
  cog_book_add_asset (self->book, g_steal_pointer (&asset));
  self->n_assets--;
  return COG_RECEIVED_MORE;
}

static CogReceived
take_asset (CogReceiver *self, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  CogUnpack unpack = { data, size, 0, FALSE };
  guint32 length = cog_unpack_number (&unpack);
  g_autoptr (GBytes) content = NULL;

  if (unpack.is_bad || length > size - unpack.at)
    return COG_RECEIVED_LIE;
  content = g_bytes_new_from_bytes (bytes, unpack.at + length, size - unpack.at - length);
  unpack.size = unpack.at + length;
  return take_unpacked (self, &unpack, content);
}

/* A plain file below the folder, with no link on the way (cog-container.h). */
static CogReceived
take_file (CogReceiver *self, CogUnpack *unpack)
{
  g_autofree char *name = cog_unpack_dup_needed (unpack);
  guint32 size = cog_unpack_number (unpack);
  const char *found = unpack->is_bad ? NULL : cog_container_resolve (self->folder, NULL, name);
  g_autoptr (GBytes) content = NULL;

  if (found == NULL || !g_str_equal (found, name))
    return COG_RECEIVED_LIE;
  content = cog_container_read (self->folder, found, NULL);
  if (content == NULL || g_bytes_get_size (content) != size)
    return COG_RECEIVED_LIE;
  return take_unpacked (self, unpack, content);
}

/* Credits of items name something that is there; what names nothing is of no use to anybody. */
static gboolean
is_whole (CogBook *book)
{
  g_autoptr (CogReport) report = cog_report_new ();
  GPtrArray *breaches = cog_report_get_findings (report);

  if (book->cover != NULL && cog_book_find_asset (book, book->cover) == NULL)
    return FALSE;
  if (cog_book_validate (book, report) && cog_book_has_units (book))
    return TRUE;
  for (guint i = 0; i < MIN (breaches->len, 5); i++)
    {
      const CogFinding *breach = g_ptr_array_index (breaches, i);
      g_autofree char *sentence = cog_finding_dup_sentence (breach);

      g_debug ("The book that came back is not in normal form: %s: %s", breach->place, sentence);
    }
  return FALSE;
}

CogReceived
cog_receiver_take (CogReceiver *self, guint32 kind, GBytes *bytes)
{
  gsize size;
  const guint8 *data;
  CogUnpack unpack = { NULL };

  g_return_val_if_fail (self != NULL && bytes != NULL, COG_RECEIVED_LIE);

  data = g_bytes_get_data (bytes, &size);
  unpack.data = data;
  unpack.size = size;
  if (!may_come (self, kind))
    return COG_RECEIVED_LIE;
  switch ((CogFrameKind)kind)
    {
    case COG_FRAME_HELLO:
      return take_hello (self, &unpack);
    case COG_FRAME_PROGRESS:
      return take_progress (self, &unpack);
    case COG_FRAME_FINDINGS:
      return take_findings (self, bytes);
    case COG_FRAME_FAULT:
      return take_fault (self, &unpack);
    case COG_FRAME_NEEDS_PROGRAMS:
      return COG_RECEIVED_NEEDS_PROGRAMS;
    case COG_FRAME_BOOK:
      return take_book (self, &unpack);
    case COG_FRAME_SECTION:
      return take_section (self, &unpack);
    case COG_FRAME_ASSET:
      return take_asset (self, bytes);
    case COG_FRAME_FILE:
      return take_file (self, &unpack);
    case COG_FRAME_END:
      return is_whole (self->book) ? COG_RECEIVED_BOOK : COG_RECEIVED_LIE;
    case COG_FRAME_SHEETS:
    case COG_FRAME_SHEET:
    case COG_FRAME_NO_SHEET:
    case COG_FRAME_PICTURE:
      return COG_RECEIVED_LIE;
    }
  return COG_RECEIVED_LIE;
}

gboolean
cog_receiver_has_greeted (CogReceiver *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->has_greeted;
}

guint32
cog_receiver_get_held (CogReceiver *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->held;
}

void
cog_receiver_report (CogReceiver *self, CogReport *report)
{
  g_return_if_fail (self != NULL);
  if (self->findings != NULL && report != NULL)
    cog_received_findings_add (self->findings, report);
}

CogBook *
cog_receiver_steal_book (CogReceiver *self, const CogReader **reader)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (reader != NULL)
    *reader = self->reader;
  return g_steal_pointer (&self->book);
}

GError *
cog_receiver_steal_fault (CogReceiver *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_steal_pointer (&self->fault);
}
