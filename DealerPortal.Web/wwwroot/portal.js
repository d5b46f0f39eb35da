// The portal's few lines in the browser: countdowns, menus, light and dark.
// Countdowns tick here, against the server's clock, and cost the connection nothing.
const words = JSON.parse(document.getElementById('portal-words').textContent);
const drawing = { calm: 'clock', soon: 'soon', urgent: 'alert', over: 'over' };
const two = n => String(n).padStart(2, '0');
const fill = (sentence, ...parts) => sentence.replace(/\{(\d)\}/g, (_, i) => parts[i]);

function spanOf(ms) {
  const s = Math.floor(ms / 1000), m = Math.floor(s / 60), h = Math.floor(m / 60);
  return h >= 24 ? fill(words.days, Math.floor(h / 24), h % 24) : h >= 1 ? fill(words.hours, h, two(m % 60)) : `${two(m)}:${two(s % 60)}`;
}

// <due-time due="ms" soon="ms" urgent="ms" now="ms">: all instants in milliseconds since 1970; "now" is the server's at rendering.
class DueTime extends HTMLElement {
  static observedAttributes = ['now', 'due', 'soon', 'urgent'];
  skew = 0;
  connectedCallback() { DueTime.all.add(this); this.tick(); }
  disconnectedCallback() { DueTime.all.delete(this); }
  attributeChangedCallback(name) {
    if (name === 'now') this.skew = this.at('now') - Date.now();
    if (this.isConnected) queueMicrotask(() => this.tick());
  }
  at(name) { return Number(this.getAttribute(name)); }
  tick() {
    const now = Date.now() + this.skew, left = this.at('due') - now;
    // The end is exclusive: at the very instant it is over.
    const step = left <= 0 ? 'over' : now >= this.at('urgent') ? 'urgent' : now >= this.at('soon') ? 'soon' : 'calm';
    if (step !== this.dataset.step) {
      this.dataset.step = step;
      this.innerHTML = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${words.drawings[drawing[step]]}"/></svg><span class="due-word">${words[step]}</span> <b></b>`;
    }
    const text = spanOf(Math.abs(left)), b = this.lastElementChild;
    if (b.textContent !== text) b.textContent = text;
  }
  static all = new Set();
}
customElements.define('due-time', DueTime);
setInterval(() => { if (!document.hidden) DueTime.all.forEach(chip => chip.tick()); }, 1000);
document.addEventListener('visibilitychange', () => { if (!document.hidden) DueTime.all.forEach(chip => chip.tick()); });

// <place-counts counts="/triage=3&…">: the numbers of the menu, which stands outside the circuit that counts them.
customElements.define('place-counts', class extends HTMLElement {
  static observedAttributes = ['counts'];
  attributeChangedCallback(name, old, text) {
    for (const [place, count] of new URLSearchParams(text.replaceAll('+', '%2B'))) {
      const badge = document.querySelector(`[data-count="${place}"]`);
      if (badge) { badge.hidden = count === '0'; badge.textContent = count; }
    }
  }
});

// Menus and explanations: one open at a time, closed by Escape or by a tap elsewhere.
const folds = () => document.querySelectorAll('details.menu[open], details.explained[open]');
document.addEventListener('toggle', e => {
  const fold = e.target;
  if (!fold.matches?.('details.menu, details.explained') || !fold.open) return;
  folds().forEach(other => { if (other !== fold && !other.contains(fold)) other.open = false; });
  const sheet = fold.querySelector('.explained-sheet');
  if (sheet) { delete fold.dataset.side; if (sheet.getBoundingClientRect().right > innerWidth - 8) fold.dataset.side = 'right'; }
}, true);
document.addEventListener('click', e => folds().forEach(fold => {
  if (!fold.contains(e.target) || e.target.closest('.menu-sheet a')) fold.open = false;
}));
document.addEventListener('keydown', e => {
  if (e.key === 'Escape') folds().forEach(fold => { fold.open = false; fold.querySelector('summary').focus(); });
});

