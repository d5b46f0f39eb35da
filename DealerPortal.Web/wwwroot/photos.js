// The photos of one place: taking, choosing, sending, looking. Draws into an element that Blazor renders empty and never looks into again, so that
// it goes on while the circuit is gone. attach(element, options) may be called after every rendering; it is the same strip as long as the element lives.
// options: { subject, spot, kind, takes, keeps, all, needed, user, words } - the words in the reader's language, by key.

import { add, all, drop, isKept, keyOf, put } from './photo/queue.js';
import { Refused, arrived, call, changed, onChange, send, status } from './photo/send.js';
import { copiesOf } from './photo/copies.js';
import { sha256 } from './photo/hash.js';
import { look } from './photo/viewer.js';

const strips = new WeakMap();
const lists = new Map();
const LOOKS = 12, LONGEST_REST = 10_000;

// Before any strip hears of it: what was read before the change is old.
onChange((subject) => subject && lists.delete(subject));

export function attach(element, options) {
  const strip = strips.get(element);
  if (strip) strip.update(options);
  else strips.set(element, new Strip(element, options));
}

export function detach(element) {
  strips.get(element)?.leave();
  strips.delete(element);
}

/** The photos of a subject as the portal knows them; strips of one page ask together. */
function listOf(subject) {
  if (!lists.has(subject)) {
    lists.set(subject, call('GET', '/photos/of/' + subject));
    setTimeout(() => lists.delete(subject), 250);
  }
  return lists.get(subject);
}

class Strip {
  rows = [];
  turn = 0;
  preparing = 0;
  urls = new Map();
  sure = null;
  said = '';
  later = 0;
  looks = 0;

  constructor(element, options) {
    this.element = element;
    this.build();
    this.stop = onChange((subject) => (subject && subject === this.options.subject ? this.read() : this.draw()));
    this.update(options);
    send();
  }

  update(options) {
    this.options = options;
    this.say = (key, ...values) => values.reduce((words, value, i) => words.replace(`{${i}}`, value), options.words[key] ?? key);
    this.adding.hidden = !options.takes;
    this.take.lastChild.textContent = this.say('take');
    this.choose.lastChild.textContent = this.say('choose');
    this.read();
  }

  leave() {
    this.stop();
    clearTimeout(this.later);
    for (const url of this.urls.values()) URL.revokeObjectURL(url);
    this.element.replaceChildren();
  }

  build() {
    this.tiles = make('ul', { className: 'tiles photo-tiles' });
    this.count = make('p', { className: 'small muted photo-count' });
    this.news = make('p', { className: 'photo-news small', role: 'status' });
    this.take = this.input(true);
    this.choose = this.input(false);
    this.adding = make('div', { className: 'button-row photo-adding' }, [this.take, this.choose]);
    this.element.replaceChildren(this.count, this.tiles, this.adding, this.news);
  }

  input(camera) {
    const input = make('input', { type: 'file', className: 'sr-only', accept: 'image/*,.heic,.heif' });
    if (camera) input.setAttribute('capture', 'environment');
    else input.multiple = true;
    input.addEventListener('change', async () => { const files = [...input.files]; input.value = ''; await this.addAll(files); });
    return make('label', { className: camera ? 'button photo-add primary' : 'button photo-add' }, [input, document.createTextNode('')]);
  }

  async read() {
    const turn = ++this.turn;
    try {
      const rows = await listOf(this.options.subject);
      if (turn === this.turn) {
        this.rows = rows;
        for (const item of arrived.values()) if (item.subject === this.options.subject) arrived.delete(item.key);
        this.lookAgain();
      }
    } catch { /* Not to be reached: what was read last is shown. */ }
    await this.draw();
  }

  // The portal's own copies come a moment after the photo; where no circuit tells of them, the list is read again for a while.
  lookAgain() {
    clearTimeout(this.later);
    if (!this.rows.some((row) => row.preview === 'Waiting' || row.preview === 'Senders')) { this.looks = 0; return; }
    if (this.looks < LOOKS) this.later = setTimeout(() => { lists.delete(this.options.subject); this.read(); }, Math.min(LONGEST_REST, 1000 * 2 ** this.looks++));
  }

