/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book-pack.h"
#include "cog-error.h"
#include "cog-reading-private.h"
#include "cog-receiver.h"
#include "folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* What a helper sends, well and ill. */

static const char *liar; /* a helper that sends its source as it stands */

static const CogFindingKind kind = { "receiver-found", COG_SEVERITY_INFO, TRUE, "Found “%1”." };

static void
fill_credit (CogCredit *credit)
{
  CogStatement *statement =
      cog_statement_new (COG_EVIDENCE_LINK, "a.xhtml", "p", "CC BY", "https://example.org");
  CogNotice *notice = cog_notice_new ("always", "Keep this.", "en");
  CogCredit *upstream = cog_credit_new ();

  credit->title = g_strdup ("Tides \xd8\xa7");
  credit->licence = g_strdup ("CC-BY-4.0");
  g_ptr_array_add (credit->agents, cog_agent_new ("Ann", COG_ROLE_TRANSLATOR));
  statement->licence = g_strdup ("CC-BY-4.0");
  statement->odd = g_strdup ("modified");
  g_ptr_array_add (credit->statements, statement);
  notice->origin = COG_NOTICE_PROPOSED;
  g_ptr_array_add (credit->notices, notice);
  upstream->title = g_strdup ("Older");
  g_ptr_array_add (credit->upstream, upstream);
  credit->leave = cog_leave_new ();
  credit->leave->grantor = g_strdup ("Ben");
}

static CogSection *
make_section (const char *id)
{
  CogSection *section = cog_section_new (id, "Sea & sky");
  xmlNode *root = cog_section_make_content (section);
  g_autofree char *inner = g_strconcat (id, "-p", NULL);
  xmlNode *paragraph = cog_xml_add (root, "p", "The sea\nrises: a < b");
  xmlNode *picture;

  cog_xml_set (paragraph, "id", inner);
  cog_xml_set (paragraph, "title", "two\nlines\t\"here\"");
  if (g_str_equal (id, "s1"))
    {
      picture = cog_xml_add (paragraph, "img", NULL);
      cog_xml_set (picture, "src", "m/a.svg");
      cog_xml_set (picture, "alt", "A wave");
      cog_xml_set (picture, "id", "wave");
    }
  section->type = g_strdup ("chapter");
  section->is_linear = FALSE;
  return section;
}

static CogBook *
make_book (const char *drawing)
{
  CogBook *book = cog_book_new ();
  CogSection *top = make_section ("s1");
  CogSection *below = make_section ("s2");
  g_autoptr (GBytes) bytes = g_bytes_new (drawing, strlen (drawing));
  CogSourcePlace place = { 7, 1.5, 2, 3, 4 };
  CogCredit *item = cog_credit_new ();

  book->language = g_strdup ("ar");
  book->progression = COG_PROGRESSION_RTL;
  book->is_vertical = TRUE;
  g_ptr_array_add (book->subjects, g_strdup ("Oceans"));
  fill_credit (book->credit);
  item->item = g_strdup ("wave");
  g_ptr_array_add (book->credits, item);
  cog_book_set_place (book, "s1-p", &place);
  g_ptr_array_add (below->children, make_section ("s3"));
  g_ptr_array_add (top->children, below);
  g_ptr_array_add (book->sections, top);
  g_ptr_array_add (book->sections, make_section ("s4"));
  cog_book_add_asset (book, cog_asset_new ("m/a.svg", "image/svg+xml", bytes));
  return book;
}

#define DRAWING "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>"

/* What fd has been sent. */
static GBytes *
take_sent (int fd)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (fd, FALSE, NULL);
  GBytes *bytes = g_bytes_new (g_mapped_file_get_contents (file), g_mapped_file_get_length (file));

  close (fd);
  return bytes;
}

