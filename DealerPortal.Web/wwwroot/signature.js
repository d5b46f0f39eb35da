// Signing with a finger: strokes on a field of 600 by 200, told to the page after each one as "M x y L x y …".
const NS = 'http://www.w3.org/2000/svg';

export function begin(pad, page) {
  pad.page = page;
  if (pad.svg) return;
  pad.svg = document.createElementNS(NS, 'svg');
  pad.svg.setAttribute('viewBox', '0 0 600 200');
  pad.line = document.createElementNS(NS, 'path');
  pad.svg.append(pad.line);
  pad.append(pad.svg);
  pad.strokes = (pad.dataset.path ?? '').split(/(?=M)/).map(stroke => stroke.trim()).filter(stroke => stroke);
  draw(pad);
  let stroke = null, last = null;
  const at = event => {
    const box = pad.svg.getBoundingClientRect();
    const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    return [within((event.clientX - box.left) / box.width * 600, 600), within((event.clientY - box.top) / box.height * 200, 200)];
  };
  pad.svg.addEventListener('pointerdown', event => {
    if (!event.isPrimary) return;
    event.preventDefault();
    pad.svg.setPointerCapture(event.pointerId);
    last = at(event);
    stroke = `M${last[0]} ${last[1]}`;
  });
  pad.svg.addEventListener('pointermove', event => {
    if (stroke === null) return;
    const [x, y] = at(event);
    if (Math.abs(x - last[0]) + Math.abs(y - last[1]) < 3) return;
    last = [x, y];
    stroke += ` L${x} ${y}`;
    draw(pad, stroke);
  });
  const end = () => {
    if (stroke === null) return;
    if (stroke.includes('L')) pad.strokes.push(stroke);
    stroke = null;
    draw(pad);
    pad.page.invokeMethodAsync('Drawn', pad.strokes.join(' ')).catch(() => { /* told again with the next stroke; the drawing stays */ });
  };
  pad.svg.addEventListener('pointerup', end);
  pad.svg.addEventListener('pointercancel', end);
}

export function clear(pad) {
  pad.strokes = [];
  draw(pad);
}

function draw(pad, running = '') {
  pad.line.setAttribute('d', [...pad.strokes, running].join(' '));
}