  async addAll(files) {
    this.preparing += files.length;
    this.said = '';
    this.looks = 0;
    await this.draw();
    for (const file of files) {
      try { await this.addOne(file); } catch (fault) { this.tell(fault.message); }
      this.preparing--;
      await this.draw();
    }
  }

  async addOne(file) {
    const { subject, spot, kind, user } = this.options;
    // Read now: the file of a phone's gallery may be gone by the time there is a connection.
    const bytes = await file.arrayBuffer();
    const sha = await sha256(bytes);
    const key = keyOf(user, subject, spot, kind, sha);
    if (this.shown().some((tile) => tile.sha === sha)) return this.tell(this.say('twice'));

    const original = new Blob([bytes], { type: file.type });
    await add({ key, user, subject, spot: spot ?? null, kind, name: file.name, sha, bytes: bytes.byteLength, original, ...await copiesOf(original), added: Date.now(), state: 'waiting' });
    if (!isKept()) this.tell(this.say('not-kept'));
    changed();
    send();
  }

  /** What the portal has of this place, then what is still here. */
  shown() {
    const { subject, spot, kind, user } = this.options;
    if (this.options.all) return [...new Map(this.rows.map((row) => [row.sha256, { sha: row.sha256, row }])).values()];
    const here = [...new Map([...(this.queue ?? []), ...arrived.values()].map((item) => [item.key, item])).values()].filter((item) => item.user === user && item.subject === subject && (item.spot ?? null) === (spot ?? null) && item.kind === kind)
      // Where nothing more is taken, what the portal refused will never belong to it.
      .filter((item) => this.options.takes || item.state !== 'failed');
    // One that has arrived may still have copies to send.
    const there = this.rows.filter((row) => (row.spot ?? null) === (spot ?? null) && row.kind === kind)
      .map((row) => ({ sha: row.sha256, row, item: here.find((item) => item.sha === row.sha256) }));
    const known = new Set(there.map((tile) => tile.sha));
    return [...there, ...here.filter((item) => !known.has(item.sha)).map((item) => ({ sha: item.sha, item }))];
  }

  async draw() {
    this.queue = await all();
    const tiles = this.shown(), { needed } = this.options;
    const live = new Map([...this.tiles.children].map((li) => [li.dataset.sha, li]));
    tiles.forEach((tile, i) => {
      const li = live.get(tile.sha) ?? this.tile(tile.sha);
      live.delete(tile.sha);
      if (this.tiles.children[i] !== li) this.tiles.insertBefore(li, this.tiles.children[i] ?? null);
      this.show(li, tile, i + 1);
    });
    for (const li of live.values()) li.remove();
    const sent = tiles.filter((tile) => tile.row).length;
    this.count.textContent = needed ? this.say('count-of', sent, needed) : tiles.length ? this.say('count', sent) : this.say('none');
    this.element.dataset.sent = sent;
    this.element.dataset.waiting = tiles.length - sent + this.preparing;
    const held = tiles.some((tile) => tile.item?.state === 'waiting') && status.trouble;
    const news = this.preparing ? this.say('preparing') : held ? this.say(held === 'fault' ? 'offline' : held) : this.said;
    if (this.news.textContent !== news) this.news.textContent = news;
  }

  /** Says something once; it stays until the person does something else. */
  tell(words) {
    this.said = words;
    this.draw();
  }

  tile(sha) {
    const picture = make('img', { alt: '', loading: 'lazy', decoding: 'async' });
    picture.addEventListener('error', () => { picture.hidden = true; });
    const open = make('button', { type: 'button', className: 'tile' }, [picture, make('span', { className: 'photo-blank small' }), make('span', { className: 'tile-mark' })]);
    const again = make('button', { type: 'button', className: 'button small photo-again' });
    const remove = make('button', { type: 'button', className: 'button small quiet photo-remove' });
    const li = make('li', { className: 'photo' }, [open, make('p', { className: 'small photo-words' }), again, remove]);
    li.dataset.sha = sha;
    const mine = () => this.shown().find((tile) => tile.sha === sha);
    open.addEventListener('click', () => this.open(sha));
    again.addEventListener('click', () => this.again(mine()?.item));
    remove.addEventListener('click', () => this.remove(mine()));
    remove.addEventListener('blur', () => { if (this.sure === sha) { this.sure = null; this.draw(); } });
    return li;
  }