static GBytes *
make_stream_of (CogBook *book, CogContainer *folder)
{
  int fd = memfd_create ("stream", MFD_CLOEXEC);
  g_autoptr (CogReport) report = cog_report_new ();

  cog_report_add (report, &kind, "here", "it", NULL);
  g_assert_true (cog_stream_send_hello (fd, 5));
  g_assert_true (cog_stream_send_progress (fd, .5, "Half"));
  g_assert_true (cog_stream_send_findings (fd, report));
  g_assert_true (cog_stream_give_book (fd, book, cog_reader_table_get ()[0], folder));
  return take_sent (fd);
}

static GBytes *
make_stream (CogBook *book)
{
  return make_stream_of (book, NULL);
}

static CogReceived
take_array (CogReceiver *receiver, CogFrameKind frame, GByteArray *array)
{
  g_autoptr (GBytes) bytes = g_bytes_new (array->data, array->len);

  return cog_receiver_take (receiver, frame, bytes);
}

/* As a helper's pipe would be listened to. */
static CogReceived
receive (CogReceiver *receiver, const char *data, gsize size)
{
  CogReceived received = COG_RECEIVED_MORE;

  while (received == COG_RECEIVED_MORE && size >= sizeof (CogFrameHead))
    {
      CogFrameHead head;
      g_autoptr (GBytes) bytes = NULL;

      memcpy (&head, data, sizeof head);
      if (!cog_receiver_expects (receiver, &head))
        return COG_RECEIVED_LIE;
      data += sizeof head;
      size -= sizeof head;
      if (head.length > size)
        return COG_RECEIVED_MORE;
      bytes = g_bytes_new (data, head.length);
      received = cog_receiver_take (receiver, head.kind, bytes);
      data += head.length;
      size -= head.length;
    }
  return received;
}

/* All before the last two frames, FILE and END. */
static CogReceived
receive_until_files (CogReceiver *receiver, GBytes *stream)
{
  gsize size, at = 0, before[2] = { 0 };
  const char *data = g_bytes_get_data (stream, &size);

  while (at < size)
    {
      CogFrameHead head;

      before[0] = before[1];
      before[1] = at;
      memcpy (&head, data + at, sizeof head);
      at += sizeof head + head.length;
    }
  return receive (receiver, data, before[0]);
}

static void
test_round (void)
{
  g_autoptr (CogBook) book = make_book (DRAWING);
  g_autoptr (GBytes) stream = make_stream (book);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (CogReceiver) receiver = cog_receiver_new (NULL, NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) back = NULL;
  const CogReader *reader = NULL;
  gsize size;
  const char *data = g_bytes_get_data (stream, &size);

  g_assert_true (cog_book_validate (book, NULL));
  g_assert_cmpint (receive (receiver, data, size), ==, COG_RECEIVED_BOOK);
  g_assert_cmpuint (cog_receiver_get_held (receiver), ==, 5);
  cog_receiver_report (receiver, report);
  g_assert_true (cog_report_has (report, "receiver-found"));
  back = cog_receiver_steal_book (receiver, &reader);
  g_assert_true (reader == cog_reader_table_get ()[0]);
  again = make_stream (back);
  g_assert_true (g_bytes_equal (stream, again));
}

static void
test_cut (void)
{
  g_autoptr (CogBook) book = make_book (DRAWING);
  g_autoptr (GBytes) stream = make_stream (book);
  gsize size;
  const char *data = g_bytes_get_data (stream, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (CogReceiver) receiver = cog_receiver_new (NULL, NULL);

      g_assert_cmpint (receive (receiver, data, i), ==, COG_RECEIVED_MORE);
    }
}

/* Every byte in turn: whatever comes of it, a book is one in normal form. */
static void
test_changed (void)
{
  static const guint8 changes[] = { 0x01, 0x80, 0xFF };
  g_autoptr (CogBook) book = make_book (DRAWING);
  g_autoptr (GBytes) stream = make_stream (book);
  gsize size;
  const char *data = g_bytes_get_data (stream, &size);
  g_autofree char *changed = g_memdup2 (data, size);
  guint n_lies = 0;

  for (gsize i = 0; i < size; i++)
    for (gsize c = 0; c < G_N_ELEMENTS (changes); c++)
      {
        g_autoptr (CogReceiver) receiver = cog_receiver_new (NULL, NULL);
        g_autoptr (CogBook) back = NULL;
        CogReceived received;

        changed[i] = (char)(data[i] ^ changes[c]);
        received = receive (receiver, changed, size);
        n_lies += received == COG_RECEIVED_LIE;
        if (received == COG_RECEIVED_BOOK)
          {
            back = cog_receiver_steal_book (receiver, NULL);
            g_assert_true (cog_book_validate (back, NULL));
          }
        changed[i] = data[i];
      }
  g_assert_cmpuint (n_lies, >, size / 2);
}

