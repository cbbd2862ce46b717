// SPDX-License-Identifier: GPL-3.0-or-later
// What WCAG 2.2 AA asks of a page and axe does not look at, put at the end of a copy of it by test-wcag.py, and run by a browser without a
// screen. What it finds becomes the page's only text: a JSON list of [success criterion, what is wrong].
(() => {
  const found = [];
  const add = (criterion, node, words) =>
    found.push([criterion, (node ? node.tagName.toLowerCase() + ' "' + (node.textContent || '').trim().slice(0, 40) + '": ' : '') + words]);
  const root = document.documentElement;
  const seen = node => node.getClientRects().length > 0;
  const NARROW = 320;

  // What scrolls in a box of its own may be wider (1.4.10 exempts tables, formulas, code).
  const scrolls = node => {
    for (let n = node; n; n = n.parentElement)
      if (/auto|scroll/.test(getComputedStyle(n).overflowX) && n !== document.body && n !== root) return true;
    return false;
  };
  const isHidden = node => node.closest('.skip') || getComputedStyle(node).clipPath !== 'none';

  function checkRoom(criterion, words) {
    if (root.scrollWidth > root.clientWidth) {
      const sticksOut = box => box.right > root.clientWidth + 1 || box.left < -1;
      const nodes = [...document.body.querySelectorAll('*')].filter(n => seen(n) && !scrolls(n) && !isHidden(n));
      add(criterion, nodes.find(n => sticksOut(n.getBoundingClientRect())), words + ': wider than the page');
    }
    for (const node of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(node);
      if (
        seen(node) &&
        !isHidden(node) &&
        /hidden|clip/.test(style.overflow) &&
        !/svg|math/i.test(node.namespaceURI) &&
        (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)
      )
        add(criterion, node, words + ': cut off');
    }
  }

  // 1.4.12: a reader's own spacing; 1.4.4: letters of twice the size.
  function checkWith(css, criterion, words) {
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
    checkRoom(criterion, words);
    style.remove();
  }

  const channels = colour => (colour.match(/[\d.]+/g) || []).map(Number);
  const luminance = colour => {
    const [r, g, b] = channels(colour).map(c => {
      c /= 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const x = luminance(a),
      y = luminance(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };
  // Layers that let through what is below.
  const paperOf = node => {
    const layers = [];
    for (let n = node; n; n = n.parentElement) {
      const [r, g, b, a = 1] = channels(getComputedStyle(n).backgroundColor);
      layers.push([r, g, b, a]);
      if (a === 1) break;
    }
    const paper = layers.reverse().reduce((below, [r, g, b, a]) => [r, g, b].map((c, i) => c * a + below[i] * (1 - a)), [255, 255, 255]);
    return `rgb(${paper.map(Math.round).join(', ')})`;
  };

  // 2.4.7, 2.4.11, 1.4.11: where the keyboard is, is seen, stands in view, and under nothing.
  function checkFocus(node) {
    node.focus();
    if (document.activeElement !== node) return add('2.1.1', node, 'takes no keyboard');
    const style = getComputedStyle(node),
      box = node.getClientRects()[0];
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1) add('2.4.7', node, 'nothing shows that it has the keyboard');
    else if (contrast(style.outlineColor, paperOf(node.parentElement)) < 3)
      add('1.4.11', node, 'its ring is hardly seen: ' + style.outlineColor + ' on ' + paperOf(node.parentElement));
    if (!box) return add('2.4.11', node, 'has the keyboard and is not there');
    if (box.bottom < 0 || box.top > innerHeight) return add('2.4.11', node, 'has the keyboard out of view');
    const top = document.elementFromPoint(
      Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2),
      Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 2),
    );
    if (top && top !== node && !node.contains(top) && !top.contains(node))
      add('2.4.11', node, 'has the keyboard under a ' + top.tagName.toLowerCase());
  }

  const controls = [
    ...document.querySelectorAll('a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex]'),
  ].filter(n => seen(n) && n.tabIndex >= 0);
  checkRoom('1.4.10', 'at ' + innerWidth + ' px');
  checkWith(
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }',
    '1.4.12',
    'with wide spacing',
  );
  if (innerWidth > NARROW * 2) checkWith('html { font-size: 200% !important; }', '1.4.4', 'with letters of twice the size');

  if (!root.lang) add('3.1.1', null, 'no language');
  if (!document.title.trim()) add('2.4.2', null, 'no title');
  for (const node of controls) if (node.tabIndex > 0) add('2.4.3', node, 'out of order');
  const first = controls[0];
  if (!first || !first.matches('.skip')) add('2.4.1', first, 'is first, and leads not past what is on every page');
  else if (!document.querySelector(first.getAttribute('href'))) add('2.4.1', first, 'leads nowhere');
  // 1.4.1: a link in a sentence is told by more than its colour; a small raised number is one by its place.
  const isRaised = node =>
    !node.matches('p, li, dd, figcaption') && (getComputedStyle(node).verticalAlign === 'super' || isRaised(node.parentElement));
  for (const link of document.querySelectorAll('p a[href], li p a[href], dd a[href], figcaption a[href]'))
    if (seen(link) && link.textContent.trim() && !isRaised(link) && !/underline/.test(getComputedStyle(link).textDecorationLine))
      add('1.4.1', link, 'a link by its colour alone');
  // 2.5.8: what a finger meets is 24 pixels wide and high, or that far from the next; but in a sentence.
  const TOUCH = 24;
  const wordsBeside = link => {
    let block = link.parentElement;
    while (/inline/.test(getComputedStyle(block).display)) block = block.parentElement;
    const copy = block.cloneNode(true);
    copy.querySelectorAll('a').forEach(a => a.remove());
    return /[\p{L}\p{N}]/u.test(copy.textContent);
  };
  const isSmall = box => box.width < TOUCH || box.height < TOUCH;
  const boxes = controls.map(node => ({ node, box: node.getBoundingClientRect() }));
  // How far a box is from the middle of another; of a small one its middle counts, as a circle of its own.
  const reach = (x, y, box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  boxes.forEach(({ node, box }, i) => {
    const x = box.left + box.width / 2,
      y = box.top + box.height / 2;
    const isNear = other =>
      reach(x, y, other.box) < TOUCH / 2 ||
      (isSmall(other.box) && Math.hypot(x - other.box.left - other.box.width / 2, y - other.box.top - other.box.height / 2) < TOUCH);
    if (isSmall(box) && boxes.slice(Math.max(0, i - 9), i + 10).some(other => other.node !== node && !other.node.contains(node) && isNear(other)) && !wordsBeside(node))
      add('2.5.8', node, `${Math.round(box.width)} × ${Math.round(box.height)} px beside another`);
  });
  // 1.1.1, 4.1.2: named, or said to say nothing.
  for (const node of document.querySelectorAll('img, svg, [role="img"], math'))
    if (
      seen(node) &&
      !node.hasAttribute('alt') &&
      !node.hasAttribute('aria-label') &&
      !node.hasAttribute('aria-labelledby') &&
      !node.querySelector('title') &&
      !node.closest('[aria-hidden="true"], [role="presentation"], [role="img"] *') &&
      node.tagName.toLowerCase() !== 'math'
    )
      add('1.1.1', node, 'has no words for those who do not see it');
  // Of a long book each tenth.
  const step = Math.max(1, Math.floor(controls.length / 60));
  for (let i = 0; i < controls.length; i += step) checkFocus(controls[i]);
  if (document.activeElement) document.activeElement.blur();

  root.innerHTML = '<body></body>';
  document.body.textContent = JSON.stringify({
    found,
    controls: controls.length,
    width: innerWidth,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
  });
})();