// Light and dark, kept in this browser; without a choice the device decides.
document.addEventListener('click', e => {
  const choice = e.target.closest('[data-set-look]');
  if (!choice) return;
  try { localStorage.setItem('look', choice.dataset.setLook); } catch { /* private window: for this page only */ }
  showLook(choice.dataset.setLook);
});
function showLook(look) {
  if (look === 'auto') delete document.documentElement.dataset.look; else document.documentElement.dataset.look = look;
  document.querySelectorAll('[data-set-look]').forEach(b => b.setAttribute('aria-pressed', String(b.dataset.setLook === look)));
}
let kept = 'auto';
try { kept = localStorage.getItem('look') ?? 'auto'; } catch { /* the device decides */ }
showLook(kept);

// The menu marks where the person is, and forms in it know where to return to.
function markPlace() {
  document.querySelectorAll('[data-place], .rail a').forEach(a => {
    const path = a.getAttribute('href'), here = location.pathname;
    if (path === '/' ? here === '/' : here === path || here.startsWith(path + '/')) a.setAttribute('aria-current', 'page'); else a.removeAttribute('aria-current');
  });
  const asked = location.pathname === '/search' ? new URLSearchParams(location.search).get('q') ?? '' : '';
  document.querySelectorAll('.bar-search input').forEach(input => { if (input !== document.activeElement) input.value = asked; });
  document.querySelectorAll('input[data-here]').forEach(input => { input.value = location.pathname + location.search; });
}
for (const name of ['pushState', 'replaceState']) {
  const real = history[name];
  history[name] = function () { const r = real.apply(this, arguments); markPlace(); return r; };
}
addEventListener('popstate', markPlace);
markPlace();

// "/" goes to the search field, unless the page has one of its own; the arrows go through the answers. The page's circuit is kept.
document.addEventListener('keydown', e => {
  const field = document.getElementById('search'), typing = e.target.closest('input, textarea, select, [contenteditable], dialog, [role=dialog]');
  if (e.ctrlKey || e.metaKey || e.altKey || (typing && e.target.type !== 'search')) return;
  if (e.key === '/' && !typing && field?.offsetParent && !document.getElementById('find')) { e.preventDefault(); field.focus(); field.select(); return; }
  const hits = [...document.querySelectorAll('.hits a')], at = hits.indexOf(document.activeElement);
  if (!hits.length || !(e.key === 'ArrowDown' || (e.key === 'ArrowUp' && at >= 0))) return;
  e.preventDefault();
  (e.key === 'ArrowDown' ? hits[Math.min(at + 1, hits.length - 1)] : hits[at - 1] ?? field).focus();
});
document.addEventListener('submit', e => {
  if (!e.target.matches('.bar-search') || !window.Blazor?.navigateTo) return;
  e.preventDefault();
  window.Blazor.navigateTo('/search?q=' + encodeURIComponent(document.getElementById('search').value.trim()));
});

// A form that has been sent is not sent twice by a double tap.
document.addEventListener('submit', e => {
  if (e.target.dataset.sent) { e.preventDefault(); return; }
  if (e.target.method !== 'post' || e.target.hasAttribute('data-many')) return;
  e.target.dataset.sent = '1';
  setTimeout(() => delete e.target.dataset.sent, 4000);
});

// The menu at the left is open or folded, as the person left it.
document.addEventListener('click', e => {
  if (!e.target.closest('[data-rail-switch]')) return;
  const root = document.documentElement, isFolded = root.dataset.rail ? root.dataset.rail === 'folded' : innerWidth < 1100;
  root.dataset.rail = isFolded ? 'open' : 'folded';
  try { localStorage.setItem('rail', root.dataset.rail); } catch { /* private window: for this page only */ }
});

// What components ask for.
window.portal = {
  open: dialog => { if (!dialog.open) dialog.showModal(); },
  close: dialog => { if (dialog.open) dialog.close(); },
  focus: id => document.getElementById(id)?.focus(),
  // Something that is about to appear, such as the first line of a menu; tried for half a second.
  focusIn: (selector, tries = 30) => {
    const found = document.querySelector(selector);
    if (found?.getClientRects().length) found.focus(); else if (tries) requestAnimationFrame(() => window.portal.focusIn(selector, tries - 1));
  },
  print: () => window.print(),
};