/* A file of the folder stays there and is named; one outside cannot be. */
static void
test_files (void)
{
  g_autofree char *root = folder_make ();
  g_autofree char *folder = g_build_filename (root, "book", NULL);
  g_autofree char *inside = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *outside = g_build_filename (root, "a.svg", NULL);
  static const char *const origins[] = { "a.svg", "../a.svg", "/etc/passwd", "b.svg", "./a.svg" };

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, DRAWING, -1, NULL));
  g_assert_true (g_file_set_contents (outside, DRAWING, -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      g_autoptr (CogReceiver) receiver = cog_receiver_new (NULL, folder);
      g_autoptr (CogContainer) container = cog_container_new_for_folder (folder, NULL, NULL, NULL);
      g_autoptr (CogBook) book = make_book (DRAWING);
      g_autoptr (GByteArray) changed = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      CogAsset *asset = g_ptr_array_index (book->assets, 0);

      asset->origin = g_strdup ("a.svg");
      bytes = make_stream_of (book, container);
      /* The asset's frame is the last but one, and small: its bytes stayed where they are. */
      g_assert_null (
          g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), "M0 0"));
      g_assert_cmpint (receive_until_files (receiver, bytes), ==, COG_RECEIVED_MORE);
      g_free (asset->origin);
      asset->origin = g_strdup (origins[i]);
      cog_pack_text (changed, origins[i]);
      cog_pack_number (changed, (guint32)strlen (DRAWING));
      cog_pack_asset (changed, asset);
      g_assert_cmpint (take_array (receiver, COG_FRAME_FILE, changed), ==,
                       i == 0 ? COG_RECEIVED_MORE : COG_RECEIVED_LIE);
    }
  g_unlink (inside);
  g_unlink (outside);
}

static void
assert_lie (CogBook *book)
{
  g_autoptr (GBytes) stream = make_stream (book);
  g_autoptr (CogReceiver) receiver = cog_receiver_new (NULL, NULL);
  gsize size;
  const char *data = g_bytes_get_data (stream, &size);

  g_assert_cmpint (receive (receiver, data, size), ==, COG_RECEIVED_LIE);
}

static void
test_hostile_assets (void)
{
  static const char *const names[] = { "../a.svg", "/a.svg",     "m/../../a.svg", "m//a.svg",
                                       "",         "m/a\nb.svg", "m/./a.svg" };
  static const char *const drawings[] = {
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
    "no drawing",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CogBook) book = make_book (DRAWING);
      g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

      cog_book_add_asset (book, cog_asset_new (names[i], "image/png", bytes));
      assert_lie (book);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      g_autoptr (CogBook) book = make_book (drawings[i]);

      assert_lie (book);
    }
}

static void
test_hostile_text (void)
{
  g_autoptr (CogBook) script = make_book (DRAWING);
  g_autoptr (CogBook) id = make_book (DRAWING);
  g_autoptr (CogBook) cover = make_book (DRAWING);
  g_autoptr (CogBook) empty = cog_book_new ();
  g_autoptr (CogBook) deep = make_book (DRAWING);
  CogSection *at = g_ptr_array_index (deep->sections, 0);

  cog_xml_add (cog_section_get_root (g_ptr_array_index (script->sections, 0)), "script", "x");
  assert_lie (script);
  g_free (((CogSection *)g_ptr_array_index (id->sections, 0))->id);
  ((CogSection *)g_ptr_array_index (id->sections, 0))->id = g_strdup ("a\"><b");
  assert_lie (id);
  cover->cover = g_strdup ("none.png");
  assert_lie (cover);
  assert_lie (empty);
  for (guint i = 0; i < COG_PACK_MAX_DEPTH + 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("d%u", i);
      CogSection *below = cog_section_new (name, name);

      g_ptr_array_add (at->children, below);
      at = below;
    }
  assert_lie (deep);
}

