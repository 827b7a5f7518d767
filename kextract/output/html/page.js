'use strict';
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = JSON.parse($('#words').textContent);
  const main = $('#main'), card = $('#card');
  const documents = all('.document');
  const TYPES = ['person', 'organization', 'date', 'money'];
  const HOVER = 90; // milliseconds before the card opens under the pointer
  let shown = null; // the document on view: its element, facts, marks and what shares a key
  let lit = null, pinned = null, current = null, timer = 0;

  const language = () => (document.documentElement.lang === 'ko' ? 0 : 1);
  const said = (key) => (words[key] ? words[key][language()] : key);

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  // documents: read when first shown

  const read = new Map();
  function load(section) {
    if (!read.has(section)) {
      const shared = new Map();
      for (const one of all('[data-k]', section)) {
        const key = one.dataset.k;
        if (!shared.has(key)) shared.set(key, []);
        shared.get(key).push(one);
      }
      const facts = JSON.parse($('script', section).textContent);
      read.set(section, { section, facts, shared, marks: all('mark', section), edges: all('.edge', section) });
    }
    return read.get(section);
  }

  function show(section) {
    close();
    light(null);
    for (const other of documents) other.hidden = other !== section;
    shown = load(section);
    current = null;
    if (shown.marks.length) shown.marks[0].tabIndex = 0;
    for (const link of all('nav a')) {
      if (link.hash === '#' + section.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    if (documents.length > 1) count();
  }

  function count() {
    const counts = {};
    for (const mark of shown.marks) counts[mark.classList[0]] = (counts[mark.classList[0]] || 0) + 1;
    for (const button of all('.filter')) $('b', button).textContent = counts[button.dataset.type] || 0;
  }

  function chosen() {
    return documents.find((section) => '#' + section.id === location.hash) || documents[0];
  }

  // everything that speaks of one thing, lit together

  function light(key) {
    if (key === lit) return;
    toggle(lit, false);
    lit = key;
    toggle(key, true);
  }

  function toggle(key, on) {
    if (key === null || !shown) return;
    for (const one of shown.shared.get(key) || []) one.classList.toggle('lit', on);
    for (const edge of shown.edges) {
      if (edge.dataset.a === key || edge.dataset.b === key) edge.classList.toggle('lit', on);
    }
  }

  const off = (mark) => (main.dataset.off || '').split(' ').includes(mark.classList[0]);

  // the card with value, rule and evidence

  function row(list, key, value) {
    const named = `${key} ${value}`;
    const told = words[named] ? said(named) : ['true', 'false'].includes(value) ? said(value) : value;
    list.append(element('dt', { textContent: said(key) }), element('dd', { textContent: told }));
  }

  function fill(mark) {
    const [type, rule, fields, evidence] = shown.facts.mentions[mark.dataset.m];
    const entity = shown.facts.entities[mark.dataset.k];
    const chip = element('span', { className: 'type ' + mark.classList[0], textContent: TYPES.includes(type) ? said('a ' + type) : type });
    const head = element('h4', {}, entity ? entity[0] : mark.textContent, chip);
    const list = element('dl');
    if (entity && entity[0] !== mark.textContent) row(list, 'words', mark.textContent);
    if (entity && entity[1].length) row(list, 'alias', entity[1].join(', '));
    if (entity && entity[2].length) row(list, 'post', entity[2].join(', '));
    for (const [key, value] of fields) row(list, key, value);
    list.append(element('dt', { textContent: said('rule') }), element('dd', {}, element('code', { textContent: rule })));
    if (evidence.length) {
      const reasons = evidence.map(([name, weight]) => element('div', { className: 'reason' },
        element('span', { textContent: name }), element('b', { textContent: (weight < 0 ? '−' : '+') + Math.abs(weight) })));
      list.append(element('dt', { textContent: said('evidence') }), element('dd', {}, ...reasons));
    }
    card.replaceChildren(head, list);
  }

  function tools(mark) {
    const same = shown.shared.get(mark.dataset.k).filter((one) => one.tagName === 'MARK');
    const at = same.indexOf(mark);
    const bar = element('div', { className: 'tools' });
    const step = (key, sign, by) => {
      const onclick = () => pin(same[(at + by + same.length) % same.length], true);
      const button = element('button', { type: 'button', textContent: sign, onclick });
      button.setAttribute('aria-label', said(key));
      bar.append(button);
    };
    if (same.length > 1) {
      step('previous', '←', -1);
      bar.append(`${at + 1} / ${same.length}`);
      step('next', '→', 1);
    }
    const onclick = () => { const last = pinned; close(); if (last) last.focus(); };
    bar.append(element('button', { type: 'button', textContent: said('close'), onclick }));
    card.append(bar);
  }

  function place(mark) {
    card.hidden = false;
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const below = box.bottom + 8 + card.offsetHeight < innerHeight;
    card.style.left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8)) + 'px';
    card.style.top = (below ? box.bottom + 8 : Math.max(8, box.top - card.offsetHeight - 8)) + 'px';
    const hidden = box.bottom + 8 - card.getBoundingClientRect().top; // on a narrow screen the card lies at its foot
    if (pinned && innerWidth < 960 && hidden > 0) scrollBy({ top: hidden, behavior: 'instant' });
  }

  function open(mark) {
    fill(mark);
    if (pinned) tools(mark);
    place(mark);
    light(mark.dataset.k);
  }

  function pin(mark, scroll = false) {
    clearTimeout(timer);
    if (pinned) pinned.classList.remove('here');
    pinned = mark;
    mark.classList.add('here');
    rove(mark);
    if (scroll) mark.scrollIntoView({ block: 'center', behavior: 'instant' });
    open(mark);
  }

  function close() {
    clearTimeout(timer);
    if (pinned) pinned.classList.remove('here');
    pinned = null;
    card.hidden = true;
  }

  function leave() {
    close();
    light(null);
  }

  // pointer

  main.addEventListener('pointerover', (event) => {
    if (pinned || event.pointerType === 'touch') return;
    const one = event.target.closest('mark, [data-k]');
    clearTimeout(timer);
    if (!one || (one.tagName === 'MARK' && off(one))) {
      leave();
    } else if (one.tagName === 'MARK') {
      light(one.dataset.k);
      timer = setTimeout(open, HOVER, one);
    } else {
      card.hidden = true;
      light(one.dataset.k);
    }
  });
  main.addEventListener('pointerleave', () => { if (!pinned) leave(); });

  document.addEventListener('click', (event) => {
    if (event.composedPath().includes(card)) return; // what was clicked there may be gone by now
    const sorter = event.target.closest('.sort');
    if (sorter) return void sort(sorter.closest('th'));
    const one = event.target.closest('mark, .go, .node, .strip [data-k]');
    if (!one) return void (pinned && leave());
    choose(one);
  });

  function choose(one) {
    if (one.tagName === 'MARK') {
      if (!off(one)) pin(one);
      return;
    }
    const same = (shown.shared.get(one.dataset.k) || []).filter((other) => other.tagName === 'MARK');
    const first = same.find((mark) => mark.dataset.m === one.dataset.go) || same[0];
    if (first && !off(first)) pin(first, true);
    else light(one.dataset.k);
  }

  // keyboard: one stop for Tab in the text, arrows from mark to mark

  function rove(mark) {
    (current || shown.marks[0]).tabIndex = -1;
    current = mark;
    mark.tabIndex = 0;
  }

  function step(mark, by) {
    const marks = shown.marks;
    let at = marks.indexOf(mark) + by;
    while (marks[at] && off(marks[at])) at += Math.sign(by);
    return marks[at];
  }

  document.addEventListener('keydown', (event) => {
    const one = event.target.closest ? event.target.closest('mark, .node') : null;
    if (event.key === 'Escape') {
      const last = pinned;
      leave();
      if (last && card.contains(document.activeElement)) last.focus();
      return;
    }
    if (!one || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(one);
    } else if (one.tagName === 'MARK' && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      const next = step(one, event.key === 'ArrowRight' ? 1 : -1);
      if (!next) return;
      event.preventDefault();
      const was = pinned;
      next.focus();
      if (was) pin(next);
    }
  });

  main.addEventListener('focusin', (event) => {
    const one = event.target.closest('mark, .node, .go');
    if (!one || !one.dataset.k) return;
    if (one.tagName === 'MARK') rove(one);
    if (!pinned && one.matches(':focus-visible')) {
      if (one.tagName === 'MARK') open(one);
      else light(one.dataset.k);
    }
  });

  // tables

  const ranks = new Intl.Collator(['ko', 'en'], { numeric: true });
  function sort(head) {
    const body = $('tbody', head.closest('table'));
    const column = [...head.parentNode.children].indexOf(head);
    const numeric = head.classList.contains('number');
    const before = head.getAttribute('aria-sort');
    const ascending = before ? before === 'descending' : !numeric;
    for (const other of head.parentNode.children) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    const keyed = [...body.rows].map((line) => {
      const cell = line.children[column];
      return [numeric || 's' in cell.dataset ? Number(cell.dataset.s) : cell.textContent, line];
    });
    const compare = ([a], [b]) => (typeof a === 'number' ? a - b : ranks.compare(a, b));
    keyed.sort((a, b) => (ascending ? compare(a, b) : compare(b, a)));
    body.append(...keyed.map(([, line]) => line));
  }

  // types, language, documents

  for (const button of all('.filter')) {
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', button.getAttribute('aria-pressed') !== 'true');
      const hidden = all('.filter[aria-pressed="false"]').map((other) => other.dataset.type);
      main.dataset.off = hidden.join(' ');
      leave();
      const stop = shown.marks.find((mark) => !off(mark));
      if (current === null || off(current)) {
        for (const mark of shown.marks) if (mark.tabIndex === 0) mark.tabIndex = -1;
        current = stop || null;
        if (stop) stop.tabIndex = 0;
      }
    });
  }

  function speak(name) {
    document.documentElement.lang = name;
    for (const [one, key] of [[$('.filters'), 'filters'], [$('nav'), 'documents']]) {
      if (one) one.setAttribute('aria-label', said(key));
    }
    if (pinned) open(pinned);
  }

  $('#language').addEventListener('click', () => speak(language() === 0 ? 'en' : 'ko'));
  addEventListener('hashchange', () => {
    if (!documents.some((section) => '#' + section.id === location.hash)) return;
    show(chosen());
    scrollTo(0, 0);
    $('h2', shown.section).focus({ preventScroll: true });
  });
  addEventListener('scroll', () => { if (!card.hidden && !pinned) { clearTimeout(timer); card.hidden = true; } }, { passive: true });
  addEventListener('resize', () => { if (pinned) place(pinned); });

  for (const section of documents) {
    if (all('mark', section).length > 400) section.classList.add('long');
  }
  const list = $('nav details');
  if (list && innerWidth < 960) list.open = false;
  speak(/^ko/i.test(navigator.language || '') ? 'ko' : 'en');
  if (documents.length) show(chosen());
})();
