/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-stamp.h"

#include "cog-picture-packet.h"
#include "cog-picture-rdf.h"

#include <string.h>

/* XMP (ISO 16684-1) as rules.md §5.4 wants it. The packet is edited as the RDF that it is: a parser
 * of its data model takes milliseconds for one of the size that drawing programs write, and writes
 * anew what it does not know. */

#define LARGEST (16u << 20) /* bytes of a packet that is taken apart */

#define BEGIN "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
#define END "\n<?xpacket end=\"w\"?>"

static const char empty[] = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"" COG_NS_RDF
                            "\"><rdf:Description rdf:about=\"\"/></rdf:RDF></x:xmpmeta>";

static const CogPictureProperty marked = { COG_NS_XMP_RIGHTS, "xmpRights", "Marked" };
static const CogPictureProperty statement = { COG_NS_XMP_RIGHTS, "xmpRights", "WebStatement" };
static const CogPictureProperty terms = { COG_NS_XMP_RIGHTS, "xmpRights", "UsageTerms" };
static const CogPictureProperty owner = { COG_NS_XMP_RIGHTS, "xmpRights", "Owner" };

static void
add_names (CogPictureRdf *rdf,
           const CogPictureProperty *property,
           const char *kind,
           const GPtrArray *names)
{
  g_autoptr (GPtrArray) existing = cog_picture_rdf_list (rdf, property);
  g_autoptr (GPtrArray) all = cog_picture_stamp_merge (existing, names);

  cog_picture_rdf_set_list (rdf, property, kind, all);
}

/* Where no licence can be said, a notice alone says that the picture is not free. */
static void
mark_notice (const CogPictureStamp *stamp, CogPictureRdf *rdf)
{
  g_autofree char *existing = cog_picture_rdf_dup (rdf, &marked);

  if (existing == NULL && stamp->notice != NULL)
    cog_picture_rdf_set_text (rdf, &marked, "True");
}

/* Other marks of a licence give way where they contradict; a page that explains is none. */
static void
settle_licence (const CogPictureStamp *stamp, CogPictureRdf *rdf)
{
  g_autofree char *page = cog_picture_rdf_dup (rdf, &statement);
  g_autofree char *words = cog_picture_rdf_dup (rdf, &terms);
  g_autofree char *link = cog_picture_rdf_dup (rdf, &cog_picture_licence);

  if (link != NULL && stamp->licence_url == NULL &&
      cog_picture_stamp_contradicts (stamp, link, link))
    cog_picture_rdf_clear (rdf, &cog_picture_licence);
  if (page != NULL && cog_picture_stamp_contradicts (stamp, page, page))
    {
      cog_picture_rdf_clear (rdf, &statement);
      g_clear_pointer (&page, g_free);
    }
  if (words != NULL && cog_picture_stamp_contradicts (stamp, words, NULL))
    {
      cog_picture_rdf_clear (rdf, &terms);
      g_clear_pointer (&words, g_free);
    }
  if (words == NULL)
    cog_picture_rdf_set_default (rdf, &terms, stamp->terms);
  if (page == NULL)
    cog_picture_rdf_set_text (rdf, &statement, stamp->licence_url);
  cog_picture_rdf_set_address (rdf, &cog_picture_licence, stamp->licence_url);
  cog_picture_rdf_set_text (rdf, &marked, stamp->is_free ? "False" : "True");
}

static void
fill (const CogPictureStamp *stamp, CogPictureRdf *rdf)
{
  g_autofree char *had_title = cog_picture_rdf_dup (rdf, &cog_picture_title);
  g_autofree char *new_title = cog_picture_stamp_dup_title (stamp, had_title);
  g_autofree char *had_rights = cog_picture_rdf_dup (rdf, &cog_picture_rights);
  g_autofree char *new_rights = cog_picture_stamp_dup_rights (stamp, had_rights);

  cog_picture_rdf_set_default (rdf, &cog_picture_title, new_title);
  add_names (rdf, &cog_picture_creator, "Seq", stamp->creators);
  cog_picture_rdf_set_default (rdf, &cog_picture_rights, new_rights);
  cog_picture_rdf_set_text (rdf, &cog_picture_source, stamp->source);
  add_names (rdf, &owner, "Bag", stamp->owners);
  if (stamp->licence != NULL)
    settle_licence (stamp, rdf);
  else
    mark_notice (stamp, rdf);
  cog_picture_rdf_set_text (rdf, &cog_picture_name, stamp->names);
  cog_picture_rdf_set_address (rdf, &cog_picture_address, stamp->source_url);
}

/* The descriptions of the picture: XMP has no other subject. FALSE where it is no packet. */
static gboolean
find_subjects (xmlNode *root, GPtrArray *subjects)
{
  xmlNode *rdf = NULL;

  for (xmlNode *n = root; n != NULL && rdf == NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, COG_NS_RDF, "RDF"))
      rdf = n;
  if (rdf == NULL)
    return FALSE;
  for (xmlNode *n = cog_xml_first_element (rdf); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, COG_NS_RDF, "Description"))
      g_ptr_array_add (subjects, n);
  if (subjects->len == 0)
    {
      xmlNode *subject = cog_picture_rdf_add (rdf, COG_NS_RDF, "rdf", "Description");

      xmlNewNsProp (subject, subject->ns, (const xmlChar *)"about", (const xmlChar *)"");
      g_ptr_array_add (subjects, subject);
    }
  return TRUE;
}

static char *
dump (xmlNode *root)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *packet = NULL;

  if (xmlNodeDump (buffer, root->doc, root, 0, 0) > 0)
    packet = g_strconcat (BEGIN, (const char *)xmlBufferContent (buffer), END, NULL);
  xmlBufferFree (buffer);
  return packet;
}

/* The packet with the stamp in it. (transfer full) (nullable): what is there cannot be read, or
 * says all that already */
static char *
dup_packet (const CogPictureStamp *stamp, GBytes *existing)
{
  g_autoptr (xmlDoc) document = cog_xml_parse (existing, "XMP", NULL, NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autoptr (GPtrArray) subjects = g_ptr_array_new ();
  CogPictureRdf rdf = { subjects, FALSE };

  if (root == NULL || !find_subjects (root, subjects))
    return NULL;
  fill (stamp, &rdf);
  return rdf.is_changed ? dump (root) : NULL;
}

GBytes *
cog_picture_stamp_put_xmp (const CogPictureStamp *stamp, GBytes *picture)
{
  g_autoptr (GBytes) existing = cog_picture_packet_find (picture);
  g_autofree char *packet = NULL;

  if (existing != NULL && g_bytes_get_size (existing) > LARGEST)
    return NULL;
  if (existing == NULL || g_bytes_get_size (existing) == 0)
    {
      g_clear_pointer (&existing, g_bytes_unref);
      existing = g_bytes_new_static (empty, strlen (empty));
    }
  packet = dup_packet (stamp, existing);
  return packet != NULL ? cog_picture_packet_put (picture, packet) : NULL;
}
