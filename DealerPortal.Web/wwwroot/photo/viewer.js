// One photo large: zoom, rotate, next and previous, by thumb, mouse and keys, with when it was taken and when it came.

const STEP = 1.5, MOST = 12;
let dialog = null, parts = null, pictures = [], at = 0, say = null, from = null;
let zoom = 1, turn = 0, x = 0, y = 0;
const fingers = new Map();

/** @param list [{ source, unseen, original, words: [] }] */
export function look(list, start, words) {
  dialog ?? build();
  [pictures, at, say, from] = [list, Math.max(0, start), words, document.activeElement];
  for (const [key, button] of Object.entries(parts.buttons)) { button.setAttribute('aria-label', say(key)); button.title = say(key); }
  dialog.setAttribute('aria-label', say('viewer'));
  dialog.showModal();
  dialog.focus();
  show();
}

function show() {
  const picture = pictures[at];
  [zoom, turn, x, y] = [1, 0, 0, 0];
  parts.image.hidden = !picture.source;
  parts.blank.hidden = Boolean(picture.source);
  parts.blank.textContent = picture.unseen;
  const place = say('place', at + 1, pictures.length);
  parts.image.alt = [place, ...picture.words].join(', ');
  if (picture.source) parts.image.src = picture.source;
  parts.place.textContent = place;
  parts.words.replaceChildren(...picture.words.map((words) => Object.assign(document.createElement('span'), { textContent: words })));
  parts.original.hidden = !picture.original;
  parts.original.href = picture.original || '#';
  parts.original.textContent = picture.originalWords ?? '';
  off(parts.buttons.previous, at === 0);
  off(parts.buttons.next, at === pictures.length - 1);
  settle();
}

const go = (step) => { if (pictures[at + step]) { at += step; show(); } };
const turnBy = (quarter) => { turn += quarter * 90; [x, y] = [0, 0]; settle(); };
const zoomTo = (to) => { zoom = Math.min(MOST, Math.max(1, to)); if (zoom === 1) [x, y] = [0, 0]; settle(); };

// A photo on its side is made to fit again; one zoomed in can be pushed to its edge and no further.
function settle() {
  const { image, stage } = parts, lies = turn % 180 !== 0;
  const wide = image.offsetWidth || 1, tall = image.offsetHeight || 1;
  const fit = lies ? Math.min(stage.clientWidth / tall, stage.clientHeight / wide, MOST) : 1;
  const scale = fit * zoom;
  const roomX = Math.max(0, ((lies ? tall : wide) * scale - stage.clientWidth) / 2), roomY = Math.max(0, ((lies ? wide : tall) * scale - stage.clientHeight) / 2);
  x = Math.max(-roomX, Math.min(roomX, x));
  y = Math.max(-roomY, Math.min(roomY, y));
  image.style.transform = `translate(${x}px, ${y}px) rotate(${turn}deg) scale(${scale})`;
  off(parts.buttons['zoom-out'], zoom === 1);
  off(parts.buttons['zoom-in'], zoom === MOST);
}

// Not disabled outright: a button that loses the focus under the finger takes the keys with it.
const off = (button, isOff) => button.setAttribute('aria-disabled', String(isOff));

const drawings = {
  previous: 'M15 5l-7 7 7 7', next: 'M9 5l7 7-7 7', close: 'M6 6l12 12M18 6L6 18', rotate: 'M20 5v5h-5M19.5 10a8 8 0 1 0 .5 3.5',
  'zoom-in': 'M10.5 4a6.5 6.5 0 1 0 .01 0M15.5 15.5L20 20M10.5 8v5M8 10.5h5', 'zoom-out': 'M10.5 4a6.5 6.5 0 1 0 .01 0M15.5 15.5L20 20M8 10.5h5',
};

function build() {
  const make = (tag, className) => Object.assign(document.createElement(tag), { className });
  dialog = make('dialog', 'photo-viewer');
  dialog.tabIndex = -1;
  const [bar, stage, image, blank, foot, place, words, original] =
    [make('div', 'photo-bar'), make('div', 'photo-stage'), make('img', ''), make('p', 'photo-blank'), make('p', 'photo-foot'), make('span', 'strong'), make('span', 'photo-when'), make('a', 'button small')];
  const acts = { previous: () => go(-1), next: () => go(1), 'zoom-out': () => zoomTo(zoom / STEP), 'zoom-in': () => zoomTo(zoom * STEP), rotate: () => turnBy(1), close: () => dialog.close() };
  const buttons = {};
  for (const [key, act] of Object.entries(acts)) {
    buttons[key] = make('button', 'icon-button');
    buttons[key].type = 'button';
    buttons[key].innerHTML = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${drawings[key]}"/></svg>`;
    buttons[key].addEventListener('click', act);
  }
  image.draggable = false;
  image.addEventListener('load', settle);
  foot.setAttribute('aria-live', 'polite');
  original.setAttribute('download', '');
  bar.append(...Object.values(buttons));
  stage.append(image, blank);
  foot.append(place, words, original);
  dialog.append(bar, stage, foot);
  document.body.append(dialog);
  parts = { stage, image, blank, place, words, original, buttons };
  keys();
  hands(stage);
  addEventListener('resize', () => dialog.open && settle());
  dialog.addEventListener('close', () => from?.focus?.());
}

function keys() {
  dialog.addEventListener('keydown', (press) => {
    const act = {
      ArrowLeft: () => go(-1), ArrowRight: () => go(1), '+': () => zoomTo(zoom * STEP), '=': () => zoomTo(zoom * STEP), '-': () => zoomTo(zoom / STEP), 0: () => zoomTo(1),
      r: () => turnBy(1), R: () => turnBy(-1),
    }[press.key];
    if (act) { press.preventDefault(); act(); }
  });
}

function hands(stage) {
  stage.addEventListener('wheel', (roll) => { roll.preventDefault(); zoomTo(zoom * (roll.deltaY < 0 ? 1.2 : 1 / 1.2)); }, { passive: false });
  stage.addEventListener('dblclick', () => zoomTo(zoom > 1 ? 1 : 2.5));
  stage.addEventListener('pointerdown', (finger) => { stage.setPointerCapture(finger.pointerId); fingers.set(finger.pointerId, finger); });
  for (const end of ['pointerup', 'pointercancel']) stage.addEventListener(end, (finger) => release(finger));
  stage.addEventListener('pointermove', (finger) => {
    const before = fingers.get(finger.pointerId);
    if (!before) return;
    if (fingers.size === 2) {
      const other = [...fingers.values()].find((one) => one.pointerId !== finger.pointerId);
      zoomTo((zoom * apart(finger, other)) / Math.max(1, apart(before, other)));
    } else if (zoom > 1) {
      x += finger.clientX - before.clientX;
      y += finger.clientY - before.clientY;
      settle();
    } else return;
    fingers.set(finger.pointerId, finger);
  });
}

// A swipe across a photo that is not zoomed turns the page.
function release(finger) {
  const began = fingers.get(finger.pointerId), alone = fingers.size === 1;
  fingers.delete(finger.pointerId);
  if (!began || !alone || zoom > 1 || finger.type === 'pointercancel') return;
  const way = finger.clientX - began.clientX;
  if (Math.abs(way) > 60 && Math.abs(way) > Math.abs(finger.clientY - began.clientY)) go(way < 0 ? 1 : -1);
}

const apart = (one, other) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
