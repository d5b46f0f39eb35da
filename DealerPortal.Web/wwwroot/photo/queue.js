// What is still to be sent, kept in IndexedDB so that it outlives a reload, a lost connection and a sign-out. One entry a photo:
// { key, user, subject, spot, kind, name, sha, bytes, original, view, thumb, added, state, sent, upload, photo, words }
// state: waiting | failed. A photo that is "sending" is a waiting one that the sender is at.

const NAME = 'portal-photos', STORE = 'photos';
const memory = new Map(), dropped = new Set();
let opening = null, kept = true;

export const keyOf = (user, subject, spot, kind, sha) => [user, subject, spot ?? '', kind, sha].join('|');

/** Whether photos outlive a reload here; false in private windows of some browsers and when the device is full. */
export const isKept = () => kept;

/** Takes up a photo, also one that was dropped before. */
export function add(item) {
  dropped.delete(item.key);
  return put(item);
}

/** Notes how far a photo has come; one that was dropped meanwhile stays dropped. */
export async function put(item) {
  if (dropped.has(item.key)) return;
  memory.set(item.key, item);
  try {
    await run('readwrite', (store) => store.put(item));
  } catch {
    kept = false;
  }
}

export async function drop(key) {
  memory.delete(key);
  dropped.add(key);
  try { await run('readwrite', (store) => store.delete(key)); } catch { kept = false; }
}

/** Everything still to be sent, oldest first. */
export async function all() {
  let stored = [];
  try { stored = await run('readonly', (store) => store.getAll()); } catch { kept = false; }
  // What another tab has dropped is gone; what could not be stored lives in memory.
  if (kept) for (const key of memory.keys()) if (!stored.some((item) => item.key === key)) memory.delete(key);
  for (const item of stored) memory.set(item.key, { ...memory.get(item.key), ...item });
  return [...memory.values()].sort((a, b) => a.added - b.added);
}

function open() {
  opening ??= new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
    request.onsuccess = () => { request.result.onclose = () => { opening = null; }; done(request.result); };
    request.onerror = () => { opening = null; fail(request.error); };
    request.onblocked = request.onerror;
  });
  return opening;
}

async function run(mode, work) {
  const db = await open();
  return await new Promise((done, fail) => {
    const transaction = db.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = transaction.onerror = () => fail(transaction.error ?? request.error);
  });
}
