// SPDX-License-Identifier: GPL-3.0-or-later
// triples.cjs rdfa|jsonld FILE BASE: the statements of a page, as a parser that is not ours reads them, as JSON: [[subject, predicate, object], …].
// The parsers are found in the folder $COGNATE_NODE_MODULES. Nothing is asked of the network: of schema.org's own
// context, which terms name addresses is said here.
'use strict';
const fs = require('fs');
const path = require('path');

const [kind, file, base] = process.argv.slice(2);
const modules = process.env.COGNATE_NODE_MODULES;
const address = { '@type': '@id' };
const schema = {
  '@context': {
    '@vocab': 'http://schema.org/', id: '@id', type: '@type',
    contentUrl: address, license: address, url: address, usageInfo: address,
  },
};
const triples = [];

function readRdfa(text) {
  const { RdfaParser } = require(path.join(modules, 'rdfa-streaming-parser'));
  return [new RdfaParser({ baseIRI: base, contentType: file.endsWith('.xhtml') ? 'application/xhtml+xml' : 'text/html' }), text];
}

function readLinkedData(text) {
  const { JsonLdParser } = require(path.join(modules, 'jsonld-streaming-parser'));
  const script = /<script type="application\/ld\+json"[^>]*>([^]*?)<\/script>/.exec(text);
  const load = async (url) => {
    if (url.replace(/\/$/, '') !== 'https://schema.org') throw new Error('no context is at ' + url);
    return schema;
  };
  if (!script) throw new Error('there is no linked data in ' + file);
  return [new JsonLdParser({ baseIRI: base, documentLoader: { load } }), script[1]];
}

const [parser, text] = (kind === 'rdfa' ? readRdfa : readLinkedData)(fs.readFileSync(file, 'utf8'));
parser.on('data', (quad) => triples.push([quad.subject.value, quad.predicate.value, quad.object.value]));
parser.on('error', (error) => { console.error(error.message); process.exit(1); });
parser.on('end', () => console.log(JSON.stringify(triples)));
parser.end(text);
