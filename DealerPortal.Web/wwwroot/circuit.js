// The connection of an open page: what is said while it is down, how it comes back, and what a phone in a pocket does with it.
const bar = document.getElementById('components-reconnect-modal');
const words = name => bar.querySelectorAll('[data-when]').forEach(p => { p.hidden = p.dataset.when !== name; });
let looking = 0;

// Comes back to the same page: by the old connection, else from the state that the page was put away with, else by opening it anew.
// What was typed is mirrored in the browser (keep.js) and is put back in each of the three.
async function comeBack() {
  try {
    if (await Blazor.reconnect() || await Blazor.resumeCircuit()) { bar.hidden = true; return; }
  } catch { return; /* the server is away */ }
  location.reload();
}

// Blazor has given up: look until the server answers.
function look() {
  looking ||= setInterval(async () => {
    const answers = await fetch('/alive', { cache: 'no-store' }).then(r => r.ok, () => false);
    if (!answers) return;
    clearInterval(looking);
    looking = 0;
    await comeBack();
  }, 3000);
}

if (bar) {
  bar.addEventListener('components-reconnect-state-changed', ({ detail: { state } }) => {
    if (state === 'rejected') { location.reload(); return; }
    const isLost = state === 'failed' || state === 'resume-failed';
    bar.hidden = state === 'hide' || state === 'paused';
    words(isLost ? 'lost' : 'down');
    if (isLost) look();
  });
  bar.querySelector('[data-retry]').addEventListener('click', comeBack);
}

// A page that nobody has looked at for a minute gives its connection back; its state waits in the page itself. A phone that goes to sleep
// sooner than that keeps its connection until the server lets go of it, and then comes back by the same way.
const hiddenFor = 60_000;
let isPaused = false, timer = 0;
document.addEventListener('visibilitychange', async () => {
  clearTimeout(timer);
  if (document.hidden) {
    if (window.Blazor?.pauseCircuit) timer = setTimeout(async () => { isPaused = await Blazor.pauseCircuit() !== false; }, hiddenFor);
  } else if (isPaused) {
    isPaused = false;
    if (!await Blazor.resumeCircuit()) location.reload();
  }
});
