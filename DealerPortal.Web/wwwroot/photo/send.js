// Sends what is in the queue, one photo after the other, over plain HTTP: announce, pieces from where the portal says, finish, then the two copies.
// Nothing here needs the page's circuit. Every step may be repeated, so a doubtful one simply is.

import { all, drop, put } from './queue.js';

const PIECE = 256 * 1024, FIRST_WAIT = 1500, LONGEST_WAIT = 60_000, PATIENCE = 60_000;
const listeners = new Set();
let session = null, running = false, again = false, wait = FIRST_WAIT, timer = 0;

/** What all strips show: the photo being sent, and why nothing is sent. trouble: null | 'offline' | 'signed-out' | 'fault' */
export const status = { key: null, sent: 0, trouble: null };

/** What has just arrived and may not stand in the portal's list yet: shown until it does. */
export const arrived = new Map();

/** Calls back after each change of the queue or of the status; the argument is the subject whose photos changed on the portal, or null. */
export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function changed(subject = null) {
  for (const listener of listeners) listener(subject);
  if (subject) document.dispatchEvent(new CustomEvent('portal:photos', { detail: { subject } }));
}

/** Starts sending unless it is under way. */
export function send() {
  if (running) { again = true; return; }
  clearTimeout(timer);
  running = true;
  work().finally(() => {
    running = false;
    status.key = null;
    changed();
    if (again) { again = false; send(); }
  });
}

/** A request as the person signed in. Throws Trouble when it is not the photo's fault. */
export async function call(method, url, body, kind) {
  for (let attempt = 1; ; attempt++) {
    const headers = { 'X-Requested-With': 'XMLHttpRequest' };
    if (method !== 'GET') headers[(await token()).header] = session.token;
    if (kind) headers['Content-Type'] = kind;
    const answer = await reach(url, { method, headers, body });
    const said = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
    if (answer.ok) return said;
    if (said.code === 'photo.token-stale' && attempt === 1) { session = null; continue; }
    throw Object.assign(new Refused(said.words ?? answer.statusText), { code: said.code, status: answer.status, sent: said.sent });
  }
}

export class Trouble extends Error {}
export class Refused extends Error {}

async function reach(url, init) {
  const patience = new AbortController(), clock = setTimeout(() => patience.abort(), PATIENCE);
  let answer;
  try {
    answer = await fetch(url, { ...init, signal: patience.signal, credentials: 'same-origin', redirect: 'manual', cache: 'no-store' });
  } catch {
    throw new Trouble('offline');
  } finally {
    clearTimeout(clock);
  }
  if (answer.type === 'opaqueredirect' || answer.status === 401) { session = null; throw new Trouble('signed-out'); }
  if ([408, 429, 502, 503, 504].includes(answer.status)) throw new Trouble('offline');
  if (answer.status >= 500) throw new Trouble('fault');
  return answer;
}

async function token() {
  session ??= await (await reach('/photos/token', { headers: { 'X-Requested-With': 'XMLHttpRequest' } })).json();
  return session;
}

async function work() {
  try {
    const theirs = new Set();
    for (;;) {
      const item = (await all()).find((one) => one.state === 'waiting' && !theirs.has(one.key));
      if (!item) break;
      // Somebody else's photos stay where they are until that person signs in on this device again.
      if ((await token()).user !== item.user) { theirs.add(item.key); continue; }
      await alone(item.key, () => one(item));
      wait = FIRST_WAIT;
      status.trouble = null;
    }
    status.trouble = null;
  } catch (fault) {
    if (!(fault instanceof Trouble)) throw fault;
    status.trouble = fault.message === 'busy' ? null : fault.message;
    // A session that has ended does not come back by itself; the next page, or the next photo, tries again.
    if (fault.message !== 'signed-out') timer = setTimeout(send, wait = Math.min(wait * 2, LONGEST_WAIT));
  }
}

// Two windows of one browser do not send the same photo side by side where the browser can tell them apart; elsewhere it does no harm.
function alone(key, job) {
  return navigator.locks ? navigator.locks.request('portal-photo ' + key, job) : job();
}

async function one(item) {
  if (!(await all()).some((known) => known.key === item.key)) return;
  Object.assign(status, { key: item.key, sent: 0 });
  changed();
  try {
    if (!item.photo) {
      item.photo = await sendOriginal(item);
      await put(item);
    }
    for (const copy of ['thumb', 'view']) await sendCopy(item, copy);
    arrived.set(item.key, item);
    await drop(item.key);
    changed(item.subject);
  } catch (fault) {
    if (fault.status === 409) throw new Trouble('busy');
    // The portal stumbled over the same photo three times: the others need not wait for it.
    if (!(fault instanceof Refused) && !(fault.message === 'fault' && (item.faults = (item.faults ?? 0) + 1) >= 3)) throw fault;
    Object.assign(item, { state: 'failed', words: fault instanceof Refused ? fault.message : '' });
    await put(item);
    changed();
  }
}

async function sendOriginal(item) {
  const announced = await call('POST', '/photos/uploads', JSON.stringify(
    { subject: item.subject, spot: item.spot, kind: item.kind, name: item.name, bytes: item.bytes, sha256: item.sha }), 'application/json');
  item.upload = announced.id;
  await put(item);
  if (announced.done) return announced.id;

  for (let at = announced.sent, gaps = 0; at < item.bytes;) {
    progress(at, item.bytes);
    try {
      at = (await call('PUT', `/photos/uploads/${announced.id}?offset=${at}`, item.original.slice(at, at + PIECE), 'application/octet-stream')).sent;
    } catch (fault) {
      if (fault.code !== 'photo.out-of-place' || ++gaps > 3) throw fault;
      at = Number(fault.sent);
    }
    wait = FIRST_WAIT;
  }
  progress(item.bytes, item.bytes);
  return (await call('POST', `/photos/uploads/${announced.id}/finish`)).id;
}

// The original is what counts: a copy that is refused is done without.
async function sendCopy(item, copy) {
  if (!item[copy]) return;
  try {
    await call('PUT', `/photos/${item.photo}/copies/${copy}`, item[copy], 'image/jpeg');
  } catch (fault) {
    if (!(fault instanceof Refused) || fault.status === 409) throw fault;
  }
}

function progress(sent, bytes) {
  status.sent = Math.floor((sent / bytes) * 100);
  status.trouble = null;
  changed();
}

addEventListener('online', () => { wait = FIRST_WAIT; send(); });
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') send(); });