static void
test_order (void)
{
  g_autoptr (CogReceiver) receiver = cog_receiver_new (NULL, NULL);
  const CogFrameHead heads[] = {
    { COG_FRAME_PROGRESS, 0, 4 },
    { COG_FRAME_SECTION, 0, 4 },
    { COG_FRAME_END, 0, 0 },
    { COG_FRAME_FILE, 0, 4 },
    { 99, 0, 0 },
    { COG_FRAME_HELLO, 1, 4 },
    { COG_FRAME_HELLO, 0, G_MAXUINT64 },
    { COG_FRAME_HELLO, 0, (guint64)COG_FRAME_MAX + 1 },
  };
  const CogFrameHead good = { COG_FRAME_HELLO, 0, 40 };
  guint32 other[3] = { COG_STREAM_VERSION + 1, 0, 0 };
  g_autoptr (GBytes) hello = g_bytes_new (other, sizeof other);

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    g_assert_false (cog_receiver_expects (receiver, &heads[i]));
  g_assert_true (cog_receiver_expects (receiver, &good));
  g_assert_cmpint (cog_receiver_take (receiver, COG_FRAME_HELLO, hello), ==, COG_RECEIVED_FOREIGN);
  g_assert_false (cog_receiver_has_greeted (receiver));
}

static void
test_bad_text (void)
{
  static const char bad[] = "a\0b\xFF";
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  CogUnpack unpack;

  cog_pack_text (bytes, "caf\xe9");
  unpack = (CogUnpack){ bytes->data, bytes->len, 0, FALSE };
  {
    g_autofree char *text = cog_unpack_dup_text (&unpack);

    g_assert_cmpstr (text, ==, "caf\xef\xbf\xbd");
    g_assert_true (cog_unpack_is_done (&unpack));
  }
  for (guint32 length = 2; length <= 4; length++)
    {
      g_byte_array_set_size (bytes, 0);
      cog_pack_number (bytes, length + 1);
      g_byte_array_append (bytes, (const guint8 *)bad, length);
      unpack = (CogUnpack){ bytes->data, bytes->len, 0, FALSE };
      g_assert_null (cog_unpack_dup_text (&unpack));
      g_assert_true (unpack.is_bad);
    }
}

/* Through a pipe, as it would be. */
static void
test_liar (void)
{
  g_autoptr (CogBook) book = make_book (DRAWING);
  g_autoptr (GBytes) stream = make_stream (book);
  gsize size = g_bytes_get_size (stream);
  const gsize lengths[] = { size, size - 1, size / 2, 200 };
  CogReadingSetup setup = { liar };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (stream, 0, lengths[i]);
      g_autoptr (CogSource) source = cog_source_new_for_bytes (part, "lie.epub");
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (CogBook) back =
          cog_reading_read_with (&setup, source, report, NULL, NULL, NULL, &error);

      g_assert_true ((back != NULL) == (i == 0));
      if (i > 0)
        {
          g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
          g_assert_nonnull (strstr (error->message, "reader stopped"));
        }
      g_assert_cmpuint (cog_report_get_findings (report)->len, ==, i == 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  liar = argv[1];
  g_test_add_func ("/receiver/round", test_round);
  g_test_add_func ("/receiver/cut", test_cut);
  g_test_add_func ("/receiver/changed", test_changed);
  g_test_add_func ("/receiver/files", test_files);
  g_test_add_func ("/receiver/hostile-assets", test_hostile_assets);
  g_test_add_func ("/receiver/hostile-text", test_hostile_text);
  g_test_add_func ("/receiver/order", test_order);
  g_test_add_func ("/receiver/bad-text", test_bad_text);
  g_test_add_func ("/receiver/liar", test_liar);
  return g_test_run ();
}
