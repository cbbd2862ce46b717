/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

#define COG_NS_XHTML "http://www.w3.org/1999/xhtml"
#define COG_NS_MATHML "http://www.w3.org/1998/Math/MathML"
#define COG_NS_SVG "http://www.w3.org/2000/svg"
#define COG_NS_XLINK "http://www.w3.org/1999/xlink"
#define COG_NS_EPUB "http://www.idpf.org/2007/ops"
#define COG_NS_XML "http://www.w3.org/XML/1998/namespace"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/**
 * cog_xml_parse:
 *
 * The only way in which foreign XML is parsed. The document type is taken out before parsing, so
 * that no entity is ever declared, no DTD and no external entity is ever loaded; named entities of
 * HTML become their characters, unknown ones vanish and are reported. No network, no XInclude;
 * depth (256) and sizes are limited. Encoding: byte order mark, XML declaration, else UTF-8.
 *
 * place names the file in messages. Error: COG_ERROR_INPUT with the line.
 * Returns: (transfer full): belongs to the calling thread.
 */
xmlDoc *cog_xml_parse (GBytes *bytes, const char *place, gpointer report, GError **error);

/* The same, but a file that is not well-formed is read as far as it can be: fault (out) (nullable)
 * gets where and how it is damaged, as a sentence. NULL with an error only where nothing can be
 * read. */
xmlDoc *cog_xml_parse_damaged (
    GBytes *bytes, const char *place, gpointer report, char **fault, GError **error);

/* Cognate's own XML, e.g. a section from the project file: the same limits, a CORRUPT error. */
xmlDoc *cog_xml_parse_own (const char *text, gssize length, GError **error);

/* Local name and namespace of an element; namespace NULL for any. */
gboolean cog_xml_is (const xmlNode *node, const char *ns, const char *name);
/* Attributes without namespace. _get_ copies: libxml2 has no way to borrow. (transfer full)
 * (nullable) */
char *cog_xml_dup_attribute (const xmlNode *node, const char *name);
char *cog_xml_dup_attribute_ns (const xmlNode *node, const char *ns, const char *name);
/* The text in a node, white space as it stands; never NULL. (transfer full) */
char *cog_xml_dup_text (const xmlNode *node);
/* The same with white space folded and trimmed. (transfer full) */
char *cog_xml_dup_folded_text (const xmlNode *node);
/* First child element of that name (namespace NULL: any), or NULL. */
xmlNode *cog_xml_find_child (const xmlNode *node, const char *ns, const char *name);
xmlNode *cog_xml_next_element (const xmlNode *node); /* next sibling element */
xmlNode *cog_xml_first_element (const xmlNode *node);
/* The next node of a subtree in document order, for walks that must not recurse; NULL at the end.
 * _skip does not go into node's children. */
xmlNode *cog_xml_next_in (const xmlNode *root, const xmlNode *node);
xmlNode *cog_xml_skip_in (const xmlNode *root, const xmlNode *node);

/* Takes a node out of its tree, with all in it, and frees it. */
void cog_xml_remove (xmlNode *node);
/* The same for the element alone: its children stand in its place. */
void cog_xml_unwrap (xmlNode *node);
/* The element in a subtree (root included) with that id, or NULL. */
xmlNode *cog_xml_find_by_id (const xmlNode *root, const char *id);
void cog_xml_set (xmlNode *node, const char *name, const char *value); /* NULL removes */
/* A new last child, in the namespace of the document's root. text (nullable): what it holds. */
xmlNode *cog_xml_add (xmlNode *parent, const char *name, const char *text);
/* Whether a space-separated attribute has that word; "epub:type" is one. */
gboolean cog_xml_has_word (const xmlNode *node, const char *attribute, const char *word);
/* Folds white space as XHTML does, and trims. (transfer full) */
char *cog_xml_fold_space (const char *text);

G_END_DECLS