  show(li, { sha, row, item }, number) {
    const [open, words, again, remove] = li.children, [picture, blank, mark] = open.children;
    const sending = item && status.key === item.key;
    const state = row || arrived.has(item.key) ? 'sent' : item.state === 'failed' ? 'failed' : sending ? 'sending' : 'waiting';
    const source = row ? (row.thumb ? address(row, 'thumb') : '') : this.url(item);
    // Loaded again when the picture itself is another: the sender's comes a moment after the photo, and the portal's own after that.
    if (picture.getAttribute('src') !== source) { picture.hidden = !source; if (source) picture.src = source; else picture.removeAttribute('src'); }
    blank.textContent = source || state === 'failed' ? '' : this.say(unseen(row));
    const text = state === 'sending' ? this.say('sending', status.sent) : this.say(row?.preview === 'Senders' ? 'sent-quick' : state);
    if (mark.textContent !== text) mark.textContent = text;
    open.className = 'tile ' + state;
    open.setAttribute('aria-label', `${this.say('open', number)}, ${text}`);
    li.dataset.state = state;
    words.textContent = state === 'failed' ? item.words : '';
    words.hidden = again.hidden = state !== 'failed';
    again.textContent = this.say('retry');
    again.setAttribute('aria-label', `${this.say('retry')}, ${number}`);
    remove.hidden = !this.options.takes || (this.options.keeps && state === 'sent');
    remove.textContent = this.say(this.sure === sha ? 'remove-sure' : 'remove');
    remove.setAttribute('aria-label', `${remove.textContent}, ${number}`);
    remove.classList.toggle('danger', this.sure === sha);
  }

  url(item) {
    const blob = item.thumb ?? item.view;
    if (!blob) return '';
    if (!this.urls.has(item.key)) this.urls.set(item.key, URL.createObjectURL(blob));
    return this.urls.get(item.key);
  }

  open(sha) {
    const tiles = this.shown();
    const pictures = tiles.map(({ row, item }) => ({
      source: row ? (row.view ? address(row, 'view') : '') : item.view ? URL.createObjectURL(item.view) : '',
      unseen: this.say(unseen(row)),
      original: row?.original ? `/photos/${row.id}/original` : '',
      originalWords: row?.original ? this.say(row.original) : '',
      words: row ? [...(notes[row.preview] ? [this.say(notes[row.preview])] : []), row.captured ? this.say('captured', row.captured) : this.say('captured-unknown'), this.say('received', row.received)] : [this.say('waiting')],
    }));
    look(pictures, tiles.findIndex((tile) => tile.sha === sha), this.say);
  }

  async again(item) {
    if (!item) return;
    await put({ ...item, state: 'waiting', words: '', faults: 0 });
    changed();
    send();
  }

  // Pressed twice: a slip of the thumb removes nothing.
  async remove(tile) {
    if (!tile) return;
    if (this.sure !== tile.sha) { this.sure = tile.sha; return this.draw(); }
    this.sure = null;
    this.said = '';
    try {
      if (tile.item) { arrived.delete(tile.item.key); await drop(tile.item.key); }
      if (tile.row) await call('DELETE', '/photos/' + tile.row.id);
      else if (tile.item?.upload) await call('DELETE', '/photos/' + (tile.item.photo ?? 'uploads/' + tile.item.upload)).catch(() => {});
    } catch (fault) {
      if (!(fault instanceof Refused) || fault.status !== 404) this.tell(fault instanceof Refused ? fault.message : this.say(fault.message));
    }
    lists.delete(this.options.subject);
    changed(this.options.subject);
  }
}

// What the reader is told of a picture that is not the portal's own.
const notes = { Senders: 'quick', Impossible: 'no-copy' };

const unseen = (row) => (row?.preview === 'Impossible' ? 'no-copy' : row?.preview === 'Waiting' ? 'copy-soon' : 'no-preview');

// Another address for another picture, so that no cache shows the one before.
const address = (row, size) => `/photos/${row.id}/${size}?of=${row.preview}`;

function make(tag, properties, children = []) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
