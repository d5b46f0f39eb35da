// On every page: what was taken on another page and is still to be sent goes on being sent.

const known = indexedDB?.databases ? await indexedDB.databases().catch(() => null) : null;
if (!known || known.some((db) => db.name === 'portal-photos')) {
  const [{ all }, { send }] = await Promise.all([import('./queue.js'), import('./send.js')]);
  if ((await all()).some((item) => item.state === 'waiting')) send();
}
